"""Cuts the township strip into 68 grids and 4 special grids that share every edge point for point."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model.places import Grid
from resources.demo import ground
from resources.demo.chance import Dice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from resources.demo.ground import Point

VILLAGES = ("石桥村", "花园口村", "申庄村", "大庙村", "京水村", "南月堤村", "祥云寺村", "八堡村", "河畔社区")
EAST_DAM_LON = 113.702  # 东大坝: upstream of it the bridge and park grid, downstream the growers' grid

# villages from west to east in the three belts behind the levee, with their number of grids
_BELTS = (
    (("石桥村", 4), ("花园口村", 6), ("南月堤村", 3), ("申庄村", 5), ("八堡村", 5)),
    (("石桥村", 3), ("花园口村", 3), ("河畔社区", 3), ("大庙村", 3), ("南月堤村", 3), ("申庄村", 4), ("八堡村", 4)),
    (("京水村", 7), ("河畔社区", 4), ("大庙村", 4), ("祥云寺村", 7)),
)
_LINES: tuple[Callable[[float], float], ...] = (
    ground.centre,
    ground.low_edge,
    ground.works_edge,
    ground.levee,
    ground.inland(0.34, 38, 0.7),
    ground.inland(0.67, 42, 2.9),
    ground.south_edge,
)
_WEST_SHIFT = (0.0, 30.0, 45.0, 60.0, 10.0, -70.0, -40.0)  # the end boundaries lean a little
_EAST_SHIFT = (0.0, -20.0, -25.0, -30.0, 40.0, 15.0, -60.0)
_FIRST_LAND_LINE = 3
_SAMPLE = 150.0
_CLEAR = 45.0  # no sample this near a corner


@dataclass(frozen=True, slots=True)
class _Cut:
    """A boundary across one belt: x on its upper line, x on its lower line, swing of its middle."""

    top: float
    bottom: float
    swing: float = 0.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A grid before it has a leader; corners in metres are kept for placing people."""

    id: str
    name: str
    kind: str
    village: str
    ring: tuple[Point, ...]
    west: float
    east: float
    middle: tuple[float, float]

    def grid(self, leader: str, note: str) -> Grid:
        """Return the register row."""
        return Grid(
            id=self.id,
            name=self.name,
            kind=self.kind,
            village=self.village,
            leader=leader,
            ring=self.ring,
            chainage_from_m=float(round(ground.chainage(self.west))),
            chainage_to_m=float(round(ground.chainage(self.east))),
            note=note,
        )


def _end(shifts: tuple[float, ...], x: float, belt: int) -> _Cut:
    return _Cut(x + shifts[belt], x + shifts[belt + 1])


def _cuts(belt: int, count: int, dice: Dice) -> list[_Cut]:
    west, east = _end(_WEST_SHIFT, ground.WEST, belt), _end(_EAST_SHIFT, ground.EAST, belt)
    width = (ground.EAST - ground.WEST) / count
    inner: list[_Cut] = []
    for i in range(1, count):
        x = ground.WEST + width * (i + dice.between(-0.17, 0.17))
        lean = dice.between(-75, 75)
        inner.append(_Cut(x - lean, x + lean, dice.between(-38, 38)))
    return [west, *inner, east]


def _all_cuts() -> list[list[_Cut]]:
    dice = Dice("grids")
    dam = ground.east(EAST_DAM_LON)
    river = [_cuts(0, 1, dice), _cuts(1, 1, dice), _cuts(2, 1, dice)]
    river[1].insert(1, _Cut(dam + 90, dam - 20))
    return river + [_cuts(_FIRST_LAND_LINE + i, sum(n for _, n in belt), dice) for i, belt in enumerate(_BELTS)]


