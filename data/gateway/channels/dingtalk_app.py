"""Work notifications of a DingTalk application (工作通知): one delivery a person, read back from the send result.

DingTalk says "ok" also when it will not deliver, so the send result is asked for before anybody counts as reached.
The time of the push stands in the text: the same words are shown to a person once a day, and a repeat of the same
push keeps its time, so that a second try cannot ring twice. Never verified against a real tenant: everything here
is tested against a server of ours that behaves as the documents say; the inner codes of `forbidden_list` above all.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from data.gateway.channels.dingtalk_api import AppConfig, DingTalkApi
from data.gateway.channels.http import RETRY_S, Trouble, Wire, to_json
from data.gateway.channels.messenger import (
    clean,
    failed,
    failure,
    fitting,
    list_at,
    names,
    objects_at,
    part_at,
    refuse_outside_live,
    sent_time,
    text_at,
    wording,
)
from data.model.dispatch import Channel, Outcome
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Delivery, Draft, Message, Recipient

MESSAGE_LIMIT_BYTES = 2048
MOST_IN_A_BATCH = 100
CONFERENCE_TITLE_LIMIT = 50
OF_ONE_PERSON = ("no_account", "no_address", "errcode_")
DAILY_LIMIT, SAME_WORDS = "143105", "143106"

DELIVERED: Mapping[str, str] = MappingProxyType(
    {"read": "read", "unread": "unread", "duplicate": "duplicate", "": "unconfirmed"}
)


@dataclass(frozen=True, slots=True)
class Conference:
    """A video conference in the messenger; `link` opens its client."""

    id: str
    link: str
    room_code: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WorkNotice:
    """Work notifications of one application; addresses are mobile numbers or userids."""

    api: DingTalkApi

    @property
    def config(self) -> AppConfig:
        """The settings of the application."""
        return self.api.config

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
        """Whether the application belongs to an organisation made for exercises."""
        return self.config.exercise

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the notification as it would be sent."""
        return (Draft(names(recipients), (notice(message) or b"").decode()),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Find the accounts, send in batches, then ask who really got it."""
        body = notice(message)
        if body is None:
            return failed(recipients, Trouble("too_long"))
        with self.api.old_wire() as wire:
            found, deliveries = self._accounts(wire, recipients)
            tasks: list[tuple[str, list[str]]] = []
            for batch in _batches(list(found), min(self.config.batch, MOST_IN_A_BATCH)):
                task = self._send_batch(wire, body, batch)
                if isinstance(task, Trouble):
                    for userid in batch:
                        deliveries |= {one.person: failure(one, task) for one in found[userid]}
                else:
                    tasks.append((task, batch))
            deadline = time.monotonic() + self.config.result_wait_s
            for task, batch in tasks:
                fates = self._fates(wire, task, batch, deadline)
                for userid in batch:
                    deliveries |= {one.person: self._delivery(one, userid, task, fates) for one in found[userid]}
        return tuple(deliveries[one.person] for one in recipients)

    def confirm(self, ref: str, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Ask again what became of a notification whose delivery was unconfirmed; `ref` is that delivery's."""
        with self.api.old_wire() as wire:
            found, deliveries = self._accounts(wire, recipients)
            fates = self._fates(wire, ref, list(found), time.monotonic())
            for userid, people in found.items():
                deliveries |= {one.person: self._delivery(one, userid, ref, fates) for one in people}
        return tuple(deliveries[one.person] for one in recipients)

    def create_conference(
        self, title: str, host: str, invited: Sequence[str], realm: Realm, *, ring: bool = False
    ) -> Conference | Trouble:
        """Open a video conference and invite; addresses as above. Outside live OutboundRefused, as the port would."""
        refuse_outside_live(self.channel, realm, exercise=self.exercise)
        mark = "" if realm is Realm.LIVE else EXERCISE_MARK
        with self.api.old_wire() as wire:
            union_ids: list[str] = []
            for address in (host, *invited):
                union_id = self.api.union_id(wire, address)
                if isinstance(union_id, Trouble):
                    return union_id
                union_ids.append(union_id)
        body: dict[str, object] = {
            "userId": union_ids[0],
            "confTitle": (mark + clean(title).removeprefix(EXERCISE_MARK if mark else ""))[:CONFERENCE_TITLE_LIMIT],
            "inviteUserIds": list(dict.fromkeys(union_ids[1:])),
            "inviteCaller": ring,
        }
        with self.api.new_wire() as wire:
            told = self.api.new(wire, "/v1.0/conference/videoConferences", body)
        if isinstance(told, Trouble):
            return told
        conference = Conference(
            text_at(told, "conferenceId"),
            text_at(told, "externalLinkUrl"),
            text_at(told, "roomCode"),
            text_at(told, "conferencePassword"),
        )
        return conference if conference.id and conference.link else Trouble("bad_answer", RETRY_S)

    def _accounts(
        self, wire: Wire, recipients: Sequence[Recipient]
    ) -> tuple[dict[str, list[Recipient]], dict[str, Delivery]]:
        """Return who has which account, and the failures; a dead line is not tried again for every person."""
        found: dict[str, list[Recipient]] = {}
        deliveries: dict[str, Delivery] = {}
        dead: Trouble | None = None
        for one in recipients:
            account = self.api.known(one.address) or dead or self.api.account(wire, one.address)
            if isinstance(account, Trouble):
                deliveries[one.person] = failure(one, account)
                dead = None if account.detail.startswith(OF_ONE_PERSON) else account
            else:
                found.setdefault(account, []).append(one)
        return found, deliveries

    def _send_batch(self, wire: Wire, body: bytes, batch: list[str]) -> str | Trouble:
        head = to_json({"agent_id": self.config.agent_id, "userid_list": ",".join(batch)})
        told = self.api.old(wire, "/topapi/message/corpconversation/asyncsend_v2", _joined(head, body))
        if isinstance(told, Trouble):
            return told
        return text_at(told, "task_id") or Trouble("bad_answer", RETRY_S)

    def _fates(self, wire: Wire, task: str, batch: list[str], deadline: float) -> dict[str, str]:
        """Return what is known of each userid, waiting until everybody is or time is up."""
        asked = {"agent_id": self.config.agent_id, "task_id": int(task) if task.isdecimal() else task}
        while True:
            told = self.api.old(wire, "/topapi/message/corpconversation/getsendresult", asked)
            fates = {} if isinstance(told, Trouble) else fates_of(part_at(told, "send_result"))
            done = all(userid in fates for userid in batch)
            if done or isinstance(told, Trouble) or time.monotonic() + self.config.poll_s > deadline:
                return fates
            time.sleep(self.config.poll_s)

    def _delivery(self, one: Recipient, userid: str, task: str, fates: Mapping[str, str]) -> Delivery:
        fate = fates.get(userid, "")
        if fate in DELIVERED:
            return Delivery(one.person, Outcome.DELIVERED, ref=task, detail=DELIVERED[fate])
        if fate == "invalid_user":
            self.api.forget(userid)
        return replace(failure(one, Trouble(fate)), ref=task)


def fates_of(result: Mapping[str, object]) -> dict[str, str]:
    """Read a send result: one word a userid; a later, worse word wins over an earlier one."""
    fates: dict[str, str] = {}
    lists = (
        ("unread_user_id_list", "unread"),
        ("read_user_id_list", "read"),
        ("failed_user_id_list", "failed"),
        ("invalid_user_id_list", "invalid_user"),
        ("forbidden_user_id_list", "forbidden"),
    )
    for key, word in lists:
        fates |= {str(userid): word for userid in list_at(result, key) if isinstance(userid, str | int)}
    words = {DAILY_LIMIT: "daily_limit", SAME_WORDS: "duplicate"}
    for entry in objects_at(result, "forbidden_list"):
        if userid := text_at(entry, "userid"):
            fates[userid] = words.get(text_at(entry, "code"), "forbidden")
    return fates


def notice(message: Message) -> bytes | None:
    """Return the message object of a notification, dated by the push; None when it cannot be cut to fit."""
    said = wording(message)
    at = f"{sent_time(message):%m-%d %H:%M:%S}"

    def render(text: str) -> bytes:
        return to_json({"msgtype": "text", "text": {"content": replace(said, text=text).lines(at)}})

    return fitting(said.text, render, MESSAGE_LIMIT_BYTES)


def _joined(head: bytes, message: bytes) -> bytes:
    """Put a message object that is already written into the body, so that what was measured is what is sent."""
    return head[:-1] + b',"msg":' + message + b"}"


def _batches(userids: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(userids), max(size, 1)):
        yield userids[start : start + max(size, 1)]
