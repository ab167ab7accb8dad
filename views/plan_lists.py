"""The lists beside the library: coverage by tier and role, what nobody carried out, what the check found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from data.model.situation import Situation
from data.rules.plan_check import coverage
from data.rules.plan_findings import Code, Finding
from views import phrases, plan_words, words
from views.plan_rows import Uncarried
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme

TIERS = range(8)


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One post and how many instructions it has at each tier; the last row sums up."""

    id: str
    name: str
    counts: tuple[int, ...]


def cover_rows(now: Situation) -> tuple[CoverRow, ...]:
    """Coverage of the library, post by post, then all posts together."""
    counts = coverage(now.plan.instructions)
    known = {role.id: phrases.role_name(role) for role in now.registers.roles}
    roles = sorted({*known, *(role for _, role in counts)})
    rows = [
        CoverRow(role, known.get(role, role), tuple(counts.get((tier, role), 0) for tier in TIERS)) for role in roles
    ]
    total = tuple(sum(row.counts[tier] for row in rows) for tier in TIERS)
    return (*rows, CoverRow("", QCoreApplication.translate("PlanLists", "合计"), total))


class CoverTable(DataTable):
    """Tier × role: a click or Enter on a cell narrows the library to it."""

    cell_chosen = Signal(int, str)  # tier (-1: all), role ("": all)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        t = QCoreApplication.translate
        columns = [
            Column[CoverRow]("role", t("PlanLists", "岗位"), lambda r: f"{r.id} {r.name}".strip(), chars=10, stretch=1),
            *(self._tier_column(tier) for tier in TIERS),
        ]
        super().__init__(theme, RowsModel(columns, lambda r: r.id), parent)
        self.setSelectionBehavior(DataTable.SelectionBehavior.SelectItems)
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.set_empty_words(t("PlanLists", "预案库是空的，请导入预案表"))
        self.clicked.connect(self._tell)

    @staticmethod
    def _tier_column(tier: int) -> Column[CoverRow]:
        def count(row: CoverRow) -> str:
            return str(row.counts[tier]) if row.counts[tier] else "·"

        def role(row: CoverRow) -> str | None:
            return "text.muted" if not row.counts[tier] else None

        return Column(f"T{tier}", f"T{tier}", count, Align.RIGHT, role, sort_key=lambda r: r.counts[tier], chars=4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (0x01000004, 0x01000005) and self.currentIndex().isValid():  # Return, Enter
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, RowsModel):
            self.cell_chosen.emit(index.column() - 1, str(model.id_at(index.row())))


def uncarried_table(theme: Theme) -> DataTable:
    """What is in force and nobody has taken up."""
    t = QCoreApplication.translate

    def mark(row: Uncarried) -> Mark:
        return Mark(
            Shape.TRIANGLE if row.late else Shape.CIRCLE, "state.urgent" if row.late else "state.attention", Fill.HOLLOW
        )

    def since(row: Uncarried) -> str:
        return words.date_clock(row.since) if row.since else ""

    columns = (
        Column[Uncarried]("title", t("PlanLists", "指令"), lambda r: phrases.plan_title(r.line), chars=18, stretch=3,
                          tooltip=lambda r: f"{r.line.id}\n{r.line.text}"),
        Column[Uncarried]("role", t("PlanLists", "岗位"), lambda r: r.role, chars=10, stretch=1),
        Column[Uncarried]("why", t("PlanLists", "缘由"), lambda r: r.why, chars=14, stretch=1, mark_getter=mark),
        Column[Uncarried]("since", t("PlanLists", "起于"), since, Align.RIGHT, chars=11,
                          sort_key=lambda r: r.since.timestamp() if r.since else 0.0),
    )  # fmt: skip
    table = DataTable(theme, RowsModel(columns, lambda r: r.id))
    table.set_empty_words(t("PlanLists", "当前有效的指令都有人签收"))
    return table


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding with a place of its own in the list."""

    at: int
    found: Finding


def findings_table(theme: Theme) -> DataTable:
    """What the check found, in words by row and column."""
    t = QCoreApplication.translate

    def words_of(row: FoundRow) -> str:
        return plan_words.finding(row.found)

    def number(row: FoundRow) -> str:
        return str(row.found.row_number) if row.found.row_number else words.DASH

    grave: Callable[[FoundRow], Mark] = lambda r: Mark(  # noqa: E731 - a lambda reads best beside its column
        Shape.TRIANGLE if r.found.code is not Code.TOO_MANY else Shape.CIRCLE, "state.attention"
    )
    columns = (
        Column[FoundRow](
            "row", t("PlanLists", "行"), number, Align.RIGHT, chars=5, sort_key=lambda r: r.found.row_number
        ),
        Column[FoundRow]("id", t("PlanLists", "编号"), lambda r: r.found.row_id, chars=19),
        Column[FoundRow]("column", t("PlanLists", "列"), lambda r: plan_words.column(r.found.column), chars=9),
        Column[FoundRow]("words", t("PlanLists", "问题"), words_of, chars=20, stretch=1, mark_getter=grave),
    )
    table = DataTable(theme, RowsModel(columns, lambda r: r.at))
    table.set_empty_words(t("PlanLists", "质检通过：触发、岗位、时限、凭证齐全，没有矛盾"))
    return table
