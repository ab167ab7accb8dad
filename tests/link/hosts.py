"""Two hosts on one machine: network namespaces joined by one cable that can be cut. Needs root and iproute2."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.chromium import BROWSER

DESK, PHONE = "10.99.0.1", "10.99.0.2"
NOBODY = "10.99.0.99"
DESK_END, PHONE_END = "fsv0", "fsv1"
_NEW_NET = 0x40000000  # CLONE_NEWNET
_FIRST_TABLE = 77


class HostsRefused(Exception):
    """There can be no second host here; the message says why."""


class Hosts:
    """The desk's host and the phones' host. Use it as a context."""

    def __init__(self) -> None:
        """Name them after this process, so that two runs do not meet."""
        self.desk, self.phone = f"fsdesk{os.getpid()}", f"fsphone{os.getpid()}"

    def __enter__(self) -> Self:
        """Make hosts and cable, or say why there can be none."""
        if why := _lacking():
            raise HostsRefused(why)
        _clear_away()
        try:
            for host in (self.desk, self.phone):
                _ip("netns", "add", host)
                _ip("-n", host, "link", "set", "lo", "up")
            _ip(
                "link", "add", DESK_END, "netns", self.desk, "type", "veth",
                "peer", "name", PHONE_END, "netns", self.phone,
            )  # fmt: skip
            for host, end, address in ((self.desk, DESK_END, DESK), (self.phone, PHONE_END, PHONE)):
                _ip("-n", host, "addr", "add", f"{address}/24", "dev", end)
                _ip("-n", host, "link", "set", end, "up")
                _ip("netns", "exec", host, "true")
        except HostsRefused:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Take them away, and whoever still runs there."""
        for host in (self.desk, self.phone):
            _remove(host)

    def on(self, host: str) -> list[str]:
        """Return the beginning of a command that is to run on a host."""
        return ["ip", "netns", "exec", host]

    def cut(self) -> None:
        """Pull the phones' end of the cable."""
        _ip("-n", self.phone, "link", "set", PHONE_END, "down")

    def mend(self) -> None:
        """Put the cable back, whichever end was pulled."""
        _ip("-n", self.desk, "link", "set", DESK_END, "up")
        _ip("-n", self.phone, "link", "set", PHONE_END, "up")

    def drop_udp(self) -> None:
        """Let datagrams vanish without a word, as a guest network does: they go to a card that nobody has.

        Done with routes, for not every kernel brings a packet filter.
        """
        for host, end in ((self.desk, DESK_END), (self.phone, PHONE_END)):
            _ip("-n", host, "neigh", "replace", NOBODY, "lladdr", "02:00:00:00:00:99", "dev", end)
            _ip("-n", host, "route", "replace", "default", "via", NOBODY, "dev", end, "table", str(_FIRST_TABLE))
            _ip("-n", host, "rule", "add", "ipproto", "udp", "lookup", str(_FIRST_TABLE), "pref", "50")

    def pass_udp(self) -> None:
        """Let datagrams through again."""
        for host in (self.desk, self.phone):
            _ip("-n", host, "rule", "del", "pref", "50")

    def reach(self, port: int) -> socket.socket:
        """Connect to a loopback port of the phones' host: a socket stays on the host on which it was made."""
        libc = ctypes.CDLL(None, use_errno=True)
        here, there = Path("/proc/thread-self/ns/net"), Path("/run/netns") / self.phone
        with here.open() as back, there.open() as away:
            if libc.setns(away.fileno(), _NEW_NET):
                raise OSError(ctypes.get_errno(), "setns")
            try:
                return socket.create_connection(("127.0.0.1", port), 10)
            finally:
                if libc.setns(back.fileno(), _NEW_NET):
                    raise OSError(ctypes.get_errno(), "setns")


def _lacking() -> str:
    if sys.platform != "linux":
        return "network namespaces are Linux's"
    if os.geteuid() != 0:
        return "only root may make network namespaces"
    missing = [name for name in ("ip", "certutil") if shutil.which(name) is None]
    missing += [] if BROWSER else ["chromium"]
    return f"not installed: {', '.join(missing)} (tools/setup.sh dev)" if missing else ""


def _clear_away() -> None:
    """Take away the hosts of runs that were killed before they could."""
    for line in subprocess.run(["ip", "netns", "list"], check=False, capture_output=True, text=True).stdout.split():
        found = re.fullmatch(r"fs(?:desk|phone)(\d+)", line)
        if found is not None and not Path(f"/proc/{found[1]}").exists():
            _remove(line)


def _remove(host: str) -> None:
    running = subprocess.run(["ip", "netns", "pids", host], check=False, capture_output=True, text=True).stdout.split()
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(process), signal.SIGKILL)
    subprocess.run(["ip", "netns", "del", host], check=False, capture_output=True)


def _ip(*words: str) -> None:
    done = subprocess.run(["ip", *words], check=False, capture_output=True, text=True)
    if done.returncode:
        raise HostsRefused(f"ip {' '.join(words)}: {done.stderr.strip()}")
