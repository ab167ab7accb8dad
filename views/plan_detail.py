"""One instruction in full: words, trigger, flow range as a bar, basis, what replaces what, needs, and its tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from data.model.levels import Tier
from data.model.plan import Instruction
from data.model.situation import Situation
from data.model.task import TaskState
from views import phrases, plan_words, step_words, words
from views.parts import Fact, Facts, Words, amount, boxed, column, period, rule, scrolled
from views.plan_rows import history, tier_mark
from widgets.badge import Badge, BadgeLook
from widgets.empty_state import EmptyState
from widgets.flow_layout import FlowLayout
from widgets.theme import Size, Theme


class FlowBar(QWidget):
    """The tiers as equal steps from left to right; the instruction's range filled, the live flow as a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiers: tuple[Tier, ...] = ()
        self._range = (0.0, 0.0)
        self._live: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_range(self, tiers: Sequence[Tier], low: float, high: float, live: float | None) -> None:
        """Show a range of flows on a scale of tiers."""
        self._tiers, self._range, self._live = tuple(tiers), (low, high), live
        self.setAccessibleName(f"{words.flow(low)} – {words.flow(high)} m³/s")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._tiers:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        top, tall = px(8), px(12)
        wide = self.width() / len(self._tiers)
        painter.setFont(theme.font(Size.TINY))
        for at, tier in enumerate(self._tiers):
            cell = QRectF(at * wide, top, wide, tall)
            painter.fillRect(cell, theme.role("surface.field"))
            low, high = (
                self._place(max(self._range[0], tier.lower_m3s)),
                self._place(min(self._range[1], tier.upper_m3s)),
            )
            if self._range[0] < tier.upper_m3s and self._range[1] > tier.lower_m3s:
                painter.fillRect(QRectF(low, top, high - low, tall), theme.role(f"tier.{at}"))
            painter.setPen(theme.role("text.muted"))
            label = words.flow(tier.lower_m3s) if wide > px(44) else tier.id
            painter.drawText(QRectF(at * wide, top + tall + px(3), wide, px(16)), Qt.AlignmentFlag.AlignLeft, label)
            painter.setPen(QPen(theme.role("surface.panel"), 1))
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        if self._live is not None:
            x = self._place(self._live)
            painter.setPen(QPen(theme.role("text.primary"), px(2)))
            painter.drawLine(int(x), px(3), int(x), top + tall + px(4))
        painter.end()

    def _place(self, flow: float) -> float:
        """Where a flow lies: steps of equal width, so that low tiers are as readable as high ones."""
        wide = self.width() / len(self._tiers)
        for at, tier in enumerate(self._tiers):
            if flow < tier.upper_m3s:
                return (at + (flow - tier.lower_m3s) / (tier.upper_m3s - tier.lower_m3s)) * wide
        return float(self.width())


