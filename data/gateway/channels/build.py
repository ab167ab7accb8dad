"""A channel of the settings made into a carrier, or the one reason why it cannot be."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast
from urllib.parse import urlsplit

from data.gateway.channels.cap import CapProfile
from data.gateway.channels.cap_feed import CapFolder
from data.gateway.channels.catalogue import KINDS, FieldType, Setup, faults_of, pairs_of
from data.gateway.channels.cn12379 import Cn12379Folder, Cn12379Profile
from data.gateway.channels.cot_link import TakLink, Transport
from data.gateway.channels.dingtalk_api import AppConfig, DingTalkApi
from data.gateway.channels.dingtalk_app import WorkNotice
from data.gateway.channels.dingtalk_stream import StreamConfig
from data.gateway.channels.http import address_trouble
from data.gateway.channels.http_template import PLACE, BodyFormat
from data.gateway.channels.mail import Mail, Security
from data.gateway.channels.robot import GroupRobot, RobotConfig
from data.gateway.channels.sms_http import SmsHttp
from data.gateway.channels.zwdd import Zwdd, ZwddConfig
from data.model.situation import Situation
from data.rules.channels import Carrier
from data.rules.contacts import contact

T = TypeVar("T")
_SECRET = re.compile(r"\{secret\.([a-z0-9_]+)\}")


@dataclass(frozen=True, slots=True)
class ChannelTrouble:
    """Why a channel is out of service: a code (those of Fault, and off, missing_secret …) and the field at fault."""

    code: str
    field: str = ""


class _Unfit(Exception):
    """A setting that goes against another one."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code, field)
        self.trouble = ChannelTrouble(code, field)


class _Held:
    """The values of a setup by type, and its secrets."""

    def __init__(self, setup: Setup, secrets: Mapping[str, str]) -> None:
        self.setup, self.secrets = setup, secrets

    def text(self, key: str) -> str:
        return str(self.setup.of(key)).strip()

    def raw(self, key: str) -> str:
        return str(self.setup.of(key))

    def number(self, key: str) -> float:
        return float(cast("float", self.setup.of(key)))

    def whole(self, key: str) -> int:
        return int(cast("int", self.setup.of(key)))

    def on(self, key: str) -> bool:
        return self.setup.of(key) is True

    def lines(self, key: str) -> tuple[str, ...]:
        return tuple(one.strip() for one in cast("tuple[str, ...]", self.setup.of(key)) if one.strip())

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        return pairs_of(self.setup.of(key))

    def secret(self, key: str) -> str:
        return self.secrets.get(key, "")


def build(setup: Setup, secrets: Mapping[str, str]) -> Carrier | ChannelTrouble:
    """Return the carrier; a trouble when it is switched off, has a fault, lacks a secret, or its settings clash."""
    held = _held(setup, secrets)
    if isinstance(held, ChannelTrouble):
        return held
    return _tried(lambda: _MAKERS[setup.kind](held))


def listener(setup: Setup, secrets: Mapping[str, str]) -> tuple[StreamConfig, str] | TakLink | ChannelTrouble | None:
    """Return what to listen to: DingTalk's stream with its secret, or a TAK line; None when it does not listen."""
    if setup.kind not in KINDS or not KINDS[setup.kind].listens or dict(setup.values).get("listen") is not True:
        return None
    held = _held(setup, secrets)
    if isinstance(held, ChannelTrouble):
        return held
    if setup.kind == "tak":
        return _tried(lambda: _tak(held))
    config = StreamConfig(
        held.text("app_key"), held.text("api_url"), held.number("timeout_s"),
        ca_file=held.text("ca_file"), plain=held.on("plain"),
    )  # fmt: skip
    return config, held.secret("app_secret")


def _held(setup: Setup, secrets: Mapping[str, str]) -> _Held | ChannelTrouble:
    found = faults_of(setup)
    if found:
        return ChannelTrouble(found[0].why, found[0].field)
    if not setup.on:
        return ChannelTrouble("off")
    for field in KINDS[setup.kind].secrets:
        if field.required and not secrets.get(field.key):
            return ChannelTrouble("missing_secret", field.key)
    return _Held(setup, secrets)


