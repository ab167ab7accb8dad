"""What the operator sees of the alarms that stand: few lines, the one that counts on top, diagnostics apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.model.alarms import Alarm, AlarmClass, AlarmKind, AlarmState, Priority
from data.model.situation import Situation
from data.rules.alarms.condition import Params
from data.rules.alarms.engine import EngineState, Hold
from data.rules.alarms.front import INCIDENT_LARGE
from data.rules.alarms.river import FLOW_LEVEL, FORECAST, RESERVOIR, STAGE_WARNING, UPSTREAM

LADDERS = frozenset({FLOW_LEVEL, STAGE_WARNING, UPSTREAM, RESERVOIR, FORECAST, INCIDENT_LARGE})
"""Kinds whose tags are rungs of one ladder: of a group the highest rung stands on the line, the others lie under it."""


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """One line of the list. `tags` are all that an act on the line acts on, the one that leads it first.

    `count` counts tags, `times` their comings; `left_s` is the least time available that is left, negative when it is
    over, None once nothing is active. `state` is the most demanding one of the tags. `refs` are shown when unfolded.
    """

    key: str
    tags: tuple[str, ...]
    kind: AlarmKind
    priority: Priority
    state: AlarmState
    count: int
    times: int
    since: datetime
    last_at: datetime
    left_s: float | None
    refs: tuple[str, ...]
    value: float | None
    limit: float | None
    params: Params
    must_pass: bool
    chatters: bool
    group: str = ""

    @property
    def unacked(self) -> bool:
        """Whether somebody has still to look at it."""
        return self.state in (AlarmState.UNACKED, AlarmState.RETURNED)


@dataclass(frozen=True, slots=True)
class AlarmList:
    """What is shown: alarms and diagnostics, most pressing first, and how many are kept out of sight and why.

    `put_aside` are lines of alarms that stand but are shelved or suppressed: the list behind the counts.
    """

    alarms: tuple[AlarmLine, ...]
    diagnostics: tuple[AlarmLine, ...]
    put_aside: tuple[AlarmLine, ...]
    flood: bool
    shelved: int
    out_of_service: int
    suppressed: int
    chattering: int

    @property
    def all(self) -> tuple[AlarmLine, ...]:
        """Both lists, alarms first."""
        return (*self.alarms, *self.diagnostics)

    def unacked(self, priority: Priority) -> int:
        """Count the alarms of a priority that nobody has looked at."""
        return sum(line.unacked and line.priority is priority for line in self.alarms)


_STATES = (AlarmState.UNACKED, AlarmState.RETURNED, AlarmState.ACKED, AlarmState.DONE_WAITS)
"""Most demanding first."""

_Item = tuple[Alarm, AlarmKind]


def lines(now: Situation, at: datetime, state: EngineState) -> AlarmList:
    """Return the lines that a situation shows at a time."""
    alarms: list[_Item] = []
    diagnostics: list[_Item] = []
    aside: list[_Item] = []
    for alarm in now.alarms.values():
        kind = now.registers.alarmkinds.get(alarm.kind)
        if kind is None:
            continue
        shelf = now.shelves.get(alarm.tag)
        if alarm.suppressed or (shelf is not None and shelf.until > at):
            aside.append((alarm, kind))
        else:
            (alarms if kind.alarm_class is AlarmClass.ALARM else diagnostics).append((alarm, kind))
    bounds = state.bounds
    quiet = sum(held.hold in (Hold.MODE, Hold.DISABLED) for held in state.held.values())
    return AlarmList(
        _listed(alarms, at, bounds.lines_alarms, folded=state.flood or _too_many(alarms, bounds.flood_count)),
        _listed(diagnostics, at, bounds.lines_diagnostics, folded=True),
        _listed(aside, at, bounds.lines_alarms, folded=False),
        state.flood,
        sum(shelf.until > at for shelf in now.shelves.values()),
        len(now.out_of_service),
        quiet + sum(alarm.suppressed for alarm in now.alarms.values()),
        len(state.chattering()),
    )


def _too_many(items: Sequence[_Item], most: int) -> bool:
    """Whether more lines would want a look than a person can give: the flood is over, what it left is not."""
    waiting = {_by_tag(item) for item in items if item[0].acked_at is None and not item[1].must_pass}
    return len(waiting) > most


def _listed(items: Sequence[_Item], at: datetime, most: int, *, folded: bool) -> tuple[AlarmLine, ...]:
    """Make lines: by cause in a flood, and by kind where there would be too many; what must pass stays by itself."""
    key = _by_cause if folded else _by_tag
    keys = {item[0].tag: key(item) for item in items}
    if folded:
        keys = _fewer(items, keys, most)
    heaps: dict[str, list[_Item]] = {}
    for item in items:
        heaps.setdefault(keys[item[0].tag], []).append(item)
    made = [_line(key, heap, at) for key, heap in heaps.items()]
    return tuple(sorted(made, key=_rank))


def _by_tag(item: _Item) -> str:
    """One line a tag; rungs of a ladder share theirs, and so do those of a kind that chatter."""
    alarm, kind = item
    if alarm.kind in LADDERS:
        return f"{alarm.kind}|{alarm.group}"
    if alarm.chatters and not kind.must_pass:
        return f"{alarm.kind}|~"
    return alarm.tag


def _by_cause(item: _Item) -> str:
    alarm, kind = item
    if kind.must_pass:
        return _by_tag(item)
    return f"{alarm.kind}|~" if alarm.chatters else f"{alarm.kind}|{alarm.group}"


def _fewer(items: Sequence[_Item], keys: dict[str, str], most: int) -> dict[str, str]:
    """Fold the kinds with the most lines into one each until few enough are left; what must pass does not count."""
    kept = dict(keys)
    while True:
        free = {kept[alarm.tag]: alarm.kind for alarm, kind in items if not kind.must_pass}
        counts = Counter(free.values())
        kind, count = max(counts.items(), key=lambda one: (one[1], one[0]), default=("", 0))
        if len(free) <= most or count < 2:
            return kept
        for alarm, row in items:
            if alarm.kind == kind and not row.must_pass:
                kept[alarm.tag] = f"{kind}|*"


def _line(key: str, heap: Iterable[_Item], at: datetime) -> AlarmLine:
    ranked = sorted(heap, key=_lead(at))
    lead, kind = ranked[0]
    alarms = [alarm for alarm, _ in ranked]
    left = [_left_s(alarm, row, at) for alarm, row in ranked if alarm.active]
    return AlarmLine(
        key,
        tuple(alarm.tag for alarm in alarms),
        kind,
        max((alarm.priority for alarm in alarms), key=lambda one: one.rank),
        min((alarm.state for alarm in alarms), key=_STATES.index),
        len(alarms),
        sum(alarm.times for alarm in alarms),
        min(alarm.raised_at for alarm in alarms),
        max(alarm.last_at or alarm.raised_at for alarm in alarms),
        min(left, default=None),
        tuple(alarm.ref for alarm in alarms),
        lead.value,
        lead.limit,
        lead.params,
        kind.must_pass,
        all(alarm.chatters for alarm in alarms),
        lead.group,
    )


def _lead(at: datetime) -> Callable[[_Item], tuple[object, ...]]:
    """Order tags of one line: active ones, the worst first; on a ladder that is the highest rung that is passed."""

    def order(item: _Item) -> tuple[object, ...]:
        alarm, kind = item
        rung = -(alarm.limit or 0.0) if alarm.kind in LADDERS else 0.0
        return (
            not alarm.active, -alarm.priority.rank, rung, alarm.acked_at is not None, _left_s(alarm, kind, at),
            alarm.tag,
        )  # fmt: skip

    return order


def _left_s(alarm: Alarm, kind: AlarmKind, at: datetime) -> float:
    again = alarm.last_at if alarm.times > 1 and alarm.active else None
    came = alarm.raised_at if again is None else again
    return kind.available_min * 60 - (at - came).total_seconds()


def _rank(line: AlarmLine) -> tuple[object, ...]:
    left = float("inf") if line.left_s is None else line.left_s
    return (_place(line), -line.priority.rank, not line.must_pass, line.chatters, left, line.since, line.key)


def _place(line: AlarmLine) -> int:
    """Place among the lines: a life at stake that somebody has seen does not sink below what can wait."""
    if line.unacked:
        return 0 if line.must_pass or line.priority is Priority.HIGH else 2
    return 1 if line.must_pass and line.state is AlarmState.ACKED else 3
