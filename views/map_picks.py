"""Between features of the map and selections: what a feature selects, and what a selection marks."""

from __future__ import annotations

from data.documents.field_layers import FROM_TAK
from data.model.situation import Situation
from views.pane import Selection

_TO_LAYER = {"spurs": "works", "report": "reports", "incident": "reports"}
_TO_KIND = {"works": "spurs"}


def picked(now: Situation, layer: str, feature: str) -> Selection | None:
    """Return what a feature of a layer selects: a plot its grower, a mark of an incident the incident."""
    if layer in ("base", "tracks"):
        return None
    if layer == "positions":  # who comes from TAK stands in no register
        return None if feature.startswith(FROM_TAK) else Selection("staff", feature)
    if layer == "gaps":
        return Selection("sections", feature.partition("@")[0])
    plot = now.registers.plots.get(feature) if layer == "plots" else None
    if plot is not None:
        return Selection("growers", plot.grower)
    if layer == "reports":
        return Selection("incident" if feature in now.incidents else "report", feature)
    return Selection(_TO_KIND.get(layer, layer), feature)


def marked(now: Situation, selection: Selection | None) -> list[str]:
    """Return the features, as "layer/id", that a selection marks."""
    if selection is None:
        return []
    match selection.kind:
        case "growers":
            return [f"plots/{plot.id}" for plot in now.registers.plots if plot.grower == selection.id]
        case "task":
            task = now.tasks.get(selection.id)
            return [f"grids/{grid}" for grid in (task.grids if task is not None else ())]
        case "staff":
            return [f"staff/{selection.id}", f"positions/{selection.id}"]
        case kind:
            return [f"{_TO_LAYER.get(kind, kind)}/{selection.id}"]
