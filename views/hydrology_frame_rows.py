"""Pasted text cut into frames, each with its fields; packets of one text put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.feeds.sl651.assembly import Assembly
from data.feeds.sl651.codes import function_of
from data.feeds.sl651.fields import Field, Part, fields, text_fields
from data.feeds.sl651.frames import Frame, FrameFault, probe, read_frame
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.uplink import Uplink
from views import hydrology_frame_words, phrases, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column

MOST = 2000
"""Frames looked at once: more is a job for `main.py sl651 decode`."""
_NOISE = re.compile(r"0[xX]|[\s,;:|\-]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """One frame, or what packets came to; `error` is in words, empty where nothing is wrong."""

    id: str
    line: int
    raw: bytes
    fields: tuple[Field, ...]
    function: str
    station: str
    at: datetime | None
    crc: bool | None
    error: str
    note: str = ""
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field as the table shows it."""

    id: int
    field: Field
    raw: bytes


def look(text: str, now: datetime) -> tuple[Seen, ...]:
    """Cut pasted text into frames; spaces, commas and 0x are tolerated, one line may hold several frames."""
    made: list[Seen] = []
    packets = Assembly()
    for number, line in enumerate(text.splitlines(), 1):
        digits = _NOISE.sub("", line)
        if not digits:
            continue
        if re.fullmatch(r"[0-9A-Fa-f]+", digits) is None or len(digits) % 2:
            made.append(_unreadable(number, digits))
            continue
        for raw in _cut(bytes.fromhex(digits)):
            if len(made) >= MOST:
                return tuple(made)
            read = read_frame(raw)
            made.append(_seen(number, len(made), raw, read))
            if isinstance(read, Frame) and read.multi:
                whole = packets.put(read, now).whole
                if whole is not None:
                    made.append(_whole(number, len(made), whole))
    return tuple(made)


def _cut(data: bytes) -> Iterator[bytes]:
    """Cut bytes behind each sound frame; what follows a fault is kept whole, for nobody knows where it ends."""
    at = 0
    while at < len(data):
        found = probe(data, at)
        if found.frame is None:
            yield data[at:]
            return
        yield data[at : at + found.size]
        at += found.size


def _unreadable(number: int, digits: str) -> Seen:
    t = QCoreApplication.translate
    odd = re.fullmatch(r"[0-9A-Fa-f]+", digits) is not None
    wrong = next((char for char in digits if char not in "0123456789abcdefABCDEF"), "")
    error = t("FrameRows", "十六进制位数是单数") if odd else t("FrameRows", "不是十六进制：“{0}”").format(wrong)
    return Seen(f"{number}.x", number, b"", (), "", "", None, None, error)


def _seen(number: int, at: int, raw: bytes, read: Frame | FrameFault) -> Seen:
    named = fields(raw)
    crc = next((one.good for one in named if one.part is Part.CRC), None)
    if isinstance(read, FrameFault):
        function = "" if read.function is None else _function(read.function)
        error = hydrology_frame_words.fault(read)
        return Seen(f"{number}.{at}", number, raw, named, function, read.station, None, crc, error)
    uplink = read_uplink(read)
    troubles = phrases.listed(hydrology_frame_words.trouble(one) for one in uplink.troubles)
    note = ""
    if read.multi:
        note = QCoreApplication.translate("FrameRows", "第 {0}/{1} 包").format(read.packet, read.total)
        troubles = ""  # a packet alone says nothing of the whole text
    return Seen(
        f"{number}.{at}", number, raw, named, _function(read.function), uplink.station, _time(uplink), crc, troubles,
        note, b"" if read.multi else uplink.picture,
    )  # fmt: skip


def _whole(number: int, at: int, whole: Frame) -> Seen:
    uplink = read_uplink(whole)
    troubles = phrases.listed(hydrology_frame_words.trouble(one) for one in uplink.troubles)
    note = QCoreApplication.translate("FrameRows", "{0} 包合并").format(whole.total)
    return Seen(
        f"{number}.{at}", number, whole.body, text_fields(whole), _function(whole.function), uplink.station,
        _time(uplink), None, troubles, note, uplink.picture,
    )  # fmt: skip


