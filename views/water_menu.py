"""The entries of a menu of layers that switch the water and let the land be seen through it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from views.water_overlay import OPACITY, WaterOverlay

OPACITIES = (0.4, 0.6, OPACITY, 1.0)


def add_water(menu: QMenu, overlay: WaterOverlay) -> QAction:
    """Add a switch and a choice of strengths; return the switch."""
    t = QCoreApplication.translate
    switch = QAction(t("WaterMenu", "淹没"), menu)
    switch.setCheckable(True)
    switch.setChecked(True)
    switch.toggled.connect(overlay.switch)
    menu.addAction(switch)
    strengths = menu.addMenu(t("WaterMenu", "淹没图不透明度"))
    one_of = QActionGroup(strengths)
    for opacity in OPACITIES:
        action = QAction(f"{opacity:.0%}", one_of)
        action.setCheckable(True)
        action.setChecked(opacity == OPACITY)
        action.triggered.connect(lambda _on, chosen=opacity: overlay.set_opacity(chosen))
        strengths.addAction(action)
    switch.toggled.connect(strengths.setEnabled)
    return switch
