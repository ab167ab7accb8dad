"""One line of the timeline for steps about the river and about alarms, and the words for those that are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsMoved,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmChange, AlarmMove, Priority
from data.model.river import Outlook, Reading
from data.model.river_steps import OutlookMade, ProposalDecided, ReadingCorrected, ReadingProposed
from data.model.situation import Situation
from data.model.steps import Body
from views import phrases, words
from views.pane import Selection

Said = tuple[str, str, Selection | None]
"""Text, group of the timeline, and what the line leads to."""

Station = Callable[[Situation, str], str]

RiverBody = (
    ReadingProposed
    | ProposalDecided
    | ReadingCorrected
    | OutlookMade
    | AlarmsMoved
    | AlarmsAcknowledged
    | AlarmsClosed
    | AlarmsShelved
    | AlarmsUnshelved
    | AlarmsServiced
)


def said(body: Body, now: Situation, station: Station) -> Said | None:
    """Say one step; None when it is of another family. `station` gives the name of a station."""
    t = QCoreApplication.translate
    match body:
        case ReadingProposed(proposal):
            text = t("StepWords", "待复核：{0} {1}（越过阈值，须第二人确认）").format(
                station(now, proposal.reading.station), value(proposal.reading)
            )
            return text, "river", Selection("stations", proposal.reading.station)
        case ProposalDecided(_, accepted, reason):
            text = t("StepWords", "复核通过，采用人工报汛") if accepted else t("StepWords", "复核未通过，不采用")
            return phrases.noted(text, reason), "river", None
        case ReadingCorrected(reading, reason):
            text = t("StepWords", "更正 {0} {1}：{2}").format(
                station(now, reading.station), words.date_clock(reading.at), value(reading)
            )
            return phrases.noted(text, reason), "river", Selection("stations", reading.station)
        case OutlookMade(outlook):
            return _outlook(now, outlook, station), "river", Selection("stations", outlook.station)
        case _:
            return alarm_said(body, now)


def alarm_said(body: Body, now: Situation) -> Said | None:
    """Say one step about alarms; None when it is of another family."""
    t = QCoreApplication.translate
    match body:
        case AlarmsMoved(moves):
            return _moved(moves, now)
        case AlarmsAcknowledged(tags, note):
            return _tags(t("StepWords", "确认报警：{0}"), tags, note, now)
        case AlarmsClosed(tags, done):
            return _tags(t("StepWords", "报警办结：{0}"), tags, done, now)
        case AlarmsShelved(tags, until, reason):
            form = t("StepWords", "搁置报警至 {1}：{0}")
            return _tags(form, tags, reason, now, words.date_clock(until))
        case AlarmsUnshelved(tags, reason):
            return _tags(t("StepWords", "恢复搁置的报警：{0}"), tags, reason, now)
        case AlarmsServiced(tags, out, reason):
            form = t("StepWords", "报警停用：{0}") if out else t("StepWords", "报警恢复启用：{0}")
            return _tags(form, tags, reason, now)
        case _:
            return None


def value(reading: Reading) -> str:
    """Flow and stage of a reading, as far as it has them."""
    t = QCoreApplication.translate
    said: list[str] = []
    if reading.flow_m3s is not None:
        said.append(t("StepWords", "流量 {0} m³/s").format(words.flow(reading.flow_m3s)))
    if reading.stage_m is not None:
        said.append(t("StepWords", "水位 {0} m {1}").format(words.stage(reading.stage_m), reading.datum).strip())
    return phrases.listed(said)


def tag_name(now: Situation, tag: str) -> str:
    """Name of what an alarm is about: its kind, and the object where that has one."""
    from views import alarm_subjects  # it leans on step_words, and that on this module

    kind_id, _, ref = tag.partition("/")
    row = now.registers.alarmkinds.get(kind_id)
    name = kind_id if row is None else phrases.registered(row.name)
    where = alarm_subjects.place(now, kind_id, ref) if ref else ""
    return f"{name}·{where}" if where else name


def change(value: AlarmChange) -> str:
    """What the engine found."""
    t = QCoreApplication.translate
    return {
        AlarmChange.RAISED: t("StepWords", "报警"),
        AlarmChange.AGAIN: t("StepWords", "再次报警"),
        AlarmChange.RETURNED: t("StepWords", "恢复正常"),
        AlarmChange.WORSE: t("StepWords", "加重"),
        AlarmChange.CHATTERS: t("StepWords", "反复跳变，列入检修"),
        AlarmChange.STEADY: t("StepWords", "不再跳变"),
        AlarmChange.ENDED: t("StepWords", "报警结束"),
        AlarmChange.SUPPRESSED: t("StepWords", "按工况抑制"),
        AlarmChange.RESUMED: t("StepWords", "解除抑制"),
    }[value]


def priority(value: Priority) -> str:
    """How urgent the act is."""
    t = QCoreApplication.translate
    return {
        Priority.LOW: t("StepWords", "低"),
        Priority.MEDIUM: t("StepWords", "中"),
        Priority.HIGH: t("StepWords", "高"),
    }[value]


def refusals() -> Mapping[str, str]:
    """Why a step about the river or an alarm was refused."""
    t = QCoreApplication.translate
    return {
        "proposal_exists": t("StepWords", "这个值已在待复核之列"),
        "no_such_proposal": t("StepWords", "这个值已有人复核过"),
        "own_proposal": t("StepWords", "录入人不能复核自己的值，请第二人确认"),
        "outlook_older": t("StepWords", "已有更新的本台预报"),
        "no_such_alarm": t("StepWords", "该报警已结束，列表已更新"),
        "alarm_not_acked": t("StepWords", "请先确认报警再办结"),
        "alarm_active": t("StepWords", "报警条件仍在，不能办结"),
        "alarm_done_missing": t("StepWords", "请写明做了什么"),
        "shelf_too_long": t("StepWords", "搁置须在 24 小时以内"),
        "not_shelved": t("StepWords", "该报警没有搁置"),
        "not_out_of_service": t("StepWords", "该报警没有停用"),
    }


def _outlook(now: Situation, outlook: Outlook, station: Station) -> str:
    name = station(now, outlook.station)
    if not outlook.points:
        return QCoreApplication.translate("StepWords", "本台预报：{0} 无法作出").format(name)
    peak = max(outlook.points, key=lambda point: point.flow_m3s)
    return QCoreApplication.translate("StepWords", "本台预报：{0} {1} 前后 {2} m³/s（{3}–{4}）").format(
        name,
        words.date_clock(peak.at),
        words.flow(peak.flow_m3s),
        words.flow(peak.low_m3s),
        words.flow(peak.high_m3s),
    )


def _moved(moves: Sequence[AlarmMove], now: Situation) -> Said:
    if not moves:
        return QCoreApplication.translate("StepWords", "报警无变化"), "alarms", None
    first = max(moves, key=lambda move: (move.change is AlarmChange.RAISED, move.priority.rank))
    text = phrases.labelled(change(first.change), _found(now, first))
    if len(moves) > 1:
        text = QCoreApplication.translate("StepWords", "{0} 等 {1} 项").format(text, len(moves))
    return text, "alarms", Selection("alarm", first.tag)


def _found(now: Situation, move: AlarmMove) -> str:
    """What came, with its value and limit and how urgent it is; of what went, only its name."""
    from views import alarm_words  # it leans on step_words, and that on this module

    if move.change not in (AlarmChange.RAISED, AlarmChange.AGAIN, AlarmChange.WORSE):
        return tag_name(now, move.tag)
    return phrases.noted(alarm_words.what(now, move), priority(move.priority))


def _tags(form: str, tags: Sequence[str], note: str, now: Situation, *more: str) -> Said:
    name = tag_name(now, tags[0]) if tags else ""
    if len(tags) > 1:
        name = QCoreApplication.translate("StepWords", "{0} 等 {1} 项").format(name, len(tags))
    leads_to = Selection("alarm", tags[0]) if tags else None
    return phrases.noted(form.format(name, *more), note), "alarms", leads_to
