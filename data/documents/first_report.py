"""The report of an incident in its six elements (首报、续报), as text ready to be sent up; what is missing is named.

A report is a document in Chinese whatever the language of the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data.model.dispatch import Incident
from data.model.incident_tables import CHAINAGE, GRADE_REASON, SPUR, FieldType, IncidentTables, MeasureField
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.steps import Realm

BLANK = "＿＿"
"""Stands where something is missing."""

UNIT = "花园口镇防汛指挥部"

_BEIJING = ZoneInfo("Asia/Shanghai")
_GRADES = ("＿＿", "重大", "较大", "一般")
_STATES = MappingProxyType({
    "reported": "已首报，待定级", "graded": "已定级", "guarded": "现场已警戒", "planned": "抢护方案已定",
    "supplied": "力量、物资已调度", "fighting": "抢护中", "controlled": "险情基本控制", "watched": "加密观测中",
    "reviewed": "险情解除，已复核", "filed": "已销号归档",
})  # fmt: skip
_MARKS = MappingProxyType({Realm.WHATIF: "【推演】", Realm.DRILL: "【演练】", Realm.REPLAY: "【回放】"})
_OUTSIDE = frozenset({"river", "part"})


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as plain text, its title, and what it lacks, by the names that the text gives the elements."""

    title: str
    text: str
    missing: tuple[str, ...]


def first_report(now: Situation, incident: Incident, tables: IncidentTables, at: datetime, by: str = "") -> ReportText:
    """Write the first report (首报)."""
    return _written(now, incident, tables, at, by, 0)


def later_report(
    now: Situation, incident: Incident, tables: IncidentTables, at: datetime, by: str = "", number: int = 1
) -> ReportText:
    """Write a later report (续报) with its number; it says where the work stands and what was noted since."""
    return _written(now, incident, tables, at, by, number)


def measured(incident: Incident, fields: tuple[MeasureField, ...]) -> tuple[tuple[MeasureField, str], ...]:
    """Return the fields that have a value, with the value and its unit, in the order of the table."""
    values = dict(incident.measures)
    return tuple((f, _with_unit(values[f.name], f)) for f in fields if values.get(f.name, "").strip())


def _written(
    now: Situation, incident: Incident, tables: IncidentTables, at: datetime, by: str, number: int
) -> ReportText:
    missing: list[str] = []
    title = f"{_MARKS.get(now.realm, '')}{incident.kind}（{_GRADES[incident.grade]}险情）"
    title += f"续报（第 {number} 次）" if number else "首报"
    elements = [
        ("时间", _time(incident)),
        ("地点", _place(now, incident, missing)),
        ("险情", _danger(incident, tables, missing)),
        ("水情河势", _river(now, incident, missing)),
        ("人员伤亡与影响", _told(incident.casualties, "人员伤亡与影响", missing)),
        ("措施与需求", _work(incident, missing)),
    ]
    if number:
        elements.insert(3, ("进展", _progress(incident)))
    lines = [title, *(f"{n}. {name}：{said}" for n, (name, said) in enumerate(elements, start=1))]
    lines.append(f"报告单位：{UNIT}　报告人：{_told(by, '报告人', missing)}　{_clock(at)}")
    return ReportText(title, "\n".join(lines), tuple(dict.fromkeys(missing)))


def _clock(at: datetime) -> str:
    here = at.astimezone(_BEIJING)
    return f"{here.year}年{here.month}月{here.day}日{here.hour}时{here.minute:02d}分"


def _time(incident: Incident) -> str:
    return f"{_clock(incident.at)}发现"


def _told(text: str, name: str, missing: list[str]) -> str:
    if text.strip():
        return "，".join(text.split("\n")).strip()
    missing.append(name)
    return BLANK


def _place(now: Situation, incident: Incident, missing: list[str]) -> str:
    values = dict(incident.measures)
    works = now.registers.works.get(incident.works)
    spur = now.registers.spurs.get(values.get(SPUR, ""))
    parts: list[str] = []
    if works is not None and works.name not in incident.place:
        parts.append(works.name)
    if spur is not None and spur.number not in incident.place:
        parts.append(spur.number)
    parts.append(_told(incident.place, "地点", missing))
    if values.get("part", "").strip():
        parts.append(f"（{values['part'].strip()}）")
    chainage = _chainage(values.get(CHAINAGE, ""))
    if not chainage:
        missing.append("桩号")
    if incident.works and spur is None:
        missing.append("坝号")
    said = f"{''.join(parts)}，桩号 {chainage or BLANK}"
    if incident.lon is None or incident.lat is None:
        missing.append("坐标")
        return f"{said}，坐标 {BLANK}"
    return f"{said}，坐标 东经 {incident.lon:.5f}°、北纬 {incident.lat:.5f}°"


def _chainage(metres: str) -> str:
    try:
        whole = round(float(metres))
    except ValueError:
        return ""
    return f"{'-' if whole < 0 else ''}{abs(whole) // 1000}+{abs(whole) % 1000:03d}"


def _danger(incident: Incident, tables: IncidentTables, missing: list[str]) -> str:
    known = tables.kind(incident.structure, incident.kind)
    own = known.fields if known is not None else ()
    sizes = [f"{field.label} {said}" for field, said in measured(incident, own)]
    if own and not sizes:
        missing.append("险情尺寸")
    common = [field for field in tables.common if field.name not in _OUTSIDE]
    others = [f"{field.label} {said}" for field, said in measured(incident, tuple(common))]
    reason = dict(incident.measures).get(GRADE_REASON, "").strip()
    parts = [
        f"{incident.structure}{incident.kind}，{_GRADES[incident.grade]}险情",
        "，".join(sizes) or (f"尺寸 {BLANK}" if own else ""),
        "，".join(others),
        f"定级说明：{reason}" if reason else "",
        "，".join(incident.text.split("\n")).strip(),
    ]
    return "；".join(part for part in parts if part) + "。"


def _with_unit(typed: str, field: MeasureField) -> str:
    return f"{typed.strip()} {field.unit}" if field.unit and field.type is not FieldType.TEXT else typed.strip()


def _river(now: Situation, incident: Incident, missing: list[str]) -> str:
    course = _told(dict(incident.measures).get("river", ""), "河势", missing)
    reading = now.latest(HUAYUANKOU)
    if reading is None:
        missing.append("水位、流量")
        return f"花园口站水位 {BLANK}、流量 {BLANK}；河势：{course}"
    stage, flow = BLANK, BLANK
    if reading.stage_m is None:
        missing.append("水位")
    else:
        stage = f"{reading.stage_m:.2f} m（{reading.datum or '基面未注明'}）"
    if reading.flow_m3s is None:
        missing.append("流量")
    else:
        flow = f"{reading.flow_m3s:.0f} m³/s"
    return f"花园口站 {_clock(reading.at)}水位 {stage}、流量 {flow}；河势：{course}"


def _work(incident: Incident, missing: list[str]) -> str:
    taken = _told(incident.taken_measures, "已采取措施", missing)
    return f"已采取 {taken}；需求 {_told(incident.needs, '需求', missing)}"


def _progress(incident: Incident) -> str:
    last = next((m for m in reversed(incident.history[1:]) if m.note.strip() and not m.note.startswith("【")), None)
    state = _STATES[incident.state]
    return f"{state}；{last.at.astimezone(_BEIJING):%m-%d %H:%M} {last.note.strip()}" if last is not None else state
