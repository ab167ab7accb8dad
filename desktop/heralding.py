"""Heralding: says aloud what is no alarm: a level suggested or signed, a message come in, the marks of a drill."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from data.model.alarms import Priority
from data.model.drill import Drill
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced
from data.model.levels import Level
from data.model.office_steps import MessageLogged
from data.model.situation import Cause, Situation, Touched
from data.model.steps import Step
from desktop.room import Room
from desktop.sounding import Calling
from views import spoken_words

SUGGESTED, SIGNED, DRILL, MESSAGE = "herald/suggested", "herald/signed", "herald/drill", "herald/message"
"""Keys: of one kind only the newest line waits to be heard, so that a fast clock does not leave a queue behind."""

FLOW_ALARM = "flow.level"


class Herald(QObject):
    """Listens to the room and hands over lines; `say` takes a Calling that is heard once."""

    def __init__(self, room: Room, say: Callable[[Calling], None], parent: QObject | None = None) -> None:
        """Begin with the levels that stand; a desk that opens in a drill says so."""
        super().__init__(parent)
        self._say = say
        self._room = room
        self._realm = room.situation.realm
        self._levels = _levels(room.situation)
        self._paused = False
        room.changed.connect(self._on_changed)
        room.stepped.connect(self._on_stepped)
        drill = room.situation.drill
        if drill is not None and drill.ended_at is None:
            self._mark(_opening(drill))

    def _on_changed(self, now: Situation, touched: Touched) -> None:
        if not touched & Touched.LEVEL:
            return
        (suggested, signed), (suggests, stands) = self._levels, _levels(now)
        self._levels = (suggests, stands)
        if stands is not signed:
            self._level(SIGNED, spoken_words.signed(signed, stands), signed, stands)
        if suggests is not suggested and not said_by_alarm(now, suggested):
            self._level(SUGGESTED, spoken_words.suggested(suggested, suggests, stands), suggested, suggests)

    def _on_stepped(self, step: Step) -> None:
        match step.body:
            case DrillBegun(drill):
                self._mark(spoken_words.drill_begins(drill.title))
            case DrillPaced(0):
                self._mark(spoken_words.drill_paused())
                self._paused = True
            case DrillPaced() if self._paused:
                self._mark(spoken_words.drill_resumed())
                self._paused = False
            case DrillEnded():
                self._mark(spoken_words.drill_ended())
            case MessageLogged(message) if message.inward and step.actor != (self._room.situation.user or "desk"):
                text = spoken_words.in_realm(spoken_words.message(message), self._realm)
                self._say(Calling(MESSAGE, Priority.LOW.rank, text, once=True))
            case _:
                pass

    def _level(self, key: str, text: str, before: Level, after: Level) -> None:
        self._say(Calling(key, rank_of(before, after), spoken_words.in_realm(text, self._realm), once=True))

    def _mark(self, text: str) -> None:
        """A drill that nobody hears begin or end is taken for earnest, or earnest for it: a mute does not hold it."""
        self._say(Calling(DRILL, Priority.HIGH.rank, text, must_pass=True, once=True))


def rank_of(before: Level, after: Level) -> int:
    """Return the tone of a change of level: grave where it rises to II or I, low where it falls."""
    if after < before:
        return Priority.LOW.rank
    return Priority.HIGH.rank if after >= Level.II else Priority.MEDIUM.rank


def said_by_alarm(now: Situation, before: Level) -> bool:
    """Whether the alarm of the flow at 花园口 says the same of its own accord, until somebody acknowledges it."""
    suggestion = now.suggestion
    kind = now.registers.alarmkinds.get(FLOW_ALARM)
    if kind is None or not kind.enabled or not kind.spoken or suggestion.level <= before:
        return False
    gravest = (reason for reason in suggestion.reasons if reason.level is suggestion.level)
    return any(reason.cause is Cause.OBSERVED for reason in gravest)


def _levels(now: Situation) -> tuple[Level, Level]:
    return now.suggestion.level, now.standing.level


def _opening(drill: Drill) -> str:
    return spoken_words.drill_goes_on(drill.title) if drill.marks else spoken_words.drill_begins(drill.title)
