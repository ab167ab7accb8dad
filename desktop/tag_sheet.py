"""Sheets of household tags: the key that makes them ours, the page, and its print as PDF."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QPageLayout

from data.gateway.private_files import write_private
from data.gateway.tags import SheetWords, TagLine, sheet
from data.model.people import Household
from views import words

LOG = logging.getLogger("tags")
KEY_FILE = "tags.key"
_KEY_BYTES = 32


def tag_key(folder: Path) -> bytes:
    """Return the key of this store's tags, made at the first use; OSError when it can be neither read nor written.

    A key that is there is never replaced: tags that hang on doors would be worth nothing.
    """
    path = folder / KEY_FILE
    try:
        return path.read_bytes()
    except FileNotFoundError:
        made = secrets.token_bytes(_KEY_BYTES)
        write_private(path, made)
        return made


def tag_lines(households: Sequence[Household]) -> list[TagLine]:
    """Return what stands on the tags: it hangs outside, so names are masked and nothing says who lives there."""
    return [TagLine(one.id, words.masked_name(one.name), one.id, one.village) for one in households]


def sheet_words(place: str, at: datetime, by: str) -> SheetWords:
    """Return everything else that stands on a sheet."""
    t = QCoreApplication.translate
    return SheetWords(
        t("Phones", "花园口镇防汛指挥部 户牌"),
        place,
        t("Phones", "撤离时贴在门上，由包保干部扫码登记"),
        t("Phones", "第 {page} 页，共 {pages} 页"),
        t("Phones", "{0} {1} 制").format(words.full_time(at)[:10], by),
    )


def write_sheet(folder: Path, households: Sequence[Household], said: SheetWords, path: Path) -> Path:
    """Write the page; for a PDF its source, beside it. Return what was written. Works on any thread."""
    page = sheet(tag_key(folder), tag_lines(households), said)
    written = path.with_name(f".{path.stem}.html") if path.suffix.lower() == ".pdf" else path
    written.write_text(page, "utf-8")
    return written


class PdfPrint(QObject):
    """Prints one page to one file, with a web page that has no rights; then deletes itself and the page's source.

    Signals:
        finished: whether the file is there.

    """

    finished = Signal(bool)

    def __init__(self, source: Path, path: Path, parent: QObject) -> None:
        """Begin."""
        from widgets.no_rights import NoRightsPage

        super().__init__(parent)
        self._source, self._path = source, path
        url = QUrl.fromLocalFile(str(source))
        own: Callable[[QUrl], bool] = lambda asked: asked == url  # noqa: E731 - one rule for both
        self._page = NoRightsPage(self, may_go=own, may_ask=own, log="tags")
        self._page.loadFinished.connect(self._on_loaded)
        self._page.pdfPrintingFinished.connect(lambda _path, done: self._end(done=done))
        self._page.load(url)

    def _on_loaded(self, loaded: bool) -> None:
        from PySide6.QtCore import QMarginsF
        from PySide6.QtGui import QPageSize

        if not loaded:
            self._end(done=False)
            return
        a4 = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
        self._page.printToPdf(str(self._path), a4)

    def _end(self, *, done: bool) -> None:
        self._source.unlink(missing_ok=True)
        self.finished.emit(done)
        self.deleteLater()
