"""Every field of a step in words: captions and values for the record's detail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, Outcome, PushState, ReportState
from data.model.levels import Level
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.register import Register
from data.model.river import Quality
from data.model.situation import Situation
from data.model.steps import Step
from data.model.task import Move, TaskState
from views import contact_words, step_words, words

_PEOPLE = frozenset({"person", "people", "deputy_of", "assignee", "owner", "recipients", "escalated_to"})
_USERS = frozenset({"author", "approver", "user"})
_UNTOLD = frozenset({"id", "key", "receipts", "history", "template", "tries"})
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
    said = [(caption(name), text) for name, value in _leaves(step.body) if (text := _said(name, value, step, now))]
    return [*head, *said]


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
        case str() if name == "by":
            return contact_words.name_of(now, value)
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
    row = now.plan.by_id.get(value) if name == "instruction" else None
    return value if row is None else f"{value} {row.title}"


def _enum(value: Enum) -> str:  # noqa: PLR0911 - one case a type
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
        case Whereabouts():
            return words.whereabouts(value)
        case StoneState():
            return words.stone_state(value)
        case Quality():
            return _quality(value)
        case _:
            return str(value.value)


def _quality(value: Quality) -> str:
    t = QCoreApplication.translate
    return {"good": t("StepDetail", "合格"), "typed": t("StepDetail", "人工报汛")}.get(value.value, str(value.value))


def _number(name: str, value: float) -> str:
    t = QCoreApplication.translate
    if name == "level":
        return words.level(Level(int(value))) if value else ""
    if name == "grade":
        return words.grade(int(value))
    if name == "flow_m3s":
        return t("StepDetail", "{0} m³/s").format(words.flow(value))
    if name == "stage_m":
        return t("StepDetail", "{0} m").format(words.stage(value))
    if name.endswith("_min"):
        return t("StepDetail", "{0} 分钟").format(f"{value:g}")
    if name in ("lon", "lat"):
        return f"{value:.5f}"
    return f"{value:,g}" if value else ""


def _many(name: str, values: tuple[Any, ...], now: Situation) -> str:
    named = [_one(name, value, now) for value in values[:_NAMED]]
    text = "、".join(part for part in named if part)
    if len(values) <= _NAMED:
        return text
    return QCoreApplication.translate("StepDetail", "{0} 等 {1} 项").format(text, len(values))


def _one(name: str, value: Any, now: Situation) -> str:
    if isinstance(value, Enum):
        return _enum(value)
    if isinstance(value, tuple):
        left, right = (str(part) for part in value[:2])
        return f"{_instruction(left, now)} → {contact_words.name_of(now, right)}"
    if is_dataclass(value):
        return str(getattr(value, "text", "") or getattr(value, "filename", "") or getattr(value, "count", ""))
    if name == "tasks":
        task = now.tasks.get(str(value))
        return str(value) if task is None else task.title
    if name in ("issue", "withdraw"):
        task = now.tasks.get(str(value))
        return _instruction(str(value), now) if task is None else task.title
    if name in _PEOPLE or name == "ids":
        return contact_words.name_of(now, str(value))
    return str(value)


def _instruction(row_id: str, now: Situation) -> str:
    row = now.plan.by_id.get(row_id)
    return row_id if row is None else row.title


def caption(name: str) -> str:
    """Caption of a field; its own name when nobody has given it one."""
    return _captions().get(name, name)


def _captions() -> Mapping[str, str]:
    t = QCoreApplication.translate
    return {
        "station": t("StepDetail", "测站"),
        "at": t("StepDetail", "发生时间"),
        "flow_m3s": t("StepDetail", "流量"),
        "stage_m": t("StepDetail", "水位"),
        "datum": t("StepDetail", "基面"),
        "source": t("StepDetail", "来源"),
        "quality": t("StepDetail", "质量"),
        "valid_at": t("StepDetail", "预报时间"),
        "issued_at": t("StepDetail", "发布时间"),
        "reason": t("StepDetail", "理由"),
        "consulted": t("StepDetail", "会商"),
        "issuer": t("StepDetail", "发令单位"),
        "reference": t("StepDetail", "文号"),
        "text": t("StepDetail", "正文"),
        "retract_text": t("StepDetail", "撤回正文"),
        "level": t("StepDetail", "等级"),
        "ended_at": t("StepDetail", "终止时间"),
        "closed_at": t("StepDetail", "销号时间"),
        "works": t("StepDetail", "工程"),
        "place": t("StepDetail", "地点"),
        "kind": t("StepDetail", "种类"),
        "event": t("StepDetail", "险情代码"),
        "grade": t("StepDetail", "等次"),
        "report": t("StepDetail", "事件"),
        "reports": t("StepDetail", "事件"),
        "incident": t("StepDetail", "险情"),
        "order": t("StepDetail", "命令"),
        "issue": t("StepDetail", "下达"),
        "withdraw": t("StepDetail", "撤销"),
        "assignees": t("StepDetail", "受领人"),
        "tasks": t("StepDetail", "任务"),
        "task": t("StepDetail", "任务"),
        "move": t("StepDetail", "办理"),
        "note": t("StepDetail", "备注"),
        "assignee": t("StepDetail", "受领人"),
        "evidence": t("StepDetail", "凭证"),
        "done_count": t("StepDetail", "完成数"),
        "total_count": t("StepDetail", "应完成数"),
        "title": t("StepDetail", "标题"),
        "role": t("StepDetail", "岗位"),
        "raised_at": t("StepDetail", "生成时间"),
        "state": t("StepDetail", "状态"),
        "instruction": t("StepDetail", "预案指令"),
        "priority": t("StepDetail", "优先级"),
        "deadline_min": t("StepDetail", "时限"),
        "repeat_min": t("StepDetail", "周期"),
        "deadline": t("StepDetail", "截止"),
        "grids": t("StepDetail", "网格"),
        "rounds": t("StepDetail", "轮次"),
        "escalated_to": t("StepDetail", "上报"),
        "reason_ref": t("StepDetail", "依据"),
        "person": t("StepDetail", "人员"),
        "people": t("StepDetail", "人员"),
        "outcome": t("StepDetail", "结果"),
        "channel": t("StepDetail", "经由"),
        "about": t("StepDetail", "事项"),
        "deputy_of": t("StepDetail", "代替"),
        "author": t("StepDetail", "拟稿"),
        "approver": t("StepDetail", "复核"),
        "created_at": t("StepDetail", "拟稿时间"),
        "sent_at": t("StepDetail", "发出时间"),
        "recipients": t("StepDetail", "接收人"),
        "ladder": t("StepDetail", "叫应次序"),
        "audience": t("StepDetail", "接收范围"),
        "push": t("StepDetail", "推送"),
        "category": t("StepDetail", "类别"),
        "by": t("StepDetail", "报告人"),
        "lon": t("StepDetail", "经度"),
        "lat": t("StepDetail", "纬度"),
        "owner": t("StepDetail", "责任人"),
        "due": t("StepDetail", "办理期限"),
        "register": t("StepDetail", "台账"),
        "ids": t("StepDetail", "名单"),
        "id": t("StepDetail", "对象"),
        "stones": t("StepDetail", "智能石头"),
        "refused": t("StepDetail", "拒收行数"),
        "user": t("StepDetail", "接班人"),
        "forecast": t("StepDetail", "预报"),
    }


def kind(name: str) -> str:
    """What happened, by the name of the step's kind."""
    t = QCoreApplication.translate
    return {
        "ReadingTaken": t("StepDetail", "报汛"),
        "ForecastEntered": t("StepDetail", "录入预报"),
        "ForecastWithdrawn": t("StepDetail", "撤回预报"),
        "OrderReceived": t("StepDetail", "接上级命令"),
        "OrderEnded": t("StepDetail", "上级命令终止"),
        "IncidentRaised": t("StepDetail", "确认险情"),
        "IncidentClosed": t("StepDetail", "险情销号"),
        "SignedOff": t("StepDetail", "签发"),
        "TasksMoved": t("StepDetail", "任务办理"),
        "TaskOrdered": t("StepDetail", "下令"),
        "CallLogged": t("StepDetail", "电话"),
        "PushDrafted": t("StepDetail", "拟推送"),
        "PushApproved": t("StepDetail", "复核推送"),
        "PushRefused": t("StepDetail", "推送未通过"),
        "PushRetracted": t("StepDetail", "撤回推送"),
        "ReceiptNoted": t("StepDetail", "登记叫应"),
        "ReportReceived": t("StepDetail", "接事件"),
        "ReportMoved": t("StepDetail", "事件办理"),
        "WhereaboutsSet": t("StepDetail", "撤离登记"),
        "StoneStateSet": t("StepDetail", "智能石头"),
        "RegisterReplaced": t("StepDetail", "台账更新"),
        "PersonUnmasked": t("StepDetail", "查看个人信息"),
        "NoteWritten": t("StepDetail", "值班记事"),
        "UserChanged": t("StepDetail", "交接班"),
    }.get(name, name)
