"""When a line of the outbox is tried again, and when it is given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from data.model.outbox import OutLine, OutState

BACK_OFF_S = (1, 5, 30, 120, 300)
"""Shortest waits between tries; after the last one the line is dead until a person sends it again."""


def sent(line: OutLine, ref: str, via: str) -> OutLine:
    """Return a line that a carrier took."""
    return replace(line, state=OutState.SENT, tries=line.tries + 1, error="", ref=ref, via=via)


def moot(line: OutLine) -> OutLine:
    """Return a line that nobody needs any more."""
    return replace(line, state=OutState.MOOT)


def failed(line: OutLine, at: datetime, error: str, retry_after_s: float | None, via: str) -> OutLine:
    """Return a line after a try that failed: waiting for its next try, or dead when there is none.

    `retry_after_s` is None when another try is of no use; otherwise it is at least waited for.
    """
    tries = line.tries + 1
    if retry_after_s is None or tries > len(BACK_OFF_S):
        return replace(line, state=OutState.DEAD, tries=tries, error=error, via=via)
    next_at = at + timedelta(seconds=max(retry_after_s, BACK_OFF_S[tries - 1]))
    return replace(line, tries=tries, next_at=next_at, error=error, via=via)
