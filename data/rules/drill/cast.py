"""The scripted players of a drill: who signs, who approves, who sits on duty, and how long each role takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from data.model.dispatch import Channel
from data.model.drill import Player, Scenario
from data.model.incident_tables import IncidentTables
from data.model.people import Right, User
from data.model.situation import Situation
from data.model.steps import Body, Realm, Step
from data.rules.drill.chance import delay, draw, misses

PLAYED = "player-"
"""How the key of every step of a scripted player begins."""
OFFICE, COMMAND, LEADERS = "R03", "R01", "R02"
"""Roles whose pace the desk's own work has: duty office, command, leaders on duty."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: roles without a line in the scenario take the usual time and miss nothing.

    `rungs` are the ladder of a push with the seconds each rung waits.
    """

    scenario: Scenario
    seed: int
    tables: IncidentTables = IncidentTables()
    rungs: tuple[tuple[Channel, int], ...] = ()
    players: Mapping[str, Player] = field(default_factory=dict[str, Player])

    def player(self, role: str) -> Player:
        """Return how a role plays."""
        return self.players.get(role) or Player(role)

    def after(self, role: str, *about: str) -> timedelta:
        """Return how long a role takes for something."""
        return delay(self.seed, self.player(role), role, *about)

    def misses(self, role: str, *about: str) -> bool:
        """Whether a role never does something."""
        return misses(self.seed, self.player(role), role, *about)

    def draw(self, *about: str) -> float:
        """Return a chance 0 <= x < 1."""
        return draw(self.seed, *about)


def cast_of(scenario: Scenario, seed: int, tables: IncidentTables, rungs: tuple[tuple[Channel, int], ...] = ()) -> Cast:
    """Return the players of a scenario."""
    players = MappingProxyType({player.role: player for player in scenario.players})
    return Cast(scenario, seed, tables, rungs, players)


def step(key: str, at: datetime, actor: str, body: Body) -> Step:
    """Make a step of a scripted player."""
    return Step(f"{PLAYED}{key}", at, actor, Realm.DRILL, body)


def commander(now: Situation) -> str:
    """Return the user who may sign."""
    return next((user.id for user in now.registers.users if user.may(Right.SIGN)), "commander")


def leader(now: Situation) -> str:
    """Return the user who approves: one who does not sign where there is one, never the one on duty."""
    able = [user.id for user in now.registers.users if user.may(Right.APPROVE)]
    return next((one for one in able if one != commander(now)), able[0] if able else "leader")


def on_duty(now: Situation) -> str:
    """Return the user who keeps the desk: one without rights where there is one."""
    users = tuple(now.registers.users)
    plain = next((user.id for user in users if not _has_rights(user)), None)
    others = (user.id for user in users if user.id != leader(now))
    return plain or next(others, "duty")


def _has_rights(user: User) -> bool:
    return any(user.may(right) for right in Right)


def holder(now: Situation, role: str) -> str:
    """Return the first person on duty who holds a role, the squad he is in where there is one; "" for nobody."""
    held = [person for person in now.registers.staff if person.role == role]
    found = next((person for person in held if person.on_duty), held[0] if held else None)
    return "" if found is None else found.squad or found.id
