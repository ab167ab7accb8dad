"""Read the tables of the relocation clock from their folder; a faulty table is ours to mend and is raised loudly."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from data.model.clock_tables import Class, ClockSettings, ClockTables, CropValue, Curve, Mode, Period, Travel
from data.model.levels import Confidence

K = TypeVar("K")
V = TypeVar("V")


class ClockTableFault(ValueError):
    """A row of a shipped or edited table that cannot be used; the message names file, line and what is wrong."""


def read_clock_tables(folder: Path) -> ClockTables:
    """Read all five tables and check that they fit together."""
    tables = ClockTables(
        travel=_table(folder / "travel.csv", _travel),
        curves=_curves(folder / "mobilisation.csv"),
        classes=_table(folder / "mobilisation_classes.csv", _class),
        crops=_table(folder / "crop_values.csv", _crop),
        settings=_settings(folder / "clock.csv"),
    )
    _check(tables)
    return tables


def _rows(path: Path, made: Callable[[dict[str, str]], V]) -> tuple[V, ...]:
    found: list[V] = []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            try:
                found.append(made({key: value.strip() for key, value in row.items()}))
            except (KeyError, ValueError, AttributeError) as fault:
                raise ClockTableFault(f"{path.name}:{number}: {fault!r}") from fault
    return tuple(found)


def _table(path: Path, made: Callable[[dict[str, str]], tuple[K, V]]) -> Mapping[K, V]:
    rows = _rows(path, made)
    table = dict(rows)
    if len(table) != len(rows):
        raise ClockTableFault(f"{path.name}: a row stands twice")
    return MappingProxyType(table)


def _number(row: dict[str, str], name: str, least: float = 0.0) -> float:
    value = float(row[name])
    if not (math.isfinite(value) and value >= least):
        raise ValueError(f"{name} {value}")
    return value


def _some(row: dict[str, str], name: str) -> float:
    value = _number(row, name)
    if value == 0:
        raise ValueError(f"{name} is nought")
    return value


def _travel(row: dict[str, str]) -> tuple[Mode, Travel]:
    mode = Mode(row["mode"])
    return mode, Travel(
        mode, row["name"], _some(row, "speed_kmh"), _number(row, "passable_m"), row["source"],
        Confidence(row["confidence"]),
    )  # fmt: skip


def _class(row: dict[str, str]) -> tuple[tuple[str, str], Class]:
    made = Class(
        row["register"], row["category"], row["curve"], Mode(row["mode"]), row["source"], Confidence(row["confidence"])
    )
    return (made.register, made.category), made


def _crop(row: dict[str, str]) -> tuple[str, CropValue]:
    return row["crop"], CropValue(
        row["crop"], _number(row, "yuan_per_mu"), _some(row, "lost_at_m"), row["source"], Confidence(row["confidence"])
    )


def _curves(path: Path) -> Mapping[tuple[str, Period], Curve]:
    def point(row: dict[str, str]) -> tuple[tuple[str, Period], float, float, str, Confidence]:
        where = row["curve"], Period(row["period"])
        return where, _some(row, "share"), _number(row, "minutes"), row["source"], Confidence(row["confidence"])

    points: dict[tuple[str, Period], list[tuple[float, float]]] = {}
    told: dict[tuple[str, Period], tuple[str, Confidence]] = {}
    for where, share, minutes, source, confidence in _rows(path, point):
        points.setdefault(where, []).append((share, minutes))
        told.setdefault(where, (source, confidence))
    for where, line in points.items():
        if any(b[0] <= a[0] or b[1] < a[1] for a, b in pairwise(line)) or line[-1][0] != 1:
            raise ClockTableFault(f"{path.name}: {where} turns back or does not end with everybody")
    return MappingProxyType({where: Curve(*where, tuple(line), *told[where]) for where, line in points.items()})


def _settings(path: Path) -> ClockSettings:
    values = _table(path, lambda row: (row["name"], _number(row, "value")))
    names = {field.name for field in fields(ClockSettings)}
    if wrong := names ^ values.keys():
        raise ClockTableFault(f"{path.name}: lacking or unknown: {sorted(wrong)}")
    made = ClockSettings(**values)
    sound = (
        made.day_from_h < made.day_to_h <= 24
        and 0 < made.share <= 1
        and 0 < made.band_low <= 1 <= made.band_high
        and min(made.step_m, made.ways_tried, made.what_if_rise_h, made.stepped_rise_m, made.toe_offset_m) > 0
        and made.toe_wet_m <= made.two_group_toe_m
    )
    if not sound:
        raise ClockTableFault(f"{path.name}: a figure lies outside its bounds")
    return made


def _check(tables: ClockTables) -> None:
    wrong = [f"no speed for {mode}" for mode in Mode if mode not in tables.travel]
    wrong += [f"{one.curve} lacks {period}" for one in tables.classes.values() for period in Period
              if (one.curve, period) not in tables.curves]  # fmt: skip
    wrong += [f"{register} has no class for everybody else" for register in ("growers", "keypeople", "households")
              if (register, "*") not in tables.classes]  # fmt: skip
    wrong += [] if "*" in tables.crops else ["no value for crops not listed"]
    wrong += [f"{one.register} {one.category} goes by boat" for one in tables.classes.values() if one.mode is Mode.BOAT]
    if wrong:
        raise ClockTableFault("; ".join(wrong))
