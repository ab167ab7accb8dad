"""Random valid runs of steps: a small township lives through floods, people answer or do not, registers change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from data.model import alarm_steps, river_steps, steps
from data.model.alarms import AlarmChange, AlarmMove, AlarmState, Priority
from data.model.dispatch import (
    Call,
    Channel,
    Incident,
    IncidentState,
    Outcome,
    Push,
    Report,
    ReportState,
    SuperiorOrder,
)
from data.model.levels import Level
from data.model.nature import Origin
from data.model.people import Whereabouts
from data.model.places import Bench, StoneState
from data.model.reckoned import BenchCount, Reckoned
from data.model.register import ROW_TYPES
from data.model.river import (
    HUAYUANKOU,
    Driver,
    Forecast,
    Outlook,
    OutlookPoint,
    Proposal,
    Quality,
    Reading,
)
from data.model.situation import Situation
from data.model.steps import Body, Realm, Step, StepRefused
from data.model.task import Evidence, Move, Task
from data.rules import signoff
from data.rules.dispatch import LADDER
from data.rules.take import take
from data.store.rows import make_register
from tests import township
from tests.data import field_strategy, office_strategy
from tests.data.strategy_parts import TEXTS, Maker, clock, picture

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Taken = list[tuple[Step, Situation]]


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


def runs(least: int = 0, most: int = 40, realm: Realm = Realm.LIVE) -> SearchStrategy[Taken]:
    """Runs that begin with the registers."""
    from hypothesis import strategies as st  # slow to import, and the crash test starts many processes

    def made(seed: int, count: int) -> Taken:
        start = founding(realm)
        return start + walk(Random(seed), start[-1][1], count)

    return st.builds(made, st.integers(0, 2**32), st.integers(least, most))


def _reading(random: Random, now: Situation, _name: str) -> Body:
    station = random.choice((HUAYUANKOU, HUAYUANKOU, "TG"))
    before = now.latest(station)
    flow = 2500.0 if before is None or before.flow_m3s is None else before.flow_m3s
    flow = max(0.0, flow * random.choice((0.6, 0.9, 1.0, 1.2, 1.9)) + random.choice((-50, 0, 300)))
    at = clock(now) + timedelta(minutes=random.randint(-200, 20))
    quality = random.choice((Quality.GOOD, Quality.GOOD, Quality.TYPED, Quality.IMPOSSIBLE))
    stage = random.choice((None, 90.88, 93))
    return steps.ReadingTaken(Reading(station, at, min(flow, 30000.0), stage, "大沽", random.choice(TEXTS), quality))


def _river_words(random: Random, now: Situation, name: str) -> Body | None:
    at = clock(now)
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
    if now.incidents and random.random() < 0.6:
        known = now.incidents[random.choice(sorted(now.incidents))]
        return random.choice(
            (
                steps.IncidentClosed(known.id, "抢护完成"),
                steps.IncidentMoved(known.id, random.choice(tuple(IncidentState)), "到场", (picture(name),)),
                steps.IncidentAmended(replace(known, grade=1, measures=(("直径", "6"),), suggested=2), "复测"),
            )
        )
    grade = random.choice((1, 2, 3))
    return steps.IncidentRaised(Incident(name, clock(now), "HYK", "26坝", "管涌", "incident.piping", grade))


def _sign(random: Random, now: Situation, _name: str) -> Body:
    shown = signoff.preview(now, random.choice((1000.0, 4500.0, 7000.0, 12000.0, 22000.0)))
    level = random.choice((shown.level, Level.NONE, Level.I))
    return signoff.sign_off(shown, level, "会商一致", "河务、水文", (("MEET", "S001"),))


def _move(random: Random, now: Situation, name: str) -> Body | None:
    if not now.tasks:
        return None
    move = random.choice(tuple(Move))
    ids = tuple(random.sample(sorted(now.tasks), min(len(now.tasks), random.choice((1, 1, 1, 3)))))
    proof = Evidence("file", clock(now), "S002", "照片", 2, "ab" * 32, f"{name}.jpg")
    evidence = (proof,) if move in (Move.FINISH, Move.PROGRESS) else ()
    return steps.TasksMoved(ids, move, "说明", random.choice(("", "S003")), evidence, random.choice((None, 2)))


def _order(random: Random, now: Situation, name: str) -> Body:
    repeat = random.choice((None, 30))
    return steps.TaskOrdered(Task(name, "上坝", "R06", clock(now), 0.0, assignee="S004", repeat_min=repeat))


def _push(random: Random, now: Situation, name: str) -> Body | None:
    push_id = random.choice(sorted(now.pushes)) if now.pushes else ""
    who = tuple(random.sample([f"S{n:03d}" for n in range(1, 7)], random.randint(1, 4)))
    match random.randrange(6):
        case 0 | 1:
            waits = (180,) * (len(LADDER) - 1) + (0,)
            push = Push(
                name, "预警", "请上岗", "解除", "U1", clock(now), who, LADDER, audience="R06", waits_s=waits,
                broadcast=("cap_feed",),
            )  # fmt: skip
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
    return steps.CallLogged(Call(name, "S001", clock(now), outcome, Channel.TELEPHONE, "通话", about, deputy))


def _report(random: Random, now: Situation, name: str) -> Body:
    if now.reports and random.random() < 0.7:
        some = tuple(random.sample(sorted(now.reports), min(len(now.reports), 2)))
        return random.choice(
            (
                steps.ReportMoved(some[:1], random.choice(tuple(ReportState)), "已核", "S001", (picture(name),)),
                steps.ReportMoved(some[:1], ReportState.VERIFIED),
                steps.ReportAmended(some[0], kind="管涌", grade=2, lon=113.71, lat=34.91, photos=(picture(name),)),
                steps.ReportsMerged(some[0], some[1:], "同一处"),
                steps.ReportsFiled(some, case="四乱2020-3"),
            )
        )
    return steps.ReportReceived(
        Report(
            name,
            clock(now),
            "E2",
            "渗水",
            random.choice(TEXTS),
            "S003",
            random.choice((None, 113.7)),
            34.9,
            observed_at=clock(now) - timedelta(minutes=3),
            accuracy_m=8.0,
            position="gps",
            device="D1",
            photos=(picture(name),) * random.randint(0, 2),
        )
    )


def _people(random: Random, _now: Situation, _name: str) -> Body:
    if random.random() < 0.5:
        return steps.WhereaboutsSet(
            "growers", ("GR1", "GR2")[: random.randint(0, 2)], random.choice(tuple(Whereabouts))
        )
    return steps.StoneStateSet(("ST1", "ST2")[: random.randint(1, 2)], random.choice(tuple(StoneState)), "复核")


def _reckoning(random: Random, now: Situation, name: str) -> Body:
    boats = ("growers/GR1", "households/H1")[: random.randint(0, 2)]
    counts = (BenchCount(Bench.NEN, 3, 9, 1, 1, len(boats), clock(now) + timedelta(hours=2)),)
    at = clock(now)
    return steps.ReckoningKept(
        Reckoned(at, 6400.0, random.choice(tuple(Origin)), name, counts, boats, 1, at if boats else None)
    )


def _own_river(random: Random, now: Situation, name: str) -> Body:
    at = clock(now)
    held = Reading("40105150", at, round(random.uniform(1000, 9000)), None, "", "值班员", Quality.TYPED)
    match random.randrange(4):
        case 1 if now.proposals:
            return river_steps.ProposalDecided(random.choice(sorted(now.proposals)), random.random() < 0.5, "核对原件")
        case 2:
            return river_steps.ReadingCorrected(held, "与水文站电话核对")
        case 3:
            points = (OutlookPoint(at + timedelta(hours=24), 4200.0, 3900.0, 4600.0, 0.4),)
            drivers = (Driver("40104360", 24.0, 4480.0),)
            return river_steps.OutlookMade(Outlook("40105150", at, points, "combined", drivers))
        case _:
            return river_steps.ReadingProposed(Proposal(name, held, ("HYK-IV",), "U1", at))


def _alarms(random: Random, now: Situation, name: str) -> Body:
    at, held = clock(now), sorted(now.alarms)
    tag = random.choice(held or ["task.overdue/T1"])
    match random.randrange(8):
        case 1 | 2 if held:
            return alarm_steps.AlarmsAcknowledged((tag,), "已知")
        case 3:
            return alarm_steps.AlarmsShelved((tag,), at + timedelta(hours=2), "检修")
        case 4 if now.shelves:
            return alarm_steps.AlarmsUnshelved((random.choice(sorted(now.shelves)),), "修好")
        case 5:
            return alarm_steps.AlarmsServiced((tag,), True, "换探头")
        case 6 if now.out_of_service:
            return alarm_steps.AlarmsServiced((random.choice(sorted(now.out_of_service)),), False, "换好")
        case 7 if done := [one.tag for one in now.alarms.values() if one.state is AlarmState.DONE_WAITS]:
            return alarm_steps.AlarmsClosed((done[0],), "已处置")
        case _:
            move = AlarmMove(
                tag, random.choice(tuple(AlarmChange)), at, tag.partition("/")[0], "T1", name,
                random.choice(tuple(Priority)), 1.0, 0.5, (("title", "巡堤"),),
            )  # fmt: skip
            return alarm_steps.AlarmsMoved((move,))


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
    _report, _report, _people, _register, _desk, _reckoning, _own_river,
    _alarms, _alarms, *field_strategy.MAKERS, *office_strategy.MAKERS,
)  # fmt: skip
