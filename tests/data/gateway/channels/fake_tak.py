"""A TAK server on this machine: TLS that asks for a client certificate, keeps what it gets, sends what it is told."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from data.gateway.channels.cot import CotEvent, read
from data.gateway.channels.cot_stream import EventSplitter


@dataclass
class Tak:
    """What it heard, and how it behaves: `says` goes to whoever connects, piece by piece, before it closes or waits."""

    port: int = 0
    heard: bytes = b""
    connections: int = 0
    says: list[bytes] = field(default_factory=list)
    hang_up: bool = False
    arrived: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def events(self) -> list[CotEvent]:
        return [read(data) for data in EventSplitter().feed(self.heard)]

    def serve(self, line: socket.socket, context: ssl.SSLContext | None) -> None:
        with line, suppress(OSError):
            line.settimeout(5)
            talk = context.wrap_socket(line, server_side=True) if context else line
            self.connections += 1
            with talk:
                for piece in self.says:
                    talk.sendall(piece)
                if self.hang_up:
                    if self.says:  # closing over what was not read would be a reset, and take back what was said
                        talk.shutdown(socket.SHUT_WR)
                        while talk.recv(65536):
                            pass
                    return
                talk.settimeout(0.05)
                while not self.closing.is_set():
                    with suppress(TimeoutError):
                        chunk = talk.recv(65536)
                        if not chunk:
                            return
                        self.heard += chunk
                        self.arrived.set()


@contextmanager
def tak(context: ssl.SSLContext | None = None) -> Iterator[Tak]:
    server = Tak()
    threads: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]
        listener.settimeout(0.02)

        def accept() -> None:
            while not server.closing.is_set():
                with suppress(TimeoutError):
                    line, _ = listener.accept()
                    thread = threading.Thread(target=server.serve, args=(line, context), name="fake-tak-line")
                    thread.start()
                    threads.append(thread)

        accepting = threading.Thread(target=accept, name="fake-tak")
        accepting.start()
        try:
            yield server
        finally:
            server.closing.set()
            accepting.join()
            for thread in threads:
                thread.join()
