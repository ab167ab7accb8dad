"""Reports and incidents as rows, the moves that are allowed, and what the patrol needs at a flow."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Incident, Report, ReportState
from data.model.levels import Tier
from data.model.situation import Situation
from data.rules.expressions import variables
from data.rules.plan import tier_of
from views import phrases, plan_words, step_words, words
from views.works_rows import complete_squads
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column

MAY_MOVE: Mapping[ReportState, frozenset[ReportState]] = MappingProxyType(
    {
        ReportState.VERIFIED: frozenset({ReportState.UNVERIFIED}),
        ReportState.HANDLING: frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING}),
        ReportState.CLOSED: frozenset({ReportState.VERIFIED, ReportState.HANDLING}),
        ReportState.REJECTED: frozenset({ReportState.UNVERIFIED}),
    }
)
"""From which states a button may offer a move; data.rules.dispatch decides, a test holds the two together."""
OPEN = frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING})
_SHAPES = MappingProxyType({1: Shape.TRIANGLE, 2: Shape.DIAMOND, 3: Shape.CIRCLE})
_FILLS = MappingProxyType(
    {
        ReportState.UNVERIFIED: Fill.HOLLOW,
        ReportState.VERIFIED: Fill.SOLID,
        ReportState.HANDLING: Fill.HALF,
        ReportState.CLOSED: Fill.FAINT,
        ReportState.REJECTED: Fill.FAINT,
        ReportState.MERGED: Fill.FAINT,
    }
)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report on screen; ages are words so that a row changes only when it reads differently."""

    report: Report
    aged: str
    due: str
    overdue: bool
    owner: str

    @property
    def id(self) -> str:
        """Id of the report."""
        return self.report.id


def overdue(report: Report, time: datetime) -> bool:
    """Whether a report should have been closed by now."""
    return report.state in OPEN and report.due is not None and time > report.due


def report_rows(now: Situation, time: datetime) -> tuple[ReportRow, ...]:
    """All reports: open before closed, overdue first, then the graver, then the newer."""
    rows = [
        ReportRow(
            report,
            words.age(report.at, time),
            words.countdown(report.due, time) if report.due is not None and report.state in OPEN else "",
            overdue(report, time),
            step_words.who(now, report.owner) if report.owner else "",
        )
        for report in now.reports.values()
    ]
    return tuple(
        sorted(
            rows, key=lambda r: (r.report.state not in OPEN, not r.overdue, r.report.grade, -r.report.at.timestamp())
        )
    )


def report_mark(report: Report) -> Mark:
    """Colour tells the category, shape the grade, fill the state."""
    role = f"report.{report.category.lower()}"
    known = report.category in {f"E{n}" for n in range(1, 10)}
    return Mark(_SHAPES.get(report.grade, Shape.CIRCLE), role if known else "text.muted", _FILLS[report.state])


