"""政务钉钉 (专有钉钉): the government messenger, another platform than DingTalk; work notifications and to-dos.

Written after the official Java kit and public code, never verified against a real tenant. Not known for sure: the
address of 郑政钉 (configuration), where exactly an answer carries its identifiers (all places seen are read), whether
accountId alone names a receiver, the length that a message may have, the limits on calls, and whether a to-do needs
more than what is sent here. The platform tells nothing about single receivers of a batch; so by default a
notification goes to one person a call, and a batch shares one fate.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from data.gateway.channels.http import RETRY_S, Trouble, Wire, to_json
from data.gateway.channels.messenger import (
    BEIJING,
    Accounts,
    clean,
    code_of,
    failed,
    failure,
    fitting,
    mobile_of,
    names,
    objects_at,
    refuse_outside_live,
    text_at,
    wording,
)
from data.gateway.channels.zwdd_sign import signed_headers
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Delivery, Draft, Message, Recipient

MESSAGE_LIMIT_BYTES = 2048
SIGNATURE_REFUSED = "OPF-B001-05-16-0009"
OF_ONE_PERSON = ("no_account", "no_address")


@dataclass(frozen=True, slots=True)
class ZwddConfig:
    """One application on one platform; `ip` and `mac` are what the gateway wants to be told about this machine."""

    base_url: str
    tenant_id: str
    app_key: str
    name: str = "zwdd"
    exercise: bool = False
    timeout_s: float = 5.0
    ca_file: str = ""
    plain: bool = False
    area_code: str = "86"
    namespace: str = "local"
    ip: str = "127.0.0.1"
    mac: str = "00:00:00:00:00:00"
    batch: int = 1


@dataclass(frozen=True, slots=True)
class Todo:
    """A task as a to-do (待办) of one account; `id` makes a repeat harmless."""

    id: str
    subject: str
    creator: str
    assignee: str
    url: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Zwdd:
    """The government messenger; addresses are mobile numbers or account ids."""

    config: ZwddConfig
    app_secret: str = field(repr=False)
    _accounts: Accounts = field(default_factory=Accounts, init=False, repr=False, compare=False)

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
        """It reaches people beyond this desk."""
        return True

    @property
    def exercise(self) -> bool:
        """Whether the tenant was made for exercises."""
        return self.config.exercise

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the notification as it would be sent."""
        return (Draft(names(recipients), (notice(message) or b"").decode()),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Notify every account; a repeat of the same push to the same people is known to the platform by its id."""
        body = notice(message)
        if body is None:
            return failed(recipients, Trouble("too_long"))
        deliveries: dict[str, Delivery] = {}
        with self.wire() as wire:
            found = self._find(wire, recipients, deliveries)
            dead: Trouble | None = None
            for batch in _batches(list(found), self.config.batch):
                told = dead or self._notify(wire, message.id, body, batch)
                people = [one for account in batch for one in found[account]]
                if isinstance(told, Trouble):
                    dead = told if told.retry_after_s is not None else None
                    deliveries |= {one.person: failure(one, told) for one in people}
                else:
                    deliveries |= {
                        one.person: Delivery(one.person, Outcome.DELIVERED, ref=told, detail="accepted")
                        for one in people
                    }
        return tuple(deliveries[one.person] for one in recipients)

    def check(self) -> Trouble | None:
        """Ask for an access token: proves address and keys without reaching anybody; the token itself is not kept."""
        with self.wire() as wire:
            told = self.call(
                wire, "GET", "/gettoken.json", {"appkey": self.config.app_key, "appsecret": self.app_secret}
            )
        if isinstance(told, Trouble):
            return told
        return None if text_at(told, "accessToken") else Trouble("bad_answer", RETRY_S)

    def create_todo(self, todo: Todo, realm: Realm) -> str | Trouble:
        """Create a to-do and return its id there. Outside live OutboundRefused, as the port would."""
        refuse_outside_live(self.channel, realm, exercise=self.exercise)
        subject = clean(todo.subject)
        if realm is not Realm.LIVE and not subject.startswith(EXERCISE_MARK):
            subject = EXERCISE_MARK + subject
        form = {
            "tenantId": self.config.tenant_id,
            "subject": subject,
            "creatorId": todo.creator,
            "assigneeId": todo.assignee,
            "bizTaskId": todo.id,
        }
        if todo.url:
            form |= {"url": todo.url, "mobileUrl": todo.url}
        if todo.due is not None:
            form["dueTime"] = f"{todo.due.astimezone(BEIJING):%Y-%m-%d %H:%M:%S}"
        with self.wire() as wire:
            told = self.call(wire, "POST", "/tc/v2/openapi/task/create.json", form)
        if isinstance(told, Trouble):
            return told
        return text_at(told, "taskUuid") or Trouble("bad_answer", RETRY_S)

    def finish_todo(self, task: str, account: str, realm: Realm) -> Trouble | None:
        """Close a to-do of ours; `task` is what `create_todo` returned."""
        refuse_outside_live(self.channel, realm, exercise=self.exercise)
        form = {"taskUuid": task, "userId": account, "closePackage": "true"}
        with self.wire() as wire:
            told = self.call(wire, "POST", "/tc/openapi/task/finish.json", form)
        return told if isinstance(told, Trouble) else None

    def known(self, address: str) -> str:
        """Return the account id when nobody has to be asked for it."""
        mobile = mobile_of(address)
        return self._accounts.get(mobile) if mobile else clean(address).strip()

    def account(self, wire: Wire, address: str) -> str | Trouble:
        """Return the account id behind a mobile number; any other address is an account id already."""
        mobile, known = mobile_of(address), self.known(address)
        if known or not mobile:
            return known or Trouble("no_address")
        tenant = {"tenantId": self.config.tenant_id}
        place = {"areaCode": self.config.area_code, "namespace": self.config.namespace}
        told = self.call(wire, "POST", "/mozi/employee/get_by_mobile", {**tenant, **place, "mobile": mobile})
        if isinstance(told, Trouble):
            return told
        account, employee = text_at(told, "accountId"), text_at(told, "employeeCode")
        if not account and employee:
            form = {**tenant, "employeeCodes": employee}
            listed = self.call(wire, "POST", "/mozi/employee/listEmployeeAccountIds", form)
            if isinstance(listed, Trouble):
                return listed
            account = next((text_at(one, "accountId") for one in objects_at(listed, "data")), "")
        if not account:
            return Trouble("no_account")
        self._accounts.keep(mobile, account)
        return account

    def wire(self) -> Wire:
        """Open a line to the platform."""
        config = self.config
        return Wire(config.base_url, config.timeout_s, ca_file=config.ca_file, plain=config.plain)

    def call(self, wire: Wire, method: str, path: str, form: Mapping[str, str]) -> dict[str, object] | Trouble:
        """Make one signed call and return the innermost object of its answer."""
        headers = signed_headers(
            self.config.app_key, self.app_secret, method, path, form, ip=self.config.ip, mac=self.config.mac
        )
        answer = wire.get(path, form, headers) if method == "GET" else wire.post_form(path, form, headers)
        told = answer.json()
        if answer.trouble is not None:
            trouble = refusal(told) if told else None
            return trouble if trouble and answer.trouble.retry_after_s is None else answer.trouble
        return contents(told) if told else Trouble("bad_answer", RETRY_S)

    def _find(
        self, wire: Wire, recipients: Sequence[Recipient], deliveries: dict[str, Delivery]
    ) -> dict[str, list[Recipient]]:
        """Return who has which account; a dead line is not tried again for every person."""
        found: dict[str, list[Recipient]] = {}
        dead: Trouble | None = None
        for one in recipients:
            account = self.known(one.address) or dead or self.account(wire, one.address)
            if isinstance(account, Trouble):
                deliveries[one.person] = failure(one, account)
                dead = None if account.detail in OF_ONE_PERSON else account
            else:
                found.setdefault(account, []).append(one)
        return found

    def _notify(self, wire: Wire, push: str, body: bytes, batch: list[str]) -> str | Trouble:
        form = {
            "receiverIds": ",".join(batch),
            "tenantId": self.config.tenant_id,
            "bizMsgId": repeat_id(push, batch),
            "msg": body.decode(),
        }
        told = self.call(wire, "POST", "/message/workNotification", form)
        return told if isinstance(told, Trouble) else text_at(told, "msgId") or form["bizMsgId"]


def notice(message: Message) -> bytes | None:
    """Return the message object of a notification; None when it cannot be cut to fit."""
    said = wording(message)

    def render(text: str) -> bytes:
        content = "\n".join(part for part in (said.title, text, said.link) if part)
        return to_json({"msgtype": "text", "text": {"content": content}})

    return fitting(said.text, render, MESSAGE_LIMIT_BYTES)


def repeat_id(push: str, accounts: Sequence[str]) -> str:
    """Return the id by which the platform knows a repeat: the push and exactly these receivers."""
    return hashlib.sha256("\n".join((push, *sorted(accounts))).encode("utf-8", "replace")).hexdigest()[:32]


def contents(told: Mapping[str, object]) -> dict[str, object] | Trouble:
    """Unwrap an answer: `success` has to be true on every level, `content` may be JSON written as text."""
    if told.get("success") is not True:
        return refusal(told)
    level = dict(told)
    for _ in range(4):
        if level.get("success", True) is not True:
            return refusal(level)
        inner = level.get("content", level.get("data"))
        if isinstance(inner, str):
            try:
                inner = json.loads(inner)
            except (ValueError, RecursionError):
                return level
        if not isinstance(inner, dict):
            return level
        level = cast("dict[str, object]", inner)
    return level


def refusal(told: Mapping[str, object]) -> Trouble:
    """Say why a call was refused; whatever is not plainly a success is a failure."""
    keys = ("Code", "code", "errorCode", "bizErrorCode", "responseCode")
    code = next((text for key in keys if (text := text_at(told, key)) not in {"", "0"}), "")
    if code == SIGNATURE_REFUSED:
        return Trouble("sign")
    return Trouble(f"code_{code}" if code.isdecimal() else code_of(code))


def _batches(accounts: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(accounts), max(size, 1)):
        yield accounts[start : start + max(size, 1)]
