"""The layers of the map: valid GeoJSON, unique ids, known colour roles, no name of a private person."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from data.documents import features, layer_looks, layers
from data.model.dispatch import Channel, Incident, Outcome, Push, Report, ReportState
from data.model.places import Spur, StoneState
from data.model.register import Register
from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.model.steps import (
    IncidentClosed,
    IncidentRaised,
    PushApproved,
    PushDrafted,
    ReceiptNoted,
    ReportMoved,
    ReportReceived,
    StoneStateSet,
    TasksMoved,
)
from data.model.task import Move
from data.rules.dispatch import LADDER
from data.rules.exposure import exposure
from desktop import theme as look
from desktop.first_run import demo_situation
from tests import township

SHAPES = {"circle", "square", "triangle", "diamond", "cross"}


@pytest.fixture(scope="module")
def demo() -> Situation:
    return demo_situation()


@pytest.fixture(scope="module")
def themes():
    return [look.load(name).theme for name in look.NAMES]


def built(now: Situation, name: str) -> list[features.Feature]:
    return layers.LAYERS[name][0](now)


def by_id(now: Situation, name: str) -> dict[str, dict]:
    return {feature["properties"]["id"]: feature["properties"] for feature in built(now, name)}


def positions(coordinates) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        return [tuple(coordinates)]
    return [point for part in coordinates for point in positions(part)]


@pytest.mark.parametrize("name", layers.LAYERS)
def test_a_layer_is_geojson_with_an_id_for_each_feature(demo: Situation, name: str) -> None:
    found = json.loads(features.encode(built(demo, name)))
    assert found["type"] == "FeatureCollection"
    ids = [feature["properties"]["id"] for feature in found["features"]]
    assert len(set(ids)) == len(ids)
    assert all(ids)
    assert ids or name == "reports"
    for feature in found["features"]:
        kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        assert kind in ("Polygon", "LineString", "Point")
        if kind == "Polygon":
            assert coordinates[0][0] == coordinates[0][-1]
            assert len(coordinates[0]) >= 4
        west, east = (109, 117) if name == "stations" else (113, 114.5)
        assert all(west < lon < east and 34 < lat < 36 for lon, lat in positions(coordinates)), feature


@pytest.mark.parametrize("name", layers.LAYERS)
def test_every_look_of_a_layer_is_known_to_both_themes_and_to_the_page(demo: Situation, themes, name: str) -> None:
    for feature in built(demo, name):
        properties = feature["properties"]
        roles = {properties[key] for key in properties if key == "role" or key.endswith("_role")}
        assert all(theme.has(role) for theme in themes for role in roles), roles
        assert properties.get("shape", "circle") in SHAPES


def test_the_layers_hold_what_the_registers_hold(demo: Situation) -> None:
    for name, register in (("grids", "grids"), ("plots", "plots"), ("stones", "stones"), ("cameras", "cameras")):
        assert by_id(demo, name).keys() == demo.registers.of(register).by_id.keys()
    spurs = demo.registers.spurs.by_id.keys()
    assert spurs <= by_id(demo, "works").keys()


def test_no_layer_shows_the_whole_name_of_a_person(demo: Situation) -> None:
    registers = demo.registers
    named = [*registers.keypeople, *registers.staff, *(g for g in registers.growers if g.kind == "农户")]
    names = {row.name for row in named if len(row.name) > 1}
    for name in ("keypeople", "staff", "plots"):
        told = " ".join(
            str(f["properties"].get("label", "")) + str(f["properties"].get("tip", "")) for f in built(demo, name)
        )
        assert not [one for one in names if one in told]
        assert "138" not in told


def test_every_layer_is_made_anew_when_its_register_is_replaced() -> None:
    assert all(heed & Touched.REGISTERS for name, (_, heed) in layers.LAYERS.items() if name != "reports")
    assert layers.LAYERS["reports"][1] & Touched.REPORTS
    assert layers.LAYERS["stones"][1] & Touched.STONES


def test_an_empty_situation_has_empty_layers() -> None:
    for name in layers.LAYERS:
        assert built(Situation(), name) == []


def having_spur() -> Situation:
    now = township.situation()
    spur = Spur("HYK-90", "HYK", "90坝", "坝", 11_999.7, ((113.70, 34.90), (113.70, 34.91)), "将军坝")
    return replace(now, registers=now.registers.having(Register("spurs", (spur,), digest="s")))


def test_a_spur_carries_its_number_name_and_chainage() -> None:
    assert by_id(having_spur(), "works")["HYK-90"]["tip"].endswith("90坝（将军坝） 12+000")


def test_an_open_incident_stands_on_its_spur_and_a_closed_one_is_gone() -> None:
    now = having_spur()
    incident = Incident("I1", now.at, "HYK-90", "90坝", "管涌", "incident.piping", 1)
    now = township.after(now, IncidentRaised(incident))
    shown = by_id(now, "reports")["I1"]
    assert (shown["shape"], shown["core"]) == ("triangle", True)
    assert by_id(township.after(now, IncidentClosed("I1", "已处置")), "reports") == {}


def test_a_report_is_hollow_until_it_is_verified_ringed_when_overdue_and_pale_when_closed() -> None:
    now = township.situation()
    report = Report(
        "R1", now.at, "E5", "垂钓", "嫩滩有人", "S001", 113.7, 34.9, "嫩滩", 3, due=now.at + timedelta(minutes=5)
    )
    now = township.after(now, ReportReceived(report))
    assert by_id(now, "reports")["R1"]["hollow"]
    now = township.after(now, ReportMoved(("R1",), ReportState.VERIFIED))
    shown = by_id(replace(now, at=now.at + timedelta(hours=1)), "reports")["R1"]
    assert (shown["hollow"], shown["ring"]) == (False, True)
    now = township.after(now, ReportMoved(("R1",), ReportState.CLOSED))
    shown = by_id(replace(now, at=now.at + timedelta(hours=1)), "reports")["R1"]
    assert (shown["ring"], shown["opacity"]) == (False, 0.45)


def test_a_report_that_is_not_true_is_no_longer_overdue() -> None:
    now = township.situation()
    report = Report("R1", now.at, "E5", "垂钓", "嫩滩有人", "S001", 113.7, 34.9, due=now.at)
    now = township.after(now, ReportReceived(report), ReportMoved(("R1",), ReportState.REJECTED))
    assert not by_id(replace(now, at=now.at + timedelta(hours=1)), "reports")["R1"]["ring"]


def test_a_report_without_a_position_is_not_on_the_map() -> None:
    now = township.situation()
    now = township.after(now, ReportReceived(Report("R1", now.at, "E5", "垂钓", "有人", "S001")))
    assert by_id(now, "reports") == {}


def test_a_stone_that_moves_is_ringed_and_seen_from_afar(demo: Situation) -> None:
    stone = demo.registers.stones.rows[0].id
    before = by_id(demo, "stones")[stone]
    now = township.after(demo, StoneStateSet((stone,), StoneState.MOVED))
    after = by_id(now, "stones")[stone]
    assert (before["ring"], after["ring"]) == (False, True)
    assert after["min_zoom"] < before["min_zoom"]
    assert by_id(township.after(demo, StoneStateSet((stone,), StoneState.OFFLINE)), "stones")[stone]["hollow"]


def issued(now: Situation) -> Situation:
    now = township.at_flow(now, 4200)
    return township.after(now, TasksMoved(("1/CLEAR-NEN",), Move.ISSUE, assignee="S001"))


def test_a_grid_is_urgent_while_a_task_in_it_is_overdue() -> None:
    now = issued(township.situation())
    assert layer_looks.grid_states(now) == {}
    late = replace(now, at=now.at + timedelta(hours=3))
    assert layer_looks.grid_states(late) == {"Z01": "grid.urgent"}
    assert layer_looks.grid_states(now, late.at) == {"Z01": "grid.urgent"}
    assert layer_looks.grid_states(late, now.at) == {"Z01": "grid.urgent"}, "a clock behind the last step hides nothing"
    assert by_id(late, "grids")["Z01"]["role"] == "grid.urgent"


def test_a_grid_is_unanswered_while_its_person_is_not_reached() -> None:
    now = township.situation()
    staff = tuple(replace(row, grid="G001") if row.id == "S001" else row for row in now.registers.staff)
    now = replace(now, registers=now.registers.having(Register("staff", staff, digest="x")))
    push = Push("P1", "撤离", "请撤离", "作废", "U1", now.at, ("S001", "S002"), LADDER)
    now = township.after(now, PushDrafted(push), PushApproved("P1", "U2"))
    now = township.after(now, ReceiptNoted("P1", ("S001", "S002"), Channel.TELEPHONE, Outcome.NO_ANSWER))
    assert layer_looks.grid_states(now) == {"G001": "grid.unanswered"}
    now = township.after(now, ReceiptNoted("P1", ("S001",), Channel.DEPUTY, Outcome.ANSWERED))
    assert layer_looks.grid_states(now) == {}


def test_an_overdue_task_shows_over_somebody_not_reached() -> None:
    now = issued(township.situation())
    staff = tuple(replace(row, grid="Z01") if row.id == "S001" else row for row in now.registers.staff)
    now = replace(now, registers=now.registers.having(Register("staff", staff, digest="x")))
    push = Push("P1", "撤离", "请撤离", "作废", "U1", now.at, ("S001",), LADDER)
    now = township.after(now, PushDrafted(push), PushApproved("P1", "U2"))
    now = township.after(now, ReceiptNoted("P1", ("S001",), Channel.TELEPHONE, Outcome.NO_ANSWER))
    assert layer_looks.grid_states(replace(now, at=now.at + timedelta(hours=3))) == {"Z01": "grid.urgent"}


def test_only_the_plots_whose_exposure_changes_change_their_look() -> None:
    now = township.situation()
    dry, low, high = (exposure(now, flow) for flow in (0, 4000, 7000))
    roles = layer_looks.plot_roles
    first = layer_looks.plot_looks({}, roles(low, low))
    assert first.keys() == {"P1"}
    assert (first["P1"]["hatch"], first["P1"]["hatch_role"]) == (True, "state.urgent")
    assert layer_looks.plot_looks(roles(low, low), roles(low, low)) == {}
    more = layer_looks.plot_looks(roles(low, low), roles(high, low))
    assert {plot: looks["hatch_role"] for plot, looks in more.items()} == {"P2": "realm.whatif"}
    assert layer_looks.plot_looks(roles(high, low), roles(dry, dry)).keys() == {"P1", "P2"}
    assert not layer_looks.plot_looks(roles(low, low), roles(dry, dry))["P1"]["hatch"]


def test_a_plot_that_the_river_reaches_during_a_what_if_turns_to_the_live_colour() -> None:
    now = township.situation()
    dry, low, high = (exposure(now, flow) for flow in (0, 4000, 7000))
    looks = layer_looks.plot_looks(layer_looks.plot_roles(high, dry), layer_looks.plot_roles(high, low))
    assert {plot: look["hatch_role"] for plot, look in looks.items()} == {"P1": "state.urgent"}
    looks = layer_looks.plot_looks(layer_looks.plot_roles(high, dry), layer_looks.plot_roles(low, low))
    assert {plot: look.get("hatch_role") for plot, look in looks.items()} == {"P1": "state.urgent", "P2": None}


def test_a_station_says_its_newest_value_and_stands_out_over_a_threshold() -> None:
    now = township.at_flow(demo_situation(), 6500)
    mark = by_id(now, "stations")[HUAYUANKOU]
    assert "6,500 m³/s" in mark["label"]
    assert mark["ring"]
    assert not mark.get("hollow")
    assert by_id(now, "stations")["HYK-LH"]["hollow"]
