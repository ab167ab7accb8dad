"""Words for what the data knows only as enums and codes. Chinese is the source; English comes by translation."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, IncidentState, Outcome, PushState, ReportState
from data.model.levels import Confidence, Level
from data.model.people import Right, Whereabouts
from data.model.places import Bench, StoneState
from data.model.plan import Phase, TriggerKind
from data.model.situation import Cause, Course
from data.model.steps import Realm
from data.model.task import Move, TaskState
from data.rules.plan import Change

BEIJING = ZoneInfo("Asia/Shanghai")
DASH = "—"


def level(value: Level) -> str:
    """Numeral, grade and colour: "Ⅰ级 红色"; "无响应" below level IV."""
    return {
        Level.NONE: QCoreApplication.translate("Words", "无响应"),
        Level.IV: QCoreApplication.translate("Words", "Ⅳ级 蓝色"),
        Level.III: QCoreApplication.translate("Words", "Ⅲ级 黄色"),
        Level.II: QCoreApplication.translate("Words", "Ⅱ级 橙色"),
        Level.I: QCoreApplication.translate("Words", "Ⅰ级 红色"),
    }[value]


def level_numeral(value: Level) -> str:
    """Roman numeral "Ⅳ" … "Ⅰ", a dash below."""
    return (DASH, "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ")[value]


def level_role(value: Level) -> str:
    """Colour role of a level: warning.blue … warning.red, or text.muted below."""
    return "text.muted" if value is Level.NONE else f"warning.{value.colour}"


def task_state(value: TaskState) -> str:
    """State of a task."""
    return {
        TaskState.PENDING: QCoreApplication.translate("Words", "待签发"),
        TaskState.ISSUED: QCoreApplication.translate("Words", "已下达"),
        TaskState.ACKNOWLEDGED: QCoreApplication.translate("Words", "已签收"),
        TaskState.ON_SITE: QCoreApplication.translate("Words", "已到位"),
        TaskState.IN_PROGRESS: QCoreApplication.translate("Words", "执行中"),
        TaskState.DONE: QCoreApplication.translate("Words", "待核验"),
        TaskState.VERIFIED: QCoreApplication.translate("Words", "已核验"),
        TaskState.WITHDRAWN: QCoreApplication.translate("Words", "已撤销"),
        TaskState.EXEMPT: QCoreApplication.translate("Words", "已免除"),
    }[value]


def move(value: Move) -> str:
    """What is done to a task, as a button says it."""
    return {
        Move.ISSUE: QCoreApplication.translate("Words", "下达"),
        Move.ACKNOWLEDGE: QCoreApplication.translate("Words", "签收"),
        Move.ARRIVE: QCoreApplication.translate("Words", "到位"),
        Move.PROGRESS: QCoreApplication.translate("Words", "反馈进展"),
        Move.FINISH: QCoreApplication.translate("Words", "完成"),
        Move.VERIFY: QCoreApplication.translate("Words", "核验通过"),
        Move.SEND_BACK: QCoreApplication.translate("Words", "退回"),
        Move.REASSIGN: QCoreApplication.translate("Words", "改派"),
        Move.ESCALATE: QCoreApplication.translate("Words", "上报"),
        Move.WITHDRAW: QCoreApplication.translate("Words", "撤销"),
        Move.EXEMPT: QCoreApplication.translate("Words", "免除"),
    }[value]


def change(value: Change) -> str:
    """How a task stands against live, in one character as the list shows it."""
    return {
        Change.NEW: QCoreApplication.translate("Words", "新"),
        Change.CHANGED: QCoreApplication.translate("Words", "变"),
        Change.KEPT: QCoreApplication.translate("Words", "续"),
    }[value]


def outcome(value: Outcome) -> str:
    """What came of an attempt to reach somebody."""
    return {
        Outcome.WAITING: QCoreApplication.translate("Words", "待叫应"),
        Outcome.DELIVERED: QCoreApplication.translate("Words", "已送达"),
        Outcome.ANSWERED: QCoreApplication.translate("Words", "收到"),
        Outcome.CANNOT: QCoreApplication.translate("Words", "不能到"),
        Outcome.NEEDS_HELP: QCoreApplication.translate("Words", "需要支援"),
        Outcome.NO_ANSWER: QCoreApplication.translate("Words", "未叫应"),
        Outcome.FAILED: QCoreApplication.translate("Words", "发送失败"),
    }[value]


def channel(value: Channel) -> str:
    """A rung of the ladder."""
    return {
        Channel.SCREEN: QCoreApplication.translate("Words", "席位告知"),
        Channel.PHONE_PAGE: QCoreApplication.translate("Words", "手机页面"),
        Channel.MESSENGER: QCoreApplication.translate("Words", "政务通信"),
        Channel.SMS: QCoreApplication.translate("Words", "短信"),
        Channel.TELEPHONE: QCoreApplication.translate("Words", "电话"),
        Channel.DEPUTY: QCoreApplication.translate("Words", "副职"),
        Channel.LOUDSPEAKER: QCoreApplication.translate("Words", "大喇叭"),
        Channel.DOOR: QCoreApplication.translate("Words", "上门"),
        Channel.BROADCAST: QCoreApplication.translate("Words", "公开发布"),
    }[value]


def push_state(value: PushState) -> str:
    """State of a push."""
    return {
        PushState.DRAFT: QCoreApplication.translate("Words", "待复核"),
        PushState.SENT: QCoreApplication.translate("Words", "已发出"),
        PushState.RETRACTED: QCoreApplication.translate("Words", "已撤回"),
        PushState.REFUSED: QCoreApplication.translate("Words", "未通过"),
    }[value]


def incident_state(value: IncidentState) -> str:
    """State of an incident's closed loop."""
    return {
        IncidentState.REPORTED: QCoreApplication.translate("Words", "首报"),
        IncidentState.GRADED: QCoreApplication.translate("Words", "定级"),
        IncidentState.GUARDED: QCoreApplication.translate("Words", "现场警戒"),
        IncidentState.PLANNED: QCoreApplication.translate("Words", "方案审批"),
        IncidentState.SUPPLIED: QCoreApplication.translate("Words", "力量物资到位"),
        IncidentState.FIGHTING: QCoreApplication.translate("Words", "抢护中"),
        IncidentState.CONTROLLED: QCoreApplication.translate("Words", "基本控制"),
        IncidentState.WATCHED: QCoreApplication.translate("Words", "加密观测"),
        IncidentState.REVIEWED: QCoreApplication.translate("Words", "解除复核"),
        IncidentState.FILED: QCoreApplication.translate("Words", "销号归档"),
    }[value]


