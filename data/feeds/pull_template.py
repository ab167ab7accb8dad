"""How one address is asked for river data: a template in TOML, read strictly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, timedelta, timezone, tzinfo
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from data.model.telemetry import Variable

SECRET: Final = re.compile(r"\{secret:([A-Za-z0-9_.-]{1,64})\}")
UNITS: Final[Mapping[Variable, Mapping[str, float]]] = MappingProxyType(
    {
        Variable.STAGE: {"m": 1.0, "cm": 0.01, "mm": 0.001},
        Variable.FLOW: {"m³/s": 1.0, "m3/s": 1.0, "l/s": 0.001},
        Variable.INFLOW: {"m³/s": 1.0, "m3/s": 1.0},
        Variable.STORAGE: {
            "10⁶m³": 1.0,
            "10^6m3": 1.0,
            "百万m³": 1.0,
            "万m³": 0.01,
            "亿m³": 100.0,
            "m³": 1e-6,
            "m3": 1e-6,
        },
        Variable.RAIN: {"mm": 1.0, "cm": 10.0},
        Variable.RAIN_TOTAL: {"mm": 1.0},
        Variable.SEDIMENT: {"kg/m³": 1.0, "kg/m3": 1.0, "g/l": 1.0},
        Variable.VELOCITY: {"m/s": 1.0, "cm/s": 0.01},
        Variable.VOLTAGE: {"v": 1.0},
        Variable.WATER_TEMPERATURE: {"°c": 1.0, "℃": 1.0, "c": 1.0},
    }
)
"""Units that are understood, and what a value in them is multiplied by; the first is that of the normal form."""

_ID: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_HEADER: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_RESERVED: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})
_LONGEST_S: Final = 86_400.0


class Format(StrEnum):
    """How the answer is written."""

    JSON = "json"
    CSV = "csv"


class TemplateFault(ValueError):
    """A template that cannot be used; `code` says why, `at` where.

    no_file toml key(at) missing(at) type(at) url unit(at) variable(at) zone headers(at) range(at) twice(at)
    """

    def __init__(self, code: str, at: str = "", detail: str = "") -> None:
        super().__init__(code, at, detail)
        self.code, self.at, self.detail = code, at, detail


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of a row: the field it stands in, what it is, and what it is multiplied by."""

    field: str
    variable: Variable
    factor: float = 1.0
    span_s: float | None = None

    @property
    def unit(self) -> str:
        """The unit of the normal form."""
        return next(iter(UNITS[self.variable]))


@dataclass(frozen=True, slots=True)
class Long:
    """Rows that say themselves which variable they are: the field that says so, and what its words mean."""

    field: str
    value: str
    names: Mapping[str, Measure]


@dataclass(frozen=True, slots=True)
class PullTemplate:
    """What to ask and how to understand the answer. Fields of nested rows are written with dots."""

    id: str
    name: str
    url: str
    every_s: float
    format: Format
    time: str
    measures: tuple[Measure, ...] = ()
    long: Long | None = None
    rows: str = ""  # JSON pointer to the list of rows
    station: str = ""  # field
    only_station: str = ""  # instead of a field
    stations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(dict[str, str]()))
    datum: str = ""  # field
    only_datum: str = ""
    time_format: str = ""  # strptime, epoch_s, epoch_ms; empty: as offices write times
    zone: tzinfo = UTC
    nothing: frozenset[float] = frozenset({-9999.0, 9999.0, 99999.0, -99999.0})
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(dict[str, str]()), repr=False)
    any_type: bool = False  # some servers call their JSON a web page
    ca_file: str = ""
    timeout_s: float = 10.0
    max_bytes: int = 8 << 20
    max_rows: int = 100_000


