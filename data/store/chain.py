"""The hash chain of the journal; docs/journal-format.md tells other programs how to check it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

GENESIS = "0" * 64
"""`prev_hash` of the first line."""

Line = tuple[int, str, str, str, str, str, str, int, str, str]
"""seq, key, at, recorded_at, actor, realm, kind, version, payload, prev_hash"""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest line of the journal: its number and hash."""

    seq: int = 0
    hash: str = GENESIS

    def __str__(self) -> str:
        """Write as kept in the table `meta`."""
        return f"{self.seq}:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> Head:
        """Read what `str` wrote."""
        seq, _, digest = text.partition(":")
        return cls(int(seq), digest)


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What a walk along the chain found.

    `why` is a code: gap, broken_link, altered, attachment, cut_off, snapshot, unreadable.
    """

    ok: bool
    rows: int
    first_bad_seq: int | None = None
    why: str = ""


def line_hash(line: Line) -> str:
    """Return the SHA-256 of a line: each field in UTF-8 as a netstring (`length:bytes,`), in the order of `Line`."""
    parts: list[bytes] = []
    for value in line:
        body = str(value).encode("utf-8", "surrogatepass")
        parts.append(b"%d:%b," % (len(body), body))
    return hashlib.sha256(b"".join(parts)).hexdigest()
