"""What is wrong with a case or a terrain, told by the command line in one line; nothing is left half-written."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine
from rasterio.windows import Window

from data.twin.simulate import Snapshot
from desktop.cli import run
from desktop.cli_twin import CHECKPOINT
from tests.desktop.command_line import Answer

CASE = """
[terrain]
file = "ground.asc"
crs = "EPSG:4547"
datum = "test"
crests = [{file = "levee.csv", kind = "levee"}]
[inflow]
at = [50, 50]
flow_m3s = 6
[run]
seconds = 200
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "\n".join(" ".join(f"{10 - 0.1 * col:.2f}" for col in range(20)) for _ in range(10))
    head = "ncols 20\nnrows 10\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9999\n"
    (tmp_path / "ground.asc").write_text(head + rows + "\n", "utf-8")
    (tmp_path / "levee.csv").write_text("x,y,crest_m\n100,-5,12\n100,105,12\n", "utf-8")
    (tmp_path / "CASE.toml").write_text(CASE, "utf-8")
    return tmp_path


@pytest.fixture
def twin(capsys):
    def answer(*arguments: object) -> Answer:
        code = run(["twin", *map(str, arguments)])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return answer


def ran(twin, folder: Path, found: str = "", put: str = "") -> Answer:
    assert found in CASE
    (folder / "CASE.toml").write_text(CASE.replace(found, put) if found else CASE, "utf-8")
    return twin("case", folder / "CASE.toml", "--out", folder / "out", "--quiet")


def refused(answer: Answer, folder: Path, *words: str) -> None:
    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1, answer.err
    assert "Traceback" not in answer.err
    for word in words:
        assert word in answer.err
    assert not (folder / "out").exists()


def test_holes_of_an_elevation_file_are_walls_and_are_told(twin, folder: Path):
    text = (folder / "ground.asc").read_text("utf-8").splitlines()
    text[10] = text[10].replace("9.50", "nan").replace("9.40", "-9999")
    (folder / "ground.asc").write_text("\n".join(text), "utf-8")
    answer = ran(twin, folder)
    assert answer.code == 0, answer.err
    assert "2 个单元没有高程" in answer.err
    with rasterio.open(folder / "out" / "max_depth.tif") as raster:
        assert (raster.read(1) == raster.nodata).sum() == 2


def test_ground_that_is_all_holes_is_refused(twin, folder: Path):
    text = "ncols 3\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 10\n" + "nan nan nan\n" * 3
    (folder / "ground.asc").write_text(text, "utf-8")
    refused(ran(twin, folder), folder, "ground.asc", "没有一个有高程的单元")


def test_a_wrong_crs_is_refused(twin, folder: Path):
    refused(ran(twin, folder, "EPSG:4547", "EPSG:nowhere"), folder, "crs", "EPSG:nowhere")
    place = Affine(10.0, 0.0, 0.0, 0.0, -10.0, 100.0)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": "EPSG:32649", "transform": place}
    with rasterio.open(folder / "ground.tif", "w", width=20, height=10, **profile) as target:
        target.write(np.ones((10, 20), np.float32), 1)
    refused(ran(twin, folder, "ground.asc", "ground.tif"), folder, "坐标系不一致", "EPSG:32649")


def test_a_raster_of_a_gigabyte_is_refused_before_it_is_read(twin, folder: Path):
    place = Affine(1.0, 0.0, 0.0, 0.0, -1.0, 17_000.0)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": "EPSG:4547", "transform": place}
    with rasterio.open(folder / "huge.tif", "w", width=17_000, height=17_000, sparse_ok=True, **profile):
        pass
    refused(ran(twin, folder, "ground.asc", "huge.tif"), folder, "huge.tif", "289000000", "裁剪或重采样")


def test_a_levee_without_length_is_refused(twin, folder: Path):
    (folder / "levee.csv").write_text("x,y,crest_m\n100,50,12\n100,50,12\n", "utf-8")
    refused(ran(twin, folder), folder, "levee.csv", "线没有长度")


def test_an_inflow_outside_the_terrain_is_refused(twin, folder: Path):
    refused(ran(twin, folder, "at = [50, 50]", "at = [5000, 50]"), folder, "inflow", "地形范围之外")


def test_a_negative_flow_is_refused(twin, folder: Path):
    refused(ran(twin, folder, "flow_m3s = 6", "flow_m3s = -6"), folder, "inflow.flow_m3s", "-6")


def test_a_disk_that_fills_in_mid_run_is_told_and_nothing_is_left(twin, folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, _snapshot: Snapshot) -> None:
        raise OSError(28, "No space left on device", str(path))

    def soon(case, progress, cancelled, *, resume, keep):
        from data.twin.simulate import simulate

        return simulate(case, progress, cancelled, resume=resume, keep=keep, keep_every_s=0.0)

    monkeypatch.setattr("desktop.cli_twin.run_to_end", soon)
    monkeypatch.setattr("data.twin.keeping.write_snapshot", full)
    answer = ran(twin, folder)
    assert answer.code == 1
    assert "No space left" in answer.err
    assert list((folder / "out").iterdir()) == []


