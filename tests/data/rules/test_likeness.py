"""Reports of one thing are proposed for merging: near in place, time and kind, and only while they are open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.model.dispatch import Report, ReportState
from data.model.steps import ReportReceived
from data.rules.likeness import alike, clusters
from tests import township

NOON = township.NOON


def report(name: str, minute: float = 0.0, lon: float | None = 113.7, **more: object) -> Report:
    values = {"category": "E1", "kind": "管涌", "text": "冒水", "by": "S003", **more}
    return Report(name, NOON + timedelta(minutes=minute), lon=lon, lat=34.9, **values)


def likenesses(*reports: Report) -> list[str]:
    now = township.after(township.situation(), *(ReportReceived(one) for one in reports))
    return [one.report for one in alike(now, reports[0].id)]


def test_the_same_kind_near_by_a_little_later_is_proposed_first() -> None:
    far = report("far", 5, 113.7018)
    other = report("other", 5, kind="渗水")
    same = report("same", 5)
    assert likenesses(report("R"), other, far, same) == ["same", "other", "far"]


def test_what_is_far_late_or_of_another_category_is_not_proposed() -> None:
    unlike = (report("a", 5, 113.72), report("b", 200), report("c", 5, category="E3"))
    assert likenesses(report("R"), *unlike) == []


def test_reports_without_a_fix_are_compared_by_the_name_of_the_place() -> None:
    first, second = (report(name, lon=None, place="马渡26坝") for name in ("R", "S"))
    assert likenesses(first, second, report("T", lon=None, place="别处")) == ["S"]


def test_what_is_closed_stays_closed() -> None:
    closed = replace(report("S"), state=ReportState.CLOSED)
    assert likenesses(report("R"), closed) == []
    assert clusters([report("R"), closed]) == ()


@given(st.lists(st.tuples(st.floats(113.70, 113.71), st.floats(0, 300)), max_size=20))
def test_every_report_is_in_one_group_at_most(places: list[tuple[float, float]]) -> None:
    groups = clusters([report(f"R{n}", minute, lon) for n, (lon, minute) in enumerate(places)])
    members = [name for group in groups for name in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)
