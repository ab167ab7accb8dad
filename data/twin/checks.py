"""What a person should know of a terrain before trusting a run on it: findings as codes with their places."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from data.model.nature import Nature as Origins
from data.twin.faults import Finding, FindingCode, TwinCode, TwinFault
from data.twin.shapes import CutFace, cut_faces
from data.twin.terrain import CrestLine, Nature, Terrain

BELOW_GROUND_M = 0.3
"""A crest this far under the ground on both its sides is no crest."""
ACROSS_M = 2.0
"""A crest this far over the lowest ground it passes, with ground as low on both sides, dams what flows there."""
JUMP_M = 30.0
"""A cell this far from all its neighbours is an error of the survey."""


def check_terrain(terrain: Terrain) -> tuple[Finding, ...]:
    """Return all findings, grave ones first."""
    found = [*_frame(terrain), *_surface(terrain)]
    for line in terrain.crests:
        found += _crest(terrain, line)
    return tuple(sorted(found, key=lambda finding: not finding.grave))


def _frame(terrain: Terrain) -> Iterator[Finding]:
    if terrain.nature is Nature.IDEALISED:
        yield Finding(FindingCode.IDEALISED, grave=True)
    if not terrain.datum:
        yield Finding(FindingCode.NO_DATUM, grave=True)
    if not terrain.crs:
        yield Finding(FindingCode.NO_CRS, grave=False)


def _surface(terrain: Terrain) -> Iterator[Finding]:
    xs, ys = terrain.centres()
    holes = _enclosed(~np.isfinite(terrain.bed))
    if holes.any():
        row, col = (int(n) for n in np.argwhere(holes)[0])
        yield Finding(
            FindingCode.HOLES, grave=False, x=float(xs[col]), y=float(ys[row]), params={"cells": int(holes.sum())}
        )
    bed = np.pad(terrain.bed.astype(np.float64), 1, constant_values=np.nan)
    middle = bed[1:-1, 1:-1]
    away = np.stack([abs(middle - other) for other in (bed[:-2, 1:-1], bed[2:, 1:-1], bed[1:-1, :-2], bed[1:-1, 2:])])
    jumps = np.isfinite(middle) & (np.where(np.isfinite(away), away, np.inf).min(axis=0) > JUMP_M)
    jumps &= np.isfinite(away).any(axis=0)
    if jumps.any():
        row, col = (int(n) for n in np.argwhere(jumps)[0])
        params: dict[str, str | float] = {"cells": int(jumps.sum()), "jump_m": JUMP_M}
        yield Finding(FindingCode.SPIKES, grave=True, x=float(xs[col]), y=float(ys[row]), params=params)


def _enclosed(holes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells without ground that do not reach the rim: those beyond the rim are simply outside."""
    if not holes.any():
        return holes
    outside = np.zeros_like(holes)
    outside[0], outside[-1], outside[:, 0], outside[:, -1] = holes[0], holes[-1], holes[:, 0], holes[:, -1]
    while True:
        grown = outside.copy()
        grown[1:] |= outside[:-1]
        grown[:-1] |= outside[1:]
        grown[:, 1:] |= outside[:, :-1]
        grown[:, :-1] |= outside[:, 1:]
        grown &= holes
        if (grown == outside).all():
            return holes & ~outside
        outside = grown


def _crest(terrain: Terrain, line: CrestLine) -> Iterator[Finding]:
    faces = list(cut_faces(terrain, line))
    if not faces:
        if all(terrain.cell_at(x, y) is None for x, y in line.points):
            yield Finding(FindingCode.CREST_OUTSIDE, grave=True, params={"name": line.name})
        return  # else shorter than a cell: it parts none
    lower = np.array([_lower_side(terrain, face) for face in faces])
    crest = np.array([face.crest_m for face in faces])
    under = lower - crest
    if np.nanmax(under, initial=-np.inf) > BELOW_GROUND_M:
        at = faces[int(np.nanargmax(under))]
        yield _at(FindingCode.CREST_BELOW_GROUND, terrain, line, at, {"below_m": float(np.nanmax(under))})
    higher = np.array([_higher_side(terrain, face) for face in faces])
    across = _crosses(crest, lower, higher)
    if across is not None:
        over = float(crest[across] - higher[across])
        yield _at(FindingCode.DAM_ACROSS_CHANNEL, terrain, line, faces[across], {"over_m": over})


def _crosses(crest: NDArray[np.float64], lower: NDArray[np.float64], higher: NDArray[np.float64]) -> int | None:
    """Where a line goes down through low ground and up again: both sides of its shoulders well above what it blocks.

    A line along a river has low ground on one side all its way; one across it has a short dip in both.
    """
    known = np.flatnonzero(np.isfinite(higher) & np.isfinite(lower))
    if len(known) < 3:
        return None
    ground, shoulder = higher[known], lower[known]
    low = int(np.argmin(ground))
    shoulders = min(float(shoulder[: low + 1].max()), float(shoulder[low:].max()))
    at = int(known[low])
    if shoulders - ground[low] > ACROSS_M and crest[at] - ground[low] > ACROSS_M:
        return at
    return None


def _sides(terrain: Terrain, face: CutFace) -> tuple[float, float]:
    before = (face.row, face.col - 1) if face.along_x else (face.row - 1, face.col)
    return float(terrain.bed[before]), float(terrain.bed[face.row, face.col])


def _lower_side(terrain: Terrain, face: CutFace) -> float:
    return min(_sides(terrain, face))


def _higher_side(terrain: Terrain, face: CutFace) -> float:
    return max(_sides(terrain, face))


def _at(code: FindingCode, terrain: Terrain, line: CrestLine, face: CutFace, params: dict[str, str | float]) -> Finding:
    xs, ys = terrain.centres()
    place = (float(xs[face.col]), float(ys[face.row]))
    return Finding(code, grave=True, x=place[0], y=place[1], params={"name": line.name, **params})


def official(terrain: Terrain) -> bool:
    """Whether results on this ground may leave the desk as official ones: surveyed, and nothing grave found."""
    return not any(finding.grave for finding in check_terrain(terrain))


def refuse_official(nature: Origins) -> None:
    """Raise a TwinFault when what rests on no survey is to leave the desk as an official result."""
    if not nature.official:
        raise TwinFault(TwinCode.NOT_OFFICIAL, params={"origin": str(nature.origin)})
