"""The store: what the desk keeps on disk. One object for one realm; used from one thread at a time (writer.py)."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from data.model.river import Reading
from data.model.situation import Situation
from data.model.steps import Realm, RegisterReplaced, Step
from data.store import codec, journal, schema, series
from data.store.chain import Head, VerifyResult
from data.store.engine import Database, insert_new
from data.store.errors import StoreTrouble, trouble_of_file
from data.store.field import FieldTables
from data.store.files import Files
from data.store.history import History
from data.store.journal import JournalLine, Wanted
from data.store.lock import StoreLock
from data.store.observations import Telemetry
from data.store.series import Series
from data.store.tables import meta
from data.store.wire import stamp

if TYPE_CHECKING:
    from data.store.proof import Load, Manifest, Span

SNAPSHOT_EVERY = 250
"""Fewest steps between snapshots: a reading costs the rules about a millisecond, and replay may seek anywhere."""
SNAPSHOT_BYTES_A_STEP = 1_000
"""Large snapshots come more seldom, so that they never take much more room than the journal itself."""


class Store:
    """Journal, ordinary tables, series and files of one realm."""

    def __init__(self, database: Database, files: Files, lock: StoreLock | None, realm: Realm) -> None:
        """Use `Store.open`."""
        self._database = database
        self._files = files
        self._lock = lock
        self._realm = realm
        self._history = History(realm)
        self._head = Head()
        self._snapshot_seq = 0
        self._snapshot_bytes = 0
        self._projected: Situation | None = None
        self.field = FieldTables(database)
        self.telemetry = Telemetry(database, files)

    @classmethod
    def open(cls, where: Path | str, *, realm: Realm | None = Realm.LIVE, files: Path | None = None) -> Self:
        """Open or make the store at a path or database URL; StoreTrouble when that cannot be.

        With `realm` None it is opened in whichever realm it was made; a new one is live.

        `files` is the folder for photos and documents; beside an SQLite store it is "files" unless told otherwise.
        """
        database = Database(where)
        lock: StoreLock | None = None
        try:
            if database.path is not None:
                lock = _prepare(database.path)
            schema.bring_up_to_date(database)
            place = files or (database.path.parent if database.path else Path.cwd()) / "files"
            store = cls(database, Files(place), lock, _settle(database, realm))
        except BaseException:
            database.close()
            if lock is not None:
                lock.release()
            raise
        return store

    def close(self) -> None:
        """Close; the store can then be opened by another process. Harmless when repeated."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    @property
    def database_url(self) -> str:
        """Where the database is, for a reader of its own (reel.py)."""
        return self._database.url.render_as_string(hide_password=False)

    @property
    def realm(self) -> Realm:
        """The realm of its steps."""
        return self._realm

    @property
    def last_seq(self) -> int:
        """The number of the last step."""
        return self._head.seq

    # ── writing ──

    def append(self, steps: Sequence[tuple[Step, Situation]]) -> tuple[int, ...]:
        """Keep steps, each with the situation after it, in one transaction; return their numbers in the journal.

        A step whose key is there already is left alone and its old number returned. StoreTrouble behind when
        another seat has added steps since: catch up with `steps` or `load`, take anew, and append again.
        """
        if not steps:
            return ()
        encoded = [codec.encode(step) for step, _ in steps]
        if self._projected is None:
            self.load()
        with self._database.writing() as connection:
            head = journal.head_of(connection)
            known = journal.known_keys(connection, [step.key for step, _ in steps])
            numbers: list[int] = []
            fresh: list[tuple[int, Step, Situation]] = []
            lines: list[tuple[Step, tuple[int, str, codec.Attachments]]] = []
            for (step, after), form in zip(steps, encoded, strict=True):
                seq = known.get(step.key)
                if seq is None:
                    seq = head.seq + len(fresh) + 1
                    known[step.key] = seq
                    fresh.append((seq, step, after))
                    lines.append((step, form))
                numbers.append(seq)
            if fresh and head != self._head:
                raise StoreTrouble("behind", seq=self._head.seq, head=head.seq)
            if fresh:
                from data.store.projections import project  # the tables of all registers: only when something is kept

                head = journal.write(connection, head, lines)
                project(connection, self._projected or Situation(), fresh)
        if fresh:
            self._head = head
            self._projected = fresh[-1][2]
        return tuple(numbers)

    @property
    def steps_since_snapshot(self) -> int:
        """How many steps a start would have to take again."""
        return self._head.seq - self._snapshot_seq

    def snapshot_due(self, steps: Sequence[Step] = ()) -> bool:
        """Whether it is time for a snapshot: many steps since the last one, or a register among the newest."""
        enough = max(SNAPSHOT_EVERY, self._snapshot_bytes // SNAPSHOT_BYTES_A_STEP)
        return self.steps_since_snapshot >= enough or any(isinstance(step.body, RegisterReplaced) for step in steps)

    def snapshot(self, now: Situation) -> bool:
        """Keep a snapshot of the situation after the last step; False when it is not that one."""
        if now.seq != self._head.seq or now.seq <= self._snapshot_seq:
            return False
        try:
            with self._database.writing() as connection:
                self._snapshot_bytes = self._history.keep(connection, now)
        except BaseException:
            self._history.forget()
            raise
        self._snapshot_seq = now.seq
        return True

    def add_series(self, readings: Iterable[Reading]) -> None:
        """Keep readings beside the journal; later values take the place of earlier ones of the same time."""
        with self._database.writing() as connection:
            series.add(connection, readings)

    def put_file(self, source: bytes | Path, name: str) -> str:
        """Keep a file and return its digest."""
        return self._files.put(source, name)

    # ── reading ──

    def load(self) -> Situation:
        """Return the situation after the last step. Reads, takes, and trusts: `verify` is what checks."""
        with self._database.reading() as connection:
            self._head = journal.head_of(connection)
            now, self._snapshot_seq = self._history.newest(connection)
        if self._projected is None or self._projected.seq != now.seq:
            self._projected = now
        return now

    def situation_at(self, moment: int | datetime) -> Situation:
        """Return the situation after the step of that number, or as the desk knew it at that time."""
        with self._database.reading() as connection:
            if isinstance(moment, datetime):
                return self._history.at(connection, moment)
            return self._history.after(connection, moment)

    def refolded(self) -> Situation:
        """Return the situation taken anew from the first step, as a check on the snapshots."""
        with self._database.reading() as connection:
            return self._history.whole(connection)

    def steps(
        self, after_seq: int = 0, limit: int = 500, *, before_seq: int | None = None, newest_first: bool = False
    ) -> list[JournalLine]:
        """Return lines of the journal with after_seq < seq < before_seq."""
        return self.find(Wanted(after_seq, before_seq, newest_first=newest_first, limit=limit))

    def has_step(self, key: str) -> bool:
        """Whether a step of that key is in the journal."""
        with self._database.reading() as connection:
            return bool(journal.known_keys(connection, [key]))

    def search(self, text: str, kinds: Collection[str] = (), *, limit: int = 200) -> list[JournalLine]:
        """Return the newest lines in which a value holds the text."""
        return self.find(Wanted(text=text, kinds=kinds, newest_first=True, limit=limit))

    def find(self, wanted: Wanted) -> list[JournalLine]:
        """Return the lines that are asked for."""
        with self._database.reading() as connection:
            return journal.find(connection, wanted)

    def known(self, keys: Sequence[str]) -> dict[str, int]:
        """Return the numbers of those keys that are in the journal."""
        with self._database.reading() as connection:
            return journal.known_keys(connection, keys)

    def hash_of(self, seq: int) -> str:
        """Return the hash of a line of the journal, by which a document says what it rests on; "" for no such line."""
        with self._database.reading() as connection:
            return journal.hash_of(connection, seq)

    def series(
        self, station: str, start: datetime | None = None, end: datetime | None = None, *, usable_only: bool = True
    ) -> Series:
        """Return the readings of a station with start <= at < end as arrays."""
        with self._database.reading() as connection:
            return series.read(connection, station, start, end, usable_only)

    def series_span(self) -> dict[str, tuple[datetime, datetime, int]]:
        """Return first time, last time and number of readings of each station."""
        with self._database.reading() as connection:
            return series.span(connection)

    def file_path(self, digest: str) -> Path | None:
        """Return where the file of that digest lies, None when it is not here."""
        return self._files.path(digest)

    def check_file(self, digest: str) -> None:
        """Raise StoreTrouble no_such_file or corrupt when a file is missing or altered."""
        self._files.check(digest)

    def take_away(self, out: Path, span: Span, key: bytes, by: str, load: Load | None = None) -> Manifest:
        """Write a span of the journal with its proof (see proof.py); StoreTrouble or OSError when that cannot be."""
        from data.store.proof import Load, write_proof  # brings cryptography along: only when it is needed

        with self._database.reading() as connection:
            return write_proof(connection, self._files, out, span, key, by, load or Load())

    def verify(self) -> VerifyResult:
        """Walk the hash chain and say where it breaks, if it does."""
        return journal.verify(self._database)

    # ── inside ──

    def __enter__(self) -> Self:
        """Hold the store for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()


def _prepare(path: Path) -> StoreLock:
    """Make the folder and the file, readable for this user only, and take the lock."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = StoreLock(path)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        trouble = trouble_of_file(error)
        raise StoreTrouble("unreadable" if trouble.code != "disk_full" else "disk_full", **trouble.params) from error
    return lock


def _settle(database: Database, wanted: Realm | None) -> Realm:
    """Mark a fresh store with its realm; refuse one of another realm than the one that is wanted."""
    with database.reading() as connection:
        found = connection.execute(select(meta.c.value).where(meta.c.key == "realm")).scalar()
    if found is not None:
        if wanted is not None and found != wanted.value:
            raise StoreTrouble("other_realm", found=found, wanted=wanted.value)
        return Realm(found)
    realm = wanted or Realm.LIVE
    with database.writing() as connection:
        made = {"realm": realm.value, "made_at": stamp(datetime.now(UTC))}
        insert_new(connection, meta, [{"key": key, "value": value} for key, value in made.items()])
    return realm
