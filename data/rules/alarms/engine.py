"""The alarm engine: from conditions, moment by moment, to what changed of each alarm (ISA-18.2). Pure.

Its state holds only what the situation does not: how long conditions have held, how often they changed lately, and
what was held back. What stands lies in the situation, so a desk that starts again knows every acknowledgement.
The moves must have been taken into the situation before the next call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from data.model.alarm_bounds import AlarmBounds
from data.model.alarms import Alarm, AlarmChange, AlarmClass, AlarmKind, AlarmMove, Closing, Priority
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.alarms.condition import Condition, group_of

DRILL = "drill"
_NEWS = (AlarmChange.RAISED, AlarmChange.AGAIN, AlarmChange.WORSE)


class Hold(StrEnum):
    """Why a condition that holds raises no alarm."""

    OUT_OF_SERVICE = "out_of_service"
    SHELVED = "shelved"
    MODE = "mode"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Held:
    """A condition that holds past its delay and raises nothing, and why."""

    hold: Hold
    condition: Condition


@dataclass(frozen=True, slots=True)
class Track:
    """How a condition does: whether it holds, since when that is so, its latest changes, whether it chatters.

    `least` is the least count since the last news of it: one more than that is news, also below the worst there was.
    """

    holds: bool
    since: datetime
    changes: tuple[datetime, ...] = ()
    chatters: bool = False
    least: float | None = None


@dataclass(frozen=True, slots=True)
class EngineState:
    """What the engine remembers. `raised` are the times of the new alarms that may make a flood, oldest first."""

    bounds: AlarmBounds
    tracks: Mapping[str, Track] = field(default_factory=lambda: MappingProxyType({}))
    held: Mapping[str, Held] = field(default_factory=lambda: MappingProxyType({}))
    raised: tuple[datetime, ...] = ()
    flood: bool = False

    def chattering(self) -> tuple[str, ...]:
        """Return the tags that chatter, standing or not: the list for repair."""
        return tuple(tag for tag, track in self.tracks.items() if track.chatters)


def restarted(bounds: AlarmBounds, now: Situation, at: datetime) -> EngineState:
    """Return the state of an engine that starts with what stands in a situation; nothing of it is raised anew."""
    tracks = {
        tag: Track(alarm.active, _since(now, alarm, at), (), alarm.chatters, alarm.value)
        for tag, alarm in now.alarms.items()
    }
    raised = sorted(alarm.raised_at for alarm in now.alarms.values() if _counts(now, alarm.kind))
    state = EngineState(bounds, tracks, raised=tuple(raised))
    return _flooding(state, (), at)


def _since(now: Situation, alarm: Alarm, at: datetime) -> datetime:
    """Return since when its condition has held, or been gone, at the latest: its delay was over when it was told."""
    kind = now.registers.alarmkinds.get(alarm.kind)
    delay_s = 0.0 if kind is None else kind.on_delay_s if alarm.active else kind.off_delay_s
    return min(at, (alarm.last_at or alarm.raised_at) - timedelta(seconds=delay_s))


def mode_of(now: Situation) -> frozenset[str]:
    """Return the modes in force, as the philosophy names them: the course of the flood, and drill in a drill."""
    drill = {DRILL} if now.realm is Realm.DRILL else frozenset[str]()
    return frozenset({now.basis.course.value}) | drill


def advance(
    state: EngineState, conditions: Iterable[Condition], now: Situation, at: datetime
) -> tuple[EngineState, tuple[AlarmMove, ...]]:
    """Return the state after a moment and what changed, in the order of tags."""
    seen = {condition.tag: condition for condition in conditions}
    modes, moves = mode_of(now), list[AlarmMove]()
    tracks, held = dict[str, Track](), dict[str, Held]()
    for tag in sorted({*seen, *now.alarms, *state.tracks}):
        kind = now.registers.alarmkinds.get(tag.partition("/")[0])
        alarm, condition = now.alarms.get(tag), seen.get(tag)
        if kind is None:  # the row was taken out of the philosophy: what stood of it ends
            if alarm is not None:
                moves.append(_move(alarm, AlarmChange.ENDED, at))
            continue
        before = state.tracks.get(tag)
        track = _tracked(state.bounds, before, condition, kind, at)
        quiet = not kind.enabled or bool(modes & quiet_modes(kind))
        one = _Tag(tag, kind, condition, alarm, before, track, quiet, at)
        hold = _hold(now, kind, tag, quiet, at)
        mine = tuple(one.moves(hold, state.bounds))
        moves += mine
        track = _counted(track, condition, mine)
        if hold is not None and condition is not None and alarm is None and one.up:
            held[tag] = Held(hold, condition)
        if _worth_keeping(track, alarm, state.bounds, at):
            tracks[tag] = track
    after = replace(state, tracks=tracks, held=held)
    new = [move.at for move in moves if move.change is AlarmChange.RAISED and _counts(now, move.kind)]
    return _flooding(after, new, at), tuple(moves)


@dataclass(frozen=True, slots=True)
class _Tag:
    """One tag at one moment."""

    tag: str
    kind: AlarmKind
    condition: Condition | None
    alarm: Alarm | None
    before: Track | None
    track: Track
    quiet: bool  # suppressed by the mode, or its kind is switched off
    at: datetime

    @property
    def up(self) -> bool:
        """Whether the condition has held for its on-delay."""
        return self.track.holds and self.at - self.track.since >= timedelta(seconds=self.kind.on_delay_s)

    @property
    def down(self) -> bool:
        """Whether it has been gone for its off-delay."""
        return not self.track.holds and self.at - self.track.since >= timedelta(seconds=self.kind.off_delay_s)

    @property
    def muted(self) -> bool:
        """Whether its comings and goings are mere chatter; what must pass is listed for repair, yet never muted."""
        return self.track.chatters and not self.kind.must_pass

    def moves(self, hold: Hold | None, bounds: AlarmBounds) -> Iterable[AlarmMove]:
        """Say what changes of it."""
        alarm = self.alarm
        if alarm is None and self.up and hold is None:
            yield self._of(AlarmChange.RAISED)
            if self.track.chatters:
                yield self._of(AlarmChange.CHATTERS, len(self.track.changes))
            return
        if hold is Hold.OUT_OF_SERVICE:
            if alarm is not None:  # raised by a look that began before it was taken out
                yield self._of(AlarmChange.ENDED)
            return
        yield from self._chatter()
        if alarm is None:
            return
        if self.quiet is not alarm.suppressed:
            yield self._of(AlarmChange.SUPPRESSED if self.quiet else AlarmChange.RESUMED)
        if alarm.active:
            if self._worse(alarm, bounds):
                yield self._of(AlarmChange.WORSE)
            elif self.down and not self.muted:
                yield self._of(AlarmChange.RETURNED)
        elif self.up and not self.muted:
            yield self._of(AlarmChange.AGAIN)
        elif alarm.acked_at is not None and self.kind.closing is Closing.SELF:
            yield self._of(AlarmChange.ENDED)

    def _chatter(self) -> Iterable[AlarmMove]:
        began = self.track.chatters and (self.before is None or not self.before.chatters)
        ended = not self.track.chatters and self.before is not None and self.before.chatters
        if began:
            yield self._of(AlarmChange.CHATTERS, len(self.track.changes))
        elif ended:
            yield self._of(AlarmChange.STEADY)

    def _worse(self, alarm: Alarm, bounds: AlarmBounds) -> bool:
        condition = self.condition
        if condition is None or not self.track.holds:
            return False
        if self._priority().rank > alarm.priority.rank:
            return True
        least = self.track.least
        if not condition.grows or condition.value is None or least is None or condition.value <= least:
            return False
        return self.at - (alarm.last_at or alarm.raised_at) >= timedelta(seconds=bounds.renew_s)

    def _priority(self) -> Priority:
        own = None if self.condition is None else self.condition.priority
        return own or self.kind.priority

    def _of(self, change: AlarmChange, times: int = 1) -> AlarmMove:
        condition, alarm = self.condition, self.alarm
        if condition is None:
            if alarm is not None:
                return replace(_move(alarm, change, self.at), times=times)
            return AlarmMove(
                self.tag, change, self.at, self.kind.id, self.tag.partition("/")[2], "", self.kind.priority, times=times
            )
        return AlarmMove(
            self.tag, change, self.at, condition.kind, condition.ref, group_of(self.kind, condition),
            self._priority(), condition.value, condition.limit, condition.params, times,
        )  # fmt: skip


def _move(alarm: Alarm, change: AlarmChange, at: datetime) -> AlarmMove:
    return AlarmMove(
        alarm.tag, change, at, alarm.kind, alarm.ref, alarm.group, alarm.priority, alarm.value, alarm.limit,
        alarm.params,
    )  # fmt: skip


def _tracked(
    bounds: AlarmBounds, before: Track | None, condition: Condition | None, kind: AlarmKind, at: datetime
) -> Track:
    """Follow a condition by one moment: deadband first, then its changes, then whether they are chatter."""
    held = before is not None and before.holds
    holds = condition is not None and (condition.reaches() or (held and condition.keeps(kind.deadband)))
    since = at if before is None else before.since
    changes = () if before is None else before.changes
    chatters = before is not None and before.chatters
    if holds is not held:
        since, changes = at, (*changes, at)
    elif before is not None and not changes and not chatters:
        return before
    window = at - timedelta(seconds=bounds.chatter_window_s)
    last = changes[-1] if changes else since
    changes = tuple(change for change in changes if change > window)
    if len(changes) >= bounds.chatter_changes:
        chatters = True
    elif chatters and at - last >= timedelta(seconds=bounds.steady_s):
        chatters = False
    if before is not None and (holds, since, changes, chatters) == (
        before.holds, before.since, before.changes, before.chatters,
    ):  # fmt: skip
        return before
    return Track(holds, since, changes, chatters, None if before is None else before.least)


def _counted(track: Track, condition: Condition | None, moves: tuple[AlarmMove, ...]) -> Track:
    """Follow the least count since the last news."""
    if condition is None or not condition.grows:
        gone = track.least is not None and not track.holds
        return replace(track, least=0.0) if gone else track
    news = track.least is None or any(move.change in _NEWS for move in moves)
    least = condition.value if news or condition.value is None else min(track.least or 0.0, condition.value)
    return track if least == track.least else replace(track, least=least)


def _worth_keeping(track: Track, alarm: Alarm | None, bounds: AlarmBounds, at: datetime) -> bool:
    """Whether a tag must still be known at the next moment."""
    young = at - track.since <= timedelta(seconds=bounds.chatter_window_s)
    return track.holds or alarm is not None or track.chatters or bool(track.changes) or young


def _hold(now: Situation, kind: AlarmKind, tag: str, quiet: bool, at: datetime) -> Hold | None:
    if tag in now.out_of_service:
        return Hold.OUT_OF_SERVICE
    shelf = now.shelves.get(tag)
    if shelf is not None and shelf.until > at:
        return Hold.SHELVED
    if not kind.enabled:
        return Hold.DISABLED
    return Hold.MODE if quiet else None


def quiet_modes(kind: AlarmKind) -> frozenset[str]:
    """Return the modes in which a kind is suppressed."""
    return frozenset(mode.strip() for mode in kind.quiet_in.split(";") if mode.strip())


def _counts(now: Situation, kind_id: str) -> bool:
    """Whether a new alarm of this kind counts towards a flood: diagnostics have a list of their own."""
    kind = now.registers.alarmkinds.get(kind_id)
    return kind is None or kind.alarm_class is AlarmClass.ALARM


def _flooding(state: EngineState, new: Iterable[datetime], at: datetime) -> EngineState:
    bounds = state.bounds
    since = at - timedelta(seconds=bounds.flood_window_s)
    raised = tuple(moment for moment in (*state.raised, *new) if moment > since)
    flood = len(raised) > bounds.flood_count or (state.flood and len(raised) >= bounds.flood_end_count)
    if raised == state.raised and flood == state.flood:
        return state
    return replace(state, raised=raised, flood=flood)
