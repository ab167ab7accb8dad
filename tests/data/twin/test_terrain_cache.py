"""Terrains that were made before are read; what is torn, changed or cannot be kept is made again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from data.twin.terrain import CrestKind, CrestLine, Nature, Terrain
from data.twin.terrain_cache import remembered


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Terrain:
        self.made += 1
        bed = np.arange(12, dtype=np.float32).reshape(3, 4)
        bed[0, 0] = np.nan
        line = CrestLine(CrestKind.LEVEE, ((0.0, 0.0), (10.0, 5.0)), (3.0, 4.0), "大堤")
        terrain = Terrain(
            bed, bed * 0 + 0.03, 5.0, 1.0, 2.0, "EPSG:4547", "大沽(待核)", Nature.IDEALISED, (line,), "概化"
        )
        return replace(terrain, inlet=((1.0, 1.0),), fall=0.0002)


def test_a_terrain_is_made_once_and_read_back_as_it_was(tmp_path: Path) -> None:
    make = Maker()
    first, second = (remembered(tmp_path, ("a", 1), make) for _ in range(2))
    assert make.made == 1
    assert second.digest() == first.digest()
    assert (second.crests, second.source, second.datum, second.inlet, second.fall) == (
        first.crests, first.source, first.datum, first.inlet, first.fall,
    )  # fmt: skip


def test_what_is_made_from_other_facts_is_another_terrain(tmp_path: Path) -> None:
    make = Maker()
    remembered(tmp_path, ("a",), make)
    remembered(tmp_path, ("b",), make)
    assert make.made == 2


def test_a_torn_file_is_made_again(tmp_path: Path) -> None:
    make = Maker()
    remembered(tmp_path, ("a",), make)
    path = next(tmp_path.glob("*.terrain"))
    path.write_bytes(path.read_bytes()[:100])
    assert remembered(tmp_path, ("a",), make).shape == (3, 4)
    assert make.made == 2


def test_a_folder_that_cannot_be_written_costs_the_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert remembered(tmp_path / "file", ("a",), Maker()).cell_m == 5.0


def test_the_oldest_terrains_make_room(tmp_path: Path) -> None:
    for number in range(15):
        remembered(tmp_path, (number,), Maker())
        newest = max(tmp_path.glob("*.terrain"), key=lambda one: one.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert len(list(tmp_path.glob("*.terrain"))) == 12
