"""`make`: which maker writes which kind, and the appendix that leads the figures back to the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from data.documents.papers.author import Author, author
from data.documents.papers.drill import drill_report
from data.documents.papers.duty_log import duty_log, said
from data.documents.papers.flash import flash
from data.documents.papers.handover import handover
from data.documents.papers.incident import incident_first, incident_later
from data.documents.papers.minutes import minutes
from data.documents.papers.orders import orders
from data.documents.papers.press import press
from data.documents.papers.review import review
from data.documents.papers.river_daily import river_daily
from data.documents.papers.sheet import Block, Heading, Material, Run, Sheet, Table, Wish
from data.model.office import PaperKind
from data.model.steps import Step

MOST = 60
"""So many steps are written out in the appendix; the others are counted."""

KINDS: Mapping[PaperKind, Callable[[Author], Sheet]] = MappingProxyType(
    {
        PaperKind.DUTY_LOG: duty_log,
        PaperKind.RIVER_DAILY: river_daily,
        PaperKind.FLASH: flash,
        PaperKind.MINUTES: minutes,
        PaperKind.ORDERS: orders,
        PaperKind.INCIDENT_FIRST: incident_first,
        PaperKind.INCIDENT_LATER: incident_later,
        PaperKind.HANDOVER: handover,
        PaperKind.DRILL: drill_report,
        PaperKind.REVIEW: review,
        PaperKind.PRESS: press,
    }
)
_WITHOUT_BASIS = frozenset({PaperKind.DUTY_LOG, PaperKind.PRESS})
"""The log lists every step itself; what is meant for the public shows none, though its figures still hold them."""


def make(wish: Wish, material: Material) -> Sheet:
    """Write the document that is wished for; PaperFault when what it is about is not there."""
    one = author(wish, material)
    sheet = KINDS[wish.kind](one)
    if wish.kind in _WITHOUT_BASIS:
        return sheet
    return replace(sheet, basis=_basis(one, sheet.steps()))


def _basis(one: Author, wanted: tuple[int, ...]) -> tuple[Block, ...]:
    """List the steps that the figures rest on."""
    if not wanted:
        return ()
    steps = dict(one.material.lines)
    shown = [seq for seq in wanted if seq in steps]
    # the newest say most of what stands; they are listed in order
    listed = sorted(shown[-MOST:])
    rows = tuple(_line(one, seq, steps[seq]) for seq in listed)
    heads = one.heads("basis", "seq", "at", "who", "what")
    blocks: list[Block] = [Heading(one.say("basis.title")), one.para(one.say("basis.about", seq=one.now.seq))]
    if rows:
        blocks.append(Table(heads, rows, (0.1, 0.16, 0.2, 0.54)))
    if len(wanted) > len(rows):
        blocks.append(one.para(one.say("basis.more", n=len(wanted) - len(rows))))
    return tuple(blocks)


def _line(one: Author, seq: int, step: Step) -> tuple[Run, ...]:
    return one.row(str(seq), one.short(step.at), one.person(step.actor), one.run(said(one, step), (seq,)))
