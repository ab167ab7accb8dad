"""Which station stands behind a telemetry address: the table of addresses, and what the register of stations says."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from data.feeds.sl651.observations import Book, StationCard
from data.model.observing_tables import ObservingTables
from data.model.river import Station
from data.model.telemetry import Variable

FILE = "telemetry.csv"


class BookFault(ValueError):
    """A row of the table of addresses that cannot be used; the message names file, line and what is wrong."""


def read_book(path: Path) -> dict[str, StationCard]:
    """Read the table: address (ten digits), station, and what its frames do not say."""
    book: dict[str, StationCard] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream, strict=True), start=2):
                address, card = _card(row, f"{path.name}:{number}")
                if address in book:
                    raise BookFault(f"{path.name}:{number}: {address}")
                book[address] = card
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise BookFault(f"{path.name}: {fault}") from fault
    return book


def _card(row: dict[str, str | None], place: str) -> tuple[str, StationCard]:
    told = {name: (value or "").strip() for name, value in row.items() if name}
    address, station = told.get("address", "").upper(), told.get("station", "")
    if not (len(address) == 10 and address.isalnum() and station):
        raise BookFault(f"{place}: address {address!r}, station {station!r}")
    try:
        base = float(told["base_m"]) if told.get("base_m") else None
        hour = int(told.get("day_hour") or 8)
    except ValueError as fault:
        raise BookFault(f"{place}: {fault}") from fault
    return address, StationCard(station, told.get("datum", ""), base, hour)


def book_for(book: Book, stations: Iterable[Station], tables: ObservingTables) -> Book:
    """Return the book with the registered stations that name themselves, each with the datum of its stages."""
    made = dict(book)
    for station in stations:
        if len(station.id) == 8 and station.id.isdigit():
            made.setdefault(f"00{station.id}", StationCard(station.id, station.datum))
    for address, card in made.items():
        if not card.datum:
            made[address] = replace(card, datum=tables.limits(card.station, Variable.STAGE).datum)
    return MappingProxyType(made)


def address_of(book: Book, station: str) -> str:
    """Return the address that a station sends from, "" when it is in no book."""
    return next((address for address, card in book.items() if card.station == station), "")
