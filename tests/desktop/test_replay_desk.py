"""Replay at the desk: panes show the past and nothing of live, hands change nothing, live goes on and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from data.model.replay import MarkKind
from data.model.situation import Situation, Touched
from data.model.steps import NoteWritten, Realm, Step
from data.store.marks import STEPS
from data.store.reel import Frame, Reel
from data.store.store import Store
from desktop import replay_desk
from desktop import theme as look
from desktop.app import Anlan
from desktop.demonstration import rehearse
from desktop.launch import desk
from desktop.room import Room
from desktop.settings import Settings
from desktop.shot import LIVE_MOMENT
from desktop.showing import Showing
from tests import township
from tests.data import steps_strategy
from tests.data.steps_strategy import Taken
from views.dispatch import DispatchPanel
from views.growers import GrowerPanel
from views.key_people import KeyPeoplePanel
from views.pane import Pane
from views.tasks import TaskPanel
from views.timeline import TimelinePanel
from views.warning_card import WarningCard
from widgets.badge import Badge
from widgets.ink_label import InkLabel

PANES = (WarningCard, TaskPanel, KeyPeoplePanel, GrowerPanel, DispatchPanel, TimelinePanel)


# ── what panes show ──


def seen(pane: Pane) -> list[tuple[str, Any]]:
    """Every word and every row that somebody would see."""
    found: list[tuple[str, Any]] = []
    for part in pane.findChildren(QWidget):
        if isinstance(part, QAbstractItemView):
            found.append(("rows", rows(part.model())))
        elif isinstance(part, QLabel | QAbstractButton | InkLabel | Badge) and part.isVisibleTo(pane) and part.text():
            found.append((type(part).__name__, part.text()))
    return found


def rows(model: QAbstractItemModel | None) -> list[tuple[str, ...]]:
    if model is None:
        return []
    across = range(max(1, model.columnCount()))
    return [tuple(str(model.index(row, n).data()) for n in across) for row in range(model.rowCount())]


def unseen(kind: Any) -> Pane:
    """A pane that believes itself visible."""
    made = kind(look.load("dark").theme)
    made.resize(1200, 900)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.show()
    return made


def away(pane: Pane) -> None:
    pane.close()
    pane.deleteLater()
    QCoreApplication.sendPostedEvents(pane, 52)


@pytest.fixture(scope="module")
def journal() -> Taken:
    start = steps_strategy.founding()
    return start + steps_strategy.walk(Random(1958), start[-1][1], 800)


@pytest.fixture
def reel(journal: Taken, tmp_path: Path) -> Iterator[Reel]:
    with Store.open(tmp_path / "live.db") as store:
        for start in range(0, len(journal), 100):
            part = journal[start : start + 100]
            store.append(part)
            store.snapshot(part[-1][1])
        made = Reel.over(store)
        yield made
        made.close()


@pytest.fixture
def showing(qapp) -> Showing:
    room = Room(township.situation(), lambda *_: None, lambda: township.NOON)
    return Showing(room, look.load("dark").theme, township.NOON)


def test_panes_led_through_many_moments_show_what_fresh_ones_show_of_the_folded_steps(
    showing: Showing, reel: Reel, journal: Taken
) -> None:
    random, led, shown = Random(3), [unseen(kind) for kind in PANES], None
    for pane in led:
        showing.add(pane)
    for n in range(24):
        shown = reel.at(random.randrange(30, len(journal) + 1), shown)
        showing.hold(shown)
        while showing.settling:
            QCoreApplication.processEvents()
        newest = [step for step, _ in reversed(journal[max(0, shown.seq - 40) : shown.seq])]
        led[-1].show_steps(newest)
        folded = replace(journal[shown.seq - 1][1], realm=Realm.REPLAY)
        assert all(pane.now == folded for pane in led)
        if n % 8 == 7:
            for pane, kind in zip(led, PANES, strict=True):
                fresh = unseen(kind)
                fresh.show_time(shown.at)
                fresh.show_situation(folded, Touched.everything())
                if isinstance(fresh, TimelinePanel):
                    fresh.show_steps(newest)
                    fresh._renew()
                    pane._renew()
                assert seen(pane) == seen(fresh), (kind.__name__, shown.seq)
                away(fresh)
    for pane in led:
        away(pane)


# ── showing ──


class Told(Pane):
    """Writes down what it was shown."""

    def __init__(self) -> None:
        super().__init__(look.load("dark").theme)
        self.moments: list[tuple[Realm, int]] = []

    def show_situation(self, now: Situation, touched: Touched) -> None:
        super().show_situation(now, touched)
        self.moments.append((now.realm, now.seq))


def note(room: Room, text: str = "值班记事", actor: str = "system") -> bool:
    return room.do(NoteWritten(text), actor)


def test_while_the_past_is_held_live_steps_are_taken_and_not_shown_and_return_with_the_release(
    showing: Showing, qtbot: QtBot
) -> None:
    room, early, late = showing._room, Told(), Told()
    for pane in (early, late):
        qtbot.addWidget(pane)
    showing.add(early)
    past = room.situation
    note(room)
    with qtbot.waitSignal(showing.settled):
        showing.hold(Frame(past, past.at))
    showing.add(late)
    with qtbot.waitSignal(showing.passed_by):
        note(room)
    showing.show_time(past.at + timedelta(days=1))
    for pane in (early, late):
        assert pane.moments[-1] == (Realm.REPLAY, past.seq)
        assert pane.time == past.at
    assert room.situation.seq == past.seq + 2
    with qtbot.waitSignal(showing.settled):
        showing.release()
    for pane in (early, late):
        assert pane.moments[-1] == (Realm.LIVE, past.seq + 2)
        assert pane.time == past.at + timedelta(days=1)


def test_hands_change_nothing_over_the_past_the_desk_itself_goes_on(showing: Showing) -> None:
    room, said = showing._room, []
    room.refused.connect(lambda code, _: said.append(code))
    room.replaying = True
    assert room.realm is Realm.REPLAY
    assert not note(room, actor="U1")
    room.show_whatif(8_000)
    assert (room.preview, said) == (None, ["replaying", "replaying"])
    assert note(room)
    assert room.take(Step("phone", room.situation.at, "S001", Realm.LIVE, NoteWritten("外场来报")))
    wanted: list[bool] = []
    room.live_wanted.connect(lambda: wanted.append(True))
    room.return_to_live()
    assert wanted == [True]


# ── the whole desk ──


@pytest.fixture(scope="module")
def anlan(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anlan]:
    """A desk that has lived through the first days of the demonstration."""
    with desk(tmp_path_factory.mktemp("replay"), Settings(clock_speed=0)) as (_, made):
        rehearse(made, LIVE_MOMENT)
        made.keeping.flush()
        made.show((1600, 900))
        yield made


@pytest.fixture
def opened(anlan: Anlan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Anlan]:
    """The desk two days back. What is slow is left out where a test does not wait for it: it takes a second or two."""
    monkeypatch.setattr(replay_desk, "REST_MS", 3_600_000)
    replay = anlan.headquarters.replay
    with qtbot.waitSignal(replay.shown):
        replay.open(LIVE_MOMENT - timedelta(days=2))
    qtbot.waitUntil(lambda: not anlan.showing.settling)
    yield anlan
    replay.close()
    qtbot.waitUntil(lambda: not anlan.showing.settling)


def gone_to(anlan: Anlan, qtbot: QtBot, at: datetime) -> Frame:
    replay = anlan.headquarters.replay
    with qtbot.waitSignal(replay.shown):
        replay.seek(at)
    qtbot.waitUntil(lambda: not anlan.showing.settling)
    frame = replay.frame
    assert frame is not None
    return frame


@pytest.mark.browser
@pytest.mark.leaves_running
class TestTheDesk:
    def test_the_screen_is_at_the_moment_with_its_word_frame_time_and_line(self, opened: Anlan, qtbot: QtBot) -> None:
        replay, at = opened.headquarters.replay, LIVE_MOMENT - timedelta(days=2)
        assert replay.frame.situation == opened.keeping.store.situation_at(at)
        assert opened.top_bar.realm.text() == "回放"
        assert opened.top_bar.time == opened.tasks.time == at
        assert replay.bar.isVisible()
        assert opened.tasks.now.realm is Realm.REPLAY
        newest = opened.keeping.store.steps(replay.frame.seq - 1, limit=1)[0].step.key
        qtbot.waitUntil(lambda: [entry.row.id for entry in opened.timeline.entries()][:1] == [newest])
        assert replay.bar.live.text().startswith("实况")

    def test_live_goes_on_behind_it_and_is_there_on_return(self, opened: Anlan, qtbot: QtBot) -> None:
        replay, room, before = opened.headquarters.replay, opened.room, opened.room.situation.seq
        step = Step("behind", room.situation.at, "system", Realm.LIVE, NoteWritten("实况照记"))
        assert room.take(step)
        opened.keeping.flush()
        assert opened.keeping.store.has_step("behind")
        assert opened.tasks.now.seq < before
        with qtbot.waitSignal(opened.clock.ticked):
            opened.clock.set_time(opened.clock.now())
        assert "新情况 1" in replay.bar.live.text()
        replay.turn()
        qtbot.waitUntil(lambda: not opened.showing.settling)
        assert not replay.bar.isVisible()
        assert opened.tasks.now is opened.timeline.now is room.situation
        assert opened.top_bar.realm.text() == "实况"
        qtbot.waitUntil(lambda: any(entry.row.id == "behind" for entry in opened.timeline.entries()))

    def test_of_many_wishes_while_scrubbing_the_newest_is_shown(self, opened: Anlan, qtbot: QtBot) -> None:
        replay, shown = opened.headquarters.replay, []
        replay.shown.connect(shown.append)
        last = LIVE_MOMENT - timedelta(hours=7)
        for hours in range(60, 6, -1):
            replay.seek(LIVE_MOMENT - timedelta(hours=hours))
        qtbot.waitUntil(lambda: replay.frame.at == last)
        assert len(shown) <= 3
        replay.shown.disconnect(shown.append)

    def test_marks_are_gone_to_one_by_one_and_a_step_by_its_key(self, opened: Anlan, qtbot: QtBot) -> None:
        replay, store = opened.headquarters.replay, opened.keeping.store
        with qtbot.waitSignal(replay.shown):
            replay.jump((MarkKind.DECISION,), True)
        decided = store.steps(replay.frame.seq - 1, limit=1)[0]
        assert decided.step.kind in STEPS[MarkKind.DECISION]
        with qtbot.waitSignal(replay.shown):
            replay.open_step(store.steps(59, limit=1)[0].step.key)
        assert replay.frame.seq == 60

    def test_it_plays_on_by_itself_and_slower_things_follow(
        self, opened: Anlan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        replay = opened.headquarters.replay
        monkeypatch.setattr(replay_desk, "REST_MS", 50)
        replay._rest.stop()
        began = gone_to(opened, qtbot, LIVE_MOMENT - timedelta(days=1)).at
        with qtbot.waitSignals([replay.shown] * 3):
            replay.play(600)
        replay.pause()
        assert replay.frame.at - began > timedelta(minutes=1)
        qtbot.waitUntil(lambda: not replay.busy)
        assert opened.showing._past_board is not None
        assert opened.growers.reckoning is opened.showing._past_reckoning is not None

    def test_what_would_act_is_refused_in_words(self, opened: Anlan, qtbot: QtBot) -> None:
        said: list[str] = []
        opened.room.refused.connect(lambda code, _: said.append(code))
        sheet = opened.push_sheet
        sheet.open_for(["S13"])
        qtbot.waitUntil(lambda: not sheet.isVisible())
        opened.river.flow_previewed.emit(9_000.0)
        opened.tasks.step_requested.emit(NoteWritten("越界"), "")
        opened.push_board.send_again_requested.emit(["x"])
        assert said == ["replaying"] * 4
        assert opened.room.preview is None
        opened.window.open_workspace("system")
        assert opened.window.host.currentWidget() is opened.desk
        opened.room.return_to_live()
        assert not opened.headquarters.replay.is_open
