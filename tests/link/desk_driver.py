"""The real desk program with a hand at it that obeys lines of JSON: what an operator does, and what can go wrong.

Runs as a process of its own: desk_driver.py HOME. Answers every line with a line: {"value": …} or {"error": …}.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import traceback
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import zxingcpp
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from data.model.dispatch import Push
from data.model.field import Inbound
from data.model.steps import PushApproved, PushDrafted, ReportReceived
from data.rules.dispatch import LADDER
from desktop.app import Anlan
from desktop.launch import desk
from desktop.settings import load
from views.system import SystemWorkspace

SIZE = (1600, 900)
LATER = object()
AUTHOR, APPROVER = "duty", "leader"


class Gate:
    """Stands before the intake: the moment after a message is on disk and before its sender hears of it is ours."""

    def __init__(self, intake: Any) -> None:
        """Hand everything on."""
        self._intake = intake
        self.kept = 0
        self.cut_at = self.die_at = 0
        self.keep_positions = intake.keep_positions

    def keep(self, message: Inbound) -> Future[bool]:
        """Keep, and let happen what is due."""
        outer: Future[bool] = Future()

        def kept(inner: Future[bool]) -> None:
            self.kept += message.kind == "report"
            if message.kind == "report" and self.kept == self.die_at:
                os.kill(os.getpid(), signal.SIGKILL)
            if message.kind == "report" and self.kept == self.cut_at:
                subprocess.run(["ip", "link", "set", "fsv0", "down"], check=True)
            error = inner.exception()
            if error is None:
                outer.set_result(inner.result())
            else:
                outer.set_exception(error)

        self._intake.keep(message).add_done_callback(kept)
        return outer


class Hand(QObject):
    """What may be asked. A method's value is the answer; LATER means that it answers itself."""

    came = Signal(str)

    def __init__(self, anlan: Anlan, gate: Gate, out: TextIO, leave: Any) -> None:
        """Work at a desk."""
        super().__init__()
        self._desk, self._gate, self._out, self._leave = anlan, gate, out, leave
        self.came.connect(self.obey, Qt.ConnectionType.QueuedConnection)

    def obey(self, line: str) -> None:
        """Do what a line says."""
        said = json.loads(line)
        try:
            value = getattr(self, said.pop("do"))(**said)
        except Exception:  # noqa: BLE001 - told to whom asked
            self.answer(traceback.format_exc(), "error")
            return
        if value is not LATER:
            self.answer(value)

    def answer(self, value: object, kind: str = "value") -> None:
        """Write the answer."""
        self._out.write(json.dumps({kind: value}, ensure_ascii=False) + "\n")
        self._out.flush()

    # ── letting phones in ──

    def open(self, address: str) -> None:
        """Open an interface for phones."""
        self._desk.phones.open(address)

    def link(self) -> dict[str, Any]:
        """How the link stands."""
        state = self._desk.phones.state()
        opened = state.opened
        return {
            "phones": "" if opened is None else opened.phones,
            "online": list(state.online),
            "trouble": "" if state.trouble is None else state.trouble.code,
            "ready": self._desk.field.link.gateway is not None,
        }

    def online(self, count: int) -> bool:
        """Whether so many phones have an open line."""
        return len(self._desk.phones.state().online) >= count

    def invite(self, person: str) -> bool:
        """Choose a person and press for a code; False when that cannot be done now."""
        self._desk.phones.open_tab()
        box = self._tab().invite
        if box.again.isVisible() or box.done.isVisible():
            box.begin_again()
        if not box.picker.list.lines():
            return False
        box.picker.list.choose([person], tell=True)
        if not box.make.isEnabled():
            return False
        box.make.click()
        return True

    def code(self) -> str:
        """What a camera reads off the screen."""
        box = self._tab().invite
        return _scanned(box.code) if box.invited() is not None and box.code.isVisible() else ""

    def waiting(self) -> str:
        """The number that the operator is shown, when a phone waits and may be let in."""
        card = self._tab().invite.phone
        return card.number.text() if card.isVisible() and card.yes.isEnabled() else ""

    def confirm(self) -> None:
        """Let it in."""
        self._tab().invite.phone.yes.click()

    def devices(self) -> dict[str, str]:
        """Phones by person."""
        return {one.person: one.id for one in self._now.devices.values() if one.active}

    # ── reports and pushes ──

    def look(self, workspace: str) -> None:
        """Turn to a workspace."""
        self._desk.window.open_workspace(workspace)

    def reports(self) -> list[dict[str, Any]]:
        """Reports as the room has them."""
        return [
            {
                "id": one.id, "kind": one.kind, "text": one.text, "by": one.by, "lon": one.lon, "lat": one.lat,
                "position": one.position, "photos": [[photo.digest, photo.lon, photo.lat] for photo in one.photos],
            }
            for one in self._now.reports.values()
        ]  # fmt: skip

    def journal(self) -> object:
        """Texts of the reports in the order of the journal on the disk."""
        self._desk.keeping.ask(
            lambda store: [
                (line.step.body.report.text, len(line.step.body.report.photos))
                for line in store.steps()
                if isinstance(line.step.body, ReportReceived)
            ],
            self.answer,
            lambda error: self.answer(repr(error), "error"),
        )
        return LATER

    def file(self, digest: str) -> str:
        """Where a kept file lies."""
        return str(self._desk.keeping.store.file_path(digest))

    def page(self, which: str, script: str) -> object:
        """What an expression comes to in the page of the map or of the call."""
        view: Any = self._desk.map.map if which == "map" else self._desk.field_panes.call_window._view
        if view is None:
            return None
        view._page.runJavaScript(f"JSON.stringify({script})", lambda told: self.answer(json.loads(told or "null")))
        return LATER

    def push(self, identity: str, title: str, text: str, people: list[str]) -> list[bool]:
        """Write a push, and have it approved by somebody else."""
        room = self._desk.room
        push = Push(identity, title, text, "更正", AUTHOR, self._desk.clock.now(), tuple(people), LADDER)
        return [
            room.do(PushDrafted(push), AUTHOR),
            room.do(PushApproved(identity, AUTHOR), AUTHOR),
            room.do(PushApproved(identity, APPROVER), APPROVER),
        ]

    def receipts(self, push: str) -> dict[str, list[Any]]:
        """What everybody said, and on which channels he was tried."""
        return {
            one.person: [one.outcome.value, [[channel.value, outcome.value] for channel, outcome, _ in one.tries]]
            for one in self._now.pushes[push].receipts
        }

    # ── calls ──

    def call(self, people: list[str], about: str = "") -> None:
        """Call by video."""
        self._desk.field_panes.calling.call(people, about)

    def calls(self) -> list[dict[str, Any]]:
        """Calls as the room has them."""
        return [
            {
                "id": one.id, "over": one.ended_at is not None,
                "seats": {member.person: member.seat.value for member in one.members},
                "films": [[film.digest, film.seconds, film.size] for film in one.recordings],
            }
            for one in self._now.videos.values()
        ]  # fmt: skip

    def granted(self) -> list[int]:
        """How often camera and microphone were asked for: granted, refused."""
        view: Any = self._desk.field_panes.call_window._view
        return [0, 0] if view is None else [view.granted, view.refused]

    def press(self, name: str) -> bool:
        """Press a button of the call sheet; False when it cannot be pressed."""
        button: QPushButton = getattr(self._desk.field_panes.call_window, name)
        if not button.isEnabled():
            return False
        button.click()
        return True

    # ── the rest ──

    def kept(self) -> int:
        """How many reports came to be kept since the desk was opened, repeats included."""
        return self._gate.kept

    def lose_answer(self, more: int) -> None:
        """Pull the cable when so many more reports have been kept, before that answer leaves."""
        self._gate.cut_at = self._gate.kept + more

    def die(self, more: int) -> None:
        """Be killed when so many more reports have been kept, before that answer leaves."""
        self._gate.die_at = self._gate.kept + more

    def shot(self, path: str) -> bool:
        """Draw the window."""
        return self._desk.window.grab().save(path)

    def leave(self) -> None:
        """Close the desk."""
        self._leave()

    def _tab(self) -> Any:
        page = self._desk.window.findChild(SystemWorkspace)
        if page is None:
            raise LookupError("the system workspace was never opened")
        return page.phones

    @property
    def _now(self) -> Any:
        return self._desk.room.situation


def _scanned(widget: QWidget) -> str:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    found = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : image.width()]))
    return found[0].text if found else ""


def main(home: Path) -> int:
    """Open the desk, let phones in, and listen."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what the web engine prints is no answer
    settings = replace(load(home)[0], clock_speed=1)  # after a kill it listens where it did before
    with desk(home, settings) as (app, anlan):
        link: Any = anlan.field.link
        gate = link._intake = Gate(link._intake)
        hand = Hand(anlan, gate, out, app.quit)

        def listen() -> None:
            for line in sys.stdin:
                hand.came.emit(line)
            os._exit(1)  # whoever gave the orders is gone

        anlan.show(SIZE)
        anlan.open_field()
        threading.Thread(target=listen, daemon=True).start()
        hand.answer("open")
        return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
