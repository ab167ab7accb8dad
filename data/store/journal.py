"""The journal itself: lines written at its end, lines read back, the walk along the hash chain."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, or_, select

from data.model.steps import Step
from data.store import codec
from data.store.chain import GENESIS, Head, VerifyResult, line_hash
from data.store.engine import Database, insert_all, insert_new, upsert
from data.store.errors import StoreTrouble
from data.store.tables import attachment, meta, piece, snapshot, step
from data.store.wire import stamp

_LINE = (step.c.seq, step.c.key, step.c.at, step.c.recorded_at, step.c.actor, step.c.realm, step.c.kind,
         step.c.version, step.c.payload)  # fmt: skip
BATCH = 4_000
_PARTED = re.compile(r"(?<=\d)[,，'’\s](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line as it is listed. A replaced register comes without its rows; `count` says how many there were."""

    seq: int
    recorded_at: datetime
    step: Step
    count: int = 0


def head_of(connection: Connection) -> Head:
    """Return the newest line's number and hash as the store remembers them."""
    text = connection.execute(select(meta.c.value).where(meta.c.key == "head")).scalar()
    return Head() if text is None else Head.parse(text)


def hash_of(connection: Connection, seq: int) -> str:
    """Return the hash of a line, "" when there is no such line."""
    return connection.execute(select(step.c.hash).where(step.c.seq == seq)).scalar() or ""


