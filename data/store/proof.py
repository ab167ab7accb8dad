"""A span of the journal taken away with its proof: the chained lines, what they carry, and a signed manifest.

docs/journal-format.md says how another program checks it; `check_proof` is ours.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from sqlalchemy import Connection, func, select

from data.model.columns import columns_of
from data.model.register import ROW_TYPES
from data.store import journal
from data.store.chain import GENESIS, line_hash
from data.store.errors import StoreTrouble
from data.store.files import Files
from data.store.tables import step
from data.store.wire import stamp

FORMAT = 1
MANIFEST, LINES, SIGNATURE, PUBLIC = "manifest.json", "journal.jsonl", "manifest.sig", "public.pem"
Span = tuple[datetime, datetime]
"""From (included) and to (left out)."""

_DIGEST = re.compile(r'"([0-9a-f]{64})"')


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was taken: lines `first` … `last`, linked to `prev_hash` before them; `head` is the journal's at that time.

    `journal_sha256` is of the file of lines, `attachments` and `files` are digests of what lies beside it,
    `left` of what was left behind: registers with personal data, files.
    """

    format: int
    realm: str
    first: int
    last: int
    prev_hash: str
    last_hash: str
    head: str
    journal_sha256: str
    attachments: tuple[str, ...]
    files: tuple[str, ...]
    left: tuple[str, ...]
    exported_at: str
    by: str


@dataclass(frozen=True, slots=True)
class ProofResult:
    """What a check found. `why` is a code: unreadable, signature, journal, gap, broken_link, altered, attachment, file.

    `where` is the line, digest or name at fault; `signer` the SHA-256 of the public key, to compare with the desk's.
    """

    ok: bool
    lines: int
    why: str = ""
    where: str = ""
    manifest: Manifest | None = None
    signer: str = ""


