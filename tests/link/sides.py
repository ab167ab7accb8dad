"""The two sides of the link: the desk program in one host, a browser with phones in the other."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

import resources
from desktop.stand_in import film
from tests.chromium import Chromium, Page, wait_for
from tests.link.hosts import DESK, Hosts

ROOT = Path(__file__).resolve().parents[2]
ANSWER_S = 60.0
STANDS = (113.672, 34.9118)
_NOISE = ("alsa", "snd_", "dbus", "qrhi", "gpuinfo", "sandboxing")  # of a machine without sound and screen
_DESK_FLAGS = (
    "--disable-gpu --disable-background-networking --disable-component-update --use-fake-device-for-media-stream "
    '--host-resolver-rules="MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"'
)
_PHONE_FLAGS = (
    "--use-fake-device-for-media-stream",
    f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE {DESK}",
    "--autoplay-policy=no-user-gesture-required",  # as on a page that a finger has just touched
)


class DeskSide:
    """The desk program on its host; it may be killed and begun anew in the same home."""

    def __init__(self, hosts: Hosts, home: Path) -> None:
        """Start it and wait until its window is open."""
        self._hosts, self.home = hosts, home
        self.enrolled_s: dict[str, float] = {}  # how long letting in a person's phone took
        self.start()

    def start(self) -> None:
        """Start it."""
        self._log = (self.home.parent / "desk.log").open("ab")
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "QTWEBENGINE_CHROMIUM_FLAGS": _DESK_FLAGS,
            "PYTHONPATH": str(ROOT),
        }
        self._process = subprocess.Popen(
            [
                *self._hosts.on(self._hosts.desk),
                sys.executable,
                str(ROOT / "tests/link/desk_driver.py"),
                str(self.home),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=environment,
            cwd=ROOT,
            start_new_session=True,
        )
        self._left = b""
        self._answer()

    def ask(self, do: str, **values: object) -> Any:
        """Have something done, and return what came of it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **values}).encode() + b"\n")
        self._process.stdin.flush()
        return self._answer()

    def until(self, do: str, seconds: float = 30.0, **values: object) -> Any:
        """Ask until the answer is something."""
        return wait_for(
            lambda: self.ask(do, **values),
            seconds,
            lambda: f"{do} {values} never came; {self.ask('link')} {self.log()}",
        )

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        pipe, deadline = self._process.stdout.fileno(), time.monotonic() + ANSWER_S
        while b"\n" not in self._left:
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            piece = os.read(pipe, 65536) if ready else b""
            if not piece:
                raise AssertionError(f"the desk says nothing (exit {self._process.poll()}):\n{self.log()}")
            self._left += piece
        line, _, self._left = self._left.partition(b"\n")
        said = json.loads(line)
        if "error" in said:
            raise AssertionError(f"the desk could not:\n{said['error']}")
        return said["value"]

    def log(self) -> str:
        """The end of what it wrote."""
        lines = (self.home.parent / "desk.log").read_text("utf-8", "replace").splitlines()
        kept = self.home / "log" / "anlan.log"
        lines += kept.read_text("utf-8", "replace").splitlines()[-20:] if kept.exists() else []
        return "\n".join([line for line in lines if not any(word in line.lower() for word in _NOISE)][-40:])

    def wait_killed(self, seconds: float = 30.0) -> None:
        """Wait until it is dead; its helpers die of it by themselves."""
        self._process.wait(seconds)
        self._end_group()

    def cost(self, seconds: float) -> tuple[float, float]:
        """CPU in percent of one core over some seconds, and memory (PSS) in MB, of the program and its helpers."""
        own = psutil.Process(self._process.pid)
        family = [own, *own.children(recursive=True)]
        before, at = sum(sum(one.cpu_times()[:2]) for one in family), time.monotonic()
        time.sleep(seconds)
        used = sum(sum(one.cpu_times()[:2]) for one in family) - before
        memory = sum(one.memory_full_info().pss for one in family)
        return 100 * used / (time.monotonic() - at), memory / 1e6

    def close(self) -> None:
        """Close it as an operator does."""
        if self._process.poll() is None:
            self.ask("leave")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(20)
        self._end_group()

    def _end_group(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout, self._log):
            if pipe is not None:
                pipe.close()
        end_group(self._process)


