"""Short messages, or any web hook, by a template of the settings: what a provider asks for, filled in safely."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

from data.gateway.channels.http import RETRY_S, Answer, Trouble, Wire, address_trouble
from data.gateway.channels.http_template import (
    PLACE,
    BodyFormat,
    Json,
    at_pointer,
    clean,
    fill,
    fill_body,
    one_line,
    sign,
    sms_length,
    sms_segments,
)
from data.gateway.channels.identity import own_id
from data.model.dispatch import Channel, Outcome
from data.rules.channels import Delivery, Draft, Message, Recipient, marked

HIDDEN = "••••"
GIVE_UP_AFTER = 2
"""So many requests in a row without any answer, and the rest are left for the next try."""

_PLACES = ("id", "key", "text", "title", "phone", "phones", "person", "name", "time", "timestamp", "link", "signature")
_HEADER_PLACES = ("id", "key", "time", "timestamp")
_PHONE = re.compile(r"\+?[0-9]{5,20}")
_SECRET_HEADERS = re.compile(r"auth|key|token|secret|sign|cookie", re.IGNORECASE)
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class SmsHttp:
    """The carrier for one provider.

    In url, headers and body stand {id} {key} {text} {title} {phone} {person} {name} {time} {timestamp} {link}
    {signature} and {secret.NAME}; a JSON string that is only "{phones}" becomes a list. {id} is the push, {key} is
    the push and its recipients and the same for a repeat. In headers only {id} {key} {time} {timestamp} and secrets.
    Success is a status 2xx and, when `success_pointer` (RFC 6901) is set, that value there.
    """

    url: str = field(repr=False)
    body: str = field(default="", repr=False)
    method: str = "POST"
    format: BodyFormat = BodyFormat.JSON
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    secrets: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    sign_key: str = field(default="", repr=False)
    success_pointer: str = ""
    success_value: str = ""
    retry_values: tuple[str, ...] = ()
    ref_pointer: str = ""
    batch: bool = False
    together: int = 100
    separator: str = ","
    signature: str = ""
    name: str = "sms"
    channel: Channel = Channel.SMS
    exercise: bool = False
    timeout_s: float = 5.0
    ca_file: str = ""
    plain: bool = False

    def __post_init__(self) -> None:
        """Faults of the template are found before the first message."""
        check_template(self)

    @property
    def outbound(self) -> bool:
        """It reaches telephones."""
        return True

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return each request as it would go out, secrets hidden, with the count of short messages it costs."""
        said = marked(message)
        hidden = tuple((name, HIDDEN) for name, _ in self.secrets)
        drafts: list[Draft] = []
        for group in self._groups([one for one in recipients if self._number(one)]):
            request = self._request(said, group, hidden)
            length = sms_length(self._counted(said))
            notes = (
                ("segments", str(sms_segments(length))),
                ("characters", str(length)),
                ("recipients", f"{len(group)}"),
            )
            headers = tuple((key, HIDDEN if _SECRET_HEADERS.search(key) else value) for key, value in request.headers)
            drafts.append(Draft(f"{self.method} {request.base}{request.path}", request.body.decode(), headers + notes))
        return tuple(drafts)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send one request a recipient, or one a group; the world's errors are deliveries."""
        said = marked(message)
        known = {
            one.person: Delivery(one.person, Outcome.FAILED, detail="bad_number" if one.address else "no_number")
            for one in recipients
            if not self._number(one)
        }
        good = [one for one in recipients if self._number(one)]
        silent = 0
        with Wire(_base(self.url), self.timeout_s, ca_file=self.ca_file, plain=self.plain) as wire:
            for group in self._groups(good):
                if silent >= GIVE_UP_AFTER:
                    verdict: Trouble | str = Trouble("not_tried", RETRY_S)
                else:
                    request = self._request(said, group, self.secrets)
                    headers = {**dict(request.headers), **request.signed}
                    answer = wire.call(self.method, request.path, headers=headers, content=request.body)
                    silent = silent + 1 if answer.status == 0 else 0
                    verdict = judge(self, answer)
                known |= {one.person: _delivery(one.person, verdict) for one in group}
        return tuple(known[one.person] for one in recipients)

    def _number(self, recipient: Recipient) -> str:
        """A web hook for another channel may address people as it likes."""
        bare = re.sub(r"[\s-]", "", recipient.address)
        if self.channel in {Channel.SMS, Channel.TELEPHONE}:
            return bare if _PHONE.fullmatch(bare) else ""
        return clean(recipient.address).strip()

    def _groups(self, recipients: Sequence[Recipient]) -> list[Sequence[Recipient]]:
        size = self.together if self.batch else 1
        return [recipients[start : start + size] for start in range(0, len(recipients), size)]

    def _counted(self, message: Message) -> str:
        """What of the message the provider will count: the parts that the template really takes."""
        parts = (
            ("signature", self.signature),
            ("title", message.title),
            ("text", message.text),
            ("link", message.link),
        )
        whole = self.url + self.body
        return "".join(clean(part) for name, part in parts if f"{{{name}}}" in whole)

    def _request(self, message: Message, group: Sequence[Recipient], secrets: tuple[tuple[str, str], ...]) -> Request:
        numbers = [self._number(one) for one in group]
        now = int(time.time())
        sent = (message.sent_at or datetime.now(UTC)).astimezone(ZoneInfo("Asia/Shanghai"))
        values = {
            "id": message.id,
            "key": request_key(own_id(message), group),
            "text": message.text,
            "title": message.title,
            "phone": self.separator.join(numbers),
            "phones": self.separator.join(numbers),
            "person": self.separator.join(one.person for one in group),
            "name": "、".join(one.name for one in group),
            "time": sent.strftime("%Y-%m-%d %H:%M:%S"),
            "timestamp": str(now),
            "link": message.link,
            "signature": self.signature,
        }
        filled = {name: clean(value) for name, value in values.items()}
        filled |= {f"secret.{name}": value for name, value in secrets}
        body = fill_body(self.format, self.body, filled, numbers)
        base = _base(self.url)
        path = fill(self.url[len(base) :], filled, lambda text: quote(text, safe=""))
        headers = [("Content-Type", f"{self.format.value}; charset=utf-8")] if self.body else []
        plain = filled | {"id": quote(filled["id"], safe="")}
        headers += [(key, fill(value, plain, one_line)) for key, value in self.headers]
        signed = sign(self.sign_key, filled["key"], now, body) if self.sign_key else {}
        return Request(base, path, tuple(headers), signed, body)


