"""Sound and speech of alarms: the gravest first, the grave again until acknowledged, mute with an end; no focus."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

import resources
from data.model.alarms import Priority
from data.model.situation import Situation
from data.rules.alarms.announcing import Announcement
from desktop.speaking import Found, Tongue, Voice
from desktop.tones import Hearing, Loudspeaker, Tone
from views import alarm_words

REPEAT_S = 60.0
"""[设定] What is repeated sounds again after this long, until it is acknowledged (`repeat_high_s` of the bounds)."""

MOST_SPOKEN = 3
"""[设定] So often its words are said; after that only the tone (`repeat_spoken` of the bounds)."""

TONE_APART_S = 4.0
"""[设定] In a flood of alarms one tone stands for all that come so close together."""

LONGEST_MUTE = timedelta(minutes=30)
"""[设定] Longer silence is what shelving is for: with a reason, tag by tag."""

PATIENCE_S = 20.0
"""A line that the engine does not report as ended is given up after this long."""

REST_S = 0.25

_LOUDEST_RANK = Priority.HIGH.rank
_TONES = {-1: Tone.DIAGNOSTIC, 0: Tone.LOW, 1: Tone.MEDIUM, 2: Tone.HIGH}


@dataclass(frozen=True, slots=True)
class Calling:
    """A line that wants to be heard. `rank` is that of its priority, -1 for a diagnostic; no text is a tone only.

    What is heard `once` is no alarm: it stands nowhere and need not be acknowledged.
    """

    key: str
    rank: int
    text: str = ""
    must_pass: bool = False
    repeated: bool = False
    once: bool = False


def calling(now: Situation, wanted: Iterable[Announcement]) -> tuple[Calling, ...]:
    """Return what the engine wants heard with its words, in the language of the screen."""
    return tuple(
        Calling(one.key, one.rank, alarm_words.spoken(now, one), one.must_pass, one.repeated) for one in wanted
    )


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be heard here, for the page of settings."""

    hearing: Hearing
    found: Found


@dataclass(frozen=True, slots=True)
class Manner:
    """What is heard and how loud (0 … 1), how often the grave sounds again, and how often its words are said."""

    tones: bool = True
    speech: bool = True
    volume: float = 0.7
    repeat_s: float = REPEAT_S
    most_spoken: int = MOST_SPOKEN


