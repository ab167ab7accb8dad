"""What documents say of river, warning, measures and people in the way: the phrases that several kinds share."""

from __future__ import annotations

from datetime import timedelta

from data.documents.papers.author import DASH, Author
from data.documents.papers.sheet import Block, Picture, Run, Table
from data.model.levels import Level
from data.model.places import Bench
from data.model.river import HUAYUANKOU, Forecast, Reading
from data.model.situation import Situation
from data.model.task import TaskState
from data.rules.coming import standing_forecast
from data.rules.exposure import exposure, flow_at_stake
from data.rules.freshness import is_stale
from data.rules.trend import next_threshold, rate_of_rise, thresholds_of

STILL = 5.0
"""A change of flow below so many m³/s in an hour is told as none (setting of ours)."""

FRESH = timedelta(hours=1)
"""An older value's rate is not the present one: the time to a threshold is told as counted from the value."""
ETA_HOLDS = timedelta(hours=6)
"""[设定] Of a value older than this nothing is told of when a threshold is reached."""


def reading_run(one: Author, reading: Reading | None, station: str = HUAYUANKOU) -> Run:
    """Say what a station told: flow, stage with datum, time, and that it is old when it is."""
    name = one.station(station)
    if reading is None:
        return one.run(one.say("river.none", station=name))
    steps = one.trail.reading(reading)
    text = one.say("river.now", station=name, time=one.full(reading.at), flow=one.flow(reading.flow_m3s),
                   stage=one.stage(reading))  # fmt: skip
    return one.run(text + _age(one, reading), steps)


def _age(one: Author, reading: Reading) -> str:
    rules = one.now.registers.reporting
    if not len(rules):
        return ""
    fresh = is_stale(reading, one.now.at, one.now.standing.level, rules)
    if not fresh.stale or fresh.age_s is None:
        return ""
    return one.say("river.stale", age=one.length(timedelta(seconds=abs(fresh.age_s))),
                   limit=one.length(timedelta(seconds=fresh.limit_s)))  # fmt: skip


def trend_run(one: Author) -> Run:
    """Say where the river goes: rate, next threshold, time to it."""
    now = one.now
    latest = now.latest()
    readings = now.readings.get(HUAYUANKOU, ())
    rate = rate_of_rise(readings)
    if latest is None or latest.flow_m3s is None or rate is None:
        return one.run(one.say("trend.unknown"))
    steps = tuple(seq for reading in readings[-3:] for seq in one.trail.reading(reading))
    coming = next_threshold(latest.flow_m3s, thresholds_of(now.registers.tiers), rate)
    way = "still" if abs(rate) < STILL else "rising" if rate > 0 else "falling"
    text = one.say(f"trend.{way}", rate=f"{abs(rate):,.0f}")
    if coming is not None:
        key = "trend.next_up" if coming.rising else "trend.next_down"
        text += one.say(key, flow=one.flow(coming.flow_m3s))
        age = now.at - latest.at
        if coming.eta_s is not None and way != "still" and age <= ETA_HOLDS:
            key = "trend.eta_then" if age > FRESH else "trend.eta"
            text += one.say(key, length=one.length(timedelta(seconds=coming.eta_s)), time=one.short(latest.at))
    return one.run(text + one.say("stop"), steps)


def forecast_runs(one: Author) -> list[Run]:
    """Say what is expected: the official forecast, else the desk's own, else that there is none."""
    now = one.now
    official = standing_forecast(now)
    if official is not None:
        return [official_run(one, official)]
    outlook = now.outlooks.get(HUAYUANKOU)
    ahead = [] if outlook is None else [point for point in outlook.points if point.at > now.at]
    if outlook is None or not ahead:
        return [one.run(one.say("forecast.none"))]
    top = max(ahead, key=lambda point: point.flow_m3s)
    text = one.say("forecast.own", time=one.full(top.at), flow=one.flow(top.flow_m3s), made=one.full(outlook.made_at),
                   low=f"{top.low_m3s:,.0f}", high=f"{top.high_m3s:,.0f}")  # fmt: skip
    return [one.run(text, one.trail.last("kind", "OutlookMade"))]


