"""Finds the standard's tables and columns in a foreign base, whatever their case, prefix, schema or kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnClause, Connection, Inspector, TableClause, column, inspect, select, table
from sqlalchemy.types import DateTime, TypeEngine

from data.feeds.sl323.catalogue import SPELLINGS, TABLES, TIME, TableSpec
from data.feeds.sl323.connection import apart
from data.feeds.sl323.findings import Finding, FindingCode, Findings
from data.feeds.sl323.times import Kind, TimeForm, form_of

_NOT_OURS: Final = re.compile(r"(?i)information_schema|pg_.*|sys|performance_schema|mysql")
_SAMPLES: Final = 24


@dataclass(frozen=True, slots=True, eq=False)
class FoundTable:
    """A table or view of the base: the columns by the standard's names, with their real names and types."""

    spec: TableSpec
    clause: TableClause
    columns: Mapping[str, ColumnClause[Any]]
    types: Mapping[str, TypeEngine[Any]]
    form: TimeForm | None = None

    def has(self, name: str) -> bool:
        """Whether the column is there."""
        return name in self.columns


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The tables found, by their standard names, and what is missing."""

    tables: Mapping[str, FoundTable]
    findings: tuple[Finding, ...] = ()
    schema: str = ""
    _by_table: Mapping[str, tuple[Finding, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the findings by table."""
        sorted_out = {f.table: tuple(g for g in self.findings if g.table == f.table) for f in self.findings}
        object.__setattr__(self, "_by_table", MappingProxyType(sorted_out))

    def about(self, spec: TableSpec) -> tuple[Finding, ...]:
        """Return what is missing of one table."""
        return self._by_table.get(spec.name, ())


def find_layout(connection: Connection, schema: str = "") -> Layout:
    """Look the base over; without a schema the default one is taken, else the one that has most of the tables."""
    looker = inspect(connection)
    findings = Findings()
    chosen: str | None = _spelled(looker, schema) if schema else None
    names = _names(looker, chosen)
    matched = _matched(names)
    if not matched and not schema:
        chosen, names, matched = _best_schema(looker)
        if chosen is not None:
            findings.add(FindingCode.SCHEMA_CHOSEN, "", schema=chosen)
    found: dict[str, FoundTable] = {}
    for spec in TABLES:
        if spec.name not in matched:
            findings.add(FindingCode.NO_TABLE, spec.name)
            continue
        name = matched[spec.name]
        if name.upper() != spec.name:
            findings.add(FindingCode.TABLE_NAMED, spec.name, name=name)
        with apart(connection, findings, spec.name):
            made = _columns(connection, looker, spec, name, chosen, findings)
            if made is not None:
                found[spec.name] = made
    return Layout(MappingProxyType(found), findings.all(), chosen or "")


def _names(looker: Inspector, schema: str | None) -> list[str]:
    tables = looker.get_table_names(schema)
    views = looker.get_view_names(schema)
    with suppress(NotImplementedError):  # only PostgreSQL and Oracle have them
        views = views + looker.get_materialized_view_names(schema)
    return [*tables, *views]


def _matched(names: Iterable[str]) -> dict[str, str]:
    """Return the real names by the standard's: exact ones first, then other spellings, then any with a prefix."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(name.strip().upper(), name)
    found: dict[str, str] = {}
    for spec in TABLES:
        spellings = (spec.name, *spec.also)
        exact = next((by_key[key] for key in spellings if key in by_key), None)
        if exact is None:
            ending = re.compile(rf".*[_.$](?:{'|'.join(map(re.escape, spellings))})")
            prefixed = sorted((key for key in by_key if ending.fullmatch(key)), key=lambda key: (len(key), key))
            exact = by_key[prefixed[0]] if prefixed else None
        if exact is not None:
            found[spec.name] = exact
    return found


def _best_schema(looker: Inspector) -> tuple[str | None, list[str], dict[str, str]]:
    best: tuple[str | None, list[str], dict[str, str]] = (None, [], {})
    for schema in looker.get_schema_names():
        if _NOT_OURS.fullmatch(schema):
            continue
        names = _names(looker, schema)
        matched = _matched(names)
        if len(matched) > len(best[2]):
            best = (schema, names, matched)
    return best


def _spelled(looker: Inspector, schema: str) -> str:
    known = looker.get_schema_names()
    return next((name for name in known if name.upper() == schema.strip().upper()), schema)


def _columns(
    connection: Connection, looker: Inspector, spec: TableSpec, name: str, schema: str | None, findings: Findings
) -> FoundTable | None:
    by_key = {str(info["name"]).strip().upper(): info for info in looker.get_columns(name, schema)}
    columns: dict[str, ColumnClause[Any]] = {}
    types: dict[str, TypeEngine[Any]] = {}
    for wanted in spec.columns:
        info = next((by_key[key] for key in (wanted, *SPELLINGS.get(wanted, ())) if key in by_key), None)
        if info is not None:
            columns[wanted] = column(str(info["name"]))
            types[wanted] = info["type"]
        elif wanted != "MODITIME":  # not of the standard's series; used where it is
            findings.add(FindingCode.NO_COLUMN, spec.name, column=wanted)
    if any(needed not in columns for needed in spec.needed):
        return None
    clause = table(name, *columns.values(), schema=schema)
    form = None
    if TIME in columns:
        form = time_form(connection, clause, columns[TIME], types[TIME])
        if form.kind is Kind.MIXED:
            findings.add(FindingCode.UNSORTABLE_TIME, spec.name, example=form.example)
    return FoundTable(spec, clause, MappingProxyType(columns), MappingProxyType(types), form)


def time_form(
    connection: Connection, clause: TableClause, at: ColumnClause[Any], kind: TypeEngine[Any] | None
) -> TimeForm:
    """Tell how a column of times is to be compared: by its type, on SQLite and for text by what stands in it."""
    if isinstance(kind, DateTime) and connection.dialect.name != "sqlite":
        return TimeForm(Kind.ZONED if getattr(kind, "timezone", False) else Kind.MOMENT)
    wanted = select(at).select_from(clause).where(at.is_not(None)).limit(_SAMPLES)
    samples = [row[0] for row in connection.execute(wanted)]
    if samples:
        samples += [row[0] for row in connection.execute(wanted.order_by(at.desc()))]
    return form_of(samples)
