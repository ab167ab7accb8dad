"""What a library of scenarios is valid for, and what has changed since one was made."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np

from data.twin.case import Case, Series
from data.twin.library_files import Torn, read_table, write_table
from data.twin.solver_name import NAME
from data.twin.standard import STANDARD, Shape
from data.twin.terrain import Terrain

FILE = "identity.json"


class Stale(StrEnum):
    """What of a library no longer holds."""

    GROUND = "ground"
    FRICTION = "friction"
    WATER = "water"  # where it comes in and goes out
    SOLVER = "solver"
    HYDROGRAPH = "hydrograph"


@dataclass(frozen=True, slots=True)
class Identity:
    """Digests of everything that decides the runs of a library."""

    cell_m: float
    ground: str
    friction: str
    water: str
    solver: str
    shape: Shape

    def key(self) -> str:
        """Return the name of the library's folder."""
        told = "|".join(repr(getattr(self, one.name)) for one in fields(self))
        return f"{self.cell_m:g}m-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def identity(case: Case, shape: Shape = STANDARD) -> Identity:
    """Return the identity of a library on a case's terrain; the first inflow is the river, its flow no matter."""
    terrain = case.terrain
    river, *others = case.inflows
    run = case.run
    pace = (run.courant, run.theta, run.longest_step_s, run.wet_depth_m)
    water = repr((river.place, others, case.edges, case.breaches, case.rain_mm_h, pace))
    return Identity(terrain.cell_m, _ground(terrain), _digest(terrain.manning), _hash(water), NAME, shape)


def at_flow(case: Case, flow: Series) -> Case:
    """Return the case with another flow in its river."""
    return replace(case, inflows=(replace(case.inflows[0], flow_m3s=flow), *case.inflows[1:]))


def keep_identity(folder: Path, given: Identity) -> None:
    """Write what a library is valid for beside its runs."""
    write_table(folder / FILE, asdict(given))


def kept_identity(folder: Path) -> Identity | None:
    """Read what a library was made for; None when that is not known."""
    try:
        table = read_table(folder / FILE)
    except Torn:
        return None
    if table is None:
        return None
    known: dict[str, Any] = table | {"shape": Shape(**table["shape"])}
    return Identity(**known)


def stale(folder: Path, now: Identity) -> dict[str, frozenset[Stale]]:
    """Return the libraries of the same cell size that are no longer valid, by folder name, and what has changed."""
    told: dict[str, frozenset[Stale]] = {}
    if not folder.is_dir():
        return told
    for own in sorted(folder.iterdir()):
        then = kept_identity(own) if own.is_dir() else None
        if then is not None and then != now and then.cell_m == now.cell_m:
            told[own.name] = differences(then, now)
    return told


def drop(folder: Path, name: str) -> None:
    """Take away a library, named by `stale`; what is no library of ours stays."""
    own = folder / name
    if own.parent != folder or kept_identity(own) is None:
        return
    for path in sorted(own.iterdir()):
        path.unlink()
    own.rmdir()


def differences(then: Identity, now: Identity) -> frozenset[Stale]:
    """Return what differs between two identities."""
    pairs = {
        Stale.GROUND: (then.ground, now.ground), Stale.FRICTION: (then.friction, now.friction),
        Stale.WATER: (then.water, now.water), Stale.SOLVER: (then.solver, now.solver),
        Stale.HYDROGRAPH: (then.shape, now.shape),
    }  # fmt: skip
    return frozenset(code for code, (one, other) in pairs.items() if one != other)


def _ground(terrain: Terrain) -> str:
    frame = (terrain.shape, terrain.cell_m, terrain.west, terrain.north, terrain.crs, terrain.datum)
    crests = [(line.kind, line.points, line.crest_m) for line in terrain.crests]
    return _hash(_digest(terrain.bed) + repr((frame, crests)))


def _digest(raster: Any) -> str:
    return hashlib.sha256(np.ascontiguousarray(raster, np.float32).tobytes()).hexdigest()


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
