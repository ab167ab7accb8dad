"""Pictures of documents: PNGs of the promised size that say what they must, also where nothing is known."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from data.documents.papers.hydrograph import hydrograph
from data.documents.papers.pictures import pictures
from data.documents.papers.sketch import map_picture
from data.model.levels import Level
from data.model.situation import Situation
from tests.data.documents.papers.material import NOON, material


def size(png: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(png)).size


def test_a_situation_has_a_hydrograph_and_a_map():
    made = pictures(material().now)
    assert size(made["hydrograph"]) == (1800, 800)
    assert size(made["map"])[0] == 1800


def test_a_span_without_values_and_an_empty_situation_are_drawn_too():
    assert size(hydrograph((), ((4000.0, Level.IV),), (NOON, NOON), "en")) == (1800, 800)
    assert size(map_picture(Situation(at=NOON)))[0] == 1800
