"""The desk of briefings: freezing is one step, the picture comes back after a restart, drafts outlive the close."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from data.model.field_steps import DeviceEnrolled, FieldRefused
from data.model.frozen import StationState, Topic
from data.model.office import PaperKind, Question, Vote
from data.model.office_steps import BriefingDecided, BriefingOpened
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Touched
from data.model.steps import ReadingTaken
from data.store.store import Store
from desktop.background import Background
from desktop.briefing_desk import AGENDA, DRAFTS, BriefingDesk
from desktop.clock import DeskClock
from desktop.drafts import Drafts
from desktop.keeping import Keeping
from desktop.room import Room
from tests import township
from tests.data.gateway.test_poll import BRIEFING
from tests.desktop.test_fieldlink import PHONE, bench, message
from tests.views.small_room import look
from views import step_words
from views.briefing_new import NewBriefing

NOON = township.NOON
ASKED = NewBriefing("会商", "启动Ⅳ级响应", ("R04",), (Question("Q1", "水情？"),))


class Window:
    """Hears what the desk would say at its foot."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def show_message(self, text: str) -> None:
        self.said.append(text)


class CallSheet:
    """Whom the desk would telephone."""

    def __init__(self) -> None:
        self.people: list[str] = []

    def open_for(self, people: list[str]) -> None:
        self.people = people


class Place(QObject):
    """What a briefing needs of a desk, on a store that is really there."""

    def __init__(self, home: Path) -> None:
        super().__init__()
        self.home, self.theme, self.window = home, look(), Window()
        self.call_sheet = CallSheet()
        self.background = Background()
        store = Store.open(home / "anlan.sqlite")
        self.keeping = Keeping(store, self.background)
        self.clock = DeskClock(NOON, 0)
        self.room = Room(store.load(), self.keeping.keep, self.clock.now)
        self.desk = BriefingDesk(self)  # type: ignore[arg-type]
        self.desk.wire()
        self.closed = False

    def on_fault(self, error: BaseException) -> None:
        raise error

    def river(self, flow: float, minutes: float) -> None:
        at = NOON + timedelta(minutes=minutes)
        self.clock.set_time(at)
        assert self.room.do(ReadingTaken(Reading(HUAYUANKOU, at, flow, 90.0, "大沽", "t")), "system")

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self.clock.stop()
        self.desk.close()
        self.keeping.close()
        self.background.close()


@pytest.fixture
def place(qtbot: Any, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.close()


def shown_flow(place: Place) -> float | None:
    page = place.desk.page
    assert page is not None
    frozen = page._frozen.get(next(iter(place.room.situation.briefings)))
    if frozen is None:
        return None
    (first,) = frozen.of(Topic.RIVER)
    assert isinstance(first.thing, StationState)
    return first.thing.reading.flow_m3s


def test_a_briefing_is_frozen_after_the_last_step_and_live_goes_on(place: Place, qtbot: Any) -> None:
    place.river(4650, 0)
    page = place.desk.make_page()
    qtbot.addWidget(page)
    seq = place.room.situation.seq
    assert place.desk.open(ASKED)
    (briefing,) = place.room.situation.briefings.values()
    assert (briefing.frozen_seq, briefing.frozen_at, briefing.flow_m3s) == (seq, NOON, 4650)
    place.river(4720, 30)
    assert shown_flow(place) == 4650
    with qtbot.waitSignal(place.desk.paper_requested) as heard:
        page.paper_requested.emit(PaperKind.MINUTES, briefing.id)
    assert heard.args == [PaperKind.MINUTES, briefing.id]


def test_after_a_restart_the_same_picture_comes_from_the_journal(place: Place, qtbot: Any, tmp_path: Path) -> None:
    place.river(4650, 0)
    place.desk.open(ASKED)
    place.river(4720, 30)
    place.close()
    again = Place(tmp_path)
    try:
        page = again.desk.make_page()
        qtbot.addWidget(page)
        page.show_time(again.clock.now())
        page.show()
        page.show_situation(again.room.situation, Touched.everything())
        qtbot.waitUntil(lambda: shown_flow(again) is not None)
        assert shown_flow(again) == 4650
    finally:
        again.close()


def test_what_is_typed_and_not_yet_said_is_there_after_a_restart(place: Place, qtbot: Any, tmp_path: Path) -> None:
    page = place.desk.make_page()
    qtbot.addWidget(page)
    page.show_situation(place.room.situation, Touched.everything())
    place.desk.open(ASKED)
    (identity,) = place.room.situation.briefings
    page.show_situation(place.room.situation, Touched.everything())
    page.open_briefing(identity)
    page.decision.decision.setPlainText("启动Ⅳ级，14 时前撤完")
    page.poll.reason.setText("先核人数")
    page.form.motion.setPlainText("封闭浮桥")
    place.close()
    again = Place(tmp_path)
    try:
        after = again.desk.make_page()
        qtbot.addWidget(after)
        after.show_situation(again.room.situation, Touched.everything())
        after.show()
        assert after.decision.decision.toPlainText() == "启动Ⅳ级，14 时前撤完"
        assert after.poll.reason.text() == "先核人数"
        assert after.form.motion.toPlainText() == "封闭浮桥"
        qtbot.waitUntil(lambda: again.desk._frozen is not None)
    finally:
        again.close()


def test_a_file_of_drafts_that_cannot_be_read_is_put_aside(place: Place, tmp_path: Path) -> None:
    (tmp_path / DRAFTS).write_text("[", "utf-8")
    assert Drafts(tmp_path / DRAFTS, place.background).texts == {}
    assert (tmp_path / DRAFTS).with_suffix(".unreadable").read_text("utf-8") == "["


def test_an_agenda_of_the_office_stands_before_the_shipped_one_and_a_faulty_one_is_told(place: Place) -> None:
    own = place.home / AGENDA
    own.write_text("kind,id,text,text_en,asked\nquestion,X1,通信怎么保障？,,R13\n", "utf-8")
    assert [one.id for one in place.desk._agenda().questions] == ["X1"]
    own.write_text("kind,id,text\nquestion,,\n", "utf-8")
    assert place.desk._agenda().questions[0].id == "Q1"
    assert place.window.said


def test_a_vote_kept_on_disk_becomes_the_roles_ballot_and_one_after_the_decision_is_kept_as_refused(
    qtbot: Any, tmp_path: Path
) -> None:
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        desk.room.do(BriefingOpened(BRIEFING))
        with qtbot.waitSignal(desk.link.taken):
            desk.link._intake.keep(message("c1", "poll", poll="B1", answer="no_go", reason="先撤人"))
        ballot = desk.room.situation.briefings["B1"].ballot_of("R05")
        assert ballot is not None
        assert (ballot.person, ballot.vote, ballot.via, desk.said[-1].actor) == ("S003", Vote.NO_GO, "phone", "S003")
        desk.room.do(BriefingDecided("B1", Vote.GO, "启动", "实测已过 4,000"), "U3")
        with qtbot.waitSignal(desk.link.taken):
            desk.link._intake.keep(message("c2", "poll", poll="B1", answer="go"))
        refused = desk.said[-1].body
        assert isinstance(refused, FieldRefused)
        assert refused.code == "briefing_decided"
        assert step_words.refusal(refused.code, {}) == "会商已作出决定，不再表态"
