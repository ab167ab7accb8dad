"""Words of the map: layer names, legend, and the chainage line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.places import Path2D
from data.rules.geometry import distance_m
from views import words


def layer(name: str) -> str:
    """Name of a layer."""
    t = QCoreApplication.translate
    return {
        "base": t("MapWords", "底图"),
        "grids": t("MapWords", "网格"),
        "plots": t("MapWords", "地块"),
        "works": t("MapWords", "大堤与坝岸"),
        "sections": t("MapWords", "责任段"),
        "routes": t("MapWords", "迁安与运料路线"),
        "cameras": t("MapWords", "视频"),
        "shelters": t("MapWords", "安置点"),
        "stock": t("MapWords", "物资仓库"),
        "stations": t("MapWords", "测站"),
        "stones": t("MapWords", "智能石头"),
        "staff": t("MapWords", "网格人员"),
        "squads": t("MapWords", "队伍"),
        "keypeople": t("MapWords", "重点关注人员"),
        "reports": t("MapWords", "事件与险情"),
        "incidents": t("MapWords", "险情"),
        "positions": t("MapWords", "人员位置（本人共享）"),
        "tracks": t("MapWords", "巡查轨迹"),
        "gaps": t("MapWords", "漏巡堤段"),
    }[name]


def legend() -> list[dict[str, object]]:
    """Rows of the legend, the abnormal first."""
    t = QCoreApplication.translate
    return [
        {"heading": True, "text": t("MapWords", "需要处置")},
        {"role": "grid.urgent", "shape": "area", "text": t("MapWords", "网格有任务超时")},
        {"role": "grid.unanswered", "shape": "area", "text": t("MapWords", "网格有人未叫应")},
        {
            "role": "crop.other",
            "shape": "area",
            "hatch": True,
            "hatch_role": "state.urgent",
            "text": t("MapWords", "地块上水（实况）"),
        },
        {
            "role": "crop.other",
            "shape": "area",
            "hatch": True,
            "hatch_role": "realm.whatif",
            "text": t("MapWords", "地块上水（推演）"),
        },
        {
            "role": "state.attention",
            "shape": "line",
            "weight": 4,
            "text": t("MapWords", "堤段超过巡查间隔（虚线=无记录）"),
        },
        {"role": "stone.moved", "shape": "circle", "ring": True, "text": t("MapWords", "石头移位/走失")},
        {"heading": True, "text": t("MapWords", "事件：形状=等级，填充=状态")},
        {"role": "report.e1", "shape": "triangle", "text": t("MapWords", "重大"), "note": t("MapWords", "实心=已核实")},
        {
            "role": "report.e1",
            "shape": "diamond",
            "hollow": True,
            "text": t("MapWords", "较大"),
            "note": t("MapWords", "空心=待核实"),
        },
        {
            "role": "report.e1",
            "shape": "circle",
            "half": True,
            "text": t("MapWords", "一般"),
            "note": t("MapWords", "半实=处置中"),
        },
        {
            "role": "report.e1",
            "shape": "circle",
            "ring": True,
            "text": t("MapWords", "超时"),
            "note": t("MapWords", "圈"),
        },
        {
            "role": "report.e1",
            "shape": "triangle",
            "core": True,
            "text": t("MapWords", "已确认险情"),
            "note": t("MapWords", "带芯"),
        },
        {"heading": True, "text": t("MapWords", "事件：颜色=大类")},
        *(
            {"role": f"report.e{n}", "shape": "circle", "text": words.category(f"E{n}"), "note": f"E{n}"}
            for n in range(1, 10)
        ),
        {"heading": True, "text": t("MapWords", "在位")},
        {
            "role": "staff",
            "shape": "circle",
            "size": 4,
            "core": True,
            "text": t("MapWords", "人员位置"),
            "note": t("MapWords", "空心=10 分钟前"),
        },
        {"role": "staff", "shape": "square", "size": 4, "core": True, "text": t("MapWords", "正在巡查")},
        {"role": "works.line", "shape": "line", "weight": 3, "text": t("MapWords", "大堤、坝岸")},
        {"role": "squad", "shape": "square", "text": t("MapWords", "队伍")},
        {"role": "staff", "shape": "circle", "size": 3, "text": t("MapWords", "网格人员（驻点）")},
        {"role": "keyperson", "shape": "circle", "size": 4, "text": t("MapWords", "重点关注人员")},
        {"role": "shelter", "shape": "cross", "text": t("MapWords", "安置点")},
        {"role": "stock", "shape": "square", "text": t("MapWords", "物资（圈=低于下限）")},
        {"role": "camera", "shape": "diamond", "text": t("MapWords", "视频（空心=离线）")},
    ]


def chainages(path: Path2D, start_m: float) -> list[tuple[float, float, float]]:
    """Give every point of the levee its chainage in metres."""
    points: list[tuple[float, float, float]] = []
    metres = start_m
    for number, (lon, lat) in enumerate(path):
        if number:
            metres += distance_m(path[number - 1], (lon, lat))
        points.append((lon, lat, metres))
    return points
