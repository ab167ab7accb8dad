"""The courier's rounds: a thread looks for due lines, and each way out has a lane, so that none waits for another.

Nothing is sent while the outcome of an earlier sending could not be written down: a full disk must not make people's
phones ring every second.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.gateway.courier import Courier, Errand, untold
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation
from data.model.steps import ReceiptNoted

LOOK_S = 1.0
CLOSING_S = 12.0
FAULT = "fault"

LOG = logging.getLogger("courier")


class ShelfTrouble(Exception):
    """The outbox cannot be read or written now; `code` names why."""

    def __init__(self, code: str) -> None:
        """Keep the code; views have the words."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the rounds need of the outbox; each call may block until the store's thread has done it."""

    due: Callable[[datetime], Sequence[OutLine]]
    settle: Callable[[Sequence[OutLine]], None]
    lines: Callable[[Sequence[OutState]], Sequence[OutLine]]


@dataclass(frozen=True, slots=True)
class Ears:
    """Whom the rounds tell, from threads of their own: receipts, settled lines, trouble ("" when it is over)."""

    receipts: Callable[[tuple[ReceiptNoted, ...]], None]
    settled: Callable[[tuple[OutLine, ...]], None]
    trouble: Callable[[str], None]


class Rounds:
    """Runs a courier until it is closed. `nudge` may be called from any thread."""

    def __init__(
        self,
        courier: Courier,
        shelf: Shelf,
        ears: Ears,
        situation: Callable[[], Situation],
        clock: Callable[[], datetime],
    ) -> None:
        """Make ready; `start` begins."""
        self._courier, self._shelf, self._ears = courier, shelf, ears
        self._situation, self._clock = situation, clock
        self._wake = threading.Event()
        self._lock = threading.Lock()
        self._closing = False
        self._reconciled = False
        self._trouble = ""
        self._lanes: dict[str, threading.Thread] = {}
        self._owed: list[OutLine] = []
        self._thread = threading.Thread(target=self._work, name="courier", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def nudge(self) -> None:
        """Look now: something may have become due."""
        self._wake.set()

    def close(self) -> None:
        """Stop; what is being sent has a little time to end, and goes out again at the next start if it has not."""
        self._closing = True
        self._wake.set()
        end = time.monotonic() + CLOSING_S
        if self._thread.is_alive():
            self._thread.join(CLOSING_S)
        with self._lock:
            lanes = tuple(self._lanes.values())
        for lane in lanes:
            lane.join(max(0.0, end - time.monotonic()))

    def look(self) -> None:
        """Make one round: settle what is owed, send what is due on every lane that is free."""
        if not self._reconciled:
            self._tell(untold(self._situation(), self._shelf.lines((OutState.SENT, OutState.DEAD))))
            self._reconciled = True
        with self._lock:
            busy = set(self._lanes)  # before anything is read: what these are sending may still stand as due
        self._pay()
        moot, errands = self._courier.sort(self._shelf.due(self._time()))
        mine = tuple(line for line in moot if _lane_of(line) not in busy)
        if mine:
            self._shelf.settle(mine)
            self._ears.settled(mine)
        by_lane: dict[str, list[Errand]] = {}
        for errand in errands:
            lane = errand.carrier or errand.channel.value
            if lane not in busy:
                by_lane.setdefault(lane, []).append(errand)
        for lane, held in by_lane.items():
            self._open(lane, tuple(held))

    # ── on the courier's thread ──

    def _work(self) -> None:
        while not self._closing:
            self._wake.clear()
            try:
                self.look()
                self._say_trouble("")
            except ShelfTrouble as trouble:
                self._say_trouble(trouble.code)
            except Exception:
                LOG.exception("a round failed")
                self._say_trouble(FAULT)
            self._wake.wait(LOOK_S)

    def _time(self) -> datetime:
        """The desk's time, never behind its last step: a clock that was set back holds nothing up."""
        return max(self._clock(), self._situation().at)

    def _pay(self) -> None:
        """Write down what could not be written; ShelfTrouble when it still cannot."""
        with self._lock:
            owed = tuple(self._owed)
        if owed:
            self._shelf.settle(owed)
            with self._lock:
                self._owed = self._owed[len(owed) :]
            self._ears.settled(owed)

    def _open(self, lane: str, errands: tuple[Errand, ...]) -> None:
        thread = threading.Thread(target=self._run, args=(lane, errands), name=f"courier-{lane}", daemon=True)
        with self._lock:
            self._lanes[lane] = thread
        thread.start()

    # ── on a lane ──

    def _run(self, lane: str, errands: tuple[Errand, ...]) -> None:
        try:
            for errand in errands:
                with self._lock:
                    owing = bool(self._owed)
                if self._closing or owing:
                    return
                self._carry(errand)
        except Exception:
            LOG.exception("lane %s failed", lane)
        finally:
            with self._lock:
                del self._lanes[lane]
            self.nudge()

    def _carry(self, errand: Errand) -> None:
        result = self._courier.carry(errand, self._time())
        try:
            self._shelf.settle(result.lines)
        except ShelfTrouble as trouble:
            with self._lock:
                self._owed.extend(result.lines)
            self._say_trouble(trouble.code)
        else:
            self._ears.settled(result.lines)
        self._tell(result.told)

    def _tell(self, told: tuple[ReceiptNoted, ...]) -> None:
        if told:
            self._ears.receipts(told)

    def _say_trouble(self, code: str) -> None:
        with self._lock:
            changed, self._trouble = code != self._trouble, code
        if changed:
            self._ears.trouble(code)


def _lane_of(line: OutLine) -> str:
    return line.outgoing.carrier or line.outgoing.channel.value
