"""Gauging stations as marks of the map: newest flow or stage, hollow without a value, a ring over a threshold."""

from __future__ import annotations

from data.documents.features import Feature, point
from data.model.river import HUAYUANKOU, Reading, Station
from data.model.situation import Situation


def stations(now: Situation) -> list[Feature]:
    """Return a mark for each station that has a place."""
    over = {trigger.station for trigger in now.registers.triggers if trigger.id in now.suggestion.latched}
    return [
        point(
            row.id,
            row.lon,
            row.lat,
            role="curve.stage",
            shape="triangle",
            size=6 if row.id == HUAYUANKOU else 5,
            hollow=now.latest(row.id) is None,
            ring=row.id in over,
            label=_said(row, now.latest(row.id)),
            tip=_said(row, now.latest(row.id)),
            priority=5 if row.id == HUAYUANKOU else 2,
        )
        for row in now.registers.stations
        if row.lon is not None and row.lat is not None
    ]


def _said(row: Station, reading: Reading | None) -> str:
    if reading is None:
        return row.name
    if reading.flow_m3s is not None:
        return f"{row.name} {reading.flow_m3s:,.0f} m³/s"
    if reading.stage_m is None:
        return row.name
    return f"{row.name} {reading.stage_m:.2f} m（{reading.datum or row.datum or '基面待核'}）"