def report_state(value: ReportState) -> str:
    """State of a report from the field."""
    return {
        ReportState.UNVERIFIED: QCoreApplication.translate("Words", "待核实"),
        ReportState.VERIFIED: QCoreApplication.translate("Words", "已核实"),
        ReportState.HANDLING: QCoreApplication.translate("Words", "处置中"),
        ReportState.CLOSED: QCoreApplication.translate("Words", "已办结"),
        ReportState.REJECTED: QCoreApplication.translate("Words", "不属实"),
        ReportState.MERGED: QCoreApplication.translate("Words", "已并案"),
    }[value]


def category(code: str) -> str:
    """Category of a report, E1 … E9 (domain.md §9.2)."""
    return {
        "E1": QCoreApplication.translate("Words", "工程险情"),
        "E2": QCoreApplication.translate("Words", "工程隐患"),
        "E3": QCoreApplication.translate("Words", "四乱违法"),
        "E4": QCoreApplication.translate("Words", "涉水安全"),
        "E5": QCoreApplication.translate("Words", "滩区人员"),
        "E6": QCoreApplication.translate("Words", "物资设施"),
        "E7": QCoreApplication.translate("Words", "环境水质"),
        "E8": QCoreApplication.translate("Words", "舆情民生"),
        "E9": QCoreApplication.translate("Words", "技防告警"),
    }.get(code, code)


