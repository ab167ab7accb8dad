"""The 手机 tab: what is shown of the link and its phones, and what the operator says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from data.gateway.addresses import Interface, Kind
from data.gateway.ports import NOTICES, EnrolmentAsked, LinkOpened, LinkTrouble
from data.gateway.tags import qr_modules
from data.model.field import Device, PhoneRole
from data.model.people import Household
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.rules.find import make_index
from desktop import theme
from tests.township import situation
from views import phones_words
from views.phones import PhonesTab
from views.phones_invite import suggested_role
from views.phones_rows import Invited, LinkState, Phase, phase_of
from views.phones_tags import chosen, places
from views.phones_waiting import KnockLine

NOW = datetime.now(UTC)
OPENED = LinkOpened(
    "https://192.168.1.20:8843", "http://192.168.1.20:8880", "http://127.0.0.1:4001", " ".join(["3FA2"] * 16),
    own_authority=True, until=NOW + timedelta(days=300),
)  # fmt: skip
LOCAL = replace(OPENED, phones="https://127.0.0.1:8843", trust="http://127.0.0.1:8880")
OPEN = LinkState(Phase.OPEN, OPENED)
LAN = Interface("eth0", "192.168.1.20", Kind.PRIVATE)
PUBLIC = Interface("ppp0", "112.5.8.9", Kind.PUBLIC)
ASKED = EnrolmentAsked("i1", "S003", "grid_worker", "华为", "0421")


def device(name: str, person: str = "S003", **more) -> Device:
    return Device(name, person, PhoneRole.GRID_WORKER, f"手机{name}", "ab" * 32, situation().at, "U1", **more)


def with_phones(*devices: Device) -> Situation:
    return replace(situation(), devices=Map({one.id: one for one in devices}))


def invited(person: str = "S003", lasts: float = 600.0) -> Invited:
    code = qr_modules("https://192.168.1.20:8843/#e=abcdefgh")
    return Invited("i1", person, "grid_worker", datetime.now(UTC) + timedelta(seconds=lasts), code)


@pytest.fixture
def tab(qtbot: QtBot) -> PhonesTab:
    made = PhonesTab(theme.load("dark").theme)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    made.show_situation(situation())
    return made


def test_a_link_that_was_not_opened_and_one_that_failed_are_two_things():
    trouble = LinkTrouble("port_busy", "127.0.0.1:8843")
    assert phase_of(started=False, opened=None, trouble=None) is Phase.OFF
    assert phase_of(started=True, opened=None, trouble=None) is Phase.STARTING
    assert phase_of(started=True, opened=LOCAL, trouble=None) is Phase.LOCAL
    assert phase_of(started=True, opened=OPENED, trouble=None) is Phase.OPEN
    assert phase_of(started=True, opened=OPENED, trouble=trouble) is Phase.FAILED
    assert phase_of(started=True, opened=replace(OPENED, phones=""), trouble=None) is Phase.FAILED


def test_every_trouble_of_the_link_has_words():
    root = Path(__file__).resolve().parents[2] / "data" / "gateway"
    told = set(re.findall(r'TrustTrouble\("(\w+)"', (root / "tls.py").read_text("utf-8")))
    told |= set(re.findall(r'_tell\(\s*"(\w+)"', (root / "links.py").read_text("utf-8")))
    told |= {"port_busy", "port_denied", "address_gone", "gateway_failed", "cannot_write", "disk_full", *NOTICES}
    assert told <= phones_words.trouble_codes()
    assert "192.168.1.20" in phones_words.trouble(LinkTrouble("address_gone", "192.168.1.20"))


def test_opening_names_the_address_and_who_can_then_reach_it(tab: PhonesTab, qtbot: QtBot):
    tab.show_link(LinkState(Phase.LOCAL, LOCAL))
    tab.show_interfaces([LAN, PUBLIC])
    assert "192.168.1.20" in tab.access.open.text()
    assert "局域网" in tab.access.meaning.text()
    assert not tab.access.close_link.isEnabled()
    tab.access.list.choose([PUBLIC.address], tell=True)
    assert "互联网上任何人" in tab.access.meaning.text()
    with qtbot.waitSignal(tab.open_requested) as said:
        qtbot.mouseClick(tab.access.open, Qt.MouseButton.LeftButton)
    assert said.args == [PUBLIC.address]


def test_an_open_link_is_closed_with_one_act_and_shows_its_certificate(tab: PhonesTab, qtbot: QtBot):
    tab.show_interfaces([LAN])
    tab.show_link(OPEN)
    tab.show_help(qr_modules("http://192.168.1.20:8880/ca"))
    assert "已开放 192.168.1.20" in tab.access.state.text()
    assert not tab.access.open.isEnabled()
    assert tab.access.print.text().count("3FA2") == 16
    with qtbot.waitSignal(tab.close_requested):
        qtbot.mouseClick(tab.access.close_link, Qt.MouseButton.LeftButton)


def test_a_trouble_and_a_notice_are_told_in_words(tab: PhonesTab):
    notice = replace(OPENED, notices=(LinkTrouble("ca_ends_soon", "2027-01-01"),))
    tab.show_link(LinkState(Phase.OPEN, notice))
    assert "快到期" in tab.access.notices.text()
    assert tab.access.trouble.text() == ""
    tab.show_link(LinkState(Phase.FAILED, replace(OPENED, phones=""), LinkTrouble("address_gone", "192.168.1.20")))
    assert "本机现在没有这个地址" in tab.access.trouble.text()


def test_nobody_is_invited_while_phones_cannot_come(tab: PhonesTab):
    tab.invite.picker.list.choose(["S003"], tell=True)
    for state in (LinkState(), LinkState(Phase.FAILED, None, LinkTrouble("gateway_failed"))):
        tab.show_link(state)
        assert not tab.invite.make.isEnabled()
    tab.show_link(LinkState(Phase.LOCAL, LOCAL))
    assert "只限本机" in tab.invite.why_not.text()


def test_a_person_is_found_by_pinyin_and_invited_in_a_suggested_role(tab: PhonesTab, qtbot: QtBot):
    tab.show_link(OPEN)
    tab.show_index(make_index(situation().registers))
    tab.invite.picker.search.setText("ceshi")
    tab.invite.picker.search.returnPressed.emit()
    assert "S003" in [line.id for line in tab.invite.picker.list.lines()]
    tab.invite.picker.list.choose(["S003"], tell=True)
    with qtbot.waitSignal(tab.invite_requested) as said:
        qtbot.mouseClick(tab.invite.make, Qt.MouseButton.LeftButton)
    assert said.args == ["S003", suggested_role(situation(), "S003").value]


def test_a_code_is_shown_with_its_clock_and_goes_away_when_it_is_over(tab: PhonesTab, qtbot: QtBot):
    tab.show_link(OPEN)
    tab.show_invited(invited())
    assert tab.invite.code.isVisible()
    assert re.fullmatch(r"(10:00|9:5\d)", tab.invite.left.text())
    tab.show_invited(invited(lasts=0.2))
    qtbot.waitUntil(lambda: not tab.invite.code.isVisible())
    assert tab.invite.code.modules() == ()
    with qtbot.waitSignal(tab.invite_requested) as said:
        qtbot.mouseClick(tab.invite.again, Qt.MouseButton.LeftButton)
    assert said.args == ["S003", "grid_worker"]


def test_a_phone_that_used_the_code_stands_in_its_place_and_others_in_the_list(tab: PhonesTab, qtbot: QtBot):
    tab.show_link(OPEN)
    tab.show_invited(invited())
    other = EnrolmentAsked("i2", "S004", "observer", "红米", "9914")
    tab.show_waiting([ASKED, other])
    assert tab.invite.phone.number.text() == "0421"
    assert [card.number.text() for card in tab.waiting.cards] == ["9914"]
    with qtbot.waitSignal(tab.confirmed) as said:
        qtbot.mouseClick(tab.invite.phone.yes, Qt.MouseButton.LeftButton)
    assert said.args == ["i1"]
    tab.show_waiting([other])
    assert tab.invite.invited() is None
    with qtbot.waitSignal(tab.refused) as said:
        qtbot.mouseClick(tab.waiting.cards[0].no, Qt.MouseButton.LeftButton)
    assert said.args == ["i2"]


def test_phones_are_listed_with_who_is_there_and_when_they_were_last_heard(tab: PhonesTab):
    QAbstractItemModelTester(tab.devices.model, QAbstractItemModelTester.FailureReportingMode.Warning, tab)
    gone = device("D3", revoked_at=situation().at, reason="遗失")
    tab.show_situation(with_phones(device("D1"), device("D2"), gone))
    tab.show_link(replace(OPEN, online=("D1",)))
    tab.show_heard({"D2": datetime.now(UTC) - timedelta(minutes=7)})
    shown = {row.id: tab.devices.model.index(n, 1).data() for n, row in enumerate(tab.devices.model.rows())}
    assert shown == {"D1": "在线", "D2": "离线 7 分钟"}
    tab.devices.filter.choose(["revoked"])
    tab.devices._fill()
    assert [row.id for row in tab.devices.model.rows()] == ["D3"]


def test_who_is_there_is_unknown_while_the_link_is_lost(tab: PhonesTab):
    tab.show_situation(with_phones(device("D1")))
    tab.show_link(replace(OPEN, phase=Phase.FAILED, online=("D1",)))
    assert tab.devices.rows()[0].online is None
    assert "在线" not in tab.devices.model.index(0, 1).data()


def test_a_phone_is_revoked_only_with_a_reason(tab: PhonesTab, qtbot: QtBot):
    tab.show_situation(with_phones(device("D1"), device("D2")))
    tab.devices.table.choose(["D1"], tell=True)
    assert not tab.devices.revoke.isEnabled()
    tab.devices.reason.setText("  ")
    assert not tab.devices.revoke.isEnabled()
    tab.devices.reason.setText("遗失")
    assert "手机D1" in tab.devices.revoke.text()
    with qtbot.waitSignal(tab.revoke_requested) as said:
        qtbot.keyClick(tab.devices.reason, Qt.Key.Key_Return)
    assert said.args == [("D1",), "遗失"]


def test_tags_are_offered_for_villages_and_for_squads_that_look_after_households():
    households = (
        Household("H2", "测乙", "申庄村", "G001", 3, contact="S003"),
        Household("H1", "测甲", "申庄村", "G001", 2),
    )
    registers = situation().registers
    now = replace(situation(), registers=registers.having(Register("households", households)))
    assert [(key, count) for key, _, count in places(now)] == [("village/申庄村", 2)]
    assert [one.id for one in chosen(now, "village/申庄村")] == ["H1", "H2"]


def test_the_line_over_the_desk_takes_no_click_that_was_meant_for_another(qtbot: QtBot):
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host)
    host.resize(900, 500)
    host.show()
    line = KnockLine(theme.load("light").theme, host)
    line.show_situation(situation(), Touched.everything())
    line.show_phones([ASKED])
    assert line.isVisible()
    assert not line.card.yes.isEnabled()
    qtbot.waitUntil(line.card.yes.isEnabled)
    line.show_phones([ASKED, EnrolmentAsked("i2", "S004", "observer", "红米", "9914")])
    assert line.card.yes.isEnabled()
    assert "1" in line.more.text()
    with qtbot.waitSignal(line.confirmed) as said:
        qtbot.mouseClick(line.card.yes, Qt.MouseButton.LeftButton)
    assert said.args == ["i1"]
    line.show_phones([])
    assert not line.isVisible()
