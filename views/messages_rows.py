"""The book of messages in rows: time, direction, medium, other end, text, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.office import DutyMessage
from data.rules.channels import EXERCISE_MARK
from data.rules.drill.speaking import is_exercise
from data.rules.messages import overdue, unanswered, unread
from views import office_words, phrases, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message, where it stands, and the role of the colour that says so."""

    message: DutyMessage
    time: str
    state: str
    role: str

    @property
    def id(self) -> str:
        """Id of the message."""
        return self.message.id


def row(message: DutyMessage, at: datetime) -> MessageRow:
    """Return a message as a row; `at` is the moment that its due time is counted to."""
    return MessageRow(message, _time(message.at, at), *stands(message, at))


def stands(message: DutyMessage, at: datetime) -> tuple[str, str]:
    """Say where a message stands, and in which role."""
    t = QCoreApplication.translate
    if overdue(message, at) and message.due is not None:
        return t("Messages", "待复 {0}").format(words.countdown(message.due, at)), "state.urgent"
    if unread(message):
        return t("Messages", "未阅"), "state.attention"
    if unanswered(message) and message.due is not None:
        return t("Messages", "待复 {0}").format(words.countdown(message.due, at)), "state.attention"
    if message.answered_at is not None:
        return t("Messages", "已复 {0}").format(words.clock(message.answered_at)), "text.muted"
    if message.noted_at is not None:
        return t("Messages", "已阅 {0}").format(words.clock(message.noted_at)), "text.muted"
    return "", "text.muted"


def text_of(message: DutyMessage) -> str:
    """Return what was said; what only a drill says is marked, as every text that leaves a drill is."""
    if not is_exercise(message) or message.text.startswith(EXERCISE_MARK):
        return message.text
    return f"{EXERCISE_MARK}{message.text}"


def direction(message: DutyMessage) -> str:
    """Whether it came in or went out."""
    t = QCoreApplication.translate
    return t("Messages", "来") if message.inward else t("Messages", "去")


def mark(message: DutyMessage) -> Mark:
    """A disc came in, hollow once it was noted; a bar went out; what waits is told in colour as well."""
    role = "state.attention" if message.open else "text.muted"
    if message.inward:
        return Mark(Shape.CIRCLE, role, Fill.SOLID if unread(message) else Fill.HOLLOW)
    return Mark(Shape.BAR, "text.muted")


def _time(moment: datetime, at: datetime) -> str:
    same = moment.astimezone(words.BEIJING).date() == at.astimezone(words.BEIJING).date()
    return words.clock(moment) if same else words.date_clock(moment)


def columns() -> tuple[Column[MessageRow], ...]:
    """Columns of the book."""
    t = QCoreApplication.translate
    return (
        Column(
            "time", t("Messages", "时间"), lambda r: r.time, Align.LEFT, sort_key=lambda r: r.message.at, chars=11,
        ),
        Column(
            "way", t("Messages", "方式"),
            lambda r: f"{direction(r.message)} · {office_words.medium(r.message.medium)}",
            mark_getter=lambda r: mark(r.message), chars=18 if phrases.english() else 12,
        ),
        Column("other", t("Messages", "对方"), lambda r: r.message.other, tooltip=lambda r: r.message.other,
               chars=12, stretch=2),
        Column(
            "text", t("Messages", "内容"), lambda r: " ".join(text_of(r.message).split()),
            role_getter=lambda r: "text.primary" if r.message.open else "text.secondary",
            tooltip=lambda r: text_of(r.message), chars=10, stretch=5,
        ),
        Column("state", t("Messages", "办理"), lambda r: r.state, role_getter=lambda r: r.role,
               tooltip=lambda r: r.state, chars=19),
    )  # fmt: skip
