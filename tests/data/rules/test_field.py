"""Phones are let in and shut out; roll-calls, welfare timers, patrols and calls go their allowed ways."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model.field import (
    Answer,
    Attachment,
    Device,
    Member,
    Muster,
    MusterLine,
    Patrol,
    PhoneRole,
    Seat,
    VideoCall,
    Watch,
)
from data.model.field_steps import (
    DeviceEnrolled,
    DeviceRevoked,
    FieldRefused,
    MusterAnswered,
    MusterCalled,
    MusterClosed,
    PatrolEnded,
    PatrolStarted,
    PicturesAdded,
    VideoCalled,
    VideoEnded,
    VideoKept,
    VideoSeated,
    WatchAnswered,
    WatchEnded,
    WatchStarted,
)
from data.model.situation import Situation
from data.model.steps import StepRefused
from tests import township

NOON = township.NOON


def device(name: str = "D1") -> Device:
    return Device(name, "S003", PhoneRole.GRID_WORKER, "华为", "ab" * 32, NOON, "U1")


def mustered() -> Situation:
    lines = (MusterLine("S001"), MusterLine("S004", Answer.PRESENT), MusterLine("S001"))
    return township.after(township.situation(), MusterCalled(Muster("M1", "夜间点名", NOON, "U1", 10, lines)))


def calling() -> Situation:
    call = VideoCall("V1", NOON, "U1", (Member("S003"), Member("S004")), "report/R1")
    return township.after(township.situation(), VideoCalled(call))


def seats(now: Situation) -> dict[str, Seat]:
    return {member.person: member.seat for member in now.videos["V1"].members}


def test_a_phone_is_let_in_once_and_shut_out_for_good() -> None:
    now = township.after(township.situation(), DeviceEnrolled(device()))
    with pytest.raises(StepRefused, match="device_exists"):
        township.after(now, DeviceEnrolled(device()))
    now = township.after(now, DeviceRevoked("D1", "丢失"))
    assert not now.devices["D1"].active
    with pytest.raises(StepRefused, match="no_such_device"):
        township.after(now, DeviceRevoked("D1", "丢失"))


def test_a_roll_call_starts_with_nobody_present_and_each_person_once() -> None:
    lines = mustered().musters["M1"].lines
    assert [(line.person, line.answer) for line in lines] == [("S001", Answer.NONE), ("S004", Answer.NONE)]


@given(st.lists(st.tuples(st.sampled_from(("S001", "S004")), st.sampled_from(list(Answer))), max_size=8))
def test_the_last_answer_to_a_roll_call_stands(answers: list[tuple[str, Answer]]) -> None:
    now = mustered()
    for person, answer in answers:
        now = township.after(now, MusterAnswered("M1", (person,), answer))
    wanted = {"S001": Answer.NONE, "S004": Answer.NONE} | dict(answers)
    assert {line.person: line.answer for line in now.musters["M1"].lines} == wanted
    assert all((line.at is None) == (line.answer is Answer.NONE) for line in now.musters["M1"].lines)


def test_an_answer_after_the_end_of_a_roll_call_is_still_kept() -> None:
    now = township.after(mustered(), MusterClosed("M1", "时间到"), MusterAnswered("M1", ("S004",), Answer.PRESENT))
    assert now.musters["M1"].lines[1].answer is Answer.PRESENT
    with pytest.raises(StepRefused, match="no_such_muster"):
        township.after(now, MusterClosed("M1"))


def test_only_who_was_called_answers_a_roll_call() -> None:
    with pytest.raises(StepRefused, match="not_a_recipient"):
        township.after(mustered(), MusterAnswered("M1", ("S009",), Answer.PRESENT))


def test_a_team_that_reports_itself_well_starts_its_timer_anew_and_a_call_for_help_stands_until_then() -> None:
    watch = Watch("W1", "Q1", "冲锋舟", 15, NOON, "U1", NOON - timedelta(hours=3))
    now = township.after(township.situation(), WatchStarted(watch))
    assert now.watches["W1"].last_at == now.watches["W1"].started_at == now.at
    now = township.after(now, WatchAnswered("W1", well=False, note="进水"))
    helped = now.watches["W1"].help_at
    now = township.after(now, WatchAnswered("W1", well=False))
    assert now.watches["W1"].help_at == helped == now.watches["W1"].last_at + timedelta(minutes=1)
    now = township.after(now, WatchAnswered("W1"))
    assert (now.watches["W1"].help_at, now.watches["W1"].last_at) == (None, now.at)
    now = township.after(now, WatchEnded("W1", "靠岸"))
    with pytest.raises(StepRefused, match="no_such_watch"):
        township.after(now, WatchAnswered("W1"))


def test_a_patrol_ends_once_with_what_it_came_to() -> None:
    now = township.after(township.situation(), PatrolStarted(Patrol("P1", "S003", "R1", NOON)))
    now = township.after(now, PatrolEnded("P1", 12, 950.0, 0.95, "无异常"))
    assert (now.patrols["P1"].covered, now.patrols["P1"].ended_at) == (0.95, now.at)
    with pytest.raises(StepRefused, match="no_such_patrol"):
        township.after(now, PatrolEnded("P1"))


def test_ending_a_call_leaves_nobody_ringing_or_joined() -> None:
    now = township.after(calling(), VideoSeated("V1", ("S003",), Seat.JOINED), VideoEnded("V1", "挂断"))
    assert seats(now) == {"S003": Seat.LEFT, "S004": Seat.MISSED}
    assert now.videos["V1"].members[0].left_at == now.at
    for body in (VideoEnded("V1"), VideoSeated("V1", ("S004",), Seat.JOINED)):
        with pytest.raises(StepRefused, match="call_over"):
            township.after(now, body)


def test_somebody_can_be_added_to_a_call_and_a_recording_comes_after_its_end() -> None:
    now = township.after(calling(), VideoSeated("V1", ("S001",), Seat.RINGING), VideoEnded("V1"))
    assert seats(now)["S001"] is Seat.MISSED
    recording = Attachment("cd" * 32, "video/webm", 9000, seconds=12.5)
    assert township.after(now, VideoKept("V1", recording)).videos["V1"].recordings == (recording,)


def test_pictures_of_anything_are_kept_with_it() -> None:
    picture = Attachment("aa" * 32, "image/png", 10)
    now = township.after(township.situation(), PicturesAdded("spurs/HYK-90", (picture,)))
    now = township.after(now, PicturesAdded("spurs/HYK-90", (picture,)))
    assert now.pictures["spurs/HYK-90"] == (picture, picture)
    with pytest.raises(StepRefused, match="no_picture"):
        township.after(now, PicturesAdded("spurs/HYK-90", ()))


def test_what_could_not_be_taken_changes_nothing_but_stands_in_the_journal() -> None:
    now = township.situation()
    after = township.after(now, FieldRefused("D1", "task", "no_such_task", "{}"))
    assert after.seq == now.seq + 1
    assert (after.tasks, after.reports) == (now.tasks, now.reports)
