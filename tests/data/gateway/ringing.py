"""A desk that rings people until it is killed; every ring is written down before the carrier answers.

python -m tests.data.gateway.ringing STORE RINGS PEOPLE SEED
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.data.gateway.ladder_world import TICK_S, World


def main(path: Path, rings: Path, people: int, seed: int) -> None:
    """Go on from what the store knows, until the ladder has come to its end for everyone."""
    world = World(path, people, seed)
    log = os.open(rings, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    rang = world.rang

    def written(person, channel, message) -> None:
        reached = world.receipt(person).outcome.reached
        os.write(log, f"{person} {channel} {int(reached)}\n".encode())
        rang(person, channel, message)

    world.rang = written  # type: ignore[method-assign]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not world.ended():
        world.answer_some()
        world.round()
        world.pass_time(TICK_S)
    world.close()
    sys.stdout.write("ended\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
