"""Marks of people on the map: our own on duty, and strangers told by a TAK server."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from data.documents.field_layers import GONE_MIN, positions
from data.model.field import Position
from data.model.register import Register
from tests import township
from views import map_picks
from views.pane import Selection


def test_our_own_are_shown_on_duty_and_strangers_of_tak_as_diamonds():
    now = township.situation()
    first, second = (now.registers.staff.by_id[person] for person in ("S001", "S002"))
    staff = Register("staff", (replace(first, on_duty=True), replace(second, on_duty=False)), digest="two")
    now = replace(now, registers=now.registers.having(staff))
    old = now.at - timedelta(minutes=GONE_MIN + 1)
    points = [
        Position(person, at, 113.7, 34.9)
        for person, at in (("S001", now.at), ("S002", now.at), ("nobody", now.at), ("tak:A7", now.at), ("tak:B", old))
    ]
    made = [mark["properties"] for mark in positions(now, points, now.at, lambda one: one.person)]
    marks = {mark["id"]: mark for mark in made}
    assert set(marks) == {"S001", "tak:A7"}
    assert (marks["tak:A7"]["shape"], marks["tak:A7"]["label"]) == ("diamond", "A7")
    assert marks["S001"]["shape"] == "circle"


def test_a_stranger_selects_nothing():
    now = township.situation()
    assert map_picks.picked(now, "positions", "tak:A7") is None
    assert map_picks.picked(now, "positions", "S001") == Selection("staff", "S001")
