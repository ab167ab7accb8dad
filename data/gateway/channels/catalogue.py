"""The outward channels that a desk can be given, as data: their fields with bounds, and which of them are secrets."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import cast

from data.model.dispatch import Channel

Value = str | int | float | bool | tuple[str, ...]
RESERVED = frozenset({"screen", "phone_page", "telephone", "deputy", "loudspeaker", "door", "broadcast"})
"""Names of the ways out that every desk has."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_LINE_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
_TEXT_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class FieldType(StrEnum):
    """What a field holds, and so how it is asked for."""

    TEXT = "text"
    LONG = "long"  # several lines
    WHOLE = "whole"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    LINES = "lines"  # a list of texts
    PAIRS = "pairs"  # a list of texts "name=value"
    FILE = "file"
    FOLDER = "folder"


class Trial(StrEnum):
    """Whom a test message of one's own would reach."""

    ADDRESS = "address"  # only who is named
    GROUP = "group"  # the whole group, mentioning who is named
    NONE = "none"  # the public: no tests


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. Secrets are never in the file; `low` and `high` bound numbers and the count of lists."""

    key: str
    type: FieldType = FieldType.TEXT
    default: Value = ""
    required: bool = False
    secret: bool = False
    low: float = 0.0
    high: float = 500.0
    choices: tuple[str, ...] = ()
    pattern: str = ""
    longest: int = 500

    def lacks(self, values: Mapping[str, Value]) -> bool:
        """Whether it has to be given, has no default that would do, and is not given."""
        return self.required and not self.default and self.key not in values


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of channel. `confirmed` says whether a real tenant has confirmed it; so far none has."""

    id: str
    channel: Channel
    fields: tuple[Field, ...]
    trial: Trial = Trial.ADDRESS
    listens: bool = False
    confirmed: bool = False

    @property
    def at_once(self) -> bool:
        """Whether one message goes to a group or to everybody."""
        return self.channel is Channel.BROADCAST or self.trial is Trial.GROUP

    @property
    def plain(self) -> tuple[Field, ...]:
        """The fields that stand in the file."""
        return tuple(one for one in self.fields if not one.secret)

    @property
    def secrets(self) -> tuple[Field, ...]:
        """The fields that stand in the secret store."""
        return tuple(one for one in self.fields if one.secret)


@dataclass(frozen=True, slots=True)
class Setup:
    """One channel as the settings have it; `values` as they stand in the file, faulty ones too."""

    name: str
    kind: str
    title: str = ""
    on: bool = True
    exercise: bool = False
    values: tuple[tuple[str, Value], ...] = ()

    def of(self, key: str) -> Value:
        """Return the value of a field, else its default; KeyError when the kind has no such field."""
        held = dict(self.values)
        field = next((one for one in KINDS[self.kind].plain if one.key == key), None)
        if field is None:
            raise KeyError(key)
        return held.get(key, field.default)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the settings: `field` is empty when it is about the whole entry, `why` is a code.

    unreadable, not_a_channel, bad_name, reserved, twice, unknown_kind, unknown_field, secret_in_file, missing,
    wrong_type, not_finite, too_small, too_large, too_long, too_many, not_a_choice, bad_form.
    """

    kind: str
    name: str
    field: str
    why: str


def secret_name(name: str, field: str) -> str:
    """Return under which name the secret store keeps a secret of a channel."""
    return f"channel.{name}.{field}"


def name_fault(name: str) -> str:
    """Return why a channel cannot be called so, "" when it can."""
    return "reserved" if name in RESERVED else "" if _NAME.fullmatch(name) else "bad_name"


def faults_of(setup: Setup) -> tuple[Fault, ...]:
    """Return everything that is wrong with one channel's settings."""
    found: list[tuple[str, str]] = []
    if why := name_fault(setup.name):
        found.append(("name", why))
    if (why := _text_fault(setup.title, 60)) is not None:
        found.append(("title", why))
    kind = KINDS.get(setup.kind)
    if kind is None:
        found.append(("kind", "unknown_kind"))
    else:
        known = {one.key: one for one in kind.fields}
        held = dict(setup.values)
        for key, value in setup.values:
            field = known.get(key)
            if field is None:
                found.append((key, "unknown_field"))
            elif field.secret:
                found.append((key, "secret_in_file"))
            elif (why := value_fault(field, value)) is not None:
                found.append((key, why))
        found.extend((one.key, "missing") for one in kind.plain if one.lacks(held))
    return tuple(Fault(setup.kind, setup.name, field, why) for field, why in found)


