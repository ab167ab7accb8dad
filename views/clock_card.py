"""The clock on a person's card: time left, how it was reckoned in words, and where the register says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from data.model.countdown import ClockState, Deadline
from data.model.inundation import Wetness
from data.model.places import Plot
from data.model.situation import Situation
from data.rules.reckoning import Reckoning
from views import clock_words, people_rows, phrases, words
from views.card_text import CardText
from views.clock_rows import water_at
from views.clock_words import CALLED
from views.people_rows import GROWERS


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of one person, and the moment from which time left is counted."""

    reckoning: Reckoning
    line: Deadline
    at: datetime


def write(card: CardText, now: Situation, clock: Clock) -> None:
    """Write the clock on a card."""
    t = QCoreApplication.translate
    line, at = clock.line, clock.at
    water = water_at(clock.reckoning.affected, line)
    card.heading(t("ClockCard", "最后安全出发"))
    said = card.ink(clock_words.countdown(line, at), clock_words.role(line, at), bold=True)
    if line.likely is not None and line.state in CALLED:
        latest = t("ClockCard", "应在 {0} 前出发").format(clock_words.moment(line.likely, at))
        said += card.ink(f"  {latest}", "text.primary")
    rows = [(t("ClockCard", "时限"), said)]
    if line.state in CALLED or line.state_if_high in CALLED:
        rows.append((t("ClockCard", "幅度"), escape(clock_words.band(line, at))))
    if line.state in CALLED:
        rows.append((t("ClockCard", "算法"), escape(reckoned(line, at))))
    rows.append((t("ClockCard", "水情"), _water(card, water, at)))
    if line.state in CALLED:
        rows += _way(card, now, line, at)
    rows += [(t("ClockCard", "不符"), card.ink(said_, "state.attention")) for said_ in disagreements(now, clock, water)]
    rows.append((t("ClockCard", "依据"), card.ink(basis(clock.reckoning, at), "text.secondary")))
    card.facts(rows)


def reckoned(line: Deadline, at: datetime) -> str:
    """How the last safe departure came about, in words."""
    t = QCoreApplication.translate
    if line.travel_min is None:
        return t("ClockCard", "没有公路可走，无法算出出发时限")
    if line.likely is None:
        return t("ClockCard", "没有时限")
    return t("ClockCard", "{0} = {1} − 路上 {2} 分 − 动身 {3} 分").format(
        clock_words.moment(line.likely, at),
        clock_words.cause(line, at)
        if line.arrival is None or line.cut_off is None
        else t("ClockCard", "{0} 中较早者").format(clock_words.cause(line, at)),
        clock_words.minutes(line.travel_min),
        clock_words.minutes(line.mobilisation_min),
    )


def basis(reckoning: Reckoning, at: datetime) -> str:
    """What the picture of the water is, for which flow, and how far off its depths have been found to be."""
    t = QCoreApplication.translate
    flow = t("ClockCard", "推演 {0} m³/s") if reckoning.whatif else t("ClockCard", "{0} m³/s")
    parts = [clock_words.nature(reckoning.nature), flow.format(words.flow(reckoning.flow_m3s))]
    if reckoning.trust_m is not None:
        parts.append(t("ClockCard", "水深误差 ±{0:.2f} m").format(reckoning.trust_m))
    parts.append(t("ClockCard", "{0} 推算").format(clock_words.moment(reckoning.at, at)))
    return " · ".join(parts)


def _water(card: CardText, water: Wetness | None, at: datetime) -> str:
    t = QCoreApplication.translate
    if water is None:
        return card.ink(t("ClockCard", "此处水情不明"), "state.attention")
    if not water.wet:
        return card.ink(t("ClockCard", "自身不淹"), "text.secondary")
    said = t("ClockCard", "{0} 到水，最深 {1} m").format(
        clock_words.moment(water.arrival, at), clock_words.depth(water.depth_m)
    )
    if water.duration_h > 0:
        said += t("ClockCard", "，淹 {0:.0f} 小时").format(water.duration_h)
    return card.ink(said, "state.attention")


def _way(card: CardText, now: Situation, line: Deadline, at: datetime) -> list[tuple[str, str]]:
    t = QCoreApplication.translate
    if line.end is None:
        return [(t("ClockCard", "出路"), card.ink(t("ClockCard", "没有公路可走"), "state.urgent"))]
    name = clock_words.end_name(now, line.end)
    link = escape(name) if line.end.register == "maplines" else card.link(name, line.end.register, line.end.id)
    said = t("ClockCard", "{0}，{1} 分").format(clock_words.mode(line.mode), clock_words.minutes(line.travel_min))
    rows = [(t("ClockCard", "出路"), link + escape(f"  {said}"))]
    if line.cut_off is not None:
        cut = t("ClockCard", "{0} 起过深").format(clock_words.moment(line.cut_off, at))
        if line.isolated:
            cut += t("ClockCard", "：自身不淹而被困")
        rows.append((t("ClockCard", "断路"), card.ink(cut, "state.attention" if line.isolated else "text.primary")))
    if not line.way_known:
        rows.append(("", card.ink(t("ClockCard", "沿途有水情不明的路段"), "state.attention")))
    return rows


def disagreements(now: Situation, clock: Clock, water: Wetness | None) -> list[str]:
    """Where register and picture of the water say different things at this flow, plot by plot."""
    t = QCoreApplication.translate
    line, flow = clock.line, clock.reckoning.flow_m3s
    if line.kind != GROWERS:
        return _bench_disagrees(now, clock, water)
    found: list[str] = []
    for plot in people_rows.plots_of(now.registers).get(line.id, ()):
        wet = clock.reckoning.affected.of("plots", plot.id)
        if wet is not None and wet.wet is not _floods(plot, flow):
            says = (
                t("ClockCard", "台账 {0} m³/s 上水，此图不淹")
                if not wet.wet
                else t("ClockCard", "台账 {0} m³/s 上水，此图已淹")
            )
            found.append(phrases.labelled(plot.id, says.format(words.flow(plot.floods_at_m3s))))
    return found


def _bench_disagrees(now: Situation, clock: Clock, water: Wetness | None) -> list[str]:
    """A key person counts as reached when the lowest plot of the same 滩别 is."""
    line = clock.line
    person = now.registers.keypeople.get(line.id) if line.kind == "keypeople" else None
    if person is None or water is None or line.state in (ClockState.UNKNOWN, ClockState.LEFT):
        return []
    reach = min((plot.floods_at_m3s for plot in now.registers.plots if plot.bench == person.bench), default=None)
    if reach is None or (clock.reckoning.flow_m3s >= reach) is water.wet:
        return []
    t = QCoreApplication.translate
    says = (
        t("ClockCard", "按滩别 {0} m³/s 上水，此图已淹")
        if water.wet
        else t("ClockCard", "按滩别 {0} m³/s 上水，此图不淹")
    )
    return [says.format(words.flow(reach))]


def _floods(plot: Plot, flow_m3s: float) -> bool:
    return flow_m3s >= plot.floods_at_m3s
