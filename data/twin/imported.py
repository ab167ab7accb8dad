"""Somebody else's inundation map as a flood of equal rights: taken in, kept under the home folder, listed, removed.

A map lies in twin/imported/<digest>/: fields.npz and about.json, both or neither.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from data.model.inundation import Floats
from data.model.nature import Nature, Origin
from data.twin.flood import Cells, Field, How, Lattice, Trust
from data.twin.imported_faults import MapCode, MapNote, MapRefused, NoteCode
from data.twin.imported_place import Box
from data.twin.imported_raster import RASTERS, bands_named, lay_out, read_onto
from data.twin.imported_shapes import SHAPES, lay_shapes
from data.twin.terrain import Raster

MOST_DEPTH_M = 30.0
"""What is deeper is no flood of this river but a slip of unit [设定]."""
_LEAST_DEPTH_M = -0.05
_RIM_DEGREES = 0.05
_WET_M = 0.05
_FIELDS = "fields.npz"
_ABOUT = "about.json"
_COMPANIONS = (Field.STAGE, Field.ARRIVAL, Field.DURATION, Field.SPEED)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a person states of a map: who made it, when, in which CRS and datum, for which flow.

    `blank_dry`: a cell without a value is dry; otherwise nothing is known of it. `companions` are further rasters by
    field: stage in m above the datum, arrival and duration in hours, speed in m/s.
    """

    source: str
    made_at: datetime
    crs: str = ""
    datum: str = ""
    flow_m3s: float = 0.0
    depth_column: str = ""
    blank_dry: bool = False
    title: str = ""
    companions: Mapping[Field, Path] = field(default_factory=dict[Field, Path])


@dataclass(frozen=True, slots=True)
class MapAbout:
    """A kept map without its rasters."""

    digest: str
    title: str
    file: str
    source: str
    made_at: datetime
    taken_at: datetime
    flow_m3s: float
    lattice: Lattice
    fields: tuple[Field, ...]
    notes: tuple[MapNote, ...]


@dataclass(frozen=True, eq=False)
class ImportedFlood:
    """A kept map; a data.twin.flood.Flood without frames."""

    about: MapAbout
    rasters: Mapping[Field, Raster]
    bed: Raster | None = None
    how: How = How.IMPORTED
    trust: Trust | None = None
    hours: tuple[float, ...] = ()
    inflow: tuple[tuple[float, float], ...] = ()

    @property
    def lattice(self) -> Lattice:
        """Where it lies."""
        return self.about.lattice

    @property
    def flow_m3s(self) -> float:
        """The flow it was declared for, 0 when none was."""
        return self.about.flow_m3s

    @property
    def nature(self) -> Nature:
        """Somebody else's, and whose."""
        told = self.about
        return Nature(Origin.IMPORTED, told.made_at, told.digest, told.lattice.datum, told.source)

    def field(self, which: Field) -> Raster | None:
        """Return what the map knows; the hazard follows from depth and speed."""
        if which is Field.HAZARD and Field.SPEED in self.rasters:
            return self.rasters[Field.DEPTH] * self.rasters[Field.SPEED]
        return self.rasters.get(which)

    def frame(self, number: int) -> Raster:
        """Refuse: a map has no moments."""
        raise IndexError(number)

    def depths(self, cells: Cells) -> Floats:
        """Return no frames."""
        return np.zeros((0, len(cells)))


