"""Described cases: read whole, refused at the very key that is wrong, run by a process of their own, kept."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.twin.case import Case, Probe, Running, Way
from data.twin.case_file import read_case
from data.twin.engine import Progress
from data.twin.faults import TwinCode, TwinFault
from data.twin.keeping import read_kept, read_snapshot, write_kept, write_snapshot
from data.twin.runner import CHECKPOINT, Failed, Finished, Halted, Job, start
from data.twin.simulate import Stopped, simulate
from tests.data.twin.grounds import ground, poured, rough

WHOLE = """
name = "valley"
[terrain]
file = "ground.asc"
crs = "EPSG:4547"
datum = "test"
blocks = "houses/*.csv"
block_height_m = 4
crests = [{file = "dyke.csv", kind = "dyke"}]
[friction]
default = 0.04
polygons = [{file = "road.csv", n = 0.02}]
[inflow]
at = [55.0, 55.0]
radius_m = 12.0
series = "flow.csv"
[outflow]
edges = {left = "closed", right = "slope:0.001", top = "free", bottom = "stage:0.4"}
[run]
seconds = 60
threads = 2
[probes]
file = "probes.csv"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "\n".join(" ".join(f"{value:.3f}" for value in row) for row in rough(12, 20, relief_m=0.2))
    head = "ncols 20\nnrows 12\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9999\n"
    (tmp_path / "ground.asc").write_text(head + rows + "\n", "utf-8")
    (tmp_path / "houses").mkdir()
    (tmp_path / "houses" / "one.csv").write_text("101,41\n119,41\n119,59\n101,59\n", "utf-8")
    (tmp_path / "road.csv").write_text("x,y\n0,80\n200,80\n200,100\n0,100\n", "utf-8")
    (tmp_path / "dyke.csv").write_text("x,y,crest_m\n150,-5,1\n150,130,1.5\n", "utf-8")
    (tmp_path / "flow.csv").write_text("time_s,flow_m3s\n0,0\n30,4\n60,2\n", "utf-8")
    (tmp_path / "probes.csv").write_text("id,x,y\nA,65,55\nB,110,50\nC,9999,0\n", "utf-8")
    (tmp_path / "CASE.toml").write_text(WHOLE, "utf-8")
    return tmp_path


def test_a_case_is_read_with_all_that_it_names(folder: Path):
    case = read_case(folder / "CASE.toml")
    assert case.name == "valley"
    assert case.run.threads == 2
    assert [edge.way for edge in case.edges] == [Way.CLOSED, Way.SLOPE, Way.FREE, Way.STAGE]
    assert case.terrain.bed[6:8, 10:12].min() >= 4.0
    assert case.terrain.manning[3, 3] == np.float32(0.02)
    assert case.terrain.crests[0].crest_m == (1.0, 1.5)
    assert [probe.id for probe in case.probes] == ["A", "B", "C"]
    result = simulate(case)
    assert result.summary.volumes.sources_m3 == pytest.approx(30 * 2 + 30 * 3, rel=1e-9)
    first, second, third = result.probes
    assert first.end.depth_m > 0
    assert second.max_depth_m == 0
    assert third.max_stage_m is None


