"""One report in full: what it says and shows, who has it, who is near, what happened to it; or several, in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation
from data.model.steps import ReportAmended, ReportReceived, Step
from views import phrases, step_words, words
from views.parts import Fact, Facts, Words, boxed, button, column, row
from views.photo_overlay import Album
from views.photo_strip import PhotoStrip
from views.triage_merge import Candidate, banner
from views.triage_near import NearTeams
from views.triage_rows import OPEN, overdue, report_title
from widgets.pictures import Pictures
from widgets.theme import Size, Theme

HISTORY_SHOWN = 12
ASK_MS = 250
"""Who runs down the list by key does not ask for the history of every row."""


class TriageDetail(QWidget):
    """The upper part at the right.

    Signals:
        pictures_requested: an Album, and the place of the picture to begin with.
        merge_requested: look at the proposals.
        split_requested: id of a merged report that is to stand by itself again.
        history_requested: id of a report whose steps are wanted.
        followed: "kind/id" of another object.

    """

    pictures_requested = Signal(object, int)
    merge_requested = Signal()
    split_requested = Signal(str)
    history_requested = Signal(str)
    followed = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._history: tuple[str, tuple[Step, ...]] = ("", ())
        self._merged: tuple[Mapping[str, Report] | None, str, tuple[Report, ...]] = (None, "", ())
        self.alike = Words(theme, bold=True, wrap=True)
        self.look = button(self.tr("并案比对（M）"), tip=self.tr("两件并排看，再决定并不并（M）"))
        proposal = row(theme, self.alike, self.look)
        proposal.setStretch(0, 1)
        self.alike_bar = boxed(theme, proposal, (16, 8, 16, 8))
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.text = Words(theme)
        self.strip = PhotoStrip(theme, pictures)
        self.facts = Facts(theme)
        self.near = NearTeams(theme)
        self.steps_title = Words(theme, self.tr("经过"), size=Size.SMALL, tone="muted")
        self.steps = Words(theme, tone="secondary")
        self.split = button(self.tr("拆开，单独办理"), tip=self.tr("并错了：让这件重新待核实，另记一步"))
        self.setLayout(
            column(
                theme,
                self.alike_bar,
                boxed(
                    theme,
                    column(
                        theme, self.title, self.text, self.strip, 2, self.facts, row(theme, self.split, None),
                        4, self.near, self.steps_title, self.steps, None, gap=4,
                    ),
                    (16, 10, 16, 8),
                ),
                gap=0,
            )
        )  # fmt: skip
        self.alike_bar.setProperty("panel", True)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(ASK_MS)
        self._ask.timeout.connect(self._ask_history)
        self.look.clicked.connect(self.merge_requested)
        self.strip.opened.connect(self._open)
        self.facts.followed.connect(self.followed)
        self.split.clicked.connect(lambda: self.split_requested.emit(self._report.id) if self._report else None)
        self.alike_bar.hide()

    def show_reports(
        self, now: Situation, reports: Sequence[Report], time: datetime, found: Sequence[Candidate]
    ) -> None:
        """Show one report, or say how many are chosen."""
        one = reports[0] if len(reports) == 1 else None
        before, self._report = self._report, one
        self.split.setVisible(one is not None and one.state is ReportState.MERGED)
        self.alike_bar.setVisible(bool(found))
        self.alike.say(banner(found), "attention")
        if one is None:
            self._show_many(now, reports)
            return
        self.title.say(report_title(one))
        self.text.say(one.text)
        self.strip.show_shots(
            [*((shot, "") for shot in one.photos), *((shot, self.tr("处置后")) for shot in one.after_photos)]
        )
        self.facts.show_facts(_facts(now, one, time, self._merged_into(now, one)))
        point = None if one.lon is None or one.lat is None or one.state not in OPEN else (one.lon, one.lat)
        self.near.show_around(now, point, f"report/{one.id}")
        if before is None or before.id != one.id or before is not one:
            self._ask.start()
        self._show_history(now)

    def show_history(self, now: Situation, report_id: str, steps: Sequence[Step]) -> None:
        """Show what happened to the report, as the journal has it."""
        self._history = (report_id, tuple(steps))
        self._show_history(now)

    def album(self) -> Album | None:
        """Pictures of the report that is shown."""
        one = self._report
        if one is None:
            return None
        place = None if one.lon is None or one.lat is None else (one.lon, one.lat)
        title = f"{report_title(one)} {one.place}".strip()
        return Album(title, one.photos, one.after_photos, place, one.observed_at or one.at)

    def _merged_into(self, now: Situation, report: Report) -> tuple[Report, ...]:
        """Return what was merged into a report; looked up once for each state of the reports."""
        if self._merged[0] is not now.reports or self._merged[1] != report.id:
            found = tuple(one for one in now.reports.values() if one.merged_into == report.id)
            self._merged = (now.reports, report.id, found)
        return self._merged[2]

    def _show_many(self, now: Situation, reports: Sequence[Report]) -> None:
        for part in (self.strip, self.near, self.steps_title):
            part.hide()
        self.strip.show_shots([])
        self.steps.say("")
        if not reports:
            self.title.say(self.tr("选一件事件核实、交办或转险情"))
            self.text.say("")
            self.facts.show_facts([])
            return
        self.title.say(self.tr("选中 {0} 件事件，可成批办理").format(len(reports)))
        self.text.say("")
        kinds = Counter(report_title(report) for report in reports).most_common(4)
        states = Counter(report.state for report in reports)
        owners = Counter(step_words.who(now, report.owner) for report in reports if report.owner).most_common(3)
        self.facts.show_facts(
            [
                Fact(self.tr("种类"), phrases.clauses(f"{name} {count}" for name, count in kinds)),
                Fact(
                    self.tr("状态"),
                    phrases.clauses(f"{words.report_state(state)} {count}" for state, count in states.items()),
                ),
                Fact(
                    self.tr("承办"), phrases.clauses(f"{name} {count}" for name, count in owners) or self.tr("都未交办")
                ),
            ]
        )

    def _show_history(self, now: Situation) -> None:
        report_id, steps = self._history
        mine = self._report is not None and self._report.id == report_id
        self.steps_title.setVisible(mine and bool(steps))
        self.steps.say("\n".join(history_lines(now, steps)[:HISTORY_SHOWN]) if mine else "")

    def _ask_history(self) -> None:
        if self._report is not None:
            self.history_requested.emit(self._report.id)

    def _open(self, place: int) -> None:
        album = self.album()
        if album is not None:
            self.pictures_requested.emit(album, place)


def history_lines(now: Situation, steps: Sequence[Step]) -> list[str]:
    """What happened to a report, newest first: the first wording quoted, an amendment with what it changed."""
    t = QCoreApplication.translate
    lines: list[str] = []
    for step in reversed(steps):
        match step.body:
            case ReportReceived(report):
                said = t("Triage", "上报原话：“{0}”").format(report.text or words.DASH)
            case ReportAmended() as body:
                said = t("Triage", "更正 {0}").format(_amended(body))
            case _:
                said = step_words.line(step, now).text
        lines.append(f"{words.date_clock(step.at)}  {step_words.actor(now, step.actor)}  {said}")
    return lines


def _amended(body: ReportAmended) -> str:
    t = QCoreApplication.translate
    parts: list[str] = []
    if body.category:
        parts.append(t("Triage", "大类→{0}").format(words.category(body.category)))
    if body.kind:
        parts.append(t("Triage", "种类→{0}").format(phrases.registered(body.kind)))
    if body.grade is not None:
        parts.append(t("Triage", "等级→{0}").format(words.grade(body.grade)))
    if body.place:
        parts.append(t("Triage", "地点→{0}").format(body.place))
    elif body.lon is not None and body.lat is not None:
        parts.append(f"{body.lon:.5f}, {body.lat:.5f}")
    if body.text:
        parts.append(t("Triage", "内容→“{0}”").format(body.text))
    if body.photos:
        parts.append(t("Triage", "补照片 {0} 张").format(len(body.photos)))
    return phrases.noted(phrases.clauses(parts), body.note)


def _facts(now: Situation, report: Report, time: datetime, merged: Sequence[Report]) -> list[Fact]:
    t = QCoreApplication.translate
    late = overdue(report, time)
    due = words.DASH if report.due is None else words.date_clock(report.due)
    if report.due is not None and report.state in OPEN:
        due = phrases.noted(due, words.countdown(report.due, time))
    facts = [
        Fact(t("Triage", "状态"), _state(report, len(merged))),
        Fact(t("Triage", "等级"), words.grade(report.grade), "urgent" if report.grade == 1 else ""),
        Fact(t("Triage", "地点"), _place(report)),
        Fact(t("Triage", "接报"), _times(report, time)),
        Fact(t("Triage", "报告人"), step_words.who(now, report.by)),
        Fact(t("Triage", "时限"), due, "urgent" if late else ""),
        Fact(t("Triage", "承办"), step_words.who(now, report.owner) if report.owner else t("Triage", "未交办")),
    ]
    links: list[tuple[str, str]] = []
    if report.incident:
        incident = now.incidents.get(report.incident)
        named = report.incident if incident is None else f"{phrases.registered(incident.kind)} {incident.place}"
        links.append((f"incident/{report.incident}", t("Triage", "险情 {0}").format(named)))
    if report.merged_into:
        into = now.reports.get(report.merged_into)
        named = report.merged_into if into is None else f"{phrases.registered(into.kind)} {into.place}".strip()
        links.append((f"report/{report.merged_into}", t("Triage", "并入 {0}").format(named)))
    links += [(f"report/{one.id}", t("Triage", "含 {0}").format(words.date_clock(one.at))) for one in merged[:6]]
    if report.case or links:
        case = t("Triage", "四乱案件 {0}").format(report.case) if report.case else ""
        facts.append(Fact(t("Triage", "归属"), case, links=tuple(links)))
    if report.note:
        facts.append(Fact(t("Triage", "说明"), report.note))
    return facts


def _state(report: Report, merged: int) -> str:
    t = QCoreApplication.translate
    said = words.report_state(report.state)
    if merged:
        said += t("Triage", "，已并入 {0} 件").format(merged)
    if report.amended:
        said += t("Triage", "，更正 {0} 次").format(report.amended)
    return said


def _place(report: Report) -> str:
    t = QCoreApplication.translate
    said = report.place or words.DASH
    if report.lon is None or report.lat is None:
        return t("Triage", "{0}（无坐标）").format(said)
    said += f"  {report.lon:.5f}, {report.lat:.5f}"
    source = {
        "gps": t("Triage", "手机定位"),
        "exif": t("Triage", "照片位置"),
        "map": t("Triage", "图上点选"),
        "place": t("Triage", "按地名"),
    }.get(report.position, "")
    if report.accuracy_m is not None:
        source = t("Triage", "{0} ±{1:.0f} 米").format(source, report.accuracy_m).strip()
    return phrases.noted(said, source)


def _times(report: Report, time: datetime) -> str:
    t = QCoreApplication.translate
    said = f"{words.date_clock(report.at)}  {words.age(report.at, time)}"
    if report.observed_at is not None and (report.at - report.observed_at).total_seconds() > 120:
        said += t("Triage", "；现场 {0} 所见").format(words.clock(report.observed_at))
    return said
