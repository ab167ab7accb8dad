"""Rows of the push board: every recipient with the rung reached, what came of it and what is next; dead letters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, Outcome, Push, PushState, Receipt
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation
from data.model.steps import ReceiptNoted
from data.rules.contacts import contact
from data.rules.dispatch import next_channel
from data.rules.ladder import WAITED_OUT, rung_ends
from views import channels_words, contact_words, outbox_words, words
from widgets.chips import Chip
from widgets.marks import Mark, Shape
from widgets.rows_model import Align, Column

GROUPS: Mapping[str, tuple[Outcome, ...]] = MappingProxyType(
    {
        "unreached": (Outcome.NO_ANSWER, Outcome.FAILED),
        "waiting": (Outcome.WAITING,),
        "delivered": (Outcome.DELIVERED,),
        "answered": (Outcome.ANSWERED, Outcome.CANNOT, Outcome.NEEDS_HELP),
    }
)
"""Outcomes that stand together in the filter, the most pressing first."""

EXPECTED: Final = frozenset({"no_phone", "no_carrier", "no_deputy", "no_number", "no_address", "exercise"})
"""Reasons that are no fault of any channel: the ladder went on at once."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One recipient in words. `next` is the rung to try now, None when the person has answered.

    `path` is the way through the rungs so far in one line, `ends` when the present rung gives way by itself.
    """

    id: str
    name: str
    about: str
    outcome: Outcome
    next: Channel | None
    at: datetime | None
    tries: int
    history: str
    note: str
    path: str = ""
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeadRow:
    """Lines that did not go out for the same reason on the same way; `again` tells whether another try makes sense."""

    channel: Channel
    carrier: str
    error: str
    retracts: bool
    people: int
    tries: int
    lines: tuple[str, ...]

    @property
    def again(self) -> bool:
        """An exercise reaches nobody however often it is tried."""
        return self.error != "exercise"


class ReceiptRows:
    """Makes the rows of one board; a receipt that has not changed keeps its row, for answers come in bursts."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Receipt, ReceiptRow]] = {}
        self._of: tuple[str, PushState, object] | None = None

    def rows(self, now: Situation, push: Push, group: str = "", rungs: Collection[str] = ()) -> list[ReceiptRow]:
        """The recipients of one group ("" for all) and on some rungs (none for all), the most pressing first."""
        of = (push.id, push.state, now.registers)
        if self._of is None or self._of[:2] != of[:2] or self._of[2] is not now.registers:
            self._of, self._made = of, {}
        wanted = GROUPS.get(group, tuple(Outcome))
        order = {outcome: at for at, outcome in enumerate(outcome for kinds in GROUPS.values() for outcome in kinds)}
        shown = sorted(
            (one for one in push.receipts if one.outcome in wanted and (not rungs or _stands_on(push, one, rungs))),
            key=lambda r: order[r.outcome],
        )
        return [self._row(now, push, receipt) for receipt in shown]

    def _row(self, now: Situation, push: Push, receipt: Receipt) -> ReceiptRow:
        held = self._made.get(receipt.person)
        if held is not None and held[0] is receipt:
            return held[1]
        row = _row(now, push, receipt)
        self._made[receipt.person] = (receipt, row)
        return row


def _stands_on(push: Push, receipt: Receipt, rungs: Collection[str]) -> bool:
    return not receipt.outcome.reached and bool(push.ladder) and push.ladder[receipt.rung] in rungs


def _row(now: Situation, push: Push, receipt: Receipt) -> ReceiptRow:
    found = contact(now, receipt.person)
    tried = [f"{words.clock(at)} {words.channel(rung)} {words.outcome(what)}" for rung, what, at in receipt.tries]
    live = push.state is PushState.SENT
    return ReceiptRow(
        receipt.person,
        contact_words.name_of(now, receipt.person),
        "" if found is None else contact_words.about(now, found),
        receipt.outcome,
        next_channel(push, receipt) if live else None,
        receipt.at,
        len(receipt.tries),
        "\n".join(tried),
        "" if receipt.note == WAITED_OUT else channels_words.detail(receipt.note),  # the outcome says as much
        path(receipt),
        rung_ends(push, receipt) if live else None,
    )


def path(receipt: Receipt) -> str:
    """The way of one person in one line, each rung with the last that came of it: "手机页面× 短信× 副职 收到"."""
    last: dict[Channel, Outcome] = {}
    for rung, what, _ in receipt.tries:
        last.pop(rung, None)
        last[rung] = what
    return "  ".join(
        f"{words.channel(rung)}×" if what in GROUPS["unreached"] else f"{words.channel(rung)} {words.outcome(what)}"
        for rung, what in last.items()
    )


def notes_for(
    push: Push, people: Collection[str], outcome: Outcome, channel: str = "", note: str = ""
) -> list[ReceiptNoted]:
    """One outcome for some people; without a channel named, each on the rung that is theirs now."""
    by_channel: dict[Channel, list[str]] = {}
    for receipt in push.receipts:
        if receipt.person in people:
            own = push.ladder[receipt.rung] if push.ladder else Channel.TELEPHONE
            by_channel.setdefault(Channel(channel) if channel else own, []).append(receipt.person)
    return [ReceiptNoted(push.id, tuple(group), rung, outcome, note) for rung, group in by_channel.items()]


