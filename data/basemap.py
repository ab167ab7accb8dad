"""Build the map's base page once with folium: local files only, no rights, rebuilt when an input changes."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Final

PAGE: Final = "map.html"
_STAMP: Final = "map.stamp"
_LEAFLET_PARTS: Final = ("leaflet.js", "leaflet.css")
_RECIPE: Final = "2"
_ORIGIN: Final = re.compile(r"https?://[A-Za-z0-9.*-]+(:\d{1,5})?")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_INLINE_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class BasePageError(Exception):
    """The base page cannot be built from what was handed in."""


def leaflet_folder() -> Path:
    """Give the folder of leaflet.js and leaflet.css in the Python package that ships them."""
    spec = importlib.util.find_spec("js_lib_leaflet")
    if spec is None or spec.origin is None:
        message = "the Python package django-js-lib-leaflet is not installed"
        raise BasePageError(message)
    return Path(spec.origin).parent / "static" / "js_lib_leaflet"


def write_page(
    folder: Path,
    *,
    leaflet: Path,
    page_assets: Path,
    centre: tuple[float, float],
    zoom: float,
    tile_origins: tuple[str, ...] = (),
) -> Path:
    """Write the page and its scripts into a folder and give the page's path.

    The centre is (longitude, latitude). Nothing is done (and folium is not imported) when the page
    there was built from the same inputs. Only the tile origins handed in may be asked for pictures.
    """
    for origin in tile_origins:
        if _ORIGIN.fullmatch(origin) is None:
            message = f"not an origin (scheme://host[:port]): {origin!r}"
            raise BasePageError(message)
    files = _inputs(leaflet, page_assets)
    stamp = _stamp(files, (*centre, zoom, *tile_origins))
    page = folder / PAGE
    kept = folder / _STAMP
    if page.is_file() and kept.is_file() and kept.read_text("ascii") == stamp:
        return page
    folder.mkdir(parents=True, exist_ok=True)
    kept.unlink(missing_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    page.write_text(_render(tuple(files), centre, zoom, tile_origins), "utf-8")
    kept.write_text(stamp, "ascii")
    return page


def _inputs(leaflet: Path, page_assets: Path) -> dict[str, bytes]:
    own = sorted(path for path in page_assets.iterdir() if path.suffix in {".js", ".css"})
    if not own:
        message = f"no script or style in {page_assets}"
        raise BasePageError(message)
    paths = [leaflet / part for part in _LEAFLET_PARTS] + own
    return {path.name: path.read_bytes() for path in paths}


def _stamp(files: dict[str, bytes], parameters: tuple[float | str, ...]) -> str:
    digest = hashlib.sha256(_RECIPE.encode())
    digest.update(json.dumps(parameters).encode())
    for name, content in files.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _render(names: tuple[str, ...], centre: tuple[float, float], zoom: float, tile_origins: tuple[str, ...]) -> str:
    import folium

    class LocalMap(folium.Map):
        """A folium map that names only the files lying beside its page."""

        default_js = [(name, name) for name in names if name.endswith(".js")]  # noqa: RUF012 folium reads a class list
        default_css = [(name, name) for name in names if name.endswith(".css")]  # noqa: RUF012

    longitude, latitude = centre
    base = LocalMap(
        location=[latitude, longitude],
        zoom_start=zoom,  # pyright: ignore[reportArgumentType] -- Leaflet takes quarter steps
        tiles=None,
        zoom_control=False,
        attributionControl=False,
        prefer_canvas=True,
        boxZoom=False,
        doubleClickZoom=False,
        fadeAnimation=False,
        zoomSnap=0.25,
        zoomDelta=0.5,
        wheelPxPerZoomLevel=110,
        minZoom=4,
        maxZoom=19,
    )
    base._id = "base"  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] -- a fixed name keeps the page reproducible
    text = str(base.get_root().render())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    policy = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(text, tile_origins)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
    )
    return text.replace("<head>", "<head>\n" + policy, 1)


def _policy(text: str, tile_origins: tuple[str, ...]) -> str:
    scripts = " ".join(_hashes(_INLINE_SCRIPT, text))
    styles = " ".join(_hashes(_INLINE_STYLE, text))
    pictures = " ".join(("file:", "data:", "anlan-tiles:", *tile_origins))
    return (
        f"default-src 'none'; script-src file: {scripts}; style-src file: {styles}; "
        f"img-src {pictures}; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _hashes(pattern: re.Pattern[str], text: str) -> list[str]:
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'"
        for part in pattern.findall(text)
    ]
