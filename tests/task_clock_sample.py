"""The small township in a flood with a reckoning kept: numbers of two benches, and somebody cut off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from data.model.nature import Origin
from data.model.places import Bench
from data.model.plan import Phase, TriggerKind
from data.model.reckoned import BenchCount, Reckoned
from data.model.register import Register
from data.model.situation import Situation
from data.model.steps import ReckoningKept
from data.rules.plan import make_plan
from data.rules.tasks import CUT_OFF
from tests import township
from tests.township import NOON, after, instruction

CLEAR_NEN, WATCH, BOAT = "1/CLEAR-NEN", "1/WATCH", "1/BOAT"
BENCHES = (
    BenchCount(Bench.NEN, 77, 150, left=73, first=NOON + timedelta(hours=2)),
    BenchCount(Bench.ER, 2, 10, leave_now=1, cut_off=1, first=NOON + timedelta(hours=3)),
)


def reckoned(
    benches: tuple[BenchCount, ...] = BENCHES, boats: tuple[str, ...] = ("growers/GR2",), at: datetime = NOON
) -> ReckoningKept:
    return ReckoningKept(Reckoned(at, 6400.0, Origin.IDEALISED, "p", benches, boats, 0, at if boats else None))


def cleared(boats: tuple[str, ...] = ("growers/GR2",), benches: tuple[BenchCount, ...] = BENCHES) -> Situation:
    """4,700 m³/s at 花园口: the 嫩滩 is being cleared, and a boat is called to whoever is cut off."""
    row = instruction(
        "BOAT", 1, trigger=TriggerKind.EVENT, trigger_expr=CUT_OFF, role="R08", phase=Phase.COURSE,
        flow_min_m3s=0.0, flow_max_m3s=99999.0,
    )  # fmt: skip
    now = township.situation()
    registers = now.registers.having(Register("plan", (*township.plan_rows(), row), digest="with boats"))
    now = township.at_flow(replace(now, registers=registers, plan=make_plan(registers)), 4700.0)
    return after(now, reckoned(benches, boats), actor="system")
