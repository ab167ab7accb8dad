"""A name that is searched for stands for the ids that bear it, as long as it means somebody in particular."""

from __future__ import annotations

from data.rules.named import ids_named
from tests import township

REGISTERS = township.situation().registers
PERSON = REGISTERS.staff.rows[0]


def test_a_persons_name_leads_to_the_id() -> None:
    assert PERSON.id in ids_named(REGISTERS, PERSON.name)
    assert PERSON.id in ids_named(REGISTERS, f" {PERSON.name} ")


def test_a_post_leads_to_its_users_as_it_is_stored_and_as_it_is_shown() -> None:
    user = REGISTERS.users.rows[0]
    assert user.id in ids_named(REGISTERS, user.post)
    shown = {user.post: "Duty officer"}
    found = ids_named(REGISTERS, "duty OFFICER", said=lambda one: shown.get(one, one))
    assert user.id in found
    assert user.id not in ids_named(REGISTERS, "duty OFFICER")


def test_the_title_of_an_instruction_leads_to_its_id() -> None:
    one = REGISTERS.plan.rows[0]
    assert one.id in ids_named(REGISTERS, one.title)


def test_a_single_letter_or_nothing_means_nobody() -> None:
    assert ids_named(REGISTERS, "") == ()
    assert ids_named(REGISTERS, PERSON.name[:1]) == ()


def test_what_too_many_bear_in_part_means_only_those_who_bear_just_this_name() -> None:
    assert ids_named(REGISTERS, PERSON.name, most=0) == ()
    found = ids_named(REGISTERS, PERSON.name, most=100)
    assert found[0] in ids_named(REGISTERS, PERSON.name, most=len(found) - 1) or len(found) == 1
