"""One line of the timeline for each kind of step, and the words for a refused one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, ReportState
from data.model.drill import CONTROL
from data.model.field_steps import FieldRefused
from data.model.people import Right
from data.model.river import Reading
from data.model.situation import Situation
from data.model.steps import (
    CallLogged,
    ForecastEntered,
    ForecastWithdrawn,
    IncidentAmended,
    IncidentClosed,
    IncidentMoved,
    IncidentRaised,
    NoteWritten,
    OrderEnded,
    OrderReceived,
    PersonUnmasked,
    PushApproved,
    PushDrafted,
    PushRefused,
    PushRetracted,
    ReadingTaken,
    ReceiptNoted,
    ReckoningKept,
    RegisterReplaced,
    ReportAmended,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    ReportsMerged,
    SignedOff,
    Step,
    StoneStateSet,
    TaskOrdered,
    TasksMoved,
    UserChanged,
    WhereaboutsSet,
)
from data.rules.contacts import contact
from views import (
    field_step_words,
    hydrology_board,
    office_step_words,
    outbox_words,
    phrases,
    reckoned_words,
    river_step_words,
    words,
)
from views.pane import Selection


@dataclass(frozen=True, slots=True)
class Line:
    """What the timeline shows of a step: words, the group it is filtered by, and the object it leads to."""

    text: str
    group: str  # one of timeline_rows.GROUPS
    leads_to: Selection | None = None


def line(step: Step, now: Situation) -> Line:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case a kind
    """Say one step in words; names are taken from the situation at hand."""
    t = QCoreApplication.translate
    match step.body:
        case ReadingTaken(reading):
            text = t("StepWords", "{0} 流量 {1} m³/s").format(
                station(now, reading.station), words.flow(reading.flow_m3s)
            )
            return Line(phrases.noted(text, _heard_by(reading)), "river", Selection("stations", reading.station))
        case ForecastEntered(forecast):
            text = t("StepWords", "录入预报：{0} {1} m³/s，{2}").format(
                station(now, forecast.station), words.flow(forecast.flow_m3s), words.date_clock(forecast.valid_at)
            )
            return Line(text, "river", Selection("stations", forecast.station))
        case ForecastWithdrawn(code, reason):
            return Line(t("StepWords", "撤回{0}预报：{1}").format(station(now, code), reason), "river")
        case OrderReceived(order):
            return Line(t("StepWords", "接 {0} 命令：{1}").format(order.issuer, order.text), "level")
        case OrderEnded(_, reason):
            return Line(t("StepWords", "上级命令终止：{0}").format(reason), "level")
        case IncidentRaised(incident):
            text = t("StepWords", "险情：{0} {1}（{2}）").format(
                incident.place, phrases.registered(incident.kind), words.grade(incident.grade)
            )
            return Line(text, "reports", Selection("incident", incident.id))
        case IncidentClosed(incident_id, reason):
            return Line(t("StepWords", "险情销号：{0}").format(reason), "reports", Selection("incident", incident_id))
        case IncidentMoved(incident_id, state, note, _):
            text = t("StepWords", "险情 {0}：{1}").format(_incident(now, incident_id), words.incident_state(state))
            return Line(_with_note(text, note), "reports", Selection("incident", incident_id))
        case IncidentAmended(incident, note):
            text = t("StepWords", "险情 {0} 续报，{1}").format(incident.place, words.grade(incident.grade))
            return Line(_with_note(text, note), "reports", Selection("incident", incident.id))
        case SignedOff(level, flow, reason, _, issue, withdraw, _):
            text = t("StepWords", "签发 {0}（{1} m³/s）：下达 {2} 项、撤销 {3} 项。{4}").format(
                words.level(level), words.flow(flow), len(issue), len(withdraw), reason
            )
            return Line(text, "level")
        case TasksMoved() as body:
            return _moved(body, now)
        case TaskOrdered(task):
            text = t("StepWords", "下令：{0} → {1}").format(task.title, who(now, task.assignee))
            return Line(text, "tasks", Selection("task", task.id))
        case CallLogged(call):
            by_phone = call.channel is Channel.TELEPHONE
            way = t("StepWords", "电话 {0}：{1}") if by_phone else words.channel(call.channel) + " {0}：{1}"
            text = way.format(who(now, call.person), words.outcome(call.outcome))
            called = contact(now, call.person)
            leads_to = None if called is None else Selection(called.register, call.person)
            return Line(_with_note(text, call.note), "dispatch", leads_to)
        case PushDrafted(push):
            text = t("StepWords", "拟推送“{0}”，{1} 人").format(phrases.registered(push.title), len(push.recipients))
            return Line(text, "dispatch", Selection("push", push.id))
        case PushApproved(push_id, approver):
            text = t("StepWords", "复核并发出推送：{0}").format(who(now, approver))
            return Line(text, "dispatch", Selection("push", push_id))
        case PushRefused(push_id, reason):
            return Line(t("StepWords", "推送未通过：{0}").format(reason), "dispatch", Selection("push", push_id))
        case PushRetracted(push_id, reason):
            return Line(t("StepWords", "撤回推送：{0}").format(reason), "dispatch", Selection("push", push_id))
        case ReceiptNoted(push_id, people, channel, outcome, note, _):
            first = who(now, people[0]) if len(people) == 1 else t("StepWords", "{0} 人").format(len(people))
            text = t("StepWords", "{0}经{1}：{2}").format(first, words.channel(channel), words.outcome(outcome))
            return Line(_with_note(text, outbox_words.reason(note)), "dispatch", Selection("push", push_id))
        case ReportReceived(report):
            text = t("StepWords", "回传 {0}·{1}：{2}").format(
                words.category(report.category), phrases.registered(report.kind), report.text
            )
            return Line(text, "reports", Selection("report", report.id))
        case ReportAmended(report_id, note=note):
            text = t("StepWords", "更正事件：{0}").format(_report(now, report_id))
            return Line(_with_note(text, note), "reports", Selection("report", report_id))
        case ReportsMerged(into, reports, note):
            text = t("StepWords", "{0} 件事件并入：{1}").format(len(reports), _report(now, into))
            return Line(_with_note(text, note), "reports", Selection("report", into))
        case ReportsFiled(reports, incident_id, case):
            where = _incident(now, incident_id) if incident_id else t("StepWords", "四乱案件 {0}").format(case)
            text = t("StepWords", "{0} 件事件归入 {1}").format(len(reports), where)
            return Line(text, "reports", Selection("report", reports[0]) if reports else None)
        case ReportMoved(reports, state, note, _, _):
            taken_apart = state is ReportState.UNVERIFIED  # only what was merged can come to stand there again
            said = t("StepWords", "撤销并案，重新核实") if taken_apart else words.report_state(state)
            text = t("StepWords", "事件 {0} 件：{1}").format(len(reports), said)
            return Line(_with_note(text, note), "reports", Selection("report", reports[0]) if reports else None)
        case WhereaboutsSet(register, ids, state, note):
            names = person(now, register, ids[0]) if len(ids) == 1 else t("StepWords", "{0} 户/人").format(len(ids))
            text = t("StepWords", "{0}：{1}").format(names, words.whereabouts(state))
            return Line(_with_note(text, note), "people", Selection(register, ids[0]) if ids else None)
        case StoneStateSet(stones, state, note):
            text = t("StepWords", "智能石头 {0}：{1}").format(phrases.listed(stones[:3]), words.stone_state(state))
            return Line(_with_note(text, note), "reports", Selection("stones", stones[0]) if stones else None)
        case RegisterReplaced() as body:
            return _replaced(body, now)
        case PersonUnmasked(register, row_id, reason):
            text = t("StepWords", "查看个人信息 {0}：{1}").format(row_id, reason)
            return Line(text, "log", Selection(register, row_id))
        case NoteWritten(text):
            return Line(text, "log")
        case ReckoningKept(kept):
            return Line(reckoned_words.timeline(kept), "people")
        case UserChanged(user):
            return Line(t("StepWords", "{0} 接班").format(actor(now, user)), "log")
        case FieldRefused(device_id, kind, code, _):
            device = now.devices.get(device_id)
            name = who(now, device.person) if device is not None else device_id
            text = t("StepWords", "{0} 的回传未能采纳（{1}）：{2}").format(
                name, field_step_words.inbound_kind(kind), refusal(code, {})
            )
            return Line(text, "reports")
        case body:
            of_river = river_step_words.said(body, now, station)
            of_office = of_river or office_step_words.said(body, now, who)
            return Line(*(of_office or field_step_words.said(body, now, who)))


def _heard_by(reading: Reading) -> str:
    """Which way a reading came, where a feed brought it: "遥测 0040105150"."""
    return hydrology_board.source_of(reading.source) if ":" in reading.source else ""


def _incident(now: Situation, incident_id: str) -> str:
    incident = now.incidents.get(incident_id)
    return incident_id if incident is None else f"{incident.place} {phrases.registered(incident.kind)}"


def _report(now: Situation, report_id: str) -> str:
    report = now.reports.get(report_id)
    return report_id if report is None else f"{words.category(report.category)}·{phrases.registered(report.kind)}"


def _moved(body: TasksMoved, now: Situation) -> Line:
    first = now.tasks.get(body.tasks[0]) if body.tasks else None
    title = phrases.task_title(first, now.plan) if first is not None else ""
    if len(body.tasks) > 1:
        title = QCoreApplication.translate("StepWords", "{0} 等 {1} 项").format(title, len(body.tasks))
    text = phrases.labelled(words.move(body.move), title)
    return Line(_with_note(text, body.note), "tasks", Selection("task", body.tasks[0]) if body.tasks else None)


def _replaced(body: RegisterReplaced, now: Situation) -> Line:
    """Say what came in. A step listed from the journal comes without its rows: they are counted where they stand."""
    register, standing = body.register, now.registers.of(body.register.kind)
    rows = len(register) or (len(standing) if standing == register else 0)
    count = QCoreApplication.translate("StepWords", "{0} 行，").format(rows) if rows else ""
    text = QCoreApplication.translate("StepWords", "台账 {0} 更新：{1}拒收 {2} 行（{3}）").format(
        register_name(register.kind), count, body.refused, body.source
    )
    return Line(text, "registers")


def _with_note(text: str, note: str) -> str:
    return phrases.noted(text, note)


def station(now: Situation, code: str) -> str:
    """Name of a station, its code when unknown."""
    row = now.registers.stations.get(code)
    return phrases.registered(row.name) if row is not None else code


def who(now: Situation, person_id: str) -> str:
    """Name of whoever can be called or a desk user, masked where it is private; the id when unknown."""
    found = contact(now, person_id)
    if found is None:
        return actor(now, person_id)
    return words.masked_name(found.name) if found.private else found.name


def actor(now: Situation, user_id: str) -> str:
    """Name of a desk user or of staff who spoke from a phone; the program's own steps say so."""
    row = now.registers.users.get(user_id)
    if row is not None:
        return phrases.registered(row.name)
    staff = now.registers.staff.get(user_id)  # who spoke from a phone
    if staff is not None:
        return staff.name
    return {
        "system": QCoreApplication.translate("StepWords", "系统"),
        "desk": QCoreApplication.translate("StepWords", "值班席"),
        CONTROL: QCoreApplication.translate("StepWords", "导调组"),
        "": words.DASH,
    }.get(user_id, user_id)


