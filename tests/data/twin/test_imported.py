"""Somebody else's maps: taken with what was declared, refused in words, kept whole or not at all."""

from __future__ import annotations

import json
import os
import warnings
import zipfile
from datetime import UTC, datetime

import numpy as np
import pytest

from data.model.nature import Origin
from data.twin.asking import FloodInundation
from data.twin.flood import Field, Flood, How
from data.twin.imported import Declared, kept_maps, read_map, remove_map, take_map
from data.twin.imported_faults import MapCode, MapRefused, NoteCode
from data.twin.imported_place import Box
from data.twin.timing import timing_from
from tests.data.twin.flood_sample import NORTH, WEST, place_of, sample_flood

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
NEAR = Box(113.60, 34.86, 113.80, 34.95)
ROWS, COLS, CELL_M = 12, 16, 100.0


def raster(path, values=None, *, crs="EPSG:4547", cell=CELL_M, west=WEST, north=NORTH, nodata=None, turn=0.0, **more):
    import rasterio
    from rasterio.transform import Affine

    values = sample_flood().field(Field.DEPTH) if values is None else values
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    place = Affine(cos * abs(cell), sin * cell, west, sin * abs(cell), -cos * cell, north)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with rasterio.open(
            path, "w", driver="GTiff", width=values.shape[1], height=values.shape[0], count=1, dtype="float32", crs=crs,
            transform=place, nodata=nodata, **more,
        ) as target:  # fmt: skip
            target.write(values.astype(np.float32), 1)
    return path


def declared(**given) -> Declared:
    return Declared(**{"source": "河南省防洪图集（样本）", "made_at": NOW, "datum": "1985", **given})


def taken(path, folder, **given):
    return take_map(path, declared(**given), NEAR, folder, NOW)


def refused(path, folder, **given) -> MapRefused:
    with pytest.raises(MapRefused) as told:
        taken(path, folder, **given)
    assert not folder.exists() or not list(folder.iterdir())
    return told.value


def codes(flood) -> set[NoteCode]:
    return {note.code for note in flood.about.notes}


def test_a_raster_of_depths_comes_in_as_it_is(tmp_path):
    flood: Flood = taken(raster(tmp_path / "m.tif"), tmp_path / "kept")
    assert flood.field(Field.DEPTH) == pytest.approx(sample_flood().field(Field.DEPTH), nan_ok=True)
    assert (flood.how, flood.nature.origin, flood.nature.source) == (
        How.IMPORTED,
        Origin.IMPORTED,
        "河南省防洪图集（样本）",
    )
    assert flood.lattice.datum == "1985"
    assert flood.lattice.crs == "EPSG:4547"
    assert codes(flood) == {NoteCode.BLANK, NoteCode.NO_ARRIVAL}
    assert flood.depths(np.array([1, 2])).shape == (0, 2)
    with pytest.raises(IndexError):
        flood.frame(0)


def test_it_answers_the_rules_as_any_flood(tmp_path):
    flood = taken(raster(tmp_path / "m.tif"), tmp_path / "kept")
    water = FloodInundation(flood, timing_from(NOW), NOW)
    told = water.at(*place_of(sample_flood(), 2, 3))
    assert told is not None
    assert (told.depth_m, told.arrival) == (3.0, NOW)
    assert not water.timed
    assert water.nature.origin is Origin.IMPORTED


@pytest.mark.parametrize(("turn", "cell"), [(-30.0, 50.0), (90.0, 50.0), (0.0, -50.0)])
def test_a_raster_that_lies_turned_keeps_its_area(tmp_path, turn, cell):
    values = np.full((30, 40), 1.5)
    values[:10] = 3.0
    depth = taken(raster(tmp_path / "m.tif", values, turn=turn, cell=cell), tmp_path / "k").field(Field.DEPTH)
    assert (depth > 0).sum() == pytest.approx(1200, rel=0.01)
    assert (depth == 3.0).sum() == pytest.approx(400, rel=0.01)


def test_companions_bring_arrival_duration_and_speed(tmp_path):
    sample = sample_flood()
    companions = {
        which: raster(tmp_path / f"{which}.tif", sample.field(which))
        for which in (Field.ARRIVAL, Field.DURATION, Field.SPEED)
    }
    flood = taken(raster(tmp_path / "m.tif"), tmp_path / "kept", companions=companions)
    assert flood.field(Field.ARRIVAL) == pytest.approx(sample.field(Field.ARRIVAL), nan_ok=True)
    assert flood.field(Field.HAZARD) == pytest.approx(sample.field(Field.HAZARD), abs=1e-6, nan_ok=True)
    assert NoteCode.NO_ARRIVAL not in codes(flood)


