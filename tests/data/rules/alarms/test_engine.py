"""The alarm engine: delays, deadband, latch, chatter, modes, floods of alarms, and a desk that starts again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from data.model.alarm_steps import AlarmsAcknowledged, AlarmsServiced, AlarmsShelved, AlarmsUnshelved
from data.model.alarms import AlarmChange, AlarmState, Closing, Priority
from data.model.situation import Course
from data.rules.alarms.condition import Condition
from data.rules.alarms.engine import Hold
from tests.data.rules.alarms.alarm_world import BOUNDS, Bench, kind

SLOW = kind("slow", on_delay_s=10.0, off_delay_s=20.0)
FLOW = kind("flow", deadband=200.0)
QUIET = kind("quiet", quiet_in="normal;aftermath")
PERSON = kind("person", closing=Closing.PERSON)


def test_an_alarm_waits_for_its_on_delay_and_returns_after_its_off_delay() -> None:
    bench, here = Bench.of(SLOW), [Condition("slow", "a")]
    assert bench.tick(here) == []
    assert bench.tick(here, 9) == []
    assert bench.tick(here) == ["raised slow/a"]
    assert bench.tick([], 1) == []
    assert bench.tick([], 19) == []
    assert bench.tick([], 1) == ["returned slow/a"]
    assert bench.now.alarms["slow/a"].state is AlarmState.RETURNED


def test_a_flow_must_fall_below_the_threshold_less_its_deadband() -> None:
    bench = Bench.of(FLOW)
    found = [bench.tick([Condition("flow", "III", flow, 6000.0)]) for flow in (5990, 6000, 5900, 5801, 5800, 5799)]
    assert found == [[], ["raised flow/III"], [], [], [], ["returned flow/III"]]
    bench = Bench.of(FLOW)
    found = [bench.tick([Condition("flow", "III", flow, 6000.0, deadband=300.0)]) for flow in (6000, 5750, 5699)]
    assert found == [["raised flow/III"], [], ["returned flow/III"]], "the tag's own deadband goes first"


def test_a_small_value_is_bad_where_the_condition_says_so() -> None:
    bench = Bench.of(kind("low", deadband=1.0))
    found = [bench.tick([Condition("low", "v", volts, 11.0, below=True)]) for volts in (11.5, 11.0, 12.0, 12.1)]
    assert found == [[], ["raised low/v"], [], ["returned low/v"]]


def test_what_was_acknowledged_and_returns_is_over_unless_a_person_has_to_close_it() -> None:
    bench = Bench.of(FLOW, PERSON)
    bench.tick([Condition("flow", "a"), Condition("person", "a")])
    bench.take(AlarmsAcknowledged(("flow/a", "person/a")))
    assert bench.tick() == ["returned flow/a", "returned person/a"]
    assert list(bench.now.alarms) == ["person/a"]
    assert bench.tick([Condition("person", "a")], 61) == ["again person/a"]
    assert bench.now.alarms["person/a"].state is AlarmState.UNACKED
    assert bench.now.alarms["person/a"].times == 2


def test_a_higher_priority_and_a_greater_count_are_news() -> None:
    bench = Bench.of(FLOW)
    bench.tick([Condition("flow", "a", 3.0, grows=True)])
    bench.take(AlarmsAcknowledged(("flow/a",)))
    assert bench.tick([Condition("flow", "a", 3.0, priority=Priority.HIGH, grows=True)]) == ["worse flow/a"]
    bench.take(AlarmsAcknowledged(("flow/a",)))
    assert bench.tick([Condition("flow", "a", 4.0, grows=True)]) == [], "not so soon after the last news"
    assert bench.tick([Condition("flow", "a", 4.0, grows=True)], BOUNDS.renew_s) == ["worse flow/a"]
    assert bench.now.alarms["flow/a"].state is AlarmState.UNACKED


def test_one_more_is_news_also_below_the_worst_and_after_all_were_out_for_a_while() -> None:
    bench = Bench.of(kind("people", off_delay_s=3600.0))
    told = [
        bench.tick([Condition("people", "嫩滩", count, grows=True)] if count else (), BOUNDS.renew_s)
        for count in (8.0, 5.0, 6.0, 6.0, 0.0, 1.0)
    ]
    assert told == [["raised people/嫩滩"], [], ["worse people/嫩滩"], [], [], ["worse people/嫩滩"]]
    assert bench.now.alarms["people/嫩滩"].worst == 8


def test_what_chatters_is_one_line_of_silence_until_it_is_steady() -> None:
    bench, here = Bench.of(FLOW), [Condition("flow", "a")]
    told = [bench.tick(here if n % 2 == 0 else (), 5) for n in range(40)]
    assert told[:3] == [
        ["raised flow/a"],
        ["returned flow/a"],
        [
            "chatters flow/a",
        ],
    ]
    assert not any(told[3:])
    assert bench.state.chattering() == ("flow/a",)
    assert bench.now.alarms["flow/a"].chatters
    assert bench.tick((), BOUNDS.steady_s - 6) == []
    assert bench.tick((), 6) == ["steady flow/a"]
    assert not bench.state.chattering()


def test_what_must_pass_is_listed_for_repair_and_comes_through_all_the_same() -> None:
    bench, here = Bench.of(kind("help", must_pass=True, closing=Closing.PERSON)), [Condition("help", "a")]
    told = [bench.tick(here if n % 2 == 0 else (), 5) for n in range(4)]
    assert told[2:] == [["chatters help/a", "again help/a"], ["returned help/a"]]


def test_a_mode_holds_an_alarm_back_and_lets_it_go() -> None:
    bench, here = Bench.of(QUIET), [Condition("quiet", "a")]
    assert bench.tick(here) == []
    assert bench.state.held["quiet/a"].hold is Hold.MODE
    bench.now = replace(bench.now, basis=replace(bench.now.basis, course=Course.RISING))
    assert bench.tick(here) == ["raised quiet/a"]
    bench.now = replace(bench.now, basis=replace(bench.now.basis, course=Course.AFTERMATH))
    assert bench.tick(here) == ["suppressed quiet/a"]
    bench.now = replace(bench.now, basis=replace(bench.now.basis, course=Course.RISING))
    assert bench.tick(here) == ["resumed quiet/a"]


def test_a_shelf_that_ends_lets_the_alarm_come() -> None:
    bench, here = Bench.of(FLOW), [Condition("flow", "a")]
    bench.take(AlarmsShelved(("flow/a",), bench.at + timedelta(minutes=5), "检修"))
    assert bench.tick(here) == []
    assert bench.state.held["flow/a"].hold is Hold.SHELVED
    assert bench.tick(here, 300) == ["raised flow/a"]


def test_what_is_out_of_service_stands_no_longer_however_it_came_to() -> None:
    bench, here = Bench.of(FLOW), [Condition("flow", "a")]
    bench.tick(here)
    alarms = bench.now.alarms
    bench.take(AlarmsServiced(("flow/a",), True, "换探头"))
    bench.now = replace(bench.now, alarms=alarms)
    assert bench.tick(here) == ["ended flow/a"]
    assert bench.tick(here) == []
    assert bench.state.held["flow/a"].hold is Hold.OUT_OF_SERVICE


def test_a_kind_taken_out_of_the_philosophy_leaves_nothing_standing() -> None:
    bench = Bench.of(FLOW)
    bench.tick([Condition("flow", "a")])
    bench.now = replace(bench.now, registers=Bench.of(SLOW).now.registers)
    assert bench.tick([Condition("flow", "a")]) == ["ended flow/a"]
    assert bench.tick([Condition("flow", "a")]) == []


def test_more_than_ten_in_ten_minutes_are_a_flood_that_ends_by_itself() -> None:
    bench = Bench.of(FLOW)
    ten = [Condition("flow", f"{n}") for n in range(10)]
    bench.tick(ten)
    assert not bench.state.flood
    bench.tick([*ten, Condition("flow", "last")])
    assert bench.state.flood
    bench.tick([*ten, Condition("flow", "last")], BOUNDS.flood_window_s)
    assert bench.state.flood is False


TAGS = ("now/a", "now/b", "late/a", "late/b", "value/a", "mode/a", "hand/a")
KINDS = (
    kind("now"),
    kind("late", on_delay_s=7.0, off_delay_s=11.0),
    kind("value", deadband=10.0, off_delay_s=3.0),
    kind("mode", quiet_in="rising"),
    kind("hand", closing=Closing.PERSON),
)


class AlarmsLive(RuleBasedStateMachine):
    """Whatever happens, nothing that holds is lost, nothing is told twice, and only people acknowledge."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench.of(*KINDS)
        self.values: dict[str, float] = {}
        self.since: dict[str, tuple[bool, datetime]] = {}
        self.look(0.0)

    def conditions(self) -> list[Condition]:
        return [Condition(*tag.split("/"), value=value, limit=100.0) for tag, value in self.values.items()]

    def look(self, seconds: float) -> None:
        stood, acked = set(self.bench.now.alarms), self.bench.now.alarms
        moves = self.bench.moves(self.conditions(), seconds)
        for tag in TAGS:  # the same law, said anew: the deadband keeps what once reached its limit
            row = self.bench.now.registers.alarmkinds.by_id[tag.partition("/")[0]]
            was = self.since.get(tag, (False, self.bench.at))
            value = self.values.get(tag)
            holds = value is not None and (value >= 100 or (was[0] and value >= 100 - row.deadband))
            self.since[tag] = was if holds is was[0] else (holds, self.bench.at)
        for move in moves:
            if move.change is AlarmChange.RAISED:
                assert move.tag not in stood
            elif move.change is AlarmChange.RETURNED:
                row = self.bench.now.registers.alarmkinds.by_id[move.kind]
                holds, since = self.since[move.tag]
                assert not holds
                assert self.bench.at - since >= timedelta(seconds=row.off_delay_s)
                assert acked[move.tag].active

    @rule(tag=st.sampled_from(TAGS), value=st.sampled_from((0.0, 89.0, 91.0, 99.0, 100.0, 140.0)))
    def measure(self, tag: str, value: float) -> None:
        self.values[tag] = value
        self.look(1.0)

    @rule(tag=st.sampled_from(TAGS))
    def vanish(self, tag: str) -> None:
        self.values.pop(tag, None)
        self.look(1.0)

    @rule(seconds=st.sampled_from((1.0, 4.0, 20.0, 70.0, 700.0)))
    def wait(self, seconds: float) -> None:
        self.look(seconds)

    @precondition(lambda self: self.bench.now.alarms)
    @rule(data=st.data())
    def acknowledge(self, data: st.DataObject) -> None:
        tag = data.draw(st.sampled_from(sorted(self.bench.now.alarms)))
        active = self.bench.now.alarms[tag].active
        self.bench.take(AlarmsAcknowledged((tag,)))
        assert not active or tag in self.bench.now.alarms

    @rule(tag=st.sampled_from(TAGS), minutes=st.sampled_from((1, 10)))
    def shelve(self, tag: str, minutes: int) -> None:
        self.bench.take(AlarmsShelved((tag,), self.bench.at + timedelta(minutes=minutes), "测试"))
        self.look(0.0)

    @precondition(lambda self: self.bench.now.shelves)
    @rule()
    def unshelve(self) -> None:
        self.bench.take(AlarmsUnshelved(tuple(self.bench.now.shelves)))
        self.look(0.0)

    @rule(tag=st.sampled_from(TAGS))
    def service(self, tag: str) -> None:
        out = tag not in self.bench.now.out_of_service
        self.bench.take(AlarmsServiced((tag,), out, "测试"))
        self.look(0.0)

    @rule(course=st.sampled_from((Course.NORMAL, Course.RISING)))
    def change_mode(self, course: Course) -> None:
        self.bench.now = replace(self.bench.now, basis=replace(self.bench.now.basis, course=course))
        self.look(0.0)

    @rule()
    def restart(self) -> None:
        before = self.bench.now.alarms
        self.bench.restart()
        self.since = {
            tag: since if since[0] == (tag in before and before[tag].active) else (False, self.bench.at)
            for tag, since in self.since.items()
        }
        told = [move.change for move in self.bench.moves(self.conditions(), 0.0) if move.tag in before]
        assert AlarmChange.RAISED not in told
        assert AlarmChange.WORSE not in told
        assert set(before) <= set(self.bench.now.alarms)
        self.look(0.0)

    @invariant()
    def nothing_is_lost(self) -> None:
        chattering, state = self.bench.state.chattering(), self.bench.state
        for tag, (holds, since) in self.since.items():
            row = self.bench.now.registers.alarmkinds.by_id[tag.partition("/")[0]]
            alarm = self.bench.now.alarms.get(tag)
            if holds and self.bench.at - since >= timedelta(seconds=row.on_delay_s):
                standing = alarm is not None and alarm.active
                assert standing or tag in state.held or tag in chattering or tag in self.bench.now.shelves
            if alarm is not None and alarm.active and not holds and tag not in chattering:
                assert self.bench.at - since < timedelta(seconds=row.off_delay_s)


TestAlarmsLive = AlarmsLive.TestCase
TestAlarmsLive.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
