"""The courier sends what is due to whom still waits for it, settles every line, and says what is known."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.gateway.courier import BY_HAND, EXERCISE, NO_CARRIER, NO_DEPUTY, NO_PHONE, Courier, untold
from data.gateway.dry_run import dry_run
from data.model.dispatch import Channel, Outcome
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.steps import PushRetracted, Realm
from data.rules.channels import Delivery, Port
from data.rules.dispatch import LADDER, reach
from tests.data.gateway.ladder_world import NOON, PUSH, TICK_S, WAITS_S, Wild, World

ANSWERS = (Outcome.ANSWERED, Outcome.CANNOT, Outcome.NEEDS_HELP)


@pytest.fixture
def world(tmp_path: Path):
    made = World(tmp_path / "live.db", 6, 1)
    yield made
    made.close()


def line(world: World, person: str, channel: Channel, **more) -> OutLine:
    made = Outgoing(f"{PUSH}/{person}/x", PUSH, person, channel, Realm.LIVE, NOON, **more)
    return OutLine(made, OutState.WAITING, 0, NOON)


def carried(world: World, *lines: OutLine, port: Port | None = None):
    courier = world.courier if port is None else Courier(port, lambda: world.now)
    _, errands = courier.sort(lines)
    results = [courier.carry(errand, NOON) for errand in errands]
    settled = {one.outgoing.person: one for result in results for one in result.lines}
    return settled, [body for result in results for body in result.told]


def test_the_phone_page_waits_for_whom_has_a_phone_and_fails_at_once_for_whom_has_none(world) -> None:
    settled, told = carried(world, line(world, "S000", Channel.PHONE_PAGE), line(world, "S001", Channel.PHONE_PAGE))
    assert (settled["S000"].state, settled["S000"].error) == (OutState.SENT, BY_HAND)
    assert (settled["S001"].state, settled["S001"].error) == (OutState.DEAD, NO_PHONE)
    assert [(body.people, body.outcome, body.note) for body in told] == [(("S001",), Outcome.FAILED, NO_PHONE)]


def test_what_the_operator_works_by_hand_is_settled_at_once_and_nothing_is_claimed(world) -> None:
    settled, told = carried(world, line(world, "S001", Channel.TELEPHONE), line(world, "S002", Channel.DOOR))
    assert {one.state for one in settled.values()} == {OutState.SENT}
    assert told == []


def test_without_number_or_deputy_a_rung_fails_at_once(world) -> None:
    settled, told = carried(world, line(world, "S000", Channel.TELEPHONE), line(world, "S000", Channel.DEPUTY))
    assert settled["S000"].state is OutState.DEAD
    assert {body.note for body in told} == {"no_number", NO_DEPUTY}


def test_a_channel_without_a_carrier_fails_at_once_so_that_the_ladder_goes_on(world) -> None:
    settled, told = carried(world, line(world, "S001", Channel.SMS), port=Port())
    assert (settled["S001"].state, settled["S001"].error) == (OutState.DEAD, NO_CARRIER)
    (body,) = told
    assert (body.channel, body.outcome, body.note) == (Channel.SMS, Outcome.FAILED, NO_CARRIER)


def test_a_carrier_that_fails_leaves_the_person_to_the_next_one(world) -> None:
    world.moods |= {("S001", "work"): "refuses", ("S001", "robot"): "delivers", ("S002", "work"): "delivers"}
    settled, told = carried(world, line(world, "S001", Channel.MESSENGER), line(world, "S002", Channel.MESSENGER))
    assert {one: settled[one].via for one in settled} == {"S001": "robot", "S002": "work"}
    assert {body.outcome for body in told} == {Outcome.DELIVERED}
    assert world.rings.count(("S002", Channel.MESSENGER)) == 1


def test_a_failure_that_may_pass_is_tried_again_and_says_nothing_until_it_is_given_up(world) -> None:
    world.moods["S001", "sms"] = "busy"
    waiting, told = line(world, "S001", Channel.SMS), []
    for tries in range(1, 7):
        settled, told = carried(world, waiting)
        waiting = settled["S001"]
        assert waiting.tries == tries
        assert bool(told) == (waiting.state is OutState.DEAD)
    assert (waiting.state, waiting.error, told[0].outcome) == (OutState.DEAD, "timeout", Outcome.FAILED)


def test_outside_live_nothing_leaves_and_the_receipts_claim_nothing(world) -> None:
    world.now = replace(world.now, realm=Realm.DRILL)
    lines = [line(world, "S001", channel) for channel in (Channel.SMS, Channel.TELEPHONE)]
    drill = [replace(one, outgoing=replace(one.outgoing, realm=Realm.DRILL)) for one in lines]
    settled, told = carried(world, *drill)
    assert (settled["S001"].state, settled["S001"].error) == (OutState.DEAD, EXERCISE)
    assert (told, world.rings) == ([], [])


def test_whoever_answers_while_others_are_being_sent_to_is_left_out(world) -> None:
    _, (errand,) = world.courier.sort([line(world, "S001", Channel.SMS), line(world, "S002", Channel.SMS)])
    world.answer("S002", Outcome.ANSWERED, Channel.PHONE_PAGE)
    states = {one.outgoing.person: one.state for one in world.courier.carry(errand, NOON).lines}
    assert states["S002"] is OutState.MOOT
    assert ("S002", Channel.SMS) not in world.rings


def test_what_goes_to_everybody_at_once_needs_no_person_and_notes_none(world) -> None:
    feed = Wild("feed", Channel.BROADCAST, world)
    world.rang = lambda *_: None  # type: ignore[method-assign]
    world.moods["", "feed"] = "delivers"
    everybody = line(world, "", Channel.BROADCAST, carrier="feed")
    settled, told = carried(world, everybody, port=Port([feed]))
    assert (settled[""].state, settled[""].via, told) == (OutState.SENT, "feed", [])
    lost, told = carried(world, replace(everybody, outgoing=replace(everybody.outgoing, carrier="gone")))
    assert (lost[""].error, told) == (NO_CARRIER, [])


def test_a_retraction_says_the_text_written_beforehand_and_names_what_it_takes_back(world) -> None:
    heard = []
    world.rang = lambda _person, _channel, message: heard.append(message)  # type: ignore[method-assign]
    assert world.do(PushRetracted(PUSH, "写错"))
    carried(world, line(world, "S001", Channel.SMS, retracts=True))
    (message,) = heard
    assert (message.text, message.retracts, message.references) == ("前次作废", True, (PUSH,))
    assert message.id != PUSH


def test_what_a_dead_desk_did_not_tell_is_told_at_the_next_start(world) -> None:
    world.moods["S001", "sms"] = "refuses"
    settled, told = carried(world, line(world, "S001", Channel.SMS))
    assert untold(world.now, settled.values()) == tuple(told)
    for body in told:
        world.do(body)
    assert untold(world.now, settled.values()) == ()


def test_a_dry_run_counts_who_can_be_found_and_masks_their_numbers(world) -> None:
    goings = {(one.channel, one.carrier): one for one in dry_run(world.port, world.push, world.now)}
    assert goings[Channel.PHONE_PAGE, "phone_page"].found == 2
    sms = goings[Channel.SMS, "sms"]
    assert (sms.people, sms.found, sms.trouble) == (6, 5, "")
    assert sms.drafts[0].to == "138******01"
    drill = dry_run(world.port, world.push, replace(world.now, realm=Realm.DRILL))
    assert {one.carrier for one in drill if one.trouble == EXERCISE} >= {"work", "robot", "sms"}
    assert world.rings == []


def misbehave(world: World, kills: int, minutes: int) -> None:
    """Let the world run: answers come early, late, twice and out of order; the desk is killed in between."""
    random, ticks = world.random, minutes * 60 // TICK_S
    plan: dict[int, list[tuple[str, Outcome | None]]] = {}
    for person in world.people:
        for _ in range(random.choice((0, 0, 1, 1, 2, 3))):
            plan.setdefault(random.randrange(ticks), []).append((person, random.choice(ANSWERS)))
        if random.random() < 0.3:
            plan.setdefault(random.randrange(ticks), []).append((person, None))
    killed = {random.randrange(ticks // 2): random.choice(("sent", "settled")) for _ in range(kills)}
    for tick in range(ticks):
        for person, outcome in plan.get(tick, ()):
            if outcome is not None:
                world.answer(person, outcome, random.choice(LADDER))
            else:  # news of a rung that may be long past, or yet to come
                world.note(person, random.choice((Outcome.DELIVERED, Outcome.FAILED)), random.choice(LADDER[:3]))
        if tick in killed:
            world.armed.append(killed[tick])
        world.round()
        world.pass_time(TICK_S)
    for _ in range(8):  # what was given back-off comes to its end
        world.clock = max(world.clock, world.now.at)
        world.round()
        world.pass_time(600)


def check(world: World) -> None:
    assert world.chased == [], "rung again after the answer"
    push, last = world.push, len(LADDER) - 1
    counts = reach(push)
    assert counts.total == len(world.people)
    assert counts.delivered + counts.unreached + counts.waiting == counts.total
    assert counts.answered == len(world.answers)
    for receipt in push.receipts:
        if receipt.person in world.answers:
            assert receipt.outcome is world.answers[receipt.person][-1]
            assert receipt.rung == world.rung_when_answered[receipt.person], "climbed after the answer"
        else:
            assert receipt.rung == last
            assert not receipt.outcome.reached
    lines = world.lines()
    assert len({one.outgoing.id for one in lines}) == len(lines)
    assert {one.state for one in lines} <= {OutState.SENT, OutState.DEAD, OutState.MOOT}, "a line was never settled"
    for one in lines:
        rung = int(one.outgoing.id.rsplit("/", 1)[1])
        assert rung <= world.rung_when_answered.get(one.outgoing.person, last)
    tried = {(receipt.person, rung, what) for receipt in push.receipts for rung, what, _ in receipt.tries}
    for one in lines:
        out = one.outgoing
        assert one.state is not OutState.DEAD or (out.person, out.channel, Outcome.FAILED) in tried, "untold"
        told = one.state is OutState.SENT and one.error != BY_HAND
        assert not told or (out.person, out.channel, Outcome.DELIVERED) in tried, "untold"
    tries = Counter(world.rings)
    assert all(count <= 2 * (6 + world.random_kills) for count in tries.values())
    assert world.loaded() == world.now


@settings(max_examples=15)
@given(seed=st.integers(0, 2**32), people=st.integers(1, 12), kills=st.integers(0, 4))
def test_whatever_the_carriers_do_the_ladder_ends_right_for_everyone(seed: int, people: int, kills: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder) / "live.db", people, seed)
        world.random_kills = kills
        try:
            misbehave(world, kills, 40)
            check(world)
        finally:
            world.close()


@pytest.mark.parametrize("seed", [3, 20200629])
def test_a_push_to_294_people_ends_right_for_every_one_and_nobody_is_chased_after_answering(tmp_path, seed) -> None:
    world = World(tmp_path / "live.db", 294, seed)
    world.random_kills = 8
    try:
        misbehave(world, 8, 40)
        check(world)
        assert world.answers
        assert world.rings
        assert world.lost_receipts
        assert sum(WAITS_S) < 40 * 60
    finally:
        world.close()


def test_a_delivery_said_twice_counts_once_and_the_better_one_holds(world) -> None:
    world.moods["S001", "sms"] = "twice"
    settled, told = carried(world, line(world, "S001", Channel.SMS))
    assert settled["S001"].state is OutState.SENT
    assert [(body.people, body.outcome) for body in told] == [(("S001",), Outcome.DELIVERED)]
    assert Delivery("S001", Outcome.DELIVERED).outcome is told[0].outcome


def test_each_errand_asks_for_the_newest_port(world) -> None:
    ports = iter((Port(), world.port))
    courier = Courier(lambda: next(ports), lambda: world.now)
    due = [line(world, "S001", Channel.SMS)]
    first, second = (courier.carry(courier.sort(due)[1][0], NOON).lines[0] for _ in range(2))
    assert (first.state, first.error) == (OutState.DEAD, NO_CARRIER)
    assert second.via == "sms"