class PlanDetail(QWidget):
    """The instruction chosen in the library."""

    followed = Signal(str)  # id of another instruction
    task_followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._id = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self._title = Words(theme, size=Size.LARGE, bold=True)
        self._english = Words(theme, size=Size.SMALL, tone="muted")
        self._tags = QWidget()
        self._tag_flow = FlowLayout(self._tags, theme.px(4))
        self._badges = [Badge(theme, look=BadgeLook.OUTLINE, parent=self._tags) for _ in range(5)]
        for badge in self._badges:
            self._tag_flow.addWidget(badge)
        self._text = Words(theme)
        self._bar = FlowBar(theme)
        self._facts, self._needs, self._past = Facts(theme), Facts(theme), Facts(theme)
        self._past_title = Words(theme, self.tr("任务与落实"), bold=True)
        self._needs_title = Words(theme, self.tr("本镇所需"), bold=True)
        self._facts.followed.connect(self.followed)
        self._past.followed.connect(self.task_followed)
        parts = (
            self._id, self._title, self._english, self._tags, 2, self._text, self._bar, self._facts, rule(),
            self._needs_title, self._needs, rule(), self._past_title, self._past, None,
        )  # fmt: skip
        self._area = scrolled(boxed(theme, column(theme, *parts, gap=6), (16, 12, 16, 12)))
        self._empty = EmptyState(theme, self.tr("选一条指令，查看条款、触发、依据与落实情况"), "plan")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        outer.addWidget(self._empty)
        self._area.hide()

    def show_instruction(self, now: Situation, line: Instruction | None, time: datetime | None) -> None:
        """Show one instruction, or the sentence that none is chosen."""
        self._area.setVisible(line is not None)
        self._empty.setVisible(line is None)
        if line is None:
            return
        self._id.say(line.id)
        self._title.say(phrases.plan_title(line))
        self._english.say(line.title if phrases.english() else line.title_en)
        self._text.say(phrases.plan_text(line.text, now.flow_m3s))
        self._show_tags(line)
        self._bar.show_range(now.registers.tiers.rows, line.flow_min_m3s, line.flow_max_m3s, now.flow_m3s)
        self._facts.show_facts(self._facts_of(now, line))
        self._needs.show_facts(self._needs_of(now, line))
        self._past.show_facts(self._past_of(now, line, time))

    def _show_tags(self, line: Instruction) -> None:
        unsure = plan_words.unconfirmed(line)
        shown = (
            (plan_words.tiers(line), tier_mark(line.tier_min), "text.secondary"),
            (words.phase(line.phase), None, "text.secondary"),
            (self.tr("优先 {0}").format(line.priority), None, "text.secondary"),
            (self.tr("{0}权限").format(phrases.registered(line.power)), None, "text.secondary"),
            (plan_words.reliance(line), None, "state.attention" if unsure else "text.secondary"),
        )
        for badge, (text, mark, role) in zip(self._badges, shown, strict=True):
            badge.show_words(text, mark, role=role)

    def _facts_of(self, now: Situation, line: Instruction) -> list[Fact]:
        registers = now.registers
        replaced_by = sorted(now.plan.superseded_by.get(line.id, ()))
        direct = [row_id for row_id in replaced_by if line.id in now.plan.by_id[row_id].replaced_ids]
        limit = self.tr("T0 后 {0}").format(period(line.deadline_min))
        if line.repeat_min:
            limit += self.tr("，每 {0} 一次").format(period(line.repeat_min))
        assist = phrases.listed(plan_words.role(registers, part) for part in line.assist.split(";") if part)
        unsure = plan_words.unconfirmed(line)
        basis = (
            self.tr("{0}（{1}，非正式条文）").format(line.basis, words.confidence(line.confidence))
            if unsure
            else line.basis
        )
        facts = [
            Fact(self.tr("触发"), plan_words.trigger(line)),
            Fact(
                self.tr("有效流量"),
                self._flows(now, line.flow_min_m3s, line.flow_max_m3s),
            ),
            Fact(self.tr("责任岗位"), f"{line.role} {plan_words.role(registers, line.role)}"),
            Fact(self.tr("协助"), assist or words.DASH),
            Fact(self.tr("范围"), phrases.registered(line.scope)),
            Fact(self.tr("时限"), limit),
            Fact(
                self.tr("完成凭证"),
                self.tr("{0}（至少 {1} 份）").format(phrases.listed(line.evidence.split(";")), line.evidence_min),
            ),
            Fact(self.tr("检查项"), phrases.listed(line.checklist.split(";"))),
            Fact(self.tr("逾期上报"), plan_words.role(registers, line.escalate_to)),
            Fact(self.tr("依据"), basis, "secondary" if unsure else ""),
            Fact(self.tr("替代"), "", links=self._links(now, line.replaced_ids)),
            Fact(self.tr("被替代于"), "", links=self._links(now, direct)),
        ]
        return [fact for fact in facts if fact.value or fact.links]

    def _flows(self, now: Situation, low: float, high: float) -> str:
        if high >= max((tier.upper_m3s for tier in now.registers.tiers), default=high + 1):  # no tier lies above
            return self.tr("Q ≥ {0} m³/s").format(words.flow(low))
        return self.tr("{0} ≤ Q < {1} m³/s").format(words.flow(low), words.flow(high))

    @staticmethod
    def _links(now: Situation, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        known = now.plan.by_id
        return tuple(
            (row_id, phrases.noted(phrases.plan_title(known[row_id]), f"T{known[row_id].tier_min}"))
            for row_id in ids
            if row_id in known
        )

    def _needs_of(self, now: Situation, line: Instruction) -> list[Fact]:
        need = now.plan.needs.get(line.id)
        people = 0 if need is None else need.people
        stock = () if need is None else need.stock
        have: dict[str, float] = {}
        for item in now.registers.stock:
            have[item.item] = have.get(item.item, 0.0) + item.quantity
        roles = {line.role, *line.assist.split(";")}
        there = sum(person.on_duty and person.role in roles for person in now.registers.staff)
        facts = []
        if people:
            said = self.tr("{0} 人，责任与协助岗位在岗 {1} 人").format(people, there)
            facts.append(Fact(self.tr("人员"), said, "urgent" if there < people else ""))
        for name, quantity in stock:
            said = self.tr("需 {0}，库存 {1}").format(amount(quantity), amount(have.get(name, 0.0)))
            facts.append(Fact(name, said, "urgent" if have.get(name, 0.0) < quantity else ""))
        return facts or [Fact(self.tr("人员与物资"), self.tr("没有单独要求"), "muted")]

    def _past_of(self, now: Situation, line: Instruction, time: datetime | None) -> list[Fact]:
        facts = []
        for past in history(now, line.id):
            task = past.task
            said = words.task_state(task.state)
            if task.issued_at is not None:
                said += self.tr("，{0} 由{1}下达给{2}").format(
                    words.date_clock(task.issued_at),
                    step_words.who(now, past.issued_by),
                    step_words.who(now, task.assignee) if task.assignee else self.tr("无人"),
                )
            if task.evidence:
                said += self.tr("，凭证 {0} 份").format(len(task.evidence))
            late = time is not None and task.overdue(time)
            tone = "urgent" if late or (task.state is TaskState.ISSUED and not task.assignee) else ""
            if late and time is not None and task.deadline is not None:
                said += self.tr("，{0}").format(words.countdown(task.deadline, time))
            facts.append(Fact(self.tr("第 {0} 场").format(past.flood), said, tone, ((task.id, self.tr("看任务")),)))
        return facts or [Fact(self.tr("尚未执行"), self.tr("这条指令还没有产生过任务"), "muted")]
