"""Opening a foreign base so that nothing can be written and nothing waits for ever; its troubles told in codes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from data.feeds.sl323.findings import FindingCode, Findings

_DRIVERS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "postgresql": (("psycopg", "psycopg"), ("psycopg2", "psycopg2")),
        "mysql": (("pymysql", "pymysql"), ("mysqldb", "MySQLdb"), ("mysqlconnector", "mysql.connector")),
        "mariadb": (("pymysql", "pymysql"), ("mariadbconnector", "mariadb")),
        "mssql": (("pyodbc", "pyodbc"), ("pymssql", "pymssql")),
        "oracle": (("oracledb", "oracledb"), ("cx_oracle", "cx_Oracle")),
    }
)
"""Drivers by database, the one that is named when none is there first."""

_RELATIVES: Final = (9, 6)
"""What their catalogues are at least like."""

_RECYCLE_S: Final = 600
_PROGRESS: Final = 20_000
"""SQLite instructions between two looks at the clock."""


class BaseTrouble(Exception):
    """The base as a whole cannot be read; `code` and `params` say why. A passing one is worth another try.

    no_driver(driver) no_dialect(name) url no_file(path) not_a_database busy timeout denied unreachable lost failed
    """

    def __init__(self, code: str, *, passing: bool = False, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.passing = passing
        self.params: Mapping[str, str] = MappingProxyType(params)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a connection and a statement may take, in seconds."""

    connect_s: float = 5.0
    statement_s: float = 60.0


def open_engine(address: str, bounds: Bounds) -> Engine:
    """Return an engine that keeps one connection, a file's for one use; nothing is spoken yet. BaseTrouble if none."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise BaseTrouble("url") from None
    if url.get_backend_name() == "sqlite":
        return _file_engine(url, bounds)
    url = with_driver(url)
    driver = url.drivername.partition("+")[2]
    try:
        engine = create_engine(
            url, pool_size=1, pool_pre_ping=True, pool_recycle=_RECYCLE_S, connect_args=_connect_args(driver, bounds)
        )
    except NoSuchModuleError:
        raise BaseTrouble("no_dialect", name=url.drivername) from None
    except ImportError as error:
        raise BaseTrouble("no_driver", driver=error.name or driver or url.drivername) from None
    except (SQLAlchemyError, TypeError, ValueError):
        raise BaseTrouble("url") from None
    _keep_from_writing(engine, bounds)
    if engine.dialect.name == "postgresql":
        _know_relatives(engine)
    return engine


def with_driver(url: URL) -> URL:
    """Name the driver that is installed where the address leaves it open; BaseTrouble no_driver when none is."""
    if "+" in url.drivername or url.drivername not in _DRIVERS:
        return url
    choices = _DRIVERS[url.drivername]
    for name, module in choices:
        if find_spec(module.partition(".")[0]) is not None:
            return url.set(drivername=f"{url.drivername}+{name}")
    raise BaseTrouble("no_driver", driver=choices[0][1])


@contextmanager
def connected(engine: Engine) -> Generator[Connection]:
    """Give a connection inside a transaction that is always rolled back, the world's troubles as BaseTrouble."""
    with told(engine.url, "unreachable"):
        connection = engine.connect()
    with told(engine.url), connection:
        yield connection


@contextmanager
def apart(connection: Connection, findings: Findings, table: str) -> Generator[None]:
    """Let one table fail by itself: a view whose table is gone, a table we may not look at."""
    try:
        with told(connection.engine.url), connection.begin_nested():
            yield
    except BaseTrouble as trouble:
        if trouble.code not in {"failed", "denied"}:
            raise
        findings.add(FindingCode.UNREADABLE, table, detail=trouble.params.get("detail", ""))


def bear_with_encodings(connection: Connection) -> None:
    """Let SQLite read text that is not UTF-8; it costs a call for each text, so the series do without."""
    if connection.dialect.name == "sqlite":
        raw: Any = connection.connection.driver_connection
        raw.text_factory = _lenient


