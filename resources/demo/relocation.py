"""Key persons by class and the households of the low ground behind the levee; all invented."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.model.people import Household, KeyPerson
from resources.demo import ground
from resources.demo.chance import Dice
from resources.demo.people import near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model.places import Plot
    from resources.demo.chance import Registry
    from resources.demo.mesh import Cell
    from resources.demo.people import Crew

# class, number, what the headquarters does, places
_VILLAGE_CLASSES: tuple[tuple[str, int, str, tuple[str, ...]], ...] = (
    (
        "孤寡独居失能老人",
        58,
        "一对一包保，备车辆担架，优先转移",
        ("独居户", "独居户，行动不便", "卧床，需担架", "高龄独居"),
    ),
    ("残疾人", 18, "助行到车，听障用手语和灯光提示", ("视力残疾", "听力残疾", "肢体残疾", "智力残疾")),
    ("孕产妇婴幼儿留守儿童", 14, "医疗人员随行，母婴房安置", ("孕晚期", "婴幼儿家庭", "留守儿童，祖辈照看")),
    (
        "慢病重症精神障碍",
        13,
        "对接定点医院，随身带药",
        ("透析，每周三次", "术后卧床", "慢阻肺，吸氧", "精神障碍，家属监护"),
    ),
    ("流动人口租户", 8, "房东报备，登记后随村转移", ("租住户", "务工宿舍")),
    ("拒撤及需劝导人员", 4, "村干部与民警联合劝导，依法处置", ("曾拒绝转移", "不愿离家")),
)
_RIVER_CLASSES: tuple[tuple[str, int, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "在滩过夜人员",
        24,
        "首撤：接通知即离滩，由网格员核清",
        ("看护房", "养殖棚", "雇工住处", "渔棚"),
        ("Z01", "Z04", "Z03"),
    ),
    (
        "涉水经营",
        31,
        "停业撤离，船只靠岸固定",
        ("浮桥管理房", "观光码头", "农家乐", "游船", "垂钓园", "采摘园", "露营地"),
        ("Z03", "Z03", "Z04", "Z01"),
    ),
    ("游客垂钓野泳露营", 6, "劝离并设卡，喊话提醒", ("常见垂钓点", "野泳点", "露营点"), ("Z01", "Z03")),
    ("施工人员", 5, "撤人撤机，断电封场", ("涉河施工营地", "管线施工点"), ("Z03", "Z04")),
    ("一线临水作业人员", 6, "设安全员，系安全绳，按班轮休", ("根石探摸作业组", "抛石作业组", "测流作业组"), ("Z02",)),
)
_GROUPS = {
    "施工人员": (12, 41),
    "游客垂钓野泳露营": (4, 20),
    "一线临水作业人员": (4, 8),
    "涉水经营": (1, 9),
    "在滩过夜人员": (1, 4),
    "流动人口租户": (1, 6),
}
_BENCH_OF = {"Z01": "嫩滩", "Z02": "高滩"}
_HOUSEHOLDS = 64
_LOW_GROUND = (  # grids that lie against the levee's inner foot, and the shelter their people go to
    *((f"G{i:03d}", "A03") for i in range(1, 5)),
    *((f"G{i:03d}", "A01") for i in range(8, 14)),
    *((f"G{i:03d}", "A04") for i in range(17, 22)),
    *((f"G{i:03d}", "A05") for i in range(40, 43)),
    *((f"G{i:03d}", "A08") for i in range(53, 58)),
)


def _in_village(cells: Sequence[Cell], crew: Crew, registry: Registry, dice: Dice) -> list[KeyPerson]:
    grids = [cell for cell in cells if cell.kind == "网格"]
    out: list[KeyPerson] = []
    for category, count, need, places in _VILLAGE_CLASSES:
        for _ in range(count):
            cell = dice.pick(grids)
            low, high = _GROUPS.get(category, (1, 2 if category.startswith("孕") else 1))
            lon, lat = near(cell, dice, 160)
            place = dice.pick(places)
            out.append(
                KeyPerson(
                    id="",
                    name=registry.name(),
                    category=category,
                    grid=cell.id,
                    place=f"{cell.name}{dice.whole(1, 9)}组",
                    phone=registry.phone(),
                    people=dice.whole(low, high),
                    need=need,
                    contact=crew.leaders[cell.id],
                    bench="背河",
                    lon=lon,
                    lat=lat,
                    note=place,
                )
            )
    return out


def _hut(grid: str, plots: Sequence[Plot], dice: Dice) -> tuple[float, float, str]:
    """A hut stands at the edge of a plot of the same grid."""
    plot = dice.pick([p for p in plots if p.grid == grid])
    lon = sum(p[0] for p in plot.ring) / len(plot.ring)
    lat = sum(p[1] for p in plot.ring) / len(plot.ring)
    return round(lon, 6), round(lat, 6), str(plot.bench)


def _on_river(
    cells: Sequence[Cell], crew: Crew, plots: Sequence[Plot], registry: Registry, dice: Dice
) -> list[KeyPerson]:
    by_id = {cell.id: cell for cell in cells}
    out: list[KeyPerson] = []
    for category, count, need, places, grids in _RIVER_CLASSES:
        for i in range(count):
            grid = grids[i % len(grids)]
            place = dice.pick(places)
            if place in {"浮桥管理房", "观光码头", "游船"}:
                x = ground.east(dice.between(113.6635, 113.6680))
                lon, lat = ground.geo(x, (ground.works_edge(x) + ground.low_edge(x)) / 2)
                grid, bench = "Z03", "二滩"
            elif grid == "Z02":
                lon, lat = near(by_id[grid], dice)
                bench = _BENCH_OF[grid]
            else:
                lon, lat, bench = _hut(grid, plots, dice)
            low, high = _GROUPS[category]
            out.append(
                KeyPerson(
                    id="",
                    name=registry.name(),
                    category=category,
                    grid=grid,
                    place=f"{by_id[grid].name.removesuffix('专属网格')}{place}{i + 1}号",
                    phone=registry.phone(),
                    people=dice.whole(low, high),
                    need=need,
                    contact=dice.pick(crew.of_grid(grid)),
                    bench=bench,
                    lon=lon,
                    lat=lat,
                    note="演示数据",
                )
            )
    return out


def key_people(cells: Sequence[Cell], crew: Crew, plots: Sequence[Plot], registry: Registry) -> tuple[KeyPerson, ...]:
    """Return the 187 key persons, those on the river first."""
    dice = Dice("key people")
    rows = _on_river(cells, crew, plots, registry, dice) + _in_village(cells, crew, registry, dice)
    return tuple(replace(row, id=f"Q{i:03d}") for i, row in enumerate(rows, start=1))


def households(cells: Sequence[Cell], crew: Crew, registry: Registry) -> tuple[Household, ...]:
    """Return the households of the low ground behind the levee."""
    dice = Dice("households")
    by_id = {cell.id: cell for cell in cells}
    out: list[Household] = []
    for i in range(_HOUSEHOLDS):
        grid, shelter = _LOW_GROUND[i * 7 % len(_LOW_GROUND)]
        cell = by_id[grid]
        x = dice.between(cell.west + 170, cell.east - 170)
        lon, lat = ground.geo(x, ground.levee(x) - dice.between(70, 190))
        special = dice.pick(("", "", "", "", "高龄老人1", "残疾人1", "婴幼儿1", "孕妇1", "慢病1"))
        out.append(
            Household(
                id=f"H{i + 1:03d}",
                name=registry.name(),
                village=cell.village,
                grid=grid,
                people=dice.whole(1, 7),
                phone=registry.phone(),
                special=special,
                lon=lon,
                lat=lat,
                shelter=shelter,
                contact=crew.leaders[grid],
            )
        )
    return tuple(out)
