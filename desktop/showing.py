"""Showing: hands every pane what the room knows, also to panes made later; in a replay what was known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.model.telemetry import Board
from data.rules.reckoning import Reckoning
from data.rules.signoff import Preview
from data.store.reel import Frame
from desktop.room import Room
from views.pane import Pane, Selection
from widgets.theme import Theme

SLICE_S = 0.010
"""So long in one go panes are shown another moment; the others follow in the next turns, so that the window moves."""


class Showing(QObject):
    """The list of panes, and the one selection that they share.

    While a frame of the past is held, panes are shown that frame; what is live goes on behind it and is shown again,
    all at once, on `release`.

    Signals:
        selected: Selection or None.
        passed_by: a live change was not shown, because the past is.
        settled: after another moment came on the screen, every pane shows it.

    """

    selected = Signal(object)
    passed_by = Signal()
    settled = Signal()

    def __init__(self, room: Room, theme: Theme, now: datetime, parent: QObject | None = None) -> None:
        """Show what this room knows."""
        super().__init__(parent)
        self._room = room
        self._theme = theme
        self._time = now
        self._panes: list[Pane] = []
        self.selection: Selection | None = None
        self._reckoning: Reckoning | None = None
        self._board: Board | None = None
        self._live_only: set[Pane] = set()
        self._held: Frame | None = None
        self._past: Situation | None = None
        self._past_reckoning: Reckoning | None = None
        self._past_board: Board | None = None
        self._due: dict[Pane, tuple[Touched, bool]] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        room.changed.connect(self._on_changed)
        room.previewed.connect(self._on_previewed)

    # ── what is shown ──

    @property
    def held(self) -> Frame | None:
        """The frame of the past that is shown, None for live."""
        return self._held

    @property
    def situation(self) -> Situation:
        """The situation that panes are shown."""
        return self._room.situation if self._past is None else self._past

    @property
    def time(self) -> datetime:
        """The time that panes are shown."""
        return self._time if self._held is None else self._held.at

    @property
    def until(self) -> datetime | None:
        """The moment that answers to panes must not go beyond; None for live."""
        return None if self._held is None else self._held.at

    def add(self, pane: Pane) -> None:
        """Show a pane everything there is, and wire its wishes that are the same for all."""
        self._panes.append(pane)
        pane.step_requested.connect(self._room.do)
        pane.selection_requested.connect(self.select)
        if pane.theme is not self._theme:
            pane.show_theme(self._theme)
        pane.show_time(self.time)
        pane.show_situation(self.situation, Touched.everything())
        past = self._held is not None
        reckoning = self._past_reckoning if past else self._reckoning
        board = self._past_board if past else self._board
        if self._room.preview is not None and not past:
            pane.show_preview(self._room.preview)
        if reckoning is not None:
            pane.show_reckoning(reckoning)
        if board is not None:
            pane.show_board(board)
        if self.selection is not None:
            pane.show_selection(self.selection)

    def select(self, selection: Selection | None) -> None:
        """Select one thing everywhere."""
        if selection == self.selection:
            return
        self.selection = selection
        for pane in self._panes:
            pane.show_selection(selection)
        self.selected.emit(selection)

    def keep_live(self, pane: Pane, *, on: bool) -> None:
        """Let a pane see live also while the past is shown: what a whole room looks at must not go back in time."""
        if (pane in self._live_only) is on:
            return
        if on:
            self._live_only.add(pane)
        else:
            self._live_only.discard(pane)
        if self._held is not None:
            self._due.pop(pane, None)
            self._show_all(pane, live=on)

    def _show_all(self, pane: Pane, *, live: bool) -> None:
        pane.show_time(self._time if live else self.time)
        pane.show_situation(self._room.situation if live else self.situation, Touched.everything())
        pane.show_preview(self._room.preview if live else None)
        pane.show_reckoning(self._reckoning if live else self._past_reckoning)
        pane.show_board(self._board if live else self._past_board)

    # ── live ──

    def show_time(self, time: datetime) -> None:
        """Tell the clock to all panes."""
        self._time = time
        for pane in self._seeing_live():
            pane.show_time(time)

    def show_reckoning(self, reckoning: Reckoning | None) -> None:
        """Show all panes a reckoning."""
        self._reckoning = reckoning
        for pane in self._seeing_live():
            pane.show_reckoning(reckoning)

    def show_board(self, board: Board) -> None:
        """Show all panes what stations and feeds say."""
        self._board = board
        for pane in self._seeing_live():
            pane.show_board(board)

    def show_theme(self, theme: Theme) -> None:
        """Dress all panes anew."""
        self._theme = theme
        for pane in self._panes:
            pane.show_theme(theme)

    # ── the past ──

    def hold(self, frame: Frame) -> None:
        """Show a frame of the past in place of live; what was reckoned and heard then follows by itself."""
        first = self._held is None
        touched = _all_but_the_same(self.situation, frame.situation) if first else frame.touched
        self._held = frame
        self._past = replace(frame.situation, realm=Realm.REPLAY)
        if first:
            self._past_board = None
        if frame.follows is None:
            self._past_reckoning = None
        self._spread(touched, beside=first or frame.follows is None)

    def show_past_reckoning(self, reckoning: Reckoning | None) -> None:
        """Show what is reckoned from the frame held."""
        if self._held is not None and reckoning is not self._past_reckoning:
            self._past_reckoning = reckoning
            for pane in self._seeing_past():
                pane.show_reckoning(reckoning)

    def show_past_board(self, board: Board | None) -> None:
        """Show what stations had sent by the frame held."""
        if self._held is not None:
            self._past_board = board
            for pane in self._seeing_past():
                pane.show_board(board)

    def release(self) -> None:
        """Show live again, all of it."""
        if self._held is None:
            return
        past = self.situation
        self._held = self._past = self._past_reckoning = self._past_board = None
        self._spread(_all_but_the_same(past, self._room.situation), beside=True)

    @property
    def settling(self) -> bool:
        """Whether some panes are still to be shown the moment that is on the screen."""
        return bool(self._due)

    def close(self) -> None:
        """Show no more: the panes go."""
        self._turn.stop()
        self._due.clear()

    def _spread(self, touched: Touched, *, beside: bool) -> None:
        """Show all panes the moment at hand, in as many turns as it takes; `beside`: also what lies beside it."""
        for pane in self._panes:
            if pane not in self._live_only:
                before, also = self._due.get(pane, (Touched(0), False))
                self._due[pane] = (before | touched, beside or also)
        for pane in [one for one in self._due if one.goes_first]:  # no two of these ever tell two moments at once
            self._show_due(pane)
        # What waited longest stays in front, so that a hand that scrubs on leaves nobody out; of it the visible first.
        self._due = dict(sorted(self._due.items(), key=lambda one: not one[0].isVisible()))
        self._go_on()

    def _show_due(self, pane: Pane) -> None:
        touched, beside = self._due.pop(pane)
        pane.show_time(self.time)
        if touched:
            pane.show_situation(self.situation, touched)
        if beside:
            past = self._held is not None
            pane.show_preview(None if past else self._room.preview)
            pane.show_reckoning(self._past_reckoning if past else self._reckoning)
            pane.show_board(self._past_board if past else self._board)

    def _go_on(self) -> None:
        ends = perf_counter() + SLICE_S
        while self._due and perf_counter() < ends:
            self._show_due(next(iter(self._due)))
        if self._due:
            self._turn.start()
        else:
            self.settled.emit()

    # ── to the panes ──

    def _seeing_live(self) -> list[Pane]:
        return self._panes if self._held is None else [pane for pane in self._panes if pane in self._live_only]

    def _seeing_past(self) -> list[Pane]:
        return [] if self._held is None else [pane for pane in self._panes if pane not in self._live_only]

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        for pane in self._seeing_live():
            pane.show_situation(now, touched)
        if self._held is not None:
            self.passed_by.emit()

    def _on_previewed(self, preview: Preview | None) -> None:
        for pane in self._seeing_live():
            pane.show_preview(preview)
        for pane in self._seeing_past():
            pane.show_preview(None)


def _all_but_the_same(before: Situation, after: Situation) -> Touched:
    """Everything is drawn anew where realms meet, but not what registers give when they are the same."""
    same = before.registers is after.registers or before.registers == after.registers
    return Touched.everything() & ~Touched.REGISTERS if same else Touched.everything()
