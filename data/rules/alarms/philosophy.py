"""Rationalisation: is every alarm of the philosophy one that somebody can act on, and has every detector a row?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.model.alarms import AlarmClass, AlarmKind, Priority
from data.model.register import Registers
from data.model.situation import Course
from data.rules.alarms import front, health, river
from data.rules.alarms.engine import DRILL, quiet_modes

DETECTED = frozenset({
    river.FLOW_LEVEL, river.STAGE_WARNING, river.FLOW_RATE, river.UPSTREAM, river.RESERVOIR, river.FORECAST,
    front.INCIDENT_LARGE, front.INCIDENT_LATE, front.STONE_MOVED, front.STONE_SILENT, front.PEOPLE_CUT_OFF,
    front.PEOPLE_LEAVE, front.PEOPLE_UNANSWERED, front.HELP, front.PATROL_GAP, front.STOCK_LOW, front.TASK_OVERDUE,
    health.LINK_LOST, health.VALUE_STALE, health.SENSOR_BROKEN, health.SOURCES_DIFFER, health.FEED_DOWN,
    health.STORE_TROUBLE,
})  # fmt: skip
"""Kinds that a detector speaks of."""
MEASURED = frozenset({river.STAGE_WARNING, river.FLOW_RATE})
"""Kinds of a value against a limit whose tags have no deadband of their own."""
GROUPS = frozenset({
    "kind", "ref", "station", "incident", "works", "spur", "bench", "push", "muster", "section", "role", "variable",
    "source", "level",
})  # fmt: skip
MOST_HIGH = 0.34
"""[设定] A larger share of kinds with high priority says that nothing is: the target is for occurrences, 5 %."""
_NEEDED = ("cause", "consequence", "action", "owner", "source")


class FindingCode(StrEnum):
    """What is wrong with a row, or with the table."""

    BLANK = "blank"  # column
    NO_TIME = "no_time"
    OWNER_UNKNOWN = "owner_unknown"  # role
    VIEW_UNKNOWN = "view_unknown"  # view
    MODE_UNKNOWN = "mode_unknown"  # mode
    GROUP_UNKNOWN = "group_unknown"  # group
    NO_DEADBAND = "no_deadband"
    QUIET_MUST_PASS = "quiet_must_pass"  # must pass, and yet suppressed in a mode
    UNSPOKEN = "unspoken"  # high priority without words to say
    NO_DETECTOR = "no_detector"  # nothing ever raises it
    NO_ROW = "no_row"  # a detector without a row: what it finds is shown nowhere
    SWITCHED_OFF = "switched_off"  # must pass, and yet not enabled
    TOO_MANY_HIGH = "too_many_high"  # share


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: the row it is about ("" for the table), its column, and what stands there."""

    code: FindingCode
    row: str = ""
    column: str = ""
    value: str = ""


def check(registers: Registers, views: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what is to be mended in the philosophy; without `views` their names are taken on trust."""
    kinds = registers.alarmkinds
    found = [finding for row in kinds for finding in (*_named(row, registers, views), *_behaved(row))]
    found += [Finding(FindingCode.NO_ROW, kind) for kind in sorted(DETECTED) if kinds.get(kind) is None]
    shares = Counter(row.priority for row in kinds if row.alarm_class is AlarmClass.ALARM)
    total = sum(shares.values())
    if total and shares[Priority.HIGH] / total > MOST_HIGH and shares[Priority.HIGH] > 1:
        found.append(Finding(FindingCode.TOO_MANY_HIGH, value=f"{shares[Priority.HIGH] / total:.2f}"))
    return tuple(found)


def _named(row: AlarmKind, registers: Registers, views: Collection[str]) -> Iterator[Finding]:
    """What an operator has to be told, and by whom and where it is dealt with."""
    for name in _NEEDED:
        if not str(getattr(row, name)).strip():
            yield Finding(FindingCode.BLANK, row.id, name)
    if row.available_min <= 0:
        yield Finding(FindingCode.NO_TIME, row.id, "available_min", f"{row.available_min:g}")
    if len(registers.roles) and registers.roles.get(row.owner) is None:
        yield Finding(FindingCode.OWNER_UNKNOWN, row.id, "owner", row.owner)
    if views and row.view not in views:
        yield Finding(FindingCode.VIEW_UNKNOWN, row.id, "view", row.view)
    if row.priority is Priority.HIGH and not row.spoken.strip():
        yield Finding(FindingCode.UNSPOKEN, row.id, "spoken")
    if row.id not in DETECTED:
        yield Finding(FindingCode.NO_DETECTOR, row.id, "id")


def _behaved(row: AlarmKind) -> Iterator[Finding]:
    """How the engine will treat it."""
    modes = {course.value for course in Course} | {DRILL}
    for mode in sorted(quiet_modes(row) - modes):
        yield Finding(FindingCode.MODE_UNKNOWN, row.id, "quiet_in", mode)
    if row.group not in GROUPS:
        yield Finding(FindingCode.GROUP_UNKNOWN, row.id, "group", row.group)
    if row.id in MEASURED and row.deadband <= 0:
        yield Finding(FindingCode.NO_DEADBAND, row.id, "deadband")
    if row.must_pass and row.quiet_in.strip():
        yield Finding(FindingCode.QUIET_MUST_PASS, row.id, "quiet_in", row.quiet_in)
    if row.must_pass and not row.enabled:
        yield Finding(FindingCode.SWITCHED_OFF, row.id, "enabled")
