"""What counts as doing each act: every act is a query of the journal after the inject's mark, narrowed by its proof.

A proof found is a line and the object that it is about; of some acts one line serves several expectations (one
signature, one task), of others each expectation wants a deed of its own (one call, one push).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from data.model.alarm_steps import AlarmsAcknowledged
from data.model.drill import Act, Expectation, Inject
from data.model.field_steps import MusterCalled, VideoCalled
from data.model.levels import Level
from data.model.office_steps import BriefingDecided, MessageAnswered, MessageNoted, PaperIssued
from data.model.report_steps import ReportMoved, ReportsFiled, ReportsMerged
from data.model.steps import (
    Body,
    CallLogged,
    IncidentAmended,
    IncidentRaised,
    NoteWritten,
    PushApproved,
    SignedOff,
    TaskOrdered,
    TasksMoved,
)
from data.model.task import Move, Task
from data.rules.performance.story import Line, Made, Story, ids_of

LISTED = ";"
_THERE = frozenset({Move.ARRIVE, Move.PROGRESS, Move.FINISH})


@dataclass(frozen=True, slots=True)
class Asked:
    """An expectation of an inject that was fired; `mark` is the number of its mark."""

    inject: Inject
    expectation: Expectation
    mark: int

    def proof(self, name: str) -> str:
        """Return what narrows the query by that name, "" where nothing does."""
        return next((value for key, value in self.expectation.proof if key == name), "")


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that proves it: its line and the object it is about. What is `shared` may prove others as well."""

    line: Line
    about: str = ""
    shared: bool = True


def deeds(story: Story, asked: Asked) -> Iterator[Deed]:
    """Yield all that proves an expectation, in the order of the journal."""
    return _QUERIES[asked.expectation.act](story, asked)


def _note(story: Story, asked: Asked) -> Iterator[Deed]:
    made, kind = story.family(asked.inject, asked.proof("inject")), asked.proof("alarm")
    told = bool(made.messages or made.reports) and not kind
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, AlarmsAcknowledged) and not told:
            if any(_is_meant(story, asked, kind, tag) for tag in body.tags):
                yield Deed(line)
        elif told and _looked_at(body, made):
            yield Deed(line)


def _is_meant(story: Story, asked: Asked, kind: str, tag: str) -> bool:
    """Whether an alarm is the one that an inject raised: of the kind asked for, and about the inject's objects."""
    mine = ids_of(asked.inject)
    if kind and tag.partition("/")[0] != kind:
        return False
    if mine & story.about_tag.get(tag, frozenset()):
        return True
    if not kind:
        return not mine
    return not any(mine & about for other, about in story.about_tag.items() if other.partition("/")[0] == kind)


def _looked_at(body: Body, made: Made) -> bool:
    match body:
        case MessageNoted(message) | MessageAnswered(message, _):
            return message in made.messages
        case _:
            return _decided(body, made)


def _decided(body: Body, made: Made) -> bool:
    """Whether a step decides what a report is: verified, handed on, rejected, merged, filed or made an incident."""
    match body:
        case ReportMoved(reports) | ReportsFiled(reports):
            return not made.reports.isdisjoint(reports)
        case ReportsMerged(into, reports):
            return not made.reports.isdisjoint((into, *reports))
        case IncidentRaised(incident):
            return incident.report in made.reports
        case _:
            return False


def _verify(story: Story, asked: Asked) -> Iterator[Deed]:
    made = story.family(asked.inject, asked.proof("inject"))
    return (Deed(line) for line in story.after(asked.mark) if _decided(line[1].body, made))


def _incident(story: Story, asked: Asked) -> Iterator[Deed]:
    made, word, grade = story.family(asked.inject, asked.proof("inject")), asked.proof("word"), asked.proof("grade")
    for line in story.after(asked.mark):
        match line[1].body:
            case IncidentRaised(incident):
                fits = incident.report in made.reports if made.reports else True
                named = word in f"{incident.place} {incident.kind} {incident.text}"
                if fits and named and (not grade or incident.grade <= int(float(grade))):
                    yield Deed(line, incident.id, shared=bool(made.reports))
            case ReportsFiled(reports, incident) if incident and not made.reports.isdisjoint(reports):
                yield Deed(line, incident)
            case _:
                pass


def _amend(story: Story, asked: Asked) -> Iterator[Deed]:
    made, word, grade = story.family(asked.inject, asked.proof("inject")), asked.proof("word"), asked.proof("grade")
    mine = story.incidents(made)
    for line in story.after(asked.mark):
        match line[1].body:
            case IncidentAmended(incident, note) if incident.id in mine or not made.reports:
                named = word in f"{incident.place} {incident.kind} {incident.text} {note}"
                if named and (not grade or incident.grade <= int(float(grade))):
                    yield Deed(line, incident.id, shared=bool(made.reports))
            case _:
                pass


def _sign_off(story: Story, asked: Asked) -> Iterator[Deed]:
    level = Level.parse(asked.proof("level"))
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, SignedOff) and (body.level <= level if level is Level.NONE else body.level >= level):
            yield Deed(line)


