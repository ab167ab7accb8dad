"""What differs between two situations, told as what a step would have touched: a jump in time is drawn like a step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.model.situation import Situation, Touched

_TOUCHED: Mapping[str, Touched] = MappingProxyType(
    {
        "registers": Touched.REGISTERS,
        "plan": Touched.REGISTERS,
        "readings": Touched.RIVER,
        "forecasts": Touched.RIVER,
        "outlooks": Touched.RIVER,
        "proposals": Touched.RIVER,
        "orders": Touched.LEVEL,
        "suggestion": Touched.LEVEL,
        "standing": Touched.LEVEL,
        "basis": Touched.LEVEL | Touched.TASKS,
        "tasks": Touched.TASKS,
        "calls": Touched.DISPATCH,
        "pushes": Touched.DISPATCH,
        "musters": Touched.DISPATCH,
        "videos": Touched.DISPATCH,
        "reports": Touched.REPORTS,
        "incidents": Touched.REPORTS | Touched.INCIDENTS,
        "whereabouts": Touched.PEOPLE,
        "stones": Touched.STONES,
        "user": Touched.USER,
        "devices": Touched.FIELD,
        "watches": Touched.FIELD,
        "patrols": Touched.FIELD,
        "pictures": Touched.FIELD,
        "reckoned": Touched.RECKONED,
        "alarms": Touched.ALARMS,
        "shelves": Touched.ALARMS,
        "out_of_service": Touched.ALARMS,
        "messages": Touched.OFFICE,
        "briefings": Touched.OFFICE,
        "handovers": Touched.OFFICE,
        "papers": Touched.OFFICE,
        "lessons": Touched.OFFICE,
        "drill": Touched.DRILL,
        "seq": Touched.LOG,
    }
)
"""Every part of a situation but its realm and time, and what a step that changes it touches."""


def touched_between(before: Situation, after: Situation) -> Touched:
    """Return what a step from one situation to the other would have touched."""
    touched = Touched(0)
    for part, flags in _TOUCHED.items():
        if flags & ~touched:
            a, b = getattr(before, part), getattr(after, part)
            if a is not b and a != b:
                touched |= flags
    return touched
