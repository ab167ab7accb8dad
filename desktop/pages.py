"""The workspaces beside the desk: each is built when it is first opened, and its special wishes are answered here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox

from data.documents.record import day_record, day_table
from data.feeds.coordinates import Frame
from data.feeds.registers import KINDS
from data.feeds.report import FeedRefused
from data.model.people import Right
from data.model.steps import RegisterReplaced, StepRefused, UserChanged
from data.rules.exposure import flow_at_stake
from data.rules.named import ids_named
from data.store.journal import Wanted
from desktop import importing
from desktop.health import health
from desktop.importing import Imported
from desktop.pins import pin_fits
from desktop.settings import as_mapping
from views import import_words, phrases, record_words, step_words, words

if TYPE_CHECKING:
    from data.store.store import Store
    from desktop.app import Anlan
    from desktop.hydrology_page import HydrologyPage
    from desktop.twin_page import TwinPage
    from views.hydrology import HydrologyWorkspace
    from views.pane import Pane, Selection
    from views.record import RecordWorkspace
    from views.relocation import RelocationWorkspace
    from views.system import SystemWorkspace
    from views.twin import TwinWorkspace

FOUND_LINES = 2000


class Pages:
    """Builders of workspaces, and the answers to what they ask for."""

    def __init__(self, anlan: Anlan) -> None:
        """Build for this desk."""
        self._desk = anlan
        self._hydrology: HydrologyWorkspace | None = None
        self.river: HydrologyPage | None = None
        self._system: SystemWorkspace | None = None
        self._relocation: RelocationWorkspace | None = None
        self.twin: TwinPage | None = None
        self.twin_workspace: TwinWorkspace | None = None
        self.record_page: RecordWorkspace | None = None

    def close(self) -> None:
        """End what pages are working out."""
        if self.twin is not None:
            self.twin.close()

    # ── builders ──

    def hydrology(self) -> Pane:
        """水情."""
        from desktop.hydrology_page import HydrologyPage

        self.river = HydrologyPage(self._desk)
        self.river.page.import_requested.connect(self.import_series)
        self._hydrology = self.river.page
        return self.river.page

    def works(self) -> Pane:
        """工程."""
        from views.works import WorksWorkspace

        return self._plain(WorksWorkspace(self._desk.theme))

    def patrol(self) -> Pane:
        """巡查."""
        from desktop.patrol_page import build

        self._desk.field_panes.walk()
        return self._plain(build(self._desk, self._desk.field_panes.patrolling))

    def relocation(self) -> Pane:
        """迁安."""
        from desktop.tag_sheet import tag_key
        from views.relocation import RelocationWorkspace

        page = self._relocation = RelocationWorkspace(self._desk.theme)
        page.call_requested.connect(lambda ids: self._desk.call_sheet.open_for(list(ids)))
        page.video_requested.connect(self._desk.field_panes.calling.call)
        page.set_tag_key(lambda: tag_key(self._desk.field.folder))
        page.export_requested.connect(self.export_list)
        return self._plain(page)

    def stock(self) -> Pane:
        """物资."""
        from views.stock import StockWorkspace

        return self._plain(StockWorkspace(self._desk.theme))

    def plan(self) -> Pane:
        """预案."""
        from views.plan import PlanWorkspace

        page = PlanWorkspace(self._desk.theme)
        page.export_requested.connect(self.export_register)
        page.import_requested.connect(lambda kind, path: self.import_register(kind, path, strict=False, frame="wgs84"))
        return self._plain(page)

    def compare(self) -> Pane:
        """推演."""
        from desktop.twin_leaving import TwinLeaving
        from desktop.twin_page import TwinPage
        from desktop.twin_taking import TwinTaking
        from views.twin import TwinWorkspace

        page = self.twin_workspace = TwinWorkspace(self._desk.theme, self._desk.water_map)
        self.twin = TwinPage(self._desk, page, self._desk.twin.runs)
        TwinLeaving(self._desk, page, self.twin)
        TwinTaking(self._desk, page, self.twin)
        return self._plain(page)

    def record(self) -> Pane:
        """复盘."""
        from views.record import RecordWorkspace

        page = self.record_page = RecordWorkspace(self._desk.theme)
        page.search_requested.connect(lambda *asked: self._search(page, *asked))
        page.verify_requested.connect(lambda: self._verify(page.show_verify))
        page.export_requested.connect(lambda path, day: self._export_day(page, Path(path), day))
        page.replay_requested.connect(self._desk.headquarters.replay.open_at)
        return self._plain(page)

    def system(self) -> Pane:
        """系统."""
        from views.system import SystemWorkspace

        desk = self._desk
        page = self._system = SystemWorkspace(desk.theme, pin_fits)
        page.import_requested.connect(self.import_register)
        page.template_requested.connect(self.write_template)
        page.export_requested.connect(self.export_register)
        page.clock_mode_requested.connect(desk.seat.change_clock)
        page.speed_requested.connect(desk.seat.change_speed)
        page.setting_requested.connect(desk.seat.change_setting)
        page.layout_reset_requested.connect(desk.seat.reset_layout)
        page.user_requested.connect(lambda user: desk.room.do(UserChanged(user), user))
        page.verify_requested.connect(lambda: self._verify(page.show_verify))
        page.health_requested.connect(self.show_state)
        desk.keeping.state_changed.connect(lambda *_: self.show_state())
        desk.clock.speed_changed.connect(lambda _: self.show_state())
        self._plain(page)
        desk.phones.adopt(page.phones)
        desk.alarm_panes.adopt(page)
        desk.field.channels.adopt(page.channels, desk.field.courier)
        self.show_state()
        desk.keeping.ask(_sources, page.show_sources, desk.on_fault)
        return page

    def _plain(self, page: Pane) -> Pane:
        self._desk.add_pane(page)
        return page

    # ── answers ──

    def show_state(self) -> None:
        """Bring the system workspace up to date."""
        if self._system is not None:
            desk = self._desk
            self._system.show_settings(as_mapping(desk.settings))
            self._system.show_clock(desk.clock.speed, real=desk.clock.real)
            self._system.show_health(health(desk.home, desk.keeping))

    def open_hydrology(self, tab: str) -> None:
        """Bring up a tab of the hydrology workspace."""
        self._desk.window.open_workspace("hydrology")
        if self._hydrology is not None:
            self._hydrology.open_tab(tab)

    def open_users(self) -> None:
        """Bring up the handover where a shift is on, else the tab of the system workspace where a user is chosen."""
        if not self._desk.headquarters.handover.open():
            self.open_system("users")

    def open_system(self, tab: str) -> None:
        """Bring up a tab of the system workspace."""
        self._desk.window.open_workspace("system")
        if self._system is not None:
            self._system.open_tab(tab)

    def open_boats(self, who: Selection) -> None:
        """Bring up the list for the boat team with one of them chosen."""
        self._desk.window.open_workspace("relocation")
        if self._relocation is not None:
            self._relocation.open_boats(who)

    def show_address(self, address: str) -> None:
        """Tell the hydrology workspace another address of the superior's page."""
        if self._hydrology is not None:
            self._hydrology.show_address(address)

    def import_register(self, kind: str, path: str, strict: bool, frame: str) -> None:
        """Read a register off the UI thread, take it as a step, and show its report row by row."""
        if kind == importing.GAUGE:
            self.import_series(path, {})
            return
        desk = self._desk
        signer = self._configurator()
        if signer is None:
            desk.window.show_message(step_words.refusal("right_missing", {"right": Right.CONFIGURE}))
            return

        def taken(done: Imported) -> None:
            body = done.body
            if body is not None:
                held = len(desk.room.situation.registers.of(kind))
                self._confirm(kind, held, done, lambda: desk.room.do(body, signer))
            self._report(done)

        self._read(lambda: importing.read_kind(kind, Path(path), strict=strict, frame=Frame(frame)), taken)

    def _confirm(self, kind: str, held: int, done: Imported, then: Callable[[], object]) -> None:
        """Replace at once when nothing was refused and nothing gets lost; else ask, naming what would change."""
        if not done.report.refused and done.report.taken >= held:
            then()
            return
        t = QCoreApplication.translate
        asked = QMessageBox(self._desk.window)
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setWindowTitle(t("Pages", "替换台账"))
        asked.setText(
            t("Pages", "{0}：现有 {1} 行，将整表换为 {2} 行，拒收 {3} 行。").format(
                step_words.register_name(kind), held, done.report.taken, done.report.refused
            )
        )
        replace = asked.addButton(t("Pages", "整表替换"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(t("Pages", "不替换"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        replace.clicked.connect(then)
        asked.open()

    def _configurator(self) -> str | None:
        """Return the user at the desk when he may replace registers, else None."""
        now = self._desk.room.situation
        user = now.registers.users.get(now.user)
        return now.user if user is None or user.may(Right.CONFIGURE) else None

    def import_series(self, path: str, options: dict[str, str]) -> None:
        """Read a gauge series off the UI thread into the series store."""
        desk = self._desk
        if desk.room.replaying:
            desk.room.refused.emit("replaying", {})
            return

        def read() -> Imported:
            zone = options.get("zone") or "Asia/Shanghai"
            return importing.read_series(Path(path), datum=options.get("datum") or None, timezone=zone)

        def taken(done: Imported) -> None:
            if done.readings:
                desk.keeping.ask(lambda store: store.add_series(done.readings), lambda _: None, desk.on_fault)
            for station in sorted({reading.station for reading in done.readings}):
                if self.river is not None:
                    self.river.answer_series(station)
            self._report(done)

        self._read(read, taken)

    def _read(self, call: Callable[[], Imported], taken: Callable[[Imported], None]) -> None:
        desk = self._desk

        def failed(error: BaseException) -> None:
            if not isinstance(error, FeedRefused | StepRefused):
                raise error
            said = import_words.file_refused(error) if isinstance(error, FeedRefused) else error.code
            desk.window.show_message(said)
            if self._hydrology is not None:
                self._hydrology.show_import(said)

        desk.background.run(call, taken, failed)

    def _report(self, done: Imported) -> None:
        said = import_words.counts(done.report)
        self._desk.window.show_message(said)
        if self._hydrology is not None:
            self._hydrology.show_import(said)
        if self._system is not None:
            self._system.show_import_report(done.report)

    def export_register(self, kind: str, path: str) -> None:
        """Write a register as a table, off the UI thread."""
        from data.feeds.exports import export_register

        rows = self._desk.showing.situation.registers.of(kind).rows
        self.write(lambda: export_register(KINDS[kind], rows, Path(path)), path)

    def write_template(self, kind: str, path: str) -> None:
        """Write an empty table to fill in."""
        from data.feeds.exports import write_template

        self.write(lambda: write_template(KINDS[kind], Path(path)), path)

    def export_list(self, name: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a list as a workbook among the exports of the home."""
        from data.documents.summary import write_growers
        from data.feeds.exports import export_rows

        desk = self._desk
        folder = desk.home / "exports"
        folder.mkdir(exist_ok=True)
        stamp = desk.clock.now().astimezone(words.BEIJING).strftime("%Y%m%d-%H%M%S")
        path = folder / f"{name}-{stamp}.xlsx"
        classes = QCoreApplication.translate("Pages", "滩区种植户分类汇总")
        now = desk.showing.situation
        flow = desk.room.flow_shown() if desk.showing.held is None else flow_at_stake(now)

        def write() -> None:
            export_rows(headings, rows, path, title=name)
            write_growers(now, flow, folder / f"{classes}-{stamp}.xlsx")

        self.write(write, str(path))

    def write(self, call: Callable[[], None], path: str) -> None:
        """Write something off the UI thread, and say where it is, or why it is not."""
        window = self._desk.window

        def failed(error: BaseException) -> None:
            if not isinstance(error, OSError):
                raise error
            window.show_message(f"{path}: {error}")

        self._desk.background.run(call, lambda _: window.show_message(path), failed)

    def _search(
        self, page: RecordWorkspace, text: str, kinds: tuple[str, ...], start: datetime | None, end: datetime | None
    ) -> None:
        held = self._desk.showing.held
        before = None if held is None else held.seq + 1
        ids = ids_named(self._desk.room.situation.registers, text, said=phrases.registered)
        wanted = Wanted(None, before, start, end, kinds, text=text, newest_first=True, limit=FOUND_LINES, ids=ids)
        self._desk.keeping.ask(
            lambda store: store.find(wanted),
            lambda lines: page.show_lines(lines, len(lines) == FOUND_LINES),
            self._desk.on_fault,
        )

    def _verify(self, show: Callable[[bool, int, int | None, str], None]) -> None:
        self._desk.keeping.ask(
            lambda store: store.verify(),
            lambda result: show(result.ok, result.rows, result.first_bad_seq, result.why),
            self._desk.on_fault,
        )

    def _export_day(self, page: RecordWorkspace, path: Path, day: date) -> None:
        self._desk.keeping.ask(
            lambda store: self._write_day(store, path, day), lambda _: page.show_written(str(path)), self._desk.on_fault
        )

    def _write_day(self, store: Store, path: Path, day: date) -> None:
        start, end = record_words.day_bounds(day)
        steps = [line.step for line in store.find(Wanted(start=start, end=end, limit=100_000))]
        now = self._desk.room.situation
        make = day_table if path.suffix.lower() == ".csv" else day_record
        encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
        path.write_text(make(steps, now, record_words.day_words(day, now)), encoding)

    def write_record(self, folder: Path) -> list[Path]:
        """Write the record of every day in the store on which more than readings happened; return the files."""
        desk = self._desk
        desk.keeping.flush()
        store = desk.keeping.store
        days = sorted({line.step.at.astimezone(words.BEIJING).date() for line in store.steps(limit=100_000)})
        written: list[Path] = []
        for day in days:
            start, end = record_words.day_bounds(day)
            kinds = {line.step.kind for line in store.find(Wanted(start=start, end=end, limit=100_000))}
            if kinds - {"ReadingTaken", "RegisterReplaced", "UserChanged"}:
                path = folder / f"record-{day.isoformat()}.html"
                self._write_day(store, path, day)
                written.append(path)
        return written


def _sources(store: Store) -> dict[str, tuple[str, datetime]]:
    """Return by register kind what it was last replaced from, and when."""
    found: dict[str, tuple[str, datetime]] = {}
    for line in store.find(Wanted(kinds=("RegisterReplaced",), limit=FOUND_LINES)):
        if isinstance(line.step.body, RegisterReplaced):
            found[line.step.body.register.kind] = (line.step.body.source, line.step.at)
    return found