def test_a_run_stopped_by_the_keyboard_goes_on_where_it_was(twin, folder: Path, monkeypatch: pytest.MonkeyPatch):
    whole = ran(twin, folder)
    assert whole.code == 0
    expected = (folder / "out" / "max_depth.tif").read_bytes()
    for path in (folder / "out").iterdir():
        path.unlink()

    def interrupted(case, progress, cancelled, *, resume, keep):
        from data.twin.simulate import simulate

        os.kill(os.getpid(), signal.SIGINT)
        return simulate(case, progress, cancelled, resume=resume, keep=keep)

    with monkeypatch.context() as patch:
        patch.setattr("desktop.cli_twin.run_to_end", interrupted)
        answer = ran(twin, folder)
    assert answer.code == 130
    assert "从此处继续" in answer.err
    assert [path.name for path in (folder / "out").iterdir()] == [CHECKPOINT]
    answer = twin("case", folder / "CASE.toml", "--out", folder / "out")
    assert answer.code == 0
    assert "从上次停止处继续" in answer.err
    assert not (folder / "out" / CHECKPOINT).exists()
    assert (folder / "out" / "max_depth.tif").read_bytes() == expected


def test_a_checkpoint_of_another_case_is_not_taken(twin, folder: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(case, progress, cancelled, *, resume, keep):
        from data.twin.simulate import simulate

        return simulate(case, progress, lambda: True, resume=resume, keep=keep)

    with monkeypatch.context() as patch:
        patch.setattr("desktop.cli_twin.run_to_end", interrupted)
        assert ran(twin, folder).code == 130
    answer = ran(twin, folder, "flow_m3s = 6", "flow_m3s = 7")
    assert answer.code == 0
    assert "另一个算例" in answer.err


def test_results_on_idealised_ground_say_so_in_name_and_inside(twin, folder: Path):
    answer = ran(twin, folder, 'datum = "test"', 'datum = "test"\nnature = "idealised"')
    assert answer.code == 0
    assert "不得作为正式成果" in answer.err
    names = {path.name for path in (folder / "out").iterdir()}
    assert "max_depth_示意地形·非实测.tif" in names
    with rasterio.open(folder / "out" / "max_depth_示意地形·非实测.tif") as raster:
        assert raster.tags()["WATERMARK"] == "示意地形·非实测"
    summary = json.loads((folder / "out" / "summary.json").read_text("utf-8"))
    assert (summary["nature"], summary["watermark"]) == ("idealised", "示意地形·非实测")


def terrain(twin, folder: Path, *arguments: object) -> Answer:
    return twin("terrain", *arguments, "--home", folder / "home")


def survey(path: Path) -> Path:
    """Ground of the township's surroundings in degrees, falling to the east."""
    place = Affine(0.002, 0.0, 113.5, 0.0, -0.002, 35.0)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": "EPSG:4326", "transform": place}
    with rasterio.open(path, "w", width=200, height=80, **profile) as target:
        target.write(np.tile(np.linspace(94.0, 86.0, 200, dtype=np.float32), (80, 1)), 1)
    return path


def test_a_surveyed_terrain_is_taken_in_shown_and_forgotten(twin, tmp_path: Path):
    answer = terrain(twin, tmp_path, "--show")
    assert (answer.code, "示意地形" in answer.out) == (0, True)
    file = survey(tmp_path / "dem.tif")
    answer = terrain(twin, tmp_path, file, "--datum", "1985国家高程基准", "--cell", "80")
    assert answer.code == 0, answer.err
    for word in ("dem.tif", "EPSG:4547", "1985国家高程基准", "每格 80 m"):
        assert word in answer.out
    assert {path.name for path in (tmp_path / "home" / "twin").iterdir()} == {"terrain.npz", "terrain.json"}
    assert json.loads((tmp_path / "home" / "twin" / "terrain.json").read_text("utf-8"))["files"] == ["dem.tif"]
    assert "dem.tif" in terrain(twin, tmp_path, "--show").out
    assert terrain(twin, tmp_path, "--forget").code == 0
    assert "示意地形" in terrain(twin, tmp_path, "--show").out


def test_a_great_raster_is_read_by_its_window_and_that_is_said(twin, tmp_path: Path):
    size = 17_000  # 1.1 GB as an array
    place = Affine(1.4 / size, 0.0, 113.0, 0.0, -1.2 / size, 35.5)
    profile = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": "EPSG:4326", "transform": place, "nodata": 0.0}
    with rasterio.open(
        tmp_path / "huge.tif", "w", width=size, height=size, sparse_ok=True, tiled=True, **profile
    ) as one:
        one.write(np.full((2100, 3900), 90.0, np.float32), 1, window=Window(6800, 6700, 3900, 2100))
    answer = terrain(twin, tmp_path, tmp_path / "huge.tif", "--datum", "D", "--cell", "80")
    assert answer.code == 0, answer.err
    assert "17000 × 17000，按窗口分块读取" in answer.err


def test_a_terrain_that_cannot_be_used_is_told_and_changes_nothing(twin, tmp_path: Path):
    file = survey(tmp_path / "dem.tif")
    for arguments, word in (
        ((file,), "没有声明高程基面"),
        ((tmp_path / "none.tif", "--datum", "D"), "没有这个文件"),
        ((file, "--datum", "D", "--crs", "EPSG:32649"), "坐标系不一致"),
        ((file, "--datum", "D", "--cell", "0"), "超出范围"),
        ((file, "--datum", "D", "--crests", tmp_path / "none.csv"), "没有这个文件"),
    ):
        answer = terrain(twin, tmp_path, *arguments)
        assert answer.code == 1
        assert word in answer.err
        assert len(answer.err.strip().splitlines()) == 1
    assert not (tmp_path / "home" / "twin").exists()
