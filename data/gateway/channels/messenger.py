"""What the messenger channels share: wording, cutting at a byte limit, token and account memory, reading answers."""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from data.gateway.channels.http import Trouble
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import Delivery, Message, OutboundRefused, Recipient, marked

CUT_MARK = "……（未完）"
BEIJING = ZoneInfo("Asia/Shanghai")

_MOBILE = re.compile(r"(?:\+?86)?(1[3-9][0-9]{9})", re.ASCII)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~])")


@dataclass(frozen=True, slots=True)
class Wording:
    """A message as the messengers word it, marked as an exercise outside live."""

    title: str
    text: str
    link: str

    def lines(self, *further: str) -> str:
        """Return it as plain text, one part a line."""
        return "\n".join(part for part in (self.title, self.text, *further, self.link) if part)


def wording(message: Message) -> Wording:
    """Return the words of a message without characters that no messenger shows."""
    said = marked(message)
    return Wording(clean(said.title).replace("\n", " "), clean(said.text), clean(said.link))


def clean(text: str) -> str:
    """Drop control characters and halves of characters; keep line breaks and tabs."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return _CONTROLS.sub("", whole)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands, line by line."""
    return "  \n".join(_MARKDOWN.sub(r"\\\1", line) for line in text.split("\n"))


def fitting(text: str, render: Callable[[str], bytes], limit_bytes: int) -> bytes | None:
    """Return what `render` makes of the longest beginning of `text` that stays within the limit, marked where cut.

    None when not even the mark alone fits.
    """
    whole = render(text)
    if len(whole) <= limit_bytes:
        return whole
    kept, low, high = None, 0, len(text) - 1
    while low <= high:
        middle = (low + high) // 2
        tried = render(text[:middle] + CUT_MARK)
        if len(tried) <= limit_bytes:
            kept, low = tried, middle + 1
        else:
            high = middle - 1
    return kept


def sent_time(message: Message) -> datetime:
    """Return when the message was sent, in Beijing time; a repeat of the same push keeps its time."""
    return (message.sent_at or datetime.now(UTC)).astimezone(BEIJING)


def mobile_of(address: str) -> str:
    """Return the eleven digits of a mobile number, or nothing when the address is something else."""
    found = _MOBILE.fullmatch(re.sub(r"[\s-]", "", address))
    return found[1] if found else ""


def names(recipients: Sequence[Recipient]) -> str:
    """Return whom it is for, for a dry run."""
    return "、".join(one.name or one.person for one in recipients)


def refuse_outside_live(channel: Channel, realm: Realm, *, exercise: bool) -> None:
    """Keep the port's rule for what does not pass the port: conferences and to-dos reach people, too."""
    if realm is not Realm.LIVE and not exercise:
        raise OutboundRefused(channel, realm)


def failed(recipients: Iterable[Recipient], trouble: Trouble) -> tuple[Delivery, ...]:
    """Return one failure a recipient."""
    return tuple(failure(one, trouble) for one in recipients)


def failure(recipient: Recipient, trouble: Trouble) -> Delivery:
    """Return the failure of one recipient."""
    return Delivery(recipient.person, Outcome.FAILED, detail=trouble.detail, retry_after_s=trouble.retry_after_s)


# ── reading what the other side said ─────────────────────────────────────────────────────────────────────────────


def text_at(told: Mapping[str, object], key: str) -> str:
    """Return a text or a number as text, else nothing."""
    value = told.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def whole_at(told: Mapping[str, object], key: str) -> int | None:
    """Return a whole number, also one written as text, else None."""
    text = text_at(told, key)
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else None


def part_at(told: Mapping[str, object], key: str) -> dict[str, object]:
    """Return an inner object, else an empty one."""
    value = told.get(key)
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def list_at(told: Mapping[str, object], key: str) -> list[object]:
    """Return an inner list, else an empty one."""
    value = told.get(key)
    return cast("list[object]", value) if isinstance(value, list) else []


