"""The base page: built once with folium, from local files only."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.basemap import BasePageError, leaflet_folder, write_page

ASSETS = Path(__file__).resolve().parents[2] / "resources" / "map"
REMOTE = re.compile(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]""", re.IGNORECASE)


def build(folder: Path, **changes) -> Path:
    wanted = {"leaflet": leaflet_folder(), "page_assets": ASSETS, "centre": (113.7, 34.9), "zoom": 12.5} | changes
    return write_page(folder, **wanted)


def test_the_page_names_no_remote_address(tmp_path: Path):
    page = build(tmp_path)
    assert REMOTE.findall(page.read_text("utf-8")) == []


def test_no_own_script_or_style_names_a_remote_address(tmp_path: Path):
    build(tmp_path)
    for path in [*tmp_path.glob("map_*.js"), *tmp_path.glob("map_*.css")]:
        assert REMOTE.findall(path.read_text("utf-8")) == [], path.name


def test_every_file_the_page_names_lies_beside_it(tmp_path: Path):
    text = build(tmp_path).read_text("utf-8")
    named = re.findall(r'(?:src|href)="([^"]+)"', text)
    assert {"leaflet.js", "leaflet.css", "map_8_bridge.js", "map_style.css"} <= set(named)
    assert all((tmp_path / name).is_file() for name in named)


def test_the_policy_allows_no_host_unless_one_is_handed_in(tmp_path: Path):
    assert "http" not in policy(build(tmp_path / "a"))
    assert "img-src file: data: anlan-tiles: https://tiles.example:8443;" in policy(
        build(tmp_path / "b", tile_origins=("https://tiles.example:8443",))
    )


def policy(page: Path) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page.read_text("utf-8"))
    assert found
    return found[1]


@pytest.mark.parametrize("origin", ["https://a.example/path", "ftp://a.example", "https://a.example; script-src *"])
def test_something_that_is_not_an_origin_is_refused(tmp_path: Path, origin: str):
    with pytest.raises(BasePageError):
        build(tmp_path, tile_origins=(origin,))


def test_an_assets_folder_without_scripts_is_refused(tmp_path: Path):
    with pytest.raises(BasePageError):
        build(tmp_path / "page", page_assets=tmp_path)


def test_the_page_is_the_same_byte_for_byte_each_time(tmp_path: Path):
    assert build(tmp_path / "a").read_bytes() == build(tmp_path / "b").read_bytes()


def test_a_second_start_writes_nothing_and_a_changed_input_does(tmp_path: Path):
    page = build(tmp_path)
    before = page.stat().st_mtime_ns
    assert build(tmp_path).stat().st_mtime_ns == before
    assert build(tmp_path, zoom=13).stat().st_mtime_ns > before


def test_a_page_that_lost_its_stamp_is_built_again(tmp_path: Path):
    page = build(tmp_path)
    (tmp_path / "map.stamp").unlink()
    page.write_text("half written")
    assert "leaflet.js" in build(tmp_path).read_text("utf-8")


def test_a_second_start_does_not_import_folium(tmp_path: Path):
    build(tmp_path)
    code = (
        "import sys; from pathlib import Path; from data.basemap import *\n"
        f"write_page(Path({str(tmp_path)!r}), leaflet=leaflet_folder(), page_assets=Path({str(ASSETS)!r}), "
        "centre=(113.7, 34.9), zoom=12.5)\n"
        "sys.exit('folium' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ASSETS.parents[1], check=False).returncode == 0
