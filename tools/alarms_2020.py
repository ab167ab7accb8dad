"""Replay the flood of 2020 as SL 651 frames through checks, rules and the alarm engine, and list every alarm.

    python tools/alarms_2020.py [--unattended] [--daily] [--outlooks]

The recorded 8 o'clock readings of six stations become frames of an RTU that reports each hour and after each step
(values between the readings drawn straight), or with --daily only at 8 o'clock; heartbeats in between. The frames are
read by the protocol's session, judged, folded into the board and taken as readings where they are worth a step, as at
the desk. The relocation clock runs by the flows stated in the registers. The desk's clock steps by a second for 45
seconds after anything happens, else by 20 s. A small operator acknowledges after two minutes, signs the suggested
level, gets tasks done in time and a threatened 滩 cleared as a whole; with --unattended he does nothing but
acknowledge and close. --outlooks makes the desk's own forecast each hour (its coefficients were learned on years that
include 2020, so that is a picture on the bright side).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from immutables import Map

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.feeds.clock_tables import read_clock_tables
from data.feeds.incident_tables import read_incident_tables
from data.feeds.observing import read_observing
from data.feeds.ratings import read_flood
from data.feeds.sl651.addresses import addresses
from data.feeds.sl651.encode import Sender, plain
from data.feeds.sl651.encode import report as encoded
from data.feeds.sl651.observations import StationCard, observations
from data.feeds.sl651.rtu_reports import Habits, Point
from data.feeds.sl651.rtu_reports import reports as reports_of
from data.feeds.sl651.session import Heard, Received, StationSession
from data.gateway.station_health import LinkBook
from data.model.alarm_steps import AlarmsAcknowledged, AlarmsClosed, AlarmsMoved
from data.model.alarms import AlarmChange, AlarmClass, AlarmMove, AlarmState
from data.model.countdown import ClockState, Deadline
from data.model.people import Whereabouts
from data.model.register import Registers
from data.model.river import Reading
from data.model.river_steps import OutlookMade
from data.model.situation import Course, Situation
from data.model.steps import Body, ReadingTaken, Realm, ReckoningKept, Step, TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move, TaskState
from data.model.telemetry import Board, Observation
from data.rules import signoff
from data.rules.alarms.conditions import conditions
from data.rules.alarms.engine import advance, restarted
from data.rules.alarms.extra import Extra, Memo
from data.rules.alarms.front import PEOPLE_CUT_OFF, PEOPLE_LEAVE
from data.rules.alarms.performance import Performance, report
from data.rules.forecast.course import outlook
from data.rules.forecast.kept import unpacked
from data.rules.observing.board import with_links
from data.rules.observing.checks import Key, Track, judged
from data.rules.observing.folding import folded_with_readings
from data.rules.observing.worth import worth_a_step
from data.rules.reckoned import bench_of_line, reckoned
from data.rules.reckoning import Reckoning, Township, later, reckon
from data.rules.rights import SYSTEM
from data.rules.stepped import course_of, stepped_span
from data.rules.take import take
from desktop.first_run import demo_situation

BEIJING = ZoneInfo("Asia/Shanghai")
FIRST, LAST = datetime(2020, 6, 20, tzinfo=BEIJING), datetime(2020, 7, 14, 12, tzinfo=BEIJING)
CALM, BUSY, BUSY_FOR = timedelta(seconds=20), timedelta(seconds=1), timedelta(seconds=45)
HEARTBEAT = timedelta(minutes=5)
ACKS_AFTER, SIGNS_AFTER, LEAVES_AFTER = timedelta(minutes=2), timedelta(minutes=20), timedelta(minutes=25)
_OUT = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)


class Wire:
    """Stations that report by frames, and what a centre reads out of them."""

    def __init__(self, registers: Registers, every: timedelta | None) -> None:
        """Lay out all that will be sent, in order of time; None as function is a heartbeat."""
        self.tables = read_observing(resources.path("rules"))
        self.stations = dict(registers.stations.by_id)
        series: dict[str, list[Point]] = {}
        for one in read_flood(resources.path("demo/flood_2020.csv")):
            series.setdefault(one.station, []).append(Point(one.at, one.stage_m, one.flow_m3s))
        mine = addresses(self.stations)
        self.senders = {mine[station]: Sender(mine[station]) for station in series}
        self.book = {address: StationCard(station) for station, address in mine.items()}
        sent = [
            (report.at, mine[station], report)
            for station, points in series.items()
            for report in reports_of(points, Habits(every))
        ]
        beats = [
            (FIRST + HEARTBEAT * n, address, None)
            for address in self.senders
            for n in range((LAST - FIRST) // HEARTBEAT)
        ]
        self.coming = deque(sorted([*sent, *beats], key=lambda one: one[0]))
        self.at = FIRST
        self.heard, self.links = Heard(), LinkBook()
        self.sessions = {name: StationSession(name, self.heard, lambda: self.at) for name in self.senders}
        self.tracks: Map[Key, Track] = Map()
        self.board, self.frames = Board(), 0
        self.last: dict[str, Reading] = {}
        self.history: dict[str, list[Reading]] = {}

    def until(self, now: Situation, at: datetime) -> list[Reading]:
        """Send and read what is due, bring the board up to date, and return the readings that are worth a step."""
        found: list[Observation] = []
        self.at = at
        spoke = bool(self.coming) and self.coming[0][0] <= at
        while self.coming and self.coming[0][0] <= at:
            _, address, report = self.coming.popleft()
            self.frames += 1
            serial = self.frames % 0xFFFF + 1
            sender = self.senders[address]
            data = (
                plain(sender, 0x2F, serial, at)
                if report is None
                else encoded(sender, report.function, serial, at, report.groups)
            )
            for arrival in self.sessions[address].feed(data):
                self.links.took(arrival, address, at)
                if isinstance(arrival.item, Received):
                    found += observations(arrival.item.uplink, at, self.book)
                    self.sessions[address].reply_of(arrival)
        if not spoke:
            return []
        done, self.tracks = judged(found, self.tracks, self.tables, self.stations, now.readings)
        self.board, readings = folded_with_readings(self.board, done, self.tables, self.stations, at)
        self.board = with_links(self.board, self.links.all())
        return [one for one in readings if self.worth(now, one)]

    def worth(self, now: Situation, reading: Reading) -> bool:
        """Whether a reading becomes a step."""
        last = self.last.get(reading.station)
        if not worth_a_step(now, reading, self.tables, last):
            return False
        self.last[reading.station] = reading
        self.history.setdefault(reading.station, []).append(reading)
        return True


class Replay:
    """The flood from its first reading to its last."""

    def __init__(self, *, attended: bool, every: timedelta | None, outlooks: bool) -> None:
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
        self.wire = Wire(self.now.registers, every)
        self.memo = Memo()
        self.state = restarted(self.bounds, self.now, self.at)
        self.next_round = self.at
        self.outlooks, self.forecast_at = outlooks, None
        self.learned = unpacked(resources.path("rules/forecast.npz").read_bytes())
        self.busy_until = self.at

    def run(self) -> None:
        """Let the clock run from the first day to the last."""
        while self.at < LAST:
            self.deliver()
            self.forecast()
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
        """Take the readings that have come."""
        for reading in self.wire.until(self.now, self.at):
            self.do(ReadingTaken(reading))
            self.reckoning = None

    def forecast(self) -> None:
        """Make the desk's own outlook once an hour from what was known then."""
        if not self.outlooks or (self.forecast_at is not None and self.at - self.forecast_at < timedelta(hours=1)):
            return
        self.forecast_at = self.at
        history = {
            station: [(one.at, one.flow_m3s) for one in kept if one.flow_m3s is not None]
            for station, kept in self.wire.history.items()
        }
        made = outlook(history, self.at, self.learned)
        if made is not None:
            self.do(OutlookMade(made))
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
        seen = conditions(self.now, self.wire.board, self.at, self.extra, self.memo)
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
        """Clear a bench as a whole some time after somebody there has had to leave, by boat where no road is open."""
        kinds = (PEOPLE_LEAVE, PEOPLE_CUT_OFF)
        since = min(
            (one.raised_at for one in self.now.alarms.values() if one.kind in kinds and one.active), default=None
        )
        if since is None or self.reckoning is None or self.at - since < LEAVES_AFTER:
            return
        benches = {one.ref for one in self.now.alarms.values() if one.kind in kinds and one.active}
        for register in ("growers", "keypeople", "households"):
            lines = self.reckoning.countdown.lines(register)
            ids = [line.id for line in lines if _must_go(line) and bench_of_line(self.town, line).value in benches]
            if ids:
                self.do(WhereaboutsSet(register, tuple(ids), Whereabouts.LEFT), "duty")

    def report(self) -> Performance:
        """Return how the alarms behaved."""
        return report(self.steps, self.now.registers.alarmkinds, self.bounds, FIRST, LAST)


