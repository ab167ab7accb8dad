"""评估 beside the journal's lines: scores a span off the UI thread, and takes spans away with their proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

import resources
from data.feeds.alarm_tables import read_alarm_bounds
from data.model.scores import EventScore
from data.model.steps import NoteWritten
from data.rules.performance.event import event_score
from data.rules.performance.story import Line
from data.store.errors import StoreTrouble
from data.store.journal import Wanted
from desktop.drill_past import why
from desktop.newest import Newest
from views.parts import page as ground
from views.review import ReviewPane

if TYPE_CHECKING:
    from data.store.proof import Manifest, Span
    from data.store.store import Store
    from desktop.app import Anlan

MOST_LINES = 200_000
PORTION = 4_000


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, and whether older lines of its span were too many to be read."""

    score: EventScore
    more: bool


class ReviewDesk(QObject):
    """The 复盘 workspace: the journal's lines, and the assessment of a span.

    Signals:
        paper_requested: PaperKind, about, and the span as a pair.

    """

    paper_requested = Signal(object, str, object)

    def __init__(self, anlan: Anlan) -> None:
        """Make it; the pages are built when they are first opened."""
        super().__init__(anlan)
        self._desk = anlan
        self.tabs: QTabWidget | None = None
        self.page: ReviewPane | None = None
        self._closed = False
        self._scoring: Newest[Scored] = Newest(anlan.background, "scoring", self._on_failed)

    def build(self) -> QWidget:
        """Build the workspace: 日志 and 评估."""
        tabs = self.tabs = QTabWidget()
        tabs.setDocumentMode(True)
        page = self.page = ReviewPane(self._desk.theme)
        page.score_requested.connect(self._score)
        page.take_away_requested.connect(self._take_away)
        page.paper_requested.connect(self.paper_requested)
        tabs.addTab(self._desk.pages.record(), self.tr("日志"))
        tabs.addTab(page, self.tr("评估"))
        self._desk.add_pane(page)
        return ground(tabs)

    def open_tab(self, name: str) -> None:
        """Bring up a tab: journal or review."""
        self._desk.window.open_workspace("record")
        if self.tabs is not None:
            self.tabs.setCurrentIndex(1 if name == "review" else 0)

    @property
    def busy(self) -> bool:
        """Whether a span is being scored."""
        return self._scoring.busy

    def close(self) -> None:
        """Score nothing more; what is being read stops at its next portion."""
        self._closed = True
        self._scoring.close()

    def _score(self, start: datetime, end: datetime) -> None:
        desk = self._desk
        bounds = read_alarm_bounds(resources.path("rules"))
        answers = desk.headquarters.drill.answers
        outward = desk.headquarters.drill.outward

        held = desk.showing.held
        wanted = Wanted(before_seq=None if held is None else held.seq + 1, start=start, end=end, newest_first=True)

        def score() -> Scored:
            lines = self._read(wanted)
            now = desk.keeping.run(lambda store: store.situation_at(lines[-1][0] if lines else store.last_seq)).result()
            begins = min((step.at for _, step in lines), default=start)
            span = (max(start, begins), min(end, now.at.replace(microsecond=999_999)) if lines else end)
            told = event_score(lines, now, span, answers=answers, outward=outward, bounds=bounds)
            return Scored(told, more=len(lines) == MOST_LINES)

        self._scoring.ask(score, self._show)

    def _read(self, wanted: Wanted) -> list[Line]:
        """Read the lines of a span, oldest first, a portion at a time: steps are written in between."""
        found: list[Line] = []
        before = wanted.before_seq
        while len(found) < MOST_LINES and not self._closed:
            asked = replace(wanted, before_seq=before, limit=min(PORTION, MOST_LINES - len(found)))
            lines = self._desk.keeping.run(lambda store, asked=asked: store.find(asked)).result()
            found += [(line.seq, line.step) for line in lines]
            if len(lines) < asked.limit:
                break
            before = lines[-1].seq
        return found[::-1]

    def _show(self, scored: Scored) -> None:
        if self.page is not None:
            self.page.show_score(scored.score, more=scored.more)

    def _take_away(self, path: Path, span: Span, along: tuple[bool, bool], reason: str) -> None:
        desk, user = self._desk, self._desk.room.situation.user

        def take(store: Store) -> tuple[Manifest, str]:
            from data.store.proof import Load, public_of, signer_of
            from desktop.cli_journal import signing_key

            key = signing_key(desk.home)
            return store.take_away(path, span, key, user, Load(*along)), signer_of(public_of(key))

        def done(held: tuple[Manifest, str]) -> None:
            manifest, signer = held
            form = (
                self.tr("导出第 {0}–{1} 步（含人员台账），{3}，签名公钥 {2}")
                if along[1]
                else self.tr("导出第 {0}–{1} 步，{3}，签名公钥 {2}")
            )
            what = form.format(manifest.first, manifest.last, signer[:16], reason)
            desk.room.do(NoteWritten(what), user)
            self._say(self.tr("{0} · {1}").format(what, path), well=True)

        desk.keeping.ask(take, done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, OSError | StoreTrouble):
            self._say(why(error), well=False)
        else:
            self._desk.on_fault(error)

    def _say(self, said: str, *, well: bool) -> None:
        if self.page is not None:
            self.page.show_written(said, well=well)
