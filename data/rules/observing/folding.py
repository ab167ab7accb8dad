"""A batch of observations folded into a board, and the readings of registered stations that came with it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime

from data.model.observing_tables import ObservingTables
from data.model.river import Reading
from data.model.telemetry import Board, Observation, Variable
from data.rules.observing.board import folded, to_reading

READ = frozenset({Variable.FLOW, Variable.STAGE})
TIMES_A_BATCH = 8
"""Of so many times of one station in a batch readings are made, the latest: a first read of five years is a series."""


def folded_with_readings(
    board: Board,
    batch: Sequence[Observation],
    tables: ObservingTables,
    registered: Container[str],
    at: datetime,
) -> tuple[Board, tuple[Reading, ...]]:
    """Return the board after a batch, and each registered station's readings in order of time.

    Values are folded time by time, so that a peak which came together with what followed it is not lost.
    """
    plain: list[Observation] = []
    ours: dict[str, dict[datetime, list[Observation]]] = {}
    for one in batch:
        if one.variable in READ and one.station in registered:
            ours.setdefault(one.station, {}).setdefault(one.at, []).append(one)
        else:
            plain.append(one)
    board = folded(board, plain, at)
    readings: list[Reading] = []
    for station, by_time in ours.items():
        times = sorted(by_time)
        board = folded(board, [one for time in times[:-TIMES_A_BATCH] for one in by_time[time]])
        last = to_reading(board, station, tables)
        for time in times[-TIMES_A_BATCH:]:
            board = folded(board, by_time[time])
            reading = to_reading(board, station, tables)
            if reading is not None and reading != last:
                readings.append(reading)
                last = reading
    return board, tuple(sorted(readings, key=lambda reading: reading.at))
