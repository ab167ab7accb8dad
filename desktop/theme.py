"""From a theme file to what Qt needs: the Theme that widgets paint by, a palette, and the style sheet."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from widgets.theme import Size, Theme, retheme

if TYPE_CHECKING:
    from collections.abc import Mapping

THEME_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "theme"
NAMES = ("dark", "light")
LEAST_SCALE, MOST_SCALE = 0.9, 1.5
_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s+([^}]+?)\s*\}\}")


class ThemeFileError(ValueError):
    """A theme file or the style template is at fault; the message says where."""


@dataclass(frozen=True, slots=True)
class ThemeBundle:
    """One look, ready to be applied."""

    theme: Theme
    palette: QPalette
    qss: str


def load(name: str, scale: float = 1.0, folder: Path = THEME_FOLDER) -> ThemeBundle:
    """Read a theme; the font scale is kept within its bounds (0.9 <= scale <= 1.5)."""
    theme = read_theme(folder / f"{name}.toml", min(MOST_SCALE, max(LEAST_SCALE, scale)))
    template = (folder / "app.qss").read_text(encoding="utf-8")
    return ThemeBundle(theme, palette_of(theme), fill_template(template, theme, folder / name))


def apply(app: QApplication, bundle: ThemeBundle) -> None:
    """Dress the whole program, and every window that is already open."""
    # a style sheet hides the style's name: what wears one was dressed here before
    if not app.styleSheet() and app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(bundle.theme.font(Size.BASE))
    app.setPalette(bundle.palette)
    app.setStyleSheet(bundle.qss)
    for window in app.topLevelWidgets():
        retheme(window, bundle.theme)


def read_theme(path: Path, scale: float = 1.0) -> Theme:
    """The roles of a theme file as colours."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        msg = f"{path.name}: {error}"
        raise ThemeFileError(msg) from error
    colours, roles = _table(table, "colours", path), _table(table, "roles", path)
    resolved = {role: _colour(str(value), colours, f"{path.name}: {role}") for role, value in roles.items()}
    return Theme(str(table["name"]), bool(table["dark"]), MappingProxyType(resolved), scale)


def palette_of(theme: Theme) -> QPalette:
    """A palette for what the style sheet does not reach."""
    palette = QPalette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for target, source in {
        role.Window: "surface.panel",
        role.WindowText: "text.primary",
        role.Base: "surface.field",
        role.AlternateBase: "surface.alternate",
        role.Text: "text.primary",
        role.Button: "surface.raised",
        role.ButtonText: "text.primary",
        role.BrightText: "danger.text",
        role.Highlight: "surface.selected",
        role.HighlightedText: "text.primary",
        role.ToolTipBase: "surface.tooltip",
        role.ToolTipText: "text.primary",
        role.PlaceholderText: "text.muted",
        role.Link: "text.link",
        role.LinkVisited: "text.link",
        role.Light: "surface.hover",
        role.Midlight: "surface.hover",
        role.Mid: "line.button",
        role.Dark: "line.separator",
        role.Shadow: "surface.window",
        role.Accent: "line.focus",
    }.items():
        palette.setColor(target, theme.role(source))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, target, theme.role("text.disabled"))
    return palette


def fill_template(template: str, theme: Theme, marks: Path) -> str:
    """Fill {{css role}}, {{px number}} and {{mark name}} in a style sheet; anything unknown is refused."""

    def filled(found: re.Match[str]) -> str:
        kind, what = found.group(1), found.group(2)
        if kind == "css" and theme.has(what):
            return theme.css(what)
        if kind == "px" and what.replace(".", "", 1).isdigit():
            return f"{theme.px(float(what))}px"
        if kind == "mark" and (marks / f"{what}.svg").is_file():
            return f'url("{(marks / what).as_posix()}.svg")'
        msg = f"app.qss: {found.group(0)} is not known"
        raise ThemeFileError(msg)

    return _PLACEHOLDER.sub(filled, template)


def _table(table: Mapping[str, Any], key: str, path: Path) -> Mapping[str, Any]:
    part = table.get(key)
    if not isinstance(part, dict):
        msg = f"{path.name}: [{key}] is missing"
        raise ThemeFileError(msg)
    return part


def _colour(text: str, colours: Mapping[str, Any], where: str) -> QColor:
    value = str(colours.get(text, text))
    digits = value.removeprefix("#")
    if not value.startswith("#") or len(digits) not in (6, 8) or not re.fullmatch(r"[0-9a-fA-F]+", digits):
        msg = f"{where}: {text!r} is neither a named colour nor #rrggbb or #rrggbbaa"
        raise ThemeFileError(msg)
    channels = [int(digits[i : i + 2], 16) for i in range(0, len(digits), 2)]
    return QColor(*channels)
