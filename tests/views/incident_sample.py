"""A township with two works, spurs and a levee, for the tests about incidents."""

from __future__ import annotations

from dataclasses import replace

import resources
from data.feeds.incident_tables import read_incident_tables
from data.model.dispatch import Incident, Report
from data.model.places import MapLine, Spur, Works
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import ReadingTaken
from tests.township import NOON, after, situation

TABLES = read_incident_tables(resources.path("rules"))
HEAD = (113.7004, 34.9104)


def place() -> Situation:
    """Two works with a spur of like numbers each, and a levee drawn from 10+000."""
    made = situation()
    works = (Works("MD", "马渡险工", "险工"), Works("DDB", "东大坝下延控导工程", "控导"))
    spurs = (
        Spur("MD-6", "MD", "6坝", "坝", 20300.0, ((113.680, 34.905), (113.6804, 34.9054))),
        Spur("MD-26", "MD", "26坝", "坝", 21300.0, ((113.700, 34.910), HEAD)),
        Spur("DDB-6", "DDB", "6坝", "坝", 14500.0, ((113.620, 34.900), (113.6204, 34.9004))),
    )
    levee = MapLine("L1", "levee", "大堤", ((113.60, 34.90), (113.80, 34.90)), chainage_from_m=10000.0)
    registers = made.registers
    for kind, rows in (("works", works), ("spurs", spurs), ("maplines", (levee,))):
        registers = registers.having(Register(kind, rows, digest=f"{kind}-incidents"))
    reading = Reading(HUAYUANKOU, NOON, 6100.0, 93.21, "大沽", "测试")
    return after(replace(made, registers=registers), ReadingTaken(reading), actor="system")


def report(**more: object) -> Report:
    """A spur is reported to sink."""
    made = Report("R1", NOON, "E1", "根石走失", "根石台下沉约一米", "S003", *HEAD, "马渡 26坝", 3)
    return replace(made, **more)


def incident(**more: object) -> Incident:
    """An incident of which a good deal is known."""
    made = Incident(
        "I1", NOON, "MD", "马渡险工 26坝 上跨角", "根石坍塌", "incident.root_stone", 2, "根石台下沉", structure="险工",
        measures=(("sink_m", "1.2"), ("river", "大溜顶冲"), ("spur", "MD-26"), ("chainage_m", "21300")), suggested=2,
        taken_measures="已警戒", lon=HEAD[0], lat=HEAD[1],
    )  # fmt: skip
    return replace(made, **more)
