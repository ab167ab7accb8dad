"""Tones of alarms on the loudspeaker: small wav files; a desk without one says so once and works on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

import resources

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Tone(StrEnum):
    """A tone; each is a file of resources/sounds."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    DIAGNOSTIC = "diagnostic"
    DRILL = "drill"


class Hearing(StrEnum):
    """Whether tones can be heard here, and why not."""

    FINE = "fine"
    NO_MULTIMEDIA = "no_multimedia"
    NO_DEVICE = "no_device"


class Loudspeaker(QObject):
    """Plays one tone at a time. The multimedia library is loaded when the first one is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Load nothing yet."""
        super().__init__(parent)
        self._effects: dict[Tone, QSoundEffect] = {}

    def hearing(self) -> Hearing:
        """Look whether there is anything to play on; a loudspeaker may be plugged in later."""
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            return Hearing.NO_MULTIMEDIA
        return Hearing.FINE if QMediaDevices.audioOutputs() else Hearing.NO_DEVICE

    def play(self, tone: Tone, volume: float) -> None:
        """Begin a tone at 0 … 1 of full volume."""
        if self.hearing() is not Hearing.FINE:
            return
        self.stop()
        effect = self._effects.get(tone) or self._load(tone)
        effect.setVolume(volume)
        effect.play()

    def stop(self) -> None:
        """Be silent."""
        for effect in self._effects.values():
            effect.stop()

    def _load(self, tone: Tone) -> QSoundEffect:
        from PySide6.QtMultimedia import QSoundEffect

        effect = self._effects[tone] = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(resources.path(f"sounds/{tone}.wav"))))
        return effect
