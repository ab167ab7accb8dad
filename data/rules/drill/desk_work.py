"""What the desk of a drill does by itself: alarms, messages, reports, the level and the push that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from data.model.alarm_steps import AlarmsAcknowledged, AlarmsClosed
from data.model.alarms import AlarmState
from data.model.dispatch import ReportState
from data.model.drill import Act
from data.model.levels import Level
from data.model.office_steps import MessageAnswered, MessageNoted
from data.model.report_steps import ReportMoved
from data.model.river import HUAYUANKOU
from data.model.situation import Cause, Reason, Situation
from data.model.steps import Step, TasksMoved
from data.model.task import Move, TaskState
from data.rules import signoff
from data.rules.drill.cast import COMMAND, LEADERS, OFFICE, Cast, commander, holder, on_duty, step
from data.rules.drill.effects import message_id, report_id
from data.rules.drill.pushing import push_id, pushed
from data.rules.performance.leads import HINTS
from data.rules.warning import at_flow

_LOWERED_AFTER = timedelta(hours=2)
"""[设定] A level is lowered only after the river has been lower for so long."""


def desk(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Yield what the desk does: alarms, messages and reports that no inject asks for, the level, pushes with it."""
    yield from _alarms(cast, now, at)
    yield from _messages(cast, now, at)
    yield from _reports(cast, now, at)
    yield from _level(cast, now, at)
    yield from _tell(cast, now, at)


def _stamp(at: datetime) -> str:
    return f"{at:%m%d%H%M%S}"


