"""Tasks as lines of a list: which are shown, in which order, under which heading, and what each says. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from data.model.situation import Situation
from data.model.task import Task, TaskState
from data.rules.task_clock import carried
from views import phrases, reckoned_words, step_words, task_clock, words
from widgets.line_list import Line
from widgets.marks import Fill, Mark, Shape

STATES = ("open", "pending", "overdue", "unstaffed", "working", "done", "ended")
"""Keys of the state filters, in the order of the chips."""

_FAR = datetime(9999, 1, 1, tzinfo=UTC)
_WORKING = (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
TASK, INSTRUCTION, HEADING, REST = "task", "instruction", "heading", "rest"
RowId = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the operator wants to see: state or change, role ("" all), grid ("" all), order, folded headings."""

    state: str = "open"
    role: str = ""
    grid: str = ""
    by_role: bool = False
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines, and how many tasks each state filter and role would show."""

    lines: tuple[Line, ...]
    states: dict[str, int]
    roles: dict[str, int]
    tasks: tuple[str, ...] = ()


def role_name(now: Situation, role: str) -> str:
    """Name of a role of the plan, its code when unknown."""
    row = now.registers.roles.get(role)
    return phrases.role_name(row) if row is not None else role


def staffed_roles(now: Situation) -> frozenset[str]:
    """Roles that somebody on duty holds."""
    return frozenset(person.role for person in now.registers.staff.rows if person.on_duty)


def unstaffed(task: Task, staffed: frozenset[str]) -> bool:
    """Whether nobody has the task: issued to nobody, or pending for a role that nobody on duty holds."""
    if task.assignee or not task.state.open:
        return False
    return task.state is not TaskState.PENDING or task.role not in staffed


def belongs(task: Task, state: str, time: datetime, staffed: frozenset[str]) -> bool:
    """Whether a task is shown under a state filter."""
    match state:
        case "pending":
            return task.state is TaskState.PENDING
        case "overdue":
            return task.overdue(time)
        case "unstaffed":
            return unstaffed(task, staffed)
        case "working":
            return task.state in _WORKING
        case "done":
            return task.state is TaskState.DONE
        case "ended":
            return not task.state.open
        case _:
            return task.state.open


def urgency(task: Task, time: datetime) -> tuple[int, datetime, int, str]:
    """Sort key: waiting for a signature, overdue, then by deadline; ended ones by when they ended, newest first."""
    if task.state is TaskState.PENDING:
        return 0, _FAR, task.priority, task.id
    if task.overdue(time):
        return 1, task.deadline or _FAR, task.priority, task.id
    return 2, task.deadline or _FAR, task.priority, task.id


def mark_of(task: Task, time: datetime) -> Mark:
    """The state as a shape: hollow circle, filling up with the work; triangle overdue; diamond waits for a desk."""
    if task.overdue(time):
        return Mark(Shape.TRIANGLE, "state.urgent")
    match task.state:
        case TaskState.PENDING:
            return Mark(Shape.DIAMOND, "state.attention", Fill.HOLLOW)
        case TaskState.ISSUED:
            return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)
        case TaskState.ACKNOWLEDGED:
            return Mark(Shape.CIRCLE, "text.secondary", Fill.HALF)
        case TaskState.ON_SITE | TaskState.IN_PROGRESS:
            return Mark(Shape.CIRCLE, "text.secondary")
        case TaskState.DONE:
            return Mark(Shape.SQUARE, "state.attention", Fill.HOLLOW)
        case TaskState.VERIFIED:
            return Mark(Shape.CHECK, "state.ok")
        case _:
            return Mark(Shape.CROSS, "text.muted")


def limit(minutes: int) -> str:
    """A limit in its usual unit: "45 分", "2 时", "3 天"."""
    t = QCoreApplication.translate
    if minutes >= 2880 and minutes % 1440 == 0:
        return t("TaskRows", "{0} 天").format(minutes // 1440)
    if minutes >= 120 and minutes % 60 == 0:
        return t("TaskRows", "{0} 小时").format(minutes // 60)
    return t("TaskRows", "{0} 分钟").format(minutes)


def task_line(now: Situation, task: Task, time: datetime, staffed: frozenset[str], *, tall: bool) -> Line:
    """One task. Tall lines say the state and the clock, short ones the more pressing of the two."""
    t = QCoreApplication.translate
    alone, late = unstaffed(task, staffed), task.overdue(time)
    clock = words.countdown(task.deadline, time) if task.deadline is not None and task.state.open else ""
    clock_role = "state.urgent" if late else "text.muted"
    waits = task.state in (TaskState.PENDING, TaskState.DONE)
    state, state_role = words.task_state(task.state), "text.secondary"
    if alone:
        state, state_role = t("TaskRows", "无人承办"), "state.urgent"
    person = step_words.who(now, task.assignee) if task.assignee else ""
    about = (role_name(now, task.role), person, phrases.listed(task.grids[:2]))
    note = " · ".join(dict.fromkeys(part for part in about if part))
    value, value_role = state, state_role
    if not tall and clock and not waits and not alone:
        value, value_role = clock, clock_role
    if not clock and task.state is TaskState.PENDING:
        clock = t("TaskRows", "限 {0}").format(limit(task.deadline_min))
    stands = f"{words.task_state(task.state)}  {clock}"
    title = phrases.task_title(task, now.plan)
    numbers = carried(now, task)
    fact, fact_role = task_clock.fact(numbers, time, brief=not tall) if numbers is not None else ("", "text.muted")
    basis = reckoned_words.basis(numbers.of) if numbers is not None and fact else ""
    tooltip = "\n".join(part for part in (title, note, stands, fact, basis, task.text) if part)
    return Line(
        (TASK, task.id),
        title,
        note,
        value,
        clock if tall else "",
        mark_of(task, time),
        title_role="text.primary" if task.state.open else "text.muted",
        value_role=value_role,
        detail_role=clock_role,
        tooltip=tooltip,
        fact=fact,
        fact_role=fact_role,
    )


def live(now: Situation, time: datetime, want: Filters) -> Listing:
    """List the tasks that there are."""
    staffed = staffed_roles(now)
    everything = [task for task in now.tasks.values() if not want.grid or want.grid in task.grids]
    of_role = [task for task in everything if not want.role or task.role == want.role]
    states = {state: sum(belongs(task, state, time, staffed) for task in of_role) for state in STATES}
    shown = [task for task in everything if belongs(task, want.state, time, staffed)]
    roles: dict[str, int] = {}
    for task in shown:
        roles[task.role] = roles.get(task.role, 0) + 1
    chosen = [task for task in shown if not want.role or task.role == want.role]
    if want.state == "ended":
        chosen.sort(key=lambda task: task.history[-1].at if task.history else task.raised_at, reverse=True)
    else:
        chosen.sort(key=lambda task: urgency(task, time))
    lines: Iterable[Line]
    if want.by_role:
        lines = grouped(
            now,
            [(task.role, task) for task in chosen],
            lambda task: task_line(now, task, time, staffed, tall=False),
            lambda tasks: _heading_note(list(tasks), time),
            want.folded,
        )
    else:
        lines = [task_line(now, task, time, staffed, tall=True) for task in chosen]
    return Listing(tuple(lines), states, roles, tuple(task.id for task in chosen))


def _heading_note(tasks: list[Task], time: datetime) -> tuple[str, str, str]:
    """What a heading says at right: what is late, what waits, in one word, with its role."""
    t = QCoreApplication.translate
    late = sum(task.overdue(time) for task in tasks)
    waiting = sum(task.state is TaskState.PENDING for task in tasks)
    if late:
        return "", t("TaskRows", "超时 {0}").format(late), "state.urgent"
    if waiting:
        return "", t("TaskRows", "待签发 {0}").format(waiting), "state.attention"
    return "", "", "text.muted"


def grouped(
    now: Situation,
    items: Iterable[tuple[str, T]],
    line_of: Callable[[T], Line],
    about: Callable[[Iterable[T]], tuple[str, str, str]],
    folded: frozenset[str],
) -> list[Line]:
    """Put items under a heading for each role, in the order of the roles; folded headings keep their rows."""
    groups: dict[str, list[T]] = {}
    for role, item in items:
        groups.setdefault(role, []).append(item)
    lines: list[Line] = []
    for role in sorted(groups):
        note, value, value_role = about(groups[role])
        lines.append(
            Line(
                (HEADING, role),
                role_name(now, role),
                note or str(len(groups[role])),
                value,
                heading=True,
                open=role not in folded,
                value_role=value_role,
                title_role="text.secondary",
            )
        )
        if role not in folded:
            lines.extend(line_of(item) for item in groups[role])
    return lines