class PhoneSide:
    """A browser on the phones' host that trusts the desk's authority and nothing else of ours."""

    def __init__(self, hosts: Hosts, authority: Path) -> None:
        """Install the certificate as a person would, and start."""
        home = Path(tempfile.mkdtemp(prefix="anlan-phones-"))
        store = home / ".pki" / "nssdb"
        store.mkdir(parents=True)
        base = ["certutil", "-d", f"sql:{store}"]
        subprocess.run([*base, "-N", "--empty-password"], check=True, capture_output=True)
        subprocess.run(
            [*base, "-A", "-t", "C,,", "-n", "field-ca", "-i", str(authority)], check=True, capture_output=True
        )
        camera = home / "camera.mjpeg"
        camera.write_bytes(film(resources.path("demo/photos/spur-sinking.jpg")))
        flags = (*_PHONE_FLAGS, f"--use-file-for-fake-video-capture={camera}")
        self.browser = Chromium(*flags, home=home, before=hosts.on(hosts.phone), reach=hosts.reach)

    def close(self) -> None:
        """Put it away."""
        self.browser.close()

    def page(self, address: str) -> Page:
        """A new phone that stands on the dyke and has allowed place, camera and microphone."""
        page = self.browser.page(phone=self.browser.phone())
        page.allow(address, "geolocation", "videoCapture", "audioCapture")
        page.ask("Emulation.setFocusEmulationEnabled", {"enabled": True})
        page.place(*STANDS, 8)
        page.choosing(on=True)
        return page


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of a process and its helpers."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def enrol(desk: DeskSide, phones: PhoneSide, *people: str) -> list[Page]:
    """Let new phones in the way it is done: code on the screen, scanned, number compared, confirmed."""
    began = {person: (time.monotonic(), _knock(desk, phones, person)) for person in people}
    for person, (at, page) in began.items():
        page.until("document.querySelector('.river') && document.querySelector('.link.open')", 30)
        desk.enrolled_s[person] = time.monotonic() - at
    return [page for _, page in began.values()]


def _knock(desk: DeskSide, phones: PhoneSide, person: str) -> Page:
    desk.until("invite", person=person)
    link = desk.until("code")
    where = urlsplit(link)
    page = phones.page(f"https://{where.netloc}")
    page.go(link)
    page.tap("[data-act=enrol]")
    number = page.until("document.querySelector('[data-number]')?.dataset.number")
    assert desk.until("waiting") == number
    desk.ask("confirm")
    return page


def reported(desk: DeskSide, text: str) -> dict[str, Any]:
    """Wait for a report with these words, and return it as the room has it."""
    found: list[dict[str, Any]] = []
    wait_for(
        lambda: found.extend(one for one in desk.ask("reports") if one["text"] == text) or found,
        30,
        lambda: f"no report {text}; {desk.log()}",
    )
    return found[0]


def report(page: Page, text: str, picture: Path | None = None) -> None:
    """Send a report as a person does: kind, words, picture, send."""
    page.place(*STANDS, 8)  # a fix of now: the page trusts none that is older than two minutes
    page.evaluate("location.hash = '#/report/E2/雨淋沟'")
    page.until("document.querySelector('.what') && document.querySelector('.place.good')")
    page.write("textarea", text)
    if picture is not None:
        page.files("#shoot", [picture])
        page.until("document.querySelector('.thumb img')")
    page.tap("[data-act=send]")
    page.until("location.hash === '#/mine' && document.querySelector('.river')")


def measured(record: Callable[[str, object], None], **values: float) -> None:
    """Put what was measured into the report of the tests, and show it to who looks (pytest -s)."""
    for name, value in values.items():
        record(name, round(value, 2))
        print(f"\nmeasured: {name} = {value:.2f}")


def stats(desk: DeskSide) -> dict[str, Any]:
    """What the desk's page counts of each phone, by device."""
    desk.ask(
        "page", which="call", script="window.anlanCall?.stats().then((made) => { window.counted = made; }) ? 1 : 0"
    )
    found = desk.until("page", which="call", script="window.counted ?? null")
    return found["phones"]


def phone_stats(page: Page) -> dict[str, Any]:
    """What a phone counts of its call."""
    return page.evaluate("anlanCall.stats()")


def accept(pages: Sequence[Page]) -> None:
    """Answer on every phone as soon as it rings."""
    for page in pages:
        page.tap(".call-two .good")
