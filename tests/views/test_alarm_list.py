"""The alarm sheet: what stands in words with value and time left, diagnostics apart, each act a step, drafts kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmChange, AlarmMove
from data.model.situation import Touched
from data.model.steps import Realm, Step
from data.rules.alarms.engine import Held, Hold
from tests.views import alarm_sample as sample
from tests.views.alarm_sample import CROSSING, HELP, INCIDENT, LATE, LATER, STALE
from tests.views.small_room import look
from views import step_words
from views.alarm_list import AlarmSheet
from views.alarm_rows import Shelving
from views.pane import Selection
from widgets.marks import Fill, Shape


@pytest.fixture
def sheet(qtbot):
    made = AlarmSheet(look())
    qtbot.addWidget(made)
    made.resize(1250, 620)
    QAbstractItemModelTester(made.standing.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.bodies = []
    made.step_requested.connect(lambda body, _: made.bodies.append(body))
    return made


def shown(sheet, now=None, held=(), which=Shelving.ALARMS):
    now = now or sample.every_state()
    sheet.show_time(LATER)
    sheet.show_situation(now, Touched.everything())
    sheet.show_alarms(sample.listed(now), LATER, held)
    sheet.open_list(which)
    return sheet.standing


def pick(standing, *tags: str) -> None:
    table = standing.table if standing.table.isVisible() else standing.aside
    model = standing.model if standing.table.isVisible() else standing.aside_model
    rows = [one.id for one in model.rows() if set(tags) & set(getattr(getattr(one, "line", None), "tags", [one.id]))]
    table.choose(rows, tell=True)


def test_lines_say_what_where_how_much_and_how_long_is_left_the_unacknowledged_first(sheet) -> None:
    rows = shown(sheet).model.rows()
    assert [one.line.tags[0] for one in rows] == [CROSSING.tag, HELP.tag, INCIDENT.tag, LATE.tag]
    assert rows[0].what == "花园口流量 6,210 m³/s，达到Ⅲ级 6,000"
    assert (rows[0].left, rows[0].since, rows[0].owner) == ("剩 20 分钟", "10 分钟", "防办")
    assert rows[1].what == "巡防一队 求助（马渡险工）"
    assert rows[2].what == "马渡险工26坝 坍塌，较大险情"
    mark = sheet.standing.model.columns[0].mark_getter
    assert [(mark(one).shape, mark(one).fill) for one in rows[:2]] == [
        (Shape.TRIANGLE, Fill.SOLID), (Shape.TRIANGLE, Fill.HOLLOW),
    ]  # fmt: skip


def test_diagnostics_and_what_was_put_aside_have_lists_of_their_own(sheet) -> None:
    held = Held(Hold.MODE, sample.condition("patrol.gap", "段7", section="段7", metres="80", interval_min="30"))
    standing = shown(sheet, held=(held,), which=Shelving.DIAGNOSTICS)
    assert [one.line.tags for one in standing.model.rows()] == [(STALE.tag,)]
    counts = {key: button.chip.count for key, button in standing.chips._buttons.items()}
    assert counts == {"alarms": 4, "diagnostics": 1, "shelved": 1, "out": 1, "suppressed": 1}
    standing.open_list(Shelving.SHELVED)
    (one,) = standing.aside_model.rows()
    assert (one.reason, one.stands, one.ends) == ("该段封闭施工", False, "14:04（剩 1 小时 54 分）")
    standing.open_list(Shelving.SUPPRESSED)
    (one,) = standing.aside_model.rows()
    assert (one.tag, one.stands, one.reason) == (held.condition.tag, True, "工况：常态")
    assert not standing.acts.isVisible()


def test_acknowledging_takes_all_tags_of_the_lines_with_the_note(sheet) -> None:
    standing = shown(sheet)
    pick(standing, CROSSING.tag, HELP.tag, LATE.tag)
    assert standing.acts.acknowledge.text() == "确认 2 条"
    standing.acts.text.setText("已报指挥长")
    standing.acts.send()
    assert sheet.bodies == [AlarmsAcknowledged((CROSSING.tag, HELP.tag), "已报指挥长")]
    assert standing.acts.text.text() == ""


def test_closing_asks_what_was_done_and_offers_only_what_is_known_and_over(sheet) -> None:
    standing = shown(sheet)
    pick(standing, LATE.tag)
    assert not standing.acts.close_them.isVisible()
    pick(standing, INCIDENT.tag)
    assert not standing.acts.close_them.isEnabled()
    standing.acts.text.setText("抛石 40 m³，险情解除")
    standing.acts.close_them.click()
    assert sheet.bodies == [AlarmsClosed((INCIDENT.tag,), "抛石 40 m³，险情解除")]


def test_shelving_wants_a_reason_and_a_leader_for_the_grave(sheet) -> None:
    standing = shown(sheet)
    pick(standing, LATE.tag)
    assert not standing.acts.shelve.isEnabled()
    standing.acts.text.setText("等复核")
    standing.acts.span.choose("60")
    standing.acts.shelve.click()
    standing.acts.text.setText("传感器坏")
    standing.acts.take_out.click()
    assert sheet.bodies == [
        AlarmsShelved((LATE.tag,), LATER + timedelta(hours=1), "等复核"),
        AlarmsServiced((LATE.tag,), True, "传感器坏"),
    ]
    standing = shown(sheet, sample.raised(sample.situation("U2"), CROSSING))
    standing.acts.text.setText("等复核")
    assert not standing.acts.shelve.isEnabled()
    assert "带班领导" in standing.acts.shelve.toolTip()
    assert "请先写明理由" not in standing.acts.shelve.toolTip()
    standing.acts.text.clear()
    for shut in (standing.acts.shelve, standing.acts.take_out):
        assert "带班领导" in shut.toolTip()
        assert shut.toolTip().endswith("请先写明理由")
    assert "带班领导" in standing.acts.hint.text()


def test_where_closing_is_stands_in_words(sheet) -> None:
    standing = shown(sheet)
    pick(standing, HELP.tag)
    assert standing.acts.hint.text().endswith("确认并恢复正常后，此处出现“办结”（现尚未确认）")
    pick(standing, LATE.tag)
    assert standing.acts.hint.text().endswith("此类报警确认并恢复正常后自动结束，无需办结")
    assert standing.acts.hint.text().startswith("搁置、停用须先写明理由")
    pick(standing, INCIDENT.tag)
    assert "办结”" not in standing.acts.hint.text()
    assert standing.acts.close_them.isVisible()


def test_what_was_put_aside_is_fetched_back(sheet) -> None:
    standing = shown(sheet, which=Shelving.SHELVED)
    standing.acts.send()
    standing.open_list(Shelving.OUT)
    assert not standing.acts.put_back.isEnabled()
    standing.acts.text.setText("已修好")
    standing.acts.send()
    assert sheet.bodies == [
        AlarmsUnshelved(("patrol.gap/段1",), ""), AlarmsServiced(("link.lost/41801600",), False, "已修好"),
    ]  # fmt: skip


def test_a_refused_act_keeps_what_was_typed(sheet) -> None:
    standing = shown(sheet)
    sheet.step_requested.connect(lambda *_: sheet.show_refusal("该报警已结束"))
    standing.acts.text.setText("已报指挥长")
    standing.acts.acknowledge.click()
    assert (standing.acts.text.text(), standing.acts.why.text()) == ("已报指挥长", "该报警已结束")


def test_the_detail_says_why_what_follows_what_to_do_and_leads_to_the_place(sheet) -> None:
    standing = shown(sheet)
    pick(standing, CROSSING.tag)
    told = {caption.text(): value.text() for caption, value in standing.detail.facts._lines if not caption.isHidden()}
    assert told["处置"] == "核对报汛，召集会商，在预警卡签发"
    assert {"原因", "后果", "可用时间", "责任岗位", "须在"} <= set(told)
    asked = []
    sheet.closed.connect(lambda: asked.append("closed"))
    sheet.workspace_requested.connect(asked.append)
    sheet.selection_requested.connect(asked.append)
    standing.detail.open_view.click()
    assert asked == ["closed", "desk", Selection("stations", "40105150")]


def test_the_history_of_a_tag_names_who_acted(sheet) -> None:
    asked = []
    sheet.history_requested.connect(asked.append)
    standing = shown(sheet)
    pick(standing, LATE.tag)
    assert asked[-1] == (LATE.tag,)
    move = AlarmMove(LATE.tag, AlarmChange.RAISED, sample.AT, LATE.kind, LATE.ref, value=3.0, params=LATE.params)
    bodies = [(sample.AT, "system", AlarmsMoved((move,))), (LATER, "U1", AlarmsAcknowledged((LATE.tag,), "已催"))]
    steps = [Step(f"s{n}", at, who, Realm.LIVE, body) for n, (at, who, body) in enumerate(bodies)]
    sheet.show_history((LATE.tag,), steps)
    told = [value.text() for caption, value in standing.detail.past._lines if not caption.isHidden()]
    assert told == [f"{step_words.actor(sheet.now, 'U1')} 确认（已催）", "报警 3 · 巡查组"]
    sheet.show_history(("other/1",), [])  # an answer to an older question
    assert len([1 for caption, _ in standing.detail.past._lines if not caption.isHidden()]) == 2


def test_a_storm_is_few_lines_with_the_crossing_on_top(sheet) -> None:
    now = sample.storm()
    shown(sheet, now)
    sheet.show_alarms(sample.listed(now, flood=True), LATER)
    rows = sheet.standing.model.rows()
    assert rows[0].line.tags == (CROSSING.tag,)
    assert len(rows) + len(sheet.standing._lists.diagnostics) <= 12
    assert any(one.what.startswith("根石走失或智能石头移动：ST0") for one in rows)


def test_only_marks_of_the_unacknowledged_flash_and_rest_when_hidden_or_still(sheet, monkeypatch) -> None:
    assert not shown(sheet).flasher.beating  # nobody sees a window off screen
    monkeypatch.setattr(sheet.standing.flasher, "_still", lambda: False)
    standing = shown(sheet)
    assert standing.flasher.beating
    standing.flasher._on_beat()
    lit = [standing._lit(one.line) for one in standing.model.rows()]
    assert lit == [False, False, True, True]
    sheet.hide()
    assert not standing.flasher.beating
    monkeypatch.setattr(standing.flasher, "_still", lambda: True)
    sheet.show()
    assert not standing.flasher.beating


def test_nothing_standing_is_said_in_words_and_replay_is_read_only(sheet) -> None:
    standing = shown(sheet, sample.situation())
    assert "没有报警" in standing.table._empty_words
    assert not standing.acts.isVisible()
    standing = shown(sheet, replace(sample.every_state(), realm=Realm.REPLAY))
    assert not standing.acts.acknowledge.isEnabled()


def test_words_typed_for_an_alarm_that_has_gone_are_not_turned_to_another(sheet) -> None:
    standing = shown(sheet, sample.raised(sample.situation(), CROSSING, LATE))
    pick(standing, LATE.tag)
    standing.acts.text.setText("已电话催办")
    shown(sheet, sample.raised(sample.situation(), CROSSING))
    assert not standing.acts.acknowledge.isEnabled()
    assert standing.acts.text.text() == "已电话催办"


def test_of_a_ladder_the_highest_rung_is_told_and_a_rung_can_be_dealt_with_by_itself(sheet) -> None:
    low = sample.condition("flow.level", "HYK-IV", 6210.0, 4000.0, level="IV", station="40105150")
    standing = shown(sheet, sample.raised(sample.situation(), low, CROSSING))
    (row,) = standing.model.rows()
    assert row.what == "花园口流量 6,210 m³/s，达到Ⅲ级 6,000"
    assert standing.acts.acknowledge.text() == "确认 2 条"
    standing.detail.facts.followed.emit(low.tag)
    assert standing.detail.title.text() == "花园口流量 6,210 m³/s，达到Ⅳ级 4,000"
    standing.acts.acknowledge.click()
    assert sheet.bodies == [AlarmsAcknowledged((low.tag,))]
    standing.detail.facts.followed.emit("")
    assert standing.acts.acknowledge.text() == "确认 2 条"
