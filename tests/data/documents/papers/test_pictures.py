"""Pictures of documents: PNGs of the promised size that say what they must, also where nothing is known."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

from PIL import Image

from data.documents.papers.hydrograph import hydrograph
from data.documents.papers.known import known_after
from data.documents.papers.pictures import pictures
from data.documents.papers.sketch import map_picture
from data.model.levels import Level
from data.model.situation import Situation
from tests.data.documents.papers.material import NOON, Told, flood, material
from tests.township import situation


def size(png: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(png)).size


def test_a_situation_has_a_hydrograph_and_a_map():
    made = pictures(material().now)
    assert size(made["hydrograph"]) == (1800, 800)
    assert size(made["map"])[0] == 1800


def test_a_span_without_values_and_an_empty_situation_are_drawn_too():
    assert size(hydrograph((), ((4000.0, Level.IV),), (NOON, NOON), "en")) == (1800, 800)
    assert size(map_picture(Situation(at=NOON)))[0] == 1800


def test_what_was_known_after_a_step_is_what_the_steps_gave():
    told = Told(situation())
    flood(told)
    known = known_after(situation(), told.lines)
    assert known(told.now.seq) == told.now
    assert known(1).seq == 1
    assert known(1).latest() is not None
    assert known(told.lines[-1][0] + timedelta(hours=1).seconds) == told.now
