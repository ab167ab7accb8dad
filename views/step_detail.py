"""Every field of a step in words: captions and values for the record's detail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, IncidentState, Outcome, PushState, ReportState
from data.model.field import Answer, Attachment, Seat
from data.model.levels import Level
from data.model.nature import Origin
from data.model.office import Vote
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.register import Register
from data.model.river import Quality
from data.model.situation import Situation
from data.model.steps import Step
from data.model.task import Move, TaskState
from views import (
    contact_words,
    field_step_words,
    office_step_words,
    office_words,
    phrases,
    reckoned_words,
    step_words,
    words,
)
from views.step_captions import captions, kind

_PEOPLE = frozenset({"person", "people", "deputy_of", "assignee", "owner", "recipients", "escalated_to", "team"})
_USERS = frozenset(
    {"author", "approver", "user", "called_by", "decided_by", "noted_by", "answered_by", "leaving", "coming"}
)
_UNTOLD = frozenset(
    {"id", "key", "receipts", "history", "template", "tries", "token_hash", "digest", "client", "pdf", "scenario"}
)
_NAMED = 12


def facts(step: Step, now: Situation) -> list[tuple[str, str]]:
    """Captions and values: kind, time, actor and realm first, then what the step holds; empty fields are left out."""
    t = QCoreApplication.translate
    head = [
        (t("StepDetail", "类别"), kind(step.kind)),
        (t("StepDetail", "时间"), words.full_time(step.at)),
        (t("StepDetail", "办理人"), step_words.actor(now, step.actor)),
        (t("StepDetail", "场景"), words.realm(step.realm)),
    ]
    known = captions(step.kind)
    held = ((name, _said(name, value, step, now)) for name, value in _leaves(step.body))
    return [*head, *((known.get(name, name), text) for name, text in held if text)]


def _leaves(body: Any) -> Iterator[tuple[str, Any]]:
    """Fields of a body, and of the one noun inside it, in order."""
    for one in fields(body):
        value = getattr(body, one.name)
        if is_dataclass(value) and not isinstance(value, Register):
            yield from _leaves(value)
        elif one.name not in _UNTOLD or (one.name == "id" and type(body).__name__ == "PersonUnmasked"):
            yield one.name, value


def _said(name: str, value: Any, step: Step, now: Situation) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a type
    if value is None or (isinstance(value, str | tuple) and not value):
        return ""
    t = QCoreApplication.translate
    match value:
        case Level():
            return words.level(value)
        case Vote() if name == "decided":
            return office_words.decided(value)
        case Enum():
            return _enum(value)
        case datetime():
            return words.full_time(value)
        case bool():
            return t("StepDetail", "是") if value else t("StepDetail", "否")
        case Register():
            return t("StepDetail", "{0} {1} 行").format(step_words.register_name(value.kind), len(value))
        case float() | int():
            return _number(name, value)
        case tuple():
            return _many(name, value, now)
        case str() if name in _PEOPLE:
            return contact_words.name_of(now, value)
        case str() if name in _USERS:
            return step_words.actor(now, value)
        case str() if name == "via":
            return office_words.via(value)
        case str() if name == "by":
            return office_words.fired_by(value) if step.kind == "InjectMarked" else contact_words.name_of(now, value)
        case str() if name == "station":
            return step_words.station(now, value)
        case str() if name == "register":
            return step_words.register_name(value)
        case str() if name == "id":
            return step_words.person(now, getattr(step.body, "register", "keypeople"), value)
        case str() if name == "role":
            return contact_words.post(now, value)
        case str() if name == "category":
            return words.category(value)
        case _:
            return _ref(name, str(value), now)


def _ref(name: str, value: str, now: Situation) -> str:
    """An id in words where something stands behind it."""
    if name in ("push", "about", "report", "task", "incident", "order"):
        task, push, report = now.tasks.get(value), now.pushes.get(value), now.reports.get(value)
        found = (task.title if task else "") or (push.title if push else "") or (report.kind if report else "")
        return found or value
    if name == "message":
        return office_step_words.message_name(now, value)
    if name == "briefing":
        return office_step_words.briefing_name(now, value)
    row = now.plan.by_id.get(value) if name == "instruction" else None
    return value if row is None else f"{value} {row.title}"


def _enum(value: Enum) -> str:  # noqa: C901, PLR0911 - one case a type
    match value:
        case Outcome():
            return words.outcome(value)
        case Channel():
            return words.channel(value)
        case Move():
            return words.move(value)
        case TaskState():
            return words.task_state(value)
        case PushState():
            return words.push_state(value)
        case ReportState():
            return words.report_state(value)
        case IncidentState():
            return words.incident_state(value)
        case Answer():
            return field_step_words.muster_answer(value)
        case Seat():
            return field_step_words.video_seat(value)
        case Whereabouts():
            return words.whereabouts(value)
        case StoneState():
            return words.stone_state(value)
        case Quality():
            return _quality(value)
        case Origin():
            return reckoned_words.origin(value)
        case _:
            return office_words.said(value) or str(value.value)


def _quality(value: Quality) -> str:
    t = QCoreApplication.translate
    return {
        "good": t("StepDetail", "合格"),
        "typed": t("StepDetail", "人工报汛"),
        "confirmed": t("StepDetail", "已确认"),
    }.get(value.value, str(value.value))


def _number(name: str, value: float) -> str:  # noqa: PLR0911 - one case a name
    t = QCoreApplication.translate
    if name == "level":
        return words.level(Level(int(value))) if value else ""
    if name == "grade":
        return words.grade(int(value))
    if name == "speed":
        return office_words.pace(int(value))
    if name == "flow_m3s":
        return t("StepDetail", "{0} m³/s").format(words.flow(value))
    if name == "stage_m":
        return t("StepDetail", "{0} m").format(words.stage(value))
    if name.endswith("_min"):
        return t("StepDetail", "{0} 分钟").format(f"{value:g}")
    if name == "seed":
        return str(value)
    if name in ("lon", "lat"):
        return f"{value:.5f}"
    return f"{value:,g}" if value else ""


def _many(name: str, values: tuple[Any, ...], now: Situation) -> str:
    named = [_one(name, value, now) for value in values[:_NAMED]]
    text = phrases.listed(part for part in named if part)
    if len(values) <= _NAMED:
        return text
    return QCoreApplication.translate("StepDetail", "{0} 等 {1} 项").format(text, len(values))


def _one(name: str, value: Any, now: Situation) -> str:  # noqa: PLR0911 - one case a type
    if isinstance(value, Enum):
        return _enum(value)
    if isinstance(value, tuple):
        left, right = (str(part) for part in value[:2])
        if name == "measures":
            return f"{left} {right}"
        return f"{_instruction(left, now)} → {contact_words.name_of(now, right)}"
    if isinstance(value, Attachment):
        return f"{value.media} {value.digest[:8]}"
    if hasattr(value, "person"):
        return contact_words.name_of(now, str(value.person))
    if is_dataclass(value):
        return str(getattr(value, "text", "") or getattr(value, "filename", "") or getattr(value, "count", ""))
    if name == "roles":
        return contact_words.post(now, str(value))
    if name == "tasks":
        task = now.tasks.get(str(value))
        return str(value) if task is None else task.title
    if name == "boats":
        register, _, row_id = str(value).partition("/")
        return f"{row_id} {step_words.person(now, register, row_id)}"
    if name in ("issue", "withdraw"):
        task = now.tasks.get(str(value))
        return _instruction(str(value), now) if task is None else task.title
    if name in _PEOPLE or name == "ids":
        return contact_words.name_of(now, str(value))
    return str(value)


def _instruction(row_id: str, now: Situation) -> str:
    row = now.plan.by_id.get(row_id)
    return row_id if row is None else row.title