def value_fault(field: Field, value: Value) -> str | None:
    """Return why a field cannot have this value, None when it can."""
    match field.type:
        case FieldType.SWITCH:
            return None if isinstance(value, bool) else "wrong_type"
        case FieldType.WHOLE | FieldType.NUMBER:
            return _number_fault(field, value)
        case FieldType.LINES | FieldType.PAIRS:
            return _list_fault(field, value)
        case _:
            if not isinstance(value, str):
                return "wrong_type"
            return _one_text_fault(field, value)


def _number_fault(field: Field, value: Value) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "wrong_type"
    if field.type is FieldType.WHOLE and not isinstance(value, int):
        return "wrong_type"
    if isinstance(value, float) and not math.isfinite(value):
        return "not_finite"
    return "too_small" if value < field.low else "too_large" if value > field.high else None


def _list_fault(field: Field, value: Value) -> str | None:
    if not isinstance(value, tuple):
        return "wrong_type"
    if len(value) > field.high:
        return "too_many"
    if field.type is FieldType.PAIRS and not all("=" in one and one.partition("=")[0].strip() for one in value):
        return "bad_form"
    return next((why for one in value if (why := _one_text_fault(field, one)) is not None), None)


def _one_text_fault(field: Field, value: str) -> str | None:
    if field.type is FieldType.LONG:
        if _TEXT_CONTROLS.search(value):
            return "bad_form"
        why = "too_long" if len(value) > field.longest else None
    else:
        why = _text_fault(value, field.longest)
    if why is not None:
        return why
    if field.required and not value.strip():
        return "missing"
    if field.choices and value not in field.choices:
        return "not_a_choice"
    return "bad_form" if field.pattern and value and not re.fullmatch(field.pattern, value) else None


def _text_fault(value: str, longest: int) -> str | None:
    if len(value) > longest:
        return "too_long"
    return "bad_form" if _LINE_CONTROLS.search(value) else None


def pairs_of(value: Value) -> tuple[tuple[str, str], ...]:
    """Return a list of pairs as pairs."""
    found = (one.partition("=") for one in cast("tuple[str, ...]", value))
    return tuple((key.strip(), text.strip()) for key, _, text in found)


# ── the kinds ────────────────────────────────────────────────────────────────────────────────────────────────────

_F, _T = Field, FieldType
_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*"
_HTTP = (
    _F("timeout_s", _T.NUMBER, 5.0, low=0.5, high=60.0),
    _F("ca_file", _T.FILE),
    _F("plain", _T.SWITCH, default=False),
)
_ADDRESSES = (_F("address", default="{phone}", longest=200), _F("addresses", _T.PAIRS, (), high=5000))
"""How an address is made of what is known about a person, and addresses of single persons that it does not fit."""

