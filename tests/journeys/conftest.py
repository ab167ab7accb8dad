"""The whole desk in a home of its own: the real window, the real store, the real map page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.app import Anlan
from desktop.launch import desk as open_desk
from desktop.settings import Settings


@contextmanager
def opened(home: Path) -> Iterator[Anlan]:
    """Open the desk in a home, with its clock standing still."""
    with open_desk(home, Settings(clock_speed=0)) as (_, anlan):
        anlan.show((1600, 900))
        yield anlan


@pytest.fixture
def anlan(lived_in: Path, qapp: object) -> Iterator[Anlan]:
    """A desk on the first morning of the demonstration."""
    with opened(lived_in) as made:
        yield made
