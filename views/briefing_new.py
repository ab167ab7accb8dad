"""Calling a briefing: its name, the motion and who votes, the agenda; the press of the button freezes the moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from data.model.agenda import Agenda, Motion
from data.model.office import Question
from data.model.situation import Situation
from views import briefing_words, phrases, words
from views.keeping_form import KeepingForm
from views.parts import Choice, Words, button, row, scrolled
from widgets.chips import Chip, Chips
from widgets.panel import Panel
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

OWN = "own"
"""Id of the question that was added by hand."""


@dataclass(frozen=True, slots=True)
class NewBriefing:
    """A briefing as it is called."""

    title: str
    motion: str
    roles: tuple[str, ...]
    agenda: tuple[Question, ...]


class NewBriefingForm(KeepingForm):
    """What is typed stays until the briefing has begun, also when the form is put away.

    Signals:
        asked: a NewBriefing; the moment is to be frozen.
        put_away: back to what was shown before.
        typed: something was typed or chosen → `drafts`.

    """

    asked = Signal(object)
    put_away = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the form without an agenda."""
        super().__init__(parent)
        self._theme = theme
        self._agenda = Agenda()
        self._now: Situation | None = None
        self._checks: list[QCheckBox] = []
        self._chosen_before: tuple[str, ...] = ()
        self.panel = Panel(theme, self.tr("发起会商"), detachable=False, icon="briefing")
        self.moment = Words(theme, tone="secondary")
        self.title = QLineEdit(self.tr("花园口镇防汛会商"))
        self.title.setMaxLength(80)
        self.usual = Choice(self.tr("常用议题"))
        self.motion = QPlainTextEdit()
        self.motion.setTabChangesFocus(True)
        self.motion.setPlaceholderText(self.tr("请各岗位表决的事，一句话写清；不表决可留空"))
        self.roles = Chips(theme, exclusive=False)
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("另加一题，可不填"))
        self.own.setMaxLength(200)
        self.begin = button(self.tr("冻结此刻情况，开始会商(&B)"), "primary", self.tr("Ctrl+回车"))
        self.away = button(self.tr("收起"), "quiet", self.tr("收起，已填内容保留（Esc）"))
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self.trouble.say("")
        for field, name in (
            (self.title, self.tr("会商名称")),
            (self.motion, self.tr("表决议题")),
            (self.roles, self.tr("请哪些岗位表决")),
            (self.own, self.tr("另加一题")),
        ):
            field.setAccessibleName(name)
        self._arrange(theme)
        self._wire()
        self.set_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self._questions = QVBoxLayout()
        self._questions.setSpacing(theme.px(2))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner.setSpacing(theme.px(6))
        parts = (
            (self.tr("会商名称"), self.title),
            (self.tr("表决议题"), self.usual),
            ("", self.motion),
            (self.tr("请哪些岗位表决"), self.roles),
            (self.tr("议程"), self._questions),
            ("", self.own),
        )
        inner.addWidget(self.moment)
        for caption, part in parts:
            if caption:
                inner.addSpacing(theme.px(4))
                inner.addWidget(Words(theme, caption, tone="muted", size=Size.SMALL, wrap=False))
            if isinstance(part, QVBoxLayout):
                inner.addLayout(part)
            else:
                inner.addWidget(part)
        inner.addStretch(1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(holder), 1)
        foot = row(theme, self.begin, self.away, gap=8)
        foot.addWidget(self.trouble, 9)
        foot.addStretch(1)
        foot.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(12))
        column.addLayout(foot)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self.usual.picked.connect(self._take_usual)
        self.begin.clicked.connect(self._ask)
        self.away.clicked.connect(self.put_away)
        for changed in (
            self.title.textChanged, self.motion.textChanged, self.own.textChanged, self.roles.chosen
        ):  # fmt: skip
            changed.connect(lambda *_: self.typed.emit())
        for keys in SEND:
            inside(self, keys, self._ask)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._theme = theme
        self.setMaximumSize(theme.px(860), theme.px(690))
        self.motion.setFixedHeight(self.motion.fontMetrics().lineSpacing() * 2 + theme.px(14))

    def show_agenda(self, agenda: Agenda) -> None:
        """Offer these questions and motions."""
        self._agenda = agenda
        first = ("", self.tr("选一条常用议题，或自己写"))
        self.usual.set_choices([first, *((one.id, _text(one)) for one in agenda.motions)])
        for old in self._checks:
            self._questions.removeWidget(old)
            old.deleteLater()
        self._checks = []
        for _ in agenda.questions:
            check = QCheckBox()
            check.setChecked(True)
            self._checks.append(check)
            self._questions.addWidget(check)
        self._say_questions()

    def show_situation(self, now: Situation, at: datetime | None) -> None:
        """Say what would be frozen, and offer the roles."""
        registers_changed = self._now is None or self._now.registers is not now.registers
        self._now = now
        if registers_changed:
            chosen = self.roles.chosen_keys() or self._chosen_before
            self._chosen_before = ()
            self.roles.set_chips([Chip(one.id, phrases.role_name(one)) for one in now.registers.roles])
            self.roles.choose(chosen)
            self._say_questions()
        if at is not None:
            self.show_time(at)

    def show_time(self, at: datetime) -> None:
        """Say which moment would be frozen."""
        now = self._now
        if now is not None:
            said = self.tr("将冻结 {0} 的情况：第 {1} 步 · 花园口 {2} m³/s · {3}")
            self.moment.say(
                said.format(
                    words.full_time(at), f"{now.seq:,}", words.flow(now.flow_m3s), words.level(now.standing.level)
                )
            )

    def drafts(self) -> dict[str, str]:
        """Return what is typed, by key."""
        title = self.title.text()
        texts = {
            "title": "" if title == self.tr("花园口镇防汛会商") else title,
            "motion": self.motion.toPlainText(),
            "roles": ";".join(self.roles.chosen_keys()),
            "own": self.own.text(),
        }
        return {f"new/{key}": text for key, text in texts.items() if text}

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended."""
        self.title.setText(texts.get("new/title") or self.title.text())
        self.motion.setPlainText(texts.get("new/motion", ""))
        self.own.setText(texts.get("new/own", ""))
        self._chosen_before = tuple(texts.get("new/roles", "").split(";"))

    def clear(self) -> None:
        """Begin anew, after the briefing has begun."""
        self.title.setText(self.tr("花园口镇防汛会商"))
        self.motion.clear()
        self.own.clear()
        self.usual.choose("")
        self.roles.choose(())
        for check in self._checks:
            check.setChecked(True)
        self.trouble.say("")

    def show_refusal(self, text: str) -> None:
        """Say why it did not begin; what was typed stays."""
        self.trouble.say(text)

    def escape(self) -> None:
        """Esc puts the form away and keeps every word."""
        self.put_away.emit()

    def _say_questions(self) -> None:
        for check, question in zip(self._checks, self._agenda.questions, strict=True):
            text = question.text_en if question.text_en and phrases.english() else question.text
            asked = "" if self._now is None else briefing_words.roles(self._now, question.asked)
            check.setText(phrases.noted(text, asked).replace("&", "&&"))

    def _take_usual(self, motion_id: str) -> None:
        """Write a usual motion into the field, after what was typed there, and ask those it is put to."""
        motion = next((one for one in self._agenda.motions if one.id == motion_id), None)
        if motion is None:
            return
        typed = self.motion.toPlainText().strip()
        usual = {_text(one) for one in self._agenda.motions}
        self.motion.setPlainText(
            _text(motion) if not typed or typed in usual else phrases.clauses((typed, _text(motion)))
        )
        self.roles.choose(motion.asked)
        self.typed.emit()
        self.motion.setFocus()

    def _ask(self) -> None:
        title, motion, roles = self.title.text().strip(), self.motion.toPlainText().strip(), self.roles.chosen_keys()
        missing = ""
        if not title:
            missing = self.tr("请写会商名称")
        elif roles and not motion:
            missing = self.tr("请写表决议题，或不选表决岗位")
        elif motion and not roles:
            missing = self.tr("请选定哪些岗位表决")
        agenda = [
            Question(one.id, one.text)
            for one, check in zip(self._agenda.questions, self._checks, strict=True)
            if check.isChecked()
        ]
        if self.own.text().strip():
            agenda.append(Question(OWN, self.own.text().strip()))
        self.trouble.say(missing)
        if not missing:
            self.asked.emit(NewBriefing(title, motion, roles, tuple(agenda)))


def _text(motion: Motion) -> str:
    return motion.text_en if motion.text_en and phrases.english() else motion.text
