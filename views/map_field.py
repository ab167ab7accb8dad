"""What the field link adds to the map: people who share where they are, walks under way, sections not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.documents import features, field_layers
from data.documents.features import Feature
from data.model.field import Position
from data.model.situation import Situation
from data.rules.coverage import Coverage, Gap
from data.rules.patrolling import interval_in_force, sections
from views import words
from views.parts import period
from views.section_cover import gap_said
from views.works_rows import SectionRow, section_rows

if TYPE_CHECKING:
    from widgets.web_map import WebMap


class FieldMarks:
    """Keeps the last series that were handed in, and draws them when they, the clock or the flow change."""

    def __init__(self, page: WebMap, z: int) -> None:
        """Show on a page, above a height among the layers."""
        self._page, self._z = page, z
        self._positions: Sequence[Position] = ()
        self._covered: Sequence[Coverage] = ()
        self._tracks: Mapping[str, Sequence[Position]] = {}
        self._sections: dict[str, SectionRow] = {}
        self._digest = ""
        self._told: dict[str, str] = {}
        self.made: dict[str, list[Feature]] = {name: [] for name in field_layers.FIELD_LAYERS}

    def take(
        self, positions: Sequence[Position], covered: Sequence[Coverage], tracks: Mapping[str, Sequence[Position]]
    ) -> None:
        """Take where people are, what was walked, and the tracks of walks under way."""
        self._positions, self._covered, self._tracks = positions, covered, tracks

    def draw(self, now: Situation, time: datetime) -> None:
        """Make the layers, and send those that read differently."""
        if self._digest != now.registers.routes.digest:
            self._digest = now.registers.routes.digest
            self._sections = {row.id: row for row in section_rows(now)}
        _, interval = interval_in_force(now, now.basis.flow_m3s)
        paths = {row.id: row.path for row in sections(now)}
        self.made = {
            "gaps": field_layers.gap_lines(
                paths, self._covered, time, interval, lambda gap: self._gap_said(gap, time, interval)
            ),
            "tracks": field_layers.tracks(self._tracks),
            "positions": field_layers.positions(now, self._positions, time, lambda one: position_said(now, one, time)),
        }
        for n, name in enumerate(field_layers.FIELD_LAYERS):
            text = features.encode(self.made[name])
            if text != self._told.get(name, features.encode([])):
                self._told[name] = text
                self._page.set_layer(name, text, style={"z": self._z + n, "interactive": name != "tracks"})

    def _gap_said(self, gap: Gap, time: datetime, interval_min: float | None) -> str:
        said = gap_said(self._sections.get(gap.section), gap, time)
        t = QCoreApplication.translate
        return t("MapField", "{0}（现行间隔 {1}）").format(said, period(interval_min)) if interval_min else said


def position_said(now: Situation, one: Position, time: datetime) -> str:
    """Who is where, masked, and how old the position is."""
    t = QCoreApplication.translate
    person = now.registers.staff.get(one.person)
    name = one.person if person is None else f"{words.masked_name(person.name)} {person.post}"
    said = t("MapField", "{0}\n位置 {1}，误差 ±{2:.0f} 米").format(name, words.age(one.at, time), one.accuracy_m)
    patrol = now.patrols.get(one.patrol)
    if patrol is not None:
        route = now.registers.routes.get(patrol.section)
        section = patrol.section if route is None else route.name.partition("（")[0]
        said += t("MapField", "\n正在巡 {0}").format(section)
    return said