def test_a_stage_without_a_datum_is_left_out(tmp_path):
    path = raster(tmp_path / "m.tif")
    stage = {Field.STAGE: raster(tmp_path / "stage.tif", sample_flood().field(Field.STAGE))}
    with_datum = taken(path, tmp_path / "k", companions=stage)
    assert with_datum.field(Field.STAGE)[2, 3] == 94.0
    without = taken(path, tmp_path / "k", companions=stage, datum="")
    assert without.field(Field.STAGE) is None
    assert NoteCode.NO_DATUM in codes(without)


def test_a_map_in_degrees_is_brought_to_metres(tmp_path):
    values = np.full((60, 80), 1.5)
    flood = taken(
        raster(tmp_path / "m.tif", values, crs="EPSG:4326", cell=0.001, west=113.62, north=34.93), tmp_path / "k"
    )
    assert flood.lattice.crs == "EPSG:4547"
    assert 85 < flood.lattice.cell_m < 115
    water = FloodInundation(flood, timing_from(NOW), NOW).at(113.65, 34.90)
    assert water is not None
    assert water.depth_m == 1.5
    assert NoteCode.MOVED in codes(flood)


def test_blank_cells_are_unknown_unless_declared_dry(tmp_path):
    values = np.full((ROWS, COLS), 2.0)
    values[5:, :] = -9999.0
    path = raster(tmp_path / "m.tif", values)  # it does not say that -9999 is nothing
    unknown, dry = taken(path, tmp_path / "k"), taken(path, tmp_path / "k", blank_dry=True)
    assert np.isnan(unknown.field(Field.DEPTH)[6, 3])
    assert dry.field(Field.DEPTH)[6, 3] == 0.0
    assert {NoteCode.MARKS, NoteCode.BLANK} <= codes(unknown)
    assert NoteCode.BLANK_DRY in codes(dry)
    assert len(kept_maps(tmp_path / "k")[0]) == 2


@pytest.mark.parametrize(
    ("given", "stated", "code"),
    [
        ({"crs": None}, {}, MapCode.NO_CRS),
        ({"crs": None}, {"crs": "EPSG:nonsense"}, MapCode.BAD_CRS),
        ({}, {"crs": "EPSG:32649"}, MapCode.OTHER_CRS),
        ({}, {"source": " "}, MapCode.NO_SOURCE),
        ({"west": WEST + 200_000}, {}, MapCode.NOT_NEAR),
        ({"crs": None}, {"crs": "EPSG:4326"}, MapCode.NOT_NEAR),  # metres declared as degrees
        ({"values": np.full((4, 4), -2.0)}, {}, MapCode.NO_WATER),
        ({"values": np.array([[2.0, -2.0]])}, {}, MapCode.NEGATIVE),
        ({"values": np.array([[2.0, 250.0]])}, {}, MapCode.TOO_DEEP),  # centimetres
        ({"values": np.full((4, 4), np.nan)}, {}, MapCode.NO_WATER),
        ({"values": np.zeros((4, 4))}, {}, MapCode.NO_WATER),
        ({"values": np.full((4, 4), np.inf)}, {}, MapCode.NO_WATER),
    ],
)
def test_what_is_wrong_with_a_raster_is_told_and_nothing_is_kept(tmp_path, given, stated, code):
    assert refused(raster(tmp_path / "m.tif", **given), tmp_path / "kept", **stated).code is code


def test_a_torn_or_foreign_file_is_refused(tmp_path):
    whole = raster(tmp_path / "m.tif", np.random.default_rng(1).random((200, 200)), cell=5.0)
    (tmp_path / "torn.tif").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    (tmp_path / "text.tif").write_text("这不是地图", "utf-8")
    (tmp_path / "text.geojson").write_text("{", "utf-8")
    (tmp_path / "map.pdf").write_bytes(b"%PDF")
    kept = tmp_path / "kept"
    for name in ("torn.tif", "text.tif", "text.geojson"):
        assert refused(tmp_path / name, kept).code is MapCode.UNREADABLE
    assert refused(tmp_path / "map.pdf", kept).code is MapCode.FORMAT
    assert refused(tmp_path / "none.tif", kept).code is MapCode.MISSING


