"""Alarms in words: what happened with its value and limit, priority, state, what is spoken, the history of a tag."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm, AlarmClass, AlarmKind, AlarmMove, AlarmState, Closing, Priority
from data.model.situation import Situation
from data.rules.alarms.lines import LADDERS
from views import alarm_said, alarm_subjects, phrases, river_step_words, spoken_words, step_words, words
from widgets.marks import Fill, Mark, Shape

if TYPE_CHECKING:
    from data.rules.alarms.announcing import Announcement
    from data.rules.alarms.condition import Condition
    from data.rules.alarms.lines import AlarmLine

SHAPES = (Shape.CIRCLE, Shape.DIAMOND, Shape.TRIANGLE)
"""By rank: low, medium, high. A square is a diagnostic."""

BLANK = re.compile(r"\{(\w+)\}")
"""Where a spoken line leaves room for a name; what nobody knows is left out, not read aloud as a brace."""

PRIORITY_ROLES = ("alarm.low", "alarm.medium", "alarm.high")


def state(value: AlarmState) -> str:
    """Where an alarm is in its life."""
    return {
        AlarmState.UNACKED: QCoreApplication.translate("AlarmWords", "未确认"),
        AlarmState.ACKED: QCoreApplication.translate("AlarmWords", "已确认"),
        AlarmState.RETURNED: QCoreApplication.translate("AlarmWords", "已恢复，未确认"),
        AlarmState.DONE_WAITS: QCoreApplication.translate("AlarmWords", "已恢复，待办结"),
    }[value]


def alarm_class(value: AlarmClass) -> str:
    """Alarm or diagnostic."""
    return {
        AlarmClass.ALARM: QCoreApplication.translate("AlarmWords", "报警"),
        AlarmClass.DIAGNOSTIC: QCoreApplication.translate("AlarmWords", "诊断"),
    }[value]


def closing(value: Closing) -> str:
    """Who ends an alarm."""
    return {
        Closing.SELF: QCoreApplication.translate("AlarmWords", "恢复并确认后自动结束"),
        Closing.PERSON: QCoreApplication.translate("AlarmWords", "恢复并确认后由人办结"),
    }[value]


def mode(code: str) -> str:
    """A mode in which a kind is quiet."""
    return {
        "normal": QCoreApplication.translate("AlarmWords", "常态"),
        "rising": QCoreApplication.translate("AlarmWords", "涨水"),
        "receding": QCoreApplication.translate("AlarmWords", "退水"),
        "aftermath": QCoreApplication.translate("AlarmWords", "善后"),
        "drill": QCoreApplication.translate("AlarmWords", "演练"),
    }.get(code, code)


def kind_name(kind: AlarmKind | None, kind_id: str) -> str:
    """What a kind is called; its code when the table has it no longer."""
    return kind_id if kind is None else phrases.registered(kind.name)


def role_of(priority_value: Priority, *, diagnostic: bool) -> str:
    """Colour role of a priority; none of them is a warning colour."""
    return "alarm.diagnostic" if diagnostic else PRIORITY_ROLES[priority_value.rank]


def shape_of(priority_value: Priority, *, diagnostic: bool) -> Shape:
    """Shape of a priority, so that it is told without colour."""
    return Shape.SQUARE if diagnostic else SHAPES[priority_value.rank]


def grade(line: AlarmLine) -> str:
    """Word beside the mark."""
    return river_step_words.priority(line.priority)


def is_diagnostic(kind: AlarmKind | None) -> bool:
    """Whether it wants a repair and not an act in the flood."""
    return kind is not None and kind.alarm_class is AlarmClass.DIAGNOSTIC


def modes(kind: AlarmKind) -> str:
    """The modes in which a kind is quiet, in words."""
    return phrases.listed(mode(code) for code in re.split(r"[\s,;，；、|]+", kind.quiet_in) if code)


def mark(line: AlarmLine, *, lit: bool = True) -> Mark:
    """Shape tells the priority, a solid mark that it still holds; faint in the dark half of a flash."""
    holds = line.state in (AlarmState.UNACKED, AlarmState.ACKED)
    fill = Fill.FAINT if not lit else Fill.SOLID if holds else Fill.HOLLOW
    diagnostic = is_diagnostic(line.kind)
    return Mark(shape_of(line.priority, diagnostic=diagnostic), role_of(line.priority, diagnostic=diagnostic), fill)


def left(line: AlarmLine) -> str:
    """Time left to act, or by how much it is over; nothing once nothing holds any more."""
    if line.left_s is None:
        return ""
    length = words.span(timedelta(seconds=abs(line.left_s)))
    if line.left_s < 0:
        return QCoreApplication.translate("AlarmWords", "超 {0}").format(length)
    return QCoreApplication.translate("AlarmWords", "剩 {0}").format(length)


def count(line: AlarmLine) -> str:
    """How many came together, or how often one came; nothing for one that came once."""
    if line.count > 1:
        if line.kind.id in LADDERS:  # the rungs below are no places
            return ""
        return QCoreApplication.translate("AlarmWords", "{0} 处").format(f"{line.count:,}")
    if line.times > 1:
        return QCoreApplication.translate("AlarmWords", "{0} 次").format(f"{line.times:,}")
    return ""


def owner(now: Situation, kind: AlarmKind | None) -> str:
    """Name of the post that has to act."""
    if kind is None or not kind.owner:
        return words.DASH
    row = now.registers.roles.get(kind.owner)
    return kind.owner if row is None else phrases.role_name(row)


def view_name(view: str) -> str:
    """Name of a related workspace as the rail has it, "" for none."""
    return {
        "desk": QCoreApplication.translate("AlarmWords", "指挥"),
        "hydrology": QCoreApplication.translate("AlarmWords", "水情"),
        "works": QCoreApplication.translate("AlarmWords", "工程"),
        "patrol": QCoreApplication.translate("AlarmWords", "巡查"),
        "relocation": QCoreApplication.translate("AlarmWords", "迁安"),
        "stock": QCoreApplication.translate("AlarmWords", "物资"),
        "plan": QCoreApplication.translate("AlarmWords", "预案"),
        "compare": QCoreApplication.translate("AlarmWords", "推演"),
        "record": QCoreApplication.translate("AlarmWords", "复盘"),
        "system": QCoreApplication.translate("AlarmWords", "系统"),
    }.get(view, "")


def what(now: Situation, one: AlarmLine | Alarm | AlarmMove | Condition) -> str:
    """What happened, with its value and limit: "花园口流量 6,210 m³/s，达到Ⅲ级 6,000"; several of a cause by name."""
    found = alarm_subjects.about(one)
    said = alarm_said.said(now, found)
    if said:
        return said
    name = kind_name(now.registers.alarmkinds.get(found.kind), found.kind)
    places = alarm_subjects.names(now, found.kind, found.refs)
    return phrases.labelled(name, places) if places else name


def spoken(now: Situation, one: Announcement) -> str:
    """What is said aloud, "" where the kind is only sounded; a drill is said to be one first."""
    if not one.spoken:
        return ""
    known = {name: alarm_subjects.param(now, name, text) for name, text in one.params}
    level = dict(one.params).get("level", "")
    if level:
        known["level"] = spoken_words.rung(level) or known["level"]
    station = dict(one.params).get("station")
    if station:
        known["station"] = step_words.station(now, station)
    text = BLANK.sub(lambda found: known.get(found.group(1), ""), phrases.registered(one.spoken))
    return spoken_words.in_realm(text, now.realm)
