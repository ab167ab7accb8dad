"""A sheet as a PDF: set by Qt on A4 with header, footer and page numbers; the same sheet, the same bytes.

It wants a QGuiApplication and no window, and may run on any thread: nothing of it is shown.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from data.documents.papers.clean import clean, titled
from data.documents.papers.html import footer
from data.documents.papers.looks import HEI, SONG, Look
from data.documents.papers.sheet import Sheet
from data.documents.papers.words import vocabulary
from desktop.paper_pieces import paged
from desktop.paper_setting import Faces, Setter, faces

DPI = 300
PAGE_MM = (210.0, 297.0)
MARGINS_MM = (26.0, 30.0, 24.0, 26.0)
"""Left, top, right, bottom: those of the shipped Word template."""

_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")
_STAMPS = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")[^"]{25}')
_IDENTITY = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_GLYPHS = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_KANGXI = ("\u2f00", "\u2fd5")
_RADICALS = MappingProxyType(
    dict(
        zip(
            "⺁⺄⺈⺊⺍⺎⺐⺓⺕⺗⺘⺙⺛⺝⺟⺡⺣⺨⺩⺪⺬⺭⺮⺯⺱⺲⺳⺶⺷⺹⺺⺻⺼⺾⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
            "厂乙刀卜小尣尢幺彐心手攵旡月母氵灬犭王疋示礻竹糸网罒罓羊羊老肀聿肉艹虎衤西西见角角讠贝足车辶辶辶钅長長长门阝青韦页风飞食食饣饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟龟",
            strict=True,
        )
    )
)
"""Radicals that have no decomposition of their own in Unicode."""
_HEX_ID = re.compile(rb"<[0-9a-f]{72}>")


class PrintFault(RuntimeError):
    """Qt could not write the pages: ours to mend."""


def printed(sheet: Sheet, chain: str = "") -> bytes:
    """Return the pages as PDF. `chain` is the hash of the journal's line `sheet.seq`."""
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(out, sheet)
    known = faces()
    left, top, right, bottom = (_dots(side) for side in MARGINS_MM)
    width, height = _dots(PAGE_MM[0]) - left - right, _dots(PAGE_MM[1]) - top - bottom
    pages = paged(Setter(sheet, writer, (width, height), known).set(), height)
    proof = footer(sheet, chain)
    painter = QPainter()
    if not painter.begin(writer):
        raise PrintFault("no page to paint on")
    try:
        for number, page in enumerate(pages, 1):
            if number > 1 and not writer.newPage():
                raise PrintFault("no further page")
            for placed in page:
                placed.piece.paint(painter, left, top + placed.top)
            _edges(painter, sheet, known, _Place(number, len(pages), left, width), proof)
    finally:
        painter.end()
    return settled(bytes(out.data().data()), sheet)


def settled(made: bytes, sheet: Sheet) -> bytes:
    """Put the sheet's own time and identity where the writer put those of the moment; lengths stay as they were."""
    at = sheet.made_at.astimezone(UTC)
    name = f"{sheet.kind.value}|{sheet.number}|{sheet.title}|{sheet.seq}|{at.isoformat()}|{sheet.language}"
    own = hashlib.sha256(name.encode()).hexdigest().encode()
    uuid = b"-".join((own[:8], own[8:12], own[12:16], own[16:20], own[20:32]))
    made = _DATES.sub(lambda found: _as_long(b"/%b (D:%bZ)" % (found[1], f"{at:%Y%m%d%H%M%S}".encode()), found), made)
    made = _STAMPS.sub(lambda found: found[1] + at.isoformat(timespec="seconds").encode(), made)
    made = _IDENTITY.sub(uuid, made)
    made = _GLYPHS.sub(lambda found: _CODE.sub(_unified, found[0]), made)
    return _HEX_ID.sub(b"<%b>" % uuid.hex().encode(), made)


def _unified(found: re.Match[bytes]) -> bytes:
    """Name the character where the writer names a radical that looks the same: else nobody finds 花园口 or 黄河."""
    sign = chr(int(found[1], 16))
    plain = _RADICALS.get(sign) or (unicodedata.normalize("NFKC", sign) if _KANGXI[0] <= sign <= _KANGXI[1] else sign)
    return b"<%04X>" % ord(plain)


def _as_long(text: bytes, old: re.Match[bytes]) -> bytes:
    """Fill up with blanks: offsets in the file must not move."""
    return text.ljust(len(old[0]))[: len(old[0])]


def _writer(out: QBuffer, sheet: Sheet) -> QPdfWriter:
    writer = QPdfWriter(out)
    writer.setResolution(DPI)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(clean(f"{titled(sheet)} {sheet.number}").strip())
    writer.setAuthor(clean(sheet.unit))
    writer.setCreator("Anlan")
    return writer


@dataclass(frozen=True, slots=True)
class _Place:
    """Which page of how many, and where its text stands."""

    number: int
    pages: int
    left: float
    width: float

    def band(self, top_mm: float, high_mm: float) -> QRectF:
        """A band across the text, from the top of the page."""
        return QRectF(self.left, _dots(top_mm), self.width, _dots(high_mm))


def _edges(painter: QPainter, sheet: Sheet, known: Faces, place: _Place, proof: str) -> None:
    """Paint header and footer of a page."""
    if sheet.mark:
        _band(painter, place.band(13, 6), sheet.mark, known.font(Look("", HEI, HEI, 12, bold=True)), "#b00020")
    small = known.font(Look("", SONG, SONG, 9))
    if place.number > 1:
        band = place.band(19.5, 5)
        _band(painter, band, sheet.title, small, "#555555", Qt.AlignmentFlag.AlignLeft)
        _band(painter, band, sheet.number, small, "#555555", Qt.AlignmentFlag.AlignRight)
        painter.setPen(QPen(QColor("#999999"), _dots(0.15)))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
    said = vocabulary(sheet.language).say("paper.page", page=place.number, pages=place.pages)
    _band(painter, place.band(PAGE_MM[1] - 20, 5), said, small, "#333333")
    _band(painter, place.band(PAGE_MM[1] - 15, 5), proof, known.font(Look("", SONG, SONG, 8)), "#666666")


def _band(
    painter: QPainter, band: QRectF, text: str, font: QFont, colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:  # fmt: skip
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(band, int(align | Qt.AlignmentFlag.AlignVCenter), clean(text))


def _dots(millimetres: float) -> float:
    return millimetres / 25.4 * DPI
