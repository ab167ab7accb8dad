"""Words of a handover: what is open and what became different, as they stay in the record, and their lines."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm, Shelf
from data.model.dispatch import Incident, Push, Report, SuperiorOrder
from data.model.field import Answer, Muster, VideoCall, Watch
from data.model.levels import Level
from data.model.office import Briefing, DutyMessage, Handover, HandoverItem
from data.model.places import StoneState
from data.model.river import Forecast, Reading
from data.model.situation import Situation, Suggestion
from data.model.task import Task
from data.rules.handover import Became, Change, Matter, Open, Wording, began, is_first
from views import alarm_subjects, alarm_words, call_words, office_words, phrases, step_words, warning_words, words
from widgets.line_list import Line
from widgets.marks import Fill, Mark, Shape

URGENT = "▲"
"""Stands before what is urgent, in the words of the record too: what is locked keeps it."""

MOST = 60
"""So many characters of a text that somebody typed are taken over; the whole of it is one click away."""


def matter(value: str) -> str:
    """Heading of a kind of open things, by its matter or by the kind of object."""
    t = QCoreApplication.translate
    return {
        Matter.LEVEL.value: t("Handover", "建议的等级未签"),
        Matter.INCIDENT.value: t("Handover", "险情"),
        Matter.GRAVE.value: t("Handover", "已确认、仍在的高级报警"),
        Matter.ALARM.value: t("Handover", "未确认的报警（含已恢复的）"),
        Matter.SHELVED.value: t("Handover", "搁置的报警"),
        Matter.WATCH.value: t("Handover", "平安计时"),
        Matter.MUSTER.value: t("Handover", "点名"),
        Matter.VIDEO.value: t("Handover", "视频通话"),
        Matter.TASK_LATE.value: t("Handover", "超时任务"),
        Matter.TASK_PENDING.value: t("Handover", "待签发的任务"),
        Matter.TASK_DUE.value: t("Handover", "下一班到期、待核验的任务"),
        Matter.MESSAGE.value: t("Handover", "未阅、待复的来文来电"),
        Matter.REPORT.value: t("Handover", "待核实的接报"),
        Matter.PUSH.value: t("Handover", "未叫应的推送"),
        Matter.STONE.value: t("Handover", "移位的智能石头"),
        Matter.ORDER.value: t("Handover", "现行上级命令"),
        Matter.BRIEFING.value: t("Handover", "未结束的会商"),
        Matter.DECISION.value: t("Handover", "24小时内的会商决定"),
        Matter.FORECAST.value: t("Handover", "现行预报"),
        "stations": t("Handover", "现行预报"),
        "task": t("Handover", "任务"),
        "stones": t("Handover", "移位的智能石头"),
    }.get(value, value)


def kept_matter(kind: str) -> str:
    """Heading of a kind of object in the record, where several matters share one."""
    t = QCoreApplication.translate
    return {"alarm": t("Handover", "报警"), "briefing": t("Handover", "会商")}.get(kind) or matter(kind)


def wording(now: Situation) -> Wording:
    """Return how things are said for the record."""
    return Wording(lambda one: f"{URGENT} {item(now, one)}" if one.urgent else item(now, one), change)


def item(now: Situation, one: Open) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a thing
    """Say something open with absolute times: it is read hours later."""
    t = QCoreApplication.translate
    match one.thing:
        case Incident() as incident:
            what = f"{incident.place} {phrases.registered(incident.kind)}".strip()
            return f"{what} · {words.grade(incident.grade)} · {words.incident_state(incident.state)}"
        case Alarm() as alarm:
            return alarm_words.what(now, alarm)
        case Shelf(tag, until, reason):
            form = t("Handover", "{0}，搁置到 {1}：{2}")
            return form.format(_alarm_name(now, tag), words.date_clock(until), reason)
        case Watch() as watch:
            form = t("Handover", "{0} {1}，每 {2} 分钟一报，下次 {3}")
            if watch.help_at is not None:
                form = t("Handover", "{0} {1}，已求援；每 {2} 分钟一报，下次 {3}")
            return form.format(
                step_words.who(now, watch.team), watch.task, watch.interval_min, words.date_clock(one.until)
            )
        case Muster() as muster:
            silent = sum(line.answer is Answer.NONE for line in muster.lines)
            form = t("Handover", "{0}，未应 {1}/{2}，{3} 截止")
            return form.format(muster.title, silent, len(muster.lines), words.date_clock(one.until))
        case VideoCall() as video:
            about = call_words.about(now, video.about) or t("Handover", "视频通话")
            return t("Handover", "{0}，{1} 起").format(about, words.date_clock(video.started_at))
        case Task() as task if one.matter is Matter.TASK_PENDING:
            first = phrases.task_title(task, now.plan)
            return t("Handover", "待签发 {0} 项，最急：{1}（限 {2}）").format(
                one.count, first, words.span(timedelta(minutes=task.deadline_min))
            )
        case Task() as task:
            who = step_words.who(now, task.assignee) if task.assignee else warning_words.role_name(now, task.role)
            said = f"{phrases.task_title(task, now.plan)} · {who} · {words.task_state(task.state)}"
            due = t("Handover", "{0} 前").format(words.date_clock(task.deadline)) if task.deadline else ""
            return f"{said} · {due}" if due else said
        case DutyMessage() as message:
            said = phrases.labelled(f"{office_words.medium(message.medium)} {message.other}", _short(message.text))
            due = t("Handover", "{0} 前回复").format(words.date_clock(message.due)) if message.due else ""
            return phrases.noted(said, due)
        case Report() as report:
            what = f"{report.place} {phrases.registered(report.kind)}".strip()
            return t("Handover", "{0}：{1}（{2} 接报）").format(what, _short(report.text), words.date_clock(report.at))
        case Push() as push:
            return t("Handover", "{0}，未叫应 {1}/{2} 人").format(push.title, one.count, len(push.receipts))
        case StoneState() as state:
            name = alarm_subjects.name_of(now, "stones", one.id) or one.id
            return f"{name} {words.stone_state(state)}"
        case SuperiorOrder() as order:
            return phrases.noted(phrases.labelled(order.issuer, _short(order.text)), order.reference)
        case Suggestion(level):
            form = t("Handover", "建议{0}，现行{1}，尚未签发")
            return form.format(words.level(level), words.level(now.standing.level))
        case Forecast() as forecast:
            return f"{alarm_subjects.name_of(now, 'stations', one.id) or one.id} {_forecast(forecast)}"
        case Briefing() as briefing if one.matter is Matter.DECISION and briefing.decided is not None:
            form = t("Handover", "{0}：{1}（{2} 决定）")
            said = phrases.noted(office_words.decided(briefing.decided), _short(briefing.decision or briefing.motion))
            return form.format(briefing.title, said, words.date_clock(briefing.decided_at))
        case Briefing() as briefing:
            return phrases.noted(briefing.title, _short(briefing.motion))


def _alarm_name(now: Situation, tag: str) -> str:
    alarm = now.alarms.get(tag)
    if alarm is not None:
        return alarm_words.what(now, alarm)
    kind_id, _, ref = tag.partition("/")
    name = alarm_words.kind_name(now.registers.alarmkinds.get(kind_id), kind_id)
    return f"{name} {alarm_subjects.place(now, kind_id, ref)}".strip()


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= MOST else f"{flat[: MOST - 1]}…"


def change(one: Change) -> str:  # noqa: C901, PLR0911 - one case a kind
    """Say what became different."""
    t = QCoreApplication.translate
    before, after = one.before, one.after
    match one.became:
        case Became.LEVEL:
            levels = [words.level(value) if isinstance(value, Level) else words.DASH for value in (before, after)]
            return t("Handover", "响应 {0} → {1}").format(*levels)
        case Became.FLOW:
            return t("Handover", "花园口 {0} → {1}").format(_reading(before), _reading(after))
        case Became.FORECAST:
            return t("Handover", "预报 {0}").format(_forecast(after))
        case Became.FORECAST_OVER:
            return t("Handover", "预报已过期：{0}").format(_forecast(after))
        case Became.DECISIONS:
            return t("Handover", "会商决定：{0} 项").format(before)
        case Became.INCIDENTS:
            return t("Handover", "险情：新增 {0}，解除 {1}").format(before, after)
        case Became.TASKS:
            return t("Handover", "任务：新增 {0}，核验完成 {1}").format(before, after)
        case Became.REPORTS:
            return t("Handover", "接报：新增 {0}，办结 {1}").format(before, after)
        case Became.MESSAGES:
            return t("Handover", "来文来电：来 {0}，去 {1}").format(before, after)
        case Became.PEOPLE:
            return t("Handover", "已撤离 {0} → {1}（户、重点人员）").format(before, after)
        case Became.ODD:
            return t("Handover", "拒撤和下落不明 {0} → {1}").format(before, after)
        case Became.REGISTER:
            name = step_words.register_name(one.ref)
            if before == after:
                return t("Handover", "{0}台账已更新（{1} 条）").format(name, after)
            return t("Handover", "{0}台账 {1} → {2} 条").format(name, before, after)


def _reading(value: object) -> str:
    if not isinstance(value, Reading):
        return words.DASH
    flow = QCoreApplication.translate("Handover", "{0} m³/s").format(words.flow(value.flow_m3s))
    return f"{flow} {words.date_clock(value.at)}"


def _forecast(value: object) -> str:
    if not isinstance(value, Forecast):
        return words.DASH
    form = QCoreApplication.translate("Handover", "{0} 达 {1} m³/s（{2}）")
    return form.format(words.date_clock(value.valid_at), words.flow(value.flow_m3s), value.source)


# lines


def lines(now: Situation, items: tuple[Open, ...], at: datetime, folded: frozenset[str]) -> list[Line]:
    """Return the open things under their headings."""
    shown: list[Line] = []
    for one in Matter:
        rows = [entry for entry in items if entry.matter is one]
        if not rows:
            continue
        urgent = sum(entry.urgent for entry in rows)
        shown.append(_heading(one.value, len(rows), urgent, folded))
        if one.value not in folded:
            shown += [_line(now, entry, at) for entry in rows]
    return shown


def _heading(key: str, count: int, urgent: int, folded: frozenset[str], name: str = "") -> Line:
    value = QCoreApplication.translate("Handover", "▲ {0}").format(urgent) if urgent else ""
    return Line(
        key,
        name or matter(key),
        note=str(count),
        value=value,
        value_role="state.urgent",
        heading=True,
        open=key not in folded,
    )


def _line(now: Situation, one: Open, at: datetime) -> Line:
    text = item(now, one)
    role = "state.urgent" if one.urgent else "text.secondary"
    mark = Mark(Shape.TRIANGLE if one.urgent else Shape.BAR, role if one.urgent else "line.control")
    value = "" if one.until is None or one.matter is Matter.SHELVED else words.countdown(one.until, at)
    return Line(f"{one.kind}/{one.id}", text, value=value, mark=mark, value_role=role, tooltip=text)


def kept_lines(handover: Handover, folded: frozenset[str]) -> list[Line]:
    """Return the lines of a handover as they were written."""
    kinds = list(dict.fromkeys(one.kind for one in handover.items))
    shown: list[Line] = []
    for kind in kinds:
        rows = [one for one in handover.items if one.kind == kind]
        urgent = sum(one.text.startswith(URGENT) for one in rows)
        shown.append(_heading(kind, len(rows), urgent, folded, kept_matter(kind)))
        if kind not in folded:
            shown += [_kept_line(one) for one in rows]
    return shown


def kept_urgent(handover: Handover) -> int:
    """How many things were urgent when it was written."""
    return sum(one.text.startswith(URGENT) for one in handover.items)


def _kept_line(one: HandoverItem) -> Line:
    text = one.text.removeprefix(URGENT).strip()
    urgent = text != one.text
    mark = Mark(Shape.TRIANGLE, "state.urgent") if urgent else Mark(Shape.BAR, "line.control")
    return Line(
        f"{one.kind}/{one.id}",
        text,
        mark=mark,
        value_role="state.urgent" if urgent else "text.secondary",
        tooltip=text,
    )


def change_lines(said: tuple[str, ...]) -> list[Line]:
    """Return what became different as lines."""
    return [
        Line(f"change/{n}", text, mark=Mark(Shape.DIAMOND, "text.secondary", Fill.HOLLOW), tooltip=text)
        for n, text in enumerate(said)
    ]


def state(handover: Handover) -> str:
    """Where a handover stands."""
    t = QCoreApplication.translate
    if handover.locked:
        return t("Handover", "已交接 {0}").format(words.date_clock(began(handover)))
    if handover.left_at is not None:
        return t("Handover", "待接班签字")
    return t("Handover", "待交班签字")


def choice(now: Situation, handover: Handover) -> str:
    """One line of the list of handovers."""
    who = f"{step_words.actor(now, handover.leaving)} → {step_words.actor(now, handover.coming)}"
    return f"{words.date_clock(handover.at)} {who} · {state(handover)}"


def span(now: Situation, since: datetime, at: datetime) -> str:
    """Since when a handover counts, and that no earlier one says so where there is none."""
    t, length = QCoreApplication.translate, words.span(max(at - since, timedelta()))
    if is_first(now, since):
        return t("Handover", "没有上一次交接班，从 {0} 算起，{1}").format(words.date_clock(since), length)
    return t("Handover", "上次交接班 {0} 以来，{1}").format(words.date_clock(since), length)
