"""The channels at the desk, end to end: one is added, tried, and carries a push; what comes in reaches the room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data.gateway.channels.catalogue import Setup
from data.gateway.channels.cot import CotType, position, write
from data.gateway.courier import Courier
from data.model.dispatch import Channel, Outcome, Push
from data.model.steps import NoteWritten, PushApproved, PushDrafted, ReportReceived
from data.rules.channels import EXERCISE_MARK
from data.store.store import Store
from desktop import theme
from desktop.background import Background
from desktop.channel_desk import ChannelDesk
from desktop.clock import DeskClock
from desktop.courier import CourierDesk
from desktop.keeping import Keeping
from desktop.room import Room
from tests import township
from tests.data.gateway.channels.every_kind import ENDPOINTS
from tests.data.gateway.channels.fake_messenger import DingTalkSide
from tests.data.gateway.channels.fake_stream import StreamSide, streaming
from tests.data.gateway.channels.fake_tak import tak
from views.channels import ChannelsTab


class Seat:
    """Room, store, courier, channels and the tab, as the desk has them."""

    def __init__(self, home: Path) -> None:
        self.background = Background()
        self.keeping = Keeping(Store.open(home / "anlan.sqlite"), self.background)
        self.clock = DeskClock(township.NOON, 0)
        self.room = Room(replace(township.situation(), user="U4"), self.keeping.keep, self.clock.now)
        self.desk = ChannelDesk(
            self.room, self.keeping, self.background, self.clock, home, {("E8", "求助"): 2.0}
        )  # fmt: skip
        channels = self.desk.channels
        self.courier = CourierDesk(
            Courier(channels.port, lambda: self.room.situation, address=channels.address),
            self.keeping.run, self.background.tell, self.room.do, lambda: self.room.situation, self.clock.now,
        )  # fmt: skip
        self.tab = ChannelsTab(theme.load("dark").theme)
        self.bodies: list[object] = []
        self.room.stepped.connect(lambda step: self.bodies.append(step.body))
        self.room.changed.connect(self.courier.show_situation)
        self.room.changed.connect(lambda now, _: self.tab.show_situation(now))
        self.tab.resize(1300, 640)
        self.tab.show_time(township.NOON)
        self.room.tell_everything()
        self.desk.adopt(self.tab, self.courier)
        self.tab.show()
        self.desk.start()
        self.courier.start()

    def close(self) -> None:
        self.clock.stop()
        self.background.close()
        self.courier.close()
        self.desk.close()
        self.tab.close()
        self.keeping.close()

    def push(self, ladder: tuple[Channel, ...], people: tuple[str, ...], broadcast: tuple[str, ...] = ()) -> None:
        push = Push("P1", "撤滩通知", "请立即撤离", "作废", "U1", self.clock.now(), people, ladder, broadcast=broadcast)
        assert self.room.do(PushDrafted(push), "U1")
        assert self.room.do(PushApproved("P1", "U2"), "U2")

    def notes(self) -> list[str]:
        return [body.text for body in self.bodies if isinstance(body, NoteWritten)]


@pytest.fixture
def seat(home: Path, qtbot: QtBot) -> Iterator[Seat]:
    made = Seat(home)
    qtbot.addWidget(made.tab)
    yield made
    made.close()


def added(seat: Seat, qtbot: QtBot, setup: Setup, secrets: dict[str, str]) -> None:
    seat.tab.keep_requested.emit(setup, secrets)
    taken = lambda one: one.setup == setup and set(one.kept) == set(secrets)  # noqa: E731
    qtbot.waitUntil(lambda: any(taken(row.standing) for row in seat.tab.model.rows()), timeout=8000)


def fill(form, values: dict[str, object]) -> None:
    for key, value in values.items():
        form.fields[key].show_value(value)
    form._look()


def test_a_mail_channel_is_added_tried_and_carries_a_push(seat: Seat, qtbot: QtBot, tmp_path: Path):
    with ENDPOINTS["mail"](tmp_path) as place:
        seat.tab.begin("mail")
        form = seat.tab.forms[""]
        assert not form.save.isEnabled()
        form.title.setText("应急办邮箱")
        fill(form, dict(place.setup.values))
        form.save.click()
        qtbot.waitUntil(lambda: "mail" in seat.tab.forms, timeout=8000)
        assert [one.ready for one in seat.desk.channels.standings()] == [True]

        seat.tab.trial.dry_run.click()
        qtbot.waitUntil(lambda: "样例" in seat.tab.trial.told.text())
        assert "undisclosed" not in seat.tab.trial.text.toPlainText()
        assert place.arrived() == []

        seat.push((Channel.MESSENGER,), ("S001", "S002"))
        qtbot.waitUntil(lambda: len(place.arrived()) == 1, timeout=8000)
        (mail,) = place.arrived()
        assert "请立即撤离" in mail
        assert EXERCISE_MARK not in mail
        receipts = lambda: {one.person: one.outcome for one in seat.room.situation.pushes["P1"].receipts}  # noqa: E731
        qtbot.waitUntil(lambda: receipts() == dict.fromkeys(("S001", "S002"), Outcome.DELIVERED), timeout=8000)
        qtbot.waitUntil(lambda: seat.tab.model.rows()[0].standing.tally.sent == 2, timeout=8000)
    assert seat.notes() == ["发送渠道已修改：应急办邮箱"]


def test_what_did_not_go_out_is_listed_with_its_reason_and_sent_again(seat: Seat, qtbot: QtBot, tmp_path: Path):
    folder = tmp_path / "share"
    values = (("folder", str(folder)), ("sender", "fxb.cn"), ("sender_name", "镇防汛指挥部"))
    added(seat, qtbot, Setup("cap", "cap_folder", "对外目录", values=values), {})
    robot = Setup("robot", "dingtalk_robot", "工作群", values=(("base_url", "http://127.0.0.1:9"),))
    added(seat, qtbot, robot, {})
    seat.push((Channel.MESSENGER,), ("S001",), ("cap", "robot"))
    qtbot.waitUntil(lambda: len(seat.tab.out_model.rows()) == 3, timeout=8000)
    rows = {(row.via, row.dead): row for row in seat.tab.out_model.rows()}
    assert rows["cap", False].reason == "文件夹不在，或共享未挂上"
    assert rows["robot", True].reason == "本席未接入此渠道"
    added(seat, qtbot, robot, {"token": "t"})
    seat.tab.again.click()
    qtbot.waitUntil(lambda: not any(row.dead and row.via == "robot" for row in seat.tab.out_model.rows()), timeout=8000)


def test_a_test_is_told_and_journaled(seat: Seat, qtbot: QtBot, tmp_path: Path):
    with ENDPOINTS["sms_http"](tmp_path) as place:
        added(seat, qtbot, replace(place.setup, title="短信"), place.secrets)
        seat.tab.choose(place.setup.name)
        seat.tab.trial.address.setText("13800000009")
        seat.tab.trial.test.click()
        qtbot.waitUntil(lambda: "测试已发出" in seat.tab.trial.told.text(), timeout=8000)
        assert "测试" in place.arrived()[0]
    assert seat.notes()[-1] == "发送渠道测试：短信"


@pytest.fixture
def side() -> Iterator[StreamSide]:
    with streaming(DingTalkSide("key", "app-secret", 7)) as made:
        yield made


def listening(seat: Seat, qtbot: QtBot, side: StreamSide, addresses: tuple[str, ...] = ()) -> None:
    values = {
        "app_key": "key", "agent_id": 7, "base_url": side.url, "api_url": side.url, "listen": True, "timeout_s": 2.0,
        "addresses": addresses,
    }  # fmt: skip
    added(seat, qtbot, Setup("app", "dingtalk_app", values=tuple(values.items())), {"app_secret": "app-secret"})
    qtbot.waitUntil(lambda: len(side.lines) == 1, timeout=8000)
    qtbot.waitUntil(lambda: [one.line for one in seat.desk.channels.standings()] == ["online"], timeout=8000)


def test_what_people_write_to_the_robot_reaches_the_room_once_and_the_disk(seat: Seat, qtbot: QtBot, side: StreamSide):
    person = next(iter(seat.room.situation.registers.staff)).id
    listening(seat, qtbot, side, (f"{person}=u1",))
    side.say("求助 12 坝有人落水", "m1")
    qtbot.waitUntil(lambda: side.acks == [200], timeout=8000)
    (report,) = [body.report for body in seat.bodies if isinstance(body, ReportReceived)]
    assert (report.by, report.category, report.kind) == (person, "E8", "求助")
    key = "channel/app/m1"
    assert key in seat.keeping.run(lambda store: store.known([key])).result(5)
    side.say("求助 12 坝有人落水", "m1")
    side.say("收到", "m2")
    qtbot.waitUntil(lambda: len(side.acks) == 3, timeout=8000)
    assert len([body for body in seat.bodies if isinstance(body, ReportReceived)]) == 1
    assert "钉钉 石磊：收到" in seat.notes()


def test_a_writer_is_known_by_the_number_that_the_messenger_tells(seat: Seat, qtbot: QtBot, side: StreamSide):
    phones = {row.phone: row.id for row in seat.room.situation.registers.staff}
    listening(seat, qtbot, side)
    side.say("险情：管涌", "m1")
    side.say("险情：管涌", "m2", sender="u9")
    qtbot.waitUntil(lambda: len(side.acks) == 2, timeout=8000)
    reports = [body.report.by for body in seat.bodies if isinstance(body, ReportReceived)]
    assert reports == ([phones["13800000001"]] if "13800000001" in phones else [])
    assert "钉钉 石磊（未登记）：险情：管涌" in seat.notes()


def test_positions_of_tak_are_handed_on_and_the_line_is_told(seat: Seat, qtbot: QtBot):
    with ExitStack() as ends:
        server = ends.enter_context(tak())
        event = replace(position("x", CotType.TEAM, 113.7, 34.9, datetime.now(UTC)), uid="ANDROID-7")
        server.says = [write(event) + b"\n"]
        values = (("host", "127.0.0.1"), ("port", server.port), ("transport", "tcp"), ("listen", True))
        moved: list[tuple] = []
        seat.desk.moved.connect(moved.append)
        added(seat, qtbot, Setup("tak", "tak", values=values), {})
        qtbot.waitUntil(lambda: bool(moved), timeout=8000)
        assert [one.person for one in moved[0]] == ["tak:ANDROID-7"]
        assert abs(moved[0][0].at - seat.clock.now()).total_seconds() < 10, "as old on the desk as in the world"
        qtbot.waitUntil(lambda: seat.desk.channels.standings()[0].line == "online")
        seat.desk.channels.remove("tak")
        qtbot.waitUntil(lambda: seat.desk.channels.standings() == (), timeout=8000)
