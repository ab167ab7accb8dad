"""The national warning release form (国家突发事件预警信息发布系统, 12379) as a file. UNCONFIRMED.

The layout follows what public programs write (namespace, order of elements, 14-digit sender code, file name); it has
not been checked against the standard or with a warning centre. Until a setting says that the local centre has
confirmed it, every file says so in a comment and carries status Test. Exercises always do: the form has no Exercise
in use.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from data.gateway.channels.file_drop import RETRY_DISK_S, disk_fault, drop, recall, remember
from data.gateway.channels.identity import earlier_ids, own_id
from data.gateway.channels.xml_safe import Node, write_xml
from data.model.dispatch import Channel, Outcome
from data.model.levels import Level
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Delivery, Draft, Message, Recipient, marked

NAMESPACE = "http://com.icss.amp"
UNCONFIRMED = "未经本地预警中心确认的格式，仅供测试。 Form not confirmed by a warning centre: for tests only."
_SENDER_CODE = re.compile(r"[0-9]{14}")
_EVENT_CODE = re.compile(r"[0-9A-Z]{5}")
_IDENTIFIER = re.compile(r"[0-9]{14}_[0-9]{14}")
_GEOCODE = re.compile(r"[0-9]{6,14}")
_COLOURS = ("", "蓝色", "黄色", "橙色", "红色")


@dataclass(frozen=True, slots=True)
class Cn12379Profile:
    """What the warning centre settles for a unit; `sender_code` is 14 digits (GB/T 2260 + GB/T 4657 + unit).

    `file_ending` stands before .xml: some programs add _O. `confirmed` only after the centre has agreed to a sample.
    """

    sender: str
    sender_code: str
    signer: str
    event_name: str = "洪水"
    event_code: str = "11A01"
    geocodes: tuple[str, ...] = ()
    area: str = ""
    methods: tuple[str, ...] = ("SMS",)
    file_ending: str = ""
    confirmed: bool = False

    def __post_init__(self) -> None:
        """A code of the wrong shape is a fault of the settings."""
        if not _SENDER_CODE.fullmatch(self.sender_code):
            raise ValueError("sender code is not 14 digits")
        if not _EVENT_CODE.fullmatch(self.event_code):
            raise ValueError("event code is not like 11A01")
        if not all(_GEOCODE.fullmatch(code) for code in self.geocodes):
            raise ValueError("a geocode is not 6 to 14 digits")


@dataclass(frozen=True, slots=True)
class Cn12379File:
    """A file ready to be written; `identifier` is what a later update or cancellation refers to."""

    name: str
    identifier: str
    status: str
    content: bytes


class FormRefused(Exception):
    """A message does not fit the form; `code` says why."""

    def __init__(self, code: str) -> None:
        """Keep the code; views have the words."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Cn12379Folder:
    """The carrier that writes the form into the folder from which the centre's program takes it.

    References are earlier push ids, or identifiers of the form. What was sent is kept in .sent.
    """

    folder: Path
    profile: Cn12379Profile
    name: str = "cn12379"
    channel: Channel = Channel.BROADCAST
    exercise: bool = False
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False, compare=False)

    @property
    def outbound(self) -> bool:
        """The centre reads the folder."""
        return True

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the file as it would be written; a refusal stands in its headers."""
        _ = recipients
        try:
            made = self._make(message)
        except FormRefused as error:
            return (Draft(str(self.folder), "", (("refused", error.code),)),)
        except OSError as error:
            return (Draft(str(self.folder), "", (("refused", disk_fault(error)),)),)
        return (Draft(str(self.folder / made.name), made.content.decode("utf-8"), (("status", made.status),)),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Write the file; `ref` is the identifier that a cancellation must give."""
        try:
            with self._one_at_a_time:
                made = self._make(message)
                remember(self._ledger, made.identifier, own_id(message))
                remember(self._ledger, own_id(message), made.identifier)
                drop(self.folder, made.name, made.content)
        except FormRefused as error:
            return tuple(Delivery(one.person, Outcome.FAILED, detail=error.code) for one in recipients)
        except OSError as error:
            code = disk_fault(error)
            return tuple(
                Delivery(one.person, Outcome.FAILED, detail=code, retry_after_s=RETRY_DISK_S) for one in recipients
            )
        return tuple(Delivery(one.person, Outcome.DELIVERED, ref=made.identifier) for one in recipients)

    @property
    def _ledger(self) -> Path:
        return self.folder / ".sent"

    def _make(self, message: Message) -> Cn12379File:
        """The identifier holds whole seconds: a second push in the same second takes the next one."""
        references = tuple(self._reference(one) for one in earlier_ids(message))
        later = 0
        while True:
            made = form(replace(message, references=references), self.profile, self.exercise, later)
            if recall(self._ledger, made.identifier) in (None, own_id(message)):
                return made
            later += 1

    def _reference(self, reference: str) -> str:
        if _IDENTIFIER.fullmatch(reference):
            return reference
        earlier = recall(self._ledger, reference)
        if earlier is None:
            raise FormRefused("reference_unknown")
        return earlier


