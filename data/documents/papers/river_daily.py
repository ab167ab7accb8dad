"""水情日报 of 08:00: the stations' table of data/documents/bulletin.py with its words in the language wanted."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.documents.bulletin import BulletinRow, bulletin, eight, three
from data.documents.papers.author import DASH, Author
from data.documents.papers.river import official_run, picture
from data.documents.papers.sheet import Block, Run, Sheet, Table
from data.model.river import HUAYUANKOU
from data.model.telemetry import SourceKind

_DAY = timedelta(days=1)
_LEADS_H = (24, 48, 72)
_NEAR = timedelta(hours=3)


def river_daily(one: Author) -> Sheet:
    """Make the bulletin of the last 08:00 of the span, or of now."""
    now = one.now
    at = eight(one.wish.span[1] if one.wish.span is not None else now.at)
    made = bulletin(now, one.material.board, at)
    rivers = [row for row in made.rows if not row.reservoir]
    reservoirs = [row for row in made.rows if row.reservoir]
    blocks = one.chapters(
        ("daily.rivers", [one.para(_lead(one, made.rows, at)), *_table(one, rivers)]),
        ("daily.reservoirs", _table(one, reservoirs) or [one.para(one.say("daily.no_reservoirs"))]),
        ("daily.forecast", [one.para(*_forecast(one, at))]),
        ("daily.warning", [one.para(_warning(one, at))]),
        ("daily.missing", _missing(one, made.rows, at)),
        ("daily.course", picture(one, "hydrograph")),
    )
    head = one.head(number=one.number, moment=one.full(at), made=one.full(now.at), made_by=one.by)
    return one.sheet(one.say("title.river_daily"), head, blocks)


def _lead(one: Author, rows: tuple[BulletinRow, ...], at: datetime) -> Run:
    """Say 花园口 in a sentence of its own."""
    row = next((row for row in rows if row.station.id == HUAYUANKOU), None)
    if row is None or row.flow_m3s is None:
        return one.run(one.say("daily.own_missing", time=one.full(at)))
    text = one.say("daily.own", time=one.full(row.at), flow=one.flow(row.flow_m3s),
                   change=_since(one, row.flow_m3s, row.flow_before, "m³/s"),
                   stage=DASH if row.stage_m is None else f"{row.stage_m:.2f} m",
                   datum=one.named(row.datum) or one.say("datum.unknown"))  # fmt: skip
    return one.run(text, _steps(one, row))


def _steps(one: Author, row: BulletinRow) -> tuple[int, ...]:
    if row.at is None:
        return ()
    return one.trail.last("reading", f"{row.station.id}@{row.at.timestamp():.0f}")


def _since(one: Author, value: float, before: float | None, unit: str) -> str:
    if before is None:
        return one.say("daily.no_before")
    change = value - before
    if round(change, 2) == 0:
        return one.say("daily.same")
    return one.say("daily.rose" if change > 0 else "daily.fell", size=f"{three(abs(change), ',')} {unit}")


def _table(one: Author, rows: list[BulletinRow]) -> list[Block]:
    if not rows:
        return []
    reservoir = rows[0].reservoir
    own = ("inflow", "storage") if reservoir else ("river",)
    names = ("station", "flow", "change", "stage", "stage_change", "datum", *own, "at")
    shares = (0.12, 0.1, 0.09, 0.1, 0.11, 0.13, 0.09, 0.1, 0.16) if reservoir else (
        0.14, 0.12, 0.11, 0.1, 0.12, 0.14, 0.1, 0.17)  # fmt: skip
    heads = one.heads("daily.head", *names)
    table = Table(heads, tuple(_cells(one, row) for row in rows), shares)
    sources = {source: [one.named(row.station.name) for row in rows if _source(one, row.source) == source]
               for source in dict.fromkeys(_source(one, row.source) for row in rows if row.at is not None)}  # fmt: skip
    if len(sources) == 1:
        return [table, one.para(one.say("daily.source", list=next(iter(sources))))]
    told = one.say("semicolon").join(
        one.say("daily.source_of", source=source, stations=one.listed(names)) for source, names in sources.items()
    )
    return [table, *([one.para(one.say("daily.source", list=told))] if told else [])]


def _cells(one: Author, row: BulletinRow) -> tuple[Run, ...]:
    absent = one.say("daily.absent" if row.absent else "daily.unsent")
    flow = absent if row.flow_m3s is None else three(row.flow_m3s, ",")
    storage = absent if row.storage_mcm is None else f"{row.storage_mcm / 100:.2f}"
    inflow = absent if row.inflow_m3s is None else three(row.inflow_m3s, ",")
    return one.row(
        one.named(row.station.name),
        one.run(flow, _steps(one, row)),
        _change(one, row.flow_m3s, row.flow_before, 0),
        absent if row.stage_m is None else f"{row.stage_m:.2f}",
        _change(one, row.stage_m, row.stage_before, 2),
        DASH if row.stage_m is None else one.named(row.datum) or one.say("datum.unknown"),
        *((inflow, storage) if row.reservoir else (one.named(row.station.river),)),
        absent if row.at is None else one.short(row.at),
    )


def _change(one: Author, value: float | None, before: float | None, digits: int) -> str:
    if value is None:
        return DASH
    if before is None:
        return one.say("daily.incomparable")
    change = round(value - before, digits)
    return "0" if not change else f"{change:+,.{digits}f}"


def _source(one: Author, text: str) -> str:
    """Say a source; the names of feeds stay, the kinds have words."""
    words = {"人工": SourceKind.HAND, "遥测": SourceKind.SL651, "水情库": SourceKind.SL323, "接口": SourceKind.HTTP,
             "文件": SourceKind.FILE}  # fmt: skip
    head, _, rest = text.partition(" ")
    kind = words.get(head)
    return text or DASH if kind is None else f"{one.say(f'source.{kind.value}')} {rest}".strip()


def _forecast(one: Author, at: datetime) -> list[Run]:
    """Only what was known at 08:00."""
    now = one.now
    runs: list[Run] = []
    official, outlook = now.forecasts.get(HUAYUANKOU), now.outlooks.get(HUAYUANKOU)
    if official is None:
        runs.append(one.run(one.say("daily.no_official")))
    elif official.issued_at > at:
        runs.append(one.run(one.say("daily.official_later")))
    else:
        runs.append(official_run(one, official))
    if outlook is None:
        runs.append(one.run(one.say("daily.no_own")))
    elif outlook.made_at > at:
        runs.append(one.run(one.say("daily.own_later")))
    else:
        leads = [at + timedelta(hours=lead) for lead in _LEADS_H]
        near = [min(outlook.points, key=lambda point: abs(point.at - lead)) for lead in leads if outlook.points]
        pairs = [(point, lead) for point, lead in zip(near, leads, strict=False) if abs(point.at - lead) <= _NEAR]
        told = [one.say("daily.lead", time=one.short(point.at), flow=one.flow(point.flow_m3s),
                        low=f"{point.low_m3s:,.0f}", high=f"{point.high_m3s:,.0f}") for point, _ in pairs]  # fmt: skip
        runs.append(one.run(one.say("daily.own_forecast", made=one.full(outlook.made_at),
                                    list=one.say("semicolon").join(told) or one.say("daily.too_short"))))  # fmt: skip
    return runs


def _warning(one: Author, at: datetime) -> Run:
    standing = one.now.standing
    if standing.since is None:
        return one.run(one.say("warning.never"))
    signed = one.trail.of("signed")[-1:]
    if standing.since > at:
        text = one.say("daily.level_later", level=one.level(standing.level), since=one.full(standing.since))
        return one.run(text, signed)
    return one.run(one.say("daily.level", level=one.level(standing.level), since=one.full(standing.since)), signed)


def _missing(one: Author, rows: tuple[BulletinRow, ...], at: datetime) -> list[Block]:
    """Name what the bulletin lacks."""
    told: list[str] = []
    absent = [one.named(row.station.name) for row in rows if row.absent]
    if absent:
        told.append(one.say("daily.gap_absent", n=len(absent), list=one.listed(absent)))
    nothing = [one.named(row.station.name) for row in rows if row.flow_m3s is not None and row.flow_before is None]
    if nothing:
        told.append(one.say("daily.gap_before", list=one.listed(nothing)))
    loose = [one.named(row.station.name) for row in rows if row.stage_m is not None and not row.datum]
    if loose:
        told.append(one.say("daily.gap_datum", list=one.listed(loose)))
    waiting = sum(each.reading.at <= at for each in one.now.proposals.values())
    if waiting:
        told.append(one.say("daily.gap_proposals", n=waiting))
    return [one.para(text) for text in told] or [one.para(one.say("daily.complete"))]
