"""Words and marks of roll-calls and welfare timers."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.field import Answer, Muster, Watch
from data.model.situation import Situation
from data.rules.watches import due_at, ends_at
from views import contact_words, phrases, words
from widgets.marks import Fill, Mark, Shape


def answer(value: Answer) -> str:
    """What somebody answered to a roll-call."""
    return {
        Answer.NONE: QCoreApplication.translate("MusterWords", "未应答"),
        Answer.PRESENT: QCoreApplication.translate("MusterWords", "到"),
        Answer.AWAY: QCoreApplication.translate("MusterWords", "不能到"),
        Answer.HELP: QCoreApplication.translate("MusterWords", "需要支援"),
    }[value]


def answer_mark(value: Answer, *, late: bool) -> Mark:
    """A mark that tells the answer by shape first; silence is urgent only once the clock has run out."""
    return {
        Answer.NONE: Mark(Shape.CROSS, "state.urgent") if late else Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW),
        Answer.PRESENT: Mark(Shape.CHECK, "state.ok"),
        Answer.AWAY: Mark(Shape.TRIANGLE, "state.attention"),
        Answer.HELP: Mark(Shape.TRIANGLE, "state.urgent"),
    }[value]


def answer_role(value: Answer, *, late: bool) -> str:
    """The colour role of an answer's words."""
    if value is Answer.HELP or (value is Answer.NONE and late):
        return "state.urgent"
    return "state.attention" if value is Answer.AWAY else "text.secondary"


def muster(value: Muster) -> str:
    """A roll-call in the list of roll-calls."""
    title, at = phrases.registered(value.title), words.date_clock(value.called_at)
    came, total = sum(line.answer is not Answer.NONE for line in value.lines), len(value.lines)
    t = QCoreApplication.translate
    said = t("MusterWords", "{0} {1} · 已应答 {2}/{3}").format(at, title, came, total)
    return said if value.closed_at is None else t("MusterWords", "{0} · 已结束").format(said)


def clock(value: Muster, time: datetime) -> str:
    """Time left of a roll-call, by how much it is over, or how long it took."""
    t = QCoreApplication.translate
    if value.closed_at is not None:
        return t("MusterWords", "历时 {0}").format(words.span(value.closed_at - value.called_at))
    return words.countdown(ends_at(value), time)


def took(value: Muster, at: datetime | None) -> str:
    """How long after the call somebody answered, and whether that was too late."""
    if at is None:
        return words.DASH
    said = words.span(at - value.called_at)
    return QCoreApplication.translate("MusterWords", "{0}（迟）").format(said) if at > ends_at(value) else said


def team(now: Situation, value: Watch) -> str:
    """Name of the team under a watch, with how many it is."""
    name = contact_words.name_of(now, value.team)
    return QCoreApplication.translate("MusterWords", "{0} {1} 人").format(name, value.people) if value.people else name


def watch_state(value: Watch, time: datetime) -> str:
    """How a team stands: called for help, overdue, back, or the time left."""
    t = QCoreApplication.translate
    if value.ended_at is not None:
        return t("MusterWords", "已返回")
    if value.help_at is not None:
        return t("MusterWords", "求援 {0}").format(words.age(value.help_at, time))
    return words.countdown(due_at(value), time)


def watch_mark(value: Watch, *, overdue: bool) -> Mark:
    """A mark that tells the state by shape first."""
    if value.ended_at is not None:
        return Mark(Shape.BAR, "text.muted")
    if value.help_at is not None:
        return Mark(Shape.TRIANGLE, "state.urgent")
    if overdue:
        return Mark(Shape.DIAMOND, "state.urgent")
    return Mark(Shape.CIRCLE, "state.ok", Fill.HALF)


def watch_role(value: Watch, *, overdue: bool) -> str:
    """The colour role of the state's words."""
    if value.ended_at is not None:
        return "text.muted"
    return "state.urgent" if value.help_at is not None or overdue else "text.primary"


def pressing(now: Situation, ids: tuple[str, ...]) -> str:
    """Which teams need somebody now, in one line for the status line; "" when none does."""
    teams = [team(now, now.watches[one]) for one in ids if one in now.watches]
    if not teams:
        return ""
    return QCoreApplication.translate("MusterWords", "平安计时告警：{0}").format(phrases.listed(teams))
