"""Tiles are answered from this machine under a scheme of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# a scheme can only be registered before the application is made, so this runs in a process of its own
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from widgets.web_map import WebMap, register_schemes
from data.basemap import leaflet_folder, write_page

register_schemes()
register_schemes()
app = QApplication(sys.argv)
asked = set()
picture = QImage(256, 256, QImage.Format.Format_RGB32)
picture.fill("#ff00ff")
content = QBuffer()
picture.save(content, "PNG")

def tile(name, z, x, y):
    asked.add((name, z))
    return bytes(content.data().data()) if x % 2 else None

page = write_page(
    Path(sys.argv[1]), leaflet=leaflet_folder(), page_assets=Path("resources/map"), centre=(113.7, 34.9), zoom=12
)
web_map = WebMap(page, tile=tile)
web_map.resize(700, 500)
web_map.set_tiles("anlan-tiles://local/{z}/{x}/{y}.png", "test", max_zoom=14)
web_map.show()
colours = set()

def look(picture):
    image = picture.toImage()
    colours.update(image.pixelColor(x, 200).name() for x in range(0, 700, 50))
    if len(colours) > 1:
        app.exit(0 if asked == {("local", 12)} else 3)
    else:
        web_map.set_visible("nothing", True)
        web_map.grab_when_ready(look)

web_map.grab_when_ready(look)
sys.exit(app.exec())
"""


@pytest.mark.browser
def test_tiles_of_a_file_come_to_the_map(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        cwd=ROOT,
        timeout=50,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
