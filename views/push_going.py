"""What a push would send, before it is sent: each way out, how many it finds, and the words as they would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from data.gateway.dry_run import Going
from data.model.dispatch import Channel
from views import channels_words, outbox_words, words
from views.parts import Words
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme


class GoingView(QWidget):
    """A list of ways out over the text that the chosen one would send."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to send."""
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        t = QCoreApplication.translate
        columns: list[Column[Going]] = [
            Column("way", t("PushGoing", "渠道"), lambda row: words.channel(row.channel), chars=15,
                   mark_getter=_mark, sortable=False),
            Column("carrier", t("PushGoing", "通道"), self._carrier, chars=9, stretch=1, sortable=False,
                   role_getter=lambda _: "text.secondary"),
            Column("found", t("PushGoing", "能找到"), _found, Align.RIGHT, chars=9, sortable=False),
            Column("trouble", t("PushGoing", "说明"), lambda row: channels_words.detail(row.trouble), chars=14,
                   stretch=2, sortable=False,
                   role_getter=lambda row: "state.attention" if row.trouble else "text.muted"),
        ]  # fmt: skip
        self.model: RowsModel[Going] = RowsModel(columns, lambda row: (row.channel, row.carrier), self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(t("PushGoing", "正文、接收人和叫应次序齐了，才知道要发什么"))
        self.caption = Words(theme, tone="muted", size=Size.SMALL)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(t("PushGoing", "要发出的内容"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        for widget, share in ((self.table, 3), (self.caption, 0), (self.text, 2)):
            box.addWidget(widget, share)
        self.table.chosen.connect(lambda _: self._show_text())

    def show_names(self, names: Mapping[str, str]) -> None:
        """Learn what carriers are called."""
        self._names = dict(names)

    def show_goings(self, goings: Sequence[Going]) -> None:
        """Show what would go out."""
        self.table.set_rows(list(goings))
        if not self.table.chosen_ids():
            first = next((one for one in goings if one.drafts), None)
            if first is not None:
                self.table.choose([(first.channel, first.carrier)])
        self._show_text()

    def _carrier(self, row: Going) -> str:
        if row.carrier == row.channel.value or not row.carrier:
            return ""
        return outbox_words.carrier(row.carrier, self._names)

    def _show_text(self) -> None:
        chosen = set(self.table.chosen_ids())
        row = next((one for one in self.model.rows() if (one.channel, one.carrier) in chosen), None)
        t = QCoreApplication.translate
        if row is None or not row.drafts:
            self.caption.say("")
            self.text.setPlainText("")
            return
        self.caption.say(t("PushGoing", "{0} · 样例，号码已隐去").format(words.channel(row.channel)))
        shown: list[str] = []
        for draft in row.drafts:
            lines = [t("PushGoing", "发往 {0}").format(draft.to) if draft.to else "",
                     *(f"{key}: {value}" for key, value in draft.headers), draft.body]  # fmt: skip
            shown.append("\n".join(line for line in lines if line))
        self.text.setPlainText("\n\n".join(shown))


def _mark(row: Going) -> Mark:
    if row.trouble:
        return Mark(Shape.CROSS, "state.attention")
    return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)


def _found(row: Going) -> str:
    if row.channel is Channel.BROADCAST:
        return QCoreApplication.translate("PushGoing", "公众")
    return f"{row.found}/{row.people}"
