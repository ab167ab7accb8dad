"""Room: the one owner of the situation, on the UI thread; takes steps and says what changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from data.model.drill import CONTROL
from data.model.field_steps import DeviceEnrolled, VideoCalled, VideoEnded, VideoKept, VideoSeated
from data.model.situation import Situation, Touched
from data.model.steps import Body, Realm, Step, StepRefused
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.rights import SYSTEM
from data.rules.signoff import Preview, preview
from data.rules.take import take

_NO_HANDS = (SYSTEM, CONTROL)
"""Actors that do not look at this screen: the desk itself, and exercise control at its own window."""

_GOES_ON = (VideoSeated, VideoEnded, VideoKept, DeviceEnrolled)
"""What this desk notes of calls and phones under way, whatever moment the screen shows."""


class Room(QObject):
    """Holds the situation of one realm.

    `keep` hands a step and the situation after it to the store's writer; `now` tells the desk's time (aware).

    Signals:
        changed: Situation, Touched.
        stepped: Step, as it was taken.
        previewed: Preview of a what-if, or None when the desk is back to live.
        live_wanted: the way back to live was taken while the screen shows the past.
        refused: code and parameters of a step that the situation does not allow.

    """

    changed = Signal(object, object)
    stepped = Signal(object)
    previewed = Signal(object)
    refused = Signal(str, object)
    live_wanted = Signal()

    def __init__(
        self,
        situation: Situation,
        keep: Callable[[Step, Situation], None],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Start from a situation that the store has loaded."""
        super().__init__(parent)
        self.situation = situation
        self.preview: Preview | None = None
        self._keep = keep
        self._keys: set[str] = set()
        self._live: tuple[Situation, Exposure] | None = None
        self._now = now
        self.replaying = False  # the screen shows the past: this desk's hands change nothing
        self._holding = False
        self._untold: deque[tuple[Step, Situation, Touched]] = deque()

    def do(self, body: Body, actor: str = "", key: str = "") -> bool:
        """Take a step at the desk's time; False (and `refused`) when the situation does not allow it."""
        who = actor or self.situation.user or "desk"
        if self.replaying and who not in _NO_HANDS and not _goes_on(body):
            self.refused.emit("replaying", {})
            return False
        at = self._now()
        if self.situation.realm is Realm.DRILL:  # its clock is set back to a scene that lags: what is done is in order
            at = max(at, self.situation.at)
        step = Step(key or uuid4().hex, at, who, self.situation.realm, body)
        return self.take(step)

    def take(self, step: Step) -> bool:
        """Take a step made elsewhere (bulletin, script, later other seats); the same key again changes nothing."""
        if step.key in self._keys:
            return True
        refusal = self.attempt(step)
        if refusal is not None:
            self.refused.emit(refusal.code, refusal.params)
        return refusal is None

    def attempt(self, step: Step) -> StepRefused | None:
        """Take a step whose sender is not at the desk; return why the situation does not allow it, or None."""
        if step.key in self._keys:
            return None
        try:
            after, touched = take(self.situation, step)
        except StepRefused as refusal:
            return refusal
        self.situation = after
        self._keys.add(step.key)
        self._keep(step, after)
        self._untold.append((step, after, touched))
        if not self._holding and len(self._untold) == 1:
            self._tell()
        return None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Take many steps and say what changed once, at the end."""
        if self._holding or self._untold:  # within a telling: they are said after the one before them
            yield
            return
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            self._tell_together()

    def _tell_together(self) -> None:
        taken = list(self._untold)
        if not taken:
            return
        touched = reduce(or_, (one[2] for one in taken))
        after = taken[-1][1]
        for step, _, _ in taken:
            self.stepped.emit(step)
        self.changed.emit(after, touched)
        for _ in taken:
            self._untold.popleft()
        self._tell()

    def _tell(self) -> None:
        """Say what was taken, in order: a step that a listener asks for meanwhile is said after the one before it."""
        while self._untold:
            step, after, touched = self._untold[0]
            self.stepped.emit(step)
            self.changed.emit(after, touched)
            self._untold.popleft()
        if self.preview is not None:
            self.show_whatif(self.preview.flow_m3s)

    def show_whatif(self, flow_m3s: float) -> None:
        """Preview a flow as a difference to live; nothing live changes. Over the past there is no what-if."""
        if self.replaying:
            self.refused.emit("replaying", {})
            self.previewed.emit(None)
            return
        if self._live is None or self._live[0] is not self.situation:
            self._live = (self.situation, exposure(self.situation, flow_at_stake(self.situation)))
        self.preview = preview(self.situation, flow_m3s, self._live[1])
        self.previewed.emit(self.preview)

    def return_to_live(self) -> None:
        """Leave the what-if, or ask to leave the past."""
        if self.replaying:
            self.live_wanted.emit()
        if self.preview is not None:
            self.preview = None
            self.previewed.emit(None)

    def flow_shown(self) -> float:
        """Return the flow that the screen is about: the what-if's, else the observed one."""
        return self.preview.flow_m3s if self.preview is not None else flow_at_stake(self.situation)

    def tell_everything(self) -> None:
        """Say the whole situation again, for panes that have just been made."""
        self.changed.emit(self.situation, Touched.everything())

    @property
    def realm(self) -> Realm:
        """The realm that the screen shows now."""
        if self.replaying:
            return Realm.REPLAY
        return self.situation.realm if self.preview is None else Realm.WHATIF


def _goes_on(body: Body) -> bool:
    return isinstance(body, _GOES_ON) or (isinstance(body, VideoCalled) and body.call.from_field)