def person(now: Situation, register: str, row_id: str) -> str:
    """Masked name of a grower, key person or household."""
    row = now.registers.of(register).get(row_id)
    return words.masked_name(row.name) if row is not None else row_id


def register_name(kind: str) -> str:
    """Name of a register."""
    t = QCoreApplication.translate
    return {
        "grids": t("StepWords", "网格"),
        "works": t("StepWords", "工程"),
        "spurs": t("StepWords", "坝岸"),
        "stones": t("StepWords", "智能石头"),
        "stock": t("StepWords", "物资"),
        "cameras": t("StepWords", "视频"),
        "shelters": t("StepWords", "安置点"),
        "routes": t("StepWords", "路线与责任段"),
        "plots": t("StepWords", "地块"),
        "maplines": t("StepWords", "底图"),
        "staff": t("StepWords", "网格人员"),
        "squads": t("StepWords", "队伍"),
        "keypeople": t("StepWords", "重点关注人员"),
        "growers": t("StepWords", "滩区种植户"),
        "households": t("StepWords", "迁安户"),
        "stations": t("StepWords", "测站"),
        "users": t("StepWords", "席位用户"),
        "tiers": t("StepWords", "流量级"),
        "triggers": t("StepWords", "预警阈值"),
        "reporting": t("StepWords", "报汛时效"),
        "plan": t("StepWords", "预案指令"),
        "roles": t("StepWords", "岗位"),
        "templates": t("StepWords", "推送模板"),
        "alarmkinds": t("StepWords", "报警定义"),
    }.get(kind, kind)


