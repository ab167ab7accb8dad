"""并案: reports that may be of one thing, side by side; one goes on for all, the others point to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from data.model.dispatch import Report
from data.model.situation import Situation
from data.model.steps import Body, ReportsMerged
from data.rules.likeness import alike
from views import photo_words, phrases, step_words, words
from views.parts import Fact, Facts, Words, column, row
from views.photo_strip import PhotoStrip
from views.triage_forms import ActForm
from views.triage_rows import OPEN, report_mark, report_title
from widgets.line_list import Line, LineList
from widgets.pictures import Pictures
from widgets.shortcuts import inside
from widgets.theme import Size, Theme


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that may be of the same thing, and in words how near it is."""

    report: Report
    near: str


def candidates(now: Situation, report_id: str) -> list[Candidate]:
    """Return what may be of the same thing as a report, the most alike first."""
    return [Candidate(now.reports[one.report], nearness(one.metres, one.minutes)) for one in alike(now, report_id)]


def nearness(metres: float | None, minutes: float) -> str:
    """How far apart two reports are in place and time."""
    t = QCoreApplication.translate
    where = t("Merge", "同一地点") if metres is None else t("Merge", "相距 {0}").format(photo_words.metres(metres))
    return t("Merge", "{0}，相隔 {1:.0f} 分").format(where, minutes)


class Side(QWidget):
    """One report of the two that are compared."""

    opened = Signal(str, int)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ""
        self.role = Words(theme, size=Size.SMALL, tone="muted")
        self.title = Words(theme, bold=True)
        self.text = Words(theme)
        self.strip = PhotoStrip(theme, pictures)
        self.facts = Facts(theme)
        self.setLayout(column(theme, self.role, self.title, self.strip, self.text, self.facts, None, gap=4))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme.px(120))
        self.strip.opened.connect(lambda at: self.opened.emit(self._report, at))

    def show_report(self, now: Situation, report: Report, role: str) -> None:
        """Show a report."""
        self._report = report.id
        self.role.say(role)
        self.title.say(f"{report_title(report)} {words.grade(report.grade)}")
        self.text.say(report.text)
        self.strip.show_shots([(shot, "") for shot in report.photos])
        self.facts.show_facts(
            [
                Fact(self.tr("地点"), report.place or words.DASH),
                Fact(self.tr("接报"), words.date_clock(report.at)),
                Fact(self.tr("报告人"), step_words.who(now, report.by)),
                Fact(self.tr("状态"), words.report_state(report.state)),
            ]
        )


class MergeForm(ActForm):
    """The kept one at left, the one looked at in the list at right; marked ones are merged.

    Signals:
        picture_requested: id of a report and the place of one of its pictures.

    """

    picture_requested = Signal(str, int)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._kept = ""
        self._all: dict[str, Candidate] = {}
        self.left_side, self.right_side = Side(theme, pictures), Side(theme, pictures)
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.ExtendedSelection)
        self.list.setFixedHeight(theme.px(27 * 4))
        self.list.set_empty_words(self.tr("附近没有同类的未办结事件；可在列表里多选后再并案"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("说明（可不填）"))
        self.swap_hint = Words(
            theme, self.tr("选中的并入左边这件；Ctrl+S 左右互换，Ctrl+单击多选"), size=Size.SMALL, tone="muted"
        )
        sides = QWidget()
        beside = row(theme, self.left_side, self.right_side, gap=16)
        beside.setStretch(0, 1)
        beside.setStretch(1, 1)
        sides.setLayout(beside)
        self.fill(theme, sides, self.list, self.swap_hint, self.note)
        self.list.chosen.connect(self._compare)
        inside(self, "Ctrl+S", self.swap)
        for side in (self.left_side, self.right_side):
            side.opened.connect(self.picture_requested)

    def first(self) -> QWidget:
        return self.list

    def clear(self) -> None:
        self.note.clear()
        self._kept, self._all = "", {}

    def show_heading(self, fresh: bool) -> None:
        if self.now is None or not self.reports:
            return
        if fresh or self._kept not in self.now.reports:
            still = [report for report in self.reports if report.state in OPEN] or list(self.reports)
            self._kept = min(still, key=lambda report: (report.grade, report.at)).id
            self._offer()
        self._compare()

    def swap(self) -> None:
        """Let the report at the right go on instead of the one at the left."""
        looked = self._looked_at()
        if looked and self.now is not None:
            before, self._kept = self._kept, looked
            self._offer(also=before)
            self._compare()

    def words(self) -> str:
        kept = None if self.now is None else self.now.reports.get(self._kept)
        if kept is None:
            return self.tr("并案")
        named = f"{phrases.registered(kept.kind)} {kept.place}".strip()
        return self.tr("把 {0} 件并入“{1}”").format(len(self._marked()), named)

    def body(self) -> Body | None:
        marked = self._marked()
        return ReportsMerged(self._kept, marked, self.note.text().strip()) if self._kept and marked else None

    def _offer(self, also: str = "") -> None:
        now = self.now
        if now is None:
            return
        found = {one.report.id: one for one in candidates(now, self._kept)}
        chosen = [report for report in self.reports if report.id != self._kept and report.state in OPEN]
        wanted = [one.id for one in chosen] or ([also] if also else list(found)[:1])
        for report_id in (*wanted, also):
            report = now.reports.get(report_id)
            if report is not None and report_id not in found:
                found[report_id] = Candidate(report, self.tr("手工选中"))
        self._all = found
        self.list.set_lines([_line(one) for one in found.values()])
        self.list.choose(wanted)

    def _compare(self, *_ids: object) -> None:
        now = self.now
        kept = None if now is None else now.reports.get(self._kept)
        if now is None or kept is None:
            return
        self.left_side.show_report(now, kept, self.tr("保留"))
        looked = self._all.get(self._looked_at())
        self.right_side.setVisible(looked is not None)
        if looked is not None:
            self.right_side.show_report(now, looked.report, looked.near)
        said = self.tr("并案：这些说的是不是同一件事？")
        self.heading.say(said if self._all else self.tr("没有相近的事件"))
        self.ready()

    def _looked_at(self) -> str:
        current = self.list.currentIndex()
        marked = self._marked()
        lines = self.list.lines()
        if current.isValid() and current.row() < len(lines) and lines[current.row()].id in marked:
            return str(lines[current.row()].id)
        return marked[0] if marked else ""

    def _marked(self) -> tuple[str, ...]:
        return tuple(str(row_id) for row_id in self.list.chosen_ids())


def _line(one: Candidate) -> Line:
    report = one.report
    return Line(
        report.id,
        f"{phrases.registered(report.kind)} {report.place}".strip(),
        value=one.near,
        mark=report_mark(report),
    )


def banner(found: Sequence[Candidate]) -> str:
    """Words of the proposal above a report."""
    t = QCoreApplication.translate
    if not found:
        return ""
    return t("Merge", "与 {0} 件相近（最近一件{1}）").format(len(found), found[0].near)
