"""The 推演 page at work: its wishes become scenarios, pictures, curves, cuts and runs, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data.model.inundation import Inundation, Span
from data.model.places import Path2D
from data.model.situation import Situation, Touched
from data.rules.coming import coming
from data.rules.gated import gated
from data.rules.reckoning import Reckoning, Township, reckon
from data.rules.signoff import Preview
from data.rules.stepped import course_of
from data.twin.courses import RunFlood, run_flood
from data.twin.faults import TwinFault
from data.twin.imported_faults import MapRefused
from data.twin.simulate import digest
from desktop.newest import Newest
from desktop.scenario_pictures import Spot, curves, pictures, profile
from desktop.scenarios import (
    Made,
    Means,
    NoScenario,
    Scenario,
    course_alone,
    intervals,
    mirror_shown,
    scenario,
    shown,
    waters,
)
from desktop.twin_runs import RunWish, TwinRuns
from desktop.twin_told import library_shown
from views import twin_fault_words
from views.map_water import MapWater
from views.twin_progress import RunKind
from views.twin_shown import CurveShown, DifferenceShown, Note, NoteCode, ProfileShown, ScenarioShown
from views.twin_wanted import Breaching, Drawn, Picture, ProfileKind, Sides, Slot, Source, Wanted

if TYPE_CHECKING:
    from data.twin.case import Case
    from data.twin.result import Result
    from desktop.app import Anlan
    from views.twin import TwinWorkspace

LIVE = Wanted(Source.LIVE)
EVENT_TAIL_H = 12.0
"""An event run goes on so long after the last forecast point, for the water to get there."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    one: Scenario
    shown: ScenarioShown
    reckoned: Reckoning | None
    intervals: Mapping[str, tuple[datetime, datetime]]
    town: Township | None


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What follows from the two scenarios and what is asked of them."""

    waters: dict[Slot, MapWater | None]
    difference: DifferenceShown | None
    curves: tuple[CurveShown, ...]
    profile: ProfileShown | None


class TwinPage(QObject):
    """Answers the page; made with it."""

    def __init__(self, anlan: Anlan, page: TwinWorkspace, runs: TwinRuns) -> None:
        """Wire the page."""
        super().__init__(anlan)
        self._desk, self._page, self._runs = anlan, page, runs
        self._hands = {slot: Newest[_Ready](anlan.background, f"scenario-{slot.value}", self._failed) for slot in Slot}
        self._eyes = Newest[_Seen](anlan.background, "pictures", self._failed)
        self._scenarios: dict[Slot, Scenario | None] = dict.fromkeys(Slot)
        self._asked: dict[Slot, Wanted | None] = dict.fromkeys(Slot)
        self._made: dict[Slot, Made] = {}
        self._picture, self._frame = Picture(), 0
        self._spots: tuple[Spot, ...] = ()
        self._cut: tuple[ProfileKind, Path2D] | None = None
        self._followed = LIVE
        self._waiting: list[Callable[[], None]] = []
        page.scenario_requested.connect(self._on_wanted)
        page.event_requested.connect(self._on_event)
        page.breach_requested.connect(self._on_breach)
        page.picture_requested.connect(self._on_picture)
        page.moment_requested.connect(self._on_moment)
        page.point_asked.connect(self._on_point)
        page.point_dropped.connect(self._on_point_dropped)
        page.profile_asked.connect(self._on_profile)
        page.run_stop_requested.connect(anlan.twin.stop_run)
        page.run_resume_requested.connect(anlan.twin.resume_run)
        page.library_remake_requested.connect(anlan.twin.library.remake)
        page.flow_requested.connect(anlan.room.show_whatif)
        anlan.twin.running.connect(page.show_runs)
        runs.made.connect(self._on_made)
        runs.failed.connect(self._on_run_failed)
        anlan.twin.library.changed.connect(self._on_library)
        anlan.twin.library.progressed.connect(self._show_library)
        anlan.reckoning.town_laid.connect(lambda _: self._on_town())
        page.show_runs(anlan.twin.runs_shown())
        anlan.room.changed.connect(self._on_changed)
        anlan.room.previewed.connect(self._on_previewed)
        page.seen.connect(lambda: self._on_previewed(anlan.room.preview))
        self._show_library()

    def close(self) -> None:
        """End what is being worked out."""
        for hand in (*self._hands.values(), self._eyes):
            hand.close()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._eyes.busy or any(hand.busy for hand in self._hands.values())

    def when_seen(self, then: Callable[[], None]) -> None:
        """Call back once when everything asked for so far is on the page, at least one scenario among it."""
        self._waiting.append(then)

    @property
    def scenarios(self) -> dict[Slot, Scenario | None]:
        """The two sides."""
        return dict(self._scenarios)

    @property
    def picture(self) -> tuple[Picture, int]:
        """What is drawn, and at which frame."""
        return self._picture, self._frame

    # ── scenarios ──

    def _on_wanted(self, slot: Slot, wanted: Wanted | None) -> None:
        self._made.pop(slot, None)
        self._asked[slot] = wanted
        if wanted is None:
            self._scenarios[slot] = None
            self._page.show_scenario(slot, None)
            self._page.show_reckoned(slot, None)
            self._look()
            return
        self._make(slot, wanted)

    def _make(self, slot: Slot, wanted: Wanted) -> None:
        desk = self._desk
        self._asked[slot] = wanted
        means = Means(
            desk.twin.library.library, desk.room.situation, desk.clock.now(), desk.reckoning.tables.settings,
            desk.twin.imported, desk.twin.axis(),
        )  # fmt: skip
        made = self._made.get(slot)
        town, places = desk.reckoning.town, desk.twin.places

        def work() -> _Ready:
            one = scenario(wanted, means, made)
            water: Span[Inundation] = waters(one, means, places)
            if town is not None and one.wanted.source in (Source.LIVE, Source.FLOW, Source.EVENT):
                water = gated(water, town.ground, course_alone(one, means))
            reckoned, between = None, dict[str, tuple[datetime, datetime]]()
            if town is not None:
                between = intervals(one, town, places)
                reckoned = reckon(
                    town, water, means.now.whereabouts, means.at, flow_m3s=one.flood.flow_m3s, whatif=True,
                    trust_m=None if one.flood.trust is None else one.flood.trust.depth_rmse_m,
                )  # fmt: skip
            return _Ready(one, shown(slot, one), reckoned, between, town)

        self._hands[slot].ask(work, lambda ready: self._on_ready(slot, ready))

    def _on_ready(self, slot: Slot, ready: _Ready) -> None:
        if self._asked[slot] is None:  # it was taken away meanwhile
            return
        self._scenarios[slot] = ready.one
        self._page.show_scenario(slot, ready.shown)
        self._page.show_reckoned(slot, ready.reckoned, ready.intervals)
        if ready.town is not self._desk.reckoning.town:
            self._make(slot, ready.one.wanted)  # the places were laid out meanwhile
        if ready.one.disagreement is not None:
            self._page.show_mirror(mirror_shown(ready.one.disagreement))
        self._look()

    def _on_library(self) -> None:
        self._show_library()
        for slot, one in self._scenarios.items():
            if one is not None and slot not in self._made and one.wanted.source in (Source.LIVE, Source.FLOW):
                self._make(slot, one.wanted)

    def _on_town(self) -> None:
        """Say anew whom the water reaches: the places were laid out after the scenario was wanted, or anew."""
        for slot, one in self._scenarios.items():
            if one is not None and not self._hands[slot].busy:
                self._make(slot, one.wanted)

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if not self._page.isVisible():
            return
        for slot, one in self._scenarios.items():
            live = one is not None and one.wanted.source is Source.LIVE
            if one is not None and ((live and touched & Touched.RIVER) or touched & Touched.PEOPLE):
                self._make(slot, one.wanted)

    def _on_previewed(self, preview: Preview | None) -> None:
        """Let scenario A follow the desk: the what-if while there is one, else the live river."""
        one, page = self._scenarios[Slot.A], self._page
        if (
            self._desk.twin.library.library is None
            or not page.isVisible()
            or (one is not None and one.wanted not in (LIVE, self._followed))
        ):
            return
        wanted = LIVE if preview is None else Wanted(Source.FLOW, preview.flow_m3s)
        if one is None or one.wanted != wanted:
            self._followed = wanted
            page.want(Slot.A, wanted)

    # ── what is looked at ──

    def _on_picture(self, picture: Picture) -> None:
        self._picture = picture
        self._look()

    def _on_moment(self, number: int) -> None:
        self._frame = number
        if self._picture.sides is not Sides.DIFFERENCE:
            self._picture = replace(self._picture, drawn=Drawn.FRAME)
        self._look()

    def _on_point(self, lon: float, lat: float) -> None:
        spot = Spot(f"{lon:.5f},{lat:.5f}", lon, lat)
        self._spots = _with(self._spots, spot)
        self._look()

    def _on_point_dropped(self, spot_id: str) -> None:
        self._spots = tuple(one for one in self._spots if one.id != spot_id)
        self._look()

    def _on_profile(self, kind: ProfileKind, path: Path2D) -> None:
        self._cut = (kind, path)
        self._look()

    def _look(self) -> None:
        """Work out everything that is seen, newest wish first."""
        scenarios, picture, frame, spots, cut = (
            dict(self._scenarios), self._picture, self._frame, self._spots, self._cut,
        )  # fmt: skip
        now, library = self._desk.room.situation, self._desk.twin.library

        def work() -> _Seen:
            waters, change = pictures(scenarios, picture, frame)
            crests = library.crests()
            section = None
            if cut is not None:
                section = profile(scenarios, now, *cut, picture=picture, frame=frame, crests=crests)
            return _Seen(waters, change, curves(scenarios, spots), section)

        self._eyes.ask(work, self._on_seen)

    def _on_seen(self, seen: _Seen) -> None:
        for slot, water in seen.waters.items():
            self._page.show_water(slot, water)
        self._page.show_difference(seen.difference)
        self._page.show_curves(seen.curves)
        self._page.show_profile(seen.profile)
        a, preview = self._scenarios[Slot.A], self._desk.room.preview
        if not self.busy and a is not None and (preview is None or a.wanted.flow_m3s == preview.flow_m3s):
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()

    # ── runs ──

    def _on_event(self, slot: Slot) -> None:
        now = self._desk.room.situation
        course = course_of(now, self._desk.reckoning.tables.settings.what_if_rise_h)
        if not course or coming(now) is None:
            self._say(self.tr("没有预报过程：先在水情页登记花园口预报，或等本台预报作出"))
            return
        start = course[0][0]
        inflow = tuple(((at - start) / timedelta(hours=1), flow) for at, flow in course)
        peak = max(flow for _, flow in course)
        wanted = Wanted(Source.EVENT, peak)
        self._begin(RunWish(slot, wanted, RunKind.EVENT, start, inflow, inflow[-1][0] + EVENT_TAIL_H, self._cells()))

    def _on_breach(self, slot: Slot, wish: Breaching) -> None:
        from data.twin.standard import STANDARD, course

        wanted = Wanted(Source.BREACH, wish.flow_m3s, breach=wish)
        start = self._desk.clock.now()
        self._page.show_breach_fault(slot, "")
        self._begin(RunWish(slot, wanted, RunKind.BREACH, start, course(wish.flow_m3s), STANDARD.hours, self._cells()))

    def _begin(self, wish: RunWish) -> None:
        self._runs.begin(wish)

    def _cells(self) -> tuple[float, ...]:
        return self._desk.twin.cells_m

    def _on_made(self, wish: RunWish, result: Result, case: Case, more: bool) -> None:
        def pack() -> RunFlood:
            return run_flood(
                result, case.terrain, flow_m3s=wish.flow_m3s, inflow=wish.inflow, made_at=datetime.now(UTC),
                provenance=digest(case),
            )  # fmt: skip

        def packed(flood: RunFlood) -> None:
            notes = (Note(NoteCode.COARSE, (case.terrain.cell_m,)),) if more else (Note(NoteCode.EXACT),)
            self._made[wish.slot] = Made(flood, wish.start, wish.wanted, notes)
            self._make(wish.slot, wish.wanted)

        self._desk.background.run(pack, packed, self._failed)

    def _on_run_failed(self, wish: RunWish, fault: BaseException) -> None:
        words = twin_fault_words.said(fault)
        if wish.kind is RunKind.BREACH:
            self._page.show_breach_fault(wish.slot, words)
        self._say(words)

    # ── what is told ──

    def _show_library(self) -> None:
        self._page.show_library(library_shown(self._desk.twin.library))

    def _say(self, words: str) -> None:
        self._page.message_requested.emit(words)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, NoScenario):
            self._say(
                self.tr("方案库还没有算好，稍后再试") if error.code == "no_library" else self.tr("还没有花园口流量")
            )
        elif isinstance(error, TwinFault | MapRefused):
            self._say(twin_fault_words.said(error))
        else:
            raise error


def _with(spots: tuple[Spot, ...], spot: Spot) -> tuple[Spot, ...]:
    """Add a place; six curves are as many as can be told apart."""
    return (*[one for one in spots if one.id != spot.id][-5:], spot)
