"""What comes in by the channels: who wrote it, what step it means, which positions are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from data.gateway.channels.cot import CotEvent, CotType, in_realm, position
from data.gateway.channels.dingtalk_stream import Inbound
from data.gateway.channels.heard import key_of, person_of, position_of, written
from data.model.field import Position
from data.model.steps import NoteWritten, Realm, ReportReceived
from tests import township

AT = datetime(2026, 8, 1, 4, 0, tzinfo=UTC)
DUE = {("E8", "求助"): 2.0}


def inbound(text: str, **more) -> Inbound:
    return replace(Inbound("u1", "石磊", text, AT, "cid", "text", "msg-1"), **more)


@pytest.mark.parametrize("text", ["求助 12 坝有人落水", "险情：12 坝", "  报告，已到位", "【求助】快来"])
def test_a_known_person_who_asks_for_help_makes_a_report(text: str):
    found = written("app", inbound(text), "S001", AT, DUE)
    assert isinstance(found.body, ReportReceived)
    report = found.body.report
    assert (report.category, report.kind, report.by, report.text) == ("E8", "求助", "S001", text)
    assert report.due == AT + timedelta(hours=2)
    assert (found.key, found.actor) == ("channel/app/msg-1", "S001")


def test_anything_else_is_a_line_of_the_log_with_the_name():
    assert written("app", inbound("收到"), "S001", AT, DUE).body == NoteWritten("钉钉 石磊：收到")
    assert written("app", inbound("求助"), "", AT, DUE).body == NoteWritten("钉钉 石磊（未登记）：求助")
    assert written("app", inbound("", kind="picture"), "S001", AT, DUE).body == NoteWritten("钉钉 石磊：（图片）")


def test_repeats_have_one_key_and_one_report_and_two_channels_two():
    one, again = (written("app", inbound("求助"), "S001", AT + timedelta(seconds=s), DUE) for s in (0, 9))
    assert one.key == again.key == key_of("app", inbound("x"))
    assert one.body.report.id == again.body.report.id
    assert written("other", inbound("求助"), "S001", AT, DUE).body.report.id != one.body.report.id


def test_a_person_is_known_by_account_or_number_never_by_name():
    now = township.situation()
    staff = now.registers.staff.get("S001")
    assert person_of(now, {"S002": "u1"}, "u1", staff.phone) == "S002"
    assert person_of(now, {}, "u1", f"+86 {staff.phone}") == "S001"
    assert person_of(now, {}, staff.name, "") == ""
    assert person_of(now, {}, "u1", "13999999999") == ""


def test_only_strangers_in_the_flesh_become_positions():
    team = CotEvent("ANDROID-1", CotType.TEAM.value, 113.7, 34.9, AT, AT, ce_m=8.0)
    assert position_of(team) == Position("tak:ANDROID-1", AT, 113.7, 34.9, 8.0)
    assert position_of(replace(team, ce_m=9_999_999.0)) == Position("tak:ANDROID-1", AT, 113.7, 34.9)
    assert position_of(replace(team, type=CotType.MARKER.value)) is None
    assert position_of(position("ours", CotType.TEAM, 113.7, 34.9, AT)) is None
    drill = in_realm(team, Realm.DRILL)
    assert position_of(drill) is None
    assert position_of(drill, exercise=True) is not None
