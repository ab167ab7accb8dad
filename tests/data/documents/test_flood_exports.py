"""Floods leave as GeoTIFF, GeoJSON and xlsx, whole or not at all, and say what they rest on."""

from __future__ import annotations

import json
import os
import warnings
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from data.documents.flood_rasters import write_geotiff
from data.documents.flood_shapes import geojson, write_geojson
from data.documents.flood_sheet import FloodSheet, LeaveCode, LeaveRefused, file_name, marked_path
from data.documents.flood_tables import write_exposed
from data.model.nature import Origin
from data.twin.bands import bands_of
from data.twin.flood import Field
from data.twin.imported import Declared, take_map
from data.twin.imported_place import Box
from tests.data.twin.flood_sample import NORTH, WEST, sample_flood

MARK = "示意地形·非实测"
NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)


def sheet(origin: Origin = Origin.IDEALISED, **given) -> FloodSheet:
    flood = sample_flood(origin=origin)
    return FloodSheet(
        **{
            "title": "8000 推演", "nature": flood.nature, "place": flood.lattice, "bands": bands_of(flood),
            "flow_m3s": flood.flow_m3s, "how": flood.how.value, "terrain": "abc", "solver": "inertial 1", **given,
        }
    )  # fmt: skip


def opened(path: Path):
    import rasterio

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        with rasterio.open(path) as source:
            values, names = source.read(masked=True), source.descriptions
            return values, names, source.tags(), source.tags(1), source.crs, source.transform


def test_a_geotiff_carries_all_bands_their_units_and_where_they_come_from(tmp_path):
    path = write_geotiff(sheet(), tmp_path / "flood.tif")
    assert path.name == f"flood_{MARK}.tif"
    values, names, tags, first, crs, place = opened(path)
    assert names == ("depth", "stage", "speed", "hazard", "arrival", "duration")
    assert first["UNIT"] == "m"
    assert (crs.to_epsg(), place.a, place.c, place.f) == (4547, 100.0, WEST, NORTH)
    told = {key: tags[key] for key in ("DATUM", "ORIGIN", "MARK", "TERRAIN", "SOLVER", "FLOW_M3S", "HOW", "OFFICIAL")}
    assert told == {
        "DATUM": "大沽(待核)", "ORIGIN": "idealised", "MARK": MARK, "TERRAIN": "abc", "SOLVER": "inertial 1",
        "FLOW_M3S": "8000", "HOW": "run", "OFFICIAL": "no",
    }  # fmt: skip
    assert tags["MADE_AT"] == "2026-08-01T00:00:00+00:00"
    assert values[0, 4, 0] == 2.0
    assert values.mask[0, 11, 15]
    assert values.mask[4, 10, 0]  # water never arrives there


def test_what_leaves_comes_in_again_as_somebody_elses_map(tmp_path):
    path = write_geotiff(sheet(Origin.MODEL, bands=bands_of(sample_flood(), (Field.DEPTH,))), tmp_path / "flood.tif")
    declared = Declared("邻镇", NOW, datum="大沽(待核)")
    flood = take_map(path, declared, Box(113.6, 34.86, 113.8, 34.95), tmp_path / "kept", NOW)
    assert flood.field(Field.DEPTH) == pytest.approx(sample_flood().field(Field.DEPTH), nan_ok=True)


def test_what_rests_on_no_survey_never_leaves_as_official():
    for origin in (Origin.IDEALISED, Origin.ASSUMED):
        with pytest.raises(LeaveRefused) as told:
            sheet(origin, official=True)
        assert (told.value.code, told.value.reason) == (LeaveCode.NOT_OFFICIAL, origin.value)
        assert sheet(origin).mark
    assert sheet(Origin.MODEL, official=True).told()["OFFICIAL"] == "yes"
    assert not sheet(Origin.MODEL).mark


def test_the_mark_stands_in_the_name_once_and_only_where_it_must():
    nature = sheet().nature
    assert marked_path(Path(f"/x/a_{MARK}.tif"), nature).name == f"a_{MARK}.tif"
    assert marked_path(Path("/x/a.tif"), sheet(Origin.MODEL).nature).name == "a.tif"
    assert file_name("a/b: 8,000 m³/s", ".tif", nature) == f"a_b_ 8,000 m³_s_{MARK}.tif"
    assert file_name("...", ".tif", sheet(Origin.MODEL).nature) == "flood.tif"


def test_geojson_holds_a_feature_for_each_class_in_degrees(tmp_path):
    path = write_geojson(sheet(), tmp_path / "flood.geojson")
    told = json.loads(path.read_text("utf-8"))
    assert MARK in path.name
    assert told["metadata"]["MARK"] == MARK
    by_class = {feature["properties"]["class"]: feature for feature in told["features"]}
    assert sorted(by_class) == [2, 3, 4, 5]
    assert by_class[5]["properties"]["from"] == 3.0
    assert by_class[5]["properties"]["to"] is None
    assert by_class[5]["properties"]["area_km2"] == pytest.approx(3 * 16 * 0.01)
    assert all(feature["properties"]["mark"] == MARK for feature in told["features"])


