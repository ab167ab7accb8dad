"""A seat is left as it was found: the look changes while it runs, the clock goes on where it stood."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.app import Anlan
from desktop.launch import desk
from desktop.settings import load
from tests.journeys.conftest import opened
from views.system import SystemWorkspace

pytestmark = pytest.mark.browser


def test_the_theme_changes_everywhere_while_the_desk_runs(anlan: Anlan) -> None:
    anlan.seat.change_setting("theme", "light")
    assert not anlan.theme.dark
    assert not anlan.map.theme.dark
    assert not anlan.warning.theme.dark
    anlan.seat.change_setting("theme", "dark")
    assert anlan.map.theme.dark


def test_a_click_on_the_person_at_the_desk_opens_the_handover_and_from_there_the_users(anlan: Anlan) -> None:
    anlan.top_bar.user_requested.emit()
    handover = anlan.headquarters.handover.page
    assert handover is not None
    assert handover.sign.isVisible()
    handover.quick.click()
    page = anlan.window.findChild(SystemWorkspace)
    assert page is not None
    assert page.users.isVisible()


def test_the_clock_goes_on_where_it_stood_at_the_speed_it_had(lived_in: Path, qapp: object) -> None:
    with opened(lived_in) as anlan:
        later = anlan.room.situation.at + timedelta(hours=5)
        anlan.seat.change_speed(0)
        anlan.clock.set_time(later)
        anlan.seat._own_session = True  # what opening without a size, as a person does, says
    assert load(lived_in)[0].clock_speed == 0
    with desk(lived_in) as (_, again):
        assert again.clock.now() == later
        assert again.clock.speed == 0


def test_drawing_a_picture_leaves_the_seat_as_it_was(lived_in: Path, qapp: object) -> None:
    with opened(lived_in):
        pass
    assert not (lived_in / "layout.ini").exists()
