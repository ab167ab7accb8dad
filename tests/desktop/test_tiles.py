"""Tiles below the map: what the settings name is opened or refused in words; once with the real desk."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from data.basemap import leaflet_folder, write_page
from desktop import tiles
from desktop.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHIFTED = "https://webrd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}"
PLAIN = "https://Tiles.Example.cn:443/{z}/{x}/{y}.png"
HUAYUANKOU = {11: (1670, 811), 12: (3341, 1623), 13: (6682, 3247)}
"""One tile of the township a zoom, by its XYZ address."""


def write_mbtiles(path: Path, picture: bytes = b"\x89PNG", around: int = 0, attribution: str = "测绘院") -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        base.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
        said = {"name": path.stem, "format": "png", "minzoom": "11", "maxzoom": "13", "attribution": attribution}
        base.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        base.executemany(
            "INSERT INTO tiles VALUES (?, ?, ?, ?)",
            [
                (z, x + dx, (1 << z) - 1 - y - dy, picture)
                for z, (x, y) in HUAYUANKOU.items()
                for dx in range(-around, around + 1)
                for dy in range(-around, around + 1)
            ],
        )
    return path


def test_nothing_set_means_no_tiles_and_no_words():
    assert tiles.open_tiles(Settings()) == tiles.Tiles()


def test_files_of_a_folder_answer_and_say_who_made_them(tmp_path: Path):
    write_mbtiles(tmp_path / "a.mbtiles", b"first")
    write_mbtiles(tmp_path / "b.mbtiles", b"second", around=1, attribution="水利局")
    found = tiles.open_tiles(Settings(mbtiles_folder=str(tmp_path), tiles_template=PLAIN))
    z, (x, y) = 12, HUAYUANKOU[12]
    assert (found.tile("files", z, x, y), found.tile("files", z, x + 1, y)) == (b"first", b"second")
    assert found.tile("files", z, x + 9, y) is None
    assert (found.template, found.deepest, found.origins) == ("anlan-tiles://files/{z}/{x}/{y}", 13, ())
    assert (found.attribution, found.refused) == ("测绘院 · 水利局", ())
    found.close()


def test_a_file_that_cannot_be_used_is_named_while_the_others_serve(tmp_path: Path):
    write_mbtiles(tmp_path / "a.mbtiles")
    (tmp_path / "b.mbtiles").write_text("no tiles")
    found = tiles.open_tiles(Settings(mbtiles_folder=str(tmp_path)))
    found.close()
    assert len(found.files) == 1
    assert found.refused == (f"不是 MBTiles 文件：{tmp_path / 'b.mbtiles'}: file is not a database",)


def test_an_address_is_asked_at_its_own_hosts_only():
    found = tiles.open_tiles(Settings(tiles_template=PLAIN, tiles_attribution="某局"))
    assert found.origins == ("https://tiles.example.cn:443", "https://tiles.example.cn")
    assert (found.template, found.attribution, found.files) == (PLAIN, "某局", ())


def test_hosts_of_the_national_map_are_numbered():
    found = tiles.open_tiles(Settings(tiles_template="https://t{s}.tianditu.gov.cn/DataServer?x={x}&y={y}&l={z}"))
    assert found.subdomains == "01234567"
    assert found.origins[-1] == "https://t7.tianditu.gov.cn"


def test_a_page_can_be_written_for_every_address_that_is_not_refused(tmp_path: Path):
    found = tiles.open_tiles(Settings(tiles_template=PLAIN))
    page = write_page(
        tmp_path, leaflet=leaflet_folder(), page_assets=ROOT / "resources" / "map", centre=(113.7, 34.9), zoom=12,
        tile_origins=found.origins,
    )  # fmt: skip
    assert "https://tiles.example.cn" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (SHIFTED, "此底图为 GCJ-02 偏移坐标"),
        ("https://maponline0.bdimg.com/tile/?x={x}&y={y}&z={z}", "此底图为 BD-09 偏移坐标"),
        ("https://example.cn/{z}/{x}.png", "底图网址须含 {x} {y} {z}："),
        ("ftp://example.cn/{z}/{x}/{y}.png", "底图网址须为 http"),
        ("https://name:word@example.cn/{z}/{x}/{y}.png", "底图网址须为 http"),
        ("https://地图.cn/{z}/{x}/{y}.png", "底图网址须为 http"),
        ("https://[broken/{z}/{x}/{y}", "底图网址须为 http"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(template: str, words: str):
    found = tiles.open_tiles(Settings(tiles_template=template))
    assert (found.template, found.origins) == (None, ())
    assert found.refused[0].startswith(words)
    assert tiles.objection("tiles_template", template).startswith(words)


def test_a_folder_is_objected_to_only_when_nothing_in_it_serves(tmp_path: Path):
    assert tiles.objection("mbtiles_folder", "") == ""
    assert tiles.objection("mbtiles_folder", str(tmp_path / "none")).startswith("没有离线底图文件夹")
    assert tiles.objection("mbtiles_folder", str(tmp_path)).startswith("文件夹里没有 .mbtiles 文件")
    write_mbtiles(tmp_path / "a.mbtiles")
    (tmp_path / "b.mbtiles").write_text("no tiles")
    assert tiles.objection("mbtiles_folder", str(tmp_path)) == ""
    assert tiles.objection("theme", "dark") == ""


# a scheme can only be registered before the application is made, so the desk runs in a process of its own
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.launch import desk
from desktop.settings import Settings, load

home = Path(sys.argv[1])
shifted = sys.argv[3]
magenta = lambda colour: colour.red() > colour.green() + 60 and colour.blue() > colour.green() + 60

with desk(home, Settings(clock_speed=0, mbtiles_folder=sys.argv[2])) as (app, anlan):
    anlan.show((1366, 768))
    action = anlan.map._layer_actions["tiles"]
    told = []
    anlan.seat.change_setting("tiles_template", shifted)
    told.append(anlan.window._message.text())
    kept = anlan.settings.tiles_template

    def share(picture):
        image = picture.toImage()
        spots = [image.pixelColor(x, y) for x in range(0, image.width(), 20) for y in range(0, image.height(), 20)]
        return sum(map(magenta, spots)) / len(spots)

    def with_tiles(picture):
        if share(picture) < 0.3:
            QTimer.singleShot(50, lambda: anlan.map.map.grab_when_ready(with_tiles))
            return
        if len(sys.argv) > 4:
            anlan.window.grab().save(sys.argv[4])
        action.setChecked(False)
        anlan.map.map.grab_when_ready(without)

    def without(picture):
        if share(picture) > 0.01:
            QTimer.singleShot(50, lambda: anlan.map.map.grab_when_ready(without))
            return
        app.exit(0 if told[0].startswith("此底图为 GCJ-02") and not kept and action.text() == "底图瓦片" else 3)

    anlan.map.map.grab_when_ready(with_tiles)
    code = app.exec()
sys.exit(code)
"""


def magenta_tile() -> bytes:
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage

    picture = QImage(256, 256, QImage.Format.Format_RGB32)
    picture.fill("#ff00ff")
    content = QBuffer()
    picture.save(content, "PNG")
    return bytes(content.data().data())


@pytest.mark.browser
def test_tiles_of_a_file_lie_below_the_desks_map_and_the_menu_takes_them_away(tmp_path: Path):
    folder, home = tmp_path / "tiles", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    write_mbtiles(folder / "township.mbtiles", magenta_tile(), around=6)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home), str(folder), SHIFTED],
        cwd=ROOT, timeout=55, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])


def test_both_set_and_the_folder_gone_the_address_serves(tmp_path: Path):
    settings = replace(Settings(tiles_template=PLAIN), mbtiles_folder=str(tmp_path / "none"))
    found = tiles.open_tiles(settings)
    assert found.template == PLAIN
    assert found.refused[0].startswith("没有离线底图文件夹")
