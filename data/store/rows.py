"""Registers ⇄ bytes: rows as canonical JSON lines, known by their digest, kept compressed as attachments."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from typing import Any, TypeVar

from data.model.register import ROW_TYPES, Register, Row
from data.store.wire import NotWritable, from_lines, to_lines

T = TypeVar("T", bound=Row)


def row_bytes(rows: Iterable[Any]) -> bytes:
    """Return the canonical form of rows: one JSON object a line, in the order of the file."""
    return to_lines(tuple(rows))


def register_digest(rows: Iterable[Any]) -> str:
    """Return the SHA-256 of the canonical form of rows."""
    return digest_of(row_bytes(rows))


def make_register(kind: str, rows: Iterable[T], demo: bool = False) -> Register[T]:
    """Make a register under the digest of its rows; the only way loaders should make one."""
    if kind not in ROW_TYPES:
        raise KeyError(kind)
    held = tuple(rows)
    return Register(kind, held, register_digest(held), demo)


def pack(register: Register[Any]) -> tuple[str, bytes]:
    """Return digest and compressed rows; NotWritable when the register's digest is not that of its rows."""
    body = row_bytes(register.rows)
    digest = digest_of(body)
    if digest != register.digest:
        raise NotWritable(f"register {register.kind} was not made by make_register")
    if from_lines(body, ROW_TYPES[register.kind]) != register.rows:
        raise NotWritable(f"rows of {register.kind} would not read back as they are")
    return digest, zlib.compress(body, 2)


def unpack(kind: str, digest: str, demo: bool, body: bytes) -> Register[Any]:
    """Read what `pack` wrote."""
    return Register(kind, from_lines(zlib.decompress(body), ROW_TYPES[kind]), digest, demo)


def digest_of(body: bytes) -> str:
    """Return the SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()
