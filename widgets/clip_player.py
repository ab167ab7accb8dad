"""Plays one clip or voice note in place: first frame, play and pause, where it is; says when it cannot."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

LOG = logging.getLogger("clips")


def clock(ms: int) -> str:
    """A moment of a clip."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"


class _Along(QSlider):
    """Where the clip is: moved by hand only."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Stage(QWidget):
    """The picture; for a voice note its sign."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.frame: QVideoFrame | None = None
        self.said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(240), theme.px(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), self.rect()
        painter.fillRect(box, self.theme.role("surface.window"))
        if self.frame is not None:
            from PySide6.QtMultimedia import QVideoFrame

            self.frame.paint(painter, QRectF(box), QVideoFrame.PaintOptions())
        else:
            side = self.theme.px(56)
            at = box.center()
            box.setRect(at.x() - side // 2, at.y() - side, side, side)
            IconSet(self.theme).icon("play", "text.muted").paint(painter, box)
            painter.setPen(self.theme.role("text.secondary"))
            painter.setFont(self.theme.font(Size.LARGE))
            line = self.rect().translated(0, self.theme.px(40))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.said)
        painter.end()


class ClipPlayer(QWidget):
    """One clip at a time; nothing of the player is made before the first one is opened.

    Signals:
        failed: the clip cannot be played here; what the player says of it.

    """

    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._player: QMediaPlayer | None = None
        self._seconds = 0.0
        self._words = ("", "")
        self.deaf = False
        """Whether this machine has nothing to sound from."""
        self.stage = _Stage(theme, self)
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.along: QSlider = _Along(Qt.Orientation.Horizontal, self)
        self.along.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.time = InkLabel(theme, role="text.secondary", hug=True)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self.button)
        row.addWidget(self.along, 1)
        row.addWidget(self.time)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.stage, 1)
        box.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.toggle)
        self.along.sliderMoved.connect(self._seek)

    def set_words(self, play: str, pause: str) -> None:
        """Say what the button says."""
        self._words = (play, pause)
        self._renew()

    def set_theme(self, theme: Theme) -> None:
        self._theme = self.stage.theme = theme
        self._renew()
        self.stage.update()

    def open(self, path: Path, said: str, seconds: float = 0.0) -> bool:
        """Show the first frame of a file, or its words where it has none; False when this machine has no player.

        `seconds` is how long it is believed to be: recorders of browsers write no length into what they record.
        """
        player = self._made()
        if player is None:
            return False
        self.put_away()
        self._seconds, self.stage.said = seconds, said
        player.setSource(QUrl.fromLocalFile(str(path)))
        player.pause()
        self._renew()
        return True

    def put_away(self) -> None:
        """Be silent, and let go of the file."""
        if self._player is not None:
            self._player.stop()
            self._player.setSource(QUrl())
        self.stage.frame = None
        self.stage.update()
        self._show_at(0)

    def playing(self) -> bool:
        """Whether it plays now."""
        return self._player is not None and self._player.isPlaying()

    def toggle(self) -> None:
        """Play, or pause; from the beginning when it is over."""
        if self._player is None:
            return
        if self._player.isPlaying():
            self._player.pause()
        else:
            self._player.play()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)

    # inside

    def _made(self) -> QMediaPlayer | None:
        """Make the player; None where Qt's own cannot be loaded (a system without its libraries)."""
        if self._player is None:
            try:
                from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoSink
            except ImportError:
                LOG.warning("QtMultimedia cannot be loaded here", exc_info=True)
                return None
            self.deaf = QMediaDevices.defaultAudioOutput().isNull()
            player = QMediaPlayer(self)
            if not self.deaf:
                player.setAudioOutput(QAudioOutput(player))
            sink = QVideoSink(player)
            player.setVideoSink(sink)
            sink.videoFrameChanged.connect(self._show_frame)
            player.positionChanged.connect(self._show_at)
            player.playingChanged.connect(lambda _: self._renew())
            player.errorOccurred.connect(lambda _error, words: self.failed.emit(words))
            self._player = player
        return self._player

    def _show_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():  # the last picture stays when the clip is over
            self.stage.frame = frame
            self.stage.update()

    def _length_ms(self) -> int:
        told = 0 if self._player is None else self._player.duration()
        return told or round(self._seconds * 1000)

    def _show_at(self, ms: int) -> None:
        length = self._length_ms()
        self.along.setRange(0, max(1, length))
        if not self.along.isSliderDown():
            self.along.setValue(ms)
        self.time.set_text(f"{clock(ms)} / {clock(length)}" if length else clock(ms))

    def _seek(self, ms: int) -> None:
        if self._player is not None:
            self._player.setPosition(ms)

    def _renew(self) -> None:
        on = self.playing()
        self.button.setText(self._words[1] if on else self._words[0])
        self.button.setIcon(IconSet(self._theme).icon("pause" if on else "play"))
        self._show_at(0 if self._player is None else self._player.position())
