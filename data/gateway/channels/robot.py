"""The custom robot of a messenger group (自定义机器人): one signed post to a group.

A post reaches a group and nobody in particular: DELIVERED with the detail "group" says that it was taken over, never
that a person has read it. A robot has no memory: a repeat after a lost answer stands in the group twice. The
government messenger has robots of the same form under another host.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

from data.gateway.channels.http import RETRY_S, Trouble, Wire, to_json
from data.gateway.channels.messenger import (
    Pace,
    Wording,
    clean,
    escaped,
    failed,
    fitting,
    mobile_of,
    text_at,
    whole_at,
    wording,
)
from data.model.dispatch import Channel, Outcome
from data.rules.channels import Delivery, Draft, Message, Recipient

BODY_LIMIT_BYTES = 20_000
TITLE_LIMIT = 100
THROTTLED_S = 600.0
"""Above its limit a robot is stopped for ten minutes."""

THROTTLED = frozenset({130101, 410100})
CODES: Mapping[int, Trouble] = MappingProxyType(
    {
        -1: Trouble("busy", RETRY_S),
        130101: Trouble("throttled", THROTTLED_S),
        410100: Trouble("throttled", THROTTLED_S),
        300001: Trouble("no_token"),
        300005: Trouble("no_token"),
        400102: Trouble("stopped"),
    }
)

REFUSALS = (
    (re.compile(r"keyword|关键词", re.IGNORECASE), "keyword"),
    (re.compile(r"timestamp|过期", re.IGNORECASE), "clock"),
    (re.compile(r"\bsign|签名", re.IGNORECASE), "sign"),
    (re.compile(r"(?<![a-z])ip(?![a-z])", re.IGNORECASE), "ip"),
)


@dataclass(frozen=True, slots=True)
class RobotConfig:
    """Where the robot stands and what its security settings ask for."""

    name: str = "dingtalk_robot"
    base_url: str = "https://oapi.dingtalk.com"
    path: str = "/robot/send"
    keyword: str = ""
    markdown: bool = False
    mention: bool = True
    most_mentions: int = 100
    per_minute: int = 20
    exercise: bool = False
    timeout_s: float = 5.0
    ca_file: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class GroupRobot:
    """A robot of one group; token and signing secret come from the secret store, without a secret nothing is signed."""

    config: RobotConfig
    token: str = field(repr=False)
    secret: str = field(default="", repr=False)
    _pace: Pace = field(default_factory=Pace, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """Name among the carriers of this desk."""
        return self.config.name

    @property
    def channel(self) -> Channel:
        """It serves the messenger rung."""
        return Channel.MESSENGER

    @property
    def outbound(self) -> bool:
        """It reaches a group beyond this desk."""
        return True

    @property
    def exercise(self) -> bool:
        """Whether its group was made for exercises."""
        return self.config.exercise

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the one post, without the token and the signature of its address."""
        body = self._body(message, recipients)
        return (Draft(self.config.base_url + self.config.path, (body or b"").decode()),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Post once for all; what comes of it holds for every recipient."""
        if not recipients:
            return ()
        body = self._body(message, recipients)
        if body is None:
            return failed(recipients, Trouble("too_long"))
        wait_s = self._pace.take(self.config.per_minute)
        if wait_s > 0:
            return failed(recipients, Trouble("pace", wait_s))
        trouble = self._post(body)
        if trouble is not None:
            return failed(recipients, trouble)
        return tuple(Delivery(one.person, Outcome.DELIVERED, detail="group") for one in recipients)

    def _post(self, body: bytes) -> Trouble | None:
        params = {"access_token": self.token}
        if self.secret:
            timestamp_ms = time.time_ns() // 1_000_000
            params |= {"timestamp": str(timestamp_ms), "sign": signature(self.secret, timestamp_ms)}
        config = self.config
        with Wire(config.base_url, config.timeout_s, ca_file=config.ca_file, plain=config.plain) as wire:
            told = wire.post_json(config.path, body, params).told()
        if isinstance(told, Trouble):
            return told
        code = whole_at(told, "errcode")
        if code in THROTTLED:
            self._pace.hold(THROTTLED_S)
        return trouble_of(code, text_at(told, "errmsg"))

    def _body(self, message: Message, recipients: Sequence[Recipient]) -> bytes | None:
        """Return the post as it is sent; None when it cannot be made short enough."""
        said = wording(message)
        found = (mobile_of(one.address) for one in recipients) if self.config.mention else ()
        mobiles = list(dict.fromkeys(mobile for mobile in found if mobile))[: self.config.most_mentions]
        render = self._markdown if self.config.markdown else self._plain
        return fitting(
            said.text,
            lambda text: render(Wording(said.title[:TITLE_LIMIT], text, said.link), mobiles),
            BODY_LIMIT_BYTES,
        )

    def _plain(self, said: Wording, mobiles: list[str]) -> bytes:
        content = said.lines(self._keyword_for(said), _mentions(mobiles))
        return to_json({"msgtype": "text", "text": {"content": content}, "at": _at(mobiles)})

    def _markdown(self, said: Wording, mobiles: list[str]) -> bytes:
        """The mobile numbers stand in the text, too: otherwise nobody is mentioned."""
        heading = f"**{escaped(said.title)}**" if said.title else ""
        link = f"[{escaped(said.link)}]({quote(said.link, safe=':/?#@!$&*+,;=%~-._')})" if said.link else ""
        parts = (heading, escaped(said.text), escaped(self._keyword_for(said)), _mentions(mobiles), link)
        text = "\n\n".join(part for part in parts if part)
        title = said.title or said.text[:20]
        return to_json({"msgtype": "markdown", "markdown": {"title": title, "text": text}, "at": _at(mobiles)})

    def _keyword_for(self, said: Wording) -> str:
        keyword = clean(self.config.keyword)
        return "" if keyword in said.lines() else keyword


def signature(secret: str, timestamp_ms: int) -> str:
    """Return the signature of a post as base64; the address writes it percent-encoded."""
    digest = hmac.new(secret.encode(), f"{timestamp_ms}\n{secret}".encode(), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def trouble_of(code: int | None, said: str) -> Trouble | None:
    """Say what an errcode means; a code that nobody knows is a failure, never a delivery."""
    if code == 0:
        return None
    if code is None:
        return Trouble("bad_answer", RETRY_S)
    if code == 310000:  # several meanings, only the words tell which
        return Trouble(next((detail for words, detail in REFUSALS if words.search(said)), "refused"))
    return CODES.get(code, Trouble(f"errcode_{code}"))


def _mentions(mobiles: list[str]) -> str:
    return " ".join(f"@{mobile}" for mobile in mobiles)


def _at(mobiles: list[str]) -> dict[str, object]:
    return {"atMobiles": mobiles, "isAtAll": False}
