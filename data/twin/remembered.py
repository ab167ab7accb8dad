"""What was read from a library's files and is asked for again: rises and series at cells, ghosts; shared by reopenings.

Threads may share it: a run is read outside the lock, at worst twice.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from data.model.inundation import Floats
from data.twin.courses import Course, Whole
from data.twin.flood import Cells
from data.twin.ghosts import with_ghosts
from data.twin.rising import Rise, rise_of
from data.twin.terrain import Raster

_SETS_OF_CELLS = 12
"""Sets of cells whose rises are remembered, each for every run."""
_SERIES = 6
"""Whole series of one run at one set of cells."""

K = TypeVar("K")
T = TypeVar("T")


class Remembered:
    """The memory of one library, by flow of its runs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = threading.Lock()
        self._rises: OrderedDict[bytes, dict[float, Rise]] = OrderedDict()
        self._series: OrderedDict[tuple[float, bytes], Whole] = OrderedDict()
        self._ghosts: dict[float, NDArray[np.int16]] = {}

    def rise(self, course: Course, cells: Cells) -> Rise:
        """Return how a run rises at cells that lie on ground."""
        with self._lock:
            known = self._rises.setdefault(cells.tobytes(), {})
            self._rises.move_to_end(cells.tobytes())
            while len(self._rises) > _SETS_OF_CELLS:
                self._rises.popitem(last=False)
        return self._of(known, course.flow_m3s, lambda: _read_rise(course, cells))

    def series(self, course: Course, cells: Cells) -> Floats:
        """Return the depths of a run at cells that lie on ground, at every moment."""
        key = (course.flow_m3s, cells.tobytes())
        whole = self._of(self._series, key, lambda: course.frames.at(cells))
        with self._lock:
            while len(self._series) > _SERIES:
                self._series.popitem(last=False)
        return whole / 100.0

    def ghosts(self, course: Course, ground: Raster) -> NDArray[np.float32]:
        """Return a run's greatest depths with ghosts where it is dry, flat."""
        whole = self._of(self._ghosts, course.flow_m3s, lambda: _whole_mm(with_ghosts(course.measure("depth"), ground)))
        return whole.astype(np.float32) / np.float32(1e3)

    def _of(self, kept: dict[K, T], key: K, read: Callable[[], T]) -> T:
        with self._lock:
            if key in kept:
                return kept[key]
        made = read()
        with self._lock:
            return kept.setdefault(key, made)


def _whole_mm(signed: Raster) -> NDArray[np.int16]:
    """Millimetres, as precise as a run is kept; no water is deeper than 32 m."""
    return np.clip(np.rint(signed * 1e3), -32_000, 32_000).astype(np.int16).ravel()


def _read_rise(course: Course, cells: Cells) -> Rise:
    arrival = course.moment("arrival").ravel()[cells].astype(np.float64)
    arrival[np.isnan(arrival)] = np.inf
    peak = course.measure("depth").ravel()[cells].astype(np.float64)
    return rise_of(course.frames.at(cells) / 100.0, course.hours, arrival, peak, course.wet_depth_m)
