"""A stand-in for the web view of a call, and a township with phones."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from data.model.field import Device, PhoneRole
from data.model.field_steps import DeviceEnrolled
from data.model.situation import Situation
from tests import township
from tests.views.small_room import township_with_squads
from widgets.media_bridge import MediaBridge


class FakeView(QWidget):
    """What MediaView is, without an engine: `told` are the verbs, `says` speaks as the page."""

    renderer_died = Signal(int)
    gave_up = Signal()
    unreachable = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bridge = MediaBridge(self)
        self.address = ""
        self.told: list[list[Any]] = []
        self.bridge.desk.told.connect(self._take)

    def _take(self, _serial: int, batch: list[str]) -> None:
        self.told += [json.loads(text) for text in batch]

    def open(self, address: str) -> None:
        if address != self.address:
            self.address = address
            self.bridge.desk.ready()

    def unload(self) -> None:
        self.address = ""
        self.bridge.lost()

    def set_background(self, colour: QColor) -> None:
        self.ground = colour

    def says(self, **said: object) -> None:
        self.bridge.desk.said(json.dumps(said))

    def verbs(self) -> list[str]:
        return [one[0] for one in self.told]

    def last(self, verb: str) -> list[Any]:
        return [one[1:] for one in self.told if one[0] == verb][-1]


def with_phones(count: int = 3, user: str = "U1") -> Situation:
    """Staff S001 … with the phones d1 …; the rest have none."""
    now = township_with_squads(user)
    made = [
        DeviceEnrolled(Device(f"d{n}", f"S{n:03d}", PhoneRole.GRID_WORKER, f"手机{n}", "0" * 64, now.at))
        for n in range(1, count + 1)
    ]
    return replace(township.after(now, *made), user=user)
