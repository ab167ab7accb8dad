"""What the rationalisation check finds in the alarm philosophy, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.rules.alarms.philosophy import Finding, FindingCode
from views import alarm_words, phrases


def column(name: str) -> str:
    """A column of the table."""
    t = QCoreApplication.translate
    return {
        "cause": t("AlarmFindings", "原因"),
        "consequence": t("AlarmFindings", "后果"),
        "action": t("AlarmFindings", "处置"),
        "owner": t("AlarmFindings", "责任岗位"),
        "source": t("AlarmFindings", "依据"),
    }.get(name, name)


def finding(one: Finding) -> str:
    """What is to be mended."""
    t = QCoreApplication.translate
    value = one.value
    form = {
        FindingCode.BLANK: t("AlarmFindings", "缺“{0}”，不能算报警").format(column(one.column)),
        FindingCode.NO_TIME: t("AlarmFindings", "没有可用时间，不能算报警"),
        FindingCode.OWNER_UNKNOWN: t("AlarmFindings", "责任岗位 {0} 不在岗位表中").format(value),
        FindingCode.VIEW_UNKNOWN: t("AlarmFindings", "没有“{0}”这个页面").format(value),
        FindingCode.MODE_UNKNOWN: t("AlarmFindings", "抑制工况“{0}”认不出").format(alarm_words.mode(value)),
        FindingCode.GROUP_UNKNOWN: t("AlarmFindings", "归并方式“{0}”认不出").format(value),
        FindingCode.NO_DEADBAND: t("AlarmFindings", "没有回差，数值在限值附近会反复报警"),
        FindingCode.QUIET_MUST_PASS: t("AlarmFindings", "必达报警又设了抑制工况"),
        FindingCode.UNSPOKEN: t("AlarmFindings", "高优先级没有播报词，只响提示音"),
        FindingCode.NO_DETECTOR: t("AlarmFindings", "没有判据，永远不会触发"),
        FindingCode.NO_ROW: t("AlarmFindings", "{0} 有判据却没有定义，查到了也不会显示").format(one.row),
        FindingCode.SWITCHED_OFF: t("AlarmFindings", "必达报警没有启用"),
        FindingCode.TOO_MANY_HIGH: t("AlarmFindings", "高优先级占 {0}，过多：都高等于都不高").format(_percent(value)),
    }
    return form[one.code]


def _percent(text: str) -> str:
    try:
        return f"{float(text) * 100:.0f} %"
    except ValueError:
        return phrases.registered(text)
