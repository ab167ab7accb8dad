"""Which observed values are to be doubted, and why; a doubted value is kept and shown all the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from immutables import Map

from data.model.observing_tables import Balance, Limits, ObservingTables
from data.model.river import Reading, Station
from data.model.telemetry import Doubt, Observation, SourceKind, Variable

KEEP_OUT = frozenset({Doubt.INVALID, Doubt.RANGE, Doubt.RATE, Doubt.REPEAT, Doubt.FUTURE, Doubt.DATUM})
"""Doubts that keep a value from the rules. A late one is true of its time, and one that does not fit its neighbours may
be the flood that nobody expected: both count, and are shown as what they are."""

UNITS: Mapping[Variable, str] = {
    Variable.STAGE: "m", Variable.FLOW: "m³/s", Variable.INFLOW: "m³/s", Variable.STORAGE: "10⁶m³", Variable.RAIN: "mm",
    Variable.RAIN_TOTAL: "mm", Variable.SEDIMENT: "kg/m³", Variable.VELOCITY: "m/s", Variable.VOLTAGE: "V",
    Variable.WATER_TEMPERATURE: "°C",
}  # fmt: skip
"""The unit of each variable in the normal form."""

MOST_TRACKS = 60_000
"""Series watched at once; beyond it a new one is not compared with what came before."""

Key = tuple[str, Variable, str]


@dataclass(frozen=True, slots=True)
class Track:
    """What a series needs to be remembered by: its last sound value, and since when it has stood the same."""

    at: datetime
    value: float
    datum: str
    since: datetime
    count: int


Tracks = Map[Key, Track]


def judged(
    batch: Iterable[Observation],
    tracks: Tracks,
    tables: ObservingTables,
    stations: Mapping[str, Station],
    readings: Mapping[str, tuple[Reading, ...]],
) -> tuple[tuple[Observation, ...], Tracks]:
    """Return the observations with their doubts, in order, and the tracks after them.

    `stations` are the registered ones, `readings` the recent ones of each: for datum and neighbours.
    """
    done: list[Observation] = []
    moving = tracks.mutate()
    for one in batch:
        key = (one.station, one.variable, one.source.key)
        limits = tables.limits(one.station, one.variable)
        station = stations.get(one.station)
        seen = with_datum(one, limits, station)
        track = moving.get(key)
        doubts = _doubts(seen, limits, track)
        if seen.variable is Variable.STAGE:  # of a station that nobody registered there is no datum to compare with
            foreign = station is not None and _foreign(seen, limits, station)
            doubts = doubts | {Doubt.DATUM} if foreign else doubts - {Doubt.DATUM}
        balance = tables.balances.get(seen.station) if seen.variable is Variable.FLOW else None
        if balance is not None and not doubts & KEEP_OUT and _unbalanced(seen, balance, stations, readings):
            doubts |= {Doubt.NEIGHBOUR}
        done.append(replace(seen, doubts=doubts) if doubts != seen.doubts else seen)
        if (track is not None or len(moving) < MOST_TRACKS) and not doubts & _NOT_TRACKED:
            after = _followed(seen, limits, track)
            if after is not None:
                moving[key] = after
    return tuple(done), moving.finish()


_NOT_TRACKED = frozenset({Doubt.INVALID, Doubt.RANGE, Doubt.RATE, Doubt.FUTURE})


def with_datum(one: Observation, limits: Limits, station: Station | None) -> Observation:
    """Return a stage with the datum that the station's own telemetry has, which its frames cannot say."""
    if one.variable is not Variable.STAGE or one.datum or one.source.kind is not SourceKind.SL651:
        return one
    datum = (station.datum if station is not None else "") or limits.datum
    return replace(one, datum=datum, doubts=one.doubts - {Doubt.DATUM}) if datum else one


def _doubts(one: Observation, limits: Limits, track: Track | None) -> frozenset[Doubt]:
    found = set(one.doubts)
    delay = (one.received_at - one.at).total_seconds()
    if delay > limits.late_min * 60 and one.source.kind is SourceKind.SL651:  # a base or a file tells of years ago
        found.add(Doubt.LATE)
    elif -delay > limits.future_min * 60:
        found.add(Doubt.FUTURE)
    if one.value is None:
        found.add(Doubt.INVALID)
    elif not limits.low <= one.value <= limits.high:  # also what is no number
        found.add(Doubt.RANGE)
    elif track is not None and track.datum == one.datum:
        apart_s = max(abs((one.at - track.at).total_seconds()), limits.rate_floor_min * 60)
        if abs(one.value - track.value) > limits.rate_h * apart_s / 3600:
            found.add(Doubt.RATE)
        elif _stands(one, limits, track):
            found.add(Doubt.REPEAT)
    return frozenset(found)


def _stands(one: Observation, limits: Limits, track: Track) -> bool:
    return (
        one.value == track.value
        and one.at - track.at <= timedelta(hours=limits.repeat_gap_h)
        and (one.at - track.since).total_seconds() >= limits.repeat_h * 3600
        and track.count + 1 >= limits.repeat_count
    )


def _followed(one: Observation, limits: Limits, track: Track | None) -> Track | None:
    if one.value is None or (track is not None and one.at <= track.at):
        return None
    same = (
        track is not None
        and one.value == track.value
        and one.datum == track.datum
        and one.at - track.at <= timedelta(hours=limits.repeat_gap_h)
    )
    if track is not None and same:
        return Track(one.at, one.value, one.datum, track.since, track.count + 1)
    return Track(one.at, one.value, one.datum, one.at, 1)


def _foreign(one: Observation, limits: Limits, station: Station) -> bool:
    """Whether a stage has no datum, or another than its station's."""
    own = station.datum or limits.datum
    return not one.datum or bool(own and one.datum != own)


def _unbalanced(
    one: Observation,
    balance: Balance,
    stations: Mapping[str, Station],
    readings: Mapping[str, tuple[Reading, ...]],
) -> bool:
    """Whether a flow fits neither the least nor the most that came down from upstream in time; unknown fits."""
    least = most = 0.0
    for part in balance.parts:
        station = stations.get(part)
        if station is None or station.travel_h is None or one.value is None:
            return False
        near = _around(readings.get(part, ()), one.at - timedelta(hours=station.travel_h), station.travel_h)
        if not near:
            return False
        least, most = least + min(near), most + max(near)
    value = one.value or 0.0
    return not (balance.low_share * least - balance.slack_m3s <= value <= balance.high_share * most + balance.slack_m3s)


def _around(readings: tuple[Reading, ...], at: datetime, travel_h: float) -> list[float]:
    """Return the flows that passed around a time: travel times depend on the flow, bulletins come once a day."""
    width = timedelta(hours=max(24.0, travel_h))
    return [one.flow_m3s for one in readings if one.flow_m3s is not None and abs(one.at - at) <= width]
