"""Type checks for the messages of video calls: what is passed on is built anew from fields that were looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

Message = dict[str, object]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")
_ABOUT = re.compile(r"[a-z_]{1,24}/[^\s/]{1,96}")
_MID = re.compile(r"[A-Za-z0-9_-]{0,16}")
_MOST_SDP = 48_000
_MOST_CANDIDATE = 1_000
_SDP_TYPES = ("offer", "answer")
_MEDIA = frozenset({"ready", "connected", "failed", "fallback"})
_WHY = frozenset({"", "busy", "driving", "later", "no_media"})
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def identity(value: object) -> str:
    """Return an id of a call or device, "" when it is none."""
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def checked(message: object) -> Message | None:
    """Return the message built anew from the fields that its kind has, None when one of them is wrong."""
    said = mapping(message)
    kind, call = said.get("t"), identity(said.get("call"))
    if not isinstance(kind, str) or not call:
        return None
    body = _body(kind, said)
    return None if body is None else {"t": kind, "call": call, **body}


def mapping(value: object) -> Mapping[object, object]:
    """Return what came as an object of JSON, an empty one when it was none."""
    return cast("Mapping[object, object]", value) if isinstance(value, Mapping) else {}


def _body(kind: str, said: Mapping[object, object]) -> Message | None:  # noqa: PLR0911 - one case a kind
    match kind:
        case "ring":
            return {"name": _line(said, "name", 60), "label": _line(said, "label", 120), "about": _about(said)}
        case "callin":
            return {"about": _about(said)}
        case "accept" | "hang":
            return {}
        case "refuse":
            why = said.get("why", "")
            return {"why": why if isinstance(why, str) and why in _WHY else ""}
        case "sdp":
            return _sdp(said)
        case "ice":
            return _ice(said)
        case "media":
            return _media(said)
        case "recording":
            return {"on": said["on"]} if isinstance(said.get("on"), bool) else None
        case "mute":
            both = {side: said.get(side) for side in ("audio", "video")}
            return dict(both) if all(isinstance(on, bool) for on in both.values()) else None
        case _:
            return None


def _line(said: Mapping[object, object], key: str, most: int) -> str:
    text = said.get(key, "")
    return _NOT_SHOWN.sub(" ", text)[:most].strip() if isinstance(text, str) else ""


def _about(said: Mapping[object, object]) -> str:
    about = said.get("about", "")
    return about if isinstance(about, str) and _ABOUT.fullmatch(about) else ""


def _media(said: Mapping[object, object]) -> Message | None:
    state = said.get("state")
    if not isinstance(state, str) or state not in _MEDIA:
        return None
    return {"state": state, "audio": said.get("audio") is not False, "video": said.get("video") is not False}


def _sdp(said: Mapping[object, object]) -> Message | None:
    """Read a session description; `attempt` counts the connections that were tried in this call."""
    inner = mapping(said.get("sdp"))
    kind, text, attempt = inner.get("type"), inner.get("sdp"), said.get("attempt", 0)
    if kind not in _SDP_TYPES or not _ascii(text, _MOST_SDP) or not _count(attempt, 1_000_000):
        return None
    return {"sdp": {"type": kind, "sdp": text}, "attempt": attempt}


def _ice(said: Mapping[object, object]) -> Message | None:
    inner = mapping(said.get("candidate"))
    text, mid, index = inner.get("candidate"), inner.get("sdpMid"), inner.get("sdpMLineIndex")
    attempt = said.get("attempt", 0)
    fits = (
        _ascii(text, _MOST_CANDIDATE)
        and (mid is None or (isinstance(mid, str) and _MID.fullmatch(mid) is not None))
        and (index is None or _count(index, 64))
        and _count(attempt, 1_000_000)
    )
    return (
        {"candidate": {"candidate": text, "sdpMid": mid, "sdpMLineIndex": index}, "attempt": attempt} if fits else None
    )


def _ascii(value: object, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most and value.isascii()


def _count(value: object, below: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < below
