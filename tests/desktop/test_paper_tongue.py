"""A document in another language than the screen's: the steps in it are said in its own."""

from __future__ import annotations

from datetime import UTC, datetime

from data.documents.papers.sheet import Material, Wish
from data.model.office import PaperKind
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Realm, Step
from desktop.paper_tongue import foreign, in_language, line, named, said_in
from tests import township

NOON = datetime(2020, 6, 26, 4, tzinfo=UTC)
STEP = Step("k", NOON, "system", Realm.LIVE, ReadingTaken(Reading(HUAYUANKOU, NOON, 4_650, 90.6, "大沽", "t")))


def test_a_step_is_said_in_the_other_language_by_a_process_of_its_own(qapp: object) -> None:
    now = township.situation()
    assert foreign("en")
    (said,) = said_in("en", [STEP], now)
    assert "flow 4,650 m³/s" in said
    assert "流量" in line(STEP, now)  # the screen still speaks Chinese


def test_nothing_is_asked_where_the_languages_agree(qapp: object) -> None:
    material = Material(Situation(), ((1, STEP),), line)
    assert in_language(Wish(PaperKind.DUTY_LOG, language="zh"), material) is material


def test_usual_values_of_registers_are_said_in_the_document_s_language(qapp: object) -> None:
    assert named("en")("花园口") == "Huayuankou"
    assert named("en")("某处新设的站") == "某处新设的站"
    assert named("zh")("花园口") == "花园口"
