"""Video calls on the desk: who is rung, what the journal hears, what is kept, and the next rung when nobody answers."""

from __future__ import annotations

import base64
import struct
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from data.gateway.ports import CallEvent
from data.model.field import Seat
from data.model.steps import Realm
from desktop.calling import Calling, CallTools
from desktop.room import Room
from tests.views.call_stage import FakeView, with_phones
from tests.views.small_room import look
from views.call_bar import CallBar
from views.call_media import Line
from views.call_window import CallWindow
from views.pane import Pane

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"rest"


class Desk:
    """A room, a sheet with a page that is none, a bar, and a gateway that is a list."""

    def __init__(self, qtbot: Any, folder: Path) -> None:
        now = with_phones()
        self.time = now.at + timedelta(minutes=1)
        self.room = Room(now, lambda _step, _after: None, lambda: self.time)
        self.refused: list[str] = []
        self.room.refused.connect(lambda code, _params: self.refused.append(code))
        self.window, self.bar = CallWindow(look(), FakeView), CallBar(look())
        for pane in (self.window, self.bar):
            qtbot.addWidget(pane)
            self.add(pane)
        self.line: Line | None = Line("http://127.0.0.1:8700/call/call.html", "key")
        self.said: list[dict[str, Any]] = []
        self.kept: list[tuple[bytes, str]] = []
        self.fails: OSError | None = None
        tools = CallTools(lambda: self.line, lambda m: self.said.append(dict(m)), self.keep, lambda: self.time)
        self.calling = Calling(self.room, self.window, self.bar, tools, folder / "calls")
        self.phoned: list[tuple[list[str], str]] = []
        self.told: list[str] = []
        self.calling.telephone_requested.connect(lambda people, about: self.phoned.append((people, about)))
        self.calling.told.connect(self.told.append)

    def add(self, pane: Pane) -> None:
        pane.step_requested.connect(self.room.do)
        pane.show_time(self.time)
        pane.show_situation(self.room.situation, ~pane.heeds | pane.heeds)
        self.room.changed.connect(pane.show_situation)

    def keep(
        self, source: bytes | Path, name: str, then: Callable[[str], None], failed: Callable[[BaseException], None]
    ) -> None:
        if self.fails is not None:
            failed(self.fails)
            return
        self.kept.append((source if isinstance(source, bytes) else source.read_bytes(), name))
        then(f"{len(self.kept):064x}")

    @property
    def page(self) -> FakeView:
        media = self.window.media
        assert media is not None
        assert isinstance(media._view, FakeView)
        return media._view

    @property
    def call(self) -> Any:
        return self.room.situation.videos[self.window.call_id]

    def happens(self, what: str, n: int, note: str = "", call: str = "", about: str = "") -> None:
        self.calling.on_event(CallEvent(call or self.window.call_id, what, f"d{n}", f"S{n:03d}", about, note))

    def seats(self) -> dict[str, Seat]:
        return {member.person: member.seat for member in self.call.members}

    def records(self, *pieces: bytes, last: bool = False) -> None:
        for serial, piece in enumerate(pieces):
            self.page.says(kind="chunk", serial=serial, data=base64.b64encode(piece).decode(), last=False)
        if last:
            self.page.says(kind="chunk", serial=99, data="", last=True)


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    assert made.refused == []


def test_a_call_rings_those_with_a_phone_and_marks_the_others(desk: Desk) -> None:
    desk.calling.call(["S001", "S002", "S005"], "tasks/T1")
    assert desk.seats() == {"S001": Seat.RINGING, "S002": Seat.RINGING, "S005": Seat.MISSED}
    assert [verb[1] for verb in desk.page.told if verb[0] == "ring"] == ["d1", "d2"]
    (facts,) = desk.page.last("open")
    assert (facts["about"], [one["device"] for one in facts["members"]]) == ("tasks/T1", ["d1", "d2"])
    assert desk.window.isVisible()