def form(message: Message, profile: Cn12379Profile, exercise_place: bool = False, later_s: int = 0) -> Cn12379File:
    """Make the form of a message; FormRefused: level_missing, time_missing, reference_missing, bad_reference.

    The time of sending must come from the push, so that a repeat gives the same file; `later_s` moves the identifier.
    """
    message = marked(message)
    if message.level is Level.NONE:
        raise FormRefused("level_missing")
    if message.sent_at is None:
        raise FormRefused("time_missing")
    kind = "Cancel" if message.retracts else "Update" if message.references else "Alert"
    if message.retracts and not message.references:
        raise FormRefused("reference_missing")
    if not all(_IDENTIFIER.fullmatch(one) for one in message.references):
        raise FormRefused("bad_reference")
    actual = message.realm is Realm.LIVE and profile.confirmed and not exercise_place
    status = "Actual" if actual else "Test"
    stamp = _beijing(message.sent_at + timedelta(seconds=later_s)).strftime("%Y%m%d%H%M%S").rjust(14, "0")
    identifier = f"{profile.sender_code}_{stamp}"
    colour = message.level.colour.upper()
    name = f"{identifier}_{profile.event_code}_{colour}_{kind.upper()}{profile.file_ending}.xml"
    nodes = tuple(_nodes(message, profile, identifier, kind, status))
    comments = () if profile.confirmed else (UNCONFIRMED,)
    content = write_xml(Node(_tag("alert"), children=nodes), {None: NAMESPACE}, comments)
    return Cn12379File(name, identifier, status, content)


def headline(sender: str, event: str, level: Level, cancel: bool) -> str:
    """Return the fixed wording of a headline, e.g. 某镇人民政府发布洪水黄色预警."""
    return f"{sender}{'解除' if cancel else '发布'}{event}{_COLOURS[level]}预警"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _text(name: str, text: str) -> Node:
    return Node(_tag(name), text)


def _beijing(when: datetime) -> datetime:
    return when.astimezone(ZoneInfo("Asia/Shanghai"))


def _time(when: datetime) -> str:
    return _beijing(when).strftime("%Y-%m-%d %H:%M:%S+08:00")


def _nodes(message: Message, profile: Cn12379Profile, identifier: str, kind: str, status: str) -> Iterator[Node]:
    cancel = kind == "Cancel"
    yield _text("identifier", identifier)
    yield _text("sender", profile.sender)
    yield _text("senderCode", profile.sender_code)
    yield _text("sendTime", _time(message.sent_at or datetime.now(UTC)))
    yield _text("status", status)
    yield _text("msgType", kind)
    yield _text("scope", "Public")
    yield Node(_tag("code"), children=tuple(_method(name, message.text) for name in profile.methods))
    yield _text("secClassification", "None")
    yield _text("note", (EXERCISE_MARK if message.exercise else "") + (message.text if cancel else ""))
    yield _text("references", ",".join(message.references))
    yield Node(_tag("info"), children=tuple(_info(message, profile, cancel)))


def _method(name: str, text: str) -> Node:
    parts = (("methodName", name), ("message", text), ("audienceGrp", ""), ("audiencePrt", ""))
    return Node(_tag("method"), children=tuple(_text(*part) for part in parts))


def _info(message: Message, profile: Cn12379Profile, cancel: bool) -> Iterator[Node]:
    sent = message.sent_at or datetime.now(UTC)
    mark = EXERCISE_MARK if message.exercise else ""
    yield _text("language", "zh-CN")
    yield _text("eventType", profile.event_code)
    yield _text("urgency", "Unknown")
    yield _text("severity", message.level.colour.capitalize())
    yield _text("certainty", "Unknown")
    yield _text("effective", _time(sent))
    yield _text("onset", "")
    yield _text("expires", _time(message.expires_at) if message.expires_at else "")
    yield _text("senderName", profile.signer)
    yield _text("headline", mark + headline(profile.sender, profile.event_name, message.level, cancel))
    yield _text("description", message.text)
    yield _text("instruction", "")
    yield _text("web", "")
    yield Node(_tag("area"), children=tuple(_area(message, profile)))


def _area(message: Message, profile: Cn12379Profile) -> Iterator[Node]:
    yield _text("areaDesc", message.area or profile.area or profile.sender)
    for ring in message.rings:
        whole = ring if ring[:1] == ring[-1:] else (*ring, *ring[:1])
        yield _text("polygon", " ".join(f"{lat:.6f},{lon:.6f}" for lon, lat in whole))
    yield _text("geocode", ",".join(profile.geocodes))
