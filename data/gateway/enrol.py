"""How a phone is let in: a one-time code from the desk, a person who looks at name and device, one token."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock

from data.gateway.limits import Limit, TokenBuckets, source_key
from data.model.steps import Realm

CODE_LASTS = timedelta(minutes=10)
COOKIE = "__Host-anlan"
DRILL_COOKIE = "__Host-anlan-drill"
"""Cookies know no ports: a drill beside the live desk must neither hear its phones' tokens nor replace them."""
COOKIE_LASTS = timedelta(days=180)
WRONG_CODES = Limit(rate=1 / 60, burst=5)
MOST = 512
_ASKED_AGAIN = timedelta(minutes=1)  # an answer lost on the air is asked for again within this
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class EnrolTrouble(Exception):
    """A phone cannot be let in. `code` names the reason, `params` what it is about.

    unknown_code, used_code, expired_code, too_many_tries (retry_after_s), too_many_open, unknown_ticket,
    not_possible (stage: what has become of the invitation).
    """

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params


class Stage(StrEnum):
    """How far an invitation has come."""

    OPEN = "open"  # nobody has used the code
    WAITING = "waiting"  # a phone has; the operator must look at it
    CONFIRMING = "confirming"  # the operator said yes; it is being written down
    CONFIRMED = "confirmed"  # it is written down; the phone may fetch its token
    ENROLLED = "enrolled"  # the phone has it
    REFUSED = "refused"
    EXPIRED = "expired"


ENDED = frozenset({Stage.ENROLLED, Stage.REFUSED, Stage.EXPIRED})


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the desk shows of an invitation: never the code, which is told once, when it is made."""

    id: str
    person: str
    role: str
    by: str
    expires_at: datetime
    stage: Stage = Stage.OPEN
    pairing: str = ""  # four digits, on both screens, so that the operator confirms the phone before him
    device_name: str = ""
    user_agent: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Redeemed:
    """What the phone gets for a good code: the number to show, and the ticket with which it asks how things stand."""

    ticket: str = field(repr=False)
    pairing: str
    expires_at: datetime
    invitation_id: str  # for the gateway, which tells the desk; not for the phone


@dataclass(frozen=True, slots=True)
class Standing:
    """Answer to the phone's question. `token` is there when the operator said yes, and then once."""

    stage: Stage
    person: str
    role: str
    token: str = field(default="", repr=False)


@dataclass(slots=True)
class _Kept:
    shown: Invitation
    code_hash: str
    ticket_hash: str = ""
    token: str = field(default="", repr=False)

    def turn(self, stage: Stage, expires_at: datetime) -> None:
        self.shown = replace(self.shown, stage=stage, expires_at=expires_at)
        if stage in {Stage.REFUSED, Stage.EXPIRED}:
            self.token = ""


