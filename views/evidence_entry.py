"""Enters proof of work: words, a count, photos or other files; files are stored by the desk, which calls back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from data.model.task import Evidence
from views import phrases
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme


class EvidenceEntry(QWidget):
    """Fields for evidence.

    Signals:
        changed: something was typed, added or taken away.
        file_requested: path of a file to store, and the callable to hand the Evidence to.

    """

    changed = Signal()
    file_requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make empty fields."""
        super().__init__(parent)
        self._files: tuple[Evidence, ...] = ()
        self._round = 0  # files that arrive for an entry already cleared are not taken into the next one
        self.wanted = InkLabel(theme, role="text.secondary", size=Size.SMALL, lines=2)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("文字说明，如“双签单编号 0123”"))
        self.words.setAccessibleName(self.tr("文字凭证"))
        self.count = QLineEdit(self)
        self.count.setPlaceholderText(self.tr("数量"))
        self.count.setAccessibleName(self.tr("数量凭证"))
        self.count.setMaximumWidth(theme.px(72))
        self.add = QPushButton(self.tr("照片或文件(&P)…"), self)
        self.add.setIcon(IconSet(theme).icon("evidence"))
        self.add.setToolTip(self.tr("选取照片或文件，也可以拖到这里（Alt+P）"))
        self.given = InkLabel(theme, role="text.secondary", size=Size.SMALL)
        first = QHBoxLayout()
        first.setSpacing(theme.px(4))
        first.addWidget(self.words, 1)
        first.addWidget(self.count)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(4))
        for part in (self.wanted, self.given):
            box.addWidget(part)
        box.insertLayout(1, first)
        box.insertWidget(2, self.add)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(True)
        self.words.textChanged.connect(self.changed)
        self.count.textChanged.connect(self._check_count)
        self.add.clicked.connect(self._pick)

    def start(self, wanted: str) -> None:
        """Empty all fields; say what proof the plan wants."""
        self._round += 1
        self._files = ()
        self.words.clear()
        self.count.clear()
        self.wanted.set_text(self.tr("须附凭证：{0}").format(wanted) if wanted else self.tr("凭证（可不填）"))
        self._show_files()

    def evidence(self, at: datetime, by: str) -> tuple[Evidence, ...]:
        """Everything that was entered."""
        items = list(self._files)
        if self.words.text().strip():
            items.append(Evidence("text", at, by, text=self.words.text().strip()))
        if self.count.text().strip().isdecimal():
            items.append(Evidence("count", at, by, count=int(self.count.text())))
        return tuple(items)

    def any(self) -> bool:
        """Whether anything was entered."""
        return bool(self._files or self.words.text().strip() or self.count.text().strip().isdecimal())

    def add_file(self, path: str) -> None:
        """Ask for a file to be stored; it counts once the desk has called back."""
        turn = self._round

        def stored(evidence: Evidence) -> None:
            if turn == self._round:
                self._files = (*self._files, evidence)
                self._show_files()

        self.file_requested.emit(path, stored)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add_file(url.toLocalFile())
        event.acceptProposedAction()

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("选取照片或文件"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("照片 (*.jpg *.jpeg *.png *.heic *.webp)"), self.tr("所有文件 (*)")])
        dialog.filesSelected.connect(self._add_all)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_all(self, paths: list[str]) -> None:
        for path in paths:
            self.add_file(path)

    def _check_count(self, text: str) -> None:
        self.count.setProperty("wrong", bool(text.strip()) and not text.strip().isdecimal())
        self.count.style().polish(self.count)
        self.changed.emit()

    def _show_files(self) -> None:
        names = phrases.listed(item.filename or item.digest[:12] for item in self._files)
        self.given.set_text(self.tr("已附 {0} 个文件：{1}").format(len(self._files), names) if self._files else "")
        self.given.setVisible(bool(self._files))
        self.changed.emit()
