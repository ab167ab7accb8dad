"""Draws workspaces, tabs and sheets in both themes, both languages and two sizes, to be looked at with a hard eye."""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKSPACES = (
    "desk",
    "hydrology",
    "works",
    "patrol",
    "relocation",
    "stock",
    "plan",
    "compare",
    "record",
    "system",
)
FIELD = (
    "triage",
    "incident",
    "incident-form",
    "muster",
    "watches",
    "push",
    "push-board",
    "call",
    "phones",
    "channels",
)
"""Tabs and sheets of the field link; "dispatch" is the desk."""

TWIN = ("twin-arrival", "twin-profile", "twin-difference")
"""The 推演 page: isochrones, a cut, a difference; only with --flow."""


def draw(out: Path, options: dict[str, str]) -> str:
    """Draw one picture in a process of its own; the answer is empty or what the program said when it failed."""
    target = out / ("-".join(options.values()) + ".png")
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    command = [sys.executable, "main.py", "shot", str(target), *words]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0 and target.is_file():
        print(target, flush=True)
        return ""
    return f"{target.name}: exit {run.returncode}: {run.stderr.strip()[-400:]}"


def main() -> int:
    """Draw what was asked for, two at a time; exit 1 if any picture is missing."""
    parser = argparse.ArgumentParser(prog="make shots", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "shots")
    parser.add_argument("--workspace", nargs="+", default=[*WORKSPACES, *FIELD, *TWIN])
    parser.add_argument("--theme", nargs="+", default=["dark", "light"])
    parser.add_argument("--lang", nargs="+", default=["zh", "en"])
    parser.add_argument("--size", nargs="+", default=["1920x1080", "1366x768"])
    parser.add_argument("--flow", help="a what-if at this flow; without it the live desk")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    names = ("workspace", "theme", "lang", "size")
    pictures = [
        dict(zip(names, values, strict=True)) | ({"flow": asked.flow} if asked.flow else {})
        for values in itertools.product(*(getattr(asked, name) for name in names))
    ]
    with ThreadPoolExecutor(2) as pool:
        failed = [said for said in pool.map(lambda options: draw(asked.out, options), pictures) if said]
    if failed:
        print(*failed, sep="\n", file=sys.stderr)
    print(f"{len(pictures) - len(failed)} pictures, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
