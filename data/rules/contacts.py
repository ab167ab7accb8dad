"""Contacts: anyone who can be called, whatever register they stand in, and what was last heard of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from data.model.dispatch import Outcome
from data.model.people import Staff
from data.model.situation import Situation

Point = tuple[float, float]
CALLABLE = ("staff", "squads", "growers", "keypeople", "households")
"""Registers whose rows can be called; ids are looked up in this order."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call. `private` people are shown by family name only; `deputy` is a staff id or empty."""

    register: str
    id: str
    name: str
    post: str
    phone: str
    deputy: str = ""
    grid: str = ""
    squad: str = ""
    point: Point | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """The last attempt to reach somebody and what came of it."""

    at: datetime
    outcome: Outcome


def contact(now: Situation, row_id: str) -> Contact | None:
    """Return the contact of that id, or None when no register knows it. A squad is reached by its leader's phone."""
    registers = now.registers
    staff = registers.staff.get(row_id)
    if staff is not None:
        return _of_staff(staff)
    squad = registers.squads.get(row_id)
    if squad is not None:
        leader = leader_of(now, row_id)
        phone, deputy = ("", "") if leader is None else (leader.phone, leader.deputy)
        return Contact(
            "squads", row_id, squad.name, squad.kind, phone, deputy, "", row_id, _point(squad.lon, squad.lat)
        )
    grower = registers.growers.get(row_id)
    if grower is not None:
        post = f"{grower.kind} {grower.village}".strip()
        return Contact("growers", row_id, grower.name, post, grower.phone, grower.contact, private=True)
    key = registers.keypeople.get(row_id)
    if key is not None:
        post, point = f"{key.category} {key.place}".strip(), _point(key.lon, key.lat)
        return Contact("keypeople", row_id, key.name, post, key.phone, key.contact, key.grid, "", point, private=True)
    house = registers.households.get(row_id)
    if house is not None:
        point = _point(house.lon, house.lat)
        return Contact(
            "households", row_id, house.name, house.village, house.phone, house.contact, house.grid, "", point, True
        )
    return None


def leader_of(now: Situation, squad_id: str) -> Staff | None:
    """Return who answers for a squad: its leader, else the first of its members on duty, else its first member."""
    squad = now.registers.squads.get(squad_id)
    leader = None if squad is None else now.registers.staff.get(squad.leader)
    if leader is not None:
        return leader
    members = members_of(now, squad_id)
    return next((row for row in members if row.on_duty), members[0] if members else None)


def members_of(now: Situation, squad_id: str) -> tuple[Staff, ...]:
    """Return the staff of a squad in register order."""
    return tuple(row for row in now.registers.staff if row.squad == squad_id)


def person_to_call(now: Situation, row_id: str) -> str:
    """Return the id of the person who picks up: for a squad its leader, otherwise the id itself."""
    if row_id in now.registers.squads.by_id:
        leader = leader_of(now, row_id)
        return "" if leader is None else leader.id
    return row_id if contact(now, row_id) is not None else ""


def people_to_call(now: Situation, ids: Iterable[str]) -> tuple[str, ...]:
    """Return whom to call for a list of people and squads, each once, in order; unknown ids are left out."""
    return tuple(dict.fromkeys(person for row_id in ids if (person := person_to_call(now, row_id))))


def has_phone_page(now: Situation, row_id: str) -> bool:
    """Whether whoever picks up for that id has an enrolled phone, and so can be called by video."""
    person = person_to_call(now, row_id)
    return bool(person) and any(device.active and device.person == person for device in now.devices.values())


def last_heard(now: Situation) -> dict[str, Heard]:
    """Return the newest attempt at each person, from calls and from the receipts of pushes."""
    heard: dict[str, Heard] = {}
    for call in now.calls.values():
        _newer(heard, call.person, call.at, call.outcome)
    for push in now.pushes.values():
        for receipt in push.receipts:
            if receipt.at is not None:
                _newer(heard, receipt.person, receipt.at, receipt.outcome)
    return heard


def _newer(heard: dict[str, Heard], person: str, at: datetime, outcome: Outcome) -> None:
    if person not in heard or at > heard[person].at:
        heard[person] = Heard(at, outcome)


def _of_staff(row: Staff) -> Contact:
    point = _point(row.lon, row.lat)
    return Contact("staff", row.id, row.name, row.post, row.phone, row.deputy, row.grid, row.squad, point)


def _point(lon: float | None, lat: float | None) -> Point | None:
    return None if lon is None or lat is None else (lon, lat)
