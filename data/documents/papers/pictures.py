"""The pictures of documents, drawn without Qt: what a headless run and the desk hand in as `Material.pictures`."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.documents.papers.author import mark
from data.documents.papers.canvas import has_chinese
from data.documents.papers.hydrograph import hydrograph
from data.documents.papers.river import thresholds
from data.documents.papers.sketch import map_picture
from data.documents.papers.words import vocabulary
from data.model.river import HUAYUANKOU
from data.model.situation import Situation

_BACK = timedelta(days=10)


def pictures(now: Situation, language: str = "zh", span: tuple[datetime, datetime] | None = None) -> dict[str, bytes]:
    """Return hydrograph and map of a situation as PNG; the hydrograph covers a span, the last ten days by default."""
    covered = span or (now.at - _BACK, now.at)
    words = vocabulary(language if has_chinese() else "en")
    title = words.joined(part for part in (mark(now, words), words.say("chart.title")) if part)
    course = hydrograph(now.readings.get(HUAYUANKOU, ()), thresholds(now), covered, language, title)
    return {"hydrograph": course, "map": map_picture(now, language)}
