"""Documents that the demonstration has issued: for a picture of the list, made at once while nobody waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.documents.papers.numbers import next_number
from data.model.office import PaperKind
from data.model.office_steps import PaperIssued
from desktop import paper_make
from desktop.demonstration_cast import LEADER
from views.paper_subjects import span
from views.paper_wish import PaperWish

if TYPE_CHECKING:
    from desktop.app import Anlan

KINDS = (PaperKind.RIVER_DAILY, PaperKind.FLASH)


def issue(anlan: Anlan) -> None:
    """Issue the morning's documents, unless the home has some."""
    papers, room = anlan.headquarters.papers, anlan.room
    if len(room.situation.papers):
        return
    for kind in KINDS:
        at = room.situation.at
        covered = span(kind, at) if kind is PaperKind.RIVER_DAILY else None
        order, _ = papers.order(PaperWish(kind, "", covered, next_number(room.situation, kind, at)))
        order = replace(order, wish=replace(order.wish, by=LEADER))
        gathered = anlan.keeping.run(lambda store, order=order: paper_make.gather(store, order)).result()
        one = paper_make.made(gathered, lambda _: None)
        kept = anlan.keeping.run(lambda store, one=one: paper_make.keep(store, one)).result()
        room.do(PaperIssued(papers.paper(one, *kept, LEADER)), LEADER)
