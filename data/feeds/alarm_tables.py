"""Read the bounds of the alarm engine; a faulty table is ours to mend and is raised loudly."""

from __future__ import annotations

import csv
import math
from dataclasses import fields
from pathlib import Path

from data.model.alarm_bounds import AlarmBounds

FILE = "alarm_bounds.csv"


class AlarmTableFault(ValueError):
    """A row of the table of bounds that cannot be used; the message names the row and what is wrong."""


def read_alarm_bounds(folder: Path) -> AlarmBounds:
    """Read the bounds from the folder of rules: each named once, none missing, none negative, each with a source."""
    found: dict[str, float] = {}
    with (folder / FILE).open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            name, text, source = row["name"].strip(), row["value"].strip(), row["source"].strip()
            try:
                value = float(text)
            except ValueError as fault:
                raise AlarmTableFault(f"{FILE}:{number}: {name} {text!r}") from fault
            if name in found or not source or not (math.isfinite(value) and value >= 0):
                raise AlarmTableFault(f"{FILE}:{number}: {name} {text!r} {source!r}")
            found[name] = value
    types = {field.name: field.type for field in fields(AlarmBounds)}
    if found.keys() != types.keys():
        raise AlarmTableFault(f"{FILE}: {', '.join(sorted(found.keys() ^ types.keys()))}")
    return AlarmBounds(**{name: int(value) if types[name] == "int" else value for name, value in found.items()})  # pyright: ignore[reportArgumentType]
