"""Roads, shelters and routes: relocation (迁安), stock (运料) and the patrol sections (责任段) of the levee."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.model.places import Route, Shelter
from resources.demo import ground

if TYPE_CHECKING:
    from collections.abc import Callable

    from resources.demo.ground import Point
    from resources.demo.people import Crew

BACK_ROAD = ground.inland(0.21, 22, 1.1)
TOWN_ROAD = ground.inland(0.60, 34, 2.2)


@dataclass(frozen=True, slots=True)
class Street:
    """A road from the southern boundary to the levee, some of them on over a ramp to the river's bank."""

    name: str
    lon: float
    ramp: bool

    def x(self, y: float) -> float:
        """Where the road is at a northing: it wanders a little."""
        return ground.east(self.lon) + 34 * ground.wave(y, 1_300, self.lon * 40 % 6)


STREETS = (
    Street("石桥路", 113.632, ramp=True),
    Street("花园口西路", 113.649, ramp=True),
    Street("花园路北段", 113.672, ramp=False),
    Street("京水路", 113.688, ramp=False),
    Street("南月堤路", 113.706, ramp=True),
    Street("申庄路", 113.724, ramp=True),
    Street("申庄东路", 113.743, ramp=True),
    Street("八堡路", 113.763, ramp=True),
    Street("马渡路", 113.783, ramp=False),
)

# name, kind, capacity, street, road it stands on, metres beside the street
_SHELTERS: tuple[tuple[str, str, int, int, str, int], ...] = (
    ("花园口镇中心小学", "学校", 900, 2, "town", 160),
    ("花园口镇初级中学", "学校", 1_200, 3, "town", -190),
    ("石桥村委会", "村委", 260, 0, "town", 120),
    ("申庄小学", "学校", 520, 5, "back", -150),
    ("大庙村文化活动中心", "村委", 300, 4, "town", -260),
    ("京水村委会", "村委", 240, 1, "town", 210),
    ("祥云寺村文化广场", "广场帐篷", 400, 6, "town", 150),
    ("八堡小学", "学校", 480, 7, "town", -140),
    ("河畔社区党群服务中心", "社区", 350, 3, "town", 320),
)
_FLOOD_ROUTES: tuple[
    tuple[str, int, float, int], ...
] = (  # name, street whose ramp is used, start on the floodplain, shelter
    ("石桥滩区西线", 0, 113.6240, 3),
    ("石桥滩区东线", 1, 113.6415, 6),
    ("东大坝滩区线", 4, 113.7110, 5),
    ("申庄滩区西线", 5, 113.7195, 4),
    ("申庄滩区东线", 6, 113.7385, 7),
    ("八堡滩区线", 7, 113.7565, 8),
)
_VILLAGE_ROUTES: tuple[tuple[str, int, float, int], ...] = (  # name, street, start at the levee's inner foot, shelter
    ("石桥村", 0, 113.6260, 3),
    ("花园口村", 2, 113.6605, 1),
    ("申庄村", 5, 113.7330, 4),
    ("大庙村", 4, 113.7010, 5),
    ("京水村", 1, 113.6440, 6),
    ("南月堤村", 4, 113.7130, 5),
    ("祥云寺村", 6, 113.7490, 7),
    ("八堡村", 7, 113.7720, 8),
    ("河畔社区", 3, 113.6830, 9),
)
_STOCK_ROUTES: tuple[tuple[str, int, float], ...] = (  # name, street taken to the levee, end on the levee
    ("镇中心仓库至花园口险工", 2, 113.6775),
    ("镇中心仓库至东大坝下延控导", 4, 113.7060),
    ("申庄仓库至申庄险工", 5, 113.7400),
    ("八堡仓库至马渡险工", 7, 113.7850),
    ("马渡备石场至马渡险工下首", 8, 113.7925),
)
_STOCK_FROM = (3, 3, 5, 7, 8)  # streets where these stock routes start
_SECTION_LIMIT_M = 1_000.0


def _line(road: str) -> Callable[[float], float]:
    return BACK_ROAD if road == "back" else TOWN_ROAD


def _street(street: Street, start: float, end: float) -> list[tuple[float, float]]:
    """Points of a street between two northings."""
    count = max(round(abs(end - start) / 160), 1)
    ys = [start + (end - start) * i / count for i in range(count + 1)]
    return [(street.x(y), y) for y in ys]


def crossing(street: Street, line: Callable[[float], float]) -> tuple[float, float]:
    """Where a street meets a road or the levee."""
    x = ground.east(street.lon)
    for _ in range(12):
        x = street.x(line(x))
    return x, line(x)


