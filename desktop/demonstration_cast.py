"""The front line of the demonstration: who carries a phone, where things are, and how a step is taken at its time."""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import resources
from data.model.field import Attachment, Device, PhoneRole
from data.model.field_steps import DeviceEnrolled
from data.model.places import Path2D
from data.model.steps import Body, Step

if TYPE_CHECKING:
    from data.model.situation import Situation
    from desktop.app import Anlan

COMMANDER, LEADER, DUTY = "commander", "leader", "duty"

PHOTO_SIZE = (960, 720)
"""Size of the drawn pictures (resources/demo/photos_build.py)."""

PHONES: tuple[tuple[str, str, PhoneRole, str], ...] = (
    ("demo-phone-1", "P153", PhoneRole.SQUAD_LEADER, "花园口村巡防五队"),
    ("demo-phone-2", "P131", PhoneRole.SQUAD_LEADER, "石桥村巡防一队"),
    ("demo-phone-3", "P147", PhoneRole.SQUAD_LEADER, "花园口村巡防二队"),
    ("demo-phone-4", "P209", PhoneRole.SQUAD_LEADER, "南月堤村巡防一队"),
    ("demo-phone-5", "P281", PhoneRole.GRID_WORKER, "嫩滩网格"),
    ("demo-phone-6", "P285", PhoneRole.GRID_WORKER, "险工网格"),
    ("demo-phone-7", "P097", PhoneRole.SQUAD_LEADER, "冲锋舟救援队"),
    ("demo-phone-8", "P104", PhoneRole.CONTACT_PERSON, "迁安包保"),
    ("demo-phone-9", "P128", PhoneRole.OBSERVER, "督导"),
)
"""Phones that were let in before the day begins: device, person, role, what it calls itself."""


def moment(day: int, hour: float = 0, month: int = 6) -> datetime:
    """Return a Beijing time of the summer of 2020, as UTC."""
    return datetime(2020, month, day, tzinfo=UTC) + timedelta(hours=hour - 8)


def clock(hour: int, minute: int) -> datetime:
    """Return a Beijing time of 26 June 2020."""
    return moment(26, hour + minute / 60)


def tell(anlan: Anlan, at: datetime, body: Body, actor: str = DUTY) -> bool:
    """Take a step at its own time, not at the clock's."""
    return anlan.room.take(Step(uuid4().hex, at, actor, anlan.room.situation.realm, body))


def enrol(anlan: Anlan) -> None:
    """Let the phones in; nobody holds the tokens, so that nobody can speak for them."""
    at = clock(10, 5)
    for device, person, role, name in PHONES:
        secret = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
        tell(anlan, at, DeviceEnrolled(Device(device, person, role, name, secret, at, DUTY)), LEADER)


def phone_of(person: str) -> str:
    """Return the device that somebody carries, "" when he has none."""
    return next((device for device, owner, _, _ in PHONES if owner == person), "")


def photo(anlan: Anlan, name: str, at: datetime, lon: float | None = None, lat: float | None = None) -> Attachment:
    """Keep a drawn picture as a phone's photo is kept."""
    path = resources.path(f"demo/photos/{name}.jpg")
    digest = anlan.keeping.store.put_file(path, path.name)
    return Attachment(digest, "image/jpeg", path.stat().st_size, *PHOTO_SIZE, taken_at=at, lon=lon, lat=lat)


def snapshot(anlan: Anlan, at: datetime, lon: float, lat: float) -> Attachment:
    """Keep a part of a drawn picture as a snapshot of a video call is kept."""
    from PIL import Image

    whole = Image.open(resources.path("demo/photos/spur-sinking.jpg"))
    size, body = (640, 480), io.BytesIO()
    whole.resize(size, box=(320, 240, *whole.size)).save(body, "PNG", optimize=True)
    digest = anlan.keeping.store.put_file(body.getvalue(), "snapshot.png")
    return Attachment(digest, "image/png", body.tell(), *size, taken_at=at, lon=lon, lat=lat)


def spur_head(now: Situation, spur: str) -> tuple[float, float]:
    """Return the head of a spur by its id."""
    found = now.registers.spurs.get(spur)
    if found is None:
        raise LookupError(spur)
    return found.path[-1]


def section_path(now: Situation, section: str) -> Path2D:
    """Return the line of a patrol section by its id."""
    found = now.registers.routes.get(section)
    if found is None:
        raise LookupError(section)
    return found.path


def along(path: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    """Return the point at a share of a line, its pieces taken as equally long."""
    place = min(max(share, 0.0), 1.0) * (len(path) - 1)
    n = min(int(place), len(path) - 2)
    (ax, ay), (bx, by) = path[n], path[n + 1]
    part = place - n
    return (ax + (bx - ax) * part, ay + (by - ay) * part)
