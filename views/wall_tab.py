"""System · the wall: open it, where people sit, what it follows; and what can be read from there, in minutes of arc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from views import phrases
from views.parts import Choice, Words, boxed, button, captioned, column, row, rule
from views.wall_reading import FIGURE_ARC, SMALLEST_FIGURE, TEXT_ARC, WallType
from views.wall_tour import LEAST_S, MOST_S
from widgets.steady_inputs import SteadyDoubleSpin, SteadySpin
from widgets.theme import Size, Theme

DESK, TOUR = "desk", "tour"


class WallTab(QWidget):
    """Settings of the wall, and how far it can be read.

    Signals:
        open_requested: open the wall, or put it away.
        setting_requested: name of a setting, its value.

    """

    open_requested = Signal()
    setting_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = self.tr("在第二块屏幕上打开；只有一块屏幕时为一个窗口（Ctrl+F11）")
        self._open = button(self.tr("打开大屏"), "primary", tip)
        self._follows = Choice(self.tr("大屏显示"))
        self._follows.set_choices([(DESK, self.tr("跟随指挥桌面")), (TOUR, self.tr("自行轮播，不显示推演"))])
        self._seconds = SteadySpin()
        self._seconds.setRange(LEAST_S, MOST_S)
        self._seconds.setSuffix(self.tr(" 秒"))
        self._distance = SteadyDoubleSpin()
        self._distance.setRange(1.0, 40.0)
        self._distance.setDecimals(1)
        self._distance.setSingleStep(0.5)
        self._distance.setSuffix(" m")
        self._width = SteadyDoubleSpin()
        self._width.setRange(0.0, 20_000.0)
        self._width.setDecimals(0)
        self._width.setSingleStep(10)
        self._width.setSuffix(" mm")
        self._width.setSpecialValueText(self.tr("按屏幕自报"))
        for box in (self._seconds, self._distance, self._width):
            box.setMaximumWidth(theme.px(150))
            box.setKeyboardTracking(False)
        form = QFormLayout()
        captioned(form, self.tr("显示(&F)"), row(theme, self._follows, None), self._follows)
        captioned(form, self.tr("每页停留(&P)"), row(theme, self._seconds, None), self._seconds)
        captioned(form, self.tr("最远座位距离(&D)"), row(theme, self._distance, None), self._distance)
        captioned(form, self.tr("画面宽度(&W)"), row(theme, self._width, None), self._width)
        self.state = Words(theme)
        self.cramped = Words(theme, tone="attention")
        self.basis = Words(
            theme,
            self.tr(
                "字高按视角定：文字不小于 {0:.0f}′，数字不小于 {1:.0f}′（NUREG-0700 §1.3.1-4、ISO 9241）。"
                "放不下时减少内容，不缩小字号；大屏不显示姓名、电话、照片和口述文字。"
            ).format(TEXT_ARC, FIGURE_ARC),
            size=Size.SMALL, tone="muted",
        )  # fmt: skip
        inner = boxed(
            theme,
            column(
                theme, row(theme, self._open, None), form, rule(), self.state, self.cramped, self.basis, None, gap=10
            ),
            (24, 20, 24, 16),
        )
        inner.setMaximumWidth(theme.px(760))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        self._open.clicked.connect(self.open_requested)
        self._follows.picked.connect(lambda key: self.setting_requested.emit("wall_follows", key))
        self._seconds.valueChanged.connect(lambda value: self.setting_requested.emit("wall_page_s", value))
        self._distance.valueChanged.connect(lambda value: self.setting_requested.emit("wall_distance_m", value))
        self._width.valueChanged.connect(lambda value: self.setting_requested.emit("wall_width_mm", value))
        self.show_wall(None, ())

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show what is set, without asking for it."""
        self._follows.choose(str(settings.get("wall_follows", DESK)))
        for box, name in ((self._seconds, "wall_page_s"), (self._distance, "wall_distance_m"),
                          (self._width, "wall_width_mm")):  # fmt: skip
            value = settings.get(name)
            if isinstance(value, int | float):
                box.blockSignals(True)
                box.setValue(value)  # pyright: ignore[reportArgumentType]
                box.blockSignals(False)

    def show_wall(self, type_: WallType | None, cramped: Sequence[str]) -> None:
        """Show how the wall can be read, and which pages cannot hold at this distance what they must show."""
        self._open.setText(self.tr("打开大屏") if type_ is None else self.tr("收起大屏"))
        if type_ is None:
            self.state.say(self.tr("大屏未打开。打开后在此核对可读距离。"))
            self.cramped.say("")
            return
        said = self.tr("{0:.1f} m 外：文字 {1:.1f}′（{2} px），数字 {3:.1f}′（{4} px）；画面宽 {5:,.0f} mm。")
        view = type_.viewing
        self.state.say(
            said.format(
                view.distance_m, type_.arcs[Size.TINY], type_.px(Size.TINY), type_.arcs[SMALLEST_FIGURE],
                type_.px(SMALLEST_FIGURE), view.width_mm,
            )
        )  # fmt: skip
        listed = phrases.listed(cramped)
        told = self.tr("此距离下放不全的页：{0}。请靠近、换大屏幕，或由值班员口述。")
        self.cramped.say(told.format(listed) if listed else "")
