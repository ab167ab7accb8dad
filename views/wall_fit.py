"""A column or row of the wall that leaves out what finds no room, the least important first; no type grows small."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.theme import Theme

GAP = 3
"""Room between parts at scale 1."""


class Fit(QWidget):
    """Parts in a column or a row. What finds no room is left out, the least important first; none grows small.

    Parts are added with their weight: 0 is never left out. `cramped` tells that not even those find room.
    """

    def __init__(self, theme: Theme, *, down: bool = True, gap: int = GAP) -> None:
        super().__init__()
        self._theme, self._down, self._gap = theme, down, gap
        self._parts: list[tuple[QWidget, int]] = []
        self._absent: set[QWidget] = set()
        self._left_out: set[QWidget] = set()
        self._box = QVBoxLayout(self) if down else QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        # a row too long must not make its box longer: it is to leave something out instead
        self._box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.set_theme(theme)

    def add(self, part: QWidget, weight: int = 0, stretch: int = 0) -> None:
        """Put a part at the end."""
        self._parts.append((part, weight))
        self._box.addWidget(part, stretch)

    def add_space(self, stretch: int = 1) -> None:
        """Let room stand empty here."""
        self._box.addStretch(stretch)

    def set_absent(self, part: QWidget, absent: bool) -> None:
        """Say whether a part has nothing to say at present."""
        if absent != (part in self._absent):
            (self._absent.add if absent else self._absent.discard)(part)
            self.fit()

    @property
    def cramped(self) -> bool:
        """Whether what must be seen finds no room."""
        kept = [part for part, weight in self._parts if weight == 0 and part not in self._absent]
        cut = self._down and any(
            part.sizeHint().width() > self.width() for part in kept if not part.hasHeightForWidth()
        )
        return cut or self._needed(kept) > self._room()

    @property
    def left_out(self) -> int:
        """How many parts that have something to say are not shown."""
        return len(self._left_out)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self._box.setSpacing(theme.px(self._gap))
        self.fit()

    def fit(self) -> None:
        """Leave out what finds no room."""
        kept = [(weight, n, part) for n, (part, weight) in enumerate(self._parts) if part not in self._absent]
        room = self._room()
        left_out: set[QWidget] = set()
        for weight, _, part in sorted(kept, key=lambda one: (-one[0], -one[1])):
            if weight == 0 or self._needed([p for _, _, p in kept if p not in left_out]) <= room:
                break
            left_out.add(part)
        self._left_out = left_out
        for part, _ in self._parts:
            part.setHidden(part in left_out or part in self._absent)

    def sizeHint(self) -> QSize:
        shown = [part for part, _ in self._parts if part not in self._absent]
        along, across = self._needed(shown), max((self._across(part) for part in shown), default=0)
        return QSize(across, along) if self._down else QSize(along, across)

    def minimumSizeHint(self) -> QSize:
        kept = [part for part, weight in self._parts if weight == 0 and part not in self._absent]
        across = max((self._across(part) for part in kept), default=0)
        return QSize(0, self._needed(kept)) if self._down else QSize(0, across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit anew when a part has taken another size."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
            self.updateGeometry()
        return done

    def _room(self) -> int:
        return self.height() if self._down else self.width()

    def _needed(self, parts: Sequence[QWidget]) -> int:
        return sum(self._along(part) for part in parts) + self._box.spacing() * max(0, len(parts) - 1)

    def _along(self, part: QWidget) -> int:
        hint = part.sizeHint()
        if not self._down:
            return max(hint.width(), part.minimumWidth())
        if part.hasHeightForWidth():
            return part.heightForWidth(self.width())
        return max(hint.height(), part.minimumHeight())

    def _across(self, part: QWidget) -> int:
        return part.sizeHint().width() if self._down else part.sizeHint().height()
