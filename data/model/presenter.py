"""A presenter's script (演示步骤): named views with a note for the speaker, each of which only shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a step opens. All of these show; none sends, signs or writes."""

    NONE = "none"
    SIGN_OFF = "sign_off"  # the sheet, unsigned
    ORDER_FROM_ABOVE = "order_from_above"
    TASKS = "tasks"  # the list of what waits
    CALL = "call"
    PUSH = "push"  # the sheet, unsent
    PUSH_BOARD = "push_board"
    MUSTER = "muster"
    WATCHES = "watches"
    ALARMS = "alarms"
    BRIEFING = "briefing"  # the form, not begun


@dataclass(frozen=True, slots=True)
class View:
    """Middle and zoom of the map."""

    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True, slots=True)
class ShowStep:
    """One view. `layers` None leaves the layers, `flow_m3s` None is live, `realm` "" is any.

    `kind` and `ref` name what is selected (or "newest", "gravest" of its kind), `people` who a sheet is opened for.
    """

    id: str
    title: str
    note: str = ""
    title_en: str = ""
    note_en: str = ""
    workspace: str = "desk"
    tab: str = ""
    view: View | None = None
    layers: tuple[str, ...] | None = None
    kind: str = ""
    ref: str = ""
    flow_m3s: float | None = None
    realm: str = ""
    act: Act = Act.NONE
    people: tuple[str, ...] = ()
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Show:
    """A script; `own` when it lies in the home of this seat."""

    id: str
    title: str
    steps: tuple[ShowStep, ...] = ()
    title_en: str = ""
    own: bool = False
