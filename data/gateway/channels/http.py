"""One careful way to speak HTTP: time-outs, no redirects, capped answers, errors as values, nothing in any log."""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import quote, urlencode, urlsplit

if TYPE_CHECKING:
    import httpx

RETRY_S = 30.0
MAX_RETRY_S = 900.0
ANSWER_CAP_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a call came to nothing; with `retry_after_s` it is worth another try."""

    detail: str
    retry_after_s: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `trouble` is None only for 2xx; an error answer may still have a body worth reading."""

    status: int = 0
    body: bytes = field(default=b"", repr=False)
    trouble: Trouble | None = None

    def json(self) -> dict[str, object]:
        """Return the body as a JSON object; empty when it is anything else."""
        try:
            parsed: object = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}

    def told(self) -> dict[str, object] | Trouble:
        """Return the JSON object of a good answer, else what is wrong with it."""
        if self.trouble is not None:
            return self.trouble
        return self.json() or Trouble("bad_answer", RETRY_S)


class Wire:
    """Calls to one server, to be used as a context; may be shared by threads while it is open.

    It stands on the transport of httpx, not on its client: the client writes every address into its log, and
    these addresses carry tokens and signatures. Proxies of the surroundings are not used.
    """

    def __init__(
        self,
        base_url: str,
        timeout_s: float = 5.0,
        *,
        ca_file: str = "",
        plain: bool = False,
        cap_bytes: int = ANSWER_CAP_BYTES,
    ) -> None:
        """Take the server's address; without TLS only this machine is spoken to, unless `plain` says so."""
        self._base_url = base_url.rstrip("/")
        self._timeout_s = timeout_s
        self._ca_file = ca_file
        self._plain = plain
        self._cap_bytes = cap_bytes
        self._transport: httpx.HTTPTransport | None = None
        self._trouble: Trouble | None = None

    def __enter__(self) -> Self:
        """Make the connection pool; a wrong address or authority file is told by the first call."""
        import httpx

        self._trouble = address_trouble(self._base_url, plain=self._plain)
        if self._trouble is None:
            try:
                context = tls_context(self._ca_file)
            except (OSError, ssl.SSLError):
                self._trouble = Trouble("ca_file")
            else:
                self._transport = httpx.HTTPTransport(verify=context, trust_env=False)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def get(
        self, path: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for a path."""
        return self.call("GET", path, params=params, headers=headers)

    def post_json(
        self,
        path: str,
        body: Mapping[str, object] | bytes,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Post a JSON object, or bytes that already are one."""
        content = body if isinstance(body, bytes) else to_json(body)
        kind = {"Content-Type": "application/json; charset=utf-8"}
        return self.call("POST", path, params=params, headers={**kind, **(headers or {})}, content=content)

    def post_form(self, path: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """Post a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        return self.call(
            "POST", path, headers={**kind, **(headers or {})}, content=urlencode(form, errors="replace").encode()
        )

    def call(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
    ) -> Answer:
        """Send one request and read its answer within about twice the time-out; the world's errors are in it."""
        import httpx

        if self._transport is None:
            return Answer(trouble=self._trouble or Trouble("closed"))
        query = "?" + urlencode(params, errors="replace", quote_via=quote) if params else ""
        try:
            request = httpx.Request(
                method,
                self._base_url + path + query,
                headers={"Accept": "application/json", "Accept-Encoding": "identity", **(headers or {})},
                content=content,
                extensions={"timeout": httpx.Timeout(self._timeout_s).as_dict()},
            )
        except (httpx.InvalidURL, UnicodeError):
            return Answer(trouble=Trouble("address"))
        deadline = time.monotonic() + 2 * self._timeout_s
        try:
            response = self._transport.handle_request(request)
            try:
                return self._read(response, deadline)
            finally:
                response.close()
        except httpx.TransportError as error:
            return Answer(trouble=_trouble_of(error))

    def _read(self, response: httpx.Response, deadline: float) -> Answer:
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > self._cap_bytes:
                return Answer(response.status_code, trouble=Trouble("answer_too_long"))
            if time.monotonic() > deadline:
                return Answer(response.status_code, trouble=Trouble("timeout", RETRY_S))
        wait = retry_after(response.headers.get("Retry-After", ""))
        return Answer(response.status_code, bytes(body), status_trouble(response.status_code, wait))


def status_trouble(status: int, retry_after_s: float = RETRY_S) -> Trouble | None:
    """Say what a status means: too busy and broken servers are tried again, refusals and redirects are not."""
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return Trouble("redirect")
    if status == 429:
        return Trouble("busy", retry_after_s)
    if status == 408 or status >= 500:
        return Trouble(f"http_{status}", retry_after_s)
    return Trouble(f"http_{status}")


def retry_after(header: str, now: datetime | None = None) -> float:
    """Return the seconds that a Retry-After asks for, between one second and a quarter of an hour."""
    text = header.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return min(max(float(text), 1.0), MAX_RETRY_S)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return RETRY_S
    aware = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
    return min(max((aware - (now or datetime.now(UTC))).total_seconds(), 1.0), MAX_RETRY_S)


def address_trouble(
    address: str, *, plain: bool = False, schemes: tuple[str, str] = ("https", "http")
) -> Trouble | None:
    """Say why this address is not called: no host, user names in it, or no TLS to another machine."""
    secure, clear = schemes
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return Trouble("address")
    if not host or parts.username is not None or parts.query or parts.fragment or parts.scheme not in schemes:
        return Trouble("address")
    if parts.scheme == secure or plain or _is_this_machine(host):
        return None
    return Trouble("no_tls" if parts.scheme == clear else "address")


def tls_context(ca_file: str = "") -> ssl.SSLContext:
    """Return what TLS trusts: the public authorities, or only the one of this file."""
    import httpx

    return ssl.create_default_context(cafile=ca_file) if ca_file else httpx.create_ssl_context()


def to_json(value: Mapping[str, object]) -> bytes:
    """Write JSON as these servers count it: UTF-8, no spaces, no escapes where none is needed."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _trouble_of(error: httpx.TransportError) -> Trouble:
    import httpx

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return Trouble("tls")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.TimeoutException):
        return Trouble("timeout", RETRY_S)
    if isinstance(error, httpx.ConnectError):
        return Trouble("connect", RETRY_S)
    if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
        return Trouble("cut", RETRY_S)
    return Trouble("http")
