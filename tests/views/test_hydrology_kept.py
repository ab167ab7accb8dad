"""Rows kept while their parts stay the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from views.hydrology_kept import Kept

NOON = datetime(2020, 6, 29, 4, 0, tzinfo=UTC)


def test_a_row_is_made_again_only_for_another_part_or_when_its_turn_has_come():
    kept: Kept[int] = Kept(60)
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    part = object()
    assert kept.row("a", (part,), NOON, make) == kept.row("a", (part,), NOON, make) == 0
    assert kept.row("a", (object(),), NOON, make) == 1
    for second in range(60):
        kept.row("a", (part,), NOON + timedelta(seconds=second), make)
    assert len(made) == 4  # the other part, and one turn within a minute
    kept.forget()
    assert kept.row("a", (part,), NOON, make) == 4


def test_turns_of_many_rows_are_spread_over_the_period():
    kept: Kept[datetime] = Kept(60)
    part = object()
    for n in range(600):
        kept.row(str(n), (part,), NOON, lambda: NOON)
    later = NOON + timedelta(seconds=1)
    renewed = sum(kept.row(str(n), (part,), later, lambda: later) is later for n in range(600))
    assert renewed < 60
