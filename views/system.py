"""The system workspace 系统: data, clock, look, wall, sound, links, feeds, phones, channels, users, state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from data.feeds.report import FeedRefused, ImportReport
from data.model.situation import Situation, Touched
from views import record_words, words
from views.channels import ChannelsTab
from views.pane import Pane
from views.parts import retheme_inside
from views.phones import PhonesTab
from views.system_data import DataTab
from views.system_feeds import FeedsTab
from views.system_people import HealthTab, PinCheck, UsersTab
from views.system_seat import ClockTab, LinksTab, LookTab
from views.system_sound import SoundTab
from views.wall_tab import WallTab
from widgets.theme import Theme

TABS = ("data", "clock", "look", "wall", "sound", "links", "feeds", "phones", "channels", "users", "health")


class SystemWorkspace(Pane):
    """Tabs. It changes nothing itself. Wishes of some are heard there: at `phones`, `channels`, `sound`, `wall`.

    Signals:
        import_requested: register kind, path, strict, frame (a value of data.feeds.coordinates.Frame).
        template_requested, export_requested: register kind, path to write.
        clock_mode_requested: "demo" or "real".
        speed_requested: times faster than life; 0 pauses.
        setting_requested: name of a setting, its value.
        layout_reset_requested: panels back to their places.
        user_requested: id of the user who takes the desk; the PIN has been checked.
        verify_requested: walk the journal's hash chain.
        health_requested: the state tab was opened and wants show_health.
        ways_requested: the tab of sound was opened and wants `sound.show_ways`.

    """

    import_requested = Signal(str, str, bool, str)
    template_requested = Signal(str, str)
    export_requested = Signal(str, str)
    clock_mode_requested = Signal(str)
    speed_requested = Signal(int)
    setting_requested = Signal(str, object)
    layout_reset_requested = Signal()
    user_requested = Signal(str)
    verify_requested = Signal()
    health_requested = Signal()
    ways_requested = Signal()

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.USER | Touched.FIELD | Touched.DISPATCH

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self.data, self.clock, self.look = DataTab(theme), ClockTab(theme), LookTab(theme)
        self.links, self.users, self.health = LinksTab(theme), UsersTab(theme, pin_check), HealthTab(theme)
        self.phones, self.channels, self.sound = PhonesTab(theme), ChannelsTab(theme), SoundTab(theme)
        self.feeds, self.wall = FeedsTab(theme), WallTab(theme)
        for widget, title in (
            (self.data, self.tr("数据")),
            (self.clock, self.tr("时钟与实况")),
            (self.look, self.tr("外观")),
            (self.wall, self.tr("大屏")),
            (self.sound, self.tr("声音")),
            (self.links, self.tr("连接")),
            (self.feeds, self.tr("水情来源")),
            (self.phones, self.tr("手机")),
            (self.channels, self.tr("发送渠道")),
            (self.users, self.tr("用户")),
            (self.health, self.tr("状态")),
        ):
            self._tabs.addTab(widget, title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._tabs)
        self.data.import_requested.connect(self.import_requested)
        self.data.template_requested.connect(self.template_requested)
        self.data.export_requested.connect(self.export_requested)
        self.clock.mode_requested.connect(self.clock_mode_requested)
        self.clock.speed_requested.connect(self.speed_requested)
        self.look.setting_requested.connect(self.setting_requested)
        self.look.layout_reset_requested.connect(self.layout_reset_requested)
        self.sound.setting_requested.connect(self.setting_requested)
        self.links.setting_requested.connect(self.setting_requested)
        self.feeds.setting_requested.connect(self.setting_requested)
        self.wall.setting_requested.connect(self.setting_requested)
        self.users.user_requested.connect(self.user_requested)
        self.health.verify_requested.connect(self.verify_requested)
        self._tabs.currentChanged.connect(self._turned)

    # in

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & (Touched.REGISTERS | Touched.USER):  # both tabs show users and registers
            self.data.show_situation(now)
            self.users.show_situation(now)
        if touched & ~Touched.DISPATCH:
            self.phones.show_situation(now)
        if touched & ~Touched.FIELD:
            self.channels.show_situation(now)

    def draw_time(self, time: datetime) -> None:
        self.clock.show_time(self.tr("席位时间 {0}（北京时间）").format(words.full_time(time)))
        self.channels.show_time(time)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        """Show the settings of this seat by name."""
        self.look.show_settings(settings)
        self.sound.show_settings(settings)
        self.links.show_settings(settings)
        self.feeds.show_settings(settings)
        self.wall.show_settings(settings)

    def show_clock(self, speed: int, *, real: bool) -> None:
        """Show how the desk's clock goes."""
        self.clock.show_clock(speed, real=real)

    def show_sources(self, sources: Mapping[str, tuple[str, datetime]]) -> None:
        """Show by register kind what it was last replaced from, and when."""
        self.data.show_sources(sources)

    def show_import_report(self, report: ImportReport) -> None:
        """Show what an import took and refused, and bring it to the front."""
        self.data.show_report(report)
        self.open_tab("data")

    def show_import_refused(self, fault: FeedRefused) -> None:
        """Show why a whole file was refused, and bring it to the front."""
        self.data.show_refused(fault)
        self.open_tab("data")

    def show_health(self, health: Mapping[str, object]) -> None:
        """Show how the program is: store, home, steps, unsaved, trouble, verify, log, versions."""
        self.health.show_health(health)

    def show_verify(self, ok: bool, rows: int, first_bad: int | None, why: str) -> None:
        """Show what the walk along the journal's hash chain found."""
        self.health.show_verify(record_words.verified(ok, rows, first_bad, why), ok=ok)

    def open_tab(self, name: str) -> None:
        """Turn to a tab by its name in TABS."""
        self._tabs.setCurrentIndex(TABS.index(name))

    def _turned(self, at: int) -> None:
        if TABS[at] == "health":
            self.health_requested.emit()
        elif TABS[at] == "sound":
            self.ways_requested.emit()
