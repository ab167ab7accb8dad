"""Positions of register rows: shapes read, points taken from a geometry, frame brought to WGS-84, China checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from data.feeds import cells
from data.feeds.coordinates import Frame, to_wgs84
from data.feeds.geometry import GeometryError, Shape, parse
from data.feeds.report import Note, NoteCode, Reason, Refusal, shown
from data.feeds.tables import GEOMETRY, Cell, RawTable
from data.model.places import Path2D

_WEST, _EAST, _SOUTH, _NORTH = 73.0, 136.0, 3.0, 54.0
"""Land of China with a margin: a place of the township that lies outside has a slip of the pen in it."""

SHAPES: Final = ("ring", "path")


def has_point_column(table: RawTable, places: Mapping[str, int]) -> bool:
    """Whether longitude and latitude can be had from a geometry column in place of their own columns."""
    return GEOMETRY in table.headings and "lon" not in places and "lat" not in places


def _read_shape(cell: Cell, *, ring: bool) -> tuple[Shape, Path2D, int]:
    kind, path, holes = parse(cell)
    if ring and kind is Shape.LINE and path[0] == path[-1]:
        path = path[:-1]
    if kind is Shape.POINT or (ring and len(path) < 3):
        raise GeometryError(kind.value)
    return kind, path, holes


def place(
    columns: dict[str, list[Any]],
    table: RawTable,
    rows: Sequence[Sequence[Cell]],
    numbers: Sequence[int],
    places: Mapping[str, int],
    frame: Frame,
    notes: list[Note],
) -> list[Refusal]:
    """Bring the positions of all rows to WGS-84 in `columns` and return what is wrong with them."""
    refusals: list[Refusal] = []
    for name in SHAPES:
        if name in columns and name in places:
            refusals += _read_shapes(columns, name, numbers, notes, says_closed="closed" not in places)
            refusals += _settle_shapes(columns[name], numbers, frame)
    if "lon" in columns and "lat" in columns:
        if has_point_column(table, places):
            refusals += _points_of(columns, rows, numbers, table.headings.index(GEOMETRY))
        refusals += _settle_points(columns["lon"], columns["lat"], numbers, frame)
    if frame in {Frame.GCJ02, Frame.BD09}:
        notes.append(Note(NoteCode.CONVERTED, detail=frame.value))
    return refusals


def without_point(columns: Mapping[str, Sequence[Any]], numbers: Sequence[int], refused: set[int]) -> list[Refusal]:
    """Refuse rows that needed a point from their geometry and had none."""
    return [
        Refusal(number, GEOMETRY, Reason.MISSING)
        for number, lon in zip(numbers, columns["lon"], strict=True)
        if lon is None and number not in refused
    ]


def _read_shapes(
    columns: dict[str, list[Any]], name: str, numbers: Sequence[int], notes: list[Note], *, says_closed: bool
) -> list[Refusal]:
    """Read a column of rings or paths in place; where no column says so, an area closes its line."""
    refusals: list[Refusal] = []
    shapes = columns[name]
    for index, cell in enumerate(shapes):
        if cells.is_blank(cell):
            shapes[index] = ()
            continue
        try:
            kind, shapes[index], holes = _read_shape(cell, ring=name == "ring")
        except GeometryError as problem:
            refusals.append(Refusal(numbers[index], name, Reason.BAD_GEOMETRY, shown(cell), str(problem)))
            shapes[index] = ()
            continue
        if holes:
            notes.append(Note(NoteCode.HOLES_DROPPED, row=numbers[index], detail=str(holes)))
        if says_closed and "closed" in columns:
            columns["closed"][index] = kind is Shape.AREA
    return refusals


def _settle_shapes(paths: list[Path2D], numbers: Sequence[int], frame: Frame) -> list[Refusal]:
    refusals: list[Refusal] = []
    for index, path in enumerate(paths):
        fault = next((why for x, y in path if (why := _outside(x, y)) is not None), None)
        if fault is not None:
            worst = next(point for point in path if _outside(*point) is not None)
            refusals.append(Refusal(numbers[index], GEOMETRY, fault, shown(worst)))
        elif frame in {Frame.GCJ02, Frame.BD09}:
            paths[index] = tuple(to_wgs84(x, y, frame) for x, y in path)
    return refusals


def _settle_points(lons: list[Any], lats: list[Any], numbers: Sequence[int], frame: Frame) -> list[Refusal]:
    refusals: list[Refusal] = []
    for index, (x, y) in enumerate(zip(lons, lats, strict=True)):
        if x is None and y is None:
            continue
        if x is None or y is None:
            refusals.append(Refusal(numbers[index], "经度" if x is None else "纬度", Reason.HALF_POSITION))
            continue
        fault = _outside(x, y)
        if fault is not None:
            refusals.append(Refusal(numbers[index], "经度", fault, f"{x:g}, {y:g}"))
        elif frame in {Frame.GCJ02, Frame.BD09}:
            lons[index], lats[index] = to_wgs84(x, y, frame)
    return refusals


def _outside(x: float, y: float) -> Reason | None:
    if _WEST <= x <= _EAST and _SOUTH <= y <= _NORTH:
        return None
    return Reason.SWAPPED if _WEST <= y <= _EAST and _SOUTH <= x <= _NORTH else Reason.OUTSIDE_CHINA


def _points_of(
    columns: dict[str, list[Any]], rows: Sequence[Sequence[Cell]], numbers: Sequence[int], at: int
) -> list[Refusal]:
    """Take longitude and latitude from points; a row without one keeps what its type allows."""
    refusals: list[Refusal] = []
    for index, row in enumerate(rows):
        cell = row[at] if at < len(row) else None
        if cells.is_blank(cell):
            continue
        try:
            kind, path, _ = parse(cell)
        except GeometryError as problem:
            refusals.append(Refusal(numbers[index], GEOMETRY, Reason.BAD_GEOMETRY, shown(cell), str(problem)))
            continue
        if kind is not Shape.POINT:
            refusals.append(Refusal(numbers[index], GEOMETRY, Reason.BAD_GEOMETRY, shown(cell), kind.value))
            continue
        columns["lon"][index], columns["lat"][index] = path[0]
    return refusals
