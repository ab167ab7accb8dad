"""The acts on chosen reports: buttons with their keys, and the form of the one that is under way."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from data.model.steps import ReportMoved
from data.rules.find import Index
from data.rules.nearest import Reach
from views.parts import boxed, button, column, rule, scrolled
from views.patrol_rows import MAY_MOVE
from views.triage_amend import AmendForm
from views.triage_forms import ActForm, CloseForm, FileForm, RejectForm, padded
from views.triage_merge import MergeForm
from views.triage_owner import OwnerForm
from views.triage_rows import OPEN
from widgets.flow_layout import FlowLayout
from widgets.pictures import Pictures
from widgets.theme import Theme

KEYS = MappingProxyType(
    {"verify": "V", "owner": "A", "close": "C", "reject": "X", "merge": "M", "file": "F", "amend": "E"}
)
"""Acts and their keys, in the order of the buttons."""


SHORT = frozenset({"owner", "reject", "file"})
"""Forms that take no more room than they fill; the others grow."""
_ANY_HEIGHT = 16_777_215


class TriageActs(QWidget):
    """Buttons below, a form above them while one is open.

    Signals:
        done: the body of a step.
        file_requested: path of a picture to keep, and the callable for its Attachment.
        picture_requested: id of a report and the place of one of its pictures.
        incident_requested: make an incident of the chosen report.
        opened: name of the act whose form was opened, "" when it was put away.

    """

    done = Signal(object)
    file_requested = Signal(str, object)
    picture_requested = Signal(str, int)
    incident_requested = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now: Situation | None = None
        self._reports: tuple[Report, ...] = ()
        self._open = ""
        self.owner, self.close_form = OwnerForm(theme), CloseForm(theme, pictures)
        self.reject, self.file, self.amend = RejectForm(theme), FileForm(theme), AmendForm(theme)
        self.merge = MergeForm(theme, pictures)
        self.forms: dict[str, ActForm] = {
            "owner": self.owner,
            "close": self.close_form,
            "reject": self.reject,
            "merge": self.merge,
            "file": self.file,
            "amend": self.amend,
        }
        self.buttons: dict[str, QPushButton] = {name: button("") for name in KEYS}
        self.to_incident = button(self.tr("转险情…"), tip=self.tr("确认为险情，触发预案的险情指令（Alt+I）"))
        self.to_incident.setShortcut("Alt+I")
        self._stack = QStackedWidget()
        self._places = {name: self._stack.addWidget(padded(theme, form)) for name, form in self.forms.items()}
        self._area = scrolled(self._stack)
        inner = QWidget()
        flow = FlowLayout(inner, theme.px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        inner.setSizePolicy(policy)
        bar = boxed(theme, column(theme, inner), (16, 8, 12, 10))
        for made in self.buttons.values():
            flow.addWidget(made)
        flow.addWidget(self.to_incident)
        self._line = rule()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (self._area, self._line, bar):
            outer.addWidget(part)
        outer.setStretch(0, 1)
        self._area.hide()
        for name, made in self.buttons.items():
            made.clicked.connect(lambda _=False, act=name: self.begin(act))
        for form in self.forms.values():
            form.done.connect(self._finish)
            form.left.connect(self.put_away)
        self.close_form.file_requested.connect(self.file_requested)
        self.merge.picture_requested.connect(self.picture_requested)
        self.to_incident.clicked.connect(self.incident_requested)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    # in

    def show_reports(self, now: Situation, reports: Sequence[Report]) -> None:
        """Offer what these reports allow; a form under way follows them, or goes when there is nothing left for it."""
        before = tuple(report.id for report in self._reports)
        self._now, self._reports = now, tuple(reports)
        self._ready()
        if not self._open:
            return
        if not self.allowed(self._open):
            self.put_away()
        elif tuple(report.id for report in reports) != before or self._open == "merge":
            self.forms[self._open].start(now, self._reports)
        else:
            self.forms[self._open].now = now

    def show_index(self, index: Index) -> None:
        """Take the index that finds people."""
        self.owner.show_index(index)

    def show_near(self, near: Sequence[Reach]) -> None:
        """Take who is nearest to the report."""
        self.owner.show_near(near)

    def allowed(self, act: str) -> bool:
        """Whether all of the chosen reports may do this."""
        reports = self._reports
        if not reports:
            return False
        still = all(report.state in OPEN for report in reports)
        match act:
            case "verify":
                return all(report.state in MAY_MOVE[ReportState.VERIFIED] for report in reports)
            case "owner":
                return all(report.state in MAY_MOVE[ReportState.HANDLING] for report in reports)
            case "close":
                return all(report.state in MAY_MOVE[ReportState.CLOSED] for report in reports)
            case "reject":
                return all(report.state in MAY_MOVE[ReportState.REJECTED] for report in reports)
            case "amend":
                return still and len(reports) == 1
            case "merge":
                return still
            case _:
                return True

    def begin(self, act: str) -> None:
        """Do an act that needs nothing more, or open its form."""
        now = self._now
        if now is None or not self.allowed(act):
            return
        if act == "verify":
            self.done.emit(ReportMoved(tuple(report.id for report in self._reports), ReportState.VERIFIED))
            return
        self._open = act
        form = self.forms[act]
        form.start(now, self._reports)
        self._stack.setCurrentIndex(self._places[act])
        page = self._stack.widget(self._places[act])
        high = page.sizeHint().height() if page is not None and act in SHORT else 0
        self._area.setMinimumHeight(min(high, self._theme.px(280)))
        self._area.setMaximumHeight(high or _ANY_HEIGHT)
        self._area.show()
        self._ready()
        form.first().setFocus()
        self.opened.emit(act)

    def put_away(self) -> None:
        """Hide the form; what was typed stays in it."""
        if self._open:
            self._open = ""
            self._area.hide()
            self._ready()
            self.opened.emit("")

    def under_way(self) -> str:
        """Name of the act whose form is open, "" for none."""
        return self._open

    # inside

    def _finish(self, body: object) -> None:
        self.put_away()
        self.done.emit(body)

    def _ready(self) -> None:
        many = len(self._reports)
        said = {
            "verify": self.tr("核实"),
            "owner": self.tr("交办"),
            "close": self.tr("办结"),
            "reject": self.tr("不属实"),
            "merge": self.tr("并案"),
            "file": self.tr("归件"),
            "amend": self.tr("更正"),
        }
        for act, made in self.buttons.items():
            text = self.tr("{0} {1} 件").format(said[act], many) if many > 1 and act != "amend" else said[act]
            dots = "" if act == "verify" else "…"
            made.setText(f"{text}{dots} {KEYS[act]}")
            made.setToolTip(self.tr("{0}（{1}）").format(text, KEYS[act]))
            made.setEnabled(self.allowed(act))
            made.setProperty("kind", "primary" if act == "verify" and self.allowed(act) else "")
            made.style().polish(made)
        self.to_incident.setEnabled(many == 1 and self._reports[0].state in OPEN)
