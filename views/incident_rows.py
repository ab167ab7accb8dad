"""Incidents as rows of a list, their history as rows, and their closed loop as steps of a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Incident, IncidentState
from data.model.incident_tables import IncidentTables
from data.model.situation import Situation
from data.rules import incident_loop
from views import incident_words, phrases, step_words, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Column
from widgets.step_line import StepDot, StepState

_SHAPES = {1: Shape.TRIANGLE, 2: Shape.DIAMOND, 3: Shape.CIRCLE}


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident of the list; ages are words so that a row changes only when it reads differently."""

    incident: Incident
    limit: str
    limit_tip: str
    overdue: bool
    aged: str

    @property
    def id(self) -> str:
        """Id of the incident."""
        return self.incident.id

    @property
    def open(self) -> bool:
        """Whether it still stands."""
        return self.incident.closed_at is None


def incident_lines(now: Situation, tables: IncidentTables, time: datetime) -> tuple[IncidentLine, ...]:
    """Open before closed, what is late first, then the graver, then the newer."""
    lines = [_line(one, tables, time) for one in now.incidents.values()]
    return tuple(
        sorted(lines, key=lambda r: (not r.open, not r.overdue, r.incident.grade, -r.incident.at.timestamp(), r.id))
    )


def _line(incident: Incident, tables: IncidentTables, time: datetime) -> IncidentLine:
    pressing = incident_loop.pressing(incident, tables)
    late = pressing is not None and pressing.overdue(time)
    limit = "" if pressing is None else incident_words.left(pressing, time)
    tip = "" if pressing is None else incident_words.running(pressing, time)
    return IncidentLine(incident, limit, tip, late, words.age(incident.at, time))


def line_columns() -> tuple[Column[IncidentLine], ...]:
    """Columns of the list."""
    t = QCoreApplication.translate

    def mark(line: IncidentLine) -> Mark:
        fill = Fill.SOLID if line.open else Fill.FAINT
        return Mark(_SHAPES.get(line.incident.grade, Shape.CIRCLE), "report.e1", fill)

    def ink(line: IncidentLine) -> str | None:
        return None if line.open else "text.muted"

    return (
        Column(
            "grade", t("Incidents", "等级"), lambda r: words.grade(r.incident.grade), role_getter=ink,
            mark_getter=mark, sort_key=lambda r: r.incident.grade, chars=9,
        ),
        Column(
            "kind", t("Incidents", "险情"), lambda r: phrases.registered(r.incident.kind), role_getter=ink,
            tooltip=lambda r: r.incident.text, chars=9, stretch=1,
        ),
        Column(
            "place", t("Incidents", "部位"), lambda r: r.incident.place, role_getter=ink,
            tooltip=lambda r: r.incident.place, chars=10, stretch=2,
        ),
        Column(
            "state", t("Incidents", "进展"), lambda r: incident_words.state(r.incident.state), role_getter=ink,
            sort_key=lambda r: incident_loop.LOOP.index(r.incident.state), chars=12,
        ),
        Column(
            "limit", t("Incidents", "报告时限"), lambda r: r.limit or (r.aged if r.open else words.DASH),
            role_getter=lambda r: "state.urgent" if r.overdue else ink(r), tooltip=lambda r: r.limit_tip,
            chars=18, stretch=1,
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of an incident's history in words."""

    id: int
    at: str
    who: str
    what: str
    note: str


def history_lines(now: Situation, incident: Incident) -> tuple[HistoryLine, ...]:
    """The newest first."""
    lines: list[HistoryLine] = []
    before: IncidentState | None = None
    for at, mark in enumerate(incident.history):
        amended = QCoreApplication.translate("Incidents", "续填")
        what = incident_words.state(mark.state) if mark.state is not before else amended
        if mark.grade:
            what = QCoreApplication.translate("Incidents", "{0} · 定为{1}").format(what, words.grade(mark.grade))
        who = step_words.actor(now, mark.by)
        lines.append(HistoryLine(at, words.date_clock(mark.at), who, what, mark.note))
        before = mark.state
    return tuple(reversed(lines))


def history_columns() -> tuple[Column[HistoryLine], ...]:
    """Columns of the history."""
    t = QCoreApplication.translate
    return (
        Column("at", t("Incidents", "时间"), lambda r: r.at, chars=12, sortable=False),
        Column("what", t("Incidents", "进展"), lambda r: r.what, chars=12, stretch=1, sortable=False),
        Column("note", t("Incidents", "说明"), lambda r: r.note, tooltip=lambda r: r.note, chars=14, stretch=3,
               sortable=False),
        Column("who", t("Incidents", "谁"), lambda r: r.who, tooltip=lambda r: r.who, chars=9, stretch=1,
               sortable=False),
    )  # fmt: skip


def loop_dots(incident: Incident) -> tuple[StepDot, ...]:
    """The closed loop with the times at which its states were first reached since it last went back."""
    reached = _reached(incident)
    at = incident_loop.LOOP.index(incident.state)
    dots: list[StepDot] = []
    for place, state in enumerate(incident_loop.LOOP):
        time = reached.get(state)
        if place == at:
            how = StepState.NOW
        elif place > at:
            how = StepState.AHEAD
        else:
            # Raising an incident is its first report: nobody marks that apart.
            known = time is not None or place < incident_loop.LOOP.index(_first_state(incident))
            how = StepState.DONE if known else StepState.LEFT_OUT
        said = words.clock(time) if time is not None and place <= at else ""
        name = incident_words.state(state)
        left_out = QCoreApplication.translate("Incidents", "{0}（跳过）").format(name)
        full = f"{name}　{words.date_clock(time)}" if said else name
        dots.append(StepDot(name, how, said, left_out if how is StepState.LEFT_OUT else full))
    return tuple(dots)


def _first_state(incident: Incident) -> IncidentState:
    return incident.history[0].state if incident.history else incident.state


def _reached(incident: Incident) -> dict[IncidentState, datetime]:
    found: dict[IncidentState, datetime] = {}
    for mark in incident.history:
        place = incident_loop.LOOP.index(mark.state)
        found = {state: at for state, at in found.items() if incident_loop.LOOP.index(state) <= place}
        found.setdefault(mark.state, mark.at)
    return found
