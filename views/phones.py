"""手机: how phones reach the desk, letting one in, who waits, and every phone that was let in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.gateway.addresses import Interface
from data.gateway.ports import EnrolmentAsked
from data.model.situation import Situation
from data.rules.find import Index, digests_of
from views.parts import boxed, column, retheme_inside, rule, split
from views.phones_access import AccessBox
from views.phones_devices import DeviceBox
from views.phones_invite import InviteBox
from views.phones_rows import Invited, LinkState, rows_of
from views.phones_tags import TagBox
from views.phones_waiting import WaitingList
from widgets.theme import Theme

AGES_MS = 15_000


class PhonesTab(QWidget):
    """Three columns from left to right as a phone comes in. It changes nothing itself.

    Signals:
        open_requested: address at which phones shall reach the desk.
        close_requested: this machine only.
        interfaces_requested: answer with `show_interfaces`.
        index_requested: the Registers to make an index with pinyin for; answer with `show_index`.
        invite_requested: id of a person, role; answer with `show_invited` or `show_refused`.
        void_requested: id of an invitation.
        confirmed, refused: id of an invitation whose phone waits.
        revoke_requested: ids of phones, reason.
        sheet_requested: key of a village or squad (views.phones_tags), path of the file to write.
        turned: the tab has come up or gone.

    """

    open_requested = Signal(str)
    close_requested = Signal()
    interfaces_requested = Signal()
    index_requested = Signal(object)
    invite_requested = Signal(str, str)
    void_requested = Signal(str)
    confirmed = Signal(str)
    refused = Signal(str)
    revoke_requested = Signal(tuple, str)
    sheet_requested = Signal(str, str)
    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it for a link that does not run."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._link = LinkState()
        self._asked: tuple[EnrolmentAsked, ...] = ()
        self._heard: Mapping[str, datetime] = {}
        self._asked_for: tuple[str, ...] = ()
        self.access, self.invite, self.tags = AccessBox(theme), InviteBox(theme), TagBox(theme)
        self.waiting, self.devices = WaitingList(theme), DeviceBox(theme)
        middle = boxed(theme, column(theme, self.invite, rule(), self.tags, gap=0), (0, 0, 0, 0))
        right = boxed(theme, column(theme, self.waiting, self.devices, gap=0), (0, 0, 0, 0))
        self.access.setMinimumWidth(theme.px(310))
        middle.setMinimumWidth(theme.px(330))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(self.access, middle, right, shares=(3, 3, 6)))
        self._ages = QTimer(self)
        self._ages.setInterval(AGES_MS)
        self._ages.timeout.connect(self._draw_devices)
        self._wire()

    def _wire(self) -> None:
        self.access.open_requested.connect(self.open_requested)
        self.access.close_requested.connect(self.close_requested)
        self.access.look_requested.connect(self.interfaces_requested)
        self.invite.invite_requested.connect(self.invite_requested)
        self.invite.void_requested.connect(self.void_requested)
        self.tags.sheet_requested.connect(self.sheet_requested)
        self.devices.revoke_requested.connect(self.revoke_requested)
        for box in (self.invite, self.waiting):
            box.confirmed.connect(self.confirmed)
            box.refused.connect(self.refused)

    # in

    def show_situation(self, now: Situation) -> None:
        """Show people, households and phones."""
        before, self._now = self._now, now
        self.invite.show_situation(now)
        if before is None or before.registers is not now.registers:
            self.tags.show_situation(now)
        self._draw_waiting()
        self._draw_devices()
        self._ask_for_index()

    def show_link(self, state: LinkState) -> None:
        """Show how the link stands."""
        if state != self._link:
            self._link = state
            self.access.show_link(state)
            self.invite.show_link(state)
            self._draw_devices()

    def show_waiting(self, asked: Sequence[EnrolmentAsked]) -> None:
        """Show who waits to be let in."""
        self._asked = tuple(asked)
        self.invite.show_waiting(self._asked)
        self._draw_waiting()

    def show_heard(self, heard: Mapping[str, datetime]) -> None:
        """Show when each phone was last heard of."""
        self._heard = heard
        self._draw_devices()

    def show_interfaces(self, interfaces: Sequence[Interface]) -> None:
        """Show at which addresses this machine could be reached."""
        self.access.show_interfaces(interfaces)

    def show_help(self, modules: Sequence[bytes]) -> None:
        """Show the QR of the help page."""
        self.access.show_help(modules)

    def show_index(self, index: Index) -> None:
        """Let people be found by pinyin; an index of older registers is dropped."""
        if self._now is not None and index.digests == digests_of(self._now.registers):
            self.invite.show_index(index)

    def show_invited(self, invited: Invited) -> None:
        """Show a one-time code."""
        self.invite.show_invited(invited)

    def show_refused(self, said: str) -> None:
        """Say why there is no code."""
        self.invite.show_refused(said)

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme_inside(self, theme)

    # inside

    def _draw_waiting(self) -> None:
        if self._now is not None:
            here = self.invite.arrived()
            self.waiting.show_phones([one for one in self._asked if one.pending != here], self._now, len(self._asked))

    def _draw_devices(self) -> None:
        if self._now is not None and self.isVisible():
            self.devices.show_phones(rows_of(self._now, self._link, self._heard, datetime.now(UTC)))

    def _ask_for_index(self) -> None:
        if self._now is None or not self.isVisible():
            return
        wanted = digests_of(self._now.registers)
        if wanted != self._asked_for:
            self._asked_for = wanted
            self.index_requested.emit(self._now.registers)

    def showEvent(self, event: QShowEvent) -> None:
        """Ages grow while somebody looks."""
        super().showEvent(event)
        self._draw_devices()
        self._ask_for_index()
        self._ages.start()
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._ages.stop()
        super().hideEvent(event)
        self.turned.emit()
