"""kill -9 at any moment: every step that was told as kept is there, once, and the situation is its journal's fold.

The number of crashes is 8; ANLAN_CRASHES=50 makes it 50.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from data.store.store import Store
from tests.conftest import ROOT

CRASHES = int(os.environ.get("ANLAN_CRASHES", "8"))


def killed_after(path: Path, seed: int, steps: int, moment_s: float) -> list[int]:
    """Let a desk issue tasks, kill it a moment after it told of so many, return the numbers it told as kept."""
    command = [sys.executable, "-m", "tests.data.store.issuing", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:
        killer = threading.Timer(moment_s, desk.send_signal, (signal.SIGKILL,))
        told: list[int] = []
        ready = False
        try:
            for line in desk.stdout or ():
                ready = ready or line == b"ready\n"
                if line.startswith(b"kept ") and line.endswith(b"\n"):
                    told.append(int(line.split()[1]))
                if ready and len(told) >= steps and killer.ident is None:
                    killer.start()
        finally:
            killer.cancel()
            desk.kill()
        assert desk.stderr is not None
        assert desk.stderr.read() == b""
    assert desk.returncode == -signal.SIGKILL
    return told


@pytest.mark.timeout(60 + 10 * CRASHES)
def test_after_each_kill_every_acknowledged_step_is_there_once(tmp_path):
    path = tmp_path / "live.db"
    random = Random(20200629)
    last = 0
    for crash in range(CRASHES):
        told = killed_after(path, crash, random.randint(0, 8), random.uniform(0.0, 0.1))
        with Store.open(path) as store:
            now = store.load()
            if crash % 3 == 2:  # every fold is of all steps so far
                assert now == store.refolded()
            assert now.seq == store.last_seq >= max([last, *told])
            result = store.verify()
            assert (result.ok, result.rows) == (True, now.seq)
            keys = [line.step.key for line in store.steps(last, limit=1_000_000)]
            assert len(keys) == len(set(keys)) == now.seq - last
            assert set(store.known(keys).values()) == set(range(last + 1, now.seq + 1))
        assert told == list(range(last + 1, last + 1 + len(told)))
        last = now.seq
    assert last > CRASHES
    with Store.open(path) as store:
        assert store.load() == store.refolded()