def test_a_raster_of_a_gigabyte_is_read_near_the_township_alone(tmp_path):
    import resource

    side = 16_384  # a gigabyte of float32
    import rasterio
    from rasterio.transform import Affine
    from rasterio.windows import Window

    path = tmp_path / "vast.tif"
    place = Affine(2.0, 0.0, WEST - 4000.0, 0.0, -2.0, NORTH + 4000.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with rasterio.open(
            path, "w", driver="GTiff", width=side, height=side, count=1, dtype="float32", crs="EPSG:4547",
            transform=place, nodata=-9999.0, sparse_ok=True, tiled=True,
        ) as target:  # fmt: skip
            target.write(np.full((512, 512), 2.5, np.float32), 1, window=Window(3584, 3072, 512, 512))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    flood = taken(path, tmp_path / "kept")
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert flood.lattice.rows * flood.lattice.cols <= 2_100_000
    assert {NoteCode.COARSENED, NoteCode.CUT} <= codes(flood)
    assert float(np.nanmax(flood.field(Field.DEPTH))) == 2.5
    assert grown_mb < 300


def ring(west=113.62, south=34.88, east=113.66, north=34.92):
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def geojson(path, *features):
    told = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": coordinates}}
            for coordinates, properties in features
        ],
    }
    path.write_text(json.dumps(told), "utf-8")
    return path


def test_polygons_with_a_depth_are_laid_on_cells_and_the_deeper_holds(tmp_path):
    path = geojson(tmp_path / "m.geojson", (ring(), {"水深": 2.0}), (ring(113.63, 34.89, 113.68, 34.91), {"水深": 1.0}))
    flood = taken(path, tmp_path / "kept", blank_dry=True)
    water = FloodInundation(flood, timing_from(NOW), NOW)
    assert [water.at(*p).depth_m for p in ((113.625, 34.9), (113.64, 34.9), (113.67, 34.9), (113.67, 34.885))] == [
        2,
        2,
        1,
        0,
    ]


def test_what_lies_far_away_is_cut_off_and_crossed_rings_are_mended(tmp_path):
    bow = [[[113.62, 34.88], [113.66, 34.92], [113.66, 34.88], [113.62, 34.92], [113.62, 34.88]]]
    path = geojson(
        tmp_path / "m.geojson", (bow, {"水深": 2.0}), (ring(-170.0, -80.0, 170.0, 85.0), {"水深": 0.5}),
        (ring(0.0, 0.0, 1.0, 1.0), {"水深": 9.0}), ([], {"水深": 9.0}), (ring(113.6, 34.9, 113.6, 34.9), {"水深": 9.0}),
    )  # fmt: skip
    flood = taken(path, tmp_path / "kept")
    depth = flood.field(Field.DEPTH)
    assert sorted(np.unique(depth[np.isfinite(depth)]).tolist()) == [0.5, 2.0]
    assert {NoteCode.CUT, NoteCode.SKIPPED} <= codes(flood)
    assert flood.lattice.rows * flood.lattice.cols < 2_100_000


def test_ranges_of_depth_take_their_upper_bound(tmp_path):
    path = geojson(
        tmp_path / "m.geojson", (ring(), {"水深": "0.5-1.0m"}), (ring(113.67, 34.88, 113.69, 34.9), {"水深": ">3"})
    )
    flood = taken(path, tmp_path / "kept")
    assert sorted(np.unique(flood.field(Field.DEPTH)[np.isfinite(flood.field(Field.DEPTH))]).tolist()) == [1.0, 3.0]
    assert NoteCode.CLASSES in codes(flood)


