"""Water levels of the idealised reach by flow: first from the rating, then as the model itself answered.

In the channel a wide section at normal depth: stage = bed + (Q n / (B √S))^0.6, its bed and roughness fitted to the
rating of one year. The plain is laid so that the flow said to wet a place does so; what a level is there at a flow was
found by running the reach in rising steps and laying the plain anew, and is kept as a table (`Levels`).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from data.rules.rating import Rating
from data.twin.faults import TwinCode, TwinFault
from data.twin.site_lines import Floats, SiteLines

FITTED_FROM_M3S = 2000.0
"""Below it the rating tells of the low-water bed, which an idealised channel has not."""
_REACH = "# reach: "


@dataclass(frozen=True, slots=True)
class Section:
    """The channel's section at the station, fitted to a rating; `misfit_m` is the greatest distance from it."""

    bed_m: float
    manning: float
    width_m: float
    fall: float
    misfit_m: float

    def level_m(self, flow: Floats | float) -> Floats:
        """Return the stage at the station with all of the flow in the channel."""
        unit = np.asarray(flow, np.float64) * self.manning / (self.width_m * np.sqrt(self.fall))
        return self.bed_m + unit**0.6


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """Level over the plain (m) by flow (rows) and place down the river (columns).

    `deeper_m`: how much deeper than by the rating alone the channel's bed lies: what bends, spurs and cells hold back.
    """

    flows_m3s: Floats
    along_m: Floats
    level_m: Floats
    deeper_m: Floats
    reach: str = ""
    """The reach it was found for (`SiteLines.mark`); of use for no other."""

    def at(self, flow: Floats, along_m: Floats) -> Floats:
        """Return the level at flows and places, linear between, the outermost beyond."""
        rows = np.interp(flow, self.flows_m3s, np.arange(len(self.flows_m3s), dtype=np.float64))
        cols = np.interp(along_m, self.along_m, np.arange(len(self.along_m), dtype=np.float64))
        row = np.minimum(rows.astype(np.intp), len(self.flows_m3s) - 2)
        col = np.minimum(cols.astype(np.intp), len(self.along_m) - 2)
        down, right = rows - row, cols - col
        low = self.level_m[row, col] * (1 - right) + self.level_m[row, col + 1] * right
        high = self.level_m[row + 1, col] * (1 - right) + self.level_m[row + 1, col + 1] * right
        return low * (1 - down) + high * down


def fitted_section(rating: Rating, lines: SiteLines, fall: float) -> Section:
    """Fit the channel's section at the station to the rating of a year."""
    points: Floats = np.array([one for one in rating.points if one[0] >= FITTED_FROM_M3S], np.float64)
    if len(points) < 2:
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key="rating", params={"value": float(len(points))})
    flows, stages = points[:, 0], points[:, 1]
    powers = flows**0.6
    growth = float(np.cov(powers, stages, bias=True)[0, 1] / np.var(powers))
    if growth <= 0:
        raise TwinFault(TwinCode.VALUE_OUT_OF_RANGE, key="rating", params={"value": growth})
    bed = float(stages.mean() - growth * powers.mean())
    width = float(np.interp(lines.station_m, lines.river.along_m, lines.width_m()))
    manning = float(growth ** (5.0 / 3.0) * width * np.sqrt(fall))
    return Section(bed, manning, width, fall, float(np.abs(bed + growth * powers - stages).max()))


def first_levels(section: Section, lines: SiteLines, flows: Floats) -> Levels:
    """Return the levels by the rating alone: one fall everywhere, all water in the channel."""
    along = np.array([0.0, lines.river.along_m[-1]])
    falls = section.fall * (along - lines.station_m)
    return Levels(flows, along, section.level_m(flows)[:, None] - falls[None, :], np.zeros(2))


def levels_text(levels: Levels, told: str) -> str:
    """Write levels as a table with a word on where they come from."""
    stream = io.StringIO(newline="")
    stream.write(f"# {told}\n{_REACH}{levels.reach}\n")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["along_m", "deeper_m", *(f"{flow:.0f}" for flow in levels.flows_m3s)])
    for along, deeper, column in zip(levels.along_m, levels.deeper_m, levels.level_m.T, strict=True):
        writer.writerow([f"{along:.0f}", f"{deeper:.3f}", *(f"{level:.3f}" for level in column)])
    return stream.getvalue()


def read_levels(path: Path) -> Levels:
    """Read a shipped table of levels; one that is torn is ours to mend and is raised loudly."""
    text = path.read_text("utf-8-sig").splitlines()
    rows = list(csv.reader(line for line in text if not line.startswith("#")))
    reach = next((line.removeprefix(_REACH) for line in text if line.startswith(_REACH)), "")
    flows = np.array([float(text) for text in rows[0][2:]])
    table = np.array([[float(text) for text in row] for row in rows[1:]])
    return Levels(flows, table[:, 0], np.ascontiguousarray(table[:, 2:].T), table[:, 1], reach)
