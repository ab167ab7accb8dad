"""A sheet set as pieces for the printer: the same looks as in Word, in points on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from data.documents.papers.author import BEIJING
from data.documents.papers.clean import clean, middles, reference
from data.documents.papers.looks import (
    ALIASES,
    BUILT_IN,
    CELL,
    CELL_HEAD,
    HEAD,
    HEI,
    INSET,
    LETTER,
    LETTERS,
    NUMBER,
    OWN,
    PLAIN,
    SIGN,
    TEXT,
    UNIT,
    Look,
)
from data.documents.papers.looks import TITLE as TITLE_FACE
from data.documents.papers.sheet import Block, Heading, Para, Picture, Run, Sheet, Signatures, Table
from data.documents.papers.words import vocabulary
from desktop.paper_pieces import Cell, Image, Line, Piece, Row, Rule

SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", *SANS)
"""Faces with simplified Chinese forms where none of the office's is there; a machine's own choice may be Japanese."""

RED, DARK, GREY = "#c00000", "#333333", "#666666"
MOST_STRETCH = 1.09
"""A line is widened to the edge by at most so much, all of it evenly; one that lacks more stays as it is."""
HELD = 2
"""So many lines stand on the page of the signature."""

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignLeft,  # Qt would tear open the few blanks that Chinese has: see MOST_STRETCH
}
_WORD = re.compile(r"[A-Za-z0-9*.,:+-]+")
_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class Faces:
    """Which font of this machine stands for which of the office's; asked once a document."""

    there: frozenset[str]

    def font(self, look: Look) -> QFont:
        """Return the font of a look; a title's own face is heavy, so what stands in for it is bold."""
        own = (look.east, *dict(ALIASES).get(look.east, "").split(";"))
        found = next((name for name in own if name in self.there), "")
        spare = SANS if look.east == HEI else SERIF
        family = found or next((name for name in spare if name in self.there), "")
        font = QFont([family] if family else [])
        font.setFeature(QFont.Tag("locl"), 0)  # with forms of a locale the text of the page can no longer be copied
        font.setPointSizeF(look.size)
        font.setBold(look.bold or (look.east == TITLE_FACE and "Noto" in family))
        return font


def faces() -> Faces:
    """Look up the fonts of this machine."""
    return Faces(frozenset(QFontDatabase.families()))


