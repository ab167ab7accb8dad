"""What the water reaches, class by class, and the levee and its spurs against it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model.inundation import Wetness
from data.model.places import Bench, Camera, MapLine, Plot, Route, Spur, StockItem, Works
from data.model.register import Registers
from data.rules.affected import KINDS, Affected, Assets, heads
from data.rules.embankment import Embankment, NoFreeboard, PatrolRule, lowest_crest
from tests.data.rules.clock_world import HOUR, LANE, LEVEE_LAT, Told, dry, north_of, ring, rows, tables, township
from tests.township import NOON

TABLES = tables()


def everything() -> Registers:
    made = township()
    more = rows(
        plots=[*made.plots, Plot("P2", "G1", "Z2", Bench.NEN, "无名草", 5.0, 4000.0, ring(LANE + 0.002, 34.908))],
        cameras=[Camera("C1", "一号", LANE, 34.909)],
        stock=[
            StockItem(
                id="W1", depot="北仓", item="编织袋", unit="条", quantity=1, reserve=1, floor=1, lon=LANE, lat=34.909
            ),
            StockItem(id="W2", depot="无址仓", item="编织袋", unit="条", quantity=1, reserve=1, floor=1),
        ],
        spurs=[Spur("B1", "W", "1坝", "坝", 1500.0, ((LANE, 34.9001), (LANE, 34.901)))],
        works=[Works("W", "险工", "险工", crest_m="95.1–98.75", datum="大沽高程")],
        routes=[*made.routes, Route("D1", "段一", "责任段", ((113.69, LEVEE_LAT), (LANE, LEVEE_LAT)))],
    )
    for kind in ("plots", "cameras", "stock", "spurs", "works", "routes"):
        made = made.having(more.of(kind))
    return made


ALL = everything()
ASSETS = Assets(ALL, TABLES)
LEVEE = Embankment(ALL, TABLES)


def test_every_kind_of_thing_has_its_water_and_the_first_reached_comes_first() -> None:
    found = Affected(
        ASSETS, Told(lambda _, lat: (0.6, 7.0 if lat > 34.9095 else 2.0) if lat > 34.907 else (0.0, np.inf))
    )
    assert found.wet("plots") == ("P2", "P1")
    assert found.of("plots", "P2") == Wetness(0.6, NOON + 2 * HOUR, 5.0)
    assert {kind: found.wet(kind) for kind in KINDS if kind != "plots"} == {
        "households": (), "keypeople": (), "spurs": (), "routes": ("L1",), "roads": (), "shelters": (),
        "stock": ("北仓",), "cameras": ("C1",),
    }  # fmt: skip
    assert [wet is not None and wet.wet for wet in found.stretches("routes", "L1")] == [True, False]


def test_what_has_no_place_or_lies_outside_is_unknown_and_never_dry() -> None:
    found = Affected(ASSETS, Told(lambda _, lat: None if lat > 34.905 else (0.0, np.inf)))
    assert found.of("plots", "P1") is None
    assert found.of("keypeople", "K1") is None
    assert found.of("households", "H1") == Wetness()
    assert (found.unknown("plots"), found.unknown("keypeople"), found.unknown("households")) == (
        ("P1", "P2"),
        ("K1",),
        (),
    )
    assert found.unknown("stock") == ("北仓", "无址仓")
    assert found.unknown("roads") == ()


def test_a_grower_with_two_plots_counts_once_where_the_water_comes_first() -> None:
    both = Told(lambda _, lat: (0.25, 7.0 if lat > 34.9095 else 2.0) if lat > 34.907 else (0.0, np.inf))
    total, by_grid, by_bench = Affected(ASSETS, both).sums()
    assert (total.plots, total.growers, total.people, total.area_mu) == (2, 1, 2, 15.0)
    assert dict(total.livestock) == {"鸡": 500, "羊": 40}
    assert (by_grid["Z2"].growers, by_grid["Z1"].growers) == (1, 0)
    assert (by_bench[Bench.NEN].people, by_bench[Bench.ER].people) == (2, 0)
    maize, other = TABLES.crops["玉米"], TABLES.crops["*"]
    expected = 10 * maize.yuan_per_mu * 0.25 / maize.lost_at_m + 5 * other.yuan_per_mu * 0.25 / other.lost_at_m
    assert total.loss_yuan == pytest.approx(expected)


def test_a_household_that_gets_wet_is_counted_in_its_own_grid() -> None:
    _, by_grid, by_bench = Affected(ASSETS, Told(lambda _, lat: (0.4, 1.0) if lat < 34.897 else (0.0, np.inf))).sums()
    assert (by_grid["G001"].households, by_grid["G001"].people) == (1, 4)
    assert by_bench[Bench.BEHIND].people == 4


def test_animals_are_counted_as_they_are_written() -> None:
    assert heads("鸡500;羊 40；鸡20") == {"鸡": 520, "羊": 40}
    assert heads("少量") == heads("") == {}


@given(st.floats(0, 3), st.floats(0, 3), st.floats(34.9, 34.912), st.floats(34.9, 34.912))
@settings(max_examples=40)
def test_more_water_never_reaches_or_costs_less(a: float, b: float, c: float, d: float) -> None:
    little, _, _ = Affected(ASSETS, Told(north_of(max(c, d), 1.0, min(a, b)))).sums()
    much, by_grid, by_bench = Affected(ASSETS, Told(north_of(min(c, d), 1.0, max(a, b)))).sums()
    assert (little.plots, little.growers, little.people) <= (much.plots, much.growers, much.people)
    assert little.loss_yuan <= much.loss_yuan
    for part in (by_grid, by_bench):
        assert sum(one.people for one in part.values()) == much.people
        assert sum(one.area_mu for one in part.values()) == pytest.approx(much.area_mu)


def test_the_toe_is_looked_for_on_the_side_of_the_river() -> None:
    toes, _, _ = LEVEE.against(Told(lambda _, lat: (0.8, 1.0) if lat > LEVEE_LAT else (0.0, np.inf)))
    assert [toe.chainage_m for toe in toes[:3]] == [1000.0, 1100.0, 1200.0]
    assert all(toe.water is not None and toe.water.depth_m == 0.8 for toe in toes)


@pytest.mark.parametrize(
    ("depth", "rule"),
    [(0.05, PatrolRule.DRY), (0.1, PatrolRule.ONE_GROUP), (0.49, PatrolRule.ONE_GROUP), (0.5, PatrolRule.TWO_GROUPS)],
)
def test_a_section_enters_the_two_group_rule_by_the_depth_at_its_toe(depth: float, rule: PatrolRule) -> None:
    _, sections, _ = LEVEE.against(
        Told(lambda lon, lat: (depth, 1.0) if lat > LEVEE_LAT and lon < 113.695 else (0.0, np.inf))
    )
    assert [(one.section, one.rule) for one in sections] == [("D1", rule)]
    assert sections[0].share_wet == pytest.approx(0.5 if depth >= 0.1 else 0.0, abs=0.02)


def test_a_section_of_which_part_is_not_known_is_not_called_dry() -> None:
    _, sections, _ = LEVEE.against(Told(lambda lon, _: None if lon < 113.695 else (0.0, np.inf)))
    assert sections[0].rule is PatrolRule.UNKNOWN


def test_freeboard_is_told_only_within_one_datum() -> None:
    wet = north_of(LEVEE_LAT, 1.0)

    def board(datum: str, crest_datum: str = "大沽高程", crest: str = "95.1–98.75", says=wet):
        works = rows(works=[Works("W", "险工", "险工", crest_m=crest, datum=crest_datum)]).works
        made = Embankment(replace(ALL, works=works), TABLES)
        return made.against(Told(says, datum=datum, stage_m=94.0))[2][0]

    assert board("大沽高程").metres == pytest.approx(1.1)
    assert board("1985国家高程").why is NoFreeboard.OTHER_DATUM
    assert board("").why is NoFreeboard.OTHER_DATUM
    assert board("来源未注明基面", "来源未注明基面").why is NoFreeboard.NO_DATUM
    assert board("", "").why is NoFreeboard.NO_DATUM
    assert board("大沽高程", crest="").why is NoFreeboard.NO_CREST
    assert board("大沽高程", says=dry).why is NoFreeboard.NO_STAGE
    assert all(one.metres is None for one in (board(""), board("大沽高程", crest="")))


def test_of_a_range_of_crests_the_lowest_counts() -> None:
    assert lowest_crest(Works("W", "险工", "险工", crest_m="95.1–98.75")) == 95.1
    assert lowest_crest(Works("W", "险工", "险工")) is None


def test_without_a_river_line_there_are_no_toes() -> None:
    lines = rows(maplines=[MapLine("LEVEE", "levee", "大堤", ((113.69, 34.9), (113.72, 34.9)), chainage_from_m=0.0)])
    assert Embankment(replace(ALL, maplines=lines.maplines), TABLES).against(Told(dry))[:2] == ((), ())
