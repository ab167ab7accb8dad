"""网格电子地图: the grid e-map with its layers, tools, search and table twin."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from data.documents import features, layer_looks, layers
from data.documents.field_layers import FIELD_LAYERS
from data.model.field import Position
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.rules.coverage import Coverage
from data.rules.exposure import Exposure, exposure, flow_at_stake
from data.rules.places import Found, find_place
from data.rules.signoff import Preview
from views import map_outlines, map_picks, map_words
from views.map_field import FieldMarks
from views.map_reports import ReportMarks
from views.map_table import MapTable
from views.map_water import MapWater
from views.pane import Pane, Selection
from views.place_search import PlaceSearch
from views.water_menu import add_water
from views.water_overlay import WaterOverlay
from widgets.icons import IconSet
from widgets.theme import Theme
from widgets.web_map import WebMap

HIDDEN_AT_FIRST = frozenset({"sections", "routes", "cameras", "stock"})
CLOSE_UP = 15.0
FOUND_LAYER = "found"
"""Layer of the one place that was searched for last."""


class MapPanel(Pane):
    """The map. Layers are remade only when their registers change; states and exposure are restyled by id.

    Signals:
        people_gathered: staff and squad ids inside a lasso or box, for the dispatch panel.
        water_asked: lon, lat of a click while water can be seen (whatever the click selects besides).
        painted: everything that was shown is on the screen.

    """

    people_gathered = Signal(list)
    water_asked = Signal(float, float)
    painted = Signal()

    heeds = (
        Touched.REGISTERS
        | Touched.TASKS
        | Touched.DISPATCH
        | Touched.REPORTS
        | Touched.PEOPLE
        | Touched.STONES
        | Touched.RIVER
        | Touched.LEVEL
        | Touched.FIELD
        | Touched.INCIDENTS
    )

    def __init__(self, theme: Theme, page: Path, parent: QWidget | None = None, **tiles: object) -> None:
        """Show the page written by the base map builder."""
        super().__init__(theme, parent)
        self.map = WebMap(page, self, **tiles)  # pyright: ignore[reportArgumentType]
        self._reports = ReportMarks(self.map, _Z["reports"], self)
        self._field = FieldMarks(self.map, len(layers.LAYERS))
        self._overlay = WaterOverlay(self.map, theme, _WATER_Z, self)
        self._exposed: dict[str, str] = {}
        self._grid_states: dict[str, str] = {}
        self._outlines = features.encode([])
        self._minute: datetime | None = None
        self._water: MapWater | None = None
        self._of_past = False
        self._search = PlaceSearch(theme, self)
        self._table = MapTable(theme, self)
        self._table.hide()
        self._layer_menu = QMenu(self)
        self._layer_actions: dict[str, QAction] = {}
        self._bar = QWidget(self)
        self._buttons: list[tuple[QToolButton, str]] = []
        self._assemble()
        self._wire()
        self.draw_theme(theme)

    def _assemble(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._search, 1)
        layer_button = self._button(row, "layers", self.tr("图层"), "")
        layer_button.setMenu(self._layer_menu)
        layer_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for name in reversed([*layers.LAYERS, *FIELD_LAYERS]):
            action = QAction(map_words.layer(name), self._layer_menu)
            action.setCheckable(True)
            action.setChecked(name not in HIDDEN_AT_FIRST)
            action.toggled.connect(lambda on, layer=name: self.map.set_visible(layer, on))
            self._layer_menu.addAction(action)
            self._layer_actions[name] = action
        self._layer_menu.addSeparator()
        self._layer_actions["water"] = add_water(self._layer_menu, self._overlay)
        self._modes = QActionGroup(self)
        for mode, icon, words, key in (
            ("measure", "measure", self.tr("量距"), "Ctrl+Shift+M"),
            ("lasso", "lasso", self.tr("圈选人员与队伍"), "Ctrl+Shift+L"),
            ("box", "box", self.tr("框选人员与队伍"), "Ctrl+Shift+B"),
        ):
            button = self._button(row, icon, words, key)
            button.setCheckable(True)
            button.clicked.connect(lambda on, name=mode: self.map.set_mode(name if on else "pan"))
            button.setProperty("mode", mode)
        self._button(row, "home", self.tr("全镇"), "Ctrl+Home").clicked.connect(self.show_township)
        self._twin = self._button(row, "table", self.tr("图层表格"), "Ctrl+T")
        self._twin.setCheckable(True)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(self.map)
        self._split.addWidget(self._table)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
        outer.addWidget(self._split, 1)

    def _button(self, row: QHBoxLayout, icon: str, words: str, key: str) -> QToolButton:
        button = QToolButton(self._bar)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {key}" if key else words)
        if key:
            button.setShortcut(QKeySequence(key))
        row.addWidget(button)
        self._buttons.append((button, icon))
        return button

    def _wire(self) -> None:
        self.map.feature_clicked.connect(self._on_clicked)
        self.map.features_selected.connect(self._on_gathered)
        self.map.pointed.connect(self._on_pointed)
        self.map.mode_changed.connect(self._on_mode)
        self._overlay.on_changed.connect(self._on_water)
        self.map.painted.connect(self.painted)
        self.map.gave_up.connect(
            lambda: self.message_requested.emit(self.tr("地图进程反复中断，已停用；表格视图仍可用（Ctrl+T）"))
        )
        self._search.typed.connect(self._on_typed)
        self._search.chosen.connect(self._on_found)
        self._twin.toggled.connect(self._show_table)
        self._table.chosen.connect(self.selection_requested)
        for name in HIDDEN_AT_FIRST:
            self.map.set_visible(name, False)

    def offer_tiles(self, template: str, attribution: str, subdomains: str, max_zoom: int) -> None:
        """Lay tiles below the layers, and let the menu of layers take them away and bring them back."""
        action = QAction(self.tr("底图瓦片"), self._layer_menu)
        action.setCheckable(True)

        def lay(on: bool) -> None:
            self.map.set_tiles(template if on else None, attribution, subdomains, max_zoom)
            if self.now is not None:
                self._set_layer("base", self.now)

        action.toggled.connect(lay)
        self._layer_menu.addSeparator()
        self._layer_menu.addAction(action)
        self._layer_actions["tiles"] = action
        action.setChecked(True)

    def show_water(self, water: MapWater | None) -> None:
        """Show water over the land, or none: then plots are hatched by the flow stated for each of them."""
        self._water = water
        self._overlay.show(None if self._of_past else water)

    def show_township(self) -> None:
        """Show the whole township."""
        if self.now is not None:
            points = [p for row in self.now.registers.maplines if row.kind == "township" for p in row.path]
            if points:
                lons, lats = [p[0] for p in points], [p[1] for p in points]
                self.map.fit((min(lons), min(lats), max(lons), max(lats)))

    def draw(self, now: Situation, touched: Touched) -> None:
        """Remake the layers that a register change touched; restyle states and exposure."""
        if self._of_past is not (now.realm is Realm.REPLAY):  # the water of a past moment is not kept
            self._of_past = now.realm is Realm.REPLAY
            self.show_water(self._water)
        first = touched & Touched.REGISTERS
        for name, (_, heed) in layers.LAYERS.items():
            if touched & heed and (first or name != "reports"):
                self._set_layer(name, now)
        if not first and touched & layers.LAYERS["reports"][1]:
            self._reports.show(now, self.time or now.at)
        if touched & (Touched.REGISTERS | Touched.FIELD | Touched.RIVER | Touched.LEVEL):
            self._draw_field(now)
        if first:
            self._exposed, self._grid_states = {}, layer_looks.grid_states(now)
            levee = next((row for row in now.registers.maplines if row.kind == "levee"), None)
            if levee is not None and levee.chainage_from_m is not None:
                self.map.set_chainage(map_words.chainages(levee.path, levee.chainage_from_m))
            self.map.set_legend(map_words.legend())
            self.show_township()
        if touched & ~(Touched.REPORTS | Touched.FIELD | Touched.INCIDENTS):
            self._restyle_grids(now)
        if touched & (Touched.REGISTERS | Touched.RIVER | Touched.LEVEL | Touched.PEOPLE):
            live = exposure(now, flow_at_stake(now))
            self._expose(live if self.preview is None else self.preview.exposed, live)
        if first:
            self._outline_grids(now)
        self._table.show_situation(now)

    def _set_layer(self, name: str, now: Situation) -> None:
        """Make a layer; our own ground lets tiles below it be seen."""
        if name == "reports":
            self._reports.show_all(now, self.time or now.at)
            return
        build = layers.LAYERS[name][0]
        made = map_outlines.cased(build(now)) if name == "works" else build(now)
        self.map.set_layer(name, features.encode(made), style={"z": _Z[name], **_STYLES.get(name, {})})
        tiles = self._layer_actions.get("tiles")
        if name == "base" and tiles is not None and tiles.isChecked():
            ground = [row for row in now.registers.maplines if row.closed and row.kind in _OVER_TILES]
            self.map.restyle("base", {row.id: {"fill": _OVER_TILES[row.kind]} for row in ground})

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        """Hatch what the what-if exposes, apart from what is exposed live."""
        if preview is None:
            live = exposure(now, flow_at_stake(now))
            self._expose(live, live)
        else:
            self._expose(preview.exposed, preview.exposed_live)
        self._outline_grids(now)

    def draw_selection(self, selection: Selection | None) -> None:
        """Mark what is selected; bring it into view when it is a place."""
        if self.now is None:
            return
        self.map.select(map_picks.marked(self.now, selection))
        self._table.show_selection(selection)

    def draw_time(self, time: datetime) -> None:
        """Let grids turn urgent and reports late though nothing else happens; looked at once a minute."""
        self._table.show_time(time)
        if self.now is not None and self._minute != time.replace(second=0, microsecond=0):
            self._minute = time.replace(second=0, microsecond=0)
            self._restyle_grids(self.now)
            self._reports.show_time(self.now, time)
            self._draw_field(self.now)

    def draw_theme(self, theme: Theme) -> None:
        """Give the page the colours, the buttons their icons."""
        colours = {name: colour.name() for name, colour in theme.roles.items() if colour.alpha() == 255}
        self.map.set_colours(colours, theme.dark)
        self._overlay.set_theme(theme)
        icons = IconSet(theme)
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon))
        self._table.show_theme(theme)

    def fly_to(self, lon: float, lat: float) -> None:
        """Bring a place into view."""
        self.map.fly_to(lon, lat, CLOSE_UP)

    def layers_shown(self) -> tuple[str, ...]:
        """Return the names of the layers that are switched on."""
        return tuple(name for name, action in self._layer_actions.items() if action.isChecked())

    def show_layers(self, names: Collection[str]) -> None:
        """Switch on these layers and no others; a name that is none is passed over."""
        for name, action in self._layer_actions.items():
            action.setChecked(name in names)

    def show_field(
        self,
        positions: Sequence[Position],
        covered: Sequence[Coverage],
        tracks: Mapping[str, Sequence[Position]],
    ) -> None:
        """Show who shares where they are, which sections are not kept, and the walks under way."""
        self._field.take(positions, covered, tracks)
        if self.now is not None and self.isVisible():
            self._draw_field(self.now)

    def _draw_field(self, now: Situation) -> None:
        self._field.draw(now, max(now.at, self.time or now.at))
        self._table.show_field(self._field.made)

    def _expose(self, shown: Exposure, live: Exposure) -> None:
        exposed = {} if self._overlay.on else layer_looks.plot_roles(shown, live)
        looks = layer_looks.plot_looks(self._exposed, exposed)
        if looks:
            self.map.restyle("plots", looks)
        self._exposed = exposed

    def _restyle_grids(self, now: Situation) -> None:
        states = layer_looks.grid_states(now, self.time)
        changed = {g for g in states.keys() | self._grid_states.keys() if states.get(g) != self._grid_states.get(g)}
        if changed:
            looks = {
                g: {"role": states.get(g, "grid.quiet"), "fill": layer_looks.grid_fill(states.get(g))} for g in changed
            }
            self.map.restyle("grids", looks)
            self._grid_states = states
            self._outline_grids(now)

    def _outline_grids(self, now: Situation) -> None:
        """Where water hides the ground, the state of a grid is told by its outline."""
        states = self._grid_states if self._overlay.on else {}
        outlines = features.encode(map_outlines.outlines(now, states))
        if outlines != self._outlines:
            self._outlines = outlines
            self.map.set_layer("outlines", outlines, style={"z": _WATER_Z + 0.2, "interactive": False})

    def _on_clicked(self, layer: str, feature: str) -> None:
        selection = None if self.now is None else map_picks.picked(self.now, layer, feature)
        if selection is not None:
            self.selection_requested.emit(selection)

    def _on_pointed(self, lon: float, lat: float) -> None:
        if self._overlay.on:
            self.water_asked.emit(lon, lat)

    def _on_water(self, _on: bool) -> None:
        self.show_preview(self.preview)

    def _on_gathered(self, features: list[str]) -> None:
        pairs = [feature.split("/", 1) for feature in features]
        people = [row_id for layer, row_id in pairs if layer in ("staff", "squads")]
        self.people_gathered.emit(people)
        self.message_requested.emit(self.tr("圈选 {0} 人/队，已送入快捷调度").format(len(people)))

    def _on_mode(self, mode: str) -> None:
        for button, _ in self._buttons:
            if button.property("mode") is not None:
                button.setChecked(button.property("mode") == mode)

    def _on_typed(self, text: str) -> None:
        if self.now is not None:
            self._search.show_found(find_place(self.now, text))

    def _on_found(self, found: Found) -> None:
        self.fly_to(found.lon, found.lat)
        mark = features.point(found.id or found.label, found.lon, found.lat, role="selection", shape="cross", size=8,
                              ring=True, label=found.label, priority=9)  # fmt: skip
        self.map.set_layer(FOUND_LAYER, features.encode([mark]), style={"z": _TOP, "interactive": False})
        if found.kind:
            self.selection_requested.emit(Selection(found.kind, found.id))

    def _show_table(self, on: bool) -> None:
        self._table.setVisible(on)
        if on and self.now is not None:
            self._table.show_situation(self.now)


_OVER_TILES = MappingProxyType({"township": 0.0, "river": 0.3, "bench": 0.2})
"""How strongly our own ground is filled while tiles lie below it."""
_TOP = len(layers.LAYERS) + len(FIELD_LAYERS)
_Z = {name: number for number, name in enumerate(layers.LAYERS)}
_WATER_Z = _Z["plots"] + 0.5
"""Land, grids and plots lie below the water."""
_STYLES: dict[str, dict[str, object]] = {
    "base": {"interactive": False},
    "staff": {"from_zoom": 13.5},
    "keypeople": {"from_zoom": 13},
    "stones": {"from_zoom": 12.5},
    "squads": {"from_zoom": 12.5},
}
