"""回放: the line above a past screen: which moment, the way through it by marks, play, and one key back to live."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from data.model.replay import Mark, MarkKind
from data.model.situation import Touched
from views import river_curves, words
from views.pane import Pane
from views.parts import Choice, button
from views.river_entry import TimeField
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.marks import Fill, Shape
from widgets.marks import Mark as Look
from widgets.scrub_track import ScrubTrack, TrackMark
from widgets.theme import Size, Theme, retheme

SPEEDS = (1, 10, 60, 300, 600)
"""Seconds of the past that pass in a second."""
REACHES_H = (0, 30 * 24, 7 * 24, 24, 6)
"""How much of the line is looked at around the moment; 0: all."""
LANES = 3
_LOOKS = (
    (MarkKind.DECISION, 0, Look(Shape.DIAMOND, "text.primary")),
    (MarkKind.LEVEL, 0, Look(Shape.TRIANGLE, "state.attention")),
    (MarkKind.ALARM, 1, Look(Shape.CIRCLE, "alarm.high", Fill.HOLLOW)),
    (MarkKind.EVENT, 2, Look(Shape.SQUARE, "state.new")),
    (MarkKind.PUSH, 2, Look(Shape.PENTAGON, "text.secondary", Fill.HOLLOW)),
)
_ALL = "all"


class ReplayBar(Pane):
    """Hidden while the screen is live.

    Signals:
        moment_wished: aware datetime to go to.
        mark_wished: tuple of MarkKind, and whether forward.
        play_wished: play or pause.
        speed_wished: seconds of the past a second.
        reach_wished: hours of the line to be looked at, 0 for all of it.
        left: back to live.

    """

    moment_wished = Signal(object)
    mark_wished = Signal(tuple, bool)
    play_wished = Signal()
    speed_wished = Signal(int)
    reach_wished = Signal(float)
    left = Signal()

    heeds: ClassVar[Touched] = Touched(0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(theme, parent)
        self._playing = False
        self.moment = InkLabel(theme, size=Size.LARGE, bold=True)
        self.limits = InkLabel(theme, role="text.muted", size=Size.TINY)
        self.kinds = Choice(self.tr("前后跳到哪一类"))
        self.reach = Choice(self.tr("时间轴看多长"))
        self.before, self.play, self.after = QToolButton(), QToolButton(), QToolButton()
        self.pace = Choice(self.tr("回放速度：每秒走过的秒数"))
        self.track = ScrubTrack(theme, river_curves.hydrograph_words().time, LANES)
        self.field = TimeField()
        self.go = button(self.tr("跳到"), "", self.tr("到所填的时刻（回车）"))
        self.live = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self.back: QPushButton = button(self.tr("回到实况"), "primary", self.tr("回到实况（F12、Esc）"))
        self._arrange()
        self._wire()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.draw_theme(theme)
        self.show_speed(SPEEDS[2])
        self.show_playing(playing=False)
        self.show_limits(self.tr("淹没图、线路与发件箱状态不可回放；撤离时限按当时情势重算"))
        self.hide()

    def _arrange(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addStretch(1)
        told.addWidget(self.moment)
        told.addWidget(self.limits)
        told.addStretch(1)
        self._told = QWidget()
        self._told.setLayout(told)
        told.setContentsMargins(0, 0, 0, 0)
        ways = QVBoxLayout()
        ways.setContentsMargins(0, 0, 0, 0)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for line in (upper, lower):
            line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before, self.play, self.after):
            upper.addWidget(widget)
        upper.addWidget(self.pace, 1)
        lower.addWidget(self.kinds, 1)
        lower.addWidget(self.reach)
        ways.addLayout(upper)
        ways.addLayout(lower)
        jump = QHBoxLayout()
        jump.addWidget(self.field, 1)
        jump.addWidget(self.go)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(jump)
        right.addWidget(self.live)
        self._right = QWidget()
        self._right.setLayout(right)
        self._lines = (ways, upper, lower, right, jump)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._told)
        self._row.addLayout(ways)
        self._row.addWidget(self.track, 1)
        self._row.addWidget(self._right)
        self._row.addWidget(self.back)

    def _wire(self) -> None:
        self.track.moment_wished.connect(self._wish)
        self.track.play_wished.connect(self.play_wished)
        self.play.clicked.connect(self.play_wished)
        self.before.clicked.connect(lambda: self._jump(forward=False))
        self.after.clicked.connect(lambda: self._jump(forward=True))
        self.pace.picked.connect(lambda key: self.speed_wished.emit(int(key)))
        self.go.clicked.connect(lambda: self.moment_wished.emit(self.field.moment()))
        self.field.lineEdit().returnPressed.connect(lambda: self.moment_wished.emit(self.field.moment()))
        self.back.clicked.connect(self.left)
        self.pace.set_choices([(str(speed), f"{speed}×") for speed in SPEEDS])
        self.reach.picked.connect(lambda key: self.reach_wished.emit(float(key)))
        self.reach.set_choices([(str(hours), _long(hours)) for hours in REACHES_H])
        all_marks = (_ALL, self.tr("全部标记"))
        self.kinds.set_choices([all_marks, *((kind.value, mark_name(kind)) for kind, _, _ in _LOOKS)])
        self.track.setAccessibleName(self.tr("回放时间轴"))
        self.track.setToolTip(self.tr("拖动到任一时刻；←→ 一分钟，翻页键一小时，空格播放"))
        for keys, forward in (("Ctrl+Alt+Left", False), ("Ctrl+Alt+Right", True)):
            QShortcut(QKeySequence(keys), self, lambda way=forward: self._jump(forward=way))

    # what the owner says

    def show_way(self, first: datetime, last: datetime, marks: Sequence[Mark]) -> None:
        """Show the part of the journal that is looked at, and what lies there."""
        looks = {kind: (lane, look) for kind, lane, look in _LOOKS}
        self.track.set_span(first.timestamp(), last.timestamp())
        self.track.set_marks(
            [TrackMark(one.at.timestamp(), looks[one.kind][1], looks[one.kind][0], _said(one)) for one in marks]
        )

    def show_moment(self, at: datetime, seq: int) -> None:
        """Show where the screen stands."""
        self.moment.set_text(words.full_time(at))
        self.moment.setToolTip(self.tr("第 {0} 步之后").format(f"{seq:,}"))
        self.track.set_moment(at.timestamp())
        if not self.field.hasFocus():
            self.field.set_moment(at)

    def show_live(self, at: datetime, fresh: int, alarms: int) -> None:
        """Show what happens behind: the live time, and how much is new since the past has been on the screen."""
        parts = [self.tr("实况 {0}").format(words.clock(at))]
        if fresh:
            parts.append(self.tr("新情况 {0}").format(f"{fresh:,}"))
        if alarms:
            parts.append(self.tr("未确认报警 {0}").format(alarms))
        text = " · ".join(parts)
        self.live.set_text(text, "state.urgent" if alarms else "state.attention" if fresh else "text.secondary")
        self.live.setToolTip(self.tr("实况照常进行：{0}").format(text))

    def show_playing(self, *, playing: bool) -> None:
        """Show whether it plays."""
        self._playing = playing
        text = self.tr("暂停") if playing else self.tr("播放")
        self.play.setIcon(IconSet(self.theme).icon("pause" if playing else "play"))
        self.play.setToolTip(text)
        self.play.setAccessibleName(text)

    def show_speed(self, speed: int) -> None:
        """Show how fast it plays."""
        self.pace.choose(str(speed))

    def show_reach(self, hours: float) -> None:
        """Show how much of the line is looked at."""
        self.reach.choose(f"{hours:g}")

    def show_limits(self, text: str) -> None:
        """Say what of the past cannot be had as it was."""
        self.limits.set_text(text)
        self.limits.setToolTip(text)

    # drawing

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        px, icons = theme.px, IconSet(theme)
        for child in (self.moment, self.limits, self.track, self.live):
            retheme(child, theme)
        self._row.setContentsMargins(px(12), px(4), px(8), px(4))
        self._row.setSpacing(px(12))
        for line in self._lines:
            line.setSpacing(px(4))
        self._told.setFixedWidth(px(190))
        self._right.setFixedWidth(px(222))
        for one, icon, text in (
            (self.before, "chevron-left", self.tr("上一个标记（Ctrl+Alt+←）")),
            (self.play, "play", ""),
            (self.after, "chevron-right", self.tr("下一个标记（Ctrl+Alt+→）")),
        ):
            one.setIcon(icons.icon(icon))
            one.setIconSize(QSize(px(16), px(16)))
            one.setFixedSize(px(28), px(26))
            if text:
                one.setToolTip(text)
                one.setAccessibleName(text)
        self.pace.setMinimumWidth(px(72))
        self.show_playing(playing=self._playing)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground says that this is the past."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.role("realm.replay.soft"))
        painter.setPen(QPen(self.theme.role("realm.replay"), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    # what was asked

    def _wish(self, seconds: float) -> None:
        self.moment_wished.emit(datetime.fromtimestamp(seconds, words.BEIJING))

    def _jump(self, *, forward: bool) -> None:
        key = self.kinds.key()
        self.mark_wished.emit(tuple(MarkKind) if key == _ALL else (MarkKind(key),), forward)


def mark_name(kind: MarkKind) -> str:
    """What marks of a kind are called."""
    t = QCoreApplication.translate
    return {
        MarkKind.DECISION: t("Replay", "决定"),
        MarkKind.LEVEL: t("Replay", "等级建议"),
        MarkKind.ALARM: t("Replay", "报警"),
        MarkKind.EVENT: t("Replay", "事件与险情"),
        MarkKind.PUSH: t("Replay", "推送"),
    }[kind]


def _long(hours: int) -> str:
    t = QCoreApplication.translate
    if not hours:
        return t("Replay", "全程")
    return t("Replay", "{0} 天").format(hours // 24) if hours >= 24 else t("Replay", "{0} 小时").format(hours)


def _said(mark: Mark) -> str:
    said = f"{mark_name(mark.kind)} · {words.full_time(mark.at)}"
    if mark.count > 1:
        said += " · " + QCoreApplication.translate("Replay", "共 {0} 条").format(f"{mark.count:,}")
    return said
