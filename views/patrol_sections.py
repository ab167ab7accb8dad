"""责任段: every patrol section against the interval in force, where it is not kept, and who walks there now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.field import Position
from data.model.levels import Confidence
from data.model.situation import Situation, Touched
from data.rules.coverage import Coverage
from data.rules.geometry import along
from data.rules.signoff import Preview
from views import phrases, words
from views.pane import Pane, Selection
from views.parts import Words, boxed, button, column, period, retheme_inside, row, rule, split
from views.patrol_rows import PatrolGround, patrol_ground, patrol_need
from views.section_cover import CoverRow, cover_columns, cover_rows, gap_said
from views.works_rows import SectionRow, section_rows
from widgets.data_table import DataTable
from widgets.ink_label import InkLabel
from widgets.line_list import Line, LineList
from widgets.rows_model import RowsModel
from widgets.theme import Size, Theme


class SectionsPanel(Pane):
    """Sections and their gaps.

    Signals:
        call_requested: ids to call, and what about ("routes/D01").

    """

    call_requested = Signal(list, str)

    heeds: ClassVar[Touched] = Touched.REGISTERS | Touched.RIVER | Touched.LEVEL | Touched.FIELD

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ground = PatrolGround(0, 0.0, 0, 0)
        self._sections: tuple[SectionRow, ...] = ()
        self._covered: tuple[Coverage, ...] = ()
        self._positions: tuple[Position, ...] = ()
        self._tracks: Mapping[str, Sequence[Position]] = {}
        self._rows: tuple[CoverRow, ...] = ()
        self._chosen = ""
        self._drawn: datetime | None = None
        self.need = Words(theme, bold=True)
        self.source = InkLabel(theme, role="text.muted", size=Size.SMALL)
        self.summary = Words(theme)
        self.table = DataTable(theme, RowsModel(cover_columns(), lambda r: r.id))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("没有责任段，请在 系统·数据 导入路线台账"))
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.told = Words(theme, tone="secondary")
        self.gaps = LineList(theme, tall=False)
        self.gaps.set_empty_words(self.tr("间隔内全段巡过，没有漏巡"))
        self.call = button(self.tr("呼叫巡查人"), tip=self.tr("给正在巡这一段的人打电话；没有人在巡时给就近巡防队"))
        self.to_map = button(self.tr("图上看"), tip=self.tr("到地图上看这一段（双击漏巡处看该处）"))
        head = boxed(theme, column(theme, self.need, self.source, self.summary, gap=2), (16, 8, 16, 8))
        left = QWidget()
        left.setLayout(column(theme, head, rule(), self.table, gap=0))
        right = QWidget()
        facts = boxed(theme, column(theme, self.title, self.told, gap=4), (16, 10, 16, 8))
        foot = boxed(theme, row(theme, self.call, self.to_map, None), (16, 8, 16, 10))
        right.setLayout(column(theme, facts, rule(), self.gaps, rule(), foot, gap=0))
        right.setMinimumWidth(theme.px(320))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(left, right, shares=(13, 6)))
        self.table.chosen.connect(self._pick)
        self.table.opened.connect(lambda _: self._fly())
        self.gaps.opened.connect(self._fly_to_gap)
        self.call.clicked.connect(self._call)
        self.to_map.clicked.connect(self._fly)

    # in

    def show_coverage(
        self,
        covered: Sequence[Coverage],
        positions: Sequence[Position],
        tracks: Mapping[str, Sequence[Position]],
    ) -> None:
        """Take when each stretch was last walked, where people are, and the tracks of walks under way."""
        self._covered, self._positions, self._tracks = tuple(covered), tuple(positions), tracks
        if self.isVisible() and self.now is not None:
            self._draw_rows(self.now)

    def draw(self, now: Situation, touched: Touched) -> None:
        if touched & Touched.REGISTERS:
            self._ground, self._sections = patrol_ground(now), section_rows(now)
        if self.preview is None:
            self._draw_need(now, now.basis.flow_m3s)
        self._draw_rows(now)

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:
        self._draw_need(now, now.basis.flow_m3s if preview is None else preview.flow_m3s)

    def draw_time(self, time: datetime) -> None:
        if self.now is not None and (self._drawn is None or abs(time - self._drawn) >= timedelta(seconds=20)):
            self._draw_rows(self.now)

    def draw_selection(self, selection: Selection | None) -> None:
        if selection is not None and selection.kind in ("routes", "sections") and selection.id != self._chosen:
            self.table.choose([selection.id])
            self._chosen = selection.id
            self._draw_one()

    def draw_theme(self, theme: Theme) -> None:
        retheme_inside(self, theme)

    # drawing

    def _draw_need(self, now: Situation, flow_m3s: float) -> None:
        ground = self._ground
        need = patrol_need(ground, now.registers.tiers, flow_m3s)
        where = self.tr("实况") if self.preview is None else self.tr("推演")
        if need.tier is None:
            self.need.say(self.tr("流量级表中没有 {0} m³/s").format(words.flow(flow_m3s)))
            self.source.set_text("")
            return
        said = self.tr("{0} {1}：{2}一遍，每班需 {3} 组，完整巡防队 {4}/{5} 支").format(
            where, need.tier.id, period(need.interval_min), need.groups, ground.complete, ground.squads
        )
        if need.missing:
            said += self.tr("，缺 {0} 组").format(need.missing)
        self.need.say(said, "attention" if need.missing else "")
        self.source.set_text(
            self.tr("{0} 段 {1:.1f} km × 每公里 {2:g} 组。{3}（{4}）").format(
                ground.sections,
                ground.km,
                need.tier.groups_per_km or 0,
                need.tier.source,
                words.confidence(Confidence.ASSUMED if "设定" in need.tier.source else need.tier.confidence),
            )
        )

    def _draw_rows(self, now: Situation) -> None:
        time = self.time or now.at
        self._drawn = time
        interval = patrol_need(self._ground, now.registers.tiers, now.basis.flow_m3s).interval_min
        self._rows = cover_rows(now, self._sections, self._covered, self._tracks, time, interval)
        self.table.set_rows(self._rows)
        late = [line for line in self._rows if line.recorded and line.gaps]
        silent = sum(not line.recorded for line in self._rows)
        parts = []
        if late:
            far = sum(line.gap_m for line in late) / 1000
            parts.append(self.tr("{0} 段有漏巡，共 {1:.1f} km").format(len(late), far))
        if silent and self._rows:
            parts.append(self.tr("{0} 段 24 小时内没有手机巡查记录（纸质记录不在此列）").format(silent))
        walking = sum(bool(line.walkers) for line in self._rows)
        if walking:
            parts.append(self.tr("{0} 段正在巡").format(walking))
        self.summary.say("；".join(parts), "attention" if late else "secondary")
        self._draw_one()

    def _draw_one(self) -> None:
        line = next((one for one in self._rows if one.id == self._chosen), None)
        self.to_map.setEnabled(line is not None and bool(line.section.route.path))
        self.call.setEnabled(line is not None and bool(line.walkers or line.section.squad))
        if line is None or self.now is None:
            self.title.say(self.tr("选一段看漏巡处"))
            self.told.say("")
            self.gaps.set_empty_words("")
            self.gaps.set_lines([])
            return
        time = self.time or self.now.at
        self.title.say(line.section.route.name.partition("（")[0])
        self.told.say(self._said(line, time))
        self.gaps.set_empty_words(self.tr("间隔内全段巡过，没有漏巡"))
        self.gaps.set_lines(
            [
                Line(n, gap_said(line.section, gap, time), value=f"{gap.to_m - gap.from_m:.0f} m")
                for n, gap in enumerate(line.gaps)
            ]
        )
        nobody = self.tr("呼叫就近巡防队")
        self.call.setText(self.tr("呼叫 {0}").format(line.walker_words) if line.walkers else nobody)

    def _said(self, line: CoverRow, time: datetime) -> str:
        parts = [
            self.tr("最近巡过 {0}").format(
                phrases.noted(words.clock(line.last), line.aged) if line.last else words.DASH
            )
        ]
        if line.walkers:
            parts.append(self.tr("正在巡：{0}").format(line.walker_words))
            here = [one for one in self._positions if one.person in line.walkers]
            if here:
                newest = max(here, key=lambda one: one.at)
                parts.append(
                    self.tr("最后一点 {0}，误差 ±{1:.0f} 米").format(words.age(newest.at, time), newest.accuracy_m)
                )
        else:
            parts.append(self.tr("现在没有手机在巡这一段"))
        if line.section.squad:
            parts.append(self.tr("就近巡防队 {0}（{1}/{2} 人在岗）").format(
                line.section.squad_name, line.section.members, line.section.wanted
            ))  # fmt: skip
        return "\n".join(parts)

    # out

    def _pick(self, ids: tuple[str, ...]) -> None:
        chosen = str(ids[0]) if ids else ""
        if chosen != self._chosen:
            self._chosen = chosen
            self._draw_one()
            if chosen:
                self.selection_requested.emit(Selection("sections", chosen))

    def _row(self) -> CoverRow | None:
        return next((one for one in self._rows if one.id == self._chosen), None)

    def _call(self) -> None:
        line = self._row()
        if line is not None:
            people = list(line.walkers) or ([line.section.squad] if line.section.squad else [])
            self.call_requested.emit(people, f"sections/{line.id}")

    def _fly(self) -> None:
        line = self._row()
        if line is not None and line.section.route.path:
            path = line.section.route.path
            self._show_on_map(*path[len(path) // 2])

    def _fly_to_gap(self, number: object) -> None:
        line = self._row()
        if line is None or not isinstance(number, int) or number >= len(line.gaps):
            return
        gap = line.gaps[number]
        where = along(line.section.route.path, (gap.from_m + gap.to_m) / 2)
        if where is not None:
            self._show_on_map(*where)

    def _show_on_map(self, lon: float, lat: float) -> None:
        self.place_requested.emit(lon, lat)
        self.workspace_requested.emit("desk")
