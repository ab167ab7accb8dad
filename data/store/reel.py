"""The reel: any past moment of a journal, for replay. It reads over connections of its own, so that writing goes on."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from data.model.situation import Situation, Touched
from data.model.steps import Realm, Step
from data.rules.between import touched_between
from data.store import journal
from data.store.beside import Beside
from data.store.engine import Database
from data.store.history import History, uncollected
from data.store.journal import JournalLine, Wanted
from data.store.marks import Marks
from data.store.store import Store
from data.store.tables import step as line
from data.store.wire import moment, stamp

_KEPT = 6
"""Frames remembered as starting points: who steps back a little need not go back to a snapshot."""
Target = datetime | int
"""A moment, or the number of a step."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the desk knew at a moment: the situation before its clock passed it.

    `follows` is the number of the frame that it goes on from by `steps`, None when it was sought elsewhere; `touched`
    is what differs from the frame that was given as shown.
    """

    situation: Situation
    at: datetime
    steps: tuple[Step, ...] = ()
    touched: Touched = Touched(0)
    follows: int | None = None

    @property
    def seq(self) -> int:
        """Number of the last step taken."""
        return self.situation.seq


@dataclass(frozen=True, slots=True)
class Span:
    """First and last moment of a journal, and the number of its last step."""

    first: datetime
    last: datetime
    seq: int


class Reel:
    """Seeks in a journal. `at` belongs to one thread at a time; marks and what lies beside may be asked from another.

    Going on costs only the further steps; going back or far, the nearest snapshot and the steps after it.
    """

    def __init__(self, url: str, realm: Realm) -> None:
        """Prepare to read the store of that URL; `Reel.over` is simpler."""
        self._database = Database(url)
        self._history = History(realm)
        self._snapshots: list[tuple[int, str]] = []  # number and written time; they rise together
        self._frames: OrderedDict[int, Situation] = OrderedDict()
        self.marks = Marks(self._database)
        self.beside = Beside(self._database)

    @classmethod
    def over(cls, store: Store, known: Situation | None = None) -> Reel:
        """Read an open store; `known` lends its registers, so that what has not changed is the same object."""
        reel = cls(store.database_url, store.realm)
        if known is not None:
            reel._history.remember(known)
        return reel

    def know(self, known: Situation) -> None:
        """Begin anew with the registers of another situation; on the thread of `at`."""
        self._frames.clear()
        self._history.remember(known)

    def close(self) -> None:
        """Close its connections."""
        self._database.close()

    # ── situations ──

    def span(self) -> Span | None:
        """Return from when to when the journal goes; None for an empty one."""
        with self._database.reading() as connection:
            first = connection.execute(select(line.c.at).order_by(line.c.seq).limit(1)).scalar()
            last = connection.execute(select(line.c.at, line.c.seq).order_by(line.c.seq.desc()).limit(1)).one_or_none()
        return None if first is None or last is None else Span(moment(first), moment(last[0]), last[1])

    def at(self, target: Target, shown: Frame | None = None) -> Frame:
        """Return the frame of a moment or after a step; `shown` is the frame on the screen, if there is one."""
        gc.collect(0)
        with uncollected(), self._database.reading() as connection:
            frame = self._sought(connection, target, shown)
            if frame.follows is None:
                # What a leap has built makes no cycles and is let go by itself. A search through it for cycles would
                # stop every thread for some tenths of a second, the one that draws among them.
                gc.freeze()
        return frame

    def _sought(self, connection: Connection, target: Target, shown: Frame | None) -> Frame:
        up_to, until = (None, target) if isinstance(target, datetime) else (target, None)
        start = self._start(connection, up_to, until)
        steps: list[Step] = []
        touched, now = Touched(0), start
        for step, after, flags in self._history.walk(connection, start, up_to, until):
            now = after
            steps.append(step)
            touched |= flags
        self._remember(now)
        clock = now.at if until is None else until
        if shown is not None and shown.seq == start.seq:
            return Frame(now, clock, tuple(steps), touched, shown.seq)
        touched = Touched.everything() if shown is None else touched_between(shown.situation, now)
        return Frame(now, clock, (), touched)

    def _start(self, connection: Connection, up_to: int | None, until: datetime | None) -> Situation:
        best: Situation | None = None
        for held in self._frames.values():
            before = held.seq <= up_to if up_to is not None else until is not None and held.at <= until
            if before and (best is None or held.seq > best.seq):
                best = held
        nearest = self._nearest(connection, up_to, until)
        return best if best is not None and best.seq >= nearest else self._history.start(connection, nearest)

    def _nearest(self, connection: Connection, up_to: int | None, until: datetime | None) -> int:
        """Return the number of the newest snapshot at or before a step or a moment; 0 without one."""
        known = self._snapshots
        known += self._history.snapshots_after(connection, known[-1][0] if known else 0)
        if up_to is not None:
            at = bisect_right(known, up_to, key=lambda one: one[0])
        else:
            at = len(known) if until is None else bisect_right(known, stamp(until), key=lambda one: one[1])
        return known[at - 1][0] if at else 0

    def _remember(self, now: Situation) -> None:
        self._frames[now.seq] = now
        self._frames.move_to_end(now.seq)
        while len(self._frames) > _KEPT:
            self._frames.popitem(last=False)

    # ── lines ──

    def recent(self, seq: int, limit: int) -> list[Step]:
        """Return the newest steps up to a number, newest first."""
        with self._database.reading() as connection:
            wanted = Wanted(before_seq=seq + 1, newest_first=True, limit=limit)
            return [one.step for one in journal.find(connection, wanted)]

    def find(self, wanted: Wanted) -> list[JournalLine]:
        """Return the lines that are asked for."""
        with self._database.reading() as connection:
            return journal.find(connection, wanted)

    def number_of(self, key: str) -> int | None:
        """Return the number of the step of that key."""
        with self._database.reading() as connection:
            return journal.known_keys(connection, [key]).get(key)
