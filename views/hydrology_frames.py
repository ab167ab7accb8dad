"""报文检查: paste SL 651 frames as hex and see every field with its bytes; works offline and keeps what was pasted."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QPixmap, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from views import hydrology_frame_rows
from views.hydrology_frame_rows import FieldRow, Seen
from views.parts import button, page
from widgets.data_table import DataTable
from widgets.hex_view import HexView
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Theme, retheme

_SETTLE_MS = 200


class FramesPage(QWidget):
    """Pasted frames at the left, bytes and fields of the chosen one at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[str, Seen] = {}
        self.paste = QPlainTextEdit()
        self.paste.setPlaceholderText(
            self.tr("粘贴十六进制报文，每行一帧或多帧；空格、逗号、0x 都可以。\n多包报文逐行粘贴，收齐后自动合并。")
        )
        self.paste.setAccessibleName(self.tr("粘贴报文"))
        self.paste.setTabChangesFocus(True)
        self.clear = button(self.tr("清空(&L)"), "quiet", self.tr("清空所粘贴的报文（可撤销 Ctrl+Z）"))
        self.frames: RowsModel[Seen] = RowsModel(hydrology_frame_rows.columns(), lambda one: one.id, self)
        self.table = DataTable(theme, self.frames)
        self.table.set_empty_words(self.tr("还没有粘贴报文"))
        self.fields: RowsModel[FieldRow] = RowsModel(hydrology_frame_rows.field_columns(), lambda one: one.id, self)
        self.field_table = DataTable(theme, self.fields)
        self.field_table.set_empty_words(self.tr("选一帧，这里逐字段列出"))
        self.hex = HexView(theme)
        self.hex.picked.connect(self._pick_byte)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumHeight(theme.px(60))
        self._pixmap = QPixmap()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._arrange(theme)
        self._later.timeout.connect(self.read)
        self.paste.textChanged.connect(self._later.start)
        self.clear.clicked.connect(self._clear)
        self.table.chosen.connect(lambda _: self._show_frame())
        self.field_table.chosen.connect(lambda _: self._show_field())

    def _arrange(self, theme: Theme) -> None:
        self.paste_panel = Panel(theme, self.tr("粘贴报文"), detachable=False)
        self.paste_panel.set_body(self.paste)
        self.paste_panel.add_header_widget(self.clear)
        self.frame_panel = Panel(theme, self.tr("报文"), detachable=False)
        self.frame_panel.set_body(self.table)
        self.hex_panel = Panel(theme, self.tr("字节"), detachable=False)
        self.hex_panel.set_body(self.hex)
        self.field_panel = Panel(theme, self.tr("字段"), detachable=False)
        self.field_panel.set_body(self.field_table)
        left, right = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.paste_panel)
        left.addWidget(self.frame_panel)
        left.setSizes([320, 420])
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self.hex_panel)
        self.picture_place = page(self.picture)
        upper.addWidget(self.picture_place)
        upper.setSizes([620, 260])
        right.addWidget(upper)
        right.addWidget(self.field_panel)
        right.setSizes([250, 490])
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setSizes([640, 860])
        for part in (left, right, upper, self.split):
            part.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)
        self.picture_place.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.split, theme)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(13))
        self.paste.setFont(font)
        self.paste.document().setDocumentMargin(theme.px(10))

    # inside

    def read(self) -> None:
        """Read what stands in the paste field."""
        seen = hydrology_frame_rows.look(self.paste.toPlainText(), datetime.now(UTC))
        self._seen = {one.id: one for one in seen}
        self.table.set_rows(seen)
        bad = any(one.error for one in seen)
        summary = hydrology_frame_rows.summary(seen) if seen else ""
        self.frame_panel.set_summary(summary, "state.attention" if bad else "text.muted")
        if seen and not self.table.chosen_ids():
            self.table.choose([seen[0].id])
        self._show_frame()

    def current(self) -> Seen | None:
        """The frame chosen."""
        ids = self.table.chosen_ids()
        return self._seen.get(str(ids[0])) if ids else None

    def _show_frame(self) -> None:
        seen = self.current()
        self.hex.show_bytes(b"" if seen is None else seen.raw)
        self.field_table.set_rows(hydrology_frame_rows.field_rows(seen))
        size = self.tr("{0:,} 字节").format(len(seen.raw)) if seen is not None else ""
        self.hex_panel.set_summary(size)
        told = "" if seen is None else seen.error or seen.note
        self.field_panel.set_summary(told, "state.attention" if seen is not None and seen.error else "text.muted")
        self._pixmap = QPixmap()
        if seen is not None and seen.picture:
            self._pixmap.loadFromData(seen.picture)
        self.picture_place.setVisible(seen is not None and bool(seen.picture))
        self._fit_picture()

    def _fit_picture(self) -> None:
        if self._pixmap.isNull():
            self.picture.setText(self.tr("图片不完整，显示不了"))
            return
        aspect = Qt.AspectRatioMode.KeepAspectRatio
        size = self.picture.size()
        self.picture.setPixmap(self._pixmap.scaled(size, aspect, Qt.TransformationMode.SmoothTransformation))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture."""
        super().resizeEvent(event)
        self._fit_picture()

    def _show_field(self) -> None:
        ids = self.field_table.chosen_ids()
        seen = self.current()
        if seen is not None and ids:
            field = seen.fields[int(str(ids[0]))]
            self.hex.highlight(field.start, field.size)

    def _pick_byte(self, at: int) -> None:
        seen = self.current()
        if seen is None:
            return
        found = next((n for n, one in enumerate(seen.fields) if one.start <= at < one.start + one.size), None)
        if found is not None:
            self.field_table.choose([found])
            self._show_field()

    def _clear(self) -> None:
        """Take the text away so that it can be undone."""
        cursor = self.paste.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self.paste.setFocus()
