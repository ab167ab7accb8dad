"""The twin at the desk: the library's water feeds the relocation clock and the grid e-map. Composed here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import resources
from data.model.inundation import Inundation, Span
from data.model.situation import Situation, Touched
from data.rules.rating import Rating
from data.rules.signoff import Preview
from data.rules.stepped import Course
from data.twin.asking import Places
from data.twin.flood import Field, Flood
from desktop.background import Background
from desktop.library_desk import LibraryDesk, Place
from desktop.newest import Newest
from desktop.reckoning_desk import ReckoningDesk
from desktop.room import Room
from desktop.twin_runs import RunWish, TwinRuns
from desktop.twin_told import LIBRARY_RUN, runs_shown
from views import flood_notes
from views.map_water import MapWater, Ramp, water
from views.twin_progress import RunShown

if TYPE_CHECKING:
    from data.rules.reckoning import Township
    from data.twin.axis import Axis
    from data.twin.case import Case
    from data.twin.library import Library
    from data.twin.recipe import SiteRecipe
    from data.twin.site_levels import Levels

LIBRARY, CACHE, IMPORTED, RUNS = "library", "cache", "imported", "runs"
CELLS_M = (80.0, 40.0, 20.0)
FRAMES_S = 600.0
LAID_FOR = 2020
"""Year of the rating with which `site_levels.csv` was laid."""
RUN_THREADS = 1
"""One thread leaves the desk smooth on two cores."""


@dataclass(frozen=True, slots=True, eq=False)
class Wet:
    """Water as the desk's map shows it, and what it was made for."""

    flow_m3s: float
    whatif: bool
    water: MapWater


