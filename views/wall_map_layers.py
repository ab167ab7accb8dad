"""What the wall's map shows: land, plots, grids, works, events, all large; no label or tip that tells of a person."""

from __future__ import annotations

from collections.abc import Mapping, Set
from types import MappingProxyType
from typing import Any

from data.documents import features, layer_looks, layers, report_layer
from data.documents.features import Feature
from data.model.dispatch import ReportState
from data.model.situation import Situation
from data.rules.exposure import exposure, flow_at_stake
from data.rules.signoff import Preview
from views import wall_words
from views.map_outlines import cased
from views.wall_reading import SMALLEST_FIGURE, WallType
from widgets.theme import Size

LAYERS: Mapping[str, float] = MappingProxyType({"base": 0, "plots": 1, "grids": 2, "works": 3, "events": 4})
"""Layers and their heights; water lies between plots and grids."""
_STROKE, _DOT = 0.4, 0.5
"""How much of the type's growth lines and dots share: a wall wants them bolder, not four times as thick."""
_NAMED = frozenset({"village", "river"})
_OVER = frozenset({ReportState.CLOSED, ReportState.REJECTED, ReportState.MERGED})
_QUIET_FILL, _WET_FILL = 0.16, 0.6
_PLOT = "crop.other"
"""What grows there matters to nobody at the back of the room."""


def made(name: str, now: Situation, type_: WallType, kinds: Set[str]) -> list[Feature]:
    """Make a layer from the registers (`events`: from reports and incidents)."""
    if name == "events":
        return [_large(one, type_) for one in _events(now, kinds)]
    found = layers.LAYERS[name][0](now)
    if name == "works":
        found = cased(found)
    if name == "plots":
        plain = {"role": _PLOT, "fill": _QUIET_FILL, "weight": 0.7}
        found = [{**one, "properties": {"id": one["properties"]["id"], **plain}} for one in found]
    named = _names(name, now)
    return [_large(one, type_, named.get(str(one["properties"]["id"]), "")) for one in found]


def wet(now: Situation, preview: Preview | None) -> dict[str, str]:
    """Map each plot that the flow reaches to its colour role: live, or in the what-if alone."""
    live = exposure(now, flow_at_stake(now))
    return layer_looks.plot_roles(live if preview is None else preview.exposed, live)


def plot_looks(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the changed looks of plots: filled where water comes, for a hatch is too fine for a wall."""
    looks: dict[str, dict[str, Any]] = {}
    for plot in before.keys() | after.keys():
        role = after.get(plot)
        if role != before.get(plot):
            looks[plot] = (
                {"role": _PLOT, "fill": _QUIET_FILL, "line_role": None}
                if role is None
                else {"role": role, "fill": _WET_FILL, "line_role": role}
            )
    return looks


def _names(name: str, now: Situation) -> dict[str, str]:
    """The few names that a wall has room for, by id of the feature."""
    if name == "base":
        return {row.id: row.name for row in now.registers.maplines if row.kind in _NAMED and row.closed}
    if name == "works":
        return {row.id: row.name for row in now.registers.maplines if row.kind == "levee"}
    if name == "grids":
        return {row.id: row.name for row in now.registers.grids if row.kind == "专属网格"}
    return {}


def _events(now: Situation, kinds: Set[str]) -> list[Feature]:
    marks: list[Feature] = []
    for report in now.reports.values():
        mark = None if report.state in _OVER else report_layer.report_feature(report, now.at)
        if mark is not None:
            marks.append(_named(mark, ""))
    for incident in now.incidents.values():
        mark = report_layer.incident_feature(now, incident)
        if mark is not None:
            marks.append(_named(mark, wall_words.incident_kind(incident, kinds)))
    return sorted(marks, key=lambda one: float(one["properties"]["priority"]))


def _named(mark: Feature, label: str) -> Feature:
    return {**mark, "properties": {**mark["properties"], "label": label, "flash": False}}


def _large(one: Feature, type_: WallType, name: str | None = None) -> Feature:
    """Make lines, dots and names as large as the wall's type; what the pointer would tell is left out."""
    before = one["properties"]
    kept = {key: value for key, value in before.items() if key not in ("tip", "label", "min_zoom", "dash")}
    label = before.get("label", "") if name is None else name
    stroke, dot = max(1.0, type_.scale * _STROKE), max(1.0, type_.scale * _DOT)
    if "weight" in kept:
        kept["weight"] = round(kept["weight"] * stroke, 1)
    if "casing" in kept:
        kept["casing"] = round(kept["casing"] * stroke, 1)
    if "size" in kept:
        kept["size"] = round(kept["size"] * dot, 1)
    if label:
        figures = any(c in "0123456789" for c in label)
        kept |= {"label": label, "label_size": type_.px(SMALLEST_FIGURE if figures else Size.TINY)}
        kept |= {"label_free": True, "label_weight": 600}
    return {**one, "properties": kept}


def encoded(name: str, now: Situation, type_: WallType, kinds: Set[str]) -> str:
    """A layer as GeoJSON text."""
    return features.encode(made(name, now, type_, kinds))
