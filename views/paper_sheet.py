"""文件: which document, how it will look on paper, and its way out: Word, PDF, printer, or issued and kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from data.model.office import PaperKind
from data.model.situation import Situation, Touched
from views import office_words, paper_words, phrases
from views.paper_form import PaperForm
from views.paper_preview import PaperPreview
from views.paper_wish import IssuedShown, PaperShown, PaperWish
from views.parts import Words, boxed, button, column, row, rule, scrolled
from views.sheet_pane import SheetPane, upright_rule
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme


class PaperSheet(SheetPane):
    """Form at left, pages at right. What is shown is what leaves: a changed form must be made anew.

    Signals:
        make_requested: PaperWish; answered with `show_progress`, then `show_made` or `show_fault`.
        save_requested: path (.docx or .pdf) for the document shown.
        print_requested: the document shown.
        copy_requested: the text of the document shown goes onto the clipboard.
        issue_requested: PaperShown to be issued under its number; answered with `show_issued` or `show_fault`.
        template_requested: path of a Word file to be kept as a template; answered with `show_templates`.
        sign_offs_requested: the sheet was brought up and wants to know what was signed; `show_sign_offs`.

    """

    make_requested = Signal(object)
    save_requested = Signal(str)
    print_requested = Signal()
    copy_requested = Signal()
    issue_requested = Signal(object)
    template_requested = Signal(str)
    sign_offs_requested = Signal()

    MOST: ClassVar[tuple[int, int]] = (1360, 980)
    heeds: ClassVar[Touched] = Touched.OFFICE | Touched.INCIDENTS | Touched.DRILL | Touched.LEVEL | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("PaperSheet", "文件"), "record", parent)
        self.shown: PaperShown | None = None
        self.issued: IssuedShown | None = None
        self._asked: PaperWish | None = None
        self.form = PaperForm(theme)
        self.paper = PaperPreview(theme)
        self.head = Words(theme, bold=True, wrap=False)
        self.state = Words(theme, size=Size.SMALL, tone="secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.note = Words(theme, size=Size.SMALL, tone="muted")
        self.word = button(self.tr("存为 Word…(&W)"), "", self.tr("Alt+W"))
        self.pdf = button(self.tr("存为 PDF…(&P)"), "", self.tr("Alt+P"))
        self.printer = button(self.tr("打印…"), "", self.tr("打印（Ctrl+Shift+Enter）"))
        self.whole = button(self.tr("整页"), "quiet", self.tr("一次看整页，或看页宽（Alt+Z）"))
        self.whole.setCheckable(True)
        self.copy = button(self.tr("复制全文"), "quiet", self.tr("Ctrl+Shift+C"))
        self.issue = button("", "danger")
        self._lay_out(theme)
        self._wire()
        self.draw_theme(theme)
        self._look()

    def _lay_out(self, theme: Theme) -> None:
        left = scrolled(boxed(theme, column(theme, self.form, None), (16, 12, 16, 8)))
        left.setFixedWidth(theme.px(320))
        self._left = left
        title = row(theme, self.head, None, self.whole, self.copy)
        over = boxed(theme, column(theme, title, self.state, self.progress, gap=4), (16, 10, 16, 8))
        right = QWidget()
        pages = QVBoxLayout(right)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        pages.addWidget(over)
        pages.addWidget(rule())
        pages.addWidget(self.paper, 1)
        sides = row(theme, left, upright_rule(), right, gap=0)
        sides.setStretch(2, 1)
        acts = row(theme, self.note, None, self.word, self.pdf, self.printer, 16, self.issue)
        acts.setStretch(0, 40)
        body = QWidget()
        whole = column(theme, gap=0)
        whole.addLayout(sides, 1)
        whole.addWidget(rule())
        whole.addWidget(boxed(theme, acts, (16, 8, 16, 10)))
        body.setLayout(whole)
        self.panel.set_body(body)

    def _wire(self) -> None:
        self.form.make.clicked.connect(self.make)
        self.form.kind.clicked_on.connect(self.make)
        self.form.changed.connect(self._on_changed)
        self.form.template_wanted.connect(self._ask_template)
        self.word.clicked.connect(lambda: self._ask_path("docx"))
        self.pdf.clicked.connect(lambda: self._ask_path("pdf"))
        self.printer.clicked.connect(self.print_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.whole.toggled.connect(self.paper.show_whole)
        self.issue.clicked.connect(self._issue)
        for keys in SEND:
            inside(self, keys, self.make)
        inside(self, "Ctrl+Shift+Return", self._print)
        inside(self, "Alt+Z", self.whole.click)
        inside(self, "Ctrl+Shift+C", self.copy_requested.emit)

    # what the owner says

    def open(self) -> None:
        """Bring the sheet up as it was left."""
        self.sign_offs_requested.emit()
        self._know()
        self.bring_up(self.form.kind)

    def open_for(self, kind: PaperKind, about: str = "", covered: tuple[datetime, datetime] | None = None) -> None:
        """Bring the sheet up for a document, and make it at once."""
        self.issued = None
        self.open()
        self.form.choose(kind, about, covered)
        self.make()

    def show_templates(self, names: Sequence[str], chosen: str = "") -> None:
        """Offer templates of the office."""
        self.form.show_templates(names, chosen)
        self._on_changed()

    def show_sign_offs(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer what was signed, for lists of orders."""
        self.form.show_sign_offs(found)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done to the document, and how far it is."""
        self.progress.setValue(round(share * 100))
        self.state.say(text, "secondary")
        if self.shown is None:
            self.paper.say(text)

    def show_made(self, shown: PaperShown) -> None:
        """Show a document that has been made."""
        self._asked = None
        self.issued, self.shown = None, shown
        self.paper.show_pdf(shown.pdf)
        self._look()

    def show_issued(self, issued: IssuedShown) -> None:
        """Show a document that was issued, locked."""
        self._asked, self.shown, self.issued = None, None, issued
        self.paper.show_pdf(issued.pdf)
        self._look()

    def show_fault(self, text: str) -> None:
        """Say why a document could not be made, kept or written."""
        self._asked = None
        if self.shown is None and self.issued is None:
            self.paper.say(text)
        self._look()
        self.state.say(text, "urgent")

    def show_note(self, text: str) -> None:
        """Say that something was done."""
        self.note.say(text, "secondary")

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused."""
        self.show_fault(text)

    def make(self) -> None:
        """Ask for the document that the form describes."""
        wish = self.form.wish()
        if wish is None or self._asked == wish:
            self._look()
            return
        self._asked, self.issued = wish, None
        self.note.say("")
        self.show_progress(self.tr("正在取材…"), 0.05)
        self._look()
        self.make_requested.emit(wish)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - the form compares by itself
        """Offer what there is to write about."""
        self._know()
        self._look()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        super().draw_theme(theme)
        self.paper.set_theme(theme)
        self.form.kind.fit(theme)
        self.progress.setFixedHeight(theme.px(3))
        self._left.setFixedWidth(theme.px(320))

    def _know(self) -> None:
        if self.now is not None:
            self.form.show_now(self.now, self.time or self.now.at)

    # inside

    @property
    def _fits(self) -> bool:
        """Whether the pages shown are those that the form describes."""
        return self.shown is not None and self.shown.wish == self.form.wish()

    def _on_changed(self) -> None:
        self.note.say("")
        if self.issued is not None:
            self.issued = None
            self.paper.say("")
        self._look()

    def _look(self) -> None:
        busy, there = self._asked is not None, self.shown is not None or self.issued is not None
        self.progress.setVisible(busy)
        self.form.make.setEnabled(self.form.wish() is not None and not busy)
        wrong = self.form.number_wrong()
        self.whole.setEnabled(there)
        for part in (self.word, self.pdf, self.printer):
            part.setEnabled(there and not busy and (self.issued is not None or self._fits))
        self.copy.setEnabled(self._fits and not busy)
        self.issue.setVisible(self.issued is None)
        self.issue.setEnabled(self._fits and not busy and not wrong)
        number = self.form.number.text().strip()
        self.issue.setText(self.tr("签发存档 {0}").format(number) if number else self.tr("签发存档"))
        self.issue.setToolTip(wrong or self.tr("记入日志，Word 与 PDF 按哈希存档，此后不可更改"))
        if self.issued is not None:
            self._tell_issued(self.issued)
        elif self.shown is not None:
            self._tell_made(self.shown, wrong)
        else:
            self.head.say(office_words.paper(self.form.chosen))
            if not busy:
                self.state.say("")
                self.paper.say(self.form.wrong() or self.tr("点一下左边的文种就成文，在此看到打印的样子"))

    def _tell_made(self, shown: PaperShown, wrong: str) -> None:
        self.head.say(phrases.noted(shown.title, shown.wish.number))
        if self._asked is not None:
            return
        if not self._fits:
            self.state.say(self.tr("左侧已改动，这是改动前的文件；重新制作后才能存、印、签发"), "attention")
            return
        parts = [
            self.tr("未签发"), self.tr("共 {0} 页").format(self.paper.pages),
            self.tr("形势截至第 {0} 步").format(shown.seq), self.tr("制作 {0:.1f} 秒").format(shown.seconds), wrong,
        ]  # fmt: skip
        self.state.say(" · ".join(part for part in parts if part), "attention" if wrong else "secondary")

    def _tell_issued(self, issued: IssuedShown) -> None:
        self.head.say(phrases.noted(issued.title, issued.number))
        parts = [
            self.tr("已签发，锁定"), issued.issued, issued.by, self.tr("共 {0} 页").format(self.paper.pages),
            self.tr("形势截至第 {0} 步").format(issued.seq),
            self.tr("Word {0}　PDF {1}").format(paper_words.short(issued.digest), paper_words.short(issued.pdf_digest)),
        ]  # fmt: skip
        self.state.say(" · ".join(parts), "secondary")

    def _issue(self) -> None:
        if self.shown is not None and self.issue.isEnabled():
            self._asked = self.shown.wish
            self.show_progress(self.tr("正在签发存档…"), 0.3)
            self._look()
            self.issue_requested.emit(self.shown)

    def _print(self) -> None:
        if self.printer.isEnabled():
            self.print_requested.emit()

    def _ask_path(self, ending: str) -> None:
        said = self.issued or (self.shown.wish if self.shown is not None else None)
        title = self.issued.title if self.issued is not None else self.shown.title if self.shown is not None else ""
        name = f"{title}-{said.number if said is not None else ''}".strip("-").replace(" ", "").replace("/", "-")
        dialog = QFileDialog(self, self.tr("存为 Word") if ending == "docx" else self.tr("存为 PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"Word (*.{ending})" if ending == "docx" else f"PDF (*.{ending})"])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{name}.{ending}")
        dialog.fileSelected.connect(self.save_requested)
        dialog.open()

    def _ask_template(self) -> None:
        dialog = QFileDialog(self, self.tr("加入本单位模板"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Word (*.docx)"])
        dialog.fileSelected.connect(self.template_requested)
        dialog.open()
