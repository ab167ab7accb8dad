"""MBTiles are read, and tile addresses are judged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data.feeds.tiles import TileFile, TileRefusal, TilesRefusedError, checked_template, origins, tile_files


def write_mbtiles(path: Path, metadata: dict[str, str], tiles: list[tuple[int, int, int, bytes]]) -> Path:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
    base.execute("CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB)")
    base.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
    base.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", tiles)
    base.commit()
    base.close()
    return path


def test_rows_are_counted_from_the_south_in_the_file_and_from_the_north_for_the_map(tmp_path: Path):
    file = TileFile.open(write_mbtiles(tmp_path / "a.mbtiles", {"format": "png"}, [(2, 1, 3, b"north")]))
    assert file.tile(2, 1, 0) == b"north"
    assert file.tile(2, 1, 3) is None
    file.close()


@pytest.mark.parametrize("address", [(-1, 0, 0), (2, 4, 0), (2, 0, 4), (99, 0, 0), (2, -1, 0)])
def test_an_impossible_address_has_no_tile(tmp_path: Path, address: tuple[int, int, int]):
    file = TileFile.open(write_mbtiles(tmp_path / "a.mbtiles", {}, [(2, 1, 3, b"x")]))
    assert file.tile(*address) is None
    file.close()


def test_a_file_that_breaks_after_it_was_opened_leaves_a_hole_and_no_error(tmp_path: Path):
    path = write_mbtiles(tmp_path / "a.mbtiles", {}, [(2, 1, 3, b"x")])
    file = TileFile.open(path)
    path.write_bytes(b"torn" * 4000)
    assert file.tile(2, 1, 0) is None
    file.close()


def test_a_file_says_its_name_zooms_bounds_and_attribution(tmp_path: Path):
    said = {
        "name": "惠济",
        "format": "jpg",
        "minzoom": "8",
        "maxzoom": "15",
        "bounds": "113,34,114,35",
        "attribution": "测绘",
    }
    file = TileFile.open(write_mbtiles(tmp_path / "a.mbtiles", said, []))
    info = file.info
    file.close()
    assert (info.name, info.mime, info.min_zoom, info.max_zoom) == ("惠济", "image/jpeg", 8, 15)
    assert info.bounds == (113.0, 34.0, 114.0, 35.0)
    assert info.attribution == "测绘"


def test_zooms_that_are_not_said_are_counted(tmp_path: Path):
    file = TileFile.open(write_mbtiles(tmp_path / "a.mbtiles", {"bounds": "?"}, [(3, 0, 0, b""), (7, 0, 0, b"")]))
    info = file.info
    file.close()
    assert (info.min_zoom, info.max_zoom, info.bounds, info.name) == (3, 7, None, "a")


def test_vector_tiles_are_refused(tmp_path: Path):
    path = write_mbtiles(tmp_path / "v.mbtiles", {"format": "pbf"}, [])
    with pytest.raises(TilesRefusedError) as refusal:
        TileFile.open(path)
    assert refusal.value.code is TileRefusal.VECTOR_TILES


def test_a_folder_gives_what_can_be_used_and_names_what_cannot(tmp_path: Path):
    write_mbtiles(tmp_path / "good.mbtiles", {}, [(0, 0, 0, b"x")])
    (tmp_path / "bad.mbtiles").write_bytes(b"this is no database, only a long line of text")
    opened, refused = tile_files(tmp_path)
    assert list(opened) == ["good"]
    assert [refusal.code for refusal in refused] == [TileRefusal.NOT_MBTILES]
    opened["good"].close()


def test_a_missing_file_is_refused(tmp_path: Path):
    with pytest.raises(TilesRefusedError) as refusal:
        TileFile.open(tmp_path / "none.mbtiles")
    assert refusal.value.code is TileRefusal.NOT_READABLE


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("file:///etc/{z}/{x}/{y}", TileRefusal.NOT_HTTP),
        ("https:///{z}/{x}/{y}", TileRefusal.NOT_HTTP),
        ("https://[broken/{z}/{x}/{y}", TileRefusal.NOT_HTTP),
        ("https://tiles.example/{z}/{x}.png", TileRefusal.NO_PLACEHOLDER),
        ("https://webrd0{s}.is.autonavi.com/tile?x={x}&y={y}&z={z}", TileRefusal.SHIFTED_GCJ02),
        ("https://maponline{s}.bdimg.com/tile?x={x}&y={y}&z={z}", TileRefusal.SHIFTED_BD09),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_a_code(template: str, code: TileRefusal):
    with pytest.raises(TilesRefusedError) as refusal:
        checked_template(template)
    assert refusal.value.code is code


def test_the_names_of_wmts_are_understood():
    theirs = "https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}&tk=k"
    ours = "https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=k"
    assert checked_template(theirs) == ours


def test_the_origins_of_an_address_are_one_for_each_subdomain():
    assert origins("https://t{s}.example/{z}/{x}/{y}", ("0", "1")) == ("https://t0.example", "https://t1.example")
    assert origins("http://10.0.0.5:8080/{z}/{x}/{y}") == ("http://10.0.0.5:8080",)
