"""The wall at one desk: opens it, keeps it on its screen, lets it follow, restores it, and gives it back at the end."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

import resources
from data.feeds.incident_tables import read_incident_tables
from desktop.alarm_desk import AlarmView
from desktop.seat_desk import layout_file
from desktop.wall_screens import Screen, Screens, second
from desktop.wall_watch import MapWatch
from views.map_water import MapWater
from views.pane import Selection
from views.system import SystemWorkspace
from views.wall import WallWindow
from views.wall_reading import WIDTH_65_INCH_MM, Viewing, width_said
from views.wall_tab import WallTab

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from data.model.steps import Step
    from desktop.app import Anlan

PAGES: Mapping[str, str] = MappingProxyType(
    {
        "desk": "overview", "hydrology": "river", "works": "map", "patrol": "map", "relocation": "people",
        "stock": "tasks", "plan": "level", "compare": "map", "office": "overview", "record": "overview",
    }
)  # fmt: skip
"""Which page goes with a workspace of the desk; the others change nothing."""
SELECTED: Mapping[str, str] = MappingProxyType(
    {"stations": "river", "task": "tasks", "grids": "map", "spurs": "map", "works": "map", "incident": "map"}
)
"""Which page goes with what is selected; persons are not followed."""
LAYER_OF: Mapping[str, str] = MappingProxyType(
    {"grids": "grids", "spurs": "works", "works": "works", "incident": "events"}
)
STEPS_BEFORE = 120
SOON_MS = 200
SMALL = (1280, 720)


class WallDesk(QObject):
    """Owner of the wall's window."""

    def __init__(self, anlan: Anlan, screens: Screens | None = None) -> None:
        """Nothing is made until the wall is opened."""
        super().__init__(anlan)
        self._desk = anlan
        self.screens = screens or Screens(self)
        self.window: WallWindow | None = None
        self._on, self._wanted, self._workspace = "", "", "desk"
        self._alarms: AlarmView | None = None
        self._water: MapWater | None = None
        self.watch: MapWatch | None = None
        self._measuring = QTimer(self, singleShot=True, interval=SOON_MS)
        self._measuring.timeout.connect(self._measure)
        self._closing = False
        self._tab: WallTab | None = None

    def wire(self) -> None:
        """Hear the desk."""
        desk = self._desk
        desk.window.installEventFilter(self)
        desk.window.closing.connect(self._leave)
        desk.window.workspace_opened.connect(self._on_workspace)
        desk.showing.selected.connect(self._on_selected)
        desk.map.map.view_changed.connect(self._on_view)
        desk.room.stepped.connect(self._on_step)
        desk.twin.wet.connect(self._on_water)
        desk.river_desk.alarms.lines_changed.connect(self._on_alarms)
        self.use(self.screens)
        QShortcut(QKeySequence("Ctrl+F11"), desk.window, self.toggle)

    def use(self, screens: Screens) -> None:
        """Stand on these screens from now on; a measurement plugs screens in and out that nobody has."""
        self.screens = screens
        screens.changed.connect(self._place)

    # ── open and close ──

    @property
    def opened(self) -> bool:
        """Whether the wall is there."""
        return self.window is not None and self.window.isVisible()

    def toggle(self) -> None:
        """Open the wall, or put it away."""
        if self.opened and self.window is not None:
            self.window.close()
        else:
            self.open()

    def open(self, size: tuple[int, int] | None = None, page: str = "") -> WallWindow:
        """Open the wall on its screen; with a size as a window of that size, for a picture."""
        window = self._made()
        if size is None:
            self._place(first=True)
        else:
            window.resize(*size)
            self._measure()
            window.show()
        if page:
            window.face.show_page(page)
        elif self.following:
            self._on_workspace(self._workspace)
        self._remember()
        self._tell()
        return window

    def when_drawn(self, then: Callable[[], None]) -> None:
        """Call back once the wall, and its map where that is in front, is on the screen."""
        if self.window is not None and self.window.face.page == "map":
            self.window.face.map_page.surface.map.when_shown(then)
        else:
            self._desk.when_drawn(then)

    def close(self) -> None:
        """End with the desk."""
        self._leave()
        self._measuring.stop()
        if self.watch is not None:
            self.watch.close()
        self.screens.close()
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    @property
    def following(self) -> bool:
        """Whether it follows the desk, or tours by itself."""
        return self._desk.settings.wall_follows == "desk"

    def change_manner(self) -> None:
        """Take the settings of the seat anew."""
        if self.window is not None:
            self.window.tour.set_seconds(self._desk.settings.wall_page_s)
            self.window.set_following(self.following)
            self._desk.showing.keep_live(self.window.face, on=not self.following)
            self._measure()
        self._tell()

    def _made(self) -> WallWindow:
        if self.window is not None:
            return self.window
        desk = self._desk
        kinds = frozenset(kind.kind for kind in read_incident_tables(resources.path("rules")).kinds)
        window = self.window = WallWindow(desk.theme, desk.water_map, self._viewing(None, SMALL[0]), kinds)
        face = window.face
        desk.showing.add(face)
        desk.showing.keep_live(face, on=not self.following)
        face.show_water(self._water)
        if self._alarms is not None:
            face.show_alarms(self._alarms.listed)
        self.watch = MapWatch(face.map_page.surface, self)
        window.closed.connect(self._on_closed)
        window.resized.connect(self._measuring.start)
        window.follow_requested.connect(self._follow)
        window.tour.set_seconds(desk.settings.wall_page_s)
        window.set_following(self.following)
        desk.keeping.ask(
            lambda store: [line.step for line in store.steps(newest_first=True, limit=STEPS_BEFORE)],
            face.show_steps,
            desk.on_fault,
        )
        return window

    # ── where it stands ──

    def _place(self, *, first: bool = False) -> None:
        """Stand on the second screen; where there is none, be a window on the one there is."""
        window = self.window
        if window is None or not (first or window.isVisible()):
            return
        there = self.screens.all()
        named = self._wanted or str(self._layout().value("wall/screen") or "")
        target = second(there, named, self._desk.window.screen().name())
        if target is None:
            if first or self._on:
                self._on = ""
                window.setWindowState(window.windowState() & ~window.windowState().WindowFullScreen)
                if not window.restoreGeometry(self._geometry()):
                    window.resize(*SMALL)
                window.show()
        elif target.name != self._on or window.geometry() != target.rect:
            self._on = target.name
            self._wanted = self._wanted or target.name
            window.hide()
            window.setGeometry(target.rect)
            window.showFullScreen()
        self._measure()

    def _measure(self) -> None:
        """Give the wall the type that its screen and distance ask for."""
        if self.window is not None:
            on = next((one for one in self.screens.all() if self._on and one.name == self._on), None)
            self.window.set_viewing(self._viewing(on, self.window.width()))
            self._tell()

    def _viewing(self, on: Screen | None, width_px: int) -> Viewing:
        """A window stands for the wall in small; on a screen of its own the wall is what the screen is."""
        settings = self._desk.settings
        width_mm = settings.wall_width_mm
        if on is not None and width_mm <= 0:
            width_mm = width_said(on.width_mm, on.rect.width(), on.rect.height())
        pixels = width_px if on is None else on.rect.width()
        return Viewing(width_mm if width_mm > 0 else WIDTH_65_INCH_MM, max(1, pixels), settings.wall_distance_m)

    # ── what it is told ──

    def _follow(self, follows: bool) -> None:
        self._desk.seat.change_setting("wall_follows", "desk" if follows else "tour")

    def _on_workspace(self, name: str) -> None:
        self._workspace = name
        self._adopt()
        if self.window is not None and self.following and name in PAGES:
            self.window.face.show_page(PAGES[name])

    def _on_selected(self, selection: Selection | None) -> None:
        if self.window is None or not self.following:
            return
        kind = "" if selection is None else selection.kind
        layer = LAYER_OF.get(kind)
        marked = [f"{layer}/{selection.id}"] if selection is not None and layer is not None else []
        self.window.face.map_page.surface.map.select(marked)
        if kind in SELECTED:
            self.window.face.show_page(SELECTED[kind])

    def _on_view(self, lon: float, lat: float, zoom: float) -> None:
        """Show the extent of the desk's map, on a surface of another size."""
        if self.window is None or not self.following or not self.opened:
            return
        page, own = self.window.face.map_page, self._desk.map.map.size()
        wall = page.surface.size()
        if min(own.width(), own.height(), wall.width(), wall.height()) > 0:
            larger = min(wall.width() / own.width(), wall.height() / own.height())
            page.show_view(lon, lat, zoom + math.log2(larger))

    def _on_step(self, step: Step) -> None:
        if self.window is not None:
            self.window.face.show_step(step)

    def _on_water(self, water: MapWater | None) -> None:
        self._water = water
        if self.window is not None:
            self.window.face.show_water(water)

    def _on_alarms(self, view: AlarmView) -> None:
        self._alarms = view
        if self.window is not None:
            self.window.face.show_alarms(view.listed)

    # ── kept beside the home ──

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the desk has been shown, the wall comes back as it was left."""
        if event.type() is QEvent.Type.Show and watched is self._desk.window:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._restore)
        return False

    def _restore(self) -> None:
        if self._desk.seat.own_session and self._layout().value("wall/open") in (True, "true"):
            self.open()

    def _layout(self) -> QSettings:
        return layout_file(self._desk.home)

    def _geometry(self) -> QByteArray:
        kept = self._layout().value("wall/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def _remember(self, *, opened: bool = True) -> None:
        """Keep whether the wall is there and where, of a person's own session."""
        if not self._desk.seat.own_session or self.window is None:
            return
        layout = self._layout()
        layout.setValue("wall/open", opened)
        if self._wanted:
            layout.setValue("wall/screen", self._wanted)
        if not self._on:
            layout.setValue("wall/geometry", self.window.saveGeometry())
        layout.sync()

    def _leave(self) -> None:
        """The desk goes: remember the wall as it is, and close it."""
        if self.window is not None and not self._closing:
            self._closing = True
            self._remember(opened=self.opened)
            self.window.close()

    def _on_closed(self) -> None:
        if not self._closing:
            self._remember(opened=False)
        self._on = ""
        if self.window is not None:
            QTimer.singleShot(0, self.window, self.window.face.map_page.surface.map.discard)
        self._tell()

    def _adopt(self) -> None:
        """Answer the tab of the system workspace, once it is there."""
        if self._tab is None and self._workspace == "system":
            page = self._desk.window.findChild(SystemWorkspace)
            if page is not None:
                self._tab = page.wall
                self._tab.open_requested.connect(self.toggle)
                self._tell()

    def _tell(self) -> None:
        """Let the tab of the system workspace say how the wall does."""
        if self._tab is not None:
            face = None if self.window is None else self.window.face
            opened = self.opened and face is not None
            self._tab.show_wall(face.type if opened and face else None, face.cramped() if opened and face else ())