def report_columns() -> tuple[Column[ReportRow], ...]:
    """Columns of the reports."""
    t = QCoreApplication.translate

    def state_ink(row: ReportRow) -> str | None:
        if row.report.state not in OPEN:
            return "text.muted"
        return "state.attention" if row.report.state is ReportState.UNVERIFIED else None

    return (
        Column(
            "kind",
            t("Patrol", "事件"),
            lambda r: f"{words.category(r.report.category)}·{phrases.registered(r.report.kind)}",
            mark_getter=lambda r: report_mark(r.report),
            tooltip=lambda r: r.report.text,
            sort_key=lambda r: (r.report.category, r.report.kind),
            chars=18,
            stretch=1,
        ),
        Column(
            "grade",
            t("Patrol", "等级"),
            lambda r: words.grade(r.report.grade) if r.report.category == "E1" else "",
            role_getter=lambda r: "state.urgent" if r.report.grade == 1 else None,
            sort_key=lambda r: r.report.grade,
            chars=5,
        ),
        Column(
            "state",
            t("Patrol", "状态"),
            lambda r: words.report_state(r.report.state),
            role_getter=state_ink,
            sort_key=lambda r: list(ReportState).index(r.report.state),
            chars=7,
        ),
        Column("place", t("Patrol", "地点"), lambda r: r.report.place or words.DASH, chars=13, stretch=2),
        Column(
            "text",
            t("Patrol", "内容"),
            lambda r: r.report.text,
            role_getter=lambda _: "text.secondary",
            chars=8,
            stretch=3,
        ),
        Column(
            "age",
            t("Patrol", "接报"),
            lambda r: r.aged,
            Align.RIGHT,
            sort_key=lambda r: -r.report.at.timestamp(),
            chars=11,
        ),
        Column(
            "due",
            t("Patrol", "时限"),
            lambda r: r.due,
            Align.RIGHT,
            role_getter=lambda r: "state.urgent" if r.overdue else "text.secondary",
            sort_key=lambda r: r.report.due.timestamp() if r.report.due else math.inf,
            chars=13,
        ),
        Column("owner", t("Patrol", "承办"), lambda r: r.owner, chars=7),
    )


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident and how long it has stood."""

    incident: Incident
    aged: str

    @property
    def id(self) -> str:
        """Id of the incident."""
        return self.incident.id


def incident_rows(now: Situation, time: datetime) -> tuple[IncidentRow, ...]:
    """Open incidents, the gravest first, then those that were closed."""
    rows = [IncidentRow(one, words.age(one.at, time)) for one in now.incidents.values()]
    return tuple(
        sorted(rows, key=lambda r: (r.incident.closed_at is not None, r.incident.grade, -r.incident.at.timestamp()))
    )


def incident_columns() -> tuple[Column[IncidentRow], ...]:
    """Columns of the incidents."""
    t = QCoreApplication.translate

    def ink(row: IncidentRow) -> str | None:
        if row.incident.closed_at is not None:
            return "text.muted"
        return "state.urgent" if row.incident.grade == 1 else None

    def mark(row: IncidentRow) -> Mark:
        closed = row.incident.closed_at is not None
        return Mark(_SHAPES.get(row.incident.grade, Shape.CIRCLE), "report.e1", Fill.FAINT if closed else Fill.SOLID)

    def state(row: IncidentRow) -> str:
        return t("Patrol", "已销号") if row.incident.closed_at is not None else row.aged

    return (
        Column(
            "grade",
            t("Patrol", "等级"),
            lambda r: words.grade(r.incident.grade),
            role_getter=ink,
            mark_getter=mark,
            sort_key=lambda r: r.incident.grade,
            chars=7,
        ),
        Column(
            "kind",
            t("Patrol", "险情"),
            lambda r: phrases.registered(r.incident.kind),
            role_getter=ink,
            tooltip=lambda r: r.incident.text,
            chars=9,
            stretch=1,
        ),
        Column("place", t("Patrol", "地点"), lambda r: r.incident.place, chars=12, stretch=2),
        Column(
            "event",
            t("Patrol", "触发指令"),
            lambda r: plan_words.event(r.incident.event),
            chars=9,
            role_getter=lambda _: "text.secondary",
        ),
        Column("age", t("Patrol", "已历"), state, Align.RIGHT, chars=13),
    )


@dataclass(frozen=True, slots=True)
class PatrolGround:
    """What the registers say of the patrol, whatever the flow: sections, their length, squads."""

    sections: int
    km: float
    complete: int
    squads: int


def patrol_ground(now: Situation) -> PatrolGround:
    """Read the registers once; flows come and go much faster."""
    return PatrolGround(
        sum(route.kind == "责任段" for route in now.registers.routes),
        variables(now.registers)["km"],
        *complete_squads(now),
    )


@dataclass(frozen=True, slots=True)
class PatrolNeed:
    """What the patrol needs at a flow, by the table of tiers, against the squads that are complete."""

    tier: Tier | None
    interval_min: float | None
    groups: int
    missing: int  # groups that are missing for one shift


def patrol_need(ground: PatrolGround, tiers: Iterable[Tier], flow_m3s: float) -> PatrolNeed:
    """Work out the groups of one shift: the sections are walked by as many as the tier asks for per kilometre."""
    tier = tier_of(flow_m3s, tiers)
    per_km = (tier.groups_per_km if tier is not None else None) or 0.0
    groups = math.ceil(round(ground.km * per_km, 6))
    return PatrolNeed(tier, tier.patrol_interval_min if tier else None, groups, max(0, groups - ground.complete))


def owners(now: Situation) -> tuple[tuple[str, str], ...]:
    """Who may be given a report: people on duty and squads, (id, words)."""
    roles = {role.id: phrases.role_name(role) for role in now.registers.roles}
    people = [
        (person.id, f"{person.name} {person.post} {roles.get(person.role, person.role)}")
        for person in now.registers.staff
        if person.on_duty
    ]
    return (*people, *((squad.id, squad.name) for squad in now.registers.squads))


def allowed(reports: Iterable[Report], state: ReportState) -> bool:
    """Whether all of the reports may make a move."""
    chosen = list(reports)
    return bool(chosen) and all(report.state in MAY_MOVE[state] for report in chosen)
