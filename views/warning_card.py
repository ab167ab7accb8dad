"""Warning card: the level with its colour and cause, what it means here, the difference to live, and what to do."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.model.levels import Level
from data.model.river import Forecast
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.rules.coming import lapsed_forecast, standing_forecast, standing_outlook
from data.rules.signoff import Preview
from data.rules.task_clock import cut_off
from views import phrases, reckoned_words, river_facts, step_words, task_clock, warning_words, words
from views.pane import Pane
from views.parts import scrolled
from views.river_facts import Facts
from views.warning_plate import WarningPlate
from widgets.flow_layout import FlowLayout
from widgets.ink_label import InkLabel
from widgets.theme import Size, Theme, retheme


class WarningCard(Pane):
    """The card at the top right.

    Signals:
        sign_off_requested: open the sign-off sheet, this Level proposed.
        orders_requested: open the sheet of superiors' orders.

    """

    sign_off_requested = Signal(object)
    orders_requested = Signal()

    heeds: ClassVar[Touched] = Touched.RIVER | Touched.LEVEL | Touched.REGISTERS | Touched.TASKS | Touched.RECKONED

    goes_first: ClassVar[bool] = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the card."""
        super().__init__(theme, parent)
        self._facts = Facts()
        self.plate = WarningPlate(theme)
        self.picture = InkLabel(theme, role="text.secondary", lines=3)
        self.source = InkLabel(theme, role="text.muted", size=Size.TINY)
        self.next = InkLabel(theme, role="text.primary")
        self.standing = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self.lapsed = InkLabel(theme, role="state.attention", size=Size.SMALL, lines=0)
        self.lapsed.hide()
        self._counted: Forecast | None = None  # the official forecast that counted when last looked
        self.boats = InkLabel(theme, role="state.urgent", bold=True)
        self.boats.hide()
        self.difference = QWidget()
        self._grid = QGridLayout(self.difference)
        self.lines: dict[str, InkLabel] = {}
        for row, (key, caption) in enumerate(
            (
                ("tasks", self.tr("任务")),
                ("exposed", self.tr("滩区")),
                ("staff", self.tr("缺人")),
                ("stock", self.tr("缺料")),
            )
        ):
            label = InkLabel(theme, caption, role="text.muted", size=Size.SMALL, hug=True)
            self.lines[key] = InkLabel(theme, size=Size.SMALL)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(self.lines[key], row, 1)
        self._grid.setColumnStretch(1, 1)
        self._make_buttons()
        self._arrange()
        self.draw_theme(theme)

    def _make_buttons(self) -> None:
        self.sign = QPushButton(self.tr("签发…"))
        self.sign.setProperty("kind", "primary")
        self._key = QShortcut(QKeySequence("F9"), self)
        self._key.activated.connect(lambda: self.sign_off_requested.emit(self._proposed()))
        self.sign.setToolTip(self.tr("打开签发单：先看清将下达和撤销什么，再签发（F9）"))
        self.clauses = QPushButton(self.tr("依据与条款"))
        self.clauses.setToolTip(self.tr("到预案页，看本级条款和出处"))
        self.orders = QPushButton(self.tr("接上级令…"))
        self.orders.setToolTip(self.tr("记入上级的命令或响应通知，看现行的、终止已解除的（F10）"))
        for button in (self.clauses, self.orders):
            button.setProperty("kind", "quiet")
        self.confirm = QPushButton()
        self.confirm.setProperty("kind", "primary")
        self.sign.clicked.connect(lambda: self.sign_off_requested.emit(self._proposed()))
        self.confirm.clicked.connect(lambda: self.sign_off_requested.emit(self._proposed()))
        self.clauses.clicked.connect(lambda: self.workspace_requested.emit("plan"))
        self.orders.clicked.connect(self.orders_requested)

    def _arrange(self) -> None:
        self._body = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._acts = FlowLayout()
        for button in (self.sign, self.confirm, self.clauses, self.orders):
            self._acts.addWidget(button)
        self._buttons.addLayout(self._acts, 1)
        for widget in (self.boats, self.lapsed, self.next, self.difference, self.picture, self.source, self.standing):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        self.difference.hide()
        # Plate and buttons always stand; what explains them scrolls when the column is short.
        inner = QWidget()
        inner.setLayout(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.plate)
        outer.addLayout(self._buttons)
        outer.addWidget(scrolled(inner), 1)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:  # noqa: ARG002 - everything here hangs together
        """Draw the live state."""
        self._facts = river_facts.facts(now)
        self._draw_boats(now)
        self._draw_lapsed(now)
        if self.preview is None:
            self._draw_live(now)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        """Draw the difference to live, or go back to live."""
        if preview is None:
            self._draw_live(now)
            return
        tier = warning_words.tier_at(now, preview.flow_m3s)
        calm = preview.level is Level.NONE
        title = self.tr("{0}（推演）").format(words.level(preview.level) if calm else self._warning(preview.level))
        cause = self.tr("花园口 {0} m³/s").format(words.flow(preview.flow_m3s))
        if tier is not None and not calm:
            cause = self.tr("花园口 {0} m³/s ≥ {1}").format(words.flow(preview.flow_m3s), words.flow(tier.lower_m3s))
        self.plate.show_level(
            preview.level, (title, phrases.registered(tier.name) if tier else "", cause), in_force=True, whatif=True
        )
        self.picture.set_text(phrases.registered(tier.picture) if tier else "")
        self.source.set_text(warning_words.source(tier))
        self.next.set_text(river_facts.coming_words(now, preview.flow_m3s, None))
        self._show_difference(now, preview)

    def draw_time(self, time: datetime) -> None:
        """Bring the age of the standing level up to date."""
        if self.now is not None:
            self._draw_standing(self.now, time)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        for child in self.findChildren(QWidget):
            retheme(child, theme)
        px = theme.px
        self._body.setContentsMargins(px(14), px(4), px(12), px(10))
        self._buttons.setContentsMargins(px(14), px(8), px(12), px(4))
        self._body.setSpacing(px(6))
        self._grid.setContentsMargins(0, px(2), 0, px(2))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(3))
        self._acts.set_gap(px(4))

    # inside

    def _draw_live(self, now: Situation) -> None:
        standing, suggested = now.standing.level, now.suggestion.level
        shown = standing if standing is not Level.NONE else suggested
        tier = warning_words.tier_at(now, self._facts.flow_m3s)
        title = self.tr("当前无响应") if shown is Level.NONE else self._warning(shown)
        if standing is Level.NONE and suggested is not Level.NONE:
            title = self.tr("建议 {0}").format(title)
        cause = warning_words.reasons(now, now.suggestion.reasons, shown)
        if not cause and shown is not Level.NONE:
            cause = now.standing.reason
        if shown is Level.NONE:
            cause = self._calm_words()
        words_ = (title, phrases.registered(tier.name) if tier else "", cause)
        self.plate.show_level(shown, words_, in_force=standing is not Level.NONE, whatif=False)
        self.picture.set_text(phrases.registered(tier.picture) if tier else "")
        self.source.set_text(warning_words.source(tier))
        self.next.set_text(river_facts.coming_words(now, self._facts.flow_m3s, self._facts.rate_m3s_h))
        self._show_difference(now, None)
        self._draw_standing(now, self.time or now.at)

    def _draw_boats(self, now: Situation) -> None:
        """Whoever is cut off is told here as well, what-if or not: they wait for a boat now."""
        found = cut_off(now)
        self.boats.setVisible(bool(found))
        if found and now.reckoned is not None:
            self.boats.set_text(self.tr("公路已断，{0}").format(task_clock.boats(found)))
            self.boats.setToolTip(reckoned_words.basis(now.reckoned))

    def _draw_lapsed(self, now: Situation) -> None:
        """A forecast that counts no more is told: once at the foot when it happens, here for a day after."""
        over, counted = lapsed_forecast(now, now.at), standing_forecast(now)
        self.lapsed.setVisible(over is not None)
        if over is not None:
            which = self.tr("{0} m³/s，{1}").format(words.flow(over.flow_m3s), words.date_clock(over.valid_at))
            left = self.tr("按实测") if standing_outlook(now) is None else self.tr("按实测和本台预报")
            self.lapsed.set_text(self.tr("官方预报（{0}）已过时，{1}").format(which, left))
            if over == self._counted and now.realm is not Realm.REPLAY:
                said = self.tr("官方预报（{0}）已过时，不再参与等级判断；现建议：{1}")
                self.message_requested.emit(said.format(which, words.level(now.suggestion.level)))
        if now.realm is not Realm.REPLAY:
            self._counted = counted

    def _calm_words(self) -> str:
        if self._facts.flow_m3s is None:
            return self.tr("尚无花园口报汛")
        return self.tr("花园口 {0} m³/s，低于Ⅳ级触发值").format(words.flow(self._facts.flow_m3s))

    def _warning(self, level: Level) -> str:
        return self.tr("{0}预警").format(words.level(level))

    def _show_difference(self, now: Situation, preview: Preview | None) -> None:
        away = preview is not None
        if self.difference.isHidden() is away:
            self.difference.setVisible(away)
            self._dress_buttons(now)
        if preview is None:
            self._dress_buttons(now)
            return
        self.lines["tasks"].set_text(warning_words.task_difference(preview))
        self.lines["exposed"].set_text(warning_words.exposed(preview))
        enough = self.tr("够用")
        for key, text in (
            ("staff", warning_words.staff_short(now, preview)),
            ("stock", warning_words.stock_short(now, preview)),
        ):
            self.lines[key].set_text(text or enough, "state.urgent" if text else "text.secondary")

    def _dress_buttons(self, now: Situation) -> None:
        standing, suggested = now.standing.level, now.suggestion.level
        differs = self.preview is None and standing is not suggested
        to_where = self.tr("签发到演练…") if now.realm is Realm.DRILL else self.tr("签发到实况…")
        self.sign.setText(to_where if self.preview is not None else self.tr("签发…"))
        self.sign.setVisible(not differs)
        self.confirm.setVisible(differs)
        numeral = self.tr("{0}级").format(words.level_numeral(suggested))
        if suggested is Level.NONE:
            self.confirm.setText(self.tr("终止响应…"))
        elif suggested > standing:
            self.confirm.setText(self.tr("确认 {0}…").format(numeral))
        else:
            self.confirm.setText(self.tr("降为 {0}…").format(numeral))
        self.confirm.setToolTip(self.tr("打开签发单（F9）"))

    def _draw_standing(self, now: Situation, time: datetime) -> None:
        since = now.standing.since
        if since is None:
            text = self.tr("现行：尚未签发过响应")
        else:
            text = self.tr("现行 {0} · {1} 签发 · {2}").format(
                words.level(now.standing.level), step_words.actor(now, now.standing.by), words.age(since, time)
            )
        self.standing.set_text(text)
        self.standing.setToolTip("\n".join(part for part in (now.standing.reason, now.standing.consulted) if part))

    def _proposed(self) -> Level:
        if self.preview is not None:
            return self.preview.level
        return self.now.suggestion.level if self.now is not None else Level.NONE
