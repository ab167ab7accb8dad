"""What steps do to alarms: acknowledging closes none, shelving ends, and only a leader puts a high one aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmChange, AlarmKind, AlarmMove, AlarmState, Closing, Priority
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import Body, StepRefused
from data.rules.alarms.taking import expired
from data.rules.take import take
from desktop.first_run import shipped_register
from tests import township
from tests.township import NOON

SELF, PERSON = "flow.level/HYK-III", "help.asked/W1"


def room() -> Situation:
    now = township.situation()
    kinds: Register[AlarmKind] = shipped_register("alarmkinds")
    return replace(now, registers=now.registers.having(kinds))


def after(now: Situation, body: Body, actor: str = "U1") -> Situation:
    return take(now, township.step(now, body, actor))[0]


def move(tag: str, change: AlarmChange, **more: Any) -> AlarmsMoved:
    values: dict[str, Any] = {"kind": tag.partition("/")[0], "priority": Priority.MEDIUM, "value": 1.0} | more
    return AlarmsMoved((AlarmMove(tag, change, NOON, **values),))


def raised(tag: str, **more: Any) -> Situation:
    return after(room(), move(tag, AlarmChange.RAISED, **more))


def test_an_alarm_runs_from_raised_over_acknowledged_to_gone():
    now = raised(SELF)
    assert now.alarms[SELF].state is AlarmState.UNACKED
    now = after(now, AlarmsAcknowledged((SELF,), "已报"))
    assert now.alarms[SELF].state is AlarmState.ACKED
    assert (now.alarms[SELF].acked_by, now.alarms[SELF].note) == ("U1", "已报")
    assert SELF not in after(now, move(SELF, AlarmChange.RETURNED)).alarms


def test_one_that_returned_stays_until_somebody_has_seen_it():
    now = after(raised(SELF), move(SELF, AlarmChange.RETURNED))
    assert now.alarms[SELF].state is AlarmState.RETURNED
    assert SELF not in after(now, AlarmsAcknowledged((SELF,))).alarms


def test_acknowledging_is_not_closing_where_a_person_must_say_what_was_done():
    assert room().registers.alarmkinds.by_id["help.asked"].closing is Closing.PERSON
    now = after(raised(PERSON), AlarmsAcknowledged((PERSON,)))
    with pytest.raises(StepRefused, match="alarm_active"):
        after(now, AlarmsClosed((PERSON,), "已接应"))
    now = after(now, move(PERSON, AlarmChange.RETURNED))
    assert now.alarms[PERSON].state is AlarmState.DONE_WAITS
    with pytest.raises(StepRefused, match="alarm_done_missing"):
        after(now, AlarmsClosed((PERSON,), " "))
    assert PERSON not in after(now, AlarmsClosed((PERSON,), "已接应")).alarms


def test_what_nobody_has_seen_is_not_closed():
    with pytest.raises(StepRefused, match="alarm_not_acked"):
        after(after(raised(PERSON), move(PERSON, AlarmChange.RETURNED)), AlarmsClosed((PERSON,), "已接应"))


def test_one_that_comes_back_is_counted_and_wants_to_be_seen_again():
    now = after(after(raised(SELF), AlarmsAcknowledged((SELF,))), move(SELF, AlarmChange.AGAIN, value=5.0))
    assert (now.alarms[SELF].times, now.alarms[SELF].worst) == (2, 5.0)
    assert now.alarms[SELF].state is AlarmState.ACKED  # it had never left: the same event
    latched = after(after(raised(SELF), move(SELF, AlarmChange.RETURNED)), move(SELF, AlarmChange.AGAIN))
    assert latched.alarms[SELF].state is AlarmState.UNACKED


def test_one_that_grows_worse_is_unseen_again_and_never_loses_its_priority():
    now = after(after(raised(SELF), AlarmsAcknowledged((SELF,))), move(SELF, AlarmChange.WORSE, priority=Priority.HIGH))
    assert now.alarms[SELF].state is AlarmState.UNACKED
    calmer = after(now, move(SELF, AlarmChange.WORSE, priority=Priority.LOW))
    assert calmer.alarms[SELF].priority is Priority.HIGH


def test_a_shelf_wants_a_reason_and_an_end_within_a_day():
    now = raised(SELF)
    for until, reason, code in (
        (NOON + timedelta(hours=2), "", "reason_missing"),
        (NOON + timedelta(hours=25), "检修", "shelf_too_long"),
        (NOON - timedelta(hours=1), "检修", "shelf_too_long"),
    ):
        with pytest.raises(StepRefused, match=code):
            after(now, AlarmsShelved((SELF,), until, reason))
    shelved = after(now, AlarmsShelved((SELF,), NOON + timedelta(hours=2), "检修"))
    assert expired(shelved, NOON + timedelta(hours=1)) == ()
    assert expired(shelved, NOON + timedelta(hours=2)) == (SELF,)
    assert not after(shelved, AlarmsUnshelved((SELF,))).shelves


def test_only_whoever_may_sign_puts_a_high_alarm_aside():
    now = raised(SELF, priority=Priority.HIGH)
    aside = AlarmsShelved((SELF,), NOON + timedelta(hours=2), "检修")
    assert SELF in after(now, aside, "U3").shelves
    with pytest.raises(StepRefused, match="right_missing"):
        after(now, aside, "U1")
    with pytest.raises(StepRefused, match="right_missing"):
        after(now, AlarmsServiced((SELF,), True, "换探头"), "U1")


def test_out_of_service_takes_the_occurrence_away_until_it_is_put_back():
    now = after(raised(SELF), AlarmsServiced((SELF,), True, "换探头"))
    assert SELF in now.out_of_service
    assert SELF not in now.alarms
    assert not after(now, AlarmsServiced((SELF,), False, "换好")).out_of_service
