"""What is thrown at the gateway: sound messages, sound ones with something wrong, rubbish; and whom it is thrown at."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import UUID

from data.gateway.inbound import read
from data.gateway.ports import EnrolmentAsked
from data.model.field import PhoneRole
from tests.data.gateway.linked import BASE, HOST, House, cookie, message, phone
from tests.data.gateway.pictures import jpeg, mp4, ogg, webm

NOW = datetime(2026, 7, 1, tzinfo=UTC)
PATHS = (
    "/api/send", "/api/send", "/api/send", "/api/file", "/api/file", "/api/positions", "/api/enrol", "/api/mine",
    "/api/me", "/api/line", "/api/enrol/x", "/", "/api/file/" + "0" * 64, "/sw.js", "/desk/line", "/call/", "/ca",
    "/api", "//api/send",
)  # fmt: skip
AWKWARD = (
    "", "\x00", "\u202e", "..", "../" * 12, "%00", "%2e%2e%2f", "'; DROP TABLE journal;--", "<script>1</script>",
    "${jndi:ldap://x}", "\ud83d", "９９", "1e999", "NaN", "-1", "A" * 300, "\r\nX: y", "{{7*7}}", "0" * 64, "P001",
    "9" * 400, "安澜", "null", "true", "\u0000", "\uffff", "P" * 81,
)  # fmt: skip
KEYS = (
    "client", "kind", "at", "body", "category", "text", "grade", "lon", "lat", "photos", "digest", "task", "move",
    "push", "answer", "muster", "watch", "well", "register", "ids", "state", "patrol", "section", "about", "points",
    "accuracy_m", "code", "name", "elements", "t", "call", "to", "sdp", "candidate", "type", "attempt", "position",
    "note", "count",
)  # fmt: skip
WORDS = (
    "report", "note", "task", "push", "muster", "watch", "whereabouts", "patrol_start", "patrol_end", "pictures", "E1",
    "E9", "growers", "told", "present", "gps", "finish", "seen", "reports/R1", "2026-07-01T00:00:00Z",
    "9999-12-31T23:59:59+23:59", "0001-01-01T00:00:00-23:59", "2026-07-01T00:00:00",
    "0" * 8 + "-0000" * 3 + "-" + "0" * 12,
)  # fmt: skip
SOUND = (
    message(),
    message("report", {"category": "E1", "kind": "渗水", "grade": 1, "lon": 113.6, "lat": 34.9, "elements": {}}),
    message("task", {"task": "T1", "move": "finish", "count": 3}),
    message("push", {"push": "P1", "answer": "answered"}),
    message("whereabouts", {"register": "growers", "ids": ["G1"], "state": "told"}),
    message("patrol_end", {"patrol": "x"}),
    message("pictures", {"about": "reports/R1", "photos": ["0" * 64]}),
    {"points": [{"at": "2026-07-01T00:00:00Z", "lon": 113.6, "lat": 34.9}]},
    {"code": "A" * 22, "name": "红米"},
)
SUITS = {"/api/positions": SOUND[7], "/api/enrol": SOUND[8]}
NAMES = (
    "host", "origin", "content-type", "content-length", "transfer-encoding", "cookie", "x-client", "if-none-match",
    "user-agent", "x-forwarded-for", "x-forwarded-host", "range", "accept-encoding", "sec-fetch-site", "connection",
    "upgrade", "expect", "authorization", "forwarded", "x-original-url", "content-encoding", "te",
)  # fmt: skip
VALUES = (
    b"127.0.0.1", HOST.encode(), BASE.encode(), b"null", b"chunked", b"gzip", b"image/jpeg", b"*", b"video/mp4", b"-1",
    b"application/json; charset=utf-7", b"0", b"99999999999", b"bytes=0-5,9-", b"__Host-anlan=" + b"A" * 43,
    b"multipart/form-data; boundary=" + b"-" * 80,
)  # fmt: skip
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "CONNECT", "", "X" * 40)
WRITES = ("/api/send", "/api/file", "/api/positions", "/api/enrol")
MEDIA = (b"application/json", b"image/jpeg", b"video/mp4", b"audio/ogg", b"video/webm", b"image/png")
MAGIC = ((b"\xff\xd8", b"image/jpeg"), (b"PNG", b"image/png"), (b"RIFF", b"image/webp"), (b"ftyp", b"video/mp4"),
         (b"OggS", b"audio/ogg"), (b"\x1aE", b"video/webm"))  # fmt: skip
PICTURES = (jpeg(place=(113.6, 34.9)), jpeg(kind="PNG"), jpeg(kind="WEBP"), jpeg(orientation=6))
CLIPS = (
    ("video/mp4", mp4(3)),
    ("video/webm", webm(2)),
    ("audio/webm", webm(None, (0, 1))),
    ("audio/ogg", ogg(1)),
)
CALL_WORDS = (
    "hello", "ring", "accept", "refuse", "hang", "sdp", "ice", "media", "recording", "mute", "callin", "busy", "gone",
    "mine", "bye", "key", "state",
)  # fmt: skip
OFFER = {"type": "offer", "sdp": "v=0\r\na=candidate:1 1 udp 1 0b0f8f9e-3a4b-4c5d-8e6f-7a8b9c0d1e2f.local 9 typ host"}


FILES = (*PICTURES, *(body for _, body in CLIPS))


class Thrower(Random):
    """Makes what is thrown; the same seed makes the same."""

    def scalar(self):
        match self.randrange(8):
            case 0:
                return None
            case 1:
                return self.random() < 0.5
            case 2:
                return self.choice((0, 1, -1, 2**31, 2**63, 2**64, -(2**70), 10**400, self.randrange(1000)))
            case 3:
                return self.choice((0.0, -0.0, 1e308, 5e-324, 113.6, 34.9, float("inf"), float("nan"), -181.0))
            case 4:
                return self.choice(WORDS)
            case 5:
                return "".join(chr(self.choice((self.randrange(128), self.randrange(0x110000)))) for _ in range(9))
            case _:
                return self.choice(AWKWARD)

    def value(self, depth=0):
        if depth > 3 or self.random() < 0.6:
            return self.scalar()
        if self.random() < 0.5:
            return [self.value(depth + 1) for _ in range(self.randrange(4))]
        return {self.choice((*KEYS, *AWKWARD)): self.value(depth + 1) for _ in range(self.randrange(5))}

    def damaged(self, sound: bytes) -> bytes:
        """A sound thing with a few bytes changed, cut out, put in or moved to the end."""
        body = bytearray(sound)
        for _ in range(self.randrange(5)):
            at = self.randrange(len(body) + 1)
            match self.randrange(5):
                case 0 if at < len(body):
                    body[at] = self.randrange(256)
                case 1:
                    del body[at : at + self.randrange(1, 40)]
                case 2:
                    body[at:at] = self.randbytes(self.randrange(12))
                case 3:
                    del body[at:]
                case _:
                    body += body[: self.randrange(60)]
        return bytes(body)

    def almost(self, sound) -> bytes:
        """A sound message with some fields replaced by anything."""
        made = json.loads(json.dumps(sound))
        if "client" in made:
            made["client"] = str(UUID(int=self.getrandbits(128)))
        for _ in range(self.randrange(4)):
            place = made["body"] if isinstance(made.get("body"), dict) and self.random() < 0.7 else made
            place[self.choice((*place, *KEYS) if self.random() < 0.7 else KEYS)] = self.value()
        return dumped(made)

    def body(self, path: str) -> bytes:
        sound = SUITS.get(path) or self.choice(SOUND)
        match self.randrange(8):
            case 0:
                return self.damaged(dumped(sound))
            case 1:
                return dumped(self.value())
            case 2:
                return self.randbytes(self.randrange(200))
            case 3:
                return self.damaged(self.choice(FILES))
            case 4 if self.random() < 0.1:
                return b"[" * 5000
            case _:
                return self.almost(sound) if path != "/api/file" else self.damaged(self.choice(FILES))

    def request(self):
        """A request; most are nearly right, so that they come far in."""
        path = self.choice(PATHS)
        if self.random() < 0.15:
            path += self.choice(AWKWARD)
        headers, body = [], self.body(path)
        if self.random() < 0.95:
            client = str(UUID(int=self.getrandbits(128))).encode()
            headers = [(b"host", HOST.encode()), (b"origin", BASE.encode()), (b"x-client", client)]
            fitting = next((media for start, media in MAGIC if body[:8].find(start) >= 0), MEDIA[0])
            headers.append((b"content-type", fitting if self.random() < 0.8 else self.choice(MEDIA)))
        if self.random() < 0.25:
            for _ in range(self.randrange(1, 4)):
                value = self.choice(VALUES) if self.random() < 0.6 else self.scalar()
                text = value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
                headers.append((self.choice(NAMES).encode(), text))
        fits = "POST" if path.startswith(WRITES) and not path.endswith(("x", "0")) else "GET"
        method = fits if self.random() < 0.85 else self.choice(METHODS)
        return method, path, headers, body, self.randrange(4), self.choice((0, 2, 3, 3, 3, 4, 5))

    def said(self) -> str | bytes:
        """A message of a live line."""
        match self.randrange(8):
            case 0:
                return self.randbytes(self.randrange(80))
            case 1:
                return self.choice(AWKWARD)
            case 2:
                return json.dumps(self.value())
        made = {"t": self.choice(CALL_WORDS), "call": self.choice(("c1", "c1", "video-1")), "to": "phone-1"}
        made |= {"sdp": OFFER, "candidate": {"candidate": "candidate:1", "sdpMid": "0", "sdpMLineIndex": 0}}
        made |= {"state": self.choice(("connected", "failed", "fallback")), "on": True, "audio": True, "video": False}
        for _ in range(self.randrange(3)):
            made[self.choice((*made, "about", "why", "visible", "from", "attempt", "name", "label"))] = self.value()
        text = json.dumps(made)
        return text if self.random() < 0.9 else text.encode()


def dumped(value) -> bytes:
    return json.dumps(value).encode("utf-8", "surrogatepass")


class Listener(logging.Handler):
    """Hears what must not be written: tracebacks, errors, raw control characters."""

    def __init__(self):
        super().__init__()
        self.bad = []

    def emit(self, record):
        text = record.getMessage()
        if record.exc_info or record.levelno >= logging.ERROR or not all(m.isprintable() for m in text):
            self.bad.append(text)


class Target:
    """A house with every kind of caller, and what it looked like before."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        held = [phone("phone-1", "P001"), phone("phone-2", "P002", PhoneRole.OBSERVER),
                phone("phone-3", "P003", revoked_at=NOW)]  # fmt: skip
        page = folder / "index.html"
        page.write_text("page", encoding="utf-8")
        self.house = House(
            folder, *(device for device, _ in held), pages={"/": page, "/index.html": page, "/sw.js": page}
        )
        _, self.code = self.house.invitations.invite("P009", "grid_worker", "op")
        self.tokens = ["", "", "A" * 43, *(token for _, token in held)]
        self.situation = self.house.shown.now
        self.taken = 0
        self.answers = Counter()
        self.runner = asyncio.Runner()
        self.listener = Listener()
        logging.getLogger().addHandler(self.listener)

    def close(self):
        logging.getLogger().removeHandler(self.listener)
        self.runner.close()

    async def ask(self, method, path, headers, body, pieces, who):
        headers = [*headers, *([(b"cookie", cookie(self.tokens[who])["cookie"].encode())] if self.tokens[who] else [])]
        parts = [body[at :: max(1, pieces)] for at in range(max(1, pieces))] if pieces > 1 else [body]
        sent = []

        async def receive():
            if not parts:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

        async def send(what):
            sent.append(what)

        scope = {
            "type": "http", "http_version": "1.1", "method": method, "path": path, "scheme": "https",
            "raw_path": path.encode("utf-8", "replace"), "query_string": b"", "root_path": "", "headers": headers,
            "client": ("10.0.0.5", 4000), "server": ("127.0.0.1", 8843), "state": {},
        }  # fmt: skip
        await self.house.app(scope, receive, send)
        assert sent[0]["type"] == "http.response.start"
        assert sent[0]["status"] < 500, (sent, method, path, headers, body)
        names = {name for name, _ in sent[0]["headers"]}
        assert b"content-security-policy" in names
        for name, value in sent[0]["headers"]:
            assert not {10, 13, 0} & {*name, *value}
        self.answers[sent[0]["status"], path if path in PATHS else "other"] += 1
        self.taken += sent[0]["status"] == 201 and path == "/api/send"
        text = b"".join(one.get("body", b"") for one in sent[1:])
        assert b"Traceback" not in text
        if sent[0]["status"] >= 400 and method != "HEAD":
            assert set(json.loads(text)) <= {"error", "wipe"}

    def unharmed(self):
        memory = self.house.memory
        assert self.listener.bad == []
        assert len(memory.kept) == self.taken
        assert {one.device for one in memory.kept.values()} <= {"phone-1", "phone-2"}
        assert all(str(UUID(one.client)) == one.client and read(one.kind, one.body) for one in memory.kept.values())
        assert all(one.device in {"phone-1", "phone-2"} for one in memory.positions)
        assert not any(isinstance(event, EnrolmentAsked) for event in memory.events)
        assert [one.stage.value for one in self.house.invitations.listed()] == ["open"]
        assert self.house.shown.now is self.situation
        memory.kept.clear()
        memory.positions.clear()
        self.taken = 0
