"""交接班: what is open, what changed since the shift began, notes, and both names with the times of signing."""

from __future__ import annotations

from datetime import datetime

from data.documents.papers.author import Author
from data.documents.papers.faults import PaperFault
from data.documents.papers.river import reading_run, tasks_run, trend_run, warning_runs
from data.documents.papers.sheet import Block, Sheet, Signatures, Table
from data.documents.record import HAPPENED, happened
from data.model.office import Handover
from data.rules.handover import is_first


def handover(one: Author) -> Sheet:
    """Make the record of the handover `about`, of the newest one when none is named."""
    newest = max(one.now.handovers.values(), key=lambda each: (each.at, each.id), default=None)
    found = one.now.handovers.get(one.wish.about) if one.wish.about else newest
    if found is None:
        raise PaperFault("no_such_subject", kind=one.wish.kind.value, about=one.wish.about)
    steps = one.trail.of("handovers", found.id)
    notes = found.notes.strip() or one.say("handover.no_notes")
    blocks = one.chapters(
        ("handover.now", [one.para(reading_run(one, one.now.latest()), trend_run(one)), one.para(*warning_runs(one)),
                          one.para(tasks_run(one))]),
        ("handover.open", _items(one, found, steps)),
        ("handover.changes", [one.para(one.run(text, steps)) for text in found.changes] or
                             [one.para(one.say("handover.no_changes"))]),
        ("handover.counts", [one.para(_counts(one, found))]),
        ("handover.notes", [one.para(one.run(notes, steps))]),
    )  # fmt: skip
    state = one.say("handover.locked" if found.locked else "handover.waits")
    key = "handover.first_span" if is_first(one.now, found.since_at) else "span.from_to"
    head = one.head(
        number=one.number,
        leaving=one.person(found.leaving),
        coming=one.person(found.coming),
        span=one.say(key, begin=one.full(found.since_at), end=one.full(found.at)),
        state=state,
    )
    signatures = Signatures(
        (
            (one.say("sign.leaving"), _signed(one, found.leaving, found.left_at)),
            (one.say("sign.coming"), _signed(one, found.coming, found.came_at)),
        )
    )
    return one.sheet(one.say("title.handover"), head, (*blocks, signatures))


def _signed(one: Author, who: str, at: datetime | None) -> str:
    return "" if at is None else one.say("sign.signed", who=one.person(who), time=one.full(at))


def _items(one: Author, found: Handover, steps: tuple[int, ...]) -> list[Block]:
    if not found.items:
        return [one.para(one.say("handover.nothing_open"))]
    heads = one.heads("handover.head", "number", "kind", "what")
    rows = tuple(
        one.row(
            str(number), one.word("thing", each.kind), one.run(each.text, one.trail.last(each.kind, each.id) or steps)
        )
        for number, each in enumerate(found.items, start=1)
    )
    return [one.para(one.say("handover.count", n=len(found.items))), Table(heads, rows, (0.08, 0.16, 0.76))]


def _counts(one: Author, found: Handover) -> str:
    """Count what happened in the shift."""
    counts = happened(step for seq, step in one.material.lines if seq > found.since_seq and step.at <= found.at)
    told = [one.say(f"count.{key}", n=f"{counts[key]:,}") for key in HAPPENED if counts[key]]
    return (one.listed(told) if told else one.say("log.nothing")) + one.say("stop")
