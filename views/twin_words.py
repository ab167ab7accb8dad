"""The words of the 推演 page: scenarios, what is drawn, notes, measured errors, runs, the library. Pure."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from data.twin.flood import How, Trust
from views import clock_words, words
from views.twin_progress import LibraryShown, RunKind, RunShown, RunState, StaleCode, Unused
from views.twin_shown import Note, NoteCode, ScenarioShown
from views.twin_wanted import Drawn, Export, ProfileKind, Sides, Slot, Source


def slot(value: Slot) -> str:
    """方案A, 方案B."""
    t = QCoreApplication.translate
    return t("TwinWords", "方案A") if value is Slot.A else t("TwinWords", "方案B")


def source(value: Source) -> str:
    """What a scenario is made from."""
    t = QCoreApplication.translate
    return {
        Source.LIVE: t("TwinWords", "实况"),
        Source.FLOW: t("TwinWords", "指定流量"),
        Source.EVENT: t("TwinWords", "预报过程"),
        Source.BREACH: t("TwinWords", "溃口假设"),
        Source.IMPORTED: t("TwinWords", "外来成果"),
    }[value]


def how(value: How) -> str:
    """How a picture came about."""
    t = QCoreApplication.translate
    return {
        How.RUN: t("TwinWords", "直接模拟"),
        How.BLENDED: t("TwinWords", "方案库内插"),
        How.IMPORTED: t("TwinWords", "外来成果"),
    }[value]


def title(shown: ScenarioShown) -> str:
    """One line for a scenario: what it is and its greatest flow."""
    t = QCoreApplication.translate
    flow = words.flow(shown.flow_m3s)
    match shown.source:
        case Source.LIVE:
            return t("TwinWords", "实况 {0} m³/s").format(flow)
        case Source.FLOW:
            return t("TwinWords", "{0} m³/s").format(flow)
        case Source.EVENT:
            return t("TwinWords", "预报过程 · 洪峰 {0} m³/s").format(flow)
        case Source.BREACH:
            if shown.name:
                return t("TwinWords", "溃口 {0} · {1} m³/s").format(shown.name, flow)
            return t("TwinWords", "溃口 · {0} m³/s").format(flow)
        case Source.IMPORTED:
            return shown.name or source(shown.source)


def drawn(value: Drawn) -> str:
    """What is drawn on the map."""
    t = QCoreApplication.translate
    return {
        Drawn.DEPTH: t("TwinWords", "最大水深"),
        Drawn.FRAME: t("TwinWords", "逐时水深"),
        Drawn.SPEED: t("TwinWords", "流速"),
        Drawn.HAZARD: t("TwinWords", "危险度 h·v"),
        Drawn.ARRIVAL: t("TwinWords", "到达时间"),
        Drawn.DURATION: t("TwinWords", "淹没历时"),
    }[value]


def sides(value: Sides) -> str:
    """Which scenario the map shows."""
    t = QCoreApplication.translate
    return {
        Sides.A: slot(Slot.A),
        Sides.B: slot(Slot.B),
        Sides.BOTH: t("TwinWords", "并排"),
        Sides.DIFFERENCE: t("TwinWords", "差 B−A"),
    }[value]


def profile(value: ProfileKind) -> str:
    """Along what the ground is cut."""
    t = QCoreApplication.translate
    return {
        ProfileKind.RIVER: t("TwinWords", "沿河"),
        ProfileKind.ACROSS: t("TwinWords", "横断面"),
        ProfileKind.LINE: t("TwinWords", "画线…"),
    }[value]


def export(value: Export) -> str:
    """A kind of file, and what is in it."""
    t = QCoreApplication.translate
    return {
        Export.PNG: t("TwinWords", "图片 PNG（地图与图例）"),
        Export.GEOTIFF: t("TwinWords", "栅格 GeoTIFF（水深、到达、历时、流速）"),
        Export.GEOJSON: t("TwinWords", "矢量 GeoJSON（水深分级）"),
        Export.XLSX: t("TwinWords", "表格 xlsx（受影响对象清单）"),
    }[value]


def limits(made: How | None = None) -> str:
    """Where the scheme holds; it stands beside every result. Of somebody else's map we cannot say it."""
    if made is How.IMPORTED:
        return QCoreApplication.translate("TwinWords", "外来成果：适用条件以来源说明为准")
    return QCoreApplication.translate("TwinWords", "适用：亚临界缓流（Fr<0.5）；非溃坝激波模型；定床，不计冲淤")