def test_a_squad_is_called_through_its_leader(desk: Desk) -> None:
    desk.calling.call(["Q1"])
    assert desk.seats() == {"S002": Seat.RINGING}


def test_without_a_gateway_or_a_phone_the_telephone_is_next(desk: Desk) -> None:
    desk.calling.call(["S005"], "report/R1")
    desk.line = None
    desk.calling.call(["S001"])
    assert desk.phoned == [(["S005"], "R1"), (["S001"], "")]
    assert len(desk.room.situation.videos) == 0


def test_joining_and_leaving_are_in_the_journal_and_the_last_one_out_ends_it(desk: Desk) -> None:
    desk.calling.call(["S001", "S002"])
    desk.happens("joined", 1)
    desk.happens("refused", 2, "driving")
    assert desk.seats() == {"S001": Seat.JOINED, "S002": Seat.REFUSED}
    desk.happens("left", 1)
    assert (desk.call.ended_at is not None, desk.call.reason) == (True, "all_left")
    assert desk.page.address == ""
    desk.happens("left", 1)  # late news of a call that is over


def test_a_missed_call_offers_the_telephone(desk: Desk) -> None:
    desk.calling.call(["S001"], "report/R1")
    desk.happens("missed", 1)
    assert desk.window.side.offer.isVisibleTo(desk.window)
    assert "测试1 未接听" in desk.window.side.offer_words.text()
    desk.window.side.offer_phone.click()
    assert desk.phoned == [(["S001"], "R1")]
    assert desk.call.ended_at is None  # he may be rung again
    desk.window.side.offer_again.click()
    assert desk.seats() == {"S001": Seat.RINGING}
    assert [verb for verb in desk.page.verbs() if verb == "ring"] == ["ring", "ring"]


def test_people_are_added_to_the_call_that_goes_on(desk: Desk) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    first = desk.window.call_id
    desk.calling.call(["S001", "S003"])
    assert desk.window.call_id == first
    assert desk.seats() == {"S001": Seat.JOINED, "S003": Seat.RINGING}
    assert desk.page.told[-1] == ["ring", "d3"]


def test_media_that_failed_and_came_after_all(desk: Desk) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.happens("failed", 1)
    assert desk.seats() == {"S001": Seat.FAILED}
    assert desk.call.ended_at is None
    desk.happens("fallback", 1)
    assert desk.seats() == {"S001": Seat.JOINED}


def test_a_call_from_the_field_is_a_line_that_does_not_steal_the_focus(desk: Desk) -> None:
    desk.happens("incoming", 2, call="f1", about="report/R1")
    assert desk.bar.isVisibleTo(None)
    assert not desk.window.isVisible()
    assert len(desk.room.situation.videos) == 0
    desk.calling.accept("f1")
    desk.happens("joined", 2, call="f1")
    call = desk.room.situation.videos["f1"]
    assert (call.from_field, call.by, desk.seats()) == (True, "S002", {"S002": Seat.JOINED})
    assert desk.page.told[-1] == ["accept", "d2"]


def test_a_call_from_the_field_that_nobody_took_is_in_the_journal(desk: Desk) -> None:
    desk.happens("incoming", 2, call="f1")
    desk.happens("missed", 2, "gave_up", call="f1")
    call = desk.room.situation.videos["f1"]
    assert (call.members[0].seat, call.ended_at is not None) == (Seat.MISSED, True)
    assert not desk.bar.isVisibleTo(None)


def test_a_call_from_the_field_is_declined_through_the_gateway(desk: Desk) -> None:
    desk.happens("incoming", 2, call="f1")
    desk.calling.refuse("f1")
    assert desk.said == [{"t": "refuse", "call": "f1", "to": "d2"}]


def test_who_rings_during_a_call_is_asked_into_it(desk: Desk) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.happens("incoming", 2, call="f1")
    desk.calling.accept("f1")
    desk.happens("refused", 2, "desk", call="f1")
    assert desk.said == [{"t": "refuse", "call": "f1", "to": "d2", "why": "busy"}]
    assert desk.seats() == {"S001": Seat.JOINED, "S002": Seat.RINGING}


