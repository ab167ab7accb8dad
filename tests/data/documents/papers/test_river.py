"""A time to a threshold is told as of now only while the value is of now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from data.documents.papers.make import make
from data.documents.papers.sheet import Wish
from data.model.office import PaperKind
from tests.data.documents.papers.material import material
from tests.data.documents.papers.test_make import words


@pytest.mark.parametrize(("hours", "said"), [(0.5, "按现速约"), (3.0, "该值时的涨率，自该值起约"), (21.4, "")])
def test_the_time_to_a_threshold_is_told_from_the_value_and_not_at_all_of_an_old_one(hours, said):
    given = material()
    latest = given.now.latest()
    assert latest is not None
    course = given.now.readings[latest.station]
    rising = (replace(latest, at=latest.at - timedelta(hours=1), flow_m3s=(latest.flow_m3s or 0) - 300), latest)
    assert course
    now = replace(
        given.now,
        at=latest.at + timedelta(hours=hours),
        readings=given.now.readings.set(latest.station, rising),
    )
    text = words(make(Wish(PaperKind.FLASH), replace(given, now=now)))
    assert "下一阈值" in text
    assert [one for one in ("按现速约", "该值时的涨率，自该值起约") if one in text] == ([said] if said else [])
