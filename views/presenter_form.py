"""One step of a presenter's script as a form; every field says at once what it was changed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from data.model.presenter import Act, ShowStep
from views import presenter_words, words
from views.keeping_form import KeepingForm
from views.parts import Choice, Words, button, captioned, column, row
from widgets.theme import Size, Theme

MOST_FLOW = 40_000


class StepForm(KeepingForm):
    """Signals: changed (a ShowStep), retake (the view is to be that of now), left (Esc)."""

    changed = Signal(object)
    retake = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._step: ShowStep | None = None
        self.title, self.title_en = QLineEdit(), QLineEdit()
        self.note, self.note_en = QPlainTextEdit(), QPlainTextEdit()
        self.workspace = Choice(self.tr("工作区"))
        self.tab, self.flow, self.people, self.seconds = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.act = Choice(self.tr("打开"))
        self.act.set_choices([(one.value, presenter_words.act(one)) for one in Act])
        self.realm = Choice(self.tr("场景"))
        self.realm.set_choices(
            [("", self.tr("任何场景")), ("live", self.tr("只在实况")), ("drill", self.tr("只在演练"))]
        )
        self.seen = Words(theme, tone="secondary", size=Size.SMALL)
        self.retake_view = button(
            self.tr("改用当前画面(&V)"), "", self.tr("地图范围、图层、选中对象、推演流量取此刻的（Alt+V）")
        )
        self.trouble = Words(theme, tone="urgent", size=Size.SMALL)
        for field, hint in (
            (self.flow, self.tr("实况；或 22000")),
            (self.tab, self.tr("该工作区的页签，可不填")),
            (self.people, self.tr("人员、队伍编号，用分号隔开")),
            (self.seconds, self.tr("计划用时，秒")),
        ):
            field.setPlaceholderText(hint)
        for note in (self.note, self.note_en):
            note.setTabChangesFocus(True)
            note.setFixedHeight(note.fontMetrics().lineSpacing() * 3 + theme.px(14))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(8))
        form.setVerticalSpacing(theme.px(6))
        for caption, field in (
            (self.tr("名称"), self.title),
            (self.tr("提词"), self.note),
            (self.tr("英文名称"), self.title_en),
            (self.tr("英文提词"), self.note_en),
            (self.tr("工作区"), self.workspace),
            (self.tr("页签"), self.tab),
            (self.tr("推演流量"), self.flow),
            (self.tr("打开"), self.act),
            (self.tr("人员"), self.people),
            (self.tr("场景"), self.realm),
            (self.tr("用时"), self.seconds),
        ):
            captioned(form, caption, field)
        whole = column(theme, form, row(theme, self.retake_view, None), self.seen, self.trouble, None, gap=8)
        whole.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.setLayout(whole)
        for line in (self.title, self.title_en, self.tab, self.flow, self.people, self.seconds):
            line.editingFinished.connect(self.take)
        for one in (self.workspace, self.act, self.realm):
            one.picked.connect(lambda _: self.take())
        for note in (self.note, self.note_en):
            note.installEventFilter(self)
        self.retake_view.clicked.connect(self.retake)

    def show_workspaces(self, workspaces: Sequence[tuple[str, str]]) -> None:
        """Offer the workspaces of this desk."""
        self.workspace.set_choices(list(workspaces))

    def show_step(self, step: ShowStep | None) -> None:
        """Show a step, or that none is chosen."""
        self._step = step
        self.setEnabled(step is not None)
        if step is None:
            step = ShowStep("", "")
        for field, text in (
            (self.title, step.title), (self.title_en, step.title_en), (self.tab, step.tab),
            (self.flow, "" if step.flow_m3s is None else f"{step.flow_m3s:g}"),
            (self.people, ";".join(step.people)), (self.seconds, str(step.seconds or "")),
        ):  # fmt: skip
            field.setText(text)
        self.note.setPlainText(step.note)
        self.note_en.setPlainText(step.note_en)
        self.workspace.choose(step.workspace)
        self.act.choose(step.act.value)
        self.realm.choose(step.realm)
        self.trouble.say("")
        seen = [
            self.tr("地图范围 {0:.4f}, {1:.4f}，缩放 {2:g}").format(step.view.lon, step.view.lat, step.view.zoom)
            if step.view is not None
            else "",
            self.tr("图层 {0} 个").format(len(step.layers)) if step.layers is not None else "",
            presenter_words.thing(step) if step.kind else "",
        ]
        self.seen.say(" · ".join(part for part in seen if part))

    def take(self) -> None:
        """Say the step as it is written now, where it is another than before."""
        step = self._step
        if step is None:
            return
        title = self.title.text().strip()
        flow, seconds = _figure(self.flow.text()), _figure(self.seconds.text())
        wrong = ""
        if not title:
            wrong = self.tr("请写名称")
        elif flow is None or flow > MOST_FLOW:
            wrong = self.tr("推演流量写成数字，不超过 {0}").format(words.flow(MOST_FLOW))
        elif seconds is None:
            wrong = self.tr("用时写成秒数")
        self.trouble.say(wrong)
        if wrong or flow is None or seconds is None:
            return
        made = replace(
            step,
            title=title,
            title_en=self.title_en.text().strip(),
            note=self.note.toPlainText().strip(),
            note_en=self.note_en.toPlainText().strip(),
            workspace=self.workspace.key() or step.workspace,
            tab=self.tab.text().strip(),
            flow_m3s=flow if self.flow.text().strip() else None,
            act=Act(self.act.key()),
            people=tuple(one.strip() for one in self.people.text().replace("；", ";").split(";") if one.strip()),
            realm=self.realm.key(),
            seconds=int(seconds),
        )
        if made != step:
            self._step = made
            self.changed.emit(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note is taken when the keyboard leaves it."""
        if event.type() is QEvent.Type.FocusOut and watched in (self.note, self.note_en):
            self.take()
        return False

    def escape(self) -> None:
        """Esc takes what is typed and leads back to the list."""
        self.take()
        self.left.emit()


def _figure(text: str) -> float | None:
    """Return a number as typed, 0 for nothing, None for what is none."""
    plain = text.replace(",", "").replace("，", "").strip()
    if not plain:
        return 0.0
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
