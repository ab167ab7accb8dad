"""The house typeface: Chinese sans first, figures of equal width so that columns of numbers stand still."""

from __future__ import annotations

from PySide6.QtGui import QFont

FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "sans-serif")


def with_tabular_figures(font: QFont) -> QFont:
    """A copy of the font whose digits all have one width."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def ui_font(pixels: int, *, bold: bool = False) -> QFont:
    """The house font at a pixel size."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return with_tabular_figures(font)
