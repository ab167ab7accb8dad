"""A sheet as one page of HTML that stands alone, in the small subset that a text document of Qt understands.

Nothing in it is executed or fetched: pictures are names (paper:0, paper:1 …) and are returned beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from data.documents.papers.clean import clean, middles, reference, titled
from data.documents.papers.looks import LETTERS, PLAIN
from data.documents.papers.sheet import Block, Heading, Para, Picture, Run, Sheet, Signatures, Table
from data.documents.papers.words import vocabulary

_FANG = "'仿宋_GB2312','仿宋','FangSong','Noto Serif CJK SC','Noto Serif',serif"
_SONG = "'宋体','SimSun','Noto Serif CJK SC','Noto Serif',serif"
_HEI = "'黑体','SimHei','Noto Sans CJK SC','Noto Sans',sans-serif"
_TITLE = "'方正小标宋简体','STZhongsong','Noto Serif CJK SC','Noto Serif',serif"


@dataclass(frozen=True, slots=True)
class Page:
    """The page, and its pictures (PNG) in the order of their names."""

    html: str
    pictures: tuple[bytes, ...] = ()


def page(sheet: Sheet, chain: str = "") -> Page:
    """Return a sheet as HTML. Header, footer and page numbers are left to whoever prints it: `mark`, `footer`."""
    writer = _Writer(sheet)
    parts = [writer.top(), *(writer.block(block) for block in sheet.blocks), writer.bottom()]
    parts += [writer.block(block) for block in sheet.basis]
    parts.append(f'<p class="foot" align="center">{_text(footer(sheet, chain))}</p>')
    title = _text(titled(sheet))
    return Page(
        f'<!DOCTYPE html>\n<html lang="{sheet.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_style(sheet)}</style></head>\n<body>{''.join(parts)}</body></html>\n",
        tuple(writer.pictures),
    )


def footer(sheet: Sheet, chain: str = "") -> str:
    """Return the line of proof that stands at the foot of every page."""
    words = vocabulary(sheet.language)
    proof = [words.say("paper.seq", seq=sheet.seq)]
    if chain:
        proof.append(words.say("paper.chain", chain=chain[:16]))
    if sheet.mark:
        proof.append(sheet.mark)
    return clean("　".join(proof))


class _Writer:
    """Writes blocks and gathers the pictures."""

    def __init__(self, sheet: Sheet) -> None:
        self.pictures: list[bytes] = []
        self._sheet = sheet
        self._words = vocabulary(sheet.language)

    def top(self) -> str:
        """Unit, number, title and the lines under it."""
        sheet = self._sheet
        colour = "#333333" if sheet.mark else "#c00000"
        mark = f'<p class="mark" align="center">{_text(sheet.mark)}</p>' if sheet.mark else ""
        number = f'<p class="number" align="center">{_text(sheet.number)}</p>' if sheet.number else ""
        head = "".join(
            f'<tr><td width="20%"><p class="head"><b>{_text(label)}</b></p></td>'
            f'<td width="80%"><p class="head">{_text(said)}</p></td></tr>'
            for label, said in sheet.head
        )
        return (
            f'{mark}<p class="unit" align="center" style="color:{colour}">{_text(sheet.unit)}</p>{number}'
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td bgcolor="{colour}" height="2"></td></tr></table>'
            f'<h1 align="center">{_text(titled(sheet))}</h1>'
            + (f'<table width="100%" cellspacing="0" cellpadding="2">{head}</table>' if head else "")
        )

    def block(self, block: Block) -> str:
        """Write one block."""
        match block:
            case Heading(text, level):
                tag = "h2" if level <= 1 else "h3"
                return f"<{tag}>{_text(text)}</{tag}>"
            case Para(runs):
                return f'<p class="text">{"".join(self._run(run) for run in runs)}</p>'
            case Table():
                return self._table(block)
            case Picture(png, caption, share):
                self.pictures.append(png)
                return (
                    f'<p class="picture" align="center"><img src="paper:{len(self.pictures) - 1}" '
                    f'width="{share * 100:.0f}%" alt="{_text(caption)}"></p>'
                    f'<p class="caption" align="center">{_text(caption)}</p>'
                )
            case Signatures(lines):
                rows = "".join(self._signature(post, who) for post, who in lines)
                return f'<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>'

    def _signature(self, post: str, who: str) -> str:
        said = _text(who) or f"＿＿＿＿＿＿＿＿ {_text(self._words.say('sign.open'))}"
        cell = f'<td width="66%"><p class="head">{said}</p></td>'
        return f'<tr><td width="34%"><p class="head"><b>{_text(post)}</b></p></td>{cell}</tr>'

    def bottom(self) -> str:
        """Unit and date of a letter, and who gets copies."""
        from data.documents.papers.author import BEIJING

        sheet, words = self._sheet, self._words
        parts: list[str] = []
        if sheet.kind in LETTERS:
            here = sheet.made_at.astimezone(BEIJING)
            day = words.say("time.day", y=here.year, month=words.say(f"month.{here.month}"), d=here.day)
            parts.append(f'<p class="sign" align="right">{_text(sheet.unit)}<br>{_text(day)}</p>')
        if sheet.copies:
            parts.append(f'<hr><p class="head">{_text(words.say("paper.copies", names=sheet.copies))}</p>')
        return "".join(parts)

    def _table(self, block: Table) -> str:
        count = len(block.headings)
        shares = block.shares if len(block.shares) == count else (1 / count,) * count
        whole = sum(shares) or 1.0
        head = "".join(
            f'<th bgcolor="#ededed" width="{share / whole * 100:.0f}%"><p class="cell" align="center">{_text(text)}'
            "</p></th>"
            for text, share in zip(block.headings, shares, strict=True)
        )
        middle = middles(block)
        rows = "".join(
            f"<tr>{''.join(self._cell(run, middle=at) for run, at in zip(row, middle, strict=True))}</tr>"
            for row in block.rows
        )
        caption = f'<p class="caption" align="center">{_text(block.caption)}</p>' if block.caption else ""
        return (
            f'{caption}<table width="100%" border="1" cellspacing="0" cellpadding="3" '
            f'style="border-collapse:collapse;border-color:#808080"><thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def _cell(self, run: Run, *, middle: bool) -> str:
        align = ' align="center"' if middle else ""
        return f'<td><p class="cell"{align}>{self._plain(run)}</p></td>'

    def _plain(self, run: Run) -> str:
        return f"<b>{_text(run.text)}</b>" if run.bold else _text(run.text)

    def _run(self, run: Run) -> str:
        mark = "" if self._sheet.kind in PLAIN else reference(run, self._sheet.language)
        return self._plain(run) + (f'<sup style="color:#666666">{_text(mark)}</sup>' if mark else "")


def _text(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _style(sheet: Sheet) -> str:
    size, line = (16, 175) if sheet.kind in LETTERS else (12, 150)
    unit = 30 if sheet.language == "zh" else 20
    return (
        f"body{{font-family:{_FANG};font-size:{size}pt;color:#000000;background:#ffffff}}"
        f".unit{{font-family:{_TITLE};font-size:{unit}pt;margin:0 0 4pt 0}}"
        f".number{{font-size:14pt;margin:0 0 4pt 0}}"
        f".mark{{font-family:{_HEI};font-size:14pt;font-weight:bold;color:#b00020;margin:0 0 4pt 0}}"
        f"h1{{font-family:{_TITLE};font-size:22pt;font-weight:normal;margin:10pt 0 10pt 0}}"
        f"h2{{font-family:{_HEI};font-size:14pt;font-weight:normal;margin:10pt 0 4pt 0}}"
        f"h3{{font-family:{_HEI};font-size:12pt;font-weight:bold;margin:6pt 0 3pt 0}}"
        f".text{{text-indent:{size * 2}pt;line-height:{line}%;margin:0 0 2pt 0}}"
        f".head{{font-size:12pt;margin:0}}"
        f".cell{{font-family:{_SONG};font-size:9.5pt;margin:0}}"
        f".caption{{font-family:{_SONG};font-size:10.5pt;margin:3pt 0 6pt 0}}"
        f".sign{{font-size:{min(size, 14)}pt;margin:16pt 0 8pt 0}}"
        f".foot{{font-family:{_SONG};font-size:9pt;color:#555555;margin:12pt 0 0 0}}"
        f".picture{{margin:6pt 0 0 0}}"
    )
