"""Tiles below the map, from this seat's settings: what may be asked, who answers, or words why it cannot be used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from data.feeds.tiles import TileFile, TileRefusal, TilesRefusedError, checked_template, origins, tile_files
from desktop.settings import Settings
from views import phrases
from widgets.tile_scheme import TILE_SCHEME

_FILES: Final = f"{TILE_SCHEME}://files/{{z}}/{{x}}/{{y}}"
_ORIGIN: Final = re.compile(r"(https?)://[a-z0-9.-]+(:\d{1,5})?")
_USUAL_PORT: Final = re.compile(r"^(http(?=://.*:80$)|https(?=://.*:443$))(://.*):\d+$")
_DEEPEST: Final = 18
_SUBDOMAINS: Final = "abc"
_NAMED_OTHERWISE: Final = (("tianditu.gov.cn", "01234567"),)
"""Providers whose numbered hosts have other names than a, b and c."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """What the map may lay below its layers; `refused` says in words what it may not. `close` when the map is gone."""

    template: str | None = None
    attribution: str = ""
    subdomains: str = _SUBDOMAINS
    deepest: int = _DEEPEST
    origins: tuple[str, ...] = ()
    files: tuple[TileFile, ...] = ()
    refused: tuple[str, ...] = ()

    def tile(self, _host: str, z: int, x: int, y: int) -> bytes | None:
        """The tile of the first file that has it."""
        return next((found for file in self.files if (found := file.tile(z, x, y)) is not None), None)

    def close(self) -> None:
        """Let go of the files."""
        for file in self.files:
            file.close()


def open_tiles(settings: Settings) -> Tiles:
    """Open what the settings name. Files on this machine go before an address: they are there when the line is not."""
    files, refused = _files(settings.mbtiles_folder)
    if files:
        names = dict.fromkeys(file.info.attribution for file in files if file.info.attribution)
        deepest = max(file.info.max_zoom for file in files)
        credit = settings.tiles_attribution or " · ".join(names)
        return Tiles(_FILES, credit, deepest=deepest, files=files, refused=refused)
    if not settings.tiles_template:
        return Tiles(refused=refused)
    try:
        template, hosts, asked = _address(settings.tiles_template)
    except TilesRefusedError as refusal:
        return Tiles(refused=(*refused, said(refusal)))
    return Tiles(template, settings.tiles_attribution, hosts, origins=asked, refused=refused)


def objection(name: str, value: str) -> str:
    """Words why this value of a setting cannot be used; "" when it can, or when it is none of the tiles'."""
    if name == "tiles_template" and value:
        try:
            _address(value)
        except TilesRefusedError as refusal:
            return said(refusal)
    if name == "mbtiles_folder":
        files, refused = _files(value)
        for file in files:
            file.close()
        return phrases.clauses(refused) if not files else ""
    return ""


def said(refusal: TilesRefusedError) -> str:
    """Say a refusal."""
    t = QCoreApplication.translate
    words = {
        TileRefusal.NOT_READABLE: t("Tiles", "底图文件打不开：{0}"),
        TileRefusal.NOT_MBTILES: t("Tiles", "不是 MBTiles 文件：{0}"),
        TileRefusal.VECTOR_TILES: t("Tiles", "只能用图片瓦片（png、jpg、webp）：{0}"),
        TileRefusal.NOT_HTTP: t("Tiles", "底图网址须为 http:// 或 https:// 开头的完整网址：{0}"),
        TileRefusal.NO_PLACEHOLDER: t("Tiles", "底图网址须含 {{x}} {{y}} {{z}}：{0}"),
        TileRefusal.SHIFTED_GCJ02: t(
            "Tiles", "此底图为 GCJ-02 偏移坐标，与本图相差数百米，不能使用；请改用天地图等 CGCS2000/WGS-84 底图：{0}"
        ),
        TileRefusal.SHIFTED_BD09: t(
            "Tiles", "此底图为 BD-09 偏移坐标，与本图相差数百米，不能使用；请改用天地图等 CGCS2000/WGS-84 底图：{0}"
        ),
    }[refusal.code]
    return words.format(refusal.what)


def _files(folder: str) -> tuple[tuple[TileFile, ...], tuple[str, ...]]:
    t = QCoreApplication.translate
    if not folder:
        return (), ()
    place = Path(folder).expanduser()
    if not place.is_dir():
        return (), (t("Tiles", "没有离线底图文件夹：{0}").format(folder),)
    opened, refusals = tile_files(place)
    refused = tuple(said(refusal) for refusal in refusals)
    if not opened and not refused:
        refused = (t("Tiles", "文件夹里没有 .mbtiles 文件：{0}").format(folder),)
    return tuple(opened.values()), refused


def _address(given: str) -> tuple[str, str, tuple[str, ...]]:
    """A template, the names of its numbered hosts, and every origin it asks; TilesRefusedError when it may not be."""
    template = checked_template(given)
    host = (urlsplit(template.replace("{s}", "s")).hostname or "").lower()
    names = next((names for owner, names in _NAMED_OTHERWISE if host.endswith(owner)), _SUBDOMAINS)
    asked = tuple(_spellings(origins(template, tuple(names))))
    if not all(_ORIGIN.fullmatch(origin) for origin in asked):
        raise TilesRefusedError(TileRefusal.NOT_HTTP, given)  # a name and password, or a host the page cannot name
    return template, names, asked


def _spellings(given: Iterable[str]) -> Iterable[str]:
    """Origins as the engine writes them: in small letters, and also without the usual port."""
    for origin in given:
        small = origin.lower()
        yield small
        if (shorter := _USUAL_PORT.sub(r"\1\2", small)) != small:
            yield shorter
