"""PySide6 6.12.0 lost one reference to True or None on each call and aborted Python 3.11 after some hundred signals."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

CALLS = 1_000
# so many more references that a binding at fault is told by the count and not by an abort of the test run
BALLAST = [True, False, None] * (CALLS * 20)


class Bell(QObject):
    rung = Signal(object)
    plain = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @Slot(object)
    def hear(self, _what: object) -> None:
        self.heard += 1


def references() -> dict[str, int]:
    return {str(thing): sys.getrefcount(thing) for thing in (True, False, None)}


def lost_per_call(action: Callable[[], object]) -> dict[str, float]:
    """What one call takes away; what is gained a little by caches is no loss.

    The collector rests meanwhile: what it frees of earlier tests would count as lost.
    """
    for _ in range(20):
        action()
    gc.collect()
    gc.disable()
    try:
        before = references()
        for _ in range(CALLS):
            action()
        after = references()
    finally:
        gc.enable()
    return {name: round((before[name] - after[name]) / CALLS, 1) for name in before}


NOTHING_LOST = {"True": 0.0, "False": 0.0, "None": 0.0}
immortal = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from Python 3.12 on True, False and None cannot be lost"
)


@immortal
@pytest.mark.parametrize("kind", [Qt.ConnectionType.DirectConnection, Qt.ConnectionType.QueuedConnection])
def test_a_thousand_signals_to_a_slot_lose_no_reference(qapp, kind):
    bell = Bell()
    bell.rung.connect(bell.hear, kind)

    def ring():
        bell.rung.emit(1)
        qapp.processEvents()

    lost = lost_per_call(ring)
    assert bell.heard == CALLS + 20
    assert {name: max(loss, 0.0) for name, loss in lost.items()} == NOTHING_LOST


@immortal
@pytest.mark.parametrize(
    "action",
    [
        pytest.param(lambda bell: bell.plain.emit(), id="an unconnected signal"),
        pytest.param(lambda bell: bell.rung.emit(None), id="a signal with a value"),
        pytest.param(lambda bell: (bell.plain.connect(bell.deleteLater), bell.plain.disconnect()), id="connecting"),
        pytest.param(lambda bell: (bell.setProperty("a", 1), bell.property("b"), bell.signalsBlocked()), id="property"),
    ],
)
def test_a_thousand_calls_on_an_object_lose_no_reference(qapp, action):
    bell = Bell()
    lost = lost_per_call(lambda: action(bell))
    assert {name: max(loss, 0.0) for name, loss in lost.items()} == NOTHING_LOST


@immortal
def test_a_thousand_single_shots_lose_no_reference(qapp, qtbot):
    rung: list[int] = []
    lost = lost_per_call(lambda: QTimer.singleShot(0, lambda: rung.append(1)))
    qtbot.waitUntil(lambda: len(rung) == CALLS + 20)
    assert {name: max(loss, 0.0) for name, loss in lost.items()} == NOTHING_LOST


def test_the_locked_binding_is_one_that_keeps_its_references(pytestconfig):
    lines = (pytestconfig.rootpath / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = next(line.split("==")[1].split()[0] for line in lines if line.startswith("pyside6=="))
    version = tuple(int(part) for part in locked.split("."))
    assert (6, 11, 3) <= version < (6, 12)
