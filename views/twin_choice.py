"""One of the two scenarios: what it is made from, and what is on the screen of it with all a reader must know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from views import phrases, twin_words
from views.parts import Choice, Words, button, column, row
from views.twin_breach import LEAST_M3S, MOST_M3S, BreachForm
from views.twin_lines import SlotLine
from views.twin_progress import ImportedShown
from views.twin_shown import ScenarioShown
from views.twin_wanted import Slot, Source, Wanted
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Size, Theme
from widgets.throttle import Throttle

STEP_M3S = 100
_PACE_MS = 40
_NO_SCENARIO = "none"
_LATER = (Source.EVENT, Source.BREACH, Source.IMPORTED)
"""Sources that need more than being picked: until their water comes, the inputs stay as they are."""


class CalmSlider(QSlider):
    """A slider that the wheel does not move."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ScenarioChoice(QWidget):
    """Asks for a scenario and tells about the one that came.

    Signals:
        wanted: a Wanted, or None to take B away.
        event_wanted, import_wanted: run the forecast; take a map from a file.
        import_dropped: id of a map to take away.

    """

    wanted = Signal(object)
    event_wanted = Signal()
    import_wanted = Signal()
    import_dropped = Signal(str)

    def __init__(self, theme: Theme, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self._shown: ScenarioShown | None = None
        self._following = False
        self._pending: Source | None = None
        self._name = Words(theme, twin_words.slot(slot), bold=True, wrap=False)
        self._line = SlotLine(theme, slot)
        self.source = Choice(self.tr("方案来源"))
        offered = [(source.value, twin_words.source(source)) for source in Source]
        self.source.set_choices(([(_NO_SCENARIO, self.tr("不比较"))] if slot is Slot.B else []) + offered)
        self.flow = SteadyDoubleSpin()
        self.flow.setDecimals(0)
        self.flow.setRange(LEAST_M3S, MOST_M3S)
        self.flow.setSingleStep(STEP_M3S)
        self.flow.setSuffix(" m³/s")
        self.flow.setValue(8000)
        self.flow.setAccessibleName(self.tr("洪峰流量"))
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(int(LEAST_M3S / STEP_M3S), int(MOST_M3S / STEP_M3S))
        self.slider.setPageStep(10)
        self.slider.setValue(80)
        self.slider.setAccessibleName(self.tr("洪峰流量"))
        self._pace = Throttle(self._ask_flow, self, _PACE_MS)
        self._event = button(self.tr("按预报过程计算"), tip=self.tr("把当前预报过程送进模型，先粗后细；不影响实况"))
        self.breach = BreachForm(theme)
        self._maps = Choice(self.tr("外来成果"))
        self._import = button(self.tr("导入…"), tip=self.tr("GeoTIFF 水深、带水深的面；须注明坐标系与来源"))
        self._drop = button(self.tr("移除"), "quiet", self.tr("从本机移除这份外来成果"))
        self._title = Words(theme, bold=True)
        self._nature = Words(theme, size=Size.SMALL, tone="secondary")
        self._trust = Words(theme, size=Size.SMALL, tone="secondary")
        self._loud = Words(theme, size=Size.SMALL, tone="attention")
        self._notes = Words(theme, size=Size.SMALL, tone="muted")
        self._lay_out(theme)
        self._wire()
        self._on_source()
        self.show_scenario(None)
        self.show_imported(())

    def _lay_out(self, theme: Theme) -> None:
        flow_page = QWidget()
        flow_page.setLayout(column(theme, row(theme, self.slider, self.flow), gap=4))
        self.flow.setFixedWidth(theme.px(112))
        event_page = QWidget()
        event_page.setLayout(column(theme, row(theme, self._event, None)))
        maps_page = QWidget()
        maps_page.setLayout(column(theme, self._maps, row(theme, self._import, self._drop, None), gap=4))
        self._pages = {
            Source.FLOW.value: flow_page, Source.EVENT.value: event_page, Source.BREACH.value: self.breach,
            Source.IMPORTED.value: maps_page,
        }  # fmt: skip
        told = column(theme, self._title, self._nature, self._trust, self._loud, self._notes, gap=2)
        box = column(theme, row(theme, self._line, self._name, None, self.source), gap=6)
        for page in self._pages.values():
            box.addWidget(page)
        box.addLayout(told)
        self.setLayout(box)

    def _wire(self) -> None:
        self.source.picked.connect(self._pick)
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.sliderReleased.connect(self._settle)
        self.flow.valueChanged.connect(self._on_flow)
        self._event.clicked.connect(self.event_wanted)
        self._import.clicked.connect(self.import_wanted)
        self._drop.clicked.connect(lambda: self.import_dropped.emit(self._maps.key()))
        self._maps.picked.connect(lambda key: self.wanted.emit(Wanted(Source.IMPORTED, id=key)))

    def set_theme(self, theme: Theme) -> None:
        for part in (self._name, self._title, self._nature, self._trust, self._loud, self._notes, self._line):
            part.set_theme(theme)
        self.breach.set_theme(theme)
        self.flow.setFixedWidth(theme.px(112))

    # in

    def show_scenario(self, shown: ScenarioShown | None) -> None:
        """Show what is on the screen; the inputs follow unless somebody holds them."""
        self._shown = shown
        if shown is None:
            waiting = self.source.key() not in ("", _NO_SCENARIO)
            self._title.say(self.tr("尚无成果") if waiting else "", "muted")
            for part in (self._nature, self._trust, self._loud, self._notes):
                part.say("")
            return
        title = twin_words.title(shown)
        if self._pending is shown.source:
            self._pending = None
        self._title.say(title if self._pending is None else self.tr("图上仍是 {0}").format(title), "")
        self._nature.say(twin_words.nature(shown))
        self._trust.say("" if shown.trust is None else twin_words.trust(shown.trust))
        self._trust.setToolTip("" if shown.trust is None else twin_words.trust_tip(shown.trust))
        self._loud.say("\n".join(twin_words.note(one) for one in shown.notes if twin_words.loud(one)))
        self._notes.say(
            "\n".join([*_size(shown), *(twin_words.note(n) for n in shown.notes if not twin_words.loud(n))])
        )
        if self._pending is None and not self.slider.isSliderDown() and not self.flow.hasFocus():
            self._follow(shown)

    def show_imported(self, maps: Sequence[ImportedShown]) -> None:
        """Offer maps of others."""
        self._maps.set_choices([(one.id, phrases.noted(one.name, one.source)) for one in maps])
        if self._shown is not None and self._shown.source is Source.IMPORTED:
            self._maps.choose(self._shown.id)
        self._maps.setVisible(bool(maps))
        self._drop.setVisible(bool(maps))

    def chosen(self) -> Source | None:
        """What the scenario is to be made from; None for B when there is none."""
        key = self.source.key()
        return None if key in ("", _NO_SCENARIO) else Source(key)

    # out

    def want(self, wanted: Wanted | None) -> None:
        """Set the inputs as if somebody had chosen this, and ask for it; None: nothing to compare with."""
        self._following, self._pending = True, None
        self.source.choose(_NO_SCENARIO if wanted is None else wanted.source.value)
        if wanted is not None and wanted.source is Source.IMPORTED:
            self._maps.choose(wanted.id)
        if wanted is not None and wanted.flow_m3s is not None:
            self.flow.setValue(wanted.flow_m3s)
            self.slider.setValue(round(wanted.flow_m3s / STEP_M3S))
        self._following = False
        self._on_source()
        self.wanted.emit(wanted)

    def _follow(self, shown: ScenarioShown) -> None:
        self._following = True
        self.source.choose(shown.source.value)
        self.flow.setValue(shown.flow_m3s)
        self.slider.setValue(round(shown.flow_m3s / STEP_M3S))
        if shown.source is Source.IMPORTED:
            self._maps.choose(shown.id)
        self._following = False
        self._on_source()

    def _pick(self, key: str) -> None:
        picked = None if key == _NO_SCENARIO else Source(key)
        self._pending = picked if picked in _LATER else None
        self._on_source()
        if self._pending is not None and self._shown is not None:
            self.show_scenario(self._shown)
        if key == _NO_SCENARIO:
            self.wanted.emit(None)
        elif key == Source.LIVE.value:
            self.wanted.emit(Wanted(Source.LIVE))
        elif key == Source.FLOW.value:
            self._ask_flow(self.flow.value())
        elif key == Source.IMPORTED.value and self._maps.key():
            self.wanted.emit(Wanted(Source.IMPORTED, id=self._maps.key()))

    def _on_source(self) -> None:
        for key, page in self._pages.items():
            page.setVisible(key == self.source.key())

    def _on_slider(self, value: int) -> None:
        if not self._following:
            self._following = True
            self.flow.setValue(value * STEP_M3S)
            self._following = False
            self._pace(float(value * STEP_M3S))

    def _settle(self) -> None:
        self._pace.drop()
        self._ask_flow(self.flow.value())

    def _on_flow(self, value: float) -> None:
        if not self._following:
            self._following = True
            self.slider.setValue(round(value / STEP_M3S))
            self._following = False
            self._ask_flow(value)

    def _ask_flow(self, flow: float) -> None:
        self.wanted.emit(Wanted(Source.FLOW, flow))


def _size(shown: ScenarioShown) -> list[str]:
    t = QCoreApplication.translate
    said = []
    if shown.wet_km2 is not None:
        said.append(t("ScenarioChoice", "淹没 {0:.1f} km²").format(shown.wet_km2))
    if shown.volume_m3 is not None:
        said.append(t("ScenarioChoice", "{0:.2f} 亿 m³").format(shown.volume_m3 / 1e8))
    return [" · ".join(said)] if said else []
