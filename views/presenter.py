"""演示步骤: scripts for demonstrations (观摩): steps to look at, to order, to write, to rehearse and to run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.model.presenter import Show, ShowStep
from data.model.situation import Touched
from views import presenter_words
from views.pane import Pane
from views.parts import Choice, Words, button, page, row, rule, scrolled, split
from views.presenter_form import StepForm
from widgets.empty_state import EmptyState
from widgets.line_list import LineList
from widgets.panel import Panel
from widgets.shortcuts import inside
from widgets.theme import Theme, retheme


class PresenterPage(Pane):
    """The tab 演示步骤.

    Signals:
        run_requested: a Show, and the place of the step to begin with.
        rehearsal_requested: the same, with the clock that is kept.
        record_requested: the view before this tab is wanted as a step → `take_view`.
        show_changed: a Show as it was changed; it is kept as the seat's own → `show_shows`.
        shipped_requested: id of a script of which the shipped version is wanted again.

    """

    run_requested = Signal(object, int)
    rehearsal_requested = Signal(object, int)
    record_requested = Signal()
    show_changed = Signal(object)
    shipped_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched(0)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(theme, parent)
        self._shows: dict[str, Show] = {}
        self._titles: dict[str, str] = {}
        self._chosen = ""
        self._retaking = False
        self.pick = Choice(self.tr("演示脚本"))
        self.told = Words(theme, tone="secondary", wrap=False)
        self.run = button(
            self.tr("开始演示"), "primary", self.tr("从第一步开始（F11）；PgDn 下一步，PgUp 上一步，Esc 结束")
        )
        self.from_here = button(self.tr("从所选步开始(&S)"), "", self.tr("从所选的一步开始（Alt+S）"))
        self.rehearse = button(self.tr("排练(&R)"), "", self.tr("计时走一遍，结束后可记下实际用时（Alt+R）"))
        self.steps = LineList(theme)
        self.steps.setAccessibleName(self.tr("演示步骤"))
        self.record = button(self.tr("记录当前画面(&A)"), "", self.tr("把来本页之前的画面记成一步（Alt+A）"))
        self.up = button("↑", "quiet", self.tr("上移（Alt+↑）"))
        self.down = button("↓", "quiet", self.tr("下移（Alt+↓）"))
        self.remove = button(self.tr("删去此步"), "quiet", self.tr("从脚本中删去所选的一步"))
        self.undo = button(self.tr("撤销"), "quiet", self.tr("恢复刚删去的一步"))
        self.shipped = button(self.tr("恢复自带脚本"), "quiet", self.tr("改用随程序带来的脚本，本席改过的另存一份"))
        self.copy = button(self.tr("另存一份"), "quiet", self.tr("复制成一份新的脚本"))
        self.form = StepForm(theme)
        self.empty = EmptyState(
            theme, self.tr("这个脚本还没有步骤"), "play", self.tr("记录当前画面"),
            self.tr("先到要讲的画面，再回到本页记录。"),
        )  # fmt: skip
        self._removed: tuple[Show, str] | None = None
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        self.list_panel = Panel(theme, self.tr("步骤"), detachable=False, icon="play")
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.steps, 1)
        inner.addWidget(self.empty, 1)
        inner.addWidget(rule())
        foot = row(theme, self.record, self.up, self.down, self.remove, self.undo, None, self.copy, self.shipped, gap=4)
        foot.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        inner.addLayout(foot)
        self.list_panel.set_body(body)
        self.form_panel = Panel(theme, self.tr("这一步"), detachable=False, icon="settings")
        self.form_panel.set_body(scrolled(self.form))
        self._head = QHBoxLayout()
        for part in (self.pick, self.told):
            self._head.addWidget(part)
        self._head.addStretch(1)
        for part in (self.rehearse, self.from_here, self.run):
            self._head.addWidget(part)
        self._ground = QWidget()
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        outer.addWidget(rule())
        outer.addWidget(split(self.list_panel, self.form_panel, shares=(55, 45)), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page(self._ground))

    def _wire(self) -> None:
        self.pick.picked.connect(lambda _: self._draw())
        self.run.clicked.connect(lambda: self._run(0))
        self.from_here.clicked.connect(lambda: self._run(self._place()))
        self.steps.opened.connect(lambda _: self._run(self._place()))
        self.rehearse.clicked.connect(self._rehearse)
        self.steps.chosen.connect(self._on_chosen)
        self.record.clicked.connect(self._record)
        self.empty.acted.connect(self._record)
        self.form.retake.connect(self._retake)
        self.form.changed.connect(self._on_changed)
        self.form.left.connect(self.steps.setFocus)
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        self.shipped.clicked.connect(lambda: self.shipped_requested.emit(self.pick.key()))
        self.copy.clicked.connect(self._copy)
        inside(self, "Alt+Up", lambda: self._shift(-1))
        inside(self, "Alt+Down", lambda: self._shift(1))

    # what the owner says

    def show_workspaces(self, workspaces: Sequence[tuple[str, str]]) -> None:
        """Offer the workspaces of this desk."""
        self._titles = dict(workspaces)
        self.form.show_workspaces(workspaces)

    def show_shows(self, shows: Sequence[Show]) -> None:
        """Offer these scripts."""
        self._shows = {show.id: show for show in shows}
        self.pick.set_choices([(show.id, presenter_words.show_title(show)) for show in shows])
        self._draw()

    def chosen_show(self) -> Show | None:
        """Return the script that is chosen."""
        return self._shows.get(self.pick.key())

    def take_view(self, view: ShowStep) -> None:
        """Take the view that was asked for: for the chosen step, or as a new one after it."""
        show, step = self.chosen_show(), self._step()
        if show is None:
            return
        if self._retaking and step is not None:
            self._retaking = False
            self._on_changed(
                replace(step, view=view.view, layers=view.layers, kind=view.kind, ref=view.ref, flow_m3s=view.flow_m3s,
                        workspace=view.workspace)
            )  # fmt: skip
            return
        place = self._place() + 1 if step is not None else len(show.steps)
        named = replace(view, title=self.tr("第 {0} 步").format(place + 1))
        self._chosen = named.id
        self.show_changed.emit(replace(show, steps=(*show.steps[:place], named, *show.steps[place:])))
        self.form.title.setFocus()
        self.form.title.selectAll()

    def show_taken(self, show_id: str, taken: Mapping[str, float]) -> None:
        """After a rehearsal: the times that the steps took become those that are planned."""
        show = self._shows.get(show_id)
        if show is None:
            return
        steps = tuple(replace(one, seconds=max(1, round(taken[one.id])) if one.id in taken else one.seconds)
                      for one in show.steps)  # fmt: skip
        if steps != show.steps:
            self.show_changed.emit(replace(show, steps=steps))

    # drawing

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self._ground, theme)
        self._head.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        self._head.setSpacing(theme.px(8))
        self.pick.setMinimumWidth(theme.px(260))

    def _draw(self) -> None:
        show = self.chosen_show()
        steps = () if show is None else show.steps
        if all(one.id != self._chosen for one in steps):
            self._chosen = steps[0].id if steps else ""
        self.steps.set_lines([
            presenter_words.line(n, one, self._titles.get(one.workspace, one.workspace), here=one.id == self._chosen)
            for n, one in enumerate(steps, start=1)
        ])  # fmt: skip
        self.steps.choose([self._chosen] if self._chosen else [])
        self.steps.setVisible(bool(steps))
        self.empty.setVisible(not steps)
        for one in (self.run, self.from_here, self.rehearse, self.up, self.down, self.remove):
            one.setEnabled(bool(steps))
        self.shipped.setVisible(show is not None and show.own)
        self.undo.setVisible(self._removed is not None)
        planned = sum(one.seconds for one in steps)
        said = self.tr("{0} 步").format(len(steps))
        if planned:
            said = self.tr("{0} 步，计划 {1}").format(len(steps), presenter_words.clock(planned))
        self.told.say(said)
        self.form.show_step(self._step())

    # inside

    def _step(self) -> ShowStep | None:
        show = self.chosen_show()
        return None if show is None else next((one for one in show.steps if one.id == self._chosen), None)

    def _place(self) -> int:
        show = self.chosen_show()
        ids = [] if show is None else [one.id for one in show.steps]
        return ids.index(self._chosen) if self._chosen in ids else 0

    def _run(self, at: int) -> None:
        self.form.take()
        show = self.chosen_show()
        if show is not None:
            self.run_requested.emit(show, at)

    def _rehearse(self) -> None:
        self.form.take()
        show = self.chosen_show()
        if show is not None:
            self.rehearsal_requested.emit(show, 0)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if ids and ids[0] != self._chosen:
            self.form.take()
            self._chosen = ids[0]
            self.form.show_step(self._step())

    def _on_changed(self, step: ShowStep) -> None:
        show = self.chosen_show()
        if show is not None:
            self.show_changed.emit(replace(show, steps=tuple(step if one.id == step.id else one for one in show.steps)))

    def _record(self) -> None:
        self._retaking = False
        self.record_requested.emit()

    def _retake(self) -> None:
        self.form.take()
        self._retaking = True
        self.record_requested.emit()

    def _shift(self, way: int) -> None:
        show, at = self.chosen_show(), self._place()
        to = at + way
        if show is None or not 0 <= to < len(show.steps):
            return
        steps = list(show.steps)
        steps[at], steps[to] = steps[to], steps[at]
        self.show_changed.emit(replace(show, steps=tuple(steps)))

    def _remove(self) -> None:
        show, at = self.chosen_show(), self._place()
        if show is None or not show.steps:
            return
        self._removed = (show, self._chosen)
        steps = (*show.steps[:at], *show.steps[at + 1 :])
        self._chosen = steps[min(at, len(steps) - 1)].id if steps else ""
        self.show_changed.emit(replace(show, steps=steps))

    def _undo(self) -> None:
        if self._removed is None:
            return
        (show, self._chosen), self._removed = self._removed, None
        self.show_changed.emit(show)

    def _copy(self) -> None:
        show = self.chosen_show()
        if show is None:
            return
        name = f"own-{uuid4().hex[:6]}"
        self.show_changed.emit(replace(show, id=name, title=self.tr("{0} 副本").format(show.title), title_en=""))
        self.pick.choose(name)
        self._draw()
