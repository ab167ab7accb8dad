"""One alarm in full: why, what follows, what to do by when, whose it is, where to look, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.alarms import AlarmKind
from data.model.situation import Situation
from data.model.steps import Step
from data.rules.alarms.lines import LADDERS
from views import alarm_subjects, alarm_words, phrases, step_words, words
from views.alarm_history import HistoryLine, history
from views.alarm_rows import AlarmRow, AsideRow
from views.pane import Selection
from views.parts import Fact, Facts, Words, button, column, period, rule, scrolled
from widgets.badge import Badge, BadgeLook
from widgets.theme import Size, Theme

MOST_PLACES = 12
MOST_HISTORY = 40


class AlarmDetail(QWidget):
    """The right side of the sheet.

    Signals:
        view_requested: a workspace, and the Selection to make there or None.
        tag_picked: one tag of the line, to be dealt with by itself; "" for all of it again.

    """

    view_requested = Signal(str, object)
    tag_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._view: tuple[str, Selection | None] = ("", None)
        self._shown: tuple[str, ...] = ()
        self._only = ""
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.badge = Badge(theme, look=BadgeLook.OUTLINE)
        self.facts = Facts(theme)
        self.open_view = button("", "", self.tr("打开相关页面并选中对象（Enter）"))
        self.past_title = Words(theme, self.tr("这一点的经过"), size=Size.SMALL, tone="muted", wrap=False)
        self.past = Facts(theme)
        self.nothing = Words(theme, tone="muted")
        self._line = rule()
        inner = QWidget()
        box = column(theme, self.title, self.badge, self.facts, self.open_view, self._line, self.past_title, self.past,
                     self.nothing, None, gap=10)  # fmt: skip
        box.setAlignment(self.badge, Qt.AlignmentFlag.AlignLeft)
        box.setAlignment(self.open_view, Qt.AlignmentFlag.AlignLeft)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner.setLayout(box)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        self.open_view.clicked.connect(lambda: self.view_requested.emit(*self._view))
        self.facts.followed.connect(self.tag_picked)
        self.show_nothing("")

    def show_nothing(self, text: str) -> None:
        """Nothing is chosen."""
        self._shown = ()
        self._view = ("", None)
        for widget in (self.title, self.badge, self.facts, self.open_view, self._line, self.past_title, self.past):
            widget.hide()
        self.nothing.say(text)

    def show_line(self, now: Situation, one: AlarmRow, at: datetime, only: str = "") -> None:
        """Show a line that stands, or of its tags only one."""
        line = one.line
        self._only = only
        alarm = now.alarms.get(only)
        self._begin((only,) if only else line.tags, one.what if alarm is None else alarm_words.what(now, alarm))
        said = f"{alarm_words.grade(line)} · {alarm_words.state(line.state)}"
        self.badge.show_words(
            said,
            alarm_words.mark(line),
            role=alarm_words.role_of(line.priority, diagnostic=alarm_words.is_diagnostic(line.kind)),
        )
        facts = self._of_kind(now, line.kind)
        facts += self._of_line(now, one, at)
        self.facts.show_facts(facts)
        ref = only.partition("/")[2] or next(iter(line.refs), "")
        self._lead(line.kind, alarm_subjects.selection(now, line.kind.id, ref))

    def show_aside(self, now: Situation, one: AsideRow) -> None:
        """Show a tag that was put aside."""
        kind_id, _, ref = one.tag.partition("/")
        kind = now.registers.alarmkinds.get(kind_id)
        self._begin((one.tag,), one.what)
        self.badge.hide()
        facts = [Fact(self.tr("理由"), one.reason or words.DASH), Fact(self.tr("经手"), f"{one.who} · {one.at}")]
        self.facts.show_facts([*facts, *self._of_kind(now, kind)])
        self._lead(kind, alarm_subjects.selection(now, kind_id, ref))

    def show_history(self, now: Situation, tags: tuple[str, ...], steps: Sequence[Step]) -> None:
        """Show what became of tags so far; an answer to an older question is passed over."""
        if tags == self._shown:
            self._say_past(history(now, tags, steps)[:MOST_HISTORY])

    @property
    def shown(self) -> tuple[str, ...]:
        """The tags shown."""
        return self._shown

    def _begin(self, tags: tuple[str, ...], title: str) -> None:
        if tags != self._shown:
            self._shown = tags
            self._say_past(())
        self.title.say(title)
        self.nothing.hide()
        for widget in (self.badge, self.facts, self._line, self.past_title):
            widget.show()

    def _of_kind(self, now: Situation, kind: AlarmKind | None) -> list[Fact]:
        if kind is None:
            return [Fact(self.tr("定义"), self.tr("报警定义表中已没有这一类"), "attention")]
        said = phrases.registered
        return [
            Fact(self.tr("处置"), said(kind.action)),
            Fact(self.tr("可用时间"), period(kind.available_min)),
            Fact(self.tr("责任岗位"), alarm_words.owner(now, kind)),
            Fact(self.tr("原因"), said(kind.cause), "secondary"),
            Fact(self.tr("后果"), said(kind.consequence), "secondary"),
        ]

    def _of_line(self, now: Situation, one: AlarmRow, at: datetime) -> list[Fact]:
        line = one.line
        began = self.tr("{0}，已 {1}").format(words.date_clock(line.since), one.since)
        facts = [Fact(self.tr("发生"), began, "secondary")]
        if line.left_s is not None:
            until = words.date_clock(at + timedelta(seconds=line.left_s))
            told = self.tr("{0} 前（{1}）").format(until, one.left)
            facts.append(Fact(self.tr("须在"), told, "urgent" if line.left_s < 0 else ""))
        if line.chatters:
            facts.append(Fact(self.tr("抖动"), self.tr("反复跳变 {0} 次，列入检修").format(line.times), "attention"))
        if len(line.tags) > 1:
            facts.append(self._members(now, one))
        facts += self._acks(now, line.tags)
        return facts

    def _members(self, now: Situation, one: AlarmRow) -> Fact:
        """The tags of a line, each to be picked by itself."""
        line = one.line
        links: list[tuple[str, str]] = []
        for tag, ref in zip(line.tags[:MOST_PLACES], line.refs, strict=False):
            alarm = now.alarms.get(tag)
            name = alarm_subjects.place(now, line.kind.id, ref)
            if alarm is not None and line.kind.id in LADDERS:
                name = alarm_words.what(now, alarm)
            links.append((tag, self.tr("▸{0}").format(name) if tag == self._only else name or ref))
        more = len(line.tags) - MOST_PLACES
        if more > 0:
            links.append(("", self.tr("等 {0} 处").format(len(line.tags))))
        elif self._only:
            links.append(("", self.tr("全部 {0} 处").format(len(line.tags))))
        return Fact(self.tr("涉及"), "", links=tuple(links))

    def _acks(self, now: Situation, tags: Sequence[str]) -> list[Fact]:
        seen = [now.alarms[tag] for tag in tags if tag in now.alarms and now.alarms[tag].acked_at is not None]
        if not seen:
            return []
        last = max(seen, key=lambda alarm: alarm.acked_at or alarm.raised_at)
        text = f"{step_words.actor(now, last.acked_by)} {words.date_clock(last.acked_at)}"
        if 1 < len(tags) != len(seen):
            text = self.tr("{0} · 共 {1}/{2} 处").format(text, len(seen), len(tags))
        return [Fact(self.tr("确认"), phrases.noted(text, last.note), "secondary")]

    def _lead(self, kind: AlarmKind | None, selection: Selection | None) -> None:
        view = "" if kind is None else kind.view
        self._view = (view, selection)
        name = alarm_words.view_name(view)
        self.open_view.setVisible(bool(name))
        self.open_view.setText(self.tr("打开“{0}”").format(name))

    def _say_past(self, lines: Sequence[HistoryLine]) -> None:
        self.past.setVisible(bool(lines))
        self.past.show_facts([Fact(words.date_clock(one.at), one.text, "secondary") for one in lines])
