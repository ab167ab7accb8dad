"""The kinds of register; turns rows of a raw table into their values and names every row and column refused."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from data.feeds import cells, positions
from data.feeds.coordinates import Frame
from data.feeds.headings import bare_key, heading_key
from data.feeds.report import FeedRefused, ImportReport, Note, NoteCode, Reason, Refusal, refused_rows, shown
from data.feeds.tables import LIMITS, Cell, Limits, RawTable, read_table
from data.model.columns import columns_of
from data.model.levels import Level
from data.model.places import Path2D
from data.model.register import ROW_TYPES

EXAMPLE: Final = "示例"
"""What the id of an example row in a template begins with; such rows are passed over."""

_TOTALS: Final = frozenset({"合计", "总计", "小计", "共计"})
_SIGNED: Final = frozenset({"lon", "lat", "travel_h", "deadline_min", "chainage_m", "chainage_from_m", "chainage_to_m"})
_GEOMETRY_NAMES: Final = ("geometry", "wkt", "geom", "the_geom", "几何", "坐标串")


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """One kind of register: name on the command line, type of its rows, Chinese name, columns that may be blank.

    In a column of `above_zero` a nought says as little as a blank.
    """

    name: str
    row_type: type[Any]
    title: str
    may_be_blank: frozenset[str] = frozenset()
    above_zero: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """What a column of a register holds and how its heading may be spelled."""

    name: str
    title: str
    value_type: Any
    optional: bool  # may be None
    default: Any  # Ellipsis when a value is required
    keys: tuple[str, ...]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Rows of a register and what was not taken; `considered == len(rows) + refused + skipped`."""

    kind: RegisterKind
    rows: tuple[Any, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[Note, ...]
    considered: int
    skipped: int
    source: str

    def report(self) -> ImportReport:
        """Give the counts and remarks without the rows."""
        return ImportReport(
            self.kind.name, self.source, self.considered, len(self.rows), refused_rows(self.refusals),
            self.skipped, self.refusals, self.notes,
        )  # fmt: skip


_TITLES: Final[Mapping[str, str]] = MappingProxyType({
    "grids": "网格", "works": "工程", "spurs": "坝岸", "stones": "智能石头", "stock": "物资台账", "cameras": "摄像机",
    "shelters": "安置点", "routes": "路线", "plots": "滩区地块", "maplines": "底图线", "staff": "人员",
    "squads": "队伍", "keypeople": "重点关注人员", "growers": "滩区种植户", "households": "迁安户",
    "stations": "测站", "users": "用户",
    "tiers": "流量级", "triggers": "等级触发", "reporting": "报汛时效", "plan": "预案指令", "roles": "岗位",
    "templates": "推送模板", "alarmkinds": "报警定义",
})  # fmt: skip
_MAY_BE_BLANK: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "reporting": frozenset({"id"}),
        "plan": frozenset({"trigger_expr", "title_en"}),
        "roles": frozenset({"name_en"}),
    }
)
_ABOVE_ZERO: Final[Mapping[str, frozenset[str]]] = MappingProxyType({"alarmkinds": frozenset({"available_min"})})
"""An alarm that leaves nobody any time to act is none."""

KINDS: Final[Mapping[str, RegisterKind]] = MappingProxyType(
    {
        name: RegisterKind(
            name, row_type, _TITLES[name], _MAY_BE_BLANK.get(name, frozenset()), _ABOVE_ZERO.get(name, frozenset())
        )
        for name, row_type in ROW_TYPES.items()
    }
)


def column_specs(kind: RegisterKind) -> tuple[ColumnSpec, ...]:
    """Work out the columns of a kind from the declaration of its row type."""
    hints = get_type_hints(kind.row_type)
    specs: list[ColumnSpec] = []
    taken: set[str] = set()
    for f in columns_of(kind.row_type):
        hint = hints[f.name]
        options = [part for part in get_args(hint) if part is not type(None)]
        optional = get_origin(hint) in {Union, UnionType} and len(options) < len(get_args(hint))
        title: str = f.metadata["title"]
        spellings = [title, title.partition("_")[0], *f.metadata["aliases"], f.name]
        if hint == Path2D:
            spellings += _GEOMETRY_NAMES
        keys = tuple(dict.fromkeys(key for key in map(heading_key, spellings) if key and key not in taken))
        taken.update(keys)
        default = f.default if f.default is not MISSING else ...
        if default is ... and f.name in kind.may_be_blank:
            default = ""
        value_type = options[0] if optional else hint
        specs.append(ColumnSpec(f.name, title, value_type, optional, default, keys, cells.units_of(f.name, title)))
    return tuple(specs)


