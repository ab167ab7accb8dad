"""What a survey adds to an elevation model: crest lines, friction by polygons, buildings as blocks; from CSV files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from data.twin.case import Probe, Series
from data.twin.faults import TwinCode, TwinFault
from data.twin.shapes import inside
from data.twin.terrain import CrestKind, CrestLine, Point, Terrain


def read_rows(path: Path, key: str, columns: int) -> list[tuple[int, list[str]]]:
    """Rows of a CSV with their line numbers, a heading and empty lines left out."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as fault:
        raise TwinFault(TwinCode.FILE_MISSING, str(path), key) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise TwinFault(TwinCode.FILE_UNREADABLE, str(path), key, {"reason": str(fault)}) from fault
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(csv.reader(text.splitlines()), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if not rows and number == 1 and not any(_is_number(cell) for cell in cells[-2:]):
            continue  # a heading
        if len(cells) < columns:
            raise TwinFault(TwinCode.BAD_ROW, str(path), key, {"row": number, "columns": columns})
        rows.append((number, cells))
    return rows


def number_of(path: Path, key: str, row: int, text: str) -> float:
    """A cell as a finite number."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not np.isfinite(value):
        raise TwinFault(TwinCode.BAD_ROW, str(path), key, {"row": row, "value": text})
    return value


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def read_ring(path: Path, key: str) -> tuple[Point, ...]:
    """A polygon: one corner x,y a row."""
    corners = tuple(
        (number_of(path, key, row, cells[0]), number_of(path, key, row, cells[1]))
        for row, cells in read_rows(path, key, 2)
    )
    if len(set(corners)) < 3:
        raise TwinFault(TwinCode.NO_RING, str(path), key, {"corners": len(set(corners))})
    return corners


def read_crest(path: Path, key: str, kind: CrestKind, crest_m: float | None) -> CrestLine:
    """A crest line: x,y,crest a row, or x,y where one crest holds for all of it."""
    rows = read_rows(path, key, 2 if crest_m is not None else 3)
    points = tuple((number_of(path, key, n, cells[0]), number_of(path, key, n, cells[1])) for n, cells in rows)
    if len(set(points)) < 2:
        raise TwinFault(TwinCode.NO_LENGTH, str(path), key)
    crests = tuple(crest_m if crest_m is not None else number_of(path, key, n, cells[2]) for n, cells in rows)
    return CrestLine(kind, points, crests, path.stem)


def read_series(path: Path, key: str) -> Series:
    """A hydrograph: time_s,flow a row, times rising."""
    rows = read_rows(path, key, 2)
    times = tuple(number_of(path, key, row, cells[0]) for row, cells in rows)
    values = tuple(number_of(path, key, row, cells[1]) for row, cells in rows)
    if not times:
        raise TwinFault(TwinCode.BAD_ROW, str(path), key, {"row": 1, "columns": 2})
    for (row, _), before, after in zip(rows[1:], times, times[1:], strict=False):
        if after <= before:
            raise TwinFault(TwinCode.NOT_RISING, str(path), key, {"row": row})
    return Series(times, values)


def read_probes(path: Path, key: str) -> tuple[Probe, ...]:
    """Probes: id,x,y a row; rows of two numbers are numbered from 1."""
    probes: list[Probe] = []
    for place, (row, cells) in enumerate(read_rows(path, key, 2), start=1):
        name, x, y = (cells[0], cells[1], cells[2]) if len(cells) > 2 else (str(place), cells[0], cells[1])
        probes.append(Probe(name, number_of(path, key, row, x), number_of(path, key, row, y)))
    return tuple(probes)


def with_blocks(terrain: Terrain, rings: Iterable[Sequence[Point]], height_m: float) -> Terrain:
    """Raise the ground inside buildings."""
    bed = terrain.bed.copy()
    built = np.zeros(terrain.shape, np.bool_)
    for ring in rings:
        built |= inside(terrain, ring)
    bed[built] += np.float32(height_m)
    return terrain.with_bed(bed)


def with_friction(terrain: Terrain, zones: Iterable[tuple[Sequence[Point], float]]) -> Terrain:
    """Set Manning's n inside polygons; of two that overlap the later holds."""
    manning = terrain.manning.copy()
    for ring, value in zones:
        manning[inside(terrain, ring)] = np.float32(value)
    return terrain.with_manning(manning)