def grade(value: int) -> str:
    """Grade of an incident: 1 重大, 2 较大, 3 一般."""
    return {
        1: QCoreApplication.translate("Words", "重大"),
        2: QCoreApplication.translate("Words", "较大"),
        3: QCoreApplication.translate("Words", "一般"),
    }.get(value, DASH)


def whereabouts(value: Whereabouts) -> str:
    """Relocation state."""
    return {
        Whereabouts.UNTOLD: QCoreApplication.translate("Words", "未通知"),
        Whereabouts.TOLD: QCoreApplication.translate("Words", "已通知"),
        Whereabouts.SIGNED: QCoreApplication.translate("Words", "已签收"),
        Whereabouts.LEAVING: QCoreApplication.translate("Words", "撤离中"),
        Whereabouts.LEFT: QCoreApplication.translate("Words", "已撤离"),
        Whereabouts.REFUSED: QCoreApplication.translate("Words", "拒绝撤离"),
        Whereabouts.UNKNOWN: QCoreApplication.translate("Words", "下落不明"),
    }[value]


def bench(value: Bench) -> str:
    """Part of the floodplain."""
    return {
        Bench.NEN: QCoreApplication.translate("Words", "嫩滩"),
        Bench.ER: QCoreApplication.translate("Words", "二滩"),
        Bench.GAO: QCoreApplication.translate("Words", "高滩"),
        Bench.BEHIND: QCoreApplication.translate("Words", "背河"),
    }[value]


def stone_state(value: StoneState) -> str:
    """State of a smart stone."""
    return {
        StoneState.OK: QCoreApplication.translate("Words", "正常"),
        StoneState.SHAKING: QCoreApplication.translate("Words", "晃动"),
        StoneState.MOVED: QCoreApplication.translate("Words", "移位"),
        StoneState.LOST: QCoreApplication.translate("Words", "走失"),
        StoneState.OFFLINE: QCoreApplication.translate("Words", "离线"),
    }[value]


def phase(value: Phase) -> str:
    """Phase of the plan."""
    return {
        Phase.PREPARE: QCoreApplication.translate("Words", "预备"),
        Phase.START: QCoreApplication.translate("Words", "启动"),
        Phase.COURSE: QCoreApplication.translate("Words", "过程"),
        Phase.RECEDE: QCoreApplication.translate("Words", "退水"),
        Phase.AFTERMATH: QCoreApplication.translate("Words", "善后"),
    }[value]


def trigger_kind(value: TriggerKind) -> str:
    """What puts an instruction in force."""
    return {
        TriggerKind.OBSERVED: QCoreApplication.translate("Words", "实测流量"),
        TriggerKind.FORECAST: QCoreApplication.translate("Words", "预报流量"),
        TriggerKind.LEVEL: QCoreApplication.translate("Words", "等级变更"),
        TriggerKind.EVENT: QCoreApplication.translate("Words", "险情事件"),
        TriggerKind.CLOCK: QCoreApplication.translate("Words", "时刻周期"),
        TriggerKind.ORDER: QCoreApplication.translate("Words", "上级指令"),
        TriggerKind.MANUAL: QCoreApplication.translate("Words", "人工下达"),
    }[value]


def confidence(value: Confidence) -> str:
    """How far a figure may be relied on."""
    return {
        Confidence.HIGH: QCoreApplication.translate("Words", "可信度高"),
        Confidence.MEDIUM: QCoreApplication.translate("Words", "可信度中"),
        Confidence.LOW: QCoreApplication.translate("Words", "可信度低"),
        Confidence.ASSUMED: QCoreApplication.translate("Words", "系统设定"),
    }[value]


def realm(value: Realm) -> str:
    """Realm of the screen."""
    return {
        Realm.LIVE: QCoreApplication.translate("Words", "实况"),
        Realm.WHATIF: QCoreApplication.translate("Words", "推演"),
        Realm.DRILL: QCoreApplication.translate("Words", "演练"),
        Realm.REPLAY: QCoreApplication.translate("Words", "回放"),
    }[value]


