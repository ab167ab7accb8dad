"""The library as table rows: what each instruction is, whether it is in force, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.plan import Instruction
from data.model.situation import Situation
from data.model.task import Move, Task, TaskState
from data.rules.plan import in_force
from data.rules.tasks import circumstances, event_tasks
from views import phrases, plan_words, words
from views.parts import period
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One instruction on screen. `role` is the name of its post; `state` that of its task in this flood, if any."""

    line: Instruction
    role: str
    in_force: bool
    state: TaskState | None

    @property
    def id(self) -> str:
        """Id of the instruction."""
        return self.line.id


@dataclass(frozen=True, slots=True)
class Filter:
    """What the table is narrowed to; "" and None stand for all."""

    tier: int | None = None
    phase: str = ""
    role: str = ""
    trigger: str = ""
    text: str = ""
    in_force: bool = False

    def takes(self, row: PlanRow) -> bool:
        """Whether a row is shown."""
        line = row.line
        return (
            (self.tier is None or line.tier_min <= self.tier <= line.tier_max)
            and (not self.phase or line.phase.value == self.phase)
            and (not self.role or line.role == self.role)
            and (not self.trigger or line.trigger.value == self.trigger)
            and (not self.in_force or row.in_force)
            and (not self.text or self._reads(row))
        )

    def _reads(self, row: PlanRow) -> bool:
        line = row.line
        hay = f"{line.id} {line.title} {line.title_en} {line.text} {row.role} {line.evidence} {line.basis}".lower()
        return all(word in hay for word in self.text.lower().split())


def rows_of(now: Situation, held: frozenset[str]) -> tuple[PlanRow, ...]:
    """All rows of the library, those of `held` marked as in force."""
    tasks = event_tasks(now, now.basis.event)
    roles = {role.id: phrases.role_name(role) for role in now.registers.roles}
    return tuple(
        PlanRow(
            line, roles.get(line.role, line.role), line.id in held, tasks[line.id].state if line.id in tasks else None
        )
        for line in now.plan.instructions
    )


def held_now(now: Situation) -> frozenset[str]:
    """Ids of the instructions in force on the live basis."""
    return frozenset(line.id for line in in_force(now.plan, circumstances(now)))


@dataclass(frozen=True, slots=True)
class Uncarried:
    """An instruction in force that nobody has taken up: why, and since when."""

    line: Instruction
    role: str
    state: TaskState | None
    since: datetime | None
    late: bool

    @property
    def id(self) -> str:
        """Id of the instruction."""
        return self.line.id

    @property
    def why(self) -> str:
        """Reason in words."""
        t = QCoreApplication.translate
        if self.state is TaskState.PENDING:
            return t("PlanRows", "待签发")
        if self.state is TaskState.ISSUED:
            return t("PlanRows", "已下达，无人签收")
        if self.state is TaskState.WITHDRAWN:
            return t("PlanRows", "任务已撤销")
        return t("PlanRows", "没有任务")


def uncarried(now: Situation, time: datetime) -> tuple[Uncarried, ...]:
    """Instructions in force at the live basis without an issued task, or issued and acknowledged by nobody."""
    if now.basis.tier == 0:
        return ()
    tasks = event_tasks(now, now.basis.event)
    roles = {role.id: phrases.role_name(role) for role in now.registers.roles}
    open_states = (None, TaskState.PENDING, TaskState.ISSUED, TaskState.WITHDRAWN)
    found: list[Uncarried] = []
    for line in in_force(now.plan, circumstances(now)):
        task = tasks.get(line.id)
        state = None if task is None else task.state
        if state in open_states:
            since = None if task is None else task.issued_at or task.raised_at
            late = task is not None and task.overdue(time)
            found.append(Uncarried(line, roles.get(line.role, line.role), state, since, late))
    rank = {TaskState.ISSUED: 0, None: 1, TaskState.WITHDRAWN: 2, TaskState.PENDING: 3}
    return tuple(sorted(found, key=lambda one: (not one.late, rank[one.state], one.line.priority)))


