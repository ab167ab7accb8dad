"""CAP alerts into a folder: one file an alert, and an Atom feed of them, for whoever watches or serves the folder."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from data.gateway.channels.cap import (
    CapAlert,
    CapInfo,
    CapProfile,
    CapRefused,
    cap_identifier,
    cap_time,
    from_message,
    write,
)
from data.gateway.channels.cap_check import Box, faults, is_reference, schema_faults
from data.gateway.channels.cap_read import parse
from data.gateway.channels.file_drop import RETRY_DISK_S, disk_fault, drop, recall, remember
from data.gateway.channels.identity import earlier_ids, own_id
from data.gateway.channels.xml_safe import LARGEST_BYTES, Node, write_xml
from data.model.dispatch import Channel, Outcome
from data.rules.channels import EXERCISE_MARK, Delivery, Draft, Message, Recipient

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/cap+xml"
_EMPTY_TIME = "1970-01-01T00:00:00+00:00"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CapFolder:
    """The carrier that writes alerts; `base_url` is where the folder is served, empty when only files are read.

    References are earlier push ids, or ready triples sender,identifier,sent; what was sent is kept in .sent.
    In the feed stand the newest `feed_length` alerts. `home` is where our places lie (see cap_check.Box).
    """

    folder: Path
    profile: CapProfile
    name: str = "cap"
    channel: Channel = Channel.BROADCAST
    exercise: bool = False
    feed_name: str = "alerts.atom"
    feed_length: int = 100
    base_url: str = ""
    home: Box = Box()
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False, compare=False)

    @property
    def outbound(self) -> bool:
        """Whoever reads the folder is beyond this desk."""
        return True

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the file as it would be written; a refusal stands in its headers."""
        _ = recipients
        where = str(self.folder / f"{cap_identifier(self.profile.prefix, own_id(message))}.xml")
        try:
            alert, content = self._make(message)
        except CapRefused as error:
            return (Draft(where, "", (("refused", error.code), ("at", error.where))),)
        except OSError as error:
            return (Draft(where, "", (("refused", disk_fault(error)),)),)
        headers = (("status", alert.status.value), ("msgType", alert.type.value))
        return (Draft(where, content.decode("utf-8"), headers),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Write the file, then the feed; a repeat of the same message changes nothing."""
        try:
            alert, content = self._make(message)
            with self._one_at_a_time:
                drop(self.folder, f"{alert.identifier}.xml", content)
                remember(self._ledger, own_id(message), alert.reference)
                drop(self.folder, self.feed_name, self.feed())
        except CapRefused as error:
            return _to_all(recipients, Outcome.FAILED, detail=error.code)
        except OSError as error:
            return _to_all(recipients, Outcome.FAILED, detail=disk_fault(error), retry_after_s=RETRY_DISK_S)
        return _to_all(recipients, Outcome.DELIVERED, ref=alert.reference)

    def feed(self) -> bytes:
        """Return the Atom feed of the alerts that lie in the folder, newest first; other files are passed over."""
        files = sorted(self.folder.glob("*.xml"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        alerts = [alert for path in files[: self.feed_length] if (alert := _read(path))]
        alerts.sort(key=lambda alert: alert.sent, reverse=True)
        return atom(alerts, self.profile, self.base_url, EXERCISE_MARK if self.exercise else "")

    def _make(self, message: Message) -> tuple[CapAlert, bytes]:
        references = tuple(self._reference(one) for one in earlier_ids(message))
        alert = from_message(message, self.profile, references, self.exercise)
        found = faults(alert, self.home)
        if found:
            raise CapRefused(found[0].code, found[0].where)
        content = write(alert)
        found = schema_faults(content)
        if found:
            raise CapRefused(found[0].code, found[0].where)
        return alert, content

    def _reference(self, reference: str) -> str:
        """An earlier push is known by what was kept of it: only there stands when it was sent."""
        if is_reference(reference):
            return reference
        earlier = recall(self._ledger, reference)
        if earlier is None:
            raise CapRefused("reference_unknown", reference[:200])
        return earlier

    @property
    def _ledger(self) -> Path:
        return self.folder / ".sent"


def atom(alerts: Iterable[CapAlert], profile: CapProfile, base_url: str = "", mark: str = "") -> bytes:
    """Return an Atom feed of the alerts, in the order given."""
    kept = tuple(alerts)
    newest = max(kept, key=lambda alert: alert.sent, default=None)
    head = (
        _node("id", _urn(profile.sender)),
        _node("title", mark + profile.sender_name),
        _node("updated", cap_time(newest.sent) if newest else _EMPTY_TIME),
        _node("author", "", _node("name", profile.sender_name or profile.sender)),
    )
    entries = tuple(_entry(alert, base_url) for alert in kept)
    return write_xml(_node("feed", "", *head, *entries), {None: ATOM})


def _entry(alert: CapAlert, base_url: str) -> Node:
    info = alert.infos[0] if alert.infos else CapInfo("")
    link = {"rel": "alternate", "type": MEDIA_TYPE, "href": f"{base_url}{alert.identifier}.xml"}
    return _node(
        "entry",
        "",
        _node("id", _urn(alert.reference)),
        _node("title", info.headline or info.event or alert.identifier),
        _node("updated", cap_time(alert.sent)),
        _node("summary", info.description),
        Node(f"{{{ATOM}}}link", attributes=link),
        *(Node(f"{{{ATOM}}}category", attributes={"term": term}) for term in (alert.status, alert.type, info.severity)),
    )


def _node(name: str, text: str, *children: Node) -> Node:
    return Node(f"{{{ATOM}}}{name}", text, children)


def _urn(text: str) -> str:
    return uuid5(NAMESPACE_URL, text).urn


def _read(path: Path) -> CapAlert | None:
    """A file that is no sound alert was not written by us: it is named in the log and left alone."""
    if path.stat().st_size > LARGEST_BYTES:
        _log.warning("passed over %s: too large for an alert", path.name)
        return None
    try:
        return parse(path.read_bytes())
    except CapRefused as error:
        _log.warning("passed over %s: %s", path.name, error.code)
        return None


def _to_all(
    recipients: Iterable[Recipient],
    outcome: Outcome,
    ref: str = "",
    detail: str = "",
    retry_after_s: float | None = None,
) -> tuple[Delivery, ...]:
    return tuple(Delivery(one.person, outcome, ref, detail, retry_after_s) for one in recipients)
