"""The form of the sheet of documents: kind, what about, number, language, template, map."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from data.documents.papers.numbers import next_number, taken
from data.model.office import PaperKind
from data.model.situation import Situation
from views import office_words, phrases
from views.paper_subjects import DAY, Scope, lacking, scope, span, subjects
from views.paper_wish import PaperWish
from views.parts import Choice, Words, button, captioned, column, row
from views.river_entry import TimeField
from widgets.theme import Size, Theme

ADD = "\u0000add"
"""Key of the entry that adds a template: no file can be called so."""
REST = timedelta(seconds=59)
"""A span ends with its last minute: what happened in it belongs to it."""
_PICTURED = frozenset({PaperKind.FLASH, PaperKind.INCIDENT_FIRST, PaperKind.INCIDENT_LATER, PaperKind.REVIEW})
"""Kinds with a map of now; minutes show the one of the moment that was frozen."""


class KindList(QListWidget):
    """The kinds of documents, all to be seen; a click on one is enough to have it made.

    Signals:
        picked: another kind was chosen, by key.
        clicked_on: a kind was clicked.

    """

    picked = Signal(str)
    clicked_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("文种"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in PaperKind:
            item = QListWidgetItem(office_words.paper(one), self)
            item.setData(Qt.ItemDataRole.UserRole, one.value)
        self.choose(PaperKind.FLASH)
        self.currentItemChanged.connect(lambda *_: self.picked.emit(self.key().value))
        self.itemClicked.connect(lambda _: self.clicked_on.emit())

    def key(self) -> PaperKind:
        """The kind chosen."""
        return PaperKind(self.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, kind: PaperKind) -> None:
        """Choose without telling."""
        self.blockSignals(True)
        self.setCurrentRow(list(PaperKind).index(kind))
        self.blockSignals(False)

    def fit(self, theme: Theme) -> None:
        """Be as high as all rows."""
        self.setFont(theme.font())
        self.setFixedHeight(self.sizeHintForRow(0) * self.count() + 2)


class PaperForm(QWidget):
    """Says with `changed` that the document it describes is another one now.

    Signals:
        changed: something of the wish has changed.
        template_wanted: a template is to be added.

    """

    changed = Signal()
    template_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._at: datetime | None = None
        self._sign_offs: tuple[tuple[str, str], ...] = ()
        self._proposed = ""
        self._own_span = False
        self._template = ""
        self.kind, self.about = KindList(), Choice(self.tr("对象"))
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long titles stay in the form
        self.begins, self.ends = TimeField(), TimeField()
        self.number = QLineEdit()
        self.number.setAccessibleName(self.tr("编号"))
        self.language, self.template = Choice(self.tr("文件语言")), Choice(self.tr("模板"))
        self.language.set_choices([("zh", self.tr("中文")), ("en", "English")])
        self.language.choose("en" if phrases.english() else "zh")
        self.screen_map = QCheckBox(self.tr("地图用当前地图视图"))
        self.screen_map.setToolTip(self.tr("不勾选时用台账略图，打印更清楚"))
        self.make = button(self.tr("制作并预览"), "primary", self.tr("Ctrl+Enter"))
        self.note = Words(theme, size=Size.SMALL, tone="muted")
        self._lay_out(theme)
        self.show_templates(())
        self.kind.picked.connect(self._on_kind)
        self.about.picked.connect(self._say)
        self.begins.dateTimeChanged.connect(self._on_span)
        self.ends.dateTimeChanged.connect(self._on_span)
        self.number.textEdited.connect(self._say)
        self.language.picked.connect(self._say)
        self.template.picked.connect(self._on_template)
        self.screen_map.toggled.connect(self._say)

    def _lay_out(self, theme: Theme) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        captioned(self._form, self.tr("对象(&A)"), self.about)
        captioned(self._form, self.tr("自(&B)"), self.begins)
        captioned(self._form, self.tr("至(&D)"), self.ends)
        captioned(self._form, self.tr("编号(&N)"), self.number)
        captioned(self._form, self.tr("语言(&L)"), self.language)
        captioned(self._form, self.tr("模板(&T)"), self.template)
        making = row(theme, self.make)
        making.setStretch(0, 1)
        whole = column(theme, self.kind, 4, self._form, self.screen_map, 4, making, self.note, gap=8)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    # what the owner says

    def show_now(self, now: Situation, at: datetime) -> None:
        """Offer what the situation holds; a number or a span that somebody typed stays."""
        self._now, self._at = now, at
        self._offer()

    def show_templates(self, names: Sequence[str], chosen: str = "") -> None:
        """Offer the shipped template, those of the office, and to add one."""
        own = [(name, name) for name in names]
        self.template.set_choices([("", self.tr("自带模板")), *own, (ADD, self.tr("加入本单位模板…"))])
        self._template = chosen or self.template.key()
        self.template.choose(self._template if self._template != ADD else "")

    def show_sign_offs(self, found: Sequence[tuple[str, str]]) -> None:
        """Offer sign-offs by their number in the journal, newest first."""
        self._sign_offs = tuple(found)
        self._offer()

    def choose(self, kind: PaperKind, about: str = "", covered: tuple[datetime, datetime] | None = None) -> None:
        """Choose a document."""
        self.kind.choose(kind)
        self._own_span = False
        self._propose(fresh=True)
        self._offer()
        if about and self.about.findData(about) >= 0:
            self.about.choose(about)
        if covered is not None:
            self._set_span(covered)
            self._own_span = True
        self._say()

    def wish(self) -> PaperWish | None:
        """What is asked for, None when it cannot be made."""
        if self._now is None or self.wrong():
            return None
        kind = self.chosen
        how = scope(kind)
        covered = None
        if how is Scope.SPAN:
            covered = (self.begins.moment(), self.ends.moment() + REST)
        elif how is Scope.MORNING:
            covered = (self.ends.moment() - DAY, self.ends.moment())
        return PaperWish(
            kind, self.about.key() if how is Scope.SUBJECT else "", covered, self.number.text().strip(),
            self.language.key(), self.template.key(), self.screen_map.isChecked() and kind in _PICTURED,
        )  # fmt: skip

    @property
    def chosen(self) -> PaperKind:
        """The kind chosen."""
        return self.kind.key()

    def wrong(self) -> str:
        """What keeps the document from being made."""
        kind = self.chosen
        if scope(kind) is Scope.SUBJECT and not self.about.key():
            return lacking(kind)
        if scope(kind) is Scope.SPAN and self.begins.moment() >= self.ends.moment():
            return self.tr("起止时间颠倒")
        return ""

    def number_wrong(self) -> str:
        """What keeps the document from being issued under its number."""
        number = self.number.text().strip()
        if not number:
            return self.tr("签发须有编号")
        if self._now is not None and taken(self._now, number):
            return self.tr("编号已用：{0}").format(number)
        return ""

    # inside

    def _on_kind(self, _key: str) -> None:
        self._own_span = False
        self._propose(fresh=True)
        self._offer()
        self._say()

    def _on_span(self) -> None:
        self._own_span = True
        self._say()

    def _on_template(self, key: str) -> None:
        if key == ADD:
            self.template.choose(self._template)
            self.template_wanted.emit()
            return
        self._template = key
        self._say()

    def _offer(self) -> None:
        if self._now is None or self._at is None:
            return
        kind = self.chosen
        how = scope(kind)
        offered = subjects(self._now, kind, self._sign_offs)
        self.about.set_choices(offered)
        self.about.setToolTip(self.about.currentText())
        for field, shown in (
            (self.about, how is Scope.SUBJECT and bool(offered)),
            (self.begins, how is Scope.SPAN),
            (self.ends, how in (Scope.SPAN, Scope.MORNING)),
        ):
            self._form.setRowVisible(field, shown)
        self.screen_map.setVisible(kind in _PICTURED)
        if not self._own_span and how in (Scope.SPAN, Scope.MORNING):
            self._set_span(span(kind, self._at, self._now.drill))
        self._propose()
        self._look()

    def _set_span(self, covered: tuple[datetime, datetime]) -> None:
        for field, moment in zip((self.begins, self.ends), covered, strict=True):
            if field.moment() != moment.replace(second=0, microsecond=0):
                field.blockSignals(True)
                field.set_moment(moment)
                field.blockSignals(False)

    def _propose(self, *, fresh: bool = False) -> None:
        """Propose the next number; one that was typed stays until another kind is chosen."""
        if self._now is None or self._at is None:
            return
        if fresh or not self.number.text() or self.number.text() == self._proposed:
            self._proposed = next_number(self._now, self.chosen, self._at)
            if self.number.text() != self._proposed:
                self.number.setText(self._proposed)

    def _look(self) -> None:
        wrong = self.wrong()
        self.make.setEnabled(not wrong and self._now is not None)
        self.note.say(wrong)

    def _say(self, *_said: object) -> None:
        self._look()
        self.changed.emit()
