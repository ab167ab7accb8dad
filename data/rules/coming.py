"""What the river is expected to do: the official forecast where one stands, else the desk's own outlook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from data.model.river import HUAYUANKOU, Forecast, Outlook
from data.model.situation import Situation

FRESH = timedelta(hours=30)
"""[设定] An outlook older than a day and its lateness counts no longer."""


PAST = timedelta(hours=3)
"""[设定] An official forecast counts until so long after the time it is for; then it has come true or not."""


LAPSED = timedelta(hours=24)
"""[设定] So long after that the desk still says that a forecast has lapsed; then it is history."""


@dataclass(frozen=True, slots=True)
class Coming:
    """Greatest flow expected ahead, m³/s, with its band where there is one; `own` for the desk's own outlook."""

    flow_m3s: float
    at: datetime
    own: bool
    low_m3s: float
    high_m3s: float


def standing_forecast(now: Situation, station: str = HUAYUANKOU) -> Forecast | None:
    """Return the official forecast of a station while the time it is for is not past."""
    forecast = now.forecasts.get(station)
    return None if forecast is None or now.at > forecast.valid_at + PAST else forecast


def lapsed_forecast(now: Situation, at: datetime, station: str = HUAYUANKOU) -> Forecast | None:
    """Return the official forecast of a station that counts no more at a moment, and did a day before."""
    forecast = now.forecasts.get(station)
    if forecast is None or at <= forecast.valid_at + PAST:
        return None
    return forecast if at <= forecast.valid_at + PAST + LAPSED else None


def standing_outlook(now: Situation, station: str = HUAYUANKOU) -> Outlook | None:
    """Return the desk's own outlook while it is fresh and reaches ahead."""
    outlook = now.outlooks.get(station)
    if outlook is None or now.at - outlook.made_at > FRESH or not outlook.points:
        return None
    return outlook if outlook.points[-1].at > now.at else None


def coming(now: Situation, station: str = HUAYUANKOU) -> Coming | None:
    """Return what is expected at a station; the official forecast wins."""
    official = standing_forecast(now, station)
    if official is not None:
        return Coming(official.flow_m3s, official.valid_at, False, official.flow_m3s, official.flow_m3s)
    outlook = standing_outlook(now, station)
    if outlook is None:
        return None
    peak = max((point for point in outlook.points if point.at > now.at), key=lambda point: point.flow_m3s)
    return Coming(peak.flow_m3s, peak.at, True, peak.low_m3s, peak.high_m3s)
