"""The record of a day: the journal's lines as a page to print or a table, in the words that the caller hands in."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from data.model.dispatch import Outcome
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import (
    CallLogged,
    IncidentRaised,
    PushApproved,
    ReadingTaken,
    ReceiptNoted,
    ReportReceived,
    SignedOff,
    Step,
    TaskOrdered,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Move

HAPPENED = ("readings", "signed", "issued", "finished", "verified", "calls", "unanswered", "pushes", "reports",
            "incidents", "moved_people")  # fmt: skip
"""What a day is counted by, in the order of the page."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """Everything the record says. `line` gives group and words of a step, `at` its time, `who` its actor.

    `headings` are for time, actor, group, what happened; `counted` names the counts of HAPPENED.
    """

    title: str
    subtitle: str
    headings: tuple[str, str, str, str]
    counted: Mapping[str, str]
    empty: str
    line: Callable[[Step, Situation], tuple[str, str]]
    at: Callable[[Step], str]
    who: Callable[[Step, Situation], str]


def happened(steps: Iterable[Step]) -> dict[str, int]:  # noqa: C901 - one case a kind
    """Count what happened, by the keys of HAPPENED."""
    counts: Counter[str] = Counter()
    left: set[tuple[str, str]] = set()  # who is set to left twice has left once
    for step in steps:
        match step.body:
            case ReadingTaken():
                counts["readings"] += 1
            case SignedOff(issue=issue):
                counts["signed"] += 1
                counts["issued"] += len(issue)
            case TasksMoved(tasks, move):
                key = {Move.ISSUE: "issued", Move.FINISH: "finished", Move.VERIFY: "verified"}.get(move)
                if key is not None:
                    counts[key] += len(tasks)
            case TaskOrdered():
                counts["issued"] += 1
            case CallLogged(call):
                counts["calls"] += 1
                counts["unanswered"] += call.outcome in (Outcome.NO_ANSWER, Outcome.FAILED)
            case ReceiptNoted(people=people, outcome=outcome):
                counts["unanswered"] += len(people) * (outcome in (Outcome.NO_ANSWER, Outcome.FAILED))
            case PushApproved():
                counts["pushes"] += 1
            case ReportReceived():
                counts["reports"] += 1
            case IncidentRaised():
                counts["incidents"] += 1
            case WhereaboutsSet(register, ids, Whereabouts.LEFT):
                left |= {(register, row_id) for row_id in ids}
            case _:
                pass
    counts["moved_people"] = len(left)
    return {key: counts[key] for key in HAPPENED}


def day_record(steps: Iterable[Step], situation: Situation, words: RecordWords) -> str:
    """Return a page that stands alone: title, counts, every step in order; nothing in it is executed or fetched."""
    listed = list(steps)
    counts = happened(listed)
    told = "".join(f"<li><b>{counts[key]:,}</b> {escape(words.counted[key])}</li>" for key in HAPPENED if counts[key])
    head = "".join(f"<th>{escape(word)}</th>" for word in words.headings)
    rows = "".join(f"<tr>{_cells(_row(step, situation, words))}</tr>\n" for step in listed)
    body = (
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>"
        if listed
        else f"<p>{escape(words.empty)}</p>"
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(words.title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{escape(words.title)}</h1><p>{escape(words.subtitle)}</p>"
        f"<ul>{told}</ul>\n{body}</body></html>\n"
    )


def day_table(steps: Iterable[Step], situation: Situation, words: RecordWords) -> str:
    """Return the same as CSV with a byte order mark; text that begins like a formula is kept from being calculated."""
    sheet = io.StringIO()
    sheet.write("\ufeff")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(words.headings)
    for step in steps:
        writer.writerow([_plain(cell) for cell in _row(step, situation, words)])
    return sheet.getvalue()


def _row(step: Step, situation: Situation, words: RecordWords) -> tuple[str, str, str, str]:
    group, text = words.line(step, situation)
    return words.at(step), words.who(step, situation), group, text


def _cells(row: Sequence[str]) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in row)


def _plain(cell: str) -> str:
    flat = " ".join(cell.split())
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") else flat


_STYLE = (
    "body{font:14px/1.5 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:24px;color:#1b2328}"
    "h1{font-size:20px;margin:0 0 4px}p{color:#55606a;margin:0 0 12px}"
    "ul{list-style:none;padding:0;margin:0 0 16px;display:flex;flex-wrap:wrap;gap:4px 24px}"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
    "th,td{text-align:left;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid #d5dade}"
    "th{color:#55606a;font-weight:normal}td:first-child{white-space:nowrap}"
    "@media print{body{margin:0}tr{break-inside:avoid}}"
)
