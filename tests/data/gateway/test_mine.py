"""A phone is told what concerns its own person, and nothing of anybody else."""

from __future__ import annotations

import json

from data.gateway.mine import mine
from data.model.dispatch import Report
from data.model.steps import PushRetracted, ReportReceived, TasksMoved
from data.model.task import Move
from tests import township
from tests.data.gateway.test_inbound import NOW, device

KINDS = (("E2", "裂缝", "橙"),)


def test_a_person_sees_his_own_tasks_pushes_and_roll_calls() -> None:
    held = mine(NOW, device(), township.NOON, 1.0, KINDS, (("镇防汛办", "0371", ""),))
    assert [task["id"] for task in held["tasks"]] == ["T1"]
    assert [push["id"] for push in held["pushes"]] == ["P1"]
    assert [muster["id"] for muster in held["musters"]] == ["M1"]
    assert held["watches"] == []
    assert held["kinds"] == [{"category": "E2", "kind": "裂缝", "urgency": "橙"}]
    assert held["headquarters"] == [{"name": "镇防汛办", "phone": "0371"}]


def test_nothing_of_other_people_leaves_the_desk() -> None:
    said = json.dumps(mine(NOW, device(), township.NOON), ensure_ascii=False)
    others = [row for row in NOW.registers.staff if row.id != "S003"]
    assert not [row.name for row in others if row.name in said]
    assert not [row.phone for row in (*others, *NOW.registers.growers) if row.phone and row.phone in said]


def test_the_version_changes_with_the_list_and_not_with_the_time() -> None:
    before = mine(NOW, device(), township.NOON)
    later = mine(NOW, device(), township.NOON.replace(hour=9), 60.0)
    assert before["version"] == later["version"]
    moved = township.after(NOW, TasksMoved(("T1",), Move.ACKNOWLEDGE))
    assert mine(moved, device(), township.NOON)["version"] != before["version"]


def test_a_retracted_push_shows_what_was_written_for_that_case() -> None:
    now = township.after(NOW, PushRetracted("P1", "误发"))
    (push,) = mine(now, device(), township.NOON)["pushes"]
    assert (push["text"], push["retracted"]) == ("作废", True)


def test_of_ones_own_reports_the_newest_come_first() -> None:
    now = NOW
    for n in range(40):
        now = township.after(now, ReportReceived(Report(f"R{n:02d}", now.at, "E2", "裂缝", "x", "S003")))
    reports = mine(now, device(), township.NOON)["reports"]
    assert len(reports) == 30
    assert reports[0]["id"] == "R39"
