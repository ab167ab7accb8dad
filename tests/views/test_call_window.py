"""视频调度: the sheet shows who is in the call, how their media stand, and offers the next rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from data.model.dispatch import Call, Channel, Outcome
from data.model.field import Member, Seat, VideoCall
from data.model.field_steps import VideoCalled, VideoEnded, VideoSeated
from data.model.steps import CallLogged
from tests import township
from tests.views.call_stage import FakeView, with_phones
from tests.views.small_room import SmallRoom, look
from views.call_bar import CallBar, Ringing
from views.call_media import Line
from views.call_people import phones_of
from views.call_window import CallWindow

ADDRESS = Line("http://127.0.0.1:8700/call/call.html", "key")
FACTS = {"name": "指挥部", "label": "查看", "about": ""}


@pytest.fixture
def sheet(qtbot) -> CallWindow:
    made = CallWindow(look(), FakeView)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def opened(sheet: CallWindow, *people: str) -> tuple[SmallRoom, FakeView]:
    now = with_phones()
    call = VideoCall("c1", now.at, "U1", tuple(Member(one) for one in people))
    room = SmallRoom(township.after(now, VideoCalled(call)), sheet)
    phones = {one: device for one, device in phones_of(room.now, ()).items() if one in people}
    sheet.open_call(ADDRESS, "c1", FACTS, phones, list(people))
    assert sheet.media is not None
    view = sheet.media._view
    assert isinstance(view, FakeView)
    return room, view


def test_the_page_is_told_words_key_and_call_before_it_rings(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001")
    verbs = view.verbs()
    assert verbs.index("line") < verbs.index("open") < verbs.index("ring")
    assert view.last("line") == ["key"]
    assert "等待" in view.last("words")[0]["waiting"]


def test_a_page_that_dies_is_told_all_again_but_rings_nobody(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001")
    view.told.clear()
    view.bridge.lost()
    view.renderer_died.emit(11)
    view.bridge.desk.ready()
    assert {"words", "line", "open", "look", "clock"} <= set(view.verbs())
    assert "ring" not in view.verbs()


def test_members_show_seat_time_and_media(sheet: CallWindow) -> None:
    room, view = opened(sheet, "S001", "S002")
    room.do(VideoSeated("c1", ("S001",), Seat.JOINED))
    view.says(kind="media", device="d1", state="fallback", audio=False, video=True)
    first, second = sheet.side.members.lines()
    assert (first.value, first.note) == ("已接通", "网络受限，经网关转送 · 无声音")
    assert first.detail
    assert sheet.side.offer_words.text() == "测试1 没有声音"
    assert second.value == "正在呼叫"
    assert sheet.side.facts.text().startswith("1 人在通话中")


def test_a_phone_that_is_not_online_is_said_at_once(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001")
    view.says(kind="seat", device="d1", seat="offline", why="")
    assert sheet.side.members.lines()[0].value == "手机不在线"
    assert sheet.side.offer.isVisible()
    assert not sheet.side.offer_again.isVisible()


def test_whoever_cannot_be_rung_is_offered_the_link_and_the_row_says_that_it_went(sheet: CallWindow) -> None:
    room, view = opened(sheet, "S001", "S005")
    asked: list[tuple[str, str]] = []
    sheet.link_requested.connect(lambda call, person: asked.append((call, person)))
    room.do(VideoSeated("c1", ("S001",), Seat.JOINED))
    room.do(VideoSeated("c1", ("S005",), Seat.MISSED, "no_phone"))
    assert sheet.side.offer_link.isVisible()
    sheet.side.offer_link.click()
    sheet.side.members.choose(["S001"])
    sheet.side._show_row_buttons()
    assert not sheet.side.link.isEnabled(), "who is in the call needs no link"
    room.do(CallLogged(Call("k1", "S005", room.now.at, Outcome.WAITING, Channel.SMS, about="c1")))
    assert sheet.side.members.lines()[1].note.endswith("已发链接（短信）")
    assert asked == [("c1", "S005")]
    view.says(kind="media", device="d1", state="connected", audio=False, video=True)
    room.do(VideoSeated("c1", ("S005",), Seat.JOINED))
    assert not sheet.side.offer_link.isVisible(), "who is in but without sound is phoned"


def test_a_desk_without_camera_and_microphone_says_so(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001")
    view.says(kind="local", audio=False, video=False, why="none")
    assert "只能收看收听" in sheet.side.own.text()
    assert not sheet.mute.isEnabled()
    view.says(kind="local", audio=True, video=True, why="")
    assert sheet.mute.isEnabled()
    assert not sheet.side.own.isVisible()


def test_mute_and_camera_are_told_to_the_page(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001")
    view.says(kind="local", audio=True, video=True, why="")
    sheet.mute.click()
    sheet.dark.click()
    assert view.last("mute") == [True, True]


def test_a_person_is_added_from_those_with_phones(sheet: CallWindow) -> None:
    opened(sheet, "S001")
    asked = []
    sheet.ring_requested.connect(lambda call, person: asked.append((call, person)))
    sheet.show_online(["d3"])
    sheet.add.click()
    lines = sheet.side.picker.list.lines()
    assert [(line.id, line.value) for line in lines] == [("S003", "在线"), ("S002", "不在线")]
    sheet.side.picker.list.picked.emit("S003")
    assert asked == [("c1", "S003")]
    assert not sheet.side.picker.isVisible()


def test_nothing_can_be_done_to_a_call_that_is_over(sheet: CallWindow) -> None:
    room, _ = opened(sheet, "S001")
    room.do(VideoEnded("c1"))
    assert not any(one.isEnabled() for one in (sheet.snap, sheet.record, sheet.add, sheet.hang, sheet.mute))
    assert "结束" in sheet.side.facts.text()
    assert sheet.over.isVisible()


def test_picking_a_member_shows_him_large(sheet: CallWindow) -> None:
    _, view = opened(sheet, "S001", "S002")
    sheet.side.members.picked.emit("S002")
    assert view.last("choose") == ["d2"]


def test_an_empty_snapshot_is_said_and_kept_nowhere(sheet: CallWindow, qtbot) -> None:
    _, view = opened(sheet, "S001")
    with qtbot.waitSignal(sheet.message_requested), qtbot.assertNotEmitted(sheet.snapshot_taken):
        view.says(kind="snapshot", device="d1", data="")


def test_what_the_page_says_in_other_shapes_is_not_understood(sheet: CallWindow, caplog) -> None:
    _, view = opened(sheet, "S001")
    before = dict(sheet.media.live) if sheet.media else {}
    for said in ({"kind": "seat", "device": 3}, {"kind": "media", "state": "x"}, {"kind": "snapshot", "data": "%%"}):
        view.says(**said)
    view.bridge.desk.said("[" * 5000)
    assert sheet.media is not None
    assert sheet.media.live == before
    assert sum("not understood" in record.message for record in caplog.records) == 4


def test_the_bar_shows_who_rings_and_takes_no_focus(qtbot) -> None:
    bar = CallBar(look())
    qtbot.addWidget(bar)
    now = with_phones()
    room = SmallRoom(now, bar)
    bar.show_ringing(tuple(Ringing(f"f{n}", f"S{n:03d}", "", now.at) for n in range(1, 6)))
    assert bar.isVisible()
    assert [line[0].text().split()[0] for line in bar.lines[:3]] == ["测试1", "测试2", "测试3"]
    assert "2 个" in bar.lines[3][0].text()
    bar.show_ringing(())
    assert not bar.isVisible()
    call = VideoCall("c1", now.at, "U1", (Member("S001"),))
    room.show(replace(township.after(room.now, VideoCalled(call)), user="U1"))
    bar.show_time(now.at + timedelta(minutes=5))
    bar.show_call("c1", recording=True)
    assert "正在录像" in bar.going.text()
