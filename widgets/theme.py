"""The look as a value: every colour by the role it plays, and measures that grow with the font scale."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from widgets.fonts import ui_font

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Size(Enum):
    """Text sizes in pixels at scale 1.0 on a 1080p screen."""

    TINY = 11
    SMALL = 12
    BASE = 13
    LARGE = 16
    FIGURE = 22
    HERO = 30


class UnknownRoleError(KeyError):
    """A widget asked for a colour role that the theme does not define: a mistake of ours."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colour roles and metrics. Immutable: a changed theme is another Theme."""

    name: str
    dark: bool
    roles: Mapping[str, QColor] = field(repr=False)
    scale: float = 1.0
    _fonts: dict[tuple[Size, bool], QFont] = field(default_factory=dict, init=False, repr=False, compare=False)

    def role(self, name: str) -> QColor:
        """The colour of a role; a copy, so that nobody can change the theme by accident."""
        try:
            return QColor(self.roles[name])
        except KeyError:
            raise UnknownRoleError(name) from None

    def has(self, name: str) -> bool:
        """Whether the theme knows this role."""
        return name in self.roles

    def edge(self, name: str) -> QColor:
        """The outline that keeps a mark of this role visible on a panel (the role itself when it needs none)."""
        edged = f"{name}.edge"
        return self.role(edged if edged in self.roles else name)

    def ink(self, name: str) -> QColor:
        """The readable text variant of a role (the role itself when it is readable)."""
        inked = f"{name}.ink"
        return self.role(inked if inked in self.roles else name)

    def tint(self, name: str, alpha: float) -> QColor:
        """A role made transparent."""
        colour = self.role(name)
        colour.setAlphaF(alpha)
        return colour

    def css(self, name: str) -> str:
        """The role as CSS/QSS text: #rrggbb, or rgba() when it is translucent."""
        colour = self.role(name)
        if colour.alpha() == 255:
            return colour.name()
        return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"

    def px(self, pixels: float) -> int:
        """A measure at the current font scale; never vanishes."""
        return max(1, round(pixels * self.scale)) if pixels > 0 else 0

    def font(self, size: Size = Size.BASE, *, bold: bool = False) -> QFont:
        """The house font with tabular figures; to make it costs as much as to paint a word, so each is made once."""
        known = self._fonts.get((size, bold))
        if known is None:
            known = self._fonts[size, bold] = ui_font(self.px(size.value), bold=bold)
        return QFont(known)

    @property
    def row_height(self) -> int:
        """Height of a table or list row."""
        return self.px(28)


def retheme(root: QWidget, theme: Theme) -> None:
    """Give a theme to a widget and to everything inside it that can take one by `set_theme`."""
    for widget in (root, *root.findChildren(QWidget)):
        take: Callable[[Theme], None] | None = getattr(widget, "set_theme", None)
        if take is not None:
            take(theme)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio between two opaque colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(below: QColor, above: QColor, share: float) -> QColor:
    """A colour laid over another with the given share of the upper one."""

    def mixed(low: float, high: float) -> float:
        return low + (high - low) * share

    return QColor.fromRgbF(
        mixed(below.redF(), above.redF()), mixed(below.greenF(), above.greenF()), mixed(below.blueF(), above.blueF())
    )


def readable_on(ground: QColor) -> QColor:
    """Near-black or white, whichever reads better on this ground."""
    dark, light = QColor("#0d1114"), QColor("#ffffff")
    return dark if contrast(dark, ground) >= contrast(light, ground) else light
