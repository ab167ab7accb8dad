"""The plan library: instructions by flow tier, phase and role (domain.md §10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from data.model.columns import column
from data.model.levels import Confidence


class Phase(StrEnum):
    """Phase of a flood that an instruction belongs to."""

    PREPARE = "预备"
    START = "启动"
    COURSE = "过程"
    RECEDE = "退水"
    AFTERMATH = "善后"


class TriggerKind(StrEnum):
    """What puts an instruction in force."""

    OBSERVED = "实测流量"
    FORECAST = "预报流量"
    LEVEL = "等级变更"
    EVENT = "险情事件"
    CLOCK = "时刻周期"
    ORDER = "上级指令"
    MANUAL = "人工下达"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One line of the plan.

    In force while `flow_min_m3s <= Q < flow_max_m3s`, its trigger holds and nothing in force supersedes it.
    Lists (assist, supersedes, evidence, checklist, materials) are joined by ';'. Minutes count from T0 (issued).
    """

    id: str = column("编号")
    title: str = column("标题")
    title_en: str = column("英文标题")
    text: str = column("指令正文", "正文")
    tier_min: int = column("起始级")
    tier_max: int = column("终止级")
    flow_min_m3s: float = column("流量下限_m3s")
    flow_max_m3s: float = column("流量上限_m3s")
    phase: Phase = column("阶段")
    trigger: TriggerKind = column("触发方式")
    trigger_expr: str = column("触发条件")
    role: str = column("责任岗位")
    assist: str = column("协助岗位", default="")
    scope: str = column("范围", default="全镇")
    deadline_min: int = column("时限_min")
    repeat_min: int | None = column("周期_min", default=None)
    people: str = column("人数表达式", default="")
    materials: str = column("物料表达式", default="")
    evidence: str = column("完成凭证")
    evidence_min: int = column("凭证份数", default=1)
    checklist: str = column("检查项", default="")
    priority: int = column("优先级", default=3)
    basis: str = column("依据")
    confidence: Confidence = column("可信度")
    supersedes: str = column("替代", default="")
    escalate_to: str = column("上报岗位", default="R02")
    power: str = column("权限", default="本级")  # 本级 | 提请 | 落实

    @property
    def replaced_ids(self) -> tuple[str, ...]:
        """Ids of the instructions that this one supersedes."""
        return tuple(part for part in self.supersedes.split(";") if part)


@dataclass(frozen=True, slots=True)
class Role:
    """A post of the plan, R01 … R22."""

    id: str = column("岗位代码", "编号")
    name: str = column("岗位名称", "名称")
    name_en: str = column("英文名称")
    department: str = column("对应部门", default="")


@dataclass(frozen=True, slots=True)
class PushTemplate:
    """Text of a one-click push.

    Placeholders: {level} {colour} {time} {flow} {trend} {group} {deadline} {task} {tel}.
    """

    id: str = column("模板编号", "编号")
    title: str = column("标题")
    text: str = column("正文")
    retract: str = column("撤回正文")
    tiers: str = column("适用级别", default="")


@dataclass(frozen=True, slots=True)
class Need:
    """What one instruction takes in this township: people, and (item, quantity) of stock."""

    people: int = 0
    stock: tuple[tuple[str, float], ...] = ()


_FLOW_PHASES = frozenset({Phase.START, Phase.COURSE})
_FLOW_TRIGGERS = frozenset({TriggerKind.OBSERVED, TriggerKind.CLOCK})


@dataclass(frozen=True, eq=False)
class Plan:
    """The plan library made ready for the rules: order, supersession closed transitively, needs worked out.

    `superseded_by` maps an instruction id to the ids of all that replace it, directly or through others.
    `by_flow_alone` says of each instruction, in order, whether its flow range alone decides.
    """

    instructions: tuple[Instruction, ...] = ()
    superseded_by: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    needs: Mapping[str, Need] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    by_flow_alone: tuple[bool, ...] = field(init=False, repr=False)
    by_id: Mapping[str, Instruction] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the instructions once."""
        alone = tuple(row.phase in _FLOW_PHASES and row.trigger in _FLOW_TRIGGERS for row in self.instructions)
        object.__setattr__(self, "by_flow_alone", alone)
        object.__setattr__(self, "by_id", MappingProxyType({row.id: row for row in self.instructions}))

    def __eq__(self, other: object) -> bool:
        """Compare by content; the closure and the index follow from it."""
        return isinstance(other, Plan) and (self.instructions, dict(self.needs)) == (
            other.instructions,
            dict(other.needs),
        )

    def __hash__(self) -> int:
        """Hash by the instructions."""
        return hash(self.instructions)
