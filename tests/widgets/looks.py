"""A theme to try widgets with: every role in one colour of its own, no file read."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtGui import QColor

from widgets.theme import Theme


class _AnyRole(dict[str, QColor]):
    """Knows every role except the optional variants."""

    def __missing__(self, role: str) -> QColor:
        return QColor.fromHsl(sum(map(ord, role)) % 360, 120, 140)


def plain_theme(scale: float = 1.0) -> Theme:
    return Theme("plain", dark=True, roles=MappingProxyType(_AnyRole()), scale=scale)
