"""The address scheme anlan-tiles://NAME/z/x/y, answered from files on this machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

if TYPE_CHECKING:
    from collections.abc import Callable

    TileOf = Callable[[str, int, int, int], bytes | None]

TILE_SCHEME: Final = "anlan-tiles"
_ADDRESS: Final = re.compile(r"/(\d{1,2})/(\d{1,9})/(\d{1,9})(?:\.\w{1,5})?")


def register_schemes() -> None:
    """Make the tile scheme known to the engine; call it once, before the QApplication is made."""
    name = TILE_SCHEME.encode()
    if not QWebEngineUrlScheme.schemeByName(name).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.LocalScheme | QWebEngineUrlScheme.Flag.LocalAccessAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class TileHandler(QWebEngineUrlSchemeHandler):
    """Answers a tile's address with the bytes a plain function gives for it."""

    def __init__(self, tile: TileOf, parent: QObject) -> None:
        super().__init__(parent)
        self._tile = tile

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Answer one request, or say that there is no such tile."""
        url = job.requestUrl()
        found = _ADDRESS.fullmatch(url.path())
        content = self._tile(url.host(), *(int(part) for part in found.groups())) if found else None
        if content is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(_kind(content)), buffer)


def _kind(content: bytes) -> bytes:
    if content.startswith(b"\x89PNG"):
        return b"image/png"
    return b"image/webp" if content[8:12] == b"WEBP" else b"image/jpeg"
