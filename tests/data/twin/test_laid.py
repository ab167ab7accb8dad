"""A run on fine cells starts from the water of coarse ones."""

from __future__ import annotations

import numpy as np

from data.twin.laid import depth_on
from data.twin.terrain import Nature, Terrain
from tests.data.twin.flood_sample import NORTH, WEST, sample_flood


def fine(cell_m: float = 50.0, crs: str = "EPSG:4547") -> Terrain:
    rows, cols = int(1200 / cell_m), int(1600 / cell_m)
    bed = np.repeat((90.0 + 0.5 / 100 * cell_m * np.arange(rows))[:, None], cols, axis=1).astype(np.float32)
    return Terrain(bed, bed * 0 + 0.03, cell_m, WEST, NORTH, crs, "大沽(待核)", Nature.IDEALISED)


def test_the_surface_is_kept_and_dry_land_stays_dry():
    flood = sample_flood(peak_m=92.0)
    terrain = fine()
    laid = depth_on(flood, terrain)
    assert laid is not None
    wet = laid > 0.05
    assert np.allclose((terrain.bed + laid)[wet], 92.0, atol=1e-4)
    assert wet[:7].all()
    assert not wet[9:].any()


def test_nothing_is_laid_where_the_other_flood_does_not_reach():
    terrain = fine(100.0)
    shifted = Terrain(
        terrain.bed, terrain.manning, 100.0, WEST - 500.0, NORTH, terrain.crs, terrain.datum, Nature.IDEALISED
    )
    laid = depth_on(sample_flood(peak_m=92.0), shifted)
    assert laid is not None
    assert (laid[:, :5] == 0).all()
    assert (laid[0, 5:] > 1.9).all()


def test_water_of_another_coordinate_system_is_not_laid():
    assert depth_on(sample_flood(), fine(crs="EPSG:32649")) is None
