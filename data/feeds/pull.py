"""River data by HTTP: one round of one template, from the address to observations and a report. It never raises."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

from data.feeds.cells import is_blank, number
from data.feeds.delimited import cut, decode, find_delimiter
from data.feeds.pull_template import SECRET, Format, Measure, PullTemplate
from data.feeds.pull_wire import PullTrouble, Reply, Validators, get
from data.feeds.report import FeedRefused, ImportReport, Reason, Refusal, shown
from data.feeds.tables import Cell
from data.feeds.times import read_time
from data.model.telemetry import Doubt, Observation, Source, SourceKind, Variable

AHEAD: Final = timedelta(minutes=10)
"""How far a row may be ahead of the clock before it is from the future."""

DAILY_HOUR: Final = 8
_KINDS: Final = {
    Format.JSON: ("json", "text/plain", "application/octet-stream", "text/javascript"),
    Format.CSV: ("csv", "text/plain", "application/octet-stream", "excel", "tab-separated"),
}
Row = tuple[int, Mapping[str, Any]]
"""Its number from 1 (the line, in a CSV), and its values by field."""


@dataclass(frozen=True, slots=True)
class PullState:
    """What the next round asks with: hand it back."""

    validators: Validators = Validators()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a round gave. `trouble` is set when nothing could be read; the state is then the one before."""

    state: PullState
    observations: tuple[Observation, ...] = ()
    report: ImportReport | None = None
    unchanged: bool = False
    trouble: PullTrouble | None = None


def pull(template: PullTemplate, state: PullState, secret: Callable[[str], str | None], now: datetime) -> Pulled:
    """Ask, and read the answer; blocking, for a worker thread. `secret` gives a secret by its name."""
    try:
        headers = _headers(template, state.validators, secret)
        reply = get(template.url, headers, template.timeout_s, template.max_bytes, template.ca_file)
        digest = hashlib.sha256(reply.body).hexdigest()
        if reply.unchanged:
            return Pulled(state, unchanged=True)
        fresh = PullState(reply.validators, digest)
        if digest == state.digest:
            return Pulled(fresh, unchanged=True)
        observations, report = understand(template, reply, now)
    except PullTrouble as trouble:
        return Pulled(state, trouble=trouble)
    except FeedRefused as refused:
        params = {key: str(value) for key, value in refused.params.items()}
        return Pulled(state, trouble=PullTrouble(refused.reason.value, passing=False, **params))
    return Pulled(fresh, observations, report)


