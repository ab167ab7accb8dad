"""What of persons may stand in a document: private people never by name, staff by name only where the kind needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.model.office import PaperKind
from data.model.situation import Situation

_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)\d{6}(\d{2})(?!\d)")
_NAMING = frozenset(
    {
        PaperKind.DUTY_LOG, PaperKind.HANDOVER, PaperKind.MINUTES, PaperKind.ORDERS, PaperKind.INCIDENT_FIRST,
        PaperKind.INCIDENT_LATER,
    }
)  # fmt: skip
"""Kinds in which the office's own people stand by name: who was on duty, who signed, who is charged with what."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Masks texts: `private` are the names that never stand in full, `staff` is empty where the kind names them."""

    private: re.Pattern[str] | None
    staff: re.Pattern[str] | None

    def text(self, text: str) -> str:
        """Return a text with names and telephone numbers masked."""
        for pattern in (self.private, self.staff):
            if pattern is not None:
                text = pattern.sub(lambda found: masked(found.group()), text)
        return _PHONE.sub(r"\1******\2", text)


def masked(name: str) -> str:
    """Return the family name only."""
    return f"{name[:1]}**" if name else "—"


def names_staff(kind: PaperKind) -> bool:
    """Whether a kind of document names the office's own people."""
    return kind in _NAMING


def names_signer(kind: PaperKind) -> bool:
    """Whether whoever issues it stands by name."""
    return kind in _NAMING | {PaperKind.FLASH, PaperKind.RIVER_DAILY}


def screen(now: Situation, kind: PaperKind) -> Screen:
    """Return the mask for a kind of document."""
    registers = now.registers
    private = [row.name for register in (registers.growers, registers.keypeople, registers.households)
               for row in register]  # fmt: skip
    staff = [] if names_staff(kind) else [row.name for row in registers.staff]
    return Screen(_any_of(private), _any_of(staff))


def _any_of(names: list[str]) -> re.Pattern[str] | None:
    """Return what finds any of the names, the longest first; one character alone is no name to look for."""
    kept = sorted({name for name in names if len(name) > 1}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, kept))) if kept else None