def street_path(street: Street) -> list[Point]:
    """A street from the southern boundary to the levee, and over its ramp to the bank."""
    start = crossing(street, ground.south_edge)[1]
    end = crossing(street, ground.levee)[1]
    if street.ramp:
        end = crossing(street, lambda x: ground.south_bank(x) - 110)[1]
    return [ground.geo(*p) for p in _street(street, start, end)]


def _along(line: Callable[[float], float], start: float, end: float) -> list[tuple[float, float]]:
    count = max(round(abs(end - start) / 150), 1)
    return [(x, line(x)) for x in (start + (end - start) * i / count for i in range(count + 1))]


def _shelter_place(number: int) -> tuple[float, float]:
    _, _, _, street, road, beside = _SHELTERS[number - 1]
    x = crossing(STREETS[street], _line(road))[0] + beside
    return x, _line(road)(x)


def shelters(crew: Crew) -> tuple[Shelter, ...]:
    """Return the nine shelters; capacities are invented."""
    keepers = crew.ids("R10", "R09", "R21")
    out: list[Shelter] = []
    for i, (name, kind, capacity, *_rest) in enumerate(_SHELTERS, start=1):
        x, y = _shelter_place(i)
        out.append(
            Shelter(f"A{i:02d}", f"{name}安置点", kind, capacity, *ground.geo(x, y - 25), keepers[i % len(keepers)])
        )
    return tuple(out)


def _to_shelter(street: Street, number: int) -> list[tuple[float, float]]:
    """From a street's levee crossing down to the shelter's road and along it."""
    line = _line(_SHELTERS[number - 1][4])
    y = crossing(street, ground.levee)[1]
    turn = crossing(street, line)
    return [*_street(street, y, turn[1]), *_along(line, turn[0], _shelter_place(number)[0])[1:]]


def _route(id_: str, name: str, kind: str, points: list[tuple[float, float]], shelter: str = "") -> Route:
    path: list[Point] = []
    for point in points:
        place = ground.geo(*point)
        if not path or path[-1] != place:
            path.append(place)
    return Route(id_, name, kind, tuple(path), shelter)


def _relocation() -> list[Route]:
    out: list[Route] = []
    for name, street_at, lon, shelter in _FLOOD_ROUTES:
        street = STREETS[street_at]

        def field(x: float) -> float:
            return (ground.low_edge(x) + ground.high_edge(x)) / 2

        ramp = crossing(street, field)
        points = _along(field, ground.east(lon), ramp[0])
        points += _street(street, ramp[1], crossing(street, ground.levee)[1])
        points += _to_shelter(street, shelter)
        out.append(_route(f"L{len(out) + 1:02d}", f"{name}迁安路线", "迁安", points, f"A{shelter:02d}"))
    for name, street_at, lon, shelter in _VILLAGE_ROUTES:
        street = STREETS[street_at]
        road = crossing(street, BACK_ROAD)
        line = _line(_SHELTERS[shelter - 1][4])
        turn = crossing(street, line)
        points = _along(BACK_ROAD, ground.east(lon), road[0])
        points += _street(street, road[1], turn[1])
        points += _along(line, turn[0], _shelter_place(shelter)[0])
        out.append(_route(f"L{len(out) + 1:02d}", f"{name}背河低洼区迁安路线", "迁安", points, f"A{shelter:02d}"))
    return out


def _supply() -> list[Route]:
    out: list[Route] = []
    for i, ((name, street_at, lon), source) in enumerate(zip(_STOCK_ROUTES, _STOCK_FROM, strict=True), start=1):
        street = STREETS[street_at]
        start = crossing(STREETS[source], TOWN_ROAD)
        turn, top = crossing(street, TOWN_ROAD), crossing(street, ground.levee)
        points = _along(TOWN_ROAD, start[0], turn[0])
        points += _street(street, turn[1], top[1])
        points += _along(ground.levee, top[0], ground.east(lon))
        out.append(_route(f"Y{i:02d}", f"{name}运料路线", "运料", points))
    return out


def sections() -> list[Route]:
    """The levee in equal sections of at most a kilometre, the most one group may patrol."""
    start, end = ground.chainage(ground.WEST + 60), ground.chainage(ground.EAST - 30)  # the levee line of the grids
    count = int((end - start) / _SECTION_LIMIT_M) + 1
    stakes = [start + (end - start) * i / count for i in range(count + 1)]
    out: list[Route] = []
    for i in range(count):
        a, b = stakes[i], stakes[i + 1]
        points = _along(ground.levee, ground.at_chainage(a), ground.at_chainage(b))
        name = f"责任段{i + 1:02d}（{ground.stake(a)}–{ground.stake(b)}）"
        out.append(_route(f"D{i + 1:02d}", name, "责任段", points))
    return out


def routes() -> tuple[Route, ...]:
    """Return all routes."""
    return (*_relocation(), *_supply(), *sections())
