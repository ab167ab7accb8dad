"""The alarm philosophy: what each kind means and demands, what the check finds in the table, out to Excel and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.model.alarms import AlarmClass, AlarmKind, Priority
from data.model.people import Right
from data.model.situation import Situation
from data.rules.alarms.philosophy import check
from views import alarm_findings, alarm_words, phrases, river_step_words, words
from views.parts import Fact, Facts, Words, ask_file, boxed, button, column, page, period, row, rule, scrolled, split
from widgets.chips import Chip, Chips
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark
from widgets.rows_model import Align, Column, RowsModel
from widgets.search_field import SearchField
from widgets.shortcuts import inside
from widgets.theme import Size, Theme

KIND = "alarmkinds"
VIEWS = ("desk", "hydrology", "works", "patrol", "relocation", "stock", "plan", "compare", "record", "system")
"""Pages that an alarm may lead to."""


class AlarmPhilosophy(QWidget):
    """The table; it changes nothing itself.

    Signals:
        export_requested: register kind, path of the xlsx or csv to write.
        import_requested: register kind, path of the table to read.

    """

    export_requested = Signal(str, str)
    import_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._found: dict[str, tuple[str, ...]] = {}
        self._digest = ""
        self.chips = Chips(theme)
        self.search = SearchField(theme, self.tr("找报警：名称、原因、处置、编号"), "Ctrl+F")
        self.out = button(self.tr("导出 xlsx…"), "quiet", self.tr("把报警定义写成 Excel 表，可改后再导入"))
        self.take_in = button(self.tr("导入…"), "quiet")
        self.take_in.setToolTip(self.tr("整表替换；缺原因、后果、处置、时间或岗位的行不收"))
        self.model: RowsModel[AlarmKind] = RowsModel(columns(self._marks), lambda one: one.id, self)
        self.table = DataTable(theme, self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.set_empty_words(self.tr("没有报警定义，请导入报警定义表"))
        self.shares = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        self.of_table = Words(theme, size=Size.SMALL, tone="attention")
        self.title = Words(theme, size=Size.LARGE, bold=True)
        self.facts = Facts(theme)
        self.told = Words(theme, tone="attention", size=Size.SMALL)
        self._arrange(theme)
        self.chips.chosen.connect(lambda _: self._fill())
        self.search.asked.connect(lambda _: self._fill())
        self.search.left_downwards.connect(self.table.setFocus)
        inside(self, "Ctrl+F", self.search.setFocus)
        self.table.chosen.connect(lambda _: self._show_one())
        self.out.clicked.connect(
            lambda: ask_file(self, self.tr("导出报警定义"), lambda path: self.export_requested.emit(KIND, path),
                             saving=True, name=self.tr("报警定义.xlsx"))
        )  # fmt: skip
        self.take_in.clicked.connect(
            lambda: ask_file(self, self.tr("导入报警定义表"), lambda path: self.import_requested.emit(KIND, path))
        )

    def _arrange(self, theme: Theme) -> None:
        head = row(theme, self.chips, self.search)
        head.setStretch(0, 1)
        self.search.setMinimumWidth(theme.px(240))
        foot = boxed(theme, row(theme, self.shares, None, self.take_in, self.out), (12, 4, 8, 4))
        left, right = QWidget(), QWidget()
        left.setLayout(
            column(theme, boxed(theme, column(theme, head, self.of_table)), rule(), self.table, rule(), foot, gap=0)
        )
        inside = column(theme, self.title, self.told, self.facts, None, gap=10)
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        inner = QWidget()
        inner.setLayout(inside)
        right.setLayout(column(theme, scrolled(inner), gap=0))
        right.setMinimumWidth(theme.px(300))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(page(left), page(right), shares=(14, 5)))

    def first(self) -> QWidget:
        """What has the keyboard first."""
        return self.table

    def show_situation(self, now: Situation) -> None:
        """Show the table of a situation; the check runs when the table has changed."""
        self._now = now
        user = now.registers.users.get(now.user)
        may = user is None or user.may(Right.CONFIGURE)
        self.take_in.setEnabled(may)
        if not may:
            self.take_in.setToolTip(self.tr("需要“{0}”权限").format(words.right(Right.CONFIGURE)))
        kinds = now.registers.alarmkinds
        if kinds.digest != self._digest or not self.model.rows():
            self._digest = kinds.digest
            self._check(now)
        self._draw_chips(now)
        self._fill()

    def _check(self, now: Situation) -> None:
        found: dict[str, list[str]] = {}
        for one in check(now.registers, VIEWS):
            known = now.registers.alarmkinds.get(one.row) is not None
            found.setdefault(one.row if known else "", []).append(alarm_findings.finding(one))
        self.of_table.say(phrases.clauses(found.pop("", [])))
        self._found = {row_id: tuple(told) for row_id, told in found.items()}

    def _draw_chips(self, now: Situation) -> None:
        kinds = list(now.registers.alarmkinds)
        alarms = [one for one in kinds if one.alarm_class is AlarmClass.ALARM]
        chips = [Chip("", self.tr("全部"), len(kinds))]
        for priority in (Priority.HIGH, Priority.MEDIUM, Priority.LOW):
            shape, role = (
                alarm_words.shape_of(priority, diagnostic=False),
                alarm_words.role_of(priority, diagnostic=False),
            )
            mark = Mark(shape, role)
            count = sum(one.priority is priority for one in alarms)
            chips.append(Chip(priority.value, river_step_words.priority(priority), count, mark=mark))
        chips.append(Chip("diagnostic", alarm_words.alarm_class(AlarmClass.DIAGNOSTIC), len(kinds) - len(alarms)))
        chips.append(Chip("found", self.tr("质检"), len(self._found)))
        self.chips.set_chips(chips)
        if alarms:
            shares = [round(sum(one.priority is two for one in alarms) * 100 / len(alarms)) for two in Priority]
            self.shares.say(self.tr("种类 低 / 中 / 高 {0} / {1} / {2} %；发生次数宜近 80 / 15 / 5 %").format(*shares))

    def _fill(self) -> None:
        if self._now is None:
            return
        wanted = (self.chips.chosen_keys() or ("",))[0]
        needle = self.search.text().strip().lower()
        shown = [one for one in self._now.registers.alarmkinds if self._fits(one, wanted, needle)]
        self.table.set_rows(shown)
        if shown and not self.table.chosen_ids():
            self.table.choose([shown[0].id])
        self._show_one()

    def _fits(self, one: AlarmKind, wanted: str, needle: str) -> bool:
        if wanted == "found" and one.id not in self._found:
            return False
        if wanted == "diagnostic" and one.alarm_class is not AlarmClass.DIAGNOSTIC:
            return False
        if wanted in set(Priority) and (one.priority != wanted or one.alarm_class is not AlarmClass.ALARM):
            return False
        return needle in f"{one.id} {one.name} {one.cause} {one.action} {one.consequence}".lower()

    def _marks(self, one: AlarmKind) -> str:
        found = self._found.get(one.id, ())
        return self.tr("{0} 条").format(len(found)) if found else ""

    def _show_one(self) -> None:
        ids, now = self.table.chosen_ids(), self._now
        one = None if now is None or not ids else now.registers.alarmkinds.get(str(ids[0]))
        self.title.say("" if one is None else phrases.registered(one.name))
        self.told.say("" if one is None else phrases.clauses(self._found.get(one.id, ())))
        self.facts.show_facts([] if one is None or now is None else kind_facts(now, one))


def columns(found: Callable[[AlarmKind], str]) -> tuple[Column[AlarmKind], ...]:
    """Columns of the table; `found` says how many findings a row has."""
    t = QCoreApplication.translate
    said = phrases.registered

    def mark(one: AlarmKind) -> Mark:
        diagnostic = alarm_words.is_diagnostic(one)
        fill = Fill.SOLID if one.enabled else Fill.HOLLOW
        role = alarm_words.role_of(one.priority, diagnostic=diagnostic)
        return Mark(alarm_words.shape_of(one.priority, diagnostic=diagnostic), role, fill)

    def ink(one: AlarmKind) -> str | None:
        return None if one.enabled else "text.muted"

    return (
        Column("priority", t("AlarmPhilosophy", "优先级"), lambda r: river_step_words.priority(r.priority),
               mark_getter=mark, sort_key=lambda r: -r.priority.rank, chars=8),
        Column("name", t("AlarmPhilosophy", "报警"), lambda r: said(r.name), chars=20, stretch=3, role_getter=ink,
               tooltip=lambda r: r.id),
        Column("action", t("AlarmPhilosophy", "处置"), lambda r: said(r.action), chars=16, stretch=4,
               role_getter=lambda _: "text.secondary"),
        Column("time", t("AlarmPhilosophy", "可用时间"), lambda r: period(r.available_min), Align.RIGHT, chars=9,
               sort_key=lambda r: r.available_min),
        Column("owner", t("AlarmPhilosophy", "岗位"), lambda r: r.owner, chars=5),
        Column("passes", t("AlarmPhilosophy", "必达"), lambda r: t("AlarmPhilosophy", "必达") if r.must_pass else "",
               chars=6),
        Column("state", t("AlarmPhilosophy", "启用"),
               lambda r: t("AlarmPhilosophy", "启用") if r.enabled else t("AlarmPhilosophy", "未启用"), chars=7,
               role_getter=lambda r: "text.secondary" if r.enabled else "state.attention"),
        Column("found", t("AlarmPhilosophy", "质检"), found, chars=7, role_getter=lambda _: "state.attention"),
    )  # fmt: skip


def kind_facts(now: Situation, one: AlarmKind) -> list[Fact]:
    """Return all that the table says of a kind."""
    t = QCoreApplication.translate
    said = phrases.registered
    delays = t("AlarmPhilosophy", "动作 {0}，恢复 {1}，回差 {2:g}").format(
        _delay(one.on_delay_s), _delay(one.off_delay_s), one.deadband
    )
    return [
        Fact(t("AlarmPhilosophy", "处置"), said(one.action)),
        Fact(t("AlarmPhilosophy", "可用时间"), period(one.available_min)),
        Fact(t("AlarmPhilosophy", "责任岗位"), alarm_words.owner(now, one)),
        Fact(t("AlarmPhilosophy", "原因"), said(one.cause), "secondary"),
        Fact(t("AlarmPhilosophy", "后果"), said(one.consequence), "secondary"),
        Fact(t("AlarmPhilosophy", "相关页面"), alarm_words.view_name(one.view) or one.view, "secondary"),
        Fact(t("AlarmPhilosophy", "延时回差"), delays, "secondary"),
        Fact(t("AlarmPhilosophy", "关闭"), alarm_words.closing(one.closing), "secondary"),
        Fact(t("AlarmPhilosophy", "抑制工况"), alarm_words.modes(one) or words.DASH, "secondary"),
        Fact(t("AlarmPhilosophy", "播报"), said(one.spoken) or t("AlarmPhilosophy", "只响提示音"), "secondary"),
        Fact(t("AlarmPhilosophy", "依据"), phrases.noted(said(one.source), words.confidence(one.confidence)), "muted"),
        Fact(t("AlarmPhilosophy", "编号"), one.id, "muted"),
    ]


def _delay(seconds: float) -> str:
    return period(seconds / 60) if seconds >= 60 else f"{seconds:g} s"
