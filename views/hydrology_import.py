"""The import line of the hydrology workspace: file, datum, time zone, and what came of the last import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from widgets.steady_inputs import SteadyCombo
from widgets.theme import Size, Theme


class ImportLine(QWidget):
    """Asks for a gauge series. Signal requested(path, options): options holds "datum" and "zone" as typed."""

    requested = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.setPlaceholderText(self.tr("水情序列文件：CSV 或 xlsx"))
        self.path.setAccessibleName(self.tr("水情序列文件"))
        self.datum = QLineEdit()
        self.datum.setPlaceholderText(self.tr("水位基面（文件未写时）"))
        self.datum.setToolTip(self.datum.placeholderText())
        self.datum.setAccessibleName(self.tr("水位基面"))
        self.zone = SteadyCombo()
        for text, zone in ((self.tr("北京时间"), "Asia/Shanghai"), (self.tr("世界时"), "UTC")):
            self.zone.addItem(text, zone)
        self.zone.setAccessibleName(self.tr("文件中的时间"))
        self.browse = QPushButton(self.tr("浏览…"))
        self.act = QPushButton(self.tr("导入水情"))
        self.outcome = QLabel()
        self.outcome.setProperty("tone", "secondary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.path, 3)
        for widget in (self.browse, self.datum, self.zone, self.act):
            self._row.addWidget(widget)
        self._row.addWidget(self.outcome, 2)
        self.browse.clicked.connect(self._browse)
        self.act.clicked.connect(self._ask)
        self.path.returnPressed.connect(self._ask)
        self.path.textChanged.connect(lambda text: self.act.setEnabled(bool(text.strip())))
        self.act.setEnabled(False)
        self.set_theme(theme)

    def say(self, text: str) -> None:
        """Say what came of it."""
        self.outcome.setText(text)
        self.outcome.setToolTip(text)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        self._row.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._row.setSpacing(theme.px(8))
        self.outcome.setFont(theme.font(Size.SMALL))
        self.datum.setFixedWidth(theme.px(220))

    def _ask(self) -> None:
        path = self.path.text().strip()
        if not path:
            return
        if not Path(path).expanduser().is_file():
            self.say(self.tr("没有这个文件：{0}").format(path))
            return
        self.say(self.tr("正在导入…"))
        options = {"datum": self.datum.text().strip(), "zone": self.zone.currentData()}
        self.requested.emit(str(Path(path).expanduser()), options)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("选择水情序列"), "", self.tr("表格 (*.csv *.txt *.xlsx *.xls)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.path.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