def take_map(path: Path, declared: Declared, near: Box, folder: Path, now: datetime) -> ImportedFlood:
    """Read a map near the township and keep it; MapRefused with nothing written when something is wrong with it."""
    if not declared.source.strip():
        raise MapRefused(MapCode.NO_SOURCE, path.name)
    if not path.is_file():
        raise MapRefused(MapCode.MISSING, path.name)
    wanted = near.wider(_RIM_DEGREES)
    ending = path.suffix.lower()
    if ending in RASTERS:
        lattice, rasters, notes = _from_rasters(path, declared, wanted)
    elif ending in SHAPES:
        lattice, rasters, notes = lay_shapes(path, declared.crs, wanted, declared.datum, declared.depth_column)
    else:
        raise MapRefused(MapCode.FORMAT, path.name, {"ending": ending})
    notes = [*notes, *_checked(rasters, declared, path.name)]
    notes += [] if Field.ARRIVAL in rasters else [MapNote(NoteCode.NO_ARRIVAL)]
    notes += [] if declared.datum else [MapNote(NoteCode.NO_DATUM)]
    about = MapAbout(
        _digest(path, declared, near), declared.title or path.stem, path.name, declared.source.strip(),
        declared.made_at, now, declared.flow_m3s, lattice, tuple(which for which in Field if which in rasters),
        tuple(notes),
    )  # fmt: skip
    flood = ImportedFlood(about, rasters)
    _keep(flood, folder)
    return flood


def kept_maps(folder: Path) -> tuple[tuple[MapAbout, ...], tuple[str, ...]]:
    """Return the kept maps, newest first, and the names of folders that are torn."""
    whole: list[MapAbout] = []
    torn: list[str] = []
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        if place.name.startswith(".") or not place.is_dir():
            continue
        try:
            whole.append(_about(place))
        except MapRefused:
            torn.append(place.name)
    return tuple(sorted(whole, key=lambda about: about.taken_at, reverse=True)), tuple(torn)


def read_map(folder: Path, digest: str) -> ImportedFlood:
    """Read a kept map."""
    place = _place(folder, digest)
    about = _about(place)
    try:
        with (place / _FIELDS).open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            rasters = {which: np.asarray(kept[which.value], np.float32) for which in about.fields}
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, EOFError) as fault:
        raise MapRefused(MapCode.UNREADABLE, digest, {"reason": str(fault)}) from fault
    shape = (about.lattice.rows, about.lattice.cols)
    if Field.DEPTH not in rasters or any(raster.shape != shape for raster in rasters.values()):
        raise MapRefused(MapCode.UNREADABLE, digest, {"reason": "shape"})
    return ImportedFlood(about, rasters)


def remove_map(folder: Path, digest: str) -> None:
    """Forget a kept map; one that is not there is no fault."""
    place = _place(folder, digest)
    try:
        if place.is_dir():
            shutil.rmtree(place)
    except OSError as fault:
        raise _unwritable(place, fault) from fault


def _from_rasters(path: Path, declared: Declared, near: Box) -> tuple[Lattice, dict[Field, Raster], list[MapNote]]:
    lattice, notes = lay_out(path, declared.crs, near, declared.datum)
    named = bands_named(path)
    depth, marks = read_onto(path, declared.crs, lattice, Field.DEPTH, named.get(Field.DEPTH, 1))
    rasters = {Field.DEPTH: depth}
    for which in _COMPANIONS:
        if which not in declared.companions and which not in named:
            continue
        file, band = (declared.companions[which], 1) if which in declared.companions else (path, named[which])
        rasters[which], more = read_onto(file, declared.crs, lattice, which, band)
        marks += more
    return lattice, rasters, [*notes, *([MapNote(NoteCode.MARKS, {"cells": marks})] if marks else [])]