def _time(uplink: Uplink) -> datetime | None:
    return uplink.observed_at or uplink.sent_at


def _function(code: int) -> str:
    return f"{code:02X} {phrases.registered(function_of(code).name)}".strip()


def field_rows(seen: Seen | None) -> tuple[FieldRow, ...]:
    """The fields of a frame as rows."""
    if seen is None:
        return ()
    return tuple(FieldRow(at, one, seen.raw[one.start : one.start + one.size]) for at, one in enumerate(seen.fields))


def columns() -> tuple[Column[Seen], ...]:
    """Columns of the list of frames."""
    t = QCoreApplication.translate
    bad = Mark(Shape.TRIANGLE, "state.attention")
    quiet = "text.muted"
    return (
        Column(
            "line", t("FrameRows", "行"), lambda r: str(r.line), Align.RIGHT, lambda _: quiet,
            sort_key=lambda r: r.line, chars=4,
        ),
        Column(
            "function", t("FrameRows", "功能码"), lambda r: r.function or words.DASH,
            mark_getter=lambda r: bad if r.error else None, chars=14, stretch=2,
        ),
        Column("station", t("FrameRows", "遥测站"), lambda r: r.station or words.DASH, chars=12),
        Column("at", t("FrameRows", "时间"), _when, Align.RIGHT, chars=17),
        Column(
            "crc", t("FrameRows", "校验"), _crc,
            role_getter=lambda r: "state.attention" if r.crc is False else quiet, chars=6,
        ),
        Column(
            "error", t("FrameRows", "说明"), lambda r: r.error or r.note or t("FrameRows", "完好"),
            role_getter=lambda r: "state.attention" if r.error else "text.secondary", chars=14, stretch=3,
        ),
    )  # fmt: skip


def _when(row: Seen) -> str:
    return words.DASH if row.at is None else words.full_time(row.at)[2:]


def _crc(row: Seen) -> str:
    t = QCoreApplication.translate
    if row.crc is None:
        return words.DASH
    return t("FrameRows", "符") if row.crc else t("FrameRows", "不符")


def field_columns() -> tuple[Column[FieldRow], ...]:
    """Columns of the fields."""
    t = QCoreApplication.translate
    quiet = "text.muted"
    ring = Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)

    def ink(row: FieldRow) -> str:
        return "state.attention" if not row.field.good or row.field.why is not None else "text.primary"

    return (
        Column(
            "place", t("FrameRows", "字节"), _place, Align.RIGHT, lambda _: quiet,
            sort_key=lambda r: r.field.start, chars=8,
        ),
        Column(
            "meaning", t("FrameRows", "含义"), lambda r: hydrology_frame_words.meaning(r.field),
            mark_getter=lambda r: None if r.field.good else ring, chars=18, stretch=2,
        ),
        Column("value", t("FrameRows", "值"), lambda r: hydrology_frame_words.value(r.field), role_getter=ink,
               chars=18, stretch=3),
        Column("unit", t("FrameRows", "单位"), lambda r: phrases.registered(r.field.unit),
               role_getter=lambda _: quiet, chars=6),
        Column("clause", t("FrameRows", "条款"), lambda r: phrases.registered(r.field.clause),
               role_getter=lambda _: quiet, chars=8),
        Column(
            "raw", t("FrameRows", "原字节"), lambda r: hydrology_frame_words.spaced(r.raw),
            role_getter=lambda _: "text.secondary", chars=16, stretch=3, sortable=False,
        ),
    )  # fmt: skip


def _place(row: FieldRow) -> str:
    first, last = row.field.start + 1, row.field.start + row.field.size
    return str(first) if last <= first else f"{first}–{last}"


def summary(seen: Sequence[Seen]) -> str:
    """How many frames, and how many with something wrong."""
    t = QCoreApplication.translate
    bad = sum(bool(one.error) for one in seen)
    text = t("FrameRows", "{0} 帧").format(len(seen))
    return phrases.listed([text, t("FrameRows", "{0} 帧有误").format(bad)]) if bad else text
