"""What a shift hands over: everything open, the urgent first; what became different; when the shift began."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from data.model.alarms import Alarm, Priority
from data.model.dispatch import Channel, Push
from data.model.field import Muster, MusterLine
from data.model.field_steps import MusterCalled
from data.model.levels import Level
from data.model.office import Briefing, DutyMessage, Handover, Medium, Vote
from data.model.office_steps import HandoverPrepared, HandoverSigned, MessageLogged
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Standing, Suggestion
from data.model.steps import PushApproved, PushDrafted, WhereaboutsSet
from data.model.task import Task, TaskState
from data.rules.handover import (
    Became,
    Draft,
    Matter,
    Open,
    Wording,
    changes,
    gather,
    half_signed,
    is_first,
    last_locked,
    open_items,
    shift_began,
)
from tests import township

NOON = township.NOON
ZONE = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)
WORDING = Wording(lambda one: f"{one.matter}:{one.id}", lambda one: one.became.value)


def task(identity: str, state: TaskState, hours: float) -> Task:
    due = NOON + hours * HOUR
    return Task(identity, identity, "R06", NOON, 4000.0, state, issued_at=NOON, deadline=due)


def found(items: tuple[Open, ...], matter: Matter) -> list[str]:
    return [one.id for one in items if one.matter is matter]


def test_everything_open_is_found_and_what_ended_is_not() -> None:
    now = township.situation()
    tasks = (
        task("late", TaskState.ISSUED, -1),
        task("soon", TaskState.ACKNOWLEDGED, 3),
        task("far", TaskState.ISSUED, 30),
        task("done", TaskState.DONE, -2),
        task("over", TaskState.VERIFIED, -2),
        task("wait-1", TaskState.PENDING, 2),
        task("wait-2", TaskState.PENDING, 2),
    )
    now = replace(
        now,
        tasks=now.tasks.update({one.id: one for one in tasks}),
        stones=now.stones.update({"K1": StoneState.LOST, "K2": StoneState.OK}),
    )
    push = Push("P1", "撤滩", "请撤离", "作废", "U1", now.at, ("S001", "S002"), (Channel.TELEPHONE,))
    message = DutyMessage("M1", NOON, Medium.FAX, "区防指", "报底数", due=NOON - HOUR)
    now = township.after(
        now,
        PushDrafted(push),
        PushApproved("P1", "U2"),
        MessageLogged(message),
        MessageLogged(replace(message, id="M2", inward=False)),
        MusterCalled(Muster("T1", "点名", NOON, "U1", 10, (MusterLine("S001"),))),
    )
    items = open_items(now, NOON)
    assert found(items, Matter.TASK_LATE) == ["late"]
    assert found(items, Matter.TASK_DUE) == ["soon", "done"]
    (pending,) = [one for one in items if one.matter is Matter.TASK_PENDING]
    assert pending.count == 2
    assert found(items, Matter.MESSAGE) == ["M1"]
    assert found(items, Matter.MUSTER) == ["T1"]
    assert found(items, Matter.STONE) == ["K1"]
    (waits,) = [one for one in items if one.matter is Matter.PUSH]
    assert waits.count == 2
    assert [one.id for one in items if one.urgent] == ["late", "M1", "K1"]
    assert {one.kind for one in items} >= {"task", "message", "muster", "stones", "push"}


def test_what_became_different_is_said_once_and_nothing_else() -> None:
    before = township.at_flow(township.situation(), 3000.0)
    assert changes(before, before) == ()
    grower = next(iter(before.registers.growers)).id
    now = township.after(township.at_flow(before, 4200.0), WhereaboutsSet("growers", (grower,), Whereabouts.LEFT, ""))
    now = replace(now, standing=Standing(Level.IV, NOON, "U1", "x"))
    said = {one.became: one for one in changes(before, now)}
    assert said[Became.LEVEL].after is Level.IV
    assert said[Became.PEOPLE].after == 1
    assert said[Became.FLOW].ref == HUAYUANKOU
    assert Became.INCIDENTS not in said
    assert Became.REGISTER not in said


def test_the_record_holds_words_and_the_shift_begins_where_the_last_one_ended() -> None:
    now = township.situation()
    began = shift_began(now, now.at, ZONE)
    assert began.astimezone(ZONE).hour in (8, 20)
    assert 24 * HOUR <= now.at - began < 36 * HOUR  # nothing was handed over before: a shift more than its own
    assert is_first(now, began)
    written = gather(now, now, now.at, Draft("H1", "U1", "U2", began, "盯 90 坝"), WORDING)
    assert isinstance(written, Handover)
    assert written.items == () or written.items[0].text.startswith(written.items[0].kind)
    signed = township.after(now, HandoverPrepared(written), HandoverSigned("H1", "U1"))
    assert last_locked(signed) is None
    half = half_signed(signed)
    assert half is not None
    assert half.id == "H1"
    locked = township.after(signed, HandoverSigned("H1", "U2"))
    assert half_signed(locked) is None
    assert (locked.user, locked.handovers["H1"].notes) == ("U2", "盯 90 坝")
    assert shift_began(locked, locked.at, ZONE) == locked.handovers["H1"].came_at


def test_a_decision_of_the_day_a_standing_forecast_an_unsigned_level_and_a_grave_alarm_are_handed_over() -> None:
    now = township.situation()
    at = now.at + 12 * HOUR
    briefing = Briefing("B1", "会商", now.at, "U1", 1, now.at, Level.IV, 4000.0, "提升", (), ())
    decided = replace(briefing, decided=Vote.GO, decided_at=now.at, closed_at=now.at)
    forecast = Forecast(HUAYUANKOU, 8000.0, at + 6 * HOUR, now.at, "省水文")
    seen = Alarm("A06/x", "A06", "x", "", Priority.HIGH, now.at, acked_at=now.at)
    now = replace(
        now,
        at=at,
        briefings=now.briefings.set("B1", decided),
        forecasts=now.forecasts.set(HUAYUANKOU, forecast),
        suggestion=Suggestion(Level.II),
        alarms=now.alarms.update({seen.tag: seen, "A06/y": replace(seen, tag="A06/y", priority=Priority.LOW)}),
    )
    items = open_items(now, at)
    assert found(items, Matter.DECISION) == ["B1"]
    assert found(items, Matter.FORECAST) == [HUAYUANKOU]
    assert found(items, Matter.GRAVE) == ["A06/x"]
    (level,) = [one for one in items if one.matter is Matter.LEVEL]
    assert level.urgent
    assert not found(open_items(now, at + 13 * HOUR), Matter.DECISION)
    said = {one.became: one for one in changes(township.situation(), now)}
    assert said[Became.DECISIONS].before == 1
    assert said[Became.FORECAST].after == forecast
    over = {one.became for one in changes(now, replace(now, at=forecast.valid_at + 4 * HOUR))}
    assert over == {Became.FORECAST_OVER}
