"""Rows of the roll-call board."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.field import Answer, Muster
from data.model.situation import Situation
from data.rules.contacts import contact
from data.rules.watches import ends_at
from views import contact_words, muster_words, words
from widgets.chips import Chip
from widgets.rows_model import Column

ORDER: Mapping[Answer, int] = MappingProxyType({Answer.HELP: 0, Answer.NONE: 1, Answer.AWAY: 2, Answer.PRESENT: 3})
"""The most pressing first."""


@dataclass(frozen=True, slots=True)
class MusterRow:
    """One person of a roll-call in words. `late`: silent although the clock has run out."""

    id: str
    name: str
    about: str
    answer: Answer
    at: datetime | None
    took: str
    note: str
    late: bool


def muster_rows(now: Situation, muster: Muster, time: datetime, wanted: str = "") -> list[MusterRow]:
    """The people of a roll-call, those of one answer or all ("")."""
    late = (muster.closed_at or time) > ends_at(muster)
    rows: list[MusterRow] = []
    for line in sorted(muster.lines, key=lambda one: ORDER[one.answer]):
        if wanted and line.answer != wanted:
            continue
        found = contact(now, line.person)
        rows.append(
            MusterRow(
                line.person,
                contact_words.name_of(now, line.person),
                "" if found is None else contact_words.about(now, found),
                line.answer,
                line.at,
                muster_words.took(muster, line.at),
                line.note,
                late and line.answer is Answer.NONE,
            )
        )
    return rows


def muster_chips(muster: Muster | None, time: datetime | None) -> list[Chip]:
    """How many gave which answer; silence is urgent once the clock has run out."""
    lines = () if muster is None else muster.lines
    counts = {answer: sum(line.answer is answer for line in lines) for answer in Answer}
    over = muster is not None and time is not None and (muster.closed_at or time) > ends_at(muster)
    return [
        Chip("", QCoreApplication.translate("Muster", "全部"), len(lines)),
        Chip(Answer.NONE.value, muster_words.answer(Answer.NONE), counts[Answer.NONE],
             counts[Answer.NONE] if over else 0),
        Chip(Answer.HELP.value, muster_words.answer(Answer.HELP), counts[Answer.HELP], counts[Answer.HELP]),
        Chip(Answer.AWAY.value, muster_words.answer(Answer.AWAY), counts[Answer.AWAY]),
        Chip(Answer.PRESENT.value, muster_words.answer(Answer.PRESENT), counts[Answer.PRESENT]),
    ]  # fmt: skip


def muster_columns() -> list[Column[MusterRow]]:
    """Columns of the board."""
    t = QCoreApplication.translate
    return [
        Column("name", t("Muster", "姓名"), lambda row: row.name, chars=12, stretch=2,
               mark_getter=lambda row: muster_words.answer_mark(row.answer, late=row.late)),
        Column("about", t("Muster", "职务"), lambda row: row.about, chars=14, stretch=3,
               tooltip=lambda row: row.about, role_getter=lambda _: "text.secondary"),
        Column("answer", t("Muster", "应答"), lambda row: muster_words.answer(row.answer), chars=12,
               role_getter=lambda row: muster_words.answer_role(row.answer, late=row.late)),
        Column("at", t("Muster", "时间"), lambda row: words.clock(row.at), chars=7,
               sort_key=lambda row: row.at.timestamp() if row.at else 0.0),
        Column("took", t("Muster", "用时"), lambda row: row.took, chars=14,
               sort_key=lambda row: row.at.timestamp() if row.at else 0.0, role_getter=lambda _: "text.secondary"),
        Column("note", t("Muster", "备注"), lambda row: row.note, chars=10, stretch=3,
               tooltip=lambda row: row.note, role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip
