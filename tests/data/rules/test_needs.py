"""People move from one instruction to the next; stock is used up."""

from __future__ import annotations

from dataclasses import replace

from data.model.people import Staff
from data.model.places import StockItem
from data.model.plan import Instruction
from data.model.register import Register
from data.model.situation import Situation
from data.rules.needs import Lack, shortage
from data.rules.plan import make_plan
from tests import township


def having(
    now: Situation, *rows: Instruction, staff: int = 3, bags: float = 400
) -> tuple[Situation, list[Instruction]]:
    crew = tuple(Staff(f"S{n}", f"测{n}", "R06", "队员", "群防", on_duty=n != 9) for n in range(staff))
    stock = StockItem(id="W1", depot="仓", item="编织袋", unit="条", quantity=bags, reserve=0, floor=0)
    registers = now.registers
    for kind, content in (("plan", rows), ("staff", crew), ("stock", (stock,))):
        registers = registers.having(Register(kind, tuple(content), digest=kind))
    return replace(now, registers=registers, plan=make_plan(registers)), list(rows)


def test_a_role_lacks_what_its_worst_instruction_lacks_and_not_the_sum() -> None:
    now, rows = having(
        township.situation(),
        township.instruction("A", 2, people="5"),
        township.instruction("B", 2, people="8"),
        township.instruction("C", 2, people="2"),
    )
    short = shortage(now, rows)
    assert short.roles == (Lack("R06", 8.0, 3.0),)
    assert short.people == 5


def test_assisting_roles_count_and_people_off_duty_do_not() -> None:
    now, rows = having(
        township.situation(), township.instruction("A", 2, role="R05", assist="R06", people="10"), staff=10
    )
    assert shortage(now, rows).roles == (Lack("R05", 10.0, 9.0),)


def test_stock_is_summed_over_the_instructions_and_over_the_depots() -> None:
    now, rows = having(
        township.situation(),
        township.instruction("A", 2, materials="编织袋:300;块石:2"),
        township.instruction("B", 2, materials="编织袋:300"),
    )
    assert shortage(now, rows).stock == (Lack("块石", 2.0, 0.0), Lack("编织袋", 600.0, 400.0))
    assert shortage(now, rows[1:]).stock == ()


def test_the_shortest_comes_first_by_its_share() -> None:
    assert [lack.missing for lack in shortage(*having(township.situation())).roles] == []
    now, rows = having(
        township.situation(),
        township.instruction("A", 2, role="R01", people="4"),
        township.instruction("B", 2, role="R06", people="5"),
    )
    assert [lack.key for lack in shortage(now, rows).roles] == ["R01", "R06"]


def test_nothing_is_short_when_nothing_is_asked_for() -> None:
    now, _ = having(township.situation())
    short = shortage(now, ())
    assert (short.roles, short.stock, short.people) == ((), (), 0)


def test_an_instruction_that_the_plan_does_not_know_needs_nothing() -> None:
    now, _ = having(township.situation())
    assert shortage(now, [township.instruction("elsewhere", 2, people="99")]).people == 0
