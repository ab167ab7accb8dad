"""The Common Alerting Protocol 1.2: an alert as a value, made from a message, and written as XML.

Positions are WGS-84 throughout: what comes from a map in GCJ-02 must be converted before it gets here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from zoneinfo import ZoneInfo

from data.gateway.channels.identity import earlier_ids, own_id
from data.gateway.channels.xml_safe import Node, write_xml
from data.model.levels import Level
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, marked

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_UNSAFE = re.compile(r"[^A-Za-z0-9.-]")
_LONGEST_IDENTIFIER = 150

Ring = tuple[tuple[float, float], ...]
Pairs = tuple[tuple[str, str], ...]


class CapRefused(Exception):
    """An alert is not taken or not made; `code` says why, `where` names the element or the value at fault."""

    def __init__(self, code: str, where: str = "") -> None:
        """Keep the code; views have the words."""
        super().__init__(code, where)
        self.code = code
        self.where = where


class CapStatus(StrEnum):
    """How the receiver has to take an alert."""

    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    SYSTEM = "System"
    TEST = "Test"
    DRAFT = "Draft"


class CapType(StrEnum):
    """What an alert does."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"
    ACK = "Ack"
    ERROR = "Error"


@dataclass(frozen=True, slots=True)
class CapArea:
    """Where it holds: closed rings of (lon, lat), circles of (lon, lat, radius in km), codes of places."""

    desc: str
    rings: tuple[Ring, ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    geocodes: Pairs = ()


@dataclass(frozen=True, slots=True)
class CapInfo:
    """What is said, in one language."""

    event: str
    category: tuple[str, ...] = ("Met",)
    urgency: str = "Unknown"
    severity: str = "Unknown"
    certainty: str = "Unknown"
    language: str = "zh-CN"
    response: tuple[str, ...] = ()
    event_codes: Pairs = ()
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    sender_name: str = ""
    headline: str = ""
    description: str = ""
    instruction: str = ""
    web: str = ""
    contact: str = ""
    parameters: Pairs = ()
    areas: tuple[CapArea, ...] = ()


@dataclass(frozen=True, slots=True)
class CapAlert:
    """One alert. `sent_text` is the time as written, because references quote it letter by letter."""

    identifier: str
    sender: str
    sent: datetime
    status: CapStatus
    type: CapType
    scope: str = "Public"
    sent_text: str = ""
    source: str = ""
    restriction: str = ""
    addresses: str = ""
    codes: tuple[str, ...] = ()
    note: str = ""
    references: tuple[str, ...] = ()
    incidents: str = ""
    infos: tuple[CapInfo, ...] = ()

    @property
    def reference(self) -> str:
        """How a later alert names this one: sender,identifier,sent."""
        return f"{self.sender},{self.identifier},{self.sent_text or cap_time(self.sent)}"


@dataclass(frozen=True, slots=True)
class CapProfile:
    """What the township settles once for all its alerts; `sender` is its name on the net, without spaces."""

    sender: str
    sender_name: str
    event: str = "洪水"
    event_codes: Pairs = (("CN:eventCode", "11A01"),)
    category: tuple[str, ...] = ("Met",)  # CAP counts floods as meteorological
    scope: str = "Public"
    restriction: str = ""
    addresses: str = ""
    urgency: str = "Expected"
    certainty: str = "Likely"
    language: str = "zh-CN"
    area: str = ""
    geocodes: Pairs = ()
    web: str = ""
    contact: str = ""
    prefix: str = "anlan"


def cap_time(when: datetime) -> str:
    """Write a time as CAP wants it: Beijing offset, whole seconds, never a Z."""
    return when.astimezone(ZoneInfo("Asia/Shanghai")).strftime("%Y-%m-%dT%H:%M:%S+08:00").rjust(25, "0")


def cap_identifier(prefix: str, id_: str) -> str:
    """Return the identifier of a push: the same for every repeat, safe in CAP and as a file name."""
    safe = _UNSAFE.sub(lambda hit: f"_{ord(hit.group()):x}_", id_)
    if len(safe) > _LONGEST_IDENTIFIER:
        safe = sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_UNSAFE.sub('', prefix)}-{safe}"


def severity(level: Level) -> str:
    """Return the CAP severity of a warning colour."""
    return ("Unknown", "Minor", "Moderate", "Severe", "Extreme")[level]


def status_of(realm: Realm, exercise_place: bool = False) -> CapStatus:
    """Return Actual for live only, and even then not where exercises go."""
    if realm is Realm.LIVE:
        return CapStatus.TEST if exercise_place else CapStatus.ACTUAL
    return CapStatus.EXERCISE if realm is Realm.DRILL else CapStatus.TEST


def type_of(message: Message) -> CapType:
    """Return what the message does to those it refers to."""
    if message.retracts:
        return CapType.CANCEL
    return CapType.UPDATE if earlier_ids(message) else CapType.ALERT


