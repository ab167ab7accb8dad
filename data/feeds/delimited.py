"""Text tables: finds the encoding and the delimiter by strict trial and cuts the text into rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from data.feeds.report import FeedRefused, Reason

_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE: Final = 65_536
_TAIL: Final = 4
_STRAY_CONTROLS: Final = 3
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> tuple[str, str, bool]:
    """Return the text, the encoding it was in, and whether it breaks off inside its last character."""
    named = next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)
    torn = False
    try:
        text = data.decode(named or "utf-8")
        encoding = named or "utf-8"
    except UnicodeDecodeError as problem:
        encoding = named or ("utf-8" if _breaks_off(data, problem) else "gb18030")
        text, torn = _up_to_the_tail(data, encoding)
    return _without_controls(text), encoding, torn


def _without_controls(text: str) -> str:
    """Drop the few stray control characters of old exports (Ctrl-Z at the end of a DOS file); many are no text."""
    cleaned, dropped = _CONTROL.subn("", text)
    if "\x00" in text or dropped > max(_STRAY_CONTROLS, len(text) // 1000):
        raise FeedRefused(Reason.BINARY)
    return cleaned


def _breaks_off(data: bytes, problem: UnicodeDecodeError) -> bool:
    """Whether all is UTF-8, Chinese included, but for the last character; GBK would have failed sooner."""
    return problem.reason == "unexpected end of data" and not data[: problem.start].isascii()


def _up_to_the_tail(data: bytes, encoding: str) -> tuple[str, bool]:
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError as problem:
        if problem.start == 0 or problem.start < len(data) - _TAIL:
            raise FeedRefused(Reason.BINARY if b"\x00" in data else Reason.ENCODING, at=problem.start) from None
        return data[: problem.start].decode(encoding, errors="ignore"), True


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into the widest rows of like width."""
    sample = text[:_SAMPLE]
    best, best_score = ",", (0, 0)
    for delimiter in _DELIMITERS:
        widths: Counter[int] = Counter()
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
                widths[len(row)] += 1
        except csv.Error:
            continue
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        if (count, width) > best_score:
            best, best_score = delimiter, (count, width)
    return best


def cut(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every row with the number of the line it starts on; quotes left open refuse the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            yield start, row
            start = reader.line_num + 1
    except csv.Error:
        raise FeedRefused(Reason.QUOTES, row=start) from None
