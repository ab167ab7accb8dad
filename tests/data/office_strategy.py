"""Random bodies of steps of the office (messages, briefings, handovers, papers, lessons) and of a drill."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from data.model import drill_steps, office_steps
from data.model.drill import CONTROL, Drill, Fired
from data.model.levels import Level
from data.model.office import (
    Ballot,
    Briefing,
    DutyMessage,
    Handover,
    HandoverItem,
    Lesson,
    Medium,
    Paper,
    PaperKind,
    Question,
    Signature,
    Vote,
)
from data.model.situation import Situation
from data.model.steps import Body, Realm
from tests.data.strategy_parts import TEXTS, Maker, clock

ROLES = ("R01", "R04")
INJECTS = ("D01", "D02", "D03", "D04")


def messages(random: Random, now: Situation, name: str) -> Body:
    """A message comes, is noted or answered."""
    known = random.choice([*sorted(now.messages), "nobody"])
    match random.randrange(3):
        case 0:
            return office_steps.MessageNoted(known)
        case 1:
            return office_steps.MessageAnswered(known, random.choice(TEXTS))
        case _:
            at = clock(now)
            due = random.choice((None, at + timedelta(minutes=30)))
            medium = random.choice(tuple(Medium))
            return office_steps.MessageLogged(
                DutyMessage(name, at, medium, "区防办", random.choice(TEXTS), random.random() < 0.7, due)
            )


def briefing(random: Random, now: Situation, name: str) -> Body:
    """A briefing is called, talks, polls, decides, signs or closes."""
    known = random.choice([*sorted(now.briefings), "nobody"])
    at = clock(now)
    match random.randrange(7):
        case 0:
            return office_steps.BriefingAnswered(known, random.choice(("Q1", "Q2", "Q9")), random.choice(TEXTS))
        case 1:
            ballot = Ballot(random.choice((*ROLES, "R99")), "S001", random.choice(tuple(Vote)), at, via="phone")
            return office_steps.PollAnswered(known, ballot)
        case 2:
            decision = random.choice(("撤", "撤", ""))
            return office_steps.BriefingDecided(known, random.choice(tuple(Vote)), decision, "水情上涨")
        case 3:
            return office_steps.BriefingSigned(known, Signature(random.choice(("S001", "S002")), "指挥长", at, True))
        case 4:
            return office_steps.BriefingClosed(known)
        case _:
            agenda = (Question("Q1", "水情如何"), Question("Q2", "撤不撤"))
            frozen = now.seq + random.choice((0, 0, -1, 1))
            opened = Briefing(name, "会商", at, "U1", frozen, at, Level.III, 6210.0, "启动Ⅲ级", ROLES, agenda)
            return office_steps.BriefingOpened(opened)


def handover(random: Random, now: Situation, name: str) -> Body:
    """A handover is prepared, anew or again, or signed by one of the two or by a stranger."""
    known = random.choice([*sorted(now.handovers), name])
    if random.random() < 0.6:
        return office_steps.HandoverSigned(known, random.choice(("U1", "U2", "U1", "U2", "U9")))
    items = (HandoverItem("task", "T1", random.choice(TEXTS)),)
    at = clock(now)
    coming = random.choice(("U2", "U2", "U1"))
    made = Handover(known, at, "U1", coming, now.seq, at - timedelta(hours=8), items, ("水位上涨",), left_at=at)
    return office_steps.HandoverPrepared(made)


def papers(random: Random, now: Situation, name: str) -> Body:
    """A paper is issued, or a lesson noted."""
    known = random.choice([*sorted(now.papers), name])
    if random.random() < 0.5:
        kind = random.choice(tuple(PaperKind))
        paper = Paper(known, kind, f"〔2020〕{name}", "汛情快报", "ab" * 32, "cd" * 32, now.seq, clock(now), "U1")
        return office_steps.PaperIssued(paper)
    return office_steps.LessonNoted(Lesson(name, clock(now), "U1", random.choice(TEXTS), "drill", ""))


def drill(random: Random, now: Situation, name: str) -> Body | None:
    """A drill begins, fires, changes its pace or (rarely) ends; nothing outside the realm of drills."""
    if now.realm is not Realm.DRILL:
        return None
    if now.drill is None:
        return drill_steps.DrillBegun(Drill(name, "1958 型", "ab" * 32, clock(now), 1, True))
    match random.randrange(8):
        case 0:
            return drill_steps.DrillEnded("演练结束")
        case 1 | 2:
            return drill_steps.DrillPaced(random.choice((0, 1, 60, 600)), random.choice(TEXTS))
        case _:
            inject = random.choice(INJECTS)
            by = random.choice((CONTROL, "script"))
            return drill_steps.InjectMarked(inject, "路断", random.choice(tuple(Fired)), by, random.choice(TEXTS))


OFFICE: tuple[Maker, ...] = (messages, briefing, briefing, handover, papers)
MAKERS: tuple[Maker, ...] = (*OFFICE, drill)
