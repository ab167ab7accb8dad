"""新闻发布稿: confirmed facts for the public and advice; no person, no address, no own forecast; to be approved."""

from __future__ import annotations

from data.documents.papers.author import Author
from data.documents.papers.river import STILL, official_run, reading_run
from data.documents.papers.sheet import Block, Run, Sheet, Signatures
from data.model.people import Whereabouts
from data.model.river import HUAYUANKOU
from data.model.task import TaskState
from data.rules.coming import standing_forecast
from data.rules.trend import rate_of_rise


def press(one: Author) -> Sheet:
    """Make the draft of a statement for the public."""
    now = one.now
    official = standing_forecast(now)
    river: list[Run] = [reading_run(one, now.latest()), *_trend(one)]
    if official is not None:
        river.append(official_run(one, official))
    blocks: list[Block] = [
        one.para(*river),
        one.para(_response(one)),
        one.para(*_measures(one)),
        one.para(one.say("press.advice"), one.say(f"advice.{now.standing.level.name}")),
        one.para(one.say("press.more")),
        Signatures(((one.say("sign.approved"), ""),)),
    ]
    head = one.head(number=one.number, time=one.full(now.at), made_by=one.by, state=one.say("press.draft"))
    return one.sheet(one.say("title.press"), head, blocks, extra=one.say("mark.draft"))


def _trend(one: Author) -> list[Run]:
    """Say whether the river rises or falls: what was measured, no reckoning ahead."""
    readings = one.now.readings.get(HUAYUANKOU, ())
    rate = rate_of_rise(readings)
    if rate is None or not readings:
        return []
    way = "still" if abs(rate) < STILL else "rising" if rate > 0 else "falling"
    return [one.run(one.say(f"press.{way}"), one.trail.reading(readings[-1]))]


def _response(one: Author) -> Run:
    standing = one.now.standing
    if standing.since is None or not standing.level:
        return one.run(one.say("press.no_response"), one.trail.of("signed")[-1:])
    return one.run(one.say("press.response", level=one.level(standing.level), since=one.full(standing.since)),
                   one.trail.of("signed")[-1:])  # fmt: skip


def _measures(one: Author) -> list[Run]:
    """What was done, as counts: tasks, patrols, people who left."""
    now = one.now
    out = [task for task in now.tasks.values() if task.issued_at is not None and task.state is not TaskState.WITHDRAWN]
    left = sum(where is Whereabouts.LEFT for where in now.whereabouts.values())
    runs = [one.run(one.say("press.tasks", time=one.full(now.at), n=len(out)), one.trail.of("signed")[-1:])]
    if left:
        runs.append(one.run(one.say("press.left", n=left), one.trail.of("whereabouts")[-1:]))
    if now.patrols:
        runs.append(one.run(one.say("press.patrols", n=len(now.patrols)), one.trail.of("kind", "PatrolStarted")[-1:]))
    return runs