@dataclass(frozen=True, slots=True)
class Past:
    """One task made from an instruction: which flood, when issued and by whom, who holds it, how it stands."""

    task: Task
    flood: str
    issued_by: str

    @property
    def id(self) -> str:
        """Id of the task."""
        return self.task.id


def history(now: Situation, line_id: str) -> tuple[Past, ...]:
    """All tasks ever made from an instruction, newest first."""
    tasks = sorted(
        (task for task in now.tasks.values() if task.instruction == line_id), key=lambda task: task.id, reverse=True
    )
    return tuple(
        Past(
            task,
            task.id.partition("/")[0],
            next((mark.by for mark in reversed(task.history) if mark.move is Move.ISSUE), ""),
        )
        for task in tasks
    )


def state_words(row: PlanRow) -> str:
    """How a row stands now: its task's state, in force without one, or nothing."""
    t = QCoreApplication.translate
    if row.state is not None and row.state is not TaskState.WITHDRAWN:
        return words.task_state(row.state)
    if row.in_force:
        return t("PlanRows", "有效")
    return words.task_state(row.state) if row.state is not None else ""


def state_mark(row: PlanRow) -> Mark | None:
    """Full square in force and under way, hollow in force and not taken up."""
    if row.state in (TaskState.VERIFIED, TaskState.DONE, TaskState.EXEMPT):
        return Mark(Shape.CHECK, "state.ok" if row.state is TaskState.VERIFIED else "text.muted")
    if not row.in_force:
        return None
    taken = row.state in (TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
    fill = Fill.SOLID if taken else Fill.HALF if row.state is TaskState.ISSUED else Fill.HOLLOW
    return Mark(Shape.SQUARE, "text.secondary", fill)


def tier_mark(number: int) -> Mark:
    """A square in the colour of a tier."""
    return Mark(Shape.SQUARE, f"tier.{min(7, max(0, number))}")


def columns() -> tuple[Column[PlanRow], ...]:
    """Columns of the library table."""
    t = QCoreApplication.translate
    return (
        Column(
            "tier", t("PlanRows", "级"), lambda r: plan_words.tiers(r.line), chars=8,
            mark_getter=lambda r: tier_mark(r.line.tier_min), sort_key=lambda r: (r.line.tier_min, r.line.tier_max),
        ),
        Column(
            "title", t("PlanRows", "指令"), lambda r: phrases.plan_title(r.line),
            tooltip=lambda r: f"{r.line.id}\n{r.line.text}", chars=30 if phrases.english() else 20, stretch=4,
        ),
        Column(
            "state", t("PlanRows", "现状"), state_words, mark_getter=state_mark, chars=13,
            sort_key=lambda r: (not r.in_force, r.state or ""),
        ),
        Column("role", t("PlanRows", "岗位"), lambda r: r.role, sort_key=lambda r: r.line.role, chars=11, stretch=1),
        Column("phase", t("PlanRows", "阶段"), lambda r: words.phase(r.line.phase), chars=8),
        Column(
            "deadline", t("PlanRows", "时限"), lambda r: period(r.line.deadline_min), Align.RIGHT,
            sort_key=lambda r: r.line.deadline_min, chars=10,
        ),
        Column(
            "repeat", t("PlanRows", "周期"), lambda r: period(r.line.repeat_min) if r.line.repeat_min else "",
            Align.RIGHT, sort_key=lambda r: r.line.repeat_min or 0, chars=8,
        ),
        Column(
            "priority", t("PlanRows", "优先"), lambda r: str(r.line.priority), Align.CENTER,
            sort_key=lambda r: r.line.priority, chars=4,
        ),
        Column(
            "reliance", t("PlanRows", "依据"), lambda r: plan_words.reliance(r.line),
            role_getter=lambda r: "text.muted" if plan_words.unconfirmed(r.line) else None,
            tooltip=lambda r: r.line.basis, chars=8,
        ),
        Column(
            "evidence", t("PlanRows", "完成凭证"), lambda r: r.line.evidence.replace(";", "、"), chars=14, stretch=2
        ),
        Column("id", t("PlanRows", "编号"), lambda r: r.line.id, role_getter=lambda _: "text.muted", chars=19),
    )  # fmt: skip
