"""The morning bulletin (水情日报) at 08:00 as text and table: what stations said, what changed, what is missing.

A bulletin is a document in Chinese whatever the language of the screen. What is missing is named, never left blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data.model.river import HUAYUANKOU, Outlook, Reading, Station
from data.model.situation import Situation
from data.model.steps import Realm
from data.model.telemetry import Board, Observation, Source, SourceKind, Variable

UNIT = "花园口镇防汛指挥部"
ABSENT = "缺报"
UNSENT = "未报"
"""Stands where a station that did report does not send this."""
UNLIKE = "无可比值"
NEAR = timedelta(hours=1)
"""A value of this near to 08:00 counts as that of 08:00."""
HEADINGS = (
    "类别", "站名", "河名", "流量 m³/s", "较昨日", "水位 m", "较昨日 m", "基面", "入库 m³/s", "蓄水量 亿m³",
    "观测时间", "来源", "说明",
)  # fmt: skip

_BEIJING = ZoneInfo("Asia/Shanghai")
_DAY = timedelta(days=1)
_LEADS_H = (24, 48, 72)
_TOLD = (Variable.FLOW, Variable.STAGE, Variable.INFLOW, Variable.STORAGE)
_NUMERALS = ("未启动", "Ⅳ级", "Ⅲ级", "Ⅱ级", "Ⅰ级")
_MARKS = MappingProxyType({Realm.WHATIF: "【推演】", Realm.DRILL: "【演练】", Realm.REPLAY: "【回放】"})
_SOURCES = MappingProxyType(
    {
        SourceKind.HAND: "人工", SourceKind.SL651: "遥测", SourceKind.SL323: "水情库", SourceKind.HTTP: "接口",
        SourceKind.FILE: "文件",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """One station at 08:00; None is a value that nobody sent. `at` is when it was observed."""

    station: Station
    reservoir: bool
    flow_m3s: float | None = None
    flow_before: float | None = None
    stage_m: float | None = None
    stage_before: float | None = None
    datum: str = ""
    inflow_m3s: float | None = None
    storage_mcm: float | None = None  # 10⁶ m³
    at: datetime | None = None
    source: str = ""
    note: str = ""

    @property
    def absent(self) -> bool:
        """Whether nothing came for 08:00."""
        return self.flow_m3s is None and self.stage_m is None


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The bulletin: its moment, text, stations, and what is missing in words."""

    at: datetime
    title: str
    text: str
    rows: tuple[BulletinRow, ...]
    missing: tuple[str, ...]

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The rows as cells under `HEADINGS`."""
        return tuple(_cells(row) for row in self.rows)


def eight(time: datetime) -> datetime:
    """Return the last 08:00 in Beijing that has been."""
    local = time.astimezone(_BEIJING)
    morning = local.replace(hour=8, minute=0, second=0, microsecond=0)
    return morning if morning <= local else morning - _DAY


def bulletin(now: Situation, board: Board | None, at: datetime, unit: str = UNIT) -> Bulletin:
    """Make the bulletin of an 08:00."""
    rows = tuple(_row(now, board, station, at) for station in _ordered(now))
    rivers, reservoirs = ([row for row in rows if row.reservoir is kind] for kind in (False, True))
    missing = _missing(now, rows, at)
    mark = _MARKS.get(now.realm, "")
    title = f"{mark}{unit}水情日报"
    parts = [
        title,
        f"{at.astimezone(_BEIJING):%Y年%m月%d日} 08时",
        "",
        f"一、河道水情\n{_listed(rivers)}",
        f"二、水库水情\n{_listed(reservoirs)}",
        f"三、预报\n{_forecast(now, at)}",
        f"四、预警响应\n{_warning(now, at)}",
        "五、资料情况\n" + ("\n".join(f"{one}。" for one in missing) if missing else "各站 08 时资料齐全。"),
    ]
    return Bulletin(at, title, "\n".join(parts) + "\n", rows, missing)


def _ordered(now: Situation) -> list[Station]:
    """Return 花园口 first, then the others as the water comes; those without a travel time last."""
    far = 1e9

    def place(station: Station) -> tuple[bool, float]:
        return station.id != HUAYUANKOU, -station.travel_h if station.travel_h is not None else far

    return sorted(now.registers.stations, key=place)


def _row(now: Situation, board: Board | None, station: Station, at: datetime) -> BulletinRow:
    readings = now.readings.get(station.id, ())
    found = _seen(board, station.id, at)
    flow = _near(readings, "flow_m3s", at) or _as_reading(found.get(Variable.FLOW))
    stage = _near(readings, "stage_m", at) or _as_reading(found.get(Variable.STAGE))
    inflow, storage = found.get(Variable.INFLOW), found.get(Variable.STORAGE)
    reservoir = station.name.endswith(("水库", "老湖")) or inflow is not None or storage is not None
    flow_before = _near(readings, "flow_m3s", at - _DAY)
    stage_before = _near(readings, "stage_m", at - _DAY)
    datum = "" if stage is None else stage.datum or station.datum
    same = stage_before is not None and (stage_before.datum or station.datum) == datum
    first = flow or stage
    return BulletinRow(
        station,
        reservoir,
        None if flow is None else flow.flow_m3s,
        None if flow_before is None else flow_before.flow_m3s,
        None if stage is None else stage.stage_m,
        stage_before.stage_m if stage_before is not None and same else None,
        datum,
        None if inflow is None else inflow.value,
        None if storage is None else storage.value,
        None if first is None else first.at,
        "" if first is None else _source(first.source),
        _note(readings, first, at),
    )


def _near(readings: Sequence[Reading], what: str, at: datetime) -> Reading | None:
    """Return the usable reading nearest to a time that has the value."""
    close = [one for one in readings if one.usable and getattr(one, what) is not None and abs(one.at - at) <= NEAR]
    return min(close, key=lambda one: abs(one.at - at), default=None)


def _seen(board: Board | None, station: str, at: datetime) -> dict[Variable, Observation]:
    """Return what the board holds of a station around 08:00, without doubtful values."""
    if board is None:
        return {}
    seen: dict[Variable, Observation] = {}
    for variable in _TOLD:
        values = board.newest.get((station, variable), ())
        good = [one for one in values if one.value is not None and not one.doubts and abs(one.at - at) <= NEAR]
        if good:
            seen[variable] = min(good, key=lambda one: (abs(one.at - at), one.source.key))
    return seen


def _as_reading(one: Observation | None) -> Reading | None:
    if one is None:
        return None
    flow = one.variable is Variable.FLOW
    return Reading(
        one.station, one.at, one.value if flow else None, None if flow else one.value, one.datum, one.source.key
    )


def _note(readings: Sequence[Reading], shown: Reading | None, at: datetime) -> str:
    """Say where the value is of another minute, or what the station said last."""
    if shown is not None:
        return "" if shown.at == at else f"{shown.at.astimezone(_BEIJING):%H:%M} 值"
    last = next((one for one in reversed(readings) if one.usable and one.at <= at), None)
    if last is None:
        return f"{ABSENT}，此前亦无报汛"
    flow = f"{three(last.flow_m3s, ',')} m³/s" if last.flow_m3s is not None else f"{last.stage_m:.2f} m"
    return f"08 时{ABSENT}，最近 {last.at.astimezone(_BEIJING):%m-%d %H:%M} {flow}（早 {_span(at - last.at)}）"


def _source(text: str) -> str:
    kind, mark, _ = text.partition(":")
    if mark and kind in {one.value for one in SourceKind}:
        source = Source.of(text)
        return f"{_SOURCES[source.kind]} {source.name}".strip()
    return text or "来源未注明"


# text


def _listed(rows: Sequence[BulletinRow]) -> str:
    told = [_told(row) for row in rows if not row.absent]
    absent = [row.station.name for row in rows if row.absent]
    if absent:
        told.append(f"{ABSENT}：{'、'.join(absent)}。")
    return "\n".join(told) if told else "台账中没有这类测站。"


def _told(row: BulletinRow) -> str:
    parts: list[str] = []
    if row.stage_m is not None:
        name = "库水位" if row.reservoir else "水位"
        parts.append(f"{name} {row.stage_m:.2f} m（{row.datum or '基面未注明'}），{_since(row, stage=True)}")
    if row.storage_mcm is not None:
        parts.append(f"蓄水 {row.storage_mcm / 100:.2f} 亿m³")
    if row.inflow_m3s is not None:
        parts.append(f"入库 {three(row.inflow_m3s, ',')} m³/s")
    if row.flow_m3s is not None:
        name = "出库" if row.reservoir else "流量"
        parts.insert(0 if not row.reservoir else len(parts), f"{name} {three(row.flow_m3s, ',')} m³/s，{_since(row)}")
    note = f"（{row.note}）" if row.note else ""
    return f"{row.station.name}{note}：{'；'.join(parts)}。"


def _since(row: BulletinRow, *, stage: bool = False) -> str:
    value, before = (row.stage_m, row.stage_before) if stage else (row.flow_m3s, row.flow_before)
    if value is None or before is None:
        return "昨日 08 时无可比值"
    change = value - before
    if round(change, 2) == 0:
        return "与昨日持平"
    size = f"{abs(change):.2f} m" if stage else three(abs(change), ",")
    return f"较昨日{'涨' if change > 0 else '落'} {size}"


def _forecast(now: Situation, at: datetime) -> str:
    """Tell only what was known at 08:00: a forecast of later hours would make the bulletin wise after the event."""
    lines: list[str] = []
    official, outlook = now.forecasts.get(HUAYUANKOU), now.outlooks.get(HUAYUANKOU)
    if official is None:
        lines.append("尚未收到官方预报。")
    elif official.issued_at > at:
        lines.append("现行官方预报为 08 时之后录入，不列；08 时的官方预报见记录。")
    else:
        when = f"{official.valid_at.astimezone(_BEIJING):%m-%d %H:%M}"
        past = "（该时刻已过）" if official.valid_at <= at else ""
        lines.append(f"官方预报：花园口 {when} 流量 {official.flow_m3s:,.0f} m³/s{past}（{official.source}）。")
    if outlook is None:
        lines.append("本台未作预报。")
    elif outlook.made_at > at:
        lines.append("现有本台预报为 08 时之后制作，不列。")
    else:
        parts = [text for lead in _LEADS_H if (text := _lead(outlook, at + timedelta(hours=lead))) is not None]
        made = f"{outlook.made_at.astimezone(_BEIJING):%m-%d %H:%M} 制作，仅供参考，以官方预报为准"
        lines.append(f"本台预报（{made}）：{'；'.join(parts) or '不及 24 小时'}。")
    return "\n".join(lines)


def _lead(outlook: Outlook, at: datetime) -> str | None:
    near = min(outlook.points, key=lambda point: abs(point.at - at), default=None)
    if near is None or abs(near.at - at) > timedelta(hours=3):
        return None
    band = f"{near.low_m3s:,.0f}–{near.high_m3s:,.0f}"
    return f"{near.at.astimezone(_BEIJING):%m-%d %H:%M} 约 {near.flow_m3s:,.0f} m³/s（{band}）"


def _warning(now: Situation, at: datetime) -> str:
    """Tell the level of 08:00; what changed later is told with its own hour on the same day, and not at all after."""
    standing, since = _NUMERALS[now.standing.level], now.standing.since
    same_day = now.at - at < _DAY
    until = f"截至 {now.at.astimezone(_BEIJING):%m-%d %H:%M} "
    parts: list[str] = []
    if since is None or since <= at:
        begun = f"（{since.astimezone(_BEIJING):%m-%d %H:%M} 起）" if since is not None and now.standing.level else ""
        parts.append(f"本级防汛应急响应：{standing}{begun}")
    else:
        parts.append("本级防汛应急响应：08 时之后有变动，08 时的等级见记录")
        if same_day:
            parts.append(f"{until}现行{standing}（{since.astimezone(_BEIJING):%m-%d %H:%M} 起）")
    known = now.suggestion.since is not None and now.suggestion.since <= at
    if now.suggestion.level is not now.standing.level and (known or same_day):
        suggested = _NUMERALS[now.suggestion.level] if now.suggestion.level else "不启动"
        parts.append(f"{'' if known else until}按触发值建议：{suggested}，待决定")
    return "；".join(parts) + "。"


def _missing(now: Situation, rows: Sequence[BulletinRow], at: datetime) -> tuple[str, ...]:
    """Name what the bulletin lacks, the weightiest first."""
    told: list[str] = []
    if not any(row.station.id == HUAYUANKOU and row.flow_m3s is not None for row in rows):
        told.append("花园口 08 时流量" + ABSENT)
    absent = [row.station.name for row in rows if row.absent and row.station.id != HUAYUANKOU]
    if absent:
        told.append(f"{len(absent)} 站 08 时{ABSENT}：{'、'.join(absent)}")
    nothing = [
        row.station.name for row in rows if not row.absent and row.flow_m3s is not None and row.flow_before is None
    ]
    if nothing:
        told.append(f"昨日 08 时无可比流量：{'、'.join(nothing)}")
    loose = [row.station.name for row in rows if row.stage_m is not None and not row.datum]
    if loose:
        told.append(f"水位基面未注明：{'、'.join(loose)}")
    official = now.forecasts.get(HUAYUANKOU)
    if official is None:
        told.append("没有官方预报")
    elif official.issued_at > at:
        told.append("08 时的官方预报见记录")
    waiting = [one for one in now.proposals.values() if one.reading.at <= at]
    if waiting:
        told.append(f"{len(waiting)} 个人工报值待第二人复核，未计入")
    return tuple(told)


# table


def _cells(row: BulletinRow) -> tuple[str, ...]:
    at = ABSENT if row.at is None else f"{row.at.astimezone(_BEIJING):%m-%d %H:%M}"
    return (
        "水库" if row.reservoir else "河道",
        row.station.name,
        row.station.river,
        _absent(row) if row.flow_m3s is None else three(row.flow_m3s),
        _change(row.flow_m3s, row.flow_before, 0 if (row.flow_m3s or 0.0) >= 99.95 else 1),
        _value(row, row.stage_m, 2),
        _change(row.stage_m, row.stage_before, 2),
        "—" if row.stage_m is None else row.datum or "未注明",
        "—" if not row.reservoir else _absent(row) if row.inflow_m3s is None else three(row.inflow_m3s),
        _value(row, None if row.storage_mcm is None else row.storage_mcm / 100, 2) if row.reservoir else "—",
        at,
        row.source or "—",
        row.note or "—",
    )


def _change(value: float | None, before: float | None, digits: int) -> str:
    if value is None:
        return "—"
    if before is None:
        return UNLIKE
    change = round(value - before, digits)
    return "0" if not change else f"{change:+.{digits}f}"


def _value(row: BulletinRow, value: float | None, digits: int) -> str:
    return _absent(row) if value is None else f"{value:.{digits}f}"


def _absent(row: BulletinRow) -> str:
    return ABSENT if row.absent else UNSENT


def three(flow: float, comma: str = "") -> str:
    """Three figures of a flow, as bulletins give it; never more than two decimals."""
    digits = 0 if abs(flow) >= 99.95 else 1 if abs(flow) >= 9.995 else 2
    return f"{flow:{comma}.{digits}f}"


def _span(length: timedelta) -> str:
    hours = length.total_seconds() / 3600
    return f"{hours / 24:.0f} 天" if hours >= 48 else f"{hours:.0f} 小时"
