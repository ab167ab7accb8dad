"""The channels of a desk: loaded off the UI thread, changed at once for the courier, secrets only in the box."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from data.gateway.channels.build import ChannelTrouble
from data.gateway.channels.catalogue import Setup
from data.gateway.channels.setup_file import FILE, load, write
from data.gateway.secrets_box import FileBox, SecretsTrouble
from data.model.dispatch import Channel, Outcome, Push
from data.model.steps import Realm
from data.rules.dispatch import LADDER
from desktop.background import Background
from desktop.channels import NOT_LIVE, NOT_READY, ChannelSet
from tests import township
from tests.data.gateway.channels.every_kind import ENDPOINTS, PHONE

NOW = datetime(2026, 8, 1, 4, 0, tzinfo=UTC)
MAIL = Setup("office", "mail", "应急办", values=(("host", "mail.invalid"), ("sender", "desk@mail.invalid")))
ROBOT = Setup("robot", "dingtalk_robot", "工作群")


class Bench:
    """A set over a real home, with the box that a home without a keyring has."""

    def __init__(self, home: Path, box=None) -> None:
        self.home = home
        self.background = Background()
        self.set = ChannelSet(home, self.background.tell, lambda: NOW, box=box or FileBox)

    def close(self) -> None:
        self.background.close()
        self.set.close()


@pytest.fixture
def bench(home: Path, qapp: object) -> Iterator[Bench]:
    made = Bench(home)
    yield made
    made.close()


def loaded(bench: Bench, qtbot: QtBot) -> dict:
    with qtbot.waitSignal(bench.set.changed):
        bench.set.reload()
    return {one.name: one for one in bench.set.standings()}


def keep(bench: Bench, qtbot: QtBot, setup: Setup, **secrets) -> dict:
    with qtbot.waitSignal(bench.set.changed):
        bench.set.keep(setup, secrets)
    return {one.name: one for one in bench.set.standings()}


def test_a_desk_without_channels_has_the_ways_that_every_desk_has(bench: Bench, qtbot: QtBot):
    assert loaded(bench, qtbot) == {}
    assert bench.set.port().of(Channel.TELEPHONE)
    assert bench.set.names() == ()


def test_the_courier_waits_for_the_first_look_at_the_settings(bench: Bench, qtbot: QtBot):
    (bench.home / FILE).write_text(write([MAIL]), "utf-8")
    found: list[object] = []
    waiting = threading.Thread(target=lambda: found.append(bench.set.port().of(Channel.MESSENGER)))
    waiting.start()
    assert found == []
    bench.set.start()
    waiting.join(10)
    assert [one.name for one in found[0]] == ["office"]


def test_a_missing_secret_takes_one_channel_out_of_service_and_the_others_work(bench: Bench, qtbot: QtBot):
    (bench.home / FILE).write_text(write([ROBOT, MAIL]), "utf-8")
    found = loaded(bench, qtbot)
    assert found["robot"].trouble == ChannelTrouble("missing_secret", "token")
    assert found["office"].ready
    assert [one.name for one in bench.set.port().of(Channel.MESSENGER)] == ["office"]


def test_secrets_lie_in_the_box_by_channel_and_field_and_nowhere_else(bench: Bench, qtbot: QtBot):
    found = keep(bench, qtbot, ROBOT, token="tok-s3cret", secret="SEC-s3cret")
    assert (found["robot"].trouble, found["robot"].kept) == (None, ("token", "secret"))
    assert FileBox(bench.home).get("channel.robot.token") == "tok-s3cret"
    for file in bench.home.iterdir():
        assert b"s3cret" not in file.read_bytes()
    assert "s3cret" not in repr(bench.set._loaded)
    found = keep(bench, qtbot, ROBOT, secret=None)
    assert found["robot"].kept == ("token",)
    assert found["robot"].ready


def test_a_change_is_written_and_the_next_errand_goes_by_it(bench: Bench, qtbot: QtBot):
    keep(bench, qtbot, ROBOT, token="tok")
    keep(bench, qtbot, MAIL)
    before = bench.set.port()
    keep(bench, qtbot, Setup(**{**vars_of(MAIL), "on": False}))
    assert [one.name for one in load(bench.home / FILE).setups] == ["robot", "office"]
    assert [one.name for one in before.of(Channel.MESSENGER)] == ["robot", "office"]
    assert [one.name for one in bench.set.port().of(Channel.MESSENGER)] == ["robot"]
    assert bench.set.port().carrier("robot") is before.carrier("robot"), "its pace and token stay"


def vars_of(setup: Setup) -> dict:
    return {name: getattr(setup, name) for name in ("name", "kind", "title", "on", "exercise", "values")}


def test_a_removed_channel_takes_its_secrets_along(bench: Bench, qtbot: QtBot):
    keep(bench, qtbot, ROBOT, token="tok")
    with qtbot.waitSignal(bench.set.changed):
        bench.set.remove("robot")
    assert bench.set.standings() == ()
    assert FileBox(bench.home).names() == ()


def test_a_locked_box_puts_only_those_out_of_service_that_need_it(home: Path, qtbot: QtBot):
    def locked(_: Path):
        raise SecretsTrouble("keyring_locked")

    (home / FILE).write_text(write([ROBOT, MAIL, Setup("tak", "cap_folder")]), "utf-8")
    bench = Bench(home, locked)
    try:
        found = loaded(bench, qtbot)
        assert found["robot"].trouble == ChannelTrouble("secrets_keyring_locked")
        assert found["tak"].trouble == ChannelTrouble("missing", "folder")
        with qtbot.waitSignal(bench.set.failed) as told:
            bench.set.keep(ROBOT, {"token": "t"})
        assert told.args == ["secrets_keyring_locked", ""]
    finally:
        bench.close()


def test_a_disk_that_refuses_is_told(bench: Bench, qtbot: QtBot):
    (bench.home / FILE).mkdir()
    with qtbot.waitSignal(bench.set.failed) as told:
        bench.set.reload()
    assert told.args[0] == "disk"
    assert bench.set.port().channels


def test_a_file_named_and_not_there_is_told_before_anything_is_sent(bench: Bench, qtbot: QtBot):
    values = (*MAIL.values, ("ca_file", "/none.pem"))
    found = keep(bench, qtbot, Setup("office", "mail", values=values))
    assert found["office"].trouble == ChannelTrouble("no_file", "ca_file")


def test_a_test_goes_to_the_one_address_in_live_only(bench: Bench, qtbot: QtBot, tmp_path: Path):
    told: list[object] = []
    with ENDPOINTS["sms_http"](tmp_path) as place:
        name = place.setup.name
        keep(bench, qtbot, place.setup, **place.secrets)
        for realm in (Realm.DRILL, Realm.WHATIF, Realm.REPLAY):
            bench.set.test(name, PHONE, "测试", realm, told.append)
        bench.set.test("none", PHONE, "测试", Realm.LIVE, told.append)
        qtbot.waitUntil(lambda: len(told) == 4)
        assert told == [NOT_LIVE] * 3 + [NOT_READY]
        assert place.arrived() == []
        bench.set.test(name, PHONE, "测试", Realm.LIVE, told.append)
        qtbot.waitUntil(lambda: len(told) == 5)
        assert [one.outcome for one in told[-1]] == [Outcome.DELIVERED]
        assert place.arrived() == ["测试"]
    assert bench.set.standings()[0].past.good_at == NOW


def test_a_dry_run_goes_through_every_channel_in_service_and_sends_nothing(bench: Bench, qtbot: QtBot, tmp_path: Path):
    now = township.situation()
    push = Push("P1", "撤滩", "请撤离", "作废", "U1", now.at, ("S001", "S002"), LADDER)
    found: list[tuple] = []
    with ENDPOINTS["mail"](tmp_path) as mail, ENDPOINTS["cap_folder"](tmp_path) as cap:
        keep(bench, qtbot, mail.setup)
        keep(bench, qtbot, cap.setup)
        keep(bench, qtbot, ROBOT)
        bench.set.dry_run(push, now, "镇防汛办", found.append)
        qtbot.waitUntil(lambda: bool(found))
        assert [(one.carrier, one.people) for one in found[0]] == [(mail.setup.name, 2), (cap.setup.name, 0)]
        assert all(one.drafts for one in found[0])
        assert mail.arrived() == cap.arrived() == []
    assert bench.set.address(now, "S001", mail.setup.name).endswith("@mail.invalid")
    assert [name for name, _ in bench.set.broadcasts()] == [cap.setup.name]
