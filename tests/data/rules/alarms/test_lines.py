"""What an operator sees and hears: few lines, the one that counts on top, each said once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from data.model.alarm_steps import AlarmsAcknowledged, AlarmsShelved
from data.model.alarms import AlarmClass, AlarmState, Priority
from data.rules.alarms.announcing import Announced, Announcement, announce, known
from data.rules.alarms.condition import Condition
from tests.data.rules.alarms.alarm_world import BOUNDS, Bench, kind

FLOW = kind("flow.level", priority=Priority.HIGH, must_pass=True, group="station", deadband=200.0, spoken="达到{level}")
UPSTREAM = kind("upstream.level", group="station", available_min=120.0)
STONE = kind("stone.moved", group="works")
SENSOR = kind("sensor.broken", alarm_class=AlarmClass.DIAGNOSTIC, priority=Priority.LOW, group="station")
LINK = kind("link.lost", alarm_class=AlarmClass.DIAGNOSTIC, priority=Priority.LOW, group="kind")
FEED = kind("feed.down", alarm_class=AlarmClass.DIAGNOSTIC)
ALL = (FLOW, UPSTREAM, STONE, SENSOR, LINK, FEED)
HYK = "40105150"


def crossing(level: str = "III", limit: float = 6000.0, flow: float = 6100.0) -> Condition:
    return Condition("flow.level", f"HYK-{level}", flow, limit, (("level", level), ("station", HYK)))


@dataclass
class Ear:
    """Hears what a bench announces."""

    bench: Bench
    announced: Announced = field(default_factory=Announced)
    wanted: tuple[Announcement, ...] = ()

    def news(self) -> list[str]:
        """Return the leading tags of what was not wanted a moment ago."""
        before = {one.key for one in self.wanted}
        self.announced, self.wanted = announce(self.announced, self.bench.lines(), self.bench.at, BOUNDS.renew_s)
        return [one.tags[0] for one in self.wanted if one.key not in before]


def test_in_a_storm_a_dozen_lines_are_seen_the_crossing_on_top_and_said_at_once() -> None:
    bench = Bench.of(*ALL)
    ear = Ear(bench)
    links = [Condition("link.lost", f"L{n}", params=(("station", f"L{n}"),)) for n in range(20)]
    stones = [Condition("stone.moved", f"S{n}", params=(("works", f"W{n}"),)) for n in range(10)]
    for second in range(60):
        flip = [
            Condition(
                "sensor.broken" if n < 30 else "upstream.level", f"C{n}",
                5000.0 if (second // 5 + n) % 2 else 3000.0, 4000.0, (("station", f"C{n}"),),
            )
            for n in range(60)
        ]  # fmt: skip
        real = [crossing()] if second >= 40 else []
        bench.tick([*flip, *links, *stones, *real])
        seen = bench.lines()
        news = ear.news()
        if second == 40:
            assert news == ["flow.level/HYK-III"], "heard at the very look that saw it"
            assert seen.alarms[0].tags == ("flow.level/HYK-III",)
        if second >= 20:
            assert len(seen.all) <= 12
    assert seen.flood
    assert {tag for line in seen.all for tag in line.tags} == set(bench.now.alarms), "every alarm lies under some line"
    assert seen.chattering == 60
    assert [line.count for line in seen.diagnostics if line.kind.id == "link.lost"] == [20]


def test_the_highest_rung_leads_the_line_of_its_ladder() -> None:
    bench = Bench.of(*ALL)
    ear = Ear(bench)
    bench.tick([crossing("IV", 4000.0, 4100.0)])
    assert ear.news() == ["flow.level/HYK-IV"]
    bench.take(AlarmsAcknowledged(("flow.level/HYK-IV",)))
    assert ear.news() == []
    assert ear.wanted == ()
    bench.tick([crossing("IV", 4000.0), crossing()])
    (line,) = bench.lines().alarms
    assert (line.tags, line.state, line.limit) == (
        ("flow.level/HYK-III", "flow.level/HYK-IV"),
        AlarmState.UNACKED,
        6000,
    )
    assert ear.news() == ["flow.level/HYK-III"]


def test_unseen_goes_before_grave_and_grave_before_what_leaves_less_time() -> None:
    bench = Bench.of(*ALL, kind("grave", priority=Priority.HIGH), kind("short", available_min=5.0))
    bench.tick([Condition("grave", "seen")])
    bench.take(AlarmsAcknowledged(("grave/seen",)))
    more = [Condition(name, "x") for name in ("grave", "short", "upstream.level", "stone.moved")]
    bench.tick([Condition("grave", "seen"), *more, crossing()])
    order = [line.tags[0] for line in bench.lines().alarms]
    assert order == [
        "flow.level/HYK-III", "grave/x", "short/x", "stone.moved/x", "upstream.level/x", "grave/seen",
    ]  # fmt: skip
    assert bench.lines().alarms[2].left_s == 300


def test_what_is_put_aside_is_counted_and_not_seen_nor_heard() -> None:
    bench = Bench.of(*ALL)
    ear = Ear(bench)
    here = [Condition("stone.moved", "S1")]
    bench.tick(here)
    bench.take(AlarmsShelved(("stone.moved/S1",), bench.at + timedelta(hours=1), "探摸中"))
    bench.tick(here)
    seen = bench.lines()
    assert (seen.alarms, seen.shelved, len(seen.put_aside)) == ((), 1, 1)
    assert ear.news() == []


def test_a_medium_alarm_is_said_once_and_again_only_when_it_comes_back_later() -> None:
    bench = Bench.of(*ALL)
    ear = Ear(bench)
    here = [Condition("stone.moved", "S1")]
    bench.tick(here)
    assert ear.news() == ["stone.moved/S1"]
    bench.tick(here)
    assert ear.news() == []
    bench.tick((), 70)
    assert ear.news() == []
    bench.tick(here, 70)
    assert ear.news() == [], "counted, not said anew so soon"
    assert bench.now.alarms["stone.moved/S1"].times == 2
    bench.tick((), 700)
    bench.tick(here, 70)
    assert ear.news() == ["stone.moved/S1"]


def test_a_small_repair_makes_no_sound_and_a_greater_one_has_a_tone_of_its_own() -> None:
    bench = Bench.of(*ALL)
    ear = Ear(bench)
    bench.tick([Condition("link.lost", "L1"), Condition("feed.down", "sl323:省")])
    assert ear.news() == ["feed.down/sl323:省"]
    assert ear.wanted[0].rank == -1


def test_after_a_restart_only_the_grave_is_heard_on() -> None:
    bench = Bench.of(*ALL)
    here = [crossing(), Condition("stone.moved", "S1")]
    bench.tick(here)
    bench.restart()
    ear = Ear(bench, known(bench.now, bench.at, bench.state))
    bench.tick(here)
    assert ear.news() == ["flow.level/HYK-III"]
    assert ear.wanted[0].repeated
    bench.take(AlarmsAcknowledged(("flow.level/HYK-III",)))
    bench.restart()
    assert ear.news() == []
    assert bench.now.alarms["flow.level/HYK-III"].acked_by == "U1"


def test_in_a_flood_what_must_pass_stays_by_itself_however_many_lines_there_are() -> None:
    help_ = replace(kind("help.asked", must_pass=True), priority=Priority.HIGH)
    bench = Bench.of(*ALL, help_)
    calls = [Condition("help.asked", f"W{n}") for n in range(15)]
    bench.tick([*calls, *(Condition("stone.moved", f"S{n}") for n in range(30))])
    seen = bench.lines()
    assert [line.count for line in seen.alarms] == [1] * 15 + [30]
    assert [line.key for line in seen.alarms[15:]] == ["stone.moved|*"]


def test_what_a_flood_left_stays_folded_until_somebody_has_looked_at_it() -> None:
    bench = Bench.of(*ALL)
    stones = [Condition("stone.moved", f"S{n}", params=(("works", f"W{n % 3}"),)) for n in range(12)]
    bench.tick(stones)
    bench.tick(stones, BOUNDS.flood_window_s)
    assert not bench.state.flood
    assert [line.count for line in bench.lines().alarms] == [4, 4, 4]
    bench.take(AlarmsAcknowledged(tuple(bench.now.alarms)[:6]))
    assert len(bench.lines().alarms) == 12
