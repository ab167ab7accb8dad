"""What belongs to one seat while the desk runs: its settings, look, clock speed, and where its panels stand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from data.gateway.secrets_box import SecretsTrouble
from desktop import settings as seat
from desktop import theme as look
from desktop import tiles

if TYPE_CHECKING:
    from desktop.app import Anlan


def layout_file(home: Path) -> QSettings:
    """Return where a home remembers window, panels and clock."""
    return QSettings(str(home / "layout.ini"), QSettings.Format.IniFormat)


def resumed_time(home: Path, last_step: datetime) -> datetime:
    """Return where the demonstration clock goes on: where it stood at closing, never before a step."""
    left = layout_file(home).value("clock")
    return max(last_step, datetime.fromisoformat(left)) if isinstance(left, str) and left else last_step


class SeatDesk(QObject):
    """Changes settings and lets them take effect where they can at once."""

    def __init__(self, anlan: Anlan, app: QApplication) -> None:
        """Serve this desk."""
        super().__init__(anlan)
        self._desk, self._app = anlan, app
        self._own_session = False

    @property
    def own_session(self) -> bool:
        """Whether a person works here; pictures and tests remember nothing."""
        return self._own_session

    def wire(self) -> None:
        """Connect wishes."""
        desk = self._desk
        desk.top_bar.speed_requested.connect(self.change_speed)
        desk.top_bar.pause_requested.connect(self._on_pause)
        desk.window.closing.connect(self._remember_layout)

    def show(self, size: tuple[int, int] | None = None) -> None:
        """Show the window: at a size, or as it was left, or as large as the screen."""
        desk, layout = self._desk, layout_file(self._desk.home)
        self._own_session = size is None
        if size is not None:
            desk.window.resize(*size)
            desk.window.show()
            desk.desk.fit(*size, desk.settings.font_scale)
        elif layout.contains("window"):
            desk.window.restoreGeometry(layout.value("window"))
            desk.window.show()
            desk.desk.restore_layout(layout.value("desk"))
        else:
            desk.window.showMaximized()
            desk.desk.fit(desk.window.width(), desk.window.height(), desk.settings.font_scale)

    def change_setting(self, name: str, value: Any) -> None:
        """Change a setting of this seat, keep it, and let it take effect where it can at once."""
        desk = self._desk
        if objection := tiles.objection(name, str(value)):
            desk.window.show_message(objection)
            return
        try:
            desk.settings = seat.changed(desk.settings, name, desk.river_desk.setup.hide(name, value))
        except (seat.SettingsFault, SecretsTrouble) as fault:
            desk.window.show_message(str(fault))
            return
        seat.save(desk.settings, desk.home)
        if name in ("theme", "font_scale"):
            self._change_look()
        elif name == "platform_url":
            desk.pages.show_address(desk.settings.platform_url)
        elif name.startswith("alarm_"):
            desk.alarm_panes.change_manner()
        elif name.startswith("wall_"):
            desk.headquarters.wall.change_manner()
        elif seat.needs_restart(name):
            desk.window.show_message(self.tr("重新启动后生效"))
        desk.pages.show_state()

    def change_speed(self, speed: int) -> None:
        """Change the demonstration clock's speed, for this session and the next."""
        desk = self._desk
        desk.clock.set_speed(speed)
        desk.settings = seat.changed(desk.settings, "clock_speed", speed)
        seat.save(desk.settings, desk.home)

    def change_clock(self, mode: str) -> None:
        """Change to the machine's time ("real"), or back to the demonstration's ("demo")."""
        desk = self._desk
        desk.clock.set_time(None if mode == "real" else desk.room.situation.at)
        desk.top_bar.show_clock(desk.clock.speed, desk.clock.real)

    def reset_layout(self) -> None:
        """Put all panels of the desk back where they stood first."""
        desk = self._desk
        desk.desk.reset_layout()
        desk.desk.fit(desk.window.width(), desk.window.height(), desk.settings.font_scale)

    def _on_pause(self) -> None:
        self._desk.clock.toggle()
        self.change_speed(self._desk.clock.speed)

    def _change_look(self) -> None:
        desk = self._desk
        bundle = look.load(desk.settings.theme, desk.settings.font_scale)
        desk.theme = bundle.theme
        look.apply(self._app, bundle)
        desk.window.show_theme(bundle.theme)
        desk.run_chip.set_theme(bundle.theme)
        desk.alarm_panes.frame.set_theme(bundle.theme)
        desk.showing.show_theme(bundle.theme)

    def _remember_layout(self) -> None:
        """Keep places and clock of a person's own session; pictures and tests leave them as they are."""
        if not self._own_session:
            return
        desk, layout = self._desk, layout_file(self._desk.home)
        layout.setValue("window", desk.window.saveGeometry())
        layout.setValue("desk", desk.desk.layout_state())
        layout.setValue("clock", desk.clock.now().isoformat())
        layout.sync()
