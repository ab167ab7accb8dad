"""Top bar: realm, 花园口 now (and the what-if beside it), level, what is open, links, clock, who is at the desk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from data.model.alarms import Priority
from data.model.dispatch import PushState
from data.model.levels import Level
from data.model.register import ROW_TYPES
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.model.task import TaskState
from data.rules.dispatch import reach
from data.rules.signoff import Preview
from views import phrases, river_facts, step_words, words
from views.alarm_chip import AlarmChip, Counts
from views.link_chip import LinkChip
from views.pane import Pane
from views.phones_rows import LinkState
from views.river_facts import Facts, Season
from views.top_bar_parts import Block, ClockControl, CountButton, rule
from widgets.badge import Badge, BadgeLook
from widgets.icons import IconSet
from widgets.ink_label import InkLabel
from widgets.marks import Fill, Mark, Shape
from widgets.theme import Size, Theme, retheme

if TYPE_CHECKING:
    from data.rules.alarms.lines import AlarmList


class TopBar(Pane):
    """One line that answers at a glance. Signals: speed_requested(int), pause_requested, user_requested,
    tasks_requested(str): "pending", "overdue" or "unanswered" was clicked, phones_requested: the phones were,
    alarms_requested: the alarms were, or F2 was pressed.
    """

    speed_requested = Signal(int)
    pause_requested = Signal()
    user_requested = Signal()
    tasks_requested = Signal(str)
    phones_requested = Signal()
    alarms_requested = Signal()

    goes_first: ClassVar[bool] = True
    heeds: ClassVar[Touched] = (
        Touched.RIVER | Touched.LEVEL | Touched.TASKS | Touched.DISPATCH | Touched.REGISTERS | Touched.USER
    )

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the bar."""
        super().__init__(theme, parent)
        self._facts = Facts()
        self._invented = self._short = self._past = False
        self._folded = 0
        self._make(theme)
        self._arrange(theme)
        self.clock_control.speed_requested.connect(self.speed_requested)
        self.clock_control.pause_requested.connect(self.pause_requested)
        self._user.clicked.connect(self.user_requested)
        self.phones.clicked.connect(self.phones_requested)
        self.alarms.clicked.connect(self.alarms_requested)
        for key, button in self.counts.items():
            button.clicked.connect(lambda _=False, k=key: self._open(k))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_store_state(0, "")
        self.draw_theme(theme)

    def _make(self, theme: Theme) -> None:
        self.realm = Badge(theme, look=BadgeLook.FILLED, role="realm.live", size=Size.BASE)
        self._name = Block(theme)
        self._name.caption.set_text(self.tr("花园口镇防汛指挥部"))
        self._brand = InkLabel(theme, self.tr("安澜"), size=Size.LARGE, bold=True, hug=True)
        self.demo = Badge(theme, self.tr("演示数据"), look=BadgeLook.OUTLINE, role="text.muted", size=Size.TINY)
        self.demo.setToolTip(self.tr("一部分台账是虚构的演示数据，不可用于实战"))
        self._whatif = Block(theme)
        self._whatif.caption.set_text(self.tr("推演流量"), "realm.whatif")
        self.whatif_flow = InkLabel(theme, role="realm.whatif", size=Size.HERO, bold=True, hug=True)
        self.whatif_flow.set_reserve("25,000")
        self._whatif_unit = InkLabel(theme, "m³/s", role="text.muted", size=Size.SMALL, hug=True)
        self._live = Block(theme)
        self._stale_mark = Badge(theme, mark=Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW), role="state.attention")
        self.flow = InkLabel(theme, size=Size.HERO, bold=True, hug=True)
        self._unit = InkLabel(theme, "m³/s", role="text.muted", size=Size.SMALL, hug=True)
        self.trend = InkLabel(theme, role="text.secondary", size=Size.BASE, hug=True)
        self.stage_block = Block(theme)
        self.stage = InkLabel(theme, size=Size.LARGE, hug=True)
        self._levels = Block(theme)
        self._levels.caption.set_text(self.tr("响应等级"))
        self.standing = Badge(theme, look=BadgeLook.FILLED, role="warning.none", size=Size.BASE)
        self.suggested = Badge(theme, look=BadgeLook.OUTLINE, role="warning.none", size=Size.SMALL)
        self.alarms = AlarmChip(theme)
        self.counts = {
            "pending": CountButton(theme, self.tr("待签发"), Mark(Shape.DIAMOND, "state.attention")),
            "overdue": CountButton(theme, self.tr("超时"), Mark(Shape.TRIANGLE, "state.urgent")),
            "unanswered": CountButton(theme, self.tr("未叫应"), Mark(Shape.CROSS, "state.urgent")),
        }
        self.source_link = Badge(theme, size=Size.SMALL, role="text.secondary")
        self.store_link = Badge(theme, size=Size.SMALL, role="text.secondary")
        self.phones = LinkChip(theme)
        self.clock_control = ClockControl(theme)
        self._time = Block(theme)
        self.clock = InkLabel(theme, size=Size.FIGURE, bold=True, hug=True)
        self.clock.set_reserve("00:00:00")
        self._user = QToolButton()
        self._user.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._user.setProperty("kind", "quiet")
        self._user.setAutoRaise(True)
        # not the button's own shortcut: every new text on a button takes that away
        QShortcut(QKeySequence("Ctrl+Shift+U"), self, self._user.click)
        QShortcut(QKeySequence("Ctrl+Shift+P"), self, self.phones.click)
        QShortcut(QKeySequence("F2"), self, self.alarms.click)

    def _arrange(self, theme: Theme) -> None:
        for block, parts in (
            (self._name, (self._brand, self.demo)),
            (self._whatif, (self.whatif_flow, self._whatif_unit)),
            (self._live, (self._stale_mark, self.flow, self._unit, self.trend)),
            (self.stage_block, (self.stage,)),
            (self._levels, (self.standing, self.suggested)),
            (self._time, (self.clock,)),
        ):
            for part in parts:
                block.add(part)
            block.row.addStretch(1)
        links = Block(theme)
        links.caption.hide()
        self._links = links
        links.column.setStretchFactor(links.row, 0)  # the two lines share the height as caption and value do
        links.column.addWidget(self.source_link, 0, Qt.AlignmentFlag.AlignLeft)
        links.column.addWidget(self.store_link, 0, Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._rules = [rule(theme) for _ in range(4)]
        self._row.addWidget(self.realm)
        self._row.addWidget(self._name)
        self._row.addWidget(self._rules[0])
        for block in (self._whatif, self._live, self.stage_block):
            self._row.addWidget(block)
        self._row.addWidget(self._rules[1])
        self._row.addWidget(self._levels)
        self._row.addStretch(1)
        self._row.addWidget(self.alarms)
        for button in self.counts.values():
            self._row.addWidget(button)
        self._row.addWidget(self._rules[2])
        self._row.addWidget(self.phones)
        self._row.addWidget(links)
        self._row.addStretch(1)
        self._row.addWidget(self.clock_control)
        self._row.addWidget(self._time)
        self._row.addWidget(self._rules[3])
        self._row.addWidget(self._user)
        self._whatif.hide()

    # what the owner says

    def show_store_state(self, unsaved: int, trouble: str) -> None:
        """Say how many steps are not on disk yet, and why."""
        if unsaved or trouble:
            text = self.tr("未保存 {0}").format(unsaved) if unsaved else self.tr("存储故障")
            self.store_link.show_words(text, Mark(Shape.CROSS, "link.broken"), role="state.urgent")
            self._links.show()
        else:
            self.store_link.show_words(self.tr("已保存"), Mark(Shape.CIRCLE, "link.ok"), role="text.secondary")
        self.store_link.setToolTip(trouble or self.tr("每一步都已写入日志"))

    def show_phones(self, state: LinkState) -> None:
        """Show how the link to the phones stands, and what waits to go out."""
        self.phones.show_link(state)

    def show_alarms(self, listed: AlarmList) -> None:
        """Show how many alarms nobody has acknowledged, by priority."""
        waiting = (listed.unacked(Priority.LOW), listed.unacked(Priority.MEDIUM), listed.unacked(Priority.HIGH))
        self.alarms.show_counts(Counts(waiting, len(listed.alarms), len(listed.diagnostics), listed.flood))

    def show_sound(self, *, on: bool, muted_until: datetime | None, trouble: str = "") -> None:
        """Show whether alarms are heard."""
        self.alarms.show_sound(silent=not on or bool(trouble), until=muted_until)

    def show_clock(self, speed: int, real: bool) -> None:
        """Show the demonstration clock's speed (0 = paused), or that the clock is the machine's."""
        self.clock_control.show_clock(speed, real=real)
        self.clock_control.setHidden(real or self._past)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what was touched."""
        if touched & (Touched.RIVER | Touched.REGISTERS | Touched.LEVEL):
            self._facts = river_facts.facts(now)
            self._draw_river(self._facts)
        if touched & (Touched.LEVEL | Touched.REGISTERS | Touched.RIVER):
            self._draw_levels(now)
        if touched & (Touched.TASKS | Touched.DISPATCH | Touched.LEVEL):
            self._draw_counts(now)
        if touched & Touched.REGISTERS:
            self._invented = any(now.registers.of(kind).demo for kind in ROW_TYPES)
            self._unfold()
        if touched & (Touched.USER | Touched.REGISTERS):
            name = step_words.actor(now, now.user) if now.user else self.tr("未登记")
            self._user.setText(name)
            self._user.setAccessibleName(self.tr("席位：{0}").format(name))
            self._user.setToolTip(self.tr("席位：{0}。点按换班（Ctrl+Shift+U）").format(name))
        if self.preview is None:
            self._draw_realm(now.realm)
        past = now.realm is Realm.REPLAY
        if past is not self._past:
            self._past = past
            self._unfold()
        self.draw_time(self.time or now.at)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - live stays as it is
        """Set the what-if's flow beside the live one."""
        away = preview is not None
        if preview is not None:
            self.whatif_flow.set_text(words.flow(preview.flow_m3s))
            self._whatif.setToolTip(words.level(preview.level))
        if self._whatif.isHidden() is away:
            self._whatif.setVisible(away)
            self._unfold()

    def draw_time(self, time: datetime) -> None:
        """Bring clock, ages and counts of late tasks up to date."""
        local = time.astimezone(words.BEIJING)
        self._draw_clock(time)
        note = {
            Season.NONE: "",
            Season.FLOOD: self.tr("汛期"),
            Season.KEY: self.tr("七下八上"),
        }[river_facts.season(local.date())]
        self._time.caption.set_text(" · ".join(part for part in (local.strftime("%Y-%m-%d"), note) if part))
        self._draw_age(self._facts, time)
        if self.now is not None:
            self.counts["overdue"].show_count(sum(task.overdue(time) for task in self.now.tasks.values()))

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            retheme(child, theme)
        self._row.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(12))
        self.setFixedHeight(theme.px(60))
        self._user.setIcon(IconSet(theme).icon("person"))
        self._user.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._user.setFont(theme.font(Size.SMALL))
        self._user.setMinimumHeight(theme.px(28))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and the line below; in a what-if the ground says so too."""
        painter = QPainter(self)
        realm = self._shown_realm()
        ground = "surface.panel" if realm is Realm.LIVE else f"realm.{realm.value}.soft"
        painter.fillRect(self.rect(), self.theme.role(ground))
        painter.setPen(QPen(self.theme.role("line.separator"), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the least needed words away on a narrow screen."""
        super().resizeEvent(event)
        self._unfold()
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold when the parts have taken new sizes."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return done

    # inside

    def _unfold(self) -> None:
        """Show every part in full; what does not fit is put away as the layout settles."""
        self._folded = 0
        self._show_folded()

    def _fold(self) -> None:
        """Put the next least needed part away while the line is too long; the layout asks again until it fits."""
        if self._row.sizeHint().width() > self.width() and self._folded < self._most_folds():
            self._folded += 1
            self._show_folded()

    def _spare(self) -> tuple[QWidget, ...]:
        least = (self._unit, self._whatif_unit, self._name.caption, *self._rules, self._brand)
        return (*least, self._time.caption, self.stage_block)

    def _most_folds(self) -> int:
        return len(self._spare()) + 5

    def _show_folded(self) -> None:
        """Fold as far as the count says: parts vanish one by one, then words grow short, then figures smaller."""
        spare = self._spare()
        for place, widget in enumerate(spare):
            widget.setVisible(place >= self._folded)
        further = self._folded - len(spare)
        self.demo.setVisible(self._invented)
        self.stage_block.setVisible(self._facts.stage_m is not None and self._folded < len(spare))
        self._short = further >= 1
        beside = Qt.ToolButtonStyle.ToolButtonIconOnly if self._short else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._user.setToolButtonStyle(beside)
        if self.now is not None:
            self._draw_realm(self._shown_realm())
            self._draw_levels(self.now)
            self._draw_clock(self.time or self.now.at)
        calm = self.store_link.text() == self.tr("已保存") and not self._stale_mark.isVisible()
        self._links.setVisible(further < 2 or not calm)
        for of_now in (self.phones, self.clock_control, self.store_link):  # they act on live, and tell of live only
            of_now.setHidden(self._past or (of_now is self.clock_control and self.clock_control.real))
        self.phones.set_short(further >= 3)
        self.alarms.set_short(further >= 3)
        self._row.setSpacing(self.theme.px((12, 12, 12, 8, 5, 2)[max(0, further)]))
        self.whatif_flow.set_look(Size.FIGURE if further >= 3 else Size.HERO, bold=True)
        big = Size.FIGURE if further >= 3 else Size.HERO
        self.flow.set_look(Size.LARGE if self.preview is not None else big, bold=True)

    def _shown_realm(self) -> Realm:
        if self.preview is not None:
            return Realm.WHATIF
        return Realm.LIVE if self.now is None else self.now.realm

    def _draw_clock(self, time: datetime) -> None:
        self.clock.set_text(time.astimezone(words.BEIJING).strftime("%H:%M" if self._short else "%H:%M:%S"))
        self.clock.set_reserve("00:00" if self._short else "00:00:00")

    def _draw_realm(self, realm: Realm) -> None:
        full = realm is Realm.WHATIF and not self._short
        text = self.tr("推演 · 不影响实况") if full else words.realm(realm)
        self.realm.show_words(text, role=f"realm.{realm.value}")
        self.update()

    def _draw_river(self, facts: Facts) -> None:
        self.flow.set_text(words.flow(facts.flow_m3s))
        rate = river_facts.rate_words(facts.flow_m3s, facts.rate_m3s_h)
        self.trend.set_text(rate)
        self.trend.setToolTip(self.tr("每小时变化 m³/s，按最近报汛计算"))
        self.stage_block.setVisible(facts.stage_m is not None)
        self.stage.set_text(self.tr("{0} m").format(words.stage(facts.stage_m)))
        datum = phrases.registered(facts.datum) or self.tr("基面未注明")
        self.stage_block.caption.set_text(self.tr("水位 · {0}").format(datum))
        self.stage_block.setToolTip(self.tr("{0} 的水位").format(words.date_clock(facts.stage_at)))

    def _draw_age(self, facts: Facts, time: datetime) -> None:
        if facts.at is None:
            self._live.caption.set_text(self.tr("花园口 · 尚无报汛"))
            self._stale_mark.hide()
            self.source_link.show_words(self.tr("水情 无"), Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW))
            return
        stale = facts.stale(time)
        self._live.caption.set_text(
            (self.tr("花园口当时 {0} · {1}") if self._past else self.tr("花园口实况 {0} · {1}")).format(
                words.clock(facts.at), words.age(facts.at, time)
            ),
            "state.attention" if stale else "text.muted",
        )
        self._stale_mark.setVisible(stale)
        self.flow.set_text(self.flow.text(), "text.muted" if stale else "text.primary")
        if stale:
            mark = Mark(Shape.CIRCLE, "state.attention", Fill.HOLLOW)
            self.source_link.show_words(self.tr("水情 超时效"), mark, role="state.attention")
            self._links.show()
        else:
            self.source_link.show_words(self.tr("水情 正常"), Mark(Shape.CIRCLE, "link.ok"), role="text.secondary")
        self.source_link.setToolTip(
            self.tr("{0}，时效 {1:g} 小时").format(facts.source or words.DASH, facts.limit_h or 0.0)
        )

    def _draw_levels(self, now: Situation) -> None:
        standing, suggested = now.standing.level, now.suggestion.level
        self.standing.show_words(words.level(standing), role=f"warning.{standing.colour}")
        self.standing.set_look(BadgeLook.OUTLINE if standing is Level.NONE else BadgeLook.FILLED)
        self.standing.setToolTip(self.tr("现行响应等级，由有权人员签发"))
        differs = standing is not suggested
        self.suggested.setVisible(differs)
        if differs:
            shape = Shape.TRIANGLE if suggested > standing else Shape.TRIANGLE_DOWN
            role = f"warning.{suggested.colour}"
            named = words.level_numeral(suggested) if self._short else words.level(suggested)
            self.suggested.show_words(self.tr("建议 {0}").format(named), Mark(shape, role), role=role)
            self.suggested.setToolTip(self.tr("按规则建议的等级，尚未签发"))

    def _draw_counts(self, now: Situation) -> None:
        tasks = now.tasks.values()
        self.counts["pending"].show_count(sum(task.state is TaskState.PENDING for task in tasks))
        missed = sum(reach(push).unreached for push in now.pushes.values() if push.state is PushState.SENT)
        self.counts["unanswered"].show_count(missed)

    def _open(self, key: str) -> None:
        self.workspace_requested.emit("desk")
        self.tasks_requested.emit(key)
