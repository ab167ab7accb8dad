"""Decision and signatures of a briefing: a person with the right decides and says why; participants stand by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from data.model.office import Briefing, Signature, Vote
from data.model.office_steps import BriefingClosed, BriefingDecided, BriefingSigned
from data.model.people import Right, User
from data.model.situation import Situation
from views import briefing_words, phrases, step_words, words
from views.parts import Choice, Words, button, column, row
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

PinCheck = Callable[[User, str], bool]


class Proven(QWidget):
    """Who it is, and the PIN that shows it. The PIN is forgotten at once."""

    def __init__(self, theme: Theme, who: str, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Offer nobody yet."""
        super().__init__(parent)
        self._pin_check = pin_check
        self._users: dict[str, User] = {}
        self.who = Choice(who)
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(self.tr("口令"))
        self.pin.setAccessibleName(self.tr("口令"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        line.addWidget(self.who, 3)
        line.addWidget(self.pin, 2)
        self.setFocusProxy(self.pin)

    def show_users(self, users: list[User], first: str = "") -> None:
        """Offer these; the one at the desk first, where he is among them."""
        fresh = not self._users
        self._users = {user.id: user for user in users}
        self.who.set_choices([(user.id, phrases.user_name(user)) for user in users])
        if fresh and first in self._users:
            self.who.choose(first)

    def take(self) -> User | None:
        """Return the user when the PIN is his; the PIN is forgotten either way."""
        user, pin = self._users.get(self.who.key()), self.pin.text()
        self.pin.clear()
        return user if user is not None and pin and self._pin_check(user, pin) else None


class DecisionBox(QWidget):
    """Nothing is chosen beforehand: what the poll says is a fact beside it, not a proposal.

    Signals:
        step_requested: a body, and the actor.
        ended: the briefing was asked to be closed; its minutes are wanted.
        typed: something was typed or chosen → `drafts`.

    """

    step_requested = Signal(object, str)
    ended = Signal()
    typed = Signal()

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._briefing: Briefing | None = None
        self._at: datetime | None = None
        self._drafts: dict[str, tuple[str, str, Vote | None]] = {}
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(False)  # one that is on can be taken back: nothing stands until it is decided
        self.choices = {vote: button(briefing_words.decided(vote), "snap") for vote in Vote}
        for vote, one in self.choices.items():
            one.setCheckable(True)
            self._choices.addButton(one)
            one.clicked.connect(lambda on=False, what=vote: self._pick(what, on=on))
        self.decision, self.reason = QPlainTextEdit(), QPlainTextEdit()
        for field, name, hint in (
            (self.decision, self.tr("决定"), self.tr("决定内容（必填）：谁、何时前、做什么")),
            (self.reason, self.tr("理由"), self.tr("理由（必填）")),
        ):
            field.setTabChangesFocus(True)
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        self.author = Proven(theme, self.tr("决定人"), pin_check)
        self.decide = button("", "primary")
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        self.open = QWidget()
        head = Words(theme, self.tr("决定"), bold=True, size=Size.SMALL, wrap=False)
        asked = column(theme, row(theme, head, *self.choices.values(), None, gap=4), self.decision, self.reason, gap=4)
        asked.addLayout(row(theme, self.author, self.decide, gap=4))
        self.open.setLayout(asked)
        self.said = Words(theme, bold=True)
        self.why = Words(theme, tone="secondary")
        self.by = Words(theme, tone="muted", size=Size.SMALL)
        self.signed = Words(theme, size=Size.SMALL)
        self.signer = Proven(theme, self.tr("签字人"), pin_check)
        self.sign = button(self.tr("签字(&S)"), "", self.tr("签字人键入口令后签字（Alt+S）"))
        self.end = button(
            self.tr("结束会商，形成纪要(&E)"), "primary", self.tr("结束后内容锁定，随即起草会商纪要（Alt+E）")
        )
        self.signing = QWidget()
        signing = column(theme, row(theme, self.signer, self.sign, gap=4), self.end, gap=6)
        self.signing.setLayout(signing)
        self.done = QWidget()
        self.done.setLayout(column(theme, self.said, self.why, self.by, self.signed, self.signing, gap=4))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for part in (self.open, self.done, self.trouble):
            outer.addWidget(part)
        self._wire()
        self.set_theme(theme)

    def _wire(self) -> None:
        self.decide.clicked.connect(self._decide)
        self.sign.clicked.connect(self._sign)
        self.end.clicked.connect(self._end)
        self.signer.pin.returnPressed.connect(self._sign)
        self.author.pin.returnPressed.connect(self._decide)
        for field in (self.decision, self.reason):
            field.textChanged.connect(self._keep)
            for keys in SEND:
                inside(field, keys, self._decide)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        for field in (self.decision, self.reason):
            field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + theme.px(14))

    def show_time(self, at: datetime) -> None:
        """Take the desk's time, at which somebody signs."""
        self._at = at

    def show_briefing(self, now: Situation, briefing: Briefing) -> None:
        """Show the decision as far as there is one."""
        other = self._briefing is None or self._briefing.id != briefing.id
        self._now, self._briefing = now, briefing
        if other:
            self._restore(briefing.id)
            self.trouble.say("")
        self.open.setVisible(briefing.decided is None and briefing.closed_at is None)
        self.done.setVisible(briefing.decided is not None)
        self.signing.setVisible(briefing.decided is not None and briefing.closed_at is None)
        users = list(now.registers.users)
        self.author.setVisible(bool(users))
        self.signer.setVisible(bool(users))
        self.sign.setVisible(bool(users))
        self.author.show_users([user for user in users if user.may(Right.SIGN)], now.user)
        signed = {one.person for one in briefing.signatures}
        self.signer.show_users([user for user in users if user.id not in signed], now.user)
        self.sign.setEnabled(len(signed) < len(users))
        self._look()
        if briefing.decided is not None:
            self._say(now, briefing)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; what was typed stays."""
        self.trouble.say(text)

    def _say(self, now: Situation, briefing: Briefing) -> None:
        if briefing.decided is None:
            return
        self.said.say(phrases.labelled(briefing_words.decided(briefing.decided), briefing.decision))
        self.why.say(self.tr("理由：{0}").format(briefing.reason))
        who = step_words.actor(now, briefing.decided_by)
        self.by.say(self.tr("{0} {1} 决定").format(who, words.date_clock(briefing.decided_at)))
        names = [_signature(now, one) for one in briefing.signatures]
        self.signed.say(
            self.tr("签字：{0}").format(phrases.listed(names)) if names else self.tr("还没有人签字"),
            "secondary" if names else "attention",
        )

    # drafts

    def _keep(self) -> None:
        if self._briefing is not None:
            self._drafts[self._briefing.id] = (self.decision.toPlainText(), self.reason.toPlainText(), self._vote())
            self.typed.emit()
        self._look()

    def drafts(self) -> dict[str, str]:
        """Return what is typed, by key."""
        found: dict[str, str] = {}
        for briefing, (decision, reason, vote) in self._drafts.items():
            said = {"decision": decision, "reason": reason, "vote": "" if vote is None else vote.value}
            found |= {f"{briefing}/{name}": text for name, text in said.items() if text}
        return found

    def show_drafts(self, texts: Mapping[str, str]) -> None:
        """Take up again what was typed before the desk ended."""
        for briefing in {key.partition("/")[0] for key in texts}:
            vote = texts.get(f"{briefing}/vote", "")
            chosen = Vote(vote) if vote in list(Vote) else None
            found = (texts.get(f"{briefing}/decision", ""), texts.get(f"{briefing}/reason", ""), chosen)
            if any(found):
                self._drafts[briefing] = found

    def _restore(self, briefing: str) -> None:
        decision, reason, vote = self._drafts.get(briefing, ("", "", None))
        for field, text in ((self.decision, decision), (self.reason, reason)):
            field.blockSignals(True)
            field.setPlainText(text)
            field.blockSignals(False)
        for one, widget in self.choices.items():
            widget.setChecked(one is vote)

    # asked

    def _vote(self) -> Vote | None:
        return next((vote for vote, one in self.choices.items() if one.isChecked()), None)

    def _pick(self, vote: Vote, *, on: bool) -> None:
        for other, one in self.choices.items():
            one.setChecked(on and other is vote)
        self._keep()

    def _missing(self) -> str:
        if self._vote() is None:
            return self.tr("请选定执行、不执行或暂缓")
        if not self.decision.toPlainText().strip():
            return self.tr("请写明决定内容")
        return "" if self.reason.toPlainText().strip() else self.tr("请写明理由")

    def _look(self) -> None:
        vote = self._vote()
        self.decide.setText(
            self.tr("作出决定") if vote is None else self.tr("决定：{0}").format(briefing_words.decided(vote))
        )
        self.decide.setToolTip(self.tr("决定人键入口令后作出决定（Ctrl+回车）；作出后表决截止"))

    def _decide(self) -> None:
        briefing, vote, missing = self._briefing, self._vote(), self._missing()
        if briefing is None or not self.open.isVisibleTo(self):
            return
        if missing or vote is None:
            self.trouble.say(missing)
            return
        user = self.author.take()
        if user is None and self._now is not None and len(self._now.registers.users):  # without users nobody has a PIN
            self.trouble.say(self.tr("口令不对，没有作出决定。请决定人本人键入。"))
            self.author.pin.setFocus()
            return
        self.trouble.say("")
        body = BriefingDecided(
            briefing.id, vote, self.decision.toPlainText().strip(), self.reason.toPlainText().strip()
        )
        self.step_requested.emit(body, "" if user is None else user.id)

    def _sign(self) -> None:
        briefing = self._briefing
        if briefing is None or self._at is None:
            return
        user = self.signer.take()
        if user is None:
            self.trouble.say(self.tr("口令不对，没有签字。请签字人本人键入。"))
            self.signer.pin.setFocus()
            return
        self.trouble.say("")
        self.step_requested.emit(
            BriefingSigned(briefing.id, Signature(user.id, user.post, self._at, by_pin=True)), user.id
        )

    def _end(self) -> None:
        briefing, now = self._briefing, self._now
        if briefing is None or now is None:
            return
        self.trouble.say("")
        self.step_requested.emit(BriefingClosed(briefing.id), "")
        self.ended.emit()


def _signature(now: Situation, one: Signature) -> str:
    return f"{step_words.actor(now, one.person)} {words.clock(one.at)}"
