"""The clock on a person's card: how it was reckoned, what it rests on, where the register says otherwise."""

from __future__ import annotations

from tests.views.clock_sample import desk, picture, rising
from tests.views.people_sample import look, shown
from views.pane import Selection
from views.person_card import PersonCard


def card_of(qtbot, who, reckoning, flow_m3s=4700.0):
    card = PersonCard(look())
    card.seat = shown(qtbot, card, desk(flow_m3s))
    card.show_person(who)
    card.show_reckoning(reckoning)
    return card


def test_the_card_says_the_clock_and_how_it_was_reckoned(qtbot):
    card = card_of(qtbot, Selection("growers", "G1"), picture(rising(), high=rising(5.0)))
    text = card.view.text()
    for words in (
        "还有 6:58",
        "应在 18:58 前出发",
        "偏大流量时 17:58，偏小流量时 18:58",
        "20:00 到水、20:00 路断 中较早者 − 路上",
        "最深 1.0 m",
        "模型成果 · 8,000 m³/s",
    ):
        assert words in text
    assert "北线" in text


def test_the_card_says_where_register_and_picture_disagree(qtbot):
    text = card_of(qtbot, Selection("growers", "G3"), picture(rising(), flow_m3s=3000.0)).view.text()
    assert "P3：台账 4,000 m³/s 上水，此图已淹" in text
    text = card_of(qtbot, Selection("growers", "G3"), picture(lambda *_: (0.0, float("inf")))).view.text()
    assert "P3：台账 4,000 m³/s 上水，此图不淹" in text
    text = card_of(qtbot, Selection("growers", "G3"), picture(rising())).view.text()
    assert "台账 4,000" not in text


def test_the_card_of_somebody_outside_the_picture_says_that_nothing_is_known(qtbot):
    card = card_of(qtbot, Selection("keypeople", "K1"), picture(lambda *_: None))
    assert "此处水情不明" in card.view.text()
    assert "不明" in card.view.text()


def test_staff_have_no_clock(qtbot):
    card = card_of(qtbot, Selection("staff", "S1"), picture(rising()))
    assert "最后安全出发" not in card.view.text()


def test_a_dry_household_behind_a_cut_road_is_told_to_be_cut_off(qtbot):
    cut = picture(lambda _, lat: (1.0, 4.0) if 34.891 < lat < 34.893 else (0.0, float("inf")))
    text = card_of(qtbot, Selection("households", "H1"), cut).view.text()
    assert "自身不淹" in text
    assert "自身不淹而被困" in text
