"""A village on one lane over the floodplain, water that is told place by place, and the reckoning of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from data.model.inundation import Inundation, Span
from data.model.people import Grower, Household, KeyPerson, Squad, Staff, Whereabouts
from data.model.places import Bench, Grid, MapLine, Plot, Route, Shelter, Spur, Works
from data.model.register import Registers
from data.model.situation import Situation
from data.rules.reckoning import Reckoning, Township, reckon
from tests.data.rules.clock_world import FIELD_LAT, LANE, LEVEE_LAT, Says, Told, ring, rows, tables
from tests.township import NOON, at_flow
from views.affected_table import AffectedTable
from views.people_table import PeopleTable

TABLES = tables()


def village() -> Registers:
    """G1 to G3 live further and further out on the lane, K1 beside G3, H1 behind the levee."""
    grid = Grid("Z1", "嫩滩专属网格", "专属网格", "甲村", ring=ring(LANE, 34.905, 0.006))
    return rows(
        grids=[grid],
        maplines=[
            MapLine("LEVEE", "levee", "大堤", ((113.69, LEVEE_LAT), (113.72, LEVEE_LAT)), chainage_from_m=10_000.0),
            MapLine("RIVER", "river", "中泓", ((113.69, 34.93), (113.72, 34.93))),
            MapLine("BACK", "road", "背河路", ((LANE, 34.89), (LANE, LEVEE_LAT))),
        ],
        routes=[
            Route("L1", "北线", "迁安", ((LANE, FIELD_LAT), (LANE, 34.905), (LANE, LEVEE_LAT)), "A1"),
            Route("D01", "责任段01（10+000–11+000）", "责任段", ((113.69, LEVEE_LAT), (113.70, LEVEE_LAT))),
            Route("D02", "责任段02（11+000–12+700）", "责任段", ((113.70, LEVEE_LAT), (113.72, LEVEE_LAT))),
        ],
        shelters=[Shelter("A1", "小学", "学校", 10, LANE, 34.89)],
        growers=[
            Grower("G1", "甲某", "农户", "甲村", on_floodplain=2, livestock="羊40", contact="S1", route="L1"),
            Grower("G2", "乙某", "农户", "甲村", on_floodplain=3, contact="S1"),
            Grower("G3", "丙某", "合作社", "乙村", on_floodplain=4, contact="S2"),
        ],
        plots=[
            Plot("P1", "G1", "Z1", Bench.ER, "玉米", 10.0, 6000.0, ring(LANE, 34.903)),
            Plot("P2", "G2", "Z1", Bench.ER, "玉米", 20.0, 6000.0, ring(LANE, 34.906)),
            Plot("P3", "G3", "Z1", Bench.NEN, "花生", 30.0, 4000.0, ring(LANE, 34.909)),
        ],
        households=[Household("H1", "丁某", "甲村", "G001", 4, lon=LANE, lat=34.895, shelter="A1", contact="S1")],
        keypeople=[
            KeyPerson("K1", "戊某", "残疾人", "Z1", "棚", contact="S1", bench="二滩", lon=LANE, lat=34.9088),
            KeyPerson("K2", "己某", "涉水经营", "Z1", "渡口", "", 2, "", "S2", "二滩", LANE, 34.9025),
        ],
        staff=[
            Staff("S1", "包保一", "R06", "干部", "镇干部", phone="13800000001"),
            Staff("S2", "包保二", "R06", "干部", "镇干部", phone="13800000002"),
        ],
        squads=[
            Squad("Q1", "远处船队", "水上救援", lon=113.60, lat=34.90, equipment="冲锋舟3"),
            Squad("Q2", "近处船队", "抢险", lon=113.705, lat=34.90, equipment="橡皮艇1"),
            Squad("Q3", "巡防队", "巡查防守", lon=LANE, lat=34.90, equipment="铁锨6"),
        ],
        works=[
            Works("W1", "甲险工", "险工", 10_000.0, 11_000.0, 1000.0, "96.0", "85高程"),
            Works("W2", "乙险工", "险工", 11_000.0, 12_700.0, 1700.0, "95.1–98", ""),
        ],
        spurs=[
            Spur("W1-1", "W1", "1坝", "坝", 10_200.0, ((113.692, 34.900), (113.692, 34.902))),
            Spur("W2-1", "W2", "2坝", "坝", 11_200.0, ((113.702, 34.900), (113.702, 34.902))),
        ],
    )  # fmt: skip


REGISTERS = village()
TOWN = Township(REGISTERS, TABLES)


def desk(flow_m3s: float = 4700.0, where: Mapping[str, Whereabouts] | None = None) -> Situation:
    """What the desk knows: the village, a flow, and who is where."""
    now = at_flow(replace(Situation(), registers=REGISTERS, at=NOON), flow_m3s)
    return replace(now, whereabouts=now.whereabouts.update(dict(where or {})), at=NOON)


def rising(hours: float = 6.0, depth: float = 1.0) -> Says:
    """Water from the north: an hour later every 300 m or so nearer to the levee, which stays dry."""
    return lambda _, lat: (depth, hours + (34.91 - lat) * 300) if lat > 34.9005 else (0.0, float("inf"))


def picture(
    says: Says,
    *,
    at: datetime = NOON,
    now: Situation | None = None,
    flow_m3s: float = 8000.0,
    whatif: bool = False,
    high: Says | None = None,
    stage_m: float = float("nan"),
    datum: str = "",
) -> Reckoning:
    """Reckon a picture of the water for the village."""
    likely: Inundation = Told(says, datum=datum, stage_m=stage_m)
    water = Span(likely, likely, likely if high is None else Told(high))
    where = {} if now is None else dict(now.whereabouts.items())
    return reckon(TOWN, water, where, at, flow_m3s=flow_m3s, whatif=whatif, trust_m=None)


def cell(table: PeopleTable | AffectedTable, row_id: str, key: str) -> str:
    """What a cell says, by row and column."""
    model = table.model
    column = next(n for n, one in enumerate(model.columns) if one.key == key)
    return model.index(model.place_of(row_id) or 0, column).data()
