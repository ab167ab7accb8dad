"""What of persons may stand in a document: private people never by name, staff by name only where the kind needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

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
_SIGNED = _NAMING | {PaperKind.FLASH, PaperKind.RIVER_DAILY}
"""Kinds in which whoever issues them stands by name."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Puts other words in the place of names: the family name of private people, the post of the office's own."""

    said: Mapping[str, str]
    names: re.Pattern[str] | None

    def text(self, text: str) -> str:
        """Return a text with names and telephone numbers masked."""
        if self.names is not None:
            text = self.names.sub(lambda found: self.said[found.group()], text)
        return _PHONE.sub(r"\1******\2", text)


def masked(name: str) -> str:
    """Return the family name only."""
    return f"{name[:1]}**" if name else "—"


def names_staff(kind: PaperKind) -> bool:
    """Whether a kind of document names the office's own people."""
    return kind in _NAMING


def names_signer(kind: PaperKind) -> bool:
    """Whether whoever issues it stands by name."""
    return kind in _SIGNED


def screen(now: Situation, kind: PaperKind) -> Screen:
    """Return the mask for a kind of document; a name of one character is none to look for."""
    registers = now.registers
    said: dict[str, str] = {}
    if not names_staff(kind):
        said |= {row.name: row.post for row in (*registers.staff, *registers.users)}
    for register in (registers.growers, registers.keypeople, registers.households):
        said |= {row.name: masked(row.name) for row in register}
    kept = sorted((name for name in said if len(name) > 1), key=lambda name: (-len(name), name))
    return Screen(MappingProxyType(said), re.compile("|".join(map(re.escape, kept))) if kept else None)
