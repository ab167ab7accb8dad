"""The river of a frozen picture as a curve: the days before, what was expected then, and what came since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.frozen import Frozen
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.rules.coming import standing_outlook
from views import river_curves, river_facts
from widgets.hydrograph import Hydrograph
from widgets.theme import Theme

BACK = timedelta(days=3)
"""So much of the past is drawn before the moment of freezing."""


class FrozenCurve(QWidget):
    """A lean hydrograph; its line "now" is the moment of freezing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        said = replace(river_curves.hydrograph_words(), now=self.tr("冻结"))
        self._frozen: Frozen | None = None
        self._since: tuple[object, ...] = ()
        self.plot = Hydrograph(theme, said)
        self.plot.set_lean(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.plot)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures; the plot is dressed by itself."""
        self.setFixedHeight(theme.px(170))

    def show_frozen(self, frozen: Frozen | None) -> None:
        """Draw the river as it was known."""
        if frozen is self._frozen:
            return
        self._frozen, self._since = frozen, ()
        self.plot.clear()
        if frozen is None:
            self.plot.set_now(None)
            return
        now = frozen.now
        curves = river_curves.carried_on(river_curves.empty(), now.readings.get(HUAYUANKOU, ()), frozen.at - BACK)
        self.plot.set_bands(river_facts.bands(now.registers.tiers))
        river_curves.draw_station(self.plot, curves, stages=False)
        river_curves.draw_forecast(self.plot, now, HUAYUANKOU, curves)
        outlook = standing_outlook(now)
        if outlook is not None:
            times = np.array([point.at.timestamp() for point in outlook.points])
            low, high = (
                np.array([getattr(point, side) for point in outlook.points], dtype=np.float64)
                for side in ("low_m3s", "high_m3s")
            )
            likely = np.array([point.flow_m3s for point in outlook.points])
            label = QCoreApplication.translate("Briefing", "本台预报")
            self.plot.set_series("own", times, likely, role="curve.forecast", style="dashed", label=label)
            self.plot.set_range("own", times, low, high, "curve.forecast")
        self.plot.set_now(frozen.at.timestamp())

    def show_since(self, live: Situation | None) -> None:
        """Draw what came after the freezing, told apart from what was known."""
        frozen = self._frozen
        if frozen is None:
            return
        readings = () if live is None else live.readings.get(HUAYUANKOU, ())
        known = frozen.now.readings.get(HUAYUANKOU, ())
        last = known[-1].at if known else frozen.at
        fresh = tuple(one for one in readings if one.at > last and one.flow_m3s is not None)
        if fresh == self._since:
            return
        self._since = fresh
        if not fresh:
            self.plot.remove_series("since")
            return
        drawn = (*known[-1:], *fresh)
        times = np.array([one.at.timestamp() for one in drawn])
        flows = np.array([np.nan if one.flow_m3s is None else one.flow_m3s for one in drawn])
        label = QCoreApplication.translate("Briefing", "冻结后")
        self.plot.set_series("since", times, flows, role="state.attention", style="dotted", label=label)
