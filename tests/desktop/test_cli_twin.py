"""`main.py twin case`: files written whole, faults in words, exit codes that scripts rely on."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from data.twin.faults import FindingCode, TwinCode
from desktop import twin_words
from desktop.cli import run
from tests.desktop.command_line import Answer

CASE = """
[terrain]
file = "ground.asc"
datum = "test"
[inflow]
line = [[5, 15], [5, 85]]
flow_m3s = 6
[outflow]
edges = {right = "slope:0.01"}
[run]
seconds = 400
[probes]
file = "probes.csv"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "\n".join(" ".join(f"{10 - 0.1 * col:.2f}" for col in range(20)) for _ in range(10))
    head = "ncols 20\nnrows 10\nxllcorner 0\nyllcorner 0\ncellsize 10\nNODATA_value -9999\n"
    (tmp_path / "ground.asc").write_text(head + rows + "\n", "utf-8")
    (tmp_path / "probes.csv").write_text("id,x,y\nP1,105,45\nP2,105,9999\n", "utf-8")
    (tmp_path / "CASE.toml").write_text(CASE, "utf-8")
    return tmp_path


@pytest.fixture
def twin(capsys):
    def answer(*arguments: object) -> Answer:
        code = run(["twin", "case", *map(str, arguments)])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return answer


def test_a_case_becomes_rasters_a_summary_and_probes(twin, folder: Path):
    answer = twin(folder / "CASE.toml", "--out", folder / "out")
    assert answer.code == 0, answer.err
    assert "坐标系" in answer.err
    names = {path.name for path in (folder / "out").iterdir()}
    rasters = {"max_depth.tif", "arrival_s.tif", "duration_s.tif", "max_speed.tif", "hazard.tif"}
    assert names == rasters | {"summary.json", "probes.csv"}
    summary = json.loads((folder / "out" / "summary.json").read_text("utf-8"))
    assert abs(summary["mass_error"]) <= 1e-10
    assert summary["cells"] == 200
    assert summary["cell_updates_per_s"] == pytest.approx(200 * summary["steps"] / summary["wall_s"])
    with rasterio.open(folder / "out" / "max_depth.tif") as raster:
        deep = raster.read(1)
        assert (raster.width, raster.height, raster.transform.a, raster.transform.f) == (20, 10, 10.0, 100.0)
    normal = (6.0 / 80.0 * 0.035 / 0.01**0.5) ** 0.6
    assert np.median(deep[4, 8:]) == pytest.approx(normal, rel=0.3)
    with (folder / "out" / "probes.csv").open(encoding="utf-8") as stream:
        first, second = csv.DictReader(stream)
    assert float(first["max_depth_m"]) == pytest.approx(deep[5, 10], abs=1e-3)
    assert float(first["stage_m"]) == pytest.approx(9.0 + float(first["depth_m"]), abs=1e-3)
    assert second["stage_m"] == ""


def test_a_fault_is_one_line_with_file_key_and_reason(twin, folder: Path):
    (folder / "CASE.toml").write_text(CASE.replace("seconds = 400", "seconds = 0"), "utf-8")
    answer = twin(folder / "CASE.toml", "--out", folder / "out")
    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1
    assert "CASE.toml" in answer.err
    assert "run.seconds" in answer.err
    assert not (folder / "out").exists()


def test_a_folder_that_cannot_be_written_is_told_before_the_run(twin, folder: Path):
    (folder / "out").write_text("a file", "utf-8")
    answer = twin(folder / "CASE.toml", "--out", folder / "out")
    assert answer.code == 1
    assert "写不进去" in answer.err


def test_a_disk_that_fills_up_leaves_nothing_half_written(twin, folder: Path, monkeypatch: pytest.MonkeyPatch):
    whole = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "max_speed.tif":
            raise OSError(28, "No space left on device")
        return whole(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    answer = twin(folder / "CASE.toml", "--out", folder / "out")
    assert answer.code == 1
    assert "No space left" in answer.err
    assert list((folder / "out").iterdir()) == []


@pytest.mark.parametrize("arguments", [("twin",), ("twin", "case"), ("twin", "case", "x.toml")])
def test_a_wrong_command_line_ends_with_two(arguments: tuple[str, ...]):
    with pytest.raises(SystemExit) as ended:
        run(list(arguments))
    assert ended.value.code == 2


def test_every_fault_and_every_finding_has_its_words():
    assert set(twin_words._WORDS) == {str(code) for code in TwinCode}
    assert set(twin_words._FINDINGS) == {str(code) for code in FindingCode}


def test_the_flood_of_merewether_runs_to_its_steady_state(twin, shared_data: Path, tmp_path: Path):
    place = shared_data / "floodcases" / "merewether"
    (tmp_path / "probes.csv").write_text("id,x,y\nstreet,382320,6354320\n", "utf-8")
    (tmp_path / "CASE.toml").write_text(
        f"""
[terrain]
file = "{place}/topography1.zip"
blocks = "{place}/houses/house*.csv"
block_height_m = 3
coarsen = 4
[friction]
default = 0.04
polygons = [{{file = "{place}/Road/RoadPolygon.csv", n = 0.02}}]
[inflow]
at = [382265.0, 6354280.0]
radius_m = 10.0
flow_m3s = 19.7
[outflow]
edges = {{left = "closed", bottom = "closed", right = "free", top = "free"}}
[run]
seconds = 1000
[probes]
file = "probes.csv"
""",
        "utf-8",
    )
    answer = twin(tmp_path / "CASE.toml", "--out", tmp_path / "out", "--quiet")
    assert answer.code == 0, answer.err
    summary = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert abs(summary["mass_error"]) <= 1e-8
    assert summary["inflow_m3"] == pytest.approx(19_700.0, rel=1e-9)
    assert 0.3 < summary["max_depth_m"] < 4.0
