"""Alarms at a desk with a window: sheet, panel, chip in the top bar, sound; composed and wired here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data.model.steps import Realm, Step
from data.rules.alarms.announcing import Announcement
from data.rules.alarms.lines import AlarmList
from data.rules.alarms.performance import Performance, by_day, by_span, floods, report
from data.store.journal import Wanted
from data.store.store import Store
from desktop.alarm_desk import AlarmView
from desktop.answers import just_after
from desktop.heralding import Herald
from desktop.sounding import Calling, Manner, Sounding, Ways, calling
from desktop.speaking import Voice
from desktop.tones import Hearing, Loudspeaker
from views import phrases, system_sound
from views.alarm_compact import AlarmPanel
from views.alarm_list import AlarmSheet
from views.system import SystemWorkspace
from widgets.panel import Panel

if TYPE_CHECKING:
    from desktop.app import Anlan
    from views.system import SystemWorkspace

KINDS = (
    "AlarmsMoved", "AlarmsAcknowledged", "AlarmsClosed", "AlarmsShelved", "AlarmsUnshelved", "AlarmsServiced",
)  # fmt: skip
MOST_STEPS = 20_000
HISTORY_BACK = timedelta(days=60)
_NONE = AlarmList((), (), (), flood=False, shelved=0, out_of_service=0, suppressed=0, chattering=0)


class AlarmPanes(QObject):
    """Views of the alarms and their sound."""

    def __init__(self, anlan: Anlan) -> None:
        """Make them; `wire` connects them, `start` lets them be heard."""
        super().__init__(anlan)
        self._desk = anlan
        self.sheet = AlarmSheet(anlan.theme)
        self.panel = AlarmPanel(anlan.theme)
        self.frame = Panel(anlan.theme, self.tr("报警"), icon="bell")
        self.frame.set_body(self.panel)
        self.sounding: Sounding | None = None
        self._herald: Herald | None = None
        self._past: AlarmView | None = None

    def wire(self) -> None:
        """Connect wishes and answers."""
        desk = self._desk
        alarms = desk.river_desk.alarms
        alarms.lines_changed.connect(self._on_lines)
        alarms.announced.connect(self._announce)
        desk.top_bar.alarms_requested.connect(self.sheet.open_list)
        self.panel.list_requested.connect(lambda key: self.sheet.open_list(key=key))
        self.sheet.history_requested.connect(self._answer_history)
        self.sheet.mute_requested.connect(self._mute)
        self.sheet.sound_settings_requested.connect(lambda: desk.pages.open_system("sound"))
        self.sheet.report.report_requested.connect(self._answer_report)
        self.sheet.report.export_requested.connect(desk.pages.export_list)
        table = self.sheet.philosophy
        table.export_requested.connect(desk.pages.export_register)
        table.import_requested.connect(lambda kind, path: desk.pages.import_register(kind, path, False, "wgs84"))

    def start(self) -> None:
        """Let alarms be heard on this machine."""
        desk, settings = self._desk, self._desk.settings
        speaker, voice = Loudspeaker(self), Voice(settings.language, self)
        drill = desk.room.situation.realm is Realm.DRILL
        self.sounding = Sounding(speaker, voice, self.manner(), drill=drill, parent=self)
        self.sounding.changed.connect(self._show_sound)
        self.sounding.silent.connect(self._tell)
        self._announce(desk.river_desk.alarms.wanted)
        self._herald = Herald(desk.room, self._say, self)
        self._show_sound()

    def _tell(self, ways: Ways) -> None:
        """Say once that an alarm cannot be heard or spoken here."""
        self._show_sound()
        found = ways.found
        self._desk.window.show_message(
            phrases.clauses(
                (system_sound.hearing(ways.hearing), system_sound.tongue(found.tongue, found.engine, found.voice))
            )
        )

    def adopt(self, page: SystemWorkspace) -> None:
        """Answer the tab of sound."""

        def look() -> None:
            if self.sounding is not None:  # pictures leave the machine's sound alone
                ways = self.sounding.ways()
                page.sound.show_ways(ways.hearing, ways.found.tongue, ways.found.engine, ways.found.voice)

        page.ways_requested.connect(look)
        page.sound.trial_requested.connect(self._try_out)

    def _try_out(self) -> None:
        if self.sounding is not None:
            self.sounding.try_out(self.tr("这是报警播报试听"))

    def manner(self) -> Manner:
        """Return how alarms are heard, as the settings of the seat say."""
        settings = self._desk.settings
        bounds = self._desk.river_desk.alarms.bounds
        return Manner(
            settings.alarm_tones,
            settings.alarm_speech,
            settings.alarm_volume,
            bounds.repeat_high_s,
            bounds.repeat_spoken,
        )

    def change_manner(self) -> None:
        """Take the settings anew."""
        if self.sounding is not None:
            self.sounding.configure(self.manner())

    def close(self) -> None:
        """Be silent."""
        if self.sounding is not None:
            self.sounding.close()

    # ── shown ──

    def show_past(self, past: AlarmView | None) -> None:
        """Show the lines of a past moment in place of the live ones; None for live again. Live goes on to be heard."""
        entered = (past is None) is not (self._past is None)
        self._past = past
        self._show(past or self._desk.river_desk.alarms.view or AlarmView(_NONE, self._desk.clock.now()))
        if entered:
            self._announce(self._desk.river_desk.alarms.wanted)

    def _on_lines(self, view: AlarmView) -> None:
        if self._past is None:
            self._show(view)

    def _show(self, view: AlarmView) -> None:
        self.sheet.show_alarms(view.listed, view.at, view.held)
        self.panel.show_alarms(view.listed, view.at)
        self._desk.top_bar.show_alarms(view.listed)

    def _announce(self, wanted: tuple[Announcement, ...]) -> None:
        if self.sounding is None:
            return
        said = calling(self._desk.room.situation, wanted)
        self.sounding.show(tuple(map(self._of_now, said)))

    def _say(self, one: Calling) -> None:
        if self.sounding is not None:
            self.sounding.say(self._of_now(one))

    def _of_now(self, one: Calling) -> Calling:
        """What is heard is of now: over a past moment it says so."""
        if self._past is None or not one.text:
            return one
        return replace(one, text=self.tr("实况：{0}").format(one.text))

    def _show_sound(self) -> None:
        sounding = self.sounding
        if sounding is None:
            return
        trouble = self._trouble(sounding.ways())
        self.sheet.show_sound(on=sounding.on, muted_until=sounding.muted_until, trouble=trouble)
        self._desk.top_bar.show_sound(on=sounding.on, muted_until=sounding.muted_until, trouble=trouble)

    def _trouble(self, ways: Ways) -> str:
        return "" if ways.hearing is Hearing.FINE else system_sound.hearing(ways.hearing)

    # ── asked ──

    def _mute(self, minutes: int) -> None:
        if self.sounding is None:
            return
        if minutes:
            self.sounding.mute(timedelta(minutes=minutes))
        else:
            self.sounding.unmute()

    def _answer_history(self, tags: tuple[str, ...]) -> None:
        start = self._desk.showing.time - HISTORY_BACK
        end = just_after(self._desk.showing.until)
        wanted = Wanted(kinds=KINDS, start=start, end=end, newest_first=True, limit=MOST_STEPS)
        desk = self._desk

        def shown(steps: list[Step]) -> None:
            self.sheet.show_history(tags, steps)

        desk.keeping.ask(lambda store: _steps(store, wanted), shown, desk.on_fault)

    def _answer_report(self, begins: datetime | None, ends: datetime) -> None:
        desk = self._desk
        kinds, bounds = desk.showing.situation.registers.alarmkinds, desk.river_desk.alarms.bounds
        ends = min(ends, desk.showing.until or ends)
        events = floods(desk.showing.situation, ends)

        def made(store: Store) -> tuple[Performance, tuple[Performance, ...], dict[int, Performance]]:
            steps = _steps(store, Wanted(kinds=KINDS, end=ends, newest_first=True, limit=MOST_STEPS))
            first = begins or (steps[0].at if steps else ends)
            seen = {event: span for event, span in events.items() if span[1] > first}
            return (
                report(steps, kinds, bounds, first, ends),
                by_day(steps, kinds, bounds, first, ends),
                by_span(steps, kinds, bounds, seen),
            )

        desk.keeping.ask(made, lambda found: self.sheet.report.show_report(*found), desk.on_fault)


def _steps(store: Store, wanted: Wanted) -> list[Step]:
    found = [line.step for line in store.find(wanted)]
    return found[::-1] if wanted.newest_first else found
