"""The reel: at any moment what the fold of the steps gives, also while more is written; marks that lead to steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from data.model.replay import MarkKind
from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.model.steps import NoteWritten, Step
from data.model.telemetry import Observation, Source, SourceKind, Variable
from data.rules.between import touched_between
from data.rules.take import take
from data.store.marks import STEPS
from data.store.reel import Frame, Reel
from data.store.store import Store
from tests.data import steps_strategy
from tests.data.steps_strategy import Taken

STEPS_IN_ALL, EACH = 2_000, 100


@pytest.fixture(scope="module")
def journal() -> Taken:
    start = steps_strategy.founding()
    return start + steps_strategy.walk(Random(1958), start[-1][1], STEPS_IN_ALL)


@pytest.fixture(scope="module")
def store(journal: Taken, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("reel") / "live.db") as made:
        for start in range(0, len(journal), EACH):
            part = journal[start : start + EACH]
            made.append(part)
            made.snapshot(part[-1][1])
        yield made


@pytest.fixture
def reel(store: Store) -> Iterator[Reel]:
    made = Reel.over(store)
    yield made
    made.close()


def known_at(journal: Taken, moment) -> Situation:
    """The fold, until the first step whose time is later."""
    clocks = [now.at for _, now in journal]
    return journal[bisect_right(clocks, moment) - 1][1]


def test_two_hundred_random_moments_are_what_a_fold_of_the_steps_gives(reel: Reel, journal: Taken) -> None:
    random, shown = Random(7), None
    first, last = journal[0][1].at, journal[-1][1].at
    for n in range(200):
        if n % 2:
            seq = random.randrange(1, len(journal) + 1)
            frame = reel.at(seq, shown)
            assert frame.situation == journal[seq - 1][1]
            assert frame.at == frame.situation.at
        else:
            moment = first + (last - first) * random.random()
            frame = reel.at(moment, shown)
            assert frame.situation == known_at(journal, moment)
            assert frame.at == moment
        if shown is not None:
            assert touched_between(shown.situation, frame.situation) & ~frame.touched == Touched(0)
        shown = frame


def test_going_on_takes_only_the_further_steps_and_hands_them_over(reel: Reel, journal: Taken) -> None:
    shown: Frame | None = reel.at(1_000)
    taken: list[Step] = []
    for _ in range(60):
        frame = reel.at(shown.at + timedelta(minutes=12), shown)
        assert frame.follows == shown.seq
        taken += frame.steps
        shown = frame
    assert taken == [step for step, _ in journal[1_000 : shown.seq]]
    assert len(taken) > 30


def test_a_step_back_begins_at_what_was_seen_just_now(reel: Reel, journal: Taken) -> None:
    reel.at(1_451)
    far = reel.at(1_500)
    back = reel.at(1_455, far)
    assert back.situation == journal[1_454][1]
    assert back.follows is None
    assert back.touched


def test_what_is_written_meanwhile_can_be_sought_at_once(tmp_path: Path, journal: Taken) -> None:
    with Store.open(tmp_path / "live.db") as store:
        store.append(journal[:100])
        reel = Reel.over(store, journal[99][1])
        before = reel.at(60)
        now = journal[99][1]
        step = Step("meanwhile", now.at + timedelta(minutes=1), "U1", now.realm, NoteWritten("新到"))
        after = take(now, step)[0]
        store.append([(step, after)])
        assert reel.at(101, before).situation == after
        span = reel.span()
        assert span is not None
        assert span.seq == 101
        assert reel.number_of("meanwhile") == 101
        assert reel.recent(101, 2)[0] == step
        assert reel.at(100).situation.registers.staff is now.registers.staff
        reel.close()


def test_marks_lead_to_steps_of_their_kind_and_none_is_lost_between_them(reel: Reel, journal: Taken) -> None:
    span = reel.span()
    assert span is not None
    marks = reel.marks.found(MarkKind, span.first, span.last)
    for kind, names in STEPS.items():
        made = [seq for seq, (step, _) in enumerate(journal, start=1) if step.kind in names]
        assert sum(mark.count for mark in marks if mark.kind is kind) == len(made) > 0
        walked, seq = [], 0
        while (found := reel.marks.next([kind], seq)) is not None:
            walked.append(found)
            seq = found
        assert walked == made
        assert reel.marks.previous([kind], made[-1]) == made[-2]
    raised = [mark for mark in marks if mark.kind is MarkKind.ALARM]
    assert {journal[mark.seq - 1][0].kind for mark in raised} == {"AlarmsMoved"}


def test_stations_are_heard_as_of_the_moment_late_values_are_not_there_yet(tmp_path: Path) -> None:
    from tests.township import NOON

    def value(minutes: float, late: float, number: float) -> Observation:
        at = NOON + timedelta(minutes=minutes)
        source = Source(SourceKind.SL651, "0001")
        return Observation(HUAYUANKOU, Variable.FLOW, number, "m³/s", at, at + timedelta(minutes=late), source)

    with Store.open(tmp_path / "live.db") as store:
        store.telemetry.add([value(0, 1, 800.0), value(6, 30, 900.0), value(12, 1, 950.0)])
        reel = Reel.over(store)
        back = timedelta(days=8)
        for minutes, known in ((0.5, []), (10, [800.0]), (13, [950.0]), (60, [950.0])):
            heard = reel.beside.heard(NOON + timedelta(minutes=minutes), back)
            assert [one.value for one in heard.observations] == known
        reel.close()
