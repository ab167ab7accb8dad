"""Signalling: seats move as people do, nothing raises, and nothing is left of a call that is over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.gateway import calls as calls_module
from data.gateway.call_checks import checked
from data.gateway.calls import DESK, CallDesk, new_call_id
from data.gateway.ports import CallEvent

MASKED = "0b9c2f5e-3d51-4b1e-9e55-3f4f2f9f8a11.local"
PHONE, DIALLED = "192.168.1.23", "192.168.1.5"


class Air:
    """Lines and a clock that tests hold in their hands."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.events: list[CallEvent] = []
        self.open = {DESK, "d1", "d2", "d3"}
        self.now = 0.0
        self.due: list[Any] = []
        self.desk = CallDesk(
            self.send, self.events.append, self.person, lambda _device: (PHONE, DIALLED),
            lambda _seconds, function: self.due.append(function), lambda: self.now,
        )  # fmt: skip

    def send(self, to: str, message: dict[str, Any]) -> bool:
        json.dumps(message)  # what is sent must be JSON
        self.sent.append((to, message))
        return to in self.open

    @staticmethod
    def person(device: str) -> str:
        return f"S{device[1:]}" if device in {"d1", "d2", "d3"} else ""

    def wait(self, seconds: float) -> None:
        for _ in range(int(seconds)):
            self.now += 1
            due, self.due = self.due, []
            for function in due:
                function()

    def heard(self, by: str) -> list[str]:
        return [message["t"] for to, message in self.sent if to == by]

    def last(self, by: str) -> dict[str, Any]:
        return [message for to, message in self.sent if to == by][-1]

    def happened(self) -> list[tuple[str, str]]:
        return [(event.what, event.person) for event in self.events]


@pytest.fixture
def air() -> Air:
    return Air()


def joined(air: Air, *devices: str, call: str = "c1") -> None:
    for device in devices:
        assert air.desk.from_desk({"t": "ring", "call": call, "to": device, "name": "指挥部", "label": "查看 3 号坝"})
        assert air.desk.from_phone(device, {"t": "accept", "call": call})


def test_a_phone_that_accepts_is_in_the_call_and_the_desk_hears_of_it(air: Air) -> None:
    air.desk.from_desk({"t": "ring", "call": "c1", "to": "d1", "name": "指挥部", "label": "看水", "about": "task/T1"})
    ring = air.last("d1")
    assert (ring["t"], ring["from"], ring["name"], ring["label"], ring["about"]) == (
        "ring", "desk", "指挥部", "看水", "task/T1",
    )  # fmt: skip
    air.desk.from_phone("d1", {"t": "accept", "call": "c1"})
    assert air.heard(DESK) == ["ringing", "accept"]
    assert air.happened() == [("joined", "S1")]
    assert air.events[0].about == "task/T1"


def test_nobody_answers_for_thirty_seconds_and_it_is_a_missed_call(air: Air) -> None:
    air.desk.from_desk({"t": "ring", "call": "c1", "to": "d1"})
    air.wait(29)
    assert air.happened() == []
    air.wait(2)
    assert air.happened() == [("missed", "S1")]
    assert (air.heard("d1"), air.last(DESK)["t"]) == (["ring", "gone"], "missed")
    air.wait(3)
    assert air.due == []  # nothing ticks on when no call is left


def test_a_phone_without_a_line_is_said_to_be_so_and_rings_when_it_comes_back(air: Air) -> None:
    air.open.discard("d1")
    air.desk.from_desk({"t": "ring", "call": "c1", "to": "d1"})
    assert air.last(DESK) == {"t": "ringing", "reached": False, "call": "c1", "from": "d1"}
    air.desk.phone_here("d1")
    assert air.heard("d1") == ["ring", "ring"]


def test_a_phone_in_a_call_is_busy_for_another(air: Air) -> None:
    joined(air, "d1")
    assert not air.desk.from_desk({"t": "ring", "call": "c2", "to": "d1"})
    assert air.last(DESK) == {"t": "busy", "call": "c2", "from": "d1"}
    assert air.happened() == [("joined", "S1"), ("refused", "S1")]
    assert air.events[-1].note == "busy"


def test_refused_and_rung_again(air: Air) -> None:
    joined(air, "d2")
    air.desk.from_desk({"t": "ring", "call": "c1", "to": "d1"})
    air.desk.from_phone("d1", {"t": "refuse", "call": "c1", "why": "driving"})
    assert (air.last(DESK)["why"], air.events[-1].what, air.events[-1].note) == ("driving", "refused", "driving")
    assert air.desk.from_desk({"t": "ring", "call": "c1", "to": "d1"})
    assert air.last("d1")["t"] == "ring"


