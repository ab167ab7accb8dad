"""Rows of the push board: every recipient with the rung reached, what came of it and what is next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Channel, Outcome, Push, PushState, Receipt
from data.model.situation import Situation
from data.rules.contacts import contact
from data.rules.dispatch import next_channel
from views import contact_words, words
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


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One recipient in words. `next` is the rung to try now, None when the person has answered."""

    id: str
    name: str
    about: str
    outcome: Outcome
    next: Channel | None
    at: datetime | None
    tries: int
    history: str
    note: str


def receipt_rows(now: Situation, push: Push, group: str = "") -> list[ReceiptRow]:
    """The recipients of one group ("" for all), the most pressing first."""
    wanted = GROUPS.get(group, tuple(Outcome))
    order = {outcome: at for at, outcome in enumerate(outcome for kinds in GROUPS.values() for outcome in kinds)}
    shown = sorted((receipt for receipt in push.receipts if receipt.outcome in wanted), key=lambda r: order[r.outcome])
    return [_row(now, push, receipt) for receipt in shown]


def _row(now: Situation, push: Push, receipt: Receipt) -> ReceiptRow:
    found = contact(now, receipt.person)
    tried = [f"{words.clock(at)} {words.channel(rung)} {words.outcome(what)}" for rung, what, at in receipt.tries]
    return ReceiptRow(
        receipt.person,
        contact_words.name_of(now, receipt.person),
        "" if found is None else contact_words.about(now, found),
        receipt.outcome,
        next_channel(push, receipt) if push.state is PushState.SENT else None,
        receipt.at,
        len(receipt.tries),
        "\n".join(tried),
        receipt.note,
    )


def receipt_columns() -> list[Column[ReceiptRow]]:
    """Columns of the board."""
    t = QCoreApplication.translate
    return [
        Column("name", t("PushBoard", "接收人"), lambda row: row.name, chars=10, stretch=2,
               mark_getter=lambda row: contact_words.outcome_mark(row.outcome)),
        Column("about", t("PushBoard", "职务"), lambda row: row.about, chars=14, stretch=3,
               role_getter=lambda _: "text.secondary"),
        Column("outcome", t("PushBoard", "结果"), lambda row: words.outcome(row.outcome), chars=12,
               role_getter=lambda row: contact_words.outcome_role(row.outcome)),
        Column("at", t("PushBoard", "时间"), lambda row: words.clock(row.at), chars=6,
               sort_key=lambda row: row.at.timestamp() if row.at else 0.0),
        Column("tries", t("PushBoard", "已叫"), _tries, Align.RIGHT, chars=6,
               tooltip=lambda row: row.history or words.DASH,
               sort_key=lambda row: row.tries),
        Column("next", t("PushBoard", "下一级"), _next, chars=15,
               role_getter=lambda row: "text.primary" if row.outcome in GROUPS["unreached"] else "text.muted"),
        Column("note", t("PushBoard", "备注"), lambda row: row.note, chars=10, stretch=2,
               role_getter=lambda _: "text.secondary"),
    ]  # fmt: skip


def _tries(row: ReceiptRow) -> str:
    return QCoreApplication.translate("PushBoard", "{0} 次").format(row.tries) if row.tries else words.DASH


def _next(row: ReceiptRow) -> str:
    return words.DASH if row.next is None else words.channel(row.next)
