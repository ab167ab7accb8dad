"""The township's reach for tests: made once, on coarse cells."""

from __future__ import annotations

from functools import lru_cache

import resources
from data.feeds.ratings import read_ratings
from data.model.register import Registers
from data.model.river import HUAYUANKOU
from data.rules.rating import Rating
from data.twin.site import site_terrain
from data.twin.site_levels import read_levels
from data.twin.terrain import Terrain
from desktop.first_run import demo_situation

COARSE_M = 80.0


@lru_cache
def registers() -> Registers:
    return demo_situation().registers


@lru_cache
def rating() -> Rating:
    ratings = read_ratings(resources.path("demo/ratings.csv"))
    return max((one for one in ratings if one.station == HUAYUANKOU), key=lambda one: one.year)


@lru_cache
def terrain() -> Terrain:
    return site_terrain(registers(), rating(), COARSE_M, read_levels(resources.path("demo/site_levels.csv")))
