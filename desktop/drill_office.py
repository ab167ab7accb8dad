"""The 演练 page: scenarios to read, change and begin, drills that were played; each drill is a process of its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

import resources
from data.feeds.scenario import parse_scenario, read_scenario
from data.feeds.scenario_check import check
from data.feeds.scenario_faults import ScenarioCode, ScenarioFault, ScenarioRefused
from data.model.drill import Scenario
from data.model.steps import Realm
from data.store.errors import StoreTrouble
from desktop import drill_home
from desktop.drill_home import DrillHome
from desktop.drill_past import assess, why
from desktop.pins import pin_fits
from views import drill_rows, words
from views.drill_page import DrillPage
from views.drill_rows import PastRow, ScenarioRow
from views.scenario_words import fault_lines

if TYPE_CHECKING:
    from desktop.app import Anlan

LOOK_MS = 2000
OPENING_S = 20.0


def program() -> list[str]:
    """Return the command that starts this program anew."""
    return [sys.executable, str(resources.path("").parent / "main.py")]


def started_apart(command: Sequence[str], folder: Path) -> bool:
    """Start a process that outlives this one; whether it could be started."""
    done, _ = QProcess.startDetached(command[0], list(command[1:]), os.fspath(folder))
    return done


class DrillOffice(QObject):
    """Answers the page, and starts drills."""

    def __init__(self, anlan: Anlan, start: Callable[[Sequence[str], Path], bool] = started_apart) -> None:
        """Make it; the page is built when it is first opened. `start` runs a command in a folder, apart from this."""
        super().__init__(anlan)
        self._start = start
        self._opening: dict[str, float] = {}
        self._starting: float | None = None  # until when a drill is being started, by the monotonic clock
        self._desk = anlan
        self.page: DrillPage | None = None
        self._files: dict[str, Path] = {}
        self._homes: dict[str, DrillHome] = {}
        self._goals: tuple[str, ...] = ()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show_past)

    def build(self) -> DrillPage:
        """Build the page."""
        page = self.page = DrillPage(self._desk.theme, pin_fits)
        page.begin_requested.connect(self._begin)
        page.text_requested.connect(self._show_text)
        page.text_changed.connect(self._check)
        page.save_requested.connect(self._save)
        page.open_requested.connect(lambda drill: self._open(self._homes[drill].folder))
        page.paper_requested.connect(self._assess)
        page.throw_requested.connect(self._throw_away)
        page.leave_requested.connect(self._desk.window.close)
        page.control_requested.connect(self._desk.headquarters.drill.bring_up)
        page.show_goals(self._goals)
        self._desk.add_pane(page)
        if self._desk.room.situation.realm is Realm.LIVE:
            self._show_scenarios()
            self._show_past()
            self._look.start()
        return page

    def show_drill(self, scenario: Scenario) -> None:
        """Show the goals of the drill that this desk plays; its injects stay with exercise control."""
        self._goals = scenario.goals_en if drill_rows.english() and scenario.goals_en else scenario.goals
        if self.page is not None:
            self.page.show_goals(self._goals)

    def close(self) -> None:
        """Look no more; drills that run go on."""
        self._look.stop()

    # ── scenarios ──

    def _folder(self) -> Path:
        return self._desk.home / drill_home.SCENARIOS

    def _show_scenarios(self) -> None:
        self._files = drill_home.scenario_files(self._desk.home)
        if self.page is not None:
            self.page.show_scenarios([self._row(name, path) for name, path in self._files.items()])

    def _row(self, name: str, path: Path) -> ScenarioRow:
        where = self.tr("本台") if path.parent == self._folder() else self.tr("随程序")
        try:
            scenario = read_scenario(path, resources.path("demo"))
        except ScenarioRefused as refused:
            return ScenarioRow(name, name, "", 0, "", where, len(refused.faults))
        faults = len(check(scenario, self._desk.room.situation.registers))
        nature = self.tr("情景构造") if scenario.constructed else self.tr("据实测")
        length = f"{scenario.length_min / 60:,.0f} h"
        title = drill_rows.scenario_title(scenario)
        return ScenarioRow(name, title, length, len(scenario.injects), nature, where, faults)

    def _show_text(self, name: str) -> None:
        path = self._files.get(name)
        if path is None or self.page is None:
            return
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError as fault:
            unreadable = ScenarioFault(ScenarioCode.FILE_UNREADABLE, params={"reason": fault.reason})
            self._desk.window.show_message("\n".join(fault_lines([unreadable])))
            return
        except OSError as fault:
            self._desk.window.show_message(why(fault))
            return
        self.page.show_text(name, text, str(path))

    def _check(self, text: str) -> None:
        if self.page is None:
            return
        try:
            scenario = parse_scenario(text, resources.path("demo"))
        except ScenarioRefused as refused:
            self.page.show_findings(fault_lines(refused.faults))
            self.page.show_outline(None)
            return
        self.page.show_findings(fault_lines(check(scenario, self._desk.room.situation.registers, text=text)))
        self.page.show_outline(scenario)

    def _save(self, name: str, text: str) -> None:
        path = self._folder() / f"{name}.toml"
        fresh = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(text, "utf-8")
            fresh.replace(path)
        except OSError as fault:
            self._desk.window.show_message(why(fault))
            return
        if self.page is not None:
            self.page.show_saved(str(path))
        self._show_scenarios()

    # ── drills ──

    def _begin(self, name: str) -> None:
        if self._starting is not None:
            return
        desk, path = self._desk, self._files[name]
        now, settings = desk.room.situation, desk.settings
        try:
            text = path.read_bytes()
            scenario = read_scenario(path, resources.path("demo"))
        except (OSError, ScenarioRefused) as fault:
            desk.window.show_message(why(fault))
            return
        self._tell_starting(time.monotonic() + OPENING_S)
        seed = SystemRandom().randrange(1_000_000)
        desk.window.show_message(self.tr("正在准备演练：{0}…").format(drill_rows.scenario_title(scenario)))

        def make() -> Path:
            return drill_home.make_home(desk.home, now, settings, scenario, text, seed)

        title = drill_rows.scenario_title(scenario)
        desk.background.run(make, self._open, lambda error: self._not_begun(title, error))

    def _tell_starting(self, until: float | None) -> None:
        self._starting = until
        if self.page is not None:
            self.page.show_starting(starting=until is not None)

    def _not_begun(self, title: str, error: BaseException) -> None:
        self._tell_starting(None)
        self._not_done(title, error)

    def _not_done(self, title: str, error: BaseException) -> None:
        if not isinstance(error, OSError | StoreTrouble | ScenarioRefused):
            raise error
        self._desk.window.show_message(self.tr("没有做成（{0}）：{1}").format(title, why(error)))

    def _open(self, folder: Path) -> None:
        """Open a drill's desk in a process of its own; this desk goes on."""
        if time.monotonic() < self._opening.get(folder.name, 0.0):
            return
        if self._start([*program(), "--home", str(self._desk.home), "drill", "open", folder.name], folder):
            self._opening[folder.name] = time.monotonic() + OPENING_S
            said = self.tr("演练桌面正在打开，实况桌面照常值守")
        else:
            self._tell_starting(None)
            said = self.tr("演练桌面没有打开")
        self._desk.window.show_message(said)
        self._show_past()

    def _assess(self, drill: str) -> None:
        """Make the assessment of a drill that was left, and ask where it is to be written."""
        desk, home = self._desk, self._homes[drill]
        desk.window.show_message(self.tr("正在按日志评估：{0}…").format(home.head.title))
        language = desk.settings.language
        desk.background.run(
            lambda: assess(home.folder, language),
            lambda body: self._ask_path(home, body),
            lambda error: self._not_done(home.head.title, error),
        )

    def _ask_path(self, home: DrillHome, body: bytes) -> None:
        dialog = QFileDialog(self._desk.window, self.tr("存演练评估报告"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Word 文档 (*.docx)")])
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(self.tr("演练评估-{0}.docx").format(home.head.id))
        dialog.fileSelected.connect(lambda path: self._write(Path(path), body))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, path: Path, body: bytes) -> None:
        try:
            path.write_bytes(body)
        except OSError as fault:
            self._desk.window.show_message(why(fault))
            return
        self._desk.window.show_message(self.tr("已存为 {0}").format(path))

    def _show_past(self) -> None:
        homes = drill_home.listed(self._desk.home)
        self._homes = {home.head.id: home for home in homes}
        came = any(home.running and home.head.id in self._opening for home in homes)
        if self._starting is not None and (came or time.monotonic() >= self._starting):
            self._tell_starting(None)
        if self.page is not None:
            self.page.show_past([self._past(home) for home in homes])

    def _past(self, home: DrillHome) -> PastRow:
        drill, opening = home.head.id, False
        if home.running:
            self._opening.pop(drill, None)
        else:  # its process needs seconds until it holds its store: nobody shall start it twice
            opening = time.monotonic() < self._opening.get(drill, 0.0)
        over = bool(home.head.ended_at)
        if home.running:
            state = self.tr("已结束（另一桌面）") if over else self.tr("进行中（另一桌面）")
        elif opening:
            state = self.tr("正在打开…")
        else:
            state = self.tr("已结束") if over else self.tr("已离开")
        return PastRow(drill, home.head.title, words.full_time(home.made_at), state, home.running or opening)

    def _throw_away(self, drill: str) -> None:
        home = self._homes.get(drill)
        if home is None:
            return
        box = QMessageBox(self._desk.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("删除演练“{0}”（{1}）？其日志和文件一并删除。").format(home.head.title, home.head.id))
        delete = box.addButton(self.tr("删除这次演练"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("不删"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda pressed: self._deleted(home) if pressed is delete else None)
        box.open()

    def _deleted(self, home: DrillHome) -> None:
        try:
            drill_home.throw_away(home)
        except OSError as fault:
            self._desk.window.show_message(self.tr("没有删除：{0}").format(why(fault)))
        except ValueError:
            self._desk.window.show_message(self.tr("没有删除：另一桌面正在进行这次演练"))
        self._show_past()