def rung_chips(push: Push, time: datetime | None) -> list[Chip]:
    """The rungs on which people stand who have not answered, with how many and when the first of them climbs."""
    counts: dict[Channel, int] = {}
    ends: dict[Channel, datetime] = {}
    for receipt in push.receipts:
        if receipt.outcome.reached or not push.ladder or push.state is not PushState.SENT:
            continue
        rung = push.ladder[receipt.rung]
        counts[rung] = counts.get(rung, 0) + 1
        end = rung_ends(push, receipt)
        if end is not None:
            ends[rung] = min(end, ends.get(rung, end))
    return [
        Chip(rung.value, _rung_words(rung, ends.get(rung), time), counts[rung])
        for rung in push.ladder
        if rung in counts
    ]


def _rung_words(rung: Channel, end: datetime | None, time: datetime | None) -> str:
    if end is None or time is None:
        return words.channel(rung)
    return f"{words.channel(rung)} {words.countdown(max(end, time), time)}"


def receipt_columns() -> list[Column[ReceiptRow]]:
    """Columns of the board."""
    t = QCoreApplication.translate
    return [
        Column("name", t("PushBoard", "接收人"), lambda row: row.name, chars=10, stretch=1,
               mark_getter=lambda row: contact_words.outcome_mark(row.outcome)),
        Column("about", t("PushBoard", "职务"), lambda row: row.about, chars=14, stretch=2,
               tooltip=lambda row: row.about, role_getter=lambda _: "text.secondary"),
        Column("outcome", t("PushBoard", "结果"), lambda row: words.outcome(row.outcome), chars=11,
               role_getter=lambda row: contact_words.outcome_role(row.outcome)),
        Column("at", t("PushBoard", "时间"), lambda row: words.clock(row.at), chars=6,
               sort_key=lambda row: row.at.timestamp() if row.at else 0.0),
        Column("next", t("PushBoard", "现在这一级"), _next, chars=21,
               role_getter=lambda row: "text.primary" if row.outcome in GROUPS["unreached"] else "text.secondary"),
        Column("tries", t("PushBoard", "已叫"), _tries, Align.RIGHT, chars=6,
               tooltip=lambda row: row.history or words.DASH,
               sort_key=lambda row: row.tries),
        Column("path", t("PushBoard", "经过"), lambda row: row.path or words.DASH, chars=16, stretch=4,
               tooltip=lambda row: row.history or words.DASH, role_getter=lambda _: "text.secondary"),
        Column("note", t("PushBoard", "备注"), lambda row: row.note, chars=10, stretch=1,
               tooltip=lambda row: row.note, role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip


def _tries(row: ReceiptRow) -> str:
    return QCoreApplication.translate("PushBoard", "{0} 次").format(row.tries) if row.tries else words.DASH


def _next(row: ReceiptRow) -> str:
    if row.next is None:
        return words.DASH
    if row.ends is None:
        return words.channel(row.next)
    return QCoreApplication.translate("PushBoard", "{0} 至 {1}").format(words.channel(row.next), words.clock(row.ends))


def dead_rows(lines: Iterable[OutLine]) -> list[DeadRow]:
    """What did not go out, one row for the same way and reason; exercises last."""
    grouped: dict[tuple[Channel, str, str, bool], list[OutLine]] = {}
    for line in lines:
        if line.state is OutState.DEAD:
            out = line.outgoing
            key = (out.channel, line.via or out.carrier, line.error, out.retracts)
            grouped.setdefault(key, []).append(line)
    rows = [
        DeadRow(*key, len(held), max(line.tries for line in held), tuple(line.outgoing.id for line in held))
        for key, held in grouped.items()
    ]
    return sorted(rows, key=lambda row: (not row.again, -row.people))


def dead_columns(names: Mapping[str, str]) -> list[Column[DeadRow]]:
    """Columns of the dead letters; `names` is what carriers are called, read anew at each drawing."""
    t = QCoreApplication.translate
    return [
        Column("channel", t("PushBoard", "渠道"), _dead_channel, chars=16,
               mark_getter=lambda row: Mark(Shape.CROSS, "state.attention" if row.again else "text.muted")),
        Column("carrier", t("PushBoard", "通道"), lambda row: outbox_words.carrier(row.carrier, names) or words.DASH,
               chars=12, stretch=1, role_getter=lambda _: "text.secondary"),
        Column("error", t("PushBoard", "原因"), lambda row: channels_words.detail(row.error), chars=16, stretch=2,
               tooltip=lambda row: row.error),
        Column("people", t("PushBoard", "人数"), lambda row: f"{row.people:,}", Align.RIGHT, chars=7,
               sort_key=lambda row: row.people),
        Column("tries", t("PushBoard", "试过"), lambda row: t("PushBoard", "{0} 次").format(row.tries), Align.RIGHT,
               chars=7, sort_key=lambda row: row.tries),
        Column("again", "", lambda row: t("PushBoard", "重发") if row.again else "", Align.CENTER,
               lambda _: "text.link", chars=8, sortable=False),
    ]  # fmt: skip


def _dead_channel(row: DeadRow) -> str:
    said = words.channel(row.channel)
    return QCoreApplication.translate("PushBoard", "{0}（撤回）").format(said) if row.retracts else said
