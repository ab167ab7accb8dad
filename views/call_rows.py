"""Rows of the call sheet: the list being worked through, and the log of calls."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Call, Outcome
from data.model.situation import Situation
from views import contact_words, phrases, words
from widgets.chips import Chip
from widgets.rows_model import Column

MISSED = frozenset({Outcome.NO_ANSWER, Outcome.FAILED})


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One person of the list with what came of it so far; `deputy` who was called in their place."""

    id: str
    name: str
    about: str
    outcome: Outcome | None = None
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call of the log in words."""

    id: str
    person: str
    at: datetime
    name: str
    outcome: Outcome
    about: str
    note: str


def result_of(now: Situation, person: str, earlier: Set[str]) -> Call | None:
    """The last call to a person, or to the deputy in their place, apart from the earlier ones."""
    calls = [c for c in now.calls.values() if person in (c.person, c.deputy_of) and c.id not in earlier]
    return max(calls, key=lambda call: call.at, default=None)


def queue_rows(now: Situation, people: Sequence[str], earlier: Set[str]) -> list[QueueRow]:
    """The list being worked through."""
    rows: list[QueueRow] = []
    for person in people:
        call = result_of(now, person, earlier)
        found = contact_words.contact(now, person)
        about = "" if found is None else contact_words.about(now, found)
        deputy = contact_words.name_of(now, call.person) if call is not None and call.deputy_of == person else ""
        outcome = None if call is None else call.outcome
        rows.append(QueueRow(person, contact_words.name_of(now, person), about, outcome, deputy))
    return rows


def call_rows(now: Situation, text: str = "", outcomes: Sequence[str] = ()) -> list[CallRow]:
    """The log, newest first, narrowed by words and outcomes."""
    t = QCoreApplication.translate
    rows: list[CallRow] = []
    for call in sorted(now.calls.values(), key=lambda call: call.at, reverse=True):
        if outcomes and call.outcome.value not in outcomes:
            continue
        name = contact_words.name_of(now, call.person)
        if call.deputy_of:
            name = t("CallSheet", "{0}（代 {1}）").format(name, contact_words.name_of(now, call.deputy_of))
        about = about_words(now, call.about)
        if all(word in f"{name} {about} {call.note}".lower() for word in text.lower().split()):
            rows.append(CallRow(call.id, call.person, call.at, name, call.outcome, about, call.note))
    return rows


def about_words(now: Situation, ref: str) -> str:
    """What a call was about: the title of a push or task, the place of a report, the time of a video call."""
    push, task, report = now.pushes.get(ref), now.tasks.get(ref), now.reports.get(ref)
    video = now.videos.get(ref)
    if video is not None:
        return QCoreApplication.translate("CallSheet", "视频通话 {0}").format(words.clock(video.started_at))
    if push is not None:
        return QCoreApplication.translate("CallSheet", "推送 {0}").format(phrases.registered(push.title))
    if task is not None:
        return QCoreApplication.translate("CallSheet", "任务 {0}").format(task.title)
    incident, section = now.incidents.get(ref), now.registers.routes.get(ref)
    if incident is not None:
        said = QCoreApplication.translate("CallSheet", "险情 {0} {1}")
        return said.format(incident.place, phrases.registered(incident.kind))
    if section is not None:
        return phrases.registered(section.name)
    if report is not None:
        return QCoreApplication.translate("CallSheet", "事件 {0}").format(report.place or report.kind)
    return ""


def matters(now: Situation, keep: str = "") -> list[tuple[str, str]]:
    """What a call may be about, as choices: nothing, pushes that are out, open reports, urgent open tasks; `keep`."""
    refs = [push.id for push in now.pushes.values() if push.sent_at is not None]
    refs += [report.id for report in now.reports.values() if report.state.value not in ("closed", "rejected")]
    refs += [task.id for task in now.tasks.values() if task.state.open and task.priority <= 1][:20]
    listed = list(dict.fromkeys([keep, *refs] if keep else refs))
    none = QCoreApplication.translate("CallSheet", "不关联事项")
    return [("", none), *((ref, about_words(now, ref) or ref) for ref in listed)]


def outcome_chips(now: Situation) -> list[Chip]:
    """Outcomes that occur in the log, with their counts."""
    calls = [call.outcome for call in now.calls.values()]
    return [
        Chip(outcome.value, words.outcome(outcome), calls.count(outcome)) for outcome in Outcome if outcome in calls
    ]


def queue_columns() -> list[Column[QueueRow]]:
    """Columns of the list."""
    t = QCoreApplication.translate
    return [
        Column("name", t("CallSheet", "名单"), lambda row: row.name, chars=10, stretch=1,
               mark_getter=lambda row: contact_words.outcome_mark(row.outcome), tooltip=lambda row: row.about,
               sortable=False),
        Column("outcome", t("CallSheet", "结果"), _outcome, chars=12,
               role_getter=lambda row: contact_words.outcome_role(row.outcome), sortable=False),
    ]  # fmt: skip


def call_columns() -> list[Column[CallRow]]:
    """Columns of the log."""
    t = QCoreApplication.translate
    return [
        Column("at", t("CallSheet", "时间"), lambda row: words.date_clock(row.at), chars=11,
               sort_key=lambda row: row.at),
        Column("name", t("CallSheet", "人员"), lambda row: row.name, chars=14, stretch=2),
        Column("outcome", t("CallSheet", "结果"), lambda row: words.outcome(row.outcome), chars=11,
               mark_getter=lambda row: contact_words.outcome_mark(row.outcome),
               role_getter=lambda row: contact_words.outcome_role(row.outcome)),
        Column("about", t("CallSheet", "事项"), lambda row: row.about, chars=14, stretch=2,
               role_getter=lambda _: "text.secondary"),
        Column("note", t("CallSheet", "备注"), lambda row: row.note, chars=12, stretch=2,
               role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip


def _outcome(row: QueueRow) -> str:
    if row.outcome is None:
        return QCoreApplication.translate("CallSheet", "待打")
    said = words.outcome(row.outcome)
    return f"{row.deputy} {said}" if row.deputy else said
