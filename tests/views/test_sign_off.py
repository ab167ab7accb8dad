"""The sign-off sheet shows exactly what becomes live and sends exactly that, by a person with the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Touched
from data.model.steps import ForecastEntered, ForecastWithdrawn, ReadingTaken, Realm, SignedOff
from data.model.task import TaskState
from data.rules.signoff import preview, sign_off
from tests.township import after
from tests.views.river_sample import EIGHT, flood, look
from views.sign_off import SignOffSheet


@pytest.fixture
def sheet(qtbot):
    made = SignOffSheet(look(), lambda user, pin: (user.id, pin) == ("U3", "2468"))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_time(EIGHT)
    made.show_situation(flood(), Touched.everything())
    return made


def fill(sheet, pin: str = "2468") -> None:
    sheet.form.reason.setPlainText("实测超 4,000 且仍涨")
    sheet.form.consulted.setText("水文站、河务局")
    sheet.form.pin.setText(pin)


def sign(sheet, qtbot) -> tuple[SignedOff, str]:
    with qtbot.waitSignal(sheet.step_requested) as said:
        qtbot.mouseClick(sheet.form.sign, Qt.MouseButton.LeftButton)
    return tuple(said.args)


def test_the_sheet_opens_with_the_suggested_level_on_the_observed_flow(sheet):
    sheet.open_for()
    assert sheet.form.level() is Level.IV
    assert sheet.form.basis() == "observed"
    assert sheet.form.sign.text() == "签发到实况：下达 4 项、撤销 0 项"


def test_in_a_drill_the_sheet_says_so_and_never_that_it_becomes_live(sheet):
    assert sheet.form.realm.isHidden()
    sheet.show_situation(replace(flood(), realm=Realm.DRILL), Touched.everything())
    sheet.open_for()
    assert sheet.form.sign.text() == "签发到演练：下达 4 项、撤销 0 项"
    assert sheet.form.realm.isVisible()
    assert "演练" in sheet.panel.title()
    assert sheet.panel._summary.text() == "实测 5,520 m³/s · 演练，不是实况"


def test_a_warning_that_comes_leaves_every_field_where_it_is(sheet, qtbot):
    sheet.open_for()
    sheet.grab()
    fields = (sheet.form.reason, sheet.form.consulted, sheet.form.signer, sheet.form.pin, sheet.form.sign)
    before = [field.geometry() for field in fields]
    assert sheet.form.loud.isHidden()
    qtbot.mouseClick(sheet.form.level_buttons[Level.NONE], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.form.level_buttons[Level.I], Qt.MouseButton.LeftButton)
    sheet.grab()
    assert sheet.form.loud.isVisible()
    assert [field.geometry() for field in fields] == before


def expect(sheet, flow: float) -> None:
    """Enter a forecast for 花园口, six hours ahead."""
    ahead = Forecast(HUAYUANKOU, flow, EIGHT + timedelta(hours=6), EIGHT, "黄委水文局")
    sheet.show_situation(after(sheet.now, ForecastEntered(ahead), actor="U3"), Touched.everything())


def test_a_level_that_a_forecast_suggests_opens_on_the_forecast(sheet):
    expect(sheet, 8000.0)
    sheet.open_for()
    assert sheet.form.level() is Level.II
    assert sheet.form.basis() == "forecast"
    assert sheet._draft.preview.flow_m3s == 8000.0
    assert "建议来自预报 8,000，06-29 14:00" in sheet.form.calm.text()


def test_a_forecast_no_stronger_than_what_is_observed_leaves_the_observed_flow(sheet):
    expect(sheet, 5800.0)
    sheet.open_for()
    assert sheet.form.basis() == "observed"
    assert "建议来自实测 5,520，06-29 08:00" in sheet.form.calm.text()


def test_a_what_if_goes_before_a_forecast(sheet):
    expect(sheet, 8000.0)
    sheet.show_preview(preview(sheet.now, 22000.0))
    sheet.open_for()
    assert sheet.form.basis() == "whatif"
    assert "建议来自推演 22,000" in sheet.form.calm.text()


def test_what_is_sent_is_what_the_preview_would_make_live(sheet, qtbot):
    shown = preview(sheet.now, 22000.0)
    sheet.show_preview(shown)
    sheet.open_for()
    fill(sheet)
    body, actor = sign(sheet, qtbot)
    same = sign_off(shown, Level.I, body.reason, body.consulted)
    assert (body.level, body.flow_m3s) == (Level.I, 22000.0)
    assert sorted(body.issue) == sorted(same.issue)
    assert body.withdraw == same.withdraw
    assert actor == "U3"
    assert "推演 22,000" in body.reason
    assert set(dict(body.assignees)) <= set(body.issue)


def test_the_step_is_taken_and_the_sheet_goes_away_empty(sheet, qtbot):
    sheet.open_for()
    fill(sheet)
    body, actor = sign(sheet, qtbot)
    with qtbot.waitSignal(sheet.closed):
        sheet.show_situation(after(sheet.now, body, actor=actor), Touched.LEVEL | Touched.TASKS)
    assert sheet.form.reason_text() == ""
    assert sheet.now.standing.level is Level.IV


@pytest.mark.parametrize("lacking", ["reason", "pin"])
def test_without_reason_or_pin_nothing_is_sent(sheet, qtbot, lacking):
    sheet.open_for()
    fill(sheet)
    sheet.form.reason.clear() if lacking == "reason" else sheet.form.pin.clear()
    with qtbot.assertNotEmitted(sheet.step_requested):
        qtbot.mouseClick(sheet.form.sign, Qt.MouseButton.LeftButton)
    assert sheet.form.note.text()


def test_a_wrong_pin_sends_nothing_and_keeps_the_draft(sheet, qtbot):
    sheet.open_for()
    fill(sheet, "0000")
    with qtbot.assertNotEmitted(sheet.step_requested):
        qtbot.mouseClick(sheet.form.sign, Qt.MouseButton.LeftButton)
    assert "口令不对" in sheet.form.note.text()
    assert sheet.form.reason_text()
    assert sheet.form.pin.text() == ""


def test_only_those_with_the_right_are_offered_as_signers(sheet):
    assert [sheet.form.signer.itemData(i) for i in range(sheet.form.signer.count())] == ["U3"]


def test_a_role_may_be_left_out_with_a_reason(sheet, qtbot):
    sheet.open_for()
    fill(sheet)
    sheet.tree.tick("R09", on=False)
    qtbot.waitUntil(lambda: sheet.form.sign.text() == "签发到实况：下达 3 项、撤销 0 项")
    with qtbot.assertNotEmitted(sheet.step_requested):
        qtbot.mouseClick(sheet.form.sign, Qt.MouseButton.LeftButton)
    sheet.form.omission.setText("嫩滩已无人")
    body, _ = sign(sheet, qtbot)
    assert "CLEAR-NEN" not in body.issue
    assert "嫩滩已无人" in body.reason


def test_a_task_whose_replacement_is_left_out_stays(sheet, qtbot):
    issued = tuple(task.instruction for task in sheet.now.tasks.values())
    live = after(sheet.now, SignedOff(Level.IV, 5520.0, "实测", "水文", issued))
    sheet.show_situation(live, Touched.everything())
    sheet.show_preview(preview(live, 7000.0))
    sheet.open_for()
    assert any(newer == "PATROL-1H" for _, newer in sheet._draft.withdraw)
    sheet.tree.tick("R06", on=False)
    qtbot.waitUntil(lambda: any(newer == "PATROL-1H" for _, newer in sheet._draft.kept))
    fill(sheet)
    sheet.form.omission.setText("人手不足")
    body, actor = sign(sheet, qtbot)
    after_it = after(live, body, actor=actor)
    patrol = next(task for task in after_it.tasks.values() if task.instruction == "PATROL-2H")
    assert patrol.state is TaskState.ISSUED


def test_a_vacant_post_is_shown_loudly(sheet):
    sheet.show_preview(preview(sheet.now, 22000.0))
    sheet.open_for()
    assert "无人在岗受领" in sheet.form.loud.text()


def test_an_assignee_may_be_chosen(sheet, qtbot):
    sheet.open_for()
    group = sheet.tree.topLevelItem(0)
    sheet.tree.setCurrentItem(group.child(0))
    row_id = sheet.tree._order_id(group.child(0))
    sheet.assignee.addItem("另一人", "S006")
    sheet.assignee.setCurrentIndex(sheet.assignee.count() - 1)
    sheet.assignee.activated.emit(sheet.assignee.count() - 1)
    fill(sheet)
    body, _ = sign(sheet, qtbot)
    assert dict(body.assignees)[row_id] == "S006"


def test_at_three_and_above_the_sheet_says_what_a_township_may_do(sheet):
    sheet.open_for(Level.IV)
    assert "提请" not in sheet.form.calm.text()
    sheet.open_for(Level.III)
    assert "提请" in sheet.form.calm.text()
    assert "高于规则建议" in sheet.form.loud.text()


def test_lowering_says_whether_the_river_is_below_threshold_and_hysteresis(sheet):
    live = after(sheet.now, SignedOff(Level.IV, 5520.0, "实测", "水文"))
    sheet.show_situation(live, Touched.everything())
    sheet.open_for(Level.NONE)
    assert "尚未低于" in sheet.form.loud.text()
    fallen = Reading(HUAYUANKOU, EIGHT + timedelta(hours=40), 3500.0)
    low = Reading("HYK-WZ", EIGHT + timedelta(hours=40), 100.0)
    sheet.show_situation(after(live, ReadingTaken(fallen), ReadingTaken(low), actor="system"), Touched.everything())
    sheet.open_for(Level.NONE)
    assert "已低于" in sheet.form.calm.text()
    assert "终止后转入善后" in sheet.form.calm.text()


def test_escape_keeps_the_draft(sheet, qtbot):
    sheet.open_for()
    fill(sheet)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.open_for()
    assert sheet.form.reason_text() == "实测超 4,000 且仍涨"


def test_a_draft_comes_back_with_its_basis_level_and_what_was_left_out(sheet, qtbot):
    expect(sheet, 8000.0)
    sheet.open_for()
    qtbot.mouseClick(sheet.form.basis_buttons["observed"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.form.level_buttons[Level.III], Qt.MouseButton.LeftButton)
    sheet.tree.tick("R09", on=False)
    qtbot.waitUntil(lambda: bool(sheet._draft.omitted))
    sheet._chosen["MEET"] = "S006"
    fill(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.open_for(Level.II)
    assert (sheet.form.basis(), sheet.form.level()) == ("observed", Level.III)
    assert sheet._draft.left_out == {"R09"}
    assert sheet._chosen == {"MEET": "S006"}


def test_a_draft_whose_forecast_was_withdrawn_says_so(sheet, qtbot):
    expect(sheet, 8000.0)
    sheet.open_for()
    fill(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    gone = after(sheet.now, ForecastWithdrawn(HUAYUANKOU, "误录"), actor="U3")
    sheet.show_situation(gone, Touched.everything())
    sheet.open_for()
    assert sheet.form.basis() == "observed"
    assert "原依据“预报”已不在" in sheet.form.note.text()


def test_a_draft_whose_what_if_is_gone_says_so(sheet, qtbot):
    sheet.show_preview(preview(sheet.now, 22000.0))
    sheet.open_for()
    fill(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.show_preview(None)
    sheet.open_for()
    assert (sheet.form.basis(), sheet.form.level()) == ("observed", Level.I)
    assert "原依据“推演”已不在" in sheet.form.note.text()


def test_a_refused_step_is_told_and_nothing_typed_is_lost(sheet, qtbot):
    sheet.open_for()
    fill(sheet)
    sign(sheet, qtbot)
    sheet.show_refusal("没有“签发”权限")
    assert "签发" in sheet.form.note.text()
    assert sheet.form.reason_text()


def test_the_sheet_follows_the_situation_while_it_is_open(sheet):
    sheet.open_for()
    before = sheet._draft.preview.flow_m3s
    rise = Reading(HUAYUANKOU, EIGHT + timedelta(hours=2), 6100.0)
    sheet.show_situation(after(sheet.now, ReadingTaken(rise), actor="system"), Touched.RIVER | Touched.TASKS)
    assert (before, sheet._draft.preview.flow_m3s) == (5520.0, 6100.0)


def test_the_list_names_each_order_with_its_deadline_and_who_gets_it(sheet):
    sheet.open_for()
    group = sheet.tree.topLevelItem(0)
    assert group.text(0) == "R01 · 1 项"
    assert [group.child(0).text(column) for column in range(4)] == ["指令MEET", "新增", "30 分钟", "测试1"]
