"""kill -9 in the middle of ringing: the ladder still ends right for everyone, and nobody is rung after answering."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from random import Random

import pytest

from data.gateway.courier import BY_HAND
from data.model.dispatch import Outcome
from data.model.outbox import OutState
from data.rules.dispatch import LADDER, reach
from data.store.store import Store
from tests.conftest import ROOT
from tests.data.gateway.ladder_world import PUSH

PEOPLE = 294
CRASHES = int(os.environ.get("ANLAN_LADDER_CRASHES", "5"))


def rung(rings: Path) -> int:
    return rings.read_bytes().count(b"\n") if rings.exists() else 0


def run(path: Path, rings: Path, seed: int, after: int | None) -> bool:
    """Let a desk ring people, kill it after so many further rings; whether it came to the end by itself."""
    command = [sys.executable, "-m", "tests.data.gateway.ringing", str(path), str(rings), str(PEOPLE), str(seed)]
    before, over = rung(rings), threading.Event()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:

        def kill_in_the_middle() -> None:
            while not over.wait(0.001):
                if after is not None and rung(rings) - before >= after:
                    desk.send_signal(signal.SIGKILL)
                    return

        killer = threading.Thread(target=kill_in_the_middle)
        killer.start()
        try:
            said = list(desk.stdout or ())
            assert desk.wait(60) in (0, -signal.SIGKILL), (desk.stderr or sys.stdin).read()
        finally:
            over.set()
            killer.join()
            desk.kill()
    return b"ended\n" in said


@pytest.mark.timeout(240)
def test_after_each_kill_the_ladder_goes_on_and_ends_right_for_every_one(tmp_path: Path) -> None:
    path, rings, random = tmp_path / "live.db", tmp_path / "rings", Random(294)
    killed = 0
    for crash in range(CRASHES):
        if run(path, rings, crash, random.randint(1, 60)):
            break
        killed += 1
        with Store.open(path) as store:
            assert store.load() == store.refolded()
            assert store.verify().ok
    assert killed >= 2, "it was hardly ever killed in the middle of ringing"
    assert killed < CRASHES or run(path, rings, 99, None)
    with Store.open(path) as store:
        now, lines = store.load(), store.field.lines(limit=100_000)
        assert store.verify().ok
    push = now.pushes[PUSH]
    counts, last = reach(push), len(LADDER) - 1
    assert counts.total == PEOPLE == counts.delivered + counts.unreached + counts.waiting
    assert all(one.outcome.reached or one.rung == last for one in push.receipts)
    assert {one.state for one in lines} <= {OutState.SENT, OutState.DEAD, OutState.MOOT}
    assert len({one.outgoing.id for one in lines}) == len(lines)
    tried = {(one.person, channel, what) for one in push.receipts for channel, what, _ in one.tries}
    for one in lines:
        out = one.outgoing
        if one.state is OutState.DEAD:
            assert (out.person, out.channel, Outcome.FAILED) in tried
        elif one.state is OutState.SENT and one.error != BY_HAND:
            assert (out.person, out.channel, Outcome.DELIVERED) in tried
    assert all(line.endswith(" 0") for line in rings.read_text().splitlines()), "rung again after the answer"
