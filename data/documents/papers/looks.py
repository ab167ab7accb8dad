"""How kinds of documents look: letters that are handed on are set large, books of the office small."""

from __future__ import annotations

from dataclasses import dataclass

from data.model.office import PaperKind

LETTERS = frozenset(
    {
        PaperKind.FLASH, PaperKind.MINUTES, PaperKind.ORDERS, PaperKind.INCIDENT_FIRST, PaperKind.INCIDENT_LATER,
        PaperKind.PRESS,
    }
)  # fmt: skip
"""Kinds that are set as official letters (three-sized Fangsong, unit and date at the end)."""

PLAIN = frozenset({PaperKind.PRESS})
"""Kinds that show no references to steps: they are meant for the public."""

UNIT, NUMBER, HEAD = "Anlan Unit", "Anlan Number", "Anlan Head"
LETTER, TEXT, CELL, CELL_HEAD = "Anlan Letter", "Anlan Text", "Anlan Cell", "Anlan Cell Head"
MARK, FOOT, SIGN = "Anlan Mark", "Anlan Foot", "Anlan Sign"
"""Names of the styles of ours; an office may lay them down in its template."""


INSET = 3
"""So many characters a signature stands in from the right."""


@dataclass(frozen=True, slots=True)
class Look:
    """One style: fonts by script; size and spacing in points; indent of the first line in characters."""

    name: str
    east: str
    west: str
    size: float
    bold: bool = False
    colour: str = ""
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    line: float = 0.0
    indent: int = 0
    keep: bool = False


SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
ALIASES = (
    (FANG, "仿宋;FangSong;FZFangSong-Z02;Noto Serif CJK SC"),
    (KAI, "楷体;KaiTi;FZKai-Z03;Noto Serif CJK SC"),
    (TITLE, "FZXiaoBiaoSong-B05S;STZhongsong;Noto Serif CJK SC"),
    (SONG, "SimSun;Noto Serif CJK SC"),
    (HEI, "SimHei;Noto Sans CJK SC"),
)
"""Fonts and what stands in for them where they are missing."""

_LATIN = "Times New Roman"

BUILT_IN = (
    Look("Normal", FANG, _LATIN, 12.0),
    Look("Title", TITLE, _LATIN, 22.0, align="center", before=10, after=10, line=32, keep=True),
    Look("Heading 1", HEI, _LATIN, 14.0, bold=True, before=10, after=4, keep=True),
    Look("Heading 2", KAI, _LATIN, 12.0, bold=True, before=6, after=3, keep=True),
    Look("Caption", SONG, _LATIN, 10.5, align="center", before=3, after=6),
)
"""Styles that every template has; ours are set in the shipped one only."""

OWN = (
    Look(UNIT, TITLE, _LATIN, 30.0, colour="C00000", align="center", before=0, after=4, line=42),
    Look(NUMBER, FANG, _LATIN, 14.0, align="center", after=2),
    Look(HEAD, FANG, _LATIN, 12.0, line=20),
    Look(LETTER, FANG, _LATIN, 16.0, align="both", line=28, indent=2),
    Look(TEXT, FANG, _LATIN, 12.0, align="both", after=2, line=20, indent=2),
    Look(CELL, SONG, _LATIN, 9.5, line=14),
    Look(CELL_HEAD, HEI, _LATIN, 9.5, align="center", line=14, keep=True),
    Look(MARK, HEI, _LATIN, 12.0, bold=True, colour="B00020", align="center"),
    Look(FOOT, SONG, _LATIN, 9.0, colour="555555", align="center"),
    Look(SIGN, FANG, _LATIN, 14.0, align="right", before=4, line=26, keep=True),
)
"""Styles of ours; put into any template that has none of that name."""
