"""What the gateway writes down: text of the net is escaped, and nobody can wash the log out by shouting."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from contextlib import contextmanager

from data.gateway.limits import Limit, TokenBuckets

LOG = logging.getLogger("gateway")
_SERVER = "uvicorn.error"  # the name under which the HTTP library speaks of everything
_LINES = Limit(rate=0.5, burst=20)
_LONGEST = 200


def escaped(value: object, longest: int = _LONGEST) -> str:
    """Return text of the net as one short printable line."""
    text = value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
    shown = "".join(mark if mark.isprintable() else _escape(mark) for mark in text[:longest])
    return shown if len(text) <= longest else f"{shown}…"


def _escape(mark: str) -> str:
    return mark.encode("unicode_escape").decode("ascii") if mark != "\\" else "\\\\"


class Calm(logging.Filter):
    """Escapes the arguments of a record and lets each kind of line through only so often.

    Our own faults (with a traceback) always pass: they are what the log is for.
    """

    def __init__(self, limit: Limit = _LINES) -> None:
        """Let so many lines of one kind through."""
        super().__init__()
        self._buckets = TokenBuckets(limit, most=64)

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record may be written; its arguments are escaped."""
        if isinstance(record.args, tuple):
            record.args = tuple(one if isinstance(one, int | float) else escaped(one) for one in record.args)
        else:
            record.msg = escaped(record.msg, 1000)
        if record.exc_info:
            return True
        return not self._buckets.allow(str(record.msg)[:80], time.monotonic())


@contextmanager
def calmed() -> Generator[None]:
    """Put the filter before the gateway's and the HTTP library's lines while the gateway runs."""
    calm = Calm()
    loggers = (LOG, logging.getLogger(_SERVER), logging.getLogger("asyncio"))
    server = loggers[1]
    before = server.level
    server.setLevel(logging.WARNING)
    for one in loggers:
        one.addFilter(calm)
    try:
        yield
    finally:
        for one in loggers:
            one.removeFilter(calm)
        server.setLevel(before)
