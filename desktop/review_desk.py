"""评估 beside the journal's lines: scores a span off the UI thread, and takes spans away with their proof."""

from __future__ import annotations

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
from desktop.newest import Newest
from views import store_words
from views.parts import page as ground
from views.review import ReviewPane

if TYPE_CHECKING:
    from data.model.situation import Situation
    from data.store.proof import Manifest, Span
    from data.store.store import Store
    from desktop.app import Anlan

MOST_LINES = 200_000


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
        self._scoring: Newest[EventScore] = Newest(anlan.background, "scoring", anlan.on_fault)

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
        """Let what is being scored finish."""
        self._scoring.close()

    def _score(self, start: datetime, end: datetime) -> None:
        desk = self._desk
        bounds = read_alarm_bounds(resources.path("rules"))
        answers = desk.headquarters.drill.answers
        outward = desk.headquarters.drill.outward

        def read(store: Store) -> tuple[list[Line], Situation]:
            lines = store.find(Wanted(start=start, end=end, limit=MOST_LINES))
            found = [(line.seq, line.step) for line in lines]
            return found, store.situation_at(found[-1][0] if found else store.last_seq)

        def ready(held: tuple[list[Line], Situation]) -> None:
            lines, now = held
            begins = max(start, lines[0][1].at) if lines else start
            span = (begins, min(end, now.at.replace(microsecond=999_999)) if lines else end)
            self._scoring.ask(
                lambda: event_score(lines, now, span, answers=answers, outward=outward, bounds=bounds), self._show
            )

        desk.keeping.ask(read, ready, desk.on_fault)

    def _show(self, score: EventScore) -> None:
        if self.page is not None:
            self.page.show_score(score)

    def _take_away(self, path: Path, start: datetime, end: datetime, with_files: bool) -> None:
        desk, user = self._desk, self._desk.room.situation.user
        span: Span = (start, end)

        def take(store: Store) -> tuple[Manifest, str]:
            from data.store.proof import public_of, signer_of
            from desktop.cli_journal import signing_key

            key = signing_key(desk.home)
            return store.take_away(path, span, key, user, with_files=with_files), signer_of(public_of(key))

        def done(held: tuple[Manifest, str]) -> None:
            manifest, signer = held
            what = self.tr("导出第 {0}–{1} 步，签名公钥 {2}").format(manifest.first, manifest.last, signer[:16])
            desk.room.do(NoteWritten(what), user)
            self._say(self.tr("{0} · {1}").format(what, path), well=True)

        desk.keeping.ask(take, done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, OSError | StoreTrouble):
            raise error
        said = store_words.trouble(error.code, error.params) if isinstance(error, StoreTrouble) else str(error)
        self._say(said, well=False)

    def _say(self, said: str, *, well: bool) -> None:
        if self.page is not None:
            self.page.show_written(said, well=well)
