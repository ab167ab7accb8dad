"""The demonstration township: counts, a strip without gaps, references that resolve, and the same bytes every time."""

from __future__ import annotations

import csv
import importlib
import math
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from argon2 import PasswordHasher
from pyproj import Geod

from data.model.columns import columns_of
from data.model.levels import Confidence, Level, ReportingRule, Tier, Trigger
from data.model.people import Grower, Household, KeyPerson, Right, Squad, Staff, User
from data.model.places import (
    Bench,
    Camera,
    Grid,
    MapLine,
    Plot,
    Route,
    Shelter,
    Spur,
    StockItem,
    Stone,
    StoneState,
    Works,
)
from data.model.river import HUAYUANKOU, Station

ROOT = Path(__file__).resolve().parents[2]
DEMO, RULES = ROOT / "resources" / "demo", ROOT / "resources" / "rules"
ROWS = {
    "grids": (Grid, 72),
    "works": (Works, 4),
    "spurs": (Spur, 252),
    "stones": (Stone, 249),
    "stock": (StockItem, 81),
    "cameras": (Camera, 36),
    "shelters": (Shelter, 9),
    "routes": (Route, 37),
    "plots": (Plot, 274),
    "maplines": (MapLine, 33),
    "staff": (Staff, 294),
    "squads": (Squad, 35),
    "keypeople": (KeyPerson, 187),
    "growers": (Grower, 222),
    "households": (Household, 64),
    "stations": (Station, 16),
    "users": (User, 4),
}
VILLAGES = {"石桥村", "花园口村", "申庄村", "大庙村", "京水村", "南月堤村", "祥云寺村", "八堡村", "河畔社区"}
# column → register whose ids it names
REFERENCES = {
    "grids": {"leader": "staff"},
    "spurs": {"works": "works", "administrative": "staff", "technical": "staff", "patrol": "staff"},
    "stones": {"spur": "spurs"},
    "stock": {"keeper": "staff"},
    "shelters": {"keeper": "staff"},
    "routes": {"shelter": "shelters"},
    "plots": {"grower": "growers", "grid": "grids"},
    "staff": {"grid": "grids", "squad": "squads", "deputy": "staff"},
    "squads": {"leader": "staff"},
    "keypeople": {"grid": "grids", "contact": "staff"},
    "growers": {"contact": "staff", "route": "routes"},
    "households": {"grid": "grids", "shelter": "shelters", "contact": "staff"},
}
MAY_BE_EMPTY = {("routes", "shelter"), ("staff", "grid"), ("staff", "squad")}
METRES = (91_399.0, 110_939.0)  # a degree at 34.9° N
GEOD = Geod(ellps="WGS84")

Table = list[dict[str, str]]


def read(path: Path) -> Table:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def demo() -> dict[str, Table]:
    return {kind: read(DEMO / f"{kind}.csv") for kind in ROWS}


@pytest.fixture(scope="module")
def grids(demo):
    return {row["id"]: shapely.from_wkt(row["ring"]) for row in demo["grids"]}


def line(demo, id_: str):
    return shapely.from_wkt(next(row["path"] for row in demo["maplines"] if row["id"] == id_))


def staked(demo, x: float) -> float:
    """Chainage of the levee at a longitude, measured along the drawn line on the ellipsoid."""
    levee = next(row for row in demo["maplines"] if row["kind"] == "levee")
    points = [p for p in shapely.from_wkt(levee["path"]).coords if p[0] < x] + [(x, 0.0)]
    west, east = points[-2], next(p for p in shapely.from_wkt(levee["path"]).coords if p[0] >= x)
    share = (x - west[0]) / (east[0] - west[0])
    points[-1] = (x, west[1] + (east[1] - west[1]) * share)
    return float(levee["chainage_from_m"]) + GEOD.line_length(*zip(*points, strict=True))


# ── tables ──


@pytest.mark.parametrize("kind", ROWS)
def test_each_table_has_the_declared_columns_and_number_of_rows(demo, kind):
    row_type, count = ROWS[kind]
    assert len(demo[kind]) == count
    assert list(demo[kind][0]) == [field.name for field in columns_of(row_type)]
    ids = [row["id"] for row in demo[kind]]
    assert len(set(ids)) == count
    assert all(ids)


def test_building_again_gives_the_committed_bytes(tmp_path):
    importlib.import_module("resources.demo.build").build(tmp_path)
    assert {p.stem for p in tmp_path.iterdir()} == set(ROWS)
    for built in tmp_path.iterdir():
        assert built.read_bytes() == (DEMO / built.name).read_bytes(), built.name


