"""A time bar: play and step through frames, with the moment, the hours since the start and the value at the head."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.plot_axes import TimeWords
from widgets.theme import Size, Theme
from widgets.time_track import HOUR_S, TimeTrack

if TYPE_CHECKING:
    from collections.abc import Sequence

TICK_MS = 100
SPEEDS = (0.5, 1.0, 2.0, 4.0)
"""Hours of the course that pass in a second."""


@dataclass(frozen=True, slots=True)
class TimeBarWords:
    """Words handed in by the owner. `since` takes hours, `value` the value of the course, `pace` hours a second."""

    name: str
    play: str
    pause: str
    back: str
    forward: str
    speed: str
    empty: str
    since: str = "+{0:.1f} h"
    value: str = "{0:,.0f} m³/s"
    pace: str = "{0:g}×"
    time: TimeWords = field(default_factory=TimeWords)


class TimeBar(QWidget):
    """Plays at most ten frames a second; at the end it stands still, played again it starts anew.

    Signals:
        frame_changed: number of the frame that somebody, or playing, has come to.
        playing_changed: whether it plays.

    """

    frame_changed = Signal(int)
    playing_changed = Signal(bool)

    def __init__(self, theme: Theme, words: TimeBarWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._times: tuple[float, ...] = ()
        self._course: tuple[tuple[float, float], ...] = ()
        self._frame, self._speed, self._head_s = 0, 1.0, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._back, self._play, self._forward = QToolButton(), QToolButton(), QToolButton()
        self._pace = QPushButton()
        self._track = TimeTrack(theme, words.time)
        self._moment = InkLabel(theme, size=Size.LARGE, bold=True)
        self._since = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        self._back.clicked.connect(lambda: self._go(self._frame - 1))
        self._forward.clicked.connect(lambda: self._go(self._frame + 1))
        self._play.clicked.connect(self.toggle)
        self._pace.clicked.connect(self._next_speed)
        self._track.frame_wished.connect(self._go)
        self._track.play_wished.connect(self.toggle)
        self._lay_out()
        self.set_words(words)
        self.set_theme(theme)
        self.set_frames((), ())

    def _lay_out(self) -> None:
        self._reading = QWidget()
        said = QVBoxLayout(self._reading)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._moment)
        said.addWidget(self._since)
        said.addStretch(1)
        self._row = QHBoxLayout(self)
        for widget in (self._back, self._play, self._forward, self._pace):
            self._row.addWidget(widget)
        self._row.addWidget(self._track, 1)
        self._row.addWidget(self._reading)

    # what the owner says and asks

    def set_frames(self, times_s: Sequence[float], course: Sequence[tuple[float, float]]) -> None:
        """Moments of the frames in seconds since 1970, and the course drawn behind; the moment stays where it can."""
        at = self._times[self._frame] if self._times else None
        self._times, self._course = tuple(times_s), tuple(course)
        if not self._times:
            self.pause()
        self._track.set_frames(self._times, self._course)
        self._frame = 0 if at is None or not self._times else self._track.nearest(at)
        for button in (self._back, self._play, self._forward, self._pace):
            button.setEnabled(len(self._times) > 1)
        self._show()

    def set_frame(self, number: int) -> None:
        """Stand at a frame, without a signal."""
        if self._times:
            self._frame = min(max(number, 0), len(self._times) - 1)
            self._show()

    def frame(self) -> int:
        """The frame at which it stands."""
        return self._frame

    def frames(self) -> int:
        """How many frames there are."""
        return len(self._times)

    def set_empty_words(self, text: str) -> None:
        """What to say where there are no frames."""
        self._words = replace(self._words, empty=text)
        self._show()

    def is_playing(self) -> bool:
        """Whether it plays."""
        return self._timer.isActive()

    def reading_text(self) -> str:
        """What is said about the head."""
        return f"{self._moment.text()} {self._since.text()}".strip()

    def toggle(self) -> None:
        """Play or pause."""
        if self._timer.isActive():
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Play on from here; from the start when the end is reached."""
        if len(self._times) < 2:
            return
        if self._frame == len(self._times) - 1:
            self._come_to(0)
        self._head_s = self._times[self._frame]
        self._timer.start()
        self._show_playing()

    def pause(self) -> None:
        """Stand still."""
        if self._timer.isActive():
            self._timer.stop()
            self._show_playing()

    def set_speed(self, hours_a_second: float) -> None:
        """How fast it plays."""
        self._speed = hours_a_second
        self._pace.setText(self._words.pace.format(hours_a_second))

    def set_words(self, words: TimeBarWords) -> None:
        """Words in the language of the screen."""
        self._words = words
        self._track.set_words(words.time)
        self._track.setAccessibleName(words.name)
        self._track.setToolTip(words.name)
        for button, text in ((self._back, words.back), (self._forward, words.forward), (self._pace, words.speed)):
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.set_speed(self._speed)
        self._show_playing(tell=False)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        px, icons = theme.px, IconSet(theme)
        self._row.setContentsMargins(px(8), px(2), px(12), px(2))
        self._row.setSpacing(px(4))
        for button, icon in ((self._back, "chevron-left"), (self._forward, "chevron-right")):
            button.setIcon(icons.icon(icon))
        for button in (self._back, self._play, self._forward):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(28), px(28))
        self._pace.setFont(theme.font(Size.SMALL))
        self._pace.setProperty("kind", "snap")
        self._pace.setFixedWidth(px(46))
        self._reading.setFixedWidth(px(132))
        self._moment.set_theme(theme)
        self._since.set_theme(theme)
        self._track.set_theme(theme)
        self._show_playing(tell=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody watches: play no further."""
        super().hideEvent(event)
        self.pause()

    # inside

    def _next_speed(self) -> None:
        later = [speed for speed in SPEEDS if speed > self._speed]
        self.set_speed(later[0] if later else SPEEDS[0])

    def _tick(self) -> None:
        self._head_s += self._speed * HOUR_S * TICK_MS / 1000
        number = self._track.nearest(self._head_s)
        if number != self._frame:
            self._come_to(number)
        if self._head_s >= self._times[-1]:
            self.pause()

    def _go(self, number: int) -> None:
        if not self._times:
            return
        number = min(max(number, 0), len(self._times) - 1)
        self._head_s = self._times[number]
        if number != self._frame:
            self._come_to(number)

    def _come_to(self, number: int) -> None:
        self._frame = number
        self._show()
        self.frame_changed.emit(number)

    def _show(self) -> None:
        if not self._times:
            self._moment.set_text("")
            self._since.set_text(self._words.empty)
            self._since.setToolTip(self._words.empty)
            return
        at = self._times[self._frame]
        self._track.set_frame(self._frame)
        self._moment.set_text(self._words.time.say(self._words.time.moment, at))
        parts = [self._words.since.format((at - self._times[0]) / HOUR_S)]
        value = _value(self._course, at)
        if value is not None:
            parts.append(self._words.value.format(value))
        self._since.set_text(" · ".join(parts))

    def _show_playing(self, *, tell: bool = True) -> None:
        playing = self._timer.isActive()
        self._play.setIcon(IconSet(self._theme).icon("pause" if playing else "play"))
        text = self._words.pause if playing else self._words.play
        self._play.setToolTip(text)
        self._play.setAccessibleName(text)
        if tell:
            self.playing_changed.emit(playing)


def _value(course: Sequence[tuple[float, float]], at: float) -> float | None:
    """The value of a course at a moment, in proportion between two; None beyond its ends."""
    for (before, low), (after, high) in pairwise(course):
        if before <= at <= after:
            return low if after == before else low + (high - low) * (at - before) / (after - before)
    return None
