"""The station server: TCP and UDP lines of telemetry stations in a thread of its own.

It knows neither the protocol (a session reads the bytes) nor the store (somebody keeps the items): station_ports.
What is answered is on disk. While keeping is slow nothing is read: the lines hold it back, and nothing is lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from data.gateway.event_loop import loop_factory
from data.gateway.log import LOG, calmed
from data.gateway.station_health import LinkBook
from data.gateway.station_ports import Keep, MakeSession, StationOptions
from data.gateway.station_room import Room
from data.model.telemetry import FeedHealth, LinkHealth, Source, SourceKind

_STOP_S: Final = 10.0
_DESCRIPTORS: Final = 512  # of this process besides the stations' lines


class StationServer:
    """Listens for stations. Its methods may be called from any thread."""

    def __init__(
        self,
        make_session: MakeSession,
        keep: Keep,
        options: StationOptions | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Make ready; nothing listens yet."""
        self._make_session, self._keep = make_session, keep
        self._options = options or StationOptions()
        self._clock = clock
        self._links = LinkBook()
        self._started = threading.Event()
        self._room: Room | None = None
        self._trouble = "not_listening"
        self._thread: threading.Thread | None = None
        self.tcp_port = self.udp_port = 0  # where it listens, once started

    def start(self, timeout: float = 10.0) -> bool:
        """Start the thread; whether it listens. When not, `health` says why."""
        if self._thread is not None:
            raise RuntimeError("the station server was started before")
        _room_for(self._options.connections)
        self._thread = threading.Thread(target=self._run, name="station-server")
        self._thread.start()
        return self._started.wait(timeout) and self._room is not None

    def close(self) -> bool:
        """Keep what came, end the lines and the thread; whether it ended."""
        thread, room = self._thread, self._room
        if thread is None:
            return True
        if room is not None:
            with contextlib.suppress(RuntimeError):  # the loop has just ended
                room.loop.call_soon_threadsafe(room.stopping.set)
        thread.join(_STOP_S)
        return not thread.is_alive()

    def links(self) -> tuple[LinkHealth, ...]:
        """Return the health of every station that spoke."""
        return self._links.all()

    def health(self) -> FeedHealth:
        """Return how the server as a whole does."""
        source, now, room = Source(SourceKind.SL651), self._clock(), self._room
        if room is None:
            return FeedHealth(source, now, ok=False, trouble=self._trouble)
        failing = room.batches.failing
        return FeedHealth(
            source,
            now,
            ok=not failing,
            rows=room.batches.kept,
            trouble="keep_failed" if failing else "",
            params=tuple((name, str(count)) for name, count in room.counts()),
            last_ok_at=room.last_kept_at,
        )

    def _run(self) -> None:
        try:
            with calmed(), asyncio.Runner(loop_factory=loop_factory()) as runner:
                runner.run(self._main())
        except OSError as fault:
            self._trouble = "port_taken"
            LOG.warning("the station server cannot listen: %s", fault)
        except Exception:  # noqa: BLE001 - our own fault: recorded loudly, and the health says that nothing listens
            self._trouble = "server_failed"
            LOG.exception("the station server ended")
        finally:
            self._room = None
            self._started.set()

    async def _main(self) -> None:
        room = Room(self._options, self._make_session, self._keep, self._links, self._clock)
        async with contextlib.AsyncExitStack() as stack:
            self.tcp_port, self.udp_port = await room.listen(stack)
            self._room = room
            self._started.set()
            await room.until_stopped()
        self._trouble = "not_listening"


def _room_for(connections: int) -> None:
    """Allow this process as many open lines as the system lets it; Windows has no such bound."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _DESCRIPTORS
    if soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
