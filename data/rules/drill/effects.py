"""What an inject lets happen, as steps: its mark first, then a report, a message, an order, a reading …

What is no step (a link that is lost, people who do not answer, a road that is cut) is derived in scene.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from data.model.dispatch import Report, SuperiorOrder
from data.model.drill import CONTROL, Fired, Inject, InjectKind, Scenario
from data.model.drill_steps import InjectMarked
from data.model.field import Attachment
from data.model.levels import Level
from data.model.office import DutyMessage, Medium
from data.model.office_steps import MessageLogged
from data.model.people import Whereabouts
from data.model.places import StoneState
from data.model.river import Forecast, Reading
from data.model.situation import Situation
from data.model.steps import (
    Body,
    ForecastEntered,
    OrderEnded,
    OrderReceived,
    ReadingTaken,
    Realm,
    ReportReceived,
    Step,
    StoneStateSet,
    WhereaboutsSet,
)
from data.rules.drill.course import CONSTRUCTED
from data.rules.geometry import centre

SCRIPT = "script"
"""Who fired an inject whose time or conditions came; exercise control is CONTROL."""

_NO_PICTURES: Mapping[str, Attachment] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Firing:
    """An inject being fired: when, by whom, with the pictures at hand by their names."""

    inject: Inject
    scenario: Scenario
    now: Situation
    at: datetime
    by: str
    pictures: Mapping[str, Attachment]


def report_id(inject: str) -> str:
    """Return the id of the report that an inject brings."""
    return f"inject-{inject}-report"


def message_id(inject: str) -> str:
    """Return the id of the message that an inject brings."""
    return f"inject-{inject}-message"


def order_id(inject: str) -> str:
    """Return the id of the superior's order that an inject brings."""
    return f"inject-{inject}-order"


def steps_of(
    inject: Inject,
    scenario: Scenario,
    now: Situation,
    at: datetime,
    by: str = SCRIPT,
    pictures: Mapping[str, Attachment] = _NO_PICTURES,
    *,
    english: bool = False,
) -> tuple[Step, ...]:
    """Return the mark of an inject and what it lets happen at `at` of the scene; the actor is who speaks.

    At a desk in English the players hear the English text, where there is one.
    """
    if english:
        inject = replace(inject, title=inject.title_en or inject.title, text=inject.text_en or inject.text)
    firing = Firing(inject, scenario, now, at, by, pictures)
    mark = InjectMarked(inject.id, inject.title, Fired.FIRED, by)
    speaker = inject.says if _is_somebody(now, inject.says) else CONTROL
    happening = [(name, body) for name, body in _bodies(firing) if body is not None]
    return (
        Step(f"inject-{inject.id}-mark", at, CONTROL, Realm.DRILL, mark),
        *(Step(f"inject-{inject.id}-{name}", at, speaker, Realm.DRILL, body) for name, body in happening),
    )


def withheld(inject: Inject, at: datetime, note: str, by: str = CONTROL) -> Step:
    """Return the step by which exercise control withholds an inject."""
    body = InjectMarked(inject.id, inject.title, Fired.WITHHELD, by, note)
    return Step(f"inject-{inject.id}-withheld", at, CONTROL, Realm.DRILL, body)  # may be fired later: a key of its own


def _bodies(firing: Firing) -> tuple[tuple[str, Body | None], ...]:
    inject = firing.inject
    spoken = inject.kind in (InjectKind.MESSAGE, InjectKind.WEATHER) or bool(inject.detail("medium"))
    reopened = inject.kind is InjectKind.ROAD and inject.detail("state") == "open"
    if not spoken and not reopened:
        return _own(firing)
    usual = Medium.BULLETIN if inject.kind is InjectKind.WEATHER else Medium.TELEPHONE
    return (*_own(firing), ("message", MessageLogged(_message(firing, usual))))


def _own(firing: Firing) -> tuple[tuple[str, Body | None], ...]:
    """Return what an inject lets happen beside being told."""
    inject = firing.inject
    match inject.kind:
        case InjectKind.REPORT | InjectKind.INCIDENT:
            return (("report", ReportReceived(_report(firing))),)
        case InjectKind.ROAD:
            cut = inject.detail("state") == "cut"
            return (("report", ReportReceived(_road(firing)) if cut else None),)
        case InjectKind.ORDER:
            return (("ended", _ended(firing)), ("order", OrderReceived(_order(firing))))
        case InjectKind.FORECAST:
            return (("forecast", ForecastEntered(_forecast(firing))),)
        case InjectKind.READING:
            return (("reading", ReadingTaken(_reading(firing))),)
        case InjectKind.STONES:
            stones = tuple(inject.detail("stones").split(";"))
            return (("stones", StoneStateSet(stones, StoneState(inject.detail("state")), inject.title)),)
        case InjectKind.WHEREABOUTS:
            people = tuple(inject.detail("people").split(";"))
            state = Whereabouts(inject.detail("state"))
            return (("whereabouts", WhereaboutsSet(inject.detail("register"), people, state, inject.text)),)
        case InjectKind.MESSAGE | InjectKind.WEATHER | InjectKind.LINK | InjectKind.SILENCE:
            return ()


