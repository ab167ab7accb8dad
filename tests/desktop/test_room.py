"""The room: the one owner of the situation; what is refused changes nothing, what is previewed stays a preview."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation, Touched
from data.model.steps import NoteWritten, ReadingTaken, Realm, SignedOff, Step, UserChanged
from data.rules import signoff
from desktop.room import Room
from tests import township

LATER = township.NOON + timedelta(minutes=30)


class Heard:
    """A room and everything it said."""

    def __init__(self, situation: Situation) -> None:
        self.kept: list[tuple[Step, Situation]] = []
        self.time: datetime = LATER
        self.room = Room(situation, lambda step, after: self.kept.append((step, after)), lambda: self.time)
        self.said: list[tuple[str, Any]] = []
        self.room.changed.connect(lambda now, touched: self.said.append(("changed", (now, touched))))
        self.room.stepped.connect(lambda step: self.said.append(("stepped", step)))
        self.room.previewed.connect(lambda shown: self.said.append(("previewed", shown)))
        self.room.refused.connect(lambda code, params: self.said.append(("refused", (code, params))))

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.said]


@pytest.fixture
def heard(qapp) -> Heard:
    return Heard(township.at_flow(township.situation(), 4200))


def reading(flow: float) -> ReadingTaken:
    return ReadingTaken(Reading(HUAYUANKOU, LATER, flow, source="测试"))


def test_a_step_is_kept_then_told_then_shown(heard: Heard) -> None:
    before = heard.room.situation
    assert heard.room.do(NoteWritten("交接"))
    assert heard.kinds() == ["stepped", "changed"]
    step, after = heard.kept[0]
    assert heard.room.situation is after
    assert after.seq == before.seq + 1
    assert (step.at, step.actor, step.realm) == (LATER, "U1", Realm.LIVE)
    assert heard.said[1] == ("changed", (after, Touched.LOG))


def test_a_step_is_taken_in_the_name_of_whoever_is_named_else_of_who_sits_at_the_desk(heard: Heard) -> None:
    heard.room.do(UserChanged("U2"))
    heard.room.do(NoteWritten("a"))
    heard.room.do(NoteWritten("b"), "U3", "my-key")
    assert [step.actor for step, _ in heard.kept] == ["U1", "U2", "U3"]
    assert heard.kept[2][0].key == "my-key"
    assert len({step.key for step, _ in heard.kept}) == 3


def test_a_desk_without_a_user_signs_as_the_desk(qapp) -> None:
    heard = Heard(Situation())
    heard.room.do(NoteWritten("a"))
    assert heard.kept[0][0].actor == "desk"


def test_a_refused_step_is_told_and_changes_and_keeps_nothing(heard: Heard) -> None:
    before = heard.room.situation
    assert not heard.room.do(SignedOff(before.standing.level, 4200.0, "理由", ""), "U1")
    assert heard.room.situation is before
    assert heard.kept == []
    [(kind, (code, params))] = heard.said
    assert (kind, code, params["user"]) == ("refused", "right_missing", "U1")


def test_a_what_if_changes_the_realm_shown_and_nothing_live(heard: Heard) -> None:
    before = heard.room.situation
    heard.room.show_whatif(22_000)
    assert heard.room.realm is Realm.WHATIF
    assert heard.room.situation is before
    assert heard.kept == []
    assert heard.kinds() == ["previewed"]
    assert heard.said[0][1].flow_m3s == 22_000
    heard.room.return_to_live()
    assert heard.room.realm is Realm.LIVE
    assert heard.said[1] == ("previewed", None)


def test_returning_from_nowhere_says_nothing(heard: Heard) -> None:
    heard.room.return_to_live()
    assert heard.said == []


def test_a_fact_that_arrives_during_a_what_if_renews_the_difference_to_live(heard: Heard) -> None:
    heard.room.show_whatif(6100)
    first = heard.room.preview
    heard.room.do(reading(6200), "system")
    assert heard.kinds() == ["previewed", "stepped", "changed", "previewed"]
    assert heard.room.preview is not None
    assert first is not None
    assert heard.room.preview.flow_m3s == 6100
    assert heard.room.preview.exposed_live.flow_m3s == 6200


def test_signing_a_what_if_makes_exactly_it_live(heard: Heard) -> None:
    heard.room.show_whatif(6100)
    shown = heard.room.preview
    assert shown is not None
    assert heard.room.do(signoff.sign_off(shown, shown.level, "会商", "河务局"), "U3")
    wanted = {entry.instruction.id for entry in shown.entries}
    open_tasks = {t.instruction for t in heard.room.situation.tasks.values() if t.state.open and t.instruction}
    assert open_tasks == wanted
    assert heard.room.situation.standing.level is shown.level


def test_a_listener_may_ask_for_another_step_and_both_are_kept_in_order(heard: Heard) -> None:
    def answer(step: Step) -> None:
        if isinstance(step.body, ReadingTaken):
            heard.room.do(NoteWritten("看到"))

    heard.room.stepped.connect(answer)
    heard.room.do(reading(4300), "system")
    assert [step.kind for step, _ in heard.kept] == ["ReadingTaken", "NoteWritten"]
    assert [after.seq for _, after in heard.kept] == [2, 3]
    assert [told[0].seq for kind, told in heard.said if kind == "changed"] == [2, 3], "shown out of order"
    assert heard.kinds() == ["stepped", "changed", "stepped", "changed"]


def test_everything_can_be_told_again(heard: Heard) -> None:
    heard.room.tell_everything()
    assert heard.said == [("changed", (heard.room.situation, Touched.everything()))]


def test_many_steps_together_are_said_one_by_one_and_shown_once(heard):
    with heard.room.together():
        for n in range(5):
            heard.room.attempt(Step(f"n{n}", LATER, "U1", Realm.LIVE, NoteWritten(str(n))))
        assert heard.kinds() == []
    assert heard.kinds() == ["stepped"] * 5 + ["changed"]
    assert [step.key for step, _ in heard.kept] == [f"n{n}" for n in range(5)]


def test_a_step_asked_for_while_many_are_said_comes_after_them(heard):
    def answer(step: Step) -> None:
        if step.key == "n0":
            heard.room.do(NoteWritten("答"), key="answer")

    heard.room.stepped.connect(answer)
    with heard.room.together():
        for n in range(3):
            heard.room.attempt(Step(f"n{n}", LATER, "U1", Realm.LIVE, NoteWritten(str(n))))
    said = [value.key if kind == "stepped" else kind for kind, value in heard.said]
    assert said == ["n0", "n1", "n2", "changed", "answer", "changed"]
    assert heard.room.situation.seq == heard.said[-1][1][0].seq


def test_what_a_far_sender_may_not_do_is_told_to_him_and_not_to_the_desk(heard):
    refusal = heard.room.attempt(
        Step("s", LATER, "S003", Realm.LIVE, SignedOff(heard.room.situation.standing.level, 1.0, "", ""))
    )
    assert refusal is not None
    assert refusal.code == "right_missing"
    assert heard.said == []