class TwinDesk(QObject):
    """Opens the library, gives its water to the clock, and draws it. Nothing runs before `start`.

    Signals:
        wet: MapWater for the desk's map, or None while there is no library.
        running: tuple of RunShown: what is being computed, and what was stopped.

    """

    wet = Signal(object)
    running = Signal(object)

    def __init__(
        self, room: Room, background: Background, reckoning: ReckoningDesk, parent: QObject | None = None
    ) -> None:
        """Make it; `start` says where it keeps everything."""
        super().__init__(parent)
        self._room, self._reckoning = room, reckoning
        self.library = LibraryDesk(background, self)
        self._hand = Newest[Wet](background, "water", _raise)
        self.imported = Path()
        self.cells_m: tuple[float, ...] = CELLS_M
        self.runs = TwinRuns(background, self._pause_library, self)
        self._warming = Newest[None](background, "warm", _raise)
        self.places = Places()
        self._town: Township | None = None
        self._make = False
        self._axis: Axis | None = None
        self._shown: tuple[Library, float, bool] | None = None

    def start(self, rating: Rating, folder: Path, *, cells_m: Sequence[float] = CELLS_M, make: bool = True) -> None:
        """Open or make the library of the township with the rating of a year; everything lies under the folder."""
        from data.twin.recipe import recipe

        self.library.changed.connect(self._on_library)
        self.library.progressed.connect(self._tell)
        self.runs.changed.connect(lambda _: self._tell())
        self._room.changed.connect(self._on_changed)
        self._room.previewed.connect(self._on_previewed)
        self._reckoning.town_laid.connect(self._warm)
        made = recipe(self._room.situation.registers, rating, folder, site_levels(rating))
        place = Place(made, folder / LIBRARY, folder / CACHE, tuple(cells_m))
        self.imported, self.cells_m, self._make = folder / IMPORTED, place.sizes, make
        self.library.start(place, make=make)
        self.runs.place(folder / RUNS, place.cache, lambda wish, cell_m: self._case(made, wish, cell_m))

    def close(self) -> None:
        """End everything; what the library has made stays."""
        self.runs.close()
        self.library.close()
        self._hand.close()
        self._warming.close()

    def axis(self) -> Axis | None:
        """Return the river's middle line on the library's lattice; made once for a lattice. None without either."""
        from data.twin.axis import river_axis

        library = self.library.library
        if library is None:
            return None
        lattice = library.at(library.flows_m3s[0]).lattice
        if self._axis is None or self._axis.lattice != lattice:
            self._axis = river_axis(lattice, self._room.situation.registers)
        return self._axis

    def runs_shown(self) -> tuple[RunShown, ...]:
        """Return what is being computed, and what was stopped."""
        return runs_shown(self.library, self.runs.shown, self.cells_m[0])

    def stop_run(self, run_id: str) -> None:
        """Stop a run, or the library's making; both can be gone on with."""
        if run_id == LIBRARY_RUN:
            self._make = False  # no run that ends lets it go on
            self.library.stop()
            self._tell()
        else:
            self.runs.stop(run_id)

    def resume_run(self, run_id: str) -> None:
        """Go on with what was stopped."""
        if run_id == LIBRARY_RUN:
            self._make = True
            self.library.resume()
            self._tell()
        else:
            self.runs.resume(run_id)

    @property
    def busy(self) -> bool:
        """Whether a picture is on its way."""
        return self._hand.busy

    def pictures(
        self, courses: Span[Course], flow_m3s: float | None, at: datetime
    ) -> tuple[Span[Inundation], float | None] | None:
        """Return the library's water on a course with its band, over what is wet at the flow observed.

        None while there is no library. For any thread.
        """
        from data.twin.asking import span_of
        from data.twin.present import OverPresent

        library = self.library.library
        if library is None:
            return None
        flow = max(flow for _, flow in courses.likely)
        trust = library.trust(flow)
        found = span_of(library, courses, at, datetime.now(UTC), self.places)
        if flow_m3s is not None:
            now = library.steady(flow_m3s) or library.at(flow_m3s)
            low, likely, high = (
                OverPresent(one, now, at, self.places) for one in (found.low, found.likely, found.high)
            )
            found: Span[Inundation] = Span(low, likely, high)
        return found, None if trust is None else trust.depth_rmse_m

    def _pause_library(self, wait: bool) -> None:
        """Let the library's making wait while somebody waits for a run."""
        if wait:
            self.library.stop()
        elif self._make and self.library.levels.unfinished():
            self.library.resume()

    def _case(self, made: SiteRecipe, wish: RunWish, cell_m: float) -> Case:
        """Make the case of a run on demand: it starts from the surface that the library holds for the first flow."""
        from data.twin.breaching import breach_at
        from data.twin.case import Running, Series
        from data.twin.laid import depth_on
        from data.twin.site import site_case

        terrain = made.terrain(cell_m)
        held = [one for one in self.library.levels.libraries.values() if one is not None and one.stairs is not None]
        held.sort(key=lambda one: one.identity.cell_m)  # of its own cells, else of the finest there are
        own = [one for one in held if one.identity.cell_m == terrain.cell_m]
        steady = next((one.steady(wish.inflow[0][1]) for one in (*own, *held)), None)
        asked = wish.wanted.breach
        breaches = () if asked is None else (
            breach_at(
                terrain, (asked.lon, asked.lat), start_s=asked.start_h * 3600, width_m=asked.width_m,
                growth_s=asked.growth_h * 3600, sill_m=asked.sill_m,
            ),
        )  # fmt: skip
        hydrograph = Series(tuple(hour * 3600 for hour, _ in wish.inflow), tuple(flow for _, flow in wish.inflow))
        running = Running(wish.hours * 3600, threads=RUN_THREADS, frames_every_s=FRAMES_S)
        return site_case(
            terrain, hydrograph, running, breaches=breaches, name=wish.kind.value,
            initial_depth=None if steady is None else depth_on(steady, terrain),
        )  # fmt: skip

    # ── water on the map ──

    def _tell(self) -> None:
        self.running.emit(self.runs_shown())

    def _on_library(self) -> None:
        self._reckoning.use(None if self.library.library is None else self.pictures)
        self._warm_up()
        self._draw()

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if touched & Touched.RIVER and self._room.preview is None:
            self._draw()

    def _on_previewed(self, _preview: Preview | None) -> None:
        self._draw()

    def _draw(self) -> None:
        library, preview = self.library.library, self._room.preview
        flow = self._room.situation.flow_m3s if preview is None else preview.flow_m3s
        if library is None or flow is None:
            self._shown = None
            self.wet.emit(None)
            return
        wanted = (library, flow, preview is not None)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._hand.ask(lambda: wet_of(library, flow, whatif=wanted[2]), self._on_wet)

    def _on_wet(self, found: Wet) -> None:
        if self._shown is not None and found.whatif == (self._room.preview is not None):
            self.wet.emit(found.water)

    def _warm(self, town: Township) -> None:
        """Read what blends of the township's places need before anybody drags the slider."""
        self._town = town
        self._warm_up()

    def _warm_up(self) -> None:
        library, town = self.library.library, self._town
        if library is None or town is None:
            return

        def warm() -> None:
            lattice = library.at(library.flows_m3s[0]).lattice
            library.warm([self.places.locate(lattice, probes).cells for probes in town.probes])

        self._warming.ask(warm, lambda _: None)


def wet_of(library: Library, flow_m3s: float, *, whatif: bool) -> Wet:
    """Make the picture: of a what-if its greatest depths, of the live flow the surface that it holds."""
    steady = None if whatif else library.steady(flow_m3s)
    flood: Flood = steady or library.at(flow_m3s)
    depth = flood.field(Field.DEPTH)
    if depth is None:
        raise ValueError("a library knows depths")
    notes = flood_notes.notes(flood, asked_m3s=flow_m3s)
    return Wet(flow_m3s, whatif, water(Ramp.DEPTH, depth, flood.lattice.corners(), notes, preview=whatif))


def site_levels(rating: Rating) -> Levels | None:
    """Return the levels that the shipped reach was laid with; they hold for the rating of one year."""
    from data.twin.site_levels import read_levels

    return read_levels(resources.path("demo/site_levels.csv")) if rating.year == LAID_FOR else None


def _raise(error: BaseException) -> None:
    raise error
