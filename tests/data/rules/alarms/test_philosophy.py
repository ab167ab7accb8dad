"""The philosophy as shipped can be defended row by row; what cannot is refused or named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import resources
from data.feeds.alarm_tables import FILE, AlarmTableFault, read_alarm_bounds
from data.feeds.registers import KINDS, import_register
from data.feeds.report import Reason
from data.model.alarms import AlarmKind, Priority
from data.model.register import Register, Registers
from data.rules.alarms.philosophy import DETECTED, Finding, FindingCode, check
from desktop.cli import WORKSPACES
from desktop.first_run import shipped_register

SHIPPED: Register[AlarmKind] = shipped_register("alarmkinds")
REGISTERS = Registers().having(SHIPPED).having(shipped_register("roles"))


def with_row(row_id: str, **changed: Any) -> Registers:
    rows = tuple(replace(row, **changed) if row.id == row_id else row for row in SHIPPED)
    return REGISTERS.having(Register("alarmkinds", rows, digest=str(changed)))


def test_the_shipped_philosophy_stands_the_check() -> None:
    assert check(REGISTERS, WORKSPACES) == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"action": " "}, FindingCode.BLANK),
        ({"available_min": 0.0}, FindingCode.NO_TIME),
        ({"owner": "R99"}, FindingCode.OWNER_UNKNOWN),
        ({"view": "nowhere"}, FindingCode.VIEW_UNKNOWN),
        ({"quiet_in": "sunday"}, FindingCode.MODE_UNKNOWN),
        ({"group": "colour"}, FindingCode.GROUP_UNKNOWN),
        ({"deadband": 0.0}, FindingCode.NO_DEADBAND),
        ({"must_pass": True, "quiet_in": "drill"}, FindingCode.QUIET_MUST_PASS),
        ({"must_pass": True, "enabled": False}, FindingCode.SWITCHED_OFF),
        ({"priority": Priority.HIGH, "spoken": ""}, FindingCode.UNSPOKEN),
    ],
)
def test_a_row_that_cannot_be_defended_is_named(changed: dict[str, Any], code: FindingCode) -> None:
    found = [one for one in check(with_row("flow.rate", **changed), WORKSPACES) if one.code is code]
    assert [one.row for one in found] == ["flow.rate"]


def test_a_detector_without_a_row_and_a_row_without_a_detector_are_named() -> None:
    rows = tuple(replace(row, id="my.own") if row.id == "help.asked" else row for row in SHIPPED)
    found = check(REGISTERS.having(Register("alarmkinds", rows, digest="x")))
    assert found == (
        Finding(FindingCode.NO_DETECTOR, "my.own", "id"), Finding(FindingCode.NO_ROW, "help.asked"),
    )  # fmt: skip
    assert {row.id for row in SHIPPED} == DETECTED


def test_a_philosophy_of_nothing_but_grave_alarms_is_none() -> None:
    rows = tuple(replace(row, priority=Priority.HIGH, spoken="!") for row in SHIPPED)
    found = check(REGISTERS.having(Register("alarmkinds", rows, digest="y")))
    assert [one.code for one in found] == [FindingCode.TOO_MANY_HIGH]


@pytest.mark.parametrize("column", ["cause", "consequence", "action", "available_min", "owner"])
def test_the_import_refuses_a_row_that_lacks_what_an_alarm_needs(tmp_path: Path, column: str) -> None:
    lines = (resources.path("rules") / "alarmkinds.csv").read_text("utf-8-sig").splitlines()
    at = lines[0].split(",").index(column)
    cells = lines[1].split(",")
    cells[at] = "0" if column == "available_min" else ""
    file = tmp_path / "kinds.csv"
    file.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), "utf-8")
    parsed = import_register(KINDS["alarmkinds"], file)
    assert len(parsed.rows) == len(lines) - 2
    assert [(one.row, one.reason) for one in parsed.refusals] == [(2, Reason.MISSING)]


def test_the_bounds_are_read_and_a_faulty_table_is_loud(tmp_path: Path) -> None:
    text = (resources.path("rules") / FILE).read_text("utf-8-sig")
    assert read_alarm_bounds(resources.path("rules")).chatter_changes == 3
    for old, new in (("chatter_changes", "chatter"), (",3,", ",many,"), ("steady_s,600", "steady_s,-1")):
        (tmp_path / FILE).write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(AlarmTableFault):
            read_alarm_bounds(tmp_path)
