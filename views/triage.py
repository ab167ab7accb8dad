"""接报处置: the queue of reports at left, the one that is read and what is done about it at right; all by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.dispatch import Report, ReportState
from data.model.situation import Situation, Touched
from data.model.steps import ReportMoved, Step
from data.rules.find import Index, digests_of, make_index
from data.rules.ways import Roads
from views.pane import Pane, Selection
from views.parts import retheme_inside, rule, scrolled, split
from views.photo_overlay import Album, PhotoOverlay
from views.triage_acts import KEYS, SHORT, TriageActs
from views.triage_detail import TriageDetail
from views.triage_merge import Candidate, candidates
from views.triage_queue import TriageQueue
from views.triage_rows import OPEN
from widgets.pictures import PathOf, Pictures, Runner, run_at_once
from widgets.theme import Theme

Point = tuple[float, float]
LATER_MS = 600


class TriagePanel(Pane):
    """Triage of reports.

    Signals:
        entry_requested: open the form for a report by telephone.
        incident_requested: open the form that makes an incident of this Report.
        index_requested: the Registers to make an index with pinyin for; answer with `show_index`.
        history_requested: id of a report; answer with `show_history`.
        file_requested: path of a picture to keep, and the callable to hand its Attachment (or None) to.
        call_requested: ids to call, and what about ("report/R1").
        video_requested: the same, by video.

    """

    entry_requested = Signal()
    incident_requested = Signal(object)
    index_requested = Signal(object)
    history_requested = Signal(str)
    file_requested = Signal(str, object)
    call_requested = Signal(list, str)
    video_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.REPORTS | Touched.INCIDENTS | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._chosen: tuple[str, ...] = ()
        self._place = -1
        self._reading = False
        self._proposals: tuple[object, str, tuple[Candidate, ...]] = (None, "", ())
        self._asked_for: tuple[str, ...] = ()
        self._drawn: tuple[Report, ...] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._draw_detail)
        self.pictures = Pictures(self)
        self.queue = TriageQueue(theme, self.pictures)
        self.detail = TriageDetail(theme, self.pictures)
        self.acts = TriageActs(theme, self.pictures)
        upper = scrolled(self.detail)
        right = QWidget()
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(upper, 1)
        box.addWidget(rule())
        box.addWidget(self.acts)
        self._upper, self._right = upper, box
        right.setMinimumWidth(theme.px(400))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(self.queue, right, shares=(12, 8)))
        self.viewer = PhotoOverlay(theme, self.pictures, self)
        self.queue.hints.say(self.tr("J/K 上下一件　P 照片　G 图上　N 新到　Shift/Ctrl 多选成批办"))
        self._connect()
        self._keys()

    def _connect(self) -> None:
        queue, detail, acts = self.queue, self.detail, self.acts
        queue.chosen.connect(self._pick)
        queue.opened.connect(lambda _: self._to_map())
        queue.entry_requested.connect(self.entry_requested)
        detail.pictures_requested.connect(self.viewer.open)
        detail.merge_requested.connect(lambda: acts.begin("merge"))
        detail.split_requested.connect(lambda one: self._do(ReportMoved((one,), ReportState.UNVERIFIED)))
        detail.history_requested.connect(self.history_requested)
        detail.followed.connect(self._follow)
        detail.near.call_requested.connect(self.call_requested)
        detail.near.video_requested.connect(self.video_requested)
        detail.near.dispatch_requested.connect(self._dispatch)
        acts.done.connect(self._do)
        acts.file_requested.connect(self.file_requested)
        acts.picture_requested.connect(self._open_picture)
        acts.incident_requested.connect(self._ask_incident)
        acts.opened.connect(self._make_room)
        self.viewer.place_requested.connect(self._fly)
        self.viewer.closed.connect(self.queue.table.setFocus)

    def _keys(self) -> None:
        """Single letters act only while no field has the keyboard: fields claim letters for themselves."""
        calls = [(key, lambda name=act: self.acts.begin(name)) for act, key in KEYS.items()]
        for key, call in (
            *calls,
            ("J", lambda: self._step(1)),
            ("K", lambda: self._step(-1)),
            ("P", self._open_first),
            ("G", self._to_map),
            ("N", self.queue.take_in),
            ("Ctrl+F", self.queue.search.setFocus),
            ("Ctrl+R", self.entry_requested.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self, call)  # in the whole window while the triage is seen
            self.viewer.covers.connect(lambda covered, one=shortcut: one.setEnabled(not covered))

    # in

    def set_photos(self, photo_path: PathOf, run: Runner = run_at_once) -> None:
        """Say where the file of a digest lies, and who decodes it off the UI thread."""
        self.pictures.set_source(photo_path, run)
        self.detail.near.set_runner(run)

    def show_index(self, index: Index) -> None:
        """Take the index that was asked for; one of older registers is dropped."""
        if self.now is not None and index.digests == digests_of(self.now.registers):
            self.acts.show_index(index)

    def show_history(self, report_id: str, steps: Sequence[Step]) -> None:
        """Take the steps of a report."""
        if self.now is not None:
            self.detail.show_history(self.now, report_id, steps)

    def show_roads(self, roads: Roads) -> None:
        """Take the network for the way by road."""
        self.detail.near.show_roads(roads)

    def show_places(self, places: Mapping[str, Point]) -> None:
        """Take where people are who share it."""
        self.detail.near.show_places(places)

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS and self._asked_for != digests_of(now.registers):
            self._asked_for = digests_of(now.registers)
            self.acts.show_index(make_index(now.registers, spelled=False))
            self.index_requested.emit(now.registers)
        self.queue.show_reports(now, self.time or now.at, all_in=not self._reading)
        self._reading = True
        self._keep_choice()
        if touched & ~Touched.REPORTS or tuple(self._reports()) != self._drawn:
            self._draw_detail()
        elif not self._later.isActive():  # only others changed: what is alike may wait until the eye moves
            self._later.start()

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind == "report" and selection.id not in self._chosen:
            self._chosen = (selection.id,)
            self.queue.choose(self._chosen)
            self._place = self.queue.place_of(selection.id)
            self._draw_detail()

    def draw_time(self, time: datetime) -> None:
        self.queue.show_time(time)
        self._draw_detail()

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads a hidden list: what comes meanwhile is sorted in when it is seen again."""
        super().hideEvent(event)
        self._reading = False

    # drawing

    def _keep_choice(self) -> None:
        """Go on with the next report where the one that was read has left the list, else stay."""
        model_has = [one for one in self._chosen if self.queue.place_of(one) >= 0]
        if model_has or (self._chosen and self.acts.under_way()):
            return
        following = self.queue.id_at(max(0, self._place))
        if following:
            self._chosen = (following,)
            self._place = self.queue.place_of(following)
            self.queue.table.choose(self._chosen)

    def _reports(self) -> list[Report]:
        known = {} if self.now is None else self.now.reports
        return [known[row_id] for row_id in self._chosen if row_id in known]

    def _draw_detail(self) -> None:
        now = self.now
        if now is None:
            return
        reports = self._reports()
        self._drawn = tuple(reports)
        self.detail.show_reports(now, reports, self.time or now.at, self._alike(now, reports))
        self.acts.show_near(self.detail.near.reaches())
        self.acts.show_reports(now, reports)

    def _alike(self, now: Situation, reports: Sequence[Report]) -> tuple[Candidate, ...]:
        """Return the proposals for one report; worked out once for each state of the reports."""
        if len(reports) != 1 or reports[0].state not in OPEN:
            return ()
        if self._proposals[0] is not now.reports or self._proposals[1] != reports[0].id:
            self._proposals = (now.reports, reports[0].id, tuple(candidates(now, reports[0].id)))
        return self._proposals[2]

    def _make_room(self, act: str) -> None:
        """Give the form the room it needs: comparing two reports takes the place of the one."""
        self._upper.setVisible(act not in ("merge", "amend"))
        self._right.setStretch(0, 2 if act else 1)
        self._right.setStretch(2, 3 if act and act not in SHORT else 0)
        if not act:
            self.queue.table.setFocus()

    # out

    def _pick(self, ids: tuple[str, ...]) -> None:
        if ids == self._chosen:
            return
        self._chosen = ids
        self._place = self.queue.place_of(ids[0]) if ids else self._place
        self._draw_detail()
        if len(ids) == 1:
            self.selection_requested.emit(Selection("report", ids[0]))

    def _step(self, by: int) -> None:
        at = self._chosen[-1] if by > 0 and self._chosen else self._chosen[0] if self._chosen else ""
        following = self.queue.neighbour(at, by)
        if following:
            self.queue.table.choose((following,))
            self._pick((following,))

    def _do(self, body: object) -> None:
        self.step_requested.emit(body, "")

    def _dispatch(self, person: str, _about: str) -> None:
        self.acts.begin("owner")
        self.acts.owner.choose(person)
        self.acts.owner.send.setFocus()

    def _ask_incident(self) -> None:
        reports = self._reports()
        if reports:
            self.incident_requested.emit(reports[0])

    def _follow(self, key: str) -> None:
        kind, _, row_id = key.partition("/")
        self.selection_requested.emit(Selection(kind, row_id))

    def _open_first(self) -> None:
        album = self.detail.album()
        if album is None or not album.all:
            self.message_requested.emit(self.tr("这件事件没有照片"))
        elif album.after:
            self.viewer.open_compared(album)
        else:
            self.viewer.open(album)

    def _open_picture(self, report_id: str, at: int) -> None:
        report = None if self.now is None else self.now.reports.get(report_id)
        if report is not None:
            place = None if report.lon is None or report.lat is None else (report.lon, report.lat)
            self.viewer.open(Album(report.place or report.kind, report.photos, report.after_photos, place), at)

    def _to_map(self) -> None:
        reports = self._reports()
        if reports and reports[0].lon is not None and reports[0].lat is not None:
            self._fly(reports[0].lon, reports[0].lat)
        elif reports:
            self.message_requested.emit(self.tr("这件事件没有坐标"))

    def _fly(self, lon: float, lat: float) -> None:
        self.place_requested.emit(lon, lat)
        self.workspace_requested.emit("desk")
