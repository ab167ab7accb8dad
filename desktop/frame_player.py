"""The demonstration's stations: recorded readings go as real SL 651 frames over loopback to the desk's own server."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from datetime import datetime

from data.feeds.sl651.rtu import RtuLine, RtuPace
from data.feeds.sl651.rtu_reports import Habits, Point, Report
from data.feeds.sl651.rtu_reports import reports as reports_of
from data.model.river import Reading

LOG = logging.getLogger("telemetry")
PACE = RtuPace(heartbeat_s=1.0)
"""At two hours a second a station that says nothing for longer would be thought lost."""


class FramePlayer:
    """One simulated station a recorded one; each has its own line. Used by the UI thread, waits for nobody."""

    def __init__(self, host: str, port: int, address_of: Callable[[str], str], clock: Callable[[], datetime]) -> None:
        """Play to a server; `address_of` gives the telemetry address of a station, "" where it has none."""
        self._where, self._address_of, self._clock = (host, port), address_of, clock
        self._lines: dict[str, RtuLine] = {}
        self._sent: dict[str, Future[bool]] = {}
        self._dead: list[RtuLine] = []

    def play(self, reading: Reading) -> bool:
        """Send a reading as its station's timed report; False when the station has no address."""
        address = self._address_of(reading.station)
        if not address:
            return False
        line = self._lines.get(address)
        if line is None:
            line = self._lines[address] = RtuLine(*self._where, address, pace=PACE, clock=self._clock)
        for report in _reports(reading):
            sent = self._sent[address] = line.post(report.groups, report.function)
            sent.add_done_callback(_look)
        return True

    def silence(self, stations: Iterable[str]) -> None:
        """Let the lines of these stations go dead, heartbeats too; the next reading played opens them anew.

        What is on its way arrives first: to be said again until the station is heard.
        """
        for address in map(self._address_of, stations):
            sent = self._sent.get(address)
            if address in self._lines and (sent is None or sent.done()):
                line = self._lines.pop(address)
                line.close(0.0)
                self._dead.append(line)

    def close(self) -> None:
        """End the lines; what is not confirmed is not sent again."""
        for line in (*self._lines.values(), *self._dead):
            line.close()


def _reports(reading: Reading) -> list[Report]:
    return list(reports_of([Point(reading.at, reading.stage_m, reading.flow_m3s)], Habits()))


def _look(sent: Future[bool]) -> None:
    if not sent.cancelled() and not sent.result():
        LOG.info("a frame of the demonstration was not confirmed before the end")
