"""Words for the plan library: findings of the check, names of columns, how far a basis may be relied on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.levels import Confidence
from data.model.plan import Instruction
from data.model.register import Registers
from data.rules.plan_findings import Code, Finding
from views import phrases, words


def finding(found: Finding) -> str:
    """Say one finding in words, without its column."""
    t = QCoreApplication.translate
    said = {
        Code.MISSING: t("PlanWords", "没有填写"),
        Code.TRIGGER_UNREADABLE: t("PlanWords", "触发条件“{0}”与触发方式不符，读不出来"),
        Code.TRIGGER_MISMATCH: t("PlanWords", "触发条件“{0}”与流量下限 {1} 不一致"),
        Code.BOUNDS_REVERSED: t("PlanWords", "流量下限 {0} 不低于上限 {1}"),
        Code.TIERS_REVERSED: t("PlanWords", "起始级 T{0} 高于终止级 T{1}"),
        Code.TIER_UNKNOWN: t("PlanWords", "没有 T{0} 这一级"),
        Code.BOUND_OUTSIDE_TIER: t("PlanWords", "流量 {0} 不在 {1} 的 {2}–{3} 之内"),
        Code.ID_DOUBLE: t("PlanWords", "编号与第 {0} 行重复"),
        Code.TITLE_DOUBLE: t("PlanWords", "标题与 {0} 相同"),
        Code.TEXT_DOUBLE: t("PlanWords", "正文与 {0} 相似 {1}%"),
        Code.SUPERSEDES_UNKNOWN: t("PlanWords", "替代的 {0} 不在表中"),
        Code.SUPERSEDES_ITSELF: t("PlanWords", "替代了自己"),
        Code.SUPERSEDES_CYCLE: t("PlanWords", "替代成环：{0}"),
        Code.SUPERSEDES_APART: t("PlanWords", "替代 {0}，但它止于 {1}，本条从 {2} 才开始，两条不相接"),
        Code.SUPERSEDES_GAP: t("PlanWords", "替代它的指令先结束，流量到 {1} 时本条会重新出现"),
        Code.VAGUE: t("PlanWords", "“{0}”没有写明时限"),
        Code.EXPRESSION: t("PlanWords", "算式“{0}”算不出来"),
        Code.ROLE_UNKNOWN: t("PlanWords", "没有岗位 {0}"),
        Code.POWER_UNKNOWN: t("PlanWords", "权限“{0}”不是本级、提请、落实之一"),
        Code.POWER_EXCEEDED: t("PlanWords", "“{0}”超出镇级权限，只能写提请或落实上级命令"),
        Code.POWER_UNASKED: t("PlanWords", "权限为{0}，正文却没有提请字样"),
        Code.REPEAT_CLASH: t("PlanWords", "与 {0} 是同一件事，周期 {1} 分钟与 {2} 分钟并存，缺替代关系"),
        Code.TOO_MANY: t("PlanWords", "{0} 在 {1} m³/s 时有 {2} 条同时有效，超过 {3} 条"),
    }[found.code]
    return said.format(*found.params)


def column(name: str) -> str:
    """Name of a column of the plan table."""
    t = QCoreApplication.translate
    return {
        "id": t("PlanWords", "编号"),
        "title": t("PlanWords", "标题"),
        "text": t("PlanWords", "正文"),
        "role": t("PlanWords", "责任岗位"),
        "assist": t("PlanWords", "协助岗位"),
        "escalate_to": t("PlanWords", "上报岗位"),
        "trigger_expr": t("PlanWords", "触发条件"),
        "deadline_min": t("PlanWords", "时限"),
        "repeat_min": t("PlanWords", "周期"),
        "evidence": t("PlanWords", "完成凭证"),
        "evidence_min": t("PlanWords", "凭证份数"),
        "basis": t("PlanWords", "依据"),
        "tier_min": t("PlanWords", "起始级"),
        "tier_max": t("PlanWords", "终止级"),
        "flow_min_m3s": t("PlanWords", "流量下限"),
        "flow_max_m3s": t("PlanWords", "流量上限"),
        "supersedes": t("PlanWords", "替代"),
        "people": t("PlanWords", "人数"),
        "materials": t("PlanWords", "物料"),
        "power": t("PlanWords", "权限"),
    }.get(name, name)


def unconfirmed(row: Instruction) -> bool:
    """Whether a row rests on anything else than a confirmed source."""
    return row.confidence is not Confidence.HIGH or "待核" in row.basis or "设定" in row.basis


def reliance(row: Instruction) -> str:
    """How far a row may be relied on, in one word: never more than its source gives."""
    t = QCoreApplication.translate
    if row.confidence is Confidence.ASSUMED:
        return t("PlanWords", "系统设定")
    if unconfirmed(row):
        return t("PlanWords", "待核")
    return t("PlanWords", "有据")


def role(registers: Registers, role_id: str) -> str:
    """Name of a post, its code when the register does not know it."""
    known = registers.roles.get(role_id)
    return role_id if known is None else phrases.role_name(known)


def tiers(row: Instruction) -> str:
    """Tiers a row applies to: "T2–T7"."""
    return f"T{row.tier_min}" if row.tier_min == row.tier_max else f"T{row.tier_min}–T{row.tier_max}"


def trigger(row: Instruction) -> str:
    """What puts a row in force, in words."""
    t = QCoreApplication.translate
    expression = row.trigger_expr
    if expression in ("order", "manual"):
        return words.trigger_kind(row.trigger)
    if expression.startswith("level>="):
        return t("PlanWords", "响应达到 {0}级").format(_numeral(expression.removeprefix("level>=")))
    for prefix, said in (
        ("QF>=", t("PlanWords", "预报流量 ≥ {0} m³/s")),
        ("Q>=", t("PlanWords", "实测流量 ≥ {0} m³/s")),
    ):
        if expression.startswith(prefix) and expression.removeprefix(prefix).isdigit():
            return said.format(words.flow(float(expression.removeprefix(prefix))))
    if ":" in expression:
        return t("PlanWords", "每日 {0}").format(expression.replace(",", "、"))
    return event(expression)


def event(expression: str) -> str:
    """An event of the plan in words."""
    t = QCoreApplication.translate
    return {
        "incident.major": t("PlanWords", "重大险情"),
        "incident.large": t("PlanWords", "较大险情"),
        "incident.general": t("PlanWords", "一般险情"),
        "incident.overtop": t("PlanWords", "漫溢"),
        "incident.leak": t("PlanWords", "漏洞"),
        "incident.piping": t("PlanWords", "管涌"),
        "incident.seepage": t("PlanWords", "渗水"),
        "incident.slide": t("PlanWords", "滑坡"),
        "incident.crack": t("PlanWords", "裂缝"),
        "incident.collapse": t("PlanWords", "坍塌"),
        "incident.root_stone": t("PlanWords", "根石走失"),
        "stone.moved": t("PlanWords", "智能石头移位"),
        "stone.lost": t("PlanWords", "智能石头走失"),
        "person.overboard": t("PlanWords", "人员落水"),
        "relocation.cut_off": t("PlanWords", "有人公路已断"),
        "link.lost": t("PlanWords", "通信中断"),
        "unreachable": t("PlanWords", "人员未叫应"),
    }.get(expression, expression)


def _numeral(text: str) -> str:
    return {"IV": "Ⅳ", "III": "Ⅲ", "II": "Ⅱ", "I": "Ⅰ"}.get(text, text)
