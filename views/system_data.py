"""System · data: the registers, importing with a row-by-row report, templates and exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from data.feeds.coordinates import Frame
from data.feeds.report import FeedRefused, ImportReport, Refusal
from data.model.people import Right
from data.model.register import ROW_TYPES
from data.model.situation import Situation
from views import import_words, phrases, step_words, words
from views.parts import Choice, Words, ask_file, boxed, button, captioned, column, row, rule, split
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme

_PLACED = frozenset({"grids", "works", "spurs", "stones", "stock", "cameras", "shelters", "routes", "plots", "maplines",
                     "staff", "squads", "keypeople", "households", "stations"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One register: how many rows, whether it is demonstration data, where it came from and when."""

    kind: str
    rows: int
    demo: bool
    source: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """One refusal with a place of its own."""

    at: int
    refusal: Refusal


class DataTab(QWidget):
    """Registers at left, import at right.

    Signals:
        import_requested: kind, path, strict, frame.
        template_requested, export_requested: kind, path to write.

    """

    import_requested = Signal(str, str, bool, str)
    template_requested = Signal(str, str)
    export_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: Situation | None = None
        self._sources: Mapping[str, tuple[str, datetime]] = {}
        self._kind = ""
        self._table = DataTable(theme, RowsModel(_register_columns(), lambda r: r.kind))
        self._table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._title = Words(theme, size=Size.LARGE, bold=True)
        self._about = Words(theme, size=Size.SMALL, tone="muted")
        self._strict = QCheckBox(self.tr("严格：有一行不合格就整表不收(&S)"))
        self._frame = Choice(self.tr("坐标系"))
        self._frame.set_choices([(frame.value, _frame_words(frame)) for frame in Frame])
        self._import = button(self.tr("导入并整表替换…"), tip=self.tr("读入 xlsx、csv 或 GeoJSON，一次替换整张台账"))
        self._template = button(self.tr("填报模板…"), "quiet")
        self._export = button(self.tr("导出…"), "quiet")
        self._counts = Words(theme, bold=True)
        self._remarks = Words(theme, size=Size.SMALL, tone="secondary")
        self._report = DataTable(theme, RowsModel(_refusal_columns(), lambda r: r.at))
        self._report.set_empty_words(self.tr("导入后，被拒收的行逐行列在这里"))
        self._lay_out(theme)
        self._table.chosen.connect(self._pick)
        self._import.clicked.connect(self._ask_import)
        self._template.clicked.connect(lambda: self._ask_save(self.template_requested.emit, self.tr("填报模板")))
        self._export.clicked.connect(lambda: self._ask_save(self.export_requested.emit, self.tr("导出台账")))
        self._show_kind()

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        captioned(form, self.tr("坐标系(&F)"), row(theme, self._frame, None), self._frame)
        acts = row(theme, self._import, None, self._template, self._export)
        head = column(theme, self._title, self._about, 4, form, self._strict, 4, acts, gap=6)
        told = column(theme, self._counts, self._remarks, gap=2)
        right = QWidget()
        right.setLayout(
            column(
                theme,
                boxed(theme, head, (16, 12, 16, 10)),
                rule(),
                boxed(theme, told, (16, 8, 16, 6)),
                self._report,
                gap=0,
            )
        )
        layout = right.layout()
        if isinstance(layout, QVBoxLayout):
            layout.setStretch(3, 1)
        right.setMinimumWidth(theme.px(400))
        self._table.setMinimumWidth(theme.px(500))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split(self._table, right, shares=(1, 1)))

    # in

    def show_situation(self, now: Situation) -> None:
        """Show the registers, and whether the person at the desk may replace them."""
        self._now = now
        rows = []
        for kind in ROW_TYPES:
            register = now.registers.of(kind)
            source, at = self._sources.get(kind, ("", None))
            rows.append(RegisterRow(kind, len(register), register.demo, source, at))
        self._table.set_rows(rows)
        if not self._kind:
            self._kind = next(iter(ROW_TYPES))
            self._table.choose([self._kind])
        self._show_kind()

    def show_sources(self, sources: Mapping[str, tuple[str, datetime]]) -> None:
        """Tell by register kind what it was last replaced from and when."""
        self._sources = dict(sources)
        if self._now is not None:
            self.show_situation(self._now)

    def show_report(self, report: ImportReport) -> None:
        """Tell what an import took and refused, row by row."""
        name = step_words.register_name(report.kind)
        self._counts.say(
            phrases.labelled(f"{name} · {report.source}", import_words.counts(report)),
            "urgent" if not report.taken else "",
        )
        by_reason = [f"{import_words.reason(why)} {count}" for why, count in report.by_reason.items()]
        remarks = [*([phrases.listed(by_reason)] if by_reason else []), *map(import_words.note, report.notes[:12])]
        self._remarks.say(phrases.clauses(remarks))
        self._report.set_empty_words(self.tr("没有拒收的行"))
        self._report.set_rows([RefusalRow(at, one) for at, one in enumerate(report.refusals)])

    def show_refused(self, fault: FeedRefused) -> None:
        """Tell why a whole file could not be read."""
        self._counts.say(self.tr("未能读入：{0}").format(import_words.file_refused(fault)), "urgent")
        self._remarks.say("")
        self._report.set_rows([])

    def _show_kind(self) -> None:
        kind = self._kind
        name = step_words.register_name(kind)
        self._title.say(name)
        register = self._now.registers.of(kind) if self._now is not None and kind else None
        may = self._may()
        if register is not None:
            about = self.tr("现有 {0} 行").format(len(register))
            if register.demo:
                about += self.tr("，演示数据，导入本地台账即替换")
            if not may:
                about += self.tr("。现用户没有“{0}”权限，只能查看和导出").format(words.right(Right.CONFIGURE))
            self._about.say(about)
        self._import.setEnabled(bool(kind) and may)
        self._frame.setEnabled(kind in _PLACED)

    def _may(self) -> bool:
        now = self._now
        if now is None or not len(now.registers.users):
            return now is not None
        user = now.registers.users.get(now.user)
        return user is not None and user.may(Right.CONFIGURE)

    # out

    def _pick(self, ids: tuple[str, ...]) -> None:
        if ids:
            self._kind = ids[0]
            self._show_kind()

    def _ask_import(self) -> None:
        kind, strict, frame = self._kind, self._strict.isChecked(), self._frame.key()
        ask_file(
            self,
            self.tr("导入{0}").format(step_words.register_name(kind)),
            lambda path: self.import_requested.emit(kind, path, strict, frame),
        )

    def _ask_save(self, say: Callable[[str, str], None], title: str) -> None:
        kind = self._kind
        name = step_words.register_name(kind)
        ask_file(self, title, lambda path: say(kind, path), saving=True, name=f"{name}.xlsx")


