"""Excel workbooks (xlsx, xlsm) by calamine: whole and of sane size before the fast reader sees them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, cast

from data.feeds.report import FeedRefused, Reason
from data.feeds.sheet import Sheet, SheetCell, finished

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_CHUNK: Final = 1 << 20
_OVERLAP: Final = 256
_WIDE_COLUMN: Final = re.compile(rb' r="([A-Z]{2,3})[0-9]')  # a literal beginning is searched several times faster
_WIDE_COLUMN_ANY: Final = re.compile(rb"""\br\s*=\s*["']([A-Z]{2,3})[0-9]""")
_ODD_SPELLINGS: Final = (b" r='", b"\tr=", b"\nr=", b" r =", b" r= ")
_ROW_NUMBER: Final = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\br=["'](\d{1,9})["']""")
_CELL_NUMBER: Final = re.compile(rb"""\br=["'][A-Z]{1,3}(\d{1,9})["']""")


def read_sheets(data: bytes, unpacked_limit: int, cell_limit: int) -> list[Sheet]:
    """Return the visible sheets that hold anything."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    _check_package(data, unpacked_limit, cell_limit)
    book = _open(data)
    sheets: list[Sheet] = []
    for position, about in enumerate(book.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet or about.visible != SheetVisibleEnum.Visible:
            continue
        sheet = _read_sheet(book, position)
        if sheet.rows:
            sheets.append(sheet)
    return sheets


def _open(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise FeedRefused(Reason.PASSWORD) from None
    except (CalamineError, OSError, ValueError) as problem:
        raise FeedRefused(Reason.TORN, detail=str(problem)[:120]) from None
    except BaseException as problem:  # noqa: BLE001 - a panic is told apart from an interrupt just below
        raise _after_panic(problem) from None


def _read_sheet(book: CalamineWorkbook, position: int) -> Sheet:
    from python_calamine import CalamineError

    try:
        sheet: CalamineSheet = book.get_sheet_by_index(position)
        rows = cast("list[list[SheetCell]]", sheet.to_python(skip_empty_area=False))
        merged = sheet.merged_cell_ranges or []
    except (CalamineError, OSError, ValueError) as problem:
        raise FeedRefused(Reason.TORN, detail=str(problem)[:120]) from None
    except BaseException as problem:  # noqa: BLE001 - a panic is told apart from an interrupt just below
        raise _after_panic(problem) from None
    return finished(sheet.name, rows, merged)


def _after_panic(problem: BaseException) -> BaseException:
    """The reader is written in Rust and panics on some torn files; its panic derives from BaseException."""
    return FeedRefused(Reason.TORN, detail="panic") if type(problem).__name__ == "PanicException" else problem


def _check_package(data: bytes, unpacked_limit: int, cell_limit: int) -> None:
    """Refuse a torn archive, one that unpacks to an absurd size, and a sheet whose used area is absurd."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if "xl/workbook.xml" not in {member.filename for member in members}:
                raise FeedRefused(Reason.BINARY)
            declared = sum(member.file_size for member in members)
            if declared > unpacked_limit:
                raise FeedRefused(Reason.TOO_LARGE, bytes=declared, limit=unpacked_limit)
            for member in members:
                rows, columns = _used_area(package, member)
                if rows * columns > cell_limit:
                    raise FeedRefused(Reason.TOO_MANY_CELLS, rows=rows, columns=columns, limit=cell_limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as problem:
        raise FeedRefused(Reason.TORN, detail=str(problem)[:120]) from None
    except RuntimeError:  # zipfile's word for an encrypted member
        raise FeedRefused(Reason.PASSWORD) from None


def _used_area(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> tuple[int, int]:
    """Unpack one member in pieces (its checksum is verified on the way) and return the last row and column named in it.

    The reader allots last row × last column at once, so one cell at XFD1048576 would ask for all memory there is.
    """
    is_sheet = member.filename.startswith("xl/worksheets/")
    last_row, last_column, kept = 0, 26, b""
    with package.open(member) as stream:
        while piece := stream.read(_CHUNK):
            if not is_sheet:
                continue
            text = kept + piece
            wide = _WIDE_COLUMN_ANY if any(odd in text for odd in _ODD_SPELLINGS) else _WIDE_COLUMN
            for found in wide.finditer(text):
                last_column = max(last_column, _column_number(found[1]))
            last_row = max(last_row, _last_row(text))
            kept = text[-_OVERLAP:]
    return last_row, last_column


def _last_row(text: bytes) -> int:
    tail = text[max(0, text.rfind(b"<row") - 1) :]
    numbers = [int(found[1]) for found in (*_ROW_NUMBER.finditer(tail), *_CELL_NUMBER.finditer(tail))]
    return max(numbers, default=0)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
