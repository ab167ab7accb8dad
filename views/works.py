"""The works workspace 工程: the levee unrolled, works, spurs, smart stones and patrol sections."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QTabWidget, QVBoxLayout, QWidget

from data.model.places import StoneState
from data.model.situation import Situation, Touched
from data.model.steps import StoneStateSet
from data.rules.embankment import PatrolRule
from data.rules.geometry import centre
from data.rules.reckoning import Reckoning
from views import phrases, water_words, words
from views.levee_water import LeveeWater
from views.pane import Pane, Selection
from views.parts import Choice, Fact, Facts, Words, boxed, button, column, retheme_inside, row, rule, scrolled, split
from views.resting import LIST_MS, Resting
from views.works_columns import section_columns, spur_columns, stone_columns, stone_mark, works_columns
from views.works_rows import (
    SEVERITY,
    SectionRow,
    SpurRow,
    StoneRow,
    section_rows,
    spur_rows,
    state_of,
    stone_rows,
    works_rows,
)
from views.works_strip import ChainageStrip
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme


class WorksWorkspace(Pane):
    """Browse the works; a person sets a stone's state by hand, with a note."""

    heeds: ClassVar[Touched] = Touched.STONES | Touched.REGISTERS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._spur, self._stones_chosen = "", ()
        self._stone_rows: tuple[StoneRow, ...] = ()
        self._spur_rows: tuple[SpurRow, ...] = ()
        self._section_rows: tuple[SectionRow, ...] = ()
        self._later = Resting(self._draw_water, self, LIST_MS)
        self._strip, self._water = ChainageStrip(theme), LeveeWater(theme)
        self._water.hide()
        self._works = DataTable(theme, RowsModel(works_columns(), lambda r: r.id))
        self._spurs = DataTable(theme, RowsModel(spur_columns(), lambda r: r.id))
        self._stones = DataTable(theme, RowsModel(stone_columns(), lambda r: r.id))
        self._sections = DataTable(theme, RowsModel(section_columns(), lambda r: r.id))
        for table in (self._works, self._spurs, self._sections):
            table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
            table.set_empty_words(self.tr("没有台账，请在 系统·数据 导入"))
        self._stones.set_empty_words(self.tr("没有这种状态的石头"))
        self._states = Chips(theme)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._title = Words(theme, self.tr("点一道坝或一颗石头"), size=Size.LARGE, bold=True)
        self._sub = Words(theme, size=Size.SMALL, tone="muted")
        self._facts = Facts(theme)
        self._state = Choice(self.tr("石头状态"))
        self._state.set_choices([(state.name, words.stone_state(state)) for state in reversed(SEVERITY)])
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("复核说明：谁、何时、看到什么（必填）"))
        self._note.setAccessibleName(self.tr("复核说明"))
        self._set = button(self.tr("记录状态"))
        self._hint = Words(theme, size=Size.SMALL, tone="muted")
        self._lay_out(theme)
        self._connect()

    def _lay_out(self, theme: Theme) -> None:
        stones = QWidget()
        stones.setLayout(column(theme, boxed(theme, column(theme, self._states), (12, 8, 12, 4)), self._stones, gap=0))
        for widget, title in (
            (self._spurs, self.tr("坝岸")),
            (stones, self.tr("智能石头")),
            (self._works, self.tr("工程")),
            (self._sections, self.tr("责任段")),
        ):
            self._tabs.addTab(widget, title)
        review = column(theme, self._hint, row(theme, self._state, self._note), row(theme, None, self._set))
        head = column(theme, self._title, self._sub, 4, self._facts, None, gap=4)
        detail = QWidget()
        detail.setLayout(
            column(
                theme,
                scrolled(boxed(theme, head, (16, 12, 16, 8))),
                rule(),
                boxed(theme, review, (16, 8, 16, 12)),
                gap=0,
            )
        )
        detail.setMinimumWidth(theme.px(360))
        lower = split(self._tabs, detail, shares=(13, 7))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._strip)
        outer.addWidget(self._water)
        outer.addWidget(rule())
        outer.addWidget(lower, 1)

    def _connect(self) -> None:
        self._strip.spur_chosen.connect(self._pick_spur)
        self._water.section_chosen.connect(self._show_section)
        self._spurs.chosen.connect(lambda ids: self._pick_spur(ids[0]) if ids else None)
        self._spurs.opened.connect(self._to_map)
        self._stones.chosen.connect(self._pick_stones)
        self._stones.opened.connect(self._stone_to_map)
        self._works.chosen.connect(self._pick_works)
        self._states.chosen.connect(self._draw_stones)
        self._facts.followed.connect(self._follow)
        self._set.clicked.connect(self._record)
        self._note.textChanged.connect(self._ready)
        self._note.returnPressed.connect(self._record)
        self._state.picked.connect(self._ready)

    # in

    def draw(self, now: Situation, touched: Touched) -> None:
        self._stone_rows, self._spur_rows = stone_rows(now), spur_rows(now)
        works = works_rows(now)
        self._works.set_rows(works)
        if touched & Touched.REGISTERS:
            self._section_rows = section_rows(now)
        self._against(self.reckoning)
        self._spurs.set_rows(self._spur_rows)
        self._sections.set_rows(self._section_rows)
        self._strip.show_rows(works, self._spur_rows, self._section_rows)
        self._draw_stones()
        bad = sum(line.state in SEVERITY[:3] for line in self._stone_rows)
        title = self.tr("智能石头 {0}").format(len(self._stone_rows))
        self._tabs.setTabText(0, self.tr("坝岸 {0}").format(len(self._spur_rows)))
        self._tabs.setTabText(1, self.tr("{0} · 异常 {1}").format(title, bad) if bad else title)
        self._tabs.setTabText(2, self.tr("工程 {0}").format(len(works)))
        self._name_sections()
        if now.registers.spurs.get(self._spur) is None and self._spur_rows:
            self._show_spur(self._first(self._spur_rows))
        self._draw_detail(now)

    def draw_reckoning(self, now: Situation, reckoning: Reckoning | None) -> None:
        """The strip follows at once, tables and card when the hand rests."""
        del now
        self._against(reckoning)
        self._water.setVisible(reckoning is not None)
        if reckoning is not None:
            self._water.show_water(reckoning, self._section_rows, self._strip.bounds)
        self._later.ask()

    def _against(self, reckoning: Reckoning | None) -> None:
        """Put the rows against the water."""
        sections = {} if reckoning is None else {row.section: row for row in reckoning.against.sections}
        self._section_rows = tuple(replace(row, water=sections.get(row.id)) for row in self._section_rows)
        boards = {} if reckoning is None else {row.spur: row for row in reckoning.against.freeboards}
        self._spur_rows = tuple(
            row if row.freeboard == boards.get(row.id) else replace(row, freeboard=boards.get(row.id))
            for row in self._spur_rows
        )

    def _draw_water(self) -> None:
        self._spurs.set_rows(self._spur_rows)
        self._sections.set_rows(self._section_rows)
        self._name_sections()
        if self.now is not None:
            self._draw_detail(self.now)

    def _name_sections(self) -> None:
        double = sum(row.water is not None and row.water.rule is PatrolRule.TWO_GROUPS for row in self._section_rows)
        title = self.tr("责任段 {0}").format(len(self._section_rows))
        self._tabs.setTabText(3, self.tr("{0} · 两组同查 {1}").format(title, double) if double else title)

    @staticmethod
    def _first(rows: tuple[SpurRow, ...]) -> str:
        """What to open on: the spur that is worst off, else the one with the deepest root stone."""
        return min(rows, key=lambda r: (SEVERITY.index(r.worst or StoneState.OK), -(r.spur.root_depth_m or 0.0))).id

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is None or self.now is None:
            return
        if selection.kind == "spurs" and selection.id != self._spur:
            self._show_spur(selection.id)
        elif selection.kind == "stones" and (selection.id,) != self._stones_chosen:
            stone = self.now.registers.stones.get(selection.id)
            if stone is not None:
                self._stones_chosen = (stone.id,)
                self._stones.choose([stone.id])
                self._show_spur(stone.spur)

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    # drawing

    def _draw_stones(self, *_said: object) -> None:
        counts = {state: sum(line.state is state for line in self._stone_rows) for state in SEVERITY}
        chips = [Chip("", self.tr("全部"), len(self._stone_rows))]
        chips += [Chip(s.name, words.stone_state(s), counts[s], mark=stone_mark(s)) for s in SEVERITY]
        self._states.set_chips(chips)
        if not self._states.chosen_keys():
            self._states.choose([""])
        wanted = (self._states.chosen_keys() or ("",))[0]
        self._stones.set_rows([line for line in self._stone_rows if not wanted or line.state.name == wanted])

    def _show_spur(self, spur_id: str) -> None:
        self._spur = spur_id
        self._strip.choose(spur_id)
        self._spurs.choose([spur_id])
        if self.now is not None:
            self._draw_detail(self.now)

    def _draw_detail(self, now: Situation) -> None:
        spur = now.registers.spurs.get(self._spur)
        self._ready()
        if spur is None:
            self._sub.say(self.tr("上方堤线可点选，左右键逐坝移动"))
            self._facts.show_facts([])
            return
        works = now.registers.works.get(spur.works)
        name = phrases.registered(works.name) if works else spur.works
        self._title.say(f"{name} {spur.number}{'·' + spur.name if spur.name else ''}")
        unsure = works is not None and not works.counts_confirmed
        self._sub.say(self.tr("坝数与桩号为系统设定，待河务部门核对") if unsure else (works.source if works else ""))
        depth = words.DASH if spur.root_depth_m is None else self.tr("{0:.1f} m").format(spur.root_depth_m)
        facts = [
            Fact(self.tr("类别"), phrases.registered(spur.kind)),
            Fact(self.tr("桩号"), words.chainage(spur.chainage_m)),
            Fact(self.tr("根石深"), depth),
        ]
        if works is not None and works.crest_m:
            facts.append(
                Fact(
                    self.tr("坝顶高程"),
                    phrases.noted(f"{works.crest_m} m", phrases.registered(works.datum) or self.tr("未注明基面")),
                )
            )
        facts += self._facts_of_water(spur.id)
        posts = (
            (self.tr("行政责任人"), spur.administrative),
            (self.tr("技术责任人"), spur.technical),
            (self.tr("巡查责任人"), spur.patrol),
        )
        for caption, person_id in posts:
            person = now.registers.staff.get(person_id)
            if person is None:
                facts.append(Fact(caption, self.tr("未落实"), "urgent"))
            else:
                said = f"{person.name}  {phrases.registered(person.post)}  {words.masked_phone(person.phone)}"
                facts.append(Fact(caption, said, links=((f"staff/{person.id}", self.tr("联系")),)))
        own = [stone for stone in now.registers.stones if stone.spur == spur.id]
        for stone in own:
            state = state_of(now, stone)
            said = f"{stone.part}  {words.stone_state(state)}"
            tone = "" if state is StoneState.OK else "muted" if state is StoneState.OFFLINE else "attention"
            facts.append(Fact(stone.id, said, tone, ((f"stones/{stone.id}", self.tr("选中")),)))
        if not own:
            facts.append(Fact(self.tr("智能石头"), self.tr("这道坝没有布设"), "muted"))
        self._facts.show_facts(facts)

    def _facts_of_water(self, spur_id: str) -> list[Fact]:
        if self.reckoning is None:
            return []
        board = next((row for row in self.reckoning.against.freeboards if row.spur == spur_id), None)
        wet = self.reckoning.affected.of("spurs", spur_id)
        loud = board is not None and board.metres is not None and board.metres < 0
        return [
            Fact(self.tr("水情"), water_words.water(wet, self.reckoning.at)),
            Fact(self.tr("超高"), water_words.freeboard(board), "urgent" if loud else ""),
        ]

    def _show_section(self, section: str) -> None:
        self._tabs.setCurrentWidget(self._sections)
        self._sections.choose([section])

    def _ready(self, *_said: object) -> None:
        chosen = self._stones_chosen
        first = phrases.listed(chosen[:4]) + (self.tr(" 等 {0} 颗").format(len(chosen)) if len(chosen) > 4 else "")
        self._hint.say(
            self.tr("人工复核 {0}").format(first) if chosen else self.tr("人工复核：先在“智能石头”表选一颗或几颗")
        )
        self._set.setText(self.tr("记录 {0} 颗石头的状态").format(len(chosen)) if chosen else self.tr("记录状态"))
        self._set.setEnabled(bool(chosen) and bool(self._note.text().strip()))

    # out

    def _pick_spur(self, spur_id: str) -> None:
        if spur_id != self._spur:
            self._show_spur(spur_id)
            self.selection_requested.emit(Selection("spurs", spur_id))

    def _pick_stones(self, ids: tuple[str, ...]) -> None:
        if ids == self._stones_chosen:
            return
        self._stones_chosen = ids
        stone = self.now.registers.stones.get(ids[0]) if ids and self.now is not None else None
        if stone is not None and self.now is not None:
            self._state.choose(state_of(self.now, stone).name)
            self._show_spur(stone.spur)
            self.selection_requested.emit(Selection("stones", stone.id))
        self._ready()

    def _pick_works(self, ids: tuple[str, ...]) -> None:
        first = next((line.id for line in self._spur_rows if ids and line.spur.works == ids[0]), None)
        if first is not None:
            self._pick_spur(first)

    def _follow(self, link: str) -> None:
        kind, _, row_id = link.partition("/")
        if kind == "stones":
            self._tabs.setCurrentIndex(1)
            self._stones.choose([row_id])
            self._pick_stones((row_id,))
        else:
            self.selection_requested.emit(Selection(kind, row_id))

    def _to_map(self, spur_id: str) -> None:
        spur = self.now.registers.spurs.get(spur_id) if self.now is not None else None
        middle = centre(spur.path) if spur is not None else None
        if middle is not None:
            self.place_requested.emit(*middle)
            self.workspace_requested.emit("desk")

    def _stone_to_map(self, stone_id: str) -> None:
        stone = self.now.registers.stones.get(stone_id) if self.now is not None else None
        if stone is not None:
            self.place_requested.emit(stone.lon, stone.lat)
            self.workspace_requested.emit("desk")

    def _record(self) -> None:
        if self._set.isEnabled():
            state = StoneState[self._state.key()]
            self.step_requested.emit(StoneStateSet(self._stones_chosen, state, self._note.text().strip()), "")
            self._note.clear()
