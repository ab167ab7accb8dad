"""What is not there is not shown as a nought, and a level that is reached is not said to be far."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from data.model.levels import Level
from data.model.river import HUAYUANKOU
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from tests.views.river_sample import EIGHT, flood, look
from views import wall_words
from views.briefing_facts import SINCE, FactsColumn
from views.sign_off import SignOffSheet


def test_the_wall_names_a_level_ahead_only_while_it_is_not_reached() -> None:
    now = flood()
    calm = replace(now, standing=replace(now.standing, level=Level.NONE))
    high = replace(now, standing=replace(now.standing, level=Level.II))
    assert wall_words.coming(calm, 7000.0, 100.0)[0] == "距Ⅱ级 8,000"
    assert wall_words.coming(calm, 9000.0, 100.0)[0] == "距大洪水（高位） 10,000"
    assert wall_words.coming(high, 5900.0, 100.0)[0] == "距漫滩洪水 6,000"


def test_without_a_reading_the_sheet_says_so_and_shows_no_flow(qtbot: Any) -> None:
    sheet = SignOffSheet(look(), lambda _user, _pin: True)
    qtbot.addWidget(sheet)
    now = flood()
    empty: Situation = replace(now, realm=Realm.DRILL, readings=now.readings.delete(HUAYUANKOU))
    sheet.show_time(EIGHT)
    sheet.show_situation(empty, Touched.everything())
    sheet.open_for()
    sheet.form.choose_basis("observed")
    sheet._recount_now()
    assert sheet.panel._summary.text() == "尚无实测 · 演练，不是实况"


def test_a_briefing_that_is_over_counts_no_changes(qtbot: Any) -> None:
    column = FactsColumn(look())
    qtbot.addWidget(column)
    column.show_live(None, datetime(2020, 7, 1, tzinfo=UTC))
    assert column.filter._buttons[SINCE].chip.count is None