class Invitations:
    """The invitations of this run, in memory only: a restart of the desk makes every code worthless.

    May be used from any thread. The desk: invite → (phone redeems) → confirm, write the hash down, release.
    """

    def __init__(self, clock: Callable[[], datetime], *, most: int = MOST, wrong: Limit = WRONG_CODES) -> None:
        """Keep at most `most` invitations at a time; `clock` returns aware times."""
        self._clock = clock
        self._most = most
        self._kept: dict[str, _Kept] = {}
        self._tries = TokenBuckets(wrong, most=1024)
        self._lock = Lock()

    def invite(self, person: str, role: str, by: str) -> tuple[Invitation, str]:
        """Return a new invitation and its code, which is told only here; the person's older open code is void."""
        code = secrets.token_urlsafe(16)
        with self._lock:
            now = self._tidy()
            for kept in tuple(self._kept.values()):
                if kept.shown.person == person and kept.shown.stage is Stage.OPEN:
                    del self._kept[kept.shown.id]
            if len(self._kept) >= self._most and not self._drop_an_ended():
                raise EnrolTrouble("too_many_open", most=self._most)
            shown = Invitation(secrets.token_hex(8), person, role, by, now + CODE_LASTS)
            self._kept[shown.id] = _Kept(shown, hash_token(code))
            return shown, code

    def listed(self) -> tuple[Invitation, ...]:
        """Return what is open, under way or just ended, the oldest first."""
        with self._lock:
            self._tidy()
            return tuple(kept.shown for kept in self._kept.values())

    def redeem(self, code: str, device_name: str, user_agent: str, source: str) -> Redeemed:
        """Take a code from a phone at address `source`: good once, then the operator must look."""
        with self._lock:
            now = self._tidy()
            key, seconds = source_key(source), now.timestamp()
            wait = self._tries.peek(key, seconds)
            if wait:
                raise EnrolTrouble("too_many_tries", retry_after_s=wait)
            kept = self._find(hash_token(code), "code_hash")
            if kept is None or kept.shown.stage is not Stage.OPEN:
                self._tries.allow(key, seconds)
                expired = kept is not None and not kept.ticket_hash
                raise EnrolTrouble("unknown_code" if kept is None else "expired_code" if expired else "used_code")
            ticket = secrets.token_urlsafe(32)
            kept.ticket_hash = hash_token(ticket)
            kept.shown = replace(
                kept.shown,
                pairing=f"{secrets.randbelow(10_000):04}",
                device_name=plain(device_name, 40),
                user_agent=plain(user_agent, 200),
                source=plain(source, 64),
            )
            kept.turn(Stage.WAITING, now + CODE_LASTS)
            return Redeemed(ticket, kept.shown.pairing, kept.shown.expires_at, kept.shown.id)

    def confirm(self, invitation_id: str) -> tuple[Invitation, str]:
        """Make the token of a waiting phone and return its hash, to be written down; then call `release`."""
        with self._lock:
            now = self._tidy()
            kept = self._at(invitation_id, Stage.WAITING)
            kept.token = new_token()
            kept.turn(Stage.CONFIRMING, now + CODE_LASTS)
            return kept.shown, hash_token(kept.token)

    def release(self, invitation_id: str) -> None:
        """Let the phone fetch its token, now that a first request with it would be known."""
        with self._lock:
            now = self._tidy()
            self._at(invitation_id, Stage.CONFIRMING).turn(Stage.CONFIRMED, now + CODE_LASTS)

    def refuse(self, invitation_id: str) -> None:
        """Say no, at any point before the phone has its token; an open code is void at once."""
        with self._lock:
            now = self._tidy()
            under_way = [stage for stage in Stage if stage not in ENDED]
            self._at(invitation_id, *under_way).turn(Stage.REFUSED, now)

    def standing(self, ticket: str) -> Standing:
        """Answer a phone that asks with its ticket.

        The token is handed over once; for a minute, and until it was used, the same ticket gets the same token again:
        else a phone whose answer was lost would have to be invited a second time.
        """
        with self._lock:
            now = self._tidy()
            kept = self._find(hash_token(ticket), "ticket_hash")
            if kept is None:
                raise EnrolTrouble("unknown_ticket")
            if kept.shown.stage is Stage.CONFIRMED:
                kept.turn(Stage.ENROLLED, now + _ASKED_AGAIN)
            token = kept.token if kept.shown.stage is Stage.ENROLLED else ""
            return Standing(kept.shown.stage, kept.shown.person, kept.shown.role, token)

    def used(self, token_hash: str) -> None:
        """Forget a token that a phone has used: it surely has it."""
        with self._lock:
            for kept in self._kept.values():
                if kept.shown.stage is Stage.ENROLLED and kept.token and same(hash_token(kept.token), token_hash):
                    kept.token = ""

    def _at(self, invitation_id: str, *stages: Stage) -> _Kept:
        kept = self._kept.get(invitation_id)
        if kept is None or kept.shown.stage not in stages:
            raise EnrolTrouble("not_possible", id=invitation_id, stage=kept.shown.stage if kept else Stage.EXPIRED)
        return kept

    def _find(self, wanted: str, of: str) -> _Kept | None:
        """Compare with all, in the same time whether and where one fits."""
        found = None
        for kept in self._kept.values():
            if same(getattr(kept, of), wanted):
                found = kept
        return found

    def _tidy(self) -> datetime:
        now = self._clock()
        for kept in tuple(self._kept.values()):
            if now < kept.shown.expires_at:
                continue
            kept.token = ""
            if kept.shown.stage not in ENDED:
                kept.turn(Stage.EXPIRED, kept.shown.expires_at)
            if now >= kept.shown.expires_at + CODE_LASTS:
                del self._kept[kept.shown.id]
        return now

    def _drop_an_ended(self) -> bool:
        ended = next((kept.shown.id for kept in self._kept.values() if kept.shown.stage in ENDED), None)
        if ended is not None:
            del self._kept[ended]
        return ended is not None


def new_token() -> str:
    """Return 256 random bits that fit a cookie and a link."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return what is kept of a token or code: SHA-256 is enough for what nobody can guess."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Return whether two hashes are the same, in the same time either way."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def cookie_name(realm: Realm) -> str:
    """Return the name under which a desk of that realm knows its phones."""
    return DRILL_COOKIE if realm is Realm.DRILL else COOKIE


def cookie_header(token: str, realm: Realm = Realm.LIVE) -> str:
    """Return the Set-Cookie value that gives a phone its token; scripts cannot read it, other sites cannot send it."""
    if not _TOKEN.fullmatch(token):
        raise ValueError("not a token of ours")
    return f"{cookie_name(realm)}={token}; Max-Age={int(COOKIE_LASTS.total_seconds())}; {_COOKIE_RULES}"


def cookie_gone_header(realm: Realm = Realm.LIVE) -> str:
    """Return the Set-Cookie value that takes the token from a phone that was revoked."""
    return f"{cookie_name(realm)}=; Max-Age=0; {_COOKIE_RULES}"


def token_from_cookie(header: str, realm: Realm = Realm.LIVE) -> str | None:
    """Return the token in a Cookie header; None when there is none, a malformed one, or more than one."""
    pairs = (part.strip().partition("=") for part in header.split(";"))
    held = {value for name, _, value in pairs if name == cookie_name(realm)}
    token = held.pop() if len(held) == 1 else ""
    return token if _TOKEN.fullmatch(token) else None


def plain(text: str, longest: int) -> str:
    """Return what a phone says of itself as one short line: nothing unprintable, nothing that turns the line round."""
    marks = unicodedata.normalize("NFC", text[: 4 * longest])
    seen = (" " if mark.isspace() else mark for mark in marks if mark.isspace() or unicodedata.category(mark)[0] != "C")
    return " ".join("".join(seen).split())[:longest].strip()


_COOKIE_RULES = "Path=/; Secure; HttpOnly; SameSite=Strict"
