"""Servers on this machine that behave as the messengers' documents say, and check what they are sent."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict:
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True))


@dataclass(frozen=True)
class Reply:
    """What is answered; `cut` promises more than it sends, `delay_s` lets the caller wait."""

    body: dict | bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    cut: bool = False

    @property
    def raw(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body, ensure_ascii=False).encode()


class Server:
    """A server whose answers `respond` makes; a planned reply goes first, once."""

    def __init__(self, respond: Callable[[Asked], Reply]) -> None:
        self.respond = respond
        self.asked: list[Asked] = []
        self.planned: list[Reply] = []
        self.closing = threading.Event()
        self.url = ""

    @property
    def count(self) -> int:
        return len(self.asked)

    def at(self, path: str) -> list[Asked]:
        return [one for one in self.asked if one.path == path]


@contextmanager
def serving(respond: Callable[[Asked], Reply], tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    kept = Server(respond)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *args) -> None:
            pass

        def _handle(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length", "0"))
            query = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, parts.path, query, headers, self.rfile.read(length))
            kept.asked.append(asked)
            reply = kept.planned.pop(0) if kept.planned else kept.respond(asked)
            if reply.delay_s:
                kept.closing.wait(reply.delay_s)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.raw) + (100 if reply.cut else 0)))
            self.end_headers()
            self.wfile.write(reply.raw)
            self.wfile.flush()
            self.close_connection = self.close_connection or reply.cut

        def do_GET(self) -> None:
            self._handle()

        def do_POST(self) -> None:
            self._handle()

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address) -> None:
            """A caller that hung up is what some tests are about."""

    server = Quiet(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    kept.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="fake-messenger")
    thread.start()
    try:
        yield kept
    finally:
        kept.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


# ── the group robot ──────────────────────────────────────────────────────────────────────────────────────────────


class RobotSide:
    """A robot with all three security settings: token, signature, keyword."""

    def __init__(self, token: str, secret: str, keyword: str = "") -> None:
        self.token, self.secret, self.keyword = token, secret, keyword
        self.posts: list[dict] = []

    def __call__(self, asked: Asked) -> Reply:
        if asked.method != "POST" or asked.path != "/robot/send":
            return Reply({"errcode": 404, "errmsg": "no such path"}, 404)
        if asked.query.get("access_token") != self.token:
            return Reply({"errcode": 300005, "errmsg": "token is not exist"})
        if self.secret:
            stamp = asked.query.get("timestamp", "0")
            if abs(time.time() * 1000 - int(stamp)) > 3_600_000:
                return Reply({"errcode": 310000, "errmsg": "invalid timestamp"})
            digest = hmac.digest(self.secret.encode(), (stamp + "\n" + self.secret).encode(), "sha256")
            if asked.query.get("sign") != base64.b64encode(digest).decode():
                return Reply({"errcode": 310000, "errmsg": "sign not match"})
        if len(asked.body) > 20_000:
            return Reply({"errcode": 460101, "errmsg": "message too long"})
        post = asked.json()
        if self.keyword not in json.dumps(post, ensure_ascii=False):
            return Reply({"errcode": 310000, "errmsg": "keywords not in content"})
        self.posts.append(post)
        return Reply({"errcode": 0, "errmsg": "ok"})


# ── a DingTalk application ───────────────────────────────────────────────────────────────────────────────────────


class DingTalkSide:
    """An organisation: accounts by mobile number, tokens that end, notifications with a send result."""

    def __init__(self, app_key: str, app_secret: str, agent_id: int) -> None:
        self.app_key, self.app_secret, self.agent_id = app_key, app_secret, agent_id
        self.people: dict[str, str] = {}
        self.tokens: list[str] = []
        self.sent: list[tuple[int, list[str], dict]] = []
        self.fates: dict[str, str] = {}
        self.slow_results = 0
        self.had: set[tuple[str, str]] = set()
        self.lock = threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/v1.0/oauth2/accessToken":
            return self._token(asked.json())
        if asked.path.startswith("/v1.0/"):
            if asked.headers.get("x-acs-dingtalk-access-token") not in self.tokens[-1:]:
                return Reply({"code": "InvalidAuthentication", "message": "no"}, 400)
            return self._conference(asked.json())
        if asked.query.get("access_token") not in self.tokens[-1:]:
            return Reply({"errcode": 40014, "errmsg": "bad token"})
        return getattr(self, "_" + asked.path.rsplit("/", 1)[-1])(asked.json())

    def _token(self, body: dict) -> Reply:
        if (body.get("appKey"), body.get("appSecret")) != (self.app_key, self.app_secret):
            return Reply({"code": "invalidClientIdOrSecret", "message": "no", "requestid": "1"}, 400)
        with self.lock:
            self.tokens.append(f"access-{len(self.tokens)}-f00d")
        return Reply({"accessToken": self.tokens[-1], "expireIn": 7200})

    def _getbymobile(self, body: dict) -> Reply:
        userid = self.people.get(body["mobile"])
        if userid is None:
            return Reply({"errcode": 60121, "errmsg": "找不到该用户"})
        return Reply({"errcode": 0, "result": {"userid": userid}})

    def _get(self, body: dict) -> Reply:
        return Reply({"errcode": 0, "result": {"unionid": "union-" + body["userid"]}})

    def _asyncsend_v2(self, body: dict) -> Reply:
        userids = body["userid_list"].split(",")
        if len(userids) > 100 or body["agent_id"] != self.agent_id:
            return Reply({"errcode": 40035, "errmsg": "bad parameter"})
        self.sent.append((700 + len(self.sent), userids, body["msg"]))
        return Reply({"errcode": 0, "task_id": self.sent[-1][0], "request_id": "r"})

    def _getsendresult(self, body: dict) -> Reply:
        if self.slow_results > 0:
            self.slow_results -= 1
            return Reply({"errcode": 0, "send_result": {}})
        _, userids, msg = next(one for one in self.sent if one[0] == body["task_id"])
        lists: dict[str, list] = {key: [] for key in ("unread", "read", "failed", "invalid", "forbidden")}
        refused = []
        for userid in userids:
            words = (userid, json.dumps(msg))
            if words in self.had:
                lists["forbidden"].append(userid)
                refused.append({"userid": userid, "code": "143106", "count": 1})
                continue
            lists[self.fates.get(userid, "unread")].append(userid)
            self.had.add(words)
        result = {f"{key}_user_id_list": value for key, value in lists.items()}
        return Reply({"errcode": 0, "send_result": result | {"forbidden_list": refused}})

    def _conference(self, body: dict) -> Reply:
        self.sent.append((0, body["inviteUserIds"], body))
        answer = {"conferenceId": "conf-1", "externalLinkUrl": "https://meeting.invalid/j/1", "roomCode": "123 456"}
        return Reply(answer | {"conferencePassword": "0815"})


# ── the government messenger ─────────────────────────────────────────────────────────────────────────────────────


class ZwddSide:
    """A gateway that checks every signature, refuses repeated nonces and knows repeated notifications."""

    def __init__(self, app_key: str, app_secret: str, tenant: str) -> None:
        self.app_key, self.app_secret, self.tenant = app_key, app_secret, tenant
        self.people: dict[str, dict] = {}
        self.notices: dict[str, dict[str, str]] = {}
        self.todos: dict[str, dict[str, str]] = {}
        self.finished: list[dict[str, str]] = []
        self.nonces: set[str] = set()
        self.nested = False

    def __call__(self, asked: Asked) -> Reply:
        form = asked.query if asked.method == "GET" else asked.form()
        if not self._signed(asked, form):
            return Reply({"Code": "OPF-B001-05-16-0009", "Message": "SignatureDoesNotMatch", "_RequestId": "x"}, 403)
        if form.get("tenantId", self.tenant) != self.tenant:
            return Reply({"success": False, "errorCode": "TENANT_NOT_FOUND", "content": {}})
        content = self._content(asked, form)
        if self.nested:
            content = {"success": True, "content": json.dumps({"success": True, "content": content["data"]})}
            return Reply(content)
        return Reply({"success": True, "content": content, "bizErrorCode": "0"})

    def _signed(self, asked: Asked, form: dict[str, str]) -> bool:
        stamp, nonce = asked.headers["x-hmac-auth-timestamp"], asked.headers["x-hmac-auth-nonce"]
        at = datetime.fromisoformat(stamp)
        if abs(datetime.now(UTC) - at) > timedelta(minutes=5) or at.utcoffset() != timedelta(hours=8):
            return False
        if nonce in self.nonces or asked.headers["x-hmac-auth-version"] != "1.0":
            return False
        self.nonces.add(nonce)
        parameters = "&".join(f"{key}={form[key]}" for key in sorted(form))
        lines = "\n".join([asked.method, stamp, nonce, asked.path, parameters])
        expected = base64.b64encode(hmac.digest(self.app_secret.encode(), lines.encode(), hashlib.sha256)).decode()
        return asked.headers["apikey"] == self.app_key and asked.headers["x-hmac-auth-signature"] == expected

    def _content(self, asked: Asked, form: dict[str, str]) -> dict:
        data: dict | list = {}
        if asked.path == "/gettoken.json":
            data = {"accessToken": "zw-access", "expiresIn": 7200}
        elif asked.path == "/mozi/employee/get_by_mobile":
            data = self.people.get(form["mobile"], {})
        elif asked.path == "/mozi/employee/listEmployeeAccountIds":
            data = [{"accountId": 9000 + len(form["employeeCodes"]), "employeeCode": form["employeeCodes"]}]
        elif asked.path == "/message/workNotification":
            self.notices.setdefault(form["bizMsgId"], form)
            data = {"msgId": "m-" + form["bizMsgId"][:6]}
        elif asked.path == "/tc/v2/openapi/task/create.json":
            self.todos.setdefault(form["bizTaskId"], form)
            data = {"taskUuid": "t-" + form["bizTaskId"], "packageUuid": "p"}
        elif asked.path == "/tc/openapi/task/finish.json":
            self.finished.append(form)
        return {"success": True, "data": data, "responseCode": "0", "bizErrorCode": "0"}
