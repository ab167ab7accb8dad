"""The small township with a river on the floodplain, and a desk that takes the steps a pane asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from data.model.situation import Situation, Touched
from data.model.steps import Body, StepRefused
from desktop import theme as theme_files
from tests.township import after, at_flow, situation
from views.pane import Pane
from widgets.theme import Theme


@cache
def look(name: str = "dark") -> Theme:
    return theme_files.load(name).theme


def flood(flow_m3s: float = 4700.0) -> Situation:
    return at_flow(situation(), flow_m3s)


class Seat:
    """Takes each step that a pane asks for and shows it the situation after; keeps what was said."""

    def __init__(self, pane: Pane, now: Situation, actor: str = "U3") -> None:
        self.now, self.actor = now, actor
        self.bodies: list[Body] = []
        self.refused: list[str] = []
        self.selections: list[Any] = []
        self.pane = pane
        pane.step_requested.connect(self._take)
        pane.selection_requested.connect(self.selections.append)
        pane.show_time(now.at)
        pane.show_situation(now, Touched.everything())

    def _take(self, body: Body, _actor: str) -> None:
        self.bodies.append(body)
        try:
            self.now = after(self.now, body, actor=self.actor)
        except StepRefused as refusal:
            self.refused.append(refusal.code)
            return
        self.pane.show_situation(self.now, Touched.everything())

    def take(self, *bodies: Body) -> None:
        for body in bodies:
            self._take(body, "")


def shown(qtbot, pane: Pane, now: Situation, *, width: int = 340, height: int = 560, actor: str = "U3") -> Seat:
    qtbot.addWidget(pane)
    pane.resize(width, height)
    seat = Seat(pane, now, actor)
    pane.show()
    return seat
