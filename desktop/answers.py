"""Answers to what the desk's panels ask of the store and of slow work; the answers come back on the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.model.register import Registers
from data.model.steps import Step
from data.model.task import Evidence
from data.rules.find import make_index
from data.store.errors import StoreTrouble
from views import store_words

if TYPE_CHECKING:
    from desktop.app import Anlan

TIMELINE_LINES = 300


def just_after(until: datetime | None) -> datetime | None:
    """Return the end that lets in what is of the moment itself: ends are never included."""
    return None if until is None else until + timedelta(microseconds=1)


class Answers:
    """Asks the store's thread or the background hand, and shows what comes."""

    def __init__(self, anlan: Anlan) -> None:
        """Answer for this desk."""
        self._desk = anlan

    def series(self, station: str) -> None:
        """Fetch the longer series of a station for the river panel; of the past, what it was then."""
        until = self._desk.showing.until

        def shown(series: Any) -> None:
            self._desk.river.show_series(station, series.at, series.flow_m3s, series.stage_m)

        self._desk.keeping.ask(lambda store: store.series(station, end=just_after(until)), shown, self._desk.on_fault)

    def fill_timeline(self) -> None:
        """Fill the timeline from the journal; steps taken before the answer comes stay on top of it."""
        early: list[Step] = []
        self._desk.room.stepped.connect(early.append)

        def shown(steps: list[Step]) -> None:
            self._desk.room.stepped.disconnect(early.append)
            if self._desk.showing.held is not None:  # it shows the past by now
                return
            known = {step.key for step in steps}
            self._desk.timeline.show_steps([*(step for step in reversed(early) if step.key not in known), *steps])

        self._desk.keeping.ask(
            lambda store: [line.step for line in store.steps(newest_first=True, limit=TIMELINE_LINES)],
            shown,
            self._desk.on_fault,
        )

    def index(self, registers: Registers) -> None:
        """Make the finder's index with pinyin."""
        self._desk.background.run(lambda: make_index(registers), self._desk.finder.show_index, self._desk.on_fault)

    def evidence(self, path: str, kept: Callable[[Evidence], None]) -> None:
        """Store a proof under its hash, off the UI thread, and hand it back as evidence."""
        source, by, at = Path(path), self._desk.room.situation.user, self._desk.clock.now()

        def done(digest: str) -> None:
            kept(Evidence("file", at, by, digest=digest, filename=source.name))

        def failed(error: BaseException) -> None:
            if not isinstance(error, StoreTrouble | OSError):
                raise error
            words = store_words.trouble(error.code, error.params) if isinstance(error, StoreTrouble) else str(error)
            self._desk.window.show_message(words)

        self._desk.keeping.ask(lambda store: store.put_file(source, source.name), done, failed)
