"""Pages of a PDF on a printer that somebody chooses; painted off the UI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.background import Background

MOST_DPI = 300


def ask_printer(
    parent: QWidget, pdf: bytes, background: Background, done: Callable[[], None],
    failed: Callable[[BaseException], None],
) -> None:  # fmt: skip
    """Ask for a printer without stopping the desk, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)

    def chosen() -> None:
        background.run(lambda: paint(pdf, printer), lambda _: done(), failed)

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(chosen)
    QDialog.open(dialog)  # without a receiver: PySide has only the other form of QPrintDialog's own


def paint(pdf: bytes, printer: QPrinter) -> None:
    """Paint all pages; OSError when the printer takes none."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # pyright: ignore[reportArgumentType, reportCallIssue]
    document.load(buffer)
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(printer.printerName())
    try:
        place = painter.viewport()
        dots = min(1.0, MOST_DPI / printer.resolution())
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise OSError(printer.printerName())
            size = QSize(round(place.width() * dots), round(place.height() * dots))
            painter.drawImage(QRect(place), document.render(number, size))
    finally:
        painter.end()
        document.close()