def test_names_that_hide_addresses_are_replaced_on_both_ways(air: Air) -> None:
    joined(air, "d1")
    sdp = {"type": "offer", "sdp": f"v=0\r\na=candidate:1 1 udp 2113937151 {MASKED} 50000 typ host\r\n"}
    assert air.desk.from_desk({"t": "sdp", "call": "c1", "to": "d1", "sdp": sdp, "attempt": 1})
    assert f" {DIALLED} 50000" in air.last("d1")["sdp"]["sdp"]
    candidate = {"candidate": f"candidate:1 1 udp 1 {MASKED} 40000 typ host", "sdpMid": "0", "sdpMLineIndex": 0}
    assert air.desk.from_phone("d1", {"t": "ice", "call": "c1", "candidate": candidate, "attempt": 1})
    assert f" {PHONE} 40000" in air.last(DESK)["candidate"]["candidate"]


def test_strangers_and_phones_outside_the_call_pass_nothing(air: Air) -> None:
    joined(air, "d1")
    before = len(air.sent)
    for device in ("d2", "stranger"):
        assert not air.desk.from_phone(device, {"t": "sdp", "call": "c1", "sdp": {"type": "answer", "sdp": "x"}})
        assert not air.desk.from_phone(device, {"t": "hang", "call": "c1"})
    assert len(air.sent) == before


def test_a_call_from_the_field_rings_the_desk_and_is_missed_when_given_up(air: Air) -> None:
    air.desk.from_phone("d1", {"t": "callin", "call": "f1", "about": "report/R1"})
    air.desk.from_phone("d1", {"t": "hang", "call": "f1"})
    assert [(e.what, e.about, e.note) for e in air.events] == [
        ("incoming", "report/R1", ""), ("missed", "report/R1", "gave_up"),
    ]  # fmt: skip


def test_a_call_from_the_field_is_accepted_by_the_desk(air: Air) -> None:
    air.desk.from_phone("d1", {"t": "callin", "call": "f1"})
    assert not air.desk.from_phone("d1", {"t": "accept", "call": "f1"})  # nobody lets himself in
    air.desk.from_desk({"t": "accept", "call": "f1", "to": "d1"})
    assert air.happened() == [("incoming", "S1"), ("joined", "S1")]
    assert (air.last("d1")["t"], air.last(DESK)["t"]) == ("accept", "accept")


def test_a_lost_line_keeps_its_seat_for_a_short_while(air: Air) -> None:
    joined(air, "d1")
    air.desk.phone_gone("d1")
    air.wait(10)
    air.desk.phone_here("d1")
    assert air.last("d1")["t"] == "back"
    air.wait(20)
    assert air.happened() == [("joined", "S1")]
    air.desk.phone_gone("d1")
    air.wait(17)
    assert (air.events[-1].what, air.events[-1].note) == ("left", "line_lost")


def test_a_phone_that_is_barred_is_out_at_once_and_the_journal_knows_whose_it_was(air: Air) -> None:
    joined(air, "d1", "d2")
    air.desk._person_of = lambda device: "" if device == "d1" else f"S{device[1:]}"
    air.desk.phone_gone("d1")
    assert air.last(DESK) == {"t": "gone", "call": "c1", "from": "d1"}
    assert (air.events[-1].what, air.events[-1].person, air.events[-1].note) == ("left", "S1", "barred")


def test_a_phone_that_accepts_again_is_no_new_member(air: Air) -> None:
    joined(air, "d1")
    air.desk.from_phone("d1", {"t": "accept", "call": "c1"})
    assert air.happened() == [("joined", "S1")]
    assert air.heard(DESK).count("accept") == 2


def test_the_end_of_a_call_reaches_all_phones_and_leaves_nothing(air: Air) -> None:
    joined(air, "d1", "d2")
    air.desk.from_desk({"t": "ring", "call": "c1", "to": "d3"})
    air.desk.from_desk({"t": "hang", "call": "c1"})
    assert [air.last(device)["t"] for device in ("d1", "d2", "d3")] == ["hang"] * 3
    assert not air.desk._rooms


def test_a_new_page_of_the_desk_is_told_who_is_in_the_call(air: Air) -> None:
    joined(air, "d1")
    air.desk.from_desk({"t": "recording", "call": "c1", "on": True})
    air.desk.desk_gone()
    air.wait(5)
    air.desk.desk_here()
    (state,) = air.last(DESK)["calls"]
    assert (state["call"], state["recording"], state["seats"]) == ("c1", True, {"d1": "joined"})
    air.wait(60)
    assert air.happened() == [("joined", "S1")]


def test_a_desk_that_stays_away_lets_the_phones_go(air: Air) -> None:
    joined(air, "d1")
    air.desk.desk_gone()
    air.wait(33)
    assert (air.last("d1")["t"], air.events[-1].what, air.events[-1].note) == ("gone", "left", "desk_lost")
    assert not air.desk._rooms


def test_who_joins_while_it_is_recorded_is_told(air: Air) -> None:
    joined(air, "d1")
    air.desk.from_desk({"t": "recording", "call": "c1", "on": True})
    joined(air, "d2")
    assert air.last("d2") == {"t": "recording", "call": "c1", "on": True, "from": "desk"}


