"""The clock climbs the ladder, an answer stops it, and what has to leave is named once."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Channel, Outcome, Push
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.situation import Situation
from data.model.steps import PushApproved, PushDrafted, PushRetracted, Realm, ReceiptNoted
from data.rules import outbox
from data.rules.dispatch import LADDER
from data.rules.ladder import due, outgoing, rung_ends, still_wanted, unanswered
from tests import township

PEOPLE = ("S001", "S004", "S005")
WAITS = (180, 180, 300, 300, 300, 600, 0)


def drafted(broadcast: tuple[str, ...] = ()) -> Situation:
    now = township.situation()
    push = Push("P1", "撤滩", "请立即撤离", "作废", "U1", now.at, PEOPLE, LADDER, waits_s=WAITS, broadcast=broadcast)
    return township.after(now, PushDrafted(push))


def sent(broadcast: tuple[str, ...] = ()) -> Situation:
    return township.after(drafted(broadcast), PushApproved("P1", "U2"))


def noted(now: Situation, person: str, channel: Channel, outcome: Outcome) -> Situation:
    return township.after(now, ReceiptNoted("P1", (person,), channel, outcome))


def rung(now: Situation, person: str) -> int:
    return next(receipt.rung for receipt in now.pushes["P1"].receipts if receipt.person == person)


def test_a_rung_gives_way_when_its_wait_is_over_and_not_before() -> None:
    now = sent()
    began = now.pushes["P1"].sent_at
    assert began is not None
    assert due(now, began + timedelta(seconds=179.9)) == ()
    (missed,) = due(now, began + timedelta(seconds=180))
    assert (missed.people, missed.channel, missed.outcome) == (PEOPLE, Channel.PHONE_PAGE, Outcome.NO_ANSWER)


def test_who_has_answered_is_never_climbed_for() -> None:
    now = noted(sent(), "S001", Channel.PHONE_PAGE, Outcome.ANSWERED)
    later = now.at + timedelta(days=1)
    assert [body.people for body in due(now, later)] == [("S004", "S005")]
    assert unanswered(now.pushes["P1"]) == ("S004", "S005")


def test_the_last_rung_waits_for_a_person_for_ever() -> None:
    now = sent()
    for channel in LADDER[:-1]:
        now = noted(now, "S001", channel, Outcome.NO_ANSWER)
    receipt = now.pushes["P1"].receipts[0]
    assert LADDER[receipt.rung] is Channel.DOOR
    assert rung_ends(now.pushes["P1"], receipt) is None


def test_a_miss_on_a_higher_rung_passes_over_those_between() -> None:
    now = noted(sent(), "S004", Channel.TELEPHONE, Outcome.NO_ANSWER)
    assert LADDER[rung(now, "S004")] is Channel.DEPUTY


def test_a_late_failure_of_a_rung_already_left_climbs_no_further() -> None:
    now = noted(sent(), "S004", Channel.TELEPHONE, Outcome.NO_ANSWER)
    now = noted(now, "S004", Channel.SMS, Outcome.FAILED)
    receipt = now.pushes["P1"].receipts[1]
    assert (LADDER[receipt.rung], len(receipt.tries)) == (Channel.DEPUTY, 2)


@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(LADDER), st.sampled_from(list(Outcome))), max_size=20)
)
def test_rungs_only_rise_and_an_answer_is_never_lost(tries: list[tuple[str, Channel, Outcome]]) -> None:
    now, before = sent(), dict.fromkeys(PEOPLE, 0)
    answered: set[str] = set()
    for person, channel, outcome in tries:
        now = noted(now, person, channel, outcome)
        answered |= {person} if outcome.reached else set()
        assert rung(now, person) >= before[person]
        before[person] = rung(now, person)
    assert set(unanswered(now.pushes["P1"])) == set(PEOPLE) - answered
    assert not {person for body in due(now, now.at + timedelta(days=9)) for person in body.people} & answered


def test_approval_lets_the_first_rung_and_the_broadcasts_out() -> None:
    before, after = drafted(("cap_feed",)), sent(("cap_feed",))
    lines = outgoing(before, after)
    assert [(line.person, line.channel) for line in lines] == [
        *((person, Channel.PHONE_PAGE) for person in PEOPLE),
        ("", Channel.BROADCAST),
    ]
    assert lines[-1].carrier == "cap_feed"
    assert outgoing(after, after) == ()


def test_a_climb_lets_only_the_next_rung_of_that_person_out() -> None:
    before = sent()
    after = noted(before, "S005", Channel.PHONE_PAGE, Outcome.NO_ANSWER)
    assert [(line.id, line.channel) for line in outgoing(before, after)] == [("P1/S005/1", Channel.MESSENGER)]


def test_a_retraction_goes_to_everybody_once_by_the_way_last_used() -> None:
    before = noted(sent(("cap_feed",)), "S004", Channel.TELEPHONE, Outcome.ANSWERED)
    after = township.after(before, PushRetracted("P1", "误发"))
    lines = outgoing(before, after)
    assert {line.person for line in lines} == {*PEOPLE, ""}
    assert all(line.retracts for line in lines)
    assert len({line.id for line in lines}) == len(lines)


def test_a_line_is_moot_once_its_person_answered_or_the_push_was_taken_back() -> None:
    now = sent()
    line = outgoing(drafted(), now)[0]
    assert still_wanted(now, line)
    assert not still_wanted(noted(now, "S001", Channel.TELEPHONE, Outcome.ANSWERED), line)
    assert not still_wanted(township.after(now, PushRetracted("P1", "误发")), line)


@given(st.integers(1, 12), st.one_of(st.none(), st.floats(0, 3600)))
def test_tries_come_to_an_end_and_waits_never_shrink(tries: int, asked: float | None) -> None:
    line = OutLine(
        Outgoing("P1/S001/0", "P1", "S001", Channel.SMS, Realm.LIVE, township.NOON), OutState.WAITING, 0, township.NOON
    )
    waits: list[float] = []
    for _ in range(tries):
        if line.state is OutState.WAITING:
            before = line.next_at
            line = outbox.failed(line, before, "timeout", asked, "sms")
            if line.state is OutState.WAITING:
                waits.append((line.next_at - before).total_seconds())
    assert waits == sorted(waits)
    assert (line.state is OutState.DEAD) == (asked is None or tries > len(outbox.BACK_OFF_S))
    assert all(wait >= (asked or 0) - 1e-5 for wait in waits)  # a datetime counts microseconds
