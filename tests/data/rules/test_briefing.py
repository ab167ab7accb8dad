"""The frozen picture of a briefing: from the situation alone, with ages, and what has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from data.model.dispatch import Incident
from data.model.frozen import Topic
from data.model.levels import Confidence, ReportingRule
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import IncidentClosed, IncidentRaised, ReadingTaken
from data.rules.briefing import Since, changes, facts
from tests import township

NOON = township.NOON
HOURS = timedelta(hours=1)


def river(flow: float, hours: float = 0.0, station: str = HUAYUANKOU) -> ReadingTaken:
    return ReadingTaken(Reading(station, NOON + hours * HOURS, flow, 90.0, "大沽", "t"))


NOW = township.after(township.situation(), river(4600, -2), river(4650, -1), river(3000, -30, "TG"))
INCIDENT = Incident("I1", NOON, "W1", "90坝", "根石走失", "incident.large", 2)


def test_every_topic_is_there_with_the_time_of_its_figures() -> None:
    frozen = facts(NOW, NOON)
    first = frozen.of(Topic.RIVER)[0]
    assert (first.id, first.at) == (HUAYUANKOU, NOON - HOURS)
    assert [fact.id for fact in frozen.of(Topic.LEVEL)] == ["suggested", "standing"]
    (way,) = frozen.of(Topic.EXPOSED)
    assert getattr(way.thing, "growers_there", None) == 1
    assert frozen.of(Topic.TASKS)[0].id == "all"
    assert {"item:编织袋"}.isdisjoint(fact.id for fact in frozen.of(Topic.SHORT))  # nothing in force asks for it yet


def test_a_value_older_than_its_level_allows_is_stale_at_the_moment_of_freezing() -> None:
    rule = tuple(
        ReportingRule(name, hours, "设定", Confidence.ASSUMED)
        for name, hours in (("", 26.0), ("IV", 12.0), ("III", 8.0), ("II", 4.0), ("I", 2.0))
    )
    now = replace(NOW, registers=NOW.registers.having(Register("reporting", rule, digest="r")))
    by_station = {fact.id: fact.stale for fact in facts(now, NOON).of(Topic.RIVER)}
    assert by_station == {HUAYUANKOU: False, "TG": True}


def test_what_changed_came_and_went_since_is_told_and_the_frozen_picture_stays() -> None:
    before = township.after(NOW, IncidentRaised(INCIDENT))
    frozen = facts(before, NOON)
    held = frozen.facts
    live = township.after(
        before, IncidentClosed("I1", "处置完毕"), IncidentRaised(replace(INCIDENT, id="I2")), river(4700, 1)
    )
    found = changes(frozen, facts(live, NOON + HOURS))
    assert {key: one.since for key, one in found.items() if key.startswith("incidents")} == {
        "incidents/I1": Since.GONE,
        "incidents/I2": Since.NEW,
    }
    changed = found[f"river/{HUAYUANKOU}"]
    assert changed.since is Since.CHANGED
    assert changed.live is not None
    assert changed.live.at == NOON + HOURS
    assert frozen.facts == held


def test_nothing_has_changed_between_a_moment_and_itself_nor_by_mere_ageing() -> None:
    assert dict(changes(facts(NOW, NOON), facts(NOW, NOON))) == {}
    assert dict(changes(facts(NOW, NOON), facts(NOW, NOON + timedelta(minutes=5)))) == {}