def test_the_polygons_cover_the_cells_and_turn_as_the_standard_says():
    import shapely

    flood = sample_flood()
    depth = np.zeros((12, 16), np.float32)
    depth[2:9, 3:10] = 1.5
    depth[4:6, 5:7] = 0.0  # an island
    told = json.loads(geojson(sheet(bands={"depth": depth})))
    (feature,) = told["features"]
    (rings,) = feature["geometry"]["coordinates"]
    outer, island = (shapely.LinearRing(ring) for ring in rings)
    assert outer.is_ccw
    assert not island.is_ccw
    lon, lat = flood.lattice.to_degrees([WEST + 350.0, WEST + 550.0], [NORTH - 250.0, NORTH - 450.0])
    area = shapely.geometry.shape(feature["geometry"])
    assert area.is_valid
    assert area.contains(shapely.Point(lon[0], lat[0]))
    assert not area.contains(shapely.Point(lon[1], lat[1]))


def test_a_flood_without_water_gives_no_file(tmp_path):
    dry = np.zeros((12, 16), np.float32)
    for bands in ({}, {"depth": dry}):
        with pytest.raises(LeaveRefused) as told:
            write_geojson(sheet(bands=bands), tmp_path / "flood.geojson")
        assert told.value.code is LeaveCode.NOTHING
    with pytest.raises(LeaveRefused):
        write_geotiff(sheet(bands={}), tmp_path / "flood.tif")
    with pytest.raises(ValueError, match="cells"):
        sheet(bands={"depth": np.zeros((3, 3), np.float32)})
    assert not list(tmp_path.iterdir())


ROWS = (
    ("=HYPERLINK(\"http://x\")", 1.25, NOW, True),
    ("+86\x07 王", float("nan"), None, False),
    ("石桥村", 3, datetime(2026, 8, 1, 6, 0, 30, 12, tzinfo=UTC), None),
)  # fmt: skip


def test_a_list_of_the_exposed_stands_under_its_mark_and_calculates_nothing(tmp_path):
    from openpyxl import load_workbook

    path = write_exposed(
        sheet(), ("名称", "水深 m", "到达", "夜间"), ROWS, tmp_path / "list.xlsx", words={"DATUM": "基面"}
    )
    assert MARK in path.name
    book = load_workbook(path)
    told, about = book.worksheets
    rows = list(told.iter_rows(values_only=True))
    assert rows[0][0] == f"8000 推演 · {MARK}"
    assert rows[1] == ("名称", "水深 m", "到达", "夜间")
    assert rows[2][:2] == ('=HYPERLINK("http://x")', 1.25)
    assert (rows[2][2].isoformat(), rows[2][3]) == ("2026-08-01T14:00:00", "是")
    assert rows[3] == ("+86 王", None, None, "否")
    assert rows[4][2].isoformat() == "2026-08-01T14:00:30"
    assert told["A3"].data_type == "s"
    assert told["A3"].quotePrefix
    pairs = dict(about.iter_rows(values_only=True))
    assert pairs["基面"] == "大沽(待核)"
    assert pairs["ORIGIN"] == "idealised"
    book.close()


def test_a_list_may_be_empty(tmp_path):
    from openpyxl import load_workbook

    book = load_workbook(write_exposed(sheet(Origin.MODEL), ("名称",), (), tmp_path / "list.xlsx"))
    assert book.worksheets[0].max_row == 2
    book.close()


def test_a_full_disk_leaves_the_old_file_and_no_piece_of_the_new(tmp_path, monkeypatch):
    path = write_geotiff(sheet(), tmp_path / "flood.tif")
    before = path.read_bytes()

    def full(_handle):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LeaveRefused) as told:
        write_geotiff(sheet(flow_m3s=9000.0), tmp_path / "flood.tif")
    assert told.value.code is LeaveCode.CANNOT_WRITE
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(LeaveRefused) as told:
        write_geojson(sheet(), tmp_path / "file" / "flood.geojson")
    assert told.value.code is LeaveCode.CANNOT_WRITE


def test_bands_lack_what_the_flood_does_not_know_and_find_the_stage_by_the_ground():
    assert list(bands_of(sample_flood(fields=(Field.DEPTH,)))) == ["depth", "stage"]
    stage = bands_of(sample_flood(fields=(Field.DEPTH,)))["stage"]
    assert stage[0, 0] == 94.0
    assert np.isnan(stage[10, 0])