def closed(ring: Ring) -> Ring:
    """Return the ring with its first point at the end."""
    return ring if not ring or ring[0] == ring[-1] else (*ring, ring[0])


def from_message(
    message: Message, profile: CapProfile, references: tuple[str, ...] = (), exercise_place: bool = False
) -> CapAlert:
    """Make the alert of a message; `references` are ready triples sender,identifier,sent."""
    message = marked(message)
    kind = type_of(message)
    status = status_of(message.realm, exercise_place)
    sent = message.sent_at or datetime.now(UTC)
    cancel = kind is CapType.CANCEL
    info = CapInfo(
        event=profile.event,
        category=profile.category,
        urgency="Past" if cancel else profile.urgency,
        severity=severity(message.level),
        certainty=profile.certainty,
        language=profile.language,
        response=("AllClear",) if cancel else (),
        event_codes=profile.event_codes,
        effective=sent,
        expires=message.expires_at,
        sender_name=profile.sender_name,
        headline=message.title,
        description=message.text,
        web=profile.web,
        contact=profile.contact,
        parameters=_colour(message.level),
        areas=(
            CapArea(
                message.area or profile.area or profile.sender_name,
                tuple(closed(ring) for ring in message.rings),
                geocodes=profile.geocodes,
            ),
        ),
    )
    return CapAlert(
        identifier=cap_identifier(profile.prefix, own_id(message)),
        sender=profile.sender,
        sent=sent,
        sent_text=cap_time(sent),
        status=status,
        type=kind,
        scope=profile.scope,
        restriction=profile.restriction,
        addresses=profile.addresses,
        note="" if status is CapStatus.ACTUAL else EXERCISE_MARK,
        references=references,
        infos=(info,),
    )


def write(alert: CapAlert) -> bytes:
    """Write the alert as a CAP 1.2 document, elements in the order of the schema."""
    return write_xml(Node(_tag("alert"), children=tuple(_alert_nodes(alert))), {None: NAMESPACE})


def _colour(level: Level) -> Pairs:
    """The severities of CAP are no colours: the official colour and rank stand beside them."""
    if level.numeral is None:
        return ()
    return (("CN:severityColor", level.colour.capitalize()), ("CN:severityRank", level.numeral))


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _texts(pairs: Iterable[tuple[str, str]]) -> Iterator[Node]:
    return (Node(_tag(name), text) for name, text in pairs if text)


def _values(name: str, pairs: Pairs) -> Iterator[Node]:
    for key, value in pairs:
        yield Node(_tag(name), children=(Node(_tag("valueName"), key), Node(_tag("value"), value)))


def _alert_nodes(alert: CapAlert) -> Iterator[Node]:
    yield Node(_tag("identifier"), alert.identifier)
    yield Node(_tag("sender"), alert.sender)
    yield Node(_tag("sent"), alert.sent_text or cap_time(alert.sent))
    yield Node(_tag("status"), alert.status.value)
    yield Node(_tag("msgType"), alert.type.value)
    yield from _texts((("source", alert.source),))
    yield Node(_tag("scope"), alert.scope)
    yield from _texts((("restriction", alert.restriction), ("addresses", alert.addresses)))
    yield from _texts(("code", code) for code in alert.codes)
    yield from _texts(
        (("note", alert.note), ("references", " ".join(alert.references)), ("incidents", alert.incidents))
    )
    for info in alert.infos:
        yield Node(_tag("info"), children=tuple(_info_nodes(info)))


def _info_nodes(info: CapInfo) -> Iterator[Node]:
    yield from _texts((("language", info.language),))
    yield from _texts(("category", category) for category in info.category)
    yield Node(_tag("event"), info.event)
    yield from _texts(("responseType", response) for response in info.response)
    yield Node(_tag("urgency"), info.urgency)
    yield Node(_tag("severity"), info.severity)
    yield Node(_tag("certainty"), info.certainty)
    yield from _values("eventCode", info.event_codes)
    times = (("effective", info.effective), ("onset", info.onset), ("expires", info.expires))
    yield from _texts((name, cap_time(when)) for name, when in times if when)
    yield from _texts(
        (
            ("senderName", info.sender_name),
            ("headline", info.headline),
            ("description", info.description),
            ("instruction", info.instruction),
            ("web", info.web),
            ("contact", info.contact),
        )
    )
    yield from _values("parameter", info.parameters)
    for area in info.areas:
        yield Node(_tag("area"), children=tuple(_area_nodes(area)))


def _area_nodes(area: CapArea) -> Iterator[Node]:
    yield Node(_tag("areaDesc"), area.desc)
    yield from _texts(("polygon", " ".join(f"{lat:.6f},{lon:.6f}" for lon, lat in ring)) for ring in area.rings)
    yield from _texts(("circle", f"{lat:.6f},{lon:.6f} {radius:.3f}") for lon, lat, radius in area.circles)
    yield from _values("geocode", area.geocodes)
