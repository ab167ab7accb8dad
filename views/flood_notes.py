"""What must stand beside a flood wherever it is drawn: its nature and date, cells, measured error, held flows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.twin.flood import Flood
from views import reckoned_words, words

_SAME_M3S = 0.5


def notes(flood: Flood, *, asked_m3s: float | None = None) -> tuple[str, ...]:
    """Say nature, date and cells; how far a blend may be off; that a flow beyond the library is held at its end."""
    t = QCoreApplication.translate
    nature = flood.nature
    said = [
        reckoned_words.origin(nature.origin),
        t("FloodNotes", "{0} 成图，{1:g} m 网格").format(words.date_clock(nature.made_at), flood.lattice.cell_m),
    ]
    if flood.trust is not None:
        form = t("FloodNotes", "内插误差 ±{0:.0f} cm（留出 {1} m³/s 直算比对）")
        said.append(form.format(max(1.0, flood.trust.depth_rmse_m * 100), words.flow(flood.trust.at_flow_m3s)))
    if asked_m3s is not None and abs(asked_m3s - flood.flow_m3s) > _SAME_M3S:
        form = t("FloodNotes", "方案库不含 {0} m³/s，按 {1} m³/s 显示")
        said.append(form.format(words.flow(asked_m3s), words.flow(flood.flow_m3s)))
    return tuple(said)
