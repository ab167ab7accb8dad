"""The whole check of `make test`: one stage after another, up to the first that fails, with what each took.

Types are looked at beside the tests, at low priority: tests that wait for a browser or a line leave the processor idle.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
BESIDE = "types"


def stages(extra: list[str]) -> list[tuple[str, list[str]]]:
    """The stages by name, in order; what is given on the command line goes to pytest."""
    workers = str(min((os.cpu_count() or 2) + 1, 5))  # browsers are waited for more than they compute
    return [
        ("format", [str(TOOLS / "ruff"), "format", "--check", "--quiet", "."]),
        ("lint", [str(TOOLS / "ruff"), "check", "--quiet", "."]),
        ("imports", [str(TOOLS / "lint-imports"), "--no-cache", "--no-logo"]),
        (BESIDE, [*_gently(), str(TOOLS / "basedpyright"), "--warnings"]),
        ("tests", [str(TOOLS / "python"), "-m", "pytest", "-q", "-n", workers, "--dist", "loadgroup", *extra]),
    ]


def _gently() -> list[str]:
    nice = shutil.which("nice")
    return [nice, "-n", "10"] if nice else []


def main() -> int:
    """Run the stages; the exit code is that of the first stage that failed."""
    began = time.monotonic()
    took: list[str] = []
    failed: tuple[str, int] | None = None
    # byte code is kept: else every worker, and every desk that a test starts, compiles the tree anew
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        beside: subprocess.Popen[bytes] | None = None
        for name, command in stages(sys.argv[1:]):
            print(f"── {name}", flush=True)
            started = time.monotonic()
            if name == BESIDE:
                beside = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
                continue
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
            took.append(f"{name} {time.monotonic() - started:.1f} s")
            if code != 0:
                failed = (name, code)
                break
        if beside is not None:
            code = beside.wait()
            said.seek(0)
            print(f"── {BESIDE}", said.read().decode(errors="replace").strip(), sep="\n", flush=True)
            if code != 0:
                failed = failed or (BESIDE, code)
    spent = ", ".join(took)
    if failed is not None:
        print(f"── 未通过 failed at: {failed[0]}  ({spent})", flush=True)
        return failed[1]
    print(f"── 全部通过 all passed in {time.monotonic() - began:.0f} s  ({spent})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
