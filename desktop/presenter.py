"""The presenter: runs a script of views over the desk. It opens and shows; nothing here sends, signs or writes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

import resources
from data.feeds.presenter import read_shows, write_show
from data.model.presenter import Act, Show, ShowStep, View
from data.rules.presenting import Found, Gone, find
from views import presenter_words
from views.pane import Selection
from views.presenter_strip import PresenterStrip

if TYPE_CHECKING:
    from desktop.app import Anlan
    from views.presenter import PresenterPage

LOG = logging.getLogger(__name__)
FOLDER = "presenter"
TICK_MS = 500
KEYS = "F11"


class PresenterDesk(QObject):
    """Holds the scripts, runs one, and answers the tab 演示步骤."""

    def __init__(self, anlan: Anlan) -> None:
        """Make it; scripts are read when the tab or the first run asks for them."""
        super().__init__(anlan)
        self._desk = anlan
        self._shows: tuple[Show, ...] = ()
        self._show: Show | None = None
        self._at = 0
        self._rehearsing = False
        self._began = self._step_began = 0.0
        self._taken: dict[str, float] = {}
        self._where = "desk"
        self._view: View | None = None
        self.strip: PresenterStrip | None = None
        self.page: PresenterPage | None = None
        self._keys: list[QShortcut] = []
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell_time)

    @property
    def running(self) -> bool:
        """Whether a script is being shown."""
        return self._show is not None

    def make_page(self) -> PresenterPage:
        """Build the tab 演示步骤."""
        from views.presenter import PresenterPage

        page = self.page = PresenterPage(self._desk.theme)
        page.show_workspaces(self._workspaces())
        page.run_requested.connect(self.start)
        page.rehearsal_requested.connect(lambda show, at: self.start(show, at, rehearsing=True))
        page.record_requested.connect(lambda: page.take_view(self.present_view()))
        page.show_changed.connect(self._keep)
        page.shipped_requested.connect(self._put_back)
        self._read()
        return page

    def wire(self) -> None:
        """Connect the key, and follow where the desk stands."""
        window = self._desk.window
        QShortcut(QKeySequence(KEYS), window, self.toggle)
        for keys, way in (("PgDown", 1), ("PgUp", -1)):
            key = QShortcut(QKeySequence(keys), window, lambda step=way: self.move(step))
            key.setEnabled(False)  # outside of a run they belong to the slider
            self._keys.append(key)
        window.workspace_opened.connect(self._on_workspace)
        self._desk.map.map.view_changed.connect(self._on_view)

    def close(self) -> None:
        """End a run, and keep what is being typed into a step."""
        self.stop()
        if self.page is not None:
            self.page.form.take()

    # ── run ──

    def toggle(self) -> None:
        """Begin the one-key run, or end the one that goes on."""
        if self.running:
            self.stop()
            return
        if not self._shows:
            self._read()
        chosen = self.page.chosen_show() if self.page is not None else None
        show = chosen or next(iter(self._shows), None)
        if show is not None:
            self.start(show, 0)

    def start(self, show: Show, at: int = 0, *, rehearsing: bool = False) -> None:
        """Show a script from a step on."""
        if not show.steps:
            self._desk.window.show_message(self.tr("这个演示脚本还没有步骤"))
            return
        if self._desk.room.replaying:
            self._desk.window.show_message(self.tr("正在回放，请回到实况再演示"))
            return
        self._show, self._rehearsing = show, rehearsing
        self._taken = {}
        self._began = monotonic()
        if self.strip is None:
            self.strip = PresenterStrip(self._desk.theme)
            self.strip.moved.connect(self.move)
            self.strip.left.connect(self.stop)
            self._place_strip(self.strip)
        for key in self._keys:
            key.setEnabled(True)
        self._tick.start()
        self._step_began = monotonic()
        self._turn(min(max(at, 0), len(show.steps) - 1))
        self.strip.show()
        self.strip.activateWindow()
        self.strip.setFocus()

    def move(self, way: int) -> None:
        """Go on, or back; past the last step the run is over."""
        show = self._show
        if show is None:
            return
        to = self._at + way
        self._note_time()
        if to >= len(show.steps):
            self.stop()
        elif to >= 0:
            self._turn(to)
            if self.strip is not None:
                self.strip.activateWindow()

    def stop(self) -> None:
        """End the run: sheets are put away, what was typed in them stays, and live is shown."""
        show, self._show = self._show, None
        if show is None:
            return
        self._note_time(show)
        self._tick.stop()
        for key in self._keys:
            key.setEnabled(False)
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
        self._desk.sheets.put_away_all()
        self._desk.room.return_to_live()
        self._desk.window.activateWindow()
        if self._rehearsing:
            whole = sum(self._taken.values())
            self._desk.window.show_message(self.tr("排练结束，用时 {0}").format(presenter_words.clock(whole)))
            if self.page is not None:
                self.page.show_taken(show.id, dict(self._taken))

    def _turn(self, at: int) -> None:
        show = self._show
        if show is None:
            return
        self._at, self._step_began = at, monotonic()
        gone = self.lay(show.steps[at])
        if self.strip is not None:
            said = tuple(presenter_words.gone(one) for one in gone)
            self.strip.show_step(show, at, said, rehearsing=self._rehearsing)
        self._tell_time()

    def lay(self, step: ShowStep) -> tuple[Gone, ...]:
        """Lay a step open on the desk; return what of it is gone. It shows, whatever the realm."""
        desk = self._desk
        found = find(step, desk.room.situation)
        gone = list(found.gone)
        desk.sheets.put_away_all()
        if Gone.NONE_YET in gone:
            desk.window.open_workspace("desk")
        elif not self._open(step):
            gone.append(Gone.WORKSPACE)
        if desk.room.replaying:
            return (*gone, Gone.PAST)
        if step.flow_m3s is None:
            desk.room.return_to_live()
        else:
            desk.room.show_whatif(step.flow_m3s)
        if step.layers is not None:
            desk.map.show_layers(step.layers)
        desk.showing.select(Selection(step.kind, found.ref) if found.ref else None)
        if step.view is not None:
            desk.map.map.fly_to(step.view.lon, step.view.lat, step.view.zoom)
        elif found.ref and step.kind in ("report", "incident"):
            self._fly_to(step.kind, found.ref)
        if Gone.REALM not in gone:
            self._act(step, found)
        return tuple(gone)

    def _open(self, step: ShowStep) -> bool:
        desk = self._desk
        if step.workspace not in desk.window.workspace_names:
            desk.window.open_workspace("desk")
            return False
        desk.window.open_workspace(step.workspace)
        if not step.tab:
            return True
        match step.workspace:
            case "office" if (office := desk.headquarters.office) is not None and office.tab(step.tab) is not None:
                office.open_tab(step.tab)
            case "hydrology" | "system":
                opener = desk.pages.open_hydrology if step.workspace == "hydrology" else desk.pages.open_system
                try:
                    opener(step.tab)
                except (KeyError, ValueError):
                    return False
            case _:
                return False
        return True

    def _fly_to(self, kind: str, ref: str) -> None:
        now = self._desk.room.situation
        thing = now.reports.get(ref) if kind == "report" else now.incidents.get(ref)
        if thing is not None and thing.lon is not None and thing.lat is not None:
            self._desk.map.fly_to(thing.lon, thing.lat)

    def _act(self, step: ShowStep, found: Found) -> None:
        """Open what the step names. All of these only open: the hand that sends is never here."""
        desk, people = self._desk, list(found.people)
        panes = desk.field_panes
        openers: Mapping[Act, Callable[[], object]] = {
            Act.NONE: lambda: None,
            Act.SIGN_OFF: desk.sign_off.open_for,
            Act.ORDER_FROM_ABOVE: desk.order_sheet.open,
            Act.TASKS: lambda: desk.tasks.show_tasks("pending"),
            Act.CALL: lambda: desk.call_sheet.open_for(people),
            Act.PUSH: lambda: desk.push_sheet.open_for(people),
            Act.PUSH_BOARD: lambda: desk.push_board.open_for(found.ref) if found.ref else None,
            Act.MUSTER: panes.muster_sheet.open_for,
            Act.WATCHES: panes.watches_sheet.open_for,
            Act.ALARMS: desk.alarm_panes.sheet.open_list,
            Act.BRIEFING: self._open_briefing,
        }
        openers[step.act]()

    def _open_briefing(self) -> None:
        desk = self._desk
        desk.window.open_workspace("office")
        if desk.headquarters.office is not None and desk.headquarters.briefing.page is not None:
            desk.headquarters.office.open_tab("briefing")
            desk.headquarters.briefing.page.open_form()

    # ── time ──

    def _note_time(self, show: Show | None = None) -> None:
        held = show or self._show
        if held is not None:
            key = held.steps[self._at].id
            self._taken[key] = self._taken.get(key, 0.0) + monotonic() - self._step_began

    def _tell_time(self) -> None:
        show = self._show
        if show is not None and self.strip is not None:
            here = monotonic()
            self.strip.show_clock(here - self._step_began, show.steps[self._at].seconds, here - self._began)

    def _place_strip(self, strip: PresenterStrip) -> None:
        """On another screen than the desk's where there is one, else over its lower left corner."""
        here = self._desk.window.screen()
        other = next((one for one in QGuiApplication.screens() if one is not here), None)
        if other is None:  # whoever looks at the desk reads it as well
            strip.setWindowTitle(self.tr("演示提词（只有一块屏幕，观众也看得到）"))
        area = (other or here).availableGeometry()
        gap = self._desk.theme.px(24)
        left = area.left() + gap
        strip.move(left, area.bottom() - strip.height() - gap)
        strip.setWindowState(Qt.WindowState.WindowNoState)

    # ── scripts ──

    def present_view(self) -> ShowStep:
        """Return what the desk shows now as a step without words."""
        desk = self._desk
        selection = desk.showing.selection
        preview = desk.room.preview
        return ShowStep(
            f"s-{uuid4().hex[:8]}",
            "",
            workspace=self._where,
            view=self._view if self._where == "desk" else None,
            layers=desk.map.layers_shown() if self._where == "desk" else None,
            kind="" if selection is None else selection.kind,
            ref="" if selection is None else selection.id,
            flow_m3s=None if preview is None else preview.flow_m3s,
        )

    def _read(self) -> None:
        own = self._desk.home / FOLDER
        self._shows, faults = read_shows(Path(resources.path("presenter")), own)
        for fault in faults:
            LOG.warning("a script of the presenter is not used: %s", fault)
        if faults:
            self._desk.window.show_message(self.tr("有演示脚本用不了：{0}").format(faults[0]))
        if self.page is not None:
            self.page.show_shows(self._shows)

    def _keep(self, show: Show) -> None:
        try:
            kept = write_show(show, self._desk.home / FOLDER)
        except OSError as fault:
            self._desk.window.show_message(self.tr("演示脚本没有存上：{0}").format(fault.strerror))
            return
        rest = [one if one.id != kept.id else kept for one in self._shows]
        self._shows = tuple(rest) if kept in rest else (*rest, kept)
        if self.page is not None:
            self.page.show_shows(self._shows)

    def _put_back(self, show: str) -> None:
        """Put the seat's own version aside, so that the shipped one is used again."""
        path = self._desk.home / FOLDER / f"{show}.toml"
        if path.is_file():
            stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
            path.replace(path.with_suffix(f".{stamp}.old"))
        self._read()

    def _workspaces(self) -> tuple[tuple[str, str], ...]:
        return self._desk.window.workspace_titles

    def _on_workspace(self, name: str) -> None:
        """A view is recorded from a tab of the office: what was shown before that is meant."""
        if name != "office":
            self._where = name

    def _on_view(self, lon: float, lat: float, zoom: float) -> None:
        self._view = View(lon, lat, zoom)
