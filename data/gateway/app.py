"""Puts the gateway's three applications together: for phones, for phones that do not trust us yet, for the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, Router, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from data.gateway import trust_page
from data.gateway.api import MOST_BODY, Api, Methods
from data.gateway.files import cap as cap_of_file
from data.gateway.guard import Guard, House, Pace, Patience
from data.gateway.line import Hub
from data.gateway.sessions import Sessions
from data.gateway.static import Pages
from data.gateway.wire import Refused

Hosts = Callable[[], frozenset[str]]
_HERE = frozenset({"127.0.0.1", "localhost"})


def phones(
    api: Api, hub: Hub, pages: Pages, sessions: Sessions, hosts: Hosts, pace: Pace, patience: Patience
) -> ASGIApp:
    """Return what phones speak with."""
    routes: list[BaseRoute] = [
        Route("/api/enrol", Methods(post=api.enrol)),
        Route("/api/enrol/{pending}", Methods(get=api.enrolment)),
        Route("/api/me", Methods(get=api.me)),
        Route("/api/mine", Methods(get=api.mine)),
        Route("/api/send", Methods(post=api.send)),
        Route("/api/file", Methods(post=api.put)),
        Route("/api/file/{digest}", Methods(get=api.file)),
        Route("/api/leave", Methods(post=api.leave)),
        Route("/api/positions", Methods(post=api.positions)),
        WebSocketRoute("/api/line", hub.phone),
    ]

    def caller(cookie: str) -> str:
        device = sessions.find(cookie)
        return "" if device is None else device.id

    return Guard(_router(routes, pages), House(hosts, _cap, caller), pace, patience)


def desk(hub: Hub, pages: Pages) -> ASGIApp:
    """Return what the desk's own web view speaks with; it listens on loopback only."""
    routes: list[BaseRoute] = [WebSocketRoute("/desk/line", hub.desk)]
    return Guard(_router(routes, pages), House(lambda: _HERE, lambda _path, _headers: 0, lambda _cookie: ""))


def trust(folder: Path, asked: Callable[[str], trust_page.Asked | None], hosts: Hosts, pace: Pace) -> ASGIApp:
    """Return the help page; `asked` gives what it speaks of to a browser, None when there is nothing to install."""

    async def help_page(request: Request) -> Response:
        path = request.scope["path"]
        about = asked(request.headers.get("user-agent", "")[:400])
        served = None if about is None else trust_page.serve(folder, "/ca" if path == "/" else path, about)
        if served is None:
            raise Refused(404, "not_found")
        return Response(served.body, headers=dict(served.headers), media_type=served.media)

    async def only(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise Refused(404, "not_found")
        await Methods(get=help_page)(scope, receive, send)

    return Guard(only, House(hosts, lambda _path, _headers: 0, lambda _cookie: ""), pace)


def _router(routes: list[BaseRoute], pages: Pages) -> ASGIApp:
    async def page(request: Request) -> Response:
        return pages.answer(request)

    async def otherwise(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in pages:
            raise Refused(404, "not_found")
        await Methods(get=page)(scope, receive, send)

    return Router(routes, redirect_slashes=False, default=otherwise)


def _cap(path: str, headers: Headers) -> int:
    return cap_of_file(headers.get("content-type", "")) if path == "/api/file" else MOST_BODY
