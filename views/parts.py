"""Small parts that several workspaces share: boxes, captions, fact lists, tones, a combo of choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from views import words
from widgets.steady_inputs import SteadyCombo
from widgets.theme import Size, Theme, retheme

B = TypeVar("B", bound=QBoxLayout)


@dataclass(frozen=True, slots=True)
class Fact:
    """A caption and its value; `tone` is muted, secondary, attention or urgent, `links` are ids to click."""

    caption: str
    value: str
    tone: str = ""
    links: tuple[tuple[str, str], ...] = ()


def set_tone(label: QLabel, tone: str) -> None:
    """Change the tone of a label in place."""
    if label.property("tone") != tone:
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)


class Words(QLabel):
    """Wrapped words at a size and tone that follow the theme."""

    def __init__(
        self, theme: Theme, text: str = "", *, size: Size = Size.BASE, bold: bool = False, tone: str = "",
        wrap: bool = True, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self._size, self._bold = size, bold
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.setFont(theme.font(self._size, bold=self._bold))

    def say(self, text: str, tone: str | None = None) -> None:
        """Say something else; nothing to say leaves no gap."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))
        if tone is not None:
            set_tone(self, tone)


class Facts(QWidget):
    """Captions at left, values at right; links in a value lead to other objects."""

    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; lines are kept and reused."""
        while len(self._lines) < len(facts):
            self._add_line()
        for at, (caption, value) in enumerate(self._lines):
            used = at < len(facts)
            caption.setVisible(used)
            value.setVisible(used)
            if used:
                self._fill(caption, value, facts[at])

    def _fill(self, caption: QLabel, value: QLabel, fact: Fact) -> None:
        if caption.text() != fact.caption:
            caption.setText(fact.caption)
        text = fact.value
        if fact.links:
            value.setTextFormat(Qt.TextFormat.RichText)
            shown = "　".join(f'<a href="{escape(key)}">{escape(label)}</a>' for key, label in fact.links)
            text = f"{escape(fact.value)} {shown}" if fact.value else shown
        else:
            value.setTextFormat(Qt.TextFormat.PlainText)
        if value.text() != text:
            value.setText(text)
        set_tone(value, fact.tone)

    def _add_line(self) -> None:
        caption, value = Words(self._theme, tone="muted", wrap=False, size=Size.SMALL), Words(self._theme)
        caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        value.setOpenExternalLinks(False)
        value.linkActivated.connect(self.followed)
        row = len(self._lines)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(value, row, 1)
        self._lines.append((caption, value))


class Choice(SteadyCombo):
    """A combo of keyed choices; the first may stand for all."""

    picked = Signal(str)

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible)
        self.setToolTip(accessible)
        self.setSizeAdjustPolicy(SteadyCombo.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (key, words); the key chosen stays chosen if it is still offered."""
        if [(self.itemData(i), self.itemText(i)) for i in range(self.count())] == list(choices):
            return
        before = self.key()
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.blockSignals(False)
        self.choose(before)

    def key(self) -> str:
        """The key chosen, "" when there is none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose without telling."""
        at = self.findData(key)
        self.setCurrentIndex(max(0, at) if self.count() else -1)

    def _tell(self, _index: int) -> None:
        self.picked.emit(self.key())


def button(text: str, kind: str = "", tip: str = "") -> QPushButton:
    """A push button; `kind` is primary, danger or quiet."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setToolTip(tip)
    return made


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def row(theme: Theme, *items: QWidget | int | None, gap: int = 8) -> QHBoxLayout:
    """A line of widgets; None is a stretch, a number some room."""
    return _filled(QHBoxLayout(), theme, items, gap)


def column(theme: Theme, *items: QWidget | QLayout | int | None, gap: int = 8) -> QVBoxLayout:
    """A column of widgets and layouts; None is a stretch, a number some room."""
    return _filled(QVBoxLayout(), theme, items, gap)


def _filled(box: B, theme: Theme, items: Iterable[QWidget | QLayout | int | None], gap: int) -> B:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.px(gap))
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(theme.px(item))
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)
    return box


def captioned(form: QFormLayout, caption: str, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
    """A line of a form; the mnemonic of its caption leads to the field, or to `buddy` inside it."""
    label = QLabel(caption)
    target = buddy or (field if isinstance(field, QWidget) else None)
    if target is not None:
        label.setBuddy(target)
    if isinstance(field, QLayout):
        form.addRow(label, field)
    else:
        form.addRow(label, field)


def boxed(theme: Theme, layout: QLayout, pad: tuple[int, int, int, int] = (12, 8, 12, 8)) -> QWidget:
    """A widget around a layout, with padding."""
    widget = QWidget()
    left, top, right, bottom = pad
    layout.setContentsMargins(theme.px(left), theme.px(top), theme.px(right), theme.px(bottom))
    widget.setLayout(layout)
    return widget


def scrolled(inner: QWidget) -> QScrollArea:
    """A frameless area that scrolls downwards only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def page(inner: QWidget) -> QFrame:
    """A panel's ground under a widget that has none of its own."""
    ground = QFrame()
    ground.setProperty("panel", True)
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    return ground


def split(*widgets: QWidget, upright: bool = False, shares: Sequence[int] = ()) -> QSplitter:
    """Widgets beside each other (or above each other) with a movable line between them."""
    made = QSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(1)
    for widget in widgets:
        made.addWidget(widget if widget.property("panel") or isinstance(widget, QSplitter) else page(widget))
    for at, share in enumerate(shares):
        made.setStretchFactor(at, share)
    if shares:
        made.setSizes([share * 100 for share in shares])
    return made


def retheme_inside(root: QWidget, theme: Theme) -> None:
    """Hand a theme to all that lies directly inside, and to what lies in that."""
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        retheme(child, theme)


def period(minutes: float | None) -> str:
    """A length of time as a plan states it: "30 分钟", "2 小时", "1 天"."""
    if not minutes:
        return words.DASH
    whole = round(minutes)
    if whole % 1440 == 0:
        return QCoreApplication.translate("Parts", "{0} 天").format(whole // 1440)
    if whole % 60 == 0:
        return QCoreApplication.translate("Parts", "{0} 小时").format(whole // 60)
    return words.span(timedelta(minutes=whole))


def amount(value: float) -> str:
    """A quantity without needless decimals."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def ask_file(parent: QWidget, title: str, then: Callable[[str], None], *, saving: bool = False, name: str = "") -> None:
    """Ask for a table's path without stopping the desk; nothing happens when the operator turns away."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    tables = QCoreApplication.translate("Parts", "表格 (*.xlsx *.csv)")
    dialog.setNameFilters([tables] if saving else [tables, QCoreApplication.translate("Parts", "所有文件 (*)")])
    if saving:
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()
