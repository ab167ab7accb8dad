"""Which trouble an error of the database, of the connection or of the disk stands for."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from data.store.errors import StoreTrouble, trouble_of_file


@contextmanager
def told_in_words() -> Generator[None]:
    """Turn the troubles of disk, database and connection into StoreTrouble; anything else is a bug and passes."""
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise
    except DBAPIError as error:
        code = _code_of(error.orig)
        if code is None:
            raise
        raise StoreTrouble(code, detail=str(error.orig)) from error
    except OSError as error:
        raise trouble_of_file(error) from error


def _code_of(error: Any) -> str | None:
    name: str | None = getattr(error, "sqlite_errorname", None)
    if name is not None:
        return _sqlite_code(name)
    if isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error):
        return "corrupt"  # the driver's own finding, without a code of SQLite
    if type(error).__module__.partition(".")[0] == "psycopg":
        return _postgres_code(getattr(error, "sqlstate", None))
    return None


def _sqlite_code(name: str) -> str | None:
    for start, code in (
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_BUSY", "busy"),
        ("SQLITE_LOCKED", "busy"),
        ("SQLITE_IOERR", "io_error"),
        ("SQLITE_READONLY", "read_only"),
        ("SQLITE_CORRUPT", "corrupt"),
        ("SQLITE_NOTADB", "unreadable"),
        ("SQLITE_CANTOPEN", "unreadable"),
        ("SQLITE_PERM", "unreadable"),
    ):
        if name.startswith(start):
            return code
    return None


def _postgres_code(state: str | None) -> str | None:
    if state is None or state.startswith(("08", "57P")):
        return "unreachable"
    exact = {"53100": "disk_full", "25006": "read_only", "3D000": "unreadable"}
    if state in exact:
        return exact[state]
    if state in ("55P03", "40001", "40P01", "53300"):
        return "busy"
    return "login_refused" if state.startswith("28") else None
