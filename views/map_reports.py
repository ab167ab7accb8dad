"""The layer of reports on the map: only what changed is sent, a few times a second however fast reports come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from data.documents import features, report_layer
from data.model.dispatch import Incident, Report
from data.model.situation import EPOCH, Situation

if TYPE_CHECKING:
    from widgets.web_map import WebMap

SHOW_MS = 80
"""Live to the eye, and leaves the page time to draw in between."""
LAYER = "reports"
_ANEW_FROM = 3000
"""When so many change at once, the whole layer is written in one go."""


class ReportMarks(QObject):
    """Knows what the page shows of reports and incidents, and tells it the difference."""

    def __init__(self, page: WebMap, z: int, parent: QObject | None = None) -> None:
        """Show on a page, at a height among the layers."""
        super().__init__(parent)
        self._page, self._z = page, z
        self._reports: Mapping[str, Report] = {}
        self._incidents: Mapping[str, Incident] = {}
        self._time = EPOCH
        self._wanted: Situation | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SHOW_MS)
        self._rest.timeout.connect(self._catch_up)

    def show_all(self, now: Situation, time: datetime) -> None:
        """Send the whole layer: at first, and when registers changed under it."""
        self._rest.stop()
        self._wanted = None
        self._send_all(now, max(now.at, time))

    def show(self, now: Situation, time: datetime) -> None:
        """Send what changed; what comes while the page rests is sent together afterwards. Back in time all is sent."""
        if max(now.at, time) < self._time:
            self.show_all(now, time)
            return
        if self._rest.isActive():
            self._wanted = now
            self._time = max(self._time, time)
            return
        self._send(now, max(now.at, time))
        self._rest.start()

    def show_time(self, now: Situation, time: datetime) -> None:
        """Ring what has turned overdue, though nothing else happened."""
        at = max(now.at, time)
        if at < self._time:
            self.show_all(now, time)
            return
        turned = report_layer.turned(self._reports.values(), self._time, at)
        if turned:
            self._page.restyle(LAYER, turned)
        self._time = at

    def _catch_up(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._send(wanted, max(wanted.at, self._time))
            self._rest.start()

    def _send(self, now: Situation, at: datetime) -> None:
        fresh, gone = report_layer.changed(self._reports, now.reports, at)
        if len(fresh) + len(gone) > _ANEW_FROM:
            self._send_all(now, at)
            return
        for row_id, incident in now.incidents.items():
            if self._incidents.get(row_id) is not incident:
                mark = report_layer.incident_feature(now, incident)
                if mark is None:
                    gone.append(row_id)
                else:
                    fresh.append(mark)
        if fresh or gone:
            self._page.patch_layer(LAYER, fresh, gone)
        self._keep(now, at)

    def _send_all(self, now: Situation, at: datetime) -> None:
        text = features.encode(report_layer.reports(now, at))
        self._page.set_layer(LAYER, text, style={"z": self._z, "shrink": report_layer.GRAVE})
        self._keep(now, at)

    def _keep(self, now: Situation, at: datetime) -> None:
        self._reports, self._incidents, self._time = now.reports, now.incidents, at
