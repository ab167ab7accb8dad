"""Every line of the outbox is accounted for once."""

from __future__ import annotations

from data.model.dispatch import Channel
from data.model.outbox import Outgoing, OutLine, OutState
from data.model.steps import Realm
from data.rules.performance.sends import outward
from tests.data.rules.performance.drilled import START


def line(name: str, state: OutState, error: str = "", via: str = "") -> OutLine:
    return OutLine(Outgoing(name, "P", "S001", Channel.SMS, Realm.DRILL, START), state, 1, START, error, via=via)


def test_the_parts_of_what_wanted_to_leave_add_up_to_the_whole() -> None:
    told = outward(
        [
            line("a", OutState.DEAD, "exercise"),
            line("b", OutState.SENT, via="sms"),
            line("c", OutState.MOOT),
            line("d", OutState.SENT, "by_hand", via="telephone"),
            line("e", OutState.DEAD, "no_phone"),
            line("f", OutState.WAITING),
        ],
        {"sms"},
        "exercise",
    )
    assert (told.refused, told.real, told.moot, told.by_hand, told.failed, told.waiting) == (1,) * 6
    assert (told.lines, told.attempted, told.by_channel) == (6, 2, ((Channel.SMS.value, 1),))
