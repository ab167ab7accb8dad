"""复盘: ask the journal, read every field, verify, write the duty log, take the day away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from data.documents.record import day_record, day_table
from data.model.dispatch import Call, Outcome
from data.model.levels import Level
from data.model.nature import Origin
from data.model.people import Grower, Whereabouts
from data.model.reckoned import Reckoned
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import (
    Body,
    CallLogged,
    NoteWritten,
    PersonUnmasked,
    PushApproved,
    PushDrafted,
    Realm,
    ReckoningKept,
    SignedOff,
    Step,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Evidence, Mark, Move
from tests import township
from tests.data.steps_strategy import Taken, runs
from tests.views.small_room import SmallRoom, look, pushed, township_with_squads
from tests.views.test_step_words import GOLDEN, golden
from views import record_words, step_detail, step_words, timeline_rows
from views.pane import Selection
from views.record import RecordWorkspace
from views.words import BEIJING


@dataclass(frozen=True)
class Line:
    seq: int
    recorded_at: datetime
    step: Step


def lines(*bodies: Body) -> list[Line]:
    return [
        Line(n, township.NOON, Step(f"r{n}", township.NOON + timedelta(minutes=n), "U3", Realm.LIVE, body))
        for n, body in enumerate(bodies, start=1)
    ][::-1]


@pytest.fixture
def place(qtbot):
    made = RecordWorkspace(look())
    qtbot.addWidget(made)
    made.resize(1200, 700)
    return made


def shown(qtbot, place: RecordWorkspace) -> SmallRoom:
    place.show()
    return SmallRoom(township_with_squads(), place)


def facts(place: RecordWorkspace) -> dict[str, str]:
    return {caption.text(): value.text() for caption, value in place.detail._lines if caption.isVisible()}


def test_it_asks_for_the_journal_when_first_seen_and_says_that_it_reads(place, qtbot) -> None:
    with qtbot.waitSignal(place.search_requested) as asked:
        shown(qtbot, place)
    assert asked.args == ["", (), None, None]
    assert "读取" in place.table._empty_words


def test_words_groups_and_period_are_asked_for_together(place, qtbot) -> None:
    room = shown(qtbot, place)
    place.search.setText("26坝")
    place.filter.choose(["dispatch", "level"])
    place.period.choose("24h")
    with qtbot.waitSignal(place.search_requested) as asked:
        place.renew.click()
    text, kinds, start, end = asked.args
    assert text == "26坝"
    assert {"SignedOff", "CallLogged", "ReceiptNoted"} <= set(kinds)
    assert "ReadingTaken" not in kinds
    assert start == place.time - timedelta(hours=24)
    assert end is None
    assert room.bodies == []


def test_a_period_of_ones_own_is_asked_for_with_both_ends(place, qtbot) -> None:
    shown(qtbot, place)
    assert not place.start.isVisible()
    place.period.choose("own")
    place._show_own()
    assert place.start.isVisible()
    with qtbot.waitSignal(place.search_requested) as asked:
        place.renew.click()
    assert asked.args[2] < asked.args[3]
    assert asked.args[2].tzinfo is not None


def test_today_is_the_day_in_beijing(place, qtbot) -> None:
    shown(qtbot, place)
    place.period.choose("day")
    with qtbot.waitSignal(place.search_requested) as asked:
        place.renew.click()
    assert asked.args[2:] == [datetime(2020, 6, 24, tzinfo=BEIJING), datetime(2020, 6, 25, tzinfo=BEIJING)]


def test_the_lines_are_listed_and_what_happened_is_counted(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines(
        lines(
            SignedOff(Level.IV, 4200.0, "会商", "", ("A",)),
            CallLogged(Call("C", "S001", township.NOON, Outcome.ANSWERED)),
        ),
        more=True,
    )
    assert [row.group for row in place.model.rows()] == ["调度", "等级"]
    assert place.counts.text() == "列出 2 条，更早的未列 · 1 次签发 · 1 项任务下达 · 1 次电话"


def test_nothing_found_is_said_in_words(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines([])
    assert place.table._empty_words == "没有符合条件的记录"


def test_a_chosen_line_shows_all_its_fields_in_words(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines(
        lines(CallLogged(Call("C", "S001", township.NOON, Outcome.NO_ANSWER, note="无人接", deputy_of="S002")))
    )
    place.table.choose([1], tell=True)
    told = facts(place)
    assert told["类别"] == "电话"
    assert told["人员"] == "测试1"
    assert told["代替"] == "测试2"
    assert told["结果"] == "未叫应"
    assert told["经由"] == "电话"
    assert told["备注"] == "无人接"
    assert told["办理人"] == "指挥长丙"


def test_personal_data_stay_masked_in_the_detail(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines(lines(PersonUnmasked("growers", "GR1", "核对撤离")))
    place.table.choose([1], tell=True)
    assert facts(place)["对象"] == "测**"


def test_a_line_leads_to_its_object(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines(lines(TasksMoved(("1/MEET",), Move.VERIFY)))
    place.table.choose([1], tell=True)
    with qtbot.waitSignal(place.selection_requested) as asked:
        place.lead.click()
    assert asked.args == [Selection("task", "1/MEET")]


def test_a_line_is_the_way_into_the_past(place, qtbot) -> None:
    shown(qtbot, place)
    place.show_lines(lines(NoteWritten("甲"), NoteWritten("乙")))
    place.table.choose([1], tell=True)
    with qtbot.waitSignal(place.replay_requested) as asked:
        place.replay.click()
    assert asked.args == [1]


def test_new_steps_are_announced_without_moving_the_list(place, qtbot) -> None:
    room = shown(qtbot, place)
    place.show_lines(lines(NoteWritten("甲")))
    room.do(NoteWritten("乙"))
    assert place.renew.text() == "刷新（新增 1 条）"
    assert len(place.model.rows()) == 1


def test_the_verdict_on_the_chain_is_told_with_the_first_bad_line(place, qtbot) -> None:
    shown(qtbot, place)
    with qtbot.waitSignal(place.verify_requested):
        place.verify.click()
    assert not place.verify.isEnabled()
    place.show_verify(True, 1200, None, "")
    assert place.verdict.text() == "日志完整：1,200 条逐条核对无误"
    assert place.verify.isEnabled()
    place.show_verify(False, 1200, 77, "altered")
    assert "第 77 条内容被改动" in place.verdict.text()


@pytest.mark.parametrize("why", ["gap", "broken_link", "altered", "attachment", "cut_off", "snapshot", "unreadable"])
def test_every_fault_of_the_chain_has_words(why) -> None:
    assert why not in record_words.verified(False, 5, 3, why)


def test_a_note_goes_into_the_duty_log(place, qtbot) -> None:
    room = shown(qtbot, place)
    assert not place.write.isEnabled()
    qtbot.keyClicks(place.note, "talked to the river bureau")
    qtbot.keyClick(place.note, Qt.Key.Key_Return)
    assert room.bodies == [NoteWritten("talked to the river bureau")]
    assert place.note.text() == ""


def test_the_record_of_the_chosen_lines_day_is_asked_for_with_a_path(place, qtbot, tmp_path) -> None:
    shown(qtbot, place)
    place.show_lines(lines(NoteWritten("甲")))
    place.table.choose([1], tell=True)
    place.export.click()
    dialog = place.findChild(QFileDialog)
    with qtbot.waitSignal(place.export_requested) as asked:
        dialog.fileSelected.emit(str(tmp_path / "day.html"))
    assert asked.args == [str(tmp_path / "day.html"), date(2020, 6, 24)]
    dialog.close()


def test_a_day_is_written_as_page_and_table_in_the_words_of_the_screen(qtbot) -> None:
    now = township_with_squads()
    told = [line.step for line in lines(NoteWritten("夜间会商"), SignedOff(Level.IV, 4200.0, "会商", ""))]
    words = record_words.day_words(date(2020, 6, 24), now)
    page, table = day_record(told, now, words), day_table(told, now, words)
    for text in ("夜间会商", "指挥长丙", "2020-06-24 12:01:00"):
        assert text in page
        assert text in table
    assert "防汛值班日志 2020-06-24" in page


def told(now: Situation, body: Body, actor: str = "U1") -> tuple[str, str]:
    """Actor and words of a step in the record of its day."""
    words, step = record_words.day_words(date(2020, 6, 24), now), Step("k", township.NOON, actor, Realm.LIVE, body)
    return words.who(step, now), words.line(step, now)[1]


def test_the_record_holds_the_text_of_a_push_and_names_who_approved_it() -> None:
    now = pushed(township_with_squads())
    _, text = told(now, PushDrafted(now.pushes["P1"]))
    assert text == "拟推送“撤滩通知”，6 人；正文：请撤离"
    who, text = told(now, PushApproved("P1", "U2"))
    assert who == "带班乙"
    assert text == "复核并发出推送：带班乙；“撤滩通知”，6 人；在值班员甲的席位上"


def test_the_record_names_every_task_to_whom_it_was_given_and_the_proof() -> None:
    now = township.at_flow(township_with_squads(), 4500)
    both = ("1/MEET", "1/PATROL-2H")
    _, text = told(now, TasksMoved(both, Move.ISSUE, assignee="Q1"))
    assert text.endswith("；指令MEET、指令PATROL-2H；受领：巡防一队")
    proof = (Evidence("text", township.NOON, "U1", "已清场，无人滞留"), Evidence("count", township.NOON, "U1", count=3))
    _, text = told(now, TasksMoved(("1/MEET",), Move.FINISH, evidence=proof))
    assert text.endswith("指令MEET；凭证：已清场，无人滞留、3")
    _, text = told(now, SignedOff(Level.IV, 4500.0, "会商", "", ("MEET", "WATCH"), ("1/MEET",), (("MEET", "S001"),)))
    assert text.endswith("；下达：指令MEET → 测试1、指令WATCH；撤销：指令MEET")


def test_a_task_given_to_others_since_is_not_told_as_theirs_from_the_start() -> None:
    now = township.at_flow(township_with_squads(), 4500)
    task = replace(now.tasks["1/MEET"], assignee="S002")
    before = replace(now, tasks=now.tasks.set(task.id, task))
    assert told(before, TasksMoved((task.id,), Move.ISSUE))[1].endswith("；受领：测试2")
    mark = Mark(township.NOON + timedelta(hours=1), "U1", Move.REASSIGN)
    since = replace(now, tasks=now.tasks.set(task.id, replace(task, history=(mark,))))
    assert "受领" not in told(since, TasksMoved((task.id,), Move.ISSUE))[1]


def test_the_record_names_who_left_masked_and_no_more_than_twenty() -> None:
    now = township_with_squads()
    assert told(now, WhereaboutsSet("growers", ("GR1", "GR2"), Whereabouts.LEFT))[1].endswith("已撤离；测**、测**")
    rows = tuple(Grower(f"GR{n}", f"甲{n}", "农户", "申庄村") for n in range(25))
    now = replace(now, registers=now.registers.having(Register("growers", rows, digest="many")))
    _, text = told(now, WhereaboutsSet("growers", tuple(row.id for row in rows), Whereabouts.LEFT))
    assert text.count("甲**") == 20
    assert text.endswith(" 等 25 户")


@dataclass(repr=False)
class Unsaid:
    """A run that is too long to be said when a test fails."""

    taken: Taken


@given(runs(20, 80).map(Unsaid))
def test_every_step_that_can_be_written_can_be_read_in_words(run: Unsaid) -> None:
    for step, now in run.taken:
        told = step_detail.facts(step, now)
        assert told[0][1] != step.kind
        assert all(caption and value for caption, value in told)
        assert not {caption for caption, _ in told} & {"flow_m3s", "at", "person", "text"}


def test_the_kept_clock_names_who_is_cut_off_and_says_what_its_water_is() -> None:
    now = township.situation()
    boats = ("growers/GR1", "keypeople/K1")
    kept = Reckoned(township.NOON, 8000.0, Origin.IDEALISED, "p", boats=boats, cut_off_since=township.NOON)
    told = dict(step_detail.facts(township.step(now, ReckoningKept(kept)), now))
    assert told["派船接应"] == "GR1 测**、K1 测**"
    assert told["水情依据"] == "模型成果·示意地形·非实测"
    assert "最早路断" in told


def test_the_list_keeps_to_the_rules_of_item_models(place, qtbot) -> None:
    tester = QAbstractItemModelTester(place.model, QAbstractItemModelTester.FailureReportingMode.Fatal, place)
    shown(qtbot, place)
    place.show_lines(lines(NoteWritten("甲"), NoteWritten("乙")))
    place.show_lines(lines(NoteWritten("甲"), NoteWritten("乙"), NoteWritten("丙")))
    place.show_lines([])
    place.show_situation(township_with_squads(), Touched.everything())
    assert tester is not None


def test_every_kind_of_step_is_found_by_the_group_in_which_the_timeline_shows_it() -> None:
    grouped = {kind: group for group, kinds in record_words.KINDS.items() for kind in kinds}
    shown = {step.kind: step_words.line(step, Situation()).group for step in map(golden, GOLDEN)}
    assert grouped == shown
    assert set(record_words.KINDS) == set(timeline_rows.GROUPS)


def test_every_field_of_every_kind_has_a_caption_in_words() -> None:
    captions = {caption for step in map(golden, GOLDEN) for caption, _ in step_detail.facts(step, Situation())}
    assert {caption for caption in captions if caption.isascii()} == set()
