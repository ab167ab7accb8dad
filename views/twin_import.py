"""导入外来成果: take in somebody else's inundation map; what it is has to be stated, what is wrong with it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QLineEdit, QSizePolicy, QWidget

from data.model.situation import Touched
from views.parts import Words, boxed, button, captioned, column, row, rule, scrolled
from views.river_entry import TimeField
from views.sheet_pane import SheetPane
from widgets.shortcuts import SEND, inside
from widgets.steady_inputs import SteadyCombo, SteadyDoubleSpin
from widgets.theme import Size, Theme

SYSTEMS: Final = ("EPSG:4547", "EPSG:4526", "EPSG:4490", "EPSG:4326", "EPSG:32649")
"""Coordinate systems that maps of this river come in; any other may be typed."""
DATUMS: Final = ("1985国家高程基准", "大沽", "1956年黄海高程系")
MOST_M3S = 50_000.0


@dataclass(frozen=True, slots=True)
class FileShown:
    """What a file says of itself: raster or shapes, its coordinate system, columns, and what can be filled in."""

    path: str
    raster: bool
    crs: str = ""
    crs_name: str = ""
    columns: tuple[str, ...] = ()
    depth_column: str = ""
    title: str = ""
    source: str = ""
    datum: str = ""
    made_at: datetime | None = None
    written_at: datetime | None = None
    flow_m3s: float = 0.0


@dataclass(frozen=True, slots=True)
class MapWish:
    """A file and what a person states of it."""

    path: str
    title: str
    source: str
    made_at: datetime
    crs: str
    datum: str
    flow_m3s: float
    depth_column: str
    blank_dry: bool


class MapImportSheet(SheetPane):
    """Form of one map. Esc puts it away with the draft kept; only a map that was taken clears it.

    Signals:
        look_requested: path of a file: what does it say of itself?
        take_requested: a MapWish.

    """

    look_requested = Signal(str)
    take_requested = Signal(object)

    heeds: ClassVar[Touched] = Touched(0)
    MOST: ClassVar[tuple[int, int]] = (760, 560)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("MapImportSheet", "导入外来淹没成果"), "download", parent)
        self._busy = False
        self._shown: FileShown | None = None
        self._filled: dict[QWidget, str] = {}
        self.path = QLineEdit()
        self.path.setPlaceholderText(self.tr("GeoTIFF 水深栅格；或带水深的面：GeoJSON、Shapefile(zip)、GPKG、CSV-WKT"))
        self.browse = button(self.tr("选取…(&O)"))
        self.title, self.source = QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(self.tr("在方案列表里的名字；不填用文件名"))
        self.source.setPlaceholderText(self.tr("必填，如：黄委设计院 2024 年《…》；谁算的、依据什么"))
        self.made_at = TimeField()
        self.crs, self.datum = _typed(SYSTEMS, self.tr("坐标系")), _typed(DATUMS, self.tr("高程基面"))
        self.depth_column = _typed((), self.tr("水深字段"))
        self.crs_note = Words(theme, size=Size.SMALL, tone="muted")
        self.made_note = Words(theme, size=Size.SMALL, tone="muted")
        for field, words in (
            (self.crs, self.tr("文件自带时可不填，如 EPSG:4547")),
            (self.datum, self.tr("不写明基面的成果只有水深，没有水位")),
            (self.depth_column, self.tr("哪一列是水深（米）；分级水深取上限")),
        ):
            line = field.lineEdit()
            if line is not None:
                line.setPlaceholderText(words)
        self.flow = SteadyDoubleSpin()
        self.flow.setDecimals(0)
        self.flow.setRange(0, MOST_M3S)
        self.flow.setSingleStep(100)
        self.flow.setSuffix(" m³/s")
        self.flow.setSpecialValueText(self.tr("未注明"))
        self.blank_dry = QCheckBox(self.tr("没有值的单元是无水（不勾选则按“不明”处理）"))
        self.note = Words(theme, size=Size.SMALL, tone="muted")
        self.told = Words(theme)
        self.take = button(self.tr("导入并放到方案 B"), "primary", self.tr("Ctrl+Enter"))
        self.clear_form = button(self.tr("清空"), "quiet")
        self.setAcceptDrops(True)
        self._lay_out(theme)
        self._wire()
        self.clear()
        self.draw_theme(theme)

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        captioned(form, self.tr("文件(&F)"), row(theme, self.path, self.browse), self.path)
        captioned(form, self.tr("成果来源(&S)"), self.source)
        captioned(form, self.tr("名称(&N)"), self.title)
        captioned(form, self.tr("成图时间(&M)"), column(theme, self.made_at, self.made_note, gap=2), self.made_at)
        captioned(form, self.tr("坐标系(&C)"), column(theme, self.crs, self.crs_note, gap=2), self.crs)
        captioned(form, self.tr("高程基面(&D)"), self.datum)
        captioned(form, self.tr("对应流量(&Q)"), self.flow)
        captioned(form, self.tr("水深字段(&W)"), self.depth_column)
        captioned(form, "", self.blank_dry)
        self._form = form
        law = self.tr("外来成果与本机成果同等显示，图上始终注明来源；文件读入后存一份在本机，原文件不动。")
        inner = boxed(
            theme, column(theme, form, rule(), Words(theme, law, size=Size.SMALL, tone="muted"), self.told, None),
            (16, 12, 16, 8),
        )  # fmt: skip
        acts = row(theme, self.note, None, self.clear_form, self.take)
        acts.setStretch(0, 40)  # the stretch after it only keeps the buttons small while there is nothing to say
        body = QWidget()
        body.setLayout(column(theme, scrolled(inner), rule(), boxed(theme, acts, (16, 8, 16, 10)), gap=0))
        self.panel.set_body(body)

    def _wire(self) -> None:
        self.path.editingFinished.connect(self._look)
        self.path.textChanged.connect(self._ready)
        self.source.textChanged.connect(self._ready)
        self.browse.clicked.connect(self._browse)
        self.take.clicked.connect(self._say)
        self.clear_form.clicked.connect(self.clear)
        for keys in SEND:
            inside(self, keys, self._say)

    # what the owner says

    def open(self, at: datetime) -> None:
        """Bring the sheet up; an empty form takes the desk's time."""
        if not self.path.text() and self._shown is None:
            self.made_at.set_moment(at)
        self.bring_up(self.path if not self.path.text() else self.source)

    def show_file(self, shown: FileShown) -> None:
        """Fill in what the file says; what was typed by hand stays."""
        if shown.path != self._file():
            return
        self._shown = shown
        self._fill(self.crs, shown.crs)
        self._fill(self.datum, shown.datum)
        self._fill(self.title, shown.title)
        self._fill(self.source, shown.source)
        offered = shown.depth_column or self.depth_column.currentText()
        self.depth_column.clear()
        self.depth_column.addItems(list(shown.columns))
        self.depth_column.setEditText(offered)
        if shown.flow_m3s:
            self.flow.setValue(shown.flow_m3s)
        if shown.crs_name:
            self.crs_note.say(self.tr("文件自带：{0}").format(shown.crs_name), "muted")
        else:
            self.crs_note.say(self.tr("文件没有坐标系，请写明"), "attention")
        made = shown.made_at or shown.written_at
        if made is not None:
            self.made_at.set_moment(made)
        self.made_note.say("" if shown.made_at or made is None else self.tr("按文件的修改时间填，请核对"))
        self._offer(raster=shown.raster)
        self.told.say("")
        self._ready()

    def show_refused(self, text: str) -> None:
        """Say why a file is not taken; the draft stays."""
        self._busy = False
        self.told.say(text, "urgent")
        self._ready()

    def show_taken(self, name: str, notes: Sequence[str]) -> None:
        """Say that a map was taken, and what must be known of it; the form is empty for the next one."""
        self._busy = False
        self.clear()
        lines = [self.tr("已导入“{0}”，放到方案 B。").format(name), *(f"· {note}" for note in notes)]
        self.told.say("\n".join(lines), "")

    def clear(self) -> None:
        """An empty form."""
        self._shown = None
        self._filled.clear()
        for line in (self.path, self.title, self.source):
            line.clear()
        for choice in (self.crs, self.datum, self.depth_column):
            choice.setEditText("")
        self.flow.setValue(0)
        self.blank_dry.setChecked(False)
        for words in (self.crs_note, self.made_note, self.told):
            words.say("")
        self._offer(raster=None)
        self._ready()

    # out

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file that was dropped here."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self._choose(files[0])

    def _file(self) -> str:
        text = self.path.text().strip()
        return str(Path(text).expanduser()) if text else ""

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("选取淹没成果"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([
            self.tr("淹没成果 (*.tif *.tiff *.asc *.img *.vrt *.geojson *.json *.shp *.zip *.gpkg *.csv)"),
            self.tr("所有文件 (*)"),
        ])  # fmt: skip
        dialog.fileSelected.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, path: str) -> None:
        self.path.setText(path)
        self._look()

    def _look(self) -> None:
        file = self._file()
        if file and (self._shown is None or self._shown.path != file):
            self._shown = None
            self.told.say("")
            self.look_requested.emit(file)

    def _say(self) -> None:
        wrong = self._wrong()
        if wrong:
            self.note.say(wrong, "urgent")
            return
        self._busy = True
        self._ready()
        self.told.say("")
        raster = self._shown is None or self._shown.raster
        self.take_requested.emit(MapWish(
            self._file(), self.title.text().strip(), self.source.text().strip(),
            self.made_at.moment().astimezone(UTC), self.crs.currentText().strip(), self.datum.currentText().strip(),
            self.flow.value(), "" if raster else self.depth_column.currentText().strip(),
            raster and self.blank_dry.isChecked(),
        ))  # fmt: skip

    def _wrong(self) -> str:
        """What keeps the map from being taken."""
        if self._busy:
            return self.tr("正在读取…")
        if not self._file():
            return self.tr("选取文件、写明来源即可导入")
        return "" if self.source.text().strip() else self.tr("请写明成果来源")

    def _ready(self, *_said: object) -> None:
        wrong = self._wrong()
        self.take.setEnabled(not wrong)
        self.note.say(wrong, "muted")

    def _offer(self, *, raster: bool | None) -> None:
        """Show what there is to state of a raster, or of shapes."""
        for field, offered in ((self.depth_column, raster is False), (self.blank_dry, raster is not False)):
            self._form.setRowVisible(field, offered)

    def _fill(self, field: QLineEdit | SteadyCombo, said: str) -> None:
        """Fill a field in that holds nothing, or what another file said."""
        typed = field.text() if isinstance(field, QLineEdit) else field.currentText()
        if typed.strip() and typed != self._filled.get(field):
            return
        self._filled[field] = said
        if isinstance(field, QLineEdit):
            field.setText(said)
        else:
            field.setEditText(said)


def _typed(offered: Sequence[str], name: str) -> SteadyCombo:
    """A choice into which anything may be typed."""
    made = SteadyCombo()
    made.setEditable(True)
    made.setInsertPolicy(SteadyCombo.InsertPolicy.NoInsert)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name)
    made.addItems(list(offered))
    made.setCurrentIndex(-1)
    return made
