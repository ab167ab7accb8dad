"""What is said beside alarms: levels that change, and that a drill begins, stands still, goes on and ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

import resources
from data.feeds.registers import KINDS, read_register
from data.model.drill import CONTROL, Drill, Fired
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.levels import Level
from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageLogged
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Situation
from data.model.steps import ForecastEntered, ReadingTaken, Realm, SignedOff
from data.store.rows import make_register
from desktop.heralding import Herald, rank_of
from desktop.room import Room
from desktop.sounding import Calling
from tests import township

NOON = township.NOON
DRILL = Drill("D1", "漫滩演练", "d", NOON, 1, True)


class Place:
    """A room and what its herald said."""

    def __init__(self, now: Situation) -> None:
        self.room = Room(now, lambda *_: None, lambda: NOON)
        self.said: list[Calling] = []
        self.herald = Herald(self.room, self.said.append)

    def flow(self, flow_m3s: float, minute: int = 0) -> None:
        at = NOON.replace(minute=minute)
        self.room.do(ReadingTaken(Reading(HUAYUANKOU, at, flow_m3s)), "U1")

    def sign(self, level: Level) -> None:
        assert self.room.do(SignedOff(level, 6200.0, "会商一致", ""), "U3")

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.said]


@pytest.fixture
def live(qapp) -> Place:
    return Place(township.situation())


def test_a_level_that_is_suggested_or_signed_is_said_once_in_words_that_a_voice_can_read(live: Place) -> None:
    live.flow(6200.0)
    live.flow(6250.0, 5)
    live.sign(Level.III)
    live.sign(Level.II)
    live.sign(Level.II)
    live.flow(3000.0, 9)
    live.sign(Level.NONE)
    assert live.texts == [
        "水情已达三级响应标准，请会商审定",
        "已启动三级应急响应",
        "应急响应已提升至二级",
        "水情已降至响应标准以下，请会商审定",
        "应急响应已终止",
    ]
    assert [one.rank for one in live.said] == [1, 1, 2, 0, 0]
    assert all(one.once and not one.must_pass for one in live.said)
    assert rank_of(Level.NONE, Level.I) == 2


def test_what_an_alarm_says_by_itself_is_not_said_twice(qapp) -> None:
    kinds = make_register("alarmkinds", read_register(resources.path("rules/alarmkinds.csv"), KINDS["alarmkinds"]))
    now = township.situation()
    place = Place(replace(now, registers=now.registers.having(kinds)))
    place.flow(6200.0)
    assert place.texts == []
    place.flow(3000.0, 5)
    assert place.texts == ["水情已降至响应标准以下"]
    place.room.do(ForecastEntered(Forecast(HUAYUANKOU, 8200.0, NOON, NOON, "省局")), "U1")
    assert place.texts[1:] == ["水情已达二级响应标准，请会商审定"]


def test_a_drill_says_that_it_begins_stands_still_goes_on_and_ends_and_each_line_begins_so(qapp) -> None:
    place = Place(replace(township.situation(), realm=Realm.DRILL))
    for body in (
        DrillBegun(DRILL), DrillPaced(60), DrillPaced(0), DrillPaced(600), DrillPaced(60),
        InjectMarked("D01", "路断", Fired.FIRED, "script"),
    ):  # fmt: skip
        assert place.room.do(body, CONTROL)
    place.flow(6200.0)
    assert place.room.do(DrillEnded("科目完成"), CONTROL)
    assert place.texts == [
        "演练开始，漫滩演练", "演练暂停", "演练恢复", "演练，水情已达三级响应标准，请会商审定", "演练结束",
    ]  # fmt: skip
    assert all(one.must_pass for one in place.said if one.key == "herald/drill")


def test_a_desk_that_opens_in_a_drill_says_so_and_after_its_end_no_more(qapp) -> None:
    now = replace(township.situation(), realm=Realm.DRILL, drill=DRILL)
    assert Place(now).texts == ["演练开始，漫滩演练"]
    begun = Room(now, lambda *_: None, lambda: NOON)
    begun.do(InjectMarked("D01", "路断", Fired.FIRED, "script"), CONTROL)
    assert Place(begun.situation).texts == ["演练继续，漫滩演练"]
    begun.do(DrillEnded("完"), CONTROL)
    assert Place(begun.situation).texts == []


def test_a_message_that_nobody_here_typed_is_said_once(qapp) -> None:
    place = Place(replace(township.situation(), user="U1"))
    message = DutyMessage("M1", NOON, Medium.TELEPHONE, "区防指", "请报底数")
    place.room.do(MessageLogged(message), "script")
    place.room.do(MessageLogged(replace(message, id="M2")))
    place.room.do(MessageLogged(replace(message, id="M3", inward=False)), "script")
    assert place.texts == ["来文来电，电话，区防指"]
