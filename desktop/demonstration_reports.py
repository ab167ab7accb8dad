"""Reports and the incident of the demonstration: what the front line sees on 26 June 2020, and what the desk does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import resources
from data.feeds.incident_tables import read_incident_tables
from data.feeds.report_kinds import read_report_kinds
from data.model.dispatch import IncidentState, Report, ReportState
from data.model.incident_tables import LimitKind
from data.model.steps import (
    IncidentAmended,
    IncidentMoved,
    IncidentRaised,
    ReportMoved,
    ReportReceived,
    ReportsFiled,
    ReportsMerged,
)
from data.rules.incident_grade import suggest
from data.rules.incident_loop import SENT_FIRST
from desktop.demonstration_cast import LEADER, along, clock, phone_of, photo, section_path, spur_head, tell
from views.incident_draft import from_report, incident_of

if TYPE_CHECKING:
    from data.model.situation import Situation
    from desktop.app import Anlan

ROOT_STONES, INCIDENT = "demo-report", "demo-incident"
CASE = "四乱-2020-017"

Where = str | tuple[float, float] | tuple[str, float]
"""A spur, a point, or a section and a share of it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One report: id, when, what, by whom, where; the picture that came with it."""

    id: str
    at: tuple[int, int]
    category: str
    kind: str
    text: str
    by: str
    where: Where
    place: str
    grade: int = 3
    picture: str = ""


MORNING = (
    Seen("demo-swim", (10, 26), "E4", "野泳", "东大坝下首两名青年下水，劝阻不听", "P290", (113.70214, 34.90342),
         "东大坝下首浅滩", 2),
    Seen("demo-dump", (10, 41), "E3", "倾倒垃圾", "滩地新倒建筑垃圾两堆，约 40 立方米，车辙新", "P281",
         (113.71246, 34.90655), "东大坝以东滩地便道", 3, "dumping"),
    Seen("demo-spur77", (10, 52), "E2", "根石缺失疑似", "77坝迎水面根石不齐，水面下约一米摸不到石", "P285", "HYK-077",
         "花园口险工77坝", 3, "spur-sinking"),
)  # fmt: skip

NOON = (
    Seen("demo-angler", (11, 37), "E4", "垂钓", "两人在坝头根石上垂钓，已喊话", "P285", "HYK-061",
         "花园口险工61坝坝头", 3, "anglers"),
    Seen("demo-angler2", (11, 38), "E4", "垂钓", "61坝有人钓鱼，离水很近", "P147", (113.65853, 34.90486),
         "花园口险工61坝", 3),
    Seen("demo-seep", (11, 39), "E1", "渗水", "背河堤脚渗清水，约两间房大，没有带沙", "P209", ("D10", 0.42),
         "花园口大堤15+800背河堤脚", 3, "toe-seepage"),
    Seen("demo-seep2", (11, 43), "E1", "渗水", "堤脚地面发软冒水，村民来电", "P210", ("D10", 0.50),
         "南月堤村北堤脚", 3),
)  # fmt: skip

LATER = (
    Seen("demo-crack", (12, 20), "E2", "表面裂缝", "堤顶路面纵缝一道，长约 12 米，宽 1 到 3 厘米", "P131",
         ("D01", 0.55), "花园口大堤6+980堤顶", 2, "crest-crack"),
    Seen("demo-hut", (12, 21), "E5", "看护房有人", "渔棚还有一位老人不肯走，说等儿子来接", "P281",
         (113.72702, 34.91324), "嫩滩渔棚1号", 1),
    Seen("demo-rumour", (12, 21), "E8", "谣言", "群里传“大堤决口”，附外地旧视频", "P118", (113.67188, 34.89998),
         "花园口镇微信群", 2),
    Seen("demo-drift", (12, 22), "E7", "漂浮物", "上游漂来树木、秸秆，成片贴坝", "P147", ("D05", 0.45),
         "花园口险工68坝附近", 3),
    Seen("demo-stone", (12, 22), "E9", "智能石头告警", "ZS116 位移 0.4 米，值班核实前按告警处理", "P029",
         (113.69610, 34.90163), "花园口险工113坝", 2),
    Seen("demo-siren", (12, 23), "E6", "广播故障", "申庄村东头广播不响，已改用铜锣", "P104", (113.75452, 34.88688),
         "申庄村东", 3),
)  # fmt: skip


def _point(now: Situation, where: Where) -> tuple[float, float]:
    if isinstance(where, str):
        return spur_head(now, where)
    first, second = where
    return along(section_path(now, first), float(second)) if isinstance(first, str) else (first, float(second))


def _receive(anlan: Anlan, seen: tuple[Seen, ...]) -> None:
    due_h = {(one.category, one.kind): one.due_h for one in read_report_kinds(resources.path("rules/report_kinds.csv"))}
    for one in seen:
        at, device = clock(*one.at), phone_of(one.by)
        lon, lat = _point(anlan.room.situation, one.where)
        observed = at - timedelta(minutes=1)
        report = Report(
            one.id, at, one.category, one.kind, one.text, one.by, lon, lat, one.place, one.grade,
            due=at + timedelta(hours=due_h[one.category, one.kind]), observed_at=observed, device=device,
            accuracy_m=9.0 if device else None, position="gps" if device else "place",
            photos=(photo(anlan, one.picture, observed, lon, lat),) if one.picture else (),
        )  # fmt: skip
        tell(anlan, at, ReportReceived(report), one.by)


def morning(anlan: Anlan) -> None:
    """What came before the level was signed: bathers, rubble, a spur that lacks stone."""
    _receive(anlan, MORNING)
    tell(anlan, clock(10, 52), ReportMoved(("demo-swim",), ReportState.HANDLING, "请派出所到场劝离", "P119"))
    tell(anlan, clock(10, 53), ReportMoved(("demo-dump",), ReportState.VERIFIED, "网格长到场，照片清楚"), LEADER)
    tell(anlan, clock(10, 55), ReportsFiled(("demo-dump",), case=CASE), LEADER)
    probed = ReportMoved(("demo-spur77",), ReportState.VERIFIED, "工程班探摸，缺石约 6 立方米")
    tell(anlan, clock(10, 58), probed, LEADER)
    tell(anlan, clock(10, 59), ReportMoved(("demo-spur77",), ReportState.HANDLING, "抛石整理", "P025"), LEADER)


def noon(anlan: Anlan) -> None:
    """Two reports of one thing twice over; the first pair is put together, the second is only proposed."""
    _receive(anlan, NOON)
    tell(anlan, clock(11, 44), ReportsMerged("demo-angler", ("demo-angler2",), "同一处，同两人"), LEADER)
    tell(anlan, clock(11, 45), ReportMoved(("demo-angler",), ReportState.HANDLING, "现场劝离，收竿", "P285"), LEADER)
    seen = ReportMoved(("demo-seep",), ReportState.VERIFIED, "技术员到场：清水，无砂，加密观测")
    tell(anlan, clock(11, 47), seen, LEADER)


def root_stones(anlan: Anlan) -> None:
    """90坝: the report, the incident with its measures and the grade of the table, and the loop as far as the fight."""
    now, at = anlan.room.situation, clock(11, 48)
    lon, lat = spur_head(now, "HYK-090")
    spur = now.registers.spurs.get("HYK-090")
    by = "P153" if spur is None else spur.patrol
    report = Report(
        ROOT_STONES, at, "E1", "根石走失", "90坝上跨角根石台下沉约0.6米，水流贴坝", by, lon, lat, "花园口险工90坝", 2,
        due=at + timedelta(hours=2), observed_at=at - timedelta(minutes=2), device=phone_of(by), accuracy_m=8.0,
        position="gps", photos=(photo(anlan, "spur-sinking", at, lon, lat),),
    )  # fmt: skip
    tell(anlan, at, ReportReceived(report), by)
    tell(anlan, clock(11, 51), ReportMoved((ROOT_STONES,), ReportState.VERIFIED, "工程班到场复核"), LEADER)
    _raise(anlan)
    for hour, state, said in (
        ((11, 56), IncidentState.GUARDED, "坝头拉警戒带，无关人员退到坝根，专人盯水"),
        ((11, 59), IncidentState.PLANNED, "抛铅丝笼护根，散石还坦；方案报市河务局，先抢护后补批"),
        ((12, 4), IncidentState.SUPPLIED, "退役军人突击队 32 人，铅丝笼 60 个，备防石 90 立方米，挖掘机 1 台"),
        ((12, 14), IncidentState.FIGHTING, "12时10分开抛，两班轮换，救生衣、安全绳到人"),
    ):
        tell(anlan, clock(*hour), IncidentMoved(INCIDENT, state, said), LEADER)
    tell(anlan, clock(12, 15), ReportMoved((ROOT_STONES,), ReportState.HANDLING, "按险情处置", "S91"), LEADER)


def _raise(anlan: Anlan) -> None:
    now, tables = anlan.room.situation, read_incident_tables(resources.path("rules"))
    draft = from_report(now, tables, now.reports[ROOT_STONES])
    measures = (
        ("sink_m", "0.6"), ("length_m", "18"), ("volume_m3", "75"), ("part", "迎水面"), ("river", "大溜顶冲"),
        ("trend", "稳定"), ("cause", "溜势顶冲"),
    )  # fmt: skip
    suggested = suggest(tables, draft.structure, draft.kind, dict(measures)).grade
    draft = replace(
        draft, measures=measures, grade=suggested, casualties="无伤亡；坝上旅游步道已封闭",
        taken="现场警戒，加密观测，抢险队集结", needs="块石 90 m³、铅丝笼 60 个、挖掘机 1 台",
    )  # fmt: skip
    at = clock(11, 53)
    tell(anlan, at, IncidentRaised(incident_of(draft, tables, INCIDENT, suggested, at)), LEADER)
    limit = tables.limit(LimitKind.FIRST_REPORT, suggested)
    to = "" if limit is None else limit.to
    raised = anlan.room.situation.incidents[INCIDENT]
    tell(anlan, clock(11, 55), IncidentAmended(raised, f"{SENT_FIRST}{to}"), LEADER)


def later(anlan: Anlan) -> None:
    """What comes while the fight goes on."""
    _receive(anlan, LATER)


def handled(anlan: Anlan) -> None:
    """Some of it is verified, some has an owner, one is rejected, one closed with proof."""
    false = ReportMoved(("demo-rumour",), ReportState.REJECTED, "不实，视频为外地旧闻，宣传组已辟谣")
    tell(anlan, clock(12, 33), false, LEADER)
    tell(anlan, clock(12, 33), ReportMoved(("demo-hut",), ReportState.HANDLING, "包保干部带车上门", "P104"), LEADER)
    tell(anlan, clock(12, 33), ReportMoved(("demo-siren",), ReportState.VERIFIED, "村委确认"), LEADER)
    lon, lat = spur_head(anlan.room.situation, "HYK-077")
    after = photo(anlan, "spur-repaired", clock(12, 34), lon, lat)
    done = ReportMoved(("demo-spur77",), ReportState.CLOSED, "抛石 8 立方米，坦石找平", photos=(after,))
    tell(anlan, clock(12, 35), done, LEADER)


def settle(anlan: Anlan) -> None:
    """Days later: the incident is controlled, reviewed and filed, and no report is left open."""
    now = anlan.room.situation
    for state, said in (
        (IncidentState.CONTROLLED, "根石台恢复，坝头水深 11 米，无新走失"),
        (IncidentState.WATCHED, "每小时探摸一次，连续六次稳定"),
        (IncidentState.REVIEWED, "市河务局到场复核，同意解除"),
        (IncidentState.FILED, "用石 96 立方米、铅丝笼 58 个；资料归档"),
    ):
        tell(anlan, now.at, IncidentMoved(INCIDENT, state, said), LEADER)
    seen = tuple(one.id for one in now.reports.values() if one.state is ReportState.UNVERIFIED)
    tell(anlan, now.at, ReportMoved(seen, ReportState.VERIFIED, "到场复核"), LEADER)
    working = (ReportState.VERIFIED, ReportState.HANDLING)
    left = tuple(one.id for one in anlan.room.situation.reports.values() if one.state in working)
    tell(anlan, now.at, ReportMoved(left, ReportState.CLOSED, "已处置，照片归档"), LEADER)
