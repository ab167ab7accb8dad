"""Read the table of limits for observed values; what the table of gauge limits says holds here too."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType

from data.feeds.stations import GaugeLimits, read_gauge_limits, read_station_names
from data.model.observing_tables import Balance, Limits, ObservingTables
from data.model.telemetry import SourceKind, Variable

_NUMBERS = frozenset(one.name for one in fields(Limits)) - {"datum"}
_BALANCE = ("upstream", "balance_low", "balance_high", "balance_slack")


class ObservingTableFault(ValueError):
    """A row of the table that cannot be used; the message names file, line and what is wrong."""


def read_observing(folder: Path) -> ObservingTables:
    """Read observing.csv, over what gauge_limits.csv and station_names.csv say."""
    path = folder / "observing.csv"
    told = _rows(path)
    gauge, names = read_gauge_limits(folder / "gauge_limits.csv"), read_station_names(folder / "station_names.csv")
    by_variable = {variable: _with(base, told, "", variable) for variable, base in _bases(gauge).items()}
    places = {(station, variable) for station, variable, _ in told if station and variable}
    ranged = {one.id: (one.stage_min_m, one.stage_max_m) for one in names.stations() if math.isfinite(one.stage_max_m)}
    by_station: dict[tuple[str, Variable], Limits] = {}
    for station, variable in places | {(one, Variable.STAGE.value) for one in ranged}:
        base = by_variable[Variable(variable)]
        if variable == Variable.STAGE.value and station in ranged:
            base = replace(base, low=ranged[station][0], high=ranged[station][1])
        by_station[station, Variable(variable)] = _with(base, told, station, Variable(variable))
    return ObservingTables(
        MappingProxyType(by_variable), MappingProxyType(by_station), _order(told), MappingProxyType(_balances(told))
    )


def _bases(gauge: GaugeLimits) -> dict[Variable, Limits]:
    """Return what the table of gauge limits says, by variable."""
    common = Limits(future_min=gauge.future_min, repeat_gap_h=gauge.repeat_gap_h)
    flow = replace(
        common, low=0.0, high=gauge.flow_max_m3s, rate_h=gauge.flow_change_m3s_h, repeat_h=gauge.repeat_after_h
    )
    stage = replace(
        common, low=gauge.stage_min_m, high=gauge.stage_max_m, rate_h=gauge.stage_change_m_h,
        repeat_h=gauge.repeat_after_h,
    )  # fmt: skip
    return {variable: {Variable.FLOW: flow, Variable.STAGE: stage}.get(variable, common) for variable in Variable}


def _rows(path: Path) -> dict[tuple[str, str, str], str]:
    told: dict[tuple[str, str, str], str] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            key = (row["station"].strip(), row["variable"].strip(), row["name"].strip())
            try:
                _check(*key, row["value"].strip())
            except (ValueError, AttributeError) as fault:
                raise ObservingTableFault(f"{path.name}:{number}: {fault}") from fault
            if key in told:
                raise ObservingTableFault(f"{path.name}:{number}: {key} stands twice")
            told[key] = row["value"].strip()
    return told


def _check(station: str, variable: str, name: str, value: str) -> None:
    if variable:
        Variable(variable)
    if name == "order":
        kinds = [SourceKind(kind) for kind in value.split(";")]
        if set(kinds) != set(SourceKind) or station or variable:
            raise ValueError(f"order {value}")
    elif name in _BALANCE[1:] or name in _NUMBERS:
        if not math.isfinite(float(value)):
            raise ValueError(f"{name} {value}")
    elif name not in {"datum", "upstream"}:
        raise ValueError(f"unknown: {name}")
    elif not value or not station:
        raise ValueError(f"{name} of no station")


def _with(base: Limits, told: Mapping[tuple[str, str, str], str], station: str, variable: Variable) -> Limits:
    """Return limits with what the table says of a station and variable; of all variables only at the base."""
    places = [(station, variable.value)] if station else [("", ""), ("", variable.value)]
    for place in places:
        numbers = {name: float(told[*place, name]) for name in _NUMBERS if (*place, name) in told}
        base = replace(base, datum=told.get((*place, "datum"), base.datum), **numbers)
    return base


def _order(told: Mapping[tuple[str, str, str], str]) -> tuple[SourceKind, ...]:
    text = told.get(("", "", "order"))
    return tuple(SourceKind) if text is None else tuple(SourceKind(kind) for kind in text.split(";"))


def _balances(told: Mapping[tuple[str, str, str], str]) -> dict[str, Balance]:
    found: dict[str, Balance] = {}
    for (station, variable, name), value in told.items():
        if name != "upstream":
            continue
        numbers = [told.get((station, variable, key)) for key in _BALANCE[1:]]
        if None in numbers:
            raise ObservingTableFault(f"{station}: a balance lacks one of {_BALANCE[1:]}")
        low, high, slack = (float(number or 0) for number in numbers)
        found[station] = Balance(station, tuple(value.split(";")), low, high, slack)
    return found