def nature(shown: ScenarioShown) -> str:
    """What kind of picture it is, how it came about and when."""
    t = QCoreApplication.translate
    kind = clock_words.nature(shown.nature)
    parts = [kind] if shown.how is How.IMPORTED else [kind, how(shown.how)]
    parts.append(t("TwinWords", "{0} 成图").format(words.date_clock(shown.nature.made_at)))
    if shown.cell_m is not None:
        parts.append(t("TwinWords", "{0:g} m 网格").format(shown.cell_m))
    return " · ".join(parts)


def trust(value: Trust) -> str:
    """The measured error of a blend in one line."""
    t = QCoreApplication.translate
    said = t("TwinWords", "内插误差 ±{0:.0f} cm").format(max(1.0, value.depth_rmse_m * 100))
    if value.arrival_median_min is not None:
        said += t("TwinWords", "，到达 ±{0:.0f} 分").format(value.arrival_median_min)
    return said


def trust_tip(value: Trust) -> str:
    """How the error was measured."""
    t = QCoreApplication.translate
    said = t(
        "TwinWords", "留出 {0} m³/s 不入库、直接模拟比对：水深均方根误差 {1:.1f} cm，范围吻合度 CSI {2:.2f}"
    ).format(words.flow(value.at_flow_m3s), value.depth_rmse_m * 100, value.csi)
    if value.arrival_p95_min is not None:
        said += t("TwinWords", "，到达时间 95% 在 {0:.0f} 分以内").format(value.arrival_p95_min)
    return said


def note(value: Note) -> str:
    """A note in words."""
    t = QCoreApplication.translate
    form = {
        NoteCode.ABOVE_LIBRARY: t("TwinWords", "超出方案库上限，按 {1} m³/s 显示（要求 {0}）"),
        NoteCode.BELOW_LIBRARY: t("TwinWords", "低于方案库下限，按 {1} m³/s 显示（要求 {0}）"),
        NoteCode.EXACT_COMING: t("TwinWords", "正在直接模拟这一流量，完成后替换内插结果"),
        NoteCode.EXACT: t("TwinWords", "已由直接模拟替换"),
        NoteCode.COARSE: t("TwinWords", "{0} m 粗网格预览，细网格结果随后替换"),
        NoteCode.STALE: t("TwinWords", "成图之后地形、糙率或模型已改，结果过时"),
        NoteCode.ARRIVAL_INTERVAL: t("TwinWords", "到达时间为区间，由两侧方案给出"),
        NoteCode.GREATEST_ONLY: t("TwinWords", "只有最大值，没有过程"),
        NoteCode.NO_GROUND: t("TwinWords", "没有地面高程，不能给出水位与剖面"),
        NoteCode.UNEVEN: t("TwinWords", "与实测水位相差：偏 {0} m，离散 {1} m"),
    }[value.code]
    metres = value.code is NoteCode.UNEVEN
    return form.format(*(f"{figure:+.2f}" if metres else words.flow(figure) for figure in value.params))


def loud(value: Note) -> bool:
    """Whether a note calls for care."""
    return value.code in (NoteCode.ABOVE_LIBRARY, NoteCode.BELOW_LIBRARY, NoteCode.STALE, NoteCode.UNEVEN)