def _fits(story: Story, asked: Asked, task: Task) -> bool:
    """Whether a task is the one asked for: by instruction, role, person (or his squad) and word."""
    instruction, role, person = asked.proof("instruction"), asked.proof("role"), asked.proof("person")
    staff = story.now.registers.staff.get(person)
    holders = {person} if staff is None or not staff.squad else {person, staff.squad}
    return (
        (not instruction or task.instruction == instruction)
        and (not role or task.role == role)
        and (not person or task.assignee in holders)
        and asked.proof("word") in f"{task.title} {task.text}"
    )


def issues(story: Story, lines: Iterator[Line]) -> Iterator[tuple[Line, Task]]:
    """Yield the tasks that lines issued: by a signature, one by one, or as an order of the desk."""
    for line in lines:
        match line[1].body:
            case SignedOff(issue=issued) if issued:
                at = line[1].at
                wanted = frozenset(issued)
                out = [task for task in story.now.tasks.values() if task.instruction in wanted and _issued_at(task, at)]
                yield from ((line, task) for task in sorted(out, key=lambda task: task.id))
            case TasksMoved(tasks, Move.ISSUE):
                yield from ((line, story.now.tasks[one]) for one in tasks if one in story.now.tasks)
            case TaskOrdered(task) if task.id in story.now.tasks:
                yield line, story.now.tasks[task.id]
            case _:
                pass


def _issued_at(task: Task, at: datetime) -> bool:
    return any(mark.move is Move.ISSUE and mark.at == at for mark in task.history)


def _issue(story: Story, asked: Asked) -> Iterator[Deed]:
    for line, task in issues(story, story.after(asked.mark)):
        if _fits(story, asked, task):
            yield Deed(line, task.id, shared=bool(asked.proof("instruction")))


def _moved(story: Story, asked: Asked, moves: frozenset[Move]) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, TasksMoved) and body.move in moves:
            for one in body.tasks:
                task = story.now.tasks.get(one)
                if task is not None and _fits(story, asked, task):
                    yield Deed(line, one, shared=bool(asked.proof("instruction")))


def _on_site(story: Story, asked: Asked) -> Iterator[Deed]:
    return _moved(story, asked, _THERE)


def _finish(story: Story, asked: Asked) -> Iterator[Deed]:
    return _moved(story, asked, frozenset({Move.FINISH}))


def _order(story: Story, asked: Asked) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, TaskOrdered) and _fits(story, asked, body.task):
            yield Deed(line, body.task.id, shared=False)


def _push(story: Story, asked: Asked) -> Iterator[Deed]:
    word, template = asked.proof("word"), asked.proof("template")
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, PushApproved):
            push = story.now.pushes.get(body.push)
            if push is not None and word in f"{push.title} {push.text}" and (not template or push.template == template):
                yield Deed(line, push.id, shared=False)


def _call(story: Story, asked: Asked) -> Iterator[Deed]:
    person = asked.proof("person")
    for line in story.after(asked.mark):
        match line[1].body:
            case CallLogged(call) if person in (call.person, call.deputy_of):
                yield Deed(line, call.id, shared=False)
            case VideoCalled(call) if any(member.person == person for member in call.members):
                yield Deed(line, call.id, shared=False)
            case _:
                pass


def _muster(story: Story, asked: Asked) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, MusterCalled) and asked.proof("word") in body.muster.title:
            yield Deed(line, body.muster.id, shared=False)


def _answer(story: Story, asked: Asked) -> Iterator[Deed]:
    made = story.family(asked.inject, asked.proof("inject"))
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, MessageAnswered) and body.message in made.messages and asked.proof("word") in body.answer:
            yield Deed(line, body.message)


def _briefing(story: Story, asked: Asked) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, BriefingDecided):
            held = story.now.briefings.get(body.briefing)
            title = "" if held is None else f"{held.title} {held.motion}"
            if asked.proof("word") in f"{title} {body.decision} {body.reason}":
                yield Deed(line, body.briefing)


def _report_up(story: Story, asked: Asked) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if not isinstance(body, PaperIssued) or body.paper.kind.value != asked.proof("paper"):
            continue
        if asked.proof("word") in f"{body.paper.title} {body.paper.about}":
            yield Deed(line, body.paper.id, shared=False)


def _log(story: Story, asked: Asked) -> Iterator[Deed]:
    for line in story.after(asked.mark):
        body = line[1].body
        if isinstance(body, NoteWritten) and asked.proof("word") in body.text:
            yield Deed(line, shared=False)


def _never(_story: Story, _asked: Asked) -> Iterator[Deed]:
    return iter(())


_QUERIES: Mapping[Act, Callable[[Story, Asked], Iterator[Deed]]] = MappingProxyType(
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
        Act.MOVE_PEOPLE: _never,  # a state of many people, told by data/rules/performance/standing.py
        Act.ANSWER: _answer,
        Act.BRIEFING: _briefing,
        Act.REPORT_UP: _report_up,
        Act.LOG: _log,
    }
)