_ALL = (
    Kind("dingtalk_robot", Channel.MESSENGER, (
        _F("base_url", default="https://oapi.dingtalk.com", required=True), _F("path", default="/robot/send"),
        _F("token", required=True, secret=True), _F("secret", secret=True), _F("keyword", longest=40),
        _F("markdown", _T.SWITCH, default=False), _F("mention", _T.SWITCH, default=True),
        _F("most_mentions", _T.WHOLE, 100, low=1), _F("per_minute", _T.WHOLE, 20, low=1, high=20),
        *_HTTP, *_ADDRESSES,
    ), Trial.GROUP),
    Kind("dingtalk_app", Channel.MESSENGER, (
        _F("app_key", required=True), _F("agent_id", _T.WHOLE, 0, required=True, low=1, high=10**15),
        _F("app_secret", required=True, secret=True),
        _F("base_url", default="https://oapi.dingtalk.com", required=True),
        _F("api_url", default="https://api.dingtalk.com", required=True),
        _F("batch", _T.WHOLE, 100, low=1, high=100),
        _F("result_wait_s", _T.NUMBER, 6.0, high=60.0), _F("poll_s", _T.NUMBER, 0.5, low=0.05, high=10.0),
        _F("listen", _T.SWITCH, default=False), *_HTTP, *_ADDRESSES,
    ), listens=True),
    Kind("zwdd", Channel.MESSENGER, (
        _F("base_url", required=True), _F("tenant_id", required=True), _F("app_key", required=True),
        _F("app_secret", required=True, secret=True), _F("area_code", default="86", pattern=r"[0-9]{1,4}"),
        _F("namespace", default="local"), _F("ip", default="127.0.0.1"), _F("mac", default="00:00:00:00:00:00"),
        _F("batch", _T.WHOLE, 1, low=1, high=100), *_HTTP, *_ADDRESSES,
    )),
    Kind("sms_http", Channel.SMS, (
        _F("url", required=True, longest=2000), _F("method", _T.CHOICE, "POST", choices=("GET", "POST", "PUT")),
        _F("format", _T.CHOICE, "json", choices=("json", "form", "text")), _F("body", _T.LONG, longest=8000),
        _F("headers", _T.PAIRS, (), high=30), _F("account", secret=True), _F("password", secret=True),
        _F("token", secret=True), _F("sign_key", secret=True), _F("success_pointer", pattern=r"/.*"),
        _F("success_value"), _F("retry_values", _T.LINES, (), high=50), _F("ref_pointer", pattern=r"/.*"),
        _F("batch", _T.SWITCH, default=False), _F("together", _T.WHOLE, 100, low=1, high=1000),
        _F("separator", default=",", longest=3), _F("signature", longest=20), *_HTTP, *_ADDRESSES,
    )),
    Kind("mail", Channel.MESSENGER, (
        _F("host", required=True), _F("port", _T.WHOLE, 587, low=1, high=65535),
        _F("security", _T.CHOICE, "starttls", choices=("starttls", "tls", "plain")),
        _F("sender", required=True, pattern=_ADDRESS), _F("sender_name", longest=60), _F("user"),
        _F("password", secret=True), _F("together", _T.WHOLE, 50, low=1),
        _F("timeout_s", _T.NUMBER, 10.0, low=0.5, high=60.0), _F("ca_file", _T.FILE),
        _F("address", longest=200), _ADDRESSES[1],  # a telephone number is no mail address
    )),
    Kind("cap_folder", Channel.BROADCAST, (
        _F("folder", _T.FOLDER, required=True), _F("sender", required=True, pattern=r"[^\s,<&]+"),
        _F("sender_name", required=True), _F("event", default="洪水", required=True), _F("area"),
        _F("scope", _T.CHOICE, "Public", choices=("Public", "Restricted", "Private")), _F("restriction"),
        _F("addresses_told"),
        _F("urgency", _T.CHOICE, "Expected", choices=("Immediate", "Expected", "Future", "Past", "Unknown")),
        _F("certainty", _T.CHOICE, "Likely", choices=("Observed", "Likely", "Possible", "Unlikely", "Unknown")),
        _F("language", default="zh-CN", pattern=r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
        _F("geocodes", _T.PAIRS, (), high=100), _F("web"), _F("contact"),
        _F("prefix", default="anlan", pattern=r"[A-Za-z0-9.-]{1,40}"),
        _F("feed_name", default="alerts.atom", pattern=r"[A-Za-z0-9_-]+\.[a-z]{1,8}"),
        _F("feed_length", _T.WHOLE, 100, low=1, high=1000), _F("base_url"),
    ), Trial.NONE),
    Kind("cn12379_folder", Channel.BROADCAST, (
        _F("folder", _T.FOLDER, required=True), _F("sender", required=True),
        _F("sender_code", required=True, pattern=r"[0-9]{14}"), _F("signer", required=True),
        _F("event_name", default="洪水", required=True), _F("event_code", default="11A01", pattern=r"[0-9A-Z]{5}"),
        _F("geocodes", _T.LINES, (), pattern=r"[0-9]{6,14}"), _F("area"),
        _F("methods", _T.LINES, ("SMS",), high=20), _F("file_ending", pattern=r"[A-Za-z0-9_]{0,8}"),
        _F("centre_agreed", _T.SWITCH, default=False),
    ), Trial.NONE),
    Kind("tak", Channel.BROADCAST, (
        _F("host", required=True), _F("port", _T.WHOLE, 8089, low=1, high=65535),
        _F("transport", _T.CHOICE, "tls", choices=("tls", "tcp", "udp")), _F("cert_file", _T.FILE),
        _F("key_file", _T.FILE), _F("key_password", secret=True), _F("ca_file", _T.FILE), _F("server_name"),
        _F("lon", _T.NUMBER, 113.68, low=-180.0, high=180.0), _F("lat", _T.NUMBER, 34.90, low=-90.0, high=90.0),
        _F("plain", _T.SWITCH, default=False), _F("open_air", _T.SWITCH, default=False),
        _F("listen", _T.SWITCH, default=False), _F("timeout_s", _T.NUMBER, 5.0, low=0.5, high=60.0),
        _F("settle_s", _T.NUMBER, 0.5, low=0.05, high=10.0),
    ), listens=True),
)  # fmt: skip

KINDS: Mapping[str, Kind] = MappingProxyType({one.id: one for one in _ALL})
