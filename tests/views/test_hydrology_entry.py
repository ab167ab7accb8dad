"""Values typed in: what crosses a threshold waits for a second person, who confirms with a PIN or says why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from data.model.people import User
from data.model.register import Register
from data.model.river import HUAYUANKOU, Proposal, Quality, Reading
from data.model.river_steps import ProposalDecided, ReadingProposed
from data.model.situation import Touched
from data.model.steps import ReadingTaken, Realm
from tests.views.river_sample import EIGHT, flood, look
from views.hydrology_correct import Correction
from views.hydrology_entry import EntryPage
from views.river import RiverPanel
from views.river_entry import station_datum

HIGH = Reading(HUAYUANKOU, EIGHT + timedelta(minutes=2), 6080.0, source="花园口站 电话", quality=Quality.TYPED)


def manned():
    users = (User("U1", "程一", "值班员", "approve"), User("U2", "林二", "带班", "approve"))
    now = flood()
    return replace(now, registers=now.registers.having(Register("users", users, digest="two")), user="U1")


def waiting():
    return replace(manned(), proposals=Map({"p": Proposal("p", HIGH, ("HYK-III",), "U1", EIGHT)}))


@pytest.fixture
def page(qtbot):
    made = EntryPage(look(), lambda user, pin: (user.id, pin) == ("U2", "2222"))
    qtbot.addWidget(made)
    made.show_time(EIGHT + timedelta(minutes=6))
    made.show()
    return made


def typed(form, flow):
    form.flow.setValue(flow)
    form.source.setText("电话")
    form.at.set_moment(EIGHT + timedelta(minutes=4))
    form.confirm.setText(f"{flow}")
    form.submit()


def test_a_value_within_its_level_is_taken_at_once(page, qtbot):
    page.show_situation(manned(), Touched.everything())
    with qtbot.waitSignal(page.step_requested) as said:
        typed(page.form, 5600)
    assert isinstance(said.args[0], ReadingTaken)
    assert "已录入" in page.said.text()


def test_a_value_that_crosses_a_threshold_waits_and_says_so(page, qtbot):
    page.show_situation(manned(), Touched.everything())
    with qtbot.waitSignal(page.step_requested) as said:
        typed(page.form, 6080)
    body = said.args[0]
    assert isinstance(body, ReadingProposed)
    assert (body.proposal.crosses, body.proposal.by, body.proposal.reading.flow_m3s) == (("HYK-III",), "U1", 6080.0)
    assert "待第二人复核" in page.said.text()


def test_the_quick_entry_of_the_desk_goes_the_same_way(qtbot):
    panel = RiverPanel(look())
    qtbot.addWidget(panel)
    panel.show_time(EIGHT + timedelta(minutes=6))
    panel.show_situation(manned(), Touched.everything())
    panel.show()
    told: list[str] = []
    panel.message_requested.connect(told.append)
    with qtbot.waitSignal(panel.step_requested) as said:
        typed(panel.reading_form, 6080)
    assert isinstance(said.args[0], ReadingProposed)
    assert "待第二人" in told[0]


def test_only_another_person_confirms_and_with_the_right_pin(page, qtbot):
    page.show_situation(waiting(), Touched.everything())
    QAbstractItemModelTester(page.proposals.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    hand = page.proposals
    assert hand.model.rows()[0].crosses == "Ⅲ级 6,000"
    assert [hand.approver.who.itemData(n) for n in range(hand.approver.who.count())] == ["U2"]
    assert not hand.confirm.isEnabled()
    hand.approver.pin.setText("1111")
    with qtbot.assertNotEmitted(page.step_requested):
        hand.confirm.click()
    assert "口令不对" in hand.said.text()
    page.show_time(EIGHT + timedelta(minutes=7))
    assert "口令不对" in hand.said.text()
    hand.approver.pin.setText("2")
    assert "口令不对" not in hand.said.text()
    hand.approver.pin.setText("2222")
    with qtbot.waitSignal(page.step_requested) as said:
        qtbot.keyClick(hand.approver.pin, Qt.Key.Key_Return)
    assert said.args == [ProposalDecided("p", accepted=True), "U2"]


def test_a_value_is_refused_only_with_a_reason(page, qtbot):
    page.show_situation(waiting(), Touched.everything())
    hand = page.proposals
    assert not hand.refuse.isEnabled()
    hand.reason.setText("报汛人更正")
    with qtbot.waitSignal(page.step_requested) as said:
        hand.refuse.click()
    assert said.args == [ProposalDecided("p", accepted=False, reason="报汛人更正"), ""]


def test_corrections_show_old_and_new_value_with_who_and_why(page, qtbot):
    with qtbot.waitSignal(page.corrections_requested):
        page.show_situation(manned(), Touched.everything())
    old, new = replace(HIGH, flow_m3s=60_800.0), HIGH
    page.show_corrections([Correction(HUAYUANKOU, HIGH.at, old, new, "程一 值班员", EIGHT, "多写一个零")])
    said = [page.corrections.index(0, n).data() for n in range(len(page.corrections.columns))]
    assert said == ["花园口", "06-29 08:02", "60,800 m³/s", "6,080 m³/s", "程一 值班员", "06-29 08:00", "多写一个零"]


def test_the_form_offers_the_datum_of_the_station_and_warns_of_another(page):
    now = manned()
    own = [replace(one, datum="大沽(待核)") for one in now.registers.stations]
    given = replace(now, registers=now.registers.having(Register("stations", tuple(own), digest="datums")))
    page.show_situation(given, Touched.everything())
    form = page.form
    assert form.datum.text() == "大沽(待核)"
    assert form.datum_note.isHidden()
    form.datum.setText("大沽")
    assert form.datum_note.text() == "与本站基面“大沽(待核)”不同，水位不会被采用"
    assert not form.datum_note.isHidden()
    form.datum.setText("大沽(待核)")
    assert form.datum_note.isHidden()


def test_without_a_registered_datum_that_of_the_latest_stage_is_offered():
    now = manned()
    bare = tuple(replace(one, datum="") for one in now.registers.stations)
    given = replace(now, registers=now.registers.having(Register("stations", bare, digest="bare")))
    newest = Reading(HUAYUANKOU, EIGHT, None, 90.9, "1985")
    readings = given.readings.set(HUAYUANKOU, (*given.readings[HUAYUANKOU], newest))
    assert station_datum(replace(given, readings=readings), HUAYUANKOU) == "1985"


def test_the_second_person_sees_the_source_as_it_was_typed_and_who_typed_it(page):
    page.show_situation(waiting(), Touched.everything())
    hand = page.proposals
    row = {column.key: hand.model.index(0, n).data() for n, column in enumerate(hand.model.columns)}
    assert (row["source"], "程一" in row["by"]) == ("花园口站 电话", True)
    assert "程一" in hand.said.text()
    assert "花园口站 电话" in hand.said.text()


def test_after_the_decision_the_message_goes_and_the_time_is_now_again(page, qtbot):
    page.show_situation(manned(), Touched.everything())
    with qtbot.waitSignal(page.step_requested) as said:
        typed(page.form, 6080)
    made = said.args[0].proposal
    page.show_situation(manned(), Touched.RIVER)
    assert "待第二人复核" in page.said.text()
    page.show_situation(replace(manned(), proposals=Map({made.id: made})), Touched.RIVER)
    assert "待第二人复核" in page.said.text()
    later = EIGHT + timedelta(minutes=9)
    page.show_time(later)
    page.show_situation(manned(), Touched.RIVER)
    assert page.said.text() == ""
    assert page.form.at.moment() == later


def test_a_time_set_by_hand_stays(page):
    page.show_situation(manned(), Touched.everything())
    earlier = EIGHT - timedelta(hours=1)
    page.form.at.set_moment(earlier)
    page.show_time(EIGHT + timedelta(minutes=9))
    assert page.form.at.moment() == earlier


def test_a_value_begun_over_the_past_has_the_live_time_again_when_live_is_back(page):
    page.show_time(EIGHT - timedelta(days=2))
    page.show_situation(replace(manned(), realm=Realm.REPLAY), Touched.everything())
    page.form.source.setText("电话")
    page.show_time(EIGHT + timedelta(minutes=9))
    page.show_situation(manned(), Touched.everything())
    assert page.form.at.moment() == EIGHT + timedelta(minutes=9)
