"""The form of a breach to try: place, flow, when, how wide, how long it grows, how deep; checked before it is run."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from views.parts import Choice, Words, button, captioned, column, row
from views.twin_wanted import Breaching
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.theme import Size, Theme

LEAST_M3S, MOST_M3S = 2600.0, 25_000.0
COURSE_H = 24.0
"""Length of the library's standard course: a breach after it shows no water."""
WIDEST_M, LOWEST_M, HIGHEST_M = 1500.0, 80.0, 105.0
_GROUND, _LEVEL = "ground", "level"


class BreachForm(QWidget):
    """What is typed stays until it is changed; the desk's own faults are shown beside ours.

    Signals:
        breach_requested: a Breaching without fault.
        place_wanted: the next click on the map is to be the place (True), or no longer (False).

    """

    breach_requested = Signal(object)
    place_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[float, float] | None = None
        self.pick = button(self.tr("在图上点堤防"), tip=self.tr("下一次点击地图即为溃口位置"))
        self.pick.setCheckable(True)
        self._where = Words(theme, size=Size.SMALL, tone="secondary", wrap=False)
        self.flow = _number(LEAST_M3S, MOST_M3S, 8000, " m³/s", 500)
        self.start = _number(0, 240, 6, " h", 1)
        self.wide = _number(0, 5000, 100, " m", 10)
        self.growth = _number(0, 72, 2, " h", 0.5, decimals=1)
        self.sill_kind = Choice(self.tr("口门底"))
        self.sill_kind.set_choices([(_GROUND, self.tr("冲到背河地面")), (_LEVEL, self.tr("指定高程"))])
        self.sill = _number(0, 200, 92, " m", 0.1, decimals=2)
        self._fault = Words(theme, size=Size.SMALL, tone="urgent")
        self.run = button(
            self.tr("试算溃口"), "primary", self.tr("先出 80 m 预览，再由 40 m、20 m 结果替换；不影响实况")
        )
        self._form = QFormLayout()
        self._form.setLabelAlignment(self._form.labelAlignment())
        for caption, field in (
            (self.tr("位置"), self.pick), (self.tr("洪峰流量"), self.flow), (self.tr("开始（起涨后）"), self.start),
            (self.tr("口门宽"), self.wide), (self.tr("发展历时"), self.growth), (self.tr("口门底"), self.sill_kind),
        ):  # fmt: skip
            captioned(self._form, caption, field)
        self._form.insertRow(1, "", self._where)
        self._sill_caption = QLabel(self.tr("底高程"))
        self._sill_caption.setBuddy(self.sill)
        self._form.addRow(self._sill_caption, self.sill)
        layout = column(theme, self._form, self._fault, row(theme, None, self.run), gap=6)
        self.setLayout(layout)
        self._wire()
        self.set_theme(theme)
        self.set_place(None)
        self._on_sill()

    def _wire(self) -> None:
        self.pick.toggled.connect(self.place_wanted)
        self.sill_kind.picked.connect(self._on_sill)
        self.run.clicked.connect(self._ask)
        for field in (self.flow, self.start, self.wide, self.growth, self.sill):
            field.valueChanged.connect(self._check_again)

    def set_theme(self, theme: Theme) -> None:
        self._form.setHorizontalSpacing(theme.px(8))
        self._form.setVerticalSpacing(theme.px(4))
        self._where.set_theme(theme)
        self._fault.set_theme(theme)

    def set_place(self, place: tuple[float, float] | None, name: str = "") -> None:
        """Take a place from the map; `name` is its chainage or works, where somebody knows it."""
        self._place = place
        self.pick.setChecked(False)
        if place is None:
            self._where.say(self.tr("尚未选点"), "muted")
        else:
            self._where.say(name or f"{place[0]:.5f}, {place[1]:.5f}", "secondary")
        self._check_again()

    def show_breach(self, breach: Breaching) -> None:
        """Fill in a breach that is already on the screen."""
        self.set_place((breach.lon, breach.lat))
        for field, value in (
            (self.flow, breach.flow_m3s), (self.start, breach.start_h), (self.wide, breach.width_m),
            (self.growth, breach.growth_h),
        ):  # fmt: skip
            field.setValue(value)
        self.sill_kind.choose(_GROUND if breach.sill_m is None else _LEVEL)
        if breach.sill_m is not None:
            self.sill.setValue(breach.sill_m)
        self._on_sill()

    def show_fault(self, words: str) -> None:
        """Say what the desk found wrong; nothing takes it away."""
        self._fault.say(words)

    def place(self) -> tuple[float, float] | None:
        """The place chosen."""
        return self._place

    def fault_text(self) -> str:
        """What is said to be wrong."""
        return self._fault.text()

    def _on_sill(self, _key: str = "") -> None:
        given = self.sill_kind.key() == _LEVEL
        self.sill.setVisible(given)
        self._sill_caption.setVisible(given)
        self._check_again()

    def _check_again(self) -> None:
        if self._fault.text():
            self._fault.say("\n".join(self._faults()))

    def _ask(self) -> None:
        faults = self._faults()
        self._fault.say("\n".join(faults))
        if faults or self._place is None:
            return
        sill = self.sill.value() if self.sill_kind.key() == _LEVEL else None
        self.breach_requested.emit(
            Breaching(*self._place, self.flow.value(), self.start.value(), self.wide.value(), self.growth.value(), sill)
        )

    def _faults(self) -> list[str]:
        t = QCoreApplication.translate
        found: list[tuple[QWidget, str]] = []
        if self._place is None:
            found.append((self.pick, t("BreachForm", "先在图上点一处堤防")))
        if self.start.value() >= COURSE_H:
            form = t("BreachForm", "开始时刻在 {0:.0f} h 过程之后，看不到溃水")
            found.append((self.start, form.format(COURSE_H)))
        if not 0 < self.wide.value() <= WIDEST_M:
            found.append((self.wide, t("BreachForm", "口门宽应在 1–{0} m").format(f"{WIDEST_M:,.0f}")))
        given = self.sill_kind.key() == _LEVEL
        if given and not LOWEST_M <= self.sill.value() <= HIGHEST_M:
            form = t("BreachForm", "底高程应在 {0:.0f}–{1:.0f} m")
            found.append((self.sill, form.format(LOWEST_M, HIGHEST_M)))
        wrong = {id(field) for field, _ in found}
        for field in (self.start, self.wide, self.sill):
            _mark(field, wrong=id(field) in wrong)
        return [said for _, said in found]


def _number(least: float, most: float, value: float, unit: str, step: float, *, decimals: int = 0) -> SteadyDoubleSpin:
    made = SteadyDoubleSpin()
    made.setDecimals(decimals)
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setValue(value)
    made.setSuffix(unit)
    return made


def _mark(field: QWidget, *, wrong: bool) -> None:
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)
