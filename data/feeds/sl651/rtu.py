"""A station that speaks: reports as real frames over TCP, sent again until they are confirmed, heartbeats in between.

The demonstration, `main.py rtu` and the tests use it instead of a shortcut: what it sends goes the whole way.
"""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final

from data.feeds.sl651.codes import Control
from data.feeds.sl651.encode import Group, Sender, picture, plain, report
from data.feeds.sl651.frames import Frame
from data.feeds.sl651.messages import read_uplink
from data.feeds.sl651.rtu_reports import groups_of
from data.feeds.sl651.stream import FrameStream
from data.model.telemetry import Observation

_LOOK_S: Final = 0.1
_TRIES: Final = 3  # one time and two more (6.3.2.3); then the line is made anew
_LAST_SERIAL: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class RtuPace:
    """How patient a station is."""

    answer_s: float = 5.0
    again_s: float = 1.0  # before the line is made anew
    heartbeat_s: float = 40.0  # 6.6.4.2 recommends 40


@dataclass(slots=True)
class _Job:
    function: int
    serial: int
    frames: list[bytes]
    done: Future[bool] = field(default_factory=Future[bool])


class RtuLine:
    """One station's line to a centre. Its methods may be called from any thread; `close` joins its own."""

    def __init__(
        self,
        host: str,
        port: int,
        station: Sender | str,
        *,
        pace: RtuPace | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`station` is a telemetry address or all of a sender; `clock` gives the times of sending."""
        self.sender = station if isinstance(station, Sender) else Sender(station)
        self._where = (host, port)
        self._pace = pace or RtuPace()
        self._clock = clock
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._lock = threading.Lock()
        self._serial = 0
        self._closing = threading.Event()
        self._line: socket.socket | None = None
        self._stream = FrameStream()
        self.resent = 0
        self._thread = threading.Thread(target=self._run, name=f"rtu-{self.sender.station}")
        self._thread.start()

    # ── what it says ──

    def send(self, *observations: Observation, function: int = 0x32, timeout: float | None = 30.0) -> bool:
        """Send values of this station and wait until all are confirmed; False when closed before. TimeoutError."""
        sent = [self.post([group], function) for group in groups_of(observations, self.sender.kind)]
        return all(one.result(timeout) for one in sent)

    def post(self, groups: Sequence[Group], function: int = 0x32) -> Future[bool]:
        """Send a report; the future is True once it is confirmed."""
        return self._put(function, lambda serial, at: [report(self.sender, function, serial, at, groups)])

    def post_picture(self, at: datetime, jpeg: bytes) -> Future[bool]:
        """Send a picture in as many packets as it needs."""
        return self._put(0x36, lambda serial, sent_at: picture(self.sender, serial, sent_at, at, jpeg))

    def close(self, timeout: float = 10.0) -> bool:
        """End the line; what is not confirmed yet is False. Whether the thread ended."""
        self._closing.set()
        self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _put(self, function: int, frames: Callable[[int, datetime], list[bytes]]) -> Future[bool]:
        with self._lock:
            self._serial = self._serial % _LAST_SERIAL + 1
            job = _Job(function, self._serial, frames(self._serial, self._clock()))
            self._jobs.put(job)
        if self._closing.is_set():
            job.done.cancel()
        return job.done

    # ── the thread ──

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                job = self._jobs.get(timeout=self._pace.heartbeat_s)
            except queue.Empty:
                self._beat()
                continue
            if job is not None and job.done.set_running_or_notify_cancel():
                job.done.set_result(self._deliver(job))
        self._hang_up()
        while True:
            try:
                left = self._jobs.get_nowait()
            except queue.Empty:
                return
            if left is not None and left.done.set_running_or_notify_cancel():
                left.done.set_result(False)

    def _beat(self) -> None:
        try:
            line = self._line or self._connect()
            line.sendall(plain(self.sender, 0x2F, self._serial, self._clock()))
        except OSError:
            self._hang_up()

    def _deliver(self, job: _Job) -> bool:
        """Send until confirmed or closed."""
        attempts = 0
        while not self._closing.is_set():
            try:
                line = self._line or self._connect()
                for one in job.frames:
                    line.sendall(one)
                self.resent += attempts > 0
                attempts += 1
                if self._confirmed(line, job):
                    return True
            except OSError:
                attempts = _TRIES
            if attempts >= _TRIES:
                self._hang_up()
                attempts = 1
                self._closing.wait(self._pace.again_s)
        return False

    def _confirmed(self, line: socket.socket, job: _Job) -> bool:
        """Wait for the confirmation, sending single packets again when asked to; OSError when the line ended."""
        until = time.monotonic() + self._pace.answer_s
        while time.monotonic() < until and not self._closing.is_set():
            try:
                data = line.recv(4096)
            except TimeoutError:
                continue
            if not data:
                raise ConnectionResetError("the centre hung up")
            for answer in self._stream.feed(data):
                if not isinstance(answer, Frame) or answer.up or answer.function != job.function:
                    continue
                if answer.end == Control.NAK:
                    if 1 <= answer.packet <= len(job.frames):
                        line.sendall(job.frames[answer.packet - 1])
                        until = time.monotonic() + self._pace.answer_s
                elif _serial_of(answer) == job.serial:
                    return True
        return False

    def _connect(self) -> socket.socket:
        line = socket.create_connection(self._where, timeout=self._pace.answer_s)
        line.settimeout(_LOOK_S)
        self._stream = FrameStream()
        self._line = line
        return line

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None


def _serial_of(answer: Frame) -> int | None:
    """Return the serial number that a centre confirms; one for several packets names the last of them."""
    return read_uplink(replace(answer, total=0, packet=0)).serial