def test_every_reference_leads_to_a_row(demo):
    known = {kind: {row["id"] for row in rows} for kind, rows in demo.items()}
    lost = [
        (kind, row["id"], column, row[column])
        for kind, columns in REFERENCES.items()
        for row in demo[kind]
        for column, target in columns.items()
        if row[column] not in known[target] and not (row[column] == "" and (kind, column) in MAY_BE_EMPTY)
    ]
    assert lost == []


def test_telephone_numbers_are_of_the_demonstration_block_and_belong_to_one_person(demo):
    phones = [row["phone"] for kind in ("staff", "keypeople", "growers", "households") for row in demo[kind]]
    assert len(set(phones)) == len(phones) == 767
    assert all(re.fullmatch(r"1380000\d{4}", phone) for phone in phones)


def test_no_two_people_of_the_demonstration_share_a_name(demo):
    names = Counter(row["name"] for kind in ("staff", "keypeople", "households") for row in demo[kind])
    assert names.most_common(1)[0][1] == 1


# ── grids ──


def test_sixty_eight_grids_and_four_special_grids_tile_the_township(demo, grids):
    assert Counter(row["kind"] for row in demo["grids"]) == {"网格": 68, "专属网格": 4}
    assert all(ring.is_valid and ring.area > 0 for ring in grids.values())
    township = line(demo, "M-TOWN")
    assert shapely.union_all(list(grids.values())).symmetric_difference(township).area < township.area * 1e-6
    assert math.isclose(sum(ring.area for ring in grids.values()), township.area, rel_tol=1e-6)
    tree = shapely.STRtree(list(grids.values()))
    rings = list(grids.values())
    for a, b in zip(*tree.query(rings, predicate="intersects"), strict=True):
        assert a == b or rings[a].intersection(rings[b]).area < 1e-12, (a, b)


def test_a_village_is_what_its_grids_cover(demo, grids):
    assert {row["village"] for row in demo["grids"] if row["kind"] == "网格"} == VILLAGES
    for village in (row for row in demo["maplines"] if row["kind"] == "village"):
        mine = [
            grids[row["id"]] for row in demo["grids"] if row["village"] == village["name"] and row["kind"] == "网格"
        ]
        outline = shapely.from_wkt(village["path"])
        assert shapely.union_all(mine).symmetric_difference(outline).area < outline.area * 1e-6


def test_every_grid_has_a_leader_of_its_own_and_a_stretch_of_levee(demo):
    staff = {row["id"]: row for row in demo["staff"]}
    leaders = [row["leader"] for row in demo["grids"]]
    assert len(set(leaders)) == 72
    for row in demo["grids"]:
        assert staff[row["leader"]]["grid"] == row["id"]
        assert 6_000 < float(row["chainage_from_m"]) < float(row["chainage_to_m"]) < 24_000


def test_the_township_measures_about_what_was_reported(demo):
    assert line(demo, "M-TOWN").area * METRES[0] * METRES[1] / 1e6 == pytest.approx(53.85, rel=0.02)


# ── levee, works, stones ──


def test_chainage_is_true_length_along_the_levee(demo):
    assert staked(demo, 113.62) == pytest.approx(6_663, abs=3)
    for row in demo["spurs"]:
        if row["works"] != "DDB":  # stands on the bank, away from the levee
            middle = shapely.from_wkt(row["path"]).coords[1 if row["kind"] == "护岸" else 0]
            assert staked(demo, middle[0]) == pytest.approx(float(row["chainage_m"]), abs=9), row["id"]


def test_huayuankou_works_are_as_the_source_says(demo):
    works = next(row for row in demo["works"] if row["id"] == "HYK")
    assert (works["chainage_from_m"], works["chainage_to_m"], works["length_m"]) == ("6663", "16738", "10075")
    assert works["datum"] == "来源未注明基面"
    spurs = [row for row in demo["spurs"] if row["works"] == "HYK"]
    assert Counter(row["kind"] for row in spurs) == {"坝": 41, "垛": 48, "护岸": 63}
    places = [float(row["chainage_m"]) for row in spurs]
    assert places == sorted(places)
    assert places[0] >= 6_663
    assert places[-1] <= 16_738
    general = next(row for row in spurs if row["number"] == "90坝")
    assert (general["name"], general["root_depth_m"]) == ("将军坝", "23.5")
    assert [row["id"] for row in demo["spurs"] if row["name"]] == [general["id"]]