def course(value: Course) -> str:
    """Where the flood stands."""
    return {
        Course.NORMAL: QCoreApplication.translate("Words", "常态"),
        Course.RISING: QCoreApplication.translate("Words", "涨水"),
        Course.RECEDING: QCoreApplication.translate("Words", "退水"),
        Course.AFTERMATH: QCoreApplication.translate("Words", "善后"),
    }[value]


def cause(value: Cause) -> str:
    """Kind of reason for a suggested level."""
    return {
        Cause.OBSERVED: QCoreApplication.translate("Words", "实测"),
        Cause.FORECAST: QCoreApplication.translate("Words", "预报"),
        Cause.OUTLOOK: QCoreApplication.translate("Words", "本台预报"),
        Cause.UPSTREAM: QCoreApplication.translate("Words", "上游"),
        Cause.ORDER: QCoreApplication.translate("Words", "上级命令"),
        Cause.INCIDENT: QCoreApplication.translate("Words", "险情"),
    }[value]


def right(value: Right) -> str:
    """A right of a desk user."""
    return {
        Right.SIGN: QCoreApplication.translate("Words", "签发"),
        Right.APPROVE: QCoreApplication.translate("Words", "复核推送"),
        Right.UNMASK: QCoreApplication.translate("Words", "查看个人信息"),
        Right.CONFIGURE: QCoreApplication.translate("Words", "维护台账与设置"),
    }[value]


def flow(value: float | None) -> str:
    """A flow with thousands separators, without unit; a dash when there is none."""
    return DASH if value is None else f"{value:,.0f}"


def stage(value: float | None) -> str:
    """A stage in metres with two decimals, without unit and datum."""
    return DASH if value is None else f"{value:.2f}"


def clock(time: datetime | None) -> str:
    """Hour and minute in Beijing time."""
    return DASH if time is None else time.astimezone(BEIJING).strftime("%H:%M")


def date_clock(time: datetime | None) -> str:
    """Month, day, hour and minute in Beijing time."""
    return DASH if time is None else time.astimezone(BEIJING).strftime("%m-%d %H:%M")


def full_time(time: datetime | None) -> str:
    """Full date and time in Beijing time."""
    return DASH if time is None else time.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")


def span(length: timedelta) -> str:
    """A length of time in its two greatest units, rounded down: "3 d 4 h", "2 h 05 min", "12 min", "40 s"."""
    seconds = int(abs(length.total_seconds()))
    days, hours, minutes = seconds // 86_400, seconds // 3600 % 24, seconds // 60 % 60
    if days:
        return QCoreApplication.translate("Words", "{0} 天 {1} 小时").format(days, hours)
    if hours:
        return QCoreApplication.translate("Words", "{0} 小时 {1:02d} 分").format(hours, minutes)
    if minutes:
        return QCoreApplication.translate("Words", "{0} 分钟").format(minutes)
    return QCoreApplication.translate("Words", "{0} 秒").format(seconds)


def age(time: datetime, now: datetime) -> str:
    """How long ago: "6 分钟前"."""
    return QCoreApplication.translate("Words", "{0}前").format(span(now - time))


def countdown(deadline: datetime, now: datetime) -> str:
    """Time left, or by how much it is late: "剩 2 小时 05 分", "超时 12 分钟"."""
    if now > deadline:
        return QCoreApplication.translate("Words", "超时 {0}").format(span(now - deadline))
    return QCoreApplication.translate("Words", "剩 {0}").format(span(deadline - now))


def chainage(metres: float | None) -> str:
    """Chainage as the works write it: "16+738"; "-1+172" before the zero point."""
    if metres is None:
        return DASH
    kilometres, rest = divmod(abs(round(metres)), 1000)  # rounded first: 999.6 m is 1+000
    return f"{'-' if metres <= -0.5 else ''}{kilometres}+{rest:03d}"


def masked_name(name: str) -> str:
    """Family name only: "程**"."""
    return name[:1] + "**" if name else DASH


def masked_phone(phone: str) -> str:
    """First three and last two digits: "138******34"."""
    return f"{phone[:3]}******{phone[-2:]}" if len(phone) >= 7 else DASH
