"""What is in force at a flow, and how lists differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.model.levels import Level
from data.model.situation import Course
from data.rules.plan import Change, Circumstances, close_supersession, in_force, listing, make_plan, tier_of
from tests import township

PLAN = make_plan(township.registers())
FLOWS = st.floats(0, 30_000, allow_nan=False)


def ids(flow: float, **more: object) -> set[str]:
    return {row.id for row in in_force(PLAN, Circumstances(flow, **more))}  # type: ignore[arg-type]


def test_a_tier_holds_its_lower_bound_and_leaves_out_its_upper() -> None:
    found = [tier_of(q, township.tiers()) for q in (3999.999, 4000.0, 21_999.9, 22_000.0)]
    assert [tier.id for tier in found if tier is not None] == ["T1", "T2", "T6", "T7"]


def test_a_stronger_patrol_replaces_the_weaker_ones_at_every_flow() -> None:
    assert [sorted(i for i in ids(q) if i.startswith("PATROL")) for q in (3000, 4000, 6000, 8000, 22_000)] == [
        [],
        ["PATROL-2H"],
        ["PATROL-1H"],
        ["PATROL-30M"],
        ["PATROL-30M"],
    ]


@given(FLOWS)
def test_no_two_instructions_in_force_supersede_one_another(flow: float) -> None:
    here = ids(flow)
    assert all(here.isdisjoint(PLAN.superseded_by.get(row_id, frozenset())) for row_id in here)


def test_a_preparation_is_in_force_when_only_the_forecast_has_reached_it() -> None:
    assert "READY" not in ids(4500)
    assert "READY" in ids(4500, forecast_m3s=6500)


def test_an_instruction_for_an_incident_waits_for_the_incident() -> None:
    assert "PIPING" not in ids(5000)
    assert "PIPING" in ids(5000, events=frozenset({"incident.piping"}))


def test_receding_and_aftermath_lines_wait_for_their_course_and_a_flood_that_was_high_enough() -> None:
    assert "RECEDE" in ids(3000, course=Course.RECEDING, peak_tier=2)
    assert "RECEDE" not in ids(3000, course=Course.RECEDING, peak_tier=1)
    assert "REVIEW" in ids(1000, course=Course.AFTERMATH, peak_tier=3)
    assert "REVIEW" not in ids(1000, course=Course.RECEDING, peak_tier=3)


def test_a_cycle_of_supersession_does_not_remove_all_of_its_members() -> None:
    rows = (township.instruction("A", 2, supersedes="B"), township.instruction("B", 2, supersedes="A"))
    assert close_supersession(rows) == {"B": frozenset({"A"}), "A": frozenset({"B"})}


def test_the_listing_marks_what_is_new_changed_and_kept_against_the_tier_below() -> None:
    tier, entries = listing(township.registers(), PLAN, 6000)
    assert tier is not None
    assert tier.level is Level.III
    changes = {entry.instruction.id: (entry.change, entry.replaces) for entry in entries}
    assert changes["PATROL-1H"] == (Change.CHANGED, ("PATROL-2H",))
    assert changes["STOCK"][0] is Change.NEW
    assert changes["MEET"][0] is Change.KEPT
    assert [entry.change for entry in entries][-1] is Change.KEPT


def test_a_flow_outside_the_table_asks_for_nothing() -> None:
    assert listing(township.registers(), PLAN, 120_000) == (None, ())
