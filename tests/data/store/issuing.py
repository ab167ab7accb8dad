"""A desk that issues tasks until it is killed: each step is told on stdout once it is on disk.

python -m tests.data.store.issuing STORE SEED
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from data.store.store import Store
from data.store.writer import Writer
from tests.data import steps_strategy


def main(path: Path, seed: int) -> None:
    """Go on from what the store knows, for ever."""
    store = Store.open(path)
    now = store.load()
    random = Random(seed)

    def told(numbers: Sequence[int]) -> None:
        sys.stdout.write("".join(f"kept {number}\n" for number in numbers))
        sys.stdout.flush()

    writer = Writer(store, told)
    if now.seq == 0:
        for step, after in steps_strategy.founding():
            writer.keep(step, after)
            now = after
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        for step, after in steps_strategy.walk(random, now, random.randint(1, 8), f"{seed}"):
            writer.keep(step, after)
            now = after
        if writer.unsaved > 200:
            writer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
