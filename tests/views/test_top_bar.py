"""The top bar says at a glance what stands and what is open; its buttons ask and do nothing themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from data.gateway.ports import LinkTrouble
from data.model.levels import Level
from data.model.situation import Touched
from data.model.steps import SignedOff
from data.rules.signoff import preview
from tests.township import after, situation
from tests.views.river_sample import EIGHT, calm, flood, look, with_tables
from views.phones_rows import LinkState, Phase
from views.top_bar import TopBar


@pytest.fixture
def bar(qtbot):
    made = TopBar(look())
    qtbot.addWidget(made)
    made.resize(1920, 58)
    made.show()
    made.show_time(EIGHT + timedelta(minutes=6))
    made.show_situation(flood(), Touched.everything())
    return made


def test_the_live_bar_shows_flow_with_its_time_trend_and_stage_with_its_datum(bar):
    assert bar.realm.text() == "实况"
    assert bar.flow.text() == "5,520"
    assert bar.trend.text().startswith("↗ +")
    assert "90.88" in bar.stage.text()
    assert "大沽" in bar.stage_block.caption.text()
    assert "08:00" in bar._live.caption.text()
    assert "6 分钟前" in bar._live.caption.text()


def test_the_suggested_level_stands_beside_the_standing_one_only_while_they_differ(bar):
    assert bar.standing.text() == "无响应"
    assert bar.suggested.isVisible()
    assert bar.suggested.text() == "建议 Ⅳ级 蓝色"
    signed = after(flood(), SignedOff(Level.IV, 5520.0, "实测", "水文"))
    bar.show_situation(signed, Touched.LEVEL | Touched.TASKS)
    assert bar.standing.text() == "Ⅳ级 蓝色"
    assert not bar.suggested.isVisible()


def test_a_whatif_sets_its_flow_beside_the_live_one_and_says_that_it_changes_nothing(bar):
    bar.show_preview(preview(bar.now, 22000.0))
    assert bar.realm.text() == "推演 · 不影响实况"
    assert bar.whatif_flow.isVisible()
    assert bar.whatif_flow.text() == "22,000"
    assert bar.whatif_flow.role() == "realm.whatif"
    assert bar.flow.text() == "5,520"
    bar.show_preview(None)
    assert bar.realm.text() == "实况"
    assert not bar.whatif_flow.isVisible()


def test_an_old_value_turns_hollow_and_the_link_says_so(bar):
    bar.show_time(EIGHT + timedelta(days=2))
    assert bar._stale_mark.isVisible()
    assert bar.flow.role() == "text.muted"
    assert "超时效" in bar.source_link.text()
    bar.show_time(EIGHT + timedelta(minutes=20))
    assert not bar._stale_mark.isVisible()


def test_pending_tasks_are_counted_and_the_count_opens_the_desk(bar, qtbot):
    pending = bar.counts["pending"]
    assert pending.count() == len(bar.now.tasks) > 0
    said: list[str] = []
    bar.workspace_requested.connect(said.append)
    bar.tasks_requested.connect(said.append)
    qtbot.mouseClick(pending, Qt.MouseButton.LeftButton)
    assert said == ["desk", "pending"]


def test_overdue_tasks_are_counted_as_the_clock_passes_their_deadline(bar):
    signed = after(
        bar.now, SignedOff(Level.IV, 5520.0, "实测", "水文", tuple(t.instruction for t in bar.now.tasks.values()))
    )
    bar.show_situation(signed, Touched.TASKS)
    assert bar.counts["overdue"].count() == 0
    bar.show_time(signed.at + timedelta(hours=30))
    assert bar.counts["overdue"].count() > 0


def test_steps_that_are_not_on_disk_are_counted_with_the_reason(bar):
    assert bar.store_link.text() == "已保存"
    bar.show_store_state(3, "磁盘已满")
    assert bar.store_link.text() == "未保存 3"
    assert bar.store_link.toolTip() == "磁盘已满"


def test_the_demonstration_clock_asks_for_speed_and_pause(bar, qtbot):
    bar.show_clock(600, False)
    assert bar.clock_control.isVisible()
    assert bar.clock_control.speed_words() == "600×"
    with qtbot.waitSignal(bar.speed_requested) as said:
        bar.clock_control.choose(3600)
    assert said.args == [3600]
    with qtbot.waitSignal(bar.pause_requested):
        qtbot.mouseClick(bar.clock_control._pause, Qt.MouseButton.LeftButton)
    bar.show_clock(0, False)
    assert bar.clock_control.speed_words() == "已暂停"
    bar.show_clock(1, True)
    assert not bar.clock_control.isVisible()


def test_the_season_is_named_by_the_date(bar):
    bar.show_time(EIGHT.replace(month=7, day=20))
    assert "七下八上" in bar._time.caption.text()
    bar.show_time(EIGHT.replace(month=9, day=20))
    assert "汛期" in bar._time.caption.text()
    bar.show_time(EIGHT.replace(month=3, day=20))
    assert bar._time.caption.text() == "2020-03-20"


def test_invented_registers_are_marked(bar):
    assert bar.demo.isVisible()


def test_the_user_at_the_desk_is_named_and_may_ask_to_change(bar, qtbot):
    assert bar._user.text() == "值班员甲"
    with qtbot.waitSignal(bar.user_requested):
        qtbot.mouseClick(bar._user, Qt.MouseButton.LeftButton)


def test_the_key_for_the_desk_still_asks_after_the_name_was_drawn(bar, qtbot):
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    with qtbot.waitSignal(bar.user_requested):
        qtbot.keyClick(bar, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_without_any_reading_the_bar_says_so_and_shows_no_stage(bar):
    bar.show_situation(with_tables(situation()), Touched.everything())
    assert "尚无报汛" in bar._live.caption.text()
    assert not bar.stage_block.isVisible()


def test_the_phones_stand_in_the_bar_and_lead_to_their_tab(qtbot, bar):
    bar.show_phones(LinkState(Phase.LOCAL))
    assert "仅本机" in bar.phones.text_shown()
    bar.show_phones(LinkState(Phase.FAILED, trouble=LinkTrouble("gateway_failed")))
    assert "故障" in bar.phones.text_shown()
    with qtbot.waitSignal(bar.phones_requested):
        qtbot.keyClick(
            bar.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("away", [False, True])
def test_the_bar_fits_a_small_screen(qtbot, scale, away):
    made = TopBar(look("light", scale))
    qtbot.addWidget(made)
    made.resize(1366, 58)
    made.show_clock(600, False)
    made.show()
    made.show_time(EIGHT + timedelta(minutes=6))
    made.show_situation(flood() if away else calm(), Touched.everything())
    if away:
        made.show_preview(preview(made.now, 22000.0))
    qtbot.waitUntil(lambda: made._row.sizeHint().width() <= made.width())
    assert made.flow.isVisible()
    qtbot.waitUntil(lambda: made.flow.width() >= made.flow.sizeHint().width())
    assert made.counts["overdue"].isVisible()
    made.show_store_state(2, "磁盘已满")
    assert made.store_link.isVisible()
