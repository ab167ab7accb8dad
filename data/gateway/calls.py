"""Signalling of video calls: who rings whom, who is in which call, and what is passed on between desk and phones.

All media goes between the desk's page and one phone at a time (a star): on a guest Wi-Fi phones often reach the desk
but not each other. This class holds only seats; it passes on what two peers of one call say to each other and tells
the desk what the journal must know. It belongs to the event loop of the gateway and is called there only.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from uuid import uuid4

from data.gateway.call_checks import Message, checked, identity, mapping
from data.gateway.ports import CallEvent
from data.gateway.unmask import unmask_candidate, unmask_sdp

DESK = "desk"
RING_S = 30.0
GRACE_S = 15.0  # how long a line may be lost before its seat is
DESK_GRACE_S = 30.0
TICK_S = 1.0
MOST_CALLS = 8
MOST_SEATS = 16
MOST_WAITING = 16  # phones that ring the desk at one time
MOST_PASSED = 2_000  # sdp, ice, media and mute of one seat
MOST_FRAME = 64 * 1024

Send = Callable[[str, Message], bool]
"""Hands a message to the line of a device or of DESK; whether that line is open."""


class Stand(Enum):
    """Where a phone stands in a call."""

    RINGING = "ringing"
    WAITING = "waiting"  # rings the desk
    JOINED = "joined"
    OUT = "out"


@dataclass(slots=True)
class _Seat:
    """A phone in a call."""

    stand: Stand
    until: float  # ringing or waiting ends then
    person: str  # a phone that is barred in the middle of a call no longer tells whose it is
    ring: Message = field(default_factory=dict[str, object])
    lost_at: float | None = None
    media: str = ""
    passed: int = 0


@dataclass(slots=True)
class _Room:
    """A call."""

    about: str = ""
    recording: bool = False
    seats: dict[str, _Seat] = field(default_factory=dict[str, _Seat])


class CallDesk:
    """State of all calls.

    `person_of` names who holds a device ("" = nobody may speak with it); `addresses` gives the phone's address and
    the one it dialled, for the names that browsers hide them behind; `later(seconds, function)` as `loop.call_later`.
    """

    def __init__(
        self,
        send: Send,
        tell: Callable[[CallEvent], None],
        person_of: Callable[[str], str],
        addresses: Callable[[str], tuple[str, str]],
        later: Callable[[float, Callable[[], None]], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin without calls."""
        self._send, self._tell, self._person_of, self._addresses = send, tell, person_of, addresses
        self._later, self._clock = later, clock
        self._rooms: dict[str, _Room] = {}
        self._armed = False
        self._desk_lost_at: float | None = None
        self.refused = 0  # messages that were none, or not in their place

    # ── what the lines hear ──

    def from_phone(self, device: str, message: object) -> bool:
        """Take a message of a phone; whether it was one and in its place."""
        said = checked(message)
        taken = said is not None and bool(self._person_of(device)) and self._phone_said(device, said)
        self.refused += not taken
        return taken

    def from_desk(self, message: object) -> bool:
        """Take a message of the desk's page; `to` names the phone, without it the whole call is meant."""
        said = checked(message)
        to = identity(mapping(message).get("to"))
        taken = said is not None and self._desk_said(to, said)
        self.refused += not taken
        return taken

    def phone_here(self, device: str) -> None:
        """Note that a phone's line opened: what rings rings on, and a call that it was in is offered again."""
        for call, room in self._rooms.items():
            seat = room.seats.get(device)
            if seat is None:
                continue
            seat.lost_at = None
            if seat.stand is Stand.RINGING:
                self._send(device, seat.ring)
            elif seat.stand is Stand.JOINED:
                self._send(device, {"t": "back", "call": call, "recording": room.recording, "from": DESK})

    def phone_gone(self, device: str) -> None:
        """Note that a phone's line is lost; its seat is kept for a short while, unless the phone was barred."""
        for call, room in list(self._rooms.items()):
            seat = room.seats.get(device)
            if seat is None or seat.stand is Stand.OUT:
                continue
            if not self._person_of(device):
                self._to_desk(call, device, {"t": "gone"})
                self._leave(call, room, device, "left" if seat.stand is Stand.JOINED else "missed", "barred")
            elif seat.stand is Stand.JOINED:
                seat.lost_at = self._clock()
                self._to_desk(call, device, {"t": "away"})
        self._arm()

    def desk_here(self) -> None:
        """Tell a new page of the desk all that it must know, after a renderer died as after a start."""
        self._desk_lost_at = None
        calls: list[Message] = [
            {
                "call": call,
                "about": room.about,
                "recording": room.recording,
                "seats": {device: seat.stand.value for device, seat in room.seats.items()},
            }
            for call, room in self._rooms.items()
        ]
        self._send(DESK, {"t": "state", "calls": calls})

    def desk_gone(self) -> None:
        """Note that the desk's page is gone; calls wait for it a while."""
        self._desk_lost_at = self._clock()
        self._arm()

    # ── media over the line, where no other way connects ──

    def frame_from_phone(self, device: str, frame: bytes) -> bytes | None:
        """Return what the desk is to get for a phone's frame: length and id of the device, then the frame."""
        name = device.encode()
        fits = 0 < len(frame) <= MOST_FRAME and len(name) < 256 and self._in_fallback(device)
        return bytes((len(name),)) + name + frame if fits else None

    def frame_from_desk(self, frame: bytes) -> tuple[str, bytes] | None:
        """Return the device and what it is to get for a frame of the desk's page."""
        if not frame or len(frame) > MOST_FRAME + 256:
            return None
        try:
            device = frame[1 : 1 + frame[0]].decode("ascii")
        except UnicodeDecodeError:
            return None
        body = frame[1 + frame[0] :]
        return (device, body) if body and self._in_fallback(device) else None

    def _in_fallback(self, device: str) -> bool:
        found = self._seat_of(device)
        return found is not None and found[1].stand is Stand.JOINED and found[1].media in ("fallback", "failed")

    # ── a phone says ──

    def _phone_said(self, device: str, said: Message) -> bool:
        call, kind = str(said["call"]), said["t"]
        room = self._rooms.get(call)
        seat = None if room is None else room.seats.get(device)
        if kind == "callin":
            return self._call_in(device, call, str(said["about"]))
        if room is None or seat is None or seat.stand is Stand.OUT:
            if kind == "accept":
                self._send(device, {"t": "gone", "call": call, "from": DESK})
            return False
        match kind:
            case "accept" if seat.stand is not Stand.WAITING:
                self._join(call, room, device, seat)
            case "refuse" if seat.stand is Stand.RINGING:
                self._leave(call, room, device, "refused", str(said["why"]))
                self._to_desk(call, device, said)
            case "hang":
                what = {Stand.JOINED: "left", Stand.WAITING: "missed"}.get(seat.stand, "refused")
                self._leave(call, room, device, what, "gave_up" if seat.stand is Stand.WAITING else "")
                self._to_desk(call, device, {"t": "hang"})
            case "sdp" | "ice" | "media" | "mute" if seat.stand is Stand.JOINED:
                return self._pass_to_desk(call, device, seat, said)
            case _:
                return False
        return True

    def _call_in(self, device: str, call: str, about: str) -> bool:
        waiting = sum(seat.stand is Stand.WAITING for room in self._rooms.values() for seat in room.seats.values())
        if call in self._rooms or self._seat_of(device) is not None:
            return False
        if waiting >= MOST_WAITING or len(self._rooms) >= MOST_CALLS + MOST_WAITING:
            self._send(device, {"t": "busy", "call": call, "from": DESK})
            return False
        seat = _Seat(Stand.WAITING, self._clock() + RING_S, self._person_of(device))
        self._rooms[call] = _Room(about, seats={device: seat})
        self._arm()
        self._event(call, "incoming", device)
        self._to_desk(call, device, {"t": "callin", "about": about})
        return True

    def _join(self, call: str, room: _Room, device: str, seat: _Seat) -> None:
        again = seat.stand is Stand.JOINED
        seat.stand, seat.media, seat.lost_at, seat.passed = Stand.JOINED, "", None, 0
        if not again:
            self._event(call, "joined", device)
        self._to_desk(call, device, {"t": "accept"})
        if room.recording:
            self._send(device, {"t": "recording", "call": call, "on": True, "from": DESK})

    def _pass_to_desk(self, call: str, device: str, seat: _Seat, said: Message) -> bool:
        if seat.passed >= MOST_PASSED:
            return False
        seat.passed += 1
        self._to_desk(call, device, _unmasked(said, self._addresses(device)[0]))
        return True

    # ── the desk says ──

    def _desk_said(self, to: str, said: Message) -> bool:
        call, kind = str(said["call"]), said["t"]
        if kind == "ring":
            return bool(to) and self._ring(call, to, said)
        room = self._rooms.get(call)
        if room is None:
            return False
        if kind == "recording":
            room.recording = bool(said["on"])
            for device in self._joined(room):
                self._send(device, {**said, "from": DESK})
            return True
        if kind == "hang" and not to:
            self._end(call, room, "hang")
            return True
        seat = room.seats.get(to)
        if seat is None or seat.stand is Stand.OUT:
            return False
        match kind:
            case "hang" | "refuse":
                self._dismiss(call, room, to, seat, said)
            case "accept" if seat.stand is Stand.WAITING:
                self._send(to, {"t": "accept", "call": call, "from": DESK})
                self._join(call, room, to, seat)
            case "sdp" | "ice" | "media" | "mute" if seat.stand is Stand.JOINED:
                self._pass_to_phone(call, to, seat, said)
            case _:
                return False
        return True

    def _ring(self, call: str, to: str, said: Message) -> bool:
        if not self._person_of(to):
            self._to_desk(call, to, {"t": "gone"})
            return False
        held = self._seat_of(to)
        if held is not None:
            self._to_desk(call, to, {"t": "busy"})
            if held[0] != call:
                self._event(call, "refused", to, "busy", str(said["about"]))
            return False
        room = self._rooms.get(call) or _Room(str(said["about"]))
        if (call not in self._rooms and len(self._rooms) >= MOST_CALLS) or len(room.seats) >= MOST_SEATS:
            self._to_desk(call, to, {"t": "busy"})
            return False
        self._rooms[call] = room
        ring: Message = {**said, "from": DESK, "seconds": RING_S}
        room.seats[to] = _Seat(Stand.RINGING, self._clock() + RING_S, self._person_of(to), ring)
        self._arm()
        self._to_desk(call, to, {"t": "ringing", "reached": self._send(to, ring)})
        return True

    def _dismiss(self, call: str, room: _Room, to: str, seat: _Seat, said: Message) -> None:
        """The desk lets one phone go: out of the call, or it stops ringing, or its own call is declined."""
        what, note = {
            Stand.JOINED: ("left", ""),
            Stand.WAITING: ("refused", "desk"),
        }.get(seat.stand, ("missed", "cancelled"))
        self._send(to, {**said, "from": DESK})
        self._leave(call, room, to, what, note)

    def _pass_to_phone(self, call: str, to: str, seat: _Seat, said: Message) -> None:
        state = said.get("state")
        if isinstance(state, str) and state != seat.media:
            before, seat.media = seat.media, state
            if state in ("failed", "fallback"):
                self._event(call, state, to, "" if said["audio"] else "no_audio")
            elif before == "failed":
                self._event(call, "joined", to)
        self._send(to, {**_unmasked(said, self._addresses(to)[1]), "from": DESK})

    # ── time ──

    def tick(self) -> None:
        """Let what took too long end. Called by itself once a second while anything may."""
        self._armed = False
        now = self._clock()
        if self._desk_lost_at is not None and now - self._desk_lost_at > DESK_GRACE_S:
            self._desk_lost_at = None
            self._desk_stays_away()
        for call, room in list(self._rooms.items()):
            for device, seat in list(room.seats.items()):
                if seat.stand in (Stand.RINGING, Stand.WAITING) and now >= seat.until:
                    self._send(device, {"t": "gone", "call": call, "from": DESK})
                    self._to_desk(call, device, {"t": "missed"})
                    self._leave(call, room, device, "missed")
                elif seat.lost_at is not None and now - seat.lost_at > GRACE_S:
                    self._to_desk(call, device, {"t": "gone"})
                    self._leave(call, room, device, "left", "line_lost")
        self._arm()

    def _desk_stays_away(self) -> None:
        """Let all who are in a call go; who rings the desk may ring on, the operator sees it without the page."""
        for call, room in list(self._rooms.items()):
            if all(seat.stand is not Stand.WAITING for seat in room.seats.values()):
                for device in self._joined(room):
                    self._event(call, "left", device, "desk_lost", room.about)
                self._end(call, room, "gone")

    def _arm(self) -> None:
        if not self._armed and (self._rooms or self._desk_lost_at is not None):
            self._armed = True
            self._later(TICK_S, self.tick)

    # ── small things ──

    def _leave(self, call: str, room: _Room, device: str, what: str, note: str = "") -> None:
        """Let a phone out of its call; a call without anybody is over."""
        seat = room.seats[device]
        seat.stand, seat.lost_at, seat.media = Stand.OUT, None, ""
        self._event(call, what, device, note)
        if all(one.stand is Stand.OUT for one in room.seats.values()):
            del self._rooms[call]

    def _end(self, call: str, room: _Room, how: str) -> None:
        for device, seat in room.seats.items():
            if seat.stand is not Stand.OUT:
                self._send(device, {"t": how, "call": call, "from": DESK})
        del self._rooms[call]

    def _seat_of(self, device: str) -> tuple[str, _Seat] | None:
        """Return the one call that a phone is in, rings in or waits in."""
        for call, room in self._rooms.items():
            seat = room.seats.get(device)
            if seat is not None and seat.stand is not Stand.OUT:
                return call, seat
        return None

    @staticmethod
    def _joined(room: _Room) -> list[str]:
        return [device for device, seat in room.seats.items() if seat.stand is Stand.JOINED]

    def _to_desk(self, call: str, device: str, said: Message) -> None:
        self._send(DESK, {**said, "call": call, "from": device})

    def _event(self, call: str, what: str, device: str, note: str = "", about: str = "") -> None:
        room = self._rooms.get(call)
        seat = None if room is None else room.seats.get(device)
        about = about or ("" if room is None else room.about)
        person = self._person_of(device) if seat is None else seat.person
        self._tell(CallEvent(call, what, device, person, about, note))


def new_call_id() -> str:
    """Return an id for a call of the desk."""
    return f"video-{uuid4().hex[:16]}"


def _unmasked(said: Message, address: str) -> Message:
    inner = dict(mapping(said.get(str(said["t"]).replace("ice", "candidate"))))
    if said["t"] == "sdp":
        return {**said, "sdp": {**inner, "sdp": unmask_sdp(str(inner["sdp"]), address)}}
    if said["t"] == "ice":
        return {**said, "candidate": {**inner, "candidate": unmask_candidate(str(inner["candidate"]), address)}}
    return said
