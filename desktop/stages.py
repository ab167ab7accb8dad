"""Stages: what is laid open at the desk for a picture, by name: a workspace, a tab of one, or a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from data.model.office import PaperKind
from data.model.replay import MarkKind
from data.rules.messages import Part, listed
from desktop.demonstration_briefing import SECOND
from desktop.demonstration_field import MUSTER, PUSH
from desktop.demonstration_papers import issue
from desktop.demonstration_reports import INCIDENT, ROOT_STONES
from views.pane import Selection
from views.twin_wanted import Drawn, Picture, ProfileKind, Sides, Slot, Source, Wanted
from views.wall_face import ORDER

if TYPE_CHECKING:
    from desktop.app import Anlan

CALL = "call"
DRILLS = ("drill-desk", "drill-control")
"""Stages that stand in a drill's own home."""
DRILL_MIN = 290.0
WALL = "wall"
LOW_BENCH = (113.715, 34.9045)
"""A place on the bench below the east dam, for curves and cuts."""

DAY_H = 24
SETTLE_MS, PATIENCE_MS = 500, 8_000
"""Pictures, names and ways are worked out off the UI thread: quiet for so long, and waited for at most so long."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A workspace to open, and what to do there."""

    workspace: str
    lay: Callable[[Anlan], None]


def _select(kind: str, identity: str) -> Callable[[Anlan], None]:
    def lay(anlan: Anlan) -> None:
        now = anlan.room.situation
        known = identity in (now.reports if kind == "report" else now.incidents)
        anlan.field_panes.walk()
        anlan.showing.select(Selection(kind, identity) if known else None)

    return lay


def _tab(name: str) -> Callable[[Anlan], None]:
    return lambda anlan: anlan.pages.open_system(name)


def _hydrology(name: str) -> Callable[[Anlan], None]:
    return lambda anlan: anlan.pages.open_hydrology(name)


def _health(anlan: Anlan) -> None:
    """The last readings come again as frames of their stations, so that there are lines to look at."""
    if anlan.first_run:
        anlan.open_telemetry()
        for readings in anlan.room.situation.readings.values():
            anlan.river_desk.play(readings[-1])
    _hydrology("health")(anlan)


def _muster(anlan: Anlan) -> None:
    if MUSTER in anlan.room.situation.musters:
        anlan.field_panes.muster_sheet.open_muster(MUSTER)
    else:
        anlan.field_panes.muster_sheet.open_for()


def _push(anlan: Anlan) -> None:
    """A push to two squads that nobody has sent yet."""
    anlan.push_sheet.open_for(["S13", "S93"])


def _incident_form(anlan: Anlan) -> None:
    _select("report", ROOT_STONES)(anlan)
    report = anlan.room.situation.reports.get(ROOT_STONES)
    if report is None:
        anlan.incident_sheet.open_empty()
    elif INCIDENT in anlan.room.situation.incidents:
        anlan.incident_sheet.open_amend(INCIDENT)
    else:
        anlan.incident_sheet.open_for(report)


def _arrival(anlan: Anlan) -> None:
    """When the water comes, and its course at a place."""
    page, work = anlan.pages.twin_workspace, anlan.pages.twin
    if page is not None and work is not None:

        def draw() -> None:
            page.draw_picture(Picture(Drawn.ARRIVAL))
            page.point_asked.emit(*LOW_BENCH)

        work.when_seen(draw)


def _profile(anlan: Anlan) -> None:
    """A cut across river and levee."""
    page, work = anlan.pages.twin_workspace, anlan.pages.twin
    if page is not None and work is not None:
        work.when_seen(lambda: page.open_profile(ProfileKind.ACROSS, LOW_BENCH))


def _difference(anlan: Anlan) -> None:
    """The what-if against the river as it is."""
    page, work = anlan.pages.twin_workspace, anlan.pages.twin
    if page is not None and work is not None:

        def compare() -> None:
            page.want(Slot.B, Wanted(Source.LIVE))
            work.when_seen(lambda: page.draw_picture(Picture(Drawn.DEPTH, Sides.DIFFERENCE)))

        work.when_seen(compare)


