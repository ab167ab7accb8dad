"""Situations out of the journal: the nearest snapshot, and the steps after it taken again."""

from __future__ import annotations

import gc
import hashlib
import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from data.model.plan import Plan
from data.model.register import ROW_TYPES, Register, Registers
from data.model.situation import Situation, Touched
from data.model.steps import Realm, RegisterReplaced, Step, StepRefused
from data.rules.plan import make_plan
from data.rules.take import take
from data.store import codec, journal, rows, snapshots
from data.store.engine import insert_new
from data.store.errors import StoreTrouble
from data.store.pieces import Pieces
from data.store.tables import piece, snapshot
from data.store.wire import stamp

_REGISTERS = 60
"""Registers remembered: those of today and a few of earlier days."""
_FEW = 60
_log = logging.getLogger("store")


@contextmanager
def uncollected() -> Generator[None]:
    """Pause the search for reference cycles: rebuilding makes no cycles, and the search would cost most of it."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


class History:
    """Rebuilds situations. Keeps the registers and the plan it has met: they seldom change."""

    def __init__(self, realm: Realm) -> None:
        """Start with nothing remembered."""
        self._realm = realm
        self._registers: dict[tuple[str, str, bool], Register[Any]] = {}
        self._plan: tuple[Registers, Plan] | None = None
        self._pieces = Pieces()

    @uncollected()
    def newest(self, connection: Connection) -> tuple[Situation, int]:
        """Return the situation after the last step, and the number of the snapshot it was built on."""
        start = self._snapshot(connection, None, None)
        return self._fold(connection, start, None, None), start.seq

    @uncollected()
    def after(self, connection: Connection, seq: int) -> Situation:
        """Return the situation after that step; after the last one when there are fewer."""
        return self._fold(connection, self._snapshot(connection, seq, None), seq, None)

    @uncollected()
    def at(self, connection: Connection, moment: datetime) -> Situation:
        """Return what the desk knew at a moment: the situation before its clock passed it."""
        clock = stamp(moment)
        return self._fold(connection, self._snapshot(connection, None, clock), None, moment.astimezone(UTC))

    @uncollected()
    def whole(self, connection: Connection) -> Situation:
        """Return the situation folded from the first step, without any snapshot."""
        return self._fold(connection, Situation(realm=self._realm), None, None)

    def keep(self, connection: Connection, now: Situation) -> int:
        """Keep a snapshot of a situation of this journal; return its size in bytes."""
        body, fresh = snapshots.freeze(now, self._pieces)
        row = {
            "seq": now.seq,
            "at": stamp(now.at),
            "format": snapshots.FORMAT,
            "digest": hashlib.sha256(body).hexdigest(),
            "body": body,
        }
        insert_new(connection, piece, [{"digest": digest, "body": part} for digest, part in fresh.items()])
        insert_new(connection, snapshot, [row])
        return len(body) + sum(map(len, fresh.values()))

    def forget(self) -> None:
        """Take nothing of the last snapshot for kept: its transaction failed."""
        self._pieces.forget()

    def _snapshot(self, connection: Connection, up_to: int | None, clock: str | None) -> Situation:
        """Return the newest sound snapshot within the bounds; the empty situation when there is none."""
        query = select(snapshot.c.seq, snapshot.c.digest, snapshot.c.body)
        newest = up_to is None and clock is None
        query = query.where(snapshot.c.format == snapshots.FORMAT).order_by(snapshot.c.seq.desc()).limit(1)
        if clock is not None:
            query = query.where(snapshot.c.at <= clock)
        while True:
            row = connection.execute(query if up_to is None else query.where(snapshot.c.seq <= up_to)).one_or_none()
            if row is None:
                return Situation(realm=self._realm)
            seq, digest, body = row
            try:
                if hashlib.sha256(body).hexdigest() == digest:
                    return snapshots.thaw(body, self._sources(connection), newest=newest)
                _log.warning("snapshot %d is damaged and passed over", seq)
            except StoreTrouble as trouble:
                _log.warning("snapshot %d cannot be read and is passed over: %s", seq, trouble.params)
            up_to = seq - 1

    def _fold(self, connection: Connection, now: Situation, up_to: int | None, until: datetime | None) -> Situation:
        for _, after, _ in self.walk(connection, now, up_to, until):
            now = after
        return now

    def walk(
        self, connection: Connection, now: Situation, up_to: int | None = None, until: datetime | None = None
    ) -> Iterator[tuple[Step, Situation, Touched]]:
        """Take the steps after a situation one by one; yield each with the situation after it and what it touched."""

        def fetch(digest: str) -> bytes:
            return journal.fetch_attachment(connection, digest)

        portion = journal.BATCH if until is None else _FEW  # of a moment nobody knows how many steps it lies ahead
        lines = journal.later(connection, now.seq, up_to, portion=portion)
        for seq, key, at, _, actor, realm, kind, version, payload in lines:
            try:
                step = codec.decode_step((key, at, actor, realm), kind, version, payload, fetch)
            except StoreTrouble as trouble:
                raise StoreTrouble(trouble.code, seq=seq, **trouble.params) from trouble
            except ValueError as error:
                raise StoreTrouble("corrupt", seq=seq, detail=str(error)) from error
            if until is not None and step.at > until:
                return
            touched = Touched.LOG
            step = self._known(step)
            try:
                now, touched = take(now, step)
            except StepRefused as refused:
                # taken by the rules of its day, refused by today's: it stays in the journal and has no effect
                _log.warning("step %d (%s) has no effect under today's rules: %s", seq, kind, refused.code)
                now = replace(now, seq=seq)
            yield step, now, touched

    def snapshots_after(self, connection: Connection, seq: int) -> list[tuple[int, str]]:
        """Return number and written time of the snapshots after a number, in order."""
        query = select(snapshot.c.seq, snapshot.c.at).where(snapshot.c.format == snapshots.FORMAT, snapshot.c.seq > seq)
        return [(row[0], row[1]) for row in connection.execute(query.order_by(snapshot.c.seq))]

    def start(self, connection: Connection, seq: int) -> Situation:
        """Return the situation of the snapshot of that number, or of the soundest before it; the empty one without."""
        return self._snapshot(connection, seq, None)

    def remember(self, now: Situation) -> None:
        """Know registers and plan that are in memory already: what is the same is then the same object."""
        for kind in ROW_TYPES:
            register = now.registers.of(kind)
            if register.digest:
                self._registers[kind, register.digest, register.demo] = register
        self._plan = (now.registers, now.plan)

    def _known(self, step: Step) -> Step:
        """Let a register that is remembered stand for the one just read."""
        if not isinstance(step.body, RegisterReplaced):
            return step
        register = step.body.register
        known = self._registers.get((register.kind, register.digest, register.demo))
        return step if known is None else replace(step, body=replace(step.body, register=known))

    def _sources(self, connection: Connection) -> snapshots.Sources:
        def fetch(digests: Iterable[str]) -> dict[str, bytes]:
            wanted, found = list(digests), dict[str, bytes]()
            for start in range(0, len(wanted), 500):
                query = select(piece.c.digest, piece.c.body).where(piece.c.digest.in_(wanted[start : start + 500]))
                found.update((digest, body) for digest, body in connection.execute(query))
            return found

        return snapshots.Sources(self._register(connection), self._planned, self._pieces, fetch)

    def _register(self, connection: Connection) -> Callable[[str, str, bool], Register[Any]]:
        def fetch(kind: str, digest: str, demo: bool) -> Register[Any]:
            key = (kind, digest, demo)
            known = self._registers.get(key)
            if known is None:
                known = rows.unpack(kind, digest, demo, journal.fetch_attachment(connection, digest))
                self._registers[key] = known
                if len(self._registers) > _REGISTERS:
                    del self._registers[next(iter(self._registers))]
            return known

        return fetch

    def _planned(self, registers: Registers) -> Plan:
        if self._plan is None or self._plan[0] != registers:
            self._plan = (registers, make_plan(registers))
        return self._plan[1]
