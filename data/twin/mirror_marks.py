"""Stages that people in the field wrote into their reports (临时水尺、洪痕), as marks for the live mirror."""

from __future__ import annotations

import re
from typing import Final

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from data.twin.mirror import Mark

_STAGE: Final = re.compile(r"水位[^\d\-－]{0,6}(\d{2,3}(?:\.\d{1,3})?)\s*(?:m|米)(?!³|/)", re.IGNORECASE)
_DATUM: Final = re.compile(r"(大沽|黄海|1985国家高程基准|1985)\s*(?:高程|基面)?([(（]待核[)）])?")
_UNUSED: Final = frozenset({ReportState.UNVERIFIED, ReportState.REJECTED, ReportState.MERGED})


def report_marks(now: Situation) -> tuple[Mark, ...]:
    """Return the stages in verified reports that have a place; a report that names no datum gives a mark without one.

    A mark without a datum is shown beside the picture and bends nothing.
    """
    return tuple(mark for report in now.reports.values() if (mark := _mark(report)) is not None)


def _mark(report: Report) -> Mark | None:
    if report.state in _UNUSED or report.lon is None or report.lat is None:
        return None
    found = _STAGE.search(report.text)
    if found is None:
        return None
    named = _DATUM.search(report.text)
    datum = "" if named is None else named[1] + ("(待核)" if named[2] else "")
    at = report.observed_at or report.at
    return Mark(f"report/{report.id}", report.lon, report.lat, float(found[1]), datum, at, report.by)
