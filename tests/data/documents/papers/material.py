"""A small flood for documents: readings, a sign-off, an incident, messages, a briefing, a handover, a drill."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from data.documents.papers.sheet import Material
from data.feeds.incident_tables import read_incident_tables
from data.model.dispatch import Channel, Incident, Outcome, Push, Receipt
from data.model.drill import Act, Drill, Expectation, Fired, Inject, InjectKind, Scenario
from data.model.drill_steps import DrillBegun, InjectMarked
from data.model.office import (
    Ballot,
    Briefing,
    DutyMessage,
    Handover,
    HandoverItem,
    Lesson,
    Medium,
    Question,
    Signature,
    Vote,
)
from data.model.office_steps import (
    BriefingAnswered,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    HandoverPrepared,
    HandoverSigned,
    LessonNoted,
    MessageAnswered,
    MessageLogged,
    PollAnswered,
)
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import (
    Body,
    IncidentAmended,
    IncidentRaised,
    NoteWritten,
    PushApproved,
    PushDrafted,
    ReadingTaken,
    Realm,
    ReceiptNoted,
    SignedOff,
    Step,
    TasksMoved,
    UserChanged,
    WhereaboutsSet,
)
from data.model.task import Evidence, Move
from data.rules import signoff
from data.rules.take import take
from tests.township import NOON, situation

TABLES = read_incident_tables(Path(__file__).resolve().parents[4] / "resources" / "rules")
SECRET = "13800001234"


def line(step: Step, now: Situation) -> str:
    """Words of a step as the desk hands them in; a careless one, that says names and numbers."""
    del now
    return f"{step.kind}：测甲 测丙 {SECRET}"


class Told:
    """Takes bodies one after another and keeps the lines."""

    def __init__(self, now: Situation) -> None:
        self.now = now
        self.lines: list[tuple[int, Step]] = []

    def take(self, body: Body, actor: str = "U3", minutes: float = 7.0) -> None:
        step = Step(f"p{self.now.seq}", self.now.at + timedelta(minutes=minutes), actor, self.now.realm, body)
        self.now, _ = take(self.now, step)
        self.lines.append((self.now.seq, step))


def flood(told: Told) -> None:
    """Let the river rise past 4,000, the commander sign, an incident happen, people be told."""
    at = told.now.at
    for hours, flow, stage in ((-6, 3600.0, 90.1), (-3, 4100.0, 90.5), (0, 4650.0, 90.9)):
        reading = Reading(HUAYUANKOU, at + timedelta(hours=hours), flow, stage, "大沽", "sl651:花园口")
        told.take(ReadingTaken(reading), "system", 0.0)
    told.take(MessageLogged(DutyMessage("M1", told.now.at, Medium.BULLETIN, "区气象局", "今夜中到大雨", due=at)))
    told.take(MessageAnswered("M1", f"已阅，致电 {SECRET}"), "U1")
    shown = signoff.preview(told.now, 4650.0)
    told.take(signoff.sign_off(shown, shown.level, "实测超过4000", "惠金河务局"))
    first = told.now.tasks[min(key for key, one in told.now.tasks.items() if one.issued_at is not None)]
    told.take(TasksMoved((first.id,), Move.ACKNOWLEDGE), "U1")
    told.take(TasksMoved((first.id,), Move.FINISH, evidence=(Evidence("text", at, "U1", "照片 3 张"),)), "U1", 90)
    ladder, receipts = (Channel.PHONE_PAGE, Channel.TELEPHONE), (Receipt("GR1"), Receipt("S001"))
    push = Push("PU1", "撤离通知", "请立即撤离", "撤回", "U1", told.now.at, ("GR1", "S001"), ladder, receipts=receipts)
    told.take(PushDrafted(push), "U1")
    told.take(PushApproved("PU1", "U2"), "U2")
    told.take(ReceiptNoted("PU1", ("S001",), Channel.PHONE_PAGE, Outcome.ANSWERED), "system")
    told.take(WhereaboutsSet("growers", ("GR1",), Whereabouts.LEFT), "U1")
    incident = Incident("I1", told.now.at, "", "马渡险工 26坝", "根石坍塌", "incident.root_stone", 2, "坝头下沉",
                        structure="险工", measures=(("sink_m", "1.2"), ("river", "大溜顶冲")), needs="铅丝笼 50 个",
                        taken_measures="已警戒")  # fmt: skip
    told.take(IncidentRaised(incident))
    told.take(IncidentAmended(replace(told.now.incidents["I1"], taken_measures="已警戒，抛石 20 m³", grade=1), "加重"))
    told.take(NoteWritten("区防指电话询问 26坝"), "U1")


def office(told: Told) -> None:
    """A briefing that decides, a handover that both sign, a lesson."""
    now = told.now
    asked = (Question("Q1", "水情如何？"), Question("Q2", "力量够否？"))
    briefing = Briefing("B1", "升级会商", now.at, "U2", now.seq, now.at, now.standing.level, now.flow_m3s,
                        "启动Ⅲ级响应", ("R01", "R05"), asked)  # fmt: skip
    told.take(BriefingOpened(briefing))
    told.take(BriefingAnswered("B1", "Q1", "继续上涨"), "U1")
    told.take(PollAnswered("B1", Ballot("R01", "S001", Vote.GO, told.now.at)))
    told.take(BriefingDecided("B1", Vote.GO, "按Ⅲ级准备", "上游来水大"))
    told.take(BriefingSigned("B1", Signature("U3", "指挥长", told.now.at, by_pin=True)))
    items = (HandoverItem("incidents", "I1", "马渡险工 26坝 抢护中"),)
    since = told.lines[2][1].at
    handover = Handover("H1", told.now.at, "U1", "U2", 3, since, items, ("流量上涨",), "注意26坝")
    told.take(HandoverPrepared(handover), "U1")
    told.take(HandoverSigned("H1", "U1"), "U1")
    told.take(UserChanged("U1"), "U1")
    told.take(LessonNoted(Lesson("L1", told.now.at, "U3", "夜间叫应应提前")))


SCENARIO = Scenario(
    "S1", "演练一", "检验叫应", NOON, 240.0, 60, "情景构造", constructed=True, goals=("检验报告时限",),
    injects=(
        Inject("J1", InjectKind.MESSAGE, "区防指来电", "问 26坝", at_min=10.0,
               expects=(Expectation("E1", Act.NOTE, "R04", 10.0), Expectation("E2", Act.BRIEFING, "R01", 60.0))),
        Inject("J2", InjectKind.ROAD, "道路中断", "不通", by_hand=True),
    ),
)  # fmt: skip


def drill(told: Told) -> None:
    """Begin a drill, and fire the first inject of two."""
    told.take(DrillBegun(Drill("D1", "演练一", "ab" * 32, told.now.at, 7, constructed=True)), "control")
    told.take(InjectMarked("J1", "区防指来电", Fired.FIRED, "script"), "control")


@cache
def material(realm: Realm = Realm.LIVE) -> Material:
    """The whole flood with its lines."""
    told = Told(replace(situation(), realm=realm))
    if realm is Realm.DRILL:
        drill(told)
    flood(told)
    office(told)
    scenario = SCENARIO if realm is Realm.DRILL else None
    return Material(told.now, tuple(told.lines), line, tables=TABLES, known=lambda _: told.now, scenario=scenario)


def orders_at(made: Material) -> str:
    """The number of the sign-off."""
    return str(next(seq for seq, step in made.lines if isinstance(step.body, SignedOff)))
