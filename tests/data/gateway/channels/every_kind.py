"""For every kind of channel that settings can make: an endpoint on this machine, and what arrived there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.gateway.channels.catalogue import Setup, Value
from tests.data.gateway.channels.fake_mail import mailing
from tests.data.gateway.channels.fake_messenger import DingTalkSide, Reply, RobotSide, ZwddSide, serving
from tests.data.gateway.channels.fake_tak import tak

PHONE = "13800001001"
MAIL = f"{PHONE}@mail.invalid"


@dataclass(frozen=True)
class Place:
    """A channel set up for an endpoint: `arrived` are the texts that got there, `address` finds the one person."""

    setup: Setup
    secrets: dict[str, str]
    arrived: Callable[[], list[str]]
    address: str = PHONE


def setup(kind: str, values: dict[str, Value], **more) -> Setup:
    return Setup(f"my_{kind}", kind, values=tuple(values.items()), **more)


@contextmanager
def robot(folder: Path) -> Iterator[Place]:
    side = RobotSide("tok", "SECs")
    with serving(side) as server:
        made = setup("dingtalk_robot", {"base_url": server.url, "timeout_s": 2.0})
        texts = lambda: [post["text"]["content"] for post in side.posts]  # noqa: E731
        yield Place(made, {"token": "tok", "secret": "SECs"}, texts)


@contextmanager
def app(folder: Path) -> Iterator[Place]:
    side = DingTalkSide("key", "app-secret", 7)
    side.people[PHONE] = "u1"
    with serving(side) as server:
        made = setup("dingtalk_app", {
            "app_key": "key", "agent_id": 7, "base_url": server.url, "api_url": server.url, "timeout_s": 2.0,
        })  # fmt: skip
        yield Place(made, {"app_secret": "app-secret"}, lambda: [one[2]["text"]["content"] for one in side.sent])


@contextmanager
def zwdd(folder: Path) -> Iterator[Place]:
    side = ZwddSide("key", "app-secret", "tenant")
    side.people[PHONE] = {"accountId": 4711}
    with serving(side) as server:
        values: dict[str, Value] = {"base_url": server.url, "tenant_id": "tenant", "app_key": "key", "timeout_s": 2.0}
        texts = lambda: [form["msg"] for form in side.notices.values()]  # noqa: E731
        yield Place(setup("zwdd", values), {"app_secret": "app-secret"}, texts)


@contextmanager
def sms(folder: Path) -> Iterator[Place]:
    with serving(lambda _: Reply({"code": 0})) as server:
        made = setup("sms_http", {
            "url": f"{server.url}/send", "body": '{"to": "{phone}", "text": "{text}", "k": "{secret.password}"}',
            "success_pointer": "/code", "success_value": "0", "timeout_s": 2.0,
        })  # fmt: skip
        texts = lambda: [one.json()["text"] for one in server.asked]  # noqa: E731
        yield Place(made, {"password": "p4ss"}, texts)


@contextmanager
def mail(folder: Path) -> Iterator[Place]:
    with mailing(auth=False) as box:
        made = setup("mail", {
            "host": "127.0.0.1", "port": box.port, "security": "plain", "sender": "desk@mail.invalid",
            "address": "{phone}@mail.invalid", "timeout_s": 5.0,
        })  # fmt: skip
        yield Place(made, {}, lambda: [f"{one['Subject']}\n{one.get_content()}" for one in box.mails], MAIL)


@contextmanager
def cap(folder: Path) -> Iterator[Place]:
    made = setup("cap_folder", {"folder": str(folder), "sender": "fxb.example.cn", "sender_name": "镇防汛指挥部"})
    yield Place(made, {}, lambda: [one.read_text("utf-8") for one in folder.glob("*.xml")], "")


@contextmanager
def cn12379(folder: Path) -> Iterator[Place]:
    made = setup("cn12379_folder", {
        "folder": str(folder), "sender": "某镇人民政府", "sender_code": "41010541600001", "signer": "镇长",
    })  # fmt: skip
    yield Place(made, {}, lambda: [one.read_text("utf-8") for one in folder.glob("*.xml")], "")


@contextmanager
def tak_server(folder: Path) -> Iterator[Place]:
    with tak() as server:
        made = setup("tak", {
            "host": "127.0.0.1", "port": server.port, "transport": "tcp", "timeout_s": 1.0, "settle_s": 0.1,
        })  # fmt: skip
        yield Place(made, {}, lambda: [f"{one.uid} {one.callsign} {one.remarks}" for one in server.events], "")


ENDPOINTS = {
    "dingtalk_robot": robot,
    "dingtalk_app": app,
    "zwdd": zwdd,
    "sms_http": sms,
    "mail": mail,
    "cap_folder": cap,
    "cn12379_folder": cn12379,
    "tak": tak_server,
}