def _nodes(line: int, cuts: list[list[_Cut]]) -> list[float]:
    corners: set[float] = set()
    if line < len(cuts):
        corners |= {cut.top for cut in cuts[line]}
    if line > 0:
        corners |= {cut.bottom for cut in cuts[line - 1]}
    first, last = min(corners), max(corners)
    count = int((last - first) / _SAMPLE)
    samples = (first + (last - first) * i / count for i in range(1, count))
    return sorted(corners | {x for x in samples if all(abs(x - corner) >= _CLEAR for corner in corners)})


def _middle(cut: _Cut, belt: int) -> list[Point]:
    if cut.swing == 0.0:
        return []
    x = (cut.top + cut.bottom) / 2
    return [ground.geo(x + cut.swing, (_LINES[belt](cut.top) + _LINES[belt + 1](cut.bottom)) / 2)]


def _ring(belt: int, left: _Cut, right: _Cut, nodes: list[list[float]]) -> tuple[Point, ...]:
    upper, lower = _LINES[belt], _LINES[belt + 1]
    ring = [ground.geo(x, upper(x)) for x in nodes[belt] if left.top <= x <= right.top]
    ring += _middle(right, belt)
    ring += [ground.geo(x, lower(x)) for x in reversed(nodes[belt + 1]) if left.bottom <= x <= right.bottom]
    ring += _middle(left, belt)
    return tuple(ring)


def _cell(belt: int, left: _Cut, right: _Cut, nodes: list[list[float]], names: tuple[str, str, str, str]) -> Cell:
    x = (left.top + left.bottom + right.top + right.bottom) / 4
    return Cell(
        *names,
        ring=_ring(belt, left, right, nodes),
        west=min(left.top, left.bottom),
        east=max(right.top, right.bottom),
        middle=(x, (_LINES[belt](x) + _LINES[belt + 1](x)) / 2),
    )


def cells() -> tuple[Cell, ...]:
    """Return G001 … G068 by village, then Z01 … Z04."""
    cuts = _all_cuts()
    nodes = [_nodes(line, cuts) for line in range(len(_LINES))]
    by_village: dict[str, list[tuple[int, _Cut, _Cut]]] = defaultdict(list)
    for i, belt in enumerate(_BELTS):
        row = cuts[_FIRST_LAND_LINE + i]
        column = 0
        for village, count in belt:
            for _ in range(count):
                by_village[village].append((_FIRST_LAND_LINE + i, row[column], row[column + 1]))
                column += 1
    out: list[Cell] = []
    for village in VILLAGES:
        for order, (belt, left, right) in enumerate(by_village[village], start=1):
            names = (f"G{len(out) + 1:03d}", f"{village}第{order}网格", "网格", village)
            out.append(_cell(belt, left, right, nodes, names))
    special = (
        (0, cuts[0][0], cuts[0][1], "Z01", "嫩滩专属网格", "申庄村"),
        (2, cuts[2][0], cuts[2][1], "Z02", "险工专属网格", "花园口村"),
        (1, cuts[1][0], cuts[1][1], "Z03", "浮桥景区专属网格", "花园口村"),
        (1, cuts[1][1], cuts[1][2], "Z04", "高滩种植区专属网格", "八堡村"),
    )
    out += [
        _cell(belt, left, right, nodes, (id_, name, "专属网格", village))
        for belt, left, right, id_, name, village in special
    ]
    return tuple(out)


def outline(rings: Iterable[tuple[Point, ...]]) -> tuple[Point, ...]:
    """Return the outer ring of cells that share their edges: edges used once, chained."""
    once: dict[frozenset[Point], tuple[Point, Point]] = {}
    for ring in rings:
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
            key = frozenset((a, b))
            if once.pop(key, None) is None:
                once[key] = (a, b)
    following = dict(once.values())
    if len(following) != len(once):
        msg = "the cells touch at a single point: their outline is no simple ring"
        raise ValueError(msg)
    first = min(following)
    ring = [first]
    while (point := following[ring[-1]]) != first:
        ring.append(point)
    if len(ring) != len(following):
        msg = "the cells do not hang together"
        raise ValueError(msg)
    return tuple(ring)
