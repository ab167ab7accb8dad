"""The table of attacks: each has its test.

| attack | what holds |
|---|---|
| replay of a message | device + client is the key: one step, 200 |
| CSRF, cross-site line | Origin must be ours, SameSite=Strict, Sec-Fetch-Site |
| DNS rebinding | Host must be ours: 421 |
| race for the QR | single use; the operator sees name and number; the thief gets nothing unconfirmed |
| guessing codes, tickets, tokens | 128 and 256 bits, few tries |
| stolen token | revoked: line closed at once, 401 with wipe |
| path traversal | files from a list in memory; digests only |
| zip and pixel bombs | sizes before decoding, caps in the decoder |
| slow headers, slow bodies, slow readers | time-outs at the door and in the guard |
| header floods, request smuggling | 16 kB of headers, doubled headers refused |
| ten thousand sockets | counted by source before the handshake |

The last three are in test_floods.py.
"""

from __future__ import annotations

import contextlib
import json
import struct
import threading
import time
import zlib
from uuid import uuid4

import httpx
import pytest

from data.gateway.guard import Pace
from data.gateway.limits import Limit
from data.gateway.ports import EnrolmentAsked
from data.gateway.static import listed
from data.model.field import PhoneRole
from tests.data.gateway.linked import (
    BASE,
    House,
    answered,
    cookie,
    host_of,
    listening,
    message,
    phone,
    phone_client,
    port_of,
    run,
    said,
    secured,
    until,
)
from tests.data.gateway.pictures import jpeg

# ── who pretends ──


def test_a_replayed_message_is_taken_once(tmp_path):
    device, token = phone()
    house = House(tmp_path, device)
    sent = message()

    async def go():
        async with house.client(token) as client:
            statuses = [(await client.post("/api/send", json=sent)).status_code for _ in range(20)]
            shouted = {**sent, "client": sent["client"].upper()}
            statuses.append((await client.post("/api/send", json=shouted)).status_code)
        assert statuses == [201] + [200] * 20

    run(go())
    assert len(house.memory.kept) == 1


def test_the_same_id_from_another_phone_is_another_message(tmp_path):
    (one, one_token), (other, other_token) = phone("phone-1", "P001"), phone("phone-2", "P002")
    house, sent = House(tmp_path, one, other), message()

    async def go():
        for token in (one_token, other_token):
            async with house.client(token) as client:
                assert (await client.post("/api/send", json=sent)).status_code == 201

    run(go())
    assert len(house.memory.kept) == 2


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": ""}, {"origin": BASE + ".evil.example"},
     {"origin": BASE.replace("https", "http")}, {"origin": BASE, "sec-fetch-site": "cross-site"},
     {"origin": BASE, "sec-fetch-site": "same-site"}],
)  # fmt: skip
def test_another_site_cannot_write_with_the_phones_cookie(tmp_path, headers):
    device, token = phone()
    house = House(tmp_path, device)

    async def go():
        async with house.client(token) as client:
            for call in ("/api/send", "/api/positions", "/api/file", "/api/enrol"):
                answer = await client.post(call, json=message(), headers=headers)
                assert (answer.status_code, said(answer)) == (403, "not_allowed")
            form = {"content-type": "text/plain", **headers}
            assert (await client.post("/api/send", content=json.dumps(message()), headers=form)).status_code == 403

    run(go())
    assert not house.memory.kept


@pytest.mark.parametrize(
    "host", ["evil.example:8843", "evil.example", "127.0.0.1.evil.example", "127.1:8843", "0:8843"]
)
def test_a_rebound_name_is_421_for_reads_and_writes(tmp_path, host):
    device, token = phone()
    house = House(tmp_path, device)

    async def go():
        async with house.client(token) as client:
            headers = {"host": host, "origin": f"https://{host}"}
            for answer in (
                await client.get("/api/mine", headers=headers),
                await client.post("/api/send", json=message(), headers=headers),
                await client.get("/", headers=headers),
            ):
                assert (answer.status_code, said(answer)) == (421, "wrong_host")

    run(go())


def test_a_rebound_name_does_not_reach_the_desks_own_page(tmp_path):
    with listening(tmp_path) as (_, _memory, opened):
        for host in ("evil.example", f"evil.example:{port_of(opened.desk)}"):
            assert httpx.get(f"{opened.desk}/call/", headers={"host": host}).status_code == 421


def test_who_photographs_the_qr_and_is_quicker_gets_nothing_without_the_operator(tmp_path):
    with listening(tmp_path) as (gateway, memory, opened):
        _, code = gateway.invite("P001", PhoneRole.GRID_WORKER, "op")
        with phone_client(tmp_path, opened, source="127.0.0.9") as thief, phone_client(tmp_path, opened) as honest:
            stolen = thief.post("/api/enrol", json={"code": code, "name": "thief"})
            assert stolen.status_code == 202
            late = honest.post("/api/enrol", json={"code": code, "name": "红米"})
            assert (late.status_code, said(late)) == (410, "gone")
            asked = memory.wait_for(EnrolmentAsked)
            assert (asked.name, asked.number) == ("thief", stolen.json()["number"])  # not what the man before him shows
            gateway.refuse(asked.pending)
            refused = thief.get(f"/api/enrol/{stolen.json()['pending']}")
            assert refused.status_code == 410
            assert "set-cookie" not in refused.headers
            # a ticket is of no use to who did not redeem: the desk's own id is no ticket
            assert honest.get(f"/api/enrol/{asked.pending}").status_code == 410