def _alarms(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    def seen_at(tag: str, since: datetime) -> datetime:
        slow = 6 if cast.misses(OFFICE, "alarm", tag, since.isoformat()) else 1
        return since + cast.after(OFFICE, "alarm", tag, since.isoformat()) / 2 * slow

    waiting = sorted(
        one.tag
        for one in now.alarms.values()
        if one.acked_at is None and at >= seen_at(one.tag, one.last_at or one.raised_at)
    )
    if waiting:
        yield step(f"alarms-{_stamp(at)}", at, on_duty(now), AlarmsAcknowledged(tuple(waiting)))
    over = sorted(one.tag for one in now.alarms.values() if one.state is AlarmState.DONE_WAITS)
    if over:
        yield step(f"closed-{_stamp(at)}", at, on_duty(now), AlarmsClosed(tuple(over), "已处置"))


def _asked(cast: Cast, acts: frozenset[Act]) -> frozenset[str]:
    """Return the injects of which something of these acts is expected: not the routine's business."""
    return frozenset(
        next((value for key, value in one.proof if key == "inject"), inject.id)
        for inject in cast.scenario.injects
        for one in inject.expects
        if one.act in acts
    )


def _messages(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    open_ = sorted((one for one in now.messages.values() if one.open), key=lambda one: one.id)
    if not open_:
        return
    noted = {message_id(one) for one in _asked(cast, frozenset({Act.NOTE, Act.ANSWER}))}
    answered = {message_id(one) for one in _asked(cast, frozenset({Act.ANSWER}))}
    for one in open_:
        ready = at >= one.at + cast.after(OFFICE, "message", one.id)
        if one.noted_at is None and one.id not in noted and ready:
            yield step(f"noted-{one.id}", at, on_duty(now), MessageNoted(one.id))
        elif (
            one.noted_at is not None
            and one.id not in answered
            and at >= one.noted_at + cast.after(OFFICE, "answer", one.id)
        ):
            yield step(f"answer-{one.id}", at, on_duty(now), MessageAnswered(one.id, "已收悉并落实"))


def _reports(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    asked = {report_id(one) for one in _asked(cast, frozenset({Act.NOTE, Act.VERIFY, Act.INCIDENT}))}
    for one in sorted(now.reports.values(), key=lambda one: one.id):
        wait = cast.after(OFFICE, "report", one.id)
        incident = now.incidents.get(one.incident)
        settled = incident is None or incident.closed_at is not None
        if one.state is ReportState.UNVERIFIED and one.id not in asked and at >= one.at + wait:
            yield step(f"verified-{one.id}", at, on_duty(now), ReportMoved((one.id,), ReportState.VERIFIED, "已核实"))
        elif one.state is ReportState.VERIFIED and at >= one.at + 4 * wait:
            handled = ReportMoved((one.id,), ReportState.HANDLING, "已交办", owner=_owner(now))
            yield step(f"handled-{one.id}", at, on_duty(now), handled)
        elif one.state is ReportState.HANDLING and settled and at >= one.at + 30 * wait:
            yield step(f"done-{one.id}", at, on_duty(now), ReportMoved((one.id,), ReportState.CLOSED, "处置完毕"))


def _owner(now: Situation) -> str:
    return next((squad.id for squad in now.registers.squads), "")


def _level(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Sign what is suggested, upwards soon, downwards after a time; then issue what waits."""
    wanted, since = _firm(now)
    standing = now.standing.level
    if wanted > standing and since is not None:
        about = ("level", wanted.name, since.isoformat())
        slow = 3 if cast.misses(COMMAND, *about) else 1
        if at >= since + cast.after(COMMAND, *about) * slow:
            yield _signed(now, at, wanted)
            return
    elif wanted < standing and not _by_decision(now) and _low_since(now, at, standing):
        yield _signed(now, at, wanted)
        return
    if standing is Level.NONE:
        return
    waiting: dict[str, list[str]] = {}
    for task in now.tasks.values():
        if task.state is TaskState.PENDING and at >= task.raised_at + cast.after(LEADERS, "issue", task.id):
            waiting.setdefault(task.role, []).append(task.id)
    for role in sorted(waiting):
        body = TasksMoved(tuple(sorted(waiting[role])), Move.ISSUE, assignee=holder(now, role))
        yield step(f"issued-{role}-{_stamp(at)}", at, on_duty(now), body)


def _signed(now: Situation, at: datetime, level: Level) -> Step:
    shown = signoff.preview(now, now.flow_m3s or 0.0)
    body = signoff.sign_off(shown, level, "按会商意见签发", "区防指、河务局")
    return step(f"signed-{_stamp(at)}", at, commander(now), body)


def _firm(now: Situation) -> tuple[Level, datetime | None]:
    """Return the level that a commander signs, and since when: what stations upstream hint at alone he does not."""
    firm = [why for why in now.suggestion.reasons if why.cause not in HINTS]
    level = max((why.level for why in firm), default=Level.NONE)
    times = [_since(now, why) for why in firm if why.level is level]
    return level, min((one for one in times if one is not None), default=None)


def _since(now: Situation, why: Reason) -> datetime | None:
    """Return when a reason came up."""
    match why.cause:
        case Cause.OBSERVED:
            since: datetime | None = None
            for reading in reversed(now.readings.get(why.ref, ())):
                if reading.flow_m3s is not None and reading.flow_m3s < (why.bound or 0.0):
                    break
                since = reading.at
            return since
        case Cause.FORECAST:
            forecast = now.forecasts.get(why.ref)
            return None if forecast is None else forecast.issued_at
        case Cause.ORDER:
            order = now.orders.get(why.ref)
            return None if order is None else order.at
        case _:
            incident = now.incidents.get(why.ref)
            return None if incident is None else incident.at


def _low_since(now: Situation, at: datetime, standing: Level) -> bool:
    """Whether the river has been below the standing level for long enough."""
    readings = [one for one in now.readings.get(HUAYUANKOU, ()) if one.flow_m3s is not None]
    recent = [one for one in readings if at - one.at <= _LOWERED_AFTER]
    return bool(recent) and all(at_flow(now.registers.triggers, one.flow_m3s or 0.0) < standing for one in recent)


def _by_decision(now: Situation) -> bool:
    """Whether the standing level is higher than the river ever asked for: who decided that decides its end."""
    flows = (one.flow_m3s for one in now.readings.get(HUAYUANKOU, ()) if one.flow_m3s is not None)
    return at_flow(now.registers.triggers, max(flows, default=0.0)) < now.standing.level


def _tell(cast: Cast, now: Situation, at: datetime) -> Iterator[Step]:
    """Push a level that was signed higher than before, once."""
    level, since = now.standing.level, now.standing.since
    name = f"level-{level.name}"
    if level is Level.NONE or since is None or push_id(name) in now.pushes:
        return
    if at >= since + cast.after(OFFICE, "push", name):
        yield from pushed(cast, now, at, name, f"{level.name} 级响应", "HYK-M02")
