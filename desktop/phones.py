"""Phones at the desk: how the link stands goes to the views, what the operator wants of it is done and answered."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from data.gateway.addresses import for_phones, interfaces
from data.gateway.ports import EnrolmentAsked
from data.model.field import PhoneRole
from data.model.outbox import OutState
from data.model.situation import Situation, Touched
from data.model.steps import NoteWritten
from data.rules.find import make_index
from data.store.errors import StoreTrouble
from views import phones_tags, phones_words, phrases, step_words, store_words
from views.phones_rows import HERE, Invited, LinkState, phase_of
from views.phones_waiting import KnockLine

if TYPE_CHECKING:
    from data.gateway.enrol import Invitation
    from data.gateway.ports import LinkOpened
    from desktop.app import Anlan
    from views.phones import PhonesTab

LOG = logging.getLogger("field")
COUNT_MS = 300
HEARD_MS = 500


class Phones(QObject):
    """Stands between the field link and what shows it: the top bar, the line over the desk, the tab."""

    def __init__(self, anlan: Anlan) -> None:
        """Show a link that may not run yet."""
        super().__init__(anlan)
        self._desk = anlan
        self._link = anlan.field.link
        self._tab: PhonesTab | None = None
        self._shown: LinkOpened | None = None
        self._outbox = (0, 0)
        self._outbox_trouble = ""
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(COUNT_MS)
        self._count.timeout.connect(self._ask_counts)
        self._heard = QTimer(self)
        self._heard.setSingleShot(True)
        self._heard.setInterval(HEARD_MS)
        self._heard.timeout.connect(self._show_heard)
        self.knock = KnockLine(anlan.theme, anlan.window.host)
        anlan.add_pane(self.knock)
        self.knock.confirmed.connect(self.confirm)
        self.knock.refused.connect(self.refuse)
        self.knock.list_requested.connect(self.open_tab)
        anlan.top_bar.phones_requested.connect(self.open_tab)
        self._link.told.connect(self._on_told)
        self._link.taken.connect(self._on_taken)
        anlan.field.courier.settled.connect(lambda _: self._count.start())
        anlan.field.courier.trouble_changed.connect(self._on_outbox_trouble)
        anlan.room.changed.connect(self._on_changed)
        self._show()

    def adopt(self, tab: PhonesTab) -> None:
        """Answer a tab that has just been made."""
        self._tab = tab
        tab.open_requested.connect(self.open)
        tab.close_requested.connect(lambda: self.open(""))
        tab.interfaces_requested.connect(self._look)
        tab.index_requested.connect(self._make_index)
        tab.invite_requested.connect(self.invite)
        tab.void_requested.connect(self._link.refuse)
        tab.confirmed.connect(self.confirm)
        tab.refused.connect(self.refuse)
        tab.revoke_requested.connect(self.revoke)
        tab.sheet_requested.connect(self.write_sheet)
        tab.turned.connect(self._show)
        self._show()
        self._show_help()
        self._show_heard()

    def close(self) -> None:
        """Ask and show nothing more."""
        self._count.stop()
        self._heard.stop()

    def open_tab(self) -> None:
        """Bring up the tab."""
        self._desk.pages.open_system("phones")

    def state(self) -> LinkState:
        """Return how the link stands."""
        link = self._link
        waiting, dead = self._outbox
        return LinkState(
            phase_of(started=link.started, opened=link.opened, trouble=link.trouble),
            link.opened,
            link.trouble,
            link.online,
            len(link.asked),
            waiting,
            dead,
            self._outbox_trouble,
        )

    # ── wishes ──

    def open(self, address: str) -> None:
        """Listen for phones at an address of this machine, this machine only when empty; the seat keeps the wish."""
        gateway = self._link.gateway
        if gateway is None or self._link.opened is None:
            self._say(phones_words.refused("no_link", {}))
            return
        LOG.info("the operator %s opens the link at %s", self._desk.room.situation.user or "desk", address or "here")
        said = self.tr("手机接入：开放 {0}").format(address) if address else self.tr("手机接入：只限本机")
        self._desk.room.do(NoteWritten(said))
        self._desk.seat.change_setting("field_address", address)
        future = gateway.open(address) if address else gateway.close_interface()
        self._desk.background.follow(future, lambda _: self._look(), self._desk.on_fault)

    def invite(self, person: str, role: str) -> None:
        """Make a one-time code and show it as a QR; the code itself is kept nowhere."""
        from data.gateway.enrol import EnrolTrouble

        tab, gateway, opened = self._tab, self._link.gateway, self._link.opened
        if tab is None:
            return
        if gateway is None or opened is None or not opened.phones:
            tab.show_refused(phones_words.refused("no_link", {}))
            return
        try:
            invitation, code = gateway.invite(person, PhoneRole(role), self._desk.room.situation.user or "desk")
        except EnrolTrouble as trouble:
            tab.show_refused(phones_words.refused(trouble.code, trouble.params))
            return
        shown = opened.phones
        self._desk.background.run(
            lambda: _invited(invitation, shown, code), lambda made: self._show_invited(made, shown), self._desk.on_fault
        )

    def confirm(self, pending: str) -> None:
        """Let a phone in that waits."""
        asked = self._link.asked.get(pending)
        if self._link.confirm(pending):
            self._say(self.tr("{0}的手机已登记").format(self._name(asked)))
        else:
            self._say(phones_words.refused("not_possible", {}))

    def refuse(self, pending: str) -> None:
        """Send a phone away that waits."""
        asked = self._link.asked.get(pending)
        self._link.refuse(pending)
        self._say(self.tr("已拒绝{0}的手机").format(self._name(asked)))

    def revoke(self, devices: tuple[str, ...], reason: str) -> None:
        """Shut phones out."""
        for device in devices:
            self._link.revoke(device, reason)

    def write_sheet(self, key: str, path: str) -> None:
        """Write the tags of a village or squad, and open them."""
        from desktop import tag_sheet

        now, desk, target = self._desk.room.situation, self._desk, Path(path)
        households = phones_tags.chosen(now, key)
        place = next((name for held, name, _ in phones_tags.places(now) if held == key), key)
        said = tag_sheet.sheet_words(place, desk.clock.now(), step_words.actor(now, now.user or "desk"))

        def written(source: Path) -> None:
            if source == target:
                self._open_file(target, done=True)
                return
            printing = tag_sheet.PdfPrint(source, target, self)
            printing.finished.connect(lambda done: self._open_file(target, done=done))

        def failed(error: BaseException) -> None:
            if not isinstance(error, OSError):
                raise error
            self._say(phrases.labelled(path, error.strerror or str(error)))

        desk.background.run(lambda: tag_sheet.write_sheet(desk.field.folder, households, said, target), written, failed)

    # ── inside ──

    def _on_told(self, event: object) -> None:
        if isinstance(event, EnrolmentAsked):
            LOG.info("a phone waits to be let in")
        self._show()
        self._show_heard()

    def _on_taken(self, _count: int) -> None:
        """Under a burst of reports the list of phones is brought up to date once in a while, not with each."""
        if self._tab is not None and not self._heard.isActive():
            self._heard.start()

    def _on_changed(self, _now: Situation, touched: Touched) -> None:
        if touched & Touched.DISPATCH and self._link.started and not self._count.isActive():
            self._count.start()

    def _show(self) -> None:
        state, asked = self.state(), tuple(self._link.asked.values())
        self._desk.top_bar.show_phones(state)
        self.knock.show_phones(() if self._tab is not None and self._tab.isVisible() else asked)
        if self._tab is not None:
            self._tab.show_link(state)
            self._tab.show_waiting(asked)
        if state.opened != self._shown:
            self._on_opened(state.opened)

    def _on_opened(self, opened: LinkOpened | None) -> None:
        """Phones reach us elsewhere now: a code on the screen that leads to the old address is void."""
        before, self._shown = self._shown, opened
        if before is None:
            self._count.start()
        tab = self._tab
        shown = tab.invite.invited() if tab is not None else None
        moved = before is not None and (opened.phones if opened else "") != before.phones
        if tab is not None and shown is not None and moved and shown.id not in self._link.asked:
            self._link.refuse(shown.id)
            tab.invite.begin_again()
            tab.show_refused(self.tr("接入地址变了，刚才的登记码已作废，请重新生成"))
        self._show_help()

    def _show_help(self) -> None:
        tab, opened = self._tab, self._link.opened
        if tab is None:
            return
        if opened is None or not opened.trust or not opened.own_authority:
            tab.show_help(())
            return
        trust = opened.trust
        self._desk.background.run(lambda: _help(trust), tab.show_help, self._desk.on_fault)

    def _show_heard(self) -> None:
        if self._tab is not None:
            self._tab.show_heard(dict(self._link.heard))

    def _show_invited(self, made: Invited, at: str) -> None:
        opened = self._link.opened
        if self._tab is None or opened is None or opened.phones != at:  # it moved meanwhile
            self._link.refuse(made.id)
            return
        self._tab.show_invited(made)
        self._tab.show_waiting(tuple(self._link.asked.values()))

    def _look(self) -> None:
        tab = self._tab
        if tab is not None:
            self._desk.background.run(lambda: for_phones(interfaces()), tab.show_interfaces, self._desk.on_fault)

    def _make_index(self, registers: object) -> None:
        tab, held = self._tab, self._desk.room.situation.registers
        if tab is not None and registers is held:
            self._desk.background.run(lambda: make_index(held), tab.show_index, self._desk.on_fault)

    def _ask_counts(self) -> None:
        def counted(counts: dict[OutState, int]) -> None:
            self._outbox = (counts.get(OutState.WAITING, 0), counts.get(OutState.DEAD, 0))
            self._show()

        def failed(error: BaseException) -> None:
            if not isinstance(error, StoreTrouble):
                raise error
            self._on_outbox_trouble(error.code)

        self._desk.keeping.ask(lambda store: store.field.counts(), counted, failed)

    def _on_outbox_trouble(self, code: str) -> None:
        self._outbox_trouble = store_words.trouble(code) if code else ""
        self._show()

    def _open_file(self, path: Path, *, done: bool) -> None:
        if not done:
            self._say(self.tr("没有写成 {0}").format(path))
            return
        self._say(str(path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _name(self, asked: EnrolmentAsked | None) -> str:
        return "" if asked is None else step_words.who(self._desk.room.situation, asked.person)

    def _say(self, text: str) -> None:
        self._desk.window.show_message(text)


def enrolment_link_at(phones: str, code: str) -> str:
    """Return the link of an invitation where phones reach us now."""
    from data.gateway.tags import enrolment_link

    where = urlsplit(phones)
    return enrolment_link(where.hostname or next(iter(HERE)), where.port or 443, code)


def _invited(invitation: Invitation, phones: str, code: str) -> Invited:
    from data.gateway.tags import qr_modules

    modules = qr_modules(enrolment_link_at(phones, code))
    return Invited(invitation.id, invitation.person, invitation.role, invitation.expires_at, modules)


def _help(trust: str) -> tuple[bytes, ...]:
    from data.gateway.tags import qr_modules

    return qr_modules(f"{trust}/ca")
