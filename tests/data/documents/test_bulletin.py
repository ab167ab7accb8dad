"""The morning bulletin: values of 08:00, change since yesterday, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from immutables import Map

from data.documents.bulletin import ABSENT, HEADINGS, bulletin, eight
from data.model.levels import Level
from data.model.register import Register
from data.model.river import HUAYUANKOU, Forecast, Outlook, OutlookPoint, Proposal, Quality, Reading, Station
from data.model.situation import Situation, Standing, Suggestion
from data.model.steps import Realm
from data.model.telemetry import Board, Doubt, Observation, Source, SourceKind, Variable
from tests.township import situation

EIGHT = datetime(2020, 6, 29, 0, 0, tzinfo=UTC)
DAY = timedelta(days=1)
STATIONS = (
    Station("XLD", "小浪底", travel_h=15.0),
    Station(HUAYUANKOU, "花园口", travel_h=0.0),
    Station("XLDK", "小浪底水库"),
)


def now(*readings: Reading) -> Situation:
    base = situation()
    held: dict[str, tuple[Reading, ...]] = {}
    for one in sorted(readings, key=lambda one: one.at):
        held[one.station] = (*held.get(one.station, ()), one)
    registers = base.registers.having(Register("stations", STATIONS, digest="three"))
    return replace(base, registers=registers, readings=Map(held), forecasts=Map(), at=EIGHT)


def hyk(flow: float, at: datetime = EIGHT, stage: float | None = None, datum: str = "大沽") -> Reading:
    return Reading(HUAYUANKOU, at, flow, stage, datum if stage is not None else "", "报汛")


def test_eight_is_the_last_eight_o_clock_in_beijing():
    assert eight(EIGHT) == EIGHT
    assert eight(EIGHT - timedelta(minutes=1)) == EIGHT - DAY
    assert eight(EIGHT + timedelta(hours=23)) == EIGHT


def test_a_station_is_told_with_its_change_since_yesterday():
    made = bulletin(now(hyk(4440.0, EIGHT - DAY, 90.34), hyk(5520.0, stage=90.88)), None, EIGHT)
    assert "花园口：流量 5,520 m³/s，较昨日涨 1,080；水位 90.88 m（大沽），较昨日涨 0.54 m。" in made.text
    cells = dict(zip(HEADINGS, made.table()[0], strict=True))
    assert (cells["流量 m³/s"], cells["较昨日"], cells["较昨日 m"]) == ("5520", "+1080", "+0.54")


def test_stages_of_two_datums_are_never_compared():
    made = bulletin(now(hyk(4440.0, EIGHT - DAY, 91.72, "1985"), hyk(5520.0, stage=90.88)), None, EIGHT)
    assert made.rows[0].stage_before is None
    assert "昨日 08 时无可比值" in made.text


def test_what_is_missing_is_named_and_no_cell_is_blank():
    late = Reading("XLD", EIGHT - timedelta(hours=5), 4480.0)
    made = bulletin(now(late), None, EIGHT)
    assert made.missing[0] == "花园口 08 时流量缺报"
    assert "2 站 08 时缺报：小浪底、小浪底水库" in made.missing
    assert "没有官方预报" in made.missing
    assert made.rows[1].note == "08 时缺报，最近 06-29 03:00 4,480 m³/s（早 5 小时）"
    assert all(cell for row in made.table() for cell in row)
    assert made.table()[0][3] == ABSENT


def test_a_value_near_to_eight_says_its_minute_and_one_that_waits_does_not_count():
    typed = Reading(HUAYUANKOU, EIGHT, 6100.0, quality=Quality.TYPED)
    given = now(hyk(5500.0, EIGHT + timedelta(minutes=12)))
    given = replace(given, proposals=Map({"p": Proposal("p", typed, ("HYK-III",), "U1", EIGHT)}))
    made = bulletin(given, None, EIGHT)
    assert "花园口（08:12 值）：流量 5,500" in made.text
    assert made.missing[-1] == "1 个人工报值待第二人复核，未计入"


def test_reservoirs_come_from_the_board_without_doubtful_values():
    source = Source(SourceKind.SL323, "省防办")

    def seen(variable: Variable, value: float, *doubts: Doubt) -> Observation:
        return Observation("XLDK", variable, value, "", EIGHT, EIGHT, source, "大沽", doubts=frozenset(doubts))

    newest = {
        ("XLDK", Variable.STAGE): (seen(Variable.STAGE, 248.3),),
        ("XLDK", Variable.STORAGE): (seen(Variable.STORAGE, 3210.0),),
        ("XLDK", Variable.INFLOW): (seen(Variable.INFLOW, 99_999.0, Doubt.RANGE),),
    }
    made = bulletin(now(hyk(5520.0)), Board(EIGHT, Map(newest)), EIGHT)
    assert "小浪底水库：库水位 248.30 m（大沽），昨日 08 时无可比值；蓄水 32.10 亿m³。" in made.text
    assert "99" not in made.text


def test_the_official_forecast_comes_first_and_ours_gives_way():
    points = tuple(OutlookPoint(EIGHT + timedelta(hours=h), 5600.0, 5000.0, 6200.0) for h in (24, 48))
    given = replace(
        now(hyk(5520.0)),
        forecasts=Map({HUAYUANKOU: Forecast(HUAYUANKOU, 5900.0, EIGHT + DAY, EIGHT, "黄委 第 12 期")}),
        outlooks=Map({HUAYUANKOU: Outlook(HUAYUANKOU, EIGHT, points, "combined")}),
        standing=Standing(Level.IV, EIGHT - DAY),
        realm=Realm.DRILL,
    )
    text = bulletin(given, None, EIGHT).text
    assert text.startswith("【演练】")
    assert text.index("官方预报：花园口 06-30 08:00 流量 5,900") < text.index("本台预报")
    assert "以官方预报为准" in text
    assert "06-30 08:00 约 5,600 m³/s（5,000–6,200）" in text
    assert "应急响应：Ⅳ级（06-28 08:00 起）" in text


def test_a_small_flow_is_told_with_three_figures():
    made = bulletin(now(hyk(68.2, EIGHT - DAY), hyk(63.6)), None, EIGHT)
    assert "花园口：流量 63.6 m³/s，较昨日落 4.60。" in made.text
    assert made.table()[0][3:5] == ("63.6", "-4.6")


def test_an_earlier_bulletin_holds_nothing_that_was_made_after_its_eight_o_clock():
    points = tuple(OutlookPoint(EIGHT + timedelta(hours=h), 5600.0, 5000.0, 6200.0) for h in (24, 48))
    given = replace(
        now(hyk(4440.0, EIGHT - DAY), hyk(5520.0)),
        forecasts=Map({HUAYUANKOU: Forecast(HUAYUANKOU, 5900.0, EIGHT + DAY, EIGHT, "黄委 第 12 期")}),
        outlooks=Map({HUAYUANKOU: Outlook(HUAYUANKOU, EIGHT, points, "combined")}),
        standing=Standing(Level.IV, EIGHT - timedelta(hours=2)),
        suggestion=Suggestion(Level.III, since=EIGHT - timedelta(hours=1)),
    )
    made = bulletin(given, None, EIGHT - DAY)
    for later in ("5,900", "第 12 期", "5,600", "Ⅳ级", "Ⅲ级"):
        assert later not in made.text
    assert "08 时的官方预报见记录" in made.text
    assert "08 时的等级见记录" in made.text
    assert "08 时的官方预报见记录" in made.missing
    assert "应急响应：Ⅳ级（06-29 06:00 起）；按触发值建议：Ⅲ级，待决定" in bulletin(given, None, EIGHT).text


def test_a_level_set_later_on_the_same_day_stands_with_its_own_hour():
    given = replace(
        now(hyk(5520.0)), standing=Standing(Level.III, EIGHT + timedelta(hours=1)), at=EIGHT + timedelta(hours=2)
    )
    text = bulletin(given, None, EIGHT).text
    assert "08 时之后有变动，08 时的等级见记录；截至 06-29 10:00 现行Ⅲ级（06-29 09:00 起）" in text
