"""Words of the record: which kinds belong to a group, what a day is counted by, what a check of the chain found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.documents.record import HAPPENED, RecordWords
from data.model.situation import Situation
from data.model.steps import Step
from views import step_words, words
from views.timeline_rows import group_name

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "river": ("ReadingTaken", "ForecastEntered", "ForecastWithdrawn"),
    "level": ("OrderReceived", "OrderEnded", "SignedOff"),
    "tasks": ("TasksMoved", "TaskOrdered"),
    "dispatch": ("CallLogged", "PushDrafted", "PushApproved", "PushRefused", "PushRetracted", "ReceiptNoted"),
    "reports": ("IncidentRaised", "IncidentClosed", "ReportReceived", "ReportMoved", "StoneStateSet"),
    "people": ("WhereaboutsSet",),
    "registers": ("RegisterReplaced",),
    "log": ("PersonUnmasked", "NoteWritten", "UserChanged"),
})  # fmt: skip
"""Kinds of steps by the group in which the timeline shows them."""


def kinds_of(groups: Iterable[str]) -> tuple[str, ...]:
    """Kinds of these groups."""
    return tuple(kind for group in groups for kind in KINDS[group])


def counted(key: str) -> str:
    """What a count counts."""
    t = QCoreApplication.translate
    return {
        "readings": t("Record", "次报汛"),
        "signed": t("Record", "次签发"),
        "issued": t("Record", "项任务下达"),
        "finished": t("Record", "项完成"),
        "verified": t("Record", "项核验"),
        "calls": t("Record", "次电话"),
        "unanswered": t("Record", "人次未叫应"),
        "pushes": t("Record", "次推送"),
        "reports": t("Record", "件事件"),
        "incidents": t("Record", "起险情"),
        "moved_people": t("Record", "户/人次撤离登记"),
    }[key]


def counts_line(counts: Mapping[str, int]) -> str:
    """All counts above zero in one line."""
    return " · ".join(f"{counts[key]:,} {counted(key)}" for key in HAPPENED if counts.get(key))


def verified(ok: bool, rows: int, first_bad: int | None, why: str) -> str:
    """What a walk along the hash chain found."""
    t = QCoreApplication.translate
    if ok:
        return t("Record", "日志完整：{0} 条逐条核对无误").format(f"{rows:,}")
    reason = {
        "gap": t("Record", "序号有缺"),
        "broken_link": t("Record", "前后不相接"),
        "altered": t("Record", "内容被改动"),
        "attachment": t("Record", "附件缺失或被改动"),
        "cut_off": t("Record", "末尾被截去"),
        "snapshot": t("Record", "快照与日志不符"),
        "unreadable": t("Record", "读不出"),
    }.get(why, why)
    place = "" if first_bad is None else t("Record", "第 {0} 条").format(f"{first_bad:,}")
    return t("Record", "日志不完整：{0}{1}（共核对 {2} 条）").format(place, reason, f"{rows:,}")


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Beginning and end of a day in Beijing time."""
    start = datetime.combine(day, time(), words.BEIJING)
    return start, start + timedelta(days=1)


def day_words(day: date, now: Situation) -> RecordWords:
    """Words for the record of a day."""
    t = QCoreApplication.translate
    return RecordWords(
        title=t("Record", "防汛值班日志 {0}").format(day.isoformat()),
        subtitle=t("Record", "花园口镇防汛指挥部 · {0} · 时间为北京时间").format(words.realm(now.realm)),
        headings=(t("Record", "时间"), t("Record", "人员"), t("Record", "类别"), t("Record", "事项")),
        counted={key: counted(key) for key in HAPPENED},
        empty=t("Record", "这一天没有记录"),
        line=_line,
        at=lambda step: words.full_time(step.at),
        who=lambda step, situation: step_words.actor(situation, step.actor),
    )


def _line(step: Step, now: Situation) -> tuple[str, str]:
    line = step_words.line(step, now)
    return group_name(line.group), line.text
