"""A slider that cannot be moved by accident: tiers in colour and words, live always marked, Esc to go back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.badge import Badge
from widgets.bands import Band, TierAxis, band_of
from widgets.flow_layout import FlowLayout
from widgets.marks import Mark, Shape
from widgets.steady_inputs import SteadyDoubleSpin
from widgets.steady_track import SteadyTrack
from widgets.theme import Size, Theme
from widgets.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Sequence

_RELATIVE_SIGNS = ("+", "-", "−", "\N{FULLWIDTH PLUS SIGN}")


@dataclass(frozen=True, slots=True)
class SliderWords:
    """The words around the value; the owner hands them in its own language."""

    name: str
    unit: str
    live: str
    back: str


@dataclass(frozen=True, slots=True)
class SliderSteps:
    """How far one key press goes: with Shift, plain, and with page keys."""

    fine: float = 10.0
    step: float = 100.0
    big: float = 1000.0


class _SnapButton(QPushButton):
    """A jump to a value, or by it when the text begins with a sign."""

    wished = Signal(float, bool)

    def __init__(self, text: str, value: float, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._value = value
        self.setProperty("kind", "snap")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._wish)

    def _wish(self) -> None:
        self.wished.emit(self._value, self.text().startswith(_RELATIVE_SIGNS))


class SteadySlider(QWidget):
    """Moving previews, letting go decides, Esc returns to live. The wheel does nothing here."""

    previewed = Signal(float)
    decided = Signal(float)
    returned = Signal()

    def __init__(
        self,
        theme: Theme,
        words: SliderWords,
        limits: tuple[float, float],
        bands: Sequence[Band] = (),
        steps: SliderSteps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._limits = theme, words, limits
        self._bands = tuple(bands)
        self._value, self._decided = limits[0], limits[0]
        self._live: float | None = None
        self._stale = False
        self._touched = False
        self._throttle = Throttle(self.previewed.emit, self)
        self._track = SteadyTrack(theme, TierAxis.over(*limits, self._bands), self._bands, self)
        self._field = SteadyDoubleSpin(self)
        self._field.setDecimals(0)
        self._field.setRange(*limits)
        self._unit = QLabel(words.unit, self)
        self._unit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._tier = Badge(theme, parent=self)
        self._back = QPushButton(self)
        self._back.setProperty("kind", "quiet")
        self._snaps = FlowLayout()
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._wire()
        self.setFocusProxy(self._track)
        steps = steps or SliderSteps()
        self._track.set_steps(steps.fine, steps.step, steps.big)
        self._field.setSingleStep(steps.step)
        self.set_words(words)
        self.set_theme(theme)
        self._show()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        for widget in (self._field, self._unit, self._tier):
            first.addWidget(widget)
        first.addStretch(0)
        second = QHBoxLayout()
        second.addLayout(self._snaps, 1)
        second.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self._lower.addLayout(first)
        self._lower.addLayout(second, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._track)
        outer.addLayout(self._lower)

    def _wire(self) -> None:
        self._track.moved.connect(self._preview)
        self._track.settled.connect(self._decide)
        self._field.editingFinished.connect(self._typed)
        self._back.clicked.connect(self.go_back)

    # what the owner says

    def set_words(self, words: SliderWords) -> None:
        """Words in the language of the screen."""
        self._words = words
        self._unit.setText(words.unit)
        self._back.setText(f"{words.back}  Esc")
        for widget in (self, self._track, self._field):
            widget.setAccessibleName(f"{words.name} ({words.unit})")
        self._show()

    def set_bands(self, bands: Sequence[Band]) -> None:
        """Other tiers; the axis is dealt out anew."""
        self._bands = tuple(bands)
        self._track.set_axis(TierAxis.over(*self._limits, self._bands), self._bands)
        self._show()

    def set_snaps(self, snaps: Sequence[tuple[str, float]]) -> None:
        """Buttons that jump: a text that begins with a sign moves by the value, any other goes to it."""
        while (item := self._snaps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, value in snaps:
            button = _SnapButton(text, value, self)
            button.wished.connect(self._jump)
            self._snaps.addWidget(button)
        self._turn()

    def set_live(self, value: float | None, *, stale: bool = False) -> None:
        """The present live value; a slider that is not away follows it without a word."""
        away = self.is_away()
        self._live, self._stale = value, stale
        if not away and value is not None:
            self._value = self._decided = self._clamped(value)
        self._show()

    def set_value(self, value: float, *, notify: bool = False) -> None:
        """Show a value; with `notify` as if it had been decided by hand."""
        self._value = self._clamped(value)
        self._touched = self._live is None
        if notify:
            self._decide()
        else:
            self._decided = self._value
            self._show()

    def value(self) -> float:
        """The value shown."""
        return self._value

    def is_away(self) -> bool:
        """Whether the value is another than live."""
        return self._touched if self._live is None else self._value != self._clamped(self._live)

    def go_back(self) -> None:
        """Return to live and say so."""
        self._throttle.drop()
        self._track.drop_gesture()
        self._touched = False
        if self._live is not None:
            self._value = self._decided = self._clamped(self._live)
        self._show()
        self.returned.emit()

    def set_theme(self, theme: Theme) -> None:
        """Repaint with another theme."""
        self._theme = theme
        self._track.set_theme(theme)
        self._tier.set_theme(theme)
        self._field.setFont(theme.font(Size.LARGE, bold=True))
        self._field.setFixedWidth(theme.px(88))
        self._field.setMinimumHeight(theme.px(30))
        self._unit.setFont(theme.font(Size.SMALL))
        gap = theme.px(6)
        self._snaps.set_gap(gap)
        for layout in (self.layout(), self._lower):
            if layout is not None:
                layout.setSpacing(gap)
        self._turn()

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on to what scrolls around the slider."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        need = self._theme.px(330) + self._snaps.sizeHint().width() + self._back.sizeHint().width()
        row = self.width() >= need
        self._lower.setDirection(QBoxLayout.Direction.LeftToRight if row else QBoxLayout.Direction.TopToBottom)

    def _clamped(self, value: float) -> float:
        return min(self._limits[1], max(self._limits[0], value))

    def _preview(self, value: float) -> None:
        self._value = value
        self._touched = True
        self._show()
        self._throttle(value)

    def _decide(self) -> None:
        self._throttle.drop()
        self._decided = self._value
        self._touched = True
        self._show()
        self.decided.emit(self._value)

    def _jump(self, value: float, relative: bool) -> None:
        self._value = self._clamped(self._value + value if relative else value)
        self._decide()

    def _typed(self) -> None:
        if self._field.value() != self._decided:
            self._value = self._field.value()
            self._decide()

    def _show(self) -> None:
        self._track.set_value(self._value)
        live = "" if self._live is None else f"{self._words.live} {self._live:,.0f}"
        self._track.set_live(self._live, live, stale=self._stale)
        if self._field.value() != self._value:
            self._field.setValue(self._value)
        band = band_of(self._bands, self._value)
        self._tier.setVisible(band is not None)
        if band is not None:
            self._tier.show_words(band.label, Mark(Shape.SQUARE, band.colour_role))
        self._back.setEnabled(self.is_away())
        self._track.setAccessibleDescription(
            f"{self._value:,.0f} {self._words.unit} {band.label if band else ''}".strip()
        )
