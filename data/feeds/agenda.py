"""Read the agenda of briefings; a faulty table of the office is told with its line, a shipped one is ours to mend."""

from __future__ import annotations

import csv
from pathlib import Path

from data.model.agenda import Agenda, AgendaQuestion, Motion


class AgendaFault(ValueError):
    """A row that cannot be used; the message names file and line."""


def read_agenda(path: Path) -> Agenda:
    """Read questions and motions in the order of the table (kind, id, text, text_en, asked)."""
    questions: list[AgendaQuestion] = []
    motions: list[Motion] = []
    seen: set[str] = set()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
            row_id, text = (row.get("id") or "").strip(), (row.get("text") or "").strip()
            kind = (row.get("kind") or "").strip()
            if not row_id or not text or row_id in seen or kind not in ("question", "motion"):
                raise AgendaFault(f"{path.name}:{number}")
            seen.add(row_id)
            asked = tuple(role.strip() for role in (row.get("asked") or "").split(";") if role.strip())
            rest = (row_id, text, (row.get("text_en") or "").strip(), asked)
            if kind == "question":
                questions.append(AgendaQuestion(*rest))
            else:
                motions.append(Motion(*rest))
    return Agenda(tuple(questions), tuple(motions))
