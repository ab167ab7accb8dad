"""Cursor on Target: positions and markers as TAK speaks them, one XML event each way, strangers' events with care."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from data.gateway.channels.identity import earlier_ids, own_id
from data.gateway.channels.xml_safe import Node, XmlRefused, read_xml, write_line, xml_text
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, marked

UNKNOWN_M = 9_999_999.0
LARGEST_EVENT_BYTES = 64_000
EXERCISE_PREFIX = "EX."
STALE_POSITION = timedelta(seconds=300)
STALE_MARKER = timedelta(hours=1)
_TYPE = re.compile(r"[A-Za-z0-9*^.-]{1,64}")
_HOW = re.compile(r"[a-z0-9-]{1,16}")
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:\.\d{0,30})?(?:[eE][-+]?\d{1,3})?")
_LONGEST_UID = 256
_LONGEST_NAME = 200
_LONGEST_REMARKS = 4_000


class CotType(StrEnum):
    """The types that this desk writes; others are read, too."""

    TEAM = "a-f-G-U-C-I"
    BOAT = "a-f-S-X"
    UAV = "a-f-A-M-H-Q"
    MARKER = "b-m-p-s-m"
    DELETE = "t-x-d-d"
    PING = "t-x-c-t"


class CotRefused(Exception):
    """An event is not taken; `code` says why."""

    def __init__(self, code: str) -> None:
        """Keep the code; views have the words."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class CotEvent:
    """One event: where something is (WGS-84), how that is known, and until when it may be believed.

    `how` m-g means measured by satellite positioning. `to` are callsigns, everybody when empty. `removes` are the
    events that a DELETE takes away. Heights and errors are metres, UNKNOWN_M when unknown.
    """

    uid: str
    type: str
    lon: float
    lat: float
    time: datetime
    stale: datetime
    how: str = "m-g"
    callsign: str = ""
    remarks: str = ""
    hae_m: float = UNKNOWN_M
    ce_m: float = UNKNOWN_M
    le_m: float = UNKNOWN_M
    course_deg: float | None = None
    speed_m_s: float | None = None
    to: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    exercise: bool = False


def position(uid: str, kind: CotType, lon: float, lat: float, at: datetime, callsign: str = "") -> CotEvent:
    """Return where a team, a boat or an UAV was at that time."""
    return CotEvent(f"anlan.{uid}", kind.value, lon, lat, at, at + STALE_POSITION, callsign=callsign)


def uid_of(push: str) -> str:
    """Return the uid of the marker of a push: a repeat replaces it."""
    return f"anlan.push.{push}"


def from_message(message: Message, home: tuple[float, float], to: Sequence[str] = ()) -> tuple[CotEvent, ...]:
    """Return the markers of a message: those it updates or retracts go, and its own stands in its area or at home."""
    message = marked(message)
    at = message.sent_at or datetime.now(UTC)
    lon, lat = _middle(message.rings[0]) if message.rings and message.rings[0] else home
    own = CotEvent(
        uid=uid_of(own_id(message)),
        type=CotType.MARKER.value,
        lon=lon,
        lat=lat,
        time=at,
        stale=message.expires_at or at + STALE_MARKER,
        how="h-g-i-g-o",  # typed in by a person
        callsign=message.title or message.text[:40],
        remarks=message.text,
        to=tuple(to),
    )
    gone = tuple(
        replace(own, uid=f"{own.uid}.del.{number}", type=CotType.DELETE.value, removes=(uid_of(earlier),), remarks="")
        for number, earlier in enumerate(earlier_ids(message), start=1)
    )
    return tuple(in_realm(event, message.realm) for event in (*gone, own))


def in_realm(event: CotEvent, realm: Realm) -> CotEvent:
    """Return the event as it may leave in that realm: outside live its uid, name and words say that it is exercise."""
    if realm is Realm.LIVE or event.exercise:
        return event

    def mark(text: str) -> str:
        return text if text.startswith(EXERCISE_MARK) else EXERCISE_MARK + text

    return replace(
        event,
        uid=EXERCISE_PREFIX + event.uid,
        callsign=mark(event.callsign),
        remarks=mark(event.remarks),
        removes=tuple(EXERCISE_PREFIX + uid for uid in event.removes),
        exercise=True,
    )


def ping(uid: str, at: datetime) -> CotEvent:
    """Return the sign of life that TAK servers expect."""
    return CotEvent(f"anlan.{uid}", CotType.PING.value, 0.0, 0.0, at, at + timedelta(seconds=60))