def understand(template: PullTemplate, reply: Reply, now: datetime) -> tuple[tuple[Observation, ...], ImportReport]:
    """Read an answer by its template; PullTrouble or FeedRefused when it is none."""
    start = reply.body[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise PullTrouble("empty", passing=True)
    labelled = reply.kind if not template.any_type else ""
    if start.startswith(b"<") or "html" in labelled or "xml" in labelled:
        raise PullTrouble("web_page", passing=True, type=reply.kind[:60])
    if labelled and not any(part in labelled for part in _KINDS[template.format]):
        raise PullTrouble("wrong_type", type=reply.kind[:60])
    rows = _json_rows(template, reply.body) if template.format is Format.JSON else _csv_rows(template, reply.body)
    return _Reading(template, now).all(rows)


def _headers(template: PullTemplate, validators: Validators, secret: Callable[[str], str | None]) -> dict[str, str]:
    made = {"Accept": "application/json" if template.format is Format.JSON else "text/csv, text/plain;q=0.9"}
    for name, text in template.headers.items():
        for wanted in SECRET.findall(text):
            held = secret(wanted)
            if held is None:
                raise PullTrouble("no_secret", name=wanted)
            if not held.isascii() or not held.isprintable():
                raise PullTrouble("bad_secret", name=wanted)
        made[name] = SECRET.sub(lambda found: secret(found[1]) or "", text)
    if validators.etag:
        made["If-None-Match"] = validators.etag
    if validators.last_modified:
        made["If-Modified-Since"] = validators.last_modified
    return made


def _json_rows(template: PullTemplate, body: bytes) -> list[Row]:
    try:
        tree: object = json.loads(decode(body)[0])
    except RecursionError:
        raise PullTrouble("bad_json", at="depth") from None
    except json.JSONDecodeError as error:
        raise PullTrouble("bad_json", at=f"{error.lineno}:{error.colno}") from None
    except ValueError:  # a number of thousands of digits
        raise PullTrouble("bad_json", at="number") from None
    found = _at_pointer(tree, template.rows)
    if not isinstance(found, list | Mapping):
        raise PullTrouble("no_rows", path=template.rows[:100])
    listed = cast("list[object]", found if isinstance(found, list) else [found])
    if len(listed) > template.max_rows:
        raise PullTrouble("too_many_rows", limit=str(template.max_rows))
    nothing: Mapping[str, Any] = {}
    return [
        (at, cast("Mapping[str, Any]", row) if isinstance(row, Mapping) else nothing)
        for at, row in enumerate(listed, start=1)
    ]


def _csv_rows(template: PullTemplate, body: bytes) -> list[Row]:
    text, _, _ = decode(body)
    rows = cut(text, find_delimiter(text))
    _, headings = next(rows, (0, list[str]()))
    names = [name.strip() for name in headings]
    wanted = {template.time, template.station, *(m.field for m in template.measures)} - {""}
    lacking = sorted(wanted - set(names))
    if lacking:
        raise PullTrouble("missing_columns", columns=", ".join(lacking))
    made: list[Row] = []
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            made.append((line, dict(zip(names, cells, strict=False))))
        if len(made) > template.max_rows:
            raise PullTrouble("too_many_rows", limit=str(template.max_rows))
    return made


def _at_pointer(tree: object, pointer: str) -> object:
    here = tree
    for raw in pointer.split("/")[1:]:
        step = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(here, Mapping):
            here = cast("Mapping[str, object]", here).get(step)
        elif isinstance(here, list) and step.isascii() and step.isdigit() and len(step) < 7:
            listed = cast("list[object]", here)
            here = listed[int(step)] if int(step) < len(listed) else None
        else:
            return None
    return here


def _field(row: Mapping[str, Any], name: str) -> Any:
    if name in row:
        return row[name]
    here: Any = row
    for step in name.split("."):
        if not isinstance(here, Mapping):
            return None
        here = cast("Mapping[str, Any]", here).get(step)
    return here


class _Reading:
    """Rows of one answer, place by place; every place is taken, refused or empty."""

    def __init__(self, template: PullTemplate, now: datetime) -> None:
        self._template, self._now = template, now
        self._source = Source(SourceKind.HTTP, template.name)
        self._held: dict[tuple[str, Variable, datetime], tuple[int, float]] = {}
        self._made: list[Observation] = []
        self._refused: list[Refusal] = []
        self._empty = 0

    def all(self, rows: Sequence[Row]) -> tuple[tuple[Observation, ...], ImportReport]:
        """Read all rows."""
        for number_, row in rows:
            for measure, cell in self._places(number_, row):
                self._place(number_, row, measure, cell)
        considered = len(self._made) + len(self._refused) + self._empty
        report = ImportReport(
            "http", self._template.name, considered, len(self._made), len(self._refused), self._empty,
            tuple(self._refused),
        )  # fmt: skip
        return tuple(self._made), report

    def _places(self, number_: int, row: Mapping[str, Any]) -> Iterator[tuple[Measure, Any]]:
        long = self._template.long
        if not row:
            self._refuse(number_, "", Reason.TORN_ROW)
        elif long is None:
            for measure in self._template.measures:
                yield measure, _field(row, measure.field)
        else:
            said = str(_field(row, long.field)).strip()
            if said in long.names:
                yield replace(long.names[said], field=long.value), _field(row, long.value)
            else:
                self._empty += 1  # a variable that was not asked for

    def _place(self, number_: int, row: Mapping[str, Any], measure: Measure, cell: Any) -> None:
        template = self._template
        if is_blank(cell) or (isinstance(cell, int | float) and float_or_nan(cell) in template.nothing):
            self._empty += 1
            return
        value = _value(cell)
        if isinstance(value, Reason):
            self._refuse(number_, measure.field, value, cell)
            return
        if value in template.nothing:
            self._empty += 1
            return
        station = self._station(row)
        if station is None:
            self._refuse(number_, template.station, Reason.UNKNOWN_STATION, _field(row, template.station))
            return
        at = self._time(_field(row, template.time))
        if at is None:
            self._refuse(number_, template.time, Reason.BAD_TIME, _field(row, template.time))
            return
        value *= measure.factor
        key = (station, measure.variable, at)
        if key in self._held:
            first, known = self._held[key]
            reason = Reason.DUPLICATE_TIME if known == value else Reason.CONFLICT
            self._refuse(number_, measure.field, reason, cell, str(first))
            return
        self._held[key] = (number_, value)
        stage = measure.variable is Variable.STAGE
        datum = str(_field(row, template.datum) or "").strip() if template.datum else ""
        late = frozenset({Doubt.FUTURE}) if at > self._now + AHEAD else frozenset[Doubt]()
        self._made.append(
            Observation(
                station, measure.variable, value, measure.unit, at, self._now, self._source,
                (datum or template.only_datum) if stage else "", measure.span_s, late,
            )
        )  # fmt: skip

    def _station(self, row: Mapping[str, Any]) -> str | None:
        """Return our id; with a table of stations only those in it are taken."""
        template = self._template
        if template.only_station:
            return template.only_station
        said = _field(row, template.station)
        if isinstance(said, bool) or not isinstance(said, str | int):
            return None
        text = str(said).strip()
        return template.stations.get(text) if template.stations else text[:64] or None

    def _time(self, cell: Any) -> datetime | None:
        form, zone = self._template.time_format, self._template.zone
        try:
            if form in {"epoch_s", "epoch_ms"}:
                return datetime.fromtimestamp(float(cell) / (1000 if form == "epoch_ms" else 1), UTC)
            if form:
                moment = datetime.strptime(str(cell).strip(), form)  # noqa: DTZ007 - the zone is the template's
                return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(UTC)
            if not isinstance(cell, str | int):
                return None
            found = read_time(cell, None, zone, DAILY_HOUR)
        except (ValueError, TypeError, OverflowError, OSError):
            return None
        return None if found is None else found[0]

    def _refuse(self, row: int, column: str, reason: Reason, cell: Any = None, detail: str = "") -> None:
        self._refused.append(Refusal(row, column, reason, shown(cell), detail))


def float_or_nan(cell: float) -> float:
    """Return a number as a float, NaN where it is beyond all floats."""
    try:
        return float(cell)
    except OverflowError:
        return math.nan


def _value(cell: Any) -> float | Reason:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        value: float | Reason | None = float_or_nan(cell)
    else:
        value = number(cast("Cell", cell)) if isinstance(cell, str) else Reason.NOT_A_NUMBER
    if value is None or isinstance(value, Reason):
        return value or Reason.NOT_A_NUMBER
    return value if math.isfinite(value) else Reason.NOT_FINITE