def _message(firing: Firing, usual: Medium) -> DutyMessage:
    inject = firing.inject
    medium, wanted = inject.detail("medium"), inject.detail("answer_min")
    due = firing.at + timedelta(minutes=float(wanted)) if wanted else None
    return DutyMessage(
        message_id(inject.id),
        firing.at,
        Medium(medium) if medium else usual,
        _speaker(firing),
        inject.text,
        due=due,
    )


def _report(firing: Firing) -> Report:
    inject, now = firing.inject, firing.now
    first = _followed(firing.scenario, inject)
    lon, lat = _where(inject, now) or _where(first, now) or (None, None)
    return Report(
        report_id(inject.id),
        firing.at,
        inject.detail("category") or first.detail("category", "E1"),
        inject.detail("kind"),
        inject.text,
        inject.says,
        lon,
        lat,
        inject.detail("place") or first.detail("place"),
        int(float(inject.detail("grade") or first.detail("grade", "3"))),
        note=CONSTRUCTED if inject.constructed else "",
        observed_at=firing.at,
        position="" if lon is None else "map",
        photos=_photos(firing),
    )


def _road(firing: Firing) -> Report:
    inject, now = firing.inject, firing.now
    route = now.registers.routes.get(inject.detail("route"))
    lon, lat = _where(inject, now) or (route.path[len(route.path) // 2] if route and route.path else (None, None))
    return Report(
        report_id(inject.id),
        firing.at,
        "E6",
        "道路阻断",
        inject.text,
        inject.says,
        lon,
        lat,
        inject.detail("place") or (route.name if route else ""),
        2,
        note=CONSTRUCTED if inject.constructed else "",
        observed_at=firing.at,
        position="" if lon is None else "map",
        photos=_photos(firing),
    )


def _photos(firing: Firing) -> tuple[Attachment, ...]:
    names = firing.inject.detail("photos").split(";")
    return tuple(firing.pictures[name] for name in names if name in firing.pictures)


def _followed(scenario: Scenario, inject: Inject) -> Inject:
    """Return the first inject of the chain that this one makes worse; itself when it follows none."""
    seen = {inject.id}
    while (before := scenario.inject(inject.detail("follows"))) is not None and before.id not in seen:
        inject = before
        seen.add(inject.id)
    return inject


def _where(inject: Inject, now: Situation) -> tuple[float, float] | None:
    """Return the point of an inject: as it is given, else the head of its spur, else the middle of its grid."""
    lon, lat = inject.detail("lon"), inject.detail("lat")
    if lon and lat:
        return float(lon), float(lat)
    spur = now.registers.spurs.get(inject.detail("spur"))
    if spur is not None and spur.path:
        return spur.path[-1]
    grid = now.registers.grids.get(inject.detail("grid"))
    return None if grid is None else centre(grid.ring)


def _order(firing: Firing) -> SuperiorOrder:
    inject = firing.inject
    level = Level.parse(inject.detail("level"))
    return SuperiorOrder(
        order_id(inject.id), firing.at, inject.detail("issuer"), inject.detail("reference"), inject.text, int(level)
    )


def _ended(firing: Firing) -> OrderEnded | None:
    order = order_id(firing.inject.detail("ends"))
    standing = firing.now.orders.get(order)
    if standing is None or standing.ended_at is not None:
        return None
    return OrderEnded(order, firing.inject.title)


def _forecast(firing: Firing) -> Forecast:
    inject = firing.inject
    valid = firing.at + timedelta(minutes=float(inject.detail("lead_min")))
    source = inject.says if not inject.constructed else f"{CONSTRUCTED}：{inject.says or inject.title}"
    return Forecast(inject.detail("station"), float(inject.detail("flow_m3s")), valid, firing.at, source)


def _reading(firing: Firing) -> Reading:
    inject = firing.inject
    flow, stage = inject.detail("flow_m3s"), inject.detail("stage_m")
    source = inject.says if not inject.constructed else f"{CONSTRUCTED}：{inject.says or inject.title}"
    return Reading(
        inject.detail("station"),
        firing.at,
        float(flow) if flow else None,
        float(stage) if stage else None,
        inject.detail("datum"),
        source,
    )


def _speaker(firing: Firing) -> str:
    person = firing.now.registers.staff.get(firing.inject.says)
    if person is not None:
        return f"{person.name}（{person.post}）"
    return firing.inject.says or CONTROL


def _is_somebody(now: Situation, person: str) -> bool:
    registers = now.registers
    return any(
        one.get(person) is not None
        for one in (registers.staff, registers.keypeople, registers.growers, registers.households)
    )
