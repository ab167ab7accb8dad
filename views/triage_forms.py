"""Forms of single acts on reports: what each needs, and the step that it becomes. Nothing typed is lost by Esc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from data.model.dispatch import Report, ReportState
from data.model.field import Attachment
from data.model.situation import Situation
from data.model.steps import Body, ReportMoved, ReportsFiled
from views import phrases, words
from views.parts import Choice, Words, button, column, row
from views.photo_strip import PhotoStrip
from widgets.pictures import Pictures
from widgets.shortcuts import SEND, inside
from widgets.theme import Size, Theme


class ActForm(QWidget):
    """Base of the forms: a heading, fields, and one button that names what it does.

    Signals:
        done: the body of a step.
        left: the operator turned away; the fields keep what was typed.

    """

    done = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports: tuple[Report, ...] = ()
        self.now: Situation | None = None
        self.heading = Words(theme, bold=True)
        self.send = button("", "primary", self.tr("提交（Ctrl+Enter）"))
        self.leave = button(self.tr("返回"), "quiet", self.tr("返回，已填内容保留（Esc）"))
        self.send.clicked.connect(self._send)
        self.leave.clicked.connect(self.left)
        for keys in SEND:
            inside(self, keys, self._send)

    def fill(self, theme: Theme, *fields: QWidget) -> None:
        """Lay out the fields between heading and buttons."""
        foot = row(theme, self.leave, None, self.send)
        self.setLayout(column(theme, self.heading, *fields, foot, None, gap=6))

    def start(self, now: Situation, reports: Sequence[Report]) -> None:
        """Begin with these reports; what was typed for the same ones stays."""
        fresh = tuple(report.id for report in reports) != tuple(report.id for report in self.reports)
        self.now, self.reports = now, tuple(reports)
        if fresh:
            self.clear()
        self.show_heading(fresh)
        self.ready()

    def ready(self, *_said: object) -> None:
        """Say what the button would do, and whether it may."""
        self.send.setText(self.words())
        self.send.setEnabled(self.body() is not None)

    def many(self, said: str) -> str:
        """Words of an act with the number of reports, when there are several."""
        count = len(self.reports)
        return self.tr("{0} {1} 件").format(said, count) if count != 1 else said

    def ids(self) -> tuple[str, ...]:
        """Ids of the reports."""
        return tuple(report.id for report in self.reports)

    def first(self) -> QWidget:
        """Where the keyboard goes first. Override."""
        return self.send

    def clear(self) -> None:
        """Empty the fields. Override."""

    def show_heading(self, fresh: bool) -> None:
        """Say what the form is for; `fresh` when it is about other reports than before. Override."""

    def words(self) -> str:
        """Words on the button. Override."""
        raise NotImplementedError

    def body(self) -> Body | None:
        """Return the step, None while something is missing. Override."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _send(self) -> None:
        body = self.body()
        if body is not None:
            self.done.emit(body)
            self.reports = ()
            self.clear()


