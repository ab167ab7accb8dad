"""接上级令: enter an order or notice of a superior headquarters; the orders that stand, and the end of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar, Final
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from data.model.dispatch import SuperiorOrder
from data.model.levels import Level
from data.model.situation import Situation, Touched
from data.model.steps import OrderEnded, OrderReceived
from views import phrases, words
from views.order_rows import OrderRow, order_columns, order_name, order_rows
from views.parts import Choice, Words, boxed, button, captioned, column, row, rule, scrolled
from views.river_entry import TimeField
from views.sheet_pane import SheetPane, upright_rule
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.shortcuts import SEND, inside
from widgets.steady_inputs import SteadyCombo
from widgets.theme import Size, Theme

ISSUERS: Final = ("惠济区防指", "郑州市防指", "惠金河务局")
"""Who usually gives this township orders; any other name may be typed."""
_EARLY = timedelta(minutes=10)


class OrderSheet(SheetPane):
    """Form at left, standing orders at right. Esc puts it away with the draft kept; only a taken order clears it."""

    heeds: ClassVar[Touched] = Touched.LEVEL | Touched.RIVER | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("OrderSheet", "接上级令"), "download", parent)
        self._sent = ""
        self._offered_at: datetime | None = None
        self.issuer = SteadyCombo()
        self.issuer.setEditable(True)
        self.issuer.setInsertPolicy(SteadyCombo.InsertPolicy.NoInsert)
        self.issuer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.issuer.setAccessibleName(self.tr("下令单位"))
        self.reference, self.text = QLineEdit(), QPlainTextEdit()
        self.reference.setPlaceholderText(self.tr("如：惠防指〔2020〕3 号；电话命令可不填"))
        self.text.setPlaceholderText(self.tr("命令要点（必填）：要求做什么、到何时、范围；电话命令记下发令人"))
        self.text.setTabChangesFocus(True)
        self.level, self.at = Choice(self.tr("启动响应级别")), TimeField()
        self.level.set_choices(
            [("0", self.tr("不涉及响应级别")), *((str(int(one)), words.level(one)) for one in Level if one)]
        )
        self.follows = Words(theme, size=Size.SMALL, tone="secondary")
        self.note = Words(theme, size=Size.SMALL, tone="muted")
        self.send = button(self.tr("记入上级令"), "primary", self.tr("Ctrl+Enter"))
        self.clear_form = button(self.tr("清空"), "quiet")
        self.model: RowsModel[OrderRow] = RowsModel(order_columns(), lambda one: one.order.id, self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.set_empty_words(self.tr("没有现行的上级命令"))
        self.gist = Words(theme)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("终止理由"))
        self.end = button("", "danger")
        self.why_not = Words(theme, size=Size.SMALL, tone="muted")
        self.refusal = Words(theme, size=Size.SMALL, tone="urgent")
        self._lay_out(theme)
        self._wire()
        self._offer_issuers(())
        self.draw_theme(theme)

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        captioned(form, self.tr("下令单位(&I)"), self.issuer)
        captioned(form, self.tr("文号(&N)"), self.reference)
        captioned(form, self.tr("要点(&T)"), self.text)
        captioned(form, self.tr("响应级别(&L)"), self.level)
        captioned(form, self.tr("收到时间(&A)"), self.at)
        self.text.setFixedHeight(theme.px(112))
        law = self.tr("乡镇转发、落实上级的响应级别，不代上级启动；本镇级别由本镇确认签发（F9）。")
        inner = boxed(
            theme, column(theme, form, self.follows, rule(), Words(theme, law, size=Size.SMALL, tone="muted"), None),
            (16, 12, 16, 8),
        )  # fmt: skip
        acts = row(theme, self.note, None, self.clear_form, self.send)
        acts.setStretch(0, 40)  # the stretch after it only keeps the buttons small while there is nothing to say
        self._form = QWidget()
        self._form.setLayout(column(theme, scrolled(inner), rule(), boxed(theme, acts, (16, 8, 16, 10)), gap=0))
        ending = row(theme, self.reason, self.end)
        ending.setStretch(0, 1)
        self._ending = boxed(theme, column(theme, self.gist, self.why_not, ending), (16, 10, 16, 10))
        standing = QWidget()
        title = boxed(theme, column(theme, Words(theme, self.tr("现行的上级命令"), bold=True)), (16, 10, 16, 4))
        right = QVBoxLayout(standing)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(title)
        right.addWidget(self.table, 1)
        right.addWidget(rule())
        right.addWidget(self._ending)
        sides = row(theme, self._form, upright_rule(), standing, gap=0)
        sides.setStretch(0, 5)
        sides.setStretch(2, 6)
        body = QWidget()
        whole = column(theme, gap=0)
        whole.addLayout(sides, 1)
        whole.addWidget(boxed(theme, column(theme, self.refusal), (16, 0, 16, 4)))
        body.setLayout(whole)
        self.panel.set_body(body)
        self.refusal.hide()

    def _wire(self) -> None:
        self.issuer.editTextChanged.connect(self._ready)
        self.reference.textChanged.connect(self._ready)
        self.text.textChanged.connect(self._ready)
        self.level.picked.connect(self._ready)
        self.at.dateTimeChanged.connect(self._ready)
        self.send.clicked.connect(self._say)
        self.clear_form.clicked.connect(self.clear)
        self.table.chosen.connect(lambda _: self._look())
        self.table.opened.connect(lambda _: self.reason.setFocus())
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self._end)
        self.end.clicked.connect(self._end)
        for keys in SEND:
            inside(self._form, keys, self._say)

    # what the owner says

    def open(self) -> None:
        """Bring the sheet up; a draft keeps its time, an empty form takes the desk's."""
        self._offer_time()
        self.bring_up(self.issuer)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused."""
        self.refusal.say(text)

    def clear(self) -> None:
        """An empty form."""
        self.issuer.setEditText("")
        self.reference.clear()
        self.text.clear()
        self.level.choose("0")
        self._offered_at = None
        self._offer_time()
        self._ready()

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw the standing orders; an order that has been taken clears its draft and puts the sheet away."""
        self._offer_time()
        if touched & Touched.LEVEL:
            self._offer_issuers(one.issuer for one in now.orders.values())
        self._fill(now)
        if self._sent in now.orders:
            taken, self._sent = now.orders[self._sent], ""
            self.clear()
            self.message_requested.emit(self.tr("已记入上级令：{0}").format(order_name(taken)))
            self.closed.emit()
        self._ready()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - kept by the pane
        """Bring the ages up to date, and the time of an empty form."""
        self._offer_time()
        if self.now is not None:
            self._fill(self.now)

    def _moment(self) -> datetime | None:
        return self.time or (self.now.at if self.now is not None else None)

    def _fill(self, now: Situation) -> None:
        self.table.set_rows(order_rows(now.orders.values(), self.time or now.at))
        ended = sum(one.ended_at is not None for one in now.orders.values())
        standing = len(now.orders) - ended
        self.panel.set_summary(self.tr("现行 {0} · 已终止 {1}").format(standing, ended) if now.orders else "")
        self._look()

    def _offer_issuers(self, known: Iterable[str]) -> None:
        """The usual ones, then those who have given orders; what is typed stays."""
        offered = list(dict.fromkeys((*ISSUERS, *known)))
        if [self.issuer.itemText(i) for i in range(self.issuer.count())] == offered:
            return
        typed = self.issuer.currentText() if self.issuer.count() else ""
        self.issuer.blockSignals(True)
        self.issuer.clear()
        self.issuer.addItems(offered)
        self.issuer.setCurrentIndex(-1)
        self.issuer.setEditText(typed)
        self.issuer.blockSignals(False)

    def _offer_time(self) -> None:
        """An order is usually entered as it arrives; a time that was set by hand is left alone."""
        moment = self._moment()
        untouched = self._offered_at is None or self.at.moment() == self._offered_at
        if moment is None or not untouched or self.text.toPlainText():
            return
        self.at.set_moment(moment)
        self._offered_at = self.at.moment()

    # the form

    def _standing(self) -> list[SuperiorOrder]:
        return [] if self.now is None else [one for one in self.now.orders.values() if one.ended_at is None]

    def _wrong(self) -> str:
        """What keeps the form from being sent."""
        issuer, reference = self.issuer.currentText().strip(), self.reference.text().strip()
        moment = self._moment()
        if not issuer or not self.text.toPlainText().strip():
            return self.tr("填下令单位和要点即可记入")
        if moment is None or self.at.moment() > moment + _EARLY:
            return self.tr("收到时间晚于现在")
        if reference and any((one.issuer, one.reference) == (issuer, reference) for one in self._standing()):
            return self.tr("这份命令已在右侧现行之列")
        return ""

    def _ready(self, *_said: object) -> None:
        wrong = self._wrong()
        self.send.setEnabled(not wrong and self.now is not None)
        self.note.say(wrong)
        self.refusal.say("")
        level = Level(int(self.level.key() or 0))
        self.send.setText(self.tr("记入上级令（{0}）").format(words.level(level)) if level else self.tr("记入上级令"))
        self.follows.say(self._following(level))

    def _following(self, level: Level) -> str:
        """What recording would set off, and which earlier order of the same issuer goes on standing."""
        if self.now is None:
            return ""
        suggested = self.now.suggestion.level
        if level > suggested:
            said = self.tr("记入后建议级别升为 {0}；本镇是否启动，仍须在签发单确认。").format(words.level(level))
        elif level:
            said = self.tr("记入后建议级别不变（{0}）。").format(words.level(suggested))
        else:
            said = self.tr("不涉及级别的命令不改变建议级别；预案中随上级令触发的指令列入待签发。")
        issuer = self.issuer.currentText().strip()
        earlier = [one for one in self._standing() if one.level and level and one.issuer == issuer]
        if earlier:
            said += self.tr("{0} 仍现行，如被新令替代，请在右侧终止。").format(phrases.listed(map(order_name, earlier)))
        return said

    def _say(self) -> None:
        self._ready()
        if not self.send.isEnabled():
            self.note.say(self._wrong(), "urgent")
            return
        self._sent = f"order-{uuid4().hex[:12]}"
        order = SuperiorOrder(
            self._sent, self.at.moment(), self.issuer.currentText().strip(), self.reference.text().strip(),
            self.text.toPlainText().strip(), int(self.level.key() or 0),
        )  # fmt: skip
        self.step_requested.emit(OrderReceived(order), "")

    # ending

    def _chosen(self) -> SuperiorOrder | None:
        ids = self.table.chosen_ids()
        return next((one for one in self._standing() if ids and one.id == ids[0]), None)

    def _look(self, *_said: object) -> None:
        order = self._chosen()
        for part in (self.reason, self.end):
            part.setVisible(order is not None)
        if order is None:
            self.gist.say("")
            self.why_not.say(self.tr("选中一道命令，看要点或终止它") if self.model.rowCount() else "")
            self._ending.setVisible(self.model.rowCount() > 0)
            return
        self._ending.show()
        self.gist.say(order.text)
        self.end.setText(self.tr("终止 {0}").format(order.reference or phrases.registered(order.issuer)))
        self.end.setToolTip(self.tr("上级已终止、解除或以新令替代时，由此终止：{0}").format(order_name(order)))
        self.reason.setPlaceholderText(self.tr("终止理由（必填），如：上级解除响应的文号"))
        given = bool(self.reason.text().strip())
        self.end.setEnabled(given)
        self.why_not.say("" if given else self.tr("终止后不再作为建议级别的依据；现行级别不自动降低。"), "muted")

    def _end(self) -> None:
        order, reason = self._chosen(), self.reason.text().strip()
        if order is None:
            return
        if not reason:
            self.why_not.say(self.tr("请写明理由"), "urgent")
            return
        self.reason.clear()
        self.step_requested.emit(OrderEnded(order.id, reason), "")