def write(event: CotEvent) -> bytes:
    """Write the event as one XML element; any text may stand in it."""
    attributes = {
        "version": "2.0",
        "uid": event.uid,
        "type": event.type,
        "time": _written(event.time),
        "start": _written(event.time),
        "stale": _written(event.stale),
        "how": event.how,
    }
    if event.exercise:
        attributes["opex"] = "e-anlan"  # the place that CoT itself has for exercises; the type keeps its symbol
    point = {
        "lat": f"{event.lat:.7f}",
        "lon": f"{event.lon:.7f}",
        "hae": f"{event.hae_m:.1f}",
        "ce": f"{event.ce_m:.1f}",
        "le": f"{event.le_m:.1f}",
    }
    children = (Node("point", attributes=point), Node("detail", children=tuple(_details(event))))
    return write_line(Node("event", children=children, attributes=attributes))


def read(data: bytes) -> CotEvent:
    """Return the event; CotRefused: too_large, dtd, not_xml, not_event, bad_uid, bad_type, bad_time, bad_point."""
    try:
        root = read_xml(data, LARGEST_EVENT_BYTES)
    except XmlRefused as error:
        raise CotRefused(error.code) from error
    point = root.first("point")
    if root.tag != "event" or point is None:
        raise CotRefused("not_event")
    uid, kind, how = (root.attributes.get(name, "") for name in ("uid", "type", "how"))
    if not uid.strip() or len(uid) > _LONGEST_UID or not uid.isprintable():
        raise CotRefused("bad_uid")
    if not _TYPE.fullmatch(kind) or not _HOW.fullmatch(how):
        raise CotRefused("bad_type")
    lat, lon = _number(point, "lat"), _number(point, "lon")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        raise CotRefused("bad_point")
    detail = root.first("detail") or Node("detail")
    contact, track = detail.first("contact") or Node(""), detail.first("track") or Node("")
    return CotEvent(
        uid=uid,
        type=kind,
        lon=lon,
        lat=lat,
        time=_time(root.attributes.get("time", "")),
        stale=_time(root.attributes.get("stale", "")),
        how=how,
        callsign=_line(contact.attributes.get("callsign", "")),
        remarks=detail.text_of("remarks")[:_LONGEST_REMARKS],
        hae_m=_metres(point, "hae"),
        ce_m=_metres(point, "ce"),
        le_m=_metres(point, "le"),
        course_deg=_number(track, "course"),
        speed_m_s=_number(track, "speed"),
        removes=tuple(_line(link.attributes.get("uid", "")) for link in detail.all("link"))
        if kind.startswith(CotType.DELETE)
        else (),
        exercise=uid.startswith(EXERCISE_PREFIX) or root.attributes.get("opex", "o")[:1] in {"e", "s"},
    )


def _details(event: CotEvent) -> list[Node]:
    nodes: list[Node] = []
    if event.callsign:
        nodes.append(Node("contact", attributes={"callsign": _line(event.callsign)}))
    if event.remarks:
        nodes.append(Node("remarks", event.remarks[:_LONGEST_REMARKS]))
    if event.course_deg is not None and event.speed_m_s is not None:
        track = {"course": f"{event.course_deg:.1f}", "speed": f"{event.speed_m_s:.2f}"}
        nodes.append(Node("track", attributes=track))
    for uid in event.removes:
        nodes.append(Node("link", attributes={"uid": uid, "type": "none", "relation": "none"}))
        nodes.append(Node("__forcedelete"))
    if event.to:
        dests = tuple(Node("dest", attributes={"callsign": callsign}) for callsign in event.to)
        nodes.append(Node("marti", children=dests))
    return nodes


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, float]:
    corners = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    return sum(lon for lon, _ in corners) / len(corners), sum(lat for _, lat in corners) / len(corners)


def _written(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _time(text: str) -> datetime:
    try:
        when = datetime.fromisoformat(text)
        if when.tzinfo is None:
            raise CotRefused("bad_time")
        return when.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise CotRefused("bad_time") from error


def _number(node: Node, name: str) -> float | None:
    text = node.attributes.get(name, "").strip()
    number = float(text) if _NUMBER.fullmatch(text) else math.nan
    return number if math.isfinite(number) else None


def _metres(node: Node, name: str) -> float:
    """Some senders leave out what they do not know."""
    number = _number(node, name)
    return UNKNOWN_M if number is None else number


def _line(text: str) -> str:
    return " ".join(xml_text(text).split())[:_LONGEST_NAME]
