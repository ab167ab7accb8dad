"""Places of the township: grids, works, spurs, stones, stock, cameras, shelters, routes, plots, map lines.

Points are lon, lat in WGS-84 degrees; polygons and lines are rings/paths of (lon, lat). Chainage in metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.model.columns import column

Path2D = tuple[tuple[float, float], ...]


class Bench(StrEnum):
    """Part of the floodplain (滩别), lowest first, or behind the levee."""

    NEN = "嫩滩"
    ER = "二滩"
    GAO = "高滩"
    BEHIND = "背河"


@dataclass(frozen=True, slots=True)
class Grid:
    """One of the 68 grids or 4 special grids. `kind` is 网格 or 专属网格."""

    id: str = column("网格编号", "编号")
    name: str = column("网格名称", "名称")
    kind: str = column("类别")
    village: str = column("所属村", "村")
    leader: str = column("网格长编号", default="")
    ring: Path2D = column("范围", "geometry", "WKT", default=())
    chainage_from_m: float | None = column("起桩号_m", default=None)
    chainage_to_m: float | None = column("止桩号_m", default=None)
    note: str = column("备注", default="")


@dataclass(frozen=True, slots=True)
class Works:
    """险工 or 控导 works along the levee; `counts_confirmed` says whether spur counts come from a source."""

    id: str = column("工程编号", "编号")
    name: str = column("工程名称", "名称")
    kind: str = column("类别")  # 险工 | 控导
    chainage_from_m: float | None = column("起桩号_m", default=None)
    chainage_to_m: float | None = column("止桩号_m", default=None)
    length_m: float | None = column("工程长度_m", default=None)
    crest_m: str = column("坝顶高程_m", default="")
    datum: str = column("基面", default="")
    counts_confirmed: bool = column("数量已核", default=False)
    source: str = column("来源", default="")


@dataclass(frozen=True, slots=True)
class Spur:
    """A 坝, 垛 or 护岸 of some works, drawn from root to head."""

    id: str = column("坝岸编号", "编号")
    works: str = column("工程编号")
    number: str = column("坝号")
    kind: str = column("类别")  # 坝 | 垛 | 护岸
    chainage_m: float = column("桩号_m")
    path: Path2D = column("轴线", "WKT", default=())
    name: str = column("名称", default="")  # e.g. 将军坝
    root_depth_m: float | None = column("根石深_m", default=None)
    administrative: str = column("行政责任人编号", default="")
    technical: str = column("技术责任人编号", default="")
    patrol: str = column("巡查责任人编号", default="")


class StoneState(StrEnum):
    """State of a smart stone."""

    OK = "正常"
    SHAKING = "晃动"
    MOVED = "移位"
    LOST = "走失"
    OFFLINE = "离线"


@dataclass(frozen=True, slots=True)
class Stone:
    """A smart stone (智能石头) set in the root stones of a spur."""

    id: str = column("石头编号", "编号")
    spur: str = column("坝岸编号")
    part: str = column("部位")
    lon: float = column("经度")
    lat: float = column("纬度")
    depth_m: float | None = column("埋深_m", default=None)
    generation: str = column("代次", default="")
    state: StoneState = column("状态", default=StoneState.OK)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockItem:
    """One item at one depot; `reserve` is the required quantity, `floor` the quantity that alarms."""

    id: str = column("台账编号", "编号")
    depot: str = column("仓库", "存放点")
    item: str = column("品名")
    spec: str = column("规格", default="")
    unit: str = column("单位")
    quantity: float = column("数量")
    reserve: float = column("定额")
    floor: float = column("预警下限")
    lon: float | None = column("经度", default=None)
    lat: float | None = column("纬度", default=None)
    keeper: str = column("保管人编号", default="")
    kind: str = column("储备性质", default="自储")  # 自储 | 协议 | 群众备料
    expires: str = column("有效期", default="")


@dataclass(frozen=True, slots=True)
class Camera:
    """A video camera."""

    id: str = column("摄像机编号", "编号")
    name: str = column("名称")
    lon: float = column("经度")
    lat: float = column("纬度")
    online: bool = column("在线", default=True)
    url: str = column("视频地址", default="")


@dataclass(frozen=True, slots=True)
class Shelter:
    """A place that takes people in."""

    id: str = column("安置点编号", "编号")
    name: str = column("名称")
    kind: str = column("类型")
    capacity: int = column("容量_人")
    lon: float = column("经度")
    lat: float = column("纬度")
    keeper: str = column("负责人编号", default="")


@dataclass(frozen=True, slots=True)
class Route:
    """A road: relocation route (迁安), stock route (运料) or patrol section (责任段)."""

    id: str = column("路线编号", "编号")
    name: str = column("名称")
    kind: str = column("类别")
    path: Path2D = column("线位", "WKT", default=())
    shelter: str = column("安置点编号", default="")


@dataclass(frozen=True, slots=True)
class Plot:
    """A floodplain plot. `floods_at_m3s`: 花园口 flow at which water is taken to reach it (an assumption)."""

    id: str = column("地块编号", "编号")
    grower: str = column("种植户编号")
    grid: str = column("网格编号")
    bench: Bench = column("滩别")
    crop: str = column("作物")
    area_mu: float = column("面积_亩")
    floods_at_m3s: float = column("上水流量_m3s")
    ring: Path2D = column("范围", "WKT", default=())
    stage_of_growth: str = column("生育期", default="")
    harvestable: bool = column("可抢收", default=False)


@dataclass(frozen=True, slots=True)
class MapLine:
    """A base line or area of the offline map: river, bank, floodplain, levee, road, village boundary."""

    id: str = column("编号")
    kind: str = column("类别")  # river | bank | bench | levee | road | village | township
    name: str = column("名称", default="")
    path: Path2D = column("线位", "WKT", default=())
    closed: bool = column("闭合", default=False)
    chainage_from_m: float | None = column("起桩号_m", default=None)
    source: str = column("来源", default="")
