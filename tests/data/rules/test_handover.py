"""What a shift hands over: everything open, the urgent first; what became different; when the shift began."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from data.model.dispatch import Channel, Push
from data.model.field import Muster, MusterLine
from data.model.field_steps import MusterCalled
from data.model.levels import Level
from data.model.office import DutyMessage, Handover, Medium
from data.model.office_steps import HandoverPrepared, HandoverSigned, MessageLogged
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.river import HUAYUANKOU
from data.model.situation import Standing
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
    assert timedelta(0) <= now.at - began < 12 * HOUR
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
