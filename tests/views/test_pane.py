"""A pane draws what it heeds, when it is seen, and once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from data.model.situation import Situation, Touched
from data.rules import signoff
from desktop import theme as look
from tests import township
from views.pane import Pane, Selection


class Told(Pane):
    """Writes down what it is asked to draw."""

    heeds = Touched.RIVER | Touched.TASKS

    def __init__(self, theme: Any) -> None:
        super().__init__(theme)
        self.said: list[tuple[str, Any]] = []

    def draw(self, now: Situation, touched: Touched) -> None:
        self.said.append(("draw", touched))

    def draw_preview(self, now: Situation, preview: Any) -> None:
        self.said.append(("preview", preview and preview.flow_m3s))

    def draw_selection(self, selection: Selection | None) -> None:
        self.said.append(("selection", selection))

    def draw_time(self, time: Any) -> None:
        self.said.append(("time", time))

    def draw_theme(self, theme: Any) -> None:
        self.said.append(("theme", theme.name))

    def heard(self) -> list[tuple[str, Any]]:
        said, self.said = self.said, []
        return said


@pytest.fixture
def now() -> Situation:
    return township.at_flow(township.situation(), 4200)


@pytest.fixture
def pane(qtbot) -> Told:
    made = Told(look.load("dark").theme)
    qtbot.addWidget(made)
    return made


def seen(pane: Told, now: Situation) -> Told:
    pane.show_situation(now, Touched.everything())
    pane.show()
    pane.heard()
    return pane


def test_a_hidden_pane_only_marks_itself_stale_and_draws_once_when_it_is_seen(pane: Told, now: Situation) -> None:
    pane.show_situation(now, Touched.RIVER)
    pane.show_situation(now, Touched.TASKS)
    pane.show_time(now.at)
    assert pane.heard() == []
    pane.show()
    said = pane.heard()
    assert [entry for entry in said if entry[0] == "draw"] == [("draw", Touched.RIVER | Touched.TASKS)]
    assert ("time", now.at) in said
    pane.hide()
    pane.show()
    assert all(entry[0] != "draw" for entry in pane.heard())


def test_what_a_pane_does_not_heed_makes_it_draw_nothing(pane: Told, now: Situation) -> None:
    seen(pane, now)
    pane.show_situation(now, Touched.REGISTERS | Touched.LOG)
    assert pane.heard() == []
    pane.show_situation(now, Touched.RIVER | Touched.LOG)
    assert pane.heard() == [("draw", Touched.RIVER)]


def test_a_preview_is_drawn_when_it_comes_and_when_it_goes(pane: Told, now: Situation) -> None:
    seen(pane, now)
    pane.show_preview(signoff.preview(now, 8000))
    pane.show_preview(None)
    assert pane.heard() == [("preview", 8000), ("preview", None)]


def test_a_preview_shown_while_hidden_waits_and_only_the_last_is_drawn(pane: Told, now: Situation) -> None:
    pane.show_situation(now, Touched.everything())
    for flow in (5000, 6000, 8000):
        pane.show_preview(signoff.preview(now, flow))
    assert pane.heard() == []
    pane.show()
    assert [entry for entry in pane.heard() if entry[0] == "preview"] == [("preview", 8000)]


def test_new_facts_are_drawn_under_the_preview_that_stands(pane: Told, now: Situation) -> None:
    seen(pane, now)
    pane.show_preview(signoff.preview(now, 8000))
    pane.heard()
    pane.show_situation(now, Touched.RIVER)
    assert pane.heard() == [("draw", Touched.RIVER), ("preview", 8000)]


def test_a_preview_before_any_situation_waits_for_one(pane: Told, now: Situation) -> None:
    pane.show()
    pane.show_preview(signoff.preview(now, 8000))
    assert pane.heard() == []
    pane.show_situation(now, Touched.RIVER)
    assert pane.heard() == [("draw", Touched.RIVER), ("preview", 8000)]


def test_selection_and_time_are_told_at_once_to_a_pane_that_is_seen(pane: Told, now: Situation) -> None:
    seen(pane, now)
    chosen = Selection("staff", "S001")
    later = now.at + timedelta(minutes=5)
    pane.show_selection(chosen)
    pane.show_time(later)
    pane.show_selection(None)
    assert pane.heard() == [("selection", chosen), ("time", later), ("selection", None)]


def test_a_selection_made_while_hidden_is_marked_when_the_pane_is_seen(pane: Told, now: Situation) -> None:
    pane.show_situation(now, Touched.everything())
    pane.show_selection(Selection("staff", "S001"))
    assert pane.heard() == []
    pane.show()
    assert ("selection", Selection("staff", "S001")) in pane.heard()


def test_a_new_theme_draws_all_that_is_heeded_and_the_preview_again(pane: Told, now: Situation) -> None:
    seen(pane, now)
    pane.show_preview(signoff.preview(now, 8000))
    pane.heard()
    pane.show_theme(look.load("light").theme)
    assert pane.heard() == [("theme", "light"), ("draw", Told.heeds), ("preview", 8000)]


def test_a_pane_without_a_situation_draws_nothing(pane: Told) -> None:
    pane.show_selection(Selection("staff", "S001"))
    pane.show_time(township.NOON)
    pane.show()
    pane.show_selection(None)
    assert pane.heard() == []
