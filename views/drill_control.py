"""导调台: exercise control's own window. Clock and jumps, every inject and what became of it, speaking as anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from data.model.drill import Drill, Fired, Inject, InjectMark, Scenario
from data.model.office import Medium
from data.model.scores import Answered, Outward, Verdict
from data.model.situation import Situation, Touched
from data.rules.drill.due import next_moment
from views import drill_rows, office_words, phrases, step_words, words
from views.drill_rows import InjectRow
from views.pane import Pane
from views.parts import Choice, Fact, Facts, Words, boxed, button, column, row, rule, scrolled, split
from widgets.badge import Badge, BadgeLook
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.panel import Panel
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme, retheme

SPEEDS = (1, 10, 60, 300, 600, 1800)
WAITING = ("waiting", "due", "held")


class DrillControl(Pane):
    """What exercise control sees and does; the players' window shows none of it.

    Signals:
        pace_requested: seconds of the scene a second, 0 = pause.
        jump_requested: minutes of the scene to go forward.
        fire_requested: id of an inject.
        withhold_requested: id of an inject, reason.
        spoke: medium, in whose name (a person's id, or words), what was said.
        end_requested: reason.
        played_requested: whom the script plays: nobody, front or all.

    """

    pace_requested = Signal(int)
    jump_requested = Signal(float)
    fire_requested = Signal(str)
    withhold_requested = Signal(str, str)
    spoke = Signal(object, str, str)
    end_requested = Signal(str)
    played_requested = Signal(str)

    heeds: ClassVar[Touched] = Touched.DRILL | Touched.REGISTERS | Touched.OFFICE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty control; `show_scenario` fills it."""
        super().__init__(theme, parent)
        self._scenario: Scenario | None = None
        self._answers: tuple[Answered, ...] = ()
        self._rows: dict[str, InjectRow] = {}
        self._picked = ""  # stays what exercise control chose, whatever becomes of it and of the list
        self._speed = 0
        self._minute = 0
        self.panel = Panel(theme, self.tr("导调台 · 演练控制，不对参演席位显示"), detachable=False)
        self.realm = Badge(theme, look=BadgeLook.FILLED, role="realm.drill", size=Size.BASE)
        self.realm.show_words(self.tr("演练"), role="realm.drill")
        self.title = Words(theme, bold=True, wrap=False)
        self.moment = Words(theme, size=Size.LARGE, bold=True, wrap=False)
        self.state = Words(theme, tone="secondary", wrap=False)
        self.play = button("", "primary")
        self.pace = Choice(self.tr("演练时钟倍率"))
        self.pace.set_choices([(str(speed), f"{speed}×") for speed in SPEEDS])
        self.forward = [button(text, "", tip) for text, tip in self._jumps()]
        self.played = Choice(self.tr("由脚本扮演的席位"))
        self.played.set_choices(
            [
                ("nobody", self.tr("脚本不扮演")),
                ("front", self.tr("脚本扮演一线")),
                ("all", self.tr("脚本扮演全部")),
            ]
        )
        self.filter = Chips(theme, exclusive=True)
        self.model: RowsModel[InjectRow] = RowsModel(drill_rows.inject_columns(), lambda one: one.id)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("没有这样的情况"))
        self.name = Words(theme, bold=True)
        self.text = Words(theme)
        self.detail = Facts(theme)
        self.fire = button(self.tr("下发此情况"), "primary", self.tr("立即发给参演席位（Ctrl+Return）"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("扣发理由"))
        self.reason.setAccessibleName(self.tr("扣发理由"))
        self.withhold = button(self.tr("扣发"))
        self.barred = Words(theme, tone="secondary", size=Size.SMALL)
        self.medium = Choice(self.tr("来文方式"))
        self.medium.set_choices([(one.value, office_words.medium(one)) for one in Medium])
        self.who = QLineEdit()
        self.who.setPlaceholderText(self.tr("以谁的名义：单位、岗位或姓名"))
        self.who.setAccessibleName(self.tr("以谁的名义"))
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(self.tr("所说内容，会记入来文来电并以【演练】标明"))
        self.words.setAccessibleName(self.tr("所说内容"))
        self.speak = button(self.tr("发出"), "primary")
        self.score = Facts(theme)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("结束原因"))
        self.why.setAccessibleName(self.tr("结束原因"))
        self.end = button(self.tr("结束演练"), "danger", self.tr("演练停在此刻，之后只能复盘"))
        self._arrange(theme)
        self._wire()
        self.draw_theme(theme)
        self._show_chosen()

    def _jumps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("+10 分"), self.tr("演练时间跳过 10 分钟，其间的情况照发")),
            (self.tr("+1 时"), self.tr("演练时间跳过 1 小时，其间的情况照发")),
            (self.tr("到下一条"), self.tr("跳到下一条定时情况")),
        )

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        head = row(theme, self.realm, self.title, None, self.state, self.moment, self.play, self.pace, *self.forward)
        seats = row(theme, self.played, None)
        left = boxed(theme, column(theme, self.filter, self.table, seats, gap=6), (0, 0, 0, 0))
        chosen = boxed(theme, column(theme, self.name, self.text, self.detail, None, gap=6), (0, 0, 8, 0))
        acts = row(theme, self.fire, self.reason, self.withhold)
        caption = Words(theme, self.tr("以他人名义发话"), bold=True, wrap=False)
        said = row(theme, None, self.speak)
        spoken = column(theme, caption, row(theme, self.medium, self.who), self.words, said, gap=6)
        ends = row(theme, self.why, self.end)
        stack = column(
            theme, scrolled(chosen), acts, self.barred, rule(), spoken, rule(), self.score, rule(), ends, gap=8
        )
        stack.setStretch(0, 1)
        right = boxed(theme, stack, (12, 0, 0, 0))
        self.words.setMaximumHeight(px(72))
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(px(12), px(8), px(12), px(8))
        whole.setSpacing(px(8))
        whole.addLayout(head)
        whole.addWidget(split(left, right, shares=(3, 2)), 1)
        self.panel.set_body(body)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self.play.clicked.connect(lambda: self.pace_requested.emit(0 if self._speed else int(self.pace.key() or 60)))
        self.played.picked.connect(self.played_requested)
        self.pace.picked.connect(lambda key: self.pace_requested.emit(int(key)))
        for made, minutes in zip(self.forward[:2], (10.0, 60.0), strict=True):
            made.clicked.connect(lambda _=False, m=minutes: self.jump_requested.emit(m))
        self.forward[2].clicked.connect(self._jump_to_next)
        self.filter.chosen.connect(lambda _: self._filter())
        self.table.chosen.connect(self._pick)
        self.fire.clicked.connect(self._fire)
        self.fire.setShortcut("Ctrl+Return")
        self.withhold.clicked.connect(self._withhold)
        self.speak.clicked.connect(self._speak)
        self.end.clicked.connect(self._end)
        for field in (self.reason, self.who, self.why):
            field.textChanged.connect(lambda _: self._allow())
        self.words.textChanged.connect(self._allow)

    # what the owner says

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the scenario that is played."""
        self._scenario = scenario
        self.pace.choose(str(min(SPEEDS, key=lambda speed: abs(speed - scenario.speed))))
        self.title.say(phrases.noted(drill_rows.scenario_title(scenario), self._nature(scenario)))
        self._show_rows()

    def show_answers(self, answers: Sequence[Answered], outward: Outward) -> None:
        """Show what the players did so far, and what wanted to leave the desk."""
        self._answers = tuple(answers)
        tally = {one: sum(answer.verdict is one for answer in answers) for one in Verdict}
        told = " · ".join(f"{drill_rows.verdict(one)} {count}" for one, count in tally.items())
        left = self.tr("拦下 {0} 条，实际对外 {1} 条").format(outward.refused, outward.real)
        self.score.show_facts(
            [Fact(self.tr("处置"), told), Fact(self.tr("对外发送"), left, "urgent" if outward.real else "")]
        )
        self._show_rows()

    def show_pace(self, speed: int) -> None:
        """Show how fast the scene's clock goes."""
        self._speed = speed
        if speed:
            self.pace.choose(str(speed))
        self._say_state()

    def show_played(self, whom: str) -> None:
        """Show whom the script plays."""
        self.played.choose(whom)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Draw what became of the injects."""
        _ = now, touched
        self._show_rows()
        self._say_state()

    def draw_time(self, time: datetime) -> None:
        """Draw the scene's clock, and which injects have come due."""
        self.moment.say(words.date_clock(time))
        self._say_state()
        minute = int(time.timestamp()) // 60
        if minute != self._minute and any(row.state == "waiting" for row in self._rows.values()):
            self._minute = minute
            self._show_rows()

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)

    def _nature(self, scenario: Scenario) -> str:
        return self.tr("情景构造") if scenario.constructed else self.tr("据实测")

    def _drill(self) -> Drill | None:
        return None if self.now is None else self.now.drill

    def _say_state(self) -> None:
        drill = self._drill()
        over = drill is not None and drill.ended_at is not None
        self.play.setText(self.tr("暂停") if self._speed else self.tr("开始"))
        for widget in (self.play, self.pace, *self.forward, self.end):
            widget.setEnabled(drill is not None and not over)
        scenario = self._scenario
        if scenario is None or self.time is None or drill is None:
            return
        elapsed = self.time - scenario.starts_at
        length = timedelta(minutes=scenario.length_min)
        course = self.tr("第 {0} / 共 {1}").format(words.span(max(elapsed, timedelta(0))), words.span(length))
        if over:
            said = self.tr("已结束")
        elif elapsed > length:
            said = self.tr("想定已走完，请结束演练")
        else:
            said = self.tr("进行中") if self._speed else self.tr("暂停中")
        self.state.say(f"{said} · {course}")
        self._allow()

    def _show_rows(self) -> None:
        scenario = self._scenario
        if scenario is None:
            return
        rows = drill_rows.inject_rows(scenario, self._drill(), self._answers, self.time or scenario.starts_at)
        self._rows = {one.id: one for one in rows}
        counts = drill_rows.counts(rows)
        waiting = sum(counts.get(one, 0) for one in WAITING)
        troubled = sum(one.worst in (Verdict.LATE, Verdict.MISSED) for one in rows)
        self.filter.set_chips(
            [
                Chip("waiting", self.tr("未下发"), waiting),
                Chip("fired", self.tr("已下发"), counts.get("fired", 0)),
                Chip("withheld", self.tr("已扣发"), counts.get("withheld", 0)),
                Chip("late", self.tr("超时与未做"), troubled),
                Chip("all", self.tr("全部"), len(rows)),
            ]
        )
        chosen = next(iter(self.filter.chosen_keys()), "all")
        listed = [one for one in rows if _fits(one, chosen)]
        with QSignalBlocker(self.table):  # Qt would choose the next row in place of one that leaves the list
            self.table.set_rows(listed)
        if not self._picked and listed:
            self._picked = listed[0].id
        if self._picked and self.table.chosen_ids() != (self._picked,):
            self.table.choose([self._picked])  # one that left the list leaves no other row chosen in its place
        self._show_chosen()

    def _filter(self) -> None:
        """Another list was wanted: what is chosen stays when it is in it, else the first of the list is chosen."""
        self._show_rows()
        ids = [one.id for one in self.model.rows()]
        if ids and self._picked not in ids:
            self._picked = ids[0]
            self.table.choose([self._picked])
            self._show_chosen()

    def _pick(self, ids: tuple[object, ...]) -> None:
        if ids:
            self._picked = str(ids[0])
            self._show_chosen()

    def _chosen(self) -> Inject | None:
        return None if self._scenario is None else self._scenario.inject(self._picked)

    def _show_chosen(self) -> None:
        inject, scenario, now = self._chosen(), self._scenario, self.now
        if inject is None or scenario is None or now is None:
            self.name.say(self.tr("选一条情况看内容"))
            self.text.say("")
            self.detail.show_facts([])
            self._allow()
            return
        self.name.say(drill_rows.title_of(inject))
        self.text.say(drill_rows.text_of(inject))
        facts = [Fact(self.tr("发话"), step_words.who(now, inject.says))] if inject.says else []
        facts += [Fact(self.tr("条件"), drill_rows.condition(one, scenario)) for one in inject.when]
        found = {one.expectation: one for one in self._answers if one.inject == inject.id}
        facts += [Fact(*drill_rows.expectation(one, now, found.get(one.id))) for one in inject.expects]
        for mark in () if now.drill is None else now.drill.marks:
            if mark.inject == inject.id:
                by = phrases.noted(office_words.fired_by(mark.by), mark.note)
                facts.append(Fact(drill_rows.state(mark.how.value), f"{words.date_clock(mark.at)} · {by}"))
        if inject.constructed:
            facts.append(Fact(self.tr("性质"), self.tr("情景构造")))
        self.detail.show_facts(facts)
        self._allow()

    def _allow(self) -> None:
        drill, inject = self._drill(), self._chosen()
        running = drill is not None and drill.ended_at is None
        mark = None if drill is None or inject is None else drill.mark_of(inject.id)
        there = running and inject is not None
        self.fire.setEnabled(there and (mark is None or mark.how is Fired.WITHHELD))
        self.withhold.setEnabled(there and mark is None and bool(self.reason.text().strip()))
        self._say_barred(mark)
        self.speak.setEnabled(running and bool(self.who.text().strip() and self.words.toPlainText().strip()))
        self.end.setEnabled(running and bool(self.why.text().strip()))

    def _say_barred(self, mark: InjectMark | None) -> None:
        """Say why what is chosen can not be fired or withheld, where that is so."""
        if mark is None:
            said = ""
        elif mark.how is Fired.WITHHELD:
            said = self.tr("这条已于 {0} 扣发，仍可下发").format(words.clock(mark.at))
        else:
            said = self.tr("这条已于 {0} 下发，不能再下发或扣发；另选一条").format(words.clock(mark.at))
        self.barred.say(said)
        self.barred.setVisible(bool(said))

    # what was asked

    def _jump_to_next(self) -> None:
        scenario, time, drill = self._scenario, self.time, self._drill()
        if scenario is None or time is None or drill is None:
            return
        following = next_moment(scenario, self.now, time) if self.now is not None else None
        if following is not None:
            self.jump_requested.emit((following - time) / timedelta(minutes=1))
        else:
            self.message_requested.emit(self.tr("后面没有定时情况了"))

    def _fire(self) -> None:
        inject = self._chosen()
        if inject is not None:
            self.table.setFocus()
            self.fire_requested.emit(inject.id)

    def _withhold(self) -> None:
        inject = self._chosen()
        if inject is not None:
            self.table.setFocus()
            self.withhold_requested.emit(inject.id, self.reason.text().strip())
            self.reason.clear()

    def _speak(self) -> None:
        self.spoke.emit(Medium(self.medium.key()), self.who.text().strip(), self.words.toPlainText().strip())
        self.words.setFocus()  # else the focus goes on to what ends the drill, and the next words with it
        self.words.clear()

    def _end(self) -> None:
        self.end_requested.emit(self.why.text().strip())


def _fits(row: InjectRow, chosen: str) -> bool:
    match chosen:
        case "waiting":
            return row.state in WAITING
        case "fired" | "withheld":
            return row.state == chosen
        case "late":
            return row.worst in (Verdict.LATE, Verdict.MISSED)
        case _:
            return True
