"""How scripted players do what an inject expects: the very steps of real users, one function an act.

A deed that is not possible yet (no task to arrive at, no report to verify) gives no steps and is tried again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from data.model.dispatch import Call, Channel, Incident, Outcome, Report, ReportState
from data.model.drill import Act, Expectation, Inject
from data.model.field import Muster, MusterLine
from data.model.field_steps import MusterCalled
from data.model.levels import Level
from data.model.office import Ballot, Briefing, Paper, PaperKind, Question, Signature, Vote
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    MessageAnswered,
    MessageNoted,
    PaperIssued,
    PollAnswered,
)
from data.model.people import Whereabouts
from data.model.report_steps import ReportMoved
from data.model.situation import Situation
from data.model.steps import (
    Body,
    CallLogged,
    IncidentAmended,
    IncidentRaised,
    NoteWritten,
    SignedOff,
    Step,
    TaskOrdered,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Evidence, Move, Task, TaskState
from data.rules import signoff
from data.rules.drill.cast import Cast, commander, holder, on_duty, step
from data.rules.drill.effects import message_id, report_id
from data.rules.drill.pushing import pushed
from data.rules.drill.scene import silent_people
from data.rules.incident_loop import SENT_MORE

_OUT = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
_NOT_THERE = (TaskState.ISSUED, TaskState.ACKNOWLEDGED)
ROLES_ASKED = ("R02", "R05", "R06", "R09", "R11")
"""Roles that a scripted briefing polls."""


@dataclass(frozen=True, slots=True)
class Doing:
    """A scripted player about to do what an inject expects."""

    cast: Cast
    now: Situation
    at: datetime
    inject: Inject
    expectation: Expectation

    def proof(self, name: str) -> str:
        """Return what narrows the expectation by that name."""
        return next((value for key, value in self.expectation.proof if key == name), "")

    def about(self) -> Inject:
        """Return the inject that it is about: the one named, else its own."""
        named = self.cast.scenario.inject(self.proof("inject"))
        return self.inject if named is None else named

    def step(self, body: Body, actor: str = "", part: str = "") -> Step:
        """Make a step of it."""
        name = f"{self.inject.id}-{self.expectation.id}{part}"
        return step(name, self.at, actor or on_duty(self.now), body)

    def text(self) -> str:
        """Return words for a note: what was expected, or what happened."""
        return self.expectation.text or self.inject.title


Deeds = tuple[Step, ...]


def deeds_of(doing: Doing) -> Deeds:
    """Return the steps by which the player does it, none while it is not possible."""
    return _DEEDS[doing.expectation.act](doing)


def _report(doing: Doing) -> Report | None:
    return doing.now.reports.get(report_id(doing.about().id))


def _note(doing: Doing) -> Deeds:
    message, report = doing.now.messages.get(message_id(doing.about().id)), _report(doing)
    if message is not None and message.noted_at is None and not doing.proof("alarm"):
        return (doing.step(MessageNoted(message.id)),)
    return () if report is None or doing.proof("alarm") else _verify(doing)  # alarms are seen by the routine


def _verify(doing: Doing) -> Deeds:
    report = _report(doing)
    if report is None or report.state is not ReportState.UNVERIFIED:
        return ()
    return (doing.step(ReportMoved((report.id,), ReportState.VERIFIED, doing.text())),)


def _incident(doing: Doing) -> Deeds:
    report = _report(doing)
    if report is None or report.incident or report.state in (ReportState.REJECTED, ReportState.MERGED):
        return ()
    grade = int(float(doing.proof("grade") or report.grade))
    incident = incident_of(doing.cast, doing.now, report, doing.inject, grade, doing.at)
    verified = () if report.state is not ReportState.UNVERIFIED else (
        doing.step(ReportMoved((report.id,), ReportState.VERIFIED, doing.text()), part="-verified"),
    )  # fmt: skip
    return (*verified, doing.step(IncidentRaised(incident)))


def incident_of(cast: Cast, now: Situation, report: Report, inject: Inject, grade: int, at: datetime) -> Incident:
    """Return the incident that a report becomes, its event by the table of kinds."""
    spur = now.registers.spurs.get(inject.detail("spur"))
    works = "" if spur is None else spur.works
    structure = now.registers.works.get(works)
    kind = cast.tables.of_report(report.kind, "" if structure is None else structure.kind)
    return Incident(
        f"incident-{report.id}", at, works, report.place, report.kind if kind is None else kind.kind,
        "incident.other" if kind is None else kind.event, grade, report.text, report.id,
        structure="" if kind is None else kind.structure, suggested=grade, casualties="无", lon=report.lon,
        lat=report.lat,
    )  # fmt: skip


def _amend(doing: Doing) -> Deeds:
    """Amend the incident that this inject, or one that it follows, has led to."""
    name: str = doing.about().id
    seen: set[str] = set()
    incident: Incident | None = None
    while name and name not in seen and incident is None:
        seen.add(name)
        report = doing.now.reports.get(report_id(name))
        incident = None if report is None else doing.now.incidents.get(report.incident)
        told = doing.cast.scenario.inject(name)
        name = "" if told is None else told.detail("follows")
    if incident is None or incident.closed_at is not None:
        return ()
    grade = int(float(doing.proof("grade") or incident.grade))
    worse = replace(incident, grade=min(grade, incident.grade), text=doing.inject.text)
    return (doing.step(IncidentAmended(worse, f"{SENT_MORE}{doing.text()} {doing.proof('word')}".strip())),)


def _sign_off(doing: Doing) -> Deeds:
    level = Level.parse(doing.proof("level"))
    now = doing.now
    if now.standing.level is level or (level is not Level.NONE and now.standing.level > level):
        return ()
    shown = signoff.preview(now, max(now.flow_m3s or 0.0, now.basis.flow_m3s if level else 0.0))
    body = signoff.sign_off(shown, level, doing.text(), "会商研究，按预案办理")
    return (doing.step(body, commander(now)),)


def _fits(doing: Doing, task: Task) -> bool:
    instruction, role, person = doing.proof("instruction"), doing.proof("role"), doing.proof("person")
    staff = doing.now.registers.staff.get(person)
    return (
        (not instruction or task.instruction == instruction)
        and (not role or task.role == role)
        and (not person or task.assignee in (person, "" if staff is None else staff.squad or person))
        and doing.proof("word") in f"{task.title} {task.text}"
    )


def _tasks(doing: Doing, states: tuple[TaskState, ...]) -> tuple[str, ...]:
    found = (task.id for task in doing.now.tasks.values() if task.state in states and _fits(doing, task))
    return tuple(sorted(found))


def _issue(doing: Doing) -> Deeds:
    """Issue what waits; what does not wait is signed by its instruction, as an operator does from the plan."""
    waiting = _tasks(doing, (TaskState.PENDING,))
    now, wanted = doing.now, doing.proof("instruction")
    if waiting:
        role = now.tasks[waiting[0]].role
        return (doing.step(TasksMoved(waiting, Move.ISSUE, assignee=holder(now, role))),)
    if not wanted or _tasks(doing, _OUT) or wanted not in now.plan.by_id:
        return ()
    body = SignedOff(now.standing.level, now.basis.flow_m3s, doing.text(), "值班领导", (wanted,))
    return (doing.step(body, commander(now)),)


def _on_site(doing: Doing) -> Deeds:
    there = _tasks(doing, _NOT_THERE)[:1]
    return (doing.step(TasksMoved(there, Move.ARRIVE, doing.text())),) if there else ()


def _finish(doing: Doing) -> Deeds:
    out = _tasks(doing, _OUT)[:1]
    proof = (Evidence("text", doing.at, on_duty(doing.now), f"脚本席位回报：{doing.text()}"),)
    return (doing.step(TasksMoved(out, Move.FINISH, doing.text(), evidence=proof)),) if out else ()


def _order(doing: Doing) -> Deeds:
    role = doing.proof("role") or doing.expectation.role
    assignee = holder(doing.now, role) or on_duty(doing.now)
    title = f"{doing.proof('word')} {doing.text()}".strip()
    order = Task(
        f"order-{doing.expectation.id}", title, role, doing.at, 0.0, text=doing.inject.title, assignee=assignee
    )
    return (doing.step(TaskOrdered(order)),)


def _push(doing: Doing) -> Deeds:
    words = f"{doing.proof('word')} {doing.text()}".strip()
    name = f"{doing.inject.id}-{doing.expectation.id}"
    return pushed(doing.cast, doing.now, doing.at, name, words, doing.proof("template"))


def _call(doing: Doing) -> Deeds:
    """Call the person; when nobody answers, the deputy."""
    person, now = doing.proof("person"), doing.now
    silent = silent_people(doing.cast.scenario, now, doing.at)
    name = f"call-{doing.inject.id}-{doing.expectation.id}"
    outcome = Outcome.NO_ANSWER if person in silent else Outcome.ANSWERED
    first = doing.step(CallLogged(Call(name, person, doing.at, outcome, about=doing.inject.id)))
    staff = now.registers.staff.get(person)
    if person not in silent or staff is None or not staff.deputy:
        return (first,)
    there = Outcome.NO_ANSWER if staff.deputy in silent else Outcome.ANSWERED
    deputy = Call(f"{name}-deputy", staff.deputy, doing.at, there, Channel.DEPUTY, deputy_of=person)
    return (first, doing.step(CallLogged(deputy), part="-deputy"))


def _muster(doing: Doing) -> Deeds:
    role = doing.expectation.role
    people = tuple(row.id for row in doing.now.registers.staff if row.role == role) or tuple(
        row.id for row in doing.now.registers.staff
    )
    title = f"{doing.proof('word')} {doing.text()}".strip()
    lines = tuple(MusterLine(person) for person in people)
    by = on_duty(doing.now)
    muster = Muster(f"muster-{doing.inject.id}-{doing.expectation.id}", title, doing.at, by, 30, lines)
    return (doing.step(MusterCalled(muster)),)


def _move_people(doing: Doing) -> Deeds:
    people = tuple(one for one in doing.proof("people").split(";") if one)
    state = Whereabouts(doing.proof("state"))
    register = doing.proof("register")
    left = tuple(one for one in people if doing.now.where(register, one) is not state)
    return (doing.step(WhereaboutsSet(register, left, state, doing.text())),) if left else ()


def _answer(doing: Doing) -> Deeds:
    message = doing.now.messages.get(message_id(doing.about().id))
    if message is None or message.answered_at is not None:
        return ()
    return (doing.step(MessageAnswered(message.id, f"{doing.text()} {doing.proof('word')}".strip())),)


def _briefing(doing: Doing) -> Deeds:
    now, at = doing.now, doing.at
    name, chair = f"briefing-{doing.inject.id}-{doing.expectation.id}", commander(now)
    motion = f"{doing.text()} {doing.proof('word')}".strip()
    agenda = (Question("river", "水情如何，往哪里走"), Question("plan", "预案要求什么"), Question("people", "谁在路上"))
    held = Briefing(
        name, doing.inject.title, at, chair, now.seq, at, now.standing.level, now.flow_m3s, motion, ROLES_ASKED, agenda
    )
    said = [BriefingAnswered(name, one.id, doing.text()) for one in agenda]
    polled = [
        PollAnswered(name, Ballot(role, holder(now, role), _vote(doing, role), at, via="phone")) for role in ROLES_ASKED
    ]
    votes = sum(one.ballot.vote is Vote.GO for one in polled)
    decided = Vote.GO if votes * 2 > len(polled) else Vote.NO_GO
    user = now.registers.users.get(chair)
    signature = Signature(chair, "" if user is None else user.post, at)
    bodies: list[tuple[Body, str]] = [
        (BriefingOpened(held), on_duty(now)),
        *((body, on_duty(now)) for body in said),
        *((body, body.ballot.person or on_duty(now)) for body in polled),
        (BriefingDecided(name, decided, motion, doing.text()), chair),
        (BriefingSigned(name, signature), chair),
        (BriefingClosed(name), on_duty(now)),
    ]
    return tuple(doing.step(body, actor, f"-{n}") for n, (body, actor) in enumerate(bodies))


def _vote(doing: Doing, role: str) -> Vote:
    return Vote.GO if doing.cast.draw("vote", doing.inject.id, role) < 0.9 else Vote.NO_GO


def _report_up(doing: Doing) -> Deeds:
    kind = PaperKind(doing.proof("paper"))
    name = f"paper-{doing.inject.id}-{doing.expectation.id}"
    title = f"{doing.text()} {doing.proof('word')}".strip()
    digest = hashlib.sha256(paper_file(name, title)).hexdigest()
    paper = Paper(name, kind, name, title, digest, "", doing.now.seq, doing.at, on_duty(doing.now), doing.inject.id)
    return (doing.step(PaperIssued(paper)),)


def paper_file(paper_id: str, title: str) -> bytes:
    """Return what is kept of a paper that a scripted player issues: that it was one."""
    return f"【演练】脚本席位代拟，无正文。\n{paper_id}\n{title}\n".encode()


def _log(doing: Doing) -> Deeds:
    return (doing.step(NoteWritten(f"{doing.text()} {doing.proof('word')}".strip())),)


_DEEDS: Mapping[Act, Callable[[Doing], Deeds]] = MappingProxyType(
    {
        Act.NOTE: _note,
        Act.VERIFY: _verify,
        Act.INCIDENT: _incident,
        Act.AMEND: _amend,
        Act.SIGN_OFF: _sign_off,
        Act.ISSUE: _issue,
        Act.ON_SITE: _on_site,
        Act.FINISH: _finish,
        Act.ORDER: _order,
        Act.PUSH: _push,
        Act.CALL: _call,
        Act.MUSTER: _muster,
        Act.MOVE_PEOPLE: _move_people,
        Act.ANSWER: _answer,
        Act.BRIEFING: _briefing,
        Act.REPORT_UP: _report_up,
        Act.LOG: _log,
    }
)
