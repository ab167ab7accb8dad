"""The score of an event: one value made of all queries, the same for a drill and for a flood."""

from __future__ import annotations

from collections.abc import Sequence

from data.model.alarm_bounds import AlarmBounds
from data.model.alarms import AlarmClass
from data.model.drill import Fired
from data.model.drill_steps import InjectMarked
from data.model.levels import Level
from data.model.river import HUAYUANKOU
from data.model.scores import AlarmScore, Answered, EventScore, Outward
from data.model.situation import Situation
from data.model.steps import ReadingTaken, SignedOff
from data.rules.alarms.performance import report
from data.rules.performance.gaps import moved, patrols, tallied, tally, task_gaps, unanswered
from data.rules.performance.leads import leads
from data.rules.performance.story import Line
from data.rules.performance.timings import Period, timings


def event_score(
    lines: Sequence[Line],
    now: Situation,
    span: Period,
    *,
    answers: tuple[Answered, ...] = (),
    outward: Outward = Outward(),  # noqa: B008 - a frozen value
    bounds: AlarmBounds | None = None,
) -> EventScore:
    """Return the score of a span `begins <= t < ends`.

    `lines` may begin before the span (then alarms and levels that stood are known); `now` is the situation after the
    last of them. The peak is told at the time that its reading is for, however late it came. `answers` are a drill's
    (see `answered`); without `bounds` nothing is said of the alarms.
    """
    here = [line for line in lines if span[0] <= line[1].at < span[1]]
    readings = [
        (body.reading.flow_m3s, body.reading.at)
        for _, step in lines
        if isinstance(body := step.body, ReadingTaken)
        and step.at < span[1]
        and span[0] <= body.reading.at < span[1]
        and body.reading.station == HUAYUANKOU
        and body.reading.flow_m3s is not None
        and body.reading.usable
    ]
    peak = max(readings, key=lambda one: one[0], default=(None, None))
    became = {step.body.inject: step.body.how for _, step in here if isinstance(step.body, InjectMarked)}
    marks = list(became.values())  # what was withheld and fired later was fired
    drill = now.drill
    return EventScore(
        realm=now.realm,
        begins=span[0],
        ends=span[1],
        first_seq=here[0][0] if here else 0,
        last_seq=here[-1][0] if here else 0,
        steps=len(here),
        drill="" if drill is None else drill.id,
        title="" if drill is None else drill.title,
        scenario="" if drill is None else drill.scenario,
        seed=None if drill is None else drill.seed,
        constructed=drill is not None and drill.constructed,
        injects_fired=marks.count(Fired.FIRED),
        injects_withheld=marks.count(Fired.WITHHELD),
        peak_flow_m3s=peak[0],
        peak_at=peak[1],
        highest=max((step.body.level for _, step in here if isinstance(step.body, SignedOff)), default=Level.NONE),
        expected=tally("", (one.verdict for one in answers)),
        by_role=tallied((one.role, one.verdict) for one in answers),
        by_clause=tallied((one.clause, one.verdict) for one in answers),
        by_act=tallied((one.act.value, one.verdict) for one in answers),
        answers=answers,
        timings=timings(lines, now, span),
        tasks=task_gaps(now, span),
        leads=leads(lines, now, span),
        unanswered=unanswered(now, span),
        patrol=patrols(lines, now, span),
        moved=moved(lines, now, span),
        alarms=AlarmScore() if bounds is None else _alarms(lines, now, span, bounds),
        outward=outward,
    )


def _alarms(lines: Sequence[Line], now: Situation, span: Period, bounds: AlarmBounds) -> AlarmScore:
    told = report((step for _, step in lines), now.registers.alarmkinds, bounds, *span)
    return AlarmScore(
        told.raised,
        round(told.per_hour, 2),
        told.peak_10_min,
        len(told.floods),
        len(told.standing),
        len(told.chattering),
        tuple(tag for tag in told.unseen if not _is_diagnostic(now, tag)),  # as those raised are counted
        told.acks.median_s,
        told.acks.p95_s,
    )


def _is_diagnostic(now: Situation, tag: str) -> bool:
    kind = now.registers.alarmkinds.get(tag.partition("/")[0])
    return kind is not None and kind.alarm_class is AlarmClass.DIAGNOSTIC