def test_hanging_up_tells_the_phones_and_the_journal(desk: Desk) -> None:
    desk.calling.call(["S001", "S002"])
    desk.happens("joined", 1)
    desk.window.hang.click()
    assert desk.seats() == {"S001": Seat.LEFT, "S002": Seat.MISSED}
    assert desk.said == [{"t": "hang", "call": desk.window.call_id}]


def test_a_snapshot_goes_to_the_object_at_hand(desk: Desk) -> None:
    desk.calling.call(["S001"], "spurs/SP1")
    desk.happens("joined", 1)
    desk.window.snap.click()
    assert desk.page.verbs()[-1] == "snap"
    desk.page.says(kind="snapshot", device="d1", data=base64.b64encode(PNG).decode())
    (picture,) = desk.room.situation.pictures["spurs/SP1"]
    assert (picture.media, picture.width, picture.height, picture.note) == ("image/png", 640, 480, "S001")
    assert desk.kept == [(PNG, "snapshot.png")]


def test_a_recording_is_kept_when_it_ends(desk: Desk, tmp_path: Path) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.window.record.click()
    assert desk.page.last("record") == [True]
    desk.records(b"one", b"two")
    (path,) = (tmp_path / "calls").iterdir()
    assert path.read_bytes() == b"onetwo"  # each piece is in the file at once
    desk.window.record.click()
    desk.records(last=True)
    assert desk.kept == [(b"onetwo", "call.webm")]
    (film,) = desk.call.recordings
    assert (film.media, film.size) == ("video/webm", 6)
    assert list((tmp_path / "calls").iterdir()) == []


def test_a_page_that_dies_costs_no_piece_that_had_come(desk: Desk) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.window.record.click()
    desk.records(b"before")
    desk.page.bridge.lost()
    desk.page.renderer_died.emit(9)
    assert [film.size for film in desk.call.recordings] == [6]
    desk.page.told.clear()
    desk.page.bridge.desk.ready()
    assert desk.page.last("record") == [True]  # it goes on in a second piece
    assert desk.page.verbs().index("open") < desk.page.verbs().index("record")
    desk.records(b"after", last=True)
    assert [film.size for film in desk.call.recordings] == [6, 5]


def test_the_last_piece_is_waited_for_when_the_call_ends(desk: Desk) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.window.record.click()
    desk.records(b"one")
    desk.window.hang.click()
    assert desk.page.address  # the page still holds the last second
    desk.records(b"two", last=True)
    assert desk.kept == [(b"onetwo", "call.webm")]
    assert desk.page.address == ""
    assert len(desk.call.recordings) == 1


def test_what_a_crash_left_is_kept_at_the_next_start(desk: Desk, tmp_path: Path, qtbot) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.window.record.click()
    desk.records(b"half")
    later = Calling(
        desk.room, desk.window, desk.bar,
        CallTools(lambda: None, lambda _m: None, desk.keep, lambda: desk.time), tmp_path / "calls",
    )  # fmt: skip
    later.recover()
    assert (desk.call.ended_at is not None, desk.call.reason) == (True, "desk_lost")
    assert [film.note for film in desk.call.recordings] == ["desk_lost"]
    desk.window._last_piece.stop()


def test_a_full_disk_is_said_and_the_file_stays(desk: Desk, tmp_path: Path, caplog) -> None:
    desk.calling.call(["S001"])
    desk.happens("joined", 1)
    desk.fails = OSError(28, "no space")
    desk.window.record.click()
    desk.records(b"one", last=True)
    assert any("没有存下" in told for told in desk.told)
    assert len(list((tmp_path / "calls").iterdir())) == 1
    assert desk.call.recordings == ()


def test_a_drill_says_so_on_the_phone(desk: Desk) -> None:
    assert desk.room.situation.realm is Realm.LIVE
    desk.calling.call(["S001"])
    assert not desk.page.last("open")[0]["label"].startswith("【")