def _begin_alarms(anlan: Anlan) -> None:
    alarms = anlan.river_desk.alarms
    if not alarms.begun:
        alarms.start()


def _alarms(which: str) -> Callable[[Anlan], None]:
    """The alarm sheet; the engine looks once, so that what stands is really found."""

    def lay(anlan: Anlan) -> None:
        _begin_alarms(anlan)
        sheet = anlan.alarm_panes.sheet
        if which == "report":
            once = Qt.ConnectionType.SingleShotConnection
            anlan.river_desk.alarms.lines_changed.connect(lambda _: sheet.report.ask(), once)
            sheet.open_report()
        elif which == "philosophy":
            sheet.open_philosophy()
        else:
            sheet.open_list()

    return lay


def _briefing(anlan: Anlan) -> None:
    """The briefing of the demonstration that is half-way, a role chosen that has not answered."""
    office = anlan.headquarters.office
    page = anlan.headquarters.briefing.page
    if office is not None and page is not None:
        office.open_tab("briefing")
        if SECOND in anlan.room.situation.briefings:
            page.open_briefing(SECOND)


def _briefing_new(anlan: Anlan) -> None:
    """The form by which a briefing is called."""
    page = anlan.headquarters.briefing.page
    if page is not None:
        page.open_form()


def _wall(page: str) -> Callable[[Anlan], None]:
    """The wall, as large as the desk beside it."""

    def lay(anlan: Anlan) -> None:
        size = anlan.window.size()
        anlan.headquarters.wall.open((size.width(), size.height()), page)

    return lay


def _replay(anlan: Anlan) -> None:
    """The screen as it was when the last decision had just been taken."""
    anlan.keeping.flush()
    replay = anlan.headquarters.replay
    replay.look_at(DAY_H)
    replay.open()
    replay.jump((MarkKind.DECISION,), forward=False)


def _drill(minutes: float, *, control: bool) -> Callable[[Anlan], None]:
    """A drill some hours after its beginning, all seats played by the script; its desk, or its control."""

    def lay(anlan: Anlan) -> None:
        drill = anlan.headquarters.drill
        drill.open()
        drill.play_by("all")
        drill.jump(minutes)
        if control:
            drill.bring_up()

    return lay


def _review(anlan: Anlan) -> None:
    """How the flood of the demonstration went."""
    anlan.keeping.flush()
    anlan.headquarters.review.open_tab("review")


def _office(tab: str) -> Callable[[Anlan], None]:
    """A tab of the office; of messages the one whose answer is late."""

    def lay(anlan: Anlan) -> None:
        office = anlan.headquarters.office
        if office is not None:
            office.open_tab(tab)
        messages = anlan.headquarters.messages.page
        if tab == "messages" and messages is not None:
            waiting = listed(anlan.room.situation, Part.UNANSWERED)
            messages.open_message(waiting[-1].id if waiting else "")

    return lay


def _nothing(_: Anlan) -> None:
    """The workspace says it all."""


def _papers(anlan: Anlan) -> None:
    """The list of documents; a new home has issued some, and their files were checked."""
    if anlan.first_run:
        issue(anlan)
    _office("papers")(anlan)
    page = anlan.headquarters.papers.page
    if page is not None:
        page.check.click()


def _paper(kind: PaperKind) -> Callable[[Anlan], None]:
    """A document as it will be printed."""
    return lambda anlan: anlan.headquarters.papers.open_for(kind)


