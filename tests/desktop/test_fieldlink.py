"""What phones send reaches the room once, in order, also after the desk was killed between keeping and taking."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from data.model.field import Device, Inbound, PhoneRole, Position
from data.model.field_steps import DeviceEnrolled, FieldRefused
from data.model.steps import NoteWritten, RegisterReplaced, ReportReceived, Step
from data.rules.geometry import centre
from data.rules.rights import SYSTEM
from data.store.store import Store
from desktop import fieldlink
from desktop.background import Background
from desktop.clock import DeskClock
from desktop.fieldlink import FieldLink
from desktop.keeping import Keeping
from desktop.room import Room
from tests import leaks, township

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PHONE = Device("D1", "S003", PhoneRole.GRID_WORKER, "华为", "ab" * 32, NOW)


def message(client: str, form: str = "note", **body: object) -> Inbound:
    return Inbound("D1", client, form, NOW, NOW, json.dumps(body or {"text": client}))


class Bench:
    """A link over a real store; no server."""

    def __init__(self, store: Store) -> None:
        self.background = Background()
        self.keeping = Keeping(store, self.background)
        self.clock = DeskClock(township.NOON, 0)
        situation = store.load()
        self.room = Room(situation if situation.seq else township.situation(), self.keeping.keep, self.clock.now)
        self.said: list[Step] = []
        self.shown: list[int] = []
        self.room.stepped.connect(self.said.append)
        self.room.changed.connect(lambda now, _: self.shown.append(now.seq))
        due_h = {("E2", "裂缝"): 24.0}
        self.link = FieldLink(self.room, self.keeping, self.background, self.clock, due_h, lambda: None)

    def close(self) -> None:
        self.clock.stop()
        self.background.close()
        self.link.close()
        self.keeping.close()


@contextmanager
def bench(path: Path) -> Iterator[Bench]:
    made = Bench(Store.open(path))
    try:
        yield made
    finally:
        made.close()


def test_messages_become_steps_in_the_order_they_were_kept_and_are_shown_together(qtbot, tmp_path):
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        desk.shown.clear()
        for n in range(20):
            desk.link._intake.keep(message(f"c{n}"))
            desk.link._intake.keep(message(f"c{n}"))
        qtbot.waitUntil(lambda: len(desk.said) > 20)
        notes = [step for step in desk.said if isinstance(step.body, NoteWritten)]
        assert [step.body.text for step in notes] == [f"c{n}" for n in range(20)]
        assert {step.actor for step in notes} == {"S003"}
        assert len(desk.shown) < 20


def test_what_the_rules_refuse_is_kept_as_it_came(qtbot, tmp_path):
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        with qtbot.waitSignal(desk.link.taken):
            desk.link._intake.keep(message("c1", "task", task="gone", move="finish"))
        refused = desk.said[-1].body
        assert isinstance(refused, FieldRefused)
        assert (refused.code, json.loads(refused.body)["task"]) == ("no_such_task", "gone")


def test_what_was_kept_before_a_crash_is_taken_at_the_next_start(qtbot, tmp_path):
    path = tmp_path / "live.db"
    with bench(path) as desk:
        desk.room.do(DeviceEnrolled(PHONE))
    with Store.open(path) as store:  # the desk was killed after the answer and before the room heard of it
        store.field.keep_inbound([message("c1", "report", category="E2", kind="裂缝", text="坝顶")])
    with bench(path) as desk:
        with qtbot.waitSignal(desk.link.taken):
            desk.keeping.ask(lambda store: store.field.pending(), desk.link._take_left_over, desk.link._on_fault)
        assert isinstance(desk.said[-1].body, ReportReceived)
        desk.keeping.flush()
        assert desk.keeping.store.field.pending() == []


def test_what_was_kept_before_a_crash_comes_before_what_a_quick_phone_sends_now(qtbot, tmp_path):
    path = tmp_path / "live.db"
    with bench(path) as desk:
        desk.room.do(DeviceEnrolled(PHONE))
    with Store.open(path) as store:
        store.field.keep_inbound([message("c1"), message("c2")])
    with bench(path) as desk:
        with qtbot.waitSignal(desk.link.taken):
            left = desk.keeping.run(lambda store: store.field.pending()).result()
            desk.link._intake.keep(message("c3")).result()
            desk.link._take_left_over(left)
        qtbot.waitUntil(lambda: len(desk.said) == 3)
        assert [step.body.text for step in desk.said] == ["c1", "c2", "c3"]


def test_positions_reach_the_desk_and_are_no_steps(qtbot, tmp_path):
    point = Position("S003", NOW, 113.7, 34.9, 5.0, "D1")
    with bench(tmp_path / "live.db") as desk:
        with qtbot.waitSignal(desk.link.moved) as moved:
            desk.link._intake.keep_positions([point])
        assert moved.args == [(point,)]
        assert desk.said == []


def test_what_messages_have_become_is_spared_the_search_for_cycles_until_the_link_closes(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(fieldlink, "STAYING", 5)
    monkeypatch.setattr(gc, "freeze", leaks.FREEZE)
    monkeypatch.setattr(gc, "unfreeze", leaks.UNFREEZE)
    gc.unfreeze()
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        for n in range(12):
            desk.link._intake.keep(message(f"c{n}"))
        qtbot.waitUntil(lambda: len(desk.said) > 12)
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_the_place_of_a_report_follows_an_import_of_the_grids(qtbot, tmp_path):
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        grid = next(row for row in desk.room.situation.registers.grids if row.ring)
        lon, lat = centre(grid.ring)
        seen = {"category": "E2", "kind": "裂缝", "text": "裂缝", "lon": lon, "lat": lat}
        desk.link._intake.keep(message("a", "report", **seen))
        qtbot.waitUntil(lambda: "R-a" in desk.room.situation.reports)
        grids = desk.room.situation.registers.grids
        renamed = tuple(replace(row, name=f"新{row.name}") for row in grids)
        assert desk.room.do(RegisterReplaced(replace(grids, rows=renamed, digest="renamed"), "测试"), SYSTEM)
        desk.link._intake.keep(message("b", "report", **seen))
        qtbot.waitUntil(lambda: "R-b" in desk.room.situation.reports)
        first, second = (desk.room.situation.reports[f"R-{client}"].place for client in "ab")
        assert first
        assert second == f"新{first}"


def test_the_gateway_knows_the_phones_of_the_desk_before_it_hears_anybody(qtbot, tmp_path, monkeypatch):
    """A phone that is told it is not known takes its enrolment for lost, for good."""
    from data.gateway import server

    asked: list[tuple[str, object]] = []

    class Listening:
        def __init__(self, *_: object) -> None:
            asked.append(("made", None))

        def show(self, now: object) -> None:
            asked.append(("shown", set(now.devices)))  # type: ignore[attr-defined]

        def start(self) -> bool:
            asked.append(("started", None))
            return True

        def stop(self) -> bool:
            return True

    monkeypatch.setattr(server, "Gateway", Listening)
    with bench(tmp_path / "live.db") as desk:
        desk.room.do(DeviceEnrolled(PHONE))
        desk.link.start()
        qtbot.waitUntil(lambda: desk.link.gateway is not None)
    assert asked[:3] == [("made", None), ("shown", {"D1"}), ("started", None)]
