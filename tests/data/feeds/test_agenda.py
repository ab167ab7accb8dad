"""The agenda of briefings is a table that an office may change."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from data.feeds.agenda import AgendaFault, read_agenda
from data.feeds.registers import KINDS, read_register


def test_the_shipped_table_asks_roles_of_the_plan_and_speaks_both_languages() -> None:
    agenda = read_agenda(resources.path("rules/agenda.csv"))
    roles = {row.id for row in read_register(resources.path("plan/roles.csv"), KINDS["roles"])}
    assert len(agenda.questions) == 8
    assert all(one.text_en for one in (*agenda.questions, *agenda.motions))
    assert {role for one in (*agenda.questions, *agenda.motions) for role in one.asked} <= roles
    assert agenda.asked("Q1") == ("R04",)


@pytest.mark.parametrize("row", ["question,,文字,,", "question,Q1,,,", "banner,Q1,文字,,", "question,Q0,又一次,,"])
def test_a_row_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "agenda.csv"
    table.write_text(f"kind,id,text,text_en,asked\nquestion,Q0,水情？,,R04\n{row}\n", "utf-8")
    with pytest.raises(AgendaFault, match=r"agenda\.csv:3"):
        read_agenda(table)
