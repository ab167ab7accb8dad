"""Random valid runs of steps: a small township lives through floods, people answer or do not, registers change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from data.model import steps
from data.model.dispatch import Call, Channel, Incident, Outcome, Push, Report, ReportState, SuperiorOrder
from data.model.levels import Level
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.register import ROW_TYPES
from data.model.river import HUAYUANKOU, Forecast, Quality, Reading
from data.model.situation import Situation
from data.model.steps import Body, Realm, Step, StepRefused
from data.model.task import Evidence, Move, Task
from data.rules import signoff
from data.rules.dispatch import LADDER
from data.rules.take import take
from data.store.rows import make_register
from tests import township

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Taken = list[tuple[Step, Situation]]

TEXTS = ("", "马渡 26 坝渗水", 'say "水"\n\\', "🌊 ok", "null", "%_'", "2020-06-29T08:00:00")


def begin(realm: Realm = Realm.LIVE) -> Situation:
    """The empty situation at noon."""
    return Situation(realm=realm)


def founding(realm: Realm = Realm.LIVE) -> Taken:
    """The steps that bring in the registers of the small township."""
    now, taken = begin(realm), []
    registers = township.registers()
    for kind in ROW_TYPES:
        rows = registers.of(kind).rows
        if rows:
            body = steps.RegisterReplaced(make_register(kind, rows, demo=True), f"{kind}.csv", refused=1)
            step = Step(f"found/{kind}", township.NOON, "U4", realm, body)
            now, _ = take(now, step)
            taken.append((step, now))
    return taken


def walk(random: Random, now: Situation, count: int, prefix: str = "w") -> Taken:
    """Take `count` random steps that the rules allow."""
    taken: Taken = []
    tries = 0
    while len(taken) < count:
        tries += 1
        body = random.choice(MAKERS)(random, now, f"{prefix}{now.seq}.{tries}")
        if body is None:
            continue
        at = max(now.at, township.NOON) + timedelta(seconds=random.randint(-60, 1800))
        step = Step(f"{prefix}/{now.seq}", at, random.choice(("U1", "U2", "U3", "system")), now.realm, body)
        try:
            now, _ = take(now, step)
        except StepRefused:
            continue
        taken.append((step, now))
    return taken


def runs(least: int = 0, most: int = 40) -> SearchStrategy[Taken]:
    """Runs that begin with the registers."""
    from hypothesis import strategies as st  # slow to import, and the crash test starts many processes

    def made(seed: int, count: int) -> Taken:
        start = founding()
        return start + walk(Random(seed), start[-1][1], count)

    return st.builds(made, st.integers(0, 2**32), st.integers(least, most))


Maker = Callable[[Random, Situation, str], Body | None]


def _clock(now: Situation) -> datetime:
    return max(now.at, township.NOON)


def _reading(random: Random, now: Situation, _name: str) -> Body:
    station = random.choice((HUAYUANKOU, HUAYUANKOU, "TG"))
    before = now.latest(station)
    flow = 2500.0 if before is None or before.flow_m3s is None else before.flow_m3s
    flow = max(0.0, flow * random.choice((0.6, 0.9, 1.0, 1.2, 1.9)) + random.choice((-50, 0, 300)))
    at = _clock(now) + timedelta(minutes=random.randint(-200, 20))
    quality = random.choice((Quality.GOOD, Quality.GOOD, Quality.TYPED, Quality.IMPOSSIBLE))
    stage = random.choice((None, 90.88, 93))
    return steps.ReadingTaken(Reading(station, at, min(flow, 30000.0), stage, "大沽", random.choice(TEXTS), quality))


def _river_words(random: Random, now: Situation, name: str) -> Body | None:
    at = _clock(now)
    match random.randrange(4):
        case 0:
            forecast = Forecast(HUAYUANKOU, random.choice((3000.0, 6200, 9000.0)), at + timedelta(hours=30), at, name)
            return steps.ForecastEntered(forecast)
        case 1:
            return steps.ForecastWithdrawn(HUAYUANKOU, random.choice(TEXTS))
        case 2:
            order = SuperiorOrder(name, at, "市防指", f"〔2020〕{name}", random.choice(TEXTS), random.randrange(5))
            return steps.OrderReceived(order)
        case _:
            return steps.OrderEnded(random.choice(sorted(now.orders)), "期满") if now.orders else None


def _incident(random: Random, now: Situation, name: str) -> Body | None:
    if now.incidents and random.random() < 0.5:
        return steps.IncidentClosed(random.choice(sorted(now.incidents)), "抢护完成")
    grade = random.choice((1, 2, 3))
    return steps.IncidentRaised(Incident(name, _clock(now), "HYK", "26坝", "管涌", "incident.piping", grade))


def _sign(random: Random, now: Situation, _name: str) -> Body:
    shown = signoff.preview(now, random.choice((1000.0, 4500.0, 7000.0, 12000.0, 22000.0)))
    level = random.choice((shown.level, Level.NONE, Level.I))
    return signoff.sign_off(shown, level, "会商一致", "河务、水文", (("MEET", "S001"),))


def _move(random: Random, now: Situation, name: str) -> Body | None:
    if not now.tasks:
        return None
    move = random.choice(tuple(Move))
    ids = tuple(random.sample(sorted(now.tasks), min(len(now.tasks), random.choice((1, 1, 1, 3)))))
    proof = Evidence("file", _clock(now), "S002", "照片", 2, "ab" * 32, f"{name}.jpg")
    evidence = (proof,) if move in (Move.FINISH, Move.PROGRESS) else ()
    return steps.TasksMoved(ids, move, "说明", random.choice(("", "S003")), evidence, random.choice((None, 2)))


def _order(random: Random, now: Situation, name: str) -> Body:
    repeat = random.choice((None, 30))
    return steps.TaskOrdered(Task(name, "上坝", "R06", _clock(now), 0.0, assignee="S004", repeat_min=repeat))


def _push(random: Random, now: Situation, name: str) -> Body | None:
    push_id = random.choice(sorted(now.pushes)) if now.pushes else ""
    who = tuple(random.sample([f"S{n:03d}" for n in range(1, 7)], random.randint(1, 4)))
    match random.randrange(6):
        case 0 | 1:
            push = Push(name, "预警", "请上岗", "解除", "U1", _clock(now), who, LADDER, audience="R06")
            return steps.PushDrafted(push)
        case 2:
            return steps.PushApproved(push_id, "U2")
        case 3:
            refused = random.random() < 0.5
            return steps.PushRefused(push_id, "不妥") if refused else steps.PushRetracted(push_id, "误发")
        case _ if push_id:
            known = tuple(receipt.person for receipt in now.pushes[push_id].receipts)
            people = tuple(random.sample(known, random.randint(1, len(known))))
            return steps.ReceiptNoted(push_id, people, random.choice(LADDER), random.choice(tuple(Outcome)), "注")
        case _:
            return None


def _call(random: Random, now: Situation, name: str) -> Body:
    about = random.choice(sorted(now.pushes)) if now.pushes else ""
    outcome = random.choice((Outcome.ANSWERED, Outcome.NO_ANSWER))
    deputy = random.choice(("", "S002"))
    return steps.CallLogged(Call(name, "S001", _clock(now), outcome, Channel.TELEPHONE, "通话", about, deputy))


def _report(random: Random, now: Situation, name: str) -> Body:
    if now.reports and random.random() < 0.6:
        return steps.ReportMoved(
            (random.choice(sorted(now.reports)),), random.choice(tuple(ReportState)), "已核", "S001"
        )
    return steps.ReportReceived(
        Report(name, _clock(now), "E2", "渗水", random.choice(TEXTS), "S003", random.choice((None, 113.7)), 34.9)
    )


def _people(random: Random, _now: Situation, _name: str) -> Body:
    if random.random() < 0.5:
        return steps.WhereaboutsSet(
            "growers", ("GR1", "GR2")[: random.randint(0, 2)], random.choice(tuple(Whereabouts))
        )
    return steps.StoneStateSet(("ST1", "ST2")[: random.randint(1, 2)], random.choice(tuple(StoneState)), "复核")


def _register(random: Random, now: Situation, _name: str) -> Body:
    if random.random() < 0.5:
        rows = [replace(row, on_duty=random.random() < 0.7) for row in now.registers.staff]
        return steps.RegisterReplaced(make_register("staff", rows), "staff.xlsx")
    rows = [row for row in township.plan_rows() if row.id != random.choice(("MEET", "STOCK"))]
    return steps.RegisterReplaced(make_register("plan", rows), "plan.xlsx", 3)


def _desk(random: Random, _now: Situation, _name: str) -> Body:
    return random.choice(
        (
            steps.NoteWritten(random.choice(TEXTS)),
            steps.UserChanged("U2"),
            steps.PersonUnmasked("staff", "S001", "联系"),
        )
    )


MAKERS: tuple[Maker, ...] = (
    _reading, _reading, _reading, _river_words, _incident, _sign, _move, _move, _move, _order, _push, _push, _call,
    _report, _people, _register, _desk,
)  # fmt: skip
