"""What stations send is on disk before anybody is told, once, and no source touches another's value."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from data.model.telemetry import Doubt, Observation, Source, SourceKind, StationPicture, Variable
from data.store.store import Store
from data.store.telemetry_intake import MOST_WAITING, TelemetryIntake, TooMuch
from data.store.writer import Writer
from tests import township

NOON = township.NOON
FRAME = Source(SourceKind.SL651, "0040105150")


def value(minute: int, number: float | None = 1520.0, source: Source = FRAME, station: str = "40105150") -> Observation:
    at = NOON + timedelta(minutes=minute)
    return Observation(station, Variable.FLOW, number, "m³/s", at, at + timedelta(seconds=1), source)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "live.db"


def test_values_come_back_as_they_were_also_after_a_restart(path: Path) -> None:
    stage = Observation(
        "S", Variable.STAGE, 93.21, "m", NOON, NOON, FRAME, "大沽", None, frozenset({Doubt.LATE, Doubt.RATE}), "timed"
    )
    with Store.open(path) as store:
        store.telemetry.add([stage, value(0), value(5, 1530.0)])
    with Store.open(path) as store:
        assert sorted(store.telemetry.newest(), key=lambda one: one.station) == [value(5, 1530.0), stage]
        assert store.telemetry.newest(NOON + timedelta(hours=1)) == []


def test_a_repeat_changes_nothing_and_one_without_a_value_takes_none_away(path: Path) -> None:
    with Store.open(path) as store:
        store.telemetry.add([value(0), value(0)])
        store.telemetry.add([value(0, None)])
        assert store.telemetry.newest() == [value(0)]
        store.telemetry.add([value(0, 1600.0)])  # the source corrects itself
        assert store.telemetry.newest() == [value(0, 1600.0)]


def test_a_hands_value_stays_beside_what_a_feed_sends_for_the_same_time(path: Path) -> None:
    hand = value(0, 4100.0, Source(SourceKind.HAND, "U001"))
    with Store.open(path) as store:
        store.telemetry.add([hand, value(0)])
        store.telemetry.add([value(0, 1700.0)])
        assert hand in store.telemetry.newest()
        assert store.telemetry.series("40105150", Variable.FLOW, source=hand.source).value.tolist() == [4100.0]


def test_a_series_is_of_its_span_with_gaps_and_doubts_told(path: Path) -> None:
    doubted = replace(value(10, 9e9), doubts=frozenset({Doubt.RANGE}))
    with Store.open(path) as store:
        store.telemetry.add([value(15), doubted, value(5, None), value(0)])
        series = store.telemetry.series("40105150", Variable.FLOW, NOON, NOON + timedelta(minutes=15))
    assert series.at.tolist() == [(NOON + timedelta(minutes=m)).timestamp() for m in (0, 5, 10)]
    assert math.isnan(series.value[1])
    assert (len(series), series.doubtful.tolist(), set(series.source)) == (3, [False, False, True], {FRAME.key})


def test_what_is_old_is_forgotten_but_not_what_a_hand_wrote(path: Path) -> None:
    hand = value(0, 4100.0, Source(SourceKind.HAND, "U001"))
    with Store.open(path) as store:
        store.telemetry.add([value(0), value(0, station="kept"), hand, value(60)])
        assert store.telemetry.forget(NOON + timedelta(minutes=30), spare=["kept"]) == 1
        assert store.telemetry.count() == 3


def test_a_picture_lies_among_the_files_and_is_listed_newest_first(path: Path) -> None:
    with Store.open(path) as store:
        for minute in (0, 5, 5):
            at = NOON + timedelta(minutes=minute)
            store.telemetry.add_picture(StationPicture("S", at, at, FRAME, b"\xff\xd8 %d" % minute))
        found = store.telemetry.pictures("S")
        assert [one.at for one in found] == [NOON + timedelta(minutes=5), NOON]
        kept = store.file_path(found[0].digest)
        assert kept is not None
        assert kept.read_bytes() == b"\xff\xd8 5"
        assert store.telemetry.newest_pictures() == found[:1]


def test_whoever_waits_is_answered_after_the_commit_with_what_was_judged(path: Path) -> None:
    told: list[Observation] = []
    writer = Writer(store := Store.open(path))
    mark = frozenset({Doubt.LATE})
    intake = TelemetryIntake(
        store, writer, lambda batch: [replace(one, doubts=mark) for one in batch], told.extend, lambda _: None
    )
    futures = [intake.keep([value(n), value(n, station="B")]) for n in range(300)]
    for future in futures:
        future.result(5)
    assert len(told) == 600
    assert writer.run(store.telemetry.count).result(5) == 600
    assert all(one.doubts == mark for one in writer.run(store.telemetry.newest).result(5))
    assert isinstance(intake.keep([value(0)] * (MOST_WAITING + 1)).exception(5), TooMuch)
    writer.close()
    assert isinstance(intake.keep([value(0)]).exception(5), RuntimeError)


def test_a_disk_that_fails_answers_no_station(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(store := Store.open(path))
    told: list[Observation] = []
    intake = TelemetryIntake(store, writer, lambda batch: batch, told.extend, lambda _: None)
    with monkeypatch.context() as broken:
        broken.setattr(store.telemetry, "add", lambda _: (_ for _ in ()).throw(OSError("full")))
        assert isinstance(intake.keep([value(0)]).exception(5), OSError)
    intake.keep([value(0)]).result(5)
    assert told == [value(0)]
    writer.close()
