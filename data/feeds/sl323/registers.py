"""What changes seldom in a foreign base: stations, flood indices, ratings, travel times; and forecasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any, Final

from sqlalchemy import Connection, select

from data.feeds.sl323.catalogue import FORECAST, INDICES, RATING, STATIONS, TRAVEL, TableSpec
from data.feeds.sl323.connection import bear_with_encodings
from data.feeds.sl323.findings import Answer, FindingCode, Findings
from data.feeds.sl323.layout import FoundTable, Layout, time_form
from data.feeds.sl323.times import BEIJING, NO_TIME, Kind, Moments, moment
from data.feeds.sl323.values import code_of, number_of, text_of
from data.model.river import Forecast, Station
from data.rules.rating import Rating

MOST: Final = 500_000
"""Rows of a register that are looked at; no office has as many stations."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FloodIndices:
    """ST_RVFCCH_B: what a station warns by; stages in m above `datum`, flows in m³/s, None where not given."""

    station: str
    datum: str = ""
    left_levee_m: float | None = None
    right_levee_m: float | None = None
    warning_stage_m: float | None = None
    warning_flow_m3s: float | None = None
    guaranteed_stage_m: float | None = None
    guaranteed_flow_m3s: float | None = None
    bankfull_flow_m3s: float | None = None
    alarm_stage_m: float | None = None
    alarm_flow_m3s: float | None = None
    record_stage_m: float | None = None
    record_stage_at: datetime | None = None
    record_flow_m3s: float | None = None
    record_flow_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TravelTime:
    """ST_FSDR_B: hours from one station to the next for flows of about `flow_m3s`."""

    upstream: str
    downstream: str
    flow_m3s: float | None
    length_km: float | None
    safe_flow_m3s: float | None
    least_h: float | None
    most_h: float | None
    mean_h: float | None


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """What an office expects at a time."""

    at: datetime
    flow_m3s: float | None
    stage_m: float | None


@dataclass(frozen=True, slots=True)
class Course:
    """ST_FORECAST_F: one forecast of one office at one station, whole; stages stand on `datum`."""

    station: str
    office: str
    scheme: str
    issued_at: datetime
    based_on: datetime | None
    datum: str
    points: tuple[CoursePoint, ...]

    def forecasts(self) -> tuple[Forecast, ...]:
        """Return the points that have a flow as forecasts of the model."""
        return tuple(
            Forecast(self.station, point.flow_m3s, point.at, self.issued_at, self.office or self.scheme)
            for point in self.points
            if point.flow_m3s is not None
        )


def read_stations(connection: Connection, layout: Layout, source: str) -> Answer[Station]:
    """Read the stations; one whose position is not in China has none."""
    findings = Findings()
    made: dict[str, Station] = {}
    for row in _rows(connection, layout, STATIONS):
        code = code_of(row["STCD"])
        if not code:
            findings.add(FindingCode.NO_CODE, STATIONS.name)
            continue
        if code in made:
            findings.add(FindingCode.DUPLICATE, STATIONS.name, station=code)
        lon, lat = _position(row, code, findings)
        river, datum = text_of(row.get("RVNM")), text_of(row.get("DTMNM"))
        made[code] = Station(code, text_of(row.get("STNM")) or code, river, lon, lat, datum, None, source)
    return _answer(made.values(), layout, STATIONS, findings)


def read_kinds(connection: Connection, layout: Layout) -> dict[str, str]:
    """Return by station what it is: ZZ stage, ZQ flow, RR reservoir, PP rain, DD sluice, DP pump, TT tide."""
    return {code_of(row["STCD"]): text_of(row.get("STTP")).upper() for row in _rows(connection, layout, STATIONS)}


def read_indices(connection: Connection, layout: Layout, datums: Mapping[str, str]) -> Answer[FloodIndices]:
    """Read the flood indices of all stations."""
    findings, moments = Findings(), Moments()
    made: list[FloodIndices] = []
    for row in _rows(connection, layout, INDICES):
        code = code_of(row["STCD"])
        if not code:
            findings.add(FindingCode.NO_CODE, INDICES.name)
            continue
        made.append(
            FloodIndices(
                code,
                datums.get(code, ""),
                number_of(row.get("LDKEL")),
                number_of(row.get("RDKEL")),
                number_of(row.get("WRZ")),
                number_of(row.get("WRQ")),
                number_of(row.get("GRZ")),
                number_of(row.get("GRQ")),
                number_of(row.get("FLPQ")),
                number_of(row.get("TAZ")),
                number_of(row.get("TAQ")),
                number_of(row.get("OBHTZ")),
                _moment(row.get("OBHTZTM"), moments),
                number_of(row.get("OBMXQ")),
                _moment(row.get("OBMXQTM"), moments),
            )
        )
    return _answer(made, layout, INDICES, findings)


def read_travel(connection: Connection, layout: Layout) -> Answer[TravelTime]:
    """Read the travel times between stations."""
    findings = Findings()
    made: list[TravelTime] = []
    for row in _rows(connection, layout, TRAVEL):
        ends = code_of(row["UPSTCD"]), code_of(row["DWSTCD"])
        if not all(ends):
            findings.add(FindingCode.NO_CODE, TRAVEL.name)
            continue
        figures = (number_of(row.get(name)) for name in ("QMGN", "RCHLEN", "SFTQ", "MNTRTM", "MXTRTM", "AVTRTM"))
        made.append(TravelTime(*ends, *figures))
    made.sort(key=lambda row: (row.upstream, row.downstream, row.flow_m3s or 0.0))
    return _answer(made, layout, TRAVEL, findings)


