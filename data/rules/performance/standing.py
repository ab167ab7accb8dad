"""Expectations about a state: a level that stands, a task that is out, people who are gone. They may hold already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from data.model.drill import Act
from data.model.levels import Level
from data.model.people import Whereabouts
from data.model.steps import SignedOff, WhereaboutsSet
from data.model.task import Move, Task
from data.rules.performance.deeds import LISTED, Asked, Deed, deeds, issues
from data.rules.performance.story import Line, Story

_FAR: Mapping[Whereabouts, int] = MappingProxyType(
    {
        Whereabouts.UNTOLD: 0,
        Whereabouts.TOLD: 1,
        Whereabouts.SIGNED: 2,
        Whereabouts.LEAVING: 3,
        Whereabouts.LEFT: 4,
    }
)
"""How far people are; who has left has been told as well."""
_STANDS = frozenset({Act.ISSUE, Act.ORDER, Act.ON_SITE, Act.BRIEFING})
"""Acts whose effect stands, so that one done shortly before its inject need not be done again."""
_ENDS = frozenset({Move.FINISH, Move.VERIFY, Move.WITHDRAW, Move.EXEMPT})


def holds_since(story: Story, asked: Asked) -> Line | None:
    """Return the line since which the state that is asked for holds at the mark; None while it does not."""
    before = [line for line in story.all if line[0] <= asked.mark]
    match asked.expectation.act:
        case Act.SIGN_OFF:
            signed = [(line, line[1].body) for line in before]
            last = next(((line, body) for line, body in reversed(signed) if isinstance(body, SignedOff)), None)
            level = Level.parse(asked.proof("level"))
            if last is None or (last[1].level < level if level is not Level.NONE else last[1].level is not level):
                return None
            # that there is no response holds most of the time: only one that was ended for this answers it
            return last[0] if level is not Level.NONE or _is_recent(story, asked, last[0]) else None
        case Act.ISSUE if asked.proof("instruction"):
            out = [
                line
                for line, task in issues(story, iter(before))
                if task.instruction == asked.proof("instruction") and _is_out(story, asked, task)
            ]
            return out[-1] if out else None
        case _:
            return None


def early(story: Story, asked: Asked) -> Iterator[Deed]:
    """Yield what was done within the allowance before the mark and stands at it: the inject finds it answered."""
    if asked.expectation.act not in _STANDS:
        return
    first = next((line[0] for line in story.deeds if _is_recent(story, asked, line)), asked.mark)
    for deed in deeds(story, replace(asked, mark=first - 1)):
        if deed.line[0] > asked.mark:
            return
        task = story.now.tasks.get(deed.about)
        if _is_recent(story, asked, deed.line) and (task is None or _is_out(story, asked, task)):
            yield deed


def _is_recent(story: Story, asked: Asked, line: Line) -> bool:
    """Whether a line is not older at the mark than the inject allows for the act."""
    return line[1].at >= story.fired[asked.inject.id][1] - timedelta(minutes=asked.expectation.within_min)


def _is_out(story: Story, asked: Asked, task: Task) -> bool:
    """Whether a task was at work when the inject was fired."""
    fired_at = story.fired[asked.inject.id][1]
    return not any(mark.move in _ENDS and mark.at <= fired_at for mark in task.history)


def brought(story: Story, asked: Asked) -> Line | None:
    """Return the line by which all the people asked for were in the state asked for, at the mark or after it."""
    register, wanted = asked.proof("register"), Whereabouts(asked.proof("state"))
    people = [one for one in asked.proof("people").split(LISTED) if one]
    states: dict[str, Whereabouts] = {}
    held: Line | None = None
    for line in story.all:
        if line[0] > asked.mark and held is not None:
            return held
        body = line[1].body
        if isinstance(body, WhereaboutsSet) and body.register == register:
            states.update(dict.fromkeys(body.ids, body.state))
            there = bool(people) and all(_is_there(states.get(one, Whereabouts.UNTOLD), wanted) for one in people)
            held = line if there else None
    return held


def _is_there(state: Whereabouts, wanted: Whereabouts) -> bool:
    if state in _FAR and wanted in _FAR:
        return _FAR[state] >= _FAR[wanted]
    return state is wanted
