"""The 294 staff and their squads: 28 community and 136 rural grid people, 130 by the plan's roles R01 … R21."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.model.people import Squad, Staff
from resources.demo import ground
from resources.demo.chance import Dice
from resources.demo.mesh import VILLAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from resources.demo.chance import Registry
    from resources.demo.mesh import Cell

TECHNICAL, BACKBONE, MEMBER = (
    "专业技术",
    "骨干",
    "群防队员",
)  # first skill of a squad's person: the place filled in 1-3-4

# role, kind of staff, named posts, post of the rest, number in all
_ROLES: tuple[tuple[str, str, tuple[str, ...], str, int], ...] = (
    ("R01", "镇干部", ("镇长、指挥长", "党委书记、第一指挥长"), "", 2),
    (
        "R02",
        "镇干部",
        (
            "常务副指挥长",
            "副指挥长（武装部长）",
            "副指挥长（花园口片区前指）",
            "副指挥长（申庄、东大坝下延片区前指）",
            "副指挥长（马渡片区前指）",
        ),
        "",
        5,
    ),
    ("R03", "镇干部", ("防汛办主任", "防汛办副主任"), "防汛办值班员", 6),
    ("R04", "水情人员", ("水情监测预报组组长",), "水情员", 2),
    ("R05", "河务技术", ("工程技术组组长",), "险工工程班技术员", 31),
    ("R06", "镇干部", ("巡查防守组组长",), "包段干部", 20),
    ("R07", "抢险队员", ("抢险突击组组长", "抢险突击组副组长"), "抢险队员", 30),
    ("R08", "水上救援", ("水上救援组组长",), "冲锋舟队员", 6),
    ("R09", "镇干部", ("迁安救护组组长", "迁安救护组副组长"), "迁安联络员", 3),
    ("R10", "镇干部", ("安置保障组组长",), "安置点管理员", 2),
    ("R11", "镇干部", ("物资保障组组长",), "仓库保管员", 3),
    ("R12", "镇干部", ("机械运输组组长",), "机械调度员", 2),
    ("R13", "镇干部", ("通信信息组组长",), "无人机飞手", 2),
    ("R14", "供电人员", ("电力照明组组长",), "电工", 2),
    ("R15", "镇干部", ("宣传组组长",), "新媒体专员", 2),
    ("R16", "公安民警", ("治安交通管制组组长",), "交通管制员", 2),
    ("R17", "卫生人员", ("医疗防疫组组长",), "防疫医师", 2),
    ("R18", "镇干部", ("农业农村组组长",), "农技员", 2),
    ("R19", "镇干部", ("文旅涉水经营组组长",), "文旅专员", 2),
    ("R20", "镇干部", ("督导检查组组长",), "督导员", 2),
    ("R21", "镇干部", ("后勤组组长",), "后勤保障员", 2),
)
_SKILLS = {
    "R03": ("公文信息", "会商记录", "系统值守"),
    "R04": ("水情整编", "测流"),
    "R05": ("根石探摸", "险情定级", "抛石指挥", "测量", "柳石枕捆扎"),
    "R06": ("组织协调", "巡堤带班", "党员先锋岗"),
    "R07": ("打桩", "捆枕抛枕", "机械操作", "退伍军人", "装载机驾驶"),
    "R08": ("冲锋舟驾驶", "水上救生", "潜水"),
    "R13": ("无人机驾驶", "网络维护"),
    "R14": ("高压电工", "发电机维护"),
    "R17": ("急救", "消杀"),
    "R18": ("农情登记", "畜牧"),
}
_GRID_SKILLS = ("巡堤查险", "入户走访", "喊话广播", "农机驾驶", "急救", "游泳", "电工", "党员先锋岗")
_SPECIAL_EXTRA = {"Z01": 3, "Z02": 3, "Z03": 2, "Z04": 2}
_MICRO_PER_GRID = 4
COMMAND = (113.6724, 34.9003)  # 前线指挥中心, 示意

_VILLAGE_SQUADS = {
    "石桥村": 3, "花园口村": 5, "申庄村": 5, "大庙村": 3, "京水村": 3, "南月堤村": 3,
    "祥云寺村": 3, "八堡村": 4, "河畔社区": 3,
}  # fmt: skip
_WEST_TO_EAST = ("石桥村", "京水村", "花园口村", "河畔社区", "大庙村", "南月堤村", "申庄村", "祥云寺村", "八堡村")
_NUMERALS = "一二三四五"
_PLACES_BACKBONE, _PLACES_MEMBER = 3, 4
_NEAR_RIVER = ("花园口村", "申庄村", "八堡村", "石桥村", "河畔社区", "南月堤村", "大庙村", "京水村", "祥云寺村")
_KIT = "救生衣8;查险灯4;铁锨6;探水杆2;对讲机2;安全绳1;草捆6;铜锣1"


@dataclass(frozen=True, slots=True)
class Crew:
    """Staff and squads, with the ways other registers look people up."""

    staff: tuple[Staff, ...]
    squads: tuple[Squad, ...]
    leaders: dict[str, str]  # grid → staff id

    def ids(self, *roles: str) -> list[str]:
        return [person.id for person in self.staff if person.role in roles]

    def of_grid(self, grid: str) -> list[str]:
        return [person.id for person in self.staff if person.grid == grid]


def near(cell: Cell, dice: Dice, spread: float = 130.0) -> tuple[float, float]:
    """Return a place about the middle of a grid that certainly lies in it."""
    if cell.kind != "网格":  # a long belt: anywhere along it, near its middle
        x = dice.between(cell.west + 300, cell.east - 300)
        lower, upper = _belt(cell.id, x)
        return ground.geo(x, (lower + upper) / 2 + dice.between(-0.25, 0.25) * (upper - lower))
    x, y = cell.middle
    return ground.geo(x + dice.between(-spread, spread) * 0.9, y + dice.between(-spread, spread) * 0.7)


def _belt(grid: str, x: float) -> tuple[float, float]:
    if grid == "Z01":
        return ground.low_edge(x), ground.south_bank(x)
    if grid == "Z02":
        return ground.levee(x), ground.works_edge(x)
    return ground.works_edge(x), ground.low_edge(x)


def _by_role(registry: Registry, dice: Dice) -> list[Staff]:
    out: list[Staff] = []
    for role, kind, heads, rest, count in _ROLES:
        for i in range(count):
            skills = dice.shuffled(_SKILLS.get(role, ("组织协调",)))[: dice.whole(1, 2)]
            lon, lat = COMMAND[0] + dice.between(-0.0012, 0.0012), COMMAND[1] + dice.between(-0.0006, 0.0006)
            if role in {"R05", "R06", "R07"}:  # along the levee's crest and its inner foot
                x = dice.between(ground.WEST + 150, ground.EAST - 150)
                lon, lat = ground.geo(x, ground.levee(x) + dice.between(-60, 8))
            out.append(
                Staff(
                    id=f"P{len(out) + 1:03d}",
                    name=registry.name(),
                    role=role,
                    post=heads[i] if i < len(heads) else rest,
                    kind=kind,
                    phone=registry.phone(),
                    skills=";".join(skills),
                    lon=round(lon, 6),
                    lat=round(lat, 6),
                    on_duty=i < len(heads) or dice.chance(0.9),
                )
            )
    return out


def _of_grids(cells: Sequence[Cell], registry: Registry, dice: Dice, first: int) -> list[Staff]:
    out: list[Staff] = []

    def add(cell: Cell, kind: str, post: str) -> None:
        lon, lat = near(cell, dice)
        skills = ";".join(dice.shuffled(_GRID_SKILLS)[: dice.whole(1, 2)])
        out.append(
            Staff(
                id=f"P{first + len(out):03d}",
                name=registry.name(),
                role="R22",
                post=post,
                kind=kind,
                grid=cell.id,
                phone=registry.phone(),
                skills=skills,
                lon=lon,
                lat=lat,
                on_duty=post.startswith("网格长") or dice.chance(0.92),
            )
        )

    for cell in cells:
        if cell.village == "河畔社区":
            for i in range(_MICRO_PER_GRID):
                add(cell, "社区微网格长", "网格长、第1微网格长" if i == 0 else f"第{i + 1}微网格长")
            continue
        add(cell, "农村专兼职网格员", "网格长")
        for _ in range(_SPECIAL_EXTRA.get(cell.id, 1)):
            add(cell, "农村专兼职网格员", "网格员")
    return out


class _Roster:
    """Open places of the squads while people are dealt to them."""

    def __init__(self) -> None:
        self.open: dict[str, dict[str, int]] = {}
        self.place: dict[str, tuple[str, str]] = {}  # staff id → squad, place filled
        self.leader: dict[str, str] = {}

    def add(self, squad: str, technical: int, backbone: int, members: int) -> None:
        self.open[squad] = {TECHNICAL: technical, BACKBONE: backbone, MEMBER: members}

    def put(self, person: str, squad: str, place: str) -> bool:
        if self.open[squad][place] == 0:
            return False
        self.open[squad][place] -= 1
        self.place[person] = (squad, place)
        if place == BACKBONE:
            self.leader.setdefault(squad, person)
        return True

    def deal(self, people: Sequence[str], squads: Sequence[str], place: str, *, fill_first: bool = False) -> list[str]:
        """Deal people out; returns those without a place. `fill_first` fills one squad before the next."""
        left: list[str] = []
        turn = 0
        for person in people:
            order = squads if fill_first else (*squads[turn:], *squads[:turn])
            if any(self.put(person, squad, place) for squad in order):
                turn = (turn + 1) % len(squads)
            else:
                left.append(person)
        return left


def _deal(staff: Sequence[Staff], cells: dict[str, Cell], squads: dict[str, list[str]]) -> _Roster:
    roster = _Roster()
    for ids in squads.values():
        for squad in ids:
            roster.add(squad, 1, _PLACES_BACKBONE, _PLACES_MEMBER)
    near_river = [squad for village in _NEAR_RIVER for squad in squads[village]]
    role: dict[str, list[str]] = defaultdict(list)
    for person in staff:
        role[person.role].append(person.id)
    spare_leaders: list[str] = []
    spare: list[str] = []
    for village in VILLAGES:
        own = [p for p in staff if p.grid and cells[p.grid].village == village]
        leaders = [p.id for p in own if p.post.startswith("网格长")]
        spare_leaders += roster.deal(leaders, squads[village], BACKBONE)
        spare += roster.deal([p.id for p in own if p.id not in leaders], squads[village], MEMBER)
    roster.deal(spare_leaders + role["R06"][1:], near_river, BACKBONE, fill_first=True)
    roster.deal(role["R05"][1:], near_river, TECHNICAL)
    fighters = role["R07"]
    roster.add("S91", 1, 3, 4)
    roster.add("S92", 1, 3, 4)
    for squad, people in (("S91", [fighters[0], *fighters[2:9]]), ("S92", [fighters[1], *fighters[9:16]])):
        for person, place in zip(people, [BACKBONE, TECHNICAL, BACKBONE, BACKBONE, *[MEMBER] * 4], strict=True):
            roster.put(person, squad, place)
    roster.add("S93", 1, 2, 3)
    places = [BACKBONE, TECHNICAL, BACKBONE, MEMBER, MEMBER, MEMBER]
    for person, place in zip(role["R08"], places, strict=True):
        roster.put(person, "S93", place)
    roster.deal(spare + fighters[16:], near_river, MEMBER, fill_first=True)
    return roster


def _squad_rows(squads: dict[str, list[str]], roster: _Roster) -> list[Squad]:
    rows: list[Squad] = []
    total = sum(map(len, squads.values()))
    # each squad waits at the levee's inner foot, villages in their order along the levee
    for village in _WEST_TO_EAST:
        for i, squad in enumerate(squads[village]):
            spot = ground.WEST + 260 + (ground.EAST - ground.WEST - 520) * len(rows) / (total - 1)
            lon, lat = ground.geo(spot, ground.levee(spot) - 35)
            name = f"{village}巡防{_NUMERALS[i]}队"
            rows.append(Squad(squad, name, "巡查防守", "1-3-4", roster.leader[squad], lon, lat, _KIT))
    rows.sort(key=lambda row: row.id)
    extras = (
        ("S91", "退役军人突击队", "抢险突击", "1-3-4", 113.6790, "装载机1;打桩机1;铅丝笼200;移动照明车1;救生衣8"),
        ("S92", "亦工亦农抢险队", "抢险突击", "1-3-4", 113.7870, "挖掘机1;自卸车2;柳石枕绳索40;查险灯8;救生衣8"),
        ("S93", "冲锋舟救援队", "水上救援", "1-2-3", 113.6685, "冲锋舟3;橡皮舟2;船外机4;抛投器2;救生衣30"),
    )
    for id_, name, kind, template, lon, kit in extras:
        place = ground.geo(ground.east(lon), ground.levee(ground.east(lon)) - 25)
        rows.append(Squad(id_, name, kind, template, roster.leader[id_], *place, kit))
    return rows


def _deputies(staff: Sequence[Staff]) -> dict[str, str]:
    """Name the next of the same grid, or of the same role for those without a grid, as deputy."""
    groups: dict[str, list[str]] = defaultdict(list)
    for person in staff:
        groups[person.grid or person.role].append(person.id)
    out: dict[str, str] = {}
    for ids in groups.values():
        for i, person in enumerate(ids):
            out[person] = ids[(i + 1) % len(ids)]
    return out


def crew(cells: Sequence[Cell], registry: Registry) -> Crew:
    """Return staff with squads and deputies, and the squads."""
    dice = Dice("staff")
    by_id = {cell.id: cell for cell in cells}
    people = _by_role(registry, dice)
    people += _of_grids(cells, registry, dice, len(people) + 1)
    squads: dict[str, list[str]] = {}
    for village in VILLAGES:
        taken = sum(map(len, squads.values()))
        squads[village] = [f"S{taken + i + 1:02d}" for i in range(_VILLAGE_SQUADS[village])]
    roster = _deal(people, by_id, squads)
    deputies = _deputies(people)
    staff: list[Staff] = []
    for person in people:
        squad, place = roster.place.get(person.id, ("", ""))
        skills = f"{place};{person.skills}" if place else person.skills
        staff.append(replace(person, squad=squad, skills=skills, deputy=deputies[person.id]))
    leaders = {p.grid: p.id for p in reversed(staff) if p.post.startswith("网格长")}
    return Crew(tuple(staff), tuple(_squad_rows(squads, roster)), leaders)
