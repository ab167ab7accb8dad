"""Finding a place by what an operator types."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model.people import Squad
from data.model.places import Camera, MapLine, Shelter, Spur, Works
from data.model.register import Register
from data.model.situation import Situation
from data.rules.geometry import centre
from data.rules.places import MOST, at_chainage, describe, find_place, place_names
from desktop.first_run import demo_situation
from tests import township

LEVEE = ((113.60, 34.90), (113.70, 34.90))


@pytest.fixture(scope="module")
def demo() -> Situation:
    return demo_situation()


def placed() -> Situation:
    now = township.situation()
    head = ((113.65, 34.90), (113.65, 34.91))
    rows = {
        "works": (Works("MD", "马渡险工", "险工"),),
        "spurs": tuple(Spur(f"MD-{n}", "MD", f"{n}坝", "坝", 0.0, head) for n in (2, 26, 126)),
        "shelters": (Shelter("A1", "花园口小学", "学校", 300, 113.66, 34.88),),
        "cameras": (Camera("C1", "花园口 视频", 113.67, 34.89),),
        "squads": (Squad("Q1", "巡堤一队", "基干班", lon=113.68, lat=34.89), Squad("Q2", "后备队", "基干班")),
        "maplines": (
            MapLine("L", "levee", "大堤", LEVEE, chainage_from_m=5000.0),
            MapLine("V", "village", "申庄村", township.situation().registers.grids.rows[1].ring, closed=True),
        ),
    }
    registers = now.registers
    for kind, content in rows.items():
        registers = registers.having(Register(kind, content, digest=kind))
    return replace(now, registers=registers)


def labels(now: Situation, text: str) -> list[str]:
    return [found.label for found in find_place(now, text)]


def test_a_spur_is_found_by_works_and_number_the_exact_number_first() -> None:
    found = find_place(placed(), "马渡险工 26坝")
    assert [place.id for place in found] == ["MD-26", "MD-126"]
    assert (found[0].kind, found[0].lon) == ("spurs", 113.65)


def test_part_of_a_name_and_small_letters_are_enough() -> None:
    now = placed()
    assert labels(now, "申庄") == ["申庄村"]
    assert labels(now, "小学") == ["花园口小学"]
    assert labels(now, "z01") == ["Z01 嫩滩专属网格"]
    assert labels(now, "巡堤") == ["巡堤一队"]


def test_what_has_no_position_is_not_offered() -> None:
    assert labels(placed(), "后备") == []


@pytest.mark.parametrize("text", ["", "   ", "no such place", "999+000", "4+999", "马渡 999坝"])
def test_nothing_is_found_for_what_is_nowhere(text: str) -> None:
    assert find_place(placed(), text) == []


@pytest.mark.parametrize("text", ["6+000", "k6+000", "K6+0", " 6+000 ", "K6+000.0"])
def test_a_chainage_is_a_point_of_the_levee(text: str) -> None:
    found = find_place(placed(), text)
    assert [(place.kind, place.id) for place in found] == [("", "")]
    assert (found[0].lon, found[0].lat) == pytest.approx((113.61096, 34.90), abs=1e-4)


def test_a_chainage_off_the_levee_is_nowhere() -> None:
    now = placed()
    assert at_chainage(now, 4999.0) is None
    assert at_chainage(now, 5000.0) == LEVEE[0]
    assert at_chainage(now, 50_000.0) is None


@pytest.mark.parametrize("text", ["113.7055,34.9022", "113.7055 34.9022", "113.7055，34.9022", "113.7055, 34.9022"])
def test_typed_coordinates_are_a_point(text: str) -> None:
    found = find_place(township.situation(), text)
    assert [(place.lon, place.lat) for place in found] == [(113.7055, 34.9022)]


def test_the_shipped_township_is_found_by_what_operators_type(demo: Situation) -> None:
    assert find_place(demo, "马渡 26坝")[0].kind == "spurs"
    assert "将军坝" in find_place(demo, "将军坝")[0].label
    assert find_place(demo, "12+300")
    assert find_place(demo, "申庄村")
    assert find_place(demo, "嫩滩")


def test_a_common_word_gives_at_most_thirty(demo: Situation) -> None:
    assert len(find_place(demo, "坝")) == MOST


def test_a_point_is_told_by_the_nearest_spur_else_by_its_grid_else_by_nothing() -> None:
    now = placed()
    names = place_names(now)
    assert describe(names, 113.6502, 34.9051).startswith("马渡险工")
    grid = next(row for row in now.registers.grids if row.ring)
    middle = centre(grid.ring)
    assert middle is not None
    assert describe(names, *middle) in {row.name for row in now.registers.grids}
    assert describe(names, 100.0, 20.0) == ""


def test_names_of_places_fit_until_a_register_they_come_from_is_replaced() -> None:
    now = placed()
    names = place_names(now)
    assert names.fit(replace(now, seq=now.seq + 1))
    works = Register("works", (Works("MD", "马渡下延", "险工"),), digest="another")
    assert not names.fit(replace(now, registers=now.registers.having(works)))
