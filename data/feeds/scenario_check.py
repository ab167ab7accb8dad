"""What a scenario says of itself and of the registers: ids, references, times, courses, proofs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import cast

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario_faults import ScenarioCode, ScenarioFault
from data.feeds.scenario_grammar import Key, Sort
from data.feeds.scenario_lines import Lines
from data.model.drill import Act, Condition, Expectation, Ground, Inject, InjectKind, Scenario, Trace
from data.model.register import Registers

_PERSON_ID = re.compile(r"^[A-Z]{1,3}\d{2,}$")
_WAITS = frozenset({Ground.AFTER, Ground.ANSWERED, Ground.UNANSWERED})
_REPORTS = frozenset({InjectKind.REPORT, InjectKind.INCIDENT, InjectKind.ROAD})
_CONSTRUCTED = "情景构造"


def faults_within(scenario: Scenario) -> Iterator[ScenarioFault]:
    """Find what is wrong in a scenario by itself, whether it was read from a file or made at the desk."""
    if not (math.isfinite(scenario.length_min) and scenario.length_min > 0):
        yield _fault(ScenarioCode.OUT_OF_RANGE, "length_min", value=scenario.length_min, low=1, high=grammar.MOST_MIN)
    if scenario.constructed and _CONSTRUCTED not in scenario.source + scenario.about:
        yield _fault(ScenarioCode.NOT_TOLD_CONSTRUCTED, "source")
    twice = {station for station, count in Counter(one.station for one in scenario.traces).items() if count > 1}
    for number, trace in enumerate(scenario.traces, start=1):
        path = f"trace[{number}]"
        if trace.station in twice:
            yield _fault(ScenarioCode.STATION_TWICE, f"{path}.station", value=trace.station)
        yield from _course(trace, path, scenario.length_min)
    ids = Counter(one.id for one in scenario.injects)
    expected = Counter(one.id for inject in scenario.injects for one in inject.expects)
    for number, inject in enumerate(scenario.injects, start=1):
        path = f"inject[{number}]"
        if ids[inject.id] > 1:
            yield _fault(ScenarioCode.DUPLICATE_ID, f"{path}.id", value=inject.id)
        yield from _fires(inject, path, scenario, ids)
        for n, one in enumerate(inject.expects, start=1):
            where = f"{path}.expect[{n}]"
            if expected[one.id] > 1:
                yield _fault(ScenarioCode.DUPLICATE_ID, f"{where}.id", value=one.id)
            yield from _proven(one, inject, where, scenario)
    yield from _cycles(scenario)


def _fault(code: ScenarioCode, key: str, **params: str | float) -> ScenarioFault:
    return ScenarioFault(code, key, params=params)


def _course(trace: Trace, path: str, length: float) -> Iterator[ScenarioFault]:
    if not trace.points:
        yield _fault(ScenarioCode.NO_POINTS, f"{path}.points")
    for number, (before, after) in enumerate(pairwise(trace.points), start=2):
        if after[0] <= before[0]:
            yield _fault(ScenarioCode.NOT_RISING, f"{path}.points", number=number, value=after[0])
            break
    beyond = next((at for at, *_ in trace.points if at > length), None)
    if beyond is not None:
        yield _fault(ScenarioCode.TIME_OUTSIDE, f"{path}.points", value=beyond, length=length)
    if any(not math.isfinite(value) for point in trace.points for value in point if value is not None):
        yield _fault(ScenarioCode.NOT_FINITE, f"{path}.points")


def _fires(inject: Inject, path: str, scenario: Scenario, ids: Collection[str]) -> Iterator[ScenarioFault]:
    if inject.at_min is None and not inject.when and not inject.by_hand:
        yield _fault(ScenarioCode.NEVER_FIRES, path, value=inject.id)
    if inject.at_min is not None and not 0 <= inject.at_min <= scenario.length_min:  # NaN is outside too
        yield _fault(ScenarioCode.TIME_OUTSIDE, f"{path}.at_min", value=inject.at_min, length=scenario.length_min)
    for number, one in enumerate(inject.when, start=1):
        yield from _condition(one, f"{path}.when[{number}]", scenario, ids)
    names = grammar.DETAILS[inject.kind]
    given = dict(inject.details)
    known = ", ".join(names)
    for name in given:
        if name not in names:
            yield _fault(ScenarioCode.KEY_UNKNOWN, f"{path}.details.{name}", known=known)
    for name, key in names.items():
        if key.needed and not given.get(name):
            yield _fault(ScenarioCode.KEY_MISSING, f"{path}.details.{name}")
        if key.refers == "inject" and given.get(name, inject.id) not in ids:
            yield _fault(ScenarioCode.NO_SUCH_INJECT, f"{path}.details.{name}", value=given[name])
    if inject.kind is InjectKind.READING and not {"flow_m3s", "stage_m"} & set(given):
        yield _fault(ScenarioCode.KEY_MISSING, f"{path}.details.flow_m3s")


def _condition(one: Condition, path: str, scenario: Scenario, ids: Collection[str]) -> Iterator[ScenarioFault]:
    if one.ground in _WAITS and one.ref not in ids:
        yield _fault(ScenarioCode.NO_SUCH_INJECT, f"{path}.ref", value=one.ref)
    if one.ground in (Ground.AFTER, Ground.UNANSWERED) and not 0 <= one.value <= scenario.length_min:
        yield _fault(ScenarioCode.TIME_OUTSIDE, f"{path}.minutes", value=one.value, length=scenario.length_min)
    if one.ground in (Ground.ANSWERED, Ground.UNANSWERED):
        asked = scenario.inject(one.ref)
        if asked is not None and not asked.expects:
            yield _fault(ScenarioCode.PROOF_MISSING, f"{path}.ref", value=one.ref, choices="expect")


def _proven(one: Expectation, inject: Inject, path: str, scenario: Scenario) -> Iterator[ScenarioFault]:
    if not one.role:
        yield _fault(ScenarioCode.KEY_MISSING, f"{path}.role")
    if not (math.isfinite(one.within_min) and one.within_min > 0):
        yield _fault(
            ScenarioCode.OUT_OF_RANGE, f"{path}.within_min", value=one.within_min, low=1, high=grammar.MOST_MIN
        )
    given = dict(one.proof)
    names = grammar.PROOFS[one.act]
    for name, key in names.items():
        if key.needed and not given.get(name):
            yield _fault(ScenarioCode.KEY_MISSING, f"{path}.proof.{name}")
        if key.refers == "inject" and name in given and scenario.inject(given[name]) is None:
            yield _fault(ScenarioCode.NO_SUCH_INJECT, f"{path}.proof.{name}", value=given[name])
    any_of = grammar.ONE_OF.get(one.act)
    if any_of and not any(given.get(name) for name in any_of):
        yield _fault(ScenarioCode.PROOF_MISSING, f"{path}.proof", choices=", ".join(any_of))
    yield from _has_object(one, scenario.inject(given.get("inject", inject.id)) or inject, path)


def _has_object(one: Expectation, about: Inject, path: str) -> Iterator[ScenarioFault]:
    """What is to be verified or answered must have come with the inject."""
    if one.act in (Act.VERIFY, Act.INCIDENT, Act.AMEND) and about.kind not in _REPORTS:
        yield _fault(ScenarioCode.NO_REPORT, f"{path}.act", value=about.id)
    if one.act is Act.ANSWER and not about.detail("answer_min"):
        yield _fault(ScenarioCode.NO_MESSAGE, f"{path}.act", value=about.id)


def _cycles(scenario: Scenario) -> Iterator[ScenarioFault]:
    """Find injects that wait for each other or follow each other in a ring; each is told in one ring."""
    waits: dict[str, set[str]] = {
        inject.id: {one.ref for one in inject.when if one.ground in _WAITS} | {inject.detail("follows")} - {""}
        for inject in scenario.injects
    }
    places = {inject.id: number for number, inject in enumerate(scenario.injects, start=1)}
    while waits:
        try:
            TopologicalSorter(waits).prepare()
        except CycleError as fault:
            ring = cast("list[str]", fault.args[1])
            first = min(ring, key=lambda one: places[one])
            yield _fault(ScenarioCode.CYCLE, f"inject[{places[first]}].when", value=" → ".join(ring))
            waits = {one: refs - set(ring) for one, refs in waits.items() if one not in ring}
        else:
            return


# ── against the registers ──


def check(
    scenario: Scenario, registers: Registers, pictures: Collection[str] | None = None, text: str = ""
) -> list[ScenarioFault]:
    """Find what the registers do not have; `pictures` are the names of the pictures at hand, None = do not ask.

    With the text of its file the faults have their lines.
    """
    lines = Lines(text)
    return [replace(one, line=lines.of(one.key)) for one in _checked(scenario, registers, pictures)]


def _checked(scenario: Scenario, registers: Registers, pictures: Collection[str] | None) -> Iterator[ScenarioFault]:
    for number, trace in enumerate(scenario.traces, start=1):
        yield from _known({"station": trace.station}, grammar.TRACE, f"trace[{number}]", registers)
    for number, player in enumerate(scenario.players, start=1):
        yield from _known({"role": player.role}, grammar.PLAYER, f"player[{number}]", registers)
    for number, inject in enumerate(scenario.injects, start=1):
        path = f"inject[{number}]"
        if _PERSON_ID.match(inject.says) and not _is_somebody(inject.says, registers):
            yield _fault(ScenarioCode.NOT_IN_REGISTER, f"{path}.says", value=inject.says, register="staff")
        details = dict(inject.details)
        yield from _known(details, grammar.DETAILS[inject.kind], f"{path}.details", registers)
        yield from _people(details, f"{path}.details", registers)
        for name in details.get("photos", "").split(";") if pictures is not None else ():
            if name and name not in (pictures or ()):
                yield _fault(ScenarioCode.NO_PICTURE, f"{path}.details.photos", value=name)
        for n, one in enumerate(inject.expects, start=1):
            where = f"{path}.expect[{n}]"
            yield from _known({"role": one.role, "clause": one.clause}, grammar.EXPECT, where, registers)
            yield from _known(dict(one.proof), grammar.PROOFS[one.act], f"{where}.proof", registers)
            yield from _people(dict(one.proof), f"{where}.proof", registers)


def _known(
    given: Mapping[str, str], names: Mapping[str, Key], path: str, registers: Registers
) -> Iterator[ScenarioFault]:
    for name, key in names.items():
        if key.refers in ("", "inject") or not given.get(name):
            continue
        for one in given[name].split(";") if key.sort is Sort.TEXTS else (given[name],):
            if registers.of(key.refers).get(one) is None:
                yield _fault(ScenarioCode.NOT_IN_REGISTER, f"{path}.{name}", value=one, register=key.refers)


def _people(given: Mapping[str, str], path: str, registers: Registers) -> Iterator[ScenarioFault]:
    register = given.get("register", "")
    if register not in ("growers", "keypeople", "households"):
        return
    for one in given.get("people", "").split(";"):
        if registers.of(register).get(one) is None:
            yield _fault(ScenarioCode.NOT_IN_REGISTER, f"{path}.people", value=one, register=register)


def _is_somebody(person: str, registers: Registers) -> bool:
    return any(
        one.get(person) is not None
        for one in (registers.staff, registers.keypeople, registers.growers, registers.households)
    )
