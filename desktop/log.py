"""Configures logging: a rotating file, and the last lines for the crash report. Loggers are named by subject."""

from __future__ import annotations

import logging
import logging.handlers
from collections import deque
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Escaping(logging.Formatter):
    """Keeps one record on one line, whatever came in from outside."""

    def format(self, record: logging.LogRecord) -> str:
        """Format, with control characters made visible."""
        text = super().format(record)
        return "".join(c if c == "\n" or c.isprintable() else f"\\x{ord(c):02x}" for c in text)


class LastLines(logging.Handler):
    """Keeps the last lines in memory."""

    def __init__(self, count: int = 200) -> None:
        """Keep so many lines."""
        super().__init__()
        self.lines: deque[str] = deque(maxlen=count)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))


def configure(home: Path) -> LastLines:
    """Log to home/log/anlan.log (5 files of 1 MB); return the handler that keeps the last lines."""
    folder = home / "log"
    folder.mkdir(parents=True, exist_ok=True)
    file = logging.handlers.RotatingFileHandler(
        folder / "anlan.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8"
    )
    last = LastLines()
    root = logging.getLogger()
    for handler in (file, last):
        handler.setFormatter(_Escaping(FORMAT))
        root.addHandler(handler)
    root.setLevel(logging.INFO)
    return last


def release(last: LastLines) -> None:
    """Take our handlers away again and close the file."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if handler is last or isinstance(handler, logging.handlers.RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
