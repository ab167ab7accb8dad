"""What one phone is told: its own person's tasks, pushes, roll-calls, visits; nothing of anybody else's."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from data.model.dispatch import Outcome, Push, PushState
from data.model.field import Device
from data.model.levels import Level
from data.model.office import Briefing
from data.model.people import Grower, Household, KeyPerson
from data.model.situation import Situation
from data.model.steps import Realm
from data.model.task import Task
from data.rules.channels import EXERCISE_MARK
from data.rules.own import Visited, asked_role, own_households, own_polls, own_tasks, own_watches

OWN_REPORTS = 30
"""How many of his own last reports a person sees."""

SECTION = "责任段"
"""Kind of the routes that are walked."""

Kinds = Sequence[tuple[str, str, str]]
"""Category, kind and urgency of each kind of report, in the order of the table."""


def mine(
    now: Situation, device: Device, time: datetime, speed: float = 1.0, kinds: Kinds = (), numbers: Kinds = ()
) -> dict[str, Any]:
    """Return the list of one phone (docs/field-api.md). `time` is the desk's; `version` changes when the rest does.

    `numbers` are name, telephone and "" of the headquarters.
    """
    person = device.person
    held: dict[str, Any] = {
        "realm": now.realm.value,
        "mark": "" if now.realm is Realm.LIVE else EXERCISE_MARK,
        "level": now.standing.level.name if now.standing.level is not Level.NONE else "",
        "flow_m3s": now.flow_m3s,
        "flow_at": _stamp(reading.at) if (reading := now.latest()) is not None else None,
        "person": _person(now, device),
        "tasks": [_task(now, task) for task in own_tasks(now, person)],
        "pushes": [
            _push(push, person)
            for push in now.pushes.values()
            if push.state in (PushState.SENT, PushState.RETRACTED) and person in push.recipients
        ],
        "musters": [
            {
                "id": muster.id,
                "title": muster.title,
                "called_at": _stamp(muster.called_at),
                "minutes": muster.minutes,
                "answer": line.answer.value,
                "closed": muster.closed_at is not None,
            }
            for muster in now.musters.values()
            for line in muster.lines
            if line.person == person
        ],
        "polls": [_poll(now, briefing, person) for briefing in own_polls(now, person)],
        "watches": [
            {
                "id": watch.id,
                "task": watch.task,
                "place": watch.place,
                "interval_min": watch.interval_min,
                "last_at": _stamp(watch.last_at),
                "help": watch.help_at is not None,
            }
            for watch in own_watches(now, person)
        ],
        "households": [_visited(now, kind, row) for kind, row in own_households(now, person)],
        "sections": [
            {"id": row.id, "name": row.name, "path": [[round(lon, 6), round(lat, 6)] for lon, lat in row.path]}
            for row in now.registers.routes
            if row.kind == SECTION
        ],
        "patrols": [
            {"id": patrol.id, "section": patrol.section, "started_at": _stamp(patrol.started_at)}
            for patrol in now.patrols.values()
            if patrol.person == person and patrol.ended_at is None
        ],
        "reports": _reports(now, person),
        "kinds": [{"category": category, "kind": kind, "urgency": urgency} for category, kind, urgency in kinds],
        "headquarters": [{"name": name, "phone": phone} for name, phone, _ in numbers],
    }
    version = hashlib.sha256(msgspec.json.encode(held, order="deterministic")).hexdigest()[:16]
    return {"version": version, "time": _stamp(time), "speed": speed, **held}


def _stamp(moment: datetime) -> str:
    return moment.isoformat()


def _person(now: Situation, device: Device) -> dict[str, Any]:
    row = now.registers.staff.get(device.person)
    name, post, on_duty = (device.person, "", True) if row is None else (row.name, row.post, row.on_duty)
    return {"id": device.person, "name": name, "post": post, "role": device.role.value, "on_duty": on_duty}


def _task(now: Situation, task: Task) -> dict[str, Any]:
    row = now.plan.by_id.get(task.instruction)
    return {
        "id": task.id,
        "title": task.title,
        "text": task.text,
        "state": task.state.value,
        "deadline": None if task.deadline is None else _stamp(task.deadline),
        "priority": task.priority,
        "evidence": "" if row is None else row.evidence,
        "repeat_min": task.repeat_min,
        "rounds": task.rounds,
        "done": task.done_count,
        "total": task.total_count,
    }


def _push(push: Push, person: str) -> dict[str, Any]:
    receipt = next((one for one in push.receipts if one.person == person), None)
    retracted = push.state is PushState.RETRACTED
    return {
        "id": push.id,
        "title": push.title,
        "text": push.retract_text if retracted else push.text,
        "sent_at": None if push.sent_at is None else _stamp(push.sent_at),
        "answer": (Outcome.WAITING if receipt is None else receipt.outcome).value,
        "retracted": retracted,
    }


def _poll(now: Situation, briefing: Briefing, person: str) -> dict[str, Any]:
    """Tell the motion, what it rests on, and what the person's role has said; not what others said."""
    role = asked_role(now, person, briefing)
    row, ballot = now.registers.roles.get(role), briefing.ballot_of(role)
    return {
        "id": briefing.id,
        "title": briefing.title,
        "motion": briefing.motion,
        "mark": "" if now.realm is Realm.LIVE else EXERCISE_MARK,
        "level": briefing.level.name if briefing.level is not Level.NONE else "",
        "flow_m3s": briefing.flow_m3s,
        "frozen_at": _stamp(briefing.frozen_at),
        "role": role,
        "role_name": role if row is None else row.name,
        "role_name_en": "" if row is None else row.name_en,
        "answer": "" if ballot is None else ballot.vote.value,
        "reason": "" if ballot is None else ballot.reason,
        "own": ballot is not None and ballot.person == person,
        "decided": "" if briefing.decided is None else briefing.decided.value,
        "decision": briefing.decision,
    }


def _visited(now: Situation, kind: str, row: Visited) -> dict[str, Any]:
    people, place, need = _facts(row)
    return {
        "register": kind,
        "id": row.id,
        "name": row.name,
        "people": people,
        "place": place,
        "need": need,
        "state": now.where(kind, row.id).name.lower(),
        "phone": row.phone,
    }


def _facts(row: Visited) -> tuple[int, str, str]:
    match row:
        case Grower():
            return (
                row.on_floodplain,
                row.village,
                "；".join(filter(None, (row.livestock, row.machines, row.facilities))),
            )
        case KeyPerson():
            return row.people, row.place, row.need
        case Household():
            return row.people, row.village, row.special


def _reports(now: Situation, person: str) -> list[Mapping[str, Any]]:
    own = [report for report in now.reports.values() if report.by == person]
    own.sort(key=lambda report: report.at, reverse=True)
    return [
        {
            "id": report.id,
            "category": report.category,
            "kind": report.kind,
            "text": report.text,
            "place": report.place,
            "files": len(report.photos),
            "state": report.state.value,
            "at": _stamp(report.at),
        }
        for report in own[:OWN_REPORTS]
    ]