class Sounding(QObject):
    """Sounds what is not acknowledged.

    Signals:
        announced: key and words of a line that sounds now; told even when it cannot be heard.
        changed: it was muted, the mute ended, or tones and speech were switched.
        silent: a Ways: something wants to be heard and cannot be; once a session.

    """

    announced = Signal(str, str)
    changed = Signal()
    silent = Signal(object)

    def __init__(
        self,
        speaker: Loudspeaker | None,
        voice: Voice | None,
        manner: Manner = Manner(),
        *,
        drill: bool = False,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        """Sound on this speaker and voice; None for pictures and tests, where nothing is to be heard.

        In a `drill` the tone of drills comes before every line.
        """
        super().__init__(parent)
        self._speaker, self._voice, self._wall = speaker, voice, wall
        self._manner, self._drill = manner, drill
        self._marked = False
        self._spoken: dict[str, int] = {}
        self._standing: dict[str, Calling] = {}
        self._queue: list[Calling] = []
        self._now: Calling | None = None
        self._saying = False
        self._last_tone: tuple[float, int] = (-TONE_APART_S, -1)
        self._muted_until: datetime | None = None
        self._told = False
        self._step = self._timer(self._go_on)
        self._repeat = self._timer(self._sound_again)
        self._mute_end = self._timer(self.unmute)
        if voice is not None:
            voice.ended.connect(self._on_spoken)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    # what the owner says

    def configure(self, manner: Manner) -> None:
        """Switch tones and speech, and set the volume."""
        self._manner = manner
        if not self.on:
            self._be_silent()
        self.changed.emit()

    def show(self, calling: Sequence[Calling]) -> None:
        """Show every line that is not acknowledged now; what is new or graver than before sounds."""
        fresh = {one.key: one for one in calling}
        heard = self._standing
        new = [one for key, one in fresh.items() if key not in heard or one.rank > heard[key].rank]
        self._standing = fresh
        self._queue = [one for one in self._queue if one.once or one.key in fresh]
        if self._now is not None and not self._now.once and self._now.key not in fresh:
            self._cut()
        if any(one.must_pass for one in new) and self._muted_until is not None:
            self.unmute()
        for one in new:
            self._line_up(one)
        self._spoken = {key: count for key, count in self._spoken.items() if key in fresh}
        if any(one.repeated for one in fresh.values()):
            if not self._repeat.isActive():
                self._repeat.start(round(self._manner.repeat_s * 1000))
        else:
            self._repeat.stop()

    def mute(self, length: timedelta) -> None:
        """Be silent for a while, at most half an hour; an alarm that must pass ends it."""
        length = min(length, LONGEST_MUTE)
        self._muted_until = self._wall() + length
        self._mute_end.start(round(length.total_seconds() * 1000))
        self._be_silent()
        self.changed.emit()

    def unmute(self) -> None:
        """Sound again, from the next alarm or repetition on."""
        if self._muted_until is not None:
            self._muted_until = None
            self._mute_end.stop()
            self.changed.emit()

    def try_out(self, text: str) -> None:
        """Sound a trial from the page of settings, also while muted."""
        self.say(Calling("", _LOUDEST_RANK, text, must_pass=True, once=True))

    def say(self, one: Calling) -> None:
        """Sound a line once; a newer one of its key takes the place of one that still waits."""
        self._line_up(one)

    def close(self) -> None:
        """End everything."""
        for timer in (self._step, self._repeat, self._mute_end):
            timer.stop()
        self._standing = {}
        self._be_silent()

    # what it tells

    @property
    def muted_until(self) -> datetime | None:
        """End of the mute, None when it is not muted."""
        return self._muted_until

    @property
    def on(self) -> bool:
        """Whether tones or speech are switched on."""
        return self._manner.tones or self._manner.speech

    def ways(self) -> Ways:
        """Look what can be heard on this machine."""
        hearing = Hearing.NO_MULTIMEDIA if self._speaker is None else self._speaker.hearing()
        found = Found(Tongue.NO_LIBRARY) if self._voice is None else self._voice.found()
        return Ways(hearing, found)

    # inside

    def _line_up(self, one: Calling) -> None:
        if not self.on or (self._muted_until is not None and not one.must_pass):
            return
        self._queue = [held for held in self._queue if held.key != one.key]
        self._queue.append(one)
        self._queue.sort(key=lambda held: -held.rank)  # stable: of two equals the elder first
        if self._now is not None and one.rank > self._now.rank:
            self._queue.append(self._now)
            self._queue.sort(key=lambda held: -held.rank)
            self._cut()
        elif self._now is None and not self._step.isActive():
            self._begin()

    def _begin(self) -> None:
        """Sound the next line: its tone, then its words."""
        if not self._queue:
            self._now = None
            return
        self._now = one = self._queue.pop(0)
        self.announced.emit(one.key, one.text)
        self._tell_once()
        self._marked = False
        length = self._drill_tone() if self._drill else self._tone(one)
        self._step.start(round(length * 1000))

    def _drill_tone(self) -> float:
        """Play the tone that stands before every line of a drill and return its length."""
        self._marked = True
        if not self._manner.tones or self._speaker is None:
            return 0.0
        self._speaker.play(Tone.DRILL, self._manner.volume)
        return tone_length_s(Tone.DRILL)

    def _tone(self, one: Calling) -> float:
        """Play the tone of a line and return its length; none where one as grave has just sounded."""
        at, rank = self._last_tone
        if not self._manner.tones or self._speaker is None or (monotonic() - at < TONE_APART_S and rank >= one.rank):
            return 0.0
        self._last_tone = (monotonic(), one.rank)
        tone = _TONES[one.rank]
        self._speaker.play(tone, self._manner.volume)
        return tone_length_s(tone)

    def _go_on(self) -> None:
        """The tone is over: say the words; or the patience with the engine is."""
        one = self._now
        if one is not None and self._marked:
            self._marked = False
            self._step.start(round(self._tone(one) * 1000))
            return
        if one is not None and self._voice is not None and not self._saying and self._may_say(one):
            self._saying = self._voice.say(one.text, self._manner.volume)
            if not one.once:
                self._spoken[one.key] = self._spoken.get(one.key, 0) + 1
            if self._saying:
                self._step.start(round(PATIENCE_S * 1000))
                return
        if self._saying and self._voice is not None:
            self._voice.stop()
        self._next()

    def _may_say(self, one: Calling) -> bool:
        """Whether the words of a line are to be said, and not too often."""
        return self._manner.speech and bool(one.text) and self._spoken.get(one.key, 0) < self._manner.most_spoken

    def _on_spoken(self) -> None:
        self._step.stop()
        self._next()

    def _next(self) -> None:
        self._now, self._saying = None, False
        self._begin()

    def _cut(self) -> None:
        """Stop what sounds now and go on with the next line."""
        self._step.stop()
        for way in (self._speaker, self._voice):
            if way is not None:
                way.stop()
        self._next()

    def _be_silent(self) -> None:
        self._queue.clear()
        self._cut()

    def _sound_again(self) -> None:
        grave = [one for one in self._standing.values() if one.repeated]
        if grave and self._muted_until is None and not self._queue and self._now is None:
            self._line_up(max(grave, key=lambda one: one.rank))
        if grave:
            self._repeat.start(round(self._manner.repeat_s * 1000))

    def _tell_once(self) -> None:
        if self._told or self._speaker is None:
            return
        ways = self.ways()
        deaf = self._manner.tones and ways.hearing is not Hearing.FINE
        mute = self._manner.speech and ways.found.tongue is not Tongue.FINE
        if deaf or mute:
            self._told = True
            self.silent.emit(ways)


def tone_length_s(tone: Tone) -> float:
    """Return how long a tone lasts."""
    with wave.open(str(resources.path(f"sounds/{tone}.wav")), "rb") as file:
        return file.getnframes() / file.getframerate()
