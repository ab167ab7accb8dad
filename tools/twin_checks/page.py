"""The page: sections, tables, gates and pictures as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.twin_checks.found import Gate, Section, Table
from tools.twin_checks.pictures import drawn


def _table(table: Table) -> list[str]:
    return [
        "| " + " | ".join(table.head) + " |",
        "|" + "---|" * len(table.head),
        *("| " + " | ".join(row) + " |" for row in table.rows),
        "",
    ]


def _figure(value: float, unit: str) -> str:
    told = "0" if value == 0 else f"{value:.3g}" if 1e-3 <= abs(value) < 1e4 else f"{value:.1e}"
    return f"{told} {unit}".strip()


def gates(found: Iterable[Gate]) -> Table:
    """A table of gates."""
    rows = tuple(
        (gate.name, _figure(gate.value, gate.unit), ("≥ " if gate.at_least else "≤ ") + _figure(gate.bound, gate.unit),
         "met" if gate.met else "**missed**")
        for gate in found
    )  # fmt: skip
    return Table(("gate", "found", "bound", ""), rows)


def written(sections: Sequence[Section], head: str, page: Path, folder: Path) -> None:
    """Write the page and its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [head, ""]
    rows = tuple(
        (section.title, str(sum(gate.met for gate in section.gates)), str(len(section.gates))) for section in sections
    )
    lines += _table(Table(("case", "gates met", "of"), rows))
    for section in sections:
        lines += [f"## {section.title}", ""]
        for paragraph in section.told.split("\n\n"):
            lines += [*textwrap.wrap(paragraph, 120, break_long_words=False), ""]
        if section.gates:
            lines += _table(gates(section.gates))
        for table in section.tables:
            lines += _table(table)
        for picture in section.pictures:
            place = drawn(picture, folder).relative_to(page.parent).as_posix()
            lines += [f"![{picture.caption}]({place})", "", f"*{picture.caption}*", ""]
    page.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
