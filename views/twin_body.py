"""The flood part of the 推演 page, laid out: scenarios, map with its time bar and plots, whom the water reaches."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from views import phrases, twin_words
from views.parts import Words, row, rule, split
from views.river_curves import hydrograph_words
from views.twin_left import TwinLeft
from views.twin_maps import MapMaker, TwinMaps
from views.twin_picture import PictureBar
from views.twin_plots import TwinPlots
from views.twin_shown import ScenarioShown
from views.twin_side import TwinSide
from views.twin_wanted import Export, Slot
from widgets.theme import Size, Theme
from widgets.time_bar import TimeBar, TimeBarWords


class NatureLine(QWidget):
    """What kind of result this is and where the scheme holds: two lines that are never hidden beside a picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nature = Words(theme, size=Size.SMALL, bold=True, tone="attention")
        self._limits = Words(theme, size=Size.SMALL, tone="muted")
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self._nature)
        self._box.addWidget(self._limits)
        self.set_theme(theme)
        self.show_scenarios({})

    def set_theme(self, theme: Theme) -> None:
        self._box.setContentsMargins(theme.px(12), theme.px(3), theme.px(12), theme.px(3))
        self._nature.set_theme(theme)
        self._limits.set_theme(theme)

    def show_scenarios(self, slots: Mapping[Slot, ScenarioShown]) -> None:
        """Tell the nature of what is on the map; of two, both when they differ."""
        shown = tuple(slots.values())
        told = {slot: _told(one) for slot, one in slots.items()}
        if len(set(told.values())) > 1:
            lines = [phrases.labelled(twin_words.slot(slot), said) for slot, said in told.items()]
        else:
            lines = list(dict.fromkeys(told.values()))
        self._nature.say("\n".join(lines), "" if all(one.nature.official for one in shown) else "attention")
        self._limits.say("\n".join(dict.fromkeys(twin_words.limits(one.how) for one in shown)) or twin_words.limits())
        self.setToolTip("\n".join(twin_words.trust_tip(one.trust) for one in shown if one.trust is not None))

    def text(self) -> str:
        """All that it says."""
        return f"{self._nature.text()}\n{self._limits.text()}".strip()


def _told(shown: ScenarioShown) -> str:
    said = twin_words.nature(shown)
    return said if shown.trust is None else f"{said} · {twin_words.trust(shown.trust)}"


class TwinBody(QWidget):
    """Parts and their places; what is shown in them is the page's.

    Signals:
        export_requested: an Export.

    """

    export_requested = Signal(object)

    def __init__(self, theme: Theme, make_map: MapMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left = TwinLeft(theme)
        self.picture = PictureBar(theme)
        self.maps = TwinMaps(theme, make_map)
        self.nature = NatureLine(theme)
        self.bar = TimeBar(theme, self._bar_words())
        self.plots = TwinPlots(theme)
        self.side = TwinSide(theme)
        self.export = self._export_button()
        top = QWidget()
        head = row(theme, self.picture, self.export, gap=0)
        head.setContentsMargins(0, 0, theme.px(8), 0)
        head.setStretch(0, 1)
        box = QVBoxLayout(top)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(rule())
        box.addWidget(self.maps, 1)
        box.addWidget(self.nature)
        box.addWidget(rule())
        box.addWidget(self.bar)
        self._centre = split(top, self.plots, upright=True, shares=(3, 1))
        self._whole = split(self.left, self._centre, self.side, shares=(0, 3, 1))
        self._whole.setSizes([theme.px(290), theme.px(700), theme.px(500)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        self.setTabOrder(self.left, self.picture)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Measures; the parts are given the theme by whoever gives it to all."""
        self.plots.setMinimumHeight(theme.px(150))
        self.side.setMinimumWidth(theme.px(372))
        self.maps.setMinimumSize(theme.px(300), theme.px(180))

    def _bar_words(self) -> TimeBarWords:
        return TimeBarWords(
            self.tr("时间轴：空格 播放，← → 逐步，PgUp PgDn 一小时，Home End 首尾"),
            self.tr("播放（空格）"), self.tr("暂停（空格）"), self.tr("上一时刻（←）"), self.tr("下一时刻（→）"),
            self.tr("快慢：1× 为每秒走 1 小时"), "",
            value=self.tr("{0:,.0f} m³/s"), time=hydrograph_words().time,
        )  # fmt: skip

    def _export_button(self) -> QToolButton:
        made = QToolButton()
        made.setText(self.tr("导出"))
        made.setToolTip(self.tr("导出当前图面与清单，附来源与性质"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for kind in Export:
            action = QAction(twin_words.export(kind), menu)
            action.setData(kind.value)
            action.triggered.connect(lambda _=False, one=kind: self.export_requested.emit(one))
            menu.addAction(action)
        made.setMenu(menu)
        return made
