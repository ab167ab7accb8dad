"""Telegrams → the one normal form: which element is which variable, at which station, above which datum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from data.feeds.sl651.bcd import BEIJING
from data.feeds.sl651.uplink import Element, Uplink
from data.model.telemetry import Doubt, Observation, Source, SourceKind, StationPicture, Variable
from data.rules.observing.checks import UNITS


@dataclass(frozen=True, slots=True)
class StationCard:
    """What the desk knows of a telemetry address: its station there, and what the telegrams do not say themselves."""

    station: str
    datum: str = ""  # of the stages that it sends
    base_m: float | None = None  # 水位基值 (3.1.3): what relative levels F5 … FC are counted from
    day_hour: int = 8  # when a day of rain begins, Beijing time (D.4, 22H)


Book = Mapping[str, StationCard]
"""Telemetry address (ten digits) → what the desk knows of it."""

_HOUR: Final = 3600.0
_RAIN_SPANS: Final = MappingProxyType(
    {
        "F4": 300.0, "22": 300.0, "23": 600.0, "24": 1800.0, "21": 60.0, "1A": _HOUR, "1B": 2 * _HOUR,
        "1C": 3 * _HOUR, "1D": 6 * _HOUR, "1E": 12 * _HOUR, "1F": 24 * _HOUR,
    }
)  # fmt: skip
_SAME: Final = MappingProxyType(
    {
        "26": Variable.RAIN_TOTAL,
        "44": Variable.SEDIMENT,
        "36": Variable.VELOCITY,
        "37": Variable.VELOCITY,
        "38": Variable.VOLTAGE,
        "03": Variable.WATER_TEMPERATURE,
        "QI": Variable.INFLOW,
        "W": Variable.STORAGE,
    }
)
_STAGES: Final = MappingProxyType({"K": ("3B", "39"), "Z": ("3B", "39"), "D": ("3B", "39")})
"""By kind of station, the stage that stands for it, the best first; of all others 39."""
_FLOWS: Final = MappingProxyType({"K": ("30",), "Z": ("30", "27"), "D": ("27", "30")})
_TEST: Final = 0x30
_CURRENT_RAIN: Final = "20"
_RELATIVE: Final = "F5"


def card_of(address: str, book: Book) -> StationCard:
    """Return what is known of an address; a hydrological one (00 + eight digits, table 13) names its station itself."""
    return book.get(address) or StationCard(address[2:] if address.startswith("00") else address)


def observations(uplink: Uplink, received_at: datetime, book: Book) -> tuple[Observation, ...]:
    """Return the values that the desk can use, one for each station, variable and time.

    Where several elements say the same (an instant and a series, rain over several spans) the most direct one is
    taken: an instant before a relative series, the shortest span of rain. Values without a time are left out.
    A test report (30H) has none: its values belong in no register (6.6.4.3).
    """
    if uplink.function.code == _TEST:
        return ()
    best: dict[tuple[str, Variable, datetime], tuple[int, Observation]] = {}
    for element in uplink.elements:
        made = _made(element, uplink, received_at, card_of(element.station or uplink.station, book))
        if made is None:
            continue
        rank, value = made
        key = (value.station, value.variable, value.at)
        held = best.get(key)
        if held is None or (value.value is not None, -rank) > (held[1].value is not None, -held[0]):
            best[key] = made
    return tuple(value for _, value in best.values())


def picture(uplink: Uplink, received_at: datetime, book: Book) -> StationPicture | None:
    """Return the picture of a telegram 36H."""
    at = uplink.observed_at or uplink.sent_at
    if not uplink.picture or at is None:
        return None
    source = Source(SourceKind.SL651, uplink.station)
    return StationPicture(
        card_of(uplink.station, book).station, at.astimezone(UTC), received_at, source, uplink.picture
    )


def _made(element: Element, uplink: Uplink, received_at: datetime, card: StationCard) -> tuple[int, Observation] | None:
    """Make an observation of an element, with its rank among those that say the same (0 = the most direct)."""
    at = None if element.at is None else element.at.astimezone(UTC)
    meant = None if at is None else _meaning(element, at, uplink.kind, card)
    if at is None or meant is None:
        return None
    rank, variable, value, span_s = meant
    doubts: set[Doubt] = set()
    if value is None:
        doubts.add(Doubt.INVALID)
    if variable is Variable.STAGE and not card.datum:
        doubts.add(Doubt.DATUM)
    return rank, Observation(
        card.station,
        variable,
        value,
        UNITS[variable],
        at,
        received_at,
        Source(SourceKind.SL651, element.station or uplink.station),
        card.datum if variable is Variable.STAGE else "",
        span_s,
        frozenset(doubts),
        uplink.function.manner,
    )


def _meaning(
    element: Element, at: datetime, kind: str, card: StationCard
) -> tuple[int, Variable, float | None, float | None] | None:
    """Rank, variable, value and span of an element; None when it is none of the desk's variables."""
    name = element.id
    value = element.value if isinstance(element.value, float) else None
    stages, flows = _STAGES.get(kind, ("39",)), _FLOWS.get(kind, ("27",))
    if name in stages:
        return stages.index(name), Variable.STAGE, value, None
    if name in flows:
        return flows.index(name), Variable.FLOW, value, None
    if name in _RAIN_SPANS:
        span = _RAIN_SPANS[name]
        return int(span), Variable.RAIN, value, span
    if name == _CURRENT_RAIN:
        span = _since_day_start(at, card.day_hour)
        return int(span) + 1, Variable.RAIN, value, span
    if name == _RELATIVE and card.base_m is not None:
        return 9, Variable.STAGE, None if value is None else round(value + card.base_m, 3), None
    if name in _SAME:
        return int(name == "37"), _SAME[name], value, None
    return None


def _since_day_start(at: datetime, day_hour: int) -> float:
    """Return the seconds since the day of rain began; at its very start the day that ended is meant."""
    local = at.astimezone(BEIJING)
    start = local.replace(hour=day_hour, minute=0, second=0, microsecond=0)
    if local <= start:
        start -= timedelta(days=1)
    return (local - start).total_seconds()
