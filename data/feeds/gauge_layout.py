"""Tell which columns of a series hold time, station, stage and flow: one row a reading, or one column a station."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from data.feeds.headings import bare_key, heading_key
from data.feeds.report import FeedRefused, Reason
from data.feeds.stations import KnownStation, StationNames
from data.feeds.tables import RawTable

_LONG: Final[Mapping[str, frozenset[str]]] = MappingProxyType({
    "time": frozenset({
        "tm", "time", "date", "datetime", "timestamp", "at", "时间", "日期", "日期时间", "观测时间", "监测时间",
        "发生时间", "报汛时间", "测时", "年月日", "采集时间", "ymdh", "idtm",
    }),
    "clock": frozenset({"时刻", "时分", "钟点", "clock", "hour", "小时"}),
    "station": frozenset({
        "stcd", "stnm", "station", "stationid", "stationname", "id", "name", "测站", "站名", "站码", "测站编码",
        "测站名称", "站号", "水文站", "站点",
    }),
    "stage": frozenset({
        "z", "rz", "水位", "水位m", "stage", "stagem", "level", "levelm", "levelmraw", "库水位", "waterlevel",
    }),
    "flow": frozenset({
        "q", "otq", "流量", "流量m3s", "流量m3/s", "flow", "flowm3s", "discharge", "出库流量", "出库", "下泄流量",
    }),
    "datum": frozenset({"dtmnm", "datum", "基面", "高程基面", "基面名称"}),
})  # fmt: skip
_ENDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("水位m", "stage"), ("流量m3s", "flow"), ("流量m3/s", "flow"), ("stagem", "stage"), ("flowm3s", "flow"),
    ("水位", "stage"), ("流量", "flow"), ("stage", "stage"), ("flow", "flow"), ("z", "stage"), ("q", "flow"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where one station's values stand; `known` is None where a column names the station row by row."""

    known: KnownStation | None
    label: str
    flow: int | None = None
    stage: int | None = None
    station: int | None = None
    datum: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of a series."""

    time: int
    clock: int | None
    sources: tuple[Source, ...]


def series_keys(names: StationNames) -> frozenset[str]:
    """All heading keys by which a series is recognised."""
    wide = {key + ending for key in names.by_key for ending, _ in _ENDINGS}
    return frozenset(wide.union(*_LONG.values()))


def find_layout(table: RawTable, names: StationNames, only: KnownStation | None) -> Layout:
    """Work out the columns; FeedRefused says what is not there."""
    found: dict[str, int] = {}
    wide: dict[str, dict[str, int]] = {}
    for at, heading in enumerate(table.headings):
        keys = (heading_key(heading), bare_key(heading))
        what = next((name for name, accepted in _LONG.items() if keys[0] in accepted or keys[1] in accepted), None)
        if what is not None:
            # a code is surer than a name
            if what not in found or (what == "station" and keys[0] in {"stcd", "站码", "测站编码"}):
                found[what] = at
            continue
        prefix, what = _split(heading)
        if what is not None:
            wide.setdefault(prefix, {}).setdefault(what, at)
    if "time" not in found:
        raise FeedRefused(Reason.NO_TIME, headings=", ".join(table.headings)[:200])
    return Layout(found["time"], found.get("clock"), _sources(found, wide, names, only))


def _sources(
    found: Mapping[str, int], wide: Mapping[str, Mapping[str, int]], names: StationNames, only: KnownStation | None
) -> tuple[Source, ...]:
    if "flow" in found or "stage" in found:
        if "station" not in found and only is None:
            raise FeedRefused(Reason.NO_STATION)
        by_row = found.get("station")
        return (
            Source(
                only if by_row is None else None,
                only.name if by_row is None and only is not None else "",
                found.get("flow"), found.get("stage"), by_row, found.get("datum"),
            ),
        )  # fmt: skip
    named = [(prefix, columns, names.find(prefix)) for prefix, columns in wide.items()]
    if not any(known is not None and only in {None, known} for _, _, known in named):
        raise FeedRefused(Reason.NO_VALUES)
    return tuple(
        Source(known, prefix if known is None else known.name, columns.get("flow"), columns.get("stage"))
        for prefix, columns, known in named
        if only is None or known == only
    )


def _split(heading: str) -> tuple[str, str | None]:
    """Split "huayuankou_Z" or "花园口流量(m³/s)" into the station's spelling and what is measured."""
    for key in (heading_key(heading), bare_key(heading)):
        for ending, what in _ENDINGS:
            if key.endswith(ending) and len(key) > len(ending):
                return key.removesuffix(ending), what
    return "", None
