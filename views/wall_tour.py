"""The wall's own slow tour: page after page, those with nothing to say left out; it can be held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

SECONDS = 20
LEAST_S, MOST_S = 5, 600


def after(order: Sequence[str], current: str, filled: Callable[[str], bool], step: int = 1) -> str:
    """Return the next page (or the one before, with -1) that has something to say; the same where there is no other."""
    if current not in order:
        return order[0]
    at = order.index(current)
    for away in range(1, len(order)):
        name = order[(at + step * away) % len(order)]
        if filled(name):
            return name
    return current


class WallTour(QObject):
    """Turns pages by itself while it runs. Signal `turned`: the name of the page to show."""

    turned = Signal(str)

    def __init__(self, order: Sequence[str], filled: Callable[[str], bool], parent: QObject | None = None) -> None:
        """Tour these pages; `filled` says of a page whether there is anything on it."""
        super().__init__(parent)
        self._order, self._filled = tuple(order), filled
        self._wanted, self._held = False, False
        self.current = self._order[0]
        self._timer = QTimer(self)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.go_on)

    @property
    def running(self) -> bool:
        """Whether pages turn by themselves."""
        return self._timer.isActive()

    @property
    def held(self) -> bool:
        """Whether a person holds it."""
        return self._held

    def set_seconds(self, seconds: int) -> None:
        """Stay on a page for so long."""
        self._timer.setInterval(min(MOST_S, max(LEAST_S, seconds)) * 1000)

    def want(self, wanted: bool) -> None:
        """Say whether there is to be a tour at all."""
        self._wanted = wanted
        self._run()

    def hold(self, held: bool) -> None:
        """Stay on the page, or go on."""
        self._held = held
        self._run()

    def show(self, name: str) -> None:
        """A page was shown for another reason: it stays for its whole time."""
        self.current = name
        if self._timer.isActive():
            self._timer.start()

    def go_on(self, step: int = 1) -> None:
        """Turn to the next page now."""
        name = after(self._order, self.current, self._filled, step)
        if name != self.current:
            self.current = name
            self.turned.emit(name)
        if self._timer.isActive():
            self._timer.start()

    def _run(self) -> None:
        if self._wanted and not self._held:
            self._timer.start()
        else:
            self._timer.stop()
