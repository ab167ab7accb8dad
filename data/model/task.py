"""Tasks: an instruction of the plan (or an order of the desk) given to a person or squad and followed to proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TaskState(StrEnum):
    """Where a task stands; overdue is not a state but follows from deadline and clock."""

    PENDING = "pending"  # raised by the flow, waits for a signature
    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"
    ON_SITE = "on_site"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    VERIFIED = "verified"
    WITHDRAWN = "withdrawn"
    EXEMPT = "exempt"

    @property
    def open(self) -> bool:
        """Whether somebody still has something to do with it."""
        return self not in (TaskState.VERIFIED, TaskState.WITHDRAWN, TaskState.EXEMPT)


class Move(StrEnum):
    """What may be done to a task."""

    ISSUE = "issue"
    ACKNOWLEDGE = "acknowledge"
    ARRIVE = "arrive"
    PROGRESS = "progress"
    FINISH = "finish"
    VERIFY = "verify"
    SEND_BACK = "send_back"
    REASSIGN = "reassign"
    ESCALATE = "escalate"
    WITHDRAW = "withdraw"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Proof of work: text, a count, or a file kept beside the store under its hash."""

    kind: str  # text | count | file
    at: datetime
    by: str
    text: str = ""
    count: int | None = None
    digest: str = ""
    filename: str = ""
    media: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a task's history."""

    at: datetime
    by: str
    move: Move
    note: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `instruction` is empty for an order of the desk; `flow_m3s` is the flow that raised it."""

    id: str
    title: str
    role: str
    raised_at: datetime
    flow_m3s: float
    state: TaskState = TaskState.PENDING
    instruction: str = ""
    text: str = ""
    priority: int = 3
    deadline_min: int = 60
    repeat_min: int | None = None
    issued_at: datetime | None = None
    deadline: datetime | None = None  # absolute, set when issued; moves on for repeating tasks
    assignee: str = ""  # staff or squad id
    grids: tuple[str, ...] = ()
    done_count: int = 0
    total_count: int = 1
    rounds: int = 0
    escalated_to: str = ""
    reason: str = ""  # why it was withdrawn, exempted or sent back
    reason_ref: str = ""  # id of the instruction that replaced it, tier that ended it …
    evidence: tuple[Evidence, ...] = ()
    history: tuple[Mark, ...] = ()

    def overdue(self, now: datetime) -> bool:
        """Whether it should have been finished by `now`."""
        return (
            self.deadline is not None
            and now > self.deadline
            and self.state in (TaskState.ISSUED, TaskState.ACKNOWLEDGED, TaskState.ON_SITE, TaskState.IN_PROGRESS)
        )
