"""The map as it stands on the screen, for a document that is to show what the desk saw.

The pictures that every document has are drawn without Qt (data/documents/papers/{hydrograph,sketch}.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def grabbed(view: QWidget) -> QImage | None:
    """Return what a view shows, None while it is not on the screen: a hidden page draws nothing. On the UI thread."""
    if not view.isVisible():
        return None
    image = view.grab().toImage()
    return None if image.isNull() else image


def as_png(image: QImage | None) -> Callable[[], bytes]:
    """Return what writes an image as PNG, which takes long enough for another thread."""

    def write() -> bytes:
        if image is None:
            return b""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - the stubs know no device
        return bytes(buffer.data().data())

    return write
