"""What the machine does for the twin: runs with progress and stop, levels and flows of the library, what is stale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from views import phrases, twin_words, words
from views.parts import Fact, Facts, Words, button, column, row
from views.twin_progress import LibraryLevel, LibraryShown, RunShown, RunState
from widgets.theme import Size, Theme


class RunLine(QWidget):
    """One run: what for, how far, and the one thing that can be done about it.

    Signals:
        stop_requested, resume_requested: id of the run.

    """

    stop_requested = Signal(str)
    resume_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: RunShown | None = None
        self._name = Words(theme, wrap=False)
        self._state = Words(theme, size=Size.SMALL, tone="secondary")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._act = button("", "quiet")
        self._act.clicked.connect(self._on_act)
        self.setLayout(column(theme, row(theme, self._name, None, self._act), self._bar, self._state, gap=2))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._name.set_theme(theme)
        self._state.set_theme(theme)
        self._bar.setFixedHeight(theme.px(6))

    def show_run(self, shown: RunShown) -> None:
        """Show how it stands."""
        self._shown = shown
        self._name.say(twin_words.run(shown))
        tone = "urgent" if shown.state is RunState.FAILED else "secondary"
        self._state.say(twin_words.run_state(shown), tone)
        self._bar.setRange(0, 0 if shown.state is RunState.COMPILING else 1000)
        if shown.state is not RunState.COMPILING:
            self._bar.setValue(round(shown.share * 1000))
        self._bar.setVisible(shown.state in (RunState.RUNNING, RunState.COMPILING, RunState.STOPPED))
        self._act.setVisible(shown.state is not RunState.DONE)
        act = self.tr("停止") if shown.busy else self.tr("接着算")
        self._act.setText(act)
        self._act.setAccessibleName(f"{act} {twin_words.run(shown)}")

    def _on_act(self) -> None:
        if self._shown is not None:
            (self.stop_requested if self._shown.busy else self.resume_requested).emit(self._shown.id)


class Machinery(QWidget):
    """Runs above, library below.

    Signals:
        stop_requested, resume_requested: id of a run.
        remake_requested: make the library anew.

    """

    stop_requested = Signal(str)
    resume_requested = Signal(str)
    remake_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[str, RunLine] = {}
        self._no_runs = Words(theme, self.tr("没有进行中的计算"), size=Size.SMALL, tone="muted")
        self._stale = Words(theme, size=Size.SMALL, tone="attention")
        self._facts = Facts(theme)
        self._remake = button(
            self.tr("重算方案库"), tip=self.tr("按今天的地形、糙率和过程线重新计算全部方案，在后台进行")
        )
        self._remake.clicked.connect(self.remake_requested)
        self._runs = QVBoxLayout()
        self._runs.setSpacing(theme.px(6))
        library = Words(theme, self.tr("方案库"), bold=True, wrap=False)
        running = Words(theme, self.tr("计算"), bold=True, wrap=False)
        self.setLayout(
            column(theme, running, self._no_runs, self._runs, 4, library, self._stale, self._facts,
                   row(theme, self._remake, None), gap=6)
        )  # fmt: skip
        self.show_library(LibraryShown())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self._no_runs, self._stale, self._facts, *self._lines.values()):
            part.set_theme(theme)

    def show_runs(self, runs: Sequence[RunShown]) -> None:
        """Show runs; those that go on keep their lines."""
        for gone in set(self._lines) - {one.id for one in runs}:
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        for one in runs:
            if one.id not in self._lines:
                line = self._lines[one.id] = RunLine(self._theme)
                line.stop_requested.connect(self.stop_requested)
                line.resume_requested.connect(self.resume_requested)
                self._runs.addWidget(line)
            self._lines[one.id].show_run(one)
        self._no_runs.setVisible(not runs)

    def show_library(self, shown: LibraryShown) -> None:
        """Show what is there and what is stale about it."""
        differs = phrases.listed(twin_words.stale(code) for code in shown.stale)
        self._stale.say(self.tr("方案库已过时：{0}已改").format(differs) if differs else "")
        facts = [
            Fact(self.tr("{0:g} m").format(level.cell_m), self._level(level, shown), "" if level.complete else "muted")
            for level in shown.levels
        ]
        trusted = next((one for one in shown.levels if one.cell_m == shown.in_use_m and one.trusts), None)
        if trusted is not None:
            worst = max(trusted.trusts, key=lambda one: one.depth_rmse_m)
            said = self.tr("最差 ±{0:.0f} cm（{1} m³/s）").format(
                worst.depth_rmse_m * 100, words.flow(worst.at_flow_m3s)
            )
            facts.append(Fact(self.tr("比对误差"), said))
        self._facts.show_facts(facts or [Fact(self.tr("状态"), self.tr("还没有方案"), "muted")])
        self._facts.setToolTip("\n".join(self._tip(level) for level in shown.levels))
        self._remake.setProperty("kind", "primary" if shown.stale else "")
        self._remake.style().unpolish(self._remake)
        self._remake.style().polish(self._remake)

    def _level(self, level: LibraryLevel, shown: LibraryShown) -> str:
        said = self.tr("{0}/{1} 个流量").format(len(level.flows), level.wanted)
        if level.cell_m == shown.in_use_m:
            said += self.tr(" · 在用")
        if level.size_mb:
            said += f" · {level.size_mb:.0f} MB"
        return said

    def _tip(self, level: LibraryLevel) -> str:
        flows = phrases.listed(words.flow(flow) for flow in level.flows)
        errors = "\n".join(twin_words.trust_tip(one) for one in level.trusts)
        return self.tr("{0:g} m 网格：{1}").format(level.cell_m, f"{flows}\n{errors}".strip())