def heading_keys(kind: RegisterKind) -> frozenset[str]:
    """All heading keys by which a table of this kind is recognised."""
    return frozenset(key for spec in column_specs(kind) for key in spec.keys)


def import_register(kind: RegisterKind, path: Path, frame: Frame = Frame.WGS84, limits: Limits = LIMITS) -> Parsed:
    """Read a file of any accepted form as a register; FeedRefused when it is none."""
    return parse_register(kind, read_table(path, known=heading_keys(kind), limits=limits), frame)


def parse_register(kind: RegisterKind, table: RawTable, frame: Frame = Frame.WGS84) -> Parsed:
    """Turn the rows of a table into rows of the register; coordinates declared in `frame` are brought to WGS-84."""
    specs = column_specs(kind)
    places, notes = _match(specs, table)
    lacking = [spec.title for spec in specs if spec.default is ... and spec.name not in places]
    has_points = positions.has_point_column(table, places)
    lacking = [title for title in lacking if not (has_points and title in {"经度", "纬度"})]
    if lacking:
        raise FeedRefused(Reason.MISSING_COLUMNS, columns="、".join(lacking))
    numbers, rows, passed = _worth_reading(table, places.get("id"))
    refusals: list[Refusal] = list(table.broken)
    columns: dict[str, list[Any]] = {}
    by_place = _turned(rows, len(table.headings))
    for spec in specs:
        at = places.get(spec.name)
        if at is None:
            columns[spec.name] = [None if spec.default is ... else spec.default] * len(rows)
            continue
        raw = by_place[at]
        values, faults = _convert(spec, raw)
        columns[spec.name] = values
        if spec.name in kind.above_zero:
            faults = [*faults, *((i, Reason.MISSING, "") for i, value in enumerate(values) if value == 0)]
        refusals += [Refusal(numbers[i], spec.title, why, shown(raw[i]), detail) for i, why, detail in faults]
    refusals += positions.place(columns, table, rows, numbers, places, frame, notes)
    if any(spec.name == "lon" and spec.default is ... and spec.name not in places for spec in specs):
        refusals += positions.without_point(columns, numbers, {refusal.row for refusal in refusals})
    bad = {refusal.row for refusal in refusals}
    refusals += _duplicates(columns["id"], numbers, bad, specs[0].title)
    taken = _build(kind, specs, columns, numbers, {refusal.row for refusal in refusals})
    refusals.sort(key=lambda refusal: refusal.row)
    considered = len(rows) + len(table.broken) + len(passed)
    return Parsed(kind, taken, tuple(refusals), (*table.notes, *notes, *passed), considered, len(passed), table.source)


