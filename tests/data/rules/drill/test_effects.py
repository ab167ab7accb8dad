"""What an inject lets happen, as steps of the drill."""

from __future__ import annotations

from typing import Any

import pytest

from data.model.drill import CONTROL, Fired, InjectKind
from data.model.levels import Level
from data.model.office import Medium
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.drill.effects import message_id, order_id, report_id, steps_of
from data.rules.drill.scene import moment_at
from data.rules.drill.speaking import speak_as
from data.rules.take import take
from tests.data.rules.drill.drill_world import START, begun, fire_at, inject, scenario
from tests.data.strategy_parts import picture

SEEN = (
    ("category", "E1"),
    ("kind", "渗水"),
    ("grade", "3"),
    ("place", "一坝"),
    ("spur", "B1"),
    ("photos", "a.jpg;b.jpg"),
)


def fired(kind: InjectKind, says: str = "S004", **details: str) -> Situation:
    scene = scenario(inject("X", 5.0, kind=kind, says=says, details=tuple(details.items())))
    return fire_at(begun(), scene, "X", 5)


def test_every_step_is_a_drills_has_its_own_key_and_the_speaker_as_its_actor():
    scene = scenario(inject("X", 5.0, kind=InjectKind.REPORT, says="S004", details=SEEN))

    mark, report = steps_of(scene.injects[0], scene, begun(), START, "control")

    assert (mark.key, mark.actor, mark.realm) == ("inject-X-mark", CONTROL, Realm.DRILL)
    assert (report.key, report.actor, report.realm) == ("inject-X-report", "S004", Realm.DRILL)


def test_a_report_lies_at_the_head_of_its_spur_with_the_pictures_that_are_at_hand():
    scene = scenario(inject("X", 5.0, kind=InjectKind.REPORT, says="S004", details=SEEN))
    steps = steps_of(scene.injects[0], scene, begun(), START, pictures={"b.jpg": picture("b")})

    report: Any = steps[1].body
    assert (report.report.lon, report.report.lat, report.report.grade) == (113.72, 34.92, 3)
    assert report.report.photos == (picture("b"),)
    assert report.report.note == "情景构造"


def test_an_incident_that_grows_worse_is_a_further_report_of_the_same_place():
    larger = (("follows", "X"), ("kind", "管涌"), ("grade", "2"))
    worse = (("follows", "Y"), ("kind", "管涌"), ("grade", "1"))
    scene = scenario(
        inject("X", 5.0, kind=InjectKind.REPORT, says="S004", details=SEEN),
        inject("Y", 9.0, kind=InjectKind.INCIDENT, says="S004", details=larger),
        inject("Z", 9.0, kind=InjectKind.INCIDENT, says="S003", details=worse),
    )  # fmt: skip
    now = begun()
    for name in "XYZ":
        now = fire_at(now, scene, name, 9)

    last = now.reports[report_id("Z")]
    assert (last.place, last.lon, last.category, last.kind, last.grade) == ("一坝", 113.72, "E1", "管涌", 1)


def test_a_message_waits_for_its_answer():
    now = fired(InjectKind.MESSAGE, answer_min="30")

    message = now.messages[message_id("X")]
    assert (message.medium, message.other) == (Medium.TELEPHONE, "测试4（成员）")
    assert message.due is not None
    assert (message.due - message.at).total_seconds() == 1800


def test_the_weather_comes_as_a_bulletin_in_words_of_its_issuer():
    message = fired(InjectKind.WEATHER, says="气象台").messages[message_id("X")]

    assert (message.medium, message.other, message.due) == (Medium.BULLETIN, "气象台", None)


def test_an_order_of_a_higher_level_comes_also_as_a_fax_and_ends_the_one_before():
    first = (("issuer", "区防指"), ("level", "IV"))
    second = (("issuer", "区防指"), ("level", "III"), ("ends", "A"), ("medium", "fax"))
    scene = scenario(
        inject("A", 0.0, kind=InjectKind.ORDER, details=first), inject("B", 9.0, kind=InjectKind.ORDER, details=second)
    )
    now = fire_at(fire_at(begun(), scene, "A", 0), scene, "B", 9)

    assert now.orders[order_id("A")].ended_at == moment_at(scene, 9)
    assert now.orders[order_id("B")].level == Level.III
    assert now.messages[message_id("B")].medium is Medium.FAX
    assert now.suggestion.level is Level.III


def test_a_forecast_a_reading_stones_and_whereabouts_reach_the_situation():
    scene = scenario(
        inject("F", 0.0, kind=InjectKind.FORECAST, says="水文局",
               details=(("station", HUAYUANKOU), ("flow_m3s", "8000"), ("lead_min", "120"))),
        inject("R", 0.0, kind=InjectKind.READING, details=(("station", HUAYUANKOU), ("flow_m3s", "5100"))),
        inject("S", 0.0, kind=InjectKind.STONES, details=(("stones", "T1"), ("state", "走失"))),
        inject("W", 0.0, kind=InjectKind.WHEREABOUTS, says="S005",
               details=(("register", "growers"), ("people", "GR1;GR2"), ("state", "拒绝撤离"), ("medium", "radio"))),
    )  # fmt: skip
    now = begun()
    for one in scene.injects:
        now = fire_at(now, scene, one.id, 0)

    assert now.forecasts[HUAYUANKOU].valid_at == moment_at(scene, 120)
    assert now.forecasts[HUAYUANKOU].source == "情景构造：水文局"
    assert now.flow_m3s == 5100
    assert now.stones["T1"] is StoneState.LOST
    assert now.where("growers", "GR2") is Whereabouts.REFUSED
    assert now.messages[message_id("W")].medium is Medium.RADIO


@pytest.mark.parametrize(("state", "reports", "messages"), [("cut", 1, 0), ("open", 0, 1)])
def test_a_road_that_is_cut_is_reported_and_one_that_is_open_again_is_told(state: str, reports: int, messages: int):
    now = fired(InjectKind.ROAD, route="L1", state=state)

    assert (len(now.reports), len(now.messages)) == (reports, messages)
    assert [one.place for one in now.reports.values()] == ["一号路"] * reports


@pytest.mark.parametrize("kind", [InjectKind.LINK, InjectKind.SILENCE])
def test_a_lost_link_and_silent_people_leave_only_their_mark(kind: InjectKind):
    scene = scenario(inject("X", 5.0, kind=kind))

    (mark,) = steps_of(scene.injects[0], scene, begun(), START)

    now, _ = take(begun(), mark)
    assert now.drill is not None
    assert [(one.inject, one.how) for one in now.drill.marks] == [("X", Fired.FIRED)]


def test_control_speaks_as_anybody():
    now = begun()
    now, _ = take(now, speak_as(now, START, "S002", " 请再报一次 ", Medium.RADIO, answer_min=5))
    now, _ = take(now, speak_as(now, START, "市防指", "速报"))

    first, second = now.messages.values()
    if first.other == "市防指":
        first, second = second, first
    assert (first.other, first.text) == ("测试2（成员）", "请再报一次")
    assert (second.other, second.due) == ("市防指", None)


def test_at_a_desk_in_english_the_players_hear_english_where_there_is_any():
    scene = scenario(inject("X", 5.0, text_en="Water at the toe"), inject("Y", 5.0))

    said: list[Any] = [steps_of(one, scene, begun(), START, english=True)[1].body for one in scene.injects]

    assert [one.message.text for one in said] == ["Water at the toe", "文Y"]
