"""The table of the ladder names its rungs in order, with waits and who says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.feeds.ladder import read_ladder
from data.model.dispatch import Channel
from data.rules.dispatch import LADDER
from tests.conftest import ROOT


def test_the_shipped_table_has_the_usual_rungs_and_ends_at_the_door_with_a_person() -> None:
    rungs = read_ladder(ROOT / "resources/rules/ladder.csv")
    assert tuple(rung.channel for rung in rungs) == LADDER
    assert rungs[-1].wait_s == 0
    assert all(rung.wait_s > 0 for rung in rungs[:-1])
    assert all(rung.source for rung in rungs)


@pytest.mark.parametrize("rows", ["sms,60,a\nsms,90,b", "sms,-1,a", "pigeon,60,a"])
def test_a_faulty_table_is_raised_loudly(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "ladder.csv"
    path.write_text(f"channel,wait_s,source\n{rows}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        read_ladder(path)


def test_a_wait_is_read_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "ladder.csv"
    path.write_text("channel,wait_s,source\nsms,90,设定\n", encoding="utf-8")
    (rung,) = read_ladder(path)
    assert (rung.channel, rung.wait_s, rung.source) == (Channel.SMS, 90, "设定")
