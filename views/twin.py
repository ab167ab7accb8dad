"""The 推演 workspace: where the water goes, when, whom it reaches, in one scenario or two against each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.model.places import Path2D
from data.model.situation import Situation, Touched
from data.rules.geometry import distance_m
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from views import twin_words
from views.compare import CompareWorkspace
from views.map_water import MapWater
from views.pane import Pane, Selection
from views.parts import retheme_inside
from views.twin_body import TwinBody
from views.twin_exposed_rows import NO_INTERVALS, Intervals
from views.twin_maps import MapMaker
from views.twin_progress import ImportedShown, LibraryShown, MarkShown, MirrorShown, RunShown
from views.twin_shown import CurveShown, DifferenceShown, ExposedRow, ProfileShown, ScenarioShown
from views.twin_wanted import Drawn, Picture, ProfileKind, Sides, Slot, Source, Wanted
from views.water_map import WaterMark
from widgets.theme import Theme

Point = tuple[float, float]
NEAR_M = 60.0
"""A click this near to a place already asked about means that place."""


class TwinWorkspace(Pane):
    """Ask for scenarios and look at them. The page holds no raster and computes no water.

    Signals:
        scenario_requested: slot, and a Wanted (live, flow, imported), or None to take the scenario away.
        event_requested: slot: run the forecast course.
        breach_requested: slot and a Breaching: run it, coarse first.
        picture_requested: a Picture: what the map (both maps with Sides.BOTH) is to draw.
        moment_requested: number of the frame that the time bar stands at.
        point_asked: lon, lat: tell the course of the water there.
        point_dropped: id of a curve no longer wanted.
        profile_asked: a ProfileKind, and its path: drawn by hand for LINE, one point for ACROSS, () for RIVER.
        run_stop_requested, run_resume_requested: id of a run.
        import_requested: take somebody else's map; import_dropped: id of a map to take away.
        export_requested: an Export, of the picture shown.
        library_remake_requested: make the library anew.
        seen: the page has come into view.
        flow_requested: a flow to show as a what-if on the whole desk.

    """

    scenario_requested = Signal(object, object)
    event_requested = Signal(object)
    breach_requested = Signal(object, object)
    picture_requested = Signal(object)
    moment_requested = Signal(int)
    point_asked = Signal(float, float)
    point_dropped = Signal(str)
    profile_asked = Signal(object, object)
    run_stop_requested = Signal(str)
    run_resume_requested = Signal(str)
    import_requested = Signal()
    import_dropped = Signal(str)
    export_requested = Signal(object)
    library_remake_requested = Signal()
    seen = Signal()
    flow_requested = Signal(float)

    heeds: ClassVar[Touched] = (
        Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.PEOPLE | Touched.REGISTERS | Touched.REPORTS
    )

    def __init__(self, theme: Theme, make_map: MapMaker, parent: QWidget | None = None) -> None:
        """Make an empty page; maps are made by `make_map` when they are first needed."""
        super().__init__(theme, parent)
        self._scenarios: dict[Slot, ScenarioShown | None] = dict.fromkeys(Slot)
        self._curves: tuple[CurveShown, ...] = ()
        self._profile: ProfileShown | None = None
        self._runs: tuple[RunShown, ...] = ()
        self._library = LibraryShown()
        self._picking: Slot | None = None
        self._chosen: ExposedRow | None = None
        self._asked_at: Point | None = None
        self._begun = False
        self.body = TwinBody(theme, make_map)
        self.compare = CompareWorkspace(theme)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.body, self.tr("淹没推演"))
        self.tabs.addTab(self.compare, self.tr("流量比较"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tabs)
        self._wire()
        self._draw_empty()

    def _wire(self) -> None:
        body, compare = self.body, self.compare
        for slot, choice in body.left.choices.items():
            choice.wanted.connect(lambda wanted, one=slot: self._want(one, wanted))
            choice.event_wanted.connect(lambda one=slot: self.event_requested.emit(one))
            choice.import_wanted.connect(self.import_requested)
            choice.import_dropped.connect(self.import_dropped)
            choice.breach.breach_requested.connect(lambda wish, one=slot: self.breach_requested.emit(one, wish))
            choice.breach.place_wanted.connect(lambda on, one=slot: self._pick_place(one, on=on))
        body.left.machinery.stop_requested.connect(self.run_stop_requested)
        body.left.machinery.resume_requested.connect(self.run_resume_requested)
        body.left.machinery.remake_requested.connect(self.library_remake_requested)
        body.picture.picture_requested.connect(self._on_picture)
        body.maps.asked.connect(self._on_map)
        body.maps.line_drawn.connect(self._on_line)
        body.bar.frame_changed.connect(self._on_frame)
        body.plots.curves.dropped.connect(self.point_dropped)
        body.plots.curves.chosen.connect(lambda one: body.maps.fly_to(one.lon, one.lat))
        body.plots.profile.profile_asked.connect(self._ask_profile)
        body.plots.currentChanged.connect(self._on_plot_tab)
        body.side.opened.connect(self._open)
        body.side.marked.connect(self._go_to)
        body.side.place_requested.connect(body.maps.fly_to)
        body.export_requested.connect(self.export_requested)
        compare.flow_requested.connect(self.flow_requested)
        compare.selection_requested.connect(self.selection_requested)
        compare.place_requested.connect(self.place_requested)
        compare.workspace_requested.connect(self.workspace_requested)
        compare.message_requested.connect(self.message_requested)
        compare.step_requested.connect(self.step_requested)

    # in: each may be called at any time and shows the whole of its value

    def show_scenario(self, slot: Slot, shown: ScenarioShown | None) -> None:
        """Show a scenario's facts; its water, meaning, curves follow by their own calls."""
        self._scenarios[slot] = shown
        body = self.body
        body.left.choices[slot].show_scenario(shown)
        body.picture.show_scenarios(self._scenarios[Slot.A], self._scenarios[Slot.B])
        self._draw_sides()
        self._draw_empty()

    def show_water(self, slot: Slot, water: MapWater | None) -> None:
        """Show water on the map of a slot: A's shows B alone and the difference too, B's only beside A's."""
        self.body.maps.show_water(slot, water)

    def show_reckoned(self, slot: Slot, reckoned: Reckoning | None, intervals: Intervals = NO_INTERVALS) -> None:
        """Show whom the water of a scenario reaches and by when they must have left; arrivals may be intervals."""
        self.body.side.show_reckoned(slot, reckoned, intervals)

    def show_difference(self, found: DifferenceShown | None) -> None:
        """Show in what the water of the two differs."""
        self.body.side.show_difference(found)

    def show_mirror(self, shown: MirrorShown | None) -> None:
        """Show how the live picture agrees with the stages of the moment."""
        self.body.side.show_mirror(shown)

    def show_curves(self, curves: Sequence[CurveShown]) -> None:
        """Show the course of the water at the places asked about."""
        self._curves = tuple(curves)
        self.body.plots.curves.show_curves(self._curves)
        self._draw_marks()

    def show_profile(self, shown: ProfileShown | None) -> None:
        """Show a cut, and where it lies."""
        self._profile = shown
        self.body.plots.profile.show_profile(shown)
        self.body.maps.show_line(shown.path if shown is not None and shown.path else None)

    def show_runs(self, runs: Sequence[RunShown]) -> None:
        """Show what is being computed."""
        self._runs = tuple(runs)
        self.body.left.machinery.show_runs(self._runs)
        self._draw_empty()

    def show_library(self, shown: LibraryShown) -> None:
        """Show what the library holds."""
        self._library = shown
        self.body.left.machinery.show_library(shown)
        self._draw_empty()
        self._begin()

    def show_imported(self, maps: Sequence[ImportedShown]) -> None:
        """Offer maps of others."""
        for choice in self.body.left.choices.values():
            choice.show_imported(maps)

    def show_breach_place(self, slot: Slot, name: str) -> None:
        """Name the place picked for a breach, by works and chainage."""
        form = self.body.left.choices[slot].breach
        form.set_place(form.place(), name)

    def show_breach_fault(self, slot: Slot, words: str) -> None:
        """Say why a breach cannot be tried."""
        self.body.left.choices[slot].breach.show_fault(words)

    def want(self, slot: Slot, wanted: Wanted | None) -> None:
        """Set the inputs as if somebody had chosen this, and ask for it; None takes B away."""
        self.body.left.choices[slot].want(wanted)

    def draw_picture(self, picture: Picture) -> None:
        """Have this drawn, as if somebody had chosen it."""
        self.body.picture.set_picture(picture)

    def open_profile(self, kind: ProfileKind, at: Point) -> None:
        """Bring up a cut through a place."""
        self._asked_at = at
        self.body.plots.setCurrentWidget(self.body.plots.profile)
        self._ask_profile(kind)

    def picture(self) -> Picture:
        """What the map is asked to show."""
        return self.body.picture.picture()

    def frame(self) -> int:
        """At which frame the time bar stands."""
        return self.body.bar.frame()

    def grab_png(self, then: Callable[[QPixmap], None]) -> None:
        """Hand over a picture of the map with its legend."""
        self.body.maps.grab_png(Slot.A, then)

    # as every pane

    def show_situation(self, now: Situation, touched: Touched) -> None:
        super().show_situation(now, touched)
        self.compare.show_situation(now, touched)

    def show_preview(self, preview: Preview | None) -> None:
        super().show_preview(preview)
        self.compare.show_preview(preview)

    def draw(self, now: Situation, touched: Touched) -> None:
        self.body.side.show_situation(now)
        if touched & Touched.REGISTERS:
            self.body.maps.show_base(now)
        self._begin()

    def draw_selection(self, selection: Selection | None) -> None:
        self.body.side.exposed.choose("" if selection is None else f"{selection.kind}/{selection.id}")

    def draw_time(self, time: datetime) -> None:
        self.body.side.show_time(time)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)
        self.compare.show_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.body.side.catch_up()
        self._begin()
        self.seen.emit()

    # drawing

    def _draw_sides(self) -> None:
        body, sides = self.body, self.picture().sides
        slot = Slot.B if sides is Sides.B else Slot.A
        shown = self._scenarios[slot]
        body.maps.show_sides(sides, ["" if one is None else twin_words.title(one) for one in self._scenarios.values()])
        seen = tuple(Slot) if sides in (Sides.BOTH, Sides.DIFFERENCE) else (slot,)
        body.nature.show_scenarios({at: one for at in seen if (one := self._scenarios[at]) is not None})
        body.side.show_scenarios(self._scenarios, slot)
        if shown is None:
            body.bar.set_frames((), ())
            body.bar.set_empty_words("")
        else:
            body.bar.set_empty_words(self.tr("只有最大值，没有过程"))
            start = shown.start.timestamp()
            course = [(start + hour * 3600, flow) for hour, flow in shown.inflow]
            body.bar.set_frames([start + hour * 3600 for hour in shown.hours], course)
        self._draw_moment()

    def _draw_moment(self) -> None:
        shown, frame = self._scenarios[self._slot()], self.body.bar.frame()
        timed = shown is not None and frame < len(shown.hours)
        self.body.plots.curves.show_moment(shown.moment(shown.hours[frame]) if shown is not None and timed else None)

    def _draw_empty(self) -> None:
        maps = self.body.maps
        if any(self._scenarios.values()):
            maps.show_empty("")
            return
        making = twin_words.first_making(self._library, self._runs)
        detail = self.tr("先粗后细：80 m 网格两分钟内可看，40 m、20 m 在后台接着算") if making else ""
        maps.show_empty(making or self.tr("在左侧选一个方案"), detail)

    def _draw_marks(self) -> None:
        marks = [WaterMark(one.id, one.lon, one.lat, "selection", str(n)) for n, one in enumerate(self._curves, 1)]
        for choice in self.body.left.choices.values():
            place = choice.breach.place()
            if place is not None and choice.chosen() is Source.BREACH:
                marks.append(WaterMark(f"breach/{choice.slot}", *place, "state.urgent", self.tr("溃口")))
        row = self._chosen
        if row is not None and row.lon is not None and row.lat is not None:
            marks.append(WaterMark(row.key, row.lon, row.lat, "state.new", row.name))
        self.body.maps.show_marks(marks)

    # out

    def _begin(self) -> None:
        """Ask once for the live picture, as soon as there is a library and somebody looks."""
        if self._begun or not self._library.usable or not self.isVisible() or self._scenarios[Slot.A] is not None:
            return
        self._begun = True
        self.scenario_requested.emit(Slot.A, Wanted(Source.LIVE))

    def _slot(self) -> Slot:
        return Slot.B if self.picture().sides is Sides.B else Slot.A

    def _want(self, slot: Slot, wanted: Wanted | None) -> None:
        self._begun = True
        self.scenario_requested.emit(slot, wanted)
        self._draw_marks()

    def _on_picture(self, picture: Picture) -> None:
        self._draw_sides()
        self.picture_requested.emit(picture)

    def _on_frame(self, number: int) -> None:
        picture = self.picture()
        if picture.drawn is not Drawn.FRAME and picture.sides is not Sides.DIFFERENCE:
            self.body.picture.set_picture(Picture(Drawn.FRAME, picture.sides))
        self._draw_moment()
        self.moment_requested.emit(number)

    def _pick_place(self, slot: Slot, *, on: bool) -> None:
        self._picking = slot if on else None
        if on:
            self.message_requested.emit(self.tr("在图上点一处堤防，作为溃口位置"))

    def _on_map(self, lon: float, lat: float) -> None:
        if self._picking is not None:
            slot, self._picking = self._picking, None
            self.body.left.choices[slot].breach.set_place((lon, lat))
            self._draw_marks()
            return
        self._asked_at = (lon, lat)
        near = next((one for one in self._curves if distance_m((one.lon, one.lat), (lon, lat)) < NEAR_M), None)
        if near is None:
            self.point_asked.emit(lon, lat)
        else:
            self.body.plots.curves.choose(near.id)
        profile = self.body.plots.profile
        if self.body.plots.currentWidget() is profile and profile.kind() is ProfileKind.ACROSS:
            self._ask_profile(ProfileKind.ACROSS)

    def _on_line(self, path: Path2D) -> None:
        self.body.maps.show_line(path)
        self.body.plots.setCurrentWidget(self.body.plots.profile)
        self.profile_asked.emit(ProfileKind.LINE, path)

    def _ask_profile(self, kind: ProfileKind) -> None:
        if kind is ProfileKind.LINE:
            self.body.maps.start_line()
            self.message_requested.emit(self.tr("在图上逐点画线，双击结束"))
        elif kind is ProfileKind.RIVER:
            self.profile_asked.emit(kind, ())
        elif self._asked_at is not None:
            self.profile_asked.emit(kind, (self._asked_at,))
        else:
            self.message_requested.emit(self.tr("先点地图一处，横断面从那里切过河道和大堤"))

    def _on_plot_tab(self, _index: int) -> None:
        plots = self.body.plots
        if plots.currentWidget() is plots.profile and self._profile is None and self._scenarios[Slot.A] is not None:
            self._ask_profile(plots.profile.kind())

    def _open(self, row: ExposedRow) -> None:
        self._chosen = row
        if row.lon is not None and row.lat is not None:
            self.body.maps.fly_to(row.lon, row.lat)
        self._draw_marks()
        if row.kind != "stock":  # a depot is no row of a register
            self.selection_requested.emit(Selection("maplines" if row.kind == "roads" else row.kind, row.id))

    def _go_to(self, mark: MarkShown) -> None:
        if mark.lon is not None and mark.lat is not None:
            self.body.maps.fly_to(mark.lon, mark.lat)
