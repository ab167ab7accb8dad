"""A flood on the small township: the shipped tiers, triggers and stations with a rise to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.feeds.registers import KINDS, read_register
from data.model.register import Register
from data.model.river import HUAYUANKOU, Reading
from data.model.situation import Situation
from data.model.steps import ReadingTaken
from data.rules.plan import make_plan
from desktop import theme as theme_files
from tests.township import after, situation, tiers
from widgets.theme import Theme

ROOT = Path(__file__).resolve().parents[2] / "resources"
EIGHT = datetime(2020, 6, 29, 0, 0, tzinfo=UTC)
"""08:00 Beijing time on the day of the peak."""
TIER_NAMES = ("日常", "大流量", "编号洪水", "漫滩洪水", "大洪水", "大洪水（高位）", "特大洪水", "超标准洪水")
PICTURE = "大堤全线偎水，最大水深可达 8 m；滩区全部淹没。险工坝岸普遍坍塌、墩蛰，有垮坝和漏洞危险，全线昼夜不间断防守。"


def look(name: str = "dark", scale: float = 1.0) -> Theme:
    return theme_files.load(name, scale).theme


def with_tables(now: Situation) -> Situation:
    """Named tiers and the shipped triggers, reporting rules and stations in place of the small ones."""
    rows = tuple(
        replace(tier, name=name, picture=f"{name}：{PICTURE}") for tier, name in zip(tiers(), TIER_NAMES, strict=True)
    )
    made = now.registers.having(Register("tiers", rows, digest="named tiers"))
    for kind, folder in (("triggers", "rules"), ("reporting", "rules"), ("stations", "demo")):
        rows = read_register(ROOT / folder / f"{kind}.csv", KINDS[kind])
        made = made.having(Register(kind, rows, digest=f"shipped {kind}", demo=kind == "stations"))
    return replace(now, registers=made, plan=make_plan(made))


def calm() -> Situation:
    """2,100 m³/s, nothing suggested."""
    now = with_tables(replace(situation(), at=EIGHT - timedelta(days=3)))
    return _rise(now, [2000.0, 2100.0])


def flood() -> Situation:
    """花园口 at 5,520 m³/s and 90.88 m at 08:00; two stations upstream; nothing signed yet."""
    now = with_tables(replace(situation(), at=EIGHT - timedelta(days=1)))
    now = _rise(now, [3100.0, 3600.0, 4100.0, 4440.0, 4980.0, 5520.0])
    for station, flow, hours in (("HYK-XLD", 4480.0, 1), ("40104950", 1020.0, 2), ("HYK-WZ", 1100.0, 30)):
        reading = Reading(station, EIGHT - timedelta(hours=hours), flow, source="报汛")
        now = after(now, ReadingTaken(reading), actor="system")
    return replace(now, at=EIGHT)


def _rise(now: Situation, flows: list[float]) -> Situation:
    start = now.at
    for i, flow in enumerate(flows):
        at = EIGHT - timedelta(hours=4 * (len(flows) - 1 - i))
        stage = 90.88 - (flows[-1] - flow) / 2000
        reading = Reading(HUAYUANKOU, at, flow, round(stage, 2), "大沽", "黄委水文局报汛")
        now = after(replace(now, at=max(start, at - timedelta(minutes=1))), ReadingTaken(reading), actor="system")
    return now