def read_templates(path: Path) -> tuple[PullTemplate, ...]:
    """Read all templates of a file; TemplateFault for the first that is wrong."""
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateFault("no_file", path.name, str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateFault("toml", path.name, str(error)) from error
    listed = plain.pop("source", [])
    if plain or not isinstance(listed, list):
        raise TemplateFault("key", next(iter(plain), "source"))
    made = tuple(template_of(_table(one, "source")) for one in cast("list[Any]", listed))
    ids = [template.id for template in made]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise TemplateFault("twice", id_)
    return made


def template_of(plain: Mapping[str, Any]) -> PullTemplate:
    """Make a template of one table."""
    left = dict(plain)
    id_ = _text(left, "id")
    if not _ID.fullmatch(id_):
        raise TemplateFault("type", "id", id_)
    url = _text(left, "url")
    _check_url(url)
    stations = {
        key: _is_text(value, f"stations.{key}") for key, value in _table(left.pop("stations", {}), "stations").items()
    }
    made = PullTemplate(
        id=id_,
        name=_text(left, "name", id_),
        url=url,
        every_s=_number(left, "every_s", 300.0, 5.0, _LONGEST_S),
        format=_format(_text(left, "format")),
        time=_text(left, "time"),
        measures=tuple(_measure(_table(one, "value"), "value") for one in _list(left, "value")),
        long=_long(left.pop("long", None)),
        rows=_text(left, "rows", ""),
        station=_text(left, "station", ""),
        only_station=_text(left, "only_station", ""),
        stations=MappingProxyType(stations),
        datum=_text(left, "datum", ""),
        only_datum=_text(left, "only_datum", ""),
        time_format=_text(left, "time_format", ""),
        zone=zone_of(_text(left, "zone", "Asia/Shanghai")),
        nothing=frozenset(_is_number(one, "nothing") for one in _list(left, "nothing", [-9999, 9999, -99999, 99999])),
        headers=MappingProxyType(_headers(_table(left.pop("headers", {}), "headers"))),
        any_type=_flag(left, "any_type"),
        ca_file=_text(left, "ca_file", ""),
        timeout_s=_number(left, "timeout_s", 10.0, 0.1, 120.0),
        max_bytes=int(_number(left, "max_bytes", 8 << 20, 1.0, 64 << 20)),
        max_rows=int(_number(left, "max_rows", 100_000, 1.0, 1_000_000)),
    )
    if left:
        raise TemplateFault("key", next(iter(left)))
    if bool(made.station) == bool(made.only_station):
        raise TemplateFault("missing", "station")
    if bool(made.measures) == (made.long is not None):
        raise TemplateFault("missing", "value")
    return made


def zone_of(name: str) -> tzinfo:
    """Take a zone by name, or an offset such as +08:00."""
    offset = re.fullmatch(r"([+-])([0-9]{2}):?([0-9]{2})", name.strip())
    if offset is not None and int(offset[2]) < 24:
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise TemplateFault("zone", "zone", name) from None


def _measure(plain: dict[str, Any], where: str) -> Measure:
    name, unit = _text(plain, "variable"), _text(plain, "unit")
    try:
        variable = Variable(name)
        factors = UNITS[variable]
    except (ValueError, KeyError):
        raise TemplateFault("variable", where, name) from None
    factor = factors.get(unit, factors.get(unit.casefold()))
    if factor is None:
        raise TemplateFault("unit", where, unit)
    hours = _number(plain, "span_h", 0.0, 0.0, 24.0 * 31)
    made = Measure(_text(plain, "field", ""), variable, factor, hours * 3600 or None)
    if plain:
        raise TemplateFault("key", f"{where}.{next(iter(plain))}")
    return made


def _long(plain: object) -> Long | None:
    if plain is None:
        return None
    table = _table(plain, "long")
    names = _table(table.pop("names", {}), "long.names")
    made = Long(
        _text(table, "field"),
        _text(table, "value"),
        MappingProxyType({key: _measure(_table(one, "long.names"), f"long.names.{key}") for key, one in names.items()}),
    )
    if table or not names:
        raise TemplateFault("key" if table else "missing", f"long.{next(iter(table), 'names')}")
    return made


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise TemplateFault("url", "url") from None
    odd = any(not 0x20 < ord(sign) < 0x7F for sign in url)
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None or parts.fragment or odd:
        raise TemplateFault("url", "url")


def _headers(plain: dict[str, Any]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in plain.items():
        text = _is_text(value, f"headers.{name}")
        if not _HEADER.fullmatch(name) or name.casefold() in _RESERVED or not (text.isascii() and text.isprintable()):
            raise TemplateFault("headers", name)
        made[name] = text
    return made


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise TemplateFault("type", "format", name) from None


def _table(value: object, at: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise TemplateFault("type", at)
    return dict(cast("Mapping[str, Any]", value))


def _list(plain: dict[str, Any], name: str, otherwise: list[Any] | None = None) -> list[Any]:
    value = plain.pop(name, otherwise or [])
    if not isinstance(value, list):
        raise TemplateFault("type", name)
    return cast("list[Any]", value)


def _text(plain: dict[str, Any], name: str, otherwise: str | None = None) -> str:
    value = plain.pop(name, otherwise)
    if value is None:
        raise TemplateFault("missing", name)
    return _is_text(value, name)


def _flag(plain: dict[str, Any], name: str) -> bool:
    value = plain.pop(name, False)
    if not isinstance(value, bool):
        raise TemplateFault("type", name)
    return value


def _is_text(value: object, at: str) -> str:
    if not isinstance(value, str):
        raise TemplateFault("type", at)
    return value


def _is_number(value: object, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TemplateFault("type", at)
    return float(value)


def _number(plain: dict[str, Any], name: str, otherwise: float, least: float, most: float) -> float:
    value = _is_number(plain.pop(name, otherwise), name)
    if not least <= value <= most:
        raise TemplateFault("range", name, str(value))
    return value
