"""Builds the files that offices send: workbooks with merged cells, GBK text, torn archives."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from data.feeds.stations import GaugeLimits, StationNames, read_gauge_limits, read_station_names
from resources import path as resource


def workbook(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def text(path: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def replaced_sheet(source: Path, target: Path, sheet_xml: bytes) -> Path:
    """The same workbook with the content of its first sheet replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            is_sheet = member.filename == "xl/worksheets/sheet1.xml"
            new.writestr(member.filename, sheet_xml if is_sheet else old.read(member))
    return target


def names() -> StationNames:
    return read_station_names(resource("rules/station_names.csv"))


def limits() -> GaugeLimits:
    return read_gauge_limits(resource("rules/gauge_limits.csv"))
