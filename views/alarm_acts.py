"""What can be done about chosen alarms: acknowledge, close, shelve, out of service and back; each says how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from data.model.alarm_steps import (
    AlarmsAcknowledged,
    AlarmsClosed,
    AlarmsServiced,
    AlarmsShelved,
    AlarmsUnshelved,
)
from data.model.alarms import AlarmState, Closing, Priority
from data.model.people import Right
from data.model.situation import Situation
from data.rules.alarms.taking import LONGEST_SHELF, priority_of
from views import phrases, words
from views.alarm_rows import Shelving
from views.parts import Choice, Words, button, row
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

SPANS_MIN = (30, 60, 120, 240, 480, 720, 1440)
"""What may be chosen for a shelf; none is longer than the rules allow."""

USUAL_MIN = 120
MOST_NAMED = 3


class AlarmActs(QWidget):
    """One line of words and the buttons it serves.

    Signals:
        step_requested: a body of data.model.alarm_steps.

    """

    step_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it with nothing chosen."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._at: datetime | None = None
        self._which = Shelving.ALARMS
        self._tags: tuple[str, ...] = ()
        self._dead = ""
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.span = Choice(self.tr("搁置多久"))
        self.span.set_choices([(str(m), self._span(m)) for m in SPANS_MIN])
        self.span.choose(str(USUAL_MIN))
        self.acknowledge = button("", "primary")
        self.close_them = button("")
        self.shelve = button("")
        self.take_out = button("")
        self.unshelve = button("", "primary")
        self.put_back = button("", "primary")
        self.why = Words(theme, size=Size.SMALL, tone="muted")
        self.hint = Words(theme, size=Size.SMALL, tone="muted")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        outer.setSpacing(theme.px(4))
        line = row(
            theme, self.text, self.span, self.shelve, self.take_out, self.unshelve, self.put_back, self.close_them,
            self.acknowledge,
        )  # fmt: skip
        line.setStretch(0, 1)
        outer.addLayout(line)
        outer.addWidget(self.why)
        outer.addWidget(self.hint)
        self.acknowledge.clicked.connect(self._acknowledge)
        self.close_them.clicked.connect(self._close)
        self.shelve.clicked.connect(self._shelve)
        self.take_out.clicked.connect(lambda: self._service(out=True))
        self.put_back.clicked.connect(lambda: self._service(out=False))
        self.unshelve.clicked.connect(self._unshelve)
        self.text.textChanged.connect(lambda _: self._look())
        for keys in SEND:
            inside(self, keys, self.send)
        self.why.hide()
        self._look()

    # in

    def show_chosen(
        self, now: Situation, which: Shelving, tags: Iterable[str], at: datetime, *, dead: str = ""
    ) -> None:
        """Serve these tags; `dead` says why nothing may be done at all."""
        fresh = (which, tuple(tags))
        if fresh != (self._which, self._tags):
            self.why.say("")
        self._now, self._at, self._dead = now, at, dead
        self._which, self._tags = fresh
        self._look()

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; what was typed stays."""
        self.why.say(text, "urgent")

    def idle(self) -> bool:
        """Whether there is nothing to act on and nothing typed."""
        return not self._tags and not self.typed()

    def typed(self) -> bool:
        """Whether words have been typed for what was chosen."""
        return bool(self._words())

    def sent(self) -> None:
        """What was typed has been taken in."""
        self.text.clear()
        self.why.say("")

    def send(self) -> None:
        """Do the plain act of the list that is shown, as Ctrl+Enter does."""
        first = {
            Shelving.SHELVED: self.unshelve,
            Shelving.OUT: self.put_back,
        }.get(self._which, self.close_them if not self._unacked() and self._closable() else self.acknowledge)
        if first.isVisibleTo(self) and first.isEnabled():
            first.click()

    # out

    def _acknowledge(self) -> None:
        self.step_requested.emit(AlarmsAcknowledged(self._unacked(), self._words()))

    def _close(self) -> None:
        self.step_requested.emit(AlarmsClosed(self._closable(), self._words()))

    def _shelve(self) -> None:
        if self._at is not None:
            length = min(timedelta(minutes=int(self.span.key())), LONGEST_SHELF)
            self.step_requested.emit(AlarmsShelved(self._tags, self._at + length, self._words()))

    def _unshelve(self) -> None:
        self.step_requested.emit(AlarmsUnshelved(self._tags, self._words()))

    def _service(self, *, out: bool) -> None:
        self.step_requested.emit(AlarmsServiced(self._tags, out, self._words()))

    # inside

    def _words(self) -> str:
        return self.text.text().strip()

    def _of_state(self, wanted: Sequence[AlarmState]) -> tuple[str, ...]:
        if self._now is None:
            return ()
        alarms = self._now.alarms
        return tuple(tag for tag in self._tags if tag in alarms and alarms[tag].state in wanted)

    def _unacked(self) -> tuple[str, ...]:
        return self._of_state((AlarmState.UNACKED, AlarmState.RETURNED))

    def _closable(self) -> tuple[str, ...]:
        return self._of_state((AlarmState.DONE_WAITS,))

    def _look(self) -> None:
        lines = self._which in (Shelving.ALARMS, Shelving.DIAGNOSTICS)
        unacked, closable, count = self._unacked(), self._closable(), len(self._tags)
        typed = bool(self._words())
        for widget in (self.acknowledge, self.close_them, self.shelve, self.span, self.take_out):
            widget.setVisible(lines)
        self.close_them.setVisible(lines and bool(closable))
        self.unshelve.setVisible(self._which is Shelving.SHELVED)
        self.put_back.setVisible(self._which is Shelving.OUT)
        self.text.setVisible(self._which is not Shelving.SUPPRESSED)
        self.acknowledge.setText(self.tr("确认 {0} 条").format(len(unacked)))
        self.close_them.setText(self.tr("办结 {0} 条").format(len(closable)))
        self.shelve.setText(self.tr("搁置 {0} 点").format(count))
        self.take_out.setText(self.tr("停用 {0} 点").format(count))
        self.unshelve.setText(self.tr("取消搁置 {0} 点").format(count))
        self.put_back.setText(self.tr("恢复启用 {0} 点").format(count))
        free = not self._dead and count > 0
        leader = self._needs_leader()
        self.acknowledge.setEnabled(free and bool(unacked))
        self.close_them.setEnabled(free and bool(closable) and typed)
        self.shelve.setEnabled(free and typed and not leader)
        self.take_out.setEnabled(free and typed and not leader)
        self.unshelve.setEnabled(free)
        self.put_back.setEnabled(free and typed)
        self.acknowledge.setToolTip(self.tr("停止声音和闪烁，记下确认人；不等于处置完（Ctrl+Enter）"))
        done = self.tr("已确认且已恢复的，写明做了什么后办结") if typed else self.tr("请写明做了什么")
        self.close_them.setToolTip(done)
        reason = phrases.clauses(filter(None, (leader, "" if typed else self.tr("请先写明理由"))))
        self.shelve.setToolTip(reason or self.tr("到时自动回到报警单，最长 24 小时"))
        self.take_out.setToolTip(reason or self.tr("修好前不再报警，在“停用”里恢复"))
        self.put_back.setToolTip(self.tr("恢复报警") if typed else self.tr("请先写明理由"))
        self._prompt(closable)
        put_aside = self.tr("搁置、停用须先写明理由") if lines and count and not typed and not leader else ""
        told = (leader if lines else "", put_aside, self._closing_words() if lines else "")
        self.hint.say("" if self._dead else phrases.clauses(filter(None, told)))

    def _prompt(self, closable: Sequence[str]) -> None:
        if self._dead:
            said = self._dead
        elif not self._tags:
            said = self.tr("先在列表中选择")
        elif self._which is Shelving.SHELVED:
            said = self.tr("为什么提前取消搁置，可不填")
        elif self._which is Shelving.OUT:
            said = self.tr("修复情况，恢复启用必填")
        elif closable:
            said = self.tr("做了什么（办结必填）、确认备注，或搁置、停用的理由")
        else:
            said = self.tr("确认备注（可不填），或搁置、停用的理由（必填）")
        self.text.setPlaceholderText(said)
        self.text.setAccessibleName(said)

    def _needs_leader(self) -> str:
        """Why this user may not put aside what is chosen, "" when that is allowed."""
        now = self._now
        if now is None or not len(now.registers.users):
            return ""
        user = now.registers.users.get(now.user)
        if user is not None and user.may(Right.SIGN):
            return ""
        if all(priority_of(now, tag) is not Priority.HIGH for tag in self._tags):
            return ""
        text = self.tr("高优先级报警的搁置和停用由带班领导（“{0}”权限）办理").format(words.right(Right.SIGN))
        able = [phrases.user_name(one) for one in now.registers.users if one.may(Right.SIGN)][:MOST_NAMED]
        return self.tr("{0}，现有：{1}").format(text, phrases.listed(able)) if able else text

    def _closing_words(self) -> str:
        """Where 办结 is: only kinds that a person closes have it, and only once acknowledged and normal again."""
        now = self._now
        if now is None or not self._tags or self._closable():
            return ""
        standing = [now.alarms[tag] for tag in self._tags if tag in now.alarms]
        kinds = [now.registers.alarmkinds.get(one.kind) for one in standing]
        by_hand = [
            one
            for one, kind in zip(standing, kinds, strict=True)
            if kind is not None and kind.closing is Closing.PERSON
        ]
        if not standing:
            return ""
        if not by_hand:
            return self.tr("此类报警确认并恢复正常后自动结束，无需办结")
        lacks = [self.tr("尚未确认") if any(one.acked_at is None for one in by_hand) else ""]
        lacks.append(self.tr("尚未恢复正常") if any(one.active for one in by_hand) else "")
        why = phrases.listed(filter(None, lacks))
        return self.tr("确认并恢复正常后，此处出现“办结”（现{0}）").format(why)

    def _span(self, minutes: int) -> str:
        if minutes % 60:
            return self.tr("{0} 分钟").format(minutes)
        return self.tr("{0} 小时").format(minutes // 60)
