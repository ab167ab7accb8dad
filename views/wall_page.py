"""A page of the wall: a pane that draws at its leisure, knows whether it has anything to say, and asks for nothing."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views.pane import Pane
from views.resting import Resting
from views.wall_fit import Fit
from widgets.theme import Theme, retheme

if TYPE_CHECKING:
    from data.rules.alarms.lines import AlarmList
    from data.rules.reckoning import Reckoning

DRAW_MS = 150
"""Nobody reads a wall faster; the desk's own ticks pay nothing for it."""


class WallPage(Pane):
    """Base of the pages. A subclass says its title, whether it is `filled`, and draws everything in `draw_facts`."""

    name: ClassVar[str]

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(theme, parent)
        self.listed: AlarmList | None = None
        self._resting = Resting(self._draw_now, self, DRAW_MS)
        self._drawn_minute: datetime | None = None

    @abstractmethod
    def title(self) -> str:
        """Say what the page is about, in a word or two."""

    @abstractmethod
    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        """Draw everything. Preview: the what-if that is shown, if any."""

    def filled(self, now: Situation) -> bool:  # noqa: ARG002 - most pages look at it
        """Whether the tour should stop here; cheap, for it is asked of pages that nobody sees."""
        return True

    def essentials(self) -> tuple[Fit, ...]:
        """Boxes whose parts of weight 0 must find room."""
        return ()

    @property
    def cramped(self) -> bool:
        """Whether the page cannot hold at this type what it must show."""
        return any(box.cramped for box in self.essentials())

    def lay_out(self, size: QSize) -> None:
        """Take a size though nobody sees the page, so that one can ask whether it is cramped."""
        self.resize(size)
        for part in (self, *self.findChildren(Fit)):
            layout = part.layout()
            if layout is not None:
                layout.activate()
            if isinstance(part, Fit):
                part.fit()

    def show_alarms(self, listed: AlarmList | None) -> None:
        """Show what stands of alarms; None: not known."""
        self.listed = listed
        self._stale |= Touched.ALARMS & self.heeds
        if self.isVisible():
            self._catch_up()

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - a page hangs together
        """Draw it anew."""
        self.draw_facts(now, self.preview)
        self.draw_time(self.time or now.at)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        """Draw it anew."""
        self.draw_facts(now, preview)
        self.draw_time(self.time or now.at)

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        """Numbers of the clock come with the situation; a wall follows no drag."""

    def draw_time(self, time: datetime) -> None:
        """Bring ages up to date."""

    def _minute(self, time: datetime) -> bool:
        """Whether another minute has begun since this was asked last."""
        minute = time.replace(second=0, microsecond=0)
        new, self._drawn_minute = minute != self._drawn_minute, minute
        return new

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        for child in self.children():
            if isinstance(child, QWidget):
                retheme(child, theme)

    def showEvent(self, event: QShowEvent) -> None:
        """What comes into view is right from the first moment."""
        QWidget.showEvent(self, event)  # not the pane's, which would wait
        self._draw_now()
        if self.now is not None:
            self.draw_time(self.time or self.now.at)

    def _catch_up(self) -> None:
        """Wait a little: many things may happen in a moment."""
        self._resting.ask()

    def _draw_now(self) -> None:
        if self.isVisible():
            super()._catch_up()
