"""Stages out of reports: only what was verified, has a place, and says a stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from data.twin.mirror_marks import report_marks

NOW = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
SEEN = Report(
    "B001", NOW, "E9", "水情", "花园口险工32坝临时水尺水位91.35米，大沽(待核)", "P131", 113.64, 34.909,
    state=ReportState.VERIFIED,
)  # fmt: skip


def marks(**given):
    report = replace(SEEN, **given)
    now = Situation()
    return report_marks(replace(now, reports=now.reports.set(report.id, report)))


def test_a_verified_stage_with_a_place_is_a_mark():
    (only,) = marks(observed_at=NOW - timedelta(minutes=20))
    assert (only.id, only.stage_m, only.datum, only.source) == ("report/B001", 91.35, "大沽(待核)", "P131")
    assert only.at == NOW - timedelta(minutes=20)


@pytest.mark.parametrize("state", [ReportState.UNVERIFIED, ReportState.REJECTED, ReportState.MERGED])
def test_what_nobody_verified_is_no_mark(state):
    assert marks(state=state) == ()


@pytest.mark.parametrize(
    ("text", "stage", "datum"),
    [
        ("32坝水位：91.4 m（1985国家高程基准）", 91.4, "1985国家高程基准"),
        ("水位约为 92米", 92.0, ""),
        ("水位91.4米，大沽高程（待核）", 91.4, "大沽(待核)"),
        ("32坝根石走失，水深2.5米", None, ""),
        ("水位上涨0.3米", None, ""),
        ("水位平稳，流量 4200 m³/s", None, ""),
    ],
)
def test_a_stage_is_read_with_the_datum_that_is_named(text, stage, datum):
    found = marks(text=text)
    assert [(one.stage_m, one.datum) for one in found] == ([] if stage is None else [(stage, datum)])


def test_a_report_without_a_place_is_no_mark():
    assert marks(lon=None) == ()
    assert report_marks(Situation()) == ()