def test_two_who_show_one_code_at_the_same_moment_do_not_both_wait(tmp_path):
    with listening(tmp_path) as (gateway, _memory, opened):
        for turn in range(5):
            _, code = gateway.invite(f"P{turn}", PhoneRole.GRID_WORKER, "op")
            statuses = []

            def show(code=code, statuses=statuses):
                with phone_client(tmp_path, opened) as asking:
                    statuses.append(asking.post("/api/enrol", json={"code": code, "name": "x"}).status_code)

            both = [threading.Thread(target=show) for _ in range(2)]
            for one in both:
                one.start()
            for one in both:
                one.join()
            assert sorted(statuses) == [202, 410]


def test_codes_tickets_and_tokens_cannot_be_guessed_for_long(tmp_path):
    house = House(tmp_path, pace=Pace(Limit(20, 50), Limit(5, 60)))

    async def go():
        async with house.client() as client:
            tries = [(await client.post("/api/enrol", json={"code": f"{n:022}"})).status_code for n in range(20)]
            assert tries.count(404) == 5
            assert set(tries[5:]) == {429}
            tries = [(await client.get(f"/api/enrol/{n:043}")).status_code for n in range(60)]
            assert set(tries) == {410, 429}
        async with house.client(address="10.0.0.7") as other:
            tries = [(await other.get("/api/me", headers=cookie(f"{n:043}"))).status_code for n in range(80)]
            assert set(tries) == {401, 429}

    run(go())


def test_a_stolen_token_is_worth_nothing_from_the_moment_it_is_revoked(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (gateway, memory, opened):
        with phone_client(tmp_path, opened, token, "127.0.0.9") as thief:
            assert thief.get("/api/mine").status_code == 200
            gateway.revoke(device.id)
            until(lambda: thief.get("/api/mine").status_code == 401)
            assert thief.get("/api/mine").json() == {"error": "revoked", "wipe": True}
            assert thief.post("/api/send", json=message()).status_code == 401
            assert thief.post("/api/file", content=jpeg(), headers={"content-type": "image/jpeg"}).status_code == 401
        assert not memory.kept
        assert not list(memory.folder.iterdir())


# ── who reaches for other things ──

PATHS = [
    "/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/js/../../secret", "//etc/passwd",
    "/js/", "/.git/config", "/%00", "/index.html%00.js", "/js\\..\\secret", "/api/file/..%2f..%2fca.pem",
    "/api/file/../../certificates/ca.pem", "/api/enrol/..%2fmine", "/call/../api/me", "/ca.pem", "/leaf.pem", "/api/",
    "/api/file/" + "g" * 64, "/api/file/" + "0" * 63, "/api/file/" + "0" * 64 + "%0a",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_list(tmp_path, path):
    device, token = phone()
    pages = tmp_path / "pages"
    (pages / "js").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (pages / "index.html").write_text("page", encoding="utf-8")
    with contextlib.ExitStack() as stack:
        _, _, opened = stack.enter_context(listening(tmp_path, device, phone_files=listed(pages)))
        with secured(tmp_path, opened) as line:
            line.sendall(
                b"GET " + path.encode() + b" HTTP/1.1\r\nHost: " + host_of(opened) + b"\r\nCookie: "
                + cookie(token)["cookie"].encode() + b"\r\nConnection: close\r\n\r\n"
            )  # fmt: skip
            got = answered(line)
    assert got.startswith((b"HTTP/1.1 404", b"HTTP/1.1 410", b"HTTP/1.1 400"))
    assert b"secret" not in got
    assert b"root:" not in got
    assert b"BEGIN" not in got


def test_bombs_are_refused_quickly(tmp_path):
    device, token = phone()
    house = House(tmp_path, device)

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    def png(width, height, *middle):
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + head + b"".join(middle) + chunk(b"IEND", b"")

    zeros = zlib.compress(bytes(90_000_000), 9)
    bombs = [
        png(30_000, 30_000, chunk(b"IDAT", zeros)),
        png(7_072, 7_072, chunk(b"IDAT", zeros)),
        png(64, 64, chunk(b"zTXt", b"Comment\x00\x00" + zeros), chunk(b"IDAT", zeros)),
        png(64, 64, chunk(b"iCCP", b"p\x00\x00" + zeros)),
    ]

    async def go():
        async with house.client(token) as client:
            began = time.monotonic()
            for bomb in bombs:
                headers = {"content-type": "image/png", "x-client": str(uuid4())}
                assert (await client.post("/api/file", content=bomb, headers=headers)).status_code in {400, 413}
            assert time.monotonic() - began < 5

    run(go())
    assert not list(house.memory.folder.iterdir())
