"""Lines and areas of the offline base map: river, banks, benches, levee, roads, villages, township; all 示意."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model.places import Bench, MapLine
from resources.demo import ground, mesh, roads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from resources.demo.ground import Point
    from resources.demo.mesh import Cell

_RIVER_WEST, _RIVER_EAST = ground.east(113.590), ground.east(113.822)
# the floodplain lies in two lobes: where they meet the channel runs along the works and the benches are a few metres
_NARROWS = ground.east(113.680)
WEST_LOBE = (ground.WEST + 60, _NARROWS)
EAST_LOBE = (_NARROWS, ground.EAST - 30)
BENCHES: tuple[tuple[Bench, Callable[[float], float], Callable[[float], float]], ...] = (
    (Bench.NEN, ground.south_bank, ground.low_edge),
    (Bench.ER, ground.low_edge, ground.high_edge),
    (Bench.GAO, ground.high_edge, ground.works_edge),
)
_RIVER_SOURCE = "自绘平滑曲线，示意，非测绘"


def _area(
    upper: Callable[[float], float], lower: Callable[[float], float], west: float, east: float
) -> tuple[Point, ...]:
    return (*ground.trace(upper, west, east), *ground.trace(lower, east, west))


def bench_ring(bench: Bench, lobe: tuple[float, float]) -> tuple[Point, ...]:
    """Ring of one bench in one lobe of the floodplain."""
    upper, lower = next((u, d) for b, u, d in BENCHES if b is bench)
    # fields end at the works' edge, the bench itself at the levee
    return _area(upper, ground.levee if bench is Bench.GAO else lower, *lobe)


def _river() -> list[MapLine]:
    west, east = _RIVER_WEST, _RIVER_EAST
    water = _area(ground.north_bank, ground.south_bank, west, east)
    return [
        MapLine("M-RIVER", "river", "黄河主槽", water, closed=True, source=_RIVER_SOURCE),
        MapLine(
            "M-CENTRE", "river", "黄河中泓线", tuple(ground.trace(ground.centre, west, east)), source=_RIVER_SOURCE
        ),
        MapLine(
            "M-BANK-R", "bank", "右岸滩沿", tuple(ground.trace(ground.south_bank, west, east)), source=_RIVER_SOURCE
        ),
        MapLine(
            "M-BANK-L", "bank", "左岸滩沿", tuple(ground.trace(ground.north_bank, west, east)), source=_RIVER_SOURCE
        ),
    ]


def _roads() -> list[MapLine]:
    west, east = ground.WEST + 30, ground.EAST - 20
    out = [
        MapLine("M-ROAD-01", "road", "背河路", tuple(ground.trace(roads.BACK_ROAD, west, east)), source=ground.SKETCH),
        MapLine("M-ROAD-02", "road", "镇中路", tuple(ground.trace(roads.TOWN_ROAD, west, east)), source=ground.SKETCH),
    ]
    for i, street in enumerate(roads.STREETS, start=3):
        out.append(
            MapLine(f"M-ROAD-{i:02d}", "road", street.name, tuple(roads.street_path(street)), source=ground.SKETCH)
        )
    x = ground.east(113.6655)
    bridge = tuple(
        ground.geo(x + 25 * i, y)
        for i, y in enumerate((ground.levee(x), ground.south_bank(x), ground.north_bank(x) + 60))
    )
    out.append(MapLine(f"M-ROAD-{len(out) + 1:02d}", "road", "花园口浮桥", bridge, source=ground.SKETCH))
    return out


def maplines(cells: Sequence[Cell]) -> tuple[MapLine, ...]:
    """Return every base line; areas are closed."""
    west, east = ground.WEST + 60, ground.EAST - 30
    out = [
        MapLine(
            "M-TOWN", "township", "花园口镇", mesh.outline(c.ring for c in cells), closed=True, source=ground.SKETCH
        ),
        *_river(),
    ]
    for bench, _upper, _lower in BENCHES:
        for name, lobe in (("花园口上首", WEST_LOBE), ("申庄至马渡", EAST_LOBE)):
            ring = bench_ring(bench, lobe)
            out.append(
                MapLine(
                    f"M-{bench.name}-{'W' if lobe is WEST_LOBE else 'E'}",
                    "bench",
                    f"{name}{bench}",
                    ring,
                    closed=True,
                    source=ground.SKETCH,
                )
            )
    levee = tuple(ground.trace(ground.levee, west, east, 60.0))
    out.append(
        MapLine(
            "M-LEVEE",
            "levee",
            "黄河右岸大堤",
            levee,
            chainage_from_m=round(ground.chainage(west), 1),
            source=ground.SKETCH,
        )
    )
    out += _roads()
    for i, village in enumerate(mesh.VILLAGES, start=1):
        ring = mesh.outline(c.ring for c in cells if c.village == village and c.kind == "网格")
        out.append(MapLine(f"M-VILLAGE-{i}", "village", village, ring, closed=True, source=ground.SKETCH))
    return tuple(out)
