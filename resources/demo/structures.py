"""Works, spurs, smart stones and cameras: 花园口险工 from a source, the other works assumed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model.places import Camera, Spur, Stone, StoneState, Works
from resources.demo import ground
from resources.demo.chance import Dice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resources.demo.people import Crew

_SOURCE = "《透过花园口险工看黄河》孙金丽2021-09-22，引《郑州黄河志》"
_ASSUMED = "设定：坝数与桩号无来源，由用户核对导入"
WORKS = (
    Works("HYK", "花园口险工", "险工", 6_663.0, 16_738.0, 10_075.0, "95.1–98.75", "来源未注明基面", True, _SOURCE),
    Works("SZ", "申庄险工", "险工", 16_980.0, 19_460.0, 2_480.0, "", "", False, _ASSUMED),
    Works("MD", "马渡险工", "险工", 20_300.0, 23_300.0, 3_000.0, "", "", False, _ASSUMED),
    Works("DDB", "东大坝下延控导工程", "控导", 14_420.0, 15_900.0, 1_480.0, "", "", False, _ASSUMED),
)
GENERAL_SPUR = 90  # 将军坝
_GENERAL_LON = 113.6775
_GENERAL_ROOT_M = 23.5
_MADU_26 = 26

_LEVEE_GRIDS = (*range(1, 5), *range(8, 14), *range(40, 43), *range(17, 22), *range(53, 58))  # west to east
_STONES = {"HYK": 150, "SZ": 19, "MD": 60, "DDB": 20}
_PARTS = ("坝头", "上跨角", "迎水面", "下跨角")
_OFFLINE_STONES = (57, 203)
_OFFLINE_CAMERAS = (11, 29)
_SKEW = math.radians(33)  # spurs point downstream


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the spurs of some works are drawn."""

    works: str
    kinds: tuple[str, ...]
    chainages: tuple[float, ...]
    line: Callable[[float], float]
    lengths: dict[str, tuple[float, float]]
    root_depths: tuple[float, float]


def mixed(counts: dict[str, int], fixed: dict[int, str]) -> tuple[str, ...]:
    """Interleave kinds evenly; `fixed` numbers (from 1) get their kind by an exchange with a neighbour."""
    total = sum(counts.values())
    given = dict.fromkeys(counts, 0)
    out: list[str] = []
    for i in range(total):
        kind = max(counts, key=lambda k: (counts[k] * (i + 1) / total - given[k], k))
        given[kind] += 1
        out.append(kind)
    for number, kind in fixed.items():
        at = number - 1
        other = min((j for j, k in enumerate(out) if k == kind), key=lambda j: abs(j - at))
        out[at], out[other] = out[other], out[at]
    return tuple(out)


def _spread(works: Works, count: int, dice: Dice, pinned: tuple[int, float] | None = None) -> tuple[float, ...]:
    """Chainages from upstream down, one unit in each equal bay; a pinned number sits at its chainage."""
    start, end = works.chainage_from_m or 0.0, works.chainage_to_m or 0.0
    if pinned is None:
        bay = (end - start) / count
        return tuple(round(start + bay * (i + 0.5 + dice.between(-0.18, 0.18)), 1) for i in range(count))
    number, place = pinned
    upper, lower = (place - start) / (number - 0.5), (end - place) / (count - number + 0.5)
    out: list[float] = []
    for i in range(count):
        swing = 0.0 if i == number - 1 else dice.between(-0.18, 0.18)
        ahead = i + 0.5 - (number - 0.5)
        out.append(round(place + (ahead + swing) * (upper if ahead < 0 else lower), 1))
    return tuple(out)


def _plans(dice: Dice) -> tuple[_Plan, ...]:
    hyk, sz, md, ddb = WORKS
    general = ground.chainage(ground.east(_GENERAL_LON))
    hyk_kinds = mixed({"坝": 41, "垛": 48, "护岸": 63}, {GENERAL_SPUR: "坝"})
    sz_kinds = mixed({"坝": 9, "垛": 8, "护岸": 7}, {})
    md_kinds = mixed({"坝": 21, "垛": 22, "护岸": 19}, {_MADU_26: "坝"})
    lengths = {"坝": (48.0, 105.0), "垛": (16.0, 30.0), "护岸": (26.0, 44.0)}
    bank = {"坝": (42.0, 70.0), "垛": (14.0, 24.0), "护岸": (30.0, 50.0)}
    return (
        _Plan("HYK", hyk_kinds, _spread(hyk, 152, dice, (GENERAL_SPUR, general)), ground.levee, lengths, (10.0, 20.0)),
        _Plan("SZ", sz_kinds, _spread(sz, 24, dice), ground.levee, lengths, (6.0, 14.0)),
        _Plan("MD", md_kinds, _spread(md, 62, dice), ground.levee, lengths, (8.0, 17.0)),
        _Plan("DDB", ("坝",) * 14, _spread(ddb, 14, dice), lambda x: ground.south_bank(x) - 12, bank, (6.0, 12.0)),
    )


