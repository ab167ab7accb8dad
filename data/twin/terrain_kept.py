"""The surveyed terrain in use: kept in the twin's folder as one file, with its provenance beside it for people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from data.twin.checks import check_terrain
from data.twin.faults import TwinCode, TwinFault
from data.twin.keeping import read_arrays, write_arrays
from data.twin.terrain import CrestKind, CrestLine, Nature, Raster, Terrain, coarser
from data.twin.terrain_file import Survey

FILE, ABOUT = "terrain.npz", "terrain.json"


@dataclass(frozen=True, slots=True)
class KeptAbout:
    """Where the terrain in use comes from."""

    source: str
    taken_at: datetime
    datum: str
    crs: str
    cell_m: float
    rows: int
    cols: int
    crests: int
    digest: str
    findings: tuple[str, ...]
    files: tuple[str, ...]


def keep_terrain(folder: Path, terrain: Terrain, survey: Survey, at: datetime) -> KeptAbout:
    """Keep a terrain; what was in use before stays when the disk is full."""
    findings = tuple(sorted({str(finding.code) for finding in check_terrain(terrain)}))
    files = tuple(path.name for path in (survey.file, survey.crests, survey.landuse, survey.blocks) if path is not None)
    rows, cols = terrain.shape
    about = KeptAbout(
        terrain.source, at, terrain.datum or "", terrain.crs or "", terrain.cell_m, rows, cols, len(terrain.crests),
        terrain.digest(), findings, files,
    )  # fmt: skip
    told: dict[str, Any] = {
        "about": _told(about), "west": terrain.west, "north": terrain.north, "nature": str(terrain.nature),
        "inlet": terrain.inlet, "fall": terrain.fall,
        "crests": [[str(line.kind), line.points, line.crest_m, line.name] for line in terrain.crests],
    }  # fmt: skip
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_arrays(folder / FILE, told, {"bed": terrain.bed, "manning": terrain.manning})
        text = json.dumps(_told(about), ensure_ascii=False, indent=2) + "\n"
        part = folder / (ABOUT + ".part")
        try:
            part.write_text(text, "utf-8")
            part.replace(folder / ABOUT)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise TwinFault(TwinCode.CANNOT_WRITE, str(folder), params={"reason": fault.strerror or str(fault)}) from fault
    return about


def kept_terrain(folder: Path) -> Terrain | None:
    """Return the surveyed terrain in use; None when there is none, a fault when it is torn or was tampered with."""
    read = _read(folder)
    if read is None:
        return None
    told, bed, manning = read
    about = told["about"]
    terrain = Terrain(
        bed, manning, about["cell_m"], told["west"], told["north"], about["crs"] or None, about["datum"] or None,
        Nature(told["nature"]),
        tuple(
            CrestLine(CrestKind(kind), tuple((x, y) for x, y in points), tuple(crests), name)
            for kind, points, crests, name in told["crests"]
        ),
        about["source"], tuple((x, y) for x, y in told["inlet"]), told["fall"],
    )  # fmt: skip
    if terrain.digest() != about["digest"]:
        raise TwinFault(TwinCode.KEPT_TORN, str(folder / FILE))
    return terrain


def kept_about(folder: Path) -> KeptAbout | None:
    """Return where the terrain in use comes from; None when there is none."""
    read = _read(folder)
    if read is None:
        return None
    about = read[0]["about"]
    return KeptAbout(
        about["source"], datetime.fromisoformat(about["taken_at"]), about["datum"], about["crs"], about["cell_m"],
        about["rows"], about["cols"], about["crests"], about["digest"], tuple(about["findings"]), tuple(about["files"]),
    )  # fmt: skip


def forget_terrain(folder: Path) -> bool:
    """Use the idealised reach again; tell whether there was a terrain to forget."""
    there = (folder / FILE).exists()
    for name in (FILE, ABOUT):
        (folder / name).unlink(missing_ok=True)
    return there


def on_cells(terrain: Terrain, cell_m: float) -> Terrain:
    """Return a terrain on cells about as wide as wanted: never finer than it is, and by whole multiples."""
    return coarser(terrain, max(1, round(cell_m / terrain.cell_m)))


def _told(about: KeptAbout) -> dict[str, Any]:
    return {name: getattr(about, name) for name in KeptAbout.__slots__} | {"taken_at": about.taken_at.isoformat()}


def _read(folder: Path) -> tuple[dict[str, Any], Raster, Raster] | None:
    path = folder / FILE
    if not path.exists():
        return None
    read = read_arrays(path)
    if read is None or "about" not in read[0] or not {"bed", "manning"} <= set(read[1]):
        raise TwinFault(TwinCode.KEPT_TORN, str(path))
    return read[0], read[1]["bed"].astype(np.float32), read[1]["manning"].astype(np.float32)
