"""Chance that depends on the seed and on what it is about, never on the order in which it is asked."""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2b

from data.model.drill import Player

SOONEST_MIN = 0.5
_WHOLE = float(1 << 64)


def draw(seed: int, *about: str) -> float:
    """Return a number 0 <= x < 1 for what it is about."""
    told = "\x1f".join((str(seed), *about)).encode()
    return int.from_bytes(blake2b(told, digest_size=8).digest()) / _WHOLE


def delay(seed: int, player: Player, *about: str) -> timedelta:
    """Return how long a player takes for something: his usual time, give or take his spread."""
    minutes = player.takes_min + player.spread_min * (2 * draw(seed, "delay", *about) - 1)
    return timedelta(minutes=max(SOONEST_MIN, minutes))


def misses(seed: int, player: Player, *about: str) -> bool:
    """Whether a player never does something."""
    return draw(seed, "misses", *about) < player.misses
