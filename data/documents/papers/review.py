"""复盘报告: what mattered in order, decisions with what was known then, lead times, tasks, people, patrols, alarms."""

from __future__ import annotations

from collections.abc import Iterator

from data.documents.papers.author import DASH, Author
from data.documents.papers.duty_log import said
from data.documents.papers.flash import request_runs
from data.documents.papers.river import forecast_runs, picture, reading_run, tasks_run, thresholds, trend_run
from data.documents.papers.scored import (
    alarm_blocks,
    lead_blocks,
    lesson_blocks,
    patrol_blocks,
    people_blocks,
    score_of,
    span_steps,
    task_blocks,
    timing_blocks,
)
from data.documents.papers.sheet import Block, Heading, Para, Run, Sheet, Signatures, Table
from data.model.levels import Level
from data.model.office_steps import BriefingDecided
from data.model.river import HUAYUANKOU
from data.model.scores import EventScore
from data.model.situation import Situation
from data.model.steps import ReadingTaken, SignedOff, Step

MOST_LINES = 150
MOST_DECISIONS = 30
_WEIGHTY = frozenset(
    {
        "SignedOff", "OrderReceived", "OrderEnded", "ForecastEntered", "ForecastWithdrawn", "IncidentRaised",
        "IncidentClosed", "BriefingDecided", "PushApproved", "PushRetracted", "HandoverSigned", "PaperIssued",
        "InjectMarked", "DrillBegun", "DrillEnded", "ReadingCorrected", "MusterCalled",
    }
)  # fmt: skip
"""Kinds of steps that a timeline of an event always shows."""


def review(one: Author) -> Sheet:
    """Make the after-action report of the wish's span, of the whole journal handed in by default."""
    score = score_of(one)
    blocks = one.chapters(
        ("review.overview", [one.para(*_overview(one, score)), *picture(one, "hydrograph"), *picture(one, "map", 0.9)]),
        ("review.timeline", timeline(one, score)),
        ("review.decisions", _decisions(one, score)),
        ("review.leads", lead_blocks(one, score)),
        ("review.tasks", [*task_blocks(one, score), *timing_blocks(one, score)]),
        ("review.people", people_blocks(one, score)),
        ("review.patrol", patrol_blocks(one, score)),
        ("review.alarms", alarm_blocks(one, score)),
        ("review.materials", [*_stock(one), *(one.para(run) for run in request_runs(one))]),
        ("review.lessons", lesson_blocks(one, score)),
    )
    head = one.head(
        number=one.number,
        span=one.say("span.from_to", begin=one.full(score.begins), end=one.full(min(score.ends, one.now.at))),
        made=one.full(one.now.at),
        made_by=one.by,
    )
    end = Signatures(((one.say("sign.made"), ""), (one.say("sign.approved"), "")))
    return one.sheet(one.say("title.review"), head, (*blocks, end))


def _overview(one: Author, score: EventScore) -> list[Run]:
    peak = one.say("review.no_peak") if score.peak_flow_m3s is None or score.peak_at is None else one.say(
        "review.peak", flow=one.flow(score.peak_flow_m3s), time=one.full(score.peak_at))  # fmt: skip
    steps = span_steps(score)
    if score.peak_at is not None:
        found = one.trail.last("reading", f"{HUAYUANKOU}@{score.peak_at.timestamp():.0f}")
        steps = found or steps
    text = one.say("review.counts", steps=f"{score.steps:,}", highest=one.level(score.highest),
                   tasks=score.tasks.total.expected, incidents=len(one.now.incidents))  # fmt: skip
    return [one.run(peak, steps), one.run(text, span_steps(score)), one.run(one.say("drill.no_ranking"))]