@contextmanager
def told(url: URL, otherwise: str = "failed") -> Generator[None]:
    """Turn what drivers raise into BaseTrouble."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(error, url.password, otherwise) from error
    except SQLAlchemyError as error:
        raise BaseTrouble("failed", detail=_line(error, url.password)) from error
    except UnicodeError as error:
        raise BaseTrouble("failed", detail=_line(error, url.password)) from error


def _file_engine(url: URL, bounds: Bounds) -> Engine:
    name = url.database
    if not name or name == ":memory:":
        raise BaseTrouble("url")
    path = Path(name)

    def connect() -> sqlite3.Connection:
        if not path.is_file():
            raise BaseTrouble("no_file", path=str(path))
        address = f"{path.resolve().as_uri()}?mode=ro"
        raw = sqlite3.connect(address, uri=True, timeout=bounds.connect_s, check_same_thread=False)
        deadline = time.monotonic() + bounds.statement_s
        raw.set_progress_handler(lambda: time.monotonic() > deadline, _PROGRESS)
        return raw

    return create_engine("sqlite://", creator=connect, poolclass=NullPool)


def _connect_args(driver: str, bounds: Bounds) -> dict[str, Any]:
    connect, statement = max(1, round(bounds.connect_s)), max(1, round(bounds.statement_s))
    match driver:
        case "psycopg" | "psycopg2":
            guard = f"-c default_transaction_read_only=on -c statement_timeout={statement * 1000}"
            alive = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
            return {"connect_timeout": connect, "options": guard, "tcp_user_timeout": 60_000, **alive}
        case "pymysql" | "mysqldb":
            return {"connect_timeout": connect, "read_timeout": statement}
        case "mysqlconnector":
            return {"connection_timeout": connect}
        case "pyodbc":
            return {"timeout": connect}
        case "pymssql":
            return {"login_timeout": connect, "timeout": statement}
        case "oracledb":
            return {"tcp_connect_timeout": float(connect)}
        case _:
            return {}


def _keep_from_writing(engine: Engine, bounds: Bounds) -> None:
    """Only SELECT is ever sent; the server is asked to hold us to it where it can."""
    name = engine.dialect.name

    @event.listens_for(engine, "connect")
    def limit(raw: Any, record: object) -> None:  # noqa: ARG001  # pyright: ignore[reportUnusedFunction]
        if engine.dialect.driver == "pyodbc":
            raw.timeout = round(bounds.statement_s)
        elif name == "oracle":
            raw.call_timeout = round(bounds.statement_s * 1000)

    if name in {"mysql", "mariadb", "oracle"}:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
            # of the transaction to come on MySQL, of the one begun on Oracle: either way before the first SELECT
            connection.exec_driver_sql(
                "SET TRANSACTION READ ONLY" if name == "oracle" else "START TRANSACTION READ ONLY"
            )


def _know_relatives(engine: Engine) -> None:
    """KingbaseES, openGauss and others speak PostgreSQL under a version of their own, which the dialect cannot read."""
    dialect: Any = engine.dialect
    known = dialect._get_server_version_info  # noqa: SLF001 - there is no other place to say it

    def version(connection: Connection) -> tuple[int, ...]:
        try:
            return known(connection)
        except AssertionError:
            return _RELATIVES

    dialect._get_server_version_info = version  # noqa: SLF001


def _trouble(error: DBAPIError, secret: str | None, otherwise: str) -> BaseTrouble:
    detail = _line(error.orig or error, secret)
    told_as, kind = detail.casefold(), type(error.orig).__name__
    if kind in {"QueryCanceled", "ConnectionTimeout", "TimeoutError"} or any(
        word in told_as for word in ("interrupted", "timeout", "timed out", "max_execution_time")
    ):
        return BaseTrouble("timeout", passing=True, detail=detail)
    if "not a database" in told_as or "malformed" in told_as:
        return BaseTrouble("not_a_database", detail=detail)
    if "locked" in told_as:
        return BaseTrouble("busy", passing=True, detail=detail)
    if kind in {"InvalidPassword", "InsufficientPrivilege"} or any(
        word in told_as for word in ("denied", "password", "login failed", "ora-01017", "permission", "no pg_hba")
    ):
        return BaseTrouble("denied", detail=detail)
    if error.connection_invalidated:
        return BaseTrouble("lost", passing=True, detail=detail)
    return BaseTrouble(otherwise, passing=otherwise == "unreachable", detail=detail)


def _lenient(body: bytes) -> str:
    """Old bases hold GBK where UTF-8 is promised."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace")


def _line(error: BaseException, secret: str | None) -> str:
    """Return the first line of what the driver says, without the password."""
    text = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return (text.replace(secret, "…") if secret else text)[:200]