class RejectForm(ActForm):
    """不属实: a note is needed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("查实情况，如“现场查看无水，系灌溉回归水”（必填）"))
        self.note.setAccessibleName(self.tr("说明"))
        self.note.textChanged.connect(self.ready)
        self.fill(theme, self.note)

    def first(self) -> QWidget:
        return self.note

    def clear(self) -> None:
        self.note.clear()

    def show_heading(self, fresh: bool) -> None:  # noqa: ARG002 - the same words for all
        self.heading.say(self.tr("不属实：留下谁查的、看到什么"))

    def words(self) -> str:
        return self.many(self.tr("记为不属实"))

    def body(self) -> Body | None:
        note = self.note.text().strip()
        return ReportMoved(self.ids(), ReportState.REJECTED, note) if note and self.reports else None


class CloseForm(ActForm):
    """办结: a note, and pictures of how it looks now, picked or dragged here.

    Signals:
        file_requested: path of a picture, and the callable to hand its Attachment to.

    """

    file_requested = Signal(str, object)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shots: tuple[Attachment, ...] = ()
        self._round = 0  # a picture that comes back for an entry already cleared is not taken into the next one
        self._waiting = 0
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("如何处置、谁复核（必填）"))
        self.note.setAccessibleName(self.tr("说明"))
        self.add = button(self.tr("处置后照片…"), tip=self.tr("选取照片，也可以拖到这里（Alt+H）"))
        self.add.setShortcut("Alt+H")
        self._told = Words(theme, size=Size.SMALL, tone="muted")
        self.strip = PhotoStrip(theme, pictures)
        self.note.textChanged.connect(self.ready)
        self.add.clicked.connect(self._pick)
        self.setAcceptDrops(True)
        line = QWidget()
        line.setLayout(row(theme, self.add, self._told))
        self.fill(theme, self.note, line, self.strip)

    def first(self) -> QWidget:
        return self.note

    def clear(self) -> None:
        self._round += 1
        self._waiting, self._shots = 0, ()
        self.note.clear()
        self._show()

    def show_heading(self, fresh: bool) -> None:  # noqa: ARG002 - the same words for all
        before = sum(len(report.photos) for report in self.reports)
        self.heading.say(self.tr("办结：附处置后照片，与处置前 {0} 张对照").format(before))
        self._show()

    def words(self) -> str:
        return self.many(self.tr("办结"))

    def body(self) -> Body | None:
        note = self.note.text().strip()
        if not note or not self.reports or self._waiting:
            return None
        return ReportMoved(self.ids(), ReportState.CLOSED, note, photos=self._shots)

    def add_file(self, path: str) -> None:
        """Ask for a picture to be kept; it counts once the desk has handed it back."""
        turn = self._round
        self._waiting += 1

        def kept(shot: Attachment | None) -> None:
            if turn != self._round:
                return
            self._waiting -= 1
            if shot is not None and all(shot.digest != known.digest for known in self._shots):
                self._shots = (*self._shots, shot)
            self._show()

        self._show()
        self.file_requested.emit(path, kept)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.add_file(url.toLocalFile())
        event.acceptProposedAction()

    def _pick(self) -> None:
        dialog = QFileDialog(self, self.tr("选取处置后照片"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("照片 (*.jpg *.jpeg *.png *.webp)")])
        dialog.filesSelected.connect(lambda paths: [self.add_file(path) for path in paths])
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self) -> None:
        self.strip.show_shots([(shot, self.tr("后")) for shot in self._shots])
        said = self.tr("已附 {0} 张").format(len(self._shots)) if self._shots else self.tr("可拖入照片；没有也能办结")
        self._told.say(self.tr("正在存入 {0} 张…").format(self._waiting) if self._waiting else said)
        self.ready()


class FileForm(ActForm):
    """归件: to a standing incident, or to a 四乱 case by its number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.incident = Choice(self.tr("险情"))
        self.case = QLineEdit()
        self.case.setPlaceholderText(self.tr("或填四乱案件编号"))
        self.case.setAccessibleName(self.tr("四乱案件编号"))
        self.incident.picked.connect(self._incident_picked)
        self.case.textChanged.connect(self._case_typed)
        self.fill(theme, self.incident, self.case)

    def first(self) -> QWidget:
        return self.incident if self.incident.count() > 1 else self.case

    def clear(self) -> None:
        self.case.clear()
        self.incident.choose("")

    def show_heading(self, fresh: bool) -> None:  # noqa: ARG002 - the same words for all
        self.heading.say(self.tr("归件：同一处险情的后续报告归入险情；四乱问题归入案件"))
        standing = [] if self.now is None else [one for one in self.now.incidents.values() if one.closed_at is None]
        none = self.tr("归入险情…") if standing else self.tr("没有未销号的险情")
        self.incident.set_choices(
            [
                ("", none),
                *(
                    (one.id, f"{words.grade(one.grade)} {phrases.registered(one.kind)} {one.place}")
                    for one in sorted(standing, key=lambda one: (one.grade, one.at))
                ),
            ]
        )
        self.incident.setEnabled(bool(standing))

    def words(self) -> str:
        if self.incident.key():
            return self.many(self.tr("归入险情"))
        return self.many(self.tr("归入案件"))

    def body(self) -> Body | None:
        incident, case = self.incident.key(), self.case.text().strip()
        if not self.reports or bool(incident) == bool(case):
            return None
        return ReportsFiled(self.ids(), incident, case)

    def _incident_picked(self, key: str) -> None:
        if key:
            self.case.clear()
        self.ready()

    def _case_typed(self, text: str) -> None:
        if text.strip():
            self.incident.choose("")
        self.ready()


def padded(theme: Theme, form: ActForm) -> QWidget:
    """A form with the room around it that the detail has."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
    box.addWidget(form)
    return holder