class Setter:
    """Sets one sheet for a device; `width` and `height` are those of the text on a page, in its dots."""

    def __init__(
        self, sheet: Sheet, device: QPagedPaintDevice, size: tuple[float, float], known: Faces
    ) -> None:  # fmt: skip
        """Begin with no piece."""
        self.pieces: list[Piece] = []
        self._sheet, self._device, self._faces = sheet, device, known
        self._width, self._height = size
        self._dot = device.logicalDpiX() / 72
        self._words = vocabulary(sheet.language)
        looks = (*BUILT_IN, *OWN)
        if sheet.language != "zh":  # justified, long words would tear gaps into the lines between them
            looks = tuple(replace(look, align="left") if look.align == "both" else look for look in looks)
        self._looks = {look.name: look for look in looks}
        self._text = LETTER if sheet.kind in LETTERS else TEXT

    def set(self) -> list[Piece]:
        """Set everything and return the pieces in order."""
        self._top()
        self._blocks(self._sheet.blocks)
        self._bottom()
        if self._sheet.basis:
            self._text = TEXT
            begins = len(self.pieces)
            self._blocks(self._sheet.basis)
            if self._sheet.kind in LETTERS and begins < len(self.pieces):
                self.pieces[begins] = replace(self.pieces[begins], leaf=True)
        return self.pieces

    # parts

    def _top(self) -> None:
        sheet = self._sheet
        colour = DARK if sheet.mark else RED
        unit = self._fitting(sheet.unit, self._looks[UNIT], self._width, whole=True)
        self.pieces += self._lines([(sheet.unit, self._letters(unit, colour=colour))], unit, self._width)
        self._after(unit)
        if sheet.number:
            self._line(NUMBER, sheet.number)
        self._rule(colour, 1.8, 10)
        self._line("Title", sheet.title)
        if sheet.head:
            self._pairs(((label, said, "") for label, said in sheet.head), 0.2)
            self._rule("#999999", 0.5, 10)

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            match block:
                case Heading(text, level):
                    self._line(f"Heading {min(max(level, 1), 2)}", text)
                case Para(runs):
                    self._para(runs)
                case Table():
                    self._table(block)
                case Picture():
                    self._picture(block)
                case Signatures(lines):
                    blank = f"＿＿＿＿＿＿＿＿ {self._words.say('sign.open')}"
                    self._gap(8)
                    self._pairs(((post, who or blank, "" if who else "#777777") for post, who in lines), 0.34)

    def _bottom(self) -> None:
        sheet, words = self._sheet, self._words
        if sheet.kind in LETTERS:
            here = sheet.made_at.astimezone(BEIJING)
            day = words.say("time.day", y=here.year, month=words.say(f"month.{here.month}"), d=here.day)
            self._hold_last()
            self._gap(10)
            self.pieces[-1] = replace(self.pieces[-1], keep=True)
            for text in (sheet.unit, day):
                look = self._looks[SIGN]
                inset = self._dots(look.size * INSET)
                self.pieces += self._lines([(text, self._letters(look))], look, self._width - inset)
                self._after(look)
            self.pieces[-1] = replace(self.pieces[-1], keep=False)
        if sheet.copies:
            self._gap(4)
            self._rule("#555555", 0.8, 6, keep=True)
            self._line(HEAD, words.say("paper.copies", names=sheet.copies))

    def _hold_last(self) -> None:
        """Keep the last lines with what follows: a page with nothing but a signature could be laid under any text."""
        found = [at for at, piece in enumerate(self.pieces) if isinstance(piece, Line | Row)][-HELD:]
        for at in range(found[0] if found else len(self.pieces), len(self.pieces)):
            self.pieces[at] = replace(self.pieces[at], keep=True)

    def _para(self, runs: Sequence[Run]) -> None:
        look = self._looks[self._text]
        parts: list[tuple[str, QTextCharFormat]] = []
        for run in runs:
            parts.append((run.text, self._letters(look, bold=run.bold)))
            mark = "" if self._sheet.kind in PLAIN else reference(run, self._sheet.language)
            if mark:
                raised = self._letters(look, colour=GREY)
                raised.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                parts.append((_JOINER.join(mark.replace(" ", "\u00a0")), raised))
        self.pieces += self._lines(parts, look, self._width)
        self._after(look)

    def _picture(self, block: Picture) -> None:
        image = QImage.fromData(block.png)
        if image.isNull():
            return
        shown = self._width * min(1.0, block.share)
        high = shown * image.height() / image.width()
        most = self._height * 0.8
        if high > most:
            shown, high = shown * most / high, most
        self.pieces.append(Image(high, self._dots(6), bool(block.caption), image=image, shown=shown, width=self._width))
        if block.caption:
            self._line("Caption", block.caption)

    # tables

    def _table(self, block: Table) -> None:
        if block.caption:
            begins = len(self.pieces)
            self._line("Caption", block.caption)
            self.pieces[begins:] = [replace(piece, keep=True) for piece in self.pieces[begins:]]
        else:
            self.pieces.append(Piece(0, self._dots(4), keep=True))
        count = len(block.headings)
        shares = block.shares if len(block.shares) == count else (1 / count,) * count
        middle = middles(block)
        head_look, look = self._looks[CELL_HEAD], self._looks[CELL]
        texts = [((text, False), head_look) for text in block.headings]
        head = self._row(texts, shares, "#ededed")[0]
        self.pieces.append(replace(head, keep=True))
        for row in block.rows:
            styled = [((run.text, run.bold), replace(look, align="center") if central else look)
                      for run, central in zip(row, middle, strict=True)]  # fmt: skip
            self.pieces += [replace(one, again=head) for one in self._row(styled, shares)]
        self._gap(6)

    def _row(
        self, texts: Sequence[tuple[tuple[str, bool], Look]], shares: Sequence[float], ground: str = ""
    ) -> list[Row]:
        """Set a row; one that is higher than a page is parted."""
        whole, left, pad = sum(shares) or 1.0, 0.0, self._dots(3.5)
        columns: list[tuple[float, float, list[Line]]] = []
        for ((text, bold), style), share in zip(texts, shares, strict=True):
            width = self._width * share / whole
            look = self._fitting(text, style, width - 2 * pad)
            parts = [(text, self._letters(look, bold=bold or look.bold))]
            columns.append((left, width, self._lines(parts, replace(look, before=0, after=0), width - 2 * pad)))
            left += width
        most = max(1, int(self._height * 0.85 / self._dots(texts[0][1].line or 14)))
        count = max(1, *(len(lines) for _, _, lines in columns))
        rows: list[Row] = []
        for begin in range(0, count, most):
            cells = tuple(Cell(at, width, lines[begin : begin + most]) for at, width, lines in columns)
            high = max(cell.height for cell in cells) + self._dots(4)
            rows.append(Row(high, cells=cells, pad=pad, ground=ground, border=self._dots(0.5)))
        return rows

    def _pairs(self, pairs: Iterable[tuple[str, str, str]], share: float) -> None:
        """Set labels at left and what they say at right, without lines; a colour is the words' own."""
        look = self._looks[HEAD]
        for label, said, colour in pairs:
            first = self._width * share
            cells = (
                Cell(0, first, self._lines([(label, self._letters(look, bold=True))], look, first)),
                Cell(first, self._width - first,
                     self._lines([(said, self._letters(look, colour=colour))], look, self._width - first)),
            )  # fmt: skip
            self.pieces.append(Row(max(cell.height for cell in cells), cells=cells))

    # lines

    def _dots(self, points: float) -> float:
        return points * self._dot

    def _gap(self, points: float) -> None:
        self.pieces.append(Piece(0, self._dots(points)))

    def _rule(self, colour: str, points: float, high: float, *, keep: bool = False) -> None:
        self.pieces.append(
            Rule(self._dots(high), keep=keep, width=self._width, colour=colour, weight=self._dots(points))
        )

    def _letters(self, look: Look, *, bold: bool = False, colour: str = "") -> QTextCharFormat:
        form = QTextCharFormat()
        font = self._faces.font(look)
        if bold:
            font.setBold(True)
        form.setFont(font)
        form.setForeground(QColor(colour or (f"#{look.colour}" if look.colour else "#000000")))
        return form

    def _fitting(self, text: str, look: Look, width: float, *, whole: bool = False) -> Look:
        """Return a look in which no word has to be broken (or, `whole`, the text stands on one line), if one can be."""
        words = [text] if whole else [word for word in _WORD.findall(text) if len(word) > 4]
        if not words:
            return look
        metrics = QFontMetricsF(self._faces.font(look), self._device)
        longest = max(metrics.horizontalAdvance(word) for word in words) * 1.02
        if longest <= width:
            return look
        return replace(look, size=max(look.size * width / longest, look.size * (0.5 if whole else 0.7)))

    def _line(self, style: str, text: str, *, colour: str = "") -> None:
        look = self._looks[style]
        self.pieces += self._lines([(text, self._letters(look, colour=colour))], look, self._width)
        self._after(look)

    def _lines(self, parts: Sequence[tuple[str, QTextCharFormat]], look: Look, width: float) -> list[Line]:
        """Break words into lines; two lines of a paragraph never stand alone."""
        told = [(clean(text).replace("\t", " ").replace("\n", "\u2028"), form) for text, form in parts]
        layout = QTextLayout("".join(text for text, _ in told), self._faces.font(look), self._device)
        ranges: list[QTextLayout.FormatRange] = []
        at = 0
        for text, form in told:
            one = QTextLayout.FormatRange()
            one.start, one.length = at, _units(text)  # pyright: ignore[reportAttributeAccessIssue]
            one.format = form  # pyright: ignore[reportAttributeAccessIssue]
            ranges.append(one)
            at += _units(text)
        layout.setFormats(ranges)
        option = QTextOption(_ALIGN[look.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        indent = self._dots(look.indent * look.size)
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            line.setPosition(QPointF(indent, high))
            high += line.height()
            indent = 0.0
        layout.endLayout()
        return self._pieced(layout, look)

    def _pieced(self, layout: QTextLayout, look: Look) -> list[Line]:
        count = layout.lineCount()
        made: list[Line] = []
        for number in range(count):
            line = layout.lineAt(number)
            high = self._dots(look.line) if look.line else line.height()
            keep = look.keep or (count > 1 and number in (0, count - 2))
            before = self._dots(look.before) if number == 0 else 0
            made.append(Line(high, before, keep, layout=layout, line=line, stretch=_stretch(look, layout, number)))
        return made

    def _after(self, look: Look) -> None:
        if look.after:
            self.pieces.append(Piece(0, self._dots(look.after), look.keep))


def _stretch(look: Look, layout: QTextLayout, number: int) -> float:
    """Return by how much a line is widened to reach the edge; the last of a paragraph never is."""
    line = layout.lineAt(number)
    end = line.textStart() + line.textLength()
    closed = number == layout.lineCount() - 1 or layout.text()[end - 1 : end] == "\u2028"
    if look.align != "both" or closed or line.naturalTextWidth() <= 0:
        return 1.0
    wanted = line.width() / line.naturalTextWidth()
    return wanted if 1.0 < wanted <= MOST_STRETCH else 1.0


def _units(text: str) -> int:
    """Return the length as Qt counts it: signs beyond the first plane are two."""
    return len(text.encode("utf-16-le")) // 2
