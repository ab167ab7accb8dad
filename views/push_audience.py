"""Choosing whom a push or a roll-call reaches: parts by squad, grid, post, class or name, each person once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.model.places import Bench
from data.model.situation import Situation
from data.rules.audience import Group, Outreach, Part, gather
from data.rules.contacts import contact
from data.rules.find import Index, digests_of, find, make_index
from views import contact_words, phrases, words
from views.parts import Choice, Words, button
from widgets.data_table import DataTable
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme

REACHABLE = ("staff", "squads", "keypeople", "growers", "households")
_HAVE_CONTACTS: Final = ("growers", "keypeople", "households")


class Audience(QWidget):
    """Parts in, an Outreach out. Signal changed()."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._index = Index()
        self._parts: tuple[Part, ...] = ()
        self.outreach = Outreach()
        self.kind = Choice(self.tr("按什么选人"))
        self.key = Choice(self.tr("选哪些人"))
        self.add = button(self.tr("加入"), "", self.tr("加入范围"))
        self.who = QLineEdit()
        self.who.setPlaceholderText(self.tr("加一个人或队：姓名、电话、编号，回车"))
        self.who.setAccessibleName(self.tr("加一个人或队"))
        columns: list[Column[Group]] = [
            Column("part", self.tr("范围"), self._said, chars=14, stretch=1, sortable=False),
            Column("count", self.tr("人数"), lambda row: f"{row.count:,}", Align.RIGHT, chars=7, sortable=False),
            Column("drop", "", lambda _: self.tr("移除"), Align.CENTER, lambda _: "text.link", chars=8, sortable=False),
        ]
        self.model: RowsModel[Group] = RowsModel(columns, lambda row: row.part, self)
        self.table = DataTable(theme, self.model)
        self.table.set_empty_words(self.tr("还没有接收人。按岗位、网格、队伍加入，或在地图上圈选。"))
        self.sum = Words(theme, bold=True)
        self.detail = Words(theme, tone="secondary", size=Size.SMALL)
        self.warning = Words(theme, tone="attention", size=Size.SMALL)
        pick = QHBoxLayout()
        pick.addWidget(self.kind, 2)
        pick.addWidget(self.key, 3)
        pick.addWidget(self.add)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        for item in (self.who, pick, self.table, self.sum, self.detail, self.warning):
            box.addWidget(item) if isinstance(item, QWidget) else box.addLayout(item)
        box.setStretchFactor(self.table, 1)
        self.kind.picked.connect(lambda _: self._offer_keys())
        self.add.clicked.connect(self._add_chosen)
        self.who.returnPressed.connect(self._add_person)
        self.table.clicked.connect(self._clicked)
        self.kind.set_choices(self._kinds())

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("role", self.tr("按岗位")),
            ("grid", self.tr("按网格")),
            ("squad", self.tr("按队伍")),
            ("staff", self.tr("按人员类别")),
            ("keypeople", self.tr("重点关注人员")),
            ("growers", self.tr("种植户类型")),
            ("bench", self.tr("滩区种植户")),
            ("exposed", self.tr("上水范围")),
            ("households", self.tr("迁安户")),
            ("special", self.tr("特殊人群户")),
            ("village", self.tr("按村")),
            ("contacts", self.tr("包保干部")),
            ("silent", self.tr("某次推送未应答")),
            ("absent", self.tr("某次点名未应答")),
        ]

    # what the owner says

    def show_situation(self, now: Situation) -> None:
        """Count anew in what is known now."""
        before, self._now = self._now, now
        changing = self.kind.key() in ("silent", "absent", "exposed")
        if before is None or before.registers is not now.registers or changing:
            self._offer_keys()
        self._recount()

    def set_people(self, ids: Sequence[str]) -> None:
        """Begin with people and squads picked elsewhere (map, dispatch)."""
        self._parts = (Part("people", ";".join(ids)),) if ids else ()
        self._recount()

    def parts(self) -> tuple[Part, ...]:
        """The parts chosen."""
        return self._parts

    def words(self) -> str:
        """The parts chosen, in words."""
        return "" if self._now is None else phrases.listed(contact_words.part(self._now, part) for part in self._parts)

    def add_part(self, part: Part) -> None:
        """Add a part, once."""
        if part not in self._parts:
            self._parts = (*self._parts, part)
            self._recount()

    def drop_part(self, part: Part) -> None:
        """Take a part away."""
        self._parts = tuple(kept for kept in self._parts if kept != part)
        self._recount()

    def clear(self) -> None:
        """Begin anew."""
        self._parts = ()
        self._recount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen part away."""
        chosen = self.table.chosen_ids()
        if event.key() == Qt.Key.Key_Delete and chosen and isinstance(chosen[0], Part):
            self.drop_part(chosen[0])
        else:
            super().keyPressEvent(event)

    # inside

    def _said(self, row: Group) -> str:
        return "" if self._now is None else contact_words.part(self._now, row.part)

    def _offer_keys(self) -> None:
        now = self._now
        if now is None:
            return
        self.key.set_choices(self._choices(now, self.kind.key()))
        self.add.setEnabled(self.key.count() > 0)

    def _choices(self, now: Situation, kind: str) -> list[tuple[str, str]]:  # noqa: C901, PLR0911 - one case a kind
        registers, everyone = now.registers, ("", self.tr("全部"))
        match kind:
            case "role":
                held = {row.role for row in registers.staff}
                return [(row.id, f"{row.id} {phrases.role_name(row)}") for row in registers.roles if row.id in held]
            case "grid":
                return [(row.id, row.name) for row in registers.grids]
            case "squad":
                return [(row.id, row.name) for row in registers.squads]
            case "staff":
                return [everyone, *_named(row.kind for row in registers.staff)]
            case "keypeople":
                return [everyone, *_named(row.category for row in registers.keypeople)]
            case "growers":
                return [everyone, *_named(row.kind for row in registers.growers)]
            case "bench":
                return [(bench.value, words.bench(bench)) for bench in Bench if bench is not Bench.BEHIND]
            case "households":
                return [everyone, *_named(row.village for row in registers.households)]
            case "special":
                held = {part.strip(" 0123456789") for row in registers.households for part in row.special.split(";")}
                return [everyone, *_named(held - {""})]
            case "village":
                rows = (*registers.growers, *registers.households)
                return _named(row.village for row in rows)
            case "contacts":
                return [everyone, *((kind, contact_words.post(now, kind)) for kind in _HAVE_CONTACTS)]
            case "silent":
                pushes = [(one.id, one.sent_at, one.title) for one in now.pushes.values() if one.sent_at is not None]
                return _newest_first(pushes)
            case "absent":
                return _newest_first([(one.id, one.called_at, one.title) for one in now.musters.values()])
            case _:
                return [("", self.tr("当前流量 {0} m³/s").format(words.flow(now.flow_m3s)))]

    def _add_chosen(self) -> None:
        if self.key.count():
            self.add_part(Part(self.kind.key(), self.key.key()))

    def _add_person(self) -> None:
        now, text = self._now, self.who.text()
        if now is None:
            return
        if self._index.digests != digests_of(now.registers):
            self._index = make_index(now.registers, spelled=False)
        hits = [hit for hit in find(self._index, text) if hit.kind in REACHABLE]
        if hits and contact(now, hits[0].id) is not None:
            self.add_part(Part("squad" if hits[0].kind == "squads" else "people", hits[0].id))
            self.who.clear()
        else:
            self.warning.say(self.tr("没有找到“{0}”").format(text))

    def _clicked(self, index: object) -> None:
        row, column = index.row(), index.column()  # type: ignore[attr-defined]
        if self.model.columns[column].key == "drop":
            self.drop_part(self.model.row(row).part)

    def _recount(self) -> None:
        now = self._now
        if now is None:
            return
        self.outreach = found = gather(now, self._parts)
        self.table.set_rows(found.groups)
        total = self.tr("共 {0} 人，每人只计一次 · 有电话 {1} 人").format(len(found.people), found.with_phone)
        self.sum.say(total if found.people else "")
        shares = phrases.listed(f"{contact_words.post(now, key)} {count}" for key, count in found.by_post[:6])
        rest = len(found.by_post) - 6
        more = self.tr(" 等 {0} 类").format(len(found.by_post)) if rest > 0 else ""
        self.detail.say(f"{shares}{more}")
        doubts: list[str] = []
        if found.doubled:
            doubts.append(self.tr("重复 {0} 人次已去除").format(found.doubled))
        if found.without_phone:
            doubts.append(self.tr("{0} 人没有电话，须上门或由副职通知").format(len(found.without_phone)))
        if found.unknown:
            doubts.append(self.tr("{0} 个编号不在台账中，未计入").format(len(found.unknown)))
        self.warning.say(phrases.clauses(doubts))
        self.changed.emit()


def _newest_first(held: Iterable[tuple[str, datetime, str]]) -> list[tuple[str, str]]:
    """What was sent or called, by its time and title, the newest first."""
    ordered = sorted(held, key=lambda one: one[1], reverse=True)
    return [(row_id, f"{words.date_clock(at)} {phrases.registered(title)}") for row_id, at, title in ordered]


def _named(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Kinds met in a register, once each, in words."""
    return [(kind, phrases.registered(kind)) for kind in sorted(set(kinds))]
