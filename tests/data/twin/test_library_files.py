"""Files of a library: whole or as they were, and what they give back."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime

import numpy as np
import pytest

from data.model.nature import Nature, Origin
from data.twin.courses import KINDS, NEVER, Course, HeldFrames, RunFlood
from data.twin.flood import Field, Lattice
from data.twin.identity import Identity, drop, keep_identity, kept_identity
from data.twin.library_files import GROUP, MAGIC, Torn, read_course, read_table, write_course, write_table, write_whole
from data.twin.standard import STANDARD

SHAPE = (6, 9)
FRAMES = np.random.default_rng(4).integers(0, 3_000, (2 * GROUP + 3, *SHAPE)).astype(np.uint16)


@pytest.fixture
def course() -> Course:
    rng = np.random.default_rng(5)
    peaks = {kind: rng.integers(0, 2_000, SHAPE).astype(np.uint16).ravel() for kind in KINDS}
    peaks["arrival"][7] = NEVER
    nature = Nature(Origin.MODEL, datetime(2026, 7, 1, tzinfo=UTC), "p", "大沽(待核)", "测试")
    return Course(
        5_000.0, tuple(n / 6 for n in range(len(FRAMES))), ((0.0, 2_000.0), (9.0, 5_000.0)),
        Lattice(*SHAPE, 40.0, 0.0, 240.0, "EPSG:4547", "大沽(待核)"), nature, "solver", 0.05, 1e-12, 0.4, peaks,
        HeldFrames(FRAMES),
    )  # fmt: skip


def test_a_course_comes_back_as_it_was_written(tmp_path, course):
    write_course(tmp_path / "a.flood", course, FRAMES)
    back = read_course(tmp_path / "a.flood")
    assert {kind: back.peaks[kind].tolist() for kind in KINDS} == {kind: course.peaks[kind].tolist() for kind in KINDS}
    for number in (0, GROUP - 1, GROUP, len(FRAMES) - 1, 3):
        assert np.array_equal(back.frames.one(number), FRAMES[number])
    cells = np.array([0, 8, 53, 8], np.intp)
    assert np.array_equal(back.frames.at(cells), FRAMES.reshape(len(FRAMES), -1)[:, cells])
    for name in ("flow_m3s", "hours", "inflow", "lattice", "nature", "solver", "wet_depth_m", "mass_error"):
        assert getattr(back, name) == getattr(course, name), name


def test_what_never_comes_is_not_a_number(course):
    flood = RunFlood(course, np.zeros(SHAPE, np.float32))
    assert np.isnan(flood.field(Field.ARRIVAL).ravel()[7])
    assert np.isfinite(flood.field(Field.ARRIVAL).ravel()[8])


@pytest.mark.parametrize("cut", [0, 5, len(MAGIC) + 2, 300, 2_000, -1])
def test_a_file_cut_short_is_torn(tmp_path, course, cut: int):
    path = tmp_path / "a.flood"
    write_course(path, course, FRAMES)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(Torn):
        read_course(path)


def test_every_changed_byte_is_found(tmp_path, course):
    path = tmp_path / "a.flood"
    write_course(path, course, FRAMES)
    whole = path.read_bytes()
    for at in np.random.default_rng(6).integers(0, len(whole), 60):
        changed = bytearray(whole)
        changed[at] ^= 0x40
        path.write_bytes(changed)
        with pytest.raises(Torn):
            read_course(path)


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    path = tmp_path / "a"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_table_that_was_changed_is_torn(tmp_path):
    path = tmp_path / "t.json"
    assert read_table(path) is None
    write_table(path, {"a": [1, "水"]})
    assert read_table(path) == {"a": [1, "水"]}
    path.write_bytes(path.read_bytes().replace(b"1", b"2", 1))
    with pytest.raises(Torn):
        read_table(path)


def test_a_library_that_is_no_longer_valid_is_dropped_and_nothing_else(tmp_path):
    given = Identity(40.0, "g", "f", "w", "s", STANDARD)
    own = tmp_path / given.key()
    own.mkdir()
    keep_identity(own, given)
    assert kept_identity(own) == given
    (own / "002000.flood").write_bytes(b"x")
    other = tmp_path / "mine"
    other.mkdir()
    (other / "002000.flood").write_bytes(b"x")
    drop(tmp_path, given.key())
    drop(tmp_path, "mine")
    drop(tmp_path, "../" + tmp_path.name + "/mine")
    assert [one.name for one in tmp_path.iterdir()] == ["mine"]
