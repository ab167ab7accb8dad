"""A township of a few rows for tests: every register that the rules look at, small enough to hold in the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from data.model.levels import Confidence, Level, Tier, Trigger
from data.model.people import Grower, KeyPerson, Staff, User
from data.model.places import Bench, Grid, Plot, StockItem
from data.model.plan import Instruction, Phase, TriggerKind
from data.model.register import Register, Registers
from data.model.river import HUAYUANKOU, Reading, Station
from data.model.situation import Situation
from data.model.steps import Body, ReadingTaken, Realm, Step
from data.rules.plan import make_plan
from data.rules.take import take

NOON = datetime(2020, 6, 24, 4, 0, tzinfo=UTC)
"""12:00 Beijing time."""

BOUNDS = (0.0, 2600.0, 4000.0, 6000.0, 8000.0, 10000.0, 15000.0, 22000.0, 99999.0)
LEVELS = (Level.NONE, Level.NONE, Level.IV, Level.III, Level.II, Level.II, Level.I, Level.I)


def tiers() -> tuple[Tier, ...]:
    """T0 … T7 of domain.md §1.3."""
    return tuple(
        Tier(f"T{n}", BOUNDS[n], BOUNDS[n + 1], LEVELS[n], f"级{n}", "图景", "预案", Confidence.MEDIUM)
        for n in range(8)
    )


def triggers() -> tuple[Trigger, ...]:
    """The four thresholds at 花园口 with 200 m³/s of hysteresis, one upstream, one for incidents."""
    own = tuple(
        Trigger(f"HYK-{level.name}", HUAYUANKOU, "flow", level, lower, 200.0, "预案", Confidence.HIGH)
        for level, lower in ((Level.IV, 4000.0), (Level.III, 6000.0), (Level.II, 8000.0), (Level.I, 15000.0))
    )
    return (
        *own,
        Trigger("TG-IV", "TG", "flow", Level.IV, 5000.0, 200.0, "预案", Confidence.MEDIUM),
        Trigger("INC", "incident", "incident.major", Level.II, 1.0, 0.0, "预案", Confidence.MEDIUM),
    )


def instruction(row_id: str, tier_min: int, tier_max: int = 7, **more: Any) -> Instruction:
    """An instruction in force from the lower bound of one tier to the upper bound of another."""
    values: dict[str, Any] = {
        "id": row_id,
        "title": f"指令{row_id}",
        "title_en": f"Instruction {row_id}",
        "text": f"完成{row_id}",
        "tier_min": tier_min,
        "tier_max": tier_max,
        "flow_min_m3s": BOUNDS[tier_min],
        "flow_max_m3s": BOUNDS[tier_max + 1],
        "phase": Phase.START,
        "trigger": TriggerKind.OBSERVED,
        "trigger_expr": f"Q>={BOUNDS[tier_min]:.0f}",
        "role": "R06",
        "deadline_min": 60,
        "evidence": "照片",
        "basis": "通用做法",
        "confidence": Confidence.ASSUMED,
    }
    return Instruction(**(values | more))


def plan_rows() -> tuple[Instruction, ...]:
    """Patrols that replace each other, one line for each kind of trigger and phase."""
    return (
        instruction("WATCH", 1, role="R04"),
        instruction("PATROL-2H", 2, repeat_min=120),
        instruction("PATROL-1H", 3, repeat_min=60, supersedes="PATROL-2H"),
        instruction("PATROL-30M", 4, repeat_min=30, supersedes="PATROL-1H"),
        instruction("MEET", 2, role="R01", deadline_min=30, evidence="会商纪要"),
        instruction("CLEAR-NEN", 2, role="R09", scope="嫩滩", people="growers*2"),
        instruction("CLEAR-ER", 3, role="R09", scope="二滩"),
        instruction("STOCK", 3, role="R11", materials="编织袋:1000", people=""),
        instruction("READY", 3, 3, phase=Phase.PREPARE, trigger=TriggerKind.FORECAST, role="R09"),
        instruction("DYKE", 7, role="R07"),
        instruction("PIPING", 2, trigger=TriggerKind.EVENT, trigger_expr="incident.piping", role="R05"),
        instruction("RECEDE", 2, phase=Phase.RECEDE, trigger_expr="Q<4000"),
        instruction("REVIEW", 2, phase=Phase.AFTERMATH, role="R03", trigger_expr="end"),
    )


@cache
def registers() -> Registers:
    """All registers of the small township; a frozen value, made once."""
    square = ((113.70, 34.90), (113.71, 34.90), (113.71, 34.91), (113.70, 34.91))
    rows: dict[str, tuple[Any, ...]] = {
        "tiers": tiers(),
        "triggers": triggers(),
        "plan": plan_rows(),
        "grids": (
            Grid("G001", "花园口第1网格", "网格", "花园口村"),
            Grid("Z01", "嫩滩专属网格", "专属网格", "", ring=square),
        ),
        "staff": tuple(
            Staff(
                f"S{n:03d}", f"测试{n}", role, "成员", "镇干部", phone=f"138000000{n:02d}", deputy=f"S{n % 6 + 1:03d}"
            )
            for n, role in enumerate(("R01", "R04", "R05", "R06", "R09", "R11"), start=1)
        ),
        "growers": (
            Grower("GR1", "测甲", "农户", "申庄村", on_floodplain=3),
            Grower("GR2", "测乙", "合作社", "马渡村", on_floodplain=8),
        ),
        "plots": (
            Plot("P1", "GR1", "Z01", Bench.NEN, "小麦", 12.0, 3500.0, square),
            Plot("P2", "GR2", "Z01", Bench.ER, "玉米", 40.0, 6500.0, square),
        ),
        "keypeople": (KeyPerson("K1", "测丙", "在滩过夜", "Z01", "看护房", people=2, bench="嫩滩"),),
        "stock": (
            StockItem(id="W1", depot="花园口仓库", item="编织袋", unit="条", quantity=400, reserve=1000, floor=500),
        ),
        "stations": (Station(HUAYUANKOU, "花园口"), Station("TG", "潼关")),
        "users": (
            User("U1", "值班员甲", "值班员"),
            User("U2", "带班乙", "带班领导", "approve;unmask"),
            User("U3", "指挥长丙", "指挥长", "sign;approve;unmask"),
            User("U4", "管理员丁", "管理员", "configure"),
        ),
    }
    made = Registers()
    for kind, content in rows.items():
        made = made.having(Register(kind, content, digest=kind, demo=True))
    return made


@cache
def situation() -> Situation:
    """A quiet situation at noon, with the duty officer at the desk."""
    made = registers()
    return replace(Situation(), registers=made, plan=make_plan(made), at=NOON, user="U1")


def step(now: Situation, body: Body, actor: str = "U3", minutes: float = 1.0) -> Step:
    """A step some minutes after the last one, with a key of its own."""
    return Step(f"k{now.seq}", now.at + timedelta(minutes=minutes), actor, Realm.LIVE, body)


def after(now: Situation, *bodies: Body, actor: str = "U3") -> Situation:
    """Take the bodies one after another."""
    for body in bodies:
        now, _ = take(now, step(now, body, actor))
    return now


def at_flow(now: Situation, flow_m3s: float, station: str = HUAYUANKOU) -> Situation:
    """Let a reading arrive."""
    reading = Reading(station, now.at + timedelta(minutes=1), flow_m3s=flow_m3s, source="测试")
    return after(now, ReadingTaken(reading), actor="system")