STAGES: Mapping[str, Stage] = MappingProxyType(
    {
        "dispatch": Stage("desk", _nothing),
        "triage": Stage("patrol", _select("report", ROOT_STONES)),
        "incident": Stage("patrol", _select("incident", INCIDENT)),
        "incident-form": Stage("patrol", _incident_form),
        "muster": Stage("desk", _muster),
        "watches": Stage("desk", lambda anlan: anlan.field_panes.watches_sheet.open_for()),
        "push": Stage("desk", _push),
        "push-board": Stage("desk", lambda anlan: anlan.push_board.open_for(PUSH)),
        CALL: Stage("desk", _nothing),
        "twin": Stage("compare", _nothing),
        "twin-arrival": Stage("compare", _arrival),
        "twin-profile": Stage("compare", _profile),
        "twin-difference": Stage("compare", _difference),
        "hydrology-forecast": Stage("hydrology", _hydrology("forecast")),
        "hydrology-rating": Stage("hydrology", _hydrology("rating")),
        "hydrology-entry": Stage("hydrology", _hydrology("entry")),
        "hydrology-health": Stage("hydrology", _health),
        "hydrology-frames": Stage("hydrology", _hydrology("frames")),
        "hydrology-bulletin": Stage("hydrology", _hydrology("bulletin")),
        "alarms": Stage("desk", _alarms("list")),
        "alarms-report": Stage("desk", _alarms("report")),
        "alarms-philosophy": Stage("desk", _alarms("philosophy")),
        "office-briefing": Stage("office", _briefing),
        "office-new": Stage("office", _briefing_new),
        "office-messages": Stage("office", _office("messages")),
        "office-handover": Stage("office", _office("handover")),
        "office-presenter": Stage("office", _office("presenter")),
        "office-papers": Stage("office", _papers),
        "papers": Stage("office", _paper(PaperKind.FLASH)),
        "papers-minutes": Stage("office", _paper(PaperKind.MINUTES)),
        "papers-review": Stage("office", _paper(PaperKind.REVIEW)),
        WALL: Stage("desk", _wall("overview")),
        **{f"{WALL}-{page}": Stage("desk", _wall(page)) for page in ORDER[1:]},
        "phones": Stage("system", _tab("phones")),
        "channels": Stage("system", _tab("channels")),
        "replay": Stage("desk", _replay),
        "record-review": Stage("record", _review),
        "drill-desk": Stage("desk", _drill(DRILL_MIN, control=False)),
        "drill-control": Stage("desk", _drill(DRILL_MIN, control=True)),
    }
)


def lay_open(anlan: Anlan, name: str) -> None:
    """Open a workspace or stage by its name."""
    stage = STAGES.get(name, Stage(name, _nothing))
    if anlan.first_run:  # a picture writes nothing into a home that is in use
        _begin_alarms(anlan)
        anlan.open_forecast()
    anlan.headquarters.replay.close()
    anlan.window.open_workspace(stage.workspace)
    anlan.field_panes.walk()
    stage.lay(anlan)


def pictured(anlan: Anlan) -> QWidget:
    """Return the window that a picture is to show: control or wall, where they were laid open, else the desk."""
    control = anlan.headquarters.drill.window
    if control is not None and control.isVisible():
        return control
    wall = anlan.headquarters.wall
    return wall.window if wall.opened and wall.window is not None else anlan.window


def put_away(anlan: Anlan) -> None:
    """Back to the desk, live, with nothing over it."""
    anlan.headquarters.replay.close()
    anlan.sheets.put_away_all()
    if anlan.headquarters.wall.opened:
        anlan.headquarters.wall.toggle()
    anlan.window.open_workspace("desk")


class Settled(QObject):
    """Waits until what was asked for in the background has come, then calls back once."""

    def __init__(self, anlan: Anlan, then: Callable[[], None]) -> None:
        """Begin to wait."""
        super().__init__(anlan)
        self._anlan, self._then = anlan, then
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(SETTLE_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._most = QTimer(self)
        self._most.setSingleShot(True)
        self._most.setInterval(PATIENCE_MS)
        self._most.timeout.connect(self._end)
        anlan.background.delivered.connect(self._quiet.start)
        self._quiet.start()
        self._most.start()

    def _on_quiet(self) -> None:
        """End, unless something is still being worked out."""
        if self._anlan.working:
            self._quiet.start()
        else:
            self._end()

    def _end(self) -> None:
        self._quiet.stop()
        self._most.stop()
        self._anlan.background.delivered.disconnect(self._quiet.start)
        self._anlan.window.show_message("")  # words of the moment would cover what is to be seen
        self._then()
        self.deleteLater()
