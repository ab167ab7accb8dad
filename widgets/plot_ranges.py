"""A range on a plot: the room between a low and a high curve, washed in a role's colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg

from widgets.plot_series import Series, make_series

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from widgets.theme import Theme

_WASH = 0.20


@dataclass(frozen=True, slots=True, eq=False)
class RangeDrawn:
    """A range as it lies in a view: two edges and the room between them."""

    low: Series
    high: Series
    role: str
    item: pg.FillBetweenItem

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self.item.setBrush(pg.mkBrush(theme.tint(self.role, _WASH)))


def make_range(
    name: str, times_s: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64], role: str
) -> RangeDrawn:
    """Make a range; its edges have no line of their own."""
    edges = [make_series(name, times_s, values, None, name, (role, "solid", "flow")) for values in (low, high)]
    curves = [pg.PlotCurveItem(one.times_s, one.values, pen=None) for one in edges]
    item = pg.FillBetweenItem(curves[0], curves[1])
    item.setZValue(-1)
    return RangeDrawn(edges[0], edges[1], role, item)
