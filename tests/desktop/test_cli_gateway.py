"""`main.py gateway`: phones come in without a window, and it ends cleanly when it is told to."""

from __future__ import annotations

import re
import shutil
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest
import zxingcpp

from tests.data.gateway.linked import message
from tests.desktop.command_line import one_sentence

ROOT = Path(__file__).resolve().parents[2]
CELLS = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}


class Running:
    """The program in a process of its own, line by line."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "main.py", "gateway", "--home", str(home), "--port", "0", "--trust-port", "0", *arguments],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self.lines: Queue[str] = Queue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, pattern: str) -> re.Match[str]:
        while True:
            try:
                line = self.lines.get(timeout=30)
            except Empty:
                raise AssertionError(f"{pattern} was never said, but {self.said}") from None
            self.said.append(line)
            if found := re.search(pattern, line):
                return found

    def end(self, how: int) -> int:
        self.process.send_signal(how)
        code = self.process.wait(30)
        self._reader.join(10)
        self.process.stdout.close()
        return code


@contextmanager
def running(home: Path, *arguments: str) -> Iterator[Running]:
    made = Running(home, *arguments)
    try:
        yield made
    finally:
        if made.process.poll() is None:
            made.end(signal.SIGKILL)


def scanned(lines: list[str]) -> str:
    """What a camera reads off the terminal."""
    drawn = [line for line in lines if line and set(line) <= set(CELLS)]
    rows: list[list[int]] = []
    for line in drawn:
        rows += [[CELLS[mark][half] for mark in line] for half in (0, 1)]
    image = np.kron(1 - np.array(rows, np.uint8), np.full((6, 6), 255, np.uint8))
    return zxingcpp.read_barcodes(np.ascontiguousarray(image))[0].text


def test_a_phone_scans_the_terminal_reports_and_is_kept(home: Path):
    with running(home, "--invite", "P001", "--trust-first") as desk:
        desk.until("登记码")
        where = urlsplit(scanned(desk.said))
        trust = ssl.create_default_context(cafile=home / "gateway" / "ca.pem")
        base = f"https://{where.netloc}"
        with httpx.Client(base_url=base, verify=trust, headers={"origin": base}, timeout=20) as phone:
            asked = phone.post("/api/enrol", json={"code": where.fragment[2:], "name": "机1"}).json()
            assert asked["number"] in desk.until(r"未经人核对即放行.*").string
            desk.until("手机登记")
            ended = threading.Event()
            while phone.get(f"/api/enrol/{asked['pending']}").status_code == 202:
                assert not ended.wait(0.1)
            assert phone.post("/api/send", json=message(body={"text": "背河渗水"})).status_code == 201
        desk.until("背河渗水")
        assert desk.end(signal.SIGTERM) == 0
        assert where.fragment[2:] not in (home / "log" / "anlan.log").read_text("utf-8")


def test_it_ends_on_an_interrupt_and_a_second_one_is_told_in_words(lived_in: Path):
    with running(lived_in) as desk:
        desk.until("手机页面 https://127.0.0.1:")
        with running(lived_in) as second:
            second.until("正被另一个安澜占用")
            assert second.process.wait(20) == 1
            second.end(signal.SIGTERM)
        assert desk.end(signal.SIGINT) == 0


def test_a_busy_port_is_told_and_tried_again(lived_in: Path, filled: Path, tmp_path: Path):
    shutil.copytree(filled, tmp_path / "other")
    with running(lived_in) as desk:
        port = desk.until(r"手机页面 https://127\.0\.0\.1:(\d+)")[1]
        with running(tmp_path / "other", "--port", port) as second:
            second.until("端口被别的程序占用")
            assert desk.end(signal.SIGTERM) == 0
            second.until(f"手机页面 https://127.0.0.1:{port}")
            assert second.end(signal.SIGTERM) == 0


@pytest.mark.parametrize("arguments", [["--address", "house"], ["--port", "70000"]])
def test_wrong_usage_ends_with_two(anlan, arguments: list[str]):
    assert anlan("gateway", *arguments).code == 2


@pytest.mark.usefixtures("lived_in", "qapp")  # else the command leaves an application that can show no window
def test_an_unknown_person_is_told(anlan):
    answer = anlan("gateway", "--port", "0", "--trust-port", "0", "--invite", "NOBODY")
    one_sentence(answer)
    assert "没有这个人：NOBODY" in answer.err
