"""What is heard: the gravest first, once a line, the grave again; silent when acknowledged or muted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.sounding import Calling, Manner, Sounding, Ways, tone_length_s
from desktop.speaking import Found, Tongue
from desktop.tones import Hearing, Tone

NOW = datetime(2020, 6, 26, 5, 0, tzinfo=UTC)
HIGH, LOW = Calling("a", 2, "花园口流量达到三级", repeated=True), Calling("b", 0, "物资不足")


class Speaker(QObject):
    def __init__(self, hearing: Hearing = Hearing.FINE) -> None:
        super().__init__()
        self.played: list[Tone] = []
        self._hearing = hearing

    def hearing(self) -> Hearing:
        return self._hearing

    def play(self, tone: Tone, volume: float) -> None:
        assert volume == 0.5
        self.played.append(tone)

    def stop(self) -> None:
        pass


class Talker(QObject):
    ended = Signal()

    def __init__(self, tongue: Tongue = Tongue.FINE) -> None:
        super().__init__()
        self.said: list[str] = []
        self.stops = 0
        self._tongue = tongue

    def found(self) -> Found:
        return Found(self._tongue)

    def say(self, text: str, _volume: float) -> bool:
        if self._tongue is Tongue.FINE:
            self.said.append(text)
        return self._tongue is Tongue.FINE

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture(autouse=True)
def _short_tones(monkeypatch):
    monkeypatch.setattr("desktop.sounding.tone_length_s", lambda _tone: 0.0)


@pytest.fixture
def sounding(qapp):
    made: list[Sounding] = []

    def make(speaker: Speaker | None = None, talker: Talker | None = None, *, drill: bool = False, **more) -> Sounding:
        manner = Manner(volume=0.5, **more)
        one = Sounding(speaker or Speaker(), talker or Talker(), manner, drill=drill, wall=lambda: NOW, parent=qapp)
        one.heard = []
        one.announced.connect(lambda key, _: one.heard.append(key))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()
        one.deleteLater()


def test_the_gravest_is_heard_first_and_each_line_once(sounding, qtbot) -> None:
    speaker, talker = Speaker(), Talker()
    made = sounding(speaker, talker)
    made.show([LOW, HIGH])
    assert made.heard == ["b", "a"]  # the low one had begun; the grave one cuts it short
    qtbot.waitUntil(lambda: talker.said == [HIGH.text])
    talker.ended.emit()
    qtbot.waitUntil(lambda: talker.said == [HIGH.text, LOW.text])
    talker.ended.emit()
    made.show([HIGH, LOW])
    assert made.heard == ["b", "a", "b"]
    assert speaker.played == [Tone.LOW, Tone.HIGH]  # the tone before stands for the one that follows at once


def test_a_line_that_grew_graver_is_heard_anew_and_an_acknowledged_one_falls_silent(sounding, qtbot) -> None:
    talker = Talker()
    made = sounding(talker=talker)
    made.show([Calling("b", 0, "低")])
    qtbot.waitUntil(lambda: talker.said == ["低"])
    made.show([Calling("b", 2, "高")])
    qtbot.waitUntil(lambda: talker.said[-1] == "高")
    stops = talker.stops
    made.show([])
    assert talker.stops == stops + 1
    assert made.heard == ["b", "b"]


def test_the_grave_sounds_again_until_it_is_acknowledged(sounding, qtbot) -> None:
    talker = Talker()
    made = sounding(talker=talker, repeat_s=0.01)
    made.show([HIGH])
    for times in (1, 2, 3):
        qtbot.waitUntil(lambda times=times: talker.said == [HIGH.text] * times)
        talker.ended.emit()
    heard = len(made.heard)
    qtbot.waitUntil(lambda: len(made.heard) > heard)
    assert talker.said == [HIGH.text] * 3  # then the tone alone
    made.show([])
    assert not made._repeat.isActive()


def test_a_mute_ends_by_itself_at_most_after_half_an_hour_and_by_an_alarm_that_must_pass(sounding, qtbot) -> None:
    made = sounding()
    made.mute(timedelta(hours=8))
    assert made.muted_until == NOW + timedelta(minutes=30)
    made.show([HIGH])
    assert made.heard == []
    with qtbot.waitSignal(made.changed):
        made.show([HIGH, Calling("c", 2, "前方求助", must_pass=True)])
    assert made.muted_until is None
    assert made.heard == ["c"]
    made.mute(timedelta(milliseconds=5))
    qtbot.waitUntil(lambda: made.muted_until is None)


def test_a_machine_without_loudspeaker_or_voice_says_so_once_and_still_announces(sounding, qtbot) -> None:
    made = sounding(Speaker(Hearing.NO_DEVICE), Talker(Tongue.NO_VOICE))
    told = []
    made.silent.connect(told.append)
    made.show([HIGH])
    made.show([HIGH, Calling("c", 1)])
    qtbot.waitUntil(lambda: made.heard == ["a", "c"])
    assert told == [Ways(Hearing.NO_DEVICE, Found(Tongue.NO_VOICE))]


def test_switched_off_nothing_is_lined_up(sounding, qtbot) -> None:
    made = sounding()
    made.configure(Manner(tones=False, speech=False))
    made.show([HIGH])
    assert made.heard == []


def test_every_tone_is_a_short_file_told_apart_by_its_length() -> None:
    lengths = [tone_length_s(tone) for tone in Tone]
    assert len(set(lengths)) == len(lengths)
    assert max(lengths) < 1.5


def test_a_line_that_is_heard_once_waits_its_turn_outlives_other_news_and_yields_to_a_newer_one(
    sounding, qtbot
) -> None:
    talker = Talker()
    made = sounding(talker=talker)
    made.show([HIGH])
    made.say(Calling("herald/signed", 1, "已启动三级应急响应", once=True))
    made.say(Calling("herald/signed", 1, "应急响应已提升至二级", once=True))
    made.show([HIGH, LOW])
    for said in (HIGH.text, "应急响应已提升至二级", LOW.text):
        qtbot.waitUntil(lambda said=said: talker.said[-1:] == [said])
        talker.ended.emit()
    assert len(talker.said) == 3


def test_a_line_heard_once_keeps_to_a_mute_unless_it_must_pass(sounding, qtbot) -> None:
    made = sounding()
    made.mute(timedelta(minutes=5))
    made.say(Calling("herald/signed", 2, "已启动一级应急响应", once=True))
    assert made.heard == []
    made.say(Calling("herald/drill", 2, "演练结束", must_pass=True, once=True))
    assert made.heard == ["herald/drill"]
    assert made.muted_until is not None


def test_in_a_drill_its_own_tone_comes_before_the_tone_and_the_words_of_every_line(sounding, qtbot) -> None:
    speaker, talker = Speaker(), Talker()
    made = sounding(speaker, talker, drill=True)
    made.show([HIGH])
    qtbot.waitUntil(lambda: talker.said == [HIGH.text])
    assert speaker.played == [Tone.DRILL, Tone.HIGH]
    talker.ended.emit()
    made.show([HIGH, LOW])
    qtbot.waitUntil(lambda: talker.said == [HIGH.text, LOW.text])
    assert speaker.played[2:] == [Tone.DRILL]  # one tone stands for both alarms, that of the drill is never spared
