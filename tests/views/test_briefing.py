"""会商: what is shown of a briefing, and what is said when somebody votes, decides, signs, ends it or types."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

import resources
from data.feeds.agenda import read_agenda
from data.model.levels import Level
from data.model.office import Ballot, Briefing, PaperKind, Question, Vote
from data.model.office_steps import BriefingAnswered, BriefingClosed, BriefingDecided, BriefingOpened, PollAnswered
from data.model.people import User
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation, Touched
from data.model.steps import ReadingTaken, Realm
from data.rules.briefing import facts
from tests import township
from tests.views.small_room import SmallRoom, look, township_with_squads
from views.briefing import BriefingPage
from views.briefing_new import NewBriefing
from views.office import OfficeWorkspace
from views.pane import Pane

NOON = township.NOON
AGENDA = read_agenda(resources.path("rules/agenda.csv"))
BRIEFING = Briefing(
    "B1", "会商", NOON, "U1", 2, NOON, Level.IV, 4650.0, "启动Ⅳ级响应", ("R04", "R05", "R06"),
    (Question("Q1", "水情到哪里、会到哪里？"), Question("Q3", "哪些人要撤、何时撤完？")),
)  # fmt: skip


def fits(user: User, pin: str) -> bool:
    return pin == f"pin-{user.id}"


def river(flow: float, minutes: float) -> ReadingTaken:
    return ReadingTaken(Reading(HUAYUANKOU, NOON + timedelta(minutes=minutes), flow, 90.6, "大沽", "t"))


def before() -> Situation:
    return township.after(township_with_squads(), river(4600, -120), river(4650, -60))


def begun(*bodies: Any) -> Situation:
    return township.after(before(), BriefingOpened(BRIEFING), *bodies)


class Stage:
    """A page in a room without a store; what the page asks of its desk is kept."""

    def __init__(self, qtbot: Any, now: Situation) -> None:
        self.page = BriefingPage(look(), fits)
        self.page.show_agenda(AGENDA)
        qtbot.addWidget(self.page)
        self.opened: list[NewBriefing] = []
        self.wanted: list[str] = []
        self.papers: list[tuple[PaperKind, str]] = []
        self.page.open_requested.connect(self.opened.append)
        self.page.frozen_requested.connect(self.wanted.append)
        self.page.paper_requested.connect(lambda kind, about: self.papers.append((kind, about)))
        self.page.resize(1290, 640)
        self.page.show()
        self.room = SmallRoom(now, self.page)

    def freeze(self) -> None:
        self.page.show_frozen("B1", facts(before(), NOON))

    def lines(self) -> list[str]:
        return [line.words() for line in self.page.facts.list.lines()]

    def compare(self) -> None:
        self.page._live.timeout.emit()


@pytest.fixture
def stage(qtbot: Any) -> Stage:
    made = Stage(qtbot, begun())
    made.freeze()
    return made


def said(stage: Stage) -> Any:
    return stage.room.bodies[-1]


def test_without_a_briefing_the_page_says_so_and_offers_to_begin_one(qtbot: Any) -> None:
    stage = Stage(qtbot, before())
    assert stage.page.empty.isVisible()
    stage.page.empty.acted.emit()
    form = stage.page.form
    assert form.isVisible()
    form.begin.click()
    assert stage.opened[0].roles == ()  # a briefing may go without a poll
    form.usual.setCurrentIndex(1)
    form.usual.picked.emit(form.usual.key())
    form.own.setText("通信怎么保障？")
    form.begin.click()
    asked = stage.opened[1]
    assert asked.motion == "启动或调整应急响应等级"
    assert "R04" in asked.roles
    assert (len(asked.agenda), asked.agenda[-1].text) == (9, "通信怎么保障？")


def test_a_motion_that_nobody_is_asked_does_not_begin_and_esc_keeps_the_words(stage: Stage, qtbot: Any) -> None:
    stage.page.open_form()
    form = stage.page.form
    form.motion.setPlainText("封闭浮桥")
    form.begin.click()
    assert stage.opened == []
    assert form.trouble.text()
    qtbot.keyClick(form.motion, Qt.Key.Key_Escape)
    assert stage.page.columns.isVisible()
    stage.page.open_form()
    assert form.motion.toPlainText() == "封闭浮桥"


def test_the_frozen_picture_is_asked_for_and_stays_while_live_goes_on(qtbot: Any) -> None:
    stage = Stage(qtbot, begun())
    assert stage.wanted == ["B1"]
    assert stage.lines() == []
    stage.freeze()
    QAbstractItemModelTester(stage.page.facts.list.model())
    (first,) = [line for line in stage.lines() if line.startswith("花园口")]
    assert "4,650 m³/s" in first
    assert "冻结后变化" not in first
    stage.room.show(township.after(stage.room.now, river(4720, 40)), Touched.RIVER)
    stage.compare()
    (later,) = [line for line in stage.lines() if line.startswith("花园口")]
    assert "4,650 m³/s" in later
    assert "冻结后变化 → 4,720 m³/s · 90.60 m 12:40" in later
    stage.page.facts.filter.choose(["since"])
    stage.page.facts.filter.chosen.emit(("since",))
    assert [line for line in stage.lines() if "4,720" in line]
    assert not [line for line in stage.lines() if line.startswith("现行响应")]
    assert stage.page.facts.changed == 2  # the river, and with it the reason of the suggested level


def test_what_is_typed_is_written_down_when_the_field_is_left_and_a_draft_is_never_replaced(
    stage: Stage, qtbot: Any
) -> None:
    first, second = stage.page.agenda.fields
    first.text.setFocus()
    qtbot.keyClicks(first.text, "4650 m3/s")
    stage.room.do(BriefingAnswered("B1", "Q1", "别处写的"))
    assert first.text.toPlainText() == "4650 m3/s"
    assert "别处写的" in first.note.text()
    second.text.setFocus()
    qtbot.waitUntil(lambda: said(stage) == BriefingAnswered("B1", "Q1", "4650 m3/s"))
    assert not first.dirty
    assert "值班员" in first.note.text()


def test_a_refused_answer_stays_in_its_field(stage: Stage, qtbot: Any) -> None:
    first = stage.page.agenda.fields[0]
    first.text.setFocus()
    qtbot.keyClicks(first.text, "abc")
    decided = replace(stage.room.now.briefings["B1"], closed_at=NOON)
    stage.room.now = replace(stage.room.now, briefings=stage.room.now.briefings.set("B1", decided))
    stage.page.write_down()
    assert stage.room.refused == ["briefing_closed"]
    assert (first.text.toPlainText(), first.dirty) == ("abc", True)


def test_a_role_answers_at_the_seat_and_the_next_silent_one_is_led_to(stage: Stage, qtbot: Any) -> None:
    poll = stage.page.poll
    poll.votes[Vote.NO_GO].click()
    assert stage.room.bodies == []  # without a reason nobody says no
    assert poll.trouble.text()
    poll.reason.setText("先核人数")
    poll.votes[Vote.NO_GO].click()
    body = said(stage)
    assert isinstance(body, PollAnswered)
    ballot = body.ballot
    assert (ballot.role, ballot.person, ballot.vote, ballot.reason, ballot.via) == (
        "R04", "S002", Vote.NO_GO, "先核人数", "seat",
    )  # fmt: skip
    assert poll.list.chosen_ids() == ("R05",)
    assert poll.reason.text() == ""
    poll.votes[Vote.GO].click()
    assert poll.counts.text().startswith("同意 1 · 不同意 1 · 弃权 0 · 未答 1：岗位6")
    rows = [line.words() for line in poll.list.lines()]
    assert "先核人数" in rows[0]
    assert rows[2].endswith("未答")
    with qtbot.waitSignal(poll.call_requested) as heard:
        poll.chase.click()
    assert heard.args == [["S004"]]


def test_an_answer_from_a_phone_is_seen_with_its_way_and_a_changed_mind_is_said(qtbot: Any) -> None:
    go, no = (
        PollAnswered("B1", Ballot("R05", "S003", vote, NOON, reason, "phone"))
        for vote, reason in ((Vote.NO_GO, "等"), (Vote.GO, ""))
    )
    stage = Stage(qtbot, begun(go, no))
    row = stage.page.poll.list.lines()[1]
    assert (row.value, "手机 12:00（改过）" in row.detail) == ("同意", True)


def test_nobody_decides_without_choice_words_and_his_own_pin(stage: Stage) -> None:
    box = stage.page.decision
    assert not any(one.isChecked() for one in box.choices.values())
    box.decide.click()
    assert box.trouble.text()
    box.choices[Vote.GO].click()
    box.decision.setPlainText("启动Ⅳ级")
    box.reason.setPlainText("实测已过 4,000")
    box.author.pin.setText("pin-U1")
    box.decide.click()
    assert stage.room.bodies == []
    assert box.author.pin.text() == ""
    box.author.pin.setText("pin-U3")
    box.decide.click()
    assert (said(stage), stage.room.actors[-1]) == (BriefingDecided("B1", Vote.GO, "启动Ⅳ级", "实测已过 4,000"), "U3")
    assert not box.open.isVisible()
    assert not stage.page.poll.entry.isVisible()
    assert box.said.text() == "执行：启动Ⅳ级"


def test_a_desk_without_a_register_of_users_decides_all_the_same(qtbot: Any) -> None:
    now = begun()
    stage = Stage(qtbot, replace(now, registers=now.registers.having(Register("users", (), digest="none"))))
    box = stage.page.decision
    box.choices[Vote.ABSTAIN].click()
    box.decision.setPlainText("14 时再议")
    box.reason.setPlainText("等下一报")
    box.decide.click()
    assert stage.room.now.briefings["B1"].decided is Vote.ABSTAIN


def test_participants_sign_then_it_ends_and_its_minutes_are_wanted(qtbot: Any) -> None:
    decided = BriefingDecided("B1", Vote.GO, "启动Ⅳ级", "实测已过 4,000")
    stage = Stage(qtbot, begun(decided))
    box = stage.page.decision
    box.signer.who.choose("U2")
    box.signer.pin.setText("pin-U2")
    box.sign.click()
    (signed,) = stage.room.now.briefings["B1"].signatures
    assert (signed.person, signed.post, signed.by_pin) == ("U2", "带班领导", True)
    assert "带班乙" in box.signed.text()
    box.end.click()
    assert said(stage) == BriefingClosed("B1")
    assert stage.papers == [(PaperKind.MINUTES, "B1")]
    assert stage.page.agenda.fields[0].text.isReadOnly()
    assert "只读" in stage.page.state.text()
    stage.page.minutes.click()
    assert len(stage.papers) == 2


def test_a_vote_that_comes_in_throws_nobody_out_of_the_form(stage: Stage) -> None:
    stage.page.open_form()
    stage.room.do(PollAnswered("B1", Ballot("R05", "S003", Vote.GO, NOON, "", "phone")))
    assert stage.page.form.isVisible()


def test_tabs_of_the_office_hear_everything_and_their_wishes_go_out(qtbot: Any) -> None:
    office, pane = OfficeWorkspace(look()), Pane(look())
    qtbot.addWidget(office)
    office.show_situation(before(), Touched.everything())
    office.show_time(NOON)
    office.add_tab("notes", "来文来电", pane)
    assert (pane.now, pane.time) == (office.now, NOON)
    with qtbot.waitSignal(office.workspace_requested) as heard:
        pane.workspace_requested.emit("desk")
    assert heard.args == ["desk"]
    office.open_tab("notes")
    office.open_tab("nothing")
    assert office.tabs.currentWidget() is pane


def test_in_a_drill_the_empty_page_speaks_of_the_drill(qtbot: Any) -> None:
    page = BriefingPage(look(), fits)
    qtbot.addWidget(page)
    page.show()
    page.show_situation(replace(before(), realm=Realm.DRILL), Touched.everything())
    assert "演练照常进行" in page.empty._detail.text()
    page.show_situation(before(), Touched.everything())
    assert "实况照常进行" in page.empty._detail.text()
