"""The small township as a store keeps it, with the alarms that are shipped; a home that knows nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from data.model.register import ROW_TYPES, Registers
from data.model.situation import Situation
from data.model.steps import Realm, RegisterReplaced, Step
from data.rules.rights import SYSTEM
from data.store.rows import make_register
from data.store.store import Store
from desktop.first_run import shipped_register, taken
from desktop.keeping import STORE_FILE
from tests import township


@cache
def registers() -> Registers:
    """Registers whose digests are those of their rows."""
    made = township.registers()
    stock = [replace(row, quantity=400.0, reserve=1000.0, floor=500.0) for row in made.stock]  # as a store reads it
    made = made.having(make_register("stock", stock, demo=True))
    kinds = [make_register(kind, made.of(kind).rows, demo=True) for kind in ROW_TYPES if len(made.of(kind))]
    for register in (*kinds, shipped_register("alarmkinds")):
        made = made.having(register)
    return made


def make_home(home: Path) -> None:
    """Leave a live store that holds these registers, and no desk that has it open."""
    held = [registers().of(kind) for kind in sorted(ROW_TYPES, key=lambda kind: kind == "plan")]
    steps = [
        Step(f"first-{register.kind}", township.NOON, SYSTEM, Realm.LIVE, RegisterReplaced(register, "测试"))
        for register in held
        if len(register)
    ]
    with Store.open(home / STORE_FILE, files=home / "files") as store:
        store.append(taken(Situation(), steps))
