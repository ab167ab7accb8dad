"""Nothing real leaves a drill, a what-if or a replay: every adapter, by every way that leads to it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from data.gateway.channels.build import ChannelTrouble, build
from data.gateway.channels.catalogue import KINDS
from data.gateway.channels.cot import CotEvent
from data.gateway.channels.cot_link import TakLink
from data.gateway.channels.dingtalk_app import WorkNotice
from data.gateway.channels.standing import Ledger, Watched
from data.gateway.channels.zwdd import Todo, Zwdd
from data.gateway.courier import EXERCISE, Courier
from data.model.dispatch import Channel, Push
from data.model.outbox import OutState
from data.model.people import Staff
from data.model.situation import Situation
from data.model.steps import PushApproved, PushDrafted, Realm, RegisterReplaced, Step
from data.rules.channels import Carrier, Delivery, OutboundRefused, Port, Recipient
from data.rules.take import take
from data.store.rows import make_register
from data.store.store import Store
from tests.data.gateway.channels.every_kind import ENDPOINTS, PHONE, Place
from tests.data.gateway.channels.outward import SENT, message
from tests.data.gateway.linked import House, cookie, phone, run

NOT_LIVE = (Realm.WHATIF, Realm.DRILL, Realm.REPLAY)


class Wire:
    """Counts what goes to the network; what goes into folders is counted by the endpoints."""

    def __init__(self) -> None:
        self.connected = 0


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Wire:
    made, connect = Wire(), socket.socket.connect

    def counted(self: socket.socket, address: Any) -> None:
        made.connected += 1
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", counted)
    return made


@pytest.fixture
def places(tmp_path: Path) -> Iterator[tuple[Place, ...]]:
    """An endpoint of every kind that settings can make."""
    with ExitStack() as stack:
        made: list[Place] = []
        for kind in KINDS:
            (tmp_path / kind).mkdir()
            made.append(stack.enter_context(ENDPOINTS[kind](tmp_path / kind)))
        yield tuple(made)


def carriers(places: tuple[Place, ...]) -> tuple[Carrier, ...]:
    made = [build(place.setup, place.secrets) for place in places]
    assert not [one for one in made if isinstance(one, ChannelTrouble)]
    return tuple(Watched(one, Ledger(), lambda: SENT) for one in made if not isinstance(one, ChannelTrouble))


class DrillDesk:
    """A store of a realm with one push to everybody by every way; the courier works its outbox."""

    def __init__(self, path: Path, realm: Realm, port: Port) -> None:
        self.path, self.realm, self.port = path, realm, port
        self.open()
        if not self.now.pushes:
            staff = (Staff("S1", "测试", "R06", "成员", "网格员", phone=PHONE),)
            ways = tuple(dict.fromkeys(one.channel for one in port_carriers(port) if one.channel in LADDERED))
            public = tuple(one.name for one in port_carriers(port) if one.channel is Channel.BROADCAST)
            self.do(RegisterReplaced(make_register("staff", staff), "test"))
            for way in ways:  # a ladder of one rung each, so that every way is due at once
                push = Push(f"P-{way}", "清滩", "请离滩", "作废", "U2", SENT, ("S1",), (way,), broadcast=public)
                self.do(PushDrafted(push))
                self.do(PushApproved(push.id, "U3"))

    def open(self) -> None:
        self.store = Store.open(self.path, realm=self.realm)
        self.now = self.store.load()
        self.courier = Courier(self.port, lambda: self.now, address=lambda *_: PHONE)

    def do(self, body: Any) -> None:
        step = Step(f"k{self.now.seq}", SENT, "system", self.realm, body)
        self.now, _ = take(self.now, step)
        self.store.append([(step, self.now)])

    def send(self, most: int = 1000) -> None:
        _, errands = self.courier.sort(self.store.field.due(SENT + timedelta(hours=1), most))
        for errand in errands:
            self.store.field.settle(self.courier.carry(errand, SENT).lines)

    def attempts(self) -> int:
        """How often something would have left: counted by the outbox itself."""
        return sum(one.error == EXERCISE for one in self.store.field.lines((OutState.DEAD,)))

    def restart(self) -> None:
        self.store.close()
        self.open()


LADDERED = (Channel.MESSENGER, Channel.SMS)


def port_carriers(port: Port) -> tuple[Carrier, ...]:
    return tuple(one for channel in port.channels for one in port.of(channel) if one.name.startswith("my_"))


@pytest.mark.parametrize("realm", NOT_LIVE)
def test_a_push_made_outside_live_stays_in_the_outbox_through_a_restart(
    tmp_path: Path, places: tuple[Place, ...], wire: Wire, realm: Realm
) -> None:
    desk = DrillDesk(tmp_path / "drill.db", realm, Port(carriers(places)))
    waiting = len(desk.store.field.lines((OutState.WAITING,)))
    desk.send(most=2)
    desk.restart()
    desk.send()
    assert desk.attempts() == waiting > 3
    assert wire.connected == 0
    assert [place.arrived() for place in places] == [[]] * len(places)
    desk.store.close()


def test_the_same_push_made_in_live_reaches_every_endpoint(
    tmp_path: Path, places: tuple[Place, ...], wire: Wire
) -> None:
    desk = DrillDesk(tmp_path / "live.db", Realm.LIVE, Port(carriers(places)))
    desk.send()
    reached = [place.setup.kind for place in places if place.arrived()]
    assert wire.connected > 0
    assert {"dingtalk_robot", "sms_http", "cap_folder", "tak"} <= set(reached)
    desk.store.close()


class Switching:
    """A way out that reaches nobody, and in the middle of which the desk changes its realm."""

    name, channel, outbound, exercise = "a_first", Channel.SMS, True, True

    def __init__(self, switch: Any) -> None:
        self.switch = switch

    def compose(self, *_: Any) -> tuple[()]:
        return ()

    def send(self, _message: Any, recipients: tuple[Recipient, ...]) -> tuple[Delivery, ...]:
        self.switch()
        return ()


@pytest.mark.parametrize(("made_in", "switched_to"), [(Realm.DRILL, Realm.LIVE), (Realm.LIVE, Realm.DRILL)])
def test_a_realm_that_is_switched_in_mid_send_lets_nothing_more_out(
    tmp_path: Path, places: tuple[Place, ...], wire: Wire, made_in: Realm, switched_to: Realm
) -> None:
    sms = next(place for place in places if place.setup.kind == "sms_http")
    desk = DrillDesk(tmp_path / "desk.db", made_in, Port(carriers((sms,))))

    def switch() -> None:
        desk.now = replace(desk.now, realm=switched_to)

    desk.courier = Courier(Port((Switching(switch), *carriers((sms,)))), lambda: desk.now, address=lambda *_: PHONE)
    desk.send()
    assert desk.now.realm is switched_to
    assert wire.connected == 0
    assert sms.arrived() == []
    desk.store.close()


def test_an_adapter_that_is_asked_without_the_port_refuses_by_itself(places: tuple[Place, ...], wire: Wire) -> None:
    for carrier in carriers(places):
        for realm in NOT_LIVE:
            with pytest.raises(OutboundRefused):
                carrier.send(message(realm=realm), (Recipient("p1", PHONE),))
    assert wire.connected == 0
    assert not [place for place in places if place.arrived()]


def test_conferences_todos_and_positions_are_refused_too(places: tuple[Place, ...], wire: Wire) -> None:
    made = [one.inner for one in carriers(places) if isinstance(one, Watched)]
    app = next(one for one in made if isinstance(one, WorkNotice))
    todo = next(one for one in made if isinstance(one, Zwdd))
    tak = next(one for one in made if isinstance(one, TakLink))
    seen = CotEvent("u1", "a-f-G", 113.7, 34.9, SENT, SENT + timedelta(minutes=5))
    for realm in NOT_LIVE:
        for act in (
            lambda realm=realm: app.create_conference("会商", PHONE, (PHONE,), realm),
            lambda realm=realm: todo.create_todo(Todo("t1", "清滩", "1", "2"), realm),
            lambda realm=realm: todo.finish_todo("t1", "2", realm),
            lambda realm=realm: tak.send_events((seen,), realm),
        ):
            with pytest.raises(OutboundRefused):
                act()
    assert wire.connected == 0


def test_a_phone_enrolled_live_is_a_stranger_to_the_drill(tmp_path: Path) -> None:
    live, token = phone()
    house = House(tmp_path, live)

    async def asked(name: str) -> int:
        async with house.client() as client:
            held = {"cookie": cookie(token)["cookie"].replace("__Host-anlan", name)}
            return (await client.get("/api/me", headers=held)).status_code

    assert run(asked("__Host-anlan")) == 200
    drill = Situation(realm=Realm.DRILL)
    house.shown.now = drill
    house.sessions.learn(drill.devices, drill.realm)
    assert run(asked("__Host-anlan")) == 401
    own = replace(drill, devices=drill.devices.set(live.id, live))
    house.sessions.learn(own.devices, own.realm)  # the very token, enrolled in the drill: by its own cookie only
    assert (run(asked("__Host-anlan")), run(asked("__Host-anlan-drill"))) == (401, 200)
