"""Words for what is wrong with a scenario file: the line, the key, and what about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from data.feeds.scenario_faults import ScenarioCode, ScenarioFault
from views import step_words


def fault_lines(faults: Iterable[ScenarioFault]) -> list[str]:
    """Say every fault in a line of its own."""
    return [fault(one) for one in faults]


def fault(one: ScenarioFault) -> str:
    """Say one fault."""
    t = QCoreApplication.translate
    said = _forms()[one.code].format_map(_Values(one.params))
    if one.line and not one.key:
        return t("Scenario", "第 {0} 行：{1}").format(one.line, said)
    if one.line:
        return t("Scenario", "第 {0} 行 {1}：{2}").format(one.line, one.key, said)
    return t("Scenario", "{0}：{1}").format(one.key, said) if one.key else said


class _Values(dict[str, str]):
    """Parameters as they are said; what a code does not carry is a dash, never a fault of its own."""

    def __init__(self, params: Mapping[str, str | float]) -> None:
        super().__init__({name: _said(name, value) for name, value in params.items()})

    def __missing__(self, key: str) -> str:
        return "—"


def _said(name: str, value: str | float) -> str:
    if name == "register" and isinstance(value, str):
        return step_words.register_name(value)
    return value if isinstance(value, str) else f"{value:g}"


def _forms() -> Mapping[ScenarioCode, str]:
    t = QCoreApplication.translate
    code = ScenarioCode
    return {
        code.FILE_MISSING: t("Scenario", "没有这个想定文件"),
        code.FILE_UNREADABLE: t("Scenario", "文件读不出（须为 UTF-8 文本）：{reason}"),
        code.NOT_TOML: t("Scenario", "不合 TOML 写法，在第 {column} 列附近"),
        code.FORMAT_UNKNOWN: t("Scenario", "想定格式为 {value}，本程序只认 {known}"),
        code.KEY_UNKNOWN: t("Scenario", "不认识这一项；可用的有 {known}"),
        code.KEY_MISSING: t("Scenario", "缺少这一项"),
        code.WRONG_TYPE: t("Scenario", "类型不对，应为 {wanted}"),
        code.NOT_FINITE: t("Scenario", "不是有限的数"),
        code.OUT_OF_RANGE: t("Scenario", "{value} 超出 {low} 到 {high}"),
        code.NOT_A_CHOICE: t("Scenario", "“{value}”不在可选之列：{choices}"),
        code.EMPTY: t("Scenario", "不可为空"),
        code.NO_OFFSET: t("Scenario", "时间须带时区，如 +08:00"),
        code.TWO_TIMES: t("Scenario", "at 与 at_min 只可写一个"),
        code.DUPLICATE_ID: t("Scenario", "编号 {value} 重复"),
        code.NO_SUCH_INJECT: t("Scenario", "没有编号为 {value} 的情况"),
        code.CYCLE: t("Scenario", "条件互相等待，永不下发：{value}"),
        code.NEVER_FIRES: t("Scenario", "{value} 没有时间、没有条件，也不是手动，永不下发"),
        code.TIME_OUTSIDE: t("Scenario", "第 {value} 分钟不在想定时长 {length} 分钟之内"),
        code.NOT_RISING: t("Scenario", "第 {number} 点的时间 {value} 不晚于前一点"),
        code.NO_POINTS: t("Scenario", "过程线没有点，也没有引用的系列"),
        code.SERIES_UNKNOWN: t("Scenario", "没有名为 {value} 的系列"),
        code.SERIES_EMPTY: t("Scenario", "系列 {value} 在所选时段没有该站的值"),
        code.PROOF_MISSING: t("Scenario", "没有可据以判定的凭证；至少写 {choices} 之一"),
        code.NO_MESSAGE: t("Scenario", "{value} 没有要求答复的来文来电，无从判定"),
        code.NO_REPORT: t("Scenario", "{value} 没有接报，无从判定"),
        code.STATION_TWICE: t("Scenario", "{value} 站有两条过程线"),
        code.NOT_IN_REGISTER: t("Scenario", "{register}中没有 {value}"),
        code.NO_PICTURE: t("Scenario", "没有名为 {value} 的图片"),
        code.NOT_TOLD_CONSTRUCTED: t("Scenario", "虚构的想定须在来源中写明“情景构造”"),
    }