def test_only_works_with_a_source_have_confirmed_counts(demo):
    assert {row["id"] for row in demo["works"] if row["counts_confirmed"] == "true"} == {"HYK"}
    assert any(row["works"] == "MD" and row["number"] == "26坝" for row in demo["spurs"])


def test_a_spur_runs_from_the_levee_towards_the_river(demo):
    levee = line(demo, "M-LEVEE")
    for row in demo["spurs"]:
        axis = shapely.from_wkt(row["path"])
        length = GEOD.geometry_length(axis)
        assert 12 <= length <= 125, row["id"]
        if row["kind"] == "坝" and row["works"] != "DDB":
            root, head = shapely.Point(axis.coords[0]), shapely.Point(axis.coords[-1])
            assert levee.distance(head) > levee.distance(root)
            assert head.y > root.y


def test_two_hundred_and_forty_nine_stones_lie_at_the_heads_of_spurs(demo):
    spurs = {row["id"]: row for row in demo["spurs"]}
    for stone in demo["stones"]:
        spur = spurs[stone["spur"]]
        assert spur["kind"] in {"坝", "垛"}
        head = shapely.from_wkt(spur["path"]).coords[-1]
        assert GEOD.inv(*head, float(stone["lon"]), float(stone["lat"]))[2] < 15
    assert Counter(row["state"] for row in demo["stones"]) == {StoneState.OK: 247, StoneState.OFFLINE: 2}
    assert sum(row["online"] == "false" for row in demo["cameras"]) == 2


def test_patrol_sections_cover_the_levee_in_at_most_a_kilometre_each(demo):
    sections = [shapely.from_wkt(row["path"]) for row in demo["routes"] if row["kind"] == "责任段"]
    assert all(GEOD.geometry_length(section) <= 1_000 for section in sections)
    assert all(a.coords[-1] == b.coords[0] for a, b in pairwise(sections))
    levee = line(demo, "M-LEVEE")
    assert sum(map(GEOD.geometry_length, sections)) == pytest.approx(GEOD.geometry_length(levee), rel=0.001)


# ── people ──


def test_the_staff_are_two_hundred_and_ninety_four_by_kind_and_role(demo):
    kinds = Counter(row["kind"] for row in demo["staff"])
    assert (kinds["社区微网格长"], kinds["农村专兼职网格员"]) == (28, 136)
    roles = Counter(row["role"] for row in demo["staff"])
    assert set(roles) == {f"R{i:02d}" for i in range(1, 23)}
    assert roles["R22"] == 164
    assert min(roles.values()) >= 2
    assert all(row["deputy"] != row["id"] for row in demo["staff"])


def test_no_squad_has_more_people_than_its_template_and_some_have_gaps(demo):
    places = ("专业技术", "骨干", "群防队员")
    gaps = 0
    for squad in demo["squads"]:
        mine = [row for row in demo["staff"] if row["squad"] == squad["id"]]
        held = Counter(row["skills"].split(";")[0] for row in mine)
        assert set(held) <= set(places)
        wanted = dict(zip(places, map(int, squad["template"].split("-")), strict=True))
        assert all(held[place] <= wanted[place] for place in places), squad["id"]
        assert squad["leader"] in {row["id"] for row in mine}
        gaps += sum(held.values()) < sum(wanted.values())
    assert 5 <= gaps <= 20
    assert {"退役军人突击队", "冲锋舟救援队", "亦工亦农抢险队"} <= {row["name"] for row in demo["squads"]}


@pytest.mark.parametrize("kind", ["staff", "keypeople", "households"])
def test_a_person_of_a_grid_is_drawn_inside_it(demo, grids, kind):
    for row in demo[kind]:
        if row["grid"]:
            here = shapely.Point(float(row["lon"]), float(row["lat"]))
            assert grids[row["grid"]].distance(here) * METRES[0] < 1, row["id"]


def test_key_people_fall_into_every_class(demo):
    classes = Counter(row["category"] for row in demo["keypeople"])
    assert len(classes) == 11
    assert min(classes.values()) >= 4


def test_the_demonstration_pin_opens_every_user_and_rights_are_known(demo):
    for row in demo["users"]:
        assert PasswordHasher().verify(row["pin_hash"], "2580")
        assert {Right(right) for right in row["rights"].split(";") if right} <= set(Right)
    assert "2580" in (DEMO / "README.md").read_text(encoding="utf-8")


# ── floodplain ──


