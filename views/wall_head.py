"""Head and foot of the wall: realm, page, lost links, clock; and the line of what happened last."""

from __future__ import annotations

from collections import deque
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.steps import Realm
from data.rules.alarms.health import FEED_DOWN, LINK_LOST, STORE_TROUBLE, VALUE_STALE
from data.rules.alarms.lines import AlarmList
from views import words
from views.wall_fit import Fit
from views.wall_parts import GAP, PAD, MarkLabel, line_label
from views.wall_reading import SMALLEST_FIGURE
from views.wall_words import PublicLine
from widgets.badge import Badge, BadgeLook
from widgets.ink_label import InkLabel
from widgets.marks import Mark, Shape
from widgets.theme import Size, Theme

LINES_KEPT = 12
_LINKS = (STORE_TROUBLE, LINK_LOST, FEED_DOWN, VALUE_STALE)


class WallHead(QWidget):
    """One line across the top."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._realm = theme, Realm.LIVE
        self.realm = Badge(theme, look=BadgeLook.FILLED, role="realm.live", size=Size.BASE)
        self.page = InkLabel(theme, size=Size.BASE, bold=True, hug=True)
        self.place = InkLabel(theme, role="text.muted", size=Size.SMALL, hug=True)
        self.place.set_text(self.tr("花园口镇防汛指挥部"))
        self.link_mark = MarkLabel(theme)
        self.link = InkLabel(theme, role="state.attention", size=SMALLEST_FIGURE, hug=True)
        self.date = InkLabel(theme, role="text.secondary", size=SMALLEST_FIGURE, hug=True)
        self.clock = InkLabel(theme, size=Size.FIGURE, bold=True, hug=True)
        self.clock.set_reserve("00:00")
        self.row = Fit(theme, down=False, gap=PAD)
        for part, weight in (
            (self.realm, 0), (self.page, 0), (self.place, 4),
        ):  # fmt: skip
            self.row.add(part, weight)
        self.row.add_space()
        for part, weight in ((self.link_mark, 0), (self.link, 1), (self.date, 3), (self.clock, 0)):
            self.row.add(part, weight)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self.row)
        self.link_mark.show_mark(Mark(Shape.CROSS, "link.broken"))
        self.row.set_absent(self.link, True)
        self.row.set_absent(self.link_mark, True)
        self.set_theme(theme)
        self.show_realm(Realm.LIVE)

    def show_realm(self, realm: Realm) -> None:
        """Say the realm."""
        self._realm = realm
        self.realm.show_words(words.realm(realm), role=f"realm.{realm.value}")
        self.update()

    def show_page(self, title: str) -> None:
        """Say which page is shown."""
        self.page.set_text(title)

    def show_time(self, time: datetime) -> None:
        """Tell the desk's time."""
        local = time.astimezone(words.BEIJING)
        self.clock.set_text(local.strftime("%H:%M"))
        self.date.set_text(local.strftime("%m-%d"))

    def show_links(self, listed: AlarmList | None) -> None:
        """What the desk rests on and has lost is a notice of its own, never told by a calm colour."""
        diagnostics = () if listed is None else listed.diagnostics
        found = [line for line in diagnostics if line.kind.id in _LINKS]
        found.sort(key=lambda line: _LINKS.index(line.kind.id))
        self.show_notice(link_words(found[0].kind.id, sum(one.count for one in found)) if found else "")

    def show_notice(self, text: str) -> None:
        """Show a notice about links, or none."""
        self.link.set_text(text)
        self.row.set_absent(self.link, not text)
        self.row.set_absent(self.link_mark, not text)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._box.setContentsMargins(theme.px(PAD), theme.px(GAP), theme.px(PAD), theme.px(GAP))
        self.setFixedHeight(theme.px(Size.FIGURE.value * 1.15))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground tells the realm too."""
        painter = QPainter(self)
        ground = "surface.panel" if self._realm is Realm.LIVE else f"realm.{self._realm.value}.soft"
        painter.fillRect(self.rect(), self._theme.role(ground))
        painter.setPen(QPen(self._theme.role("line.separator"), self._theme.px(0.4)))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()


class WallFoot(QWidget):
    """The last public lines, as many as one line holds, the newest first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: deque[PublicLine] = deque(maxlen=LINES_KEPT)
        self.row = Fit(theme, down=False, gap=PAD * 2)
        self.labels = [line_label(theme, hug=True) for _ in range(4)]
        for weight, label in enumerate(self.labels):
            self.row.add(label, weight)
        self.row.add_space()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)
        self._draw()

    def add_line(self, line: PublicLine) -> None:
        """Show a line as the newest; one that says the same as the newest takes its place."""
        if self._lines and self._lines[0].text == line.text:
            self._lines.popleft()
        self._lines.appendleft(line)
        self._draw()

    def show_lines(self, lines: list[PublicLine]) -> None:
        """Show these, the newest first."""
        self._lines = deque(lines, maxlen=LINES_KEPT)
        self._draw()

    def lines(self) -> tuple[PublicLine, ...]:
        """Lines kept, the newest first."""
        return tuple(self._lines)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._box.setContentsMargins(theme.px(PAD), 0, theme.px(PAD), 0)
        self.setFixedHeight(theme.px(SMALLEST_FIGURE.value * 1.45))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.role("surface.panel"))
        painter.end()

    def _draw(self) -> None:
        lines = list(self._lines)
        for n, label in enumerate(self.labels):
            there = n < len(lines)
            if there:
                role = lines[n].role if n == 0 else "text.muted"
                label.set_text(f"{lines[n].time} {lines[n].text}", role)
            self.row.set_absent(label, not there)
        if not lines:
            self.labels[0].set_text(self.tr("尚无动态"), "text.muted")
            self.row.set_absent(self.labels[0], False)


def link_words(kind: str, count: int) -> str:
    """What is lost, in few words."""
    t = QCoreApplication.translate
    said = {
        STORE_TROUBLE: t("Wall", "存储故障"),
        LINK_LOST: t("Wall", "测站失联"),
        FEED_DOWN: t("Wall", "来源中断"),
        VALUE_STALE: t("Wall", "水情过时"),
    }[kind]
    return said if count < 2 else f"{said} {count}"
