"""The treatment card of a kind of incident: signs, principle, method, materials, cautions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from data.model.incident_tables import TreatmentCard
from views import phrases
from views.parts import Words, column
from widgets.theme import Size, Theme


class TreatmentView(QWidget):
    """Short lines under five captions; nothing is folded away, for it is read in a hurry."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: TreatmentCard | None = None
        self._title = Words(theme, bold=True)
        self._source = Words(theme, size=Size.TINY, tone="muted")
        captions = (
            self.tr("征兆"), self.tr("原则"), self.tr("方法"), self.tr("料物机具"), self.tr("注意"),
        )  # fmt: skip
        self._captions = [Words(theme, text, size=Size.SMALL, tone="muted", wrap=False) for text in captions]
        self._values = [Words(theme, bold=at == 1, tone="attention" if at == 4 else "") for at in range(5)]
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for at, (caption, value) in enumerate(zip(self._captions, self._values, strict=True)):
            caption.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(caption, at, 0)
            self._grid.addWidget(value, at, 1)
        self.setLayout(column(theme, self._title, self._grid, self._source, gap=6))
        self.set_theme(theme)
        self.show_card(None, "")

    def set_theme(self, theme: Theme) -> None:
        """Room between the lines grows with the letters."""
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))

    def show_card(self, card: TreatmentCard | None, kind: str) -> None:
        """Show a card; a kind without one says so."""
        self._card = card
        name = phrases.registered(kind)
        self._title.say(self.tr("处置卡 · {0}").format(phrases.registered(card.kind) if card is not None else name))
        self._title.setVisible(bool(kind))
        for part in (*self._captions, *self._values):
            part.setVisible(card is not None)
        if card is None:
            self._source.say(self.tr("没有这类险情的处置卡，按现场技术责任人的方案抢护") if kind else "")
            return
        said = (
            _lines(card.signs), phrases.registered(card.principle), _lines(card.method), materials(card),
            _lines(card.cautions),
        )  # fmt: skip
        for value, text in zip(self._values, said, strict=True):
            value.say(text)
        self._source.say(self.tr("依据：{0}").format(phrases.registered(card.source)))

    def card(self) -> TreatmentCard | None:
        """The card shown."""
        return self._card


def materials(card: TreatmentCard) -> str:
    """Materials and machines in a row."""
    return QCoreApplication.translate("IncidentTreatment", " · ").join(map(phrases.registered, card.materials))


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(phrases.registered(part) for part in parts)
