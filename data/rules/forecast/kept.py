"""What was learned as one small file of numbers, and read again: for the shipped forecast and for the cache.

Nothing of the observed series is in it: coefficients, means of groups of days, thresholds of trees.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.rules.forecast.banded import SETS as LINES
from data.rules.forecast.banded import Banded
from data.rules.forecast.bands import Bands
from data.rules.forecast.days import Floats
from data.rules.forecast.forest import Forest
from data.rules.forecast.kernels import SETS, Kernel
from data.rules.forecast.learning import DESIGN, LeadModel, Learned


class NotKept(Exception):
    """The bytes are no forecast of ours, or one of another design."""


def packed(learned: Learned, *, small: bool = False) -> bytes:
    """Write it down; `small` keeps the trees' numbers in half precision."""
    arrays: dict[str, NDArray[Any]] = {}
    for one in learned.leads:
        key = f"{one.lead}"
        for at, line in enumerate(one.banded):
            arrays[f"{key}.l{at}"] = np.append(line.weights, line.offset)
        for at, kernel in enumerate(one.kernels):
            arrays[f"{key}.k{at}.c"] = kernel.centres.astype(np.float32)
            arrays[f"{key}.k{at}.w"] = kernel.weights
            arrays[f"{key}.k{at}.m"] = np.stack([kernel.mean, kernel.spread, kernel.line])
            arrays[f"{key}.k{at}.o"] = np.array([kernel.offset])
        forest = one.forest
        leaf = forest.right == 0
        number = np.where(leaf, forest.value, forest.threshold).astype(np.float16 if small else np.float32)
        step = np.where(leaf, 0, forest.right - np.arange(len(forest.right)))
        arrays |= {
            f"{key}.f.roots": forest.roots, f"{key}.f.feature": forest.feature,
            f"{key}.f.number": number, f"{key}.f.step": step.astype(np.uint16),
            f"{key}.r": one.regression, f"{key}.b.q": one.bands.quantiles,
            f"{key}.b.s": one.bands.skill, f"{key}.b.n": one.bands.count,
        }  # fmt: skip
    about = {
        "design": DESIGN, "trained_to": learned.trained_to.isoformat(), "pairs": learned.pairs,
        "leads": [one.lead for one in learned.leads],
    }  # fmt: skip
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, **arrays)
    return out.getvalue()


def unpacked(data: bytes) -> Learned:
    """Read what `packed` wrote; NotKept for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            about = json.loads(bytes(arrays["about"]).decode())
            if about["design"] != DESIGN:
                raise NotKept(about["design"])
            leads = tuple(_lead(arrays, int(lead)) for lead in about["leads"])
            return Learned(leads, date.fromisoformat(about["trained_to"]), int(about["pairs"]))
    except (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile) as fault:
        raise NotKept(str(fault)) from fault


def _lead(arrays: Any, lead: int) -> LeadModel:
    def take(name: str) -> Floats:
        return np.asarray(arrays[f"{lead}.{name}"], dtype=np.float64)

    kernels: list[Kernel] = []
    for at, names in enumerate(SETS):
        mean, spread, line = take(f"k{at}.m")
        kernels.append(
            Kernel(names, mean, spread, take(f"k{at}.c"), take(f"k{at}.w"), line, float(take(f"k{at}.o")[0]))
        )  # fmt: skip
    number = take("f.number").astype(np.float32)
    step = np.asarray(arrays[f"{lead}.f.step"], dtype=np.int32)
    right = np.where(step > 0, step + np.arange(len(step), dtype=np.int32), 0).astype(np.int32)
    forest = Forest(
        np.asarray(arrays[f"{lead}.f.roots"], dtype=np.int32), np.asarray(arrays[f"{lead}.f.feature"], dtype=np.int8),
        number, right, number,
    )  # fmt: skip
    lines = [(names, take(f"l{at}")) for at, names in enumerate(LINES)]
    banded = tuple(Banded(names, line[:-1], float(line[-1])) for names, line in lines)
    bands = Bands(take("b.q"), take("b.s"), take("b.n"))
    return LeadModel(lead, banded, tuple(kernels), forest, bands, take("r"))
