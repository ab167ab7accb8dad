"""How the live picture agrees with the stages of the moment: bias, spread, and every mark with its difference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views import phrases, twin_words, words
from views.parts import Words
from views.twin_progress import MarkShown, MirrorShown
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme

_LARGE_M = 0.3
"""A difference that draws the eye (setting of ours)."""


class MirrorView(QWidget):
    """Disagreement is shown, never hidden: what is not used stays in the list with its reason.

    Signals:
        opened: a MarkShown that somebody wants to see on the map.

    """

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, MarkShown] = {}
        self._at: datetime | None = None
        self._said = Words(theme)
        self.table = DataTable(theme, RowsModel(_columns(lambda: self._at), lambda row: row.id))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("没有可用来校核的实测水位"))
        self.table.opened.connect(self._open)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._said)
        self._layout.addWidget(self.table, 1)
        self.set_theme(theme)
        self.show_mirror(None)

    def set_theme(self, theme: Theme) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._said.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._said.set_theme(theme)
        self.table.set_theme(theme)

    def show_mirror(self, shown: MirrorShown | None) -> None:
        """Show how picture and marks agree; None when the scenario is not the live one."""
        marks = () if shown is None else shown.marks
        self._marks = {mark.id: mark for mark in marks}
        self._at = None if shown is None else shown.at
        self._said.say(self._sum(shown), "attention" if _uneven(shown) else "")
        self.table.set_rows(marks)

    def show_time(self, at: datetime) -> None:
        """Bring the ages up to date."""
        if self._marks:
            self._at = at
            self.table.viewport().update()

    def _sum(self, shown: MirrorShown | None) -> str:
        if shown is None:
            return self.tr("选“实况”为方案，这里比较模型水面与各处实测水位")
        used = sum(mark.unused is None for mark in shown.marks)
        if shown.bias_m is None:
            return self.tr("实测水位不足（可用 {0} 处），模型水面未经校核").format(used)
        said = self.tr("{0} 处实测：模型平均{1} {2:.2f} m").format(
            used, self.tr("偏低") if shown.bias_m > 0 else self.tr("偏高"), abs(shown.bias_m)
        )
        if shown.spread_m is not None:
            said += self.tr("，离散 {0:.2f} m").format(shown.spread_m)
        worst = self._marks.get(shown.worst)
        if worst is not None and worst.residual_m is not None:
            said += self.tr("；最大差在 {0}（{1:+.2f} m）").format(phrases.registered(worst.name), worst.residual_m)
        return said

    def _open(self, row_id: str) -> None:
        self.opened.emit(self._marks[row_id])


def _uneven(shown: MirrorShown | None) -> bool:
    return shown is not None and shown.bias_m is not None and abs(shown.bias_m) >= _LARGE_M


def _columns(at: Callable[[], datetime | None]) -> tuple[Column[MarkShown], ...]:

    t = QCoreApplication.translate

    def mark(row: MarkShown) -> Mark:
        return Mark(Shape.CIRCLE, "text.primary", Fill.SOLID if row.unused is None else Fill.HOLLOW)

    def age(row: MarkShown) -> str:
        now = at()
        return "" if now is None else words.age(row.at, now)

    def difference(row: MarkShown) -> str:
        if row.unused is not None:
            return twin_words.unused(row.unused)
        return words.DASH if row.residual_m is None else f"{row.residual_m:+.2f}"

    def role(row: MarkShown) -> str:
        if row.unused is not None:
            return "text.muted"
        return "state.attention" if row.residual_m is not None and abs(row.residual_m) >= _LARGE_M else "text.primary"

    def stage(row: MarkShown) -> str:
        return t("TwinMirror", "{0} · 基面 {1}").format(words.stage(row.stage_m), phrases.registered(row.datum))

    return (
        Column("name", t("TwinMirror", "测点"), lambda r: phrases.registered(r.name), mark_getter=mark,
               tooltip=lambda r: phrases.registered(r.name), chars=14, stretch=2),
        Column("chainage", t("TwinMirror", "桩号"), lambda r: words.chainage(r.chainage_m), Align.RIGHT, chars=7,
               sort_key=lambda r: r.chainage_m if r.chainage_m is not None else float("inf")),
        Column("stage", t("TwinMirror", "实测 m"), lambda r: words.stage(r.stage_m), Align.RIGHT, chars=7,
               tooltip=stage),
        Column("model", t("TwinMirror", "模型 m"), lambda r: words.stage(r.model_m), Align.RIGHT, chars=7),
        Column("residual", t("TwinMirror", "差 m"), difference, Align.RIGHT, role, chars=8,
               sort_key=lambda r: abs(r.residual_m or 0.0)),
        Column("age", t("TwinMirror", "时间"), age, Align.RIGHT, lambda _: "text.secondary", chars=10,
               tooltip=lambda r: words.full_time(r.at), sort_key=lambda r: r.at),
    )  # fmt: skip
