"""Read any office table (CSV, TSV, xlsx, xls, GeoJSON) into headings and rows, or refuse it in one word."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from data.feeds.delimited import cut, decode, find_delimiter
from data.feeds.headings import find_headings, is_known, join_headings
from data.feeds.old_workbook import read_old_sheets
from data.feeds.report import FeedRefused, Note, NoteCode, Reason, Refusal, shown
from data.feeds.sheet import SheetCell
from data.feeds.workbook import read_sheets

Cell = SheetCell | Mapping[str, object] | None
"""One value as the file has it; a GeoJSON geometry stays a mapping."""

GEOMETRY: Final = "geometry"


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which a file is refused before it can exhaust the machine."""

    file_bytes: int = 256 << 20
    unpacked_bytes: int = 1 << 30
    cells: int = 24_000_000


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class RawTable:
    """Headings and the rows under them; `numbers[i]` is the row of the file (from 1) that `rows[i]` stands on."""

    headings: tuple[str, ...]
    numbers: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    notes: tuple[Note, ...] = ()
    broken: tuple[Refusal, ...] = ()  # rows that cannot be cut into values
    source: str = ""

    def numbered(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield every row with its number in the file."""
        for number, row in zip(self.numbers, self.rows, strict=True):
            yield number, tuple(row)


def read_table(path: Path, *, known: Collection[str] = (), limits: Limits = LIMITS) -> RawTable:
    """Read the table in a file; `known` are heading keys that tell the heading row (and sheet) from titles above it."""
    data = _load(path, limits)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return _from_workbook(data, known, limits, path.name)
    text, encoding, torn = decode(data)
    if not text.strip():
        raise FeedRefused(Reason.EMPTY)
    start = text.lstrip()[:200].casefold()
    if start.startswith(("<html", "<!doctype", "<table", "<?xml", "<meta", "<head")):
        raise FeedRefused(Reason.WEB_PAGE)
    if start.startswith(("{", "[")):
        return _from_geojson(text, path.name)
    return _from_text(text, encoding, torn=torn, known=known, limits=limits, source=path.name)


def _load(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise FeedRefused(Reason.TOO_LARGE, bytes=size, limit=limits.file_bytes)
        data = path.read_bytes()
    except OSError as problem:
        raise FeedRefused(Reason.NO_FILE, detail=problem.strerror or str(problem)) from None
    except ValueError:  # a name with a zero byte in it
        raise FeedRefused(Reason.NO_FILE, detail="name") from None
    if not data.strip():
        raise FeedRefused(Reason.EMPTY)
    return data


def _from_workbook(data: bytes, known: Collection[str], limits: Limits, source: str) -> RawTable:
    is_package = data.startswith(b"PK")
    sheets = read_sheets(data, limits.unpacked_bytes, limits.cells) if is_package else read_old_sheets(data)
    if not sheets:
        raise FeedRefused(Reason.EMPTY)
    chosen = next((s for s in sheets if any(is_known(c, known) for row in s.rows[:30] for c in row)), sheets[0])
    others = [sheet.name for sheet in sheets if sheet is not chosen]
    notes = (*chosen.notes, Note(NoteCode.OTHER_SHEETS, detail=", ".join(others))) if others else chosen.notes
    return _under_headings(chosen.rows, range(1, len(chosen.rows) + 1), known, notes, source)


def _from_text(
    text: str, encoding: str, *, torn: bool, known: Collection[str], limits: Limits, source: str
) -> RawTable:
    delimiter = find_delimiter(text)
    numbers: list[int] = []
    rows: list[list[Cell]] = []
    cells = 0
    for number, row in cut(text, delimiter):
        numbers.append(number)
        rows.append(cast("list[Cell]", row))
        cells += len(row)
        if cells > limits.cells:
            raise FeedRefused(Reason.TOO_MANY_CELLS, rows=len(rows), columns=len(row), limit=limits.cells)
    notes = [Note(NoteCode.ENCODING, detail=encoding)]
    if torn:
        notes.append(Note(NoteCode.TORN_TAIL))
    table = _under_headings(rows, numbers, known, tuple(notes), source)
    breaks_off = torn or not text.endswith(("\n", "\r"))
    return _without_broken(table, breaks_off=breaks_off)


def _without_broken(table: RawTable, *, breaks_off: bool) -> RawTable:
    """Set apart rows with a value too many (they have slipped) and a last row that the file breaks off in."""
    width = len(table.headings)
    broken: list[Refusal] = []
    kept_numbers: list[int] = []
    kept_rows: list[Sequence[Cell]] = []
    last = len(table.rows) - 1
    for index, (number, row) in enumerate(zip(table.numbers, table.rows, strict=True)):
        if len(row) > width and any(str(cell).strip() for cell in row[width:]):
            broken.append(Refusal(number, "", Reason.TOO_MANY_VALUES, shown(row[-1]), f"{len(row)} > {width}"))
        elif index == last and breaks_off and 0 < len(row) < width:
            broken.append(Refusal(number, "", Reason.TORN_ROW, shown(row[-1])))
        else:
            kept_numbers.append(number)
            kept_rows.append(row)
    return RawTable(table.headings, kept_numbers, kept_rows, table.notes, tuple(broken), table.source)


def _under_headings(
    rows: Sequence[Sequence[Cell]], numbers: Sequence[int], known: Collection[str], notes: tuple[Note, ...], source: str
) -> RawTable:
    place = find_headings(rows, known)
    if place is None:
        raise FeedRefused(Reason.NO_HEADINGS)
    first, depth = place
    headings = join_headings(rows, first, depth, known)
    if first or depth > 1:
        notes = (*notes, Note(NoteCode.TITLE_ROWS, row=numbers[first], detail=str(first)))
    body = first + depth
    return RawTable(headings, numbers[body:], rows[body:], notes, (), source)


def _from_geojson(text: str, source: str) -> RawTable:
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise FeedRefused(Reason.NOT_GEOJSON, detail=str(problem)[:120]) from None
    features = _features(document)
    headings: dict[str, None] = {}
    for properties, _ in features:
        headings.update(dict.fromkeys(properties))
    headings.pop(GEOMETRY, None)
    names = (*headings, GEOMETRY)
    rows: list[list[Cell]] = []
    for properties, geometry in features:
        row: list[Cell] = [_plain(properties.get(name)) for name in headings]
        row.append(geometry)
        rows.append(row)
    return RawTable(names, range(1, len(rows) + 1), rows, (), (), source)


def _features(document: object) -> list[tuple[dict[str, object], dict[str, object] | None]]:
    if not isinstance(document, dict):
        raise FeedRefused(Reason.NOT_GEOJSON, detail="type")
    whole = cast("dict[str, object]", document)
    _check_frame(whole.get("crs"))
    listed: object = [whole] if whole.get("type") == "Feature" else whole.get("features")
    if not isinstance(listed, list) or whole.get("type") not in {"Feature", "FeatureCollection"}:
        raise FeedRefused(Reason.NOT_GEOJSON, detail="features")
    if not listed:
        raise FeedRefused(Reason.EMPTY)
    found: list[tuple[dict[str, object], dict[str, object] | None]] = []
    for feature in cast("list[object]", listed):
        if not isinstance(feature, dict):
            raise FeedRefused(Reason.NOT_GEOJSON, detail="feature")
        parts = cast("dict[str, object]", feature)
        properties, geometry = parts.get("properties"), parts.get("geometry")
        found.append(
            (
                cast("dict[str, object]", properties) if isinstance(properties, dict) else {},
                cast("dict[str, object]", geometry) if isinstance(geometry, dict) else None,
            )
        )
    return found


def _check_frame(crs: object) -> None:
    """GeoJSON is WGS-84 unless it says otherwise; another named frame is refused rather than guessed at."""
    text = json.dumps(crs, ensure_ascii=False) if crs is not None else ""
    if text and not any(name in text for name in ("CRS84", "4326", "4490", "4490")):
        raise FeedRefused(Reason.FRAME, name=text[:80])


def _plain(value: object) -> Cell:
    if value is None or isinstance(value, str | float | bool):
        return value
    if isinstance(value, int):
        return float(value) if abs(value) < 1 << 53 else str(value)
    return json.dumps(value, ensure_ascii=False)
