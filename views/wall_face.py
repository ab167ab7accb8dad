"""The face of the wall: head, one page at a time, foot. A pane that passes on what it is shown and asks for nothing."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimeLine, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.model.steps import Realm, Step
from data.rules.signoff import Preview
from views import wall_words
from views.map_water import MapWater
from views.pane import Pane
from views.wall_alarms import AlarmPage
from views.wall_head import WallFoot, WallHead
from views.wall_level import LevelPage
from views.wall_map import MapPage
from views.wall_overview import OverviewPage
from views.wall_page import WallPage
from views.wall_people import PeoplePage
from views.wall_reading import Viewing, WallType, choose
from views.wall_river import RiverPage
from views.wall_tasks import TaskPage
from views.wall_words import PublicLine
from views.water_map import WaterMap
from widgets.flasher import motion_unwanted
from widgets.fonts import ui_font
from widgets.theme import Theme, retheme

if TYPE_CHECKING:
    from data.rules.alarms.lines import AlarmList

ORDER = ("overview", "river", "map", "level", "tasks", "people", "alarms")
FADE_MS, FADE_STEP_MS = 400, 80
_NEVER_FADED = "map"
"""A picture of a web page is fetched from another process; nobody waits for that to turn a page."""


class WallFace(Pane):
    """All pages in one. It follows the desk (and then shows what-ifs), or stays with what is.

    Signals:
        page_shown: the name of the page that came to the front.
        realm_shown: the Realm that the frame is to tell.

    """

    page_shown = Signal(str)
    realm_shown = Signal(object)

    heeds: ClassVar[Touched] = Touched(0)

    def __init__(
        self,
        theme: Theme,
        make_map: Callable[[Theme], WaterMap],
        viewing: Viewing,
        kinds: Set[str],
        parent: QWidget | None = None,
    ) -> None:
        """Make it for a screen and a distance. `kinds` are the kinds of incident in the tables."""
        super().__init__(theme, parent)
        self._base, self._kinds = theme, kinds
        self.type = choose(replace(viewing, cap_share=cap_share()))
        theme = self.theme = sized(theme, self.type)
        self._following, self._drawn_realm = True, Realm.LIVE
        self._given: Preview | None = None
        self._listed: AlarmList | None = None
        self.head, self.foot = WallHead(theme), WallFoot(theme)
        self.map_page = MapPage(theme, make_map(theme), self.type, kinds)
        made = (
            OverviewPage(theme), RiverPage(theme), self.map_page, LevelPage(theme), TaskPage(theme),
            PeoplePage(theme), AlarmPage(theme, kinds),
        )  # fmt: skip
        self.pages: dict[str, WallPage] = {page.name: page for page in made}
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # no page widens the wall
        for page in made:
            self._stack.addWidget(page)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for part in (self.head, self._stack, self.foot):
            self._box.addWidget(part, 1 if part is self._stack else 0)
        self._fade = _Fade(self)
        self.show_page(ORDER[0])

    # what the owner says

    @property
    def page(self) -> str:
        """Name of the page in front."""
        shown = self._stack.currentWidget()
        return shown.name if isinstance(shown, WallPage) else ORDER[0]

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        page = self.pages[name]
        if page is not self._stack.currentWidget():
            if self.isVisible() and not motion_unwanted() and _NEVER_FADED not in (self.page, name):
                self._fade.start(self._stack)
            self._stack.setCurrentWidget(page)
        self.head.show_page(page.title())
        self.page_shown.emit(name)

    @property
    def colours(self) -> Theme:
        """The look of the desk, in the desk's own sizes."""
        return self._base

    def filled(self, name: str) -> bool:
        """Whether a page has anything to say."""
        return self.now is not None and self.pages[name].filled(self.now)

    def cramped(self) -> list[str]:
        """Titles of the pages that cannot hold at this type what they must show."""
        found: list[str] = []
        for page in self.pages.values():
            if not page.isVisible() and self.now is not None:
                page.draw_facts(self.now, self.preview)
                page.lay_out(self._stack.size())
            if page.cramped:
                found.append(page.title())
        return found

    def set_viewing(self, viewing: Viewing) -> None:
        """Take another screen or distance: the type changes with it, and never anything else."""
        type_ = choose(replace(viewing, cap_share=cap_share()))
        if type_ != self.type:
            self.type = type_
            self.map_page.set_type(type_)
            self.show_theme(self._base)

    def set_following(self, following: bool) -> None:
        """Follow the desk into its what-ifs, or stay with what is."""
        if following != self._following:
            self._following = following
            self.show_preview(self._given)

    def show_alarms(self, listed: AlarmList) -> None:
        """Show what stands of alarms, and what links are lost; not beside a moment of the past."""
        self._listed = listed
        self._pass_alarms()

    def _pass_alarms(self) -> None:
        shown = None if self.realm is Realm.REPLAY else self._listed
        self.head.show_links(shown)
        for page in self.pages.values():
            page.show_alarms(shown)

    def show_water(self, water: MapWater | None) -> None:
        """Show the water that the desk shows, unless it is a what-if's that is not followed."""
        self.map_page.show_water(None if water is not None and water.preview and not self._following else water)

    def show_step(self, step: Step) -> None:
        """Say a step that concerns everybody in the line at the foot."""
        live = self.now is not None and self.realm is not Realm.REPLAY
        line = None if self.now is None or not live else wall_words.public_line(step, self.now, self._kinds)
        if line is not None:
            self.foot.add_line(line)

    def show_steps(self, steps: list[Step]) -> None:
        """Fill the line at the foot with what happened before, the newest first."""
        if self.now is None:
            return
        now = self.now
        said = (wall_words.public_line(step, now, self._kinds) for step in steps)
        lines: list[PublicLine] = []
        for line in said:
            if line is not None and (not lines or lines[-1].text != line.text):
                lines.append(line)
        self.foot.show_lines(lines)

    # a pane

    def show_situation(self, now: Situation, touched: Touched) -> None:
        """Pass it on; pages that nobody sees only mark themselves stale."""
        super().show_situation(now, touched)
        for page in self.pages.values():
            page.show_situation(now, touched)
        self._tell_realm()

    def show_preview(self, preview: Preview | None) -> None:
        """Pass it on, unless the wall shows only what is."""
        self._given = preview
        shown = preview if self._following else None
        if shown is None and self.preview is None:
            return
        super().show_preview(shown)
        for page in self.pages.values():
            page.show_preview(shown)
        self._tell_realm()

    def show_time(self, time: datetime) -> None:
        """Pass it on."""
        super().show_time(time)
        self.head.show_time(time)
        for page in self.pages.values():
            page.show_time(time)

    def show_theme(self, theme: Theme) -> None:
        """Take the desk's colours in the wall's own type."""
        self._base = theme
        theme = sized(theme, self.type)
        super().show_theme(theme)
        for page in self.pages.values():
            page.show_theme(theme)
        for part in (self.head, self.foot):
            retheme(part, theme)
        self._tell_realm(anew=True)

    @property
    def realm(self) -> Realm:
        """The realm that the wall shows."""
        if self.now is None:
            return Realm.LIVE
        return Realm.WHATIF if self.preview is not None else self.now.realm

    def _tell_realm(self, *, anew: bool = False) -> None:
        if anew or self.realm is not self._drawn_realm:
            past = Realm.REPLAY in (self._drawn_realm, self.realm)
            self._drawn_realm = self.realm
            if past:
                self._pass_alarms()
            self.head.show_realm(self.realm)
            self.realm_shown.emit(self.realm)


class _Fade(QWidget):
    """A picture of the page that was, growing thin over the page that is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._line = QTimeLine(FADE_MS, self)
        self._line.setUpdateInterval(FADE_STEP_MS)
        self._line.valueChanged.connect(lambda _: self.update())
        self._line.finished.connect(self._end)
        self.hide()

    def start(self, stack: QWidget) -> None:
        """Keep what is seen now, and let it go."""
        self._line.stop()
        self._picture = stack.grab()
        self.setGeometry(stack.geometry())
        self.show()
        self.raise_()
        self._line.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 - self._line.currentValue())
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _end(self) -> None:
        self.hide()
        self._picture = QPixmap()


def cap_share() -> float:
    """Height of a capital to the size of the house font, on this machine."""
    return QFontMetricsF(ui_font(100)).capHeight() / 100


def sized(theme: Theme, type_: WallType) -> Theme:
    """The colours of the desk in the type of the wall."""
    return replace(theme, scale=type_.scale)