def known_keys(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """Return the numbers of those keys that are already in the journal."""
    found: dict[str, int] = {}
    for start in range(0, len(keys), 500):
        query = select(step.c.key, step.c.seq).where(step.c.key.in_(keys[start : start + 500]))
        found.update((key, seq) for key, seq in connection.execute(query))
    return found


def write(
    connection: Connection, head: Head, encoded: Sequence[tuple[Step, tuple[int, str, codec.Attachments]]]
) -> Head:
    """Add lines at the end of the chain and return the new head."""
    recorded_at = stamp(datetime.now(UTC))
    seq, link = head.seq, head.hash
    rows: list[dict[str, Any]] = []
    carried: dict[str, bytes] = {}
    for one, (version, payload, attachments) in encoded:
        seq += 1
        line = (seq, one.key, stamp(one.at), recorded_at, one.actor, one.realm.value, one.kind, version, payload, link)
        link = line_hash(line)
        rows.append(dict(zip(step.columns.keys(), (*line, link), strict=True)))
        carried.update(attachments)
    insert_new(connection, attachment, [{"digest": digest, "body": body} for digest, body in carried.items()])
    insert_all(connection, step, rows)
    fresh = Head(seq, link)
    upsert(connection, meta, [{"key": "head", "value": str(fresh)}])
    return fresh


def fetch_attachment(connection: Connection, digest: str) -> bytes:
    """Return the compressed body of an attachment."""
    body = connection.execute(select(attachment.c.body).where(attachment.c.digest == digest)).scalar()
    if body is None:
        raise StoreTrouble("corrupt", attachment=digest)
    return body


def later(connection: Connection, after_seq: int, up_to: int | None = None, *, portion: int = BATCH) -> Iterator[Any]:
    """Yield the raw lines after a number, oldest first, in portions that grow: who needs few reads few."""
    while True:
        query = select(*_LINE).where(step.c.seq > after_seq).order_by(step.c.seq).limit(portion)
        rows = connection.execute(query if up_to is None else query.where(step.c.seq <= up_to)).all()
        yield from rows
        if len(rows) < portion:
            return
        after_seq, portion = rows[-1][0], min(4 * portion, BATCH)


def listed(row: Any) -> JournalLine:
    """Return a raw line as it is listed."""
    seq, key, at, recorded_at, actor, realm, kind, version, payload = row
    one = codec.decode_step((key, at, actor, realm), kind, version, payload)
    count = int(json.loads(payload).get("count", 0)) if kind == "RegisterReplaced" else 0
    return JournalLine(seq, datetime.fromisoformat(recorded_at), one, count)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for; None and empty do not narrow. Times are `start <= at < end`.

    With a text, `ids` are those of what bears it as a name: a line that names one of them is found as well.
    """

    after_seq: int | None = None
    before_seq: int | None = None
    start: datetime | None = None
    end: datetime | None = None
    kinds: Collection[str] = ()
    actor: str = ""
    text: str = ""
    newest_first: bool = False
    limit: int = 500
    ids: Collection[str] = ()


def find(connection: Connection, wanted: Wanted) -> list[JournalLine]:
    """Return the lines that are asked for, in order."""
    query: Any = _narrowed(select(*_LINE), wanted, connection.dialect.name)
    found: list[JournalLine] = []
    for row in connection.execute(query.order_by(step.c.seq.desc() if wanted.newest_first else step.c.seq)):
        if not wanted.text or _says(row, wanted.text, wanted.ids):
            found.append(listed(row))
            if len(found) == wanted.limit:
                break
    return found


def _narrowed(query: Any, wanted: Wanted, dialect: str) -> Any:
    if wanted.after_seq is not None:
        query = query.where(step.c.seq > wanted.after_seq)
    if wanted.before_seq is not None:
        query = query.where(step.c.seq < wanted.before_seq)
    if wanted.start is not None:
        query = query.where(step.c.at >= stamp(wanted.start))
    if wanted.end is not None:
        query = query.where(step.c.at < stamp(wanted.end))
    if wanted.kinds:
        query = query.where(step.c.kind.in_(sorted(wanted.kinds)))
    if wanted.actor:
        query = query.where(step.c.actor == wanted.actor)
    if wanted.text:
        escaped = (json.dumps(one, ensure_ascii=False)[1:-1] for one in _spellings(wanted.text))
        said = [_holds(step.c.payload, one, dialect) for one in escaped]
        named = [_holds(step.c.payload, one, dialect) | (step.c.actor == one) for one in sorted(wanted.ids)]
        query = query.where(or_(*said, _holds(step.c.actor, wanted.text, dialect), *named))
    return query if wanted.text else query.limit(wanted.limit)


def _spellings(text: str) -> tuple[str, ...]:
    """Return how a text may stand in the journal: a number typed as it is shown has no separators there."""
    plain = _PARTED.sub("", text.strip())
    return (text, plain) if plain != text and _NUMBER.fullmatch(plain) else (text,)


def _holds(column: Any, text: str, dialect: str) -> Any:
    """Return whether a column holds a text in either case.

    SQLite's LIKE knows no case of ASCII anyway, and its lower() none of other letters: to lower every payload of a
    large journal first would only cost half of the time.
    """
    if dialect == "sqlite":
        return column.contains(text, autoescape=True)
    return column.icontains(text, autoescape=True)


def _says(row: Any, text: str, ids: Collection[str]) -> bool:
    """Whether a value, not merely the name of a field, holds the text, or is one of the ids (a task's ends with it)."""
    lowered = tuple(one.lower() for one in _spellings(text))
    if row[4] in ids or lowered[0] in row[4].lower():
        return True
    number = float(lowered[-1]) if _NUMBER.fullmatch(lowered[-1]) else None
    return any(
        (value == number)
        if not isinstance(value, str)
        else any(one in value.lower() for one in lowered) or value in ids or value.partition("/")[2] in ids
        for value in _values(json.loads(row[8]))
    )


def _values(value: Any) -> Iterator[str | float]:
    if isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
        yield value
    elif isinstance(value, dict):
        yield from _values(list(cast("dict[str, Any]", value).values()))
    elif isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _values(item)


def verify(database: Database) -> VerifyResult:
    """Walk the whole chain and name the first line that is not as it was written."""
    walk = _Walk()
    try:
        with database.reading() as connection:
            return _walk(connection, walk)
    except StoreTrouble as trouble:
        if trouble.code not in ("corrupt", "io_error"):
            raise
    return _walk_slowly(database, walk)


@dataclass(slots=True)
class _Walk:
    rows: int = 0
    link: str = GENESIS

    def check(self, row: Sequence[Any]) -> str:
        """Return what is wrong with the next line, "" when nothing is; remember how far it went."""
        *line, digest = row
        if line[0] != self.rows + 1:
            return "gap"
        if line[9] != self.link:
            return "broken_link"
        if line_hash(tuple(line)) != digest:  # pyright: ignore[reportArgumentType]
            return "altered"
        self.rows += 1
        self.link = digest
        return ""


def _walk(connection: Connection, walk: _Walk) -> VerifyResult:
    seen: set[str] = set()
    while True:
        rows = connection.execute(select(step).where(step.c.seq > walk.rows).order_by(step.c.seq).limit(BATCH)).all()
        for row in rows:
            why = walk.check(row) or _attachment_fault(connection, row, seen)
            if why:
                return VerifyResult(False, walk.rows, walk.rows + 1 if why != "attachment" else row[0], why)
        if len(rows) < BATCH:
            break
    if head_of(connection) != Head(walk.rows, walk.link):
        return VerifyResult(False, walk.rows, walk.rows + 1, "cut_off")
    for seq, digest, body in connection.execute(select(snapshot.c.seq, snapshot.c.digest, snapshot.c.body)):
        if hashlib.sha256(body).hexdigest() != digest:
            return VerifyResult(False, walk.rows, seq, "snapshot")
    for digest, body in connection.execute(select(piece.c.digest, piece.c.body)):
        if not _sound(body, digest):
            return VerifyResult(False, walk.rows, None, "snapshot")
    return VerifyResult(True, walk.rows)


def _attachment_fault(connection: Connection, row: Sequence[Any], seen: set[str]) -> str:
    if row[6] != "RegisterReplaced":
        return ""
    digest = json.loads(row[8])["digest"]
    if digest in seen:
        return ""
    seen.add(digest)
    try:
        body = fetch_attachment(connection, digest)
    except StoreTrouble:
        return "attachment"
    return "" if _sound(body, digest) else "attachment"


def _sound(body: bytes, digest: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(body)).hexdigest() == digest
    except zlib.error:
        return False


def _walk_slowly(database: Database, walk: _Walk) -> VerifyResult:
    """Go on line by line from where a portion could not be read, to name the line."""
    while True:
        try:
            with database.reading() as connection:
                row = connection.execute(select(step).where(step.c.seq == walk.rows + 1)).one_or_none()
        except StoreTrouble:
            return VerifyResult(False, walk.rows, walk.rows + 1, "altered")
        why = "unreadable" if row is None else walk.check(row)
        if why:
            return VerifyResult(False, walk.rows, walk.rows + 1, why)
