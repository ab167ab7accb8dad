"""Lay the idealised reach so that it answers as the registers say: makes resources/demo/site_levels.csv.

    python tools/lay_site.py [--cell 40] [--turns 2]

Runs the reach in rising steps of flow, takes the levels at which it stands, lays channel and plain anew, and again.
The last turn also tells how well the result follows the rating and the flows at which the plots are said to get wet.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

import resources
from data.feeds.ratings import read_ratings
from data.model.register import Registers
from data.model.river import HUAYUANKOU
from data.rules.rating import Rating
from data.twin.case import Running, Series
from data.twin.plane import to_metres
from data.twin.simulate import simulate
from data.twin.site import site_case, site_terrain
from data.twin.site_ground import BENCHES, Frame, SiteFacts, Stand, frame_of, stand_of
from data.twin.site_levels import Levels, Section, first_levels, fitted_section, levels_text, read_levels
from data.twin.site_lines import CRS, Floats, SiteLines, site_lines
from desktop.first_run import demo_situation

STEPS = (
    2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500, 7000, 7500, 8000, 8500, 9000, 9500, 10000, 11000,
    12000, 13500, 15000, 18000, 22000,
)  # fmt: skip
FITTED = (2000, 3000, 4000, 5000, 5500)
"""Flows at which the channel is to follow the rating."""
OUT = resources.path("demo/ratings.csv").with_name("site_levels.csv")
BIN_M = 250.0
TOLD = (
    "花园口镇示意河段的滩面水位（m，基面同该年水位流量关系）：模型按逐级加大流量的恒定流反复试算、反求滩面与槽底所得，"
    "非实测；deeper_m 为主槽比仅按水位流量关系加深的量。由 tools/lay_site.py 生成，勿手改"
)


class Site:
    """All that the turns share."""

    def __init__(self, cell_m: float, ease: float) -> None:
        self.registers: Registers = demo_situation().registers
        ratings = [one for one in read_ratings(resources.path("demo/ratings.csv")) if one.station == HUAYUANKOU]
        self.rating: Rating = max(ratings, key=lambda one: one.year)
        self.facts = SiteFacts()
        self.lines: SiteLines = site_lines(self.registers, HUAYUANKOU)
        self.section: Section = fitted_section(self.rating, self.lines, self.facts.fall)
        self.frame: Frame = frame_of(self.lines, self.facts, cell_m)
        self.stand: Stand = stand_of(self.registers, self.lines, self.facts, self.frame)
        self.plain_m: Floats = self.lines.valley.nearest(self.frame.places)[1] * (
            self.lines.river.along_m[-1] / self.lines.valley.along_m[-1]
        )
        self.cell_m = cell_m
        self.ease = ease

    def first(self) -> Levels:
        """The levels to begin with."""
        return first_levels(self.section, self.lines, np.array(STEPS, np.float64))

    def stairs(self, levels: Levels, hold_h: float, steps: tuple[int, ...] = STEPS) -> tuple[Floats, Floats]:
        """Water surface and depth at the end of every step (NaN where dry)."""
        terrain = site_terrain(self.registers, self.rating, self.cell_m, levels)
        began = time.perf_counter()
        ends, times, flows = 0.0, list[float](), list[float]()
        hold = hold_h * 3600.0
        for number, flow in enumerate(steps):
            times += [ends + (1.0 if number else 0.0), ends + hold * (1 if number else 2)]
            flows += [float(flow)] * 2
            ends = times[-1]
        run = Running(ends, frames_every_s=hold)
        result = simulate(site_case(terrain, Series(tuple(times), tuple(flows)), run))
        depth = np.stack([frame.depth_cm for frame in result.frames[2:]]).astype(np.float64) / 100.0
        say(f"{len(steps)} steps in {time.perf_counter() - began:.0f} s, mass error {result.summary.mass_error:.1e}, "
            f"greatest Froude {result.summary.fastest_froude:.2f}")  # fmt: skip
        depth = depth.reshape(len(steps), -1)
        return np.where(depth > 0.02, terrain.bed.reshape(1, -1) + depth, np.nan), depth

    def answered(self, levels: Levels, surface: Floats) -> Levels:
        """The levels at which the reach stood, and the bed laid as much deeper as it stood too high."""
        along = np.arange(0.0, self.lines.river.along_m[-1] + BIN_M, BIN_M)
        bins = np.rint(self.plain_m / BIN_M).astype(np.intp)
        plain, channel = self.stand.right_plain, self.stand.channel
        found = np.full((len(STEPS), len(along)), np.nan)
        for row, flow in enumerate(STEPS):
            near = np.exp(-(((self.stand.floods_m3s - flow) / 600.0) ** 2))
            weight = np.where(plain, near + 1e-3, np.where(channel, 1e-4, 0.0)) * np.isfinite(surface[row])
            total = np.bincount(bins, weight, len(along))
            mean = np.bincount(bins, weight * np.nan_to_num(surface[row]), len(along)) / np.maximum(total, 1e-12)
            found[row] = np.where(total > 0, mean, np.nan)
        slope = self.facts.fall * along
        level = np.stack([_smooth(_filled(row + slope)) - slope for row in found])
        flows = np.array(STEPS, np.float64)
        before = levels.at(*np.meshgrid(flows, along, indexing="ij"))
        level = np.maximum.accumulate(level + self.ease * (before - level), axis=0)
        river = np.rint(self.stand.river_m / BIN_M).astype(np.intp)
        over = np.full((len(FITTED), len(along)), np.nan)
        for place, flow in enumerate(FITTED):
            wanted = self.section.level_m(flow) - self.facts.fall * (self.stand.river_m - self.lines.station_m)
            held = channel & np.isfinite(surface[STEPS.index(flow)])
            count = np.bincount(river[held], minlength=len(along))
            total = np.bincount(river[held], (surface[STEPS.index(flow)] - wanted)[held], len(along))
            over[place] = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        deeper = np.interp(along, levels.along_m, levels.deeper_m) + _smooth(_filled(over.mean(axis=0)))
        return Levels(flows, along, level, deeper, self.lines.mark())

    def tell(self, surface: Floats, depth: Floats) -> None:
        """How well the reach follows rating and plots."""
        at = self.stand.channel & (np.abs(self.stand.river_m - self.lines.station_m) < 120)
        for row, flow in enumerate(STEPS):
            stated = self.rating.stage_at(flow)
            fitted = float(self.section.level_m(flow))
            stage = float(np.nanmean(surface[row][at]))
            off = "" if stated is None else f"  rating {stated:.2f} ({stage - stated:+.2f})"
            say(f"{flow:6d} m³/s  {stage:.2f} m  fit {fitted:.2f} ({stage - fitted:+.2f}){off}")
        rows, cols = self.frame.shape
        steps = np.array(STEPS, np.float64)
        within = 0
        for bench in BENCHES:
            plots = [row for row in self.registers.plots if row.bench == bench]
            middles = np.array([np.mean(to_metres(row.ring, CRS), axis=0) for row in plots])
            col = ((middles[:, 0] - self.frame.west) // self.cell_m).astype(np.intp)
            row_ = ((self.frame.north - middles[:, 1]) // self.cell_m).astype(np.intp)
            cells = row_ * cols + col
            found = np.array([wets_at(steps, depth[:, cell]) for cell in cells])
            ratio = found / np.array([row.floods_at_m3s for row in plots])
            good = np.abs(ratio - 1.0) <= 0.15
            within += int(good.sum())
            spread = ", ".join(f"{value:.2f}" for value in np.percentile(ratio, (5, 25, 50, 75, 95)))
            say(f"{bench}: {len(plots)} plots, {100 * good.mean():.0f} % within 15 %; model/register {spread}")
        say(f"all plots: {100 * within / len(self.registers.plots):.0f} % within 15 %")
        behind = self.stand.behind & np.isfinite(surface[-1])
        say(f"behind the levee at {STEPS[-1]}: {int(behind.sum())} wet cells")
        for flow in (12000, 22000):
            toe = self.stand.right_plain & (self.stand.to_levee_m < 80)
            deep = depth[STEPS.index(flow)][toe]
            say(f"toe at {flow}: median {np.median(deep):.2f} m, 95 % {np.percentile(deep, 95):.2f} m")
        _ = rows


def wets_at(steps: Floats, depth: Floats, wet_m: float = 0.05) -> float:
    """The flow at which a cell gets wet, between the steps by its depth."""
    above = np.flatnonzero(depth > wet_m)
    if not len(above):
        return float("inf")
    k = int(above[0])
    if k == 0:
        return float(steps[0])
    growth = depth[k] if k + 1 >= len(depth) else max(depth[k + 1] - depth[k], 1e-3)
    back = min(1.0, (depth[k] - wet_m) / growth) * (steps[min(k + 1, len(steps) - 1)] - steps[k])
    return float(max(steps[k - 1], steps[k] - back))


def _filled(row: Floats) -> Floats:
    known = np.isfinite(row)
    return np.interp(np.arange(len(row)), np.flatnonzero(known), row[known])


def _smooth(row: Floats) -> Floats:
    kernel = np.hanning(7)[1:-1]
    return np.asarray(np.convolve(np.pad(row, 2, mode="edge"), kernel / kernel.sum(), "valid"), np.float64)


def say(text: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cell", type=float, default=40.0)
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--hold", type=float, default=3.0, help="hours a step")
    parser.add_argument("--ease", type=float, default=0.0, help="share of the levels before that a turn keeps")
    parser.add_argument("--begin", type=Path, help="a table to begin with")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    site = Site(given.cell, given.ease)
    say(str(site.section))
    levels = site.first() if given.begin is None else read_levels(given.begin)
    for _ in range(given.turns):
        surface, depth = site.stairs(levels, given.hold)
        site.tell(surface, depth)
        levels = site.answered(levels, surface)
        given.out.write_text(levels_text(levels, TOLD), "utf-8-sig")
    surface, depth = site.stairs(levels, given.hold)
    site.tell(surface, depth)


if __name__ == "__main__":
    main()
