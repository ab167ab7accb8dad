"""An audience names everyone once, and says who cannot be reached by phone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Channel, Outcome, Push
from data.model.field import Answer, Muster, MusterLine
from data.model.field_steps import MusterAnswered, MusterCalled
from data.model.people import Household, Squad
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import PushApproved, PushDrafted, ReceiptNoted
from data.rules.audience import Group, Part, area_of, gather, people_of
from tests import township


def manned() -> Situation:
    now = township.situation()
    staff = tuple(
        replace(row, squad="Q1" if row.id in ("S004", "S005") else "", phone="" if row.id == "S005" else row.phone)
        for row in now.registers.staff
    )
    squads = Register("squads", (Squad("Q1", "一队", "巡查防守", leader="S004"),), "q")
    return replace(now, registers=now.registers.having(squads).having(Register("staff", staff, "s")))


def test_somebody_named_twice_is_reached_once_and_counted_as_doubled() -> None:
    found = gather(manned(), (Part("role", "R06"), Part("squad", "Q1"), Part("people", "S004;S001")))
    assert found.people == ("S004", "S005", "S001")
    assert found.doubled == 2
    assert found.groups[1] == Group(Part("squad", "Q1"), 2)


def test_those_without_a_phone_are_told_apart() -> None:
    found = gather(manned(), (Part("squad", "Q1"),))
    assert found.without_phone == ("S005",)
    assert found.with_phone == 1


def test_people_are_counted_by_post_and_others_by_register() -> None:
    found = gather(manned(), (Part("staff"), Part("growers", "农户"), Part("keypeople")))
    assert dict(found.by_post) == {
        "R01": 1, "R04": 1, "R05": 1, "R06": 1, "R09": 1, "R11": 1, "growers": 1, "keypeople": 1,
    }  # fmt: skip


def test_a_part_of_the_floodplain_names_its_growers() -> None:
    assert people_of(manned(), Part("bench", "嫩滩")) == ("GR1",)


def test_the_exposed_are_those_whom_the_present_flow_reaches() -> None:
    assert people_of(manned(), Part("exposed")) == ()
    risen = township.at_flow(manned(), 3600)
    assert people_of(risen, Part("exposed")) == ("GR1", "K1")


def test_an_id_that_no_register_knows_is_named_and_not_reached() -> None:
    found = gather(manned(), (Part("people", "S001;nobody"),))
    assert (found.people, found.unknown) == (("S001",), ("nobody",))


_PARTS = st.sampled_from(
    [Part("role", "R06"), Part("squad", "Q1"), Part("staff"), Part("growers"), Part("keypeople"), Part("grid", "G001"),
     Part("people", "S001;S002;gone"), Part("bench", "二滩"), Part("nothing")]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=6))
def test_whatever_is_chosen_nobody_is_lost_or_named_twice(parts: list[Part]) -> None:
    now = manned()
    found = gather(now, parts)
    assert len(set(found.people)) == len(found.people)
    assert set(found.people) | set(found.unknown) == {row for part in parts for row in people_of(now, part)}
    assert sum(count for _, count in found.by_post) == len(found.people)
    assert found.with_phone + len(found.without_phone) == len(found.people)


def housed() -> Situation:
    houses = (
        Household("H1", "测丁", "申庄村", "G001", 3, "13800000051", "婴幼儿1", 113.705, 34.905, contact="S004"),
        Household("H2", "测戊", "马渡村", "G001", 4, "", "", 113.80, 34.905, contact="S005"),
        Household("H3", "测己", "马渡村", "G001", 2, "13800000053", "残疾人1;慢病1", contact="S004"),
    )
    now = manned()
    return replace(now, registers=now.registers.having(Register("households", houses, "h")))


def test_households_are_named_by_village_and_by_who_lives_in_them() -> None:
    now = housed()
    assert people_of(now, Part("households")) == ("H1", "H2", "H3")
    assert people_of(now, Part("households", "马渡村")) == ("H2", "H3")
    assert people_of(now, Part("special")) == ("H1", "H3")
    assert people_of(now, Part("special", "慢病")) == ("H3",)


def test_a_village_names_its_growers_and_its_households() -> None:
    assert people_of(housed(), Part("village", "马渡村")) == ("GR2", "H2", "H3")


def test_contact_persons_are_named_once_each() -> None:
    assert people_of(housed(), Part("contacts", "households")) == ("S004", "S005")
    assert people_of(housed(), Part("contacts")) == ("S004", "S005")


def test_a_shape_on_the_map_names_everybody_inside_by_his_place_or_his_plots() -> None:
    ring = ((113.69, 34.89), (113.72, 34.89), (113.72, 34.92), (113.69, 34.92))
    assert people_of(housed(), area_of(ring)) == ("H1", "GR1", "GR2")
    assert people_of(housed(), Part("area", "113.7,34.9;nonsense")) == ()
    assert people_of(housed(), area_of(ring[:2])) == ()


def test_those_who_have_not_answered_a_push_or_a_roll_call_are_an_audience() -> None:
    now = housed()
    push = Push("P1", "清滩", "请离滩", "作废", "U2", now.at, ("S001", "S002"), (Channel.TELEPHONE,))
    muster = Muster("M1", "点名", now.at, "U1", 10, (MusterLine("S003"), MusterLine("S004")))
    now = township.after(
        now,
        PushDrafted(push),
        PushApproved("P1", "U3"),
        ReceiptNoted("P1", ("S001",), Channel.TELEPHONE, Outcome.CANNOT),
        MusterCalled(muster),
        MusterAnswered("M1", ("S003",), Answer.AWAY),
    )
    assert people_of(now, Part("silent", "P1")) == ("S002",)
    assert people_of(now, Part("absent", "M1")) == ("S004",)
    assert people_of(now, Part("silent", "gone")) == people_of(now, Part("absent", "gone")) == ()
