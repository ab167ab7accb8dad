"""派船接应: whom no road leads out any more, and which boat squad is nearest to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from data.model.countdown import Deadline
from data.model.people import Squad, Whereabouts
from data.model.situation import Situation
from data.rules.geometry import distance_m
from data.rules.nearest import point_of
from data.rules.reckoning import Reckoning
from views import clock_words, contact_words, hand_guard, phrases, step_words, words
from views.clock_rows import said_at, water_at
from views.pane import Selection
from views.people_rows import GROWERS, KEYPEOPLE
from widgets.data_table import DataTable
from widgets.ink_label import InkLabel
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Theme

_BOATS = ("舟", "船", "艇")
_ON_WATER = "水上"


@dataclass(frozen=True, slots=True)
class BoatRow:
    """One household, grower or key person to fetch; `squad` "" when no register knows a boat squad."""

    register: str
    id: str
    name: str
    place: str
    people: int
    line: Deadline
    depth_m: float | None
    squad: str
    squad_name: str
    metres: float | None
    contact: str

    @property
    def key(self) -> str:
        """Register and id: rows of three registers stand together."""
        return f"{self.register}/{self.id}"


def has_boats(squad: Squad) -> bool:
    """Whether a squad comes over water."""
    return _ON_WATER in squad.kind or any(word in squad.equipment for word in _BOATS)


def boat_rows(now: Situation, reckoning: Reckoning) -> tuple[BoatRow, ...]:
    """Return whom only the boat team reaches, most pressing first, without who has left or is not registered since."""
    squads = [squad for squad in now.registers.squads if has_boats(squad)]
    return tuple(
        _row(now, reckoning, line, squads)
        for line in reckoning.countdown.for_boats()
        if now.registers.of(line.kind).get(line.id) and now.where(line.kind, line.id) is not Whereabouts.LEFT
    )


def _row(now: Situation, reckoning: Reckoning, line: Deadline, squads: list[Squad]) -> BoatRow:
    person = now.registers.of(line.kind).by_id[line.id]
    at = point_of(now, "plots", line.place) if line.kind == GROWERS else point_of(now, line.kind, line.id)
    far = {
        squad.id: distance_m(at, (squad.lon, squad.lat))
        for squad in squads
        if at is not None and squad.lon is not None and squad.lat is not None
    }
    nearest = min(far, key=far.__getitem__, default=squads[0].id if squads else "")
    water = water_at(reckoning.affected, line)
    plot = now.registers.plots.get(line.place)
    place = person.place if line.kind == KEYPEOPLE else phrases.registered(person.village)
    if plot is not None:
        place = f"{plot.id} {words.bench(plot.bench)}"
    return BoatRow(
        line.kind, line.id, words.masked_name(person.name), place, line.people, line,
        None if water is None else water.depth_m, nearest,
        now.registers.squads.by_id[nearest].name if nearest else "", far.get(nearest), person.contact,
    )  # fmt: skip


def since(line: Deadline, at: datetime) -> str:
    """From when on no road led out; a dash where none ever did."""
    return clock_words.moment(line.passable_until or line.cut_off, at)


def boat_columns(at: Callable[[], datetime | None], who: Callable[[str], str]) -> tuple[Column[BoatRow], ...]:
    """Columns of the list."""
    t = QCoreApplication.translate

    def cut(row: BoatRow) -> str:
        moment = at()
        return words.DASH if moment is None else since(row.line, moment)

    def squad(row: BoatRow) -> str:
        return (
            phrases.noted(row.squad_name, contact_words.distance(row.metres)) if row.squad else t("Boats", "没有船队")
        )

    return (
        Column(
            "id", t("Boats", "编号"), lambda r: r.id, chars=8,
            mark_getter=lambda r: clock_words.state_mark(r.line.state), sortable=False,
        ),
        Column("kind", t("Boats", "台账"), lambda r: step_words.register_name(r.register), chars=12),
        Column("name", t("Boats", "姓名"), lambda r: r.name, chars=6),
        Column(
            "people", t("Boats", "人数"), lambda r: str(r.people), Align.RIGHT, sort_key=lambda r: -r.people, chars=6
        ),
        Column("place", t("Boats", "位置"), lambda r: r.place, chars=14, stretch=2),
        Column("since", t("Boats", "路断于"), cut, Align.RIGHT, chars=12),
        Column(
            "depth", t("Boats", "水深 m"), lambda r: clock_words.depth(r.depth_m), Align.RIGHT,
            sort_key=lambda r: -(r.depth_m or 0.0), chars=7,
        ),
        Column("where", t("Boats", "状态"), lambda r: words.whereabouts(r.line.whereabouts), chars=8),
        Column(
            "squad", t("Boats", "最近船队"), squad, chars=18, stretch=2,
            role_getter=lambda r: None if r.squad else "state.urgent",
        ),
        Column("contact", t("Boats", "包保干部"), lambda r: who(r.contact), chars=8, stretch=1),
    )  # fmt: skip


class BoatList(QWidget):
    """The list and its buttons.

    Signals:
        chosen: Selection of the one that was picked.
        call_requested: ids of people or squads to call.
        place_requested: lon, lat.

    """

    chosen = Signal(object)
    call_requested = Signal(tuple)
    place_requested = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._at: datetime | None = None
        self._locked = False
        columns = boat_columns(lambda: self._at, self._who)
        self.model: RowsModel[BoatRow] = RowsModel(columns, lambda row: row.key, self)
        self.table = DataTable(theme, self.model, self)
        self.hand = hand_guard.HandGuard(self.table)
        self.sums = InkLabel(theme, role="text.secondary")
        self.team = QPushButton(self)
        self.team.setProperty("kind", "primary")
        self.cadres = QPushButton(self)
        self.place = QPushButton(self.tr("定位(&O)"), self)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        bar.setSpacing(theme.px(6))
        bar.addWidget(self.sums, 1)
        for button in (self.place, self.cadres, self.team):
            bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.table, 1)
        box.addLayout(bar)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _: self._to_map())
        self.team.clicked.connect(lambda: self.call_requested.emit(self._squads()))
        self.cadres.clicked.connect(lambda: self.call_requested.emit(self._cadres()))
        self.place.clicked.connect(self._to_map)
        self.setFocusProxy(self.table)
        self._renew()

    def show_boats(self, now: Situation, reckoning: Reckoning | None, time: datetime | None, *, locked: bool) -> None:
        """Show whom to fetch; in a what-if nobody is called."""
        self._now, self._locked = now, locked
        self._at = None if reckoning is None else said_at(reckoning, time)
        rows = () if reckoning is None else boat_rows(now, reckoning)
        empty = self.tr("还没有水情推算") if reckoning is None else self.tr("公路都还通，没有要派船接应的人")
        self.table.set_empty_words(empty)
        before = {row.key: rank for rank, row in enumerate(self.model.rows())}
        ranks = hand_guard.ranks({row.key: n for n, row in enumerate(rows)}, before, held=self.hand.busy)
        self.table.set_rows(sorted(rows, key=lambda row: ranks[row.key]))
        self._renew()

    def choose(self, who: Selection) -> None:
        """Mark somebody who is on the list."""
        self.table.choose([f"{who.kind}/{who.id}"])
        self._renew()

    def _who(self, person: str) -> str:
        return step_words.who(self._now, person) if self._now is not None and person else ""

    def _wanted(self) -> list[BoatRow]:
        """The rows chosen, or all of them."""
        chosen = set(self.table.chosen_ids())
        return [row for row in self.model.rows() if not chosen or row.key in chosen]

    def _squads(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.squad for row in self._wanted() if row.squad))

    def _cadres(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.contact for row in self._wanted() if row.contact))

    def _renew(self) -> None:
        rows, squads, cadres = self._wanted(), self._squads(), self._cadres()
        people = sum(row.people for row in rows)
        said = self.tr("派船接应 {0} 户（处）{1} 人").format(len(rows), people) if rows else ""
        if rows and not squads:
            said += self.tr("，台账里没有带船的队伍")
        self.sums.set_text(said, "state.urgent" if rows and not squads else "text.secondary")
        name = "" if not squads or self._now is None else contact_words.name_of(self._now, squads[0])
        self.team.setText(
            self.tr("呼叫{0}(&B)").format(name)
            if len(squads) == 1
            else self.tr("呼叫船队 {0} 支(&B)").format(len(squads))
        )
        self.cadres.setText(self.tr("呼叫包保干部 {0} 人(&J)").format(len(cadres)))
        why = self.tr("推演中不呼叫任何人") if self._locked else ""
        for button, wanted in ((self.team, squads), (self.cadres, cadres)):
            button.setEnabled(bool(wanted) and not self._locked)
            button.setToolTip(why)
        self.place.setEnabled(len(self.table.chosen_ids()) == 1)

    def _on_chosen(self, ids: tuple[object, ...]) -> None:
        self._renew()
        if len(ids) == 1:
            register, _, row_id = str(ids[0]).partition("/")
            self.chosen.emit(Selection(register, row_id))

    def _to_map(self) -> None:
        rows = self._wanted()
        if self._now is None or len(rows) != 1:
            return
        line = rows[0].line
        kind, row_id = ("plots", line.place) if line.kind == GROWERS else (line.kind, line.id)
        at = point_of(self._now, kind, row_id)
        if at is not None:
            self.place_requested.emit(*at)