def _checked(rasters: dict[Field, Raster], declared: Declared, file: str) -> list[MapNote]:
    """Refuse depths that cannot be; bring the fields in line with them."""
    depth, notes = rasters[Field.DEPTH], list[MapNote]()
    blank = np.isnan(depth)
    if blank.all() or not float(np.nanmax(depth)) > 0:
        raise MapRefused(MapCode.NO_WATER, file)
    below, above = int((depth < _LEAST_DEPTH_M).sum()), int((depth > MOST_DEPTH_M).sum())
    if below:
        raise MapRefused(MapCode.NEGATIVE, file, {"cells": below, "least_m": round(float(np.nanmin(depth)), 2)})
    if above:
        worst = {"cells": above, "greatest_m": round(float(np.nanmax(depth)), 2), "most_m": MOST_DEPTH_M}
        raise MapRefused(MapCode.TOO_DEEP, file, worst)
    slightly = int((depth < 0).sum())
    if slightly:
        notes.append(MapNote(NoteCode.BELOW_ZERO, {"cells": slightly}))
    depth = np.maximum(depth, np.float32(0))
    if blank.any():
        notes.append(
            MapNote(
                NoteCode.BLANK_DRY if declared.blank_dry else NoteCode.BLANK, {"share": round(float(blank.mean()), 3)}
            )
        )
    rasters[Field.DEPTH] = np.where(blank, np.float32(0), depth) if declared.blank_dry else depth
    dry = rasters[Field.DEPTH] <= _WET_M
    for which in set(rasters) - {Field.DEPTH}:
        told = rasters[which]
        if which is not Field.STAGE and float(np.nanmin(told, initial=0.0)) < 0:
            raise MapRefused(MapCode.NEGATIVE, file, {"field": which.value, "least_m": float(np.nanmin(told))})
        nothing = np.nan if which in {Field.ARRIVAL, Field.STAGE} else 0.0
        rasters[which] = np.where(dry, np.float32(nothing), told)
    if not declared.datum:
        rasters.pop(Field.STAGE, None)  # a stage above nobody knows what
    return notes


def _digest(path: Path, declared: Declared, near: Box) -> str:
    """A hash of all files and all that was declared: the same map taken twice is one."""
    told = hashlib.sha256()
    files = [path, *(declared.companions[which] for which in _COMPANIONS if which in declared.companions)]
    try:
        for one in files:
            with one.open("rb") as stream:
                while piece := stream.read(1 << 20):
                    told.update(piece)
    except OSError as fault:
        raise MapRefused(MapCode.UNREADABLE, path.name, {"reason": fault.strerror or str(fault)}) from fault
    stated = (declared.source, declared.made_at.isoformat(), declared.crs, declared.datum, declared.flow_m3s)
    told.update(repr((stated, declared.depth_column, declared.blank_dry, asdict(near))).encode())
    return told.hexdigest()


def _keep(flood: ImportedFlood, folder: Path) -> None:
    """Write both files beside their place and move them there in one go."""
    place = _place(folder, flood.about.digest)
    part: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
        arrays: dict[str, Any] = {which.value: raster for which, raster in flood.rasters.items()}
        with (part / _FIELDS).open("wb") as stream:
            np.savez_compressed(stream, **arrays)
        (part / _ABOUT).write_text(_told(flood.about), "utf-8")
        if place.exists():
            shutil.rmtree(place)
        part.replace(place)
    except OSError as fault:
        raise _unwritable(place, fault) from fault
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)


def _told(about: MapAbout) -> str:
    told = asdict(about)
    told["made_at"], told["taken_at"] = about.made_at.isoformat(), about.taken_at.isoformat()
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _about(place: Path) -> MapAbout:
    try:
        told: dict[str, Any] = json.loads((place / _ABOUT).read_text("utf-8"))
        notes: Sequence[Any] = told["notes"]
        return MapAbout(
            told["digest"], told["title"], told["file"], told["source"], datetime.fromisoformat(told["made_at"]),
            datetime.fromisoformat(told["taken_at"]), float(told["flow_m3s"]), Lattice(**told["lattice"]),
            tuple(Field(name) for name in told["fields"]),
            tuple(MapNote(NoteCode(note["code"]), dict(note["params"])) for note in notes),
        )  # fmt: skip
    except FileNotFoundError as fault:
        raise MapRefused(MapCode.MISSING, place.name) from fault
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise MapRefused(MapCode.UNREADABLE, place.name, {"reason": str(fault)}) from fault


def _place(folder: Path, digest: str) -> Path:
    if not digest.isalnum():
        raise MapRefused(MapCode.MISSING, digest)
    return folder / digest


def _unwritable(place: Path, fault: OSError) -> MapRefused:
    return MapRefused(MapCode.CANNOT_WRITE, str(place), {"reason": fault.strerror or str(fault)})
