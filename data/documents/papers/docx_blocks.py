"""Blocks of a sheet as WordprocessingML: written as text and parsed at once, which is quick for long tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from data.documents.papers.clean import clean, middles, reference, titled
from data.documents.papers.looks import (
    CELL,
    CELL_HEAD,
    HEAD,
    INSET,
    LETTER,
    LETTERS,
    NUMBER,
    PLAIN,
    SIGN,
    TEXT,
    UNIT,
)
from data.documents.papers.sheet import Block, Heading, Para, Picture, Run, Sheet, Signatures, Table
from data.documents.papers.words import vocabulary

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS = 1440 / 914400
_SPACER = '<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/></w:pPr></w:p>'
_GRID = ("top", "left", "bottom", "right", "insideH", "insideV")


class BlockWriter:
    """Writes blocks into an open document; `width` is the text's in EMU."""

    def __init__(self, document: Any, sheet: Sheet, width: int) -> None:
        """Look up the ids that the template gives our styles."""
        self._document, self._sheet, self._width = document, sheet, width
        self._ids = {style.name: style.style_id for style in document.styles}
        self._words = vocabulary(sheet.language)
        self._text = LETTER if sheet.kind in LETTERS else TEXT
        self._marks = sheet.kind not in PLAIN
        self._end = document.element.body.sectPr

    def top(self) -> None:
        """Write unit, number, rule, title and the lines under it."""
        sheet = self._sheet
        official = not sheet.mark
        size = 0 if self._words.chinese else 40  # an English name is longer
        self._add(self._paragraph(UNIT, _run(sheet.unit, colour="" if official else "333333", size=size)))
        if sheet.number:
            self._add(self._paragraph(NUMBER, _run(sheet.number)))
        self._add(_rule("C00000" if official else "555555", 18))
        self._add(self._paragraph("Title", _run(titled(sheet))))
        if sheet.head:
            widths = self._columns((0.2, 0.8))
            rows = [(_cell(self._paragraph(HEAD, _run(label, bold=True)), widths[0]),
                     _cell(self._paragraph(HEAD, _run(text)), widths[1])) for label, text in sheet.head]  # fmt: skip
            self._add(_table(rows, widths, border="", head=0))
            self._add(_rule("999999", 4))

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks one after another."""
        for block in blocks:
            match block:
                case Heading():
                    self.heading(block)
                case Para():
                    self.para(block)
                case Table():
                    self.table(block)
                case Picture():
                    self.picture(block)
                case Signatures():
                    self.signatures(block)

    def appendix(self) -> None:
        """Go on in small type; what follows a letter begins on a page of its own."""
        if self._sheet.kind in LETTERS:
            self._add('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        self._text = TEXT

    def heading(self, block: Heading) -> None:
        """Write a heading."""
        self._add(self._paragraph(f"Heading {min(max(block.level, 1), 2)}", _run(block.text)))

    def para(self, block: Para) -> None:
        """Write a paragraph, with its references."""
        self._add(self._paragraph(self._text, "".join(self._marked(run) for run in block.runs)))

    def table(self, block: Table) -> None:
        """Write a table: caption above, head repeated on every page, rows never split."""
        if block.caption:
            self._add(self._paragraph("Caption", _run(block.caption), keep=True))
        count = len(block.headings)
        widths = self._columns(block.shares if len(block.shares) == count else (1 / count,) * count)
        head = tuple(_cell(self._paragraph(CELL_HEAD, _run(text)), width, "EDEDED")
                     for text, width in zip(block.headings, widths, strict=True))  # fmt: skip
        middle = middles(block)
        rows = [tuple(self._cell(run, width, middle=at) for run, width, at in zip(row, widths, middle, strict=True))
                for row in block.rows]  # fmt: skip
        if not block.caption:
            self._add(_SPACER)
        self._add(_table([head, *rows], widths, border="808080", head=1))
        self._add(self._paragraph(CELL, ""))

    def _cell(self, run: Run, width: int, *, middle: bool) -> str:
        return _cell(self._paragraph(CELL, _run(run.text, bold=run.bold), middle=middle), width)

    def picture(self, block: Picture) -> None:
        """Write a picture with its caption below; the caption is also what a reading program says."""
        from io import BytesIO

        paragraph = self._document.add_paragraph(style=self._document.styles["Caption"])
        paragraph.paragraph_format.keep_with_next = True
        inline = paragraph.add_run().add_picture(BytesIO(block.png), width=int(self._width * block.share))
        inline._inline.docPr.set("descr", clean(block.caption))  # noqa: SLF001 - python-docx has no public way
        if block.caption:
            self._add(self._paragraph("Caption", _run(block.caption)))

    def signatures(self, block: Signatures) -> None:
        """Write the lines for signatures."""
        widths = self._columns((0.34, 0.66))
        rows: list[tuple[str, ...]] = []
        for post, who in block.lines:
            said = _run(who) if who else _run(f"＿＿＿＿＿＿＿＿ {self._words.say('sign.open')}", colour="777777")
            rows.append((_cell(self._paragraph(HEAD, _run(post, bold=True)), widths[0]),
                         _cell(self._paragraph(HEAD, said), widths[1])))  # fmt: skip
        self._add(self._paragraph(CELL, ""))
        self._add(_table(rows, widths, border="", head=0))

    def bottom(self, day: str) -> None:
        """Write unit and date of a letter, and who gets copies."""
        sheet = self._sheet
        if sheet.kind in LETTERS:
            self._hold_last()
            self._add(self._paragraph(SIGN, _run(sheet.unit), inset=True))
            self._add(self._paragraph(SIGN, _run(day), inset=True))
        if sheet.copies:
            self._add(_rule("555555", 6))
            self._add(self._paragraph(HEAD, _run(self._words.say("paper.copies", names=sheet.copies))))

    def _hold_last(self) -> None:
        """Keep the last paragraph with the signature: nobody shall lay a signed leaf under another text."""
        from docx.text.paragraph import Paragraph

        last = self._end.getprevious()
        if last is not None and last.tag.endswith("}p"):
            Paragraph(last, self._document).paragraph_format.keep_with_next = True

    def _marked(self, run: Run) -> str:
        mark = reference(run, self._sheet.language) if self._marks else ""
        return _run(run.text, bold=run.bold) + (_run(mark, small=True) if mark else "")

    def _columns(self, shares: Sequence[float]) -> tuple[int, ...]:
        whole = sum(shares) or 1.0
        return tuple(int(self._width * _TWIPS * share / whole) for share in shares)

    def _paragraph(
        self, style: str, runs: str, *, keep: bool = False, middle: bool = False, inset: bool = False
    ) -> str:  # fmt: skip
        looks = "<w:keepNext/>" if keep else ""
        looks += f'<w:ind w:rightChars="{INSET * 100}"/>' if inset else ""
        looks += '<w:jc w:val="center"/>' if middle else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{escape(self._ids[style])}"/>{looks}</w:pPr>{runs}</w:p>'

    def _add(self, xml: str) -> None:
        from docx.oxml import parse_xml

        first, _, rest = xml.partition(">")
        closing = "/" if first.endswith("/") else ""
        self._end.addprevious(parse_xml(f"{first.removesuffix('/')} {_NS}{closing}>{rest}"))


def _run(text: str, *, bold: bool = False, small: bool = False, colour: str = "", size: int = 0) -> str:
    looks = ("<w:b/>" if bold else "") + (f'<w:color w:val="{colour or "666666"}"/>' if colour or small else "")
    looks += f'<w:sz w:val="{size}"/>' if size else ""
    looks += '<w:vertAlign w:val="superscript"/>' if small else ""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).replace("\t", " ").split("\n")]
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{'<w:br/>'.join(lines)}</w:r>"


def _rule(colour: str, eighths: int) -> str:
    """Return an empty paragraph with a line under it."""
    return (
        f'<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="1" w:color="{colour}"/></w:pBdr>'
        '<w:spacing w:before="0" w:after="80" w:line="60" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _cell(paragraph: str, width: int, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    looks = f'<w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{paragraph}</w:tc>"


def _table(rows: Iterable[Sequence[str]], widths: Sequence[int], *, border: str, head: int) -> str:
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{border}"/>' for side in _GRID)
    borders = f"<w:tblBorders>{lines}</w:tblBorders>" if border else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if number < head else ''}</w:trPr>{''.join(cells)}</w:tr>"
        for number, cells in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )
