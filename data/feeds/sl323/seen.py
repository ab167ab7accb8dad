"""Keeps what the overlap of two reads holds from being given out twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from data.feeds.sl323.block import VARIABLES, ObservationBlock
from data.feeds.sl323.catalogue import SERIES
from data.feeds.sl323.values import code_of
from data.feeds.sl323.watermark import Key, TableMark

WORDS: Final = tuple(variable.value for variable in VARIABLES)


def unseen(
    block: ObservationBlock,
    before: frozenset[Key],
    overlap_s: int,
    tables: Mapping[str, TableMark],
    aliases: Mapping[str, str],
) -> tuple[ObservationBlock, frozenset[Key]]:
    """Return what was not given out before, and what the next read will meet again."""
    import numpy as np

    floors = _floors(tables, aliases)
    floor = np.zeros((len(block.stations), len(WORDS)), dtype=np.int64)
    rows = {name: row for row, name in enumerate(block.stations)}
    for (name, word), at_s in floors.items():
        if name in rows:
            floor[rows[name], WORDS.index(word)] = at_s - overlap_s
    late = np.flatnonzero(block.at_s >= floor[block.station, block.variable]) if len(block) else np.empty(0, np.int64)
    again = set(_tuples(block.where(late)))
    if not before:
        return block, frozenset(again)
    found = _tuples(block)
    places = {key[:3] for key in found}  # what stood there before counts no longer, or a value put back would be missed
    again |= {key for key in before if key[:3] not in places and key[2] >= floors.get((key[0], key[1]), 0) - overlap_s}
    fresh = [n for n, key in enumerate(found) if key not in before]
    return block.where(np.array(fresh, dtype=np.int64)), frozenset(again)


def _floors(tables: Mapping[str, TableMark], aliases: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Return by station and variable the time of the newest row, behind which by the overlap a read begins."""
    floors: dict[tuple[str, str], int] = {}
    for spec, columns in SERIES.items():
        mark = tables.get(spec.name)
        if mark is None:
            continue
        words = [measured.variable.value for measured in columns]
        for raw, at_s in mark.stations.items():
            code = code_of(raw)
            for word in words:
                key = (aliases.get(code, code), word)
                floors[key] = min(at_s, floors.get(key, at_s))
    return floors


def _tuples(block: ObservationBlock) -> list[Key]:
    stations: list[int] = block.station.tolist()
    variables: list[int] = block.variable.tolist()
    times: list[int] = block.at_s.tolist()
    values: list[float] = block.value.tolist()
    return [
        (block.stations[station], WORDS[variable], at_s, value)
        for station, variable, at_s, value in zip(stations, variables, times, values, strict=True)
    ]
