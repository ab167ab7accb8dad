"""Wall page 预警响应: the level in its official colour with numeral and word, its cause, since when, by which rule."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from data.model.levels import Level
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import wall_words, words
from views.wall_fit import Fit
from views.wall_page import WallPage
from views.wall_parts import PAD, line_label
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme


class LevelPlate(QWidget):
    """Numeral and word on the official colour: filled in force, a frame while it is only suggested or a what-if."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._level, self._in_force, self._whatif = theme, Level.NONE, True, False
        self.numeral = InkLabel(theme, size=Size.HERO, bold=True, hug=True)
        self.word = InkLabel(theme, size=Size.BASE, bold=True, hug=True)
        self.state = InkLabel(theme, size=Size.TINY, hug=True)
        self._box = QVBoxLayout(self)
        self._box.addStretch(1)
        for label in (self.numeral, self.word, self.state):
            label.set_exact_role(True)
            label.set_align(Qt.AlignmentFlag.AlignCenter)
            self._box.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_theme(theme)

    def show_level(self, level: Level, state: str, *, in_force: bool, whatif: bool) -> None:
        """Show a level and whether it is in force."""
        changed = (level, in_force, whatif) != (self._level, self._in_force, self._whatif)
        self._level, self._in_force, self._whatif = level, in_force, whatif
        numeral, word = wall_words.level_words(level)
        ink = "text.primary" if level is Level.NONE or not in_force else f"{words.level_role(level)}.text"
        for label, text in ((self.numeral, numeral), (self.word, word), (self.state, state)):
            label.set_text(text, ink)
            label.setVisible(bool(text))
        self.setAccessibleName(f"{numeral} {word} {state}")
        if changed:
            self.update()

    def show_level_of(self, now: Situation, preview: Preview | None) -> None:
        """Show the level in force, else the one suggested, or the one of the what-if."""
        standing, suggested = now.standing.level, now.suggestion.level
        if preview is not None:
            self.show_level(preview.level, self.tr("推演，未生效"), in_force=False, whatif=True)
        elif standing is not Level.NONE:
            self.show_level(standing, self.tr("现行响应"), in_force=True, whatif=False)
        elif suggested is not Level.NONE:
            self.show_level(suggested, self.tr("建议，未签发"), in_force=False, whatif=False)
        else:
            self.show_level(Level.NONE, "", in_force=True, whatif=False)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        pad = theme.px(PAD)
        self._box.setContentsMargins(pad, pad, pad, pad)
        self._box.setSpacing(theme.px(2))
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._theme.px(90)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, wide = self._theme, self._theme.px(2)
        role = words.level_role(self._level)
        if self._level is Level.NONE:
            painter.fillRect(self.rect(), theme.role("surface.raised"))
        else:
            painter.fillRect(self.rect(), theme.role(role if self._in_force else f"{role}.soft"))
        if self._level is not Level.NONE and not self._in_force:
            edge = theme.role("realm.whatif") if self._whatif else theme.edge(role)
            painter.setPen(QPen(edge, wide, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
        painter.end()


class LevelPage(WallPage):
    """Warning and response."""

    name: ClassVar[str] = "level"
    heeds: ClassVar[Touched] = Touched.LEVEL | Touched.RIVER | Touched.REGISTERS | Touched.INCIDENTS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.plate = LevelPlate(theme)
        self.told = Fit(theme)
        self._since: datetime | None = None
        self.lines: dict[str, InkLabel] = {}
        for key, weight in (("other", 0), ("cause", 0), ("since", 0), ("rule", 2)):
            self.lines[key] = line_label(theme, bold=key == "other", lines=2 if key == "rule" else 0)
            self.told.add(self.lines[key], weight)
        self.told.add_space()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.plate, 4)
        self._row.addWidget(self.told, 6)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("预警响应")

    def filled(self, now: Situation) -> bool:
        """Whether there is any level."""
        return now.standing.level is not Level.NONE or now.suggestion.level is not Level.NONE

    def essentials(self) -> tuple[Fit, ...]:
        return (self.told,)

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        self.plate.show_level_of(now, preview)
        standing, suggested = now.standing.level, now.suggestion.level
        shown = standing if standing is not Level.NONE else suggested
        other = ""
        if preview is not None:
            other = self.tr("实况 {0}").format(words.level(standing))
        elif standing is not Level.NONE and suggested is not standing:
            other = self.tr("规则建议 {0}").format(words.level(suggested))
        why = wall_words.leading(now.suggestion, shown)
        if preview is not None:
            causes = self.tr("推演 {0} m³/s").format(words.flow(preview.flow_m3s))
        elif shown is Level.NONE:
            causes = ""
        else:
            causes = self.tr("指挥部决定") if why is None else wall_words.cause(now, why)
        since = now.standing.since if standing is not Level.NONE else now.suggestion.since
        began = since is not None and preview is None and shown is not Level.NONE
        self._since = since if began else None
        rule = "" if preview is not None else wall_words.rule(now, why)
        rule = self.tr("依据 {0}").format(rule) if rule else ""
        for key, text in (("other", other), ("cause", causes), ("rule", rule)):
            self.lines[key].set_text(text)
            self.told.set_absent(self.lines[key], not text)
        self.told.set_absent(self.lines["since"], not began)

    def draw_time(self, time: datetime) -> None:
        if self._since is not None:
            since, span = words.date_clock(self._since), words.span(time - self._since)
            self.lines["since"].set_text(self.tr("始于 {0} · {1}").format(since, span))

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self._row.setContentsMargins(theme.px(PAD), theme.px(PAD), theme.px(PAD), theme.px(PAD))
        self._row.setSpacing(theme.px(PAD * 2))
