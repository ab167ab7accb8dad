"""The briefings of the demonstration: one that led to level IV and is closed, one that is half-way at 13:00."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import resources
from data.feeds.agenda import read_agenda
from data.model.office import Ballot, Briefing, Question, Signature, Vote
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    PollAnswered,
)
from desktop.demonstration_cast import COMMANDER, DUTY, LEADER, clock, phone_of, tell

if TYPE_CHECKING:
    from desktop.app import Anlan

FIRST, SECOND = "B-demo-1", "B-demo-2"
TITLE = "花园口镇防汛会商"

_ANSWERS_FIRST = (
    ("Q1", "花园口 10 时 4,650 m³/s，已过 4,000；小浪底按调度加大下泄，预计 29 日前后最大约 5,500。"),
    ("Q2", "建议启动Ⅳ级应急响应，待指挥长决定。"),
    ("Q3", "嫩滩种植户、垂钓露营人员今天 14 时前劝离完毕，二滩先通知到户。"),
    ("Q4", "险工靠溜坝段加密巡查，重点看根石。"),
    ("Q8", "26 日 12 时半，视 90 坝巡查情况。"),
)
_ANSWERS_SECOND = (
    ("Q1", "水位仍在缓涨，流量见左栏；下一报 14 时。"),
    ("Q3", "嫩滩种植户大部已撤，拒撤 1 户由包户干部上门，15 时前再报。"),
    ("Q4", "90 坝根石走失正在抛石，要加强上下游各两道坝的探摸。"),
)
_VOTES_FIRST = (
    ("R02", "P003", Vote.GO, 4, "", "seat"),
    ("R04", "", Vote.GO, 5, "预报过程平稳，4,000 以上可能持续一周", "seat"),
    ("R05", "", Vote.GO, 6, "", "seat"),
    ("R06", "", Vote.GO, 6, "", "seat"),
    ("R09", "", Vote.NO_GO, 7, "嫩滩登记人数没有核完，请给两小时", "seat"),
    ("R09", "P104", Vote.GO, 9, "边撤边核，同意", "phone"),
    ("R11", "", Vote.GO, 8, "", "seat"),
)
_VOTES_SECOND = (
    ("R02", "P003", Vote.GO, 3, "", "seat"),
    ("R08", "P097", Vote.GO, 4, "冲锋舟两艘可替浮桥转运", "phone"),
    ("R16", "", Vote.NO_GO, 5, "浮桥两头还有滞留车辆 12 台，清完再封，要 40 分钟", "seat"),
)


def earlier(anlan: Anlan) -> None:
    """The briefing at 10:50 that proposed level IV: answered, voted, decided, signed, closed."""
    _open(
        anlan, FIRST, clock(10, 50), "启动Ⅳ级应急响应，嫩滩人员 14 时前撤完", ("R02", "R04", "R05", "R06", "R09", "R11")
    )
    _answer(anlan, FIRST, clock(10, 55), _ANSWERS_FIRST)
    _vote(anlan, FIRST, 10, 48, _VOTES_FIRST)
    decided = BriefingDecided(
        FIRST, Vote.GO, "启动Ⅳ级应急响应，镇班子按包片驻守；嫩滩人员 14 时前撤完。", "实测已过 4,000 且预报继续上涨"
    )
    tell(anlan, clock(10, 58), decided, COMMANDER)
    for user, post, minute in ((COMMANDER, "指挥长", 58), (LEADER, "带班领导、值班长", 59)):
        at = max(clock(10, minute), anlan.room.situation.at)
        tell(anlan, at, BriefingSigned(FIRST, Signature(user, post, at, by_pin=True)), user)
    tell(anlan, clock(10, 59), BriefingClosed(FIRST))


def called(anlan: Anlan) -> None:
    """The briefing at 12:36: its picture is frozen, and the noon hour goes on."""
    motion = "封闭镇域浮桥和大堤社会车辆通行，直至流量回落到 4,000 以下"
    _open(anlan, SECOND, clock(12, 36), motion, ("R02", "R08", "R16", "R19", "R20"))


def halfway(anlan: Anlan) -> None:
    """At 12:59 some of its questions and two of its roles are still open."""
    _vote(anlan, SECOND, 12, 53, _VOTES_SECOND)
    _answer(anlan, SECOND, clock(12, 58), _ANSWERS_SECOND)


def _open(anlan: Anlan, identity: str, at: datetime, motion: str, roles: tuple[str, ...]) -> None:
    now = anlan.room.situation
    agenda = read_agenda(Path(resources.path("rules/agenda.csv")))
    questions = tuple(Question(one.id, one.text) for one in agenda.questions)
    briefing = Briefing(
        identity, TITLE, at, LEADER, now.seq, at, now.standing.level, now.flow_m3s, motion, roles, questions
    )  # fmt: skip
    tell(anlan, at, BriefingOpened(briefing), LEADER)


def _answer(anlan: Anlan, identity: str, at: datetime, answers: tuple[tuple[str, str], ...]) -> None:
    for question, text in answers:
        tell(anlan, at, BriefingAnswered(identity, question, text), DUTY)


def _vote(
    anlan: Anlan, identity: str, hour: int, minute: int, votes: tuple[tuple[str, str, Vote, int, str, str], ...]
) -> None:
    staff = anlan.room.situation.registers.staff
    for role, known, vote, later, reason, via in votes:
        person = known or next(one.id for one in staff if one.role == role)
        at = clock(hour, minute + later)
        actor = person if via == "phone" or phone_of(person) else DUTY
        tell(anlan, at, PollAnswered(identity, Ballot(role, person, vote, at, reason, via)), actor)
