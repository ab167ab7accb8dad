"""Wall page 地图: grids, works, water and events in their colours, the legend in the wall's type; no person on it."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.documents import layer_looks
from data.model.situation import Situation, Touched
from data.rules.signoff import Preview
from views import wall_map_layers
from views.map_water import MapWater
from views.wall_fit import Fit
from views.wall_key import WaterKey
from views.wall_page import WallPage
from views.wall_parts import PAD, Swatch, line_label, words_label
from views.wall_reading import WallType
from views.water_map import WaterMap
from widgets.ink_label import InkLabel
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Size, Theme

REST_MS = 600_000
"""A tour comes round within some minutes: until then a page that nobody sees is kept."""


class MapPage(WallPage):
    """The map. Its surface is made by the owner: a web page, or what a test puts in its place."""

    name: ClassVar[str] = "map"
    heeds: ClassVar[Touched] = (
        Touched.REGISTERS | Touched.TASKS | Touched.DISPATCH | Touched.REPORTS | Touched.PEOPLE | Touched.RIVER
        | Touched.LEVEL | Touched.INCIDENTS
    )  # fmt: skip

    def __init__(
        self, theme: Theme, surface: WaterMap, type_: WallType, kinds: Set[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.surface, self._type, self._kinds = surface, type_, kinds
        self._wet: dict[str, str] = {}
        self._states: dict[str, str] = {}
        self._events = ""
        self._fresh = True
        self._bounds: tuple[float, float, float, float] | None = None
        self._water, self._open = False, False
        self.legend = Fit(theme)
        self.key = WaterKey(theme)
        self._rows: dict[str, QWidget] = {}
        self._make_legend(theme)
        self.notes = line_label(theme, "text.secondary")
        self.notes.hide()
        surface.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        surface.keep_hidden(REST_MS)
        surface.map.set_bare(True)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(surface, 1)
        left.addWidget(self.notes)
        self._row = QHBoxLayout(self)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.legend)
        self.draw_theme(theme)

    def title(self) -> str:
        return self.tr("地图")

    def filled(self, now: Situation) -> bool:
        """Whether there is land to show."""
        return bool(len(now.registers.maplines))

    def _make_legend(self, theme: Theme) -> None:
        for key, text, swatch, weight in (
            ("incident", self.tr("险情"), Swatch(theme, "mark", "", Mark(Shape.TRIANGLE, "report.e1")), 0),
            ("event", self.tr("事件"), Swatch(theme, "mark", "", Mark(Shape.DIAMOND, "report.e2")), 2),
            (
                "unverified",
                self.tr("待核实"),
                Swatch(theme, "mark", "", Mark(Shape.DIAMOND, "report.e2", Fill.HOLLOW)),
                3,
            ),
            ("grid.urgent", self.tr("任务超时"), Swatch(theme, "area", "grid.urgent"), 1),
            ("grid.unanswered", self.tr("有人未叫应"), Swatch(theme, "area", "grid.unanswered"), 1),
            ("wet", self.tr("上水地块"), Swatch(theme, "area", "state.urgent"), 1),
            ("wet.whatif", self.tr("推演上水"), Swatch(theme, "area", "realm.whatif"), 1),
            ("works", self.tr("大堤坝岸"), Swatch(theme, "line", "works.line"), 4),
        ):
            self._add_row(theme, key, words_label(theme, "text.primary", size=Size.TINY), text, swatch, weight)
        self.legend.add(self.key, 1)
        self.legend.set_absent(self.key, True)
        self.legend.add_space()

    def _add_row(self, theme: Theme, key: str, label: InkLabel, text: str, swatch: Swatch | None, weight: int) -> None:
        label.set_text(text)
        row = Fit(theme, down=False)
        if swatch is not None:
            row.add(swatch)
        row.add(label)
        row.add_space()
        self._rows[key] = row
        self.legend.add(row, weight)

    def essentials(self) -> tuple[Fit, ...]:
        return (self.legend,)

    def show_water(self, water: MapWater | None) -> None:
        """Show the water that the desk shows; its nature stands below as long as it is there."""
        self.surface.show_water(water)
        self.notes.setHidden(water is None)
        self.notes.set_text("" if water is None else " · ".join(water.notes))
        self.key.show_water(water)
        self.legend.set_absent(self.key, water is None)
        self._water = water is not None
        self._draw_legend()

    def show_view(self, lon: float, lat: float, zoom: float) -> None:
        """Show the place that the desk's map shows."""
        self.surface.show_view(lon, lat, zoom)

    def show_township(self) -> None:
        """Show the whole township."""
        if self._bounds is not None:
            self.surface.map.fit(self._bounds)

    def set_type(self, type_: WallType) -> None:
        """Take other sizes: all layers are told anew."""
        if type_.scale != self._type.scale:
            self._type, self._fresh = type_, True
            self._stale |= self.heeds

    def draw(self, now: Situation, touched: Touched) -> None:
        if self._fresh or touched & Touched.REGISTERS:
            self._fresh = False
            self._draw_land(now)
        self.draw_facts(now, self.preview)

    def draw_facts(self, now: Situation, preview: Preview | None) -> None:
        self._draw_states(now)
        wet = wall_map_layers.wet(now, preview)
        looks = wall_map_layers.plot_looks(self._wet, wet)
        if looks:
            self.surface.map.restyle("plots", looks)
        self._wet = wet
        self._open = any(one.closed_at is None for one in now.incidents.values())
        self._draw_legend()

    def _draw_legend(self) -> None:
        """Leave out what is not on the map now; where water lies, it tells more of the plots than they do."""
        roles, states = set(self._wet.values()), set(self._states.values())
        for key, there in (
            ("wet", "state.urgent" in roles and not self._water),
            ("wet.whatif", "realm.whatif" in roles and not self._water),
            ("grid.urgent", "grid.urgent" in states), ("grid.unanswered", "grid.unanswered" in states),
            ("incident", self._open),
        ):  # fmt: skip
            self.legend.set_absent(self._rows[key], not there)

    def draw_time(self, time: datetime) -> None:
        """Grids turn urgent though nothing else happens; looked at with the minute."""
        if self.now is not None and self._minute(time):
            self._draw_states(self.now)

    def draw_theme(self, theme: Theme) -> None:
        super().draw_theme(theme)
        self.surface.show_theme(theme)
        self._row.setContentsMargins(0, 0, theme.px(PAD), 0)
        self._row.setSpacing(theme.px(PAD))

    def _draw_land(self, now: Situation) -> None:
        self._wet, self._states, self._events = {}, {}, ""
        page = self.surface.map
        for name, z in wall_map_layers.LAYERS.items():
            if name != "events":
                text = wall_map_layers.encoded(name, now, self._type, self._kinds)
                page.set_layer(name, text, style={"z": z if z < _WATER_Z else z + _WATER_Z, "interactive": False})
        points = [point for row in now.registers.maplines if row.kind == "township" for point in row.path]
        if points:
            lons, lats = zip(*points, strict=True)
            self._bounds = (min(lons), min(lats), max(lons), max(lats))
            self.show_township()

    def _draw_states(self, now: Situation) -> None:
        states = layer_looks.grid_states(now, self.time)
        changed = {one for one in states.keys() | self._states.keys() if states.get(one) != self._states.get(one)}
        if changed:
            self.surface.map.restyle(
                "grids",
                {
                    one: {"role": states.get(one, "grid.quiet"), "fill": layer_looks.grid_fill(states.get(one))}
                    for one in changed
                },
            )
        self._states = states
        events = wall_map_layers.encoded("events", now, self._type, self._kinds)
        if events != self._events:
            self._events = events
            style = {"z": wall_map_layers.LAYERS["events"] + _WATER_Z, "interactive": False}
            self.surface.map.set_layer("events", events, style=style)


_WATER_Z = 10.0
"""The surface lays its water at this height."""
