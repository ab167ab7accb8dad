"""Speech of alarms: a voice of the machine that speaks the language of the screen, where there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

MOCK = "mock"
"""Qt's engine for tests: it takes its time and says nothing."""


class Tongue(StrEnum):
    """Whether the machine can speak, and why not."""

    FINE = "fine"
    NO_LIBRARY = "no_library"
    NO_ENGINE = "no_engine"  # none is installed, or the one installed does not start
    NO_VOICE = "no_voice"  # an engine without a voice for the language


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: whether it speaks, by which engine and voice."""

    tongue: Tongue
    engine: str = ""
    voice: str = ""


class Voice(QObject):
    """Says one line after another. Signal `ended`: the line is out, or could not be said."""

    ended = Signal()

    def __init__(self, language: str = "zh", parent: QObject | None = None) -> None:
        """Speak "zh" or "en"; the engine is looked for when it is first needed."""
        super().__init__(parent)
        self._language = QLocale.Language.Chinese if language == "zh" else QLocale.Language.English
        self._engine: QTextToSpeech | None = None
        self._found: Found | None = None
        self._says = False

    def found(self) -> Found:
        """Look once for an engine with a fitting voice."""
        if self._found is None:
            self._found = self._look()
        return self._found

    def say(self, text: str, volume: float) -> bool:
        """Begin to say a line at 0 … 1 of full volume; False when there is no voice."""
        if self.found().tongue is not Tongue.FINE or self._engine is None:
            return False
        self._says = True
        self._engine.setVolume(volume)
        self._engine.say(text)
        return True

    def stop(self) -> None:
        """Be silent; nothing is told."""
        self._says = False
        if self._engine is not None:
            self._engine.stop()

    def _look(self) -> Found:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return Found(Tongue.NO_LIBRARY)
        found = Found(Tongue.NO_ENGINE)
        for name in QTextToSpeech.availableEngines():
            if name == MOCK:
                continue
            engine = QTextToSpeech(name, self)
            if engine.state() is QTextToSpeech.State.Error:
                engine.deleteLater()
                continue
            voice = self._voice(engine.availableLocales(), engine)
            if voice is None:
                found = Found(Tongue.NO_VOICE, name)
                engine.deleteLater()
                continue
            engine.setVoice(voice)
            engine.stateChanged.connect(self._ends(QTextToSpeech))
            self._engine = engine
            return Found(Tongue.FINE, name, voice.name())
        return found

    def _voice(self, locales: list[QLocale], engine: QTextToSpeech) -> QVoice | None:
        for locale in locales:
            if locale.language() is self._language:
                engine.setLocale(locale)
                if voices := engine.availableVoices():
                    return voices[0]
        return None

    def _ends(self, kind: type[QTextToSpeech]) -> Callable[[QTextToSpeech.State], None]:
        def told(state: QTextToSpeech.State) -> None:
            if self._says and state in (kind.State.Ready, kind.State.Error):
                self._says = False
                self.ended.emit()

        return told
