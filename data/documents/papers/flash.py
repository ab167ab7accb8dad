"""汛情快报: the river now and where it goes, the response, what is done, who is in the way, what is asked for."""

from __future__ import annotations

from data.documents.papers.author import Author
from data.documents.papers.river import (
    exposure_blocks,
    forecast_runs,
    picture,
    reading_run,
    tasks_run,
    trend_run,
    warning_runs,
)
from data.documents.papers.sheet import Block, Run, Sheet, Table
from data.model.dispatch import Incident, Push, PushState
from data.rules.needs import shortage

_UPSTREAM = 5


def flash(one: Author) -> Sheet:
    """Make the flash report of this moment."""
    now = one.now
    river: list[Block] = [one.para(reading_run(one, now.latest()), trend_run(one)), one.para(*forecast_runs(one))]
    upstream = _upstream(one)
    blocks = one.chapters(
        ("flash.river", [*river, *upstream, *picture(one, "hydrograph")]),
        ("flash.warning", [one.para(*warning_runs(one))]),
        ("flash.measures", [one.para(tasks_run(one)), one.para(*_calls(one))]),
        ("flash.incidents", [one.para(run) for run in incident_runs(one)]),
        ("flash.exposed", [*exposure_blocks(one), *picture(one, "map")]),
        ("flash.requests", [one.para(run) for run in request_runs(one)]),
    )
    head = one.head(number=one.number, time=one.full(now.at), signed_by=one.by)
    return one.sheet(one.say("title.flash"), head, blocks, one.say("copies.flash"))


def _upstream(one: Author) -> list[Block]:
    """Tell what stations above 花园口 said last, nearest first."""
    now = one.now
    above = sorted((s for s in now.registers.stations if s.travel_h is not None and s.travel_h > 0),
                   key=lambda s: s.travel_h or 0.0)  # fmt: skip
    told = [(station, reading) for station in above if (reading := now.latest(station.id)) is not None]
    rows = [
        one.row(one.named(station.name), one.run(one.flow(reading.flow_m3s), one.trail.reading(reading)),
                one.stage(reading), one.short(reading.at),
                one.say("span.about", length=one.say("span.hours", n=f"{station.travel_h:g}")))
        for station, reading in told[:_UPSTREAM]
    ]  # fmt: skip
    if not rows:
        return []
    heads = one.heads("upstream", "station", "flow", "stage", "at", "travel")
    return [Table(heads, tuple(rows), (0.18, 0.2, 0.28, 0.16, 0.18), one.say("upstream.caption"))]


def _calls(one: Author) -> list[Run]:
    """How many people were told by pushes, and how many are not known to have heard."""
    sent = [push for push in one.now.pushes.values() if push.state is PushState.SENT]
    if not sent:
        return [one.run(one.say("pushes.none"))]
    people, silent = unanswered(sent)
    newest = max(sent, key=lambda push: push.created_at)
    text = one.say("pushes.counts", pushes=len(sent), people=people, silent=silent, time=one.full(one.now.at))
    return [one.run(text, one.trail.of("pushes", newest.id)[-2:])]


def unanswered(pushes: list[Push]) -> tuple[int, int]:
    """Count recipients of pushes, and those of them who are not known to have heard."""
    receipts = [receipt for push in pushes for receipt in push.receipts]
    return sum(len(push.recipients) for push in pushes), sum(not receipt.outcome.reached for receipt in receipts)


def incident_runs(one: Author) -> list[Run]:
    """One sentence for each open incident, the gravest first; those that were closed are counted."""
    incidents = sorted(one.now.incidents.values(), key=lambda each: (each.grade or 9, each.at, each.id))
    runs = [_incident(one, each) for each in incidents if each.closed_at is None]
    closed = sum(each.closed_at is not None for each in incidents)
    if closed:
        runs.append(one.run(one.say("incidents.closed", n=closed), one.trail.of("kind", "IncidentClosed")[-3:]))
    return runs or [one.run(one.say("incidents.none", time=one.full(one.now.at)))]


def _incident(one: Author, each: Incident) -> Run:
    text = one.say("incidents.one", time=one.full(each.at), place=each.place or one.say("missing"),
                   kind=one.named(each.kind), grade=one.word("grade", str(each.grade)),
                   state=one.word("incident_state", each.state.value),
                   measures=" ".join(each.taken_measures.split()) or one.say("missing"))  # fmt: skip
    return one.run(text, one.trail.of("incidents", each.id)[-3:])


def request_runs(one: Author) -> list[Run]:
    """What is lacking for what the plan asks now, and what open incidents need."""
    now = one.now
    wanted = [row for task in now.tasks.values() if task.state.open and (row := now.plan.by_id.get(task.instruction))]
    short = shortage(now, wanted)
    runs: list[Run] = []
    if short.roles:
        runs.append(one.run(one.say("requests.people", time=one.full(now.at), list=one.listed(
            one.say("requests.lack", what=one.role(lack.key), missing=f"{lack.missing:,.0f}",
                    need=f"{lack.need:,.0f}", have=f"{lack.have:,.0f}") for lack in short.roles[:5]))))  # fmt: skip
    if short.stock:
        runs.append(one.run(one.say("requests.stock", time=one.full(now.at), list=one.listed(
            one.say("requests.lack", what=lack.key, missing=f"{lack.missing:,.0f}", need=f"{lack.need:,.0f}",
                    have=f"{lack.have:,.0f}") for lack in short.stock[:6]))))  # fmt: skip
    for each in now.incidents.values():
        if each.closed_at is None and each.needs.strip():
            text = one.say("requests.incident", place=each.place, needs=one.listed(each.needs.split("\n")))
            runs.append(one.run(text, one.trail.last("incidents", each.id)))
    return runs or [one.run(one.say("requests.none", time=one.full(now.at)))]
