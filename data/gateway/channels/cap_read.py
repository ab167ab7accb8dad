"""A CAP 1.2 document of strangers, read into a value or refused with a code."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from data.gateway.channels.cap import NAMESPACE, CapAlert, CapArea, CapInfo, CapRefused, CapStatus, CapType, Pairs, Ring
from data.gateway.channels.cap_check import faults, tree_faults
from data.gateway.channels.xml_safe import Node, XmlRefused, plain, read_tree

_POINT = re.compile(r"([-+]?\d{1,3}(?:\.\d{1,20})?),([-+]?\d{1,3}(?:\.\d{1,20})?)")
_RADIUS = re.compile(r"\d{1,6}(?:\.\d{1,20})?")


def parse(data: bytes) -> CapAlert:
    """Return the alert; CapRefused with a code for everything that is not a sound CAP 1.2 alert.

    Codes: too_large, dtd, not_xml, namespace, schema, bad_time, bad_ring, bad_circle, and those of cap_check.faults.
    """
    try:
        root = read_tree(data)
    except XmlRefused as error:
        raise CapRefused(error.code) from error
    if root.tag != _tag("alert"):
        raise CapRefused("namespace", str(root.tag)[:200])
    found = tree_faults(root)
    if not found:
        alert = _alert(plain(root))
        found = faults(alert)
        if not found:
            return alert
    raise CapRefused(found[0].code, found[0].where)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _alert(node: Node) -> CapAlert:
    sent = node.text_of(_tag("sent"))
    return CapAlert(
        identifier=node.text_of(_tag("identifier")),
        sender=node.text_of(_tag("sender")),
        sent=_time(sent),
        sent_text=sent,
        status=CapStatus(node.text_of(_tag("status"))),
        type=CapType(node.text_of(_tag("msgType"))),
        scope=node.text_of(_tag("scope")),
        source=node.text_of(_tag("source")),
        restriction=node.text_of(_tag("restriction")),
        addresses=node.text_of(_tag("addresses")),
        codes=_all(node, "code"),
        note=node.text_of(_tag("note")),
        references=tuple(node.text_of(_tag("references")).split()),
        incidents=node.text_of(_tag("incidents")),
        infos=tuple(_info(one) for one in node.all(_tag("info"))),
    )


def _info(node: Node) -> CapInfo:
    return CapInfo(
        event=node.text_of(_tag("event")),
        category=_all(node, "category"),
        urgency=node.text_of(_tag("urgency")),
        severity=node.text_of(_tag("severity")),
        certainty=node.text_of(_tag("certainty")),
        language=node.text_of(_tag("language")) or "en-US",  # the schema's own default
        response=_all(node, "responseType"),
        event_codes=_pairs(node, "eventCode"),
        effective=_maybe(node, "effective"),
        onset=_maybe(node, "onset"),
        expires=_maybe(node, "expires"),
        sender_name=node.text_of(_tag("senderName")),
        headline=node.text_of(_tag("headline")),
        description=node.text_of(_tag("description")),
        instruction=node.text_of(_tag("instruction")),
        web=node.text_of(_tag("web")),
        contact=node.text_of(_tag("contact")),
        parameters=_pairs(node, "parameter"),
        areas=tuple(_area(one) for one in node.all(_tag("area"))),
    )


def _area(node: Node) -> CapArea:
    return CapArea(
        desc=node.text_of(_tag("areaDesc")),
        rings=tuple(_ring(one.text) for one in node.all(_tag("polygon"))),
        circles=tuple(_circle(one.text) for one in node.all(_tag("circle"))),
        geocodes=_pairs(node, "geocode"),
    )


def _all(node: Node, name: str) -> tuple[str, ...]:
    return tuple(one.text for one in node.all(_tag(name)))


def _pairs(node: Node, name: str) -> Pairs:
    return tuple((one.text_of(_tag("valueName")), one.text_of(_tag("value"))) for one in node.all(_tag(name)))


def _maybe(node: Node, name: str) -> datetime | None:
    text = node.text_of(_tag(name))
    return _time(text) if text else None


def _time(text: str) -> datetime:
    """Schema and calendar differ: the schema lets a day end at 24:00."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise CapRefused("bad_time", text[:200]) from error


def _ring(text: str) -> Ring:
    return tuple(_point(one, "bad_ring") for one in text.split())


def _point(text: str, code: str) -> tuple[float, float]:
    hit = _POINT.fullmatch(text)
    if hit is None:
        raise CapRefused(code, text[:200])
    return float(hit[2]), float(hit[1])


def _circle(text: str) -> tuple[float, float, float]:
    parts = text.split()
    if len(parts) != 2 or not _RADIUS.fullmatch(parts[1]):
        raise CapRefused("bad_circle", text[:200])
    return (*_point(parts[0], "bad_circle"), float(parts[1]))
