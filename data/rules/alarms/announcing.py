"""Which lines want to be heard: each once, the grave ones until somebody acknowledges them; never for mere repair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from data.model.alarms import AlarmClass, AlarmState, Priority
from data.model.situation import Situation
from data.rules.alarms.condition import Params
from data.rules.alarms.engine import EngineState
from data.rules.alarms.lines import AlarmLine, AlarmList, lines

DIAGNOSTIC_RANK = -1


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line that wants to be heard now. `key` is another one whenever it is to be heard anew.

    `rank` chooses the tone: -1 for a diagnostic, else that of the priority. `spoken` is the template of the philosophy
    ("" is a tone only), to be filled with the words for `params`. Grave ones are `repeated` until acknowledged.
    """

    key: str
    rank: int
    spoken: str
    params: Params
    must_pass: bool
    repeated: bool
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said of a tag: when last, at which priority, under which key.

    `old`: it was silent since, or the desk started anew; only the grave is heard on then, the rest with the next news.
    """

    at: datetime
    priority: Priority
    key: str
    old: bool = False


@dataclass(frozen=True, slots=True)
class Announced:
    """What has been announced, by tag, and how many announcements there were."""

    tags: Mapping[str, Heard] = field(default_factory=lambda: MappingProxyType({}))
    serial: int = 0


def known(now: Situation, at: datetime, state: EngineState) -> Announced:
    """Return the memory of a desk that starts again: what stands has been heard; the grave will be repeated."""
    listed = lines(now, at, state)
    tags = {tag: Heard(at, line.priority, f"{line.key}#0", old=True) for line in listed.all for tag in line.tags}
    return Announced(tags)


def announce(
    before: Announced, listed: AlarmList, at: datetime, renew_s: float
) -> tuple[Announced, tuple[Announcement, ...]]:
    """Return what was heard by now, and every line that wants to be heard, the most pressing first.

    In a flood of alarms a line that grows stays silent; what must pass is heard for each tag.
    """
    heard = dict[str, Heard]()
    serial, wanted = before.serial, list[Announcement]()
    for line in listed.all:
        mine = {tag: before.tags[tag] for tag in line.tags if tag in before.tags}
        if not wants(line):
            heard.update({tag: replace(one, old=True) for tag, one in mine.items()})
            continue
        last = max(mine.values(), key=lambda one: one.at, default=None)
        if last is None or _is_news(line, mine, last, listed.flood, at, timedelta(seconds=renew_s)):
            serial += 1
            last = Heard(at, line.priority, f"{line.key}#{serial}")
            mine = {}
        heard.update({tag: mine.get(tag, last) for tag in line.tags})
        if not last.old or line.priority is Priority.HIGH:
            wanted.append(_announcement(line, last.key))
    return Announced(heard, serial), tuple(wanted)


def wants(line: AlarmLine) -> bool:
    """Whether a line may be heard at all: not what chatters or is of little weight among repairs, nor what is over.

    A grave one that is over and that nobody saw is heard on: somebody has to look.
    """
    if line.chatters and not line.must_pass:
        return False
    if line.kind.alarm_class is AlarmClass.DIAGNOSTIC and line.priority is Priority.LOW:
        return False
    return line.state is AlarmState.UNACKED or (line.state is AlarmState.RETURNED and line.priority is Priority.HIGH)


def _is_news(
    line: AlarmLine, mine: Mapping[str, Heard], last: Heard, flood: bool, at: datetime, renew: timedelta
) -> bool:
    """Whether a line of which something was heard already is to be heard anew."""
    fresh = [tag for tag in line.tags if tag not in mine]
    if line.priority.rank > last.priority.rank or (line.must_pass and fresh):
        return True
    rested = at - last.at >= renew
    if not flood and line.tags[0] in fresh:
        return True
    if fresh and rested:
        return True
    return rested and line.state is AlarmState.UNACKED and line.last_at > last.at


def _announcement(line: AlarmLine, key: str) -> Announcement:
    diagnostic = line.kind.alarm_class is AlarmClass.DIAGNOSTIC
    return Announcement(
        key,
        DIAGNOSTIC_RANK if diagnostic else line.priority.rank,
        line.kind.spoken,
        line.params,
        line.must_pass,
        line.priority is Priority.HIGH,
        line.tags,
    )
