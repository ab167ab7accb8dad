"""Words of briefings: votes, topics, where a briefing stands, who spoke by which way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.frozen import Topic
from data.model.office import Ballot, Briefing, Vote
from data.model.situation import Situation
from data.rules.briefing import Since
from views import phrases, step_words, words
from views.warning_words import role_name
from widgets.marks import Fill, Mark, Shape


def vote(value: Vote) -> str:
    """An answer to the poll."""
    return {
        Vote.GO: QCoreApplication.translate("Briefing", "同意"),
        Vote.NO_GO: QCoreApplication.translate("Briefing", "不同意"),
        Vote.ABSTAIN: QCoreApplication.translate("Briefing", "弃权"),
    }[value]


def decided(value: Vote) -> str:
    """A decision about the motion."""
    return {
        Vote.GO: QCoreApplication.translate("Briefing", "执行"),
        Vote.NO_GO: QCoreApplication.translate("Briefing", "不执行"),
        Vote.ABSTAIN: QCoreApplication.translate("Briefing", "暂缓"),
    }[value]


def mark(ballot: Ballot | None) -> Mark:
    """Shape tells the answer, a hollow mark that there is none."""
    if ballot is None:
        return Mark(Shape.CIRCLE, "line.control", Fill.HOLLOW)
    return {
        Vote.GO: Mark(Shape.CHECK, "state.ok"),
        Vote.NO_GO: Mark(Shape.CROSS, "state.urgent"),
        Vote.ABSTAIN: Mark(Shape.BAR, "text.secondary"),
    }[ballot.vote]


def topic(value: Topic) -> str:
    """Heading of a part of the frozen picture."""
    t = QCoreApplication.translate
    return {
        Topic.RIVER: t("Briefing", "水情"),
        Topic.COMING: t("Briefing", "预报"),
        Topic.LEVEL: t("Briefing", "预警与响应"),
        Topic.EXPOSED: t("Briefing", "受威胁人员与地块"),
        Topic.TASKS: t("Briefing", "任务"),
        Topic.ALARMS: t("Briefing", "报警"),
        Topic.INCIDENTS: t("Briefing", "险情"),
        Topic.SHORT: t("Briefing", "力量物资缺口"),
    }[value]


def nothing(value: Topic) -> str:
    """What stands under a heading where there is nothing."""
    t = QCoreApplication.translate
    return {
        Topic.RIVER: t("Briefing", "没有可用的读数"),
        Topic.COMING: t("Briefing", "没有预报"),
        Topic.LEVEL: t("Briefing", "无响应"),
        Topic.EXPOSED: t("Briefing", "此流量下无人受威胁"),
        Topic.TASKS: t("Briefing", "没有任务"),
        Topic.ALARMS: t("Briefing", "没有报警"),
        Topic.INCIDENTS: t("Briefing", "没有未销号的险情"),
        Topic.SHORT: t("Briefing", "没有缺口"),
    }[value]


def since(value: Since) -> str:
    """What became of a fact after the freezing."""
    t = QCoreApplication.translate
    return {
        Since.CHANGED: t("Briefing", "冻结后变化"),
        Since.NEW: t("Briefing", "冻结后新增"),
        Since.GONE: t("Briefing", "冻结后解除"),
    }[value]


def state(briefing: Briefing) -> str:
    """Where a briefing stands."""
    if briefing.closed_at is not None:
        return QCoreApplication.translate("Briefing", "已结束 {0}").format(words.date_clock(briefing.closed_at))
    if briefing.decided is not None:
        return QCoreApplication.translate("Briefing", "已决定，待签字")
    return QCoreApplication.translate("Briefing", "进行中")


def choice(briefing: Briefing) -> str:
    """One line of the list of briefings."""
    return f"{words.date_clock(briefing.frozen_at)} {briefing.title} · {state(briefing)}"


def roles(now: Situation, codes: tuple[str, ...]) -> str:
    """Names of roles in a row."""
    return phrases.listed(role_name(now, code) for code in codes)


def way(ballot: Ballot) -> str:
    """By which way somebody answered."""
    by_phone = ballot.via == "phone"
    return (
        QCoreApplication.translate("Briefing", "手机") if by_phone else QCoreApplication.translate("Briefing", "席位")
    )


def spoke(now: Situation, ballot: Ballot) -> str:
    """Who answered, by which way and when: "唐杰 手机 12:52"."""
    return f"{step_words.who(now, ballot.person)} {way(ballot)} {words.clock(ballot.at)}"
