"""Stock depots: items of the usual flood store, with invented quantities, reserves and floors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model.places import StockItem
from resources.demo import ground, roads
from resources.demo.chance import Dice

if TYPE_CHECKING:
    from resources.demo.people import Crew

# item, specification, unit, reserve of a depot that holds it, kind, expires
_ITEMS: dict[str, tuple[str, str, int, str, str]] = {
    "块石": ("单块≥25kg", "m³", 4_000, "自储", ""),
    "铅丝": ("8#、10#", "kg", 3_000, "自储", ""),
    "铅丝笼": ("0.5–1.0m³", "个", 600, "自储", ""),
    "麻绳": ("龙筋绳", "kg", 800, "自储", "2027-06"),
    "木桩": ("长2–4m", "根", 500, "自储", ""),
    "柳枝": ("鲜柳", "kg", 20_000, "群众备料", ""),
    "编织袋": ("60×100cm", "条", 20_000, "自储", "2027-05"),
    "麻袋": ("60×100cm", "条", 2_000, "自储", "2027-05"),
    "土工布": ("300g/m²", "m²", 6_000, "自储", "2028-12"),
    "复合土工膜": ("两布一膜", "m²", 3_000, "自储", "2028-12"),
    "防汛布": ("防水", "m²", 2_000, "自储", "2028-12"),
    "砂": ("中粗砂", "m³", 300, "自储", ""),
    "碎石": ("5–20mm", "m³", 300, "自储", ""),
    "黏土": ("壤土", "m³", 800, "自储", ""),
    "篷布": ("6×8m", "块", 40, "自储", "2028-06"),
    "彩条布": ("宽6m", "m²", 4_000, "自储", "2027-06"),
    "救生衣": ("成人", "件", 200, "自储", "2029-05"),
    "救生圈": ("2.5kg", "个", 40, "自储", "2029-05"),
    "抛投器": ("便携式", "套", 4, "自储", "2028-05"),
    "冲锋舟": ("5.2m", "艘", 3, "自储", ""),
    "橡皮舟": ("3.3m", "艘", 4, "自储", "2028-05"),
    "船外机": ("40马力", "台", 5, "自储", ""),
    "发电机组": ("30kW", "台", 3, "自储", ""),
    "移动照明车": ("升降灯塔", "台", 2, "自储", ""),
    "查险灯": ("强光手提", "只", 80, "自储", "2027-12"),
    "头灯": ("充电式", "只", 160, "自储", "2027-12"),
    "打桩机": ("便携式", "台", 3, "自储", ""),
    "电缆": ("3×16", "m", 1_200, "自储", ""),
    "挖掘机": ("1.2m³", "台", 4, "协议", ""),
    "装载机": ("50型", "台", 5, "协议", ""),
    "推土机": ("160型", "台", 2, "协议", ""),
    "自卸车": ("20t", "台", 12, "协议", ""),
    "抽水泵": ("200m³/h", "台", 6, "自储", ""),
    "帐篷": ("12m²", "顶", 60, "自储", "2030-01"),
    "折叠床": ("单人", "张", 200, "自储", ""),
    "棉被": ("2.5kg", "床", 300, "自储", ""),
    "饮用水": ("24瓶/箱", "箱", 300, "协议", "2026-11"),
    "食品": ("方便食品", "箱", 200, "协议", "2026-10"),
    "药品": ("防汛急救包", "箱", 20, "自储", "2026-12"),
    "消杀用品": ("含氯消毒剂", "箱", 30, "自储", "2027-03"),
    "卫星电话": ("手持", "部", 3, "自储", ""),
    "对讲机": ("数字", "部", 40, "自储", ""),
    "喊话器": ("手持", "个", 30, "自储", ""),
    "警报器": ("手摇", "台", 9, "自储", ""),
    "铜锣": ("30cm", "面", 30, "群众备料", ""),
}
_HEAVY = ("块石", "铅丝", "铅丝笼", "木桩", "柳枝", "编织袋", "土工布", "麻绳")
# depot, lon, "levee" or the road it stands on, what it holds, share of the usual reserve
_DEPOTS: tuple[tuple[str, float, str, tuple[str, ...], float], ...] = (
    (
        "镇防汛中心仓库",
        113.6895,
        "town",
        (
            "编织袋", "麻袋", "土工布", "复合土工膜", "防汛布", "篷布", "彩条布", "救生衣", "发电机组", "移动照明车",
            "查险灯", "头灯", "打桩机", "电缆", "抽水泵", "卫星电话", "对讲机", "喊话器", "警报器", "铜锣",
        ),
        1.0,
    ),
    ("花园口险工料场", 113.6700, "levee", (*_HEAVY, "砂", "碎石", "黏土", "挖掘机", "装载机", "自卸车"), 1.5),
    ("将军坝备石场", 113.6790, "levee", ("块石", "铅丝", "铅丝笼", "编织袋"), 1.2),
    ("东大坝料场", 113.7040, "levee", (*_HEAVY[:6], "推土机"), 0.8),
    ("申庄险工仓库", 113.7300, "levee", (*_HEAVY, "救生衣", "查险灯", "装载机"), 0.9),
    ("马渡险工料场", 113.7880, "levee", (*_HEAVY, "砂", "碎石", "挖掘机", "自卸车"), 1.2),
    ("水上救援点（花园口码头）", 113.6672, "levee", ("冲锋舟", "橡皮舟", "船外机", "救生衣", "救生圈", "抛投器"), 1.0),
    ("镇救灾物资库", 113.6730, "town", ("帐篷", "折叠床", "棉被", "饮用水", "食品", "药品", "消杀用品"), 1.0),
)  # fmt: skip
_FLOOR_SHARE = 0.6
# (depot number, item): share of the reserve in store; these rows lie below their floor or just above it
_SHORT = {
    (1, "头灯"): 0.44,
    (1, "对讲机"): 0.55,
    (2, "铅丝笼"): 0.52,
    (3, "块石"): 0.58,
    (4, "柳枝"): 0.35,
    (5, "土工布"): 0.5,
    (6, "铅丝"): 0.57,
    (8, "饮用水"): 0.48,
    (2, "麻绳"): 0.66,
    (6, "块石"): 0.72,
}


def _figure(value: float) -> float:
    """Round as a store keeper would: three digits."""
    if value >= 1_000:
        return float(round(value / 50) * 50)
    if value >= 100:
        return float(round(value / 5) * 5)
    return float(max(round(value), 1))


def stock(crew: Crew) -> tuple[StockItem, ...]:
    """Return every depot's items."""
    dice = Dice("stock")
    keepers = crew.ids("R11", "R12", "R21")
    out: list[StockItem] = []
    for number, (depot, lon, road, items, size) in enumerate(_DEPOTS, start=1):
        x = ground.east(lon)
        place = ground.geo(x, roads.TOWN_ROAD(x) + 30 if road == "town" else ground.levee(x) - 28)
        for item in items:
            spec, unit, usual, kind, expires = _ITEMS[item]
            reserve = _figure(usual * size)
            share = _SHORT.get((number, item), dice.between(0.84, 1.25))
            held = _figure(reserve * share)
            out.append(
                StockItem(
                    id=f"W{len(out) + 1:03d}",
                    depot=depot,
                    item=item,
                    spec=spec,
                    unit=unit,
                    quantity=held,
                    reserve=reserve,
                    floor=_figure(reserve * _FLOOR_SHARE),
                    lon=place[0],
                    lat=place[1],
                    keeper=keepers[(number - 1) % len(keepers)],
                    kind=kind,
                    expires=expires,
                )
            )
    return tuple(out)
