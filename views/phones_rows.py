"""What the link is and which phones there are, as values and as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from data.gateway.addresses import Interface
from data.gateway.ports import LinkOpened, LinkTrouble
from data.model.field import Device
from data.model.situation import Situation
from views import phones_words, step_words, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Column

HERE = frozenset({"127.0.0.1", "localhost", "::1"})


class Phase(StrEnum):
    """How the link stands. Not opened and failed are two things."""

    OFF = "off"  # nobody has started it
    STARTING = "starting"
    LOCAL = "local"  # it runs; nobody but this machine can reach it
    OPEN = "open"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LinkState:
    """All that the desk knows of the link. `waiting` and `dead` are lines of the outbox."""

    phase: Phase = Phase.OFF
    opened: LinkOpened | None = None
    trouble: LinkTrouble | None = None
    online: tuple[str, ...] = ()
    asked: int = 0
    waiting: int = 0
    dead: int = 0
    outbox_trouble: str = ""  # in words

    @property
    def address(self) -> str:
        """Address under which phones reach the desk, empty where none can."""
        return address_of(self.opened)


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with the QR that lets one phone in; the times are the machine's."""

    id: str
    person: str
    role: str
    expires_at: datetime
    modules: tuple[bytes, ...]


def address_of(opened: LinkOpened | None) -> str:
    """Return the host that phones dial, without brackets."""
    return "" if opened is None or not opened.phones else urlsplit(opened.phones).hostname or ""


def phase_of(*, started: bool, opened: LinkOpened | None, trouble: LinkTrouble | None) -> Phase:
    """Say how the link stands by what the gateway told."""
    if not started:
        return Phase.OFF
    if trouble is not None or (opened is not None and not opened.phones):
        return Phase.FAILED
    if opened is None:
        return Phase.STARTING
    return Phase.LOCAL if address_of(opened) in HERE else Phase.OPEN


def ports_of(opened: LinkOpened | None) -> str:
    """Ports of page and help page, as a sentence names them."""
    links = () if opened is None else (opened.phones, opened.trust)
    found = [str(urlsplit(link).port) for link in links if link]
    return "、".join(found if len(found) == 2 else ("8843", "8880"))


def place_of(one: Interface) -> str:
    """An address with the name of its interface."""
    return f"{one.address}  {one.name}"


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """One phone of the list. `online` is None while the link cannot tell."""

    device: Device
    person: str
    by: str
    online: bool | None
    heard: datetime | None
    said: str

    @property
    def id(self) -> str:
        """Id of the device."""
        return self.device.id


def rows_of(
    now: Situation, link: LinkState, heard: Mapping[str, datetime], machine: datetime
) -> tuple[PhoneRow, ...]:  # fmt: skip
    """List the phones: those in use first, the newest first."""
    knows = link.phase in {Phase.OPEN, Phase.LOCAL}
    there = frozenset(link.online)
    rows = [
        PhoneRow(
            device,
            step_words.who(now, device.person),
            step_words.actor(now, device.by) if device.by else words.DASH,
            device.id in there if knows and device.active else None,
            heard.get(device.id),
            phones_words.heard(heard.get(device.id), machine),
        )
        for device in now.devices.values()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.device.active, -row.device.enrolled_at.timestamp(), row.id)))


def fits(row: PhoneRow, which: str, text: str) -> bool:
    """Whether a row passes the filter: active, online, silent (in use but not there), revoked or all."""
    active = row.device.active
    passes = {
        "active": active,
        "online": row.online is True,
        "silent": active and row.online is not True,
        "revoked": not active,
    }.get(which, True)
    needle = text.strip().lower()
    return passes and (not needle or needle in f"{row.person} {row.device.person} {row.device.name}".lower())


def phone_columns() -> tuple[Column[PhoneRow], ...]:
    """Columns of the table of phones."""
    t = QCoreApplication.translate

    def muted(row: PhoneRow) -> str | None:
        return None if row.device.active else "text.muted"

    return (
        Column("person", t("Phones", "人员"), lambda row: row.person, chars=11, stretch=2, mark_getter=_mark,
               role_getter=muted, tooltip=_tip),
        Column("state", t("Phones", "状态"), _state, chars=17, stretch=1, role_getter=muted, tooltip=_tip,
               sort_key=_silence),
        Column("phone", t("Phones", "手机"), lambda row: row.device.name, chars=10, stretch=2, role_getter=muted,
               tooltip=lambda row: row.device.name),
        Column("role", t("Phones", "身份"), lambda row: phones_words.role(row.device.role), chars=12,
               role_getter=muted),
        Column("enrolled", t("Phones", "登记"), lambda row: words.date_clock(row.device.enrolled_at), chars=12,
               role_getter=lambda _: "text.muted", sort_key=lambda row: row.device.enrolled_at, tooltip=_tip),
        Column("by", t("Phones", "经手"), lambda row: row.by, chars=7, stretch=1,
               role_getter=lambda _: "text.muted"),
    )  # fmt: skip


def _mark(row: PhoneRow) -> Mark:
    if not row.device.active:
        return Mark(Shape.CROSS, "text.muted")
    if row.online is None:
        return Mark(Shape.CIRCLE, "text.muted", Fill.FAINT)
    return Mark(Shape.CIRCLE, "link.ok" if row.online else "text.muted", Fill.SOLID if row.online else Fill.HOLLOW)


def _state(row: PhoneRow) -> str:
    t = QCoreApplication.translate
    if not row.device.active:
        return t("Phones", "已停用")
    if row.online:
        return t("Phones", "在线")
    if row.heard is None:
        return t("Phones", "未联系过")
    return (t("Phones", "离线 {0}") if row.online is False else t("Phones", "{0} 前联系过")).format(row.said)


def _silence(row: PhoneRow) -> float:
    if not row.device.active:
        return 1e12
    return 0.0 if row.online else 1e11 if row.heard is None else 1e10 - row.heard.timestamp()


def _tip(row: PhoneRow) -> str:
    t = QCoreApplication.translate
    lines = [
        t("Phones", "最近联系：{0}（本机时钟）").format(words.full_time(row.heard) if row.heard else words.DASH),
        t("Phones", "{0} 由 {1} 登记（席位时钟）").format(words.full_time(row.device.enrolled_at), row.by),
    ]
    if row.device.revoked_at is not None:
        lines.append(
            t("Phones", "{0} 停用：{1}").format(words.full_time(row.device.revoked_at), row.device.reason or words.DASH)
        )
    return "\n".join(lines)
