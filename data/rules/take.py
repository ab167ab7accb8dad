"""take(now, step) -> (after, touched): the one way a situation changes. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    HandoverPrepared,
    HandoverSigned,
    LessonNoted,
    MessageAnswered,
    MessageLogged,
    MessageNoted,
    PaperIssued,
    PollAnswered,
)
from data.model.register import Register
from data.model.river import Forecast
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.situation import Course, Situation, Touched
from data.model.steps import (
    CallLogged,
    FieldRefused,
    ForecastEntered,
    ForecastWithdrawn,
    IncidentAmended,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    NoteWritten,
    OrderEnded,
    OrderReceived,
    PersonUnmasked,
    PushApproved,
    PushDrafted,
    PushRefused,
    PushRetracted,
    ReadingTaken,
    ReceiptNoted,
    ReckoningKept,
    RegisterReplaced,
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    ReportsMerged,
    SignedOff,
    Step,
    StepRefused,
    StoneStateSet,
    TaskOrdered,
    TasksMoved,
    UserChanged,
    WhereaboutsSet,
)
from data.rules import dispatch, drilling, field, office, readings, reports, signoff, tasks
from data.rules.alarms import taking
from data.rules.plan import make_plan
from data.rules.readings import take_reading
from data.rules.rights import authorise
from data.rules.warning import with_suggestion

_CONCLUDE_AFTER = (
    Touched.RIVER | Touched.INCIDENTS | Touched.STONES | Touched.REGISTERS | Touched.LEVEL | Touched.RECKONED
)
"""What the rules draw conclusions from; a mere report waits for a person to make an incident of it."""

_PLAN_DEPENDS_ON = frozenset({"plan", "grids", "routes", "works", "spurs", "shelters", "stock", "growers"})


def take(now: Situation, step: Step) -> tuple[Situation, Touched]:
    """Return the situation after a step and what it touched; StepRefused when the situation does not allow it."""
    if step.realm is not now.realm:
        raise StepRefused("other_realm", realm=step.realm, here=now.realm)
    authorise(now, step)
    here = replace(now, at=max(now.at, step.at))
    after, touched = _apply(here, step)
    after = replace(after, seq=now.seq + 1)
    if touched & _CONCLUDE_AFTER:
        after, consequences = _conclude(after)
        touched |= consequences
    return after, touched | Touched.LOG


def _conclude(now: Situation) -> tuple[Situation, Touched]:
    """Let the rules draw their conclusions: suggested level, then tasks."""
    touched = Touched(0)
    after = with_suggestion(now)
    if after is not now:
        touched |= Touched.LEVEL
    if after.basis.course is Course.NORMAL and not after.plan.instructions:
        return after, touched
    followed = tasks.follow(after)
    if followed is not after:
        touched |= Touched.TASKS
    return followed, touched


def _apply(now: Situation, step: Step) -> tuple[Situation, Touched]:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    match step.body:
        case ReadingTaken(reading):
            return take_reading(now, reading), Touched.RIVER
        case ForecastEntered(forecast):
            return _forecast(now, forecast), Touched.RIVER
        case ForecastWithdrawn(station, _):
            if station not in now.forecasts:
                raise StepRefused("no_forecast", station=station)
            return replace(now, forecasts=now.forecasts.delete(station)), Touched.RIVER
        case OrderReceived(order):
            return replace(now, orders=now.orders.set(order.id, order)), Touched.LEVEL
        case OrderEnded(order_id, _):
            order = now.orders.get(order_id)
            if order is None:
                raise StepRefused("no_such_order", order=order_id)
            return replace(now, orders=now.orders.set(order_id, replace(order, ended_at=now.at))), Touched.LEVEL
        case IncidentRaised(incident):
            return reports.raise_incident(now, incident, step.actor), Touched.REPORTS | Touched.INCIDENTS
        case IncidentClosed(incident_id, reason):
            closed = reports.close_incident(now, incident_id, reason, step.actor)
            return closed, Touched.REPORTS | Touched.INCIDENTS
        case IncidentMoved() as body:
            return reports.move_incident(now, body, step.actor), Touched.REPORTS | Touched.INCIDENTS
        case IncidentAmended() as body:
            return reports.amend_incident(now, body, step.actor), Touched.REPORTS | Touched.INCIDENTS
        case SignedOff() as body:
            return signoff.apply(now, body, step.actor), Touched.LEVEL | Touched.TASKS
        case TasksMoved() as body:
            return tasks.move(now, body, step.actor), Touched.TASKS
        case TaskOrdered(task):
            return tasks.order(now, task, step.actor), Touched.TASKS
        case CallLogged(call):
            return dispatch.log_call(now, call), Touched.DISPATCH
        case PushDrafted(push):
            return dispatch.draft(now, push), Touched.DISPATCH
        case PushApproved() as body:
            return dispatch.approve(now, body), Touched.DISPATCH
        case PushRefused() as body:
            return dispatch.refuse(now, body), Touched.DISPATCH
        case PushRetracted() as body:
            return dispatch.retract(now, body), Touched.DISPATCH
        case ReceiptNoted() as body:
            return dispatch.note_receipts(now, body), Touched.DISPATCH
        case ReportReceived(report):
            return reports.receive(now, report), Touched.REPORTS
        case ReportMoved() as body:
            return reports.move(now, body), Touched.REPORTS
        case ReportAmended() as body:
            return reports.amend(now, body), Touched.REPORTS
        case ReportsMerged() as body:
            return reports.merge(now, body), Touched.REPORTS
        case ReportsFiled() as body:
            return reports.file(now, body), Touched.REPORTS
        case WhereaboutsSet(register, ids, state, _):
            keys = {f"{register}/{row_id}": state for row_id in ids}
            return replace(now, whereabouts=now.whereabouts.update(keys)), Touched.PEOPLE
        case StoneStateSet(stones, state, _):
            return replace(now, stones=now.stones.update(dict.fromkeys(stones, state))), Touched.STONES
        case RegisterReplaced(register, _, _):
            return _replace_register(now, register), Touched.REGISTERS
        case ReckoningKept(reckoned):
            return replace(now, reckoned=reckoned), Touched.RECKONED
        case UserChanged(user):
            return replace(now, user=user), Touched.USER
        case PersonUnmasked() | NoteWritten() | FieldRefused():
            return now, Touched.LOG
        case ReadingProposed() | ProposalDecided() | ReadingCorrected() | OutlookMade() as body:
            return readings.apply(now, body, step.actor), Touched.RIVER
        case AlarmsMoved() | AlarmsAcknowledged() | AlarmsClosed() | AlarmsShelved() | AlarmsUnshelved() as body:
            return taking.apply(now, body, step.actor), Touched.ALARMS
        case AlarmsServiced() as body:
            return taking.apply(now, body, step.actor), Touched.ALARMS
        case DrillBegun() | InjectMarked() | DrillPaced() | DrillEnded() as body:
            return drilling.apply(now, body), Touched.DRILL
        case HandoverSigned() as body:
            return office.apply(now, body, step.actor), Touched.OFFICE | Touched.USER
        case (
            MessageLogged()
            | MessageNoted()
            | MessageAnswered()
            | BriefingOpened()
            | BriefingAnswered()
            | PollAnswered()
            | BriefingDecided()
            | BriefingSigned()
            | BriefingClosed()
            | HandoverPrepared()
            | PaperIssued()
            | LessonNoted()
        ) as body:
            return office.apply(now, body, step.actor), Touched.OFFICE
        case body:
            return field.apply(now, body)


def _forecast(now: Situation, forecast: Forecast) -> Situation:
    if not 0 <= forecast.flow_m3s <= 60_000:
        raise StepRefused("forecast_impossible", flow=forecast.flow_m3s)
    return replace(now, forecasts=now.forecasts.set(forecast.station, forecast))


def _replace_register(now: Situation, register: Register[Any]) -> Situation:
    registers = now.registers.having(register)
    after = replace(now, registers=registers)
    return replace(after, plan=make_plan(registers)) if register.kind in _PLAN_DEPENDS_ON else after
