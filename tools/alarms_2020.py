"""Replay the flood of 2020 through the rules and the alarm engine, and list every alarm: makes docs/alarms-2020.md.

    python tools/alarms_2020.py [--unattended] [--write FILE]

The recorded 8 o'clock readings of six stations come as the clock passes them; the relocation clock runs by the flows
stated in the registers. The clock steps by a second for three minutes after anything happens, else by 20 s. A small
operator acknowledges after two minutes, signs the suggested level, gets tasks done in time and people out; with
--unattended he does nothing but acknowledge.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.clock_tables import read_clock_tables
from data.feeds.incident_tables import read_incident_tables
from data.feeds.ratings import read_flood
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsClosed, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmClass, AlarmMove, AlarmState
from data.model.countdown import ClockState
from data.model.people import Whereabouts
from data.model.situation import Course
from data.model.steps import Body, ReadingTaken, Realm, ReckoningKept, Step, TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move, TaskState
from data.model.telemetry import Board, LinkHealth, Source, SourceKind
from data.rules import signoff
from data.rules.alarms.conditions import conditions
from data.rules.alarms.engine import advance, restarted
from data.rules.alarms.extra import Extra, Memo
from data.rules.alarms.front import PEOPLE_CUT_OFF, PEOPLE_LEAVE
from data.rules.alarms.performance import Performance, report
from data.rules.reckoned import reckoned
from data.rules.reckoning import Reckoning, Township, later, reckon
from data.rules.rights import SYSTEM
from data.rules.stepped import course_of, stepped_span
from data.rules.take import take
from desktop.first_run import demo_situation

BEIJING = ZoneInfo("Asia/Shanghai")
FIRST, LAST = datetime(2020, 6, 20, tzinfo=BEIJING), datetime(2020, 7, 14, 12, tzinfo=BEIJING)
CALM, BUSY, BUSY_FOR = timedelta(seconds=20), timedelta(seconds=1), timedelta(minutes=3)
ACKS_AFTER, SIGNS_AFTER, LEAVES_AFTER = timedelta(minutes=2), timedelta(minutes=20), timedelta(minutes=25)
_OUT = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)


class Replay:
    """The flood from its first reading to its last."""

    def __init__(self, *, attended: bool) -> None:
        """Open a fresh desk with the readings that were known."""
        self.attended = attended
        rules = resources.path("rules")
        self.bounds = read_alarm_bounds(rules)
        self.extra = Extra(self.bounds, read_incident_tables(rules))
        self.tables = read_clock_tables(rules)
        self.now = demo_situation()
        self.at = FIRST
        self.town = Township(self.now.registers, self.tables)
        self.reckoning: Reckoning | None = None
        self.steps: list[Step] = []
        self.moves: list[AlarmMove] = []
        self.coming = list(read_flood(resources.path("demo/flood_2020.csv")))
        self.board = Board()
        self.memo = Memo()
        self.state = restarted(self.bounds, self.now, self.at)
        self.next_round = self.at
        self.busy_until = self.at

    def run(self) -> None:
        """Let the clock run from the first day to the last."""
        while self.at < LAST:
            self.deliver()
            self.reckon()
            self.look()
            self.operate()
            self.at += BUSY if self.at < self.busy_until else CALM

    def do(self, body: Body, actor: str = SYSTEM) -> None:
        """Take a step."""
        step = Step(f"r{len(self.steps)}", self.at, actor, Realm.LIVE, body)
        self.now, _ = take(self.now, step)
        self.steps.append(step)
        self.busy_until = self.at + BUSY_FOR

    def deliver(self) -> None:
        """Take the readings that have come, each with the line it came by."""
        while self.coming and self.coming[0].at <= self.at:
            reading = self.coming.pop(0)
            source = Source(SourceKind.SL651, reading.station)
            health = LinkHealth(reading.station, source, last_at=reading.at, every_s=86_400.0)
            self.board = Board(self.at, self.board.newest, self.board.links.set(reading.station, health))
            self.do(ReadingTaken(reading))
            self.reckoning = None

    def reckon(self) -> None:
        """Run the relocation clock: anew after a reading, else each five minutes."""
        settings, last = self.tables.settings, self.reckoning
        if last is not None and self.at - last.at < timedelta(minutes=5):
            return
        if last is None:
            course = course_of(self.now, settings.what_if_rise_h) or ((self.at, 0.0),)
            water = stepped_span(self.town.ground, course, self.at, settings)
            flow = max(flow for _, flow in course)
            found = reckon(self.town, water, self.now.whereabouts, self.at, flow_m3s=flow, whatif=False)
        else:
            found = later(self.town, last, self.now.whereabouts, self.at)
        self.reckoning = found
        kept = reckoned(self.town, found, self.now.reckoned)
        if not kept.same_as(self.now.reckoned):
            self.do(ReckoningKept(kept))

    def look(self) -> None:
        """Look for alarms, as the desk does."""
        seen = conditions(self.now, self.board, self.at, self.extra, self.memo)
        self.state, moves = advance(self.state, seen, self.now, self.at)
        if moves:
            self.moves += moves
            self.do(AlarmsMoved(moves))

    # the operator

    def operate(self) -> None:
        """Do what an operator does."""
        late = tuple(
            alarm.tag
            for alarm in self.now.alarms.values()
            if alarm.acked_at is None and self.at - (alarm.last_at or alarm.raised_at) >= ACKS_AFTER
        )
        if late:
            self.do(AlarmsAcknowledged(tuple(sorted(late))), "duty")
        waiting = tuple(alarm.tag for alarm in self.now.alarms.values() if alarm.state is AlarmState.DONE_WAITS)
        if waiting:
            self.do(AlarmsClosed(tuple(sorted(waiting)), "已处置"), "duty")
        if self.attended and self.at >= self.next_round:
            self.next_round = self.at + timedelta(minutes=5)
            self.sign()
            self.work()
            self.bring_out()

    def sign(self) -> None:
        """Sign the suggested level some time after it has changed, up as well as down."""
        now = self.now
        if now.suggestion.level == now.standing.level:
            return
        since = now.suggestion.since
        if since is not None and self.at - since >= SIGNS_AFTER:
            shown = signoff.preview(now, now.flow_m3s or 0.0)
            self.do(signoff.sign_off(shown, now.suggestion.level, "按会商意见", "惠金河务局"), "commander")

    def work(self) -> None:
        """Finish with proof what is due within a quarter of an hour."""
        soon = self.at + timedelta(minutes=15)
        due = tuple(
            sorted(
                task.id
                for task in self.now.tasks.values()
                if task.state in _OUT and task.deadline is not None and task.deadline <= soon
            )
        )
        if due:
            proof = (Evidence("text", self.at, "duty", "电话回报：已按要求完成"),)
            self.do(TasksMoved(due, Move.FINISH, "按时完成", evidence=proof), "duty")

    def bring_out(self) -> None:
        """Get everybody out who has had to leave for some time, by boat where no road is open."""
        kinds = (PEOPLE_LEAVE, PEOPLE_CUT_OFF)
        since = min(
            (one.raised_at for one in self.now.alarms.values() if one.kind in kinds and one.active), default=None
        )
        if since is None or self.reckoning is None or self.at - since < LEAVES_AFTER:
            return
        for register in ("growers", "keypeople", "households"):
            ids = [one for one, (state, _) in self.reckoning.countdown.calls(register).items() if _must_go(state)]
            if ids:
                self.do(WhereaboutsSet(register, tuple(ids), Whereabouts.LEFT), "duty")

    def report(self) -> Performance:
        """Return how the alarms behaved."""
        return report(self.steps, self.now.registers.alarmkinds, self.bounds, FIRST, LAST)


def _must_go(state: ClockState) -> bool:
    return state in (ClockState.LEAVE_NOW, ClockState.TOO_LATE_BY_ROAD)


def table(replay: Replay) -> Iterator[str]:
    """Yield one line of a table for every new alarm."""
    kinds = replay.now.registers.alarmkinds.by_id
    moves = [move for move in replay.moves if move.change in (AlarmChange.RAISED, AlarmChange.AGAIN, AlarmChange.WORSE)]
    for n, move in enumerate(moves, start=1):
        kind = kinds[move.kind]
        value = "" if move.value is None else f"{move.value:,.0f}"
        value += "" if move.limit is None else f" ≥ {move.limit:,.0f}"
        said = "; ".join(f"{name} {text}" for name, text in move.params if len(text) < 60)
        at = move.at.astimezone(BEIJING)
        yield (
            f"| {n} | {at:%m-%d %H:%M} | {move.change.value} | {kind.alarm_class.value} {move.priority.value} | "
            f"{kind.name} | {move.ref} | {value} | {said} |"
        )


def main() -> None:
    """Run it and print the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unattended", action="store_true")
    given = parser.parse_args()
    replay = Replay(attended=not given.unattended)
    replay.run()
    for line in table(replay):
        print(line)
    changes = Counter(move.change for move in replay.moves)
    classes = Counter(
        replay.now.registers.alarmkinds.by_id[move.kind].alarm_class
        for move in replay.moves
        if move.change is AlarmChange.RAISED
    )
    print(dict(changes), classes[AlarmClass.ALARM], classes[AlarmClass.DIAGNOSTIC])
    print(replay.report())
    assert replay.now.basis.course is not Course.NORMAL


if __name__ == "__main__":
    main()
