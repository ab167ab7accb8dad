"""What leaves the desk of a flood, and what it must say of itself wherever it goes: origin, datum, terrain, solver.

What rests on no survey is marked in its file name and inside, and never leaves as an official result.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.model.nature import Nature, Origin

Band = NDArray[np.float32]

MARKS: Final = MappingProxyType({Origin.IDEALISED: "示意地形·非实测", Origin.ASSUMED: "按登记上水流量设定·非模型成果"})
"""Words that go with what rests on no survey, or on no model."""
UNITS: Final = MappingProxyType(
    {"depth": "m", "stage": "m", "speed": "m/s", "hazard": "m2/s", "arrival": "h", "duration": "h"}
)
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


class LeaveCode(StrEnum):
    """Why nothing was written."""

    NOT_OFFICIAL = "not_official"
    NOTHING = "nothing"  # no raster, or no water in it
    CANNOT_WRITE = "cannot_write"


class LeaveRefused(Exception):
    """A file that was not written: why, and which."""

    def __init__(self, code: LeaveCode, path: str = "", reason: str = "") -> None:
        """Say what is wrong."""
        super().__init__(code, path, reason)
        self.code, self.path, self.reason = code, path, reason


class Place(Protocol):
    """Where rasters lie: square cells, first row in the north, in `crs`; a twin's Lattice is one."""

    @property
    def rows(self) -> int:
        """Cells from north to south."""
        ...

    @property
    def cols(self) -> int:
        """Cells from west to east."""
        ...

    @property
    def cell_m(self) -> float:
        """Width of a cell."""
        ...

    @property
    def west(self) -> float:
        """Outer corner."""
        ...

    @property
    def north(self) -> float:
        """Outer corner."""
        ...

    @property
    def crs(self) -> str:
        """Coordinate system."""
        ...

    @property
    def datum(self) -> str:
        """Datum of the stages."""
        ...

    def to_degrees(self, x: Sequence[float], y: Sequence[float]) -> tuple[Floats, Floats]:
        """Return lon and lat (WGS 84)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class FloodSheet:
    """A flood about to leave. `bands` by name (UNITS has them), NaN where nothing is known; `how`: run, blended …

    `official`: it shall stand as a result of the headquarters, which what rests on no survey may not.
    """

    title: str
    nature: Nature
    place: Place
    bands: Mapping[str, Band]
    flow_m3s: float
    how: str
    terrain: str = ""
    solver: str = ""
    trust_m: float | None = None
    official: bool = False
    further: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        """Refuse what may not leave, and rasters that lie elsewhere."""
        if self.official and not self.nature.official:
            raise LeaveRefused(LeaveCode.NOT_OFFICIAL, reason=self.nature.origin.value)
        if any(band.shape != (self.place.rows, self.place.cols) for band in self.bands.values()):
            raise ValueError("a raster does not lie on the sheet's cells")

    @property
    def mark(self) -> str:
        """Words that must be seen beside it; empty for what rests on a survey."""
        return MARKS.get(self.nature.origin, "")

    def told(self) -> dict[str, str]:
        """Return what the file says of itself."""
        nature = self.nature
        told = {
            "TITLE": self.title, "ORIGIN": nature.origin.value, "MARK": self.mark,
            "OFFICIAL": "yes" if self.official else "no", "MADE_AT": nature.made_at.isoformat(),
            "FLOW_M3S": f"{self.flow_m3s:g}", "HOW": self.how,
            "TRUST_M": "" if self.trust_m is None else f"{self.trust_m:.3f}", "CRS": self.place.crs,
            "DATUM": nature.datum or self.place.datum, "TERRAIN": self.terrain, "SOLVER": self.solver,
            "SOURCE": nature.source, "PROVENANCE": nature.provenance,
        }  # fmt: skip
        return {key: value for key, value in {**told, **self.further}.items() if value}

    def path_for(self, path: Path) -> Path:
        """Return the path with the mark in the file's name."""
        return marked_path(path, self.nature)


def marked_path(path: Path, nature: Nature) -> Path:
    """Return a path whose file name carries the mark of what rests on no survey; others stay as they are."""
    mark = MARKS.get(nature.origin, "")
    return path if not mark or mark in path.name else path.with_name(f"{path.stem}_{mark}{path.suffix}")


def file_name(title: str, ending: str, nature: Nature) -> str:
    """Return a name to offer for a file, without signs that some system refuses."""
    stem = _UNSAFE.sub("_", title).strip(". ")[:80] or "flood"
    return marked_path(Path(f"{stem}{ending}"), nature).name


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file in one go: it is there whole, or as it was before."""
    part = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o644)
        return Path(part).replace(path)
    except OSError as fault:
        raise LeaveRefused(LeaveCode.CANNOT_WRITE, str(path), fault.strerror or str(fault)) from fault
    finally:
        if part:
            Path(part).unlink(missing_ok=True)
