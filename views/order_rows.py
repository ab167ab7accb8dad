"""Rows of the superior's orders that stand: level, issuer, number, when it came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import SuperiorOrder
from data.model.levels import Level
from views import phrases, words
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A standing order as the list shows it."""

    order: SuperiorOrder
    level: str
    received: str
    age: str


def order_columns() -> list[Column[OrderRow]]:
    """The columns of the list."""
    t = QCoreApplication.translate
    return [
        Column("level", t("OrderSheet", "级别"), lambda one: one.level, chars=15,
               sort_key=lambda one: -one.order.level),
        Column("issuer", t("OrderSheet", "下令单位"), lambda one: phrases.registered(one.order.issuer), chars=12,
               stretch=2, tooltip=lambda one: phrases.registered(one.order.issuer)),
        Column("reference", t("OrderSheet", "文号"), lambda one: one.order.reference or words.DASH, chars=12, stretch=3,
               tooltip=lambda one: one.order.text),
        Column("at", t("OrderSheet", "接令时间"), lambda one: one.received, chars=11,
               sort_key=lambda one: one.order.at),
        Column("age", t("OrderSheet", "距今"), lambda one: one.age, Align.RIGHT, chars=14,
               sort_key=lambda one: one.order.at),
    ]  # fmt: skip


def order_rows(orders: Iterable[SuperiorOrder], time: datetime) -> list[OrderRow]:
    """The orders that stand, the highest level first, then the newest."""
    standing = sorted(
        (one for one in orders if one.ended_at is None), key=lambda one: (-one.level, -one.at.timestamp())
    )
    return [
        OrderRow(one, _level(one.level), words.date_clock(one.at), words.age(one.at, max(time, one.at)))
        for one in standing
    ]


def _level(level: int) -> str:
    return words.level(Level(level)) if level else words.DASH


def order_name(order: SuperiorOrder) -> str:
    """How a button or a note names an order."""
    return " ".join(part for part in (phrases.registered(order.issuer), order.reference) if part)
