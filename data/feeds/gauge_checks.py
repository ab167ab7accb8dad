"""Check the readings of one station: marks, impossible values, doubled times, jumps, runs that repeat, gaps."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from data.feeds.cells import as_text, is_blank, narrow, number
from data.feeds.report import Note, NoteCode, Reason, Refusal, shown
from data.feeds.stations import GaugeLimits, KnownStation
from data.feeds.tables import Cell
from data.model.river import Quality

QUALITIES: Final[tuple[Quality, ...]] = tuple(Quality)
"""Order of the quality codes in the columns of a series."""

_MARKED: Final = re.compile(
    r"[*#?※△▽▲▼+↑↓→\s()\[\]【】<>≈~]*([-]?[0-9][0-9,]*(?:\.[0-9]+)?)[*#?※△▽▲▼↑↓→\s()\[\]【】<>≈~A-Za-z\u4e00-\u9fff]*"
)
_WORDS: Final = frozenset({
    "-", "--", "—", "——", "/", "*", "**", "…", "...", "x", "×", "停测", "缺测", "缺", "无", "检修", "故障",
    "停", "未测", "未报", "冰", "封冻", "null", "none", "na", "n/a", "#n/a", "#ref!", "#value!", "#div/0!",
})  # fmt: skip
_QUALITY: Final = {Reason.STALE_MARK: Quality.STALE_MARK, Reason.REPEATED: Quality.REPEATED}
_HOUR: Final = 3600


@dataclass(frozen=True, slots=True)
class Sample:
    """One place of the file at a known station and time, values as they stand there."""

    row: int
    at_s: int
    flow: Cell
    stage: Cell
    datum: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading kept, good or flagged; NaN is no value."""

    row: int
    at_s: int
    flow: float
    stage: float
    datum: str
    quality: Quality = Quality.GOOD


