"""The files of a library: one for each run, compressed, written whole or not at all, with a digest of what is in it.

Layout: MAGIC, length of the head (4 bytes), head (JSON: what the run was, and a list of blocks), the blocks. Frames go
in groups of GROUP, each group's first whole and the others as differences to the one before, so that one frame needs
one group alone. A file that is cut short or changed says so (`Torn`) and is made again by whoever makes the library.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from data.model.nature import Nature, Origin
from data.twin.courses import KINDS, Course, Frames, Whole
from data.twin.flood import Lattice

MAGIC = b"ANLAN-FLOOD-1\n"
ENDING = ".flood"
GROUP = 16
_LEVEL = 3
_MOST_HEAD = 4_000_000


class Torn(Exception):
    """A file of the library is not whole; `path` names it."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class _Block:
    offset: int
    length: int
    digest: str


@dataclass(frozen=True, slots=True)
class FiledFrames:
    """Frames read from a library's file when asked for; the group shown last is held, for time is played in order."""

    path: Path
    shape: tuple[int, int, int]
    start: int
    blocks: tuple[_Block, ...]
    _held: dict[int, Whole] = field(default_factory=lambda: cast("dict[int, Whole]", {}), repr=False, compare=False)

    def one(self, number: int) -> Whole:
        """Return one moment."""
        group = self._held.get(number // GROUP)
        if group is None:
            group = self._group(number // GROUP)
            self._held.clear()
            self._held[number // GROUP] = group
        return group[number % GROUP]

    def at(self, cells: NDArray[np.intp]) -> Whole:
        """Return some cells at every moment."""
        parts = [self._group(k).reshape(-1, self.shape[1] * self.shape[2])[:, cells] for k in range(len(self.blocks))]
        return np.concatenate(parts)

    def _group(self, number: int) -> Whole:
        block = self.blocks[number]
        with self.path.open("rb") as stream:
            stream.seek(self.start + block.offset)
            raw = _whole(self.path, stream.read(block.length), block.digest)
        steps = np.frombuffer(raw, np.uint16).reshape(-1, *self.shape[1:])
        return np.cumsum(steps, axis=0, dtype=np.uint16)  # differences wrap around, and so does their sum


class PackedPeaks(Mapping[str, Whole]):
    """The peaks of a run as they lie in its file, unpacked when one is asked for: a fine library has many."""

    def __init__(self, packed: Mapping[str, bytes]) -> None:
        """Hold them, each found to be whole."""
        self._packed = packed

    def __getitem__(self, kind: str) -> Whole:
        """Unpack one."""
        return np.frombuffer(zlib.decompress(self._packed[kind]), np.uint16)

    def __iter__(self) -> Iterator[str]:
        """Name them."""
        return iter(self._packed)

    def __len__(self) -> int:
        """Count them."""
        return len(self._packed)


def entry_path(folder: Path, flow_m3s: float) -> Path:
    """Return the file of a flow."""
    return folder / f"{round(flow_m3s):06d}{ENDING}"


def write_course(path: Path, course: Course, frames: NDArray[np.uint16]) -> None:
    """Keep a run; `frames` are its depths in cm: (moments, rows, cols)."""
    blocks: list[bytes] = [zlib.compress(np.ascontiguousarray(course.peaks[kind]).tobytes(), _LEVEL) for kind in KINDS]
    for first in range(0, len(frames), GROUP):
        group = frames[first : first + GROUP].copy()
        group[1:] -= frames[first : first + GROUP][:-1]
        blocks.append(zlib.compress(group.tobytes(), _LEVEL))
    nature = course.nature
    head = {
        "flow_m3s": course.flow_m3s, "hours": course.hours, "inflow": course.inflow, "lattice": asdict(course.lattice),
        "nature": asdict(nature) | {"origin": nature.origin.value, "made_at": nature.made_at.isoformat()},
        "solver": course.solver, "wet_depth_m": course.wet_depth_m, "mass_error": course.mass_error,
        "fastest_froude": course.fastest_froude, "frames": list(frames.shape),
        "blocks": [(len(block), hashlib.sha256(block).hexdigest()) for block in blocks],
    }  # fmt: skip
    text = json.dumps(head).encode()
    content = b"".join((MAGIC, len(text).to_bytes(4, "big"), hashlib.sha256(text).digest(), text, *blocks))
    write_whole(path, content)


def read_course(path: Path) -> Course:
    """Read a kept run, its frames left where they are; `Torn` when the file is not whole, OSError when unreadable."""
    content = path.read_bytes()
    start = len(MAGIC) + 36
    length = int.from_bytes(content[len(MAGIC) : len(MAGIC) + 4], "big")
    text = content[start : start + length]
    if (
        content[: len(MAGIC)] != MAGIC
        or length > _MOST_HEAD
        or hashlib.sha256(text).digest() != content[len(MAGIC) + 4 : start]
    ):
        raise Torn(path)
    head = cast("dict[str, Any]", json.loads(text))
    blocks: list[_Block] = []
    offset = 0
    for size, digest in head["blocks"]:
        blocks.append(_Block(offset, size, digest))
        offset += size
    body = start + length
    if len(content) != body + offset:
        raise Torn(path)
    packed: list[bytes] = []
    for block in blocks:
        first = body + block.offset
        packed.append(content[first : first + block.length])
        if hashlib.sha256(packed[-1]).hexdigest() != block.digest:
            raise Torn(path)
    peaks = PackedPeaks(dict(zip(KINDS, packed, strict=False)))
    shape = cast("tuple[int, int, int]", tuple(head["frames"]))
    frames: Frames = FiledFrames(path, shape, body, tuple(blocks[len(KINDS) :]))
    nature = head["nature"] | {
        "origin": Origin(head["nature"]["origin"]), "made_at": datetime.fromisoformat(head["nature"]["made_at"]),
    }  # fmt: skip
    return Course(
        head["flow_m3s"], tuple(head["hours"]), tuple((hour, flow) for hour, flow in head["inflow"]),
        Lattice(**head["lattice"]), Nature(**nature), head["solver"], head["wet_depth_m"], head["mass_error"],
        head["fastest_froude"], peaks, frames,
    )  # fmt: skip


def write_table(path: Path, table: Mapping[str, Any]) -> None:
    """Keep a small table as JSON."""
    text = json.dumps(table, ensure_ascii=False, indent=1)
    write_whole(path, json.dumps({"digest": hashlib.sha256(text.encode()).hexdigest(), "table": text}).encode())


def read_table(path: Path) -> dict[str, Any] | None:
    """Read a small table; None when there is none; `Torn` when it is not whole."""
    if not path.is_file():
        return None
    try:
        kept = cast("dict[str, str]", json.loads(path.read_bytes()))
        if hashlib.sha256(kept["table"].encode()).hexdigest() != kept["digest"]:
            raise Torn(path)
        return cast("dict[str, Any]", json.loads(kept["table"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise Torn(path) from fault


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, or as it was before."""
    part = path.with_suffix(path.suffix + ".part")
    try:
        with part.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        part.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _whole(path: Path, packed: bytes, digest: str) -> bytes:
    if hashlib.sha256(packed).hexdigest() != digest:
        raise Torn(path)
    return zlib.decompress(packed)
