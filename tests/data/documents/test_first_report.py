"""The report of an incident in six elements: complete when all is known, honest about what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from data.documents.first_report import BLANK, first_report, later_report
from data.feeds.incident_tables import read_incident_tables
from data.model.dispatch import Incident, IncidentState
from data.model.places import Spur, Works
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.steps import IncidentMoved, IncidentRaised, ReadingTaken, Realm
from tests.township import NOON, after, situation

TABLES = read_incident_tables(Path(__file__).resolve().parents[3] / "resources" / "rules")
FULL = Incident(
    "I1", NOON, "MD", "马渡险工 26坝 上跨角", "根石坍塌", "incident.root_stone", 2, "坝头下沉", structure="险工",
    measures=(
        ("sink_m", "1.2"), ("length_m", "15"), ("river", "大溜顶冲"), ("part", "坝头"), ("trend", "加剧"),
        ("spur", "MD-026"), ("chainage_m", "21300"), ("grade_reason", "加重"),
    ),
    casualties="无人员伤亡，未影响交通", taken_measures="已警戒，抛石 20 m³", needs="铅丝笼 50 个\n装载机 1 台",
    lon=113.71234, lat=34.91234,
)  # fmt: skip


def known():
    now = situation()
    works = Register("works", (Works("MD", "马渡险工", "险工"),), digest="w")
    spurs = Register("spurs", (Spur("MD-026", "MD", "26坝", "坝", 21300.0),), digest="s")
    now = replace(now, registers=now.registers.having(works).having(spurs))
    reading = Reading(HUAYUANKOU, NOON, 6100.0, 93.21, "大沽", "测试")
    return after(now, ReadingTaken(reading), actor="system")


def test_a_report_of_which_all_is_known_has_its_six_elements_and_nothing_missing():
    report = first_report(known(), FULL, TABLES, NOON + timedelta(minutes=9), "测甲")
    assert report.missing == ()
    assert BLANK not in report.text
    assert report.text.splitlines() == [
        "根石坍塌（较大险情）首报",
        "1. 时间：2020年6月24日12时00分发现",
        "2. 地点：马渡险工 26坝 上跨角（坝头），桩号 21+300，坐标 东经 113.71234°、北纬 34.91234°",
        "3. 险情：险工根石坍塌，较大险情；根石台墩蛰入水 1.2 m，坍塌长 15 m；险情趋势 加剧；定级说明：加重；坝头下沉。",
        "4. 水情河势：花园口站 2020年6月24日12时00分水位 93.21 m（大沽）、流量 6100 m³/s；河势：大溜顶冲",
        "5. 人员伤亡与影响：无人员伤亡，未影响交通",
        "6. 措施与需求：已采取 已警戒，抛石 20 m³；需求 铅丝笼 50 个，装载机 1 台",
        "报告单位：花园口镇防汛指挥部　报告人：测甲　2020年6月24日12时09分",
    ]


def test_what_is_missing_shows_as_a_blank_and_is_named():
    bare = Incident("I1", NOON, "", "申庄险工", "管涌", "incident.piping", 1, structure="堤防")
    report = first_report(situation(), bare, TABLES, NOON)
    assert report.missing == (
        "桩号", "坐标", "险情尺寸", "河势", "水位、流量", "人员伤亡与影响", "已采取措施", "需求", "报告人",
    )  # fmt: skip
    assert report.text.count(BLANK) >= len(report.missing)


def test_works_and_spur_are_named_where_the_place_does_not_say_them():
    report = first_report(known(), replace(FULL, place="坝头下游 5 m"), TABLES, NOON, "测甲")
    assert "2. 地点：马渡险工26坝坝头下游 5 m（坝头），桩号" in report.text


def test_a_datum_nobody_noted_is_said_and_not_guessed():
    now = after(known(), ReadingTaken(Reading(HUAYUANKOU, NOON + timedelta(hours=1), 6200.0, 93.4)), actor="system")
    assert "水位 93.40 m（基面未注明）" in first_report(now, FULL, TABLES, NOON).text


def test_a_later_report_has_its_number_and_says_how_the_work_stands():
    now = after(known(), IncidentRaised(FULL), IncidentMoved("I1", IncidentState.FIGHTING, "第一层铅丝笼已抛完"))
    report = later_report(now, now.incidents["I1"], TABLES, now.at, "测甲", 2)
    assert report.title == "根石坍塌（较大险情）续报（第 2 次）"
    assert "4. 进展：抢护中；06-24 12:03 第一层铅丝笼已抛完" in report.text


def test_outside_the_live_realm_the_title_says_so():
    assert first_report(replace(known(), realm=Realm.DRILL), FULL, TABLES, NOON).title.startswith("【演练】")