def _register_columns() -> tuple[Column[RegisterRow], ...]:
    t = QCoreApplication.translate

    def demo(row: RegisterRow) -> str:
        return t("System", "演示") if row.demo else ""

    return (
        Column("name", t("System", "台账"), lambda r: step_words.register_name(r.kind), chars=14, stretch=1),
        Column("rows", t("System", "行数"), lambda r: f"{r.rows:,}", Align.RIGHT, sort_key=lambda r: r.rows, chars=7),
        Column(
            "demo",
            t("System", "标记"),
            demo,
            mark_getter=lambda r: Mark(Shape.SQUARE, "text.muted", Fill.HOLLOW) if r.demo else None,
            role_getter=lambda _: "text.muted",
            chars=8,
        ),
        Column("source", t("System", "来源"), lambda r: phrases.registered(r.source), chars=14, stretch=1),
        Column(
            "at",
            t("System", "更新时间"),
            lambda r: words.date_clock(r.at),
            Align.RIGHT,
            role_getter=lambda _: "text.secondary",
            sort_key=lambda r: r.at.timestamp() if r.at else 0.0,
            chars=12,
        ),
    )


def _refusal_columns() -> tuple[Column[RefusalRow], ...]:
    t = QCoreApplication.translate
    return (
        Column(
            "row",
            t("System", "行"),
            lambda r: str(r.refusal.row),
            Align.RIGHT,
            sort_key=lambda r: r.refusal.row,
            chars=6,
        ),
        Column("column", t("System", "列"), lambda r: r.refusal.column, chars=10),
        Column("reason", t("System", "缘由"), lambda r: import_words.reason(r.refusal.reason), chars=16, stretch=1),
        Column("value", t("System", "原值"), lambda r: r.refusal.value, chars=12, stretch=1),
        Column(
            "detail",
            t("System", "说明"),
            lambda r: r.refusal.detail,
            role_getter=lambda _: "text.secondary",
            chars=12,
            stretch=1,
        ),
    )


def _frame_words(frame: Frame) -> str:
    t = QCoreApplication.translate
    return {
        "wgs84": t("System", "WGS-84（卫星定位）"),
        "gcj02": t("System", "GCJ-02（国内地图）"),
        "bd09": t("System", "BD-09（百度地图）"),
        "cgcs2000": t("System", "CGCS2000"),
    }.get(frame.value.lower().replace("-", ""), frame.value)
