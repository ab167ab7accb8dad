"""How often someone may ask: one token bucket a key, in a table that cannot grow without bound."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

_NEARLY = 1e-9  # a token that rounding has made a little short is still a token


@dataclass(frozen=True, slots=True)
class Limit:
    """`rate` tokens come back each second, `burst` is how many there can be at most."""

    rate: float
    burst: float

    def __post_init__(self) -> None:
        """Refuse a limit that would let nothing through for ever."""
        if not (self.rate > 0 and self.burst >= 1):
            raise ValueError(f"a limit needs rate > 0 and burst >= 1, not {self.rate} and {self.burst}")


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float

    def refill(self, limit: Limit, now: float) -> None:
        if now > self.at:  # a clock that steps back gives nothing and takes nothing
            self.tokens = min(limit.burst, self.tokens + (now - self.at) * limit.rate)
            self.at = now

    def take(self, limit: Limit, cost: float) -> float:
        missing = cost - self.tokens
        if missing <= _NEARLY:
            self.tokens = max(0.0, -missing)
            return 0.0
        return missing / limit.rate


class TokenBuckets:
    """Buckets by key; may be asked from any thread.

    When the table is full of keys that still owe tokens, newcomers share one bucket: whoever invents addresses by the
    thousand neither fills the memory nor washes out the bucket in which his own debt is kept.
    """

    def __init__(self, limit: Limit, most: int = 4096) -> None:
        """Keep at most `most` keys."""
        if most < 1:
            raise ValueError("a table without room")
        self._limit = limit
        self._most = most
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._newcomers = _Bucket(limit.burst, float("-inf"))
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._buckets)

    def allow(self, key: str, now: float, cost: float = 1.0) -> float:
        """Take `cost` tokens and return 0, or return after how many seconds (> 0) to ask again; refusals are free.

        `now` is a monotonic time in seconds. A cost above the burst can never be paid: ValueError.
        """
        if cost > self._limit.burst:
            raise ValueError(f"{cost} tokens never fit a burst of {self._limit.burst}")
        with self._lock:
            bucket = self._bucket(key, now)
            bucket.refill(self._limit, now)
            return bucket.take(self._limit, cost)

    def peek(self, key: str, now: float, cost: float = 1.0) -> float:
        """Return what `allow` would, without taking anything."""
        with self._lock:
            held = self._buckets.get(key)
            if held is None:
                return 0.0
            held.refill(self._limit, now)
            return _Bucket(held.tokens, held.at).take(self._limit, cost)

    def forget(self, key: str) -> None:
        """Drop what is known of a key (its device was revoked, its owner forgiven)."""
        with self._lock:
            self._buckets.pop(key, None)

    def _bucket(self, key: str, now: float) -> _Bucket:
        bucket = self._buckets.get(key)
        if bucket is None:
            self._drop_the_full(now)
            if len(self._buckets) >= self._most:
                return self._newcomers
            bucket = self._buckets[key] = _Bucket(self._limit.burst, now)
        self._buckets.move_to_end(key)
        return bucket

    def _drop_the_full(self, now: float) -> None:
        """A bucket untouched for as long as it takes to fill is as good as none."""
        filled_within = self._limit.burst / self._limit.rate
        while self._buckets:
            oldest = next(iter(self._buckets.values()))
            if now - oldest.at < filled_within:
                return
            self._buckets.popitem(last=False)


def source_key(address: str) -> str:
    """Return the key of whoever speaks from an address: IPv6 hosts own a whole /64, IPv4 in IPv6 is IPv4."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address) + "/64"
    return str(parsed)
