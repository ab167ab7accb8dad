"""Starting the program: engine, application, home, store, desk — and closing it in the reverse order."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from data.model.steps import Realm
from data.store.errors import StoreTrouble
from desktop import screen
from desktop.home import home_folder
from desktop.settings import Settings, load

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.app import Anlan

DRILL_PORTS = (8853, 8890, 0)
"""Phones, help page and call page of a drill's desk: the live desk beside it keeps its own."""
SWITCH_S = 0.0005
"""How long a hand in the background may keep the interpreter while the window waits for it (Python's own: 5 ms)."""


def open_desk(home: str | None) -> int:
    """Open the desk for a person; without a display, play the demonstration on a virtual screen instead."""
    folder = home_folder(home)
    if screen.has_display():
        return _live(folder)
    from desktop.demonstration import play

    sys.stdout.write("没有显示器：在虚拟屏幕上打开同一个指挥桌面，演示约一分钟。\n")
    sys.stdout.write("No display: opening the same desk on a virtual screen and playing the demonstration.\n")
    sys.stdout.flush()
    try:
        with screen.VirtualScreen():
            return play(folder)
    except screen.NoScreen as fault:
        sys.stderr.write(f"{fault}\n")
        return 1


def _live(folder: Path) -> int:
    try:
        with desk(folder) as (app, anlan):
            anlan.show()
            anlan.open_field()
            anlan.open_telemetry()
            anlan.open_forecast()
            anlan.open_sound()
            anlan.open_twin()
            return _work(app, anlan)
    except StoreTrouble as trouble:
        from views.store_words import trouble as said

        return _refuse(said(trouble.code, trouble.params))


def open_drill(folder: Path) -> int:
    """Open the desk of a drill in its own home; exercise control stands in a window of its own."""
    try:
        with desk(folder, realm=Realm.DRILL) as (app, anlan):
            anlan.show()
            anlan.field.ports = free_ports(DRILL_PORTS)
            anlan.open_field()
            anlan.open_telemetry()
            anlan.open_sound()
            anlan.open_twin()
            anlan.headquarters.open_drill()
            return _work(app, anlan)
    except StoreTrouble as trouble:
        from views.store_words import trouble as said

        return _refuse(said(trouble.code, trouble.params))


def free_ports(wanted: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return the ports wanted; any that are free when another drill beside this one has taken one of them."""
    for port in filter(None, wanted):
        with socket.socket() as probe:
            if os.name == "posix":  # else a port counts as taken for minutes after its desk was closed
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("", port))
            except OSError:
                return 0, 0, 0
    return wanted


def _work(app: QApplication, anlan: Anlan) -> int:
    """Run until a person leaves; only such a desk asks before it closes."""
    from desktop.leaving import Leaving, held_by

    leaving = Leaving(anlan.window, lambda: held_by(anlan))
    try:
        return app.exec()
    finally:
        leaving.end()


def _refuse(words: str) -> int:
    from PySide6.QtWidgets import QApplication, QMessageBox

    sys.stderr.write(words + "\n")
    _ = QApplication.instance() or QApplication(sys.argv[:1])
    QMessageBox.critical(None, "安澜", words)  # pyright: ignore[reportArgumentType]
    return 1


@contextmanager
def desk(
    folder: Path,
    settings: Settings | None = None,
    *,
    realm: Realm = Realm.LIVE,
    told: Callable[[str], None] | None = None,
) -> Iterator[tuple[QApplication, Anlan]]:
    """Build the whole program in a home folder and close it again; StoreTrouble when the store cannot be opened."""
    app = application()
    from desktop import crash, language, log

    last = log.configure(folder)
    faults: list[str] = []
    if settings is None:
        settings, faults = load(folder)
    hooks = crash.CrashHooks(folder, told or (lambda _: None))
    switching = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)
    translators = language.install(app, settings.language)
    try:
        from desktop.front import Front

        front = Front(app, folder, settings, realm)
        from desktop.app import Anlan

        anlan = Anlan(app, folder, settings, front)
        for fault in faults:
            anlan.window.show_message(fault)
        try:
            yield app, anlan
        finally:
            anlan.close()
    finally:
        for translator in translators:
            app.removeTranslator(translator)
        sys.setswitchinterval(switching)
        hooks.remove()
        log.release(last)


def application() -> QApplication:
    """Return the application, made with what the web engine wants set before."""
    screen.prepare_engine()
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    from widgets.tile_scheme import register_schemes

    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    register_schemes()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setApplicationName("anlan")
    return QApplication(sys.argv[:1])
