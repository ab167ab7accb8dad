"""Benchmark d: 100,000 growers from xlsx into rows of the register, against pandas.read_excel alone on the same file.

python benchmarks/import_growers.py [ROWS]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from data.feeds.exports import export_register
from data.feeds.registers import KINDS, import_register
from data.model.people import Grower

GOAL = 1.5
ROUNDS = 3


def made_up(count: int) -> list[Grower]:
    chance = random.Random(2020)
    kinds, villages = ("农户", "种植大户", "合作社", "企业", "外来承包"), ("花园口", "申庄", "石桥", "八堡", "京水")
    return [
        Grower(
            f"N{i:06d}", f"演示户{i}", chance.choice(kinds), chance.choice(villages), f"1380000{i % 10_000:04d}",
            chance.randint(0, 9), chance.randint(0, 3), chance.choice(("", "羊20", "鱼塘2亩")), f"拖拉机{i % 4}",
            "机井1", f"P{i % 294:03d}", f"集合点{i % 20}", f"R{i % 37:02d}",
        )
        for i in range(count)
    ]  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def main(count: int) -> None:
    import pandas as pd

    warnings.simplefilter("ignore")  # pandas announces another default engine
    kind = KINDS["growers"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growers.xlsx"
        export_register(kind, made_up(count), path)
        result = import_register(kind, path)
        if len(result.rows) != count or result.refusals:
            raise SystemExit(f"{len(result.rows)} of {count} rows taken, first refusal {result.refusals[:1]}")
        ours: list[float] = []
        calamine: list[float] = []
        for _ in range(ROUNDS):  # turn about, so that a busy moment of the machine falls on both
            ours.append(timed(lambda: import_register(kind, path)))
            calamine.append(timed(lambda: pd.read_excel(path, engine="calamine")))
        default = [timed(lambda: pd.read_excel(path))]
    mine = median(ours)
    print(f"rows {count}, file to register rows: {mine:.2f} s  (rounds {', '.join(f'{s:.2f}' for s in ours)})")
    print(f"pandas.read_excel, default engine:  {default[0]:.2f} s  ratio {mine / default[0]:.2f}  goal <= {GOAL}")
    print(f"pandas.read_excel, calamine engine: {median(calamine):.2f} s  ratio {mine / median(calamine):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