def timeline(one: Author, score: EventScore) -> list[Block]:
    """What mattered, oldest first; where there is too much, the middle is left out and counted."""
    found = list(_weighty(one, score))
    if not found:
        return [one.para(one.say("review.nothing"))]
    kept = found if len(found) <= MOST_LINES else [*found[: MOST_LINES // 2], *found[-MOST_LINES // 2 :]]
    rows = tuple(one.row(one.short(step.at), one.person(step.actor), one.run(text, (seq,)), str(seq))
                 for seq, step, text in kept)  # fmt: skip
    heads = one.heads("log.head", "at", "who", "what", "seq")
    blocks: list[Block] = [Table(heads, rows, (0.14, 0.18, 0.59, 0.09))]
    if len(found) > len(kept):
        blocks.append(one.para(one.say("review.left_out", n=len(found) - len(kept))))
    return blocks


def _weighty(one: Author, score: EventScore) -> Iterator[tuple[int, Step, str]]:
    """Yield the steps that matter: decisions, orders, incidents, readings that cross a threshold or are the peak."""
    bounds = [flow for flow, _ in thresholds(one.now)]
    before: float | None = None
    for seq, step in one.material.lines:
        body = step.body
        inside = score.begins <= step.at < score.ends
        if isinstance(body, ReadingTaken) and body.reading.station == HUAYUANKOU and body.reading.flow_m3s is not None:
            flow = body.reading.flow_m3s
            crossed = before is not None and any((before < bound) != (flow < bound) for bound in bounds)
            before = flow
            peak = flow == score.peak_flow_m3s and body.reading.at == score.peak_at
            if inside and (crossed or peak):
                key = "review.peak_line" if peak else "review.crossed"
                yield seq, step, one.say(key, flow=one.flow(flow), time=one.short(body.reading.at))
        elif inside and step.kind in _WEIGHTY:
            yield seq, step, said(one, step)


def _decisions(one: Author, score: EventScore) -> list[Block]:
    """Each decision with what was known when it was taken."""
    inside = ((seq, step) for seq, step in one.material.lines if score.begins <= step.at < score.ends)
    decided = [(seq, step) for seq, step in inside if isinstance(step.body, SignedOff | BriefingDecided)]
    if not decided:
        return [one.para(one.say("review.no_decisions"))]
    blocks: list[Block] = []
    for number, (seq, step) in enumerate(_gravest(decided), start=1):
        blocks += [Heading(one.say("review.decision", n=number, time=one.full(step.at)), 2), *_decision(one, seq, step)]
    if len(decided) > MOST_DECISIONS:
        blocks.append(one.para(one.say("score.more", n=len(decided) - MOST_DECISIONS)))
    return blocks


def _gravest(decided: list[tuple[int, Step]]) -> list[tuple[int, Step]]:
    """Keep all where there is room, else those first that changed the level or came of a briefing; in order."""
    if len(decided) <= MOST_DECISIONS:
        return decided
    weighty: list[tuple[int, Step]] = []
    level: Level | None = None
    for line in decided:
        body = line[1].body
        changed = isinstance(body, SignedOff) and body.level is not level
        level = body.level if isinstance(body, SignedOff) else level
        if changed or isinstance(body, BriefingDecided):
            weighty.append(line)
    kept = {seq for seq, _ in weighty}
    others = [line for line in decided if line[0] not in kept]
    return sorted([*weighty, *others][:MOST_DECISIONS], key=lambda line: line[0])


def _decision(one: Author, seq: int, step: Step) -> list[Block]:
    who = one.person(step.actor)
    match step.body:
        case SignedOff(level, flow, reason, consulted, issue, withdraw):
            text = one.say("review.signed", who=who, level=one.level(level), flow=one.flow(flow), reason=reason,
                           consulted=consulted or DASH, issued=len(issue), withdrawn=len(withdraw))  # fmt: skip
        case BriefingDecided(_, decided, decision, reason):
            text = one.say("review.briefed", who=who, decision=decision, vote=one.say(f"vote.{decided.value}"),
                           reason=reason)  # fmt: skip
        case _:
            text = said(one, step)
    blocks: list[Block] = [one.para(one.run(text, (seq,)))]
    known = one.material.known
    blocks.append(one.para(one.say("review.not_known")) if known is None else _known(one, known(seq - 1), step))
    return blocks


def _known(one: Author, was: Situation, step: Step) -> Para:
    """Say what was known just before: river, trend, forecast, suggestion, tasks."""
    then = one.then(was, step.at)
    suggested = one.say(
        "review.suggested", level=one.level(was.suggestion.level), standing=one.level(was.standing.level)
    )
    return one.para(one.run(one.say("review.known"), bold=True), reading_run(then, was.latest()), trend_run(then),
                    *forecast_runs(then), suggested, tasks_run(then))  # fmt: skip


def _stock(one: Author) -> list[Block]:
    """Stock below the quantity that alarms, and below the reserve."""
    stock = one.now.registers.stock
    if not len(stock):
        return [one.para(one.say("review.no_stock"))]
    low = [row for row in stock if row.quantity < row.reserve]
    below = sum(row.quantity < row.floor for row in stock)
    text = one.say("review.stock", time=one.full(one.now.at), n=len(stock), low=len(low), below=below)
    blocks: list[Block] = [one.para(one.run(text, one.trail.last("registers", "stock")))]
    if low:
        heads = one.heads("stock", "item", "depot", "quantity", "reserve", "floor")
        rows = tuple(one.row(f"{row.item} {row.spec}".strip(), row.depot, f"{row.quantity:g} {row.unit}",
                             f"{row.reserve:g}", f"{row.floor:g}") for row in low[:40])  # fmt: skip
        blocks.append(Table(heads, rows, (0.32, 0.26, 0.16, 0.13, 0.13)))
    return blocks
