"""What became of tags so far: the steps of the journal that touch them, in words, with the names of who acted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmMove
from data.model.situation import Situation
from data.model.steps import Step
from views import alarm_subjects, phrases, river_step_words, step_words, words


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to a tag."""

    at: datetime
    text: str


def history(now: Situation, tags: Sequence[str], steps: Iterable[Step]) -> list[HistoryLine]:
    """Return what touched any of the tags, newest first."""
    wanted = frozenset(tags)
    found: list[HistoryLine] = []
    for step in steps:
        found += _lines(now, wanted, step)
    return sorted(found, key=lambda line: line.at, reverse=True)


def _lines(now: Situation, wanted: frozenset[str], step: Step) -> list[HistoryLine]:
    body = step.body
    if isinstance(body, AlarmsMoved):
        return [HistoryLine(move.at, _move(now, move)) for move in body.moves if move.tag in wanted]
    acts = (AlarmsAcknowledged, AlarmsClosed, AlarmsShelved, AlarmsUnshelved, AlarmsServiced)
    if not isinstance(body, acts) or wanted.isdisjoint(body.tags):
        return []
    return [HistoryLine(step.at, f"{step_words.actor(now, step.actor)} {_act(body)}")]


def _act(
    body: AlarmsAcknowledged | AlarmsClosed | AlarmsShelved | AlarmsUnshelved | AlarmsServiced,
) -> str:
    t = QCoreApplication.translate
    match body:
        case AlarmsAcknowledged(_, note):
            return phrases.noted(t("AlarmHistory", "确认"), note)
        case AlarmsClosed(_, done):
            return phrases.noted(t("AlarmHistory", "办结"), done)
        case AlarmsShelved(_, until, reason):
            return phrases.noted(t("AlarmHistory", "搁置至 {0}").format(words.date_clock(until)), reason)
        case AlarmsUnshelved(_, reason):
            return phrases.noted(t("AlarmHistory", "取消搁置"), reason)
        case AlarmsServiced(_, out, reason):
            return phrases.noted(t("AlarmHistory", "停用") if out else t("AlarmHistory", "恢复启用"), reason)


def _move(now: Situation, move: AlarmMove) -> str:
    said = river_step_words.change(move.change)
    where = alarm_subjects.place(now, move.kind, move.ref) if move.ref else ""
    if move.value is not None:
        said = f"{said} {alarm_subjects.number(move.value)}"
        if move.limit is not None:
            said = QCoreApplication.translate("AlarmHistory", "{0}（限 {1}）").format(
                said, alarm_subjects.number(move.limit)
            )
    return f"{said} · {where}" if where else said
