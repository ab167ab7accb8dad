"""A small gateway for tests of the phone page: keeps what comes in memory, and fails on purpose when told to."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

PAGE = Path(__file__).parents[3] / "resources" / "phone"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "media-src 'self' blob:; connect-src 'self'"
)
COOKIE = "anlan-test"
PACED = "const PACE_MS = 200;"


@dataclass
class Kept:
    """What the fake holds and how it behaves."""

    mine: dict[str, Any]
    code: str = "test-code-0123456789"
    number: str = "4821"
    confirmed: bool = True
    hurried: bool = False  # the shell is kept at once: this desk has no pace of which reports would lack
    revoked: bool = False
    known: bool = True
    messages: list[dict[str, Any]] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)  # client of every send, in the order of arrival
    files: dict[str, bytes] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)
    points: list[dict[str, Any]] = field(default_factory=list)
    lose_answers: int = 0  # keep the message, then break off
    refuse: Callable[[dict[str, Any]], tuple[int, str] | None] = lambda _message: None
    positions_refused: bool = False
    holds_files: bool = False  # do not answer uploads while it is so
    lines: set[WebSocket] = field(default_factory=set)
    said: list[dict[str, Any]] = field(default_factory=list)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What was taken, without the signatures that opening a notice gives."""
        return [message["body"] for message in self.messages]


class Fake:
    """The fake in its own thread, as a context; `address` is where it listens."""

    def __init__(self, kept: Kept) -> None:
        """Serve `kept`."""
        self.kept = kept
        self.port = 0
        self.join()

    @property
    def address(self) -> str:
        """Where it listens, also after a cut."""
        return f"http://127.0.0.1:{self.port}"

    def join(self) -> None:
        """Listen, on the same port as before."""
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", self.port))
        self.port = self._socket.getsockname()[1]
        config = uvicorn.Config(
            _application(self.kept),
            log_level="error",
            lifespan="off",
            ws="websockets-sansio",
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=lambda: asyncio.run(server.serve(sockets=[self._socket])), name="phone-fake"
        )
        self._server = server
        self._thread.start()
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)

    def cut(self) -> None:
        """Be gone: lines break, nobody answers."""
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def __enter__(self) -> Self:
        """Return itself; it listens already."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and wait for the thread."""
        if self._thread.is_alive():
            self.cut()


class _BrokenOff(Response):
    """An answer that says it is longer than it is, and ends: the browser gets none."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 201, "headers": [(b"content-length", b"40")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


class _Headers(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-cache"
        return response


class _Answers:
    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def stopped(self, request: Request) -> Response | None:
        if self.kept.revoked:
            return JSONResponse({"error": "revoked", "wipe": True}, 401)
        if not self.kept.known or COOKIE not in request.cookies:
            return JSONResponse({"error": "unknown_device"}, 401)
        return None

    async def enrol(self, request: Request) -> Response:
        if (await request.json())["code"] != self.kept.code:
            return JSONResponse({"error": "gone"}, 410)
        return JSONResponse({"pending": "p1", "number": self.kept.number}, 202)

    async def enrolled(self, _request: Request) -> Response:
        if not self.kept.confirmed:
            return JSONResponse({}, 202)
        answer = JSONResponse({"device": "D-1"})
        answer.set_cookie(COOKIE, "t", max_age=86400, httponly=True, samesite="strict")
        return answer

    async def me(self, request: Request) -> Response:
        return self.stopped(request) or JSONResponse(
            {
                "device": "D-1",
                "person": "P101",
                "name": "张守堤",
                "role": "grid_worker",
                "realm": self.kept.mine["realm"],
                "wipe": False,
            }
        )

    async def mine(self, request: Request) -> Response:
        if (no := self.stopped(request)) is not None:
            return no
        tag = f'"{self.kept.mine["version"]}"'
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"ETag": tag})
        return JSONResponse(self.kept.mine, headers={"ETag": tag})

    async def send(self, request: Request) -> Response:
        if (no := self.stopped(request)) is not None:
            return no
        message = await request.json()
        self.kept.tries.append(message["client"])
        if (refused := self.kept.refuse(message)) is not None:
            return JSONResponse({"error": refused[1]}, refused[0])
        known = any(old["client"] == message["client"] for old in self.kept.messages)
        if not known:
            self.kept.messages.append(message)
        if self.kept.lose_answers > 0:
            self.kept.lose_answers -= 1
            return _BrokenOff()
        return JSONResponse({}, 200 if known else 201)

    async def put(self, request: Request) -> Response:
        if (no := self.stopped(request)) is not None:
            return no
        body = await request.body()
        while self.kept.holds_files:
            await asyncio.sleep(0.02)
        digest = hashlib.sha256(body).hexdigest()
        self.kept.files[digest] = body
        self.kept.uploads.append(request.headers["x-client"])
        return JSONResponse({"digest": digest, "media": request.headers["content-type"], "size": len(body)}, 201)

    async def worker(self, _request: Request) -> Response:
        script = (PAGE / "sw.js").read_text("utf-8")
        if self.kept.hurried:
            assert PACED in script
            script = script.replace(PACED, "const PACE_MS = 0;")
        return Response(script, media_type="text/javascript")

    async def positions(self, request: Request) -> Response:
        if self.kept.positions_refused:
            return JSONResponse({"error": "not_allowed"}, 403)
        self.kept.points += (await request.json())["points"]
        return Response(status_code=204)

    async def line(self, socket: WebSocket) -> None:
        if self.kept.revoked or COOKIE not in socket.cookies:
            await socket.close(4001)
            return
        await socket.accept()
        self.kept.lines.add(socket)
        try:
            while True:
                self.kept.said.append(await socket.receive_json())
        except WebSocketDisconnect:
            pass
        finally:
            self.kept.lines.discard(socket)


def _application(kept: Kept) -> Starlette:
    answers = _Answers(kept)
    routes = [
        Route("/api/enrol", answers.enrol, methods=["POST"]),
        Route("/api/enrol/{pending}", answers.enrolled),
        Route("/api/me", answers.me),
        Route("/api/mine", answers.mine),
        Route("/api/send", answers.send, methods=["POST"]),
        Route("/api/file", answers.put, methods=["POST"]),
        Route("/api/positions", answers.positions, methods=["POST"]),
        WebSocketRoute("/api/line", answers.line),
        Route("/sw.js", answers.worker),
        Mount("/", StaticFiles(directory=PAGE, html=True)),
    ]
    application = Starlette(routes=routes)
    application.add_middleware(_Headers)
    return application
