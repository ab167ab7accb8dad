"""指令单: the tasks of a sign-off, each with number, post, grids, what, deadline, proof, and room for the receipt."""

from __future__ import annotations

from datetime import datetime

from data.documents.papers.author import DASH, Author
from data.documents.papers.faults import PaperFault
from data.documents.papers.river import reading_run, warning_runs
from data.documents.papers.sheet import Block, Run, Sheet, Signatures, Table
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import SignedOff
from data.model.task import Task, TaskState
from data.rules.contacts import contact, person_to_call


def orders(one: Author) -> Sheet:
    """Make the list of orders of the sign-off with the number `about` (of the newest), or of task ids joined by ';'."""
    about = one.wish.about
    signed = [(seq, step) for seq, step in one.material.lines if isinstance(step.body, SignedOff)]
    if about and not about.isdecimal():
        tasks = [task for each in about.split(";") if (task := one.now.tasks.get(each)) is not None]
        sign = None
    else:
        chosen = [line for line in signed if not about or line[0] == int(about)]
        sign = chosen[-1] if chosen else None
        tasks = [] if sign is None else _of(one, sign[1].at)
    if sign is None and not tasks:
        raise PaperFault("no_such_subject", kind=one.wish.kind.value, about=about)
    at = sign[1].at if sign is not None else max(task.issued_at or task.raised_at for task in tasks)
    blocks = one.chapters(
        ("orders.why", [one.para(reading_run(one.dated(at), _reading(one, at))), one.para(*_why(one, sign))]),
        ("orders.tasks", _table(one, tasks)),
        ("orders.withdrawn", _withdrawn(one, at)),
        ("orders.rules", [one.para(one.say("orders.receipt"))]),
    )
    by = one.person(sign[1].actor) if sign is not None else one.by
    head = one.head(number=one.number, time=one.full(at), signed_by=by, to=one.say("orders.to"))
    end = Signatures(((one.say("sign.issued"), one.say("sign.signed", who=by, time=one.full(at))),))
    return one.sheet(one.say("title.orders"), head, (*blocks, end))


def _reading(one: Author, at: datetime) -> Reading | None:
    """Return the newest reading of 花园口 when it was signed."""
    known = (each for each in reversed(one.now.readings.get(HUAYUANKOU, ())) if each.usable and each.at <= at)
    return next(known, None)


def _of(one: Author, at: datetime) -> list[Task]:
    found = [task for task in one.now.tasks.values() if task.issued_at == at]
    return sorted(found, key=lambda task: (task.priority, task.deadline or at, task.id))


def _why(one: Author, sign: tuple[int, object] | None) -> list[Run]:
    """Say what was signed: level, flow, reason, who was consulted."""
    body = None if sign is None else dict(one.material.lines)[sign[0]].body
    if sign is None or not isinstance(body, SignedOff):
        return warning_runs(one)
    text = one.say("orders.signed", level=one.level(body.level), flow=one.flow(body.flow_m3s), reason=body.reason,
                   consulted=body.consulted or DASH)  # fmt: skip
    return [one.run(text, (sign[0],))]


def _table(one: Author, tasks: list[Task]) -> list[Block]:
    if not tasks:
        return [one.para(one.say("orders.none"))]
    heads = one.heads("orders.head", "number", "what", "who", "where", "until", "receipt")
    rows = tuple(_row(one, number, task) for number, task in enumerate(tasks, start=1))
    text = one.say("orders.count", n=len(tasks), people=len({task.assignee for task in tasks if task.assignee}))
    return [one.para(text), Table(heads, rows, (0.06, 0.44, 0.17, 0.1, 0.13, 0.1))]


def _row(one: Author, number: int, task: Task) -> tuple[Run, ...]:
    row = one.now.plan.by_id.get(task.instruction)
    title = row.title_en if row is not None and row.title == task.title and not one.words.chinese else task.title
    what = f"{title}\n{task.text}" if task.text and task.text != task.title else title
    what = what.replace("{flow}", f"{task.flow_m3s:.0f}")
    if row is not None:
        what += f"\n{one.say('orders.clause', id=row.id, basis=row.basis)}"
    heard = next((mark for mark in task.history if mark.move.value == "acknowledge"), None)
    receipt = one.say("orders.heard", time=one.short(heard.at)) if heard is not None else ""
    until = one.short(task.deadline)
    if task.repeat_min:
        until += "\n" + one.say("orders.repeat", n=task.repeat_min)
    if row is not None and row.evidence:
        until += "\n" + one.listed(row.evidence.split(";"))
    steps = one.trail.signed(task.issued_at) or one.trail.first("tasks", task.id)
    return one.row(str(number), one.run(what, steps), _who(one, task), one.grids(task.grids), until, receipt)


def _who(one: Author, task: Task) -> str:
    """Post of the plan, then who is charged with it, with the telephone number masked."""
    if not task.assignee:
        return f"{one.role(task.role)}\n{one.say('orders.nobody')}"
    found = contact(one.now, person_to_call(one.now, task.assignee) or task.assignee)
    phone = "" if found is None or not found.phone else f"\n{found.phone}"  # masked with everything else
    return f"{one.role(task.role)}\n{one.person(task.assignee)}{phone}"


def _withdrawn(one: Author, at: datetime) -> list[Block]:
    """Name the tasks that the same signature took back."""
    taken = (
        task for task in one.now.tasks.values() if task.state is TaskState.WITHDRAWN and task.issued_at is not None
    )
    gone = [task for task in taken if task.history[-1].at == at]
    if not gone:
        return []
    names = one.listed(task.title for task in sorted(gone, key=lambda task: task.id))
    return [one.para(one.run(one.say("orders.gone", n=len(gone), list=names), one.trail.signed(at)))]
