"""`main.py gateway`: the field link without a window, for load tests and for machines that only receive."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject

import resources
from data.feeds.report_kinds import read_report_kinds
from data.gateway.ports import EnrolmentAsked, LinkOpened, LinkTrouble, PhonesOnline
from data.model.field import PhoneRole
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Step
from data.store.errors import StoreTrouble
from desktop import crash, log
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.field_desk import FieldDesk
from desktop.home import home_folder
from desktop.keeping import Keeping, open_store
from desktop.room import Room
from desktop.settings import Settings, load
from views import phones_words, step_words, store_words, words

if TYPE_CHECKING:
    from data.store.store import Store

DONE, FAULT = 0, 1
_ENDS = (signal.SIGINT, signal.SIGTERM)


def gateway(given: argparse.Namespace) -> int:
    """Run until somebody ends it."""
    folder = home_folder(getattr(given, "home", None))
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    last = log.configure(folder)
    hooks = crash.CrashHooks(folder, lambda _: None)
    try:
        settings, faults = load(folder)
        for fault in faults:
            _complain(fault)
        if given.address is not None:
            settings = replace(settings, field_address=given.address)
        store, situation, _ = open_store(folder, settings.store_url, None)
        return _run(app, folder, settings, store, situation, given)
    except StoreTrouble as trouble:
        _complain(store_words.trouble(trouble.code, trouble.params))
        return FAULT
    finally:
        hooks.remove()
        log.release(last)


def _run(
    app: QCoreApplication,
    folder: Path,
    settings: Settings,
    store: Store,
    situation: Situation,
    given: argparse.Namespace,
) -> int:  # fmt: skip
    if given.invite and situation.registers.staff.get(given.invite) is None:
        store.close()
        _complain(QCoreApplication.translate("Gateway", "台账里没有这个人：{0}").format(given.invite))
        return FAULT
    desk = Headless(folder, settings, store, situation, (given.port, given.trust_port))
    desk.room.stepped.connect(desk.say_step)
    teller = Teller(desk, invite=given.invite, trust_first=given.trust_first)
    desk.field.link.told.connect(teller.on_told)
    with _ended_by_signals(app):
        desk.field.start()
        app.exec()
    unsaved = desk.close()
    if unsaved:
        _complain(QCoreApplication.translate("Gateway", "{0} 步没有存进日志").format(unsaved))
    _say(QCoreApplication.translate("Gateway", "已停止"))
    return FAULT if unsaved else DONE


class Headless(QObject):
    """Store, room and field link of a home, without a window; time goes on where the store stands, as fast as life."""

    def __init__(
        self, home: Path, settings: Settings, store: Store, situation: Situation, ports: tuple[int, int]
    ) -> None:
        """Make everything; `field.start` lets phones in."""
        super().__init__()
        self.background = Background(self)
        self.keeping = Keeping(store, self.background, self)
        self.clock = DeskClock(situation.at, 1, self)
        self.room = Room(situation, self.keeping.keep, self.clock.now, self)
        self.field = FieldDesk(
            self.room,
            self.keeping,
            self.background,
            self.clock,
            kinds=read_report_kinds(resources.path("rules/report_kinds.csv")),
            home=home,
            settings=lambda: settings,
            parent=self,
        )
        self.field.ports = (*ports, 0)
        self.keeping.state_changed.connect(self._on_store)
        self._trouble = ""

    def say_step(self, step: Step) -> None:
        """Print a line for what happened."""
        if not isinstance(step.body, ReadingTaken):
            line = step_words.line(step, self.room.situation)
            _say(f"{step.at.astimezone(words.BEIJING):%H:%M:%S}  {line.text}")

    def close(self) -> int:
        """Close everything in the reverse order; return how many steps could not be kept."""
        self.clock.stop()
        self.background.close()
        self.field.close()
        return self.keeping.close()

    def _on_store(self, _unsaved: int, code: str) -> None:
        if code != self._trouble:
            self._trouble = code
            if code:
                _complain(store_words.trouble(code))


class Teller:
    """Prints what the link tells, and is the operator where nobody else is."""

    def __init__(self, desk: Headless, *, invite: str, trust_first: bool) -> None:
        """Listen for this desk."""
        self._desk, self._invite, self._trust_first = desk, invite, trust_first
        self._opened = ""
        self._online = 0

    def on_told(self, event: object) -> None:
        """Say one thing that the link tells."""
        t = QCoreApplication.translate
        match event:
            case LinkOpened():
                self._on_opened(event)
            case LinkTrouble(code) if code:
                _complain(phones_words.trouble(event))
            case LinkTrouble():
                _say(t("Gateway", "故障已消除"))
            case PhonesOnline(devices) if len(devices) != self._online:
                self._online = len(devices)
                _say(t("Gateway", "在线 {0} 部").format(self._online))
            case EnrolmentAsked():
                self._on_asked(event)
            case _:
                pass
        if self._invite:
            self._show_code()

    def _on_opened(self, opened: LinkOpened) -> None:
        t = QCoreApplication.translate
        if not opened.phones or opened.phones == self._opened:
            return
        self._opened = opened.phones
        _say(t("Gateway", "手机页面 {0}").format(opened.phones))
        _say(t("Gateway", "证书帮助页 {0}/ca").format(opened.trust))
        _say(t("Gateway", "证书指纹 {0}").format(opened.fingerprint))

    def _show_code(self) -> None:
        """Show the code once the link is there and listens."""
        import segno

        from data.gateway.enrol import EnrolTrouble
        from data.gateway.tags import enrolment_link

        link, opened = self._desk.field.link.gateway, self._desk.field.link.opened
        where = urlsplit(opened.phones if opened is not None else "")
        if link is None or where.hostname is None or where.port is None:
            return
        person, self._invite = self._invite, ""
        try:
            _, code = link.invite(person, PhoneRole.GRID_WORKER)
        except EnrolTrouble as trouble:
            _complain(phones_words.refused(trouble.code, trouble.params))
            return
        segno.make_qr(enrolment_link(where.hostname, where.port, code), error="m").terminal(sys.stdout, compact=True)
        said = QCoreApplication.translate("Gateway", "{0} 的登记码，10 分钟内一次有效")
        _say(said.format(step_words.who(self._desk.room.situation, person)))

    def _on_asked(self, asked: EnrolmentAsked) -> None:
        t = QCoreApplication.translate
        person = step_words.who(self._desk.room.situation, asked.person)
        said = phones_words.knocks(person, asked.name)
        if self._trust_first:
            _say(t("Gateway", "{0}，配对号 {1}：未经人核对即放行（--trust-first）").format(said, asked.number))
            self._desk.field.link.confirm(asked.pending)
        else:
            _say(t("Gateway", "{0}，配对号 {1}：这里没有值班员，不能放行").format(said, asked.number))


@contextmanager
def _ended_by_signals(app: QCoreApplication) -> Iterator[None]:
    """End the event loop on SIGINT and SIGTERM. Python runs the handler at the next tick of the clock, within 1 s."""

    def end(_number: int, _frame: FrameType | None) -> None:
        app.quit()

    before: dict[signal.Signals, Any] = {one: signal.signal(one, end) for one in _ENDS}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
