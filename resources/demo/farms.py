"""Plots on the floodplain and their growers; owners, crops and flood flows are invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model.people import Grower
from data.model.places import Bench, Plot
from resources.demo import ground
from resources.demo.basemap import BENCHES, EAST_LOBE, WEST_LOBE
from resources.demo.chance import Dice
from resources.demo.mesh import EAST_DAM_LON
from resources.demo.roads import STREETS

if TYPE_CHECKING:
    from collections.abc import Callable

    from resources.demo.chance import Registry
    from resources.demo.ground import Point
    from resources.demo.people import Crew

MU_M2 = 666.67
_PLOTS = {Bench.NEN: 74, Bench.ER: 146, Bench.GAO: 54}
_GROWERS = {Bench.NEN: 61, Bench.ER: 118, Bench.GAO: 43}
_FLOODS = {Bench.NEN: (2_800, 4_500), Bench.ER: (5_500, 8_000), Bench.GAO: (7_500, 12_000)}
_ROW_DEPTH = 340.0
_INSET, _PATH, _LANE = 14.0, 3.0, 5.0  # metres kept free: along a bench's edge, between plots, between rows

# crop, weight, stage of growth in early August, whether it may be cut early
_CROPS: dict[Bench, tuple[tuple[str, int, str, bool], ...]] = {
    Bench.NEN: (
        ("大豆", 5, "结荚期", False),
        ("玉米", 4, "抽雄期", False),
        ("牧草", 2, "可刈割", True),
        ("莲藕", 1, "膨大期", False),
    ),
    Bench.ER: (
        ("玉米", 7, "吐丝期", False),
        ("花生", 5, "结荚期", False),
        ("大豆", 4, "鼓粒期", False),
        ("蔬菜", 3, "采收期", True),
        ("西瓜", 2, "采收期", True),
        ("牧草", 1, "可刈割", True),
    ),
    Bench.GAO: (
        ("玉米", 5, "吐丝期", False),
        ("蔬菜", 4, "采收期", True),
        ("果树", 3, "膨大期", False),
        ("苗木", 3, "生长期", False),
        ("药材", 1, "生长期", False),
        ("水产", 1, "养成期", True),
    ),
}
_KINDS = (("农户", 138), ("种植大户", 34), ("外来承包", 24), ("合作社", 16), ("企业", 10))
_STOCK = ("", "", "", "", "", "", "羊40", "鸡500", "牛12", "鸭300", "蜂箱60")
_MACHINES = ("", "", "拖拉机1", "拖拉机1;播种机1", "收割机1", "旋耕机1", "植保无人机1", "水泵2")
_FACILITIES = ("", "", "机井1", "看护房1", "看护房1;机井1", "大棚6", "变压器1;水泵2", "仓库1")


@dataclass(frozen=True, slots=True)
class Field:
    """A plot before it has an owner; corners in metres."""

    bench: Bench
    corners: tuple[tuple[float, float], ...]
    height: float  # 0 at the bench's river edge, 1 at its levee edge

    @property
    def middle(self) -> tuple[float, float]:
        return sum(p[0] for p in self.corners) / 4, sum(p[1] for p in self.corners) / 4

    @property
    def ring(self) -> tuple[Point, ...]:
        return tuple(ground.geo(*p) for p in self.corners)

    @property
    def grid(self) -> str:
        if self.bench is Bench.NEN:
            return "Z01"
        return "Z03" if self.middle[0] < ground.east(EAST_DAM_LON) else "Z04"

    @property
    def village(self) -> str:
        lon = ground.geo(*self.middle)[0]
        limits = ((113.640, "石桥村"), (113.690, "花园口村"), (113.712, "南月堤村"), (113.750, "申庄村"))
        return next((village for limit, village in limits if lon < limit), "八堡村")


def area_mu(ring: tuple[Point, ...]) -> float:
    """Area of a small ring in 亩, on the local plane."""
    plane = [(ground.east(lon), ground.north(lat)) for lon, lat in ring]
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(plane, (*plane[1:], plane[0]), strict=True))
    return round(abs(twice) / 2 / MU_M2, 1)


def _row(
    bench: Bench,
    upper: Callable[[float], float],
    lower: Callable[[float], float],
    span: tuple[float, float],
    dice: Dice,
) -> list[Field]:
    """One bench of one lobe cut into rows, each row into strips that run from the river towards the levee."""
    middle = max(
        upper(span[0] + (span[1] - span[0]) * i / 8) - lower(span[0] + (span[1] - span[0]) * i / 8) for i in range(9)
    )
    rows = max(round(middle / _ROW_DEPTH), 1)
    out: list[Field] = []
    for row in range(rows):
        x = span[0] + dice.between(20, 60)
        while x < span[1] - 130:
            width = dice.between(38, 104)
            lean = dice.between(-3, 3)
            ends: list[tuple[float, float]] = []
            for side in (x, x + width):
                low, high = lower(side) + _INSET, upper(side) - _INSET
                step = (high - low) / rows
                ends.append((low + row * step + _LANE, low + (row + 1) * step - _LANE))
            (left_low, left_high), (right_low, right_high) = ends
            if min(left_high - left_low, right_high - right_low) > 110 and not _on_a_track(x, x + width, left_low):
                # both ends of neighbouring strips lean alike only by chance, so the path between them takes the lean up
                corners = (
                    (x + _PATH, left_low),
                    (x + width - _PATH, right_low),
                    (x + width - _PATH, right_high),
                    (x + _PATH, left_high),
                )
                if lean > 0:
                    corners = (
                        (x + _PATH, left_low),
                        (x + width - _PATH - lean, right_low),
                        corners[2],
                        (x + _PATH + lean, left_high),
                    )
                out.append(Field(bench, corners, 1 - (row + 0.5) / rows))
            x += width
    return out


def _on_a_track(west: float, east: float, y: float) -> bool:
    return any(s.ramp and west - 70 < s.x(y) < east + 70 for s in STREETS)


def _favour(field: Field) -> float:
    """Neighbouring fields are tilled together: a smooth swing over the floodplain, higher where it is farmed more."""
    x, y = field.middle
    return ground.wave(x, 2_150, 0.6) + 0.7 * ground.wave(y, 900, 1.9) + 0.25 * ground.wave(x + y, 310, 0.1)


def fields() -> tuple[Field, ...]:
    """Return the tilled fields, bench by bench, west to east."""
    dice = Dice("plots")
    out: list[Field] = []
    for bench, upper, lower in BENCHES:
        made = [f for lobe in (WEST_LOBE, EAST_LOBE) for f in _row(bench, upper, lower, lobe, dice)]
        if len(made) < _PLOTS[bench]:
            msg = f"{bench}: {len(made)} fields where {_PLOTS[bench]} are wanted"
            raise ValueError(msg)
        chosen = sorted(made, key=_favour, reverse=True)[: _PLOTS[bench]]
        out += sorted(chosen, key=lambda f: (round(f.height, 2), f.middle[0]))
    return tuple(out)


def _shares(fields_left: int, growers: int, dice: Dice) -> list[int]:
    """How many neighbouring fields each grower tills: one each, the rest to a few large holders."""
    shares = [1] * growers
    for _ in range(fields_left - growers):
        shares[int(dice.unit() ** 2 * growers * 0.3)] += 1
    return dice.shuffled(shares)


def _kinds(dice: Dice) -> list[str]:
    return dice.shuffled([kind for kind, count in _KINDS for _ in range(count)])


def _crop(bench: Bench, dice: Dice) -> tuple[str, str, bool]:
    crops = _CROPS[bench]
    ticket = dice.unit() * sum(weight for _, weight, _, _ in crops)
    for crop, weight, stage, early in crops:
        ticket -= weight
        if ticket < 0:
            return crop, stage, early
    crop, _, stage, early = crops[-1]
    return crop, stage, early


def _owner(kind: str, village: str, registry: Registry, dice: Dice) -> str:
    if kind in {"合作社", "企业"}:
        word = dice.pick(("丰禾", "沃野", "河润", "金穗", "绿源", "田园", "安和", "惠农", "春泽", "禾盛")) + dice.pick(
            "兴达源祥茂和"
        )
        ending = "种植专业合作社" if kind == "合作社" else "农业有限公司"
        return f"{village.removesuffix('村')}{word}{ending}（演示）"
    return registry.name()


def farms(crew: Crew, registry: Registry) -> tuple[tuple[Grower, ...], tuple[Plot, ...]]:
    """Return 222 growers and their plots."""
    dice = Dice("growers")
    tilled = fields()
    kinds = _kinds(dice)
    contacts = crew.ids("R18", "R09") + [p.id for p in crew.staff if p.grid in {"Z01", "Z03", "Z04"}]
    growers: list[Grower] = []
    plots: list[Plot] = []
    for bench in _PLOTS:
        mine = [f for f in tilled if f.bench is bench]
        for share in _shares(len(mine), _GROWERS[bench], dice):
            holding, mine = mine[:share], mine[share:]
            kind = kinds[len(growers)]
            growers.append(_grower(len(growers) + 1, kind, holding[0], contacts, registry, dice))
            crop, stage, early = _crop(bench, dice)
            low, high = _FLOODS[bench]
            for field in holding:
                flow = low + (high - low) * min(max(field.height + dice.between(-0.22, 0.22), 0.0), 1.0)
                plots.append(
                    Plot(
                        id=f"K{len(plots) + 1:03d}",
                        grower=growers[-1].id,
                        grid=field.grid,
                        bench=bench,
                        crop=crop,
                        area_mu=area_mu(field.ring),
                        floods_at_m3s=float(round(flow / 100) * 100),
                        ring=field.ring,
                        stage_of_growth=stage,
                        harvestable=early,
                    )
                )
    return tuple(growers), tuple(plots)


_RAMPS = (("L01", 113.632), ("L02", 113.649), ("L03", 113.706), ("L04", 113.724), ("L05", 113.743), ("L06", 113.763))


def _grower(number: int, kind: str, field: Field, contacts: list[str], registry: Registry, dice: Dice) -> Grower:
    village = "外来" if kind == "外来承包" else field.village
    facilities = dice.pick(_FACILITIES)
    hands = dice.whole(0, 3) if kind in {"农户", "种植大户"} else dice.whole(2, 12)
    overnight = dice.whole(1, 2) if "看护房" in facilities else 0
    lon = ground.geo(*field.middle)[0]
    route, ramp = min(_RAMPS, key=lambda r: abs(r[1] - lon))
    name = next(s.name for s in STREETS if s.lon == ramp)
    return Grower(
        id=f"N{number:03d}",
        name=_owner(kind, field.village, registry, dice),
        kind=kind,
        village=village,
        phone=registry.phone(),
        on_floodplain=max(hands, overnight),
        overnight=overnight,
        livestock=dice.pick(_STOCK),
        machines=dice.pick(_MACHINES),
        facilities=facilities,
        contact=contacts[number % len(contacts)],
        muster=f"{name}上堤路口",
        route=route,
    )
