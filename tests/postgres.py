"""A PostgreSQL server for a while: in a folder of its own, heard on a socket in that folder only."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@contextmanager
def a_server(*settings: str) -> Iterator[str]:
    """Make one with the tools of the newest version installed, give its address, and take it away."""
    tools = SERVERS[-1].parent
    place = Path(tempfile.mkdtemp(prefix="anlan-pg-"))
    owner = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if owner is not None:
        shutil.chown(place, owner)

    def run(*command: str) -> None:
        done = subprocess.run(
            command, cwd=place, user=owner, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        assert done.returncode == 0, command

    run(str(tools / "initdb"), "-D", f"{place}/data", "-A", "trust", "-U", "anlan", "--no-sync", "-E", "UTF8")
    control = (str(tools / "pg_ctl"), "-D", f"{place}/data", "-w", "-l", f"{place}/log")
    chosen = " ".join(f"-c {setting}" for setting in ("fsync=off", *settings))
    run(*control, "start", "-o", f"-c listen_addresses='' -c unix_socket_directories={place} {chosen}")
    try:
        yield f"postgresql://anlan@/postgres?host={place}"
    finally:
        run(*control, "stop", "-m", "immediate")
        shutil.rmtree(place, ignore_errors=True)
