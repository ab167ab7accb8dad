"""Words of the record: which kinds belong to a group, what a day is counted by, what a check of the chain found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.documents.record import HAPPENED, RecordWords
from data.model.situation import Situation
from data.model.steps import PushApproved, PushDrafted, SignedOff, Step, TaskOrdered, TasksMoved, WhereaboutsSet
from data.model.task import Evidence, Move
from views import phrases, step_words, words
from views.timeline_rows import group_name

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "river": (
        "ReadingTaken", "ForecastEntered", "ForecastWithdrawn", "ReadingProposed", "ProposalDecided",
        "ReadingCorrected", "OutlookMade",
    ),
    "alarms": (
        "AlarmsMoved", "AlarmsAcknowledged", "AlarmsClosed", "AlarmsShelved", "AlarmsUnshelved", "AlarmsServiced",
    ),
    "level": ("OrderReceived", "OrderEnded", "SignedOff"),
    "office": (
        "MessageLogged", "MessageNoted", "MessageAnswered", "BriefingOpened", "BriefingAnswered", "PollAnswered",
        "BriefingDecided", "BriefingSigned", "BriefingClosed", "HandoverPrepared", "HandoverSigned", "PaperIssued",
        "LessonNoted",
    ),
    "tasks": ("TasksMoved", "TaskOrdered"),
    "dispatch": (
        "CallLogged", "PushDrafted", "PushApproved", "PushRefused", "PushRetracted", "ReceiptNoted",
        "MusterCalled", "MusterAnswered", "MusterClosed", "WatchStarted", "WatchAnswered", "WatchEnded",
        "VideoCalled", "VideoSeated", "VideoEnded", "VideoKept", "DeviceEnrolled", "DeviceRevoked",
    ),
    "reports": (
        "IncidentRaised", "IncidentClosed", "ReportReceived", "ReportMoved", "StoneStateSet",
        "IncidentMoved", "IncidentAmended", "ReportAmended", "ReportsMerged", "ReportsFiled", "PatrolStarted",
        "PatrolEnded", "PicturesAdded", "FieldRefused",
    ),
    "people": ("WhereaboutsSet", "ReckoningKept"),
    "registers": ("RegisterReplaced",),
    "drill": ("DrillBegun", "InjectMarked", "DrillPaced", "DrillEnded"),
    "log": ("PersonUnmasked", "NoteWritten", "UserChanged"),
})  # fmt: skip
"""Kinds of steps by the group in which the timeline shows them."""

_NAMED = 20
"""So many names are written out when many people or households moved at once."""


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
        "moved_people": t("Record", "户/人已撤离"),
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
        who=_who,
    )


def _who(step: Step, now: Situation) -> str:
    """Whoever answers for it: a push is approved by the second person, at whichever seat the PIN was typed."""
    return step_words.actor(now, step.body.approver if isinstance(step.body, PushApproved) else step.actor)


def _line(step: Step, now: Situation) -> tuple[str, str]:
    """The timeline's line, and after it what a reader without the program would have to ask for."""
    line = step_words.line(step, now)
    return group_name(line.group), phrases.clauses(part for part in (line.text, *_more(step, now)) if part)


def _more(step: Step, now: Situation) -> list[str]:
    t = QCoreApplication.translate
    match step.body:
        case PushDrafted(push):
            return [phrases.labelled(t("Record", "正文"), push.text)]
        case PushApproved(push_id, approver):
            push = now.pushes.get(push_id)
            what = "" if push is None else t("Record", "“{0}”，{1} 人").format(
                phrases.registered(push.title), len(push.recipients)
            )  # fmt: skip
            return [what, _seat(step, now) if step.actor != approver else ""]
        case TaskOrdered(task):
            return [phrases.labelled(t("Record", "要求"), task.text) if task.text not in ("", task.title) else ""]
        case TasksMoved() as body:
            return _moved(step, body, now)
        case SignedOff(issue=issue, withdraw=withdraw, assignees=assignees):
            given = dict(assignees)
            issued = phrases.listed(_given(_instruction(one, now), given.get(one, ""), now) for one in issue)
            withdrawn = phrases.listed(_title(one, now) for one in withdraw)
            return [
                phrases.labelled(t("Record", "下达"), issued) if issued else "",
                phrases.labelled(t("Record", "撤销"), withdrawn) if withdrawn else "",
            ]
        case WhereaboutsSet(register, ids) if len(ids) > 1:
            return [_names(register, ids, now)]
        case _:
            return []


def _moved(step: Step, body: TasksMoved, now: Situation) -> list[str]:
    t = QCoreApplication.translate
    told = [(_title(one, now), _assignee(step, body, one, now)) for one in body.tasks]
    to = {assignee for _, assignee in told}
    proof = phrases.listed(text for one in body.evidence if (text := _evidence(one)))
    if len(to) == 1:  # all to the same: said once
        titles = phrases.listed(title for title, _ in told) if len(told) > 1 else ""
        name = step_words.who(now, first) if (first := to.pop()) else ""
    else:
        titles, name = phrases.listed(_given(title, assignee, now) for title, assignee in told), ""
    return [
        titles,
        phrases.labelled(t("Record", "受领"), name) if name else "",
        phrases.labelled(t("Record", "凭证"), proof) if proof else "",
    ]


def _assignee(step: Step, body: TasksMoved, task_id: str, now: Situation) -> str:
    """To whom a move gave a task; nothing when it has been given to others since and the step does not say."""
    task = now.tasks.get(task_id)
    if body.assignee or task is None or body.move is not Move.ISSUE:
        return body.assignee
    later = any(mark.move in (Move.ISSUE, Move.REASSIGN) and mark.at > step.at for mark in task.history)
    return "" if later else task.assignee


def _given(title: str, assignee: str, now: Situation) -> str:
    return f"{title} → {step_words.who(now, assignee)}" if assignee else title


def _title(task_id: str, now: Situation) -> str:
    task = now.tasks.get(task_id)
    return task_id if task is None else phrases.task_title(task, now.plan)


def _instruction(row_id: str, now: Situation) -> str:
    row = now.plan.by_id.get(row_id)
    return row_id if row is None else phrases.plan_title(row)


def _evidence(one: Evidence) -> str:
    count = "" if one.count is None else f"{one.count:,}"
    return " ".join(part for part in (one.text, count, one.filename) if part)


def _seat(step: Step, now: Situation) -> str:
    return QCoreApplication.translate("Record", "在{0}的席位上").format(step_words.actor(now, step.actor))


def _names(register: str, ids: tuple[str, ...], now: Situation) -> str:
    t = QCoreApplication.translate
    names = phrases.listed(step_words.person(now, register, one) for one in ids[:_NAMED])
    if len(ids) <= _NAMED:
        return names
    said = t("Record", "{0} 等 {1} 人") if register == "keypeople" else t("Record", "{0} 等 {1} 户")
    return said.format(names, f"{len(ids):,}")