@dataclass(frozen=True, slots=True)
class Request:
    """One request, filled in."""

    base: str
    path: str
    headers: tuple[tuple[str, str], ...] = field(repr=False)
    signed: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


def request_key(push: str, group: Sequence[Recipient]) -> str:
    """Return what makes a repeat harmless: the same for the same push to the same people."""
    people = "\n".join(one.person for one in group).encode("utf-8", "replace")
    return f"{quote(push, safe='', errors='replace')}:{hashlib.sha256(people).hexdigest()[:16]}"


def judge(carrier: SmsHttp, answer: Answer) -> Trouble | str:
    """Return the id that the provider gave, maybe empty, or what went wrong; an unknown answer is never a success."""
    if answer.trouble:
        return answer.trouble
    if not carrier.success_pointer and not carrier.ref_pointer:
        return ""
    try:
        told = cast("Json", json.loads(answer.body))
    except (ValueError, RecursionError):
        return Trouble("bad_answer", RETRY_S) if carrier.success_pointer else ""
    if carrier.success_pointer:
        value = at_pointer(told, carrier.success_pointer)
        if value is None:
            return Trouble("bad_answer", RETRY_S)
        if value != carrier.success_value:
            code = f"refused_{value}" if re.fullmatch(r"[A-Za-z0-9_.-]{1,32}", value) else "refused"
            code = "refused" if any(secret and secret in code for _, secret in carrier.secrets) else code
            return Trouble(code, RETRY_S if value in carrier.retry_values else None)
    return one_line(clean(at_pointer(told, carrier.ref_pointer) or ""))[:120] if carrier.ref_pointer else ""


def check_template(carrier: SmsHttp) -> None:
    """ValueError when the template cannot work or could leak: these are faults of the settings."""
    base = _base(carrier.url)
    trouble = address_trouble(base, plain=carrier.plain)
    if trouble or PLACE.search(base):
        raise ValueError(f"the address does not do: {trouble.detail if trouble else 'a place in the host name'}")
    if carrier.method not in {"GET", "POST", "PUT"}:
        raise ValueError("the method is none of GET, POST, PUT")
    if carrier.method == "GET" and (carrier.body or carrier.sign_key):
        raise ValueError("a GET has no body, and so nothing that a signature could cover")
    if carrier.together < 1:
        raise ValueError("at least one recipient goes with a request")
    if any(pointer and not pointer.startswith("/") for pointer in (carrier.success_pointer, carrier.ref_pointer)):
        raise ValueError("a JSON pointer begins with /")
    if carrier.format is BodyFormat.JSON and carrier.body:
        json.loads(carrier.body)
    named = {f"secret.{name}" for name, _ in carrier.secrets}
    for text, places in (
        (carrier.url, _PLACES),
        (carrier.body, _PLACES),
        *((v, _HEADER_PLACES) for _, v in carrier.headers),
    ):
        unknown = set(PLACE.findall(text)) - set(places) - named
        if unknown:
            raise ValueError(f"the template asks for what there is not: {', '.join(sorted(unknown))}")
    if not all(_HEADER.fullmatch(key) and one_line(value) == value for key, value in carrier.headers):
        raise ValueError("a header is malformed")


def _base(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _delivery(person: str, verdict: Trouble | str) -> Delivery:
    if isinstance(verdict, str):
        return Delivery(person, Outcome.DELIVERED, ref=verdict)
    return Delivery(person, Outcome.FAILED, detail=verdict.detail, retry_after_s=verdict.retry_after_s)
