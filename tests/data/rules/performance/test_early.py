"""An act whose effect stands and that was done shortly before its inject is found answered."""

from __future__ import annotations

import pytest

from data.model.drill import Act
from data.model.levels import Level
from data.model.office import Vote
from data.model.office_steps import BriefingDecided, BriefingOpened
from data.model.scores import Verdict
from data.model.steps import TaskOrdered, TasksMoved
from data.model.task import Move
from tests.data.rules.performance.drilled import COMMANDER, Book, expect, inject, scenario
from tests.data.rules.performance.test_expected import BRIEFING, MESSAGE, order, signed


@pytest.mark.parametrize(
    ("expectation", "doing", "by"),
    [
        (expect(Act.SIGN_OFF, level="NONE"), (signed(Level.IV), signed(Level.NONE)), COMMANDER),
        (expect(Act.SIGN_OFF, level="IV"), (signed(Level.IV),), COMMANDER),
        (expect(Act.ISSUE, role="R01"), (signed(Level.IV, "MEET"),), COMMANDER),
        (expect(Act.ORDER, role="R06"), (TaskOrdered(order()),), "U1"),
        (expect(Act.ON_SITE, role="R06"), (TaskOrdered(order()), TasksMoved(("O1",), Move.ARRIVE)), "U1"),
        (expect(Act.BRIEFING), (BriefingOpened(BRIEFING), BriefingDecided("B1", Vote.GO, "启动", "涨")), COMMANDER),
    ],
)
def test_an_act_that_stands_and_was_done_shortly_before_its_inject_is_answered_by_it(expectation, doing, by):
    book = Book(scenario(inject("A", MESSAGE, expectation)))
    book.do(10, *doing, by=by)
    book.fire("A", 15)
    (one,) = book.answers(60)
    assert (one.verdict, one.took_min) == (Verdict.IN_TIME, 0.0), one


def test_what_was_done_longer_before_than_the_inject_allows_is_not_its_answer() -> None:
    book = Book(scenario(inject("A", MESSAGE, expect(Act.ORDER, role="R06"))))
    book.do(1, TaskOrdered(order()))
    book.fire("A", 15)
    assert book.verdict(60) is Verdict.MISSED
