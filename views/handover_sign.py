"""The right column of a handover: what the leaving shift leaves in words, who goes and who comes, two signatures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from data.model.office import Handover
from data.model.people import User
from data.model.situation import Situation
from views import handover_words, step_words, words
from views.briefing_decision import PinCheck, Proven
from views.keeping_form import KeepingForm
from views.parts import Words, button, column, row, rule
from widgets.panel import Panel
from widgets.theme import Size, Theme


class SignBox(KeepingForm):
    """Who signs first is free; nothing of it can be changed once one of them has.

    Signals:
        signed: a User who has proved himself, and whether he is the one who leaves.
        typed: the notes were changed.
        left: Esc; the words stay.

    """

    signed = Signal(object, bool)
    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._users: list[User] = []
        self._at_desk = ""
        self.panel = Panel(theme, self.tr("交代与签字"), detachable=False, icon="sign")
        self.notes = QPlainTextEdit()
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("交代事项"))
        self.notes.setPlaceholderText(self.tr("交代事项：正在盯什么、答应了谁什么、下一班先做什么"))
        self.said = Words(theme)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.leaver = Proven(theme, self.tr("交班人"), pin_check)
        self.comer = Proven(theme, self.tr("接班人"), pin_check)
        self.leave = button(self.tr("交班签字(&J)"), "", self.tr("交班人键入口令后签字（Alt+J）"))
        self.come = button(
            self.tr("接班签字(&K)"), "primary", self.tr("接班人键入口令后签字；两人签完即锁定，席位随之换人（Alt+K）")
        )
        self.left_by, self.came_by = Words(theme, size=Size.SMALL), Words(theme, size=Size.SMALL)
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self.none = Words(theme, self.tr("没有两名以上席位用户，不能交接；请导入用户台账"), tone="muted")
        self._arrange(theme)
        self._wire()

    def _arrange(self, theme: Theme) -> None:
        def caption(text: str) -> Words:
            return Words(theme, text, tone="muted", size=Size.SMALL, wrap=False)

        self._signing = QWidget()
        signing = column(
            theme, caption(self.tr("交班人")), row(theme, self.leaver, self.leave, gap=4), self.left_by, 2,
            caption(self.tr("接班人")), row(theme, self.comer, self.come, gap=4), self.came_by, gap=4,
        )  # fmt: skip
        self._signing.setLayout(signing)
        body = QWidget()
        inner = column(theme, self.notes, self.said, rule(), self.none, self._signing, self.trouble, gap=8)
        inner.setStretch(0, 1)
        inner.addStretch(0)
        inner.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(10))
        body.setLayout(inner)
        self._inner = inner
        self.panel.set_body(body)
        self.setLayout(column(theme, self.panel))

    def _wire(self) -> None:
        self.leave.clicked.connect(lambda: self._sign(self.leaver, leaves=True))
        self.come.clicked.connect(lambda: self._sign(self.comer, leaves=False))
        self.leaver.pin.returnPressed.connect(lambda: self._sign(self.leaver, leaves=True))
        self.comer.pin.returnPressed.connect(lambda: self._sign(self.comer, leaves=False))
        self.notes.textChanged.connect(self.typed)
        self.leaver.who.picked.connect(lambda _: self._offer_coming())

    def persons(self) -> tuple[str, str]:
        """Return who leaves and who comes, as chosen."""
        return self.leaver.who.key(), self.comer.who.key()

    def show_draft(self, now: Situation) -> None:
        """Offer all users, the one at the desk as the one who leaves."""
        users = list(now.registers.users)
        self._users = users
        self.leaver.show_users(users, now.user)
        if now.user != self._at_desk:
            self._at_desk = now.user
            self.leaver.who.choose(now.user)
        self._offer_coming()
        self._look(notes=True, signing=len(users) > 1, left=False, came=False)
        self.none.setVisible(len(users) < 2)

    def show_handover(self, now: Situation, handover: Handover) -> None:
        """Show one that is written: its notes as they stand, who has signed, who has still to."""
        self.none.hide()
        self._at_desk = ""  # who leaves next is offered anew
        self._look(
            notes=False, signing=not handover.locked, left=handover.left_at is not None,
            came=handover.came_at is not None,
        )  # fmt: skip
        self.said.say(handover.notes or self.tr("没有另外交代"), "" if handover.notes else "muted")
        users = now.registers.users
        for proven, person in ((self.leaver, handover.leaving), (self.comer, handover.coming)):
            user = users.get(person)
            proven.show_users([] if user is None else [user])
        for told, person, at, form in (
            (self.left_by, handover.leaving, handover.left_at, self.tr("{0} {1} 交班签字")),
            (self.came_by, handover.coming, handover.came_at, self.tr("{0} {1} 接班签字")),
        ):
            told.say("" if at is None else form.format(step_words.actor(now, person), words.date_clock(at)))
        self._signing.setVisible(True)
        self.panel.set_summary(handover_words.state(handover))

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; what was typed stays."""
        self.trouble.say(text)

    def escape(self) -> None:
        """Esc leads away and keeps every word."""
        self.left.emit()

    def _offer_coming(self) -> None:
        leaving = self.leaver.who.key()
        self.comer.show_users([user for user in self._users if user.id != leaving])

    def _look(self, *, notes: bool, signing: bool, left: bool, came: bool) -> None:
        self.notes.setVisible(notes)
        self._inner.setStretch(0, 1 if notes else 0)
        self._inner.setStretch(self._inner.count() - 1, 0 if notes else 1)
        if notes:
            self.said.say("")
            self.left_by.say("")
            self.came_by.say("")
            self.panel.set_summary("")
        self._signing.setVisible(signing)
        for proven, act, done in ((self.leaver, self.leave, left), (self.comer, self.come, came)):
            open_ = signing and not done
            proven.setVisible(open_)
            act.setVisible(open_)

    def _sign(self, proven: Proven, *, leaves: bool) -> None:
        leaving, coming = self.persons()
        if leaving == coming or not leaving or not coming:
            self.trouble.say(self.tr("请选定交班人和接班人"))
            return
        if not proven.pin.text():
            self.trouble.say(self.tr("请键入口令"))
            proven.pin.setFocus()
            return
        user = proven.take()
        if user is None:
            self.trouble.say(self.tr("口令不符"))
            proven.pin.setFocus()
            return
        self.trouble.say("")
        self.signed.emit(user, leaves)
