"""A surveyed terrain: taken in from what offices hand over, kept, and refused in words where it is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from rasterio.warp import transform_bounds

from data.twin.case import Running, constant
from data.twin.checks import check_terrain, official
from data.twin.faults import FindingCode, TwinCode, TwinFault
from data.twin.plane import to_degrees
from data.twin.simulate import simulate
from data.twin.site import site_case
from data.twin.site_lines import CRS
from data.twin.terrain import CrestKind, Nature, Terrain
from data.twin.terrain_file import Survey, import_terrain
from data.twin.terrain_kept import FILE, forget_terrain, keep_terrain, kept_about, kept_terrain, on_cells
from tests.data.twin.sites import COARSE_M, registers, terrain

DATUM = "1985国家高程基准"
AT = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def placed(west: float, south: float, east: float, north: float, cols: int, rows: int) -> Affine:
    return Affine((east - west) / cols, 0.0, west, 0.0, -(north - south) / rows, north)


def sheet(
    path: Path, shape: tuple[int, int] = (240, 400), crs: str = CRS, nodata: float | None = None, **how: Any
) -> Path:
    """An elevation file over the reach: the idealised ground, read off at its cells."""
    ground = terrain()
    rows, cols = ground.shape
    east, south = ground.west + cols * ground.cell_m, ground.north - rows * ground.cell_m
    bounds = transform_bounds(CRS, crs, ground.west, south, east, ground.north)
    place = placed(*bounds, shape[1], shape[0])
    row = np.linspace(0, rows - 1e-6, shape[0]).astype(int)
    col = np.linspace(0, cols - 1e-6, shape[1]).astype(int)
    heights = ground.bed[np.ix_(row, col)]
    if nodata is not None:
        heights = np.where(np.isfinite(heights), heights, nodata)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": crs, "transform": place} | how
    with rasterio.open(path, "w", width=shape[1], height=shape[0], **profile) as target:
        target.write(heights.astype(profile["dtype"]), 1)
    return path


def taken(survey: Survey, cell_m: float = COARSE_M) -> Terrain:
    return import_terrain(survey, registers(), cell_m)


def refused(survey: Survey, cell_m: float = COARSE_M) -> TwinFault:
    with pytest.raises(TwinFault) as told:
        taken(survey, cell_m)
    return told.value


def collection(path: Path, *features: dict[str, Any]) -> Path:
    listed = [
        {"type": "Feature", "geometry": {"type": one.pop("shape"), "coordinates": one.pop("at")}, "properties": one}
        for one in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), "utf-8")
    return path


def square(lon: float, lat: float, size: float = 0.004) -> list[list[list[float]]]:
    ring = [(lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size), (lon, lat)]
    return [[list(point) for point in ring]]


def test_a_geotiff_of_the_place_becomes_surveyed_ground_that_a_flow_can_run_on(tmp_path: Path):
    made = taken(Survey(sheet(tmp_path / "dem.tif"), DATUM))
    assert (made.nature, made.datum, made.crs, made.cell_m) == (Nature.MEASURED, DATUM, CRS, COARSE_M)
    assert official(made)
    assert made.fall == pytest.approx(1 / 5000, rel=0.3)
    assert abs(np.nanmean(made.bed) - np.nanmean(terrain().bed)) < 0.1
    result = simulate(site_case(made, constant(2000.0), Running(3600.0)))
    assert result.summary.volumes.sources_m3 == pytest.approx(7.2e6, rel=1e-6)
    assert (result.depth_m > 0.5).sum() > 20


@pytest.mark.parametrize(("crs", "nodata"), [("EPSG:4326", None), ("EPSG:32649", -9999.0), ("EPSG:4490", -32768.0)])
def test_other_coordinate_systems_are_brought_to_the_working_one(tmp_path: Path, crs: str, nodata: float | None):
    made = taken(Survey(sheet(tmp_path / "dem.tif", crs=crs, nodata=nodata), DATUM))
    known = made.bed[np.isfinite(made.bed)]
    assert made.crs == CRS
    assert known.min() > 80
    assert known.max() < 100
    assert len(known) == pytest.approx(np.isfinite(terrain().bed).sum(), rel=0.1)


def test_a_tile_of_a_shuttle_mission_is_read(tmp_path: Path):
    size = 1201
    heights = np.full((size, size), 90, ">i2")
    heights[:, ::3] = 91
    heights[5, 5] = -32768
    (tmp_path / "N34E113.hgt").write_bytes(heights.tobytes())
    made = taken(Survey(tmp_path / "N34E113.hgt", "EGM96"))
    assert made.datum == "EGM96"
    assert 89.9 < np.nanmin(made.bed) <= np.nanmax(made.bed) < 91.1


def test_holes_in_a_survey_stay_holes_and_are_found(tmp_path: Path):
    path = sheet(tmp_path / "dem.tif")
    with rasterio.open(path, "r+") as target:
        heights = target.read(1)
        heights[150:156, 200:206] = np.nan
        target.write(heights, 1)
    made = taken(Survey(path, DATUM))
    assert FindingCode.HOLES in {finding.code for finding in check_terrain(made)}


def test_an_ascii_grid_needs_its_crs_declared(tmp_path: Path):
    path = tmp_path / "dem.asc"
    sheet(tmp_path / "dem.tif")
    with rasterio.open(tmp_path / "dem.tif") as source:
        heights, place = source.read(1), source.transform
    head = f"ncols 400\nnrows 240\nxllcorner {place.c}\nyllcorner {place.f + 240 * place.e}\n"
    body = "\n".join(" ".join(f"{value:.2f}" for value in row) for row in np.nan_to_num(heights, nan=-9999.0))
    path.write_text(f"{head}dx {place.a}\ndy {-place.e}\nNODATA_value -9999\n{body}\n", "utf-8")
    assert refused(Survey(path, DATUM)).code is TwinCode.NO_CRS
    assert np.nanmin(taken(Survey(path, DATUM, CRS)).bed) > 80


def test_ground_without_a_datum_is_refused(tmp_path: Path):
    assert refused(Survey(sheet(tmp_path / "dem.tif"), " ")).code is TwinCode.NO_DATUM


def test_ground_of_another_place_or_with_the_wrong_crs_is_refused(tmp_path: Path):
    far = tmp_path / "far.tif"
    place = placed(110.0, 34.0, 110.2, 34.2, 50, 50)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "transform": place}
    with rasterio.open(far, "w", width=50, height=50, crs="EPSG:4326", **profile) as target:
        target.write(np.full((50, 50), 90, np.float32), 1)
    fault = refused(Survey(far, DATUM))
    assert (fault.code, fault.params["share"]) == (TwinCode.NOT_NEAR, 0)
    bare = sheet(tmp_path / "bare.tif", crs=CRS)
    assert refused(Survey(bare, DATUM, "EPSG:32649")).code is TwinCode.CRS_DIFFERS
    assert refused(Survey(bare, DATUM, "EPSG:nowhere")).code is TwinCode.KEY_WRONG


@pytest.mark.parametrize("content", [b"", b"II*\x00 torn", b"<html>"])
def test_a_file_that_is_no_raster_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "dem.tif"
    path.write_bytes(content)
    assert refused(Survey(path, DATUM)).code is TwinCode.FILE_UNREADABLE
    assert refused(Survey(tmp_path / "none.tif", DATUM)).code is TwinCode.FILE_MISSING


def test_cells_too_fine_for_the_machine_are_refused(tmp_path: Path):
    path = sheet(tmp_path / "dem.tif")
    assert refused(Survey(path, DATUM), 2.0).code is TwinCode.TOO_LARGE
    assert refused(Survey(path, DATUM), 0.0).code is TwinCode.VALUE_OUT_OF_RANGE


def test_surveyed_lines_and_areas_are_burned_in(tmp_path: Path):
    path = sheet(tmp_path / "dem.tif")
    crests = collection(
        tmp_path / "crests.geojson",
        {"shape": "LineString", "at": [[113.70, 34.9010, 97.0], [113.72, 34.8970, 96.0]], "kind": "大堤", "name": "A"},
        {"shape": "LineString", "at": [[113.73, 34.905], [113.74, 34.905]], "kind": "dyke", "crest_m": 93.5},
    )
    landuse = collection(
        tmp_path / "use.geojson",
        {"shape": "Polygon", "at": square(113.72, 34.905), "地类": "林地"},
        {"shape": "MultiPolygon", "at": [square(113.74, 34.905)], "n": 0.05},
    )
    blocks = collection(tmp_path / "blocks.geojson", {"shape": "Polygon", "at": square(113.70, 34.89), "height_m": 6})
    bare = taken(Survey(path, DATUM))
    made = taken(Survey(path, DATUM, crests=crests, landuse=landuse, blocks=blocks))
    assert [line.kind for line in made.crests] == [CrestKind.LEVEE, CrestKind.DYKE]
    assert made.crests[0].crest_m == (97.0, 96.0)
    assert to_degrees(made.crests[1].points, CRS)[0] == pytest.approx((113.73, 34.905), abs=1e-6)
    assert {round(float(n), 3) for n in np.unique(made.manning)} == {0.035, 0.05, 0.065}
    raised = made.bed - bare.bed
    assert np.nanmax(raised) == pytest.approx(6.0, abs=1e-4)
    assert 15 < (raised > 1).sum() < 40


def test_crests_may_come_as_a_table(tmp_path: Path):
    path = tmp_path / "crests.csv"
    path.write_text(
        "name,kind,x,y,crest_m\nA,生产堤,113.70,34.91,92\nA,生产堤,113.71,34.91,92.5\n"
        "B,道路,470000,3865000,91\nB,道路,471000,3865000,91\n",
        "utf-8",
    )
    made = taken(Survey(sheet(tmp_path / "dem.tif"), DATUM, crests=path))
    assert [(line.name, line.kind) for line in made.crests] == [("A", CrestKind.DYKE), ("B", CrestKind.ROAD)]
    assert made.crests[1].points[0] == pytest.approx((470000, 3865000))


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        ({"shape": "LineString", "at": [[113.7, 34.9, 95], [113.7, 34.9, 95]], "kind": "levee"}, TwinCode.NO_LENGTH),
        ({"shape": "LineString", "at": [[113.7, 34.9], [113.8, 34.9]], "kind": "levee"}, TwinCode.BAD_ROW),
        ({"shape": "LineString", "at": [[113.7, 34.9], [113.8, 34.9]], "kind": "wall", "crest_m": 9}, TwinCode.BAD_ROW),
        (
            {"shape": "LineString", "at": [[113.7, 34.9], [113.8, 34.9]], "kind": "levee", "crest_m": 99_999},
            TwinCode.VALUE_OUT_OF_RANGE,
        ),
        ({"shape": "Point", "at": [113.7, 34.9], "kind": "levee", "crest_m": 9}, TwinCode.BAD_ROW),
    ],
)
def test_a_crest_that_is_none_is_told(tmp_path: Path, feature: dict[str, Any], code: TwinCode):
    crests = collection(tmp_path / "crests.geojson", feature)
    assert refused(Survey(sheet(tmp_path / "dem.tif", (60, 100)), DATUM, crests=crests)).code is code


def test_a_crest_below_the_ground_is_found(tmp_path: Path):
    crests = collection(
        tmp_path / "crests.geojson",
        {"shape": "LineString", "at": [[113.70, 34.905], [113.72, 34.905]], "kind": "dyke", "crest_m": 80.0},
    )
    made = taken(Survey(sheet(tmp_path / "dem.tif"), DATUM, crests=crests))
    assert FindingCode.CREST_BELOW_GROUND in {finding.code for finding in check_terrain(made)}


def test_a_terrain_is_kept_with_its_provenance_and_comes_back_the_same(tmp_path: Path):
    crests = collection(
        tmp_path / "crests.geojson",
        {"shape": "LineString", "at": [[113.70, 34.9, 97.0], [113.72, 34.897, 96.0]], "kind": "levee", "name": "A"},
    )
    survey = Survey(sheet(tmp_path / "dem.tif"), DATUM, crests=crests)
    made = taken(survey)
    assert kept_terrain(tmp_path) is None
    assert kept_about(tmp_path) is None
    about = keep_terrain(tmp_path, made, survey, AT)
    back = kept_terrain(tmp_path)
    assert back is not None
    assert back.digest() == made.digest()
    assert back.crests == made.crests
    assert kept_about(tmp_path) == about
    assert about.files == ("dem.tif", "crests.geojson")
    assert on_cells(back, 160.0).cell_m == 160.0
    assert on_cells(back, 20.0) is back
    assert forget_terrain(tmp_path)
    assert kept_terrain(tmp_path) is None


def test_a_torn_terrain_is_told_and_a_full_disk_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    survey = Survey(sheet(tmp_path / "dem.tif", (60, 100)), DATUM)
    made = taken(survey)
    keep_terrain(tmp_path, made, survey, AT)
    whole = Path.replace

    def full(self: Path, target: Path) -> Path:
        if self.name.startswith("terrain"):
            raise OSError(28, "No space left on device")
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(TwinFault) as told:
        keep_terrain(tmp_path, made.with_bed(made.bed + np.float32(1.0)), survey, AT)
    assert told.value.code is TwinCode.CANNOT_WRITE
    monkeypatch.undo()
    back = kept_terrain(tmp_path)
    assert back is not None
    assert back.digest() == made.digest()
    assert not list(tmp_path.glob("*.part"))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-900])
    with pytest.raises(TwinFault) as told:
        kept_terrain(tmp_path)
    assert told.value.code is TwinCode.KEPT_TORN
