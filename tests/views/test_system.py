"""The system workspace: registers and imports, clock, look, links, users, state."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from data.feeds.report import FeedRefused, ImportReport, Note, NoteCode, Reason, Refusal
from data.model.situation import Situation, Touched
from data.model.steps import UserChanged
from desktop import theme
from tests.township import after, situation
from views.system import TABS, SystemWorkspace

REPORT = ImportReport(
    "growers", "种植户.xlsx", 10, 8, 1, 1, (Refusal(17, "在滩人数", Reason.NOT_A_NUMBER, "若干"),),
    (Note(NoteCode.TOTAL_ROW, 11),),
)  # fmt: skip


@pytest.fixture
def pane(qtbot: QtBot) -> SystemWorkspace:
    made = SystemWorkspace(theme.load("dark").theme, lambda user, pin: pin == f"pin-{user.id}")
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    show(made, situation())
    return made


def show(pane: SystemWorkspace, now: Situation) -> None:
    pane.show_time(now.at)
    pane.show_situation(now, Touched.everything())


def admin() -> Situation:
    return after(situation(), UserChanged("U4"), actor="U1")


def test_every_register_is_listed_with_its_rows_source_and_time(pane: SystemWorkspace):
    for table in (pane.data._table, pane.data._report, pane.users._table):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, pane)
    pane.show_sources({"growers": ("种植户.xlsx", situation().at)})
    rows = {row.kind: row for row in pane.data._table.model().rows()}
    assert (rows["growers"].rows, rows["growers"].demo, rows["growers"].source) == (2, True, "种植户.xlsx")


def test_only_who_may_configure_may_import(pane: SystemWorkspace):
    assert not pane.data._import.isEnabled()
    assert "权限" in pane.data._about.text()
    show(pane, admin())
    assert pane.data._import.isEnabled()


def test_the_frame_is_offered_only_for_registers_with_places(pane: SystemWorkspace):
    pane.data._pick(("stones",))
    assert pane.data._frame.isEnabled()
    pane.data._pick(("tiers",))
    assert not pane.data._frame.isEnabled()


def test_an_import_report_is_told_row_by_row(pane: SystemWorkspace):
    pane.open_tab("look")
    pane.show_import_report(REPORT)
    assert TABS[pane._tabs.currentIndex()] == "data"
    assert "收 8 行，拒 1 行" in pane.data._counts.text()
    assert "合计行" in pane.data._remarks.text()
    model = pane.data._report.model()
    assert [model.index(0, column).data() for column in range(4)] == ["17", "在滩人数", "不是数", "若干"]


def test_a_refused_file_is_told_in_words(pane: SystemWorkspace):
    pane.show_import_refused(FeedRefused(Reason.WEB_PAGE))
    assert "这是网页" in pane.data._counts.text()


def test_the_clock_is_paused_sped_up_and_made_real(pane: SystemWorkspace, qtbot: QtBot):
    pane.show_clock(600, real=False)
    assert "600×" in pane.clock._state.text()
    with qtbot.waitSignal(pane.speed_requested) as said:
        pane.clock._run.click()
    assert said.args == [0]
    with qtbot.waitSignal(pane.speed_requested) as said:
        pane.clock._speeds.chosen.emit(("3600",))
    assert said.args == [3600]
    with qtbot.waitSignal(pane.clock_mode_requested) as said:
        pane.clock._switch.click()
    assert said.args == ["real"]
    pane.show_clock(0, real=True)
    assert not pane.clock._run.isEnabled()
    with qtbot.waitSignal(pane.clock_mode_requested) as said:
        pane.clock._switch.click()
    assert said.args == ["demo"]


def test_showing_settings_asks_for_nothing_and_choosing_does(pane: SystemWorkspace, qtbot: QtBot):
    with qtbot.assertNotEmitted(pane.setting_requested):
        pane.show_settings(
            {"theme": "light", "language": "en", "font_scale": 1.2, "platform_url": "https://example.org"}
        )
    assert pane.look._theme_choice.key() == "light"
    with qtbot.waitSignal(pane.setting_requested) as said:
        pane.look._scale.setValue(1.3)
    assert said.args == ["font_scale", 1.3]
    with qtbot.waitSignal(pane.layout_reset_requested):
        pane.look._reset.click()


def test_a_typed_address_survives_new_settings_until_it_is_applied(pane: SystemWorkspace, qtbot: QtBot):
    pane.show_settings({"platform_url": "https://example.org"})
    pane.links._fields["mbtiles_folder"].setText("/data/tiles")
    pane.show_settings({"platform_url": "https://example.net"})
    assert pane.links._fields["mbtiles_folder"].text() == "/data/tiles"
    assert pane.links._fields["platform_url"].text() == "https://example.net"
    assert pane.links._apply.text() == "应用 1 项"
    with qtbot.waitSignal(pane.setting_requested) as said:
        pane.links._apply.click()
    assert said.args == ["mbtiles_folder", "/data/tiles"]


def test_the_desk_is_taken_over_with_the_right_pin_only(pane: SystemWorkspace, qtbot: QtBot):
    pane.users._table.choose(["U3"])
    pane.users._pick(("U3",))
    assert pane.users._take.text() == "由指挥长丙接班"
    pane.users._pin.setText("wrong")
    with qtbot.assertNotEmitted(pane.user_requested):
        pane.users._take.click()
    assert pane.users._told.text() == "口令不符"
    assert pane.users._pin.text() == ""
    pane.users._pin.setText("pin-U3")
    with qtbot.waitSignal(pane.user_requested) as said:
        pane.users._take.click()
    assert said.args == ["U3"]


def test_who_is_at_the_desk_cannot_take_it_again(pane: SystemWorkspace):
    pane.users._pick(("U1",))
    pane.users._pin.setText("pin-U1")
    assert not pane.users._take.isEnabled()


def test_the_state_is_asked_for_when_its_tab_is_opened_and_trouble_is_loud(pane: SystemWorkspace, qtbot: QtBot):
    with qtbot.waitSignal(pane.health_requested):
        pane.open_tab("health")
    pane.show_health({"steps": 1234, "unsaved": 3, "trouble": "磁盘已满"})
    shown = {c.text(): (v.text(), v.property("tone")) for c, v in pane.health._facts._lines if not v.isHidden()}
    assert shown["日志步数"] == ("1,234", "")
    assert shown["未存步数"] == ("3", "urgent")
    assert shown["最近故障"][1] == "attention"
    with qtbot.waitSignal(pane.verify_requested):
        pane.health._verify.click()


def test_a_torn_journal_is_told_loudly_and_stays_told(pane: SystemWorkspace):
    pane.show_verify(False, 40, 17, "hash")
    pane.show_health({"steps": 40})
    shown = {c.text(): (v.text(), v.property("tone")) for c, v in pane.health._facts._lines if not v.isHidden()}
    assert shown["日志校验"][1] == "urgent"
    assert "17" in shown["日志校验"][0]
    pane.show_verify(True, 40, None, "")
    shown = {c.text(): v.property("tone") for c, v in pane.health._facts._lines if not v.isHidden()}
    assert shown["日志校验"] == ""
