"""Line icons recoloured by role: one SVG per name, drawn once per role and kept in the set that belongs to a theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from widgets.theme import Theme

ICON_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"
_SIZES = (16, 20, 40)


class UnknownIconError(KeyError):
    """A widget asked for an icon that is not in the folder: a mistake of ours."""


def _drawn(svg: str, colour: QColor, pixels: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode()))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


class IconSet:
    """The icons of one theme. Make a new set when the theme changes."""

    def __init__(self, theme: Theme, folder: Path = ICON_FOLDER) -> None:
        self._theme = theme
        self._folder = folder
        self._icons: dict[tuple[str, str], QIcon] = {}

    def names(self) -> tuple[str, ...]:
        """All icon names in the folder."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def icon(self, name: str, role: str = "icon") -> QIcon:
        """The icon in the colour of a role, with a disabled state."""
        key = (name, role)
        known = self._icons.get(key)
        if known is None:
            known = self._icons[key] = self._make(name, role)
        return known

    def pixmap(self, name: str, pixels: int, role: str = "icon", ratio: float = 1.0) -> QPixmap:
        """One picture at an exact size, for painting by hand."""
        pixmap = _drawn(self._text(name), self._theme.role(role), round(pixels * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _text(self, name: str) -> str:
        path = self._folder / f"{name}.svg"
        if not path.is_file():
            raise UnknownIconError(name)
        return path.read_text(encoding="utf-8")

    def _make(self, name: str, role: str) -> QIcon:
        svg = self._text(name)
        icon = QIcon()
        for pixels in _SIZES:
            icon.addPixmap(_drawn(svg, self._theme.role(role), pixels), QIcon.Mode.Normal)
            icon.addPixmap(_drawn(svg, self._theme.role("icon.disabled"), pixels), QIcon.Mode.Disabled)
        return icon
