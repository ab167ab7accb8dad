"""The relocation clock on a task: a few words in its row, and in its card the numbers with what they rest on. Pure."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from data.model.situation import Situation
from data.rules.task_clock import Carried, CutOff, tally
from views import clock_words, phrases, reckoned_words, step_words, words
from views.card_text import CardText

MOST = 12
"""So many of those cut off are named; the list of the boat team has them all."""


def fact(carried: Carried, time: datetime, *, brief: bool) -> tuple[str, str]:
    """What a task's row says of the clock, and its colour; nothing while nobody is threatened."""
    t = QCoreApplication.translate
    if carried.by_boat:
        return (boats(carried.boats), "state.urgent") if carried.boats else ("", "text.secondary")
    sums = tally(carried.benches)
    if not sums.lines:
        return "", "text.secondary"
    if not sums.to_go:
        return t("TaskClock", "已撤完 {0}").format(sums.lines), "text.secondary"
    passed = sums.first is not None and sums.first < time
    role = "state.urgent" if sums.cut_off or sums.leave_now or passed else "text.secondary"
    parts = [t("TaskClock", "未撤 {0}/{1}").format(sums.to_go, sums.lines)]
    if sums.cut_off:
        parts.append(t("TaskClock", "路断 {0}").format(sums.cut_off))
    elif sums.leave_now:
        parts.append(t("TaskClock", "须立即 {0}").format(sums.leave_now))
    elif sums.first is not None and not brief:
        said = t("TaskClock", "最早 {0} 已过") if passed else t("TaskClock", "最早 {0}")
        parts.append(said.format(clock_words.moment(sums.first, time)))
    return " · ".join(parts), role


def boats(found: tuple[CutOff, ...]) -> str:
    """How many places a boat is to go to, and how many people are there."""
    people = sum(one.people for one in found)
    return QCoreApplication.translate("TaskClock", "派船 {0} 处 {1} 人").format(len(found), people)


def section(card: CardText, now: Situation, carried: Carried) -> None:
    """Write the numbers into a card, with the nature of the picture they come from and its time."""
    t = QCoreApplication.translate
    card.heading(t("TaskClock", "撤离时钟"))
    for one in carried.benches:
        pressing = one.cut_off or one.leave_now
        card.paragraph(reckoned_words.count(one), "state.urgent" if pressing else "text.primary")
    if carried.boats:
        card.paragraph(t("TaskClock", "公路已断，{0}").format(boats(carried.boats)), "state.urgent")
        card.facts(_cut_off(card, now, one) for one in carried.boats[:MOST])
        if len(carried.boats) > MOST:
            card.paragraph(t("TaskClock", "等 {0} 处").format(len(carried.boats)), "text.secondary")
    elif carried.by_boat:
        card.paragraph(t("TaskClock", "现在没有公路已断的人"), "text.secondary")
    elif not carried.benches:
        card.paragraph(t("TaskClock", "这一水情下无人受威胁"), "text.secondary")
    card.paragraph(reckoned_words.basis(carried.of), "text.muted")


def _cut_off(card: CardText, now: Situation, one: CutOff) -> tuple[str, str]:
    row = now.registers.of(one.kind).by_id[one.id]
    name = card.link(words.masked_name(row.name), one.kind, one.id)
    people = QCoreApplication.translate("TaskClock", "{0} 人").format(one.people)
    return step_words.register_name(one.kind), f"{name}  {escape(people)}  {_place(card, now, one)}"


def _place(card: CardText, now: Situation, one: CutOff) -> str:
    """Where somebody is: a plot on its bench, else the words of the register."""
    if one.plots:
        found = (now.registers.plots.by_id[plot] for plot in one.plots[:2])
        return phrases.listed(
            card.link(plot.id, "plots", plot.id) + escape(f" {words.bench(plot.bench)}") for plot in found
        )
    if one.kind == "keypeople":
        return escape(now.registers.keypeople.by_id[one.id].place)
    return escape(phrases.registered(now.registers.of(one.kind).by_id[one.id].village))
