"""The teams nearest to a place: in a straight line or by road, with minutes at an assumed speed, call and dispatch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from data.model.situation import Situation
from data.rules.contacts import has_phone_page
from data.rules.nearest import ASSUMED_SPEED_KMH, Reach, nearest_by_road, nearest_straight
from data.rules.ways import Roads
from views import photo_words, phrases, step_words, words
from views.parts import Words, button, column, row
from widgets.chips import Chip, Chips
from widgets.line_list import Line, LineList
from widgets.pictures import Runner, run_at_once
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Size, Theme

SHOWN = 6
Point = tuple[float, float]


def reach_line(now: Situation, reach: Reach, *, road: bool) -> Line:
    """Return a team as a line of a list."""
    t = QCoreApplication.translate
    squad = now.registers.squads.get(reach.id)
    person = now.registers.staff.get(reach.id)
    name = squad.name if squad is not None else step_words.who(now, reach.id)
    about = phrases.registered(squad.kind if squad is not None else (person.post if person is not None else ""))
    far = words.DASH if reach.metres is None else photo_words.metres(reach.metres)
    said = far
    if road and reach.metres is None:
        said = t("Near", "无路可达")
    elif reach.minutes is not None:
        said = t("Near", "{0} · 约 {1:.0f} 分").format(far, max(1.0, reach.minutes))
    return Line(
        reach.id,
        f"{name}  {about}".strip(),
        value=said,
        tag=t("Near", "队") if squad is not None else "",
        value_role="text.secondary",
    )


class NearTeams(QWidget):
    """The list.

    Signals:
        call_requested: ids to call, and what about ("report/R1").
        video_requested: the same, by video.
        dispatch_requested: id of who is to be sent, and what to ("report/R1").

    """

    call_requested = Signal(list, str)
    video_requested = Signal(list, str)
    dispatch_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._about = ""
        self._point: Point | None = None
        self._places: Mapping[str, Point] = {}
        self._roads: Roads | None = None
        self._reaches: Sequence[Reach] = ()
        self._run: Runner = run_at_once
        self._asked = 0
        self.title = Words(theme, self.tr("最近队伍"), size=Size.SMALL, tone="muted", wrap=False)
        self.how = Chips(theme)
        self.how.set_chips([Chip("straight", self.tr("直线")), Chip("road", self.tr("沿路"))])
        self.how.choose(["straight"])
        self.how.hide()  # until the roads are known
        self.speed: QDoubleSpinBox = SteadyDoubleSpin()
        self.speed.setRange(3, 80)
        self.speed.setDecimals(0)
        self.speed.setValue(ASSUMED_SPEED_KMH)
        self.speed.setSuffix(" km/h")
        self.speed.setToolTip(self.tr("估算用时的行进速度（设定，可改；大堤路面、带料）"))
        self.speed.setAccessibleName(self.tr("行进速度"))
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.setFixedHeight(theme.px(27 * SHOWN))
        self.call = button(self.tr("打电话"), tip=self.tr("给选中的队伍或人员打电话"))
        self.video = button(self.tr("视频"), tip=self.tr("视频呼叫选中的队伍或人员（队伍呼队长）"))
        self.send = button(self.tr("派去"), tip=self.tr("把这件事交给选中的队伍或人员承办"))
        head = row(theme, self.title, self.how, self.speed, None, self.call, self.video, self.send, gap=6)
        self.setLayout(column(theme, head, self.list, gap=4))
        self.how.chosen.connect(lambda _: self._draw())
        self.speed.valueChanged.connect(lambda _: self._draw())
        self.list.chosen.connect(lambda _: self._ready())
        self.call.clicked.connect(lambda: self.call_requested.emit([self._picked()], self._about))
        self.video.clicked.connect(lambda: self.video_requested.emit([self._picked()], self._about))
        self.send.clicked.connect(lambda: self.dispatch_requested.emit(self._picked(), self._about))
        self.hide()

    def set_runner(self, run: Runner) -> None:
        """Say who works out ways off the UI thread."""
        self._run = run

    def show_roads(self, roads: Roads) -> None:
        """Take the network of roads; without one only straight lines are offered."""
        self._roads = roads
        self.how.setVisible(True)
        self._draw()

    def show_places(self, places: Mapping[str, Point]) -> None:
        """Take where people are who share it; drawn with the next report, so that no list moves under the hand."""
        self._places = places

    def show_around(self, now: Situation, point: Point | None, about: str) -> None:
        """Show who is near to a point; the same point again is not worked out anew."""
        self.setVisible(point is not None)
        if point == self._point and about == self._about and now is self._now:
            return
        registers_changed = self._now is None or self._now.registers is not now.registers
        moved = point != self._point or about != self._about
        self._now, self._point, self._about = now, point, about
        if moved or registers_changed:
            self._draw()

    def reaches(self) -> Sequence[Reach]:
        """Who is shown, nearest first."""
        return self._reaches

    def _draw(self) -> None:
        now, point = self._now, self._point
        if now is None or point is None:
            return
        roads = self._roads if self.how.chosen_keys() == ("road",) else None
        self.speed.setVisible(roads is not None)
        self._asked += 1
        asked = self._asked
        self._show(now, nearest_straight(now, point, limit=SHOWN, places=self._places), road=False)
        if roads is None:
            return
        speed, places = self.speed.value(), dict(self._places)

        def found(reaches: Sequence[Reach]) -> None:
            if asked == self._asked:  # an answer to an older question shows nothing
                self._show(now, reaches, road=True)

        self._run(
            lambda: nearest_by_road(now, roads, point, limit=SHOWN, speed_kmh=speed, places=places), found, _raise
        )

    def _show(self, now: Situation, reaches: Sequence[Reach], *, road: bool) -> None:
        self._reaches = reaches
        self.list.set_empty_words(self.tr("名册里没有在岗且有位置的人员或队伍"))
        self.list.set_lines([reach_line(now, one, road=road) for one in reaches])
        self._ready()

    def _picked(self) -> str:
        ids = self.list.chosen_ids()
        return str(ids[0]) if ids else ""

    def _ready(self) -> None:
        some = bool(self._picked())
        self.call.setEnabled(some)
        self.send.setEnabled(some)
        self.video.setVisible(some and self._now is not None and has_phone_page(self._now, self._picked()))


def _raise(error: BaseException) -> None:
    raise error
