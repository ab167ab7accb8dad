"""Attacks by slowness, noise and number; the table is in test_attacks.py."""

from __future__ import annotations

import contextlib
import json
import resource
import socket
import ssl
import threading
import time
from uuid import uuid4

import httpx
import pytest

from data.gateway.door import DoorRules
from data.gateway.guard import Patience
from data.gateway.static import listed
from tests.data.gateway.linked import (
    answered,
    cookie,
    host_of,
    listening,
    message,
    phone,
    phone_client,
    port_of,
    raw,
    secured,
    until,
)

QUICK = DoorRules(handshake_s=0.4, headers_s=0.4, idle_s=1, life_s=30)


def test_headers_that_never_end_and_handshakes_that_never_come_are_cut(tmp_path):
    with listening(tmp_path, door=QUICK) as (_, _memory, opened):
        with raw(port_of(opened.phones)) as silent:
            began = time.monotonic()
            assert answered(silent) == b""  # no handshake
            assert time.monotonic() - began < 5
        with secured(tmp_path, opened) as line:
            assert _ended(line)  # no request
        with secured(tmp_path, opened) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: " + host_of(opened) + b"\r\n")
            began = time.monotonic()
            with contextlib.suppress(OSError):
                for number in range(200):
                    line.sendall(b"X-%d: slow\r\n" % number)
                    threading.Event().wait(0.05)
            assert time.monotonic() - began < 5


def test_a_body_that_drips_is_given_up_and_the_connection_closed(tmp_path):
    device, token = phone()
    patience = Patience(next_piece_s=0.3, whole_body_s=0.8, whole_file_s=0.8)
    with listening(tmp_path, device, patience=patience) as (_, memory, opened):
        for path in (b"/api/send", b"/api/file"):
            with secured(tmp_path, opened) as line:
                line.sendall(_post(opened, path, token, b"Content-Length: 1000") + b"{")
                line.settimeout(0.05)
                got, began = b"", time.monotonic()
                while not got and time.monotonic() - began < 5:
                    line.sendall(b" ")
                    with contextlib.suppress(TimeoutError):
                        got = line.recv(4096)
                assert got.startswith(b"HTTP/1.1 503")
                assert b"connection: close" in got
            with secured(tmp_path, opened) as line:
                line.sendall(_post(opened, path, token, b"Content-Length: 1000") + b"{")
                assert answered(line).startswith(b"HTTP/1.1 503")
        assert not memory.kept


@pytest.mark.parametrize(
    "flood",
    [
        b"".join(b"X-%d: %b\r\n" % (number, b"a" * 100) for number in range(400)),
        b"X: " + b"a" * 200_000 + b"\r\n",
        b"Cookie: " + b"a=b; " * 20_000 + b"\r\n",
    ],
)
def test_a_flood_of_headers_is_cut(tmp_path, flood):
    with listening(tmp_path) as (_, _memory, opened):
        for head in (b"GET / HTTP/1.1\r\n", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n"):
            with secured(tmp_path, opened) as line, contextlib.suppress(OSError):
                line.sendall(head + b"Host: " + host_of(opened) + b"\r\n" + flood + b"\r\n")
                assert not answered(line).startswith(b"HTTP/1.1 2")
        with phone_client(tmp_path, opened) as asking:
            assert asking.get("/api/me").status_code == 401


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 5\r\nContent-Length: 6",
        b"Content-Length: 5\r\nTransfer-Encoding: chunked",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        b"Transfer-Encoding: gzip",
        b"Host: evil.example",
    ],
)
def test_a_request_that_can_be_read_in_two_ways_is_refused(tmp_path, head):
    device, token = phone()
    with listening(tmp_path, device) as (_, memory, opened):
        body = json.dumps(message()).encode()
        smuggled = b"GET /api/me HTTP/1.1\r\nHost: " + host_of(opened) + b"\r\n\r\n"
        with secured(tmp_path, opened) as line:
            line.sendall(_post(opened, b"/api/send", token, head) + b"0\r\n\r\n" + body + smuggled)
            line.settimeout(3)
            got = answered(line)
        assert got.startswith((b"HTTP/1.1 400", b"HTTP/1.1 503", b"HTTP/1.1 413"))
        assert b"200 OK" not in got
        assert not memory.kept


def test_who_reads_nothing_does_not_hold_up_others(tmp_path):
    device, token = phone()
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "big.json").write_text(json.dumps("x" * 3_000_000), encoding="utf-8")
    with contextlib.ExitStack() as stack:
        _, _, opened = stack.enter_context(listening(tmp_path, device, phone_files=listed(pages), door=QUICK))
        for _ in range(20):
            line = stack.enter_context(secured(tmp_path, opened))
            line.sendall(b"GET /big.json HTTP/1.1\r\nHost: " + host_of(opened) + b"\r\n\r\n")
        asking = stack.enter_context(phone_client(tmp_path, opened, token))
        began = time.monotonic()
        assert asking.get("/api/me").status_code == 200
        assert time.monotonic() - began < 2


def test_ten_thousand_sockets_of_one_do_not_keep_another_out(tmp_path):
    device, token = phone()
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    many = min(10_000, soft - 4_000)
    if many < 1_000:
        pytest.skip("this machine lets a process open too few sockets")
    with listening(tmp_path, device, door=DoorRules(handshake_s=5, headers_s=5)) as (_, _memory, opened):
        held = []
        try:
            for _ in range(many):
                try:
                    held.append(raw(port_of(opened.phones), source="127.0.0.9", timeout=2))
                except OSError:  # the queue of the system is full: that is the attack
                    threading.Event().wait(0.01)
            with phone_client(tmp_path, opened, token) as asking:  # from another address
                began = time.monotonic()
                assert asking.get("/api/me").status_code == 200
                assert asking.post("/api/send", json=message()).status_code == 201
                assert time.monotonic() - began < 5
        finally:
            for one in held:
                one.close()
        assert len(held) > many * 0.9
        with phone_client(tmp_path, opened, token, "127.0.0.9") as again:  # and its own address, afterwards
            until(lambda: _works(again))


def test_sockets_that_speak_tls_and_nothing_more_give_their_places_back(tmp_path):
    rules = DoorRules(most=40, most_of_one=20, handshake_s=1, headers_s=1)
    with listening(tmp_path, door=rules) as (_, _memory, opened), contextlib.ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(secured(tmp_path, opened, "127.0.0.9"))
        with pytest.raises((ConnectionError, ssl.SSLError)), secured(tmp_path, opened, "127.0.0.9"):
            pass
        with phone_client(tmp_path, opened) as asking:
            assert asking.get("/api/me").status_code == 401
        with phone_client(tmp_path, opened, source="127.0.0.9") as asking:
            until(lambda: _works(asking))


def _works(asking) -> bool:
    try:
        return asking.get("/api/me").status_code in {200, 401}
    except httpx.TransportError:
        return False


def _ended(line: socket.socket) -> bool:
    """Whether the other side ends it."""
    began = time.monotonic()
    with contextlib.suppress(OSError):
        answered(line)
    return time.monotonic() - began < 10


def _post(opened, path, token, head):
    return b"\r\n".join(
        (b"POST " + path + b" HTTP/1.1", b"Host: " + host_of(opened), b"Origin: " + opened.phones.encode(),
         b"Content-Type: image/jpeg", b"X-Client: " + str(uuid4()).encode(),
         b"Cookie: " + cookie(token)["cookie"].encode(), head, b"", b"")
    )  # fmt: skip
