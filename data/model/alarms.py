"""Alarms: what each kind means and demands (the philosophy), and the occurrences that stand (ISA-18.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from data.model.columns import column
from data.model.levels import Confidence


class Priority(StrEnum):
    """How urgent the act is: consequence × time to respond. Not the warning level, and never its colours."""

    LOW = "低"
    MEDIUM = "中"
    HIGH = "高"

    @property
    def rank(self) -> int:
        """0 for low … 2 for high."""
        return list(Priority).index(self)


class AlarmClass(StrEnum):
    """An alarm wants an act of the operator in the flood; a diagnostic wants a repair and lies on a list of its own."""

    ALARM = "报警"
    DIAGNOSTIC = "诊断"


class Closing(StrEnum):
    """Who ends an occurrence that was acknowledged and has returned to normal."""

    SELF = "自动"
    PERSON = "人工"


@dataclass(frozen=True, slots=True)
class AlarmKind:
    """A row of the alarm philosophy. Without cause, consequence, action, time available and owner it is no alarm.

    `deadband` is in the unit of the value; `group` names what occurrences share a line in a flood of alarms;
    `quiet_in` are the modes (normal, rising, receding, aftermath, drill) in which the kind is suppressed.
    """

    id: str = column("编号")
    name: str = column("名称")
    alarm_class: AlarmClass = column("类别")
    priority: Priority = column("优先级")
    cause: str = column("原因")
    consequence: str = column("后果")
    action: str = column("处置")
    available_min: float = column("可用时间_min")
    owner: str = column("责任岗位")
    view: str = column("相关页面")
    source: str = column("依据")
    confidence: Confidence = column("可信度")
    must_pass: bool = column("必达", default=False)
    on_delay_s: float = column("动作延时_s", default=0.0)
    off_delay_s: float = column("恢复延时_s", default=0.0)
    deadband: float = column("回差", default=0.0)
    group: str = column("归并", default="kind")
    closing: Closing = column("关闭方式", default=Closing.SELF)
    quiet_in: str = column("抑制工况", default="")
    spoken: str = column("播报词", default="")
    enabled: bool = column("启用", default=True)


class AlarmChange(StrEnum):
    """What the engine found of one alarm."""

    RAISED = "raised"
    AGAIN = "again"  # came back while it still stood: counted, not raised anew
    RETURNED = "returned"
    WORSE = "worse"  # a higher priority than before
    CHATTERS = "chatters"
    STEADY = "steady"  # chatters no more
    ENDED = "ended"  # acknowledged, returned, and closed by itself
    SUPPRESSED = "suppressed"  # the mode makes it quiet
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class AlarmMove:
    """One finding of the engine. `params` name what the words need, as (name, text) pairs."""

    tag: str
    change: AlarmChange
    at: datetime
    kind: str = ""
    ref: str = ""
    group: str = ""
    priority: Priority = Priority.LOW
    value: float | None = None
    limit: float | None = None
    params: tuple[tuple[str, str], ...] = ()
    times: int = 1


class AlarmState(StrEnum):
    """State of an occurrence that stands."""

    UNACKED = "unacked"
    ACKED = "acked"
    RETURNED = "returned"  # latched: normal again, not yet acknowledged
    DONE_WAITS = "done_waits"  # acknowledged and normal again, a person has still to close it


@dataclass(frozen=True, slots=True)
class Alarm:
    """An occurrence that stands. `tag` is kind/ref; one stands per tag. `times` counts its comings; `worst` by size."""

    tag: str
    kind: str
    ref: str
    group: str
    priority: Priority
    raised_at: datetime
    value: float | None = None
    limit: float | None = None
    worst: float | None = None
    params: tuple[tuple[str, str], ...] = ()
    times: int = 1
    last_at: datetime | None = None
    returned_at: datetime | None = None
    acked_at: datetime | None = None
    acked_by: str = ""
    note: str = ""
    chatters: bool = False
    suppressed: bool = False

    @property
    def active(self) -> bool:
        """Whether the condition still holds."""
        return self.returned_at is None

    @property
    def state(self) -> AlarmState:
        """Return where in its life it is."""
        if self.acked_at is None:
            return AlarmState.UNACKED if self.active else AlarmState.RETURNED
        return AlarmState.ACKED if self.active else AlarmState.DONE_WAITS


@dataclass(frozen=True, slots=True)
class Shelf:
    """A tag put aside by a person, for a time, for a reason; it comes back by itself."""

    tag: str
    until: datetime
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OutOfService:
    """A tag taken out until somebody has repaired what feeds it."""

    tag: str
    reason: str
    by: str
    at: datetime
