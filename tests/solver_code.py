"""Machine code of the solver for the tests: one folder for all workers and runs, compiled by the first that comes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

COMPILING_S = 300
"""Time limit of a test that may have to wait until the solver is compiled (25 s alone, more beside other workers)."""
_FOLDERS = ("tests/data/twin/", "tests/desktop/test_cli_twin", "tests/desktop/test_twin_", "tests/journeys/test_twin")


def place() -> None:
    """Say where the code is kept, before anything imports numba; without a writable environment it stays as it was."""
    folder = Path(sys.prefix) / "solver-code" / version("numba")
    if os.access(sys.prefix, os.W_OK):
        os.environ.setdefault("NUMBA_CACHE_DIR", str(folder))


def compiles(node_id: str) -> bool:
    """Whether a test runs the solver."""
    return node_id.startswith(_FOLDERS)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock that ends with the process; on systems without such locks nobody waits."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def compile_once() -> None:
    """Compile what most runs need; whoever comes while another worker does so waits for it, and finds it on disk."""
    folder = os.environ.get("NUMBA_CACHE_DIR")
    if folder is None:
        return
    from data.twin import compiled
    from tests.data.twin.grounds import poured, released, rough

    code = Path(compiled.numba.config.CACHE_DIR)
    code.mkdir(parents=True, exist_ok=True)
    done = code / "compiled"
    if done.exists():
        return
    with _alone(code / "lock"):
        if not done.exists():
            released(rough(12, 12), poured(12, 12), 5.0)
            done.touch()
