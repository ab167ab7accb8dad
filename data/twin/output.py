"""A result as files: GeoTIFF rasters, summary.json and probes.csv; all of them or none."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.twin.case import Case
from data.twin.faults import TwinCode, TwinFault
from data.twin.result import ProbeRecord, Result
from data.twin.terrain import Nature, Raster, Terrain

NODATA = -9999.0
WATERMARK = "示意地形·非实测"
"""Stands in the name and inside of every file of a result on idealised ground."""


def prepare_folder(folder: Path) -> None:
    """Make the folder, and make sure that it can be written to before hours are spent."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as fault:
        raise TwinFault(TwinCode.CANNOT_WRITE, str(folder), params={"reason": fault.strerror or str(fault)}) from fault


def write_result(case: Case, result: Result, folder: Path) -> tuple[Path, ...]:
    """Write all files of a result; when that fails the folder is as it was before."""
    prepare_folder(folder)
    part = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        for name, content in _files(case, result):
            (part / name).write_bytes(content)
        return tuple(Path(shutil.move(path, folder / path.name)) for path in sorted(part.iterdir()))
    except OSError as fault:
        raise TwinFault(TwinCode.CANNOT_WRITE, str(folder), params={"reason": fault.strerror or str(fault)}) from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)


def summary_of(case: Case, result: Result) -> dict[str, Any]:
    """The summary as JSON tells it."""
    told, book = result.summary, result.summary.volumes
    wet = result.peaks.depth_m >= told.wet_depth_m
    return {
        "name": told.name, "engine": told.engine, "complete": told.complete,
        "mass_error": told.mass_error, "wall_s": told.wall_s, "cells": told.cells, "steps": told.steps,
        "cell_updates_per_s": told.cell_updates_per_s,
        "active_updates_per_s": told.active_updates / told.wall_s if told.wall_s > 0 else 0.0,
        "compile_s": told.compile_s, "threads": told.threads, "simulated_s": told.simulated_s,
        "cell_m": told.cell_m, "courant": told.courant, "wet_depth_m": told.wet_depth_m,
        "volume_start_m3": book.start_m3, "volume_end_m3": book.now_m3, "inflow_m3": book.sources_m3,
        "rain_m3": book.rain_m3, "rim_in_m3": book.rim_in_m3, "outflow_m3": book.out_m3,
        "max_depth_m": float(result.peaks.depth_m.max()), "wet_area_m2": float(wet.sum()) * told.cell_m**2,
        "greatest_froude": told.fastest_froude, "outside_validity": bool(told.fastest_froude > 0.8),
        "nature": str(told.nature), "watermark": watermark(told.nature),
        "datum": told.datum, "crs": case.terrain.crs, "terrain": told.terrain_digest,
    }  # fmt: skip


def watermark(nature: Nature) -> str:
    """Return the words that every result on such ground carries; none on surveyed ground."""
    return WATERMARK if nature is Nature.IDEALISED else ""


def marked(name: str, mark: str) -> str:
    """Return a file's name with the mark before its suffix."""
    path = Path(name)
    return f"{path.stem}_{mark}{path.suffix}" if mark else name


def _files(case: Case, result: Result) -> list[tuple[str, bytes]]:
    peaks, ground = result.peaks, np.isfinite(case.terrain.bed)
    wet = ground & (peaks.depth_m >= result.summary.wet_depth_m)
    rasters: list[tuple[str, Raster, NDArray[np.bool_], str]] = [
        ("max_depth.tif", peaks.depth_m, ground, "m"),
        ("arrival_s.tif", peaks.arrival_s, wet & np.isfinite(peaks.arrival_s), "s"),
        ("duration_s.tif", peaks.duration_s, ground, "s"),
        ("max_speed.tif", peaks.speed_m_s, ground, "m/s"),
        ("hazard.tif", peaks.hazard_m2_s, ground, "m2/s"),
    ]
    text = json.dumps(summary_of(case, result), indent=2, ensure_ascii=False) + "\n"
    mark = watermark(case.terrain.nature)
    files = [(marked(name, mark), geotiff(case.terrain, raster, known, unit)) for name, raster, known, unit in rasters]
    files.append(("summary.json", text.encode()))
    if case.probes:
        files.append(("probes.csv", _probes(result.probes)))
    return files


def geotiff(terrain: Terrain, raster: Raster, known: NDArray[np.bool_], unit: str) -> bytes:
    """A raster of the terrain as the bytes of a GeoTIFF; unknown cells are nodata, the terrain's nature is a tag."""
    from rasterio.errors import NotGeoreferencedWarning  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.io import MemoryFile  # pyright: ignore[reportMissingTypeStubs]
    from rasterio.transform import Affine  # pyright: ignore[reportMissingTypeStubs]

    memory, affine = _untyped(MemoryFile), _untyped(Affine)
    rows, cols = terrain.shape
    place = affine(terrain.cell_m, 0.0, terrain.west, 0.0, -terrain.cell_m, terrain.north)
    with warnings.catch_warnings(), memory() as held:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        warnings.simplefilter("ignore", PendingDeprecationWarning)  # rasterio's use of affine
        with held.open(
            driver="GTiff", width=cols, height=rows, count=1, dtype="float32", crs=terrain.crs, transform=place,
            nodata=NODATA, compress="deflate", predictor=3,
        ) as target:  # fmt: skip
            target.write(np.where(known, raster, np.float32(NODATA)).astype(np.float32), 1)
            target.update_tags(
                UNIT=unit, NATURE=str(terrain.nature), DATUM=terrain.datum or "", TERRAIN=terrain.digest(),
                KIND="model result", WATERMARK=watermark(terrain.nature),
            )  # fmt: skip
        return bytes(held.read())


def _untyped(thing: Any) -> Any:
    return thing


def _probes(records: tuple[ProbeRecord, ...]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["id", "x", "y", "stage_m", "depth_m", "max_stage_m", "max_depth_m", "arrival_s", "moved_m"])
    for record in records:
        numbers = (
            record.end.stage_m, record.end.depth_m, record.max_stage_m, record.max_depth_m, record.arrival_s,
            record.moved_m,
        )  # fmt: skip
        places = [f"{record.probe.x:.3f}", f"{record.probe.y:.3f}"]
        writer.writerow([record.probe.id, *places, *("" if n is None else f"{n:.4f}" for n in numbers)])
    return stream.getvalue().encode()