def _tried(make: Callable[[], T]) -> T | ChannelTrouble:
    try:
        return make()
    except _Unfit as unfit:
        return unfit.trouble
    except ValueError:  # what the adapter found and we did not; its words are for us
        return ChannelTrouble("does_not_fit")


def missing_files(setup: Setup) -> tuple[tuple[str, str], ...]:
    """Return the files and folders that are named and not there: (field, code); looks at the disk."""
    found: list[tuple[str, str]] = []
    for field in KINDS[setup.kind].plain if setup.kind in KINDS else ():
        path = setup.of(field.key)
        if field.type is FieldType.FILE and path and not Path(str(path)).is_file():
            found.append((field.key, "no_file"))
        elif field.type is FieldType.FOLDER and path and not Path(str(path)).is_dir():
            found.append((field.key, "no_folder"))
    return tuple(found)


def address_in(setup: Setup, now: Situation, person: str) -> str:
    """Return where a channel finds a person: as its list says, else made of telephone number and id by its template.

    Channels without addresses of their own (folders, TAK) find nobody in particular.
    """
    if setup.kind not in KINDS or all(one.key != "address" for one in KINDS[setup.kind].fields):
        return ""
    listed = dict(pairs_of(setup.of("addresses")))
    if person in listed:
        return listed[person]
    found = contact(now, person)
    template = str(setup.of("address"))
    if found is None or ("{phone}" in template and not found.phone):
        return ""
    return template.replace("{phone}", found.phone).replace("{id}", person)


# ── one maker a kind ─────────────────────────────────────────────────────────────────────────────────────────────


def _address(held: _Held, key: str = "base_url", address: str = "") -> None:
    trouble = address_trouble(address or held.text(key), plain=held.on("plain"))
    if trouble is not None:
        raise _Unfit(trouble.detail, key)


def _robot(held: _Held) -> Carrier:
    _address(held)
    config = RobotConfig(
        held.setup.name, held.text("base_url"), held.text("path"), held.text("keyword"), held.on("markdown"),
        held.on("mention"), held.whole("most_mentions"), held.whole("per_minute"), held.setup.exercise,
        held.number("timeout_s"), held.text("ca_file"), held.on("plain"),
    )  # fmt: skip
    return GroupRobot(config, held.secret("token"), held.secret("secret"))


def _app(held: _Held) -> Carrier:
    _address(held)
    _address(held, "api_url")
    config = AppConfig(
        held.text("app_key"), held.whole("agent_id"), held.setup.name, held.text("base_url"), held.text("api_url"),
        held.setup.exercise, held.number("timeout_s"), held.text("ca_file"), held.on("plain"), held.whole("batch"),
        held.number("result_wait_s"), held.number("poll_s"),
    )  # fmt: skip
    return WorkNotice(DingTalkApi(config, held.secret("app_secret")))


def _zwdd(held: _Held) -> Carrier:
    _address(held)
    config = ZwddConfig(
        held.text("base_url"), held.text("tenant_id"), held.text("app_key"), held.setup.name, held.setup.exercise,
        held.number("timeout_s"), held.text("ca_file"), held.on("plain"), held.text("area_code"),
        held.text("namespace"), held.text("ip"), held.text("mac"), held.whole("batch"),
    )  # fmt: skip
    return Zwdd(config, held.secret("app_secret"))


_FORMATS = MappingProxyType({"json": BodyFormat.JSON, "form": BodyFormat.FORM, "text": BodyFormat.TEXT})
_GIVEN_SECRETS = ("account", "password", "token")


def _sms(held: _Held) -> Carrier:
    url, body, headers = held.text("url"), held.raw("body").strip(), held.pairs("headers")
    parts = urlsplit(url)
    base = f"{parts.scheme}://{parts.netloc}"
    if PLACE.search(base):
        raise _Unfit("address", "url")
    _address(held, "url", base)
    for field, text in (("url", url), ("body", body), *(("headers", value) for _, value in headers)):
        for name in _SECRET.findall(text):
            if name not in _GIVEN_SECRETS:
                raise _Unfit("unknown_place", field)
            if not held.secret(name):
                raise _Unfit("missing_secret", name)
    if held.text("method") == "GET" and (body or held.secret("sign_key")):
        raise _Unfit("get_has_no_body", "body" if body else "sign_key")
    kind = _FORMATS[held.text("format")]
    if kind is BodyFormat.JSON and body:
        try:
            json.loads(body)
        except (ValueError, RecursionError) as error:
            raise _Unfit("not_json", "body") from error
    return SmsHttp(
        url, body, held.text("method"), kind, headers,
        tuple((name, held.secret(name)) for name in _GIVEN_SECRETS if held.secret(name)), held.secret("sign_key"),
        held.text("success_pointer"), held.text("success_value"), held.lines("retry_values"), held.text("ref_pointer"),
        held.on("batch"), held.whole("together"), held.raw("separator"), held.text("signature"),
        name=held.setup.name, exercise=held.setup.exercise, timeout_s=held.number("timeout_s"),
        ca_file=held.text("ca_file"), plain=held.on("plain"),
    )  # fmt: skip


