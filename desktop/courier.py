"""The courier at the desk: runs its rounds over the store, and brings what it hears to the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from data.gateway.courier import Courier
from data.gateway.rounds import Ears, Rounds, Shelf, ShelfTrouble
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation, Touched
from data.model.steps import ReceiptNoted
from data.rules.rights import SYSTEM
from data.store.errors import StoreTrouble
from data.store.store import Store

T = TypeVar("T")
DUE_AT_ONCE = 5000
"""Enough for every recipient of many pushes: a way out that hangs must not hide what is due on another."""
PAST = 5000
STORE_S = 30.0


class CourierDesk(QObject):
    """The courier, seen from the UI thread.

    `run` runs a call on the store's thread, `tell` a call on the UI thread, `do` takes a step there.

    Signals:
        settled: ids of the pushes whose lines of the outbox have changed.
        trouble_changed: code of what keeps the outbox from being read or written, "" when it is over.

    """

    settled = Signal(object)
    trouble_changed = Signal(str)

    def __init__(
        self,
        courier: Courier,
        run: Callable[[Callable[[Store], Any]], Future[Any]],
        tell: Callable[[Callable[[], None]], None],
        do: Callable[[ReceiptNoted, str], bool],
        situation: Callable[[], Situation],
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Make ready; `start` begins."""
        super().__init__(parent)
        self._run, self._tell, self._do, self._clock = run, tell, do, clock
        shelf = Shelf(
            due=lambda at: self._ask(lambda store: store.field.due(at, DUE_AT_ONCE)),
            settle=lambda lines: self._ask(lambda store: store.field.settle(lines)),
            lines=lambda states: self._ask(lambda store: store.field.lines(states, limit=PAST)),
        )
        ears = Ears(self._on_receipts, self._on_settled, self._on_trouble)
        self._rounds = Rounds(courier, shelf, ears, situation, clock)

    def start(self) -> None:
        """Begin the rounds."""
        self._rounds.start()

    def close(self) -> None:
        """End the rounds; before the store is closed."""
        self._rounds.close()

    def show_situation(self, _now: Situation, touched: Touched) -> None:
        """Look at once when a push has moved."""
        if touched & Touched.DISPATCH:
            self._rounds.nudge()

    def send_again(self, ids: Sequence[str]) -> None:
        """Let dead lines go out once more."""
        wanted, at = list(ids), self._clock()
        future = self._run(lambda store: store.field.send_again(wanted, at))
        future.add_done_callback(lambda _: self._rounds.nudge())

    # ── on the threads of the rounds ──

    def _ask(self, call: Callable[[Store], T]) -> T:
        try:
            return self._run(call).result(STORE_S)
        except StoreTrouble as trouble:
            raise ShelfTrouble(trouble.code) from trouble
        except TimeoutError as error:
            raise ShelfTrouble("busy") from error
        except RuntimeError as error:
            raise ShelfTrouble("closed") from error

    def _on_receipts(self, told: tuple[ReceiptNoted, ...]) -> None:
        def note() -> None:
            for body in told:
                self._do(body, SYSTEM)

        self._tell(note)

    def _on_settled(self, lines: tuple[OutLine, ...]) -> None:
        pushes = tuple(dict.fromkeys(line.outgoing.push for line in lines))
        self._tell(lambda: self.settled.emit(pushes))

    def _on_trouble(self, code: str) -> None:
        self._tell(lambda: self.trouble_changed.emit(code))


def lines_of(push: str) -> Callable[[Store], list[OutLine]]:
    """Return the question for the lines of a push; none named asks for all that did not go out."""
    states = () if push else (OutState.DEAD,)
    return lambda store: store.field.lines(states, push, PAST)