def test_a_table_of_wkt_needs_its_crs_declared(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text(
        'wkt,depth,到达时间\n"POLYGON((113.62 34.88,113.66 34.88,113.66 34.92,113.62 34.88))",1.25,3\n', "utf-8"
    )
    assert refused(path, tmp_path / "kept").code is MapCode.NO_CRS
    flood = taken(path, tmp_path / "kept", crs="EPSG:4326")
    assert float(np.nanmax(flood.field(Field.DEPTH))) == 1.25
    assert float(np.nanmax(flood.field(Field.ARRIVAL))) == 3.0


def test_a_shapefile_is_read_bare_and_zipped(tmp_path):
    import pyogrio.raw
    import shapely

    area = shapely.box(WEST, NORTH - 2000, WEST + 2000, NORTH)
    place = tmp_path / "shp"
    place.mkdir()
    pyogrio.raw.write(
        place / "m.shp", np.array([area.wkb], object), [np.array([1.75])], np.array(["h"], object),
        geometry_type="Polygon", crs="EPSG:4547", driver="ESRI Shapefile",
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for file in place.iterdir():
            archive.write(file, file.name)
    for path in (place / "m.shp", tmp_path / "m.zip"):
        assert float(np.nanmax(taken(path, tmp_path / "kept").field(Field.DEPTH))) == 1.75
    (place / "m.prj").unlink()
    assert refused(place / "m.shp", tmp_path / "other").code is MapCode.NO_CRS


def test_tables_in_the_countrys_older_encoding_are_read(tmp_path):
    import pyogrio.raw
    import shapely

    area = shapely.box(WEST, NORTH - 2000, WEST + 2000, NORTH)
    pyogrio.raw.write(
        tmp_path / "m.shp", np.array([area.wkb], object), [np.array([1.75]), np.array(["嫩滩"], object)],
        np.array(["水深", "名称"], object), geometry_type="Polygon", crs="EPSG:4547", driver="ESRI Shapefile",
        encoding="GBK",
    )  # fmt: skip
    (tmp_path / "m.cpg").unlink(missing_ok=True)
    table = bytearray((tmp_path / "m.dbf").read_bytes())
    table[29] = 0  # the table's own mark of its encoding
    (tmp_path / "m.dbf").write_bytes(table)
    assert float(np.nanmax(taken(tmp_path / "m.shp", tmp_path / "kept").field(Field.DEPTH))) == 1.75
    text = f'范围,水深\n"{area.wkt}",2.5\n'
    (tmp_path / "m.csv").write_bytes(text.encode("gbk"))
    assert float(np.nanmax(taken(tmp_path / "m.csv", tmp_path / "kept", crs="EPSG:4547").field(Field.DEPTH))) == 2.5


@pytest.mark.parametrize(
    ("features", "code"),
    [
        (((ring(), {"name": 1.0}),), MapCode.NO_DEPTH_COLUMN),
        (((ring(), {"水深": "深"}),), MapCode.BAD_DEPTH),
        (((ring(), {"水深": -3.0}),), MapCode.NO_WATER),
        (((ring(), {"水深": None}),), MapCode.NO_AREA),
        (((ring(100.0, 20.0, 101.0, 21.0), {"水深": 1.0}),), MapCode.NOT_NEAR),
        ((), MapCode.NO_AREA),
    ],
)
def test_what_is_wrong_with_polygons_is_told(tmp_path, features, code):
    assert refused(geojson(tmp_path / "m.geojson", *features), tmp_path / "kept").code is code


def test_kept_maps_are_listed_read_and_removed(tmp_path):
    folder = tmp_path / "kept"
    flood = taken(raster(tmp_path / "m.tif"), folder, title="二〇二六年图", flow_m3s=8000.0)
    again = taken(raster(tmp_path / "m.tif"), folder, title="二〇二六年图", flow_m3s=8000.0)
    assert again.about.digest == flood.about.digest
    (kept,), torn = kept_maps(folder)
    assert (kept, torn) == (flood.about, ())
    read = read_map(folder, kept.digest)
    assert read.about == flood.about
    assert read.flow_m3s == 8000.0
    assert read.field(Field.DEPTH) == pytest.approx(flood.field(Field.DEPTH), nan_ok=True)
    remove_map(folder, kept.digest)
    assert kept_maps(folder) == ((), ())
    with pytest.raises(MapRefused):
        read_map(folder, kept.digest)


def test_a_torn_kept_map_is_told_and_not_read(tmp_path):
    folder = tmp_path / "kept"
    flood = taken(raster(tmp_path / "m.tif"), folder)
    fields = folder / flood.about.digest / "fields.npz"
    fields.write_bytes(fields.read_bytes()[:100])
    with pytest.raises(MapRefused) as told:
        read_map(folder, flood.about.digest)
    assert told.value.code is MapCode.UNREADABLE
    (folder / flood.about.digest / "about.json").write_text("{", "utf-8")
    assert kept_maps(folder) == ((), (flood.about.digest,))


def test_a_name_that_leads_elsewhere_is_no_map(tmp_path):
    for name in ("../x", "", "a/b"):
        with pytest.raises(MapRefused):
            remove_map(tmp_path, name)


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(*_args, **_given):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(np, "savez_compressed", full)
    told = refused(raster(tmp_path / "m.tif"), tmp_path / "kept")
    assert told.code is MapCode.CANNOT_WRITE
    assert "space" in told.params["reason"]
