"""A report whose counts do not add up cannot be made."""

from __future__ import annotations

import pytest

from data.feeds.report import FeedRefused, ImportReport, Reason, Refusal, shown


def test_counts_that_do_not_add_up_are_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="10 considered"):
        ImportReport("growers", "a.csv", considered=10, taken=5, refused=4)


def test_refusals_are_counted_by_reason() -> None:
    refusals = (
        Refusal(2, "姓名", Reason.MISSING),
        Refusal(2, "人数", Reason.NOT_WHOLE),
        Refusal(3, "姓名", Reason.MISSING),
    )
    report = ImportReport("growers", "a.csv", considered=3, taken=1, refused=2, refusals=refusals)
    assert report.by_reason == {Reason.MISSING: 2, Reason.NOT_WHOLE: 1}


def test_a_refused_feed_carries_its_reason_and_parameters() -> None:
    refused = FeedRefused(Reason.TOO_LARGE, bytes=10, limit=5)
    assert (refused.reason, dict(refused.params)) == (Reason.TOO_LARGE, {"bytes": 10, "limit": 5})


def test_a_value_in_a_report_is_one_short_line() -> None:
    assert shown("a\n b" * 40, 10) == "a ba ba b…"
    assert shown(None) == ""
