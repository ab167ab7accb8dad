"""会商纪要: the frozen situation with the age of its figures, the agenda, the poll by role, decision, signatures."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from data.documents.papers.author import DASH, Author
from data.documents.papers.faults import PaperFault
from data.documents.papers.flash import incident_runs, request_runs
from data.documents.papers.pictures import pictures
from data.documents.papers.river import (
    exposure_blocks,
    forecast_runs,
    picture,
    reading_run,
    tasks_run,
    trend_run,
    warning_runs,
)
from data.documents.papers.sheet import Block, Run, Sheet, Signatures, Table
from data.model.office import Briefing, Signature, Vote


def minutes(one: Author) -> Sheet:
    """Make the record of the briefing `about`, of the newest one when none is named."""
    held = sorted(one.now.briefings.values(), key=lambda each: (each.called_at, each.id))
    briefing = one.now.briefings.get(one.wish.about) if one.wish.about else held[-1] if held else None
    if briefing is None:
        raise PaperFault("no_such_subject", kind=one.wish.kind.value, about=one.wish.about)
    blocks = one.chapters(
        ("minutes.situation", _situation(one, briefing)),
        ("minutes.agenda", _agenda(one, briefing)),
        ("minutes.poll", _poll(one, briefing)),
        ("minutes.decision", [one.para(run) for run in _decision(one, briefing)]),
    )
    head = one.head(
        number=one.number,
        subject=briefing.title,
        called=one.say("minutes.called", time=one.full(briefing.called_at), who=one.person(briefing.called_by)),
        frozen=one.say("minutes.frozen", time=one.full(briefing.frozen_at), seq=briefing.frozen_seq),
    )
    signed = tuple((_post(one, each), _signed(one, each)) for each in briefing.signatures)
    lines = signed or ((one.say("sign.leader"), ""),)
    return one.sheet(one.say("title.minutes"), head, (*blocks, Signatures(lines)), one.say("copies.flash"))


def _situation(one: Author, briefing: Briefing) -> list[Block]:
    """Tell what was known when it was frozen; ages are of that moment."""
    if one.material.known is None:
        text = one.say("minutes.short", level=one.level(briefing.level), flow=one.flow(briefing.flow_m3s),
                       time=one.full(briefing.frozen_at))  # fmt: skip
        return [one.para(one.run(text, one.trail.first("briefings", briefing.id)))]
    then = one.then(one.material.known(briefing.frozen_seq), briefing.frozen_at)
    frozen = then.now
    latest = frozen.latest()
    age = (
        [] if latest is None else [one.run(one.say("minutes.age", age=one.length(abs(briefing.frozen_at - latest.at))))]
    )
    return [
        one.para(reading_run(then, latest), *age, trend_run(then)),
        one.para(*forecast_runs(then)),
        one.para(*warning_runs(then)),
        one.para(tasks_run(then)),
        *exposure_blocks(then),
        one.para(*incident_runs(then)),
        one.para(*request_runs(then)),
        *_pictures(then),
    ]


def _pictures(then: Author) -> list[Block]:
    """Draw what was known when it was frozen; those handed in show the present. None where none are wanted."""
    if not then.material.pictures:
        return []
    drawn = pictures(then.now, then.words.language)
    made = replace(then, material=replace(then.material, pictures=drawn))
    return [*picture(made, "hydrograph"), *picture(made, "map")]


def _agenda(one: Author, briefing: Briefing) -> list[Block]:
    if not briefing.agenda:
        return [one.para(one.say("minutes.no_agenda"))]
    steps = one.trail.of("briefings", briefing.id)
    rows = tuple(
        one.row(str(number), each.text, one.run(each.answer or one.say("minutes.no_answer"), steps if each.at else ()),
                one.person(each.by) if each.by else DASH, one.minute(each.at))
        for number, each in enumerate(briefing.agenda, start=1)
    )  # fmt: skip
    heads = one.heads("minutes.head", "number", "question", "answer", "who", "at")
    return [Table(heads, rows, (0.07, 0.28, 0.39, 0.16, 0.1))]


def _poll(one: Author, briefing: Briefing) -> list[Block]:
    """The last answer of each role counts; who was asked and said nothing is named."""
    if not briefing.roles:
        return [one.para(one.say("minutes.no_poll"))]
    votes: Counter[Vote] = Counter()
    rows: list[tuple[Run, ...]] = []
    steps = one.trail.of("briefings", briefing.id)
    for role in briefing.roles:
        ballot = briefing.ballot_of(role)
        if ballot is None:
            rows.append(one.row(one.role(role), one.run(one.say("vote.none"), bold=True), DASH, DASH, DASH))
            continue
        votes[ballot.vote] += 1
        via = one.word("via", ballot.via)
        vote = one.run(one.say(f"vote.{ballot.vote.value}"), steps[-1:])
        when = f"{one.minute(ballot.at)} {via}"
        rows.append(one.row(one.role(role), vote, ballot.reason or DASH, one.person(ballot.person), when))
    heads = one.heads("poll", "role", "vote", "reason", "who", "at")
    silent = len(briefing.roles) - sum(votes.values())
    text = one.say("minutes.votes", motion=briefing.motion or DASH, asked=len(briefing.roles), go=votes[Vote.GO],
                   no_go=votes[Vote.NO_GO], abstain=votes[Vote.ABSTAIN], silent=silent)  # fmt: skip
    return [one.para(one.run(text, steps)), Table(heads, tuple(rows), (0.24, 0.12, 0.28, 0.2, 0.16))]


def _decision(one: Author, briefing: Briefing) -> list[Run]:
    if briefing.decided is None:
        return [one.run(one.say("minutes.undecided"))]
    vote, who = one.say(f"vote.{briefing.decided.value}"), one.person(briefing.decided_by)
    text = one.say("minutes.decided", decision=briefing.decision, vote=vote, reason=briefing.reason, who=who,
                   time=one.full(briefing.decided_at))  # fmt: skip
    after = (briefing.decided_at or briefing.frozen_at) - briefing.frozen_at
    runs = [one.run(text, one.trail.of("briefings", briefing.id)[-1:])]
    if after > timedelta(0):
        runs.append(one.run(one.say("minutes.took", length=one.length(after))))
    return runs


def _post(one: Author, each: Signature) -> str:
    return each.post or one.person(each.person)


def _signed(one: Author, each: Signature) -> str:
    user = one.now.registers.users.get(each.person)
    name = one.person(each.person) if user is None else user.name
    how = one.say("sign.by_pin") if each.by_pin else ""
    return one.say("sign.signed", who=name, time=one.full(each.at)) + how
