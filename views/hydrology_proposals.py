"""Typed values that wait for a second person: who typed what, what it would cross, confirm with a PIN or refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.model.people import User
from data.model.river import Proposal, Reading
from data.model.river_steps import ProposalDecided
from data.model.situation import Situation
from views import phrases, step_words, words
from views.parts import Words, button
from views.push_approval import Approver, PinCheck
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One value that waits."""

    id: str
    station: str
    value: str
    at: datetime
    crosses: str
    by: str
    since: datetime
    aged: str
    source: str


def value_words(reading: Reading) -> str:
    """Flow and stage of a reading with units and datum."""
    t = QCoreApplication.translate
    parts: list[str] = []
    if reading.flow_m3s is not None:
        parts.append(f"{words.flow(reading.flow_m3s)} m³/s")
    if reading.stage_m is not None:
        datum = phrases.registered(reading.datum) or t("HydrologyProposals", "基面未注明")
        parts.append(f"{words.stage(reading.stage_m)} m · {datum}")
    return phrases.listed(parts) or words.DASH


def crossing_words(now: Situation, ids: tuple[str, ...]) -> str:
    """Which thresholds a value would cross."""
    t = QCoreApplication.translate
    parts: list[str] = []
    for trigger in (now.registers.triggers.get(one) for one in ids):
        if trigger is not None:
            numeral = words.level_numeral(trigger.level)
            parts.append(t("HydrologyProposals", "{0}级 {1}").format(numeral, words.flow(trigger.lower)))
    return phrases.listed(parts) or phrases.listed(ids)


def proposal_rows(now: Situation, time: datetime) -> tuple[ProposalRow, ...]:
    """Open proposals, the oldest first."""
    return tuple(
        ProposalRow(
            one.id,
            step_words.station(now, one.reading.station),
            value_words(one.reading),
            one.reading.at,
            crossing_words(now, one.crosses),
            step_words.actor(now, one.by),
            one.at,
            words.age(one.at, time),
            one.reading.source,
        )
        for one in sorted(now.proposals.values(), key=lambda one: one.at)
    )


def columns() -> tuple[Column[ProposalRow], ...]:
    """Columns of the list."""
    t = QCoreApplication.translate
    ring = Mark(Shape.CIRCLE, "state.attention", Fill.HALF)
    quiet = "text.muted"
    return (
        Column(
            "station", t("HydrologyProposals", "测站"), lambda r: phrases.registered(r.station),
            mark_getter=lambda _: ring, chars=10,
        ),
        Column("value", t("HydrologyProposals", "报值"), lambda r: r.value, chars=16, stretch=2),
        Column("at", t("HydrologyProposals", "观测时间"), lambda r: words.date_clock(r.at), Align.RIGHT, chars=11),
        Column(
            "crosses", t("HydrologyProposals", "将跨越"), lambda r: r.crosses,
            role_getter=lambda _: "state.attention", chars=12, stretch=1,
        ),
        Column("by", t("HydrologyProposals", "录入人"), lambda r: r.by, chars=10, stretch=1),
        Column(
            "source", t("HydrologyProposals", "来源"), lambda r: r.source or words.DASH, tooltip=lambda r: r.source,
            chars=12, stretch=1,
        ),
        Column("since", t("HydrologyProposals", "已等"), lambda r: r.aged, Align.RIGHT, lambda _: quiet, chars=10),
    )  # fmt: skip


class Proposals(QWidget):
    """The list and the hand of the second person.

    Signals:
        decided: a ProposalDecided, and the user who decided.

    """

    decided = Signal(object, str)

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._wrong_for = ""
        self.model: RowsModel[ProposalRow] = RowsModel(columns(), lambda row: row.id, self)
        self.table = DataTable(theme, self.model)
        self.table.set_empty_words(self.tr("没有待复核的报值"))
        self.approver = Approver(theme, pin_check)
        self.confirm = button(self.tr("复核无误，采用(&Y)"), "primary")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("不采用的理由，如：报汛人更正为 3,980"))
        self.reason.setAccessibleName(self.tr("不采用的理由"))
        self.refuse = button(self.tr("不采用(&N)"))
        self.said = Words(theme, size=Size.SMALL, tone="secondary")
        self._hand, self._no = QHBoxLayout(), QHBoxLayout()
        self._hand.addWidget(self.approver, 1)
        self._hand.addWidget(self.confirm)
        self._no.addWidget(self.reason, 1)
        self._no.addWidget(self.refuse)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.table, 1)
        self._foot = QVBoxLayout()
        for line in (self._hand, self._no):
            self._foot.addLayout(line)
        self._foot.addWidget(self.said)
        self._column.addLayout(self._foot)
        self.table.chosen.connect(lambda _: self._dress())
        self.approver.changed.connect(self._dress)
        self.reason.textChanged.connect(lambda _: self._dress())
        self.confirm.clicked.connect(self._confirm)
        self.refuse.clicked.connect(self._refuse)
        self.approver.pin.returnPressed.connect(self._confirm)
        self.reason.returnPressed.connect(self._refuse)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._foot.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._foot.setSpacing(theme.px(6))

    def show_proposals(self, now: Situation, time: datetime) -> None:
        """Show what waits."""
        self._now = now
        self.table.set_rows(proposal_rows(now, time))
        if not self.table.chosen_ids() and self.model.rowCount():
            self.table.choose([self.model.id_at(0)])
        self._dress()

    def current(self) -> Proposal | None:
        """The proposal chosen."""
        ids = self.table.chosen_ids()
        return None if self._now is None or not ids else self._now.proposals.get(str(ids[0]))

    def _dress(self) -> None:
        """Say what stands in the way; the author may refuse his own value but not confirm it."""
        shown = self.current()
        for part in (self.approver, self.confirm, self.reason, self.refuse):
            part.setVisible(shown is not None)
        if shown is None or self._now is None:
            self.said.say("")
            return
        self.approver.show_users(self._now, shown.by)
        trouble = self.approver.trouble()
        self.confirm.setEnabled(not trouble)
        self.refuse.setEnabled(bool(self.reason.text().strip()))
        self.confirm.setToolTip(trouble or self.tr("采用后即参与等级判断（回车）"))
        if self._wrong_for == shown.id and not self.approver.pin.text():
            self.said.say(self.tr("口令不对，未采用；请复核人重新输入"), "urgent")
            return
        self._wrong_for = ""
        told = self.tr("{0} 录入，来源“{1}”。").format(
            step_words.actor(self._now, shown.by), shown.reading.source or self.tr("未注明")
        )
        waiting = self.tr("待第二人复核：录入人不能复核自己的报值；采用前不参与等级判断。")
        self.said.say(f"{told}{waiting}", "secondary")

    def _confirm(self) -> None:
        shown = self.current()
        if shown is None or self.approver.trouble():
            return
        user = self.approver.take()
        if not user:  # said until another PIN is typed: the list is drawn anew every second
            self._wrong_for = shown.id
            self._dress()
            return
        self.decided.emit(ProposalDecided(shown.id, accepted=True), user)

    def _refuse(self) -> None:
        shown, reason = self.current(), self.reason.text().strip()
        if shown is None or not reason:
            return
        self.reason.clear()
        self.decided.emit(ProposalDecided(shown.id, accepted=False, reason=reason), "")


def nobody(_user: User, _pin: str) -> bool:
    """A check that knows no PIN: without one nobody can confirm."""
    return False