def _must_go(line: Deadline) -> bool:
    """Whether somebody of a bench that is cleared has to go: who works or lives on it, and households that are late."""
    late = line.state in (ClockState.LEAVE_NOW, ClockState.TOO_LATE_BY_ROAD)
    return late or (line.kind != "households" and line.state is not ClockState.LEFT)


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
    parser.add_argument("--daily", action="store_true")
    parser.add_argument("--outlooks", action="store_true")
    given = parser.parse_args()
    replay = Replay(
        attended=not given.unattended, every=None if given.daily else timedelta(hours=1), outlooks=given.outlooks
    )
    replay.run()
    for line in table(replay):
        print(line)
    changes = Counter(move.change for move in replay.moves)
    classes = Counter(
        replay.now.registers.alarmkinds.by_id[move.kind].alarm_class
        for move in replay.moves
        if move.change is AlarmChange.RAISED
    )
    readings = sum(isinstance(step.body, ReadingTaken) for step in replay.steps)
    print(f"frames {replay.wire.frames}, readings that became steps {readings}")
    print(dict(changes), classes[AlarmClass.ALARM], classes[AlarmClass.DIAGNOSTIC])
    print(replay.report())
    assert replay.now.basis.course is not Course.NORMAL


if __name__ == "__main__":
    main()
