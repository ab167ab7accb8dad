"""What came in by the channels: a message to our robot becomes a step, an event of TAK a position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from data.gateway.channels.cot import EXERCISE_PREFIX, UNKNOWN_M, CotEvent
from data.gateway.channels.dingtalk_stream import Inbound
from data.gateway.channels.messenger import mobile_of
from data.model.dispatch import Report
from data.model.field import Position
from data.model.situation import Situation
from data.model.steps import Body, NoteWritten, ReportReceived
from data.rules.contacts import CALLABLE

KEYWORDS = ("求助", "险情", "报告")
"""A message of a known person that begins so is a report."""

CATEGORY, KIND = "E8", "求助"
_BEFORE = " \t\n【[（(#＃:：，,。！!"
_OURS = "anlan."
_KIND_WORDS = {"audio": "语音", "picture": "图片", "video": "视频", "file": "文件"}


@dataclass(frozen=True, slots=True)
class Written:
    """The step that a message means: its key keeps repeats out; `actor` is the person, empty when nobody knows him."""

    key: str
    actor: str
    body: Body


def key_of(channel: str, inbound: Inbound) -> str:
    """Return the key of the step that a message becomes: the same for every repeat."""
    return f"channel/{channel}/{inbound.id}"


def person_of(now: Situation, addresses: Mapping[str, str], sender: str, mobile: str = "") -> str:
    """Return who wrote: by the channel's list of accounts, else by the mobile number that the messenger gave.

    A name is never believed: people choose it themselves.
    """
    listed = next((person for person, account in addresses.items() if account == sender), "")
    if listed:
        return listed
    number = mobile_of(mobile)
    if number:
        for register in CALLABLE:
            for row in now.registers.of(register).rows:
                if mobile_of(str(getattr(row, "phone", ""))) == number:
                    return str(row.id)
    return ""


def written(
    channel: str, inbound: Inbound, person: str, at: datetime, due_h: Mapping[tuple[str, str], float]
) -> Written:
    """Return what a message means: a report when a known person asks for help, else a line of the log."""
    key = key_of(channel, inbound)
    text = inbound.text or f"（{_KIND_WORDS.get(inbound.kind, inbound.kind)}）"
    if person and text.lstrip(_BEFORE).startswith(KEYWORDS):
        hours = due_h.get((CATEGORY, KIND))
        report = Report(
            f"R-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:12]}", at, CATEGORY, KIND, text, person,
            due=None if hours is None else at + timedelta(hours=hours), note="钉钉",
        )  # fmt: skip
        return Written(key, person, ReportReceived(report))
    known = "" if person else "（未登记）"
    return Written(key, person, NoteWritten(f"钉钉 {inbound.sender_name or inbound.sender_id}{known}：{text}"))


def position_of(event: CotEvent, *, exercise: bool = False) -> Position | None:
    """Return where somebody on TAK is; None for markers, for our own events, and for exercises on a real line."""
    uid = event.uid.removeprefix(EXERCISE_PREFIX)
    if not event.type.startswith("a-") or uid.startswith(_OURS) or (event.exercise and not exercise):
        return None
    accuracy_m = event.ce_m if 0 <= event.ce_m < UNKNOWN_M else 0.0
    return Position(f"tak:{event.uid}", event.time, event.lon, event.lat, accuracy_m)
