"""一键推送: template, text and retraction, audience and its reach, ladder, a second person before anything leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from data.documents import push_text
from data.feeds.ladder import Rung
from data.gateway.dry_run import Going
from data.model.dispatch import Push
from data.model.plan import PushTemplate
from data.model.situation import Situation, Touched
from data.model.steps import PushApproved, PushDrafted, Realm
from data.rules.audience import Part
from data.rules.signoff import Preview
from views import contact_words, phrases, words
from views.parts import Choice, Words, boxed, button, column, scrolled
from views.push_approval import Approver, PinCheck
from views.push_audience import Audience
from views.push_going import GoingView
from views.push_ladder import Broadcasts, LadderEdit
from views.sheet_pane import SheetPane, upright_rule
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme

_NAMED = 5


class PushSheet(SheetPane):
    """The sheet. `pin_check` says whether a user's PIN is right, `desk_tel` is the number people call back.

    Signals:
        sent: id of a push that has been drafted or sent; its receipts are on the board.
        dry_run_requested: a Push as it stands, to be answered by `show_goings`.

    """

    sent = Signal(str)
    dry_run_requested = Signal(object)

    MOST = (1280, 760)

    heeds: ClassVar[Touched] = (
        Touched.DISPATCH | Touched.REGISTERS | Touched.USER | Touched.RIVER | Touched.LEVEL | Touched.TASKS
    )

    def __init__(self, theme: Theme, pin_check: PinCheck, desk_tel: str = "", parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, "", "push", parent)
        self.panel.set_title(self.tr("一键推送"))
        self._touched_by_hand = False
        self._brought: tuple[Part, ...] = ()
        self.template = Choice(self.tr("模板"))
        self.fields = {name: QLineEdit() for name in push_text.TYPED}
        self.fields["tel"].setText(desk_tel)
        self.text, self.retract = QPlainTextEdit(), QPlainTextEdit()
        self.text.setAccessibleName(self.tr("正文"))
        self.retract.setAccessibleName(self.tr("撤回正文"))
        self.apply = button(self.tr("重新套用模板"), "quiet", self.tr("放弃手改，按模板和当前水情重填"))
        self.missing = Words(theme, tone="attention", size=Size.SMALL)
        self.ladder, self.broadcasts = LadderEdit(theme), Broadcasts(theme)
        self.audience, self.going = Audience(theme), GoingView(theme)
        self.dry_run = button(self.tr("要发出的内容(&W)"), "", self.tr("先看各渠道要发什么、找不到谁；不会发出"))
        self.dry_run.setCheckable(True)
        self.brought = Words(theme, tone="attention", size=Size.SMALL)
        self.approver = Approver(theme, pin_check)
        self.author = Words(theme, tone="muted", size=Size.SMALL)
        self.why_not = Words(theme, tone="urgent", size=Size.SMALL)
        self.draft = button(self.tr("提交待复核"), "", self.tr("先存稿，复核人稍后在推送台账里复核"))
        self.send = button("", "primary", self.tr("复核人口令无误后立即发出（Ctrl+Enter）"))
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        self._form = QFormLayout()
        head = QHBoxLayout()
        head.addWidget(self.template, 1)
        head.addWidget(self.apply)
        self._form.addRow(self.tr("模板"), head)
        two = QGridLayout()
        for at, (name, field) in enumerate(self.fields.items()):
            field.setPlaceholderText(self._hint(name))
            field.setAccessibleName(self._name(name))
            caption = QLabel(self._name(name))
            caption.setProperty("tone", "muted")
            two.addWidget(caption, at // 2, at % 2 * 2)
            two.addWidget(field, at // 2, at % 2 * 2 + 1)
        two.setColumnStretch(1, 1)
        two.setColumnStretch(3, 1)
        self.text_words, self.retract_words = (
            QLabel(self.tr("正文")),
            QLabel(self.tr("撤回正文（发前写好，随时一键撤回）")),
        )
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addLayout(self._form)
        left.addLayout(two)
        for label, field, share in ((self.text_words, self.text, 3), (self.retract_words, self.retract, 2)):
            label.setProperty("tone", "muted")
            left.addWidget(label)
            left.addWidget(field, share)
        left.addWidget(self.missing)
        self._sides = QStackedWidget()
        for page in (self.audience, self.going):
            self._sides.addWidget(page)
        caption = QLabel(self.tr("叫应次序：到时不应答，自动转下一级"))
        caption.setProperty("tone", "muted")
        above = QHBoxLayout()
        above.addWidget(caption, 1)
        above.addWidget(self.dry_run)
        for table in (self.audience.table, self.going.table):
            table.setMinimumHeight(px(112))  # a small screen with large letters scrolls rather than hides the list
        upper = column(theme, self.brought, self._sides, above, self.ladder, self.broadcasts, gap=6)
        upper.setStretchFactor(self._sides, 1)
        right = QVBoxLayout()
        right.setSpacing(px(6))
        right.addWidget(scrolled(boxed(theme, upper, (0, 0, 0, 0))), 1)
        right.addWidget(self.author)
        right.addWidget(self.approver)
        right.addWidget(self.why_not)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.draft)
        buttons.addWidget(self.send)
        right.addLayout(buttons)
        body = QWidget()
        sides = QHBoxLayout(body)
        sides.setSpacing(px(12))
        sides.addLayout(left, 11)
        sides.addWidget(upright_rule())
        sides.addLayout(right, 10)
        self.panel.set_body(body)
        sides.setContentsMargins(px(12), px(8), px(12), px(12))

    def _wire(self) -> None:
        self.template.picked.connect(lambda _: self._refill())
        self.apply.clicked.connect(self._apply_again)
        for field in self.fields.values():
            field.textChanged.connect(lambda _: self._refill())
        for edit in (self.text, self.retract):
            edit.textChanged.connect(self._typed)
            edit.setTabChangesFocus(True)
        for part in (self.ladder, self.broadcasts):
            part.changed.connect(self._look)
        self.dry_run.toggled.connect(self._turn)
        self.audience.changed.connect(self._look)
        self.approver.changed.connect(self._look)
        self.draft.clicked.connect(self._submit)
        self.send.clicked.connect(self._send)
        for keys in SEND:
            inside(self, keys, self.send.click)

    def _name(self, placeholder: str) -> str:
        return {
            "level": self.tr("响应等级"),
            "colour": self.tr("预警颜色"),
            "time": self.tr("报汛时间"),
            "flow": self.tr("流量"),
            "trend": self.tr("水势"),
            "group": self.tr("称呼"),
            "deadline": self.tr("时限"),
            "task": self.tr("要求"),
            "tel": self.tr("电话"),
        }.get(placeholder, placeholder)

    def _hint(self, placeholder: str) -> str:
        return {
            "group": self.tr("各巡查组、嫩滩各户"),
            "deadline": self.tr("20时"),
            "task": self.tr("做什么"),
            "tel": self.tr("回电号码"),
        }[placeholder]

    # what the owner says

    def open_for(self, ids: Sequence[str] = ()) -> None:
        """Write to these people and squads, and say that they were brought along; none given begins with nobody."""
        self.audience.set_people(list(ids))
        self._brought = self.audience.parts()
        if not self._touched_by_hand:
            self._refill()
        self._look()
        self.bring_up(self.template)

    def show_ladder(self, rungs: Sequence[Rung]) -> None:
        """Offer the rungs of the desk with their usual waits."""
        self.ladder.show_rungs(rungs)

    def show_carriers(self, carriers: Sequence[tuple[str, str]], broadcast: Sequence[str] = ()) -> None:
        """Learn what the carriers of the desk are called, and offer those that tell everybody at once."""
        names = dict(carriers)
        self.going.show_names(names)
        self.broadcasts.show_carriers([(name, names.get(name, name)) for name in broadcast])

    def show_goings(self, goings: Sequence[Going]) -> None:
        """Show what would be sent."""
        self.going.show_goings(goings)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; everything typed stays."""
        self.why_not.say(text, "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Follow the situation; a push that is out empties the sheet."""
        if touched & Touched.REGISTERS:
            titles = [(row.id, f"{row.id} {phrases.registered(row.title)}") for row in now.registers.templates]
            self.template.set_choices(titles)
        self.audience.show_situation(now)
        self.approver.show_users(now, now.user)
        user = now.registers.users.get(now.user)
        author = now.user or words.DASH if user is None else phrases.registered(user.name)
        self.author.say(self.tr("拟稿：{0}").format(author))
        if not self._touched_by_hand and not self.approver.pin.text():
            self._refill()  # what a second person is about to sign stands still
        self._look()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - only whether there is one
        """Nothing leaves in a what-if."""
        self._look()

    # inside

    def _row(self) -> PushTemplate | None:
        return None if self.now is None else self.now.registers.templates.get(self.template.key())

    def _values(self, now: Situation, *, retraction: bool) -> dict[str, str]:
        values = push_text.known_values(now)
        if retraction or "time" not in values:
            values["time"] = push_text.moment(self._clock(now))
        values |= {name: field.text() for name, field in self.fields.items()}
        return values

    def _refill(self) -> None:
        """Fill template and retraction, unless a person has worked on them."""
        now, row = self.now, self._row()
        if now is None or row is None:
            return
        asked = {*push_text.asked_for(row.text), *push_text.asked_for(row.retract)}
        for name, field in self.fields.items():
            field.setEnabled(name in asked)
        if self._touched_by_hand:
            self._look()
            return
        text = push_text.fill(row.text, self._values(now, retraction=False))
        retract = push_text.fill(row.retract, self._values(now, retraction=True))
        with QSignalBlocker(self.text), QSignalBlocker(self.retract):
            self.text.setPlainText(text.text)
            self.retract.setPlainText(retract.text)
        self._say_missing((*text.missing, *retract.missing))
        self._look()

    def _say_missing(self, missing: Sequence[str]) -> None:
        named = phrases.listed(dict.fromkeys(self._name(name) for name in missing))
        self.missing.say(self.tr("尚缺：{0}").format(named) if named else "", "attention")

    def _apply_again(self) -> None:
        self._touched_by_hand = False
        self._refill()

    def _typed(self) -> None:
        self._touched_by_hand = True
        blank = push_text.unfinished(self.text.toPlainText()) or push_text.unfinished(self.retract.toPlainText())
        self.missing.say(self.tr("正文里还有没填的空（{0}）").format(push_text.BLANK) if blank else "", "attention")
        self._look()

    def _clock(self, now: Situation) -> datetime:
        return self.time or now.at

    def _turn(self, on: bool) -> None:
        """Turn between whom it reaches and what would be sent."""
        self._sides.setCurrentIndex(int(on))
        self.dry_run.setText(self.tr("返回接收范围(&W)") if on else self.tr("要发出的内容(&W)"))
        self._ask_goings()

    def _ask_goings(self) -> None:
        """Ask for the dry run while it is looked at; a push without words or people has nothing to send."""
        if not self.dry_run.isChecked():
            return
        if self.now is None or self._trouble():
            self.going.show_goings(())
        else:
            self.dry_run_requested.emit(self._push(self.now))

    def _realm(self) -> Realm:
        if self.preview is not None:
            return Realm.WHATIF
        return Realm.LIVE if self.now is None else self.now.realm

    def _trouble(self) -> str:
        """What keeps this push from being written at all, or nothing."""
        if self._realm() in (Realm.WHATIF, Realm.REPLAY):
            return self.tr("{0}中不外发：回到实况后再发送").format(words.realm(self._realm()))
        text, retract = self.text.toPlainText(), self.retract.toPlainText()
        if not text.strip() or not retract.strip():
            return self.tr("正文和撤回正文都要写好")
        if push_text.unfinished(text) or push_text.unfinished(retract):
            return self.tr("正文里还有没填的空")
        if not self.audience.outreach.people:
            return self.tr("还没有接收人")
        return "" if self.ladder.rungs() else self.tr("至少选一级叫应")

    def _say_brought(self) -> None:
        """Name who stands in the audience without having been added here."""
        now, ids = self.now, [i for part in self._brought if part in self.audience.parts() for i in part.key.split(";")]
        names = "" if now is None else phrases.listed(contact_words.name_of(now, row_id) for row_id in ids[:_NAMED])
        if len(ids) > _NAMED:
            names = self.tr("{0} 等").format(names)
        said = self.tr("已按调度面板所选带入 {0} 人/队：{1}。不需要的请移除").format(len(ids), names)
        self.brought.say(said if names else "", "attention")

    def _look(self) -> None:
        self._say_brought()
        count = len(self.audience.outreach.people)
        self.send.setText(self.tr("发送给 {0} 人").format(count) if count else self.tr("发送"))
        trouble = self._trouble()
        second = trouble or self.approver.trouble()
        self.draft.setEnabled(not trouble)
        self.send.setEnabled(not second)
        self.why_not.say(second, "urgent" if self._realm() is not Realm.LIVE else "muted")
        self._ask_goings()
        mark = push_text.mark(self._realm())
        self.text_words.setText(self.tr("正文 · 首尾加{0}").format(mark) if mark else self.tr("正文"))

    # what was asked

    def _push(self, now: Situation) -> Push:
        row, realm = self._row(), self._realm()
        return Push(
            id=f"push-{uuid4().hex[:12]}",
            title=self.tr("推送") if row is None else row.title,
            text=push_text.marked(self.text.toPlainText().strip(), realm),
            retract_text=push_text.marked(self.retract.toPlainText().strip(), realm),
            author=now.user or "desk",
            created_at=self._clock(now),
            recipients=self.audience.outreach.people,
            ladder=self.ladder.rungs(),
            template="" if row is None else row.id,
            audience=self.audience.words(),
            waits_s=self.ladder.waits_s(),
            broadcast=self.broadcasts.chosen(),
        )

    def _submit(self) -> None:
        """Leave it for a second person to approve."""
        if self.now is None or self._trouble():
            return
        push = self._push(self.now)
        self.step_requested.emit(PushDrafted(push), "")
        if push.id in self.now.pushes:
            self._done(push.id)

    def _send(self) -> None:
        now = self.now
        if now is None or self._trouble():
            return
        approver = self.approver.take()
        if not approver:
            self.why_not.say(self.tr("口令不对，未发出"), "urgent")
            return
        push = self._push(now)
        self.step_requested.emit(PushDrafted(push), "")
        if self.now is not None and push.id in self.now.pushes:
            self.step_requested.emit(PushApproved(push.id, approver), "")
            self._done(push.id)

    def _done(self, push: str) -> None:
        self._touched_by_hand = False
        for name in ("deadline", "task"):
            self.fields[name].clear()
        self.audience.clear()
        self.broadcasts.clear()
        self.dry_run.setChecked(False)
        self._refill()
        self.closed.emit()
        self.sent.emit(push)
