"""Our own errors: recorded loudly, nothing lost. The world's errors never come here."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("crash")


class CrashHooks:
    """Catches what nobody caught: exceptions on any thread, and faults of native code.

    `told` is called with the text of an exception, on the thread where it happened.
    """

    def __init__(self, home: Path, told: Callable[[str], None]) -> None:
        """Install the hooks; native faults are written to home/log/fault.log."""
        folder = home / "log"
        folder.mkdir(parents=True, exist_ok=True)
        self._told = told
        self._before = sys.excepthook, threading.excepthook
        self._fault = (folder / "fault.log").open("a", encoding="utf-8")
        faulthandler.enable(self._fault)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def remove(self) -> None:
        """Put the hooks back as they were."""
        sys.excepthook, threading.excepthook = self._before
        faulthandler.disable()
        self._fault.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        LOG.error("%s", text)
        sys.stderr.write(text)
        self._told(text)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