def run(value: RunShown) -> str:
    """A run in one line: what for, cells, flow."""
    t = QCoreApplication.translate
    cells = t("TwinWords", "{0:g} m").format(value.cell_m)
    flow = t("TwinWords", "{0} m³/s").format(words.flow(value.flow_m3s))
    match value.kind:
        case RunKind.LIBRARY if not value.total:  # not begun yet
            return t("TwinWords", "方案库 {0}").format(cells)
        case RunKind.LIBRARY:
            name = t("TwinWords", "方案库 {0}/{1}").format(value.number, value.total)
        case RunKind.EVENT:
            name = t("TwinWords", "预报过程")
        case RunKind.BREACH:
            name = t("TwinWords", "溃口假设")
        case RunKind.EXACT:
            name = t("TwinWords", "推演")
    return f"{name} {cells} · {flow}"


def run_state(value: RunShown) -> str:
    """How a run stands."""
    t = QCoreApplication.translate
    match value.state:
        case RunState.WAITING:
            return t("TwinWords", "排队")
        case RunState.COMPILING:
            return t("TwinWords", "首次启动，正在编译求解器")
        case RunState.RUNNING:
            left = remaining(value.left_s)
            share = f"{value.share * 100:.0f} %"
            return f"{share} · {left}" if left else share
        case RunState.STOPPED:
            return (
                t("TwinWords", "已停在 {0:.0f} %").format(value.share * 100) if value.share else t("TwinWords", "已停")
            )
        case RunState.FAILED:
            return value.fault or t("TwinWords", "没有算成")
        case RunState.DONE:
            return t("TwinWords", "完成")


def remaining(left_s: float | None) -> str:
    """Time left, rounded as an estimate deserves; nothing while it is not known."""
    t = QCoreApplication.translate
    if left_s is None:
        return ""
    if left_s < 60:
        return t("TwinWords", "还需 {0} s").format(max(5, round(left_s / 5) * 5))
    if left_s < 5400:
        return t("TwinWords", "还需 {0} min").format(round(left_s / 60))
    return t("TwinWords", "还需 {0:.1f} h").format(left_s / 3600)


def stale(value: StaleCode) -> str:
    """What differs between the library and today's site."""
    t = QCoreApplication.translate
    return {
        StaleCode.TERRAIN: t("TwinWords", "地形"),
        StaleCode.FRICTION: t("TwinWords", "糙率"),
        StaleCode.SOLVER: t("TwinWords", "求解器版本"),
        StaleCode.HYDROGRAPH: t("TwinWords", "洪水过程线"),
    }[value]


def first_making(library: LibraryShown, runs: tuple[RunShown, ...]) -> str:
    """What to say while there is nothing to show yet."""
    t = QCoreApplication.translate
    making = next((one for one in runs if one.kind is RunKind.LIBRARY and one.busy), None)
    if making is None:
        return t("TwinWords", "还没有方案库") if not library.usable else ""
    if making.state is RunState.COMPILING:
        return t("TwinWords", "首次启动，正在编译求解器，约半分钟")
    left = (
        "" if making.left_s is None else t("TwinWords", "，约 {0}").format(words.span(timedelta(seconds=making.left_s)))
    )
    return t("TwinWords", "正在计算首批方案 {0}/{1}{2}").format(making.number, making.total, left)


def unused(value: Unused) -> str:
    """Why a mark takes no part."""
    t = QCoreApplication.translate
    return {
        Unused.STALE: t("TwinWords", "过时"),
        Unused.OTHER_DATUM: t("TwinWords", "基面不同"),
        Unused.OUTSIDE: t("TwinWords", "模型外"),
        Unused.IMPLAUSIBLE: t("TwinWords", "相差过大"),
    }[value]


def kind(value: str) -> str:
    """A kind of exposed thing."""
    t = QCoreApplication.translate
    return {
        "households": t("TwinWords", "住户"),
        "growers": t("TwinWords", "种植户"),
        "keypeople": t("TwinWords", "重点人员"),
        "plots": t("TwinWords", "地块"),
        "spurs": t("TwinWords", "坝垛"),
        "routes": t("TwinWords", "撤离路线"),
        "roads": t("TwinWords", "道路"),
        "shelters": t("TwinWords", "安置点"),
        "stock": t("TwinWords", "物资点"),
        "cameras": t("TwinWords", "摄像机"),
    }[value]
