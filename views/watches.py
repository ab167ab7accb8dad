"""平安计时: welfare timers for teams on the water or at a danger; who has not reported itself well, and who calls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar, Final
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.model.field import Watch
from data.model.field_steps import WatchAnswered, WatchEnded, WatchStarted
from data.model.situation import Situation, Touched
from data.model.steps import Realm
from data.rules.contacts import Point, contact, members_of
from data.rules.signoff import Preview
from data.rules.watches import pressing
from views import contact_words, muster_words, words
from views.pane import Selection
from views.parts import Words, button, captioned, rule
from views.sheet_pane import SheetPane, upright_rule
from views.team_picker import TeamPicker
from views.watch_rows import WatchRow, watch_columns, watch_rows
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.shortcuts import SEND, inside
from widgets.steady_inputs import SteadySpin
from widgets.theme import Size, Theme

USUAL_MIN: Final = 30
LONGEST_MIN: Final = 720
ENDED = "ended"


class WatchesSheet(SheetPane):
    """The sheet: who is out at right, a form for a further team at left.

    Signals:
        call_requested: ids to call, and the watch they are called about.

    """

    call_requested = Signal(list, str)

    MOST = (1180, 700)

    heeds: ClassVar[Touched] = Touched.FIELD | Touched.REGISTERS | Touched.USER

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, "", "boat", parent)
        self.panel.set_title(self.tr("平安计时"))
        self._sent, self._team = "", ""
        self._point: Point | None = None
        self.team = TeamPicker(theme)
        self.team_said = Words(theme, bold=True)
        self.task, self.place = QLineEdit(), QLineEdit()
        self.task.setPlaceholderText(self.tr("如：冲锋舟搜救、24 坝根石探摸"))
        self.place.setPlaceholderText(self.tr("在哪里；从地图或险情打开时已带入"))
        self.people, self.interval = SteadySpin(), SteadySpin()
        self.people.setRange(0, 500)
        self.people.setSuffix(self.tr(" 人"))
        self.people.setSpecialValueText(self.tr("人数不详"))
        self.interval.setRange(1, LONGEST_MIN)
        self.interval.setValue(USUAL_MIN)
        self.interval.setPrefix(self.tr("每 "))
        self.interval.setSuffix(self.tr(" 分钟"))
        self.why_not = Words(theme, tone="muted", size=Size.SMALL)
        self.start = button("", "primary", self.tr("Ctrl+Enter"))
        self.loud = Words(theme, tone="urgent", bold=True)
        self.filter = Chips(theme)
        self.model: RowsModel[WatchRow] = RowsModel(watch_columns(), lambda row: row.id, self)
        self.table = DataTable(theme, self.model)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("电台里说了什么，可不填"))
        self.note.setAccessibleName(self.tr("备注"))
        self.well = button("", "primary", self.tr("对讲机或电话里报了平安，重新计时"))
        self.help = button("", "", self.tr("记下求援时间；报平安后解除"))
        self.phone = button(self.tr("电话呼叫(&T)"))
        self.end = button("", "", self.tr("全员返回，停止计时"))
        self.refusal = Words(theme, tone="urgent", size=Size.SMALL)
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        form = QFormLayout()
        captioned(form, self.tr("在做什么"), self.task)
        captioned(form, self.tr("地点"), self.place)
        captioned(form, self.tr("人数"), self.people)
        captioned(form, self.tr("报平安"), self.interval)
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(self.team_said)
        left.addWidget(self.team, 1)
        left.addLayout(form)
        left.addWidget(self.why_not)
        left.addWidget(self.start)
        acts = QHBoxLayout()
        acts.addWidget(self.note, 1)
        for one in (self.well, self.help, self.phone):
            acts.addWidget(one)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.end)
        right = QVBoxLayout()
        right.setSpacing(px(6))
        for item in (self.loud, self.filter, self.table, acts, rule(), last, self.refusal):
            right.addWidget(item) if isinstance(item, QWidget) else right.addLayout(item)
        right.setStretchFactor(self.table, 1)
        body = QWidget()
        sides = QHBoxLayout(body)
        sides.setSpacing(px(12))
        sides.addLayout(left, 3)
        sides.addWidget(upright_rule())
        sides.addLayout(right, 9)
        self.panel.set_body(body)
        sides.setContentsMargins(px(12), px(8), px(12), px(12))
        self.refusal.hide()

    def _wire(self) -> None:
        self.team.picked.connect(self._pick)
        self.task.textChanged.connect(lambda _: self._look())
        self.start.clicked.connect(self._start)
        self.filter.chosen.connect(lambda _: self._fill())
        self.table.chosen.connect(lambda _: self._look())
        self.table.opened.connect(self._open)
        self.well.clicked.connect(lambda: self._answer(well=True))
        self.help.clicked.connect(lambda: self._answer(well=False))
        self.phone.clicked.connect(self._phone)
        self.end.clicked.connect(self._end)
        for keys in SEND:
            inside(self, keys, self.start.click)

    # what the owner says

    def open_for(self, team: str = "", place: str = "", point: Point | None = None) -> None:
        """Begin a timer for a team at a place; neither given just shows who is out."""
        if team:
            self.team.choose(team)
            self._pick(team)
        if place:
            self.place.setText(place)
            self._point = point
        self.bring_up(self.task if team else self.table)

    def open_watch(self, watch: str) -> None:
        """Show one timer."""
        if self.now is not None:
            self.draw(self.now, Touched.everything())
        self.filter.choose([""])
        self._fill()
        self.table.choose([watch], tell=True)
        self.bring_up(self.table)

    def show_refusal(self, text: str) -> None:
        """Say why a step was refused; everything typed stays."""
        self.refusal.say(text, "urgent")

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Follow the situation."""
        if self._sent and self._sent in now.watches:
            self._started()
        if touched & Touched.REGISTERS:
            self.team.show_situation(now)
        self._fill()
        self._look()

    def draw_time(self, time: datetime) -> None:  # noqa: ARG002 - read from the pane
        """Count down."""
        self._fill()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - only whether there is one
        """Nobody goes out in a what-if."""
        self._look()

    # inside

    def _time(self) -> datetime:
        assert self.now is not None
        return max(self.time or self.now.at, self.now.at)

    def _fill(self) -> None:
        now = self.now
        if now is None:
            return
        time = self._time()
        urgent = pressing(now, time)
        out = sum(one.ended_at is None for one in now.watches.values())
        self.filter.set_chips([
            Chip("", self.tr("在外"), out, len(urgent)),
            Chip(ENDED, self.tr("已返回"), len(now.watches) - out),
        ])  # fmt: skip
        ended = ENDED in self.filter.chosen_keys()
        self.table.set_empty_words(self.tr("还没有返回的队伍") if ended else self.tr("没有在外的队伍"))
        self.table.set_rows(watch_rows(now, time, ended=ended))
        self.loud.say(muster_words.pressing(now, urgent))

    def _look(self) -> None:
        now = self.now
        name = "" if now is None or not self._team else contact_words.name_of(now, self._team)
        self.team_said.say(name or self.tr("哪支队伍或谁"))
        self.start.setText(self.tr("“{0}”开始计时").format(name) if name else self.tr("开始计时"))
        trouble = self._trouble()
        self.start.setEnabled(not trouble)
        self.why_not.say(trouble)
        chosen = self._chosen()
        one = contact_words.name_of(now, chosen[0].team) if now is not None and len(chosen) == 1 else ""
        said = one or (self.tr("{0} 队").format(len(chosen)) if chosen else "")
        for act, text in ((self.well, self.tr("已报平安")), (self.help, self.tr("求援")), (self.end, self.tr("返回"))):
            act.setText(f"{text} {said}".strip())
            act.setEnabled(bool(chosen))
        self.phone.setEnabled(bool(chosen))

    def _trouble(self) -> str:
        realm = Realm.WHATIF if self.preview is not None else Realm.LIVE if self.now is None else self.now.realm
        if realm in (Realm.WHATIF, Realm.REPLAY):
            return self.tr("{0}中不计时：回到实况后再开始").format(words.realm(realm))
        if not self._team:
            return self.tr("先选队伍")
        return "" if self.task.text().strip() else self.tr("写明在做什么")

    def _chosen(self) -> tuple[Watch, ...]:
        """The chosen watches that still run."""
        held: Iterable[object] = self.table.chosen_ids()
        found = () if self.now is None else tuple(self.now.watches.get(str(row_id)) for row_id in held)
        return tuple(watch for watch in found if watch is not None and watch.ended_at is None)

    def _pick(self, team: str) -> None:
        self._team = team
        now = self.now
        if now is not None and team in now.registers.squads.by_id:
            self.people.setValue(len(members_of(now, team)))
        self._look()

    # what was asked

    def _start(self) -> None:
        now = self.now
        if now is None or self._trouble():
            return
        self._sent = f"watch-{uuid4().hex[:12]}"
        lon, lat = self._point or self._own_point(now)
        time = self._time()
        watch = Watch(
            self._sent, self._team, self.task.text().strip(), self.interval.value(), time, now.user or "desk", time,
            self.people.value(), self.place.text().strip(), lon, lat,
        )  # fmt: skip
        self.step_requested.emit(WatchStarted(watch), "")

    def _own_point(self, now: Situation) -> tuple[float | None, float | None]:
        found = contact(now, self._team)
        return (None, None) if found is None or found.point is None else found.point

    def _started(self) -> None:
        """The timer was taken: the form is empty for the next team."""
        self._sent, self._team, self._point = "", "", None
        self.team.choose("")
        for field in (self.task, self.place):
            field.clear()
        self.people.setValue(0)
        self.refusal.say("")

    def _answer(self, *, well: bool) -> None:
        note = self.note.text().strip()
        for watch in self._chosen():
            self.step_requested.emit(WatchAnswered(watch.id, well, note), "")
        self.note.clear()

    def _phone(self) -> None:
        chosen: Sequence[Watch] = self._chosen()
        if chosen:
            self.call_requested.emit([watch.team for watch in chosen], chosen[0].id)

    def _end(self) -> None:
        note = self.note.text().strip()
        for watch in self._chosen():
            self.step_requested.emit(WatchEnded(watch.id, note), "")
        self.note.clear()

    def _open(self, row_id: object) -> None:
        watch = None if self.now is None else self.now.watches.get(str(row_id))
        found = None if self.now is None or watch is None else contact(self.now, watch.team)
        if watch is None or found is None:
            return
        self.selection_requested.emit(Selection(found.register, found.id))
        if watch.lon is not None and watch.lat is not None:
            self.place_requested.emit(watch.lon, watch.lat)