def refusal(code: str, params: Mapping[str, object]) -> str:
    """Say in words why a step was refused."""
    t = QCoreApplication.translate
    said = {
        "right_missing": t("StepWords", "没有“{0}”权限，请由有权人员办理").format(
            words.right(right) if isinstance(right := params.get("right"), Right) else ""
        ),
        "reason_missing": t("StepWords", "请写明理由"),
        "evidence_missing": t("StepWords", "须附完成凭证：{0}").format(params.get("wanted", "")),
        "move_not_allowed": t("StepWords", "当前状态不能这样办理，列表已更新，请重选"),
        "no_task": t("StepWords", "没有选中任务"),
        "no_such_task": t("StepWords", "任务已不在清单中"),
        "order_incomplete": t("StepWords", "指令须有内容和受领人"),
        "author_is_approver": t("StepWords", "拟稿人不能复核自己的推送"),
        "push_incomplete": t("StepWords", "推送须有正文、撤回正文和接收人"),
        "push_not_in_state": t("StepWords", "推送状态已变，不能再办理"),
        "push_not_sent": t("StepWords", "推送尚未发出"),
        "report_empty": t("StepWords", "事件须有文字说明"),
        "forecast_impossible": t("StepWords", "预报流量超出可能范围"),
        "no_forecast": t("StepWords", "该站没有可撤回的预报"),
        "no_such_order": t("StepWords", "没有这道上级命令"),
        "no_such_incident": t("StepWords", "没有这个险情"),
        "no_such_instruction": t("StepWords", "预案已更新，{0} 不在其中，请重新会签").format(
            params.get("instruction", "")
        ),
        "no_such_report": t("StepWords", "没有这个事件"),
        "not_a_recipient": t("StepWords", "此人不在这次推送的接收人之列"),
        "task_exists": t("StepWords", "这道指令已下达过"),
        "push_exists": t("StepWords", "这次推送已拟过"),
        "call_exists": t("StepWords", "这次通话已记录"),
        "report_exists": t("StepWords", "这个事件已收到过"),
        "replaying": t("StepWords", "回放只读，按 F12 或 Esc 回到实况"),
    }.get(code)
    said = said or river_step_words.refusals().get(code) or office_step_words.refusals().get(code)
    return said or field_step_words.refusals().get(code) or t("StepWords", "未能办理（{0}）").format(code)
