"""What B adds to A: areas, depth and arrival in words, then everybody and everything newly reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from views import phrases, twin_words, words
from views.parts import Fact, Facts, boxed, column, rule
from views.twin_exposed import ExposedList
from views.twin_exposed_rows import KINDS, newly
from views.twin_shown import DifferenceShown, ExposedRow, ScenarioShown
from widgets.empty_state import EmptyState
from widgets.theme import Theme


class DifferenceView(QWidget):
    """Needs both scenarios; otherwise it says how to come by them.

    Signals:
        opened: an ExposedRow.
        place_requested: lon, lat of the greatest difference.

    """

    opened = Signal(object)
    place_requested = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: DifferenceShown | None = None
        self._facts = Facts(theme)
        self._facts.followed.connect(self._go)
        self.list = ExposedList(theme)
        self.list.opened.connect(self.opened)
        self._empty = EmptyState(theme, self.tr("加上方案B，这里列出两方案之差"), "layers")
        full = QWidget()
        full.setLayout(column(theme, boxed(theme, column(theme, self._facts), (12, 8, 12, 8)), rule(), gap=0))
        outer = full.layout()
        if isinstance(outer, QVBoxLayout):
            outer.addWidget(self.list, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)

    def show_difference(
        self,
        a: ScenarioShown | None,
        b: ScenarioShown | None,
        found: DifferenceShown | None,
        rows: tuple[Sequence[ExposedRow], Sequence[ExposedRow]],
        at: datetime,
    ) -> None:
        """Show the difference of two scenarios; `rows` are what each reaches."""
        self._found = found
        self._stack.setCurrentIndex(0 if a is None or b is None else 1)
        if a is None or b is None:
            return
        more, less = newly(rows[1], rows[0]), newly(rows[0], rows[1])
        facts = [Fact(self.tr("比较"), self.tr("{0} → {1}").format(twin_words.title(a), twin_words.title(b)))]
        if found is not None:
            facts += self._water(found)
        facts.append(Fact(self.tr("新增"), _counted(more) or self.tr("无"), "attention" if more else "muted"))
        if less:
            facts.append(Fact(self.tr("不再受淹"), _counted(less)))
        self._facts.show_facts(facts)
        self.list.show_rows(more, at)
        self.list.set_empty_words(self.tr("方案B 没有新增受影响对象"))

    def show_time(self, at: datetime) -> None:
        """Bring countdowns up to date."""
        self.list.show_time(at)

    def set_theme(self, theme: Theme) -> None:
        self._facts.set_theme(theme)
        self.list.set_theme(theme)
        self._empty.set_theme(theme)

    def _water(self, found: DifferenceShown) -> list[Fact]:
        area = self.tr("多淹 {0:.2f} km²，少淹 {1:.2f} km²").format(found.gained_km2, found.lost_km2)
        deeper = self.tr("平均 {0:+.2f} m，最大 {1:+.2f} m").format(found.deeper_mean_m, found.deeper_most_m)
        links = (("deepest", self.tr("看最大处")),) if found.deepest is not None else ()
        facts = [Fact(self.tr("范围"), area), Fact(self.tr("水深"), deeper, links=links)]
        if found.earlier_median_min is not None:
            early = found.earlier_median_min >= 0
            form = self.tr("中位提前 {0:.0f} 分") if early else self.tr("中位推迟 {0:.0f} 分")
            facts.append(Fact(self.tr("到达"), form.format(abs(found.earlier_median_min))))
        return facts

    def _go(self, _key: str) -> None:
        if self._found is not None and self._found.deepest is not None:
            self.place_requested.emit(*self._found.deepest)


def _counted(rows: Sequence[ExposedRow]) -> str:
    counts = Counter(row.kind for row in rows)
    return phrases.listed(f"{twin_words.kind(kind)} {words.flow(counts[kind])}" for kind in KINDS if counts[kind])
