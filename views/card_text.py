"""A card as rich text: facts, paragraphs, a chain of steps, links to other objects; shown in a label that scrolls."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from views.pane import Selection
from widgets.theme import Size, Theme


def href(kind: str, row_id: str) -> str:
    """Return the address of an object within the desk."""
    return f"{kind}:{quote(row_id, safe='')}"


def target(address: str) -> Selection:
    """Read an address back."""
    kind, _, row_id = address.partition(":")
    return Selection(kind, unquote(row_id))


class CardText:
    """Builds the rich text of a card in the colours of a theme. Words given as `text` are escaped, `rich` are not."""

    def __init__(self, theme: Theme) -> None:
        """Start an empty card."""
        self._theme = theme
        self._parts: list[str] = []

    def ink(self, text: str, role: str, *, bold: bool = False) -> str:
        """Words in the colour of a role."""
        weight = "font-weight:bold;" if bold else ""
        return f'<span style="color:{self._theme.ink(role).name()};{weight}">{escape(text)}</span>'

    def link(self, text: str, kind: str, row_id: str) -> str:
        """Words that lead to an object."""
        colour = self._theme.role("text.link").name()
        return f'<a href="{href(kind, row_id)}" style="color:{colour};text-decoration:none;">{escape(text)}</a>'

    def paragraph(self, text: str, role: str = "text.primary") -> None:
        """A paragraph of its own."""
        if text:
            self._parts.append(f'<p style="margin:0 0 {self._theme.px(10)}px 0;">{self.ink(text, role)}</p>')

    def heading(self, text: str) -> None:
        """A small heading over what follows."""
        size = self._theme.px(Size.SMALL.value)
        colour = self._theme.role("text.muted").name()
        self._parts.append(
            f'<p style="margin:{self._theme.px(10)}px 0 {self._theme.px(3)}px 0;font-size:{size}px;'
            f'font-weight:bold;color:{colour};">{escape(text)}</p>'
        )

    def facts(self, rows: Iterable[tuple[str, str]]) -> None:
        """Label and rich value in two columns; rows without a value are left out."""
        pad, wide = self._theme.px(10), self._theme.px(56)
        cells = "".join(
            f'<tr><td width="{wide}" style="padding:0 {pad}px {self._theme.px(3)}px 0;white-space:nowrap;">'
            f'{self.ink(label, "text.muted")}</td><td style="padding-bottom:{self._theme.px(3)}px;">{rich}</td></tr>'
            for label, rich in rows
            if rich
        )
        if cells:
            gap = f"margin-top:{self._theme.px(6)}px;"
            self._parts.append(f'<table cellspacing="0" cellpadding="0" width="100%" style="{gap}">{cells}</table>')

    def chain(self, links: Iterable[tuple[str, str, bool]]) -> None:
        """Steps of a chain from top to bottom: label, rich words, whether it has happened."""
        px = self._theme.px
        rows = []
        for label, rich, done in links:
            dot = self.ink("●" if done else "○", "text.secondary" if done else "text.muted")
            name = self.ink(label, "text.secondary" if done else "text.muted")
            rows.append(
                f'<tr><td style="padding:0 {px(6)}px {px(4)}px 0;">{dot}</td>'
                f'<td style="padding:0 {px(10)}px {px(4)}px 0;white-space:nowrap;">{name}</td>'
                f'<td style="padding-bottom:{px(4)}px;">{rich}</td></tr>'
            )
        self._parts.append(f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>')

    def rich(self) -> str:
        """The whole text."""
        return "".join(self._parts)


class CardView(QScrollArea):
    """Shows the text of a card.

    Signals:
        linked: Selection of the object a link leads to.

    """

    linked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self._label = QLabel(inside)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.linkActivated.connect(self._follow)
        self._box = QVBoxLayout(inside)
        self._box.addWidget(self._label)
        self._box.addStretch(1)
        self.setWidget(inside)
        self.set_theme(theme)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the text: at the bottom where there is room, scrolled with the text where there is not."""
        widget.setMinimumWidth(1)
        self._box.addWidget(widget)

    def show_text(self, rich: str) -> None:
        """Show another text; the place in it stays when it is the same length or longer."""
        if rich != self._label.text():
            self._label.setText(rich)

    def text(self) -> str:
        """The rich text shown."""
        return self._label.text()

    def set_theme(self, theme: Theme) -> None:
        """Margins and font of a theme; the owner renews the text, which carries colours."""
        self._label.setFont(theme.font(Size.BASE))
        self._box.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(12))

    def _follow(self, address: str) -> None:
        self.linked.emit(target(address))