def test_plots_lie_apart_from_each_other_inside_their_bench_and_grid(demo, grids):
    benches = {
        bench: shapely.union_all(
            [
                shapely.from_wkt(m["path"])
                for m in demo["maplines"]
                if m["kind"] == "bench" and m["name"].endswith(bench)
            ]
        )
        for bench in (Bench.NEN, Bench.ER, Bench.GAO)
    }
    rings = [shapely.from_wkt(row["ring"]) for row in demo["plots"]]
    for row, ring in zip(demo["plots"], rings, strict=True):
        assert ring.is_valid
        assert benches[row["bench"]].contains(ring), row["id"]
        assert grids[row["grid"]].contains(ring), row["id"]
        assert ring.area * METRES[0] * METRES[1] / 666.67 == pytest.approx(float(row["area_mu"]), rel=0.01)
    tree = shapely.STRtree(rings)
    left, right = tree.query(rings, predicate="intersects")
    assert (left == right).all()


def test_a_plot_floods_within_the_range_of_its_bench_and_every_grower_has_one(demo):
    ranges = {Bench.NEN: (2_800, 4_500), Bench.ER: (5_500, 8_000), Bench.GAO: (7_500, 12_000)}
    for row in demo["plots"]:
        low, high = ranges[Bench(row["bench"])]
        assert low <= float(row["floods_at_m3s"]) <= high
    assert {row["grower"] for row in demo["plots"]} == {row["id"] for row in demo["growers"]}
    assert {row["kind"] for row in demo["growers"]} == {"农户", "种植大户", "合作社", "企业", "外来承包"}


def test_some_stock_is_below_its_floor_and_most_is_not(demo):
    low = [row for row in demo["stock"] if float(row["quantity"]) < float(row["floor"])]
    assert 4 <= len(low) <= 16
    assert all(float(row["floor"]) <= float(row["reserve"]) for row in demo["stock"])
    assert len({row["depot"] for row in demo["stock"]}) == 8


# ── rules ──


def test_the_eight_tiers_join_without_gap_and_carry_their_levels():
    tiers = read(RULES / "tiers.csv")
    assert list(tiers[0]) == [field.name for field in columns_of(Tier)]
    assert [row["id"] for row in tiers] == [f"T{i}" for i in range(8)]
    assert [float(row["lower_m3s"]) for row in tiers] == [0, 2_600, 4_000, 6_000, 8_000, 10_000, 15_000, 22_000]
    assert [row["upper_m3s"] for row in tiers] == [*(row["lower_m3s"] for row in tiers[1:]), "99999"]
    levels = [Level.parse(row["level"]) for row in tiers]
    assert levels == [Level.NONE, Level.NONE, Level.IV, Level.III, Level.II, Level.II, Level.I, Level.I]
    intervals = [float(row["patrol_interval_min"]) for row in tiers]
    assert intervals == sorted(intervals, reverse=True)


def test_triggers_name_known_stations_and_rise_with_the_level(demo):
    triggers = read(RULES / "triggers.csv")
    assert list(triggers[0]) == [field.name for field in columns_of(Trigger)]
    assert len({row["id"] for row in triggers}) == len(triggers)
    assert {row["station"] for row in triggers} <= {row["id"] for row in demo["stations"]} | {"incident"}
    groups: dict[str, list[tuple[Level, float]]] = {}
    for row in triggers:
        measured = row["station"] != "incident"
        assert row["variable"] in {"flow", "stage"} or not measured
        assert float(row["hysteresis"]) > 0 or not measured
        assert row["source"]
        assert Confidence(row["confidence"])
        groups.setdefault(row["id"].rpartition("-")[0], []).append((Level.parse(row["level"]), float(row["lower"])))
    for steps in groups.values():
        assert [value for _, value in sorted(steps)] == sorted(value for _, value in steps)
    own = {row["level"]: float(row["lower"]) for row in triggers if row["station"] == HUAYUANKOU}
    assert own == {"IV": 4_000, "III": 6_000, "II": 8_000, "I": 15_000}


def test_a_higher_level_asks_for_fresher_readings():
    rules = read(RULES / "reporting.csv")
    assert list(rules[0]) == [field.name for field in columns_of(ReportingRule)]
    ages = {Level.parse(row["id"]): float(row["max_age_h"]) for row in rules}
    assert ages == {Level.NONE: 26, Level.IV: 12, Level.III: 8, Level.II: 4, Level.I: 2}


def test_station_codes_that_no_source_gives_are_local_and_say_so(demo):
    known = {HUAYUANKOU, "40104950", "40103000", "40103800"}
    for row in demo["stations"]:
        if row["id"] not in known:
            assert row["id"].startswith("HYK-")
            assert "代码待核" in row["source"]
