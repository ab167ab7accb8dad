"""值班日志: every step of a span in words by the hour, what came in and went out, counts, and who was on duty."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import groupby

from data.documents.papers.author import BEIJING, Author
from data.documents.papers.river import reading_run, tasks_run, warning_runs
from data.documents.papers.sheet import Block, Heading, Run, Sheet, Signatures, Table
from data.documents.record import HAPPENED, happened
from data.model.drill_steps import InjectMarked
from data.model.office import DutyMessage, Medium
from data.model.steps import Step, UserChanged

MOST = 3_000
"""So many steps are written out; the rest are counted (a day of the worst drill has fewer)."""
_QUIET = frozenset({"DrillPaced"})


def duty_log(one: Author) -> Sheet:
    """Make the log of the wish's span, of the day in Beijing by default."""
    begins, ends = span_of(one)
    told = ((seq, step) for seq, step in one.material.lines if begins <= step.at < ends and step.kind not in _QUIET)
    inside = sorted(told, key=lambda line: (line[1].at, line[0]))  # what was entered late stands where it happened
    blocks = one.chapters(
        ("log.weather", [one.para(_weather(one, begins, ends))]),
        ("log.river", [one.para(reading_run(one, one.now.latest())), one.para(*warning_runs(one))]),
        ("log.tasks", [one.para(tasks_run(one))]),
        ("log.counts", _counts(one, inside)),
        ("log.messages", _messages(one, begins, ends)),
        ("log.course", _course(one, inside)),
    )
    on_duty = _on_duty(one, inside)
    people = one.listed(one.person(each) for each in on_duty) or one.say("missing")
    until = one.full(min(ends, one.now.at))
    head = one.head(span=one.say("span.from_to", begin=one.full(begins), end=until), on_duty=people, number=one.number)
    posts = [one.person(each) for each in on_duty[:4]] or [one.say("sign.duty")]
    signatures = Signatures((*((post, "") for post in posts), (one.say("sign.leader"), "")))
    return one.sheet(one.say("title.duty_log"), head, (*blocks, signatures))


def span_of(one: Author) -> tuple[datetime, datetime]:
    """Return the span of the wish, else the day in Beijing."""
    if one.wish.span is not None:
        return one.wish.span
    day = one.now.at.astimezone(BEIJING).replace(hour=0, minute=0, second=0, microsecond=0)
    return day, day + timedelta(days=1)


def _weather(one: Author, begins: datetime, ends: datetime) -> Run:
    """Say the newest notice about the weather of the span; that there is none is said."""
    notices = [each for each in one.now.messages.values()
               if each.medium is Medium.BULLETIN and begins <= each.at < ends]  # fmt: skip
    if not notices:
        return one.run(one.say("log.no_weather"))
    newest = max(notices, key=lambda each: (each.at, each.id))
    text = one.say("log.weather_notice", time=one.full(newest.at), other=newest.other, text=_flat(newest.text))
    return one.run(text, one.trail.first("messages", newest.id))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _counts(one: Author, inside: list[tuple[int, Step]]) -> list[Block]:
    counts = happened(step for _, step in inside)
    told = [one.say(f"count.{key}", n=f"{counts[key]:,}") for key in HAPPENED if counts[key]]
    kinds = Counter(step.kind for _, step in inside)
    text = one.say("log.all_steps", n=f"{len(inside):,}") + (one.listed(told) if told else one.say("log.nothing"))
    first_last = (*[seq for seq, _ in inside[:1]], *[seq for seq, _ in inside[-1:]])
    return [one.para(one.run(text + one.say("stop"), first_last if kinds else ()))]


def _messages(one: Author, begins: datetime, ends: datetime) -> list[Block]:
    """The book of messages of the span."""
    found = [each for each in one.now.messages.values() if begins <= each.at < ends]
    if not found:
        return [one.para(one.say("log.no_messages"))]
    heads = one.heads("messages", "at", "way", "other", "text", "noted", "answer")
    rows = tuple(_message(one, each) for each in sorted(found, key=lambda each: (each.at, each.id)))
    return [Table(heads, rows, (0.12, 0.12, 0.15, 0.31, 0.12, 0.18))]


def _message(one: Author, each: DutyMessage) -> tuple[Run, ...]:
    way = one.say("messages.in" if each.inward else "messages.out", medium=one.word("medium", each.medium.value))
    noted = one.say("messages.not_noted") if each.noted_at is None else one.say(
        "messages.by", time=one.minute(each.noted_at), who=one.person(each.noted_by))  # fmt: skip
    if not each.inward:
        noted = "—"
    if each.answered_at is not None:
        answer = one.say("messages.answered", time=one.minute(each.answered_at), text=_flat(each.answer))
    elif each.due is not None:
        answer = one.say("messages.due", time=one.short(each.due))
    else:
        answer = "—"
    return one.row(one.short(each.at), way, each.other, one.run(_flat(each.text), one.trail.of("messages", each.id)),
                   noted, answer)  # fmt: skip


def _course(one: Author, inside: list[tuple[int, Step]]) -> list[Block]:
    """Every step in words, under a heading for each hour."""
    if not inside:
        return [one.para(one.say("log.empty"))]
    heads = one.heads("log.head", "at", "who", "what", "seq")
    blocks: list[Block] = []
    for hour, lines in groupby(inside[:MOST], key=lambda line: _hour(line[1].at)):
        rows = tuple(step_row(one, seq, step) for seq, step in lines)
        heading = Heading(one.say("log.hour", begin=one.full(hour), n=len(rows)), 2)
        blocks += [heading, Table(heads, rows, (0.12, 0.2, 0.58, 0.1))]
    if len(inside) > MOST:
        blocks.append(one.para(one.say("log.more", n=f"{len(inside) - MOST:,}")))
    return blocks


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def step_row(one: Author, seq: int, step: Step) -> tuple[Run, ...]:
    """Return time, who, words and number of a step."""
    return one.row(one.minute(step.at), one.person(step.actor), one.run(said(one, step), (seq,)), str(seq))


def said(one: Author, step: Step) -> str:
    """Say a step in the words handed in; what control does in a drill is not told beforehand."""
    if isinstance(step.body, InjectMarked):
        return one.say("log.inject", title=step.body.title, how=one.word("fired", step.body.how.value))
    return _flat(one.material.line(step, one.now))


def _on_duty(one: Author, inside: list[tuple[int, Step]]) -> list[str]:
    """Return the users who had the desk in the span, in order: who had it at its end and whoever took it."""
    users = one.now.registers.users
    taken = [step.body.user for _, step in inside if isinstance(step.body, UserChanged)]
    acted = [step.actor for _, step in inside if step.actor in users.by_id]
    return [each for each in dict.fromkeys((*taken, *acted, one.now.user)) if each in users.by_id]
