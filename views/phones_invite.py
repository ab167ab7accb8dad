"""登记手机: pick a person and a role, show the one-time QR with its clock, see the phone arrive, let it in."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFormLayout, QStackedWidget, QVBoxLayout, QWidget

from data.gateway.ports import EnrolmentAsked
from data.model.field import PhoneRole
from data.model.situation import Situation
from data.rules.find import Index
from views import phones_words, step_words
from views.parts import Choice, Words, boxed, button, captioned, column, row, scrolled
from views.person_picker import PersonPicker
from views.phones_rows import Invited, LinkState, Phase
from views.phones_waiting import WaitingCard
from widgets.ink_label import InkLabel
from widgets.qr_code import QrCode
from widgets.theme import Size, Theme

CODE_LEAST, CODE_MOST = 230, 420
SOON_S = 60


def suggested_role(now: Situation, person: str) -> PhoneRole:
    """Return the role that the registers speak for: squad leader, contact person, else grid worker."""
    if any(squad.leader == person for squad in now.registers.squads):
        return PhoneRole.SQUAD_LEADER
    if any(household.contact == person for household in now.registers.households):
        return PhoneRole.CONTACT_PERSON
    return PhoneRole.GRID_WORKER


class InviteBox(QWidget):
    """The middle column of the tab: a form, then the code, then the phone.

    Signals:
        invite_requested: id of a person, role; answer with `show_invited` or `show_refused`.
        void_requested: id of an invitation whose code nobody shall use any more.
        confirmed, refused: id of an invitation whose phone waits.

    """

    invite_requested = Signal(str, str)
    void_requested = Signal(str)
    confirmed = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty form."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._link = LinkState()
        self._invited: Invited | None = None
        self._asked: EnrolmentAsked | None = None
        self.picker = PersonPicker(theme)
        self.role = Choice(self.tr("身份"))
        self.role.set_choices([(one.value, phones_words.role(one)) for one in PhoneRole])
        self.role_about = Words(theme, tone="muted", size=Size.SMALL)
        self.held = Words(theme, tone="attention", size=Size.SMALL)
        self.why_not = Words(theme, tone="attention", size=Size.SMALL)
        self.make = button(self.tr("生成登记码"), "primary", self.tr("一人一码，10 分钟内一次有效（列表中按 Enter）"))
        self.whose = Words(theme, bold=True, size=Size.LARGE)
        self.code = QrCode(theme, CODE_LEAST, CODE_MOST)
        self.left = InkLabel(theme, size=Size.FIGURE, bold=True, hug=True)
        self.left_words = Words(theme, tone="muted", size=Size.SMALL, wrap=False)
        self.steps = Words(theme)
        self.warn = Words(theme, tone="attention", size=Size.SMALL)
        self.phone = WaitingCard(theme, tall=True)
        self.void = button(self.tr("作废此码"), "", self.tr("这张码立刻失效，另选一人"))
        self.again = button(self.tr("重新生成"), "primary")
        self.done = button(self.tr("登记下一人"), "")
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._draw_clock)
        self._arrange(theme)
        self._wire()
        self._draw()

    def _arrange(self, theme: Theme) -> None:
        title = Words(theme, self.tr("登记手机"), tone="muted", size=Size.SMALL, wrap=False)
        form = QFormLayout()
        captioned(form, self.tr("身份(&R)"), row(theme, self.role, None), self.role)
        first = column(theme, self.picker, form, self.role_about, self.held, self.why_not, row(theme, self.make, None))
        self._form = scrolled(boxed(theme, first, (0, 0, 0, 0)))
        clock = row(theme, self.left, self.left_words, None)
        second = column(
            theme, self.whose, self.warn, self.code, clock, self.phone, self.steps,
            row(theme, self.again, self.void, self.done, None), None,
        )  # fmt: skip
        second.setStretchFactor(self.code, 100)
        self._shown = scrolled(boxed(theme, second, (0, 0, 0, 0)))
        self._pages = QStackedWidget()
        for one in (self._form, self._shown):
            self._pages.addWidget(one)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(12))
        outer.setSpacing(theme.px(8))
        outer.addWidget(title)
        outer.addWidget(self._pages, 1)

    def _wire(self) -> None:
        self.picker.picked.connect(self._on_picked)
        self.picker.list.opened.connect(lambda _: self._say())
        self.role.picked.connect(lambda _: self._draw_form())
        self.make.clicked.connect(self._say)
        self.again.clicked.connect(self._say_again)
        self.void.clicked.connect(self._on_void)
        self.done.clicked.connect(self._on_done)
        self.phone.confirmed.connect(self.confirmed)
        self.phone.refused.connect(self.refused)

    # in

    def show_situation(self, now: Situation) -> None:
        """Show people; what is typed and picked stays."""
        before, self._now = self._now, now
        if before is None or before.registers is not now.registers:
            chosen, typed = self.picker.person(), self.picker.search.text()
            roles = frozenset(person.role for person in now.registers.staff)
            self.picker.show_choice(now, roles, chosen=chosen)
            if typed:
                self.picker.search.setText(typed)
        self._draw()

    def show_index(self, index: Index) -> None:
        """Let people be found by pinyin."""
        self.picker.show_index(index)

    def show_link(self, state: LinkState) -> None:
        """Show whether phones can reach the desk at all."""
        self._link = state
        self._draw()

    def show_invited(self, invited: Invited) -> None:
        """Show the code of an invitation."""
        self._invited, self._asked = invited, None
        self.why_not.say("")
        self._draw()

    def show_refused(self, said: str) -> None:
        """Say why there is no code."""
        self.why_not.say(said, "urgent")

    def show_waiting(self, asked: tuple[EnrolmentAsked, ...]) -> None:
        """Show the phone that came with the code on the screen; the code is then worth nothing and goes away."""
        if self._invited is None:
            return
        mine = next((one for one in asked if one.pending == self._invited.id), None)
        if mine is None and self._asked is not None:  # it was let in, sent away, or gave up
            self.begin_again()
            return
        self._asked = mine
        self._draw()

    def begin_again(self) -> None:
        """Go back to the form."""
        self._invited = self._asked = None
        self._draw()

    def arrived(self) -> str:
        """Return the invitation whose phone is let in here, empty for none."""
        return "" if self._asked is None else self._asked.pending

    def invited(self) -> Invited | None:
        """Return the invitation on the screen."""
        return self._invited

    # inside

    def _draw(self) -> None:
        self._pages.setCurrentWidget(self._form if self._invited is None else self._shown)
        if self._invited is None:
            self._tick.stop()
            self.code.show_code(())
            self._draw_form()
            return
        self._draw_code(self._invited)
        if self.isVisible():
            self._tick.start()

    def _draw_form(self) -> None:
        now, person = self._now, self.picker.person()
        known = now is not None and now.registers.staff.get(person) is not None
        name = step_words.who(now, person) if now is not None and known else ""
        runs = self._link.phase in {Phase.OPEN, Phase.LOCAL}
        self.role_about.say(phones_words.role_about(PhoneRole(self.role.key())))
        active = [one for one in now.devices.values() if one.active and one.person == person] if now and known else []
        self.held.say(self.tr("{0}已登记 {1} 部手机").format(name, len(active)) if active else "")
        if not runs:
            self.why_not.say(self.tr("手机接入没有在运行，不能登记"), "attention")
        elif self._link.phase is Phase.LOCAL:
            self.why_not.say(self.tr("现在只限本机：手机扫了也连不上。先在左边开放接入。"), "attention")
        else:
            self.why_not.say("")
        self.make.setText(self.tr("生成{0}的登记码").format(name) if name else self.tr("生成登记码"))
        self.make.setEnabled(known and runs)

    def _draw_code(self, invited: Invited) -> None:
        now = self._now
        name = step_words.who(now, invited.person) if now is not None else invited.person
        self.whose.say(f"{name} · {phones_words.role(PhoneRole(invited.role))}")
        local = self._link.phase is Phase.LOCAL
        self.warn.say(self.tr("现在只限本机：只有这台电脑上的浏览器能用这张码。") if local else "")
        arrived = self._asked is not None
        over = self._over(invited)
        if self._asked is not None:
            self.phone.show_phone(self._asked, name)
        self.phone.setVisible(arrived)
        self.code.setVisible(not arrived and not over)
        if not arrived and not over and self.code.modules() != invited.modules:
            self.code.show_code(invited.modules, self.tr("{0}的登记二维码").format(name))
        elif over:
            self.code.show_code(())
        self.again.setText(self.tr("重新生成{0}的登记码").format(name))
        self.again.setVisible(over and not arrived)
        self.void.setVisible(not over and not arrived)
        self.done.setVisible(over or arrived)
        self.steps.say(self._steps(arrived=arrived, over=over))
        self._draw_clock()

    def _steps(self, *, arrived: bool, over: bool) -> str:
        if arrived:
            return self.tr("请他念手机上的四位数字，与上面一致再点确认；不一致就拒绝。")
        if over:
            return self.tr("这张码已过期，没有人用过。")
        return "\n".join(
            (
                self.tr("1  手机连上同一网络，用相机扫码，点开链接"),
                self.tr("2  提示不安全：先扫左边帮助页的码，装好证书再扫"),
                self.tr("3  手机显示四位数字，与这里核对后点“确认登记”"),
            )
        )

    def _over(self, invited: Invited) -> bool:
        return self._asked is None and datetime.now(UTC) >= invited.expires_at

    def _draw_clock(self) -> None:
        invited = self._invited
        if invited is None:
            return
        if self._over(invited) and not self.again.isVisibleTo(self):
            self._draw_code(invited)
            return
        left = max(0, round((invited.expires_at - datetime.now(UTC)).total_seconds()))
        counting = self._asked is None and left > 0
        self.left.setVisible(counting)
        self.left_words.setVisible(counting)
        self.left.set_text(f"{left // 60}:{left % 60:02}", "state.attention" if left <= SOON_S else "text.primary")
        self.left_words.say(self.tr("后失效，只能用一次") if counting else "")

    def _on_picked(self, person: str) -> None:
        if self._now is not None and person:
            self.role.choose(suggested_role(self._now, person).value)
        self._draw_form()

    def _say(self) -> None:
        if self.make.isEnabled():
            self.invite_requested.emit(self.picker.person(), self.role.key())

    def _say_again(self) -> None:
        if self._invited is not None:
            self.invite_requested.emit(self._invited.person, self._invited.role)

    def _on_void(self) -> None:
        if self._invited is not None:
            self.void_requested.emit(self._invited.id)
        self._on_done()

    def _on_done(self) -> None:
        self.begin_again()
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock runs while somebody looks."""
        super().showEvent(event)
        if self._invited is not None:
            self._draw_clock()
            self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._tick.stop()
        super().hideEvent(event)
