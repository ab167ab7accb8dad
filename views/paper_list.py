"""文件 in 会商: every document that was issued, with the digest it is kept under; open, take away, check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from data.model.office import Paper, PaperKind
from data.model.situation import Situation, Touched
from views import office_words, paper_words, step_words, words
from views.pane import Pane, Selection
from views.parts import Words, boxed, button, column, row, rule
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.panel import Panel
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme, retheme

ALTERED = Mark(Shape.TRIANGLE, "state.urgent", Fill.SOLID)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document in words; `trouble` is what a check found ("" = as issued, None = not checked)."""

    id: str
    number: str
    kind: str
    title: str
    issued: str
    by: str
    digest: str
    trouble: str | None = None


class PaperList(Pane):
    """The table and what can be done with the one that is chosen.

    Signals:
        new_requested: bring up the sheet, for a kind or as it was left (PaperKind or None).
        open_requested: id of a paper.
        export_requested: id, path (.docx or .pdf).
        check_requested: ids (tuple) whose files are to be checked; answered with `show_checked`.

    """

    new_requested = Signal(object)
    open_requested = Signal(str)
    export_requested = Signal(str, str)
    check_requested = Signal(tuple)

    heeds: ClassVar[Touched] = Touched.OFFICE | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._checked: dict[str, str] = {}
        self.panel = Panel(theme, self.tr("已签发文件"), detachable=False, icon="record")
        self.kinds = Chips(theme, exclusive=False)
        self.model: RowsModel[PaperRow] = RowsModel(_columns(), lambda one: one.id, self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("还没有签发过文件；“制作文件”里选文种，一键成文"))
        self.new = button(self.tr("制作文件…(&F)"), "primary", self.tr("制作文件（Ctrl+Shift+F）"))
        self.open = button(self.tr("打开(&O)"), "", self.tr("回车"))
        self.word = button(self.tr("另存 Word…"))
        self.pdf = button(self.tr("另存 PDF…"))
        self.check = button(self.tr("核对全部(&V)"), "", self.tr("逐份核对存档文件与签发时的哈希"))
        self.verdict = Words(theme, size=Size.SMALL, tone="secondary")
        self._arrange(theme)
        self.kinds.chosen.connect(lambda _: self._fill())
        self.table.chosen.connect(lambda _: self._look())
        self.table.opened.connect(lambda row_id: self.open_requested.emit(str(row_id)))
        self.new.clicked.connect(lambda: self.new_requested.emit(None))
        self.open.clicked.connect(lambda: self._with_chosen(lambda one: self.open_requested.emit(one.id)))
        self.word.clicked.connect(lambda: self._with_chosen(lambda one: self._ask(one, "docx")))
        self.pdf.clicked.connect(lambda: self._with_chosen(lambda one: self._ask(one, "pdf")))
        self.check.clicked.connect(self._check)
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        acts = row(theme, self.new, 16, self.open, self.word, self.pdf, None, self.check)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(boxed(theme, column(theme, acts, self.kinds, self.verdict, gap=6), (12, 8, 12, 8)))
        whole.addWidget(rule())
        whole.addWidget(self.table, 1)
        self.panel.set_body(body)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    # what the owner says

    def show_checked(self, found: dict[str, str]) -> None:
        """Show what a check found: codes by id, "" for a document that is as it was issued."""
        self._checked |= found
        bad = [one for one in found.values() if one]
        if bad:
            said = self.tr("核对 {0} 份：{1} 份与签发时不符，见表中红标").format(len(found), len(bad))
        else:
            said = self.tr("核对 {0} 份，全部与签发时一致").format(len(found))
        self.verdict.say(said, "urgent" if bad else "secondary")
        self._fill()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - rows compare by themselves
        """Draw the table."""
        self._fill()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def draw_selection(self, selection: Selection | None) -> None:
        """Mark a paper that is selected elsewhere."""
        if selection is not None and selection.kind == "paper":
            self.table.choose([selection.id])
            self._look()

    def _fill(self) -> None:
        now = self.now
        if now is None:
            return
        counted = Counter(one.kind for one in now.papers.values())
        self.kinds.set_chips(
            [Chip(one.value, office_words.paper(one), counted[one]) for one in PaperKind if one in counted]
        )
        wanted = set(self.kinds.chosen_keys())
        papers = sorted(now.papers.values(), key=lambda one: (one.issued_at, one.id), reverse=True)
        shown = [self._row(now, one) for one in papers if not wanted or one.kind.value in wanted]
        self.table.set_rows(shown)
        self.panel.set_summary(self.tr("共 {0} 份").format(len(papers)) if papers else "")
        self._look()

    def _row(self, now: Situation, one: Paper) -> PaperRow:
        return PaperRow(
            one.id, one.number, office_words.paper(one.kind), one.title, words.date_clock(one.issued_at),
            step_words.actor(now, one.by), one.digest, self._checked.get(one.id),
        )  # fmt: skip

    def _look(self) -> None:
        there = bool(self.table.chosen_ids())
        for part in (self.open, self.word, self.pdf):
            part.setEnabled(there)
        self.check.setEnabled(self.now is not None and len(self.now.papers) > 0)

    # what is asked

    def _with_chosen(self, act: Callable[[Paper], object]) -> None:
        ids = self.table.chosen_ids()
        paper = None if self.now is None or not ids else self.now.papers.get(str(ids[0]))
        if paper is not None:
            act(paper)

    def _check(self) -> None:
        if self.now is not None:
            self.verdict.say(self.tr("正在核对…"), "secondary")
            self.check_requested.emit(tuple(self.now.papers))

    def _ask(self, one: Paper, ending: str) -> None:
        dialog = QFileDialog(self, self.tr("另存 {0}").format(one.number))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"Word (*.{ending})" if ending == "docx" else f"PDF (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{one.title}-{one.number}.{ending}".replace(" ", "").replace("/", "-"))
        dialog.fileSelected.connect(lambda path: self.export_requested.emit(one.id, path))
        dialog.open()


def _columns() -> tuple[Column[PaperRow], ...]:
    t = QCoreApplication.translate

    def bad(one: PaperRow) -> str | None:
        return "state.urgent" if one.trouble else None

    def proof(one: PaperRow) -> str:
        short = paper_words.short(one.digest)
        return short if one.trouble is None else f"{short}　{paper_words.checked(one.trouble)}"

    return (
        Column("number", t("PaperList", "编号"), lambda one: one.number, chars=26, stretch=1),
        Column("kind", t("PaperList", "文种"), lambda one: one.kind, chars=14),
        Column("title", t("PaperList", "标题"), lambda one: one.title, chars=24, stretch=2),
        Column("issued", t("PaperList", "签发时间"), lambda one: one.issued, chars=13),
        Column("by", t("PaperList", "签发人"), lambda one: one.by, chars=16),
        Column("digest", t("PaperList", "校验码"), proof, Align.LEFT, bad,
               lambda one: ALTERED if one.trouble else None, tooltip=lambda one: one.digest, chars=30, stretch=1),
    )  # fmt: skip
