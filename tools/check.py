"""The whole check of `make test`: one stage after another, up to the first that fails, with what each took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")


SEEDS = ("--randomly-seed=20201117", "--hypothesis-seed=20201117")
"""The check is the same check each time; `pytest` by itself shuffles and draws anew, and finds what this does not."""


def stages(extra: list[str]) -> list[tuple[str, list[str]]]:
    """The stages by name; what is given on the command line goes to pytest."""
    workers = str(min((os.cpu_count() or 2) + 1, 5))  # browsers are waited for more than they compute
    return [
        ("format", [str(TOOLS / "ruff"), "format", "--check", "--quiet", "."]),
        ("lint", [str(TOOLS / "ruff"), "check", "--quiet", "."]),
        ("types", [str(TOOLS / "basedpyright"), "--warnings"]),
        ("imports", [str(TOOLS / "lint-imports"), "--no-cache", "--no-logo"]),
        ("tests", [str(TOOLS / "python"), "-m", "pytest", "-q", "-n", workers, "--dist", "loadgroup", *SEEDS, *extra]),
    ]


def main() -> int:
    """Run the stages; the exit code is that of the stage that failed."""
    began = time.monotonic()
    took: list[str] = []
    # byte code is kept: else every worker, and every desk that a test starts, compiles the tree anew
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name, command in stages(sys.argv[1:]):
        print(f"── {name}", flush=True)
        started = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        took.append(f"{name} {time.monotonic() - started:.1f} s")
        if code != 0:
            print(f"── 未通过 failed at: {name}  ({', '.join(took)})", flush=True)
            return code
    print(f"── 全部通过 all passed in {time.monotonic() - began:.0f} s  ({', '.join(took)})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