def _mail(held: _Held) -> Carrier:
    security, user = Security(held.text("security")), held.text("user")
    if security is Security.PLAIN and (user or held.secret("password")):
        raise _Unfit("password_in_clear", "security")
    if user and not held.secret("password"):
        raise _Unfit("missing_secret", "password")
    return Mail(
        held.text("host"), held.text("sender"), held.whole("port"), held.text("sender_name"), user,
        held.secret("password"), security, held.text("ca_file"), held.setup.name,
        exercise=held.setup.exercise, timeout_s=held.number("timeout_s"), together=held.whole("together"),
    )  # fmt: skip


def _cap(held: _Held) -> Carrier:
    if held.text("scope") == "Restricted" and not held.text("restriction"):
        raise _Unfit("missing", "restriction")
    if held.text("scope") == "Private" and not held.text("addresses_told"):
        raise _Unfit("missing", "addresses_told")
    profile = CapProfile(
        held.text("sender"), held.text("sender_name"), held.text("event"),
        scope=held.text("scope"), restriction=held.text("restriction"), addresses=held.text("addresses_told"),
        urgency=held.text("urgency"), certainty=held.text("certainty"), language=held.text("language"),
        area=held.text("area"), geocodes=held.pairs("geocodes"), web=held.text("web"), contact=held.text("contact"),
        prefix=held.text("prefix"),
    )  # fmt: skip
    return CapFolder(
        Path(held.text("folder")), profile, held.setup.name, exercise=held.setup.exercise,
        feed_name=held.text("feed_name"), feed_length=held.whole("feed_length"), base_url=held.text("base_url"),
    )  # fmt: skip


def _cn12379(held: _Held) -> Carrier:
    profile = Cn12379Profile(
        held.text("sender"), held.text("sender_code"), held.text("signer"), held.text("event_name"),
        held.text("event_code"), held.lines("geocodes"), held.text("area"), held.lines("methods"),
        held.text("file_ending"), held.on("centre_agreed"),
    )  # fmt: skip
    return Cn12379Folder(Path(held.text("folder")), profile, held.setup.name, exercise=held.setup.exercise)


def _tak(held: _Held) -> TakLink:
    transport, host = Transport(held.text("transport")), held.text("host")
    if transport is Transport.TLS and not held.text("cert_file"):
        raise _Unfit("missing", "cert_file")
    if transport is Transport.UDP and not held.on("open_air"):
        raise _Unfit("multicast_off", "open_air")
    if transport is Transport.TCP and not held.on("plain") and not _is_this_machine(host):
        raise _Unfit("no_tls", "plain")
    if transport is Transport.UDP and not _is_address(host):
        raise _Unfit("bad_form", "host")
    return TakLink(
        host, held.whole("port"), transport, held.text("cert_file"), held.text("key_file"),
        held.secret("key_password"), held.text("ca_file"), held.text("server_name"),
        (held.number("lon"), held.number("lat")), held.on("plain"), held.on("open_air"), held.setup.name,
        exercise=held.setup.exercise, timeout_s=held.number("timeout_s"), settle_s=held.number("settle_s"),
    )  # fmt: skip


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_this_machine(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


_MAKERS: Mapping[str, Callable[[_Held], Carrier]] = MappingProxyType(
    {
        "dingtalk_robot": _robot,
        "dingtalk_app": _app,
        "zwdd": _zwdd,
        "sms_http": _sms,
        "mail": _mail,
        "cap_folder": _cap,
        "cn12379_folder": _cn12379,
        "tak": _tak,
    }
)