def _axis(plan: _Plan, x: float, kind: str, length: float) -> tuple[ground.Point, ...]:
    slope = (plan.line(x + 40) - plan.line(x - 40)) / 80
    along = math.atan(slope)
    foot = 10.0  # riverside shoulder of the crest
    if kind == "护岸":
        half = length / 2
        return tuple(
            ground.geo(x + d * math.cos(along), plan.line(x + d * math.cos(along)) + foot) for d in (-half, 0.0, half)
        )
    out = along + math.pi / 2 - _SKEW
    start = (x - math.sin(along) * foot, plan.line(x) + math.cos(along) * foot)
    reach = (0.0, 0.55, 1.0)
    bend = (0.0, 0.0, -0.14)  # the head turns a little further downstream
    return tuple(
        ground.geo(start[0] + math.cos(out + b) * length * r, start[1] + math.sin(out + b) * length * r)
        for r, b in zip(reach, bend, strict=True)
    )


def spurs(crew: Crew) -> tuple[Spur, ...]:
    """Return every 坝, 垛 and 护岸 with its three responsible persons."""
    dice = Dice("spurs")
    officers, engineers = crew.ids("R02", "R06"), crew.ids("R05")
    patrols = [crew.leaders[f"G{i:03d}"] for i in _LEVEE_GRIDS]
    out: list[Spur] = []
    for plan in _plans(dice):
        count = len(plan.kinds)
        for i, (kind, place) in enumerate(zip(plan.kinds, plan.chainages, strict=True)):
            number = i + 1
            general = plan.works == "HYK" and number == GENERAL_SPUR
            length = 118.0 if general else dice.between(*plan.lengths[kind])
            depth = _GENERAL_ROOT_M if general else round(dice.between(*plan.root_depths), 1)
            share = (place - 6_000) / 17_500  # neighbours along the levee have the same people
            out.append(
                Spur(
                    id=f"{plan.works}-{number:03d}" if count > 99 else f"{plan.works}-{number:02d}",
                    works=plan.works,
                    number=f"{number}{kind}",
                    kind=kind,
                    chainage_m=place,
                    path=_axis(plan, ground.at_chainage(place), kind, length),
                    name="将军坝" if general else "",
                    root_depth_m=depth,
                    administrative=officers[int(share * len(officers))],
                    technical=engineers[int(share * len(engineers))],
                    patrol=patrols[int(share * len(patrols))],
                )
            )
    return tuple(out)


def _stones_of(works: str, built: Sequence[Spur]) -> list[tuple[Spur, int]]:
    """Deal a works' stones to its 坝 first, then 垛; 将军坝 gets one on every part and two more at its head."""
    heads = [s for s in built if s.works == works and s.kind == "坝"]
    heads += [s for s in built if s.works == works and s.kind == "垛"]
    number = dict.fromkeys((s.id for s in heads), 0)
    left = _STONES[works]
    for spur in heads:
        if spur.name:
            number[spur.id] = 6
            left -= 6
    turn = 0
    while left:
        spur = heads[turn % len(heads)]
        turn += 1
        if not spur.name:
            number[spur.id] += 1
            left -= 1
    order = [s for s in built if number.get(s.id)]
    return [(spur, number[spur.id]) for spur in order]


def stones(built: Sequence[Spur]) -> tuple[Stone, ...]:
    """Return the 249 smart stones; their number is reported, their places are invented."""
    dice = Dice("stones")
    out: list[Stone] = []
    for works in WORKS:
        for spur, count in _stones_of(works.id, built):
            lon, lat = spur.path[-1]
            for i in range(count):
                at = len(out) + 1
                x, y = ground.east(lon) + dice.between(-7, 9), ground.north(lat) + dice.between(-4, 9)
                out.append(
                    Stone(
                        id=f"ZS{at:03d}",
                        spur=spur.id,
                        part=_PARTS[i % len(_PARTS)],
                        lon=ground.geo(x, y)[0],
                        lat=ground.geo(x, y)[1],
                        depth_m=round(dice.between(1.2, 6.5), 1),
                        generation=dice.pick(("第三代", "第四代", "第五代")),
                        state=StoneState.OFFLINE if at in _OFFLINE_STONES else StoneState.OK,
                    )
                )
    return tuple(out)


def cameras(built: Sequence[Spur]) -> tuple[Camera, ...]:
    """Return 36 cameras: at spurs, at the ramps onto the levee and at the floodplain's entrances."""
    dice = Dice("cameras")
    heads = [s for s in built if s.kind == "坝"]
    chosen = [heads[round(i * (len(heads) - 1) / 21)] for i in range(22)]
    general = next(s for s in built if s.name)
    if general not in chosen:
        nearest = min(range(22), key=lambda i: abs(chosen[i].chainage_m - general.chainage_m))
        chosen[nearest] = general
    titles = {works.id: works.name for works in WORKS}
    spots = [(f"{titles[s.works]}{s.number}{s.name}", s.path[0]) for s in chosen]
    for i in range(9):
        x = ground.WEST + 500 + i * (ground.EAST - ground.WEST - 1_000) / 8
        spots.append((f"大堤上堤路口 {ground.stake(ground.chainage(x))}", ground.geo(x, ground.levee(x) - 12)))
    for lon, name in (
        (113.632, "石桥滩区入口"),
        (113.662, "花园口浮桥"),
        (113.716, "申庄滩区入口"),
        (113.741, "申庄东滩"),
        (113.764, "八堡滩区"),
    ):
        x = ground.east(lon)
        spots.append((name, ground.geo(x + dice.between(-40, 40), (ground.works_edge(x) + ground.high_edge(x)) / 2)))
    return tuple(
        Camera(f"C{i:02d}", name, *place, online=i not in _OFFLINE_CAMERAS)
        for i, (name, place) in enumerate(spots, start=1)
    )