def new_key() -> bytes:
    """Return a fresh signing key (Ed25519, PEM); its owner keeps it private."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_of(key: bytes) -> bytes:
    """Return the public half of a signing key as PEM."""
    return _private(key).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def signer_of(public: bytes) -> str:
    """Return how a public key is named: the SHA-256 of its PEM."""
    return hashlib.sha256(public).hexdigest()


@dataclass(frozen=True, slots=True)
class Load:
    """What goes along with the lines: photos and documents, and the registers that hold personal data.

    The users with the hashes of their PINs never leave; other registers always go along.
    """

    files: bool = True
    personal: bool = False

    def takes(self, kind: str) -> bool:
        """Whether the rows of a replaced register of that kind go along."""
        row_type = ROW_TYPES.get(kind)
        if kind == "users" or row_type is None:
            return False
        return self.personal or not any(one.metadata["personal"] for one in columns_of(row_type))


def write_proof(
    connection: Connection,
    files: Files,
    out: Path,
    span: Span,
    key: bytes,
    by: str,
    load: Load = Load(),
) -> Manifest:
    """Write the lines of a span, and all between the first and the last of them, with their proof.

    StoreTrouble empty_span when there is none; OSError of the disk.
    """
    first, last = _bounds(connection, span)
    part = out.with_name(out.name + ".part")
    lines, registers, named = _Lines(), dict[str, bool](), dict[str, None]()
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as box:
            with box.open(LINES, "w") as stream:
                for row in _raw(connection, first, last):
                    line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                    stream.write(line)
                    lines.add(row, line)
                    if row[6] == "RegisterReplaced":
                        head: dict[str, Any] = json.loads(str(row[8]))
                        registers[str(head["digest"])] = load.takes(str(head["kind"]))
                    else:
                        named.update(dict.fromkeys(_DIGEST.findall(str(row[8]))))
            digests = tuple(digest for digest, goes in registers.items() if goes)
            for digest in digests:
                box.writestr(f"attachments/{digest}.z", journal.fetch_attachment(connection, digest))
            paths = {digest: files.path(digest) for digest in named}
            there = tuple(digest for digest, path in paths.items() if path is not None)
            stays = tuple(digest for digest, goes in registers.items() if not goes)
            kept, left = (there, stays) if load.files else ((), (*stays, *there))
            for digest in kept:
                box.write(cast("Path", paths[digest]), f"files/{cast('Path', paths[digest]).name}")
            manifest = Manifest(
                FORMAT, lines.realm, first, last, lines.prev, lines.hash, str(journal.head_of(connection)),
                lines.sha.hexdigest(), digests, kept, left,
                stamp(datetime.now(UTC)), by,
            )  # fmt: skip
            body = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
            box.writestr(MANIFEST, body)
            box.writestr(SIGNATURE, _private(key).sign(body))
            box.writestr(PUBLIC, public_of(key))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def check_proof(path: Path) -> ProofResult:
    """Check a file that `write_proof` wrote, without any store; OSError when there is none."""
    try:
        with zipfile.ZipFile(path) as box:
            return _checked(box)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, IndexError, zlib.error, EOFError) as error:
        return ProofResult(ok=False, lines=0, why="unreadable", where=str(error)[:120])


def _checked(box: zipfile.ZipFile) -> ProofResult:
    body, public = box.read(MANIFEST), box.read(PUBLIC)
    manifest = msgspec.json.decode(body, type=Manifest)
    signer = signer_of(public)

    def found(why: str, where: str = "", lines: int = 0) -> ProofResult:
        return ProofResult(not why, lines, why, where, manifest, signer)

    key = load_pem_public_key(public)
    if not isinstance(key, Ed25519PublicKey):
        return found("signature")
    try:
        key.verify(box.read(SIGNATURE), body)
    except InvalidSignature:
        return found("signature")
    lines = _Lines()
    with box.open(LINES) as stream:
        for line in stream:
            row = json.loads(line)
            why = lines.fault(row, manifest)
            if why:
                return found(why, str(row[0]), lines.count)
            lines.add(row, line)
    if lines.sha.hexdigest() != manifest.journal_sha256 or lines.hash != manifest.last_hash:
        return found("journal", str(manifest.last), lines.count)
    for digest in manifest.attachments:
        if hashlib.sha256(zlib.decompress(box.read(f"attachments/{digest}.z"))).hexdigest() != digest:
            return found("attachment", digest, lines.count)
    names = {Path(name).stem: name for name in box.namelist() if name.startswith("files/")}
    for digest in manifest.files:
        if digest not in names or hashlib.sha256(box.read(names[digest])).hexdigest() != digest:
            return found("file", digest, lines.count)
    return found("", lines=lines.count)


class _Lines:
    """Walks along lines: how many, the chain's end, and the hash of the file so far."""

    def __init__(self) -> None:
        self.count = 0
        self.prev = self.hash = ""
        self.realm = ""
        self.last = 0
        self.sha = hashlib.sha256()

    def add(self, row: list[Any], line: bytes) -> None:
        if not self.count:
            self.prev, self.realm = row[9], row[5]
        self.count += 1
        self.last, self.hash = row[0], row[10]
        self.sha.update(line)

    def fault(self, row: list[Any], manifest: Manifest) -> str:
        """Return what is wrong with the next line, "" when nothing is."""
        *fields, digest = row
        if fields[0] != (self.last + 1 if self.count else manifest.first):
            return "gap"
        if fields[9] != (self.hash if self.count else manifest.prev_hash):
            return "broken_link"
        if fields[0] == 1 and fields[9] != GENESIS:
            return "broken_link"
        return "" if line_hash(tuple(fields)) == digest else "altered"  # pyright: ignore[reportArgumentType]


def _bounds(connection: Connection, span: Span) -> tuple[int, int]:
    query = select(func.min(step.c.seq), func.max(step.c.seq))
    first, last = connection.execute(query.where(step.c.at >= stamp(span[0]), step.c.at < stamp(span[1]))).one()
    if first is None or last is None:
        raise StoreTrouble("empty_span")
    return int(first), int(last)


def _raw(connection: Connection, first: int, last: int) -> Iterator[list[Any]]:
    """Yield the raw lines with their hashes, in portions."""
    after = first - 1
    while after < last:
        query = select(step).where(step.c.seq > after, step.c.seq <= last).order_by(step.c.seq).limit(1000)
        rows = connection.execute(query).all()
        if not rows:
            raise StoreTrouble("corrupt", seq=after + 1)
        yield from (list(row) for row in rows)
        after = int(rows[-1][0])


def _private(key: bytes) -> Ed25519PrivateKey:
    made = load_pem_private_key(key, None)
    if not isinstance(made, Ed25519PrivateKey):
        raise TypeError("not an Ed25519 key")
    return made
