"""Benchmark of drills without a window, by the command line that everybody uses.

python benchmarks/drill.py [NAME] [--runs N] [--pace X]

Plays a scenario (1958-shape) N times with one seed in processes of their own, each with another hash seed, and once
with another seed: the JSON must be the same N times and differ once. --pace plays it once more at X seconds of the
scene a second, report included, and says what was reached. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_REACHED = re.compile(r"实速 ([\d,]+)×")


def played(name: str, folder: Path, seed: int, hash_seed: int, speed: float, *, report: bool) -> dict[str, Any]:
    """Play once; return the result, how long it took and the pace that was reached."""
    out, doc = folder / f"{seed}-{hash_seed}.json", folder / f"{seed}-{hash_seed}.docx"
    command = [sys.executable, str(ROOT / "main.py"), "drill", "run", name, "--seed", str(seed), "--speed", str(speed)]
    command += ["--json", str(out), *(("--report", str(doc)) if report else ())]
    began = perf_counter()
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | {"PYTHONHASHSEED": str(hash_seed)}
    )
    took = perf_counter() - began
    found = _REACHED.search(done.stdout)
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    result.pop("made_at")
    pace = 0 if found is None else int(found[1].replace(",", ""))
    return {"result": result, "took_s": round(took, 1), "pace": pace, "docx": doc.stat().st_size if report else 0}


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="1958-shape")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pace", type=float, default=0.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        same = [played(given.name, folder, 1, 10 + n, 0.0, report=n == 0) for n in range(given.runs)]
        other = played(given.name, folder, 2, 10, 0.0, report=False)
        paced = played(given.name, folder, 1, 99, given.pace, report=True) if given.pace else None
    first = same[0]["result"]
    runs = [*same, *([] if paced is None else [paced])]
    told = {
        "scenario": first["scenario"]["title"],
        "injects": first["scenario"]["injects"],
        "fired": first["score"]["injects_fired"],
        "steps": first["score"]["steps"],
        "expected": first["expected"],
        "sends_real": [one["result"]["sends_real"] for one in (*runs, other)],
        "sends_attempted": [one["result"]["sends_attempted"] for one in (*runs, other)],
        "sends_refused": first["sends_refused"],
        "identical_runs": sum(one["result"] == first for one in runs),
        "another_seed_differs": other["result"] != first,
        "took_s": [one["took_s"] for one in same],
        "pace": [one["pace"] for one in same],
        "docx_bytes": same[0]["docx"],
    }
    if paced is not None:
        told["asked_pace"], told["reached_pace"] = given.pace, paced["pace"]
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
