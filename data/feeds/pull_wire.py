"""One GET that a hostile or broken server cannot turn against the desk: bounded in time, size and where it leads."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import httpcore

if TYPE_CHECKING:
    import httpx

HOPS: Final = 3
_WINDOW: Final = 32 + zlib.MAX_WBITS  # gzip or zlib, whichever it is
_UNZIP: Final = frozenset({"gzip", "x-gzip", "deflate"})


class PullTrouble(Exception):
    """Nothing came of it; `code` and `params` say why, `passing` that the next round may do better.

    address ca_file no_secret(name) bad_secret(name) connect timeout tls cut redirect(to) redirects http(status)
    too_large(limit) bomb(limit) encoding(name) web_page wrong_type(type) empty bad_json(at) no_rows(path)
    too_many_rows(limit) and the reasons of a table that cannot be read
    """

    def __init__(self, code: str, *, passing: bool = False, **params: str) -> None:
        super().__init__(code, params)
        self.code, self.passing, self.params = code, passing, params


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave to ask with next time."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: `unchanged` for 304, else the body, unpacked."""

    body: bytes = field(default=b"", repr=False)
    kind: str = ""  # content type, without parameters
    validators: Validators = Validators()
    unchanged: bool = False


def get(url: str, headers: Mapping[str, str], timeout_s: float, max_bytes: int, ca_file: str = "") -> Reply:
    """Ask once. All of it, redirects included, is over within twice the time-out; PullTrouble for whatever is wrong."""
    import httpx

    context = _context(url, ca_file)
    deadline = time.monotonic() + 2 * timeout_s
    sent = {"Accept-Encoding": "gzip", "Connection": "close", **headers}
    try:
        here = httpx.URL(url)
        backend = _Hasty(httpcore.SyncBackend(), deadline)
        with httpcore.ConnectionPool(ssl_context=context, network_backend=backend) as pool:
            for _ in range(HOPS + 1):
                reply = _ask(pool, here, sent, timeout_s, max_bytes)
                if isinstance(reply, Reply):
                    return reply
                here = _within(here, reply)
    except httpx.InvalidURL:
        raise PullTrouble("address") from None
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, UnicodeError) as error:
        raise _trouble(error) from error
    raise PullTrouble("redirects")


def _context(url: str, ca_file: str) -> ssl.SSLContext | None:
    """Return what TLS trusts: one authority's file, or the public ones; reading those takes longer than an answer."""
    import httpx

    try:
        if ca_file:
            return ssl.create_default_context(cafile=ca_file)
        return httpx.create_ssl_context(trust_env=False) if url.casefold().startswith("https:") else None
    except (OSError, ssl.SSLError):
        raise PullTrouble("ca_file") from None


def _ask(
    pool: httpcore.ConnectionPool, url: httpx.URL, headers: Mapping[str, str], timeout_s: float, max_bytes: int
) -> Reply | str:
    """Return the reply, or the address that it leads to."""
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    host = url.netloc.decode("ascii")
    limits = dict.fromkeys(("connect", "read", "write", "pool"), timeout_s)
    with pool.stream("GET", target, headers={"Host": host, **headers}, extensions={"timeout": limits}) as answer:
        told = {name.decode("latin-1").casefold(): value.decode("latin-1") for name, value in answer.headers}
        if answer.status == 304:
            return Reply(unchanged=True)
        if answer.status in {301, 302, 303, 307, 308} and told.get("location"):
            return told["location"]
        if answer.status != 200:
            again = answer.status in {408, 425, 429} or answer.status >= 500
            raise PullTrouble("http", passing=again, status=str(answer.status))
        body = _body(answer.iter_stream(), told.get("content-encoding", ""), max_bytes)
        kind = told.get("content-type", "").partition(";")[0].strip().casefold()
        return Reply(body, kind, Validators(_kept(told.get("etag", "")), _kept(told.get("last-modified", ""))))


def _body(chunks: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    names = [name.strip().casefold() for name in encoding.split(",") if name.strip() and name.strip() != "identity"]
    if len(names) > 1 or (names and names[0] not in _UNZIP):
        raise PullTrouble("encoding", name=encoding[:60])
    unzip = zlib.decompressobj(_WINDOW) if names else None
    body, wire = bytearray(), 0
    for chunk in chunks:
        wire += len(chunk)
        if wire > max_bytes:
            raise PullTrouble("too_large", limit=str(max_bytes))
        if unzip is None:
            body += chunk
            continue
        try:
            body += unzip.decompress(chunk, max_bytes + 1 - len(body))
        except zlib.error:
            raise PullTrouble("encoding", name=encoding[:60]) from None
        if len(body) > max_bytes or unzip.unconsumed_tail:
            raise PullTrouble("bomb", limit=str(max_bytes))
    if unzip is not None and not unzip.eof:
        raise PullTrouble("cut", passing=True)
    return bytes(body)


def _kept(validator: str) -> str:
    """Return what may be sent back as a header."""
    return validator if len(validator) <= 200 and validator.isascii() and validator.isprintable() else ""


def _within(here: httpx.URL, location: str) -> httpx.URL:
    """Follow a redirect on the same host and port; from http to https of the same host too, never back."""
    there = here.join(location)
    same = (there.scheme, there.host, _port(there)) == (here.scheme, here.host, _port(here))
    raised = here.scheme == "http" and there.scheme == "https" and there.host == here.host and _port(there) == 443
    if there.userinfo or not (same or raised):
        raise PullTrouble("redirect", to=there.host[:100])
    return there


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _trouble(error: Exception) -> PullTrouble:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return PullTrouble("tls")
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore.TimeoutException):
        return PullTrouble("timeout", passing=True)
    if isinstance(error, httpcore.ConnectError):
        return PullTrouble("connect", passing=True)
    return PullTrouble("cut", passing=True)


class _Hasty(httpcore.NetworkBackend):
    """Holds every wait to what is left of the whole: a server that drips headers cannot keep a thread."""

    def __init__(self, inner: httpcore.NetworkBackend, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect."""
        left = _left(timeout, self._deadline, httpcore.ConnectTimeout)
        stream = self._inner.connect_tcp(host, port, left, local_address, socket_options)
        return _HastyStream(stream, self._deadline)


class _HastyStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read."""
        return self._inner.read(max_bytes, _left(timeout, self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write."""
        self._inner.write(buffer, _left(timeout, self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS."""
        left = _left(timeout, self._deadline, httpcore.ConnectTimeout)
        return _HastyStream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Say something of the connection."""
        return self._inner.get_extra_info(info)


def _left(timeout: float | None, deadline: float, error: type[Exception]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise error
    return left if timeout is None else min(timeout, left)
