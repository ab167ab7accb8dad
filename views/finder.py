"""Ctrl+K: finds anyone while typing, on top of the desk and by keyboard alone; it stands in nobody's way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from data.model.situation import Situation, Touched
from data.rules.contacts import contact
from data.rules.find import Hit, Index, digests_of, find, make_index
from data.rules.nearest import squad_strength
from views import contact_words, phrases, words
from views.pane import Pane, Selection
from views.sheet_pane import claim_escape
from widgets.data_table import DataTable
from widgets.icons import IconSet
from widgets.rows_model import Column, RowsModel
from widgets.theme import Size, Theme, retheme

SHOWN = 12


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One result in words."""

    hit: Hit
    name: str
    about: str
    phone: str
    deputy: str
    tip: str = ""


class Finder(Pane):
    """A field and what it finds, laid over the upper middle of its parent.

    Signals:
        call_requested: ids to call and what about ("").
        video_requested: the same, by video.
        index_requested: the Registers to make an index with pinyin for; answer with `show_index`.

    """

    call_requested = Signal(list, str)
    video_requested = Signal(list, str)
    index_requested = Signal(object)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.TASKS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(theme, parent)
        self._index = Index()
        self._asked_for: tuple[str, ...] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("找人、队伍、网格、任务：姓名 · 拼音首字母 · 电话 · 岗位 · 网格"))
        self.field.setAccessibleName(self.tr("找人"))
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        columns: list[Column[FoundRow]] = [
            Column("name", self.tr("名称"), lambda row: row.name, chars=16, stretch=3, tooltip=lambda row: row.tip),
            Column("about", self.tr("说明"), lambda row: row.about, chars=24, stretch=5,
                   role_getter=lambda _: "text.secondary"),
            Column("phone", self.tr("手机"), lambda row: row.phone, chars=11, role_getter=lambda _: "text.muted"),
            Column("deputy", self.tr("副职"), lambda row: row.deputy, chars=13, role_getter=lambda _: "text.muted"),
        ]  # fmt: skip
        self.model: RowsModel[FoundRow] = RowsModel(columns, lambda row: (row.hit.kind, row.hit.id), self)
        self.results = DataTable(theme, self.model, self)
        self.results.horizontalHeader().hide()
        self.results.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = QLabel(self.tr("↑↓ 选择 · Enter 选中并定位 · Ctrl+Enter 打电话（加 Shift 视频） · Esc 收起"), self)
        self.hint.setProperty("tone", "muted")
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.results)
        box.addWidget(self.hint)
        self._box = box
        self.field.textEdited.connect(self._search)
        self.results.opened.connect(lambda _: self._take())
        self.results.clicked.connect(lambda _: self._take())
        self.hide()
        if parent is not None:
            parent.installEventFilter(self)
        self.draw_theme(theme)

    # what the owner says

    def open(self) -> None:
        """Lay it over the parent with the keyboard in the field; the last words are there, selected."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_index(self, index: Index) -> None:
        """Take the index that was asked for; one of older registers is dropped."""
        if self.now is not None and index.digests == digests_of(self.now.registers):
            self._index = index
            self._search(self.field.text())

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Find again in what is new; a plain index serves until the one with pinyin is there."""
        if touched & Touched.REGISTERS and self._index.digests != digests_of(now.registers):
            self._index = make_index(now.registers, spelled=False)
        if not self._index.spelled and self._asked_for != self._index.digests:
            self._asked_for = self._index.digests
            self.index_requested.emit(now.registers)
        self._search(self.field.text())

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.results, theme)
        px = theme.px
        self._box.setContentsMargins(px(12), px(12), px(12), px(8))
        self._box.setSpacing(px(6))
        self.field.setFont(theme.font(Size.LARGE))
        self.field.setMinimumHeight(px(36))
        self._glass.setIcon(IconSet(theme).icon("search", "icon.muted"))
        self.hint.setFont(theme.font(Size.SMALL))
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.role("surface.raised"))
        painter.setPen(QPen(self.theme.role("line.control"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field lead the list; the overlay follows its parent's size."""
        if watched is self.field and claim_escape(event):
            return True
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(
                    call=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
                    video=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
                )
            case _:
                return False
        return True

    # inside

    def _search(self, text: str) -> None:
        now = self.now
        if now is None:
            return
        hits = find(self._index, text, now.tasks.values(), SHOWN)
        self.results.set_rows([_row(now, hit) for hit in hits])
        self.results.choose([(hits[0].kind, hits[0].id)] if hits else [])
        if text.strip() and not hits:
            self.hint.setText(self.tr("没有找到“{0}”。可输姓名、拼音首字母、电话末几位、岗位或网格。").format(text))
        else:
            self.hint.setText(self.tr("↑↓ 选择 · Enter 选中并定位 · Ctrl+Enter 打电话（加 Shift 视频） · Esc 收起"))
        self._fit()

    def _step(self, by: int) -> None:
        rows = self.model.rows()
        if not rows:
            return
        chosen = self.results.chosen_ids()
        at = self.model.place_of(chosen[0]) if chosen else None
        place = 0 if at is None else (at + by) % len(rows)
        self.results.choose([self.model.id_at(place)])

    def _take(self, *, call: bool = False, video: bool = False) -> None:
        chosen = self.results.chosen_ids()
        place = self.model.place_of(chosen[0]) if chosen else None
        if place is None:
            return
        hit = self.model.row(place).hit
        if call and hit.kind in ("task", "grids"):
            return
        self._leave()
        self.selection_requested.emit(Selection(hit.kind, hit.id))
        if call:
            wanted = self.video_requested if video else self.call_requested
            wanted.emit([hit.id], "")

    def _leave(self) -> None:
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

    def _fit(self) -> None:
        """As tall as what was found."""
        count = len(self.model.rows())
        self.results.setVisible(count > 0)
        self.results.setFixedHeight(count * self.theme.row_height)
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        width = min(self.theme.px(820), host.width() - 2 * self.theme.px(24))
        self._box.activate()
        height = min(self._box.sizeHint().height(), host.height() - self.theme.px(24))
        self.setGeometry((host.width() - width) // 2, self.theme.px(74), width, height)


def _row(now: Situation, hit: Hit) -> FoundRow:
    if hit.kind == "task":
        task = now.tasks[hit.id]
        about = f"{contact_words.post(now, task.role)} · {words.task_state(task.state)}"
        title = phrases.task_title(task, now.plan)
        return FoundRow(hit, title, about, "", "", title)
    if hit.kind == "grids":
        grid = now.registers.grids.by_id[hit.id]
        leader = now.registers.staff.get(grid.leader)
        return FoundRow(
            hit,
            grid.name,
            f"{phrases.registered(grid.kind)} {grid.id}",
            "",
            "" if leader is None else leader.name,
            grid.name,
        )
    found = contact(now, hit.id)
    if found is None:
        return FoundRow(hit, hit.id, "", "", "")
    about = contact_words.about(now, found)
    if hit.kind == "squads":
        about = f"{contact_words.strength(squad_strength(now, hit.id))} · {about}"
    deputy = now.registers.staff.get(found.deputy)
    staff = now.registers.staff.get(hit.id)
    if staff is not None:
        about = " · ".join((about, contact_words.post(now, staff.role)))
    shown = "" if deputy is None else _helper(found.private, deputy.name)
    return FoundRow(hit, contact_words.name(found), about, words.masked_phone(found.phone), shown, about)


def _helper(private: bool, name: str) -> str:
    t = QCoreApplication.translate
    return (t("Finder", "包保 {0}") if private else t("Finder", "副职 {0}")).format(name)
