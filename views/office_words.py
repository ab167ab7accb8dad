"""Words for the enums of the office and of drills: media, votes, documents, injects, expected acts, conditions."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from data.model.drill import Act, Fired, Ground, InjectKind
from data.model.office import Medium, PaperKind, Vote


def medium(value: Medium) -> str:
    """How a message came or went."""
    t = QCoreApplication.translate
    return {
        Medium.TELEPHONE: t("OfficeWords", "电话"),
        Medium.FAX: t("OfficeWords", "传真"),
        Medium.DOCUMENT: t("OfficeWords", "公文"),
        Medium.RADIO: t("OfficeWords", "电台"),
        Medium.SATELLITE: t("OfficeWords", "卫星电话"),
        Medium.IN_PERSON: t("OfficeWords", "当面"),
        Medium.BULLETIN: t("OfficeWords", "通报"),
    }[value]


def vote(value: Vote) -> str:
    """What a role says to the motion."""
    t = QCoreApplication.translate
    return {
        Vote.GO: t("OfficeWords", "同意"),
        Vote.NO_GO: t("OfficeWords", "不同意"),
        Vote.ABSTAIN: t("OfficeWords", "保留意见"),
    }[value]


def decided(value: Vote) -> str:
    """What the one who leads decides of the motion."""
    t = QCoreApplication.translate
    return {
        Vote.GO: t("OfficeWords", "执行"),
        Vote.NO_GO: t("OfficeWords", "不执行"),
        Vote.ABSTAIN: t("OfficeWords", "暂缓"),
    }[value]


def via(value: str) -> str:
    """Where an answer to a poll was given: at a seat, or on a phone."""
    t = QCoreApplication.translate
    return {"seat": t("OfficeWords", "席位"), "phone": t("OfficeWords", "手机")}.get(value, value)


def paper(value: PaperKind) -> str:
    """Kind of a document."""
    t = QCoreApplication.translate
    return {
        PaperKind.DUTY_LOG: t("OfficeWords", "值班日志"),
        PaperKind.RIVER_DAILY: t("OfficeWords", "水情日报"),
        PaperKind.FLASH: t("OfficeWords", "汛情快报"),
        PaperKind.MINUTES: t("OfficeWords", "会商纪要"),
        PaperKind.ORDERS: t("OfficeWords", "指令单"),
        PaperKind.INCIDENT_FIRST: t("OfficeWords", "险情首报"),
        PaperKind.INCIDENT_LATER: t("OfficeWords", "险情续报"),
        PaperKind.HANDOVER: t("OfficeWords", "交接班记录"),
        PaperKind.DRILL: t("OfficeWords", "演练评估报告"),
        PaperKind.REVIEW: t("OfficeWords", "复盘报告"),
        PaperKind.PRESS: t("OfficeWords", "新闻发布稿"),
    }[value]


def fired(value: Fired) -> str:
    """What became of an inject."""
    t = QCoreApplication.translate
    return {
        Fired.FIRED: t("OfficeWords", "已下发"),
        Fired.WITHHELD: t("OfficeWords", "未下发"),
    }[value]


def fired_by(value: str) -> str:
    """Who let an inject happen: exercise control, or the script."""
    t = QCoreApplication.translate
    return {
        "control": t("OfficeWords", "导调员"),
        "script": t("OfficeWords", "按脚本"),
    }.get(value, value)


def inject_kind(value: InjectKind) -> str:
    """What an inject lets happen."""
    t = QCoreApplication.translate
    return {
        InjectKind.REPORT: t("OfficeWords", "现场报告"),
        InjectKind.MESSAGE: t("OfficeWords", "来文来电"),
        InjectKind.WEATHER: t("OfficeWords", "天气"),
        InjectKind.ORDER: t("OfficeWords", "上级命令"),
        InjectKind.FORECAST: t("OfficeWords", "洪水预报"),
        InjectKind.READING: t("OfficeWords", "水情"),
        InjectKind.STONES: t("OfficeWords", "智能石头位移"),
        InjectKind.LINK: t("OfficeWords", "测站通断"),
        InjectKind.SILENCE: t("OfficeWords", "叫不应"),
        InjectKind.INCIDENT: t("OfficeWords", "险情发展"),
        InjectKind.ROAD: t("OfficeWords", "道路中断"),
        InjectKind.WHEREABOUTS: t("OfficeWords", "人员去向"),
    }[value]


def act(value: Act) -> str:
    """What is expected after an inject."""
    t = QCoreApplication.translate
    return {
        Act.NOTE: t("OfficeWords", "接报签阅"),
        Act.VERIFY: t("OfficeWords", "核实"),
        Act.INCIDENT: t("OfficeWords", "确认险情"),
        Act.AMEND: t("OfficeWords", "险情续报"),
        Act.SIGN_OFF: t("OfficeWords", "签发响应"),
        Act.ISSUE: t("OfficeWords", "下达任务"),
        Act.ON_SITE: t("OfficeWords", "人员到位"),
        Act.FINISH: t("OfficeWords", "任务完成"),
        Act.ORDER: t("OfficeWords", "临机下令"),
        Act.PUSH: t("OfficeWords", "发出推送"),
        Act.CALL: t("OfficeWords", "电话叫应"),
        Act.MUSTER: t("OfficeWords", "点名"),
        Act.MOVE_PEOPLE: t("OfficeWords", "转移人员"),
        Act.ANSWER: t("OfficeWords", "回复来文来电"),
        Act.BRIEFING: t("OfficeWords", "会商决定"),
        Act.REPORT_UP: t("OfficeWords", "上报文书"),
        Act.LOG: t("OfficeWords", "值班记事"),
    }[value]


def ground(value: Ground) -> str:
    """Kind of a condition."""
    t = QCoreApplication.translate
    return {
        Ground.AFTER: t("OfficeWords", "在某条之后"),
        Ground.ANSWERED: t("OfficeWords", "已处置"),
        Ground.UNANSWERED: t("OfficeWords", "逾时未处置"),
        Ground.FLOW: t("OfficeWords", "花园口流量达到"),
        Ground.LEVEL: t("OfficeWords", "响应等级达到"),
    }[value]


def pace(speed: int) -> str:
    """The clock of a drill."""
    t = QCoreApplication.translate
    return t("OfficeWords", "{0} 倍速").format(speed) if speed else t("OfficeWords", "暂停")


def said(value: Enum) -> str | None:
    """Words for any of these; None when it is of another family."""
    match value:
        case Medium():
            return medium(value)
        case Vote():
            return vote(value)
        case PaperKind():
            return paper(value)
        case Fired():
            return fired(value)
        case InjectKind():
            return inject_kind(value)
        case Act():
            return act(value)
        case Ground():
            return ground(value)
        case _:
            return None
