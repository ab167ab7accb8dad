"""Ground: elevation files, crests, friction, blocks and checks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.twin.checks import check_terrain, official
from data.twin.dem import read_dem
from data.twin.faults import FindingCode, TwinCode, TwinFault
from data.twin.ground import with_blocks, with_friction
from data.twin.output import geotiff
from data.twin.shapes import inside
from data.twin.terrain import CrestKind, CrestLine, Nature, coarser
from tests.data.twin.grounds import ground, rough

ASC = """ncols 4
nrows 3
xllcorner {x}
yllcorner {y}
cellsize {cell}
NODATA_value -9999
1 2 3 4
5 -9999 7 8
9 10 11 nan
"""


def asc(folder: Path, x: float = 1000.0, y: float = 2000.0, cell: float = 10.0) -> Path:
    path = folder / "ground.asc"
    path.write_text(ASC.format(x=x, y=y, cell=cell), "utf-8")
    return path


def codes(terrain) -> set[FindingCode]:
    return {finding.code for finding in check_terrain(terrain)}


def test_an_ascii_grid_keeps_its_place_and_its_holes(tmp_path: Path):
    terrain = read_dem(asc(tmp_path), crs="EPSG:4547", datum="1985国家高程基准")
    assert (terrain.west, terrain.north, terrain.cell_m) == (1000.0, 2030.0, 10.0)
    assert terrain.bed[0].tolist() == [1, 2, 3, 4]
    assert np.isnan(terrain.bed[1, 1])
    assert np.isnan(terrain.bed[2, 3])
    assert terrain.cell_at(1000.0, 2029.9) == (0, 0)
    assert terrain.cell_at(1040.1, 2010.0) is None
    assert codes(terrain) == {FindingCode.HOLES}


def test_a_geotiff_comes_back_as_it_was_written(tmp_path: Path):
    terrain = ground(rough(20, 30))
    path = tmp_path / "ground.tif"
    path.write_bytes(geotiff(terrain, terrain.bed, np.isfinite(terrain.bed), "m"))
    back = read_dem(path, datum="test")
    assert np.array_equal(back.bed, terrain.bed)
    assert (back.crs, back.cell_m, back.west, back.north) == ("EPSG:4547", 10.0, 0.0, 200.0)
    with pytest.raises(TwinFault) as told:
        read_dem(path, crs="EPSG:32649")
    assert told.value.code is TwinCode.CRS_DIFFERS


def test_cells_in_degrees_are_brought_to_metres_or_refused(tmp_path: Path):
    path = asc(tmp_path, 113.6, 34.9, 0.001)
    with pytest.raises(TwinFault) as told:
        read_dem(path)
    assert told.value.code is TwinCode.DEGREES
    terrain = read_dem(path, crs="EPSG:4326")
    assert terrain.crs == "EPSG:32649"
    assert 80 < terrain.cell_m < 120


@pytest.mark.parametrize("text", ["", "not a grid", "ncols 4\nnrows 2\n"])
def test_a_file_that_is_no_raster_is_refused(tmp_path: Path, text: str):
    path = tmp_path / "bad.asc"
    path.write_text(text, "utf-8")
    with pytest.raises(TwinFault) as told:
        read_dem(path)
    assert told.value.code is TwinCode.FILE_UNREADABLE


def test_a_ground_without_datum_or_crs_says_so_and_is_not_official():
    terrain = ground(rough(9, 9))
    assert official(terrain)
    bare = replace(terrain, crs=None, datum=None)
    assert codes(bare) == {FindingCode.NO_CRS, FindingCode.NO_DATUM}
    assert not official(bare)
    assert not official(replace(terrain, nature=Nature.IDEALISED))


def test_a_crest_under_the_ground_beside_it_or_across_a_channel_is_found():
    bed = np.full((30, 60), 5.0)
    bed[:, 25:35] = 0.0
    along = CrestLine(CrestKind.DYKE, ((200.0, -1.0), (200.0, 301.0)), (6.0, 6.0), "along")
    across = CrestLine(CrestKind.LEVEE, ((-1.0, 150.0), (601.0, 150.0)), (6.0, 6.0), "across")
    buried = CrestLine(CrestKind.DYKE, ((100.0, -1.0), (100.0, 301.0)), (4.0, 4.0), "buried")
    far = CrestLine(CrestKind.ROAD, ((5000.0, 0.0), (6000.0, 0.0)), (4.0, 4.0), "far")
    assert codes(ground(bed, crests=(along,))) == set()
    assert codes(ground(bed, crests=(across,))) == {FindingCode.DAM_ACROSS_CHANNEL}
    assert codes(ground(bed, crests=(buried,))) == {FindingCode.CREST_BELOW_GROUND}
    assert codes(ground(bed, crests=(far,))) == {FindingCode.CREST_OUTSIDE}


def test_a_cell_far_from_its_neighbours_is_found():
    bed = rough(12, 12)
    bed[4, 6] += 400.0
    assert codes(ground(bed)) == {FindingCode.SPIKES}


def test_a_crest_line_without_length_is_no_line():
    with pytest.raises(ValueError, match="no length"):
        CrestLine(CrestKind.DYKE, ((1.0, 1.0), (1.0, 1.0)), (2.0, 2.0))


def test_blocks_and_friction_fall_on_the_cells_whose_middle_they_hold():
    terrain = ground(np.zeros((10, 10)))
    ring = ((20.0, 30.0), (50.0, 30.0), (50.0, 70.0), (20.0, 70.0))
    assert inside(terrain, ring).sum() == 3 * 4
    raised = with_blocks(terrain, [ring, ring], 3.0)
    assert sorted(np.unique(raised.bed)) == [0.0, 3.0]
    smooth = with_friction(terrain, [(ring, 0.02)])
    assert smooth.manning[4, 3] == np.float32(0.02)
    assert terrain.digest() != raised.digest() != smooth.digest()


def test_coarser_cells_are_means_and_keep_the_place():
    terrain = ground(rough(11, 13))
    wide = coarser(terrain, 2)
    assert wide.shape == (5, 6)
    assert wide.bed[0, 0] == pytest.approx(terrain.bed[:2, :2].mean())
    assert (wide.west, wide.north, wide.cell_m) == (terrain.west, terrain.north, 20.0)
