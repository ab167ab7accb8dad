"""The Go/No-Go poll of a briefing: who is asked, what each role said and why, and saying it from the seat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from data.model.office import Ballot, Briefing, Vote
from data.model.office_steps import PollAnswered
from data.model.people import Staff
from data.model.situation import Situation
from data.rules.briefing import unanswered
from views import briefing_words, step_words, words
from views.parts import Choice, Words, button, column, row
from views.warning_words import role_name
from widgets.line_list import Line, LineList
from widgets.theme import Size, Theme


class PollBox(QWidget):
    """The motion, a line a role, and the fields to answer for the chosen one.

    Signals:
        answered: PollAnswered, what was said at the seat.
        typed: a reason is being typed → `drafts`.
        call_requested: ids of those to be telephoned, one of each role that has not answered.

    """

    answered = Signal(object)
    typed = Signal()
    call_requested = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._briefing: Briefing | None = None
        self._at: datetime | None = None
        self._typed: dict[tuple[str, str], str] = {}  # reasons being typed, by briefing and role
        self._role = ""
        self.motion = Words(theme, bold=True, size=Size.LARGE)
        self.counts = Words(theme, tone="secondary", size=Size.SMALL)
        self.chase = button("", "quiet", self.tr("逐个打电话给还没有表决的岗位（Alt+T）"))
        self.list = LineList(theme)
        self.list.setAccessibleName(self.tr("表决"))
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.set_empty_words(self.tr("没有请任何岗位表决"))
        self.asked = Words(theme, tone="secondary", size=Size.SMALL, wrap=False)
        self.who = Choice(self.tr("谁在表决"))
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.reason.setPlaceholderText(self.tr("理由（不同意时必填）"))
        self.reason.setAccessibleName(self.tr("理由"))
        self.votes = {
            Vote.GO: button(self.tr("同意(&Y)"), "", self.tr("记下所选岗位：同意（Alt+Y）")),
            Vote.NO_GO: button(self.tr("不同意(&X)"), "", self.tr("记下所选岗位：不同意，须写理由（Alt+X）")),
            Vote.ABSTAIN: button(self.tr("弃权(&Q)"), "", self.tr("记下所选岗位：弃权（Alt+Q）")),
        }
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self.entry = QWidget()
        by = row(theme, self.asked, gap=8)
        by.addWidget(self.who, 1)
        lines = column(theme, by, row(theme, self.reason), gap=4)
        lines.addLayout(row(theme, *self.votes.values(), gap=4))
        lines.addWidget(self.trouble)
        self.entry.setLayout(lines)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(4))
        outer.addWidget(self.motion)
        said = row(theme, gap=4)
        said.addWidget(self.counts, 1)
        said.addWidget(self.chase)
        outer.addLayout(said)
        outer.addWidget(self.list, 1)
        outer.addWidget(self.entry)
        self.trouble.say("")
        self.set_theme(theme)
        self.list.chosen.connect(lambda ids: self._choose(str(ids[0]) if ids else ""))
        self.chase.clicked.connect(lambda: self.call_requested.emit(self._silent()))
        self.reason.textChanged.connect(self._keep)
        for vote, one in self.votes.items():
            one.clicked.connect(lambda _=False, what=vote: self._answer(what))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures: three roles are always in sight."""
        self.list.setMinimumHeight(theme.px(126))

    def show_briefing(self, now: Situation, briefing: Briefing) -> None:
        """Show the poll of a briefing."""
        other = self._briefing is None or self._briefing.id != briefing.id
        self._now, self._briefing = now, briefing
        self.motion.say(briefing.motion)
        self._count(now, briefing)
        self.list.set_lines([_line(now, briefing, code) for code in briefing.roles])
        self.entry.setVisible(briefing.decided is None and briefing.closed_at is None and bool(briefing.roles))
        if other or self._role not in briefing.roles:
            silent = unanswered(briefing)
            self._role = (silent or briefing.roles or ("",))[0]
            self.list.choose([self._role])
        self._show_role()

    def show_time(self, at: datetime) -> None:
        """Take the desk's time, at which an answer is given."""
        self._at = at

    def _count(self, now: Situation, briefing: Briefing) -> None:
        said = [one.vote for code in briefing.roles if (one := briefing.ballot_of(code)) is not None]
        parts = [f"{briefing_words.vote(vote)} {said.count(vote)}" for vote in Vote]
        silent = unanswered(briefing)
        if silent and briefing.decided is None:
            names = briefing_words.roles(now, silent[:3])
            parts.append(self.tr("未答 {0}：{1}").format(len(silent), names + ("…" if len(silent) > 3 else "")))
        elif silent:
            parts.append(self.tr("未答 {0}").format(len(silent)))
        self.counts.say(" · ".join(parts) if briefing.roles else "")
        to_call = len(self._silent()) if briefing.decided is None and briefing.closed_at is None else 0
        self.chase.setVisible(to_call > 0)
        self.chase.setText(self.tr("电话催 {0} 人(&T)").format(to_call))

    def _silent(self) -> list[str]:
        """One person of each role that has not answered: who is on duty, and of those the first."""
        now, briefing = self._now, self._briefing
        if now is None or briefing is None:
            return []
        found = (next(iter(_people(now, role)), None) for role in unanswered(briefing))
        return [one.id for one in found if one is not None]

    def _choose(self, role: str) -> None:
        if role and role != self._role:
            self._role = role
            self.trouble.say("")
            self._show_role()

    def _show_role(self) -> None:
        now, briefing = self._now, self._briefing
        if now is None or briefing is None:
            return
        self.asked.say(self.tr("席位代录"))
        self.asked.setToolTip(role_name(now, self._role))
        people = _people(now, self._role)
        self.who.set_choices([(one.id, _named(one, self.tr("（不在岗）"))) for one in people])
        ballot = briefing.ballot_of(self._role)
        typed = self._typed.get((briefing.id, self._role), "")
        if self.reason.text() != typed:
            self.reason.setText(typed)
        for vote, one in self.votes.items():
            one.setEnabled(bool(self._role) and bool(people))
            one.setDown(ballot is not None and ballot.vote is vote)
        if self._role and not people:
            self.trouble.say(self.tr("这一岗位没有登记人员"))

    def _keep(self, text: str) -> None:
        if self._briefing is not None:
            self._typed[self._briefing.id, self._role] = text
            self.typed.emit()

    def drafts(self) -> dict[str, str]:
        """Return the reasons that are typed and not yet given, by key."""
        return {f"{briefing}/poll-{role}": text for (briefing, role), text in self._typed.items() if text}

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended."""
        for key, text in texts.items():
            briefing, _, name = key.partition("/")
            if name.startswith("poll-"):
                self._typed[briefing, name.removeprefix("poll-")] = text

    def _answer(self, vote: Vote) -> None:
        briefing, person, reason = self._briefing, self.who.key(), self.reason.text().strip()
        if briefing is None or self._at is None or not person:
            return
        if vote is Vote.NO_GO and not reason:
            self.trouble.say(self.tr("不同意须写明理由"))
            self.reason.setFocus()
            return
        self.trouble.say("")
        role = self._role
        self._typed.pop((briefing.id, role), None)
        self.reason.clear()
        self.answered.emit(PollAnswered(briefing.id, Ballot(role, person, vote, self._at, reason)))
        self._next(role)

    def _next(self, after: str) -> None:
        """Lead on to the next role that has not answered, so that a round goes by keyboard."""
        briefing = self._briefing
        silent = () if briefing is None else tuple(role for role in unanswered(briefing) if role != after)
        if silent:
            self._role = silent[0]
            self.list.choose([self._role])
            self._show_role()


def _people(now: Situation, role: str) -> list[Staff]:
    return sorted((one for one in now.registers.staff if one.role == role), key=lambda one: not one.on_duty)


def _phones(now: Situation, role: str) -> int:
    """How many phones may answer for a role."""
    people = {one.id for one in now.registers.staff if one.role == role}
    return sum(one.active and one.person in people for one in now.devices.values())


def _named(person: Staff, off: str) -> str:
    return f"{person.name} {person.post}{'' if person.on_duty else off}"


def _line(now: Situation, briefing: Briefing, role: str) -> Line:
    t = QCoreApplication.translate
    ballot = briefing.ballot_of(role)
    title, mark = role_name(now, role), briefing_words.mark(ballot)
    if ballot is None:
        waits = t("Briefing", "未答")
        phones = _phones(now, role)
        note = t("Briefing", "手机 {0} 部可答").format(phones) if phones else t("Briefing", "没有登记手机，请席位代录")
        return Line(role, title, note, waits, mark=mark, value_role="text.muted", title_role="text.secondary")
    changed = sum(one.role == role for one in briefing.ballots) > 1
    detail = f"{briefing_words.way(ballot)} {words.clock(ballot.at)}" + (t("Briefing", "（改过）") if changed else "")
    value_role = {Vote.GO: "state.ok", Vote.NO_GO: "state.urgent"}.get(ballot.vote, "text.secondary")
    note = " ".join(part for part in (step_words.who(now, ballot.person), ballot.reason) if part)
    tip = "\n".join((title, briefing_words.spoke(now, ballot), ballot.reason))
    return Line(role, title, note, briefing_words.vote(ballot.vote), detail, mark, value_role=value_role, tooltip=tip)
