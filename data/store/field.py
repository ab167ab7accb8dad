"""What the field link keeps beside the journal: messages of phones as they came, what is to leave, positions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from data.model.dispatch import Channel
from data.model.field import Inbound, Position
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.steps import Realm
from data.store.engine import Database, insert_new
from data.store.fields import values
from data.store.tables import inbox, outbox, position, step

_PORTION = 400


def post(connection: Connection, lines: Iterable[Outgoing]) -> None:
    """Put lines in the outbox, due at once; those that are there already stay as they are."""
    rows = [
        {**values(line), "state": OutState.WAITING.value, "tries": 0, "next_at": line.made_at, "error": "", "ref": "",
         "via": ""}
        for line in lines
    ]  # fmt: skip
    insert_new(connection, outbox, rows)


class FieldTables:
    """The tables of the field link in one store; StoreTrouble when the disk or the database fails."""

    def __init__(self, database: Database) -> None:
        """Use the store's database."""
        self._database = database

    # ── inbox ──

    def keep_inbound(self, messages: Sequence[Inbound]) -> list[bool]:
        """Keep messages in one transaction; say of each whether it is new. A repeat changes nothing."""
        with self._database.writing() as connection:
            known = self._known(connection, messages)
            new: list[bool] = []
            fresh: list[dict[str, Any]] = []
            for message in messages:
                key = (message.device, message.client)
                new.append(key not in known)
                if key not in known:
                    known.add(key)
                    fresh.append({**values(message), "step": message.key})
            insert_new(connection, inbox, fresh)
        return new

    def was_kept(self, device: str, client: str) -> bool:
        """Return whether a message of that phone is here already."""
        query = select(inbox.c.client).where(inbox.c.device == device, inbox.c.client == client)
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def pending(self, limit: int = 1000) -> list[Inbound]:
        """Return the messages that have not become a step yet, oldest first."""
        query = (
            select(inbox)
            .outerjoin(step, inbox.c.step == step.c.key)
            .where(step.c.seq.is_(None))
            .order_by(inbox.c.received_at)
            .limit(limit)
        )
        with self._database.reading() as connection:
            return [Inbound(*row[:6]) for row in connection.execute(query)]

    def _known(self, connection: Connection, messages: Sequence[Inbound]) -> set[tuple[str, str]]:
        keys = list({message.key for message in messages})
        known: set[tuple[str, str]] = set()
        for start in range(0, len(keys), _PORTION):
            query = select(inbox.c.device, inbox.c.client).where(inbox.c.step.in_(keys[start : start + _PORTION]))
            known.update((row[0], row[1]) for row in connection.execute(query))
        return known

    # ── outbox ──

    def due(self, at: datetime, limit: int = 500) -> list[OutLine]:
        """Return the lines that wait and whose time has come, oldest first."""
        query = select(outbox).where(outbox.c.state == OutState.WAITING.value, outbox.c.next_at <= at)
        with self._database.reading() as connection:
            return [_line(row) for row in connection.execute(query.order_by(outbox.c.made_at).limit(limit))]

    def next_due(self) -> datetime | None:
        """Return when the next waiting line is due."""
        query = select(func.min(outbox.c.next_at)).where(outbox.c.state == OutState.WAITING.value)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def settle(self, lines: Sequence[OutLine]) -> None:
        """Write what came of a try: state, tries, next time, error, reference, carrier."""
        with self._database.writing() as connection:
            for line in lines:
                held: dict[str, Any] = {
                    "state": line.state.value, "tries": line.tries, "next_at": line.next_at, "error": line.error,
                    "ref": line.ref, "via": line.via,
                }  # fmt: skip
                connection.execute(update(outbox).where(outbox.c.id == line.outgoing.id).values(held))

    def lines(self, states: Collection[OutState] = (), push: str = "", limit: int = 2000) -> list[OutLine]:
        """Return lines by state and push, newest first; empty does not narrow."""
        query = select(outbox)
        if states:
            query = query.where(outbox.c.state.in_([state.value for state in states]))
        if push:
            query = query.where(outbox.c.push == push)
        with self._database.reading() as connection:
            return [_line(row) for row in connection.execute(query.order_by(outbox.c.made_at.desc()).limit(limit))]

    def counts(self) -> dict[OutState, int]:
        """Count the lines by state."""
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        with self._database.reading() as connection:
            return {OutState(row[0]): row[1] for row in connection.execute(query)}

    def send_again(self, ids: Sequence[str], at: datetime) -> int:
        """Let dead lines wait again from `at`; return how many."""
        with self._database.writing() as connection:
            command = update(outbox).where(outbox.c.id.in_(ids), outbox.c.state == OutState.DEAD.value)
            done = connection.execute(command.values(state=OutState.WAITING.value, tries=0, next_at=at, error=""))
            return done.rowcount

    def last_heard(self) -> dict[str, datetime]:
        """Return by device when its last message came, by the machine's clock."""
        query = select(inbox.c.device, func.max(inbox.c.received_at)).group_by(inbox.c.device)
        with self._database.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    # ── positions ──

    def add_positions(self, points: Sequence[Position]) -> None:
        """Keep positions; the same person at the same time is kept once."""
        with self._database.writing() as connection:
            insert_new(connection, position, [values(point) for point in points])

    def track(self, patrol: str) -> list[Position]:
        """Return the points of a patrol in time order."""
        query = select(position).where(position.c.patrol == patrol).order_by(position.c.at)
        with self._database.reading() as connection:
            return [Position(*row) for row in connection.execute(query)]

    def positions(self, start: datetime, end: datetime | None = None, *, patrols_only: bool = False) -> list[Position]:
        """Return all points with start <= at < end in time order."""
        query = select(position).where(position.c.at >= start).order_by(position.c.at)
        if end is not None:
            query = query.where(position.c.at < end)
        if patrols_only:
            query = query.where(position.c.patrol != "")
        with self._database.reading() as connection:
            return [Position(*row) for row in connection.execute(query)]

    def forget_positions(self, before: datetime) -> int:
        """Drop points that belong to no patrol and are older than `before`: where people were is not kept for ever."""
        with self._database.writing() as connection:
            command = position.delete().where(position.c.at < before, position.c.patrol == "")
            return connection.execute(command).rowcount


def _line(row: Any) -> OutLine:
    outgoing = Outgoing(
        row.id, row.push, row.person, Channel(row.channel), Realm(row.realm), row.made_at, row.carrier, row.retracts
    )
    return OutLine(outgoing, OutState(row.state), row.tries, row.next_at, row.error, row.ref, row.via)
