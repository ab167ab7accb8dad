"""What was known after a step, by taking the steps of a document's material once more: quick when asked in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.model.situation import Situation
from data.model.steps import RegisterReplaced, Step
from data.rules.take import take


def known_after(start: Situation, lines: Sequence[tuple[int, Step]]) -> Callable[[int], Situation]:
    """Return what tells the situation after a step; `start` is the one before the first of the lines.

    A register that was read back without its rows leaves the one that stood. Asking in rising order takes each step
    once; asking back begins anew.
    """
    told = _Fold(start, lines)
    return told.after


class _Fold:
    """The situation so far, and the line that comes next."""

    def __init__(self, start: Situation, lines: Sequence[tuple[int, Step]]) -> None:
        self._start, self._lines = start, lines
        self._now, self._next = start, 0

    def after(self, seq: int) -> Situation:
        """Go on, or begin anew, to the situation after a step."""
        if self._next and self._lines[self._next - 1][0] > seq:
            self._now, self._next = self._start, 0
        while self._next < len(self._lines) and self._lines[self._next][0] <= seq:
            step = self._lines[self._next][1]
            if not _bare(step):
                self._now, _ = take(self._now, step)
            self._next += 1
        return self._now


def _bare(step: Step) -> bool:
    """Whether a step replaces a register whose rows were not read back."""
    return isinstance(step.body, RegisterReplaced) and bool(step.body.register.digest) and not step.body.register.rows
