"""The record of a day says every step once, as a page and as a table, and executes nothing."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from data.documents.record import HAPPENED, RecordWords, day_record, day_table, happened
from data.model.dispatch import Call, Channel, Outcome
from data.model.levels import Level
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import (
    CallLogged,
    NoteWritten,
    PushApproved,
    ReadingTaken,
    Realm,
    ReceiptNoted,
    SignedOff,
    Step,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Move
from tests import township

NOON = township.NOON
WORDS = RecordWords(
    title="日志 <06-24>",
    subtitle="安澜",
    headings=("时间", "人员", "类别", "事项"),
    counted={key: key for key in HAPPENED},
    empty="没有记录",
    line=lambda step, _now: ("记录", step.body.text if isinstance(step.body, NoteWritten) else step.kind),
    at=lambda step: step.at.isoformat(),
    who=lambda step, _now: step.actor,
)


def noted(*texts: str) -> list[Step]:
    return [Step(f"k{n}", NOON, "U1", Realm.LIVE, NoteWritten(text)) for n, text in enumerate(texts)]


def test_what_happened_is_counted_by_what_people_did() -> None:
    bodies = (
        ReadingTaken(Reading(HUAYUANKOU, NOON, 4200.0)),
        SignedOff(Level.IV, 4200.0, "涨水", "", ("A", "B")),
        TasksMoved(("1/A",), Move.FINISH),
        TasksMoved(("1/A",), Move.VERIFY),
        CallLogged(Call("C1", "S001", NOON, Outcome.NO_ANSWER)),
        PushApproved("P1", "U2"),
        ReceiptNoted("P1", ("S001", "S002"), Channel.SCREEN, Outcome.NO_ANSWER),
    )
    counts = happened(Step(f"k{n}", NOON, "U3", Realm.LIVE, body) for n, body in enumerate(bodies))
    assert tuple(counts) == HAPPENED
    assert {key: count for key, count in counts.items() if count} == {
        "readings": 1, "signed": 1, "issued": 2, "finished": 1, "verified": 1, "calls": 1, "unanswered": 3, "pushes": 1,
    }  # fmt: skip


def test_only_those_who_have_left_are_counted_as_evacuated_each_once() -> None:
    bodies = (
        WhereaboutsSet("growers", ("GR1", "GR2"), Whereabouts.TOLD),
        WhereaboutsSet("growers", ("GR1",), Whereabouts.LEAVING),
        WhereaboutsSet("growers", ("GR2",), Whereabouts.REFUSED),
        WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT),
        WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT, "再次核对"),
        WhereaboutsSet("keypeople", ("K1",), Whereabouts.LEFT),
    )
    counts = happened(Step(f"k{n}", NOON, "U3", Realm.LIVE, body) for n, body in enumerate(bodies))
    assert counts["moved_people"] == 2


def test_the_page_holds_every_line_and_keeps_marks_of_html_as_text() -> None:
    page = day_record(noted("甲", "<script>alert(1)</script>"), township.situation(), WORDS)
    assert page.count("<tr>") == 3
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "日志 &lt;06-24&gt;" in page


def test_an_empty_day_says_so() -> None:
    assert "没有记录" in day_record([], township.situation(), WORDS)


def test_the_table_opens_in_a_spreadsheet_without_calculating() -> None:
    sheet = day_table(noted("=1+1", "两\n行"), township.situation(), WORDS)
    assert sheet.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"))))
    assert rows[0] == ["时间", "人员", "类别", "事项"]
    assert [row[3] for row in rows[1:]] == ["'=1+1", "两 行"]


@given(st.lists(st.text(max_size=20), max_size=8))
def test_a_table_has_one_row_a_step_whatever_is_written(texts: list[str]) -> None:
    sheet = day_table(noted(*texts), township.situation(), WORDS)
    assert len(list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff"))))) == len(texts) + 1