@pytest.mark.parametrize(
    ("found", "put", "code", "key"),
    [
        ("[run]\nseconds = 60", "[run]", TwinCode.KEY_MISSING, "run.seconds"),
        ("seconds = 60", 'seconds = "long"', TwinCode.KEY_WRONG, "run.seconds"),
        ("seconds = 60", "seconds = -1", TwinCode.VALUE_OUT_OF_RANGE, "run.seconds"),
        ("seconds = 60", "seconds = nan", TwinCode.KEY_WRONG, "run.seconds"),
        ("threads = 2", "thread = 2", TwinCode.KEY_UNKNOWN, "run.thread"),
        ('file = "ground.asc"', 'file = "none.asc"', TwinCode.FILE_MISSING, ""),
        ('file = "ground.asc"', 'file = "road.csv"', TwinCode.FILE_UNREADABLE, ""),
        ('"houses/*.csv"', '"huts/*.csv"', TwinCode.NO_MATCH, "terrain.blocks"),
        ("n = 0.02", "n = 20", TwinCode.VALUE_OUT_OF_RANGE, "friction.polygons.n"),
        ("at = [55.0, 55.0]", "at = [5555.0, 55.0]", TwinCode.OUTSIDE_TERRAIN, "inflow"),
        ("at = [55.0, 55.0]", "at = 55.0", TwinCode.KEY_WRONG, "inflow.at"),
        ('series = "flow.csv"', "flow_m3s = -3", TwinCode.VALUE_OUT_OF_RANGE, "inflow.flow_m3s"),
        ('series = "flow.csv"', 'series = "flow.csv"\nflow_m3s = 3', TwinCode.KEY_WRONG, "inflow.flow_m3s"),
        ('"slope:0.001"', '"slope:steep"', TwinCode.KEY_WRONG, "outflow.edges.right"),
        ('"slope:0.001"', '"open"', TwinCode.KEY_WRONG, "outflow.edges.right"),
        ("right =", "east =", TwinCode.KEY_UNKNOWN, "outflow.edges.east"),
        ("[run]", "[run", TwinCode.NOT_TOML, ""),
        ('crs = "EPSG:4547"', 'crs = "EPSG:nowhere"', TwinCode.KEY_WRONG, "crs"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(folder: Path, found: str, put: str, code: TwinCode, key: str):
    assert found in WHOLE
    (folder / "CASE.toml").write_text(WHOLE.replace(found, put), "utf-8")
    with pytest.raises(TwinFault) as told:
        read_case(folder / "CASE.toml")
    assert (told.value.code, told.value.key) == (code, key)
    assert told.value.file


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("flow.csv", "time_s,flow_m3s\n0,1\n0,2\n", TwinCode.NOT_RISING),
        ("flow.csv", "time_s,flow_m3s\n0,1\n9,much\n", TwinCode.BAD_ROW),
        ("flow.csv", "time_s,flow_m3s\n0,1\n9,-2\n", TwinCode.VALUE_OUT_OF_RANGE),
        ("flow.csv", "", TwinCode.BAD_ROW),
        ("road.csv", "1,1\n2,2\n", TwinCode.NO_RING),
        ("dyke.csv", "1,1,3\n1,1,3\n", TwinCode.NO_LENGTH),
        ("probes.csv", "id,x,y\nA,here,3\n", TwinCode.BAD_ROW),
    ],
)
def test_a_broken_table_is_told_with_its_name(folder: Path, name: str, text: str, code: TwinCode):
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(TwinFault) as told:
        read_case(folder / "CASE.toml")
    assert told.value.code is code
    assert Path(told.value.file).name in {name, "CASE.toml"}


def long_case() -> Case:
    run = Running(1500.0, sample_every_s=50.0, frames_every_s=300.0)
    return Case(ground(rough(150, 150)), run, probes=(Probe("A", 400.0, 900.0),), initial_depth=poured(150, 150))


def test_a_run_that_was_stopped_goes_on_to_the_same_bits(tmp_path: Path):
    case = long_case()
    told: list[Progress] = []
    with pytest.raises(Stopped) as stopped:
        simulate(case, told.append, lambda: len(told) > 3)
    path = tmp_path / "checkpoint.npz"
    write_snapshot(path, stopped.value.snapshot)
    snapshot = read_snapshot(path)
    assert snapshot is not None
    result = simulate(case, resume=snapshot)
    whole = simulate(case)
    assert np.array_equal(result.depth_m, whole.depth_m)
    assert np.array_equal(result.peaks.duration_s, whole.peaks.duration_s)
    assert len(result.frames) == len(whole.frames) == 6
    assert result.probes == whole.probes
    write_kept(path, result)
    kept = read_kept(path)
    assert kept is not None
    assert kept.summary == result.summary
    assert kept.probes == result.probes
    assert np.array_equal(kept.frames[-1].depth_cm, result.frames[-1].depth_cm)


def test_a_torn_checkpoint_is_none_and_a_foreign_one_is_not_taken(tmp_path: Path):
    (tmp_path / "torn.npz").write_bytes(b"PK\x03\x04 torn")
    assert read_snapshot(tmp_path / "torn.npz") is None
    assert read_snapshot(tmp_path / "none.npz") is None
    case = long_case()
    with pytest.raises(Stopped) as stopped:
        simulate(case, cancelled=lambda: True)
    other = replace(case, initial_level_m=3.0, initial_depth=None)
    with pytest.raises(ValueError, match="another case"):
        simulate(other, resume=stopped.value.snapshot)


def test_a_run_in_a_process_of_its_own_is_stopped_and_gone_on_with(tmp_path: Path):
    case = replace(long_case(), run=Running(6000.0))
    run = start(Job(case, tmp_path, niceness=0))
    try:
        until = time.monotonic() + 40
        while time.monotonic() < until and not any(isinstance(m, Progress) and m.steps for m in run.messages()):
            time.sleep(0.01)
        run.stop()
        assert run.wait(40) == Halted(tmp_path)
    finally:
        run.close()
    assert (tmp_path / CHECKPOINT).is_file()
    run = start(Job(case, tmp_path, niceness=0))
    try:
        done = run.wait(40)
    finally:
        run.close()
    assert done == Finished(tmp_path)
    assert not (tmp_path / CHECKPOINT).exists()
    assert isinstance(done, Finished)
    assert np.array_equal(done.result().depth_m, simulate(case).depth_m)


def test_a_fault_in_the_run_comes_back_as_one(tmp_path: Path):
    from tests.data.twin.grounds import spring

    case = Case(ground(rough(9, 9)), Running(10.0), (spring(1e6, 0.0, 1.0),))
    run = start(Job(case, tmp_path, niceness=0))
    try:
        told = run.wait(40)
    finally:
        run.close()
    assert isinstance(told, Failed)
    assert told.fault.code is TwinCode.OUTSIDE_TERRAIN
