"""Checkpoints and results of runs as files: arrays and JSON alone, written whole or not at all."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.twin.case import Probe
from data.twin.engine import Arrays, PeakRasters, Volumes
from data.twin.result import Frame, ProbeReading, ProbeRecord, Result, Summary
from data.twin.simulate import Snapshot
from data.twin.terrain import Nature

_TOLD = "told"


def write_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Keep a run that stopped half-way."""
    told = {
        "digest": snapshot.digest, "engine": snapshot.engine, "wall_s": snapshot.wall_s,
        "samples": [[_reading(one) for one in sample] for sample in snapshot.samples],
        "frames": [frame.time_s for frame in snapshot.frames],
    }  # fmt: skip
    write_arrays(
        path, told, {f"state_{name}": array for name, array in snapshot.arrays.items()} | _frames(snapshot.frames)
    )


def read_snapshot(path: Path) -> Snapshot | None:
    """A run kept half-way; None when there is none, or what is there is no whole checkpoint."""
    read = read_arrays(path)
    if read is None:
        return None
    told, arrays = read
    state = {name.removeprefix("state_"): array for name, array in arrays.items() if name.startswith("state_")}
    samples = tuple(tuple(ProbeReading(*one) for one in sample) for sample in told["samples"])
    return Snapshot(
        told["digest"], told["engine"], state, samples, _frames_from(told["frames"], arrays), told["wall_s"]
    )


def write_kept(path: Path, result: Result) -> None:
    """Keep a result."""
    peaks = {f"peak_{name}": cast("NDArray[Any]", getattr(result.peaks, name)) for name in PeakRasters.__slots__}
    told = {
        "summary": asdict(result.summary),
        "probes": [
            {
                "probe": asdict(record.probe), "moved_m": record.moved_m, "end": _reading(record.end),
                "max_depth_m": record.max_depth_m, "max_stage_m": record.max_stage_m, "arrival_s": record.arrival_s,
                "series": [_reading(one) for one in record.series],
            }
            for record in result.probes
        ],
        "frames": [frame.time_s for frame in result.frames],
    }  # fmt: skip
    write_arrays(path, told, {**peaks, "depth_m": result.depth_m, **_frames(result.frames)})


def read_kept(path: Path) -> Result | None:
    """A kept result; None when there is none, or what is there is not whole."""
    read = read_arrays(path)
    if read is None:
        return None
    told, arrays = read
    summary = told["summary"] | {
        "volumes": Volumes(**told["summary"]["volumes"]), "nature": Nature(told["summary"]["nature"])
    }  # fmt: skip
    peaks: dict[str, Any] = {name: arrays[f"peak_{name}"] for name in PeakRasters.__slots__}
    probes = tuple(
        ProbeRecord(
            Probe(**one["probe"]), one["moved_m"], ProbeReading(*one["end"]), one["max_depth_m"], one["max_stage_m"],
            one["arrival_s"], tuple(ProbeReading(*reading) for reading in one["series"]),
        )
        for one in told["probes"]
    )  # fmt: skip
    depth = cast("NDArray[np.float32]", arrays["depth_m"])
    return Result(Summary(**summary), PeakRasters(**peaks), depth, probes, _frames_from(told["frames"], arrays))


def _reading(one: ProbeReading) -> list[float | None]:
    return [one.time_s, one.depth_m, one.stage_m]


def _frames(frames: Sequence[Frame]) -> Arrays:
    return {f"frame_{number}": frame.depth_cm for number, frame in enumerate(frames)}


def _frames_from(times: Sequence[float], arrays: Arrays) -> tuple[Frame, ...]:
    return tuple(
        Frame(time, cast("NDArray[np.uint16]", arrays[f"frame_{number}"])) for number, time in enumerate(times)
    )


def write_arrays(path: Path, told: dict[str, Any], arrays: Arrays) -> None:
    """Write arrays with a word about them, whole or not at all."""
    stream = io.BytesIO()
    text = np.frombuffer(json.dumps(told).encode(), np.uint8)
    named: dict[str, Any] = {**arrays, _TOLD: text}
    np.savez_compressed(stream, **named)
    part = path.with_suffix(".part")
    try:
        with part.open("wb") as target:
            target.write(stream.getvalue())
            target.flush()
            os.fsync(target.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def read_arrays(path: Path) -> tuple[dict[str, Any], Arrays] | None:
    """Return what was written; None when there is nothing, or it is not whole."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as kept:
            arrays: Arrays = {name: kept[name] for name in kept.files}
        told: dict[str, Any] = json.loads(arrays.pop(_TOLD).tobytes())
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None  # nothing kept, or torn by a full disk: the run starts anew
    return told, arrays
