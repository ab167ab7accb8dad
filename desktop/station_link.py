"""The desk's own station server: frames of telemetry stations become observations; how the lines do is looked at."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.feeds.sl651.observations import Book, card_of, observations, picture
from data.feeds.sl651.session import Heard, Received
from data.feeds.sl651.session import StationSession as Session
from data.feeds.telemetry_book import FILE, BookFault, address_of, book_for, read_book
from data.model.river import Station
from data.model.telemetry import Observation, StationPicture
from data.store.errors import StoreTrouble
from data.store.telemetry_intake import TooMuch
from desktop.clock import DeskClock
from desktop.settings import Settings
from desktop.telemetry_desk import TelemetryDesk

if TYPE_CHECKING:
    from data.gateway.stations import StationServer

LOG = logging.getLogger("telemetry")
LOOK_S = 2.0
"""How often to look how the lines do."""
LOOPBACK = "127.0.0.1"


class StationLink:
    """Listens for stations and hands on what they send. Its methods may be called from any thread."""

    def __init__(self, desk: TelemetryDesk, clock: DeskClock, home: Path, shipped: Path) -> None:
        """Make ready; `start` opens it. A table of addresses in the home comes before the shipped one."""
        self._desk, self._clock = desk, clock
        self._own, self._shipped = home / FILE, shipped / FILE
        self._table: Book = {}
        self.book: Book = {}
        self.fault = ""
        self.server: StationServer | None = None
        self._heard = Heard()
        self._stopping = threading.Event()
        self._looker: threading.Thread | None = None

    @property
    def port(self) -> int:
        """Where stations reach the desk by TCP; 0 when it does not listen."""
        return 0 if self.server is None else self.server.tcp_port

    def learn(self, stations: Iterable[Station]) -> None:
        """Take the registered stations into the book of addresses."""
        self.book = book_for(self._table, stations, self._desk.tables)

    def start(self, settings: Settings, stations: Iterable[Station]) -> bool:
        """Read the table of addresses and listen; whether it does. `health` on the board says why not."""
        from data.gateway.station_ports import StationOptions
        from data.gateway.stations import StationServer

        try:
            self._table = {**read_book(self._shipped), **(read_book(self._own) if self._own.exists() else {})}
        except BookFault as fault:
            self.fault = str(fault)
            self._table = read_book(self._shipped)
        self.learn(stations)
        outward = settings.telemetry_port > 0
        options = StationOptions(
            address=(settings.telemetry_address or LOOPBACK) if outward else LOOPBACK,
            tcp_port=settings.telemetry_port,
            udp_port=settings.telemetry_udp_port or None,
            allowed=tuple(part.strip() for part in settings.telemetry_allowed.split(";") if part.strip()),
        )
        self.server = StationServer(self._session, self._keep, options, self._clock.now)
        listens = self.server.start()
        self._look()
        self._looker = threading.Thread(target=self._watch, name="station-looker", daemon=True)
        self._looker.start()
        return listens

    def close(self) -> None:
        """End the lines; what came is kept before."""
        self._stopping.set()
        if self._looker is not None:
            self._looker.join()
        if self.server is not None:
            self.server.close()

    def address(self, station: str) -> str:
        """Return the address that a station sends from, "" for none."""
        return address_of(self.book, station)

    # ── on the server's thread ──

    def _session(self, peer: str) -> Session:
        return Session(peer, self._heard, self._clock.now)

    def _keep(self, items: Sequence[object]) -> Future[bool]:
        """Keep what telegrams hold; False in the future when the disk cannot now: the stations send again."""
        values: list[Observation] = []
        pictures: list[StationPicture] = []
        for item in items:
            assert isinstance(item, Received)
            values += observations(item.uplink, item.at, self.book)
            sent = picture(item.uplink, item.at, self.book)
            if sent is not None:
                pictures.append(sent)
        done: Future[bool] = Future()
        waiting: list[Future[object]] = [*map(self._desk.keep_picture, pictures)]  # pyright: ignore[reportAssignmentType]
        if values or not waiting:
            waiting.append(self._desk.keep(values))  # pyright: ignore[reportArgumentType]
        _when_all(waiting, done)
        return done

    # ── on the looker's thread ──

    def _watch(self) -> None:
        while not self._stopping.wait(LOOK_S):
            self._look()

    def _look(self) -> None:
        if self.server is not None:
            links = self.server.links()
            self._desk.tell_links([replace(one, station=card_of(one.station, self.book).station) for one in links])
            self._desk.tell_feed(self.server.health())


def _when_all(waiting: Sequence[Future[object]], done: Future[bool]) -> None:
    """Settle one future when all are: True when kept, False when the disk cannot now, else our own fault."""
    left = [len(waiting)]
    lock = threading.Lock()
    faults: list[BaseException] = []

    def over(one: Future[object]) -> None:
        error = one.exception()
        with lock:
            left[0] -= 1
            last = left[0] == 0
            if error is not None:
                faults.append(error)
        if not last:
            return
        ours = [fault for fault in faults if not isinstance(fault, StoreTrouble | TooMuch)]
        if ours:
            done.set_exception(ours[0])
        else:
            done.set_result(not faults)

    for one in waiting:
        one.add_done_callback(over)
