"""What the tests of the gateway share: a desk that keeps in memory, phones, and a gateway that really listens."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import socket
import ssl
import threading
import time
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import httpx
from immutables import Map

from data.gateway import app
from data.gateway.api import Api, Shown
from data.gateway.enrol import COOKIE, Invitations, hash_token, new_token
from data.gateway.guard import Pace, Patience
from data.gateway.limits import Limit
from data.gateway.line import Hub
from data.gateway.links import Ports
from data.gateway.ports import Desk, LinkOpened
from data.gateway.server import Gateway, Options
from data.gateway.sessions import Sessions
from data.gateway.static import Pages
from data.model.field import Device, PhoneRole
from data.model.situation import Situation

HOST = "127.0.0.1:8843"
BASE = f"https://{HOST}"
FREE = Pace(Limit(1e6, 1e6), Limit(1e6, 1e6))
TRUST_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "phone" / "trust"
WORDS = {"text": "桩号 12+300 背河有浑水"}


class Memory:
    """A desk that keeps what comes in; `mood` is what happens to the next messages: done, late, fails, raises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(exist_ok=True)
        self.kept = {}
        self.positions = []
        self.events = []
        self.waiting = []
        self.mood = "done"
        self.heard = threading.Condition()

    def keep(self, message):
        if self.mood == "raises":
            raise OSError("the store is closed")
        future = Future()
        key = (message.device, message.client)
        if self.mood == "fails":
            future.set_exception(OSError("disk full"))
        elif self.mood == "late":
            self.waiting.append((future, message))
        else:
            future.set_result(self.kept.setdefault(key, message) is message)
        return future

    def was_kept(self, device, client):
        future = Future()
        future.set_result((device, client) in self.kept)
        return future

    def finish(self):
        """What was late comes about now."""
        for future, message in self.waiting:
            key = (message.device, message.client)
            future.set_result(self.kept.setdefault(key, message) is message)
        self.waiting.clear()

    def put_file(self, body, name):
        if self.mood == "raises":
            raise OSError("disk full")
        digest = hashlib.sha256(body).hexdigest()
        (self.folder / digest).write_bytes(body)
        return digest

    def tell(self, event):
        with self.heard:
            self.events.append(event)
            self.heard.notify_all()

    def wait_for(self, kind, fits=lambda _event: True, timeout=10.0):
        """Wait until the desk was told something of this kind."""
        with self.heard:
            found = self.heard.wait_for(
                lambda: next((one for one in self.events if isinstance(one, kind) and fits(one)), None), timeout
            )
        assert found is not None, f"no {kind.__name__} among {self.events}"
        return found

    def ports(self) -> Desk:
        return Desk(
            self.keep,
            self.was_kept,
            self.positions.extend,
            self.put_file,
            lambda digest: self.folder / digest,
            self.tell,
            lambda: datetime(2020, 8, 20, 8, tzinfo=UTC),
            lambda: 10.0,
        )


def phone(name="phone-1", person="P001", role=PhoneRole.GRID_WORKER, **more):
    """A phone and its token."""
    token = new_token()
    return Device(name, person, role, "测试手机", hash_token(token), datetime(2020, 8, 20, tzinfo=UTC), **more), token


def cookie(token):
    return {"cookie": f"{COOKIE}={token}"}


def situation(*devices, **more):
    return Situation(devices=Map({one.id: one for one in devices}), **more)


def message(kind="note", body=None, client=None, at=None):
    at = at or datetime.now(UTC) - timedelta(seconds=3)
    return {"client": client or str(uuid4()), "kind": kind, "at": at.isoformat(), "body": body or WORDS}


class House:
    """The phones' application without a socket."""

    def __init__(self, folder: Path, *devices, pages=None, pace=FREE, patience=None) -> None:
        self.memory = Memory(folder / "files")
        self.sessions = Sessions()
        self.shown = Shown(situation(*devices))
        self.sessions.learn(self.shown.now.devices)
        self.invitations = Invitations(lambda: datetime.now(UTC))
        self.hub = Hub(self.sessions, "key", lambda: None)
        self.api = Api(self.memory.ports(), self.sessions, self.invitations, self.shown)
        self.app = app.phones(
            self.api, self.hub, Pages(pages or {}), self.sessions, lambda: frozenset({"127.0.0.1"}), pace,
            patience or Patience(),
        )  # fmt: skip

    def show(self, *devices) -> None:
        self.shown.now = situation(*devices)
        self.sessions.learn(self.shown.now.devices)

    @contextlib.asynccontextmanager
    async def client(self, token="", address="127.0.0.1"):
        headers = {"origin": BASE, **(cookie(token) if token else {})}
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=True, client=(address, 5000))
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
            yield client


def run(doing):
    """Run a coroutine to its end."""
    return asyncio.run(doing)


@contextlib.contextmanager
def listening(folder: Path, *devices, memory=None, **options):
    """A gateway that really listens on loopback; gives it, its desk and where it is."""
    memory = memory or Memory(folder / "files")
    made = Options(
        certificates=folder / "certificates",
        trust_folder=TRUST_FOLDER,
        **{"ports": Ports(0, 0, 0), "pace": FREE, **options},
    )
    gateway = Gateway(memory.ports(), made)
    gateway.show(situation(*devices))
    assert gateway.start(20)
    try:
        yield gateway, memory, memory.wait_for(LinkOpened)
    finally:
        assert gateway.stop()


def trusting(folder: Path) -> ssl.SSLContext:
    """What a phone that installed the authority believes."""
    return ssl.create_default_context(cafile=folder / "certificates" / "ca.pem")


def port_of(link: str) -> int:
    return int(link.rpartition(":")[2])


def origin_of(link: str) -> dict[str, str]:
    return {"origin": link}


def raw(port, data=b"", source="127.0.0.1", timeout=20.0):
    """A bare TCP socket to a port."""
    made = socket.create_connection(("127.0.0.1", port), timeout, source_address=(source, 0))
    if data:
        made.sendall(data)
    return made


def answered(plain: socket.socket) -> bytes:
    """Everything that comes until the other side ends."""
    got = b""
    with contextlib.suppress(ConnectionError):
        while piece := plain.recv(65536):
            got += piece
    return got


def until(true, timeout=10.0):
    """Wait for a condition of another thread."""
    end = time.monotonic() + timeout
    while not true():
        assert time.monotonic() < end, "it never came about"
        threading.Event().wait(0.01)


def said(response) -> str:
    """The code of a refusal."""
    return json.loads(response.content)["error"]


def phone_client(folder, opened, token="", source="127.0.0.1"):
    transport = httpx.HTTPTransport(verify=trusting(folder), local_address=source)
    headers = {"origin": opened.phones, **(cookie(token) if token else {})}
    return httpx.Client(base_url=opened.phones, transport=transport, headers=headers, timeout=20)


@contextlib.contextmanager
def secured(folder, opened, source="127.0.0.1"):
    """A TLS connection by hand."""
    with (
        raw(port_of(opened.phones), source=source) as plain,
        trusting(folder).wrap_socket(plain, server_hostname="127.0.0.1") as line,
    ):
        yield line


def host_of(opened):
    return opened.phones.partition("//")[2].encode()
