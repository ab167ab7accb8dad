"""Phones of the field benchmark, in a process of their own: keep-alive TLS sockets that post reports on time.

    python benchmarks/field_load.py < order.json > answers.json

The order says where, with which tokens, how many reports a second and for how long. Reports go out by the clock, never
by the answers before them: one that finds its connection busy waits in that phone's queue, and the wait counts.
"""

from __future__ import annotations

import asyncio
import json
import random
import ssl
import sys
import time
from collections import deque
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import uvloop

LEAD_S = 0.5
PATIENCE_S = 20.0
KINDS = (("E1", "管涌"), ("E1", "渗水"), ("E2", "树障"), ("E4", "道路积水"), ("E5", "人员滞留"))


class Phone(asyncio.Protocol):
    """One connection: one request under way, the others wait their turn."""

    def __init__(self, tick: asyncio.Event) -> None:
        """Have nothing to send."""
        self.waiting: deque[tuple[dict[str, Any], bytes]] = deque()
        self.under_way: dict[str, Any] | None = None
        self._held = b""
        self._tick = tick
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """What was under way has no answer."""
        _ = exc
        if self.under_way is not None:
            self._over(0)
        self._transport = None

    def post(self, note: dict[str, Any], request: bytes) -> None:
        """Send a request, at once or after the one under way."""
        self.waiting.append((note, request))
        self._next()

    def data_received(self, data: bytes) -> None:
        """Read the answer to its end."""
        self._held += data
        head, mark, rest = self._held.partition(b"\r\n\r\n")
        if not mark or self.under_way is None:
            return
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        if len(rest) >= length:
            self._held = rest[length:]
            self._over(int(head[9:12]))

    def _over(self, status: int) -> None:
        note, self.under_way = self.under_way, None
        assert note is not None
        note["answered"], note["status"] = time.monotonic(), status
        self._tick.set()
        self._next()

    def _next(self) -> None:
        if self.under_way is None and self.waiting:
            self.under_way, request = self.waiting.popleft()
            if self._transport is None:
                self._over(0)
            else:
                self._transport.write(request)


def request(host: str, token: str, client: str, dice: random.Random) -> bytes:
    """Write one report as the phone page sends it."""
    category, kind = dice.choice(KINDS)
    at = datetime.now(UTC).isoformat()
    body = {
        "category": category,
        "kind": kind,
        "text": f"背河坡脚有{kind}，范围约 {dice.randint(2, 40)} 米，水色清",
        "grade": dice.choice((1, 2, 3, 3, 3)),
        "lon": round(dice.uniform(113.62, 113.78), 6),
        "lat": round(dice.uniform(34.87, 34.93), 6),
        "accuracy_m": 12.0,
        "position": "gps",
        "photos": [],
    }
    text = json.dumps({"client": client, "kind": "report", "at": at, "body": body}, ensure_ascii=False).encode()
    head = (
        f"POST /api/send HTTP/1.1\r\nHost: {host}\r\nOrigin: https://{host}\r\nContent-Type: application/json\r\n"
        f"Cookie: __Host-anlan={token}\r\nContent-Length: {len(text)}\r\n\r\n"
    )
    return head.encode() + text


async def run(order: dict[str, Any]) -> dict[str, Any]:
    """Send reports and wait for the answers; return what became of each."""
    where = urlsplit(order["url"])
    host, rate, tokens = where.netloc, float(order["rate"]), order["tokens"]
    trusted = ssl.create_default_context(cafile=order["authority"])
    loop, tick, dice = asyncio.get_running_loop(), asyncio.Event(), random.Random(order["seed"])
    phones: list[Phone] = []
    for _ in range(min(len(tokens), max(1, int(rate * 3)))):  # few reports need few sockets, else they idle to death
        _, phone = await loop.create_connection(lambda: Phone(tick), where.hostname, where.port, ssl=trusted)
        phones.append(phone)
    notes: list[dict[str, Any]] = []
    behind: list[float] = []
    begin = time.monotonic() + LEAD_S
    for number in range(int(rate * order["seconds"])):
        due = begin + number / rate
        while (wait := due - time.monotonic()) > 0:
            await asyncio.sleep(wait)
        client = str(UUID(int=dice.getrandbits(128), version=4))
        sent = time.monotonic()
        behind.append(sent - due)
        note = {"client": client, "sent": sent, "answered": 0.0, "status": 0}
        notes.append(note)
        phones[number % len(phones)].post(note, request(host, tokens[number % len(tokens)], client, dice))
        if number % 8 == 0:
            await asyncio.sleep(0)  # answers are read also when the clock runs ahead
    ends = time.monotonic() + PATIENCE_S
    while any(phone.under_way or phone.waiting for phone in phones) and (left := ends - time.monotonic()) > 0:
        tick.clear()
        try:
            await asyncio.wait_for(tick.wait(), left)
        except TimeoutError:
            break
    return {"notes": notes, "behind": behind, "connections": len(phones)}


def main() -> None:
    """Read the order, send, write what became of it."""
    order = json.load(sys.stdin)
    json.dump(uvloop.run(run(order)), sys.stdout)


if __name__ == "__main__":
    main()
