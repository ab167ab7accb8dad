"""The tables of the relocation clock: the shipped ones are sound, and a faulty row is told by file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.clock_tables import ClockTableFault, read_clock_tables
from data.model.clock_tables import Mode, Period
from data.model.levels import Confidence

RULES = Path(__file__).resolve().parents[3] / "resources" / "rules"
NAMES = ("travel", "mobilisation", "mobilisation_classes", "crop_values", "clock")
SHIPPED = read_clock_tables(RULES)


def test_the_shipped_tables_are_whole_and_say_that_they_are_assumptions() -> None:
    assert set(SHIPPED.travel) == set(Mode)
    assert {one.confidence for one in SHIPPED.travel.values()} == {Confidence.ASSUMED}
    assert all(one.source for one in (*SHIPPED.travel.values(), *SHIPPED.classes.values(), *SHIPPED.crops.values()))
    assert SHIPPED.class_of("growers", "合作社").mode is Mode.TRACTOR
    assert SHIPPED.class_of("growers", "没有的类别") == SHIPPED.class_of("growers", "*")


def test_by_night_everybody_takes_longer() -> None:
    for name, period in SHIPPED.curves:
        if period is Period.DAY:
            assert SHIPPED.delay_min(name, Period.DAY) < SHIPPED.delay_min(name, Period.NIGHT)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_people_never_take_less_time_to_set_off(a: float, b: float) -> None:
    for curve in SHIPPED.curves.values():
        assert 0 <= curve.minutes(min(a, b)) <= curve.minutes(max(a, b)) <= curve.points[-1][1]


def test_between_two_points_of_a_curve_the_minutes_lie_between_theirs() -> None:
    assert SHIPPED.curves["一般农户", Period.DAY].minutes(0.7) == pytest.approx(42.5)
    assert SHIPPED.curves["一般农户", Period.DAY].minutes(0.9) == 60


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("travel", "walking,步行,3.0", "walking,步行,0", "travel.csv:2"),
        ("travel", "walking,步行", "flying,步行", "travel.csv:2"),
        ("travel", "boat,", "car,", "twice"),
        ("mobilisation", "随时可走,day,0.9,20", "随时可走,day,0.4,20", "turns back"),
        ("mobilisation", "随时可走,day,1,40,设定,设定\n", "", "does not end with everybody"),
        ("mobilisation_classes", "growers,*,一般农户", "growers,*,没有", "没有 lacks day"),
        ("mobilisation_classes", "households,*", "households,别的", "households has no class"),
        ("mobilisation_classes", "growers,*,一般农户,car", "growers,*,一般农户,boat", "goes by boat"),
        ("crop_values", "*,1500", "别的,1500", "no value for crops"),
        ("clock", "share,0.9", "share,1.9", "outside its bounds"),
        ("clock", "step_m,25", "step_m,nan", "clock.csv:6"),
        ("clock", "margin_min,", "margin,", "margin"),
    ],
)
def test_a_faulty_table_is_told_by_name(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    for one in NAMES:
        shutil.copy(RULES / f"{one}.csv", tmp_path)
    file = tmp_path / f"{name}.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ClockTableFault, match=told):
        read_clock_tables(tmp_path)
