"""Text made fit for a document: what XML or a reader's eye cannot bear is left out; references to steps as marks."""

from __future__ import annotations

import re

from data.documents.papers.sheet import Run, Sheet, Table

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
"""Marks that let text run the other way: a name could change what a whole line says."""
_SHORT = 11
_SHOWN = 2


def clean(text: str) -> str:
    """Return the text without control characters, lone surrogates and marks of direction; line ends are plain."""
    return _TURNING.sub("", _UNFIT.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")


def titled(sheet: Sheet) -> str:
    """Return the title behind its mark."""
    return sheet.mark + sheet.title if sheet.language == "zh" else f"{sheet.mark} {sheet.title}".strip()


def middles(table: Table) -> tuple[bool, ...]:
    """Say of each column whether it is set in the middle: figures and short words are, sentences are not."""
    return tuple(
        all(len(row[column].text) <= _SHORT and "\n" not in row[column].text for row in table.rows)
        for column in range(len(table.headings))
    )


def reference(run: Run, language: str) -> str:
    """Return the small mark that leads a figure to its steps, "" where there is none."""
    if not run.steps:
        return ""
    numbers = [str(seq) for seq in run.steps]
    if len(numbers) <= _SHOWN:
        return f"〔{'、'.join(numbers)}〕" if language == "zh" else f"[{', '.join(numbers)}]"
    last, count = numbers[-1], len(numbers)
    return f"〔{last} 等 {count} 步〕" if language == "zh" else f"[{last} and {count - 1} more]"