def objects_at(told: Mapping[str, object], key: str) -> list[dict[str, object]]:
    """Return the objects of an inner list."""
    return [cast("dict[str, object]", one) for one in list_at(told, key) if isinstance(one, dict)]


def code_of(text: str) -> str:
    """Return what the other side calls its error as a short code that can hold neither address nor secret."""
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9_.]{0,63}|[A-Z0-9-]{1,32}", text) else "refused"


# ── memory ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Token:
    """An access token and how long it holds."""

    value: str = field(repr=False)
    valid_s: float


class TokenCache:
    """One access token for all threads, renewed a while before it ends."""

    def __init__(self, margin_s: float = 300.0) -> None:
        """Start without a token."""
        self._margin_s = margin_s
        self._lock = threading.Lock()
        self._value = ""
        self._until = 0.0

    def get(self, fetch: Callable[[], Token | Trouble]) -> str | Trouble:
        """Return the token, fetching it when there is none; others wait meanwhile so that it is fetched once."""
        with self._lock:
            if self._value and time.monotonic() < self._until:
                return self._value
            fetched = fetch()
            if isinstance(fetched, Trouble):
                return fetched
            margin_s = min(self._margin_s, fetched.valid_s / 2)
            self._value, self._until = fetched.value, time.monotonic() + fetched.valid_s - margin_s
            return fetched.value

    def drop(self, value: str) -> None:
        """Forget a token that the other side no longer takes, unless another thread has renewed it meanwhile."""
        with self._lock:
            if self._value == value:
                self._value = ""


class Accounts:
    """Which account belongs to a mobile number, for a day, for at most so many people; in memory only."""

    def __init__(self, hold_s: float = 86_400.0, most: int = 20_000) -> None:
        """Start empty."""
        self._hold_s = hold_s
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def get(self, mobile: str) -> str:
        """Return the account, or nothing when it has to be asked for."""
        with self._lock:
            account, until = self._known.get(mobile, ("", 0.0))
            return account if time.monotonic() < until else ""

    def keep(self, mobile: str, account: str) -> None:
        """Remember an account."""
        with self._lock:
            self._known[mobile] = (account, time.monotonic() + self._hold_s)
            self._known.move_to_end(mobile)
            while len(self._known) > self._most:
                self._known.popitem(last=False)

    def drop(self, account: str) -> None:
        """Forget an account that the other side does not know any more."""
        with self._lock:
            for mobile in [mobile for mobile, (known, _) in self._known.items() if known == account]:
                del self._known[mobile]


class Pace:
    """At most so many messages in a minute; after a complaint of the other side none for a while."""

    def __init__(self) -> None:
        """Start fresh."""
        self._lock = threading.Lock()
        self._sent: list[float] = []
        self._held_until = 0.0

    def take(self, per_minute: int, now: float | None = None) -> float:
        """Take one place and return 0, or return the seconds until there is one."""
        at = time.monotonic() if now is None else now
        with self._lock:
            if at < self._held_until:
                return self._held_until - at
            self._sent = [one for one in self._sent if at - one < 60.0]
            if len(self._sent) >= per_minute:
                return 60.0 - (at - self._sent[-per_minute]) if per_minute > 0 else 60.0
            self._sent.append(at)
            return 0.0

    def hold(self, for_s: float, now: float | None = None) -> None:
        """Send nothing for a while."""
        at = time.monotonic() if now is None else now
        with self._lock:
            self._held_until = max(self._held_until, at + for_s)


class Seen:
    """The last ids that were handled: the other side may repeat itself."""

    def __init__(self, most: int = 4096) -> None:
        """Start with none."""
        self._most = most
        self._ids: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        """Whether this id was handled."""
        return key in self._ids

    def add(self, key: str) -> None:
        """Note an id as handled."""
        self._ids[key] = None
        self._ids.move_to_end(key)
        while len(self._ids) > self._most:
            self._ids.popitem(last=False)
