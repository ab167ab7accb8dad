"""What phones may send, at the level of HTTP: form, sizes and types; what it means is for data/gateway/inbound.py."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, TypeVar, cast
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from data.model.field import Position

MOST_POINTS = 500
MOST_NESTED = 8
_CLOCK_AHEAD = timedelta(days=1)
_CLOCK_BEHIND = timedelta(days=366)

_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_Text = TypeVar("_Text", bound=Struct)
_Aware = Annotated[datetime, Meta(tz=True)]


class Refused(Exception):
    """The gateway will not do it: an HTTP status and a code, perhaps when to ask again."""

    def __init__(self, status: int, code: str, *, retry_s: float = 0.0, wipe: bool = False) -> None:
        """Keep what the phone is told."""
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.retry_s = retry_s
        self.wipe = wipe


class Enrol(Struct, frozen=True):
    """`POST /api/enrol`."""

    code: Annotated[str, Meta(min_length=1, max_length=128)]
    name: Annotated[str, Meta(max_length=200)] = ""


class Send(Struct, frozen=True):
    """`POST /api/send`."""

    client: UUID
    kind: Annotated[str, Meta(pattern=r"^[a-z_]{1,24}$")]
    at: _Aware
    body: dict[str, object]


class Point(Struct, frozen=True):
    """One point of `POST /api/positions`."""

    at: _Aware
    lon: Annotated[float, Meta(ge=-180, le=180)]
    lat: Annotated[float, Meta(ge=-90, le=90)]
    accuracy_m: Annotated[float, Meta(ge=0, le=1_000_000)] = 0.0
    patrol: Annotated[str, Meta(max_length=64, pattern=r"^[A-Za-z0-9_.:-]*$")] = ""


class Positions(Struct, frozen=True):
    """`POST /api/positions`."""

    points: Annotated[list[Point], Meta(max_length=MOST_POINTS)]


def read(kind: type[_Text], body: bytes) -> _Text:
    """Return the message in a body, or refuse with bad_request."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError) as error:
        raise Refused(400, "bad_request") from error


def canonical(body: dict[str, object]) -> bytes:
    """Return a body as it is kept: valid UTF-8, no key twice, not nested without end."""
    if _depth(body) > MOST_NESTED:
        raise Refused(400, "bad_request")
    return msgspec.json.encode(body)


def read_line(text: str) -> dict[str, object] | None:
    """Return a message of the live line, None when it is none."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError):
        return None
    if not isinstance(found, dict):
        return None
    said = cast("dict[str, object]", found)
    kind = said.get("t")
    return said if isinstance(kind, str) and 0 < len(kind) <= 24 and _depth(said) <= MOST_NESTED else None


def believable(at: datetime, received_at: datetime) -> datetime:
    """Return the phone's time, or the gateway's where the phone's clock is plainly wrong.

    A report with a foolish time is still a report; but one of the year 9999 would break sums later.
    """
    return at if received_at - _CLOCK_BEHIND <= at <= received_at + _CLOCK_AHEAD else received_at


@dataclass(frozen=True, slots=True)
class Times:
    """One moment by the machine's clock and by the desk's, and how fast the desk's runs."""

    machine: datetime
    desk: datetime
    speed: float = 1.0

    def at_desk(self, at: datetime) -> datetime:
        """Return the desk's time of a moment of the machine's."""
        return self.desk - (self.machine - at) * self.speed


def positions(points: list[Point], person: str, device: str, times: Times) -> tuple[Position, ...]:
    """Return points as they are kept, at the desk's time."""
    return tuple(
        Position(
            person,
            times.at_desk(believable(one.at, times.machine)),
            one.lon,
            one.lat,
            one.accuracy_m,
            device,
            one.patrol,
        )
        for one in points
    )


def uuid_of(text: str) -> str:
    """Return an id made by the phone in its one spelling, or refuse with bad_request."""
    if not _UUID.fullmatch(text):
        raise Refused(400, "bad_request")
    return text.lower()


def _depth(value: object, so_far: int = 1) -> int:
    if so_far > MOST_NESTED:
        return so_far
    inner: list[object]
    if isinstance(value, dict):
        inner = list(cast("dict[str, object]", value).values())
    elif isinstance(value, list):
        inner = cast("list[object]", value)
    else:
        return so_far - 1
    return max((_depth(one, so_far + 1) for one in inner), default=so_far)
