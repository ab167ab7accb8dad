"""What a test left behind: threads still alive, timers still ticking, windows still there."""

from __future__ import annotations

import gc
import sys
import threading
import time
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

OURS = ("data", "desktop", "views", "widgets", "main")
PATIENCE_S = 3.0
WHOLE_HEAP = 50_000
"""More objects than a test leaves, and fewer than there are once Qt and the desk are imported."""
FREEZE, UNFREEZE = gc.freeze, gc.unfreeze


def keep_the_heap_to_ourselves() -> None:
    """Let a desk of a test no longer say what is spared the search for cycles.

    It does so for a process that holds one desk. Here a closing desk would bring back all that every test before it
    imported, to be searched again, and an opening one would keep its own cycles from the search after the test.
    """
    gc.freeze = gc.unfreeze = lambda: None


@dataclass(frozen=True, slots=True)
class Stock:
    """Who was there before the test."""

    threads: frozenset[threading.Thread]
    objects: dict[int, weakref.ref[QObject]]

    def had(self, thing: QObject) -> bool:
        known = self.objects.get(id(thing))
        return known is not None and known() is thing


def take_stock() -> Stock:
    """Note the threads and Qt objects of this moment; references are weak so that no life is prolonged.

    What was there is spared the search for cycles until something is left behind: that search is for what the test
    made, and over the whole heap it would take longer than most tests. What the fixtures of the test before made became
    garbage only after its own search; kept, it would make every later search and listing slower. (Whether anything is
    spared is not asked of `gc`: to answer, it counts all of it.)
    """
    if len(gc.get_objects(generation=2)) < WHOLE_HEAP:  # else all of it was searched a moment ago, and would be again
        gc.collect()
    FREEZE()
    objects = {id(thing): weakref.ref(thing) for thing in _living()}
    return Stock(frozenset(threading.enumerate()), objects)


def left_behind(before: Stock) -> list[str]:
    """One line for each leftover, after the event loop had its chance to finish what was already ending."""
    _let_events_run()  # what only waits for its deferred deletion
    gc.collect()  # a window in a reference cycle is garbage, not a leak
    if not _leftovers(before):
        return []
    UNFREEZE()
    gc.collect()  # the cycle may go through something older than the test
    deadline = time.monotonic() + PATIENCE_S
    while (left := _leftovers(before)) and time.monotonic() < deadline:
        _let_events_run()
        time.sleep(0.02)
    FREEZE()  # searched; what is still used by this test is searched again when something else is left behind
    return left


def _leftovers(before: Stock) -> list[str]:
    lines = [f"thread {thread.name!r} is still running" for thread in threading.enumerate() if _foreign(thread, before)]
    if "PySide6.QtWidgets" not in sys.modules:
        return lines
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QWidget

    for thing in _living():
        if isinstance(thing, QTimer):
            if thing.isActive() and not before.had(thing) and not _owner_outlives(thing, before):
                lines.append(f"timer of {thing.interval()} ms is still active (owner {_describe(thing.parent())})")
        elif isinstance(thing, QThread):
            if thing.isRunning() and not before.had(thing) and not _is_current(thing):
                lines.append(f"QThread {_describe(thing)} is still running")
        elif isinstance(thing, QWidget) and thing.isWindow() and not before.had(thing):
            if thing.isVisible():
                lines.append(f"window {_describe(thing)} is still shown")
            elif thing.parent() is None and _is_ours(thing):
                lines.append(f"widget {_describe(thing)} without a parent is still alive")
    return lines


def _foreign(thread: threading.Thread, before: Stock) -> bool:
    """A thread the test must account for: any that would hold the program at its end, and every one of our own."""
    if thread in before.threads or not thread.is_alive() or isinstance(thread, threading._DummyThread):
        return False
    target = getattr(thread, "_target", None)
    module = getattr(target, "__module__", None) or type(thread).__module__
    return not thread.daemon or module.partition(".")[0] in OURS


def _living() -> list[QObject]:
    """Every Qt object that Python holds and C++ has not deleted."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QObject
    from shiboken6 import Shiboken

    return [thing for thing in Shiboken.getAllValidWrappers() if isinstance(thing, QObject) and Shiboken.isValid(thing)]


def _owner_outlives(timer: QObject, before: Stock) -> bool:
    """Whether the timer belongs to something that was there before the test, as a fixture of wider scope is."""
    owner = timer.parent()
    while owner is not None:
        if before.had(owner):
            return True
        owner = owner.parent()
    return False


def _is_current(thread: QObject) -> bool:
    from PySide6.QtCore import QCoreApplication, QThread

    app = QCoreApplication.instance()
    return thread is QThread.currentThread() or (app is not None and thread is app.thread())


def _is_ours(thing: QObject) -> bool:
    return type(thing).__module__.partition(".")[0] in OURS


def _describe(thing: QObject | None) -> str:
    if thing is None:
        return "nobody"
    name = thing.objectName()
    return f"{type(thing).__module__}.{type(thing).__qualname__}" + (f" {name!r}" if name else "")


def _let_events_run() -> None:
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    if QCoreApplication.instance() is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QThreadPool.globalInstance().waitForDone(100)
