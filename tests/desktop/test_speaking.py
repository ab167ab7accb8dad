"""The voice of the machine: looked for once, never Qt's own dummy, and told when a line is out."""

from __future__ import annotations

import pytest

from desktop import speaking
from desktop.speaking import Found, Tongue, Voice

pytestmark = pytest.mark.qt_log_ignore(".*")  # what the multimedia library of this machine lacks is no fault of ours


@pytest.fixture
def voice(qapp, monkeypatch):
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", staticmethod(lambda: ["mock"]))
    made: list[Voice] = []

    def make(language: str) -> Voice:
        made.append(Voice(language, qapp))
        return made[-1]

    yield make
    for one in made:
        one.stop()
        one.deleteLater()


def test_the_dummy_engine_is_no_voice(voice) -> None:
    one = voice("en")
    assert one.found() == Found(Tongue.NO_ENGINE)
    assert not one.say("test", 0.5)


def test_an_engine_without_the_language_is_named(voice, monkeypatch) -> None:
    monkeypatch.setattr(speaking, "MOCK", "")
    assert voice("zh").found() == Found(Tongue.NO_VOICE, "mock")


def test_a_line_that_is_out_is_told_and_one_that_was_stopped_is_not(voice, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(speaking, "MOCK", "")
    one = voice("en")
    assert one.found().tongue is Tongue.FINE
    with qtbot.waitSignal(one.ended, timeout=5000):
        assert one.say("ok", 0.5)
    told = []
    one.ended.connect(lambda: told.append(1))
    one.say("another line of words", 0.5)
    one.stop()
    assert told == []