def test_frames_pass_only_for_a_phone_in_fallback(air: Air) -> None:
    joined(air, "d1")
    assert air.desk.frame_from_phone("d1", b"\x01frame") is None
    air.desk.from_desk({"t": "media", "call": "c1", "to": "d1", "state": "fallback", "audio": False})
    assert air.desk.frame_from_phone("d1", b"\x01frame") == b"\x02d1\x01frame"
    assert air.desk.frame_from_desk(b"\x02d1\x03sound") == ("d1", b"\x03sound")
    assert air.desk.frame_from_desk(b"\x02d2\x03sound") is None
    assert air.desk.frame_from_phone("d1", b"x" * 70_000) is None
    assert (air.events[-1].what, air.events[-1].note) == ("fallback", "no_audio")


def test_the_number_of_calls_and_seats_is_bounded(air: Air) -> None:
    air.desk._person_of = lambda device: f"S{device}"
    for n in range(40):
        air.desk.from_desk({"t": "ring", "call": "c1", "to": f"e{n}"})
        air.desk.from_desk({"t": "ring", "call": f"k{n}", "to": f"f{n}"})
        air.desk.from_phone(f"g{n}", {"t": "callin", "call": f"in{n}"})
    assert len(air.desk._rooms) <= calls_module.MOST_CALLS + calls_module.MOST_WAITING
    assert max(len(room.seats) for room in air.desk._rooms.values()) <= calls_module.MOST_SEATS


def test_one_seat_cannot_flood_the_desk(air: Air) -> None:
    joined(air, "d1")
    taken = sum(
        air.desk.from_phone("d1", {"t": "mute", "call": "c1", "audio": True, "video": True}) for _ in range(3_000)
    )
    assert taken == calls_module.MOST_PASSED


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
KINDS = ("ring", "callin", "accept", "refuse", "hang", "sdp", "ice", "media", "recording", "mute", "state", "gone")
FIELDS = ("call", "to", "sdp", "candidate", "state", "why", "audio", "video", "on", "name", "label", "about", "attempt")
NEAR = st.fixed_dictionaries(
    {"t": st.sampled_from(KINDS), "call": st.sampled_from(["c1", "c2", "f1"])},
    optional={
        **dict.fromkeys(FIELDS[2:], JUNK),
        "to": st.sampled_from(["d1", "d2", "d3", "desk", "", "x"]),
        "state": st.sampled_from(["ready", "connected", "failed", "fallback", "?"]),
        "on": st.booleans(),
        "audio": st.booleans(),
        "video": st.booleans(),
        "sdp": st.just({"type": "offer", "sdp": "v=0"}) | JUNK,
        "candidate": st.just({"candidate": "candidate:1"}) | JUNK,
    },
)
MOVES = st.one_of(
    st.tuples(st.just("phone"), st.sampled_from(["d1", "d2", "d3", "stranger"]), NEAR | JUNK),
    st.tuples(st.just("desk"), st.just(""), NEAR | JUNK),
    st.tuples(st.sampled_from(["here", "gone"]), st.sampled_from(["d1", "d2"]), st.none()),
    st.tuples(st.sampled_from(["desk_here", "desk_gone", "wait"]), st.just(""), st.none()),
)


@settings(max_examples=100)
@given(st.lists(MOVES, max_size=40))
def test_whatever_comes_nothing_raises_no_phone_is_in_two_calls_and_all_ends(moves: list[Any]) -> None:
    air = Air()
    for kind, device, message in moves:
        match kind:
            case "phone":
                air.desk.from_phone(device, message)
            case "desk":
                air.desk.from_desk(message)
            case "here":
                air.desk.phone_here(device)
            case "gone":
                air.desk.phone_gone(device)
            case "desk_here":
                air.desk.desk_here()
            case "desk_gone":
                air.desk.desk_gone()
            case _:
                air.wait(7)
        for one in ("d1", "d2", "d3"):
            inside = [
                call for call, room in air.desk._rooms.items()
                if one in room.seats and room.seats[one].stand is not calls_module.Stand.OUT
            ]  # fmt: skip
            assert len(inside) <= 1
        assert all(
            any(s.stand is not calls_module.Stand.OUT for s in r.seats.values()) for r in air.desk._rooms.values()
        )
    for device in ("d1", "d2", "d3"):
        air.desk.phone_gone(device)
    air.wait(60)
    assert not air.desk._rooms
    assert air.due == []
    assert not any(event.person == "" for event in air.events)


@settings(max_examples=150)
@given(JUNK | NEAR)
def test_what_is_checked_is_json_of_known_size(message: Any) -> None:
    made = checked(message)
    if made is not None:
        assert len(json.dumps(made)) < 60_000
        assert set(made) <= {"t", *FIELDS}


def test_ids_of_calls_pass_their_own_check() -> None:
    assert checked({"t": "hang", "call": new_call_id()}) is not None
