"""Terrains that were made before, by a hash of everything they are made from: a fine one takes many seconds to make."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from data.twin.keeping import read_arrays, write_arrays
from data.twin.terrain import CrestKind, CrestLine, Nature, Terrain

_MOST = 12
"""So many terrains are kept; the oldest make room."""


def remembered(folder: Path, told: Sequence[object], make: Callable[[], Terrain]) -> Terrain:
    """Return the terrain made from what is told, from its file when there is a whole one; else make and keep it.

    A disk that is full or may not be written costs the time only.
    """
    key = hashlib.sha256(repr((*told, _source())).encode()).hexdigest()[:24]
    path = folder / f"{key}.terrain"
    found = _read(path)
    if found is None:
        found = make()
        _write(path, found)
    return found


def _source() -> str:
    """A hash of the code that makes sites: another version makes another ground."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("site*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(path: Path, terrain: Terrain) -> None:
    told = {
        "cell_m": terrain.cell_m, "west": terrain.west, "north": terrain.north, "crs": terrain.crs,
        "datum": terrain.datum, "nature": terrain.nature.value, "source": terrain.source, "inlet": terrain.inlet,
        "fall": terrain.fall, "digest": terrain.digest(),
        "crests": [[line.kind.value, line.points, line.crest_m, line.name] for line in terrain.crests],
    }  # fmt: skip
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_arrays(path, told, {"bed": terrain.bed, "manning": terrain.manning})
        for old in sorted(path.parent.glob("*.terrain"), key=lambda one: one.stat().st_mtime)[:-_MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return  # it is made again the next time


def _read(path: Path) -> Terrain | None:
    read = read_arrays(path)
    if read is None:
        return None
    told, arrays = read
    try:
        terrain = Terrain(
            np.asarray(arrays["bed"], np.float32), np.asarray(arrays["manning"], np.float32), told["cell_m"],
            told["west"], told["north"], told["crs"], told["datum"], Nature(told["nature"]),
            tuple(
                CrestLine(CrestKind(kind), tuple((x, y) for x, y in points), tuple(crests), name)
                for kind, points, crests, name in told["crests"]
            ),
            told["source"], tuple((x, y) for x, y in told["inlet"]), told["fall"],
        )  # fmt: skip
    except (KeyError, ValueError):
        return None
    return terrain if terrain.digest() == told["digest"] else None
