"""Curves of a station for a hydrograph: the long series as given, carried on by the readings of the situation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLocale

from data.model.river import Reading
from data.model.situation import Situation
from data.rules.coming import standing_forecast
from views import phrases, words
from widgets.hydrograph import Hydrograph, HydrographWords
from widgets.plot_axes import TimeWords

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Times in seconds since 1970, flows and stages with NaN where there is none; one datum only."""

    times_s: Floats
    flows: Floats
    stages: Floats
    datum: str = ""

    @property
    def any_stage(self) -> bool:
        """Whether there is a stage to show."""
        return bool(np.isfinite(self.stages).any())


def empty() -> Curves:
    """No values."""
    nothing = np.empty(0, dtype=np.float64)
    return Curves(nothing, nothing, nothing)


def given(times: Sequence[datetime] | Floats, flows: Floats, stages: Floats | None) -> Curves:
    """Take a series as it is shown to a view: times as aware datetimes or as seconds since 1970."""
    seconds = np.array([t.timestamp() if isinstance(t, datetime) else float(t) for t in times], dtype=np.float64)
    level = np.full(seconds.shape, np.nan) if stages is None else np.asarray(stages, dtype=np.float64)
    return Curves(seconds, np.asarray(flows, dtype=np.float64), level)


def carried_on(base: Curves, readings: Sequence[Reading], since: datetime | None = None) -> Curves:
    """Append the readings that are newer than the series; stages of another datum than the newest stay away."""
    last = float(base.times_s[-1]) if base.times_s.size else float("-inf")
    start = since.timestamp() if since is not None else float("-inf")
    fresh = [r for r in readings if r.at.timestamp() > last]
    datum = next((r.datum for r in reversed(readings) if r.stage_m is not None), base.datum)
    nan = float("nan")
    times = np.append(base.times_s, [r.at.timestamp() for r in fresh])
    flows = np.append(base.flows, [nan if r.flow_m3s is None else r.flow_m3s for r in fresh])
    stages = np.append(base.stages, [nan if r.stage_m is None or r.datum != datum else r.stage_m for r in fresh])
    kept = times >= start
    return Curves(times[kept], flows[kept], stages[kept], datum)


def hydrograph_words(datum: str = "") -> HydrographWords:
    """Words of a hydrograph; the stage axis names its datum."""
    t = QCoreApplication.translate
    stage = t("RiverCurves", "水位 m · {0}").format(phrases.registered(datum) or t("RiverCurves", "基面未注明"))
    return HydrographWords(
        t("RiverCurves", "流量 m³/s"),
        stage,
        t("RiverCurves", "现在"),
        t("RiverCurves", "尚无报汛，过程线待收到第一个值"),
        time=_time_words(),
    )


def _time_words() -> TimeWords:
    t = QCoreApplication.translate
    locale = QLocale(QLocale.Language.English if phrases.english() else QLocale.Language.Chinese)
    return TimeWords(
        day=t("RiverCurves", "{name}{day}日"),
        month=t("RiverCurves", "{year}年{name}"),
        moment=t("RiverCurves", "{name}{day}日 {time}"),
        month_names=tuple(locale.monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)),
    )


def draw_station(plot: Hydrograph, curves: Curves, *, stages: bool = True) -> None:
    """Draw flow, and stage where there is one."""
    label = QCoreApplication.translate("RiverCurves", "实测")
    plot.set_series("observed", curves.times_s, curves.flows, role="curve.observed", label=label)
    if stages and curves.any_stage:
        label = QCoreApplication.translate("RiverCurves", "水位")
        plot.set_series(
            "stage", curves.times_s, curves.stages, role="curve.stage", style="dotted", axis="stage", label=label
        )
    else:
        plot.remove_series("stage")


def draw_forecast(plot: Hydrograph, now: Situation, station: str, curves: Curves) -> None:
    """Draw the official forecast as a dashed line from the newest value."""
    forecast = standing_forecast(now, station)
    known = np.flatnonzero(np.isfinite(curves.flows))
    if forecast is None or not known.size or forecast.valid_at.timestamp() <= curves.times_s[known[-1]]:
        plot.remove_series("forecast")
        return
    times = np.array([curves.times_s[known[-1]], forecast.valid_at.timestamp()])
    flows = np.array([curves.flows[known[-1]], forecast.flow_m3s])
    label = QCoreApplication.translate("RiverCurves", "预报 {0}").format(words.flow(forecast.flow_m3s))
    plot.set_series("forecast", times, flows, role="curve.forecast", style="dashed", label=label)


def draw_whatif(plot: Hydrograph, curves: Curves, flow_m3s: float | None) -> None:
    """Draw the what-if's flow as a level line after the newest value, or take it away."""
    if flow_m3s is None or not curves.times_s.size:
        plot.remove_series("whatif")
        return
    end = float(curves.times_s[-1])
    reach = max(6 * 3600.0, (end - float(curves.times_s[0])) * 0.15)
    label = QCoreApplication.translate("RiverCurves", "推演")
    times, flows = np.array([end, end + reach]), np.array([flow_m3s, flow_m3s])
    plot.set_series("whatif", times, flows, role="curve.whatif", style="dashed", label=label)