def read_ratings(connection: Connection, layout: Layout, datums: Mapping[str, str], source: str) -> Answer[Rating]:
    """Read the ratings, one a line and year; a line that turns back is none, and is told."""
    findings, moments = Findings(), Moments()
    points: dict[tuple[str, str, int], list[tuple[float, float]]] = {}
    for row in _rows(connection, layout, RATING):
        code, line = code_of(row["STCD"]), text_of(row.get("LNNM"))
        flow, stage = number_of(row["Q"]), number_of(row["Z"])
        if not code or flow is None or stage is None:
            findings.add(FindingCode.INCOMPLETE, RATING.name, example=f"{code} {line}")
            continue
        year = _year(row, line, moments)
        points.setdefault((code, line, year), []).append((flow, stage))
    made: list[Rating] = []
    for (code, line, year), listed in sorted(points.items()):
        rising = sorted(set(listed))
        if any(after[0] <= before[0] or after[1] < before[1] for before, after in pairwise(rising)):
            findings.add(FindingCode.RATING_TURNS, RATING.name, station=code, line=line)
            continue
        if not year:
            findings.add(FindingCode.RATING_YEAR, RATING.name, station=code, line=line)
        named = " ".join(part for part in (source, line) if part)
        made.append(Rating(year, code, datums.get(code, ""), tuple(rising), named, len(listed)))
    return _answer(made, layout, RATING, findings)


def read_forecasts(
    connection: Connection, layout: Layout, datums: Mapping[str, str], issued_since: datetime | None
) -> Answer[Course]:
    """Read the forecasts issued since a time, the latest first."""
    findings, moments = Findings(), Moments()
    since_s = NO_TIME if issued_since is None else int(issued_since.timestamp())
    points: dict[tuple[int, str, str, str, int], dict[int, CoursePoint]] = {}
    for row in _rows(connection, layout, FORECAST, lambda found: _issued(connection, found, since_s)):
        code, issued, at = code_of(row["STCD"]), moments[row["FYMDH"]], moments[row["YMDH"]]
        flow, stage = number_of(row.get("Q")), number_of(row.get("Z"))
        if not code or NO_TIME in {issued, at} or (flow is None and stage is None):
            findings.add(FindingCode.INCOMPLETE, FORECAST.name, example=f"{code} {row['FYMDH']} {row['YMDH']}")
        elif issued >= since_s:
            based = moments[row["IYMDH"]] if row.get("IYMDH") is not None else NO_TIME
            key = (-issued, code, text_of(row.get("UNITNAME")), text_of(row.get("PLCD")), based)
            points.setdefault(key, {})[at] = CoursePoint(moment(at), flow, stage)
    made = [
        Course(
            code, office, scheme, moment(-issued), None if based == NO_TIME else moment(based),
            datums.get(code, ""), tuple(point for _, point in sorted(listed.items())),
        )
        for (issued, code, office, scheme, based), listed in sorted(points.items())
    ]  # fmt: skip
    return _answer(made, layout, FORECAST, findings)


def _answer(rows: Any, layout: Layout, spec: TableSpec, findings: Findings) -> Answer[Any]:
    return Answer(tuple(rows), (*layout.about(spec), *findings.all()))


def _rows(
    connection: Connection, layout: Layout, spec: TableSpec, only: Callable[[FoundTable], Any] | None = None
) -> Iterator[Row]:
    found = layout.tables.get(spec.name)
    if found is None:
        return
    bear_with_encodings(connection)
    names = list(found.columns)
    query = select(*found.columns.values()).select_from(found.clause).limit(MOST)
    condition = only(found) if only is not None else None
    if condition is not None:
        query = query.where(condition)
    for row in connection.execute(query):
        yield dict(zip(names, row, strict=True))


def _issued(connection: Connection, found: FoundTable, since_s: int) -> Any:
    if since_s == NO_TIME:
        return None
    column = found.columns["FYMDH"]
    form = time_form(connection, found.clause, column, found.types["FYMDH"])
    return None if form.kind in {Kind.MIXED, Kind.EMPTY} else column >= form.bound(since_s)


def _position(row: Row, code: str, findings: Findings) -> tuple[float | None, float | None]:
    lon, lat = number_of(row.get("LGTD")), number_of(row.get("LTTD"))
    if lon is None or lat is None or (lon == 0 and lat == 0):
        return None, None
    if 73 <= lat <= 136 and 3 <= lon <= 54:
        findings.add(FindingCode.SWAPPED, STATIONS.name, station=code)
        return lat, lon
    if not (73 <= lon <= 136 and 3 <= lat <= 54):
        findings.add(FindingCode.POSITION, STATIONS.name, station=code)
        return None, None
    return lon, lat


def _moment(raw: object, moments: Moments) -> datetime | None:
    at = NO_TIME if raw is None else moments[raw]
    return None if at == NO_TIME else moment(at)


def _year(row: Row, line: str, moments: Moments) -> int:
    """A rating holds for its year: that of its beginning, of its name, or of its last change; 0 when none says it."""
    begun = _moment(row.get("BGTM"), moments)
    if begun is not None:
        return begun.astimezone(BEIJING).year
    digits = ["".join(found) for is_digit, found in groupby(line, str.isdigit) if is_digit]
    named = [int(part[:4]) for part in digits if len(part) in {4, 6, 8} and "1900" <= part[:4] < "2200"]
    if named:
        return named[0]
    changed = _moment(row.get("MODITIME"), moments)
    return changed.astimezone(BEIJING).year if changed is not None else 0
