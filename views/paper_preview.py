"""A document as it will be printed: its pages one below the other, or words while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from widgets.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPdfWidgets import QPdfView


class PaperPreview(QWidget):
    """Shows PDF bytes; the viewer is made when the first document comes, so that the desk starts without it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view: QPdfView | None = None
        self.words = QLabel()
        self.words.setProperty("tone", "muted")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.words)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme; paper stays white."""
        self.words.setFont(theme.font())

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount()

    def say(self, text: str) -> None:
        """Show words instead of pages."""
        self.words.setText(text)
        self._stack.setCurrentWidget(self.words)

    def show_pdf(self, pdf: bytes) -> None:
        """Show pages, from the first."""
        view = self._viewer()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(pdf)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        view.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(view)

    def show_whole(self, whole: bool) -> None:
        """Show whole pages, or pages as wide as there is room."""
        from PySide6.QtPdfWidgets import QPdfView

        mode = QPdfView.ZoomMode.FitInView if whole else QPdfView.ZoomMode.FitToWidth
        self._viewer().setZoomMode(mode)

    def _viewer(self) -> QPdfView:
        if self._view is None:
            from PySide6.QtPdfWidgets import QPdfView

            view = self._view = QPdfView(self)
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            view.setAccessibleName(self.tr("文件预览"))
            view.setDocument(self.document)
            self._stack.addWidget(view)
        return self._view