def official_run(one: Author, official: Forecast) -> Run:
    """Say the official forecast."""
    text = one.say("forecast.official", time=one.full(official.valid_at), flow=one.flow(official.flow_m3s),
                   source=official.source or DASH, issued=one.full(official.issued_at))  # fmt: skip
    return one.run(text, one.trail.last("forecasts", official.station))


def warning_runs(one: Author) -> list[Run]:
    """Say which response stands since when, by whom and why, and what the rules suggest otherwise."""
    now = one.now
    standing = now.standing
    runs: list[Run] = []
    if standing.since is None:
        runs.append(one.run(one.say("warning.never")))
    else:
        signed = one.trail.of("signed")[-1:]
        key = "warning.standing" if standing.level else "warning.ended"
        runs.append(one.run(one.say(key, level=one.level(standing.level), since=one.full(standing.since),
                                    by=one.person(standing.by), reason=standing.reason or DASH), signed))  # fmt: skip
    if now.suggestion.level is not standing.level:
        runs.append(one.run(one.say("warning.suggested", level=one.level(now.suggestion.level),
                                    since=one.full(now.suggestion.since))))  # fmt: skip
    return runs


def tasks_run(one: Author) -> Run:
    """Count the tasks of the present flood by state; how many are late."""
    now = one.now
    prefix = f"{now.basis.event}/"
    here = (task for task in now.tasks.values() if task.id.startswith(prefix) or not task.instruction)
    out = [task for task in here if task.issued_at is not None]
    states = [task.state for task in out]
    done = sum(state in (TaskState.DONE, TaskState.VERIFIED) for state in states)
    late = sum(task.overdue(now.at) for task in out)
    gone = sum(state in (TaskState.WITHDRAWN, TaskState.EXEMPT) for state in states)
    working = sum(state.open and state is not TaskState.DONE for state in states)
    unheard = sum(state is TaskState.ISSUED for state in states)
    steps = one.trail.of("signed")[-1:]
    return one.run(one.say("tasks.counts", time=one.full(now.at), all=len(out), done=done, working=working,
                           unheard=unheard, late=late, gone=gone), steps)  # fmt: skip


def exposure_blocks(one: Author) -> list[Block]:
    """People and crops that the flow at stake reaches, by 滩别, and how many have left."""
    now = one.now
    flow = flow_at_stake(now)
    latest = now.latest()
    at = now.at if latest is None else latest.at
    found = exposure(now, flow)
    if not found.plots and not found.keypeople:
        return [one.para(one.run(one.say("exposed.none", flow=one.flow(flow), time=one.full(at)),
                                 one.trail.reading(latest)))]  # fmt: skip
    steps = (*one.trail.reading(latest), *one.trail.of("whereabouts")[-2:])
    text = one.say("exposed.all", flow=one.flow(flow), time=one.full(at), growers=len(found.growers),
                   area=f"{found.area_mu:,.0f}", people=found.people, keypeople=len(found.keypeople),
                   left=len(found.growers) - found.not_left, not_left=found.not_left)  # fmt: skip
    rows: list[tuple[Run, ...]] = []
    for bench in Bench:
        if bench in found.by_bench:
            growers, area, people = found.by_bench[bench]
            rows.append(one.row(one.word("bench", bench.value), str(growers), f"{area:,.0f}", str(people)))
    heads = one.heads("exposed", "bench", "growers", "area", "people")
    table = Table(heads, tuple(rows), (0.25, 0.25, 0.25, 0.25),
                  one.say("exposed.caption", flow=one.flow(flow), source=one.say("exposed.assumed")))  # fmt: skip
    return [one.para(one.run(text, steps)), *([table] if rows else [])]


def picture(one: Author, name: str, share: float = 1.0) -> list[Block]:
    """Return the picture of that name with its caption, if there is one."""
    png = one.material.pictures.get(name)
    if not png:
        return []
    return [Picture(png, one.say(f"picture.{name}", time=one.full(one.now.at)), share)]


def thresholds(now: Situation) -> tuple[tuple[float, Level], ...]:
    """Return flows at 花园口 that suggest a level, lowest first."""
    own = (row for row in now.registers.triggers if row.station == HUAYUANKOU and row.variable == "flow")
    return tuple(sorted((row.lower, row.level) for row in own))