@dataclass(frozen=True, slots=True)
class Settled:
    """Outcome for one station: every sample is either among the `taken` or has one refusal."""

    kept: tuple[Kept, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[Note, ...]
    taken: int


def settle(samples: Sequence[Sample], station: KnownStation, limits: GaugeLimits, now: datetime | None) -> Settled:
    """Judge all samples of a station."""
    bench = _Bench(station, limits, now)
    readable = [kept for sample in samples if (kept := bench.read(sample)) is not None]
    in_order = bench.by_time(readable)
    steady = bench.without_jumps(in_order)
    final = bench.without_repeats(steady)
    bench.tell_gaps(final)
    taken = sum(1 for kept in final if kept.quality is Quality.GOOD)
    return Settled(tuple(final), tuple(bench.refusals), tuple(bench.notes), taken)


def read_value(cell: Cell) -> tuple[float, Reason | None]:
    """Read one value: NaN without a reason is a blank; a marked number keeps its value and its reason."""
    if cell.__class__ is float:
        value = float(cell)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
        return (value, None) if math.isfinite(value) else (math.nan, Reason.NOT_FINITE)
    if is_blank(cell):
        return math.nan, None
    found = number(cell)
    if isinstance(found, float):
        return (found, None) if math.isfinite(found) else (math.nan, Reason.NOT_FINITE)
    if found is Reason.NOT_FINITE:
        return math.nan, Reason.NOT_FINITE
    text = narrow(as_text(cell)).casefold()
    if text in _WORDS:
        return math.nan, Reason.STALE_MARK
    marked = _MARKED.fullmatch(text)
    if marked is None:
        return math.nan, Reason.NOT_A_NUMBER
    return float(marked[1].replace(",", "")), Reason.STALE_MARK


class _Bench:
    """The work on one station: refusals and notes gather here, readings pass from step to step."""

    def __init__(self, station: KnownStation, limits: GaugeLimits, now: datetime | None) -> None:
        self.station = station
        self.limits = limits
        self.latest_s = math.inf if now is None else now.timestamp() + limits.future_min * 60
        self.stage_range = (
            max(station.stage_min_m, limits.stage_min_m),
            min(station.stage_max_m, limits.stage_max_m),
        )
        self.refusals: list[Refusal] = []
        self.notes: list[Note] = []

    def read(self, sample: Sample) -> Kept | None:
        """Read both values; a bad one is dropped with a note while the other is good, else the reading is refused."""
        flow, flow_fault = read_value(sample.flow)
        stage, stage_fault = read_value(sample.stage)
        flow_fault = flow_fault or self._flow_fault(flow)
        stage_fault = stage_fault or self._stage_fault(stage)
        kept = Kept(sample.row, sample.at_s, flow, stage, sample.datum)
        if sample.at_s > self.latest_s:
            return self._refuse(kept, Reason.FUTURE, _clock(sample.at_s))
        faults = [fault for fault in (flow_fault, stage_fault) if fault is not None]
        if not faults:
            return kept
        good_flow = flow_fault is None and not math.isnan(flow)
        good_stage = stage_fault is None and not math.isnan(stage)
        shown_values = f"{shown(as_text(sample.flow), 20)}, {shown(as_text(sample.stage), 20)}"
        if good_flow or good_stage:
            self.notes.append(
                Note(NoteCode.VALUE_DROPPED, sample.row, self.station.name, f"{faults[0].value}: {shown_values}")
            )
            return replace(kept, flow=flow if good_flow else math.nan, stage=stage if good_stage else math.nan)
        return self._refuse(kept, faults[0], shown_values)

    def by_time(self, readings: Sequence[Kept]) -> list[Kept]:
        """Put readings in order; of two for one time the first in the file stands."""
        if any(later.at_s < earlier.at_s for earlier, later in pairwise(readings)):
            self.notes.append(Note(NoteCode.UNSORTED, column=self.station.name))
        standing: dict[int, Kept] = {}
        for kept in readings:
            first = standing.setdefault(kept.at_s, kept)
            if first is kept:
                continue
            better = first.quality is not Quality.GOOD and kept.quality is Quality.GOOD
            winner, loser = (kept, first) if better else (first, kept)
            standing[kept.at_s] = winner
            if loser.quality is Quality.GOOD:  # one that was refused before has its refusal already
                same = _same(first.flow, kept.flow) and _same(first.stage, kept.stage)
                self._tell(loser, Reason.DUPLICATE_TIME if same else Reason.CONFLICT, str(winner.row))
        return sorted(standing.values(), key=lambda kept: kept.at_s)

    def without_jumps(self, readings: Sequence[Kept]) -> list[Kept]:
        """Drop a value that changes faster than a river can, or a stage that stands out alone."""
        good = [at for at, kept in enumerate(readings) if kept.quality is Quality.GOOD]
        result = list(readings)
        flow_before: Kept | None = None
        stage_before: Kept | None = None
        for position, at in enumerate(good):
            kept = result[at]
            follower = result[good[position + 1]] if position + 1 < len(good) else None
            flow_jumps = flow_before is not None and not math.isnan(kept.flow) and self._flow_jumps(flow_before, kept)
            stage_jumps = (
                stage_before is not None
                and not math.isnan(kept.stage)
                and self._stage_jumps(stage_before, kept, follower)
            )
            if flow_jumps or stage_jumps:
                before = flow_before if flow_jumps else stage_before
                kept = self._drop(kept, before, flow=flow_jumps, stage=stage_jumps)
                result[at] = kept
            if kept.quality is Quality.GOOD:
                flow_before = flow_before if math.isnan(kept.flow) else kept
                stage_before = stage_before if math.isnan(kept.stage) else kept
        return result

    def without_repeats(self, readings: Sequence[Kept]) -> list[Kept]:
        """Flag readings whose stage and flow have both stood unchanged for too long: a value carried over."""
        result = list(readings)
        run_start: Kept | None = None
        before: Kept | None = None
        for at, kept in enumerate(readings):
            if kept.quality is not Quality.GOOD or math.isnan(kept.flow) or math.isnan(kept.stage):
                continue
            goes_on = (
                before is not None
                and kept.flow == before.flow
                and kept.stage == before.stage
                and kept.at_s - before.at_s <= self.limits.repeat_gap_h * _HOUR
            )
            if not goes_on or run_start is None:
                run_start = kept
            elif kept.at_s - run_start.at_s >= self.limits.repeat_after_h * _HOUR:
                self._tell(kept, Reason.REPEATED, str(run_start.row))
                result[at] = replace(kept, quality=Quality.REPEATED)
            before = kept
        return result

    def tell_gaps(self, readings: Sequence[Kept]) -> None:
        """Note every stretch without a reading that is longer than the usual interval."""
        steps = [later.at_s - earlier.at_s for earlier, later in pairwise(readings)]
        if not steps:
            return
        usual = median(steps)
        for step, earlier, later in zip(steps, readings, readings[1:], strict=False):
            if step > usual * self.limits.gap_factor:
                detail = f"{_clock(earlier.at_s)} – {_clock(later.at_s)}: {round(step / usual) - 1}"
                self.notes.append(Note(NoteCode.GAP, later.row, self.station.name, detail))

    def _flow_fault(self, flow: float) -> Reason | None:
        if flow < 0:
            return Reason.NEGATIVE
        return Reason.ABOVE_LIMIT if flow > self.limits.flow_max_m3s else None

    def _stage_fault(self, stage: float) -> Reason | None:
        low, high = self.stage_range
        return None if math.isnan(stage) or low <= stage <= high else Reason.OUTSIDE_RANGE

    def _flow_jumps(self, before: Kept, kept: Kept) -> bool:
        return abs(kept.flow - before.flow) > self.limits.flow_change_m3s_h * _hours(before, kept)

    def _stage_jumps(self, before: Kept, kept: Kept, after: Kept | None) -> bool:
        change = kept.stage - before.stage
        if before.datum != kept.datum:
            return False  # stages of two datums are never subtracted
        if abs(change) > self.limits.stage_change_m_h * _hours(before, kept):
            return True
        if after is None or math.isnan(after.stage) or after.datum != kept.datum:
            return False
        back = kept.stage - after.stage
        stands_out = min(abs(change), abs(back)) > self.limits.spike_m and (change > 0) == (back > 0)
        return (
            stands_out
            and abs(after.stage - before.stage) < self.limits.spike_m / 2
            and abs(kept.flow - before.flow) <= self.limits.spike_flow_ratio * max(before.flow, kept.flow)
        )

    def _drop(self, kept: Kept, before: Kept | None, *, flow: bool, stage: bool) -> Kept:
        """Take the jumping value out; a reading left without any is refused but kept for the eye."""
        left = replace(kept, flow=math.nan if flow else kept.flow, stage=math.nan if stage else kept.stage)
        was = "" if before is None else f"{_plain(before.flow)}, {_plain(before.stage)}"
        values = f"{_plain(kept.flow)}, {_plain(kept.stage)}"
        if math.isnan(left.flow) and math.isnan(left.stage):
            self._tell(kept, Reason.JUMP, was)
            return replace(kept, quality=Quality.IMPOSSIBLE)
        self.notes.append(Note(NoteCode.VALUE_DROPPED, kept.row, self.station.name, f"jump: {values} ({was})"))
        return left

    def _refuse(self, kept: Kept, reason: Reason, value: str) -> Kept | None:
        """Refuse a reading; while it has a number it is kept under its quality."""
        self.refusals.append(Refusal(kept.row, self.station.name, reason, value))
        if math.isnan(kept.flow) and math.isnan(kept.stage):
            return None
        return replace(kept, quality=_QUALITY.get(reason, Quality.IMPOSSIBLE))

    def _tell(self, kept: Kept, reason: Reason, detail: str) -> None:
        values = f"{_plain(kept.flow)}, {_plain(kept.stage)}"
        self.refusals.append(Refusal(kept.row, self.station.name, reason, values, detail))


def _hours(before: Kept, after: Kept) -> float:
    """At least an hour: two readings minutes apart do not make a rounding a jump."""
    return max(1.0, (after.at_s - before.at_s) / _HOUR)


def _same(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))


def _plain(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.10g}"


def _clock(at_s: int) -> str:
    """Beijing time, as the report's reader knows it."""
    return (datetime.fromtimestamp(at_s, UTC) + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M")
