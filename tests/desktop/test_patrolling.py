"""Patrolling: what the store has and what comes; off duty, revoked or old is never shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from data.model.field import Device, Patrol, PhoneRole, Position
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.rules.coverage import share_walked
from desktop.patrolling import Patrolling
from tests.township import NOON
from tests.views.test_patrol_sections import PATH, having_section


class FakeRoom(QObject):
    """A situation that may be replaced."""

    changed = Signal(object, object)

    def __init__(self, situation: Situation) -> None:
        super().__init__()
        self.situation = situation


class FakeStore:
    """Points as the store gives them, and what it was told to forget."""

    def __init__(self, points: list[Position]) -> None:
        self.points = points
        self.forgotten: list[Any] = []
        self.field = self

    def positions(self, start: Any, end: Any = None, *, patrols_only: bool = False) -> list[Position]:
        found = [one for one in self.points if one.at >= start and (end is None or one.at < end)]
        return [one for one in found if one.patrol] if patrols_only else found

    def forget_positions(self, before: Any) -> int:
        self.forgotten.append(before)
        return 0


class Later:
    """Stands for the other threads: what is asked for comes when the test says so."""

    def __init__(self, store: FakeStore) -> None:
        self.store = store
        self.waiting: list[Callable[[], None]] = []

    def ask(self, call: Callable[[Any], Any], then: Callable[[Any], None], _failed: Any) -> None:
        self.waiting.append(lambda: then(call(self.store)))

    def run(self, call: Callable[[], Any], then: Callable[[Any], None], _failed: Any) -> None:
        self.waiting.append(lambda: then(call()))

    def all_done(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def at(share: int, minutes: float, person: str = "S002", patrol: str = "P1", device: str = "D1") -> Position:
    lon, lat = PATH[share]
    return Position(person, NOON + timedelta(minutes=minutes), lon, lat, 5.0, device, patrol)


def made(points: list[Position], now: Situation | None = None) -> tuple[Patrolling, FakeRoom, Later]:
    room = FakeRoom(now or having_section())
    later = Later(FakeStore(points))
    clock: Any = SimpleNamespace(now=lambda: NOON)
    kept: Any = later
    given: Any = room
    return Patrolling(given, kept, kept, clock), room, later


@pytest.fixture
def told(qapp: Any) -> list[bool]:
    return []


def test_at_the_start_the_walks_of_the_last_day_are_walked_again(told: list[bool]) -> None:
    patrolling, _, later = made([at(n, -90 + n / 3) for n in range(6)] + [at(0, -2000)])
    patrolling.changed.connect(lambda: told.append(True))
    patrolling.start()
    later.all_done()
    [cover] = patrolling.coverage()
    assert 0.4 < share_walked(cover, NOON - timedelta(hours=2)) < 0.7
    assert told
    assert patrolling.roads is not None
    patrolling.close()


def test_what_comes_while_the_store_is_read_is_not_lost(told: list[bool]) -> None:
    patrolling, _, later = made([])
    patrolling.start()
    patrolling.take([at(n, -3 + n / 3) for n in range(4)])
    assert patrolling.coverage() == ()
    later.all_done()
    [cover] = patrolling.coverage()
    assert share_walked(cover, NOON - timedelta(minutes=10)) > 0.2
    assert told == []
    patrolling.close()


def test_points_come_one_by_one_and_the_walk_between_them_counts(qtbot: Any) -> None:
    patrolling, _, later = made([])
    patrolling.start()
    later.all_done()
    for n in range(12):
        patrolling.take([at(n, -5 + n / 3)])
    [cover] = patrolling.coverage()
    assert share_walked(cover, NOON - timedelta(minutes=10)) == 1.0
    with qtbot.waitSignal(patrolling.changed, timeout=3000):
        pass
    patrolling.close()


def test_points_of_an_outbox_that_come_late_find_their_place(qapp: Any) -> None:
    now = having_section()
    now = replace(now, patrols=now.patrols.set("P1", Patrol("P1", "S002", "D01", NOON - timedelta(minutes=9))))
    patrolling, _, later = made([], now)
    patrolling.start()
    later.all_done()
    patrolling.take([at(5, -1)])
    patrolling.take([at(0, -3), at(1, -2.5)])
    track = patrolling.tracks()["P1"]
    assert [one.at for one in track] == sorted(one.at for one in track)
    assert patrolling.positions()[0].at == NOON - timedelta(minutes=1)
    patrolling.close()


def test_off_duty_unknown_or_shut_out_is_never_shown(qapp: Any) -> None:
    now = having_section()
    staff = tuple(replace(row, on_duty=row.id != "S003") for row in now.registers.staff)
    gone = Device("D9", "S004", PhoneRole.GRID_WORKER, "旧机", "h", NOON, revoked_at=NOON)
    now = replace(
        now, registers=now.registers.having(Register("staff", staff, digest="s")), devices=now.devices.set("D9", gone)
    )
    patrolling, _, later = made([], now)
    patrolling.start()
    later.all_done()
    patrolling.take(
        [
            at(0, -1, "S001", ""),
            at(1, -1, "S003", ""),
            at(2, -1, "S004", "", "D9"),
            at(3, -1, "X", ""),
            at(4, -900, "S002", ""),
        ]
    )
    assert [one.person for one in patrolling.positions()] == ["S001"]
    patrolling.close()


def test_once_an_hour_what_is_older_than_twelve_hours_is_forgotten(qapp: Any) -> None:
    patrolling, _, later = made([])
    patrolling.start()
    later.all_done()
    assert patrolling._forget.isActive()
    assert patrolling._forget.interval() == 3_600_000
    patrolling.forget()
    later.all_done()
    assert later.store.forgotten == [NOON - timedelta(hours=12)]
    patrolling.close()


def test_new_sections_are_cut_anew(qapp: Any) -> None:
    patrolling, room, later = made([at(n, -5 + n / 3) for n in range(6)])
    patrolling.start()
    later.all_done()
    routes = tuple(replace(row, id="D99") for row in room.situation.registers.routes)
    room.situation = replace(
        room.situation, registers=room.situation.registers.having(Register("routes", routes, digest="new"))
    )
    room.changed.emit(room.situation, Touched.REGISTERS)
    later.all_done()
    [cover] = patrolling.coverage()
    assert cover.ground.section == "D99"
    assert any(cover.last)
    patrolling.close()