def read_register(path: Path, kind: RegisterKind) -> tuple[Any, ...]:
    """Read a shipped table (UTF-8 CSV, headings in its first row); a fault in it is ours and is raised loudly."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = [line for line in csv.reader(stream) if line]
    parsed = parse_register(kind, RawTable(tuple(lines[0]), range(2, len(lines) + 1), lines[1:], source=path.name))
    if parsed.refusals:
        first = parsed.refusals[0]
        raise ValueError(f"{path.name}: {len(parsed.refusals)} faults, first: {first}")
    return parsed.rows


def _match(specs: Sequence[ColumnSpec], table: RawTable) -> tuple[dict[str, int], list[Note]]:
    """Find the column of each field by heading: an exact key first, then without the unit in brackets."""
    owners = {key: spec.name for spec in specs for key in spec.keys}
    places: dict[str, int] = {}
    notes: list[Note] = []
    unmatched: list[tuple[int, str]] = []
    for at, heading in enumerate(table.headings):
        owner = owners.get(heading_key(heading))
        if owner is None:
            unmatched.append((at, heading))
        elif owner in places:
            notes.append(Note(NoteCode.SECOND_COLUMN, column=heading))
        else:
            places[owner] = at
    for at, heading in unmatched:
        owner = owners.get(bare_key(heading))
        if owner is not None and owner not in places:
            places[owner] = at
        elif heading and heading != positions.GEOMETRY:
            notes.append(Note(NoteCode.UNKNOWN_COLUMN, column=heading))
    return places, notes


def _worth_reading(table: RawTable, id_at: int | None) -> tuple[list[int], list[Sequence[Cell]], list[Note]]:
    """Leave out blank rows (not counted) and example or total rows (counted as skipped)."""
    numbers: list[int] = []
    rows: list[Sequence[Cell]] = []
    passed: list[Note] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        first = row[id_at] if id_at is not None and id_at < len(row) else (row[0] if row else None)
        if first.__class__ is not str or not first:
            if all(map(cells.is_blank, row)):
                continue
        elif str(first).startswith(EXAMPLE):
            passed.append(Note(NoteCode.EXAMPLE_ROW, row=number))
            continue
        elif "计" in str(first) and str(first).strip() in _TOTALS:
            passed.append(Note(NoteCode.TOTAL_ROW, row=number))
            continue
        elif not str(first).strip() and all(map(cells.is_blank, row)):
            continue
        numbers.append(number)
        rows.append(row)
    return numbers, rows, passed


def _turned(rows: Sequence[Sequence[Cell]], width: int) -> list[Sequence[Cell]]:
    """Give the columns of the rows; short rows are filled up."""
    if not rows:
        return [() for _ in range(width)]
    if all(len(row) == width for row in rows):
        return list(zip(*rows, strict=True))
    return list(zip(*(tuple(row[:width]) + (None,) * (width - len(row)) for row in rows), strict=True))


def _convert(spec: ColumnSpec, raw: Sequence[Cell]) -> cells.Column:
    blank = None if spec.optional and spec.default is ... else spec.default
    kind = spec.value_type
    if kind is str:
        return _required_texts(cells.texts(raw), blank)
    if kind is float or kind is int:
        signed = spec.name in _SIGNED
        return cells.numbers(raw, blank=blank, units=spec.units, signed=signed, whole=kind is int)
    if kind is bool:
        return cells.flags(raw, blank=blank)
    if kind is Level:
        return cells.levels(raw, blank=Level.NONE)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return cells.choices(raw, kind, blank=blank)
    if kind == Path2D:
        return list(raw), []  # read with the other positions
    raise TypeError(f"no way to read a column of {kind!r}")


def _required_texts(column: cells.Column, blank: object) -> cells.Column:
    values, faults = column
    if blank is ...:
        faults += [(index, Reason.MISSING, "") for index, value in enumerate(values) if not value]
    elif blank:
        values = [value or blank for value in values]
    return values, faults


def _duplicates(ids: Sequence[str], numbers: Sequence[int], bad: set[int], title: str) -> list[Refusal]:
    """The first good row of an id stands; every later one is refused and names it."""
    seen: dict[str, int] = {}
    refusals: list[Refusal] = []
    for row_id, number in zip(ids, numbers, strict=True):
        if number in bad:
            continue
        first = seen.setdefault(row_id, number)
        if first != number:
            refusals.append(Refusal(number, title, Reason.DUPLICATE, shown(row_id), str(first)))
    return refusals


def _build(
    kind: RegisterKind, specs: Sequence[ColumnSpec], columns: Mapping[str, list[Any]],
    numbers: Sequence[int], bad: set[int],
) -> tuple[Any, ...]:  # fmt: skip
    row_type = kind.row_type
    values = zip(*(columns[spec.name] for spec in specs), strict=True)
    if any(f.kw_only for f in columns_of(row_type)):
        names = [spec.name for spec in specs]
        return tuple(
            row_type(**dict(zip(names, row, strict=True)))
            for row, number in zip(values, numbers, strict=True)
            if number not in bad
        )
    if not bad:
        return tuple([row_type(*row) for row in values])
    return tuple([row_type(*row) for row, number in zip(values, numbers, strict=True) if number not in bad])
