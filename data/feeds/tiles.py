"""Read map tiles from MBTiles files, and judge a tile address before anything is asked of it."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

_PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp"}
_SHIFTED_HOSTS: Final = ("autonavi.com", "amap.com", "gaode.com", "gtimg.com", "map.qq.com", "google.cn")
_BAIDU_HOSTS: Final = ("bdimg.com", "bdstatic.com", "baidu.com")
_WMTS_NAMES: Final = (("{TileMatrix}", "{z}"), ("{TileRow}", "{y}"), ("{TileCol}", "{x}"))

LOG = logging.getLogger("map")


class TileRefusal(Enum):
    """Why tiles cannot be used."""

    NOT_READABLE = "not_readable"
    NOT_MBTILES = "not_mbtiles"
    VECTOR_TILES = "vector_tiles"
    NOT_HTTP = "not_http"
    NO_PLACEHOLDER = "no_placeholder"
    SHIFTED_GCJ02 = "shifted_gcj02"
    SHIFTED_BD09 = "shifted_bd09"


class TilesRefusedError(Exception):
    """Tiles were refused; the code says why, the screen finds the words."""

    def __init__(self, code: TileRefusal, what: str) -> None:
        super().__init__(f"{code.value}: {what}")
        self.code = code
        self.what = what


@dataclass(frozen=True, slots=True)
class TileInfo:
    """What an MBTiles file says of itself; bounds are west, south, east, north."""

    name: str
    mime: str
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float] | None
    attribution: str


@dataclass(frozen=True, slots=True)
class TileFile:
    """One MBTiles file, opened read-only; for the thread that opened it."""

    path: Path
    info: TileInfo
    _base: sqlite3.Connection = field(repr=False)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, or raise TilesRefusedError."""
        if not path.is_file():
            raise TilesRefusedError(TileRefusal.NOT_READABLE, str(path))
        try:
            base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        except sqlite3.Error as error:
            raise TilesRefusedError(TileRefusal.NOT_READABLE, f"{path}: {error}") from error
        try:
            rows = base.execute("SELECT name, value FROM metadata").fetchall()
            base.execute("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles LIMIT 1").fetchone()
            said = {str(name): str(value) for name, value in rows}
            return cls(path, _info(path, said, _zooms(base, said)), base)
        except sqlite3.Error as error:
            base.close()
            raise TilesRefusedError(TileRefusal.NOT_MBTILES, f"{path}: {error}") from error
        except TilesRefusedError:
            base.close()
            raise

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Give a tile by its XYZ address (row 0 in the north), or None where the file has none."""
        if not (0 <= z <= 30 and 0 <= x < 1 << z and 0 <= y < 1 << z):
            return None
        try:
            row = self._base.execute(
                "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?",
                (z, x, (1 << z) - 1 - y),
            ).fetchone()
        except sqlite3.Error as fault:
            # A file that breaks after it was opened leaves a hole in the picture; the map's own layers stay.
            LOG.warning("no tile %d/%d/%d: %s", z, x, y, fault)
            return None
        return None if row is None else bytes(row[0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def tile_files(folder: Path) -> tuple[dict[str, TileFile], list[TilesRefusedError]]:
    """Open every .mbtiles of a folder by its stem; what cannot be used comes back as refusals."""
    opened: dict[str, TileFile] = {}
    refused: list[TilesRefusedError] = []
    for path in sorted(folder.glob("*.mbtiles")):
        try:
            opened[path.stem] = TileFile.open(path)
        except TilesRefusedError as refusal:
            refused.append(refusal)
    return opened, refused


def checked_template(template: str) -> str:
    """Give an XYZ or WMTS address with {x} {y} {z}, or raise TilesRefusedError.

    Pictures in GCJ-02 or BD-09 cannot be laid over WGS-84 vectors: the offset differs from place to
    place, a tile cannot be moved by one amount, so known providers of such pictures are refused.
    """
    for theirs, ours in _WMTS_NAMES:
        template = template.replace(theirs, ours)
    try:
        parts = urlsplit(template.replace("{s}", "s"))
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise TilesRefusedError(TileRefusal.NOT_HTTP, template) from error
    if parts.scheme not in {"http", "https"} or not host:
        raise TilesRefusedError(TileRefusal.NOT_HTTP, template)
    if not all(mark in template for mark in ("{x}", "{y}", "{z}")):
        raise TilesRefusedError(TileRefusal.NO_PLACEHOLDER, template)
    if _of(host, _SHIFTED_HOSTS):
        raise TilesRefusedError(TileRefusal.SHIFTED_GCJ02, template)
    if _of(host, _BAIDU_HOSTS):
        raise TilesRefusedError(TileRefusal.SHIFTED_BD09, template)
    return template


def origins(template: str, subdomains: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the scheme://host[:port] pairs a template will be asked at, for the page's policy."""
    names = subdomains if "{s}" in template else ("",)
    parts = [urlsplit(template.replace("{s}", name)) for name in names]
    return tuple(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


def _of(host: str, owners: tuple[str, ...]) -> bool:
    return any(host == owner or host.endswith(f".{owner}") for owner in owners)


def _zooms(base: sqlite3.Connection, said: dict[str, str]) -> tuple[int, int]:
    with contextlib.suppress(KeyError, ValueError):
        return int(said["minzoom"]), int(said["maxzoom"])
    low, high = base.execute("SELECT min(zoom_level), max(zoom_level) FROM tiles").fetchone()
    return (0, 0) if low is None else (int(low), int(high))


def _info(path: Path, said: dict[str, str], zooms: tuple[int, int]) -> TileInfo:
    kind = said.get("format", "png").lower()
    if kind not in _PICTURES:
        raise TilesRefusedError(TileRefusal.VECTOR_TILES, f"{path}: {kind}")
    return TileInfo(
        name=said.get("name") or path.stem,
        mime=_PICTURES[kind],
        min_zoom=zooms[0],
        max_zoom=zooms[1],
        bounds=_bounds(said.get("bounds", "")),
        attribution=said.get("attribution", ""),
    )


def _bounds(text: str) -> tuple[float, float, float, float] | None:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return west, south, east, north
