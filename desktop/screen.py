"""A screen to draw on: the real one, or a virtual one when there is none (Linux without a display)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from types import TracebackType
from typing import Self


class NoScreen(Exception):
    """There is no display, and no virtual one can be had; the message says what to install."""


def has_display() -> bool:
    """Whether this machine shows windows to somebody."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class VirtualScreen:
    """An X server in memory (Xvfb), for the time of a `with` block."""

    def __init__(self, width: int = 1920, height: int = 1080) -> None:
        """Prepare a screen of this size."""
        self._size = f"{width}x{height}x24"
        self._server: subprocess.Popen[bytes] | None = None
        self._before: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        """Start the server and point DISPLAY at it."""
        program = shutil.which("Xvfb")
        if program is None:
            raise NoScreen("no display and no Xvfb: apt-get install xvfb")
        told, telling = os.pipe()
        command = [program, "-displayfd", str(telling), "-screen", "0", self._size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            command, pass_fds=(telling,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(telling)
        with os.fdopen(told) as answer:
            number = answer.readline().strip()
        if not number:
            raise NoScreen(f"Xvfb did not start (exit {self._server.wait()})")
        self._before = {name: os.environ.get(name) for name in ("DISPLAY", "QT_QPA_PLATFORM")}
        os.environ["DISPLAY"] = f":{number}"
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server and leave the surroundings as they were."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=10)
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def prepare_engine() -> None:
    """Set what the web engine wants to know before it starts: no sandbox for root, no call home, one renderer."""
    if sys.platform == "linux" and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    wanted = ("--disable-background-networking", "--disable-component-update", "--disable-features=Translate")
    missing = [flag for flag in wanted if flag not in flags]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([flags, *missing]).strip()
