"""How the site's case is made at any cell size: from a surveyed terrain that was taken in, else idealised from facts.

A recipe crosses to the process that makes a library, and is asked there; it carries the few registers that it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.model.register import Registers
from data.rules.rating import Rating
from data.twin.case import Case, Running, constant
from data.twin.site_levels import Levels
from data.twin.standard import STANDARD
from data.twin.terrain import Terrain

TERRAINS = "terrains"
_LAND = ("maplines", "works", "spurs", "plots", "routes", "stations")
"""Registers that a terrain is made from."""


@dataclass(frozen=True, slots=True)
class SiteRecipe:
    """Registers, the year's rating, the folder in which a surveyed terrain may lie, and levels of the idealised one."""

    registers: Registers
    rating: Rating
    folder: Path
    levels: Levels | None = None

    def terrain(self, cell_m: float) -> Terrain:
        """Return the ground on cells of about a size, surveyed where it was; TwinFault when it cannot be made."""
        from data.twin.site import site_terrain
        from data.twin.terrain_cache import remembered
        from data.twin.terrain_kept import kept_terrain, on_cells

        surveyed = kept_terrain(self.folder)
        if surveyed is not None:
            return on_cells(surveyed, cell_m)
        digests = [self.registers.of(kind).digest for kind in _LAND]
        return remembered(
            self.folder / TERRAINS, (digests, self.rating, self._levels_told(), cell_m),
            lambda: site_terrain(self.registers, self.rating, cell_m, self.levels),
        )  # fmt: skip

    def _levels_told(self) -> tuple[object, ...]:
        levels = self.levels
        if levels is None:
            return ()
        columns = (levels.flows_m3s, levels.along_m, levels.level_m, levels.deeper_m)
        return (levels.reach, *(column.tobytes() for column in columns))

    def __call__(self, cell_m: float) -> Case:
        """Return the case without a flood: terrain, river at its base flow, edges."""
        from data.twin.site import site_case

        return site_case(self.terrain(cell_m), constant(STANDARD.base_m3s), Running(STANDARD.seconds))


def recipe(registers: Registers, rating: Rating, folder: Path, levels: Levels | None = None) -> SiteRecipe:
    """Return the recipe of a township; `levels` belong to its registers and the rating's year."""
    land = Registers()
    for kind in _LAND:
        land = land.having(registers.of(kind))
    return SiteRecipe(land, rating, folder, levels)
