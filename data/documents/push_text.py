"""Text of a push: placeholders of a template filled from the situation; what is missing is named, never sent.

A push is a document in Chinese whatever the language of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data.model.levels import Level
from data.model.river import HUAYUANKOU, Forecast
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.coming import standing_forecast
from data.rules.trend import rate_of_rise

PLACEHOLDERS = ("level", "colour", "time", "flow", "trend", "group", "deadline", "task", "tel")
"""All that a template may ask for; the last four are typed by a person."""

TYPED = ("group", "deadline", "task", "tel")
BLANK = "＿＿"
"""Stands where a value is missing; a text that holds it is not ready to be sent."""

STEADY_M3S_H = 10.0
"""Slower than this reads as steady (|rate| < 10 m³/s per hour): less than the rounding of the bulletin."""

_BEIJING = ZoneInfo("Asia/Shanghai")
_NAMED = re.compile(r"\{([^{}]*)\}")
_NO_BRACES = str.maketrans("", "", "{}")
_NUMERALS = ("", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ")
_COLOURS = ("", "蓝", "黄", "橙", "红")
_MARKS: Mapping[Realm, str] = MappingProxyType(
    {Realm.WHATIF: "【推演】", Realm.DRILL: "【演练】", Realm.REPLAY: "【回放】"}
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its placeholders filled, and the names of those that had no value, in order of appearance."""

    text: str
    missing: tuple[str, ...] = ()


def asked_for(text: str) -> tuple[str, ...]:
    """Return the names of the placeholders in a template, each once, in order."""
    return tuple(dict.fromkeys(name.strip() for name in _NAMED.findall(text)))


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Fill a template. A missing or unknown placeholder leaves a blank to be seen, and is named."""
    missing: dict[str, None] = {}

    def value(found: re.Match[str]) -> str:
        name = found.group(1).strip()
        words = values.get(name, "").strip()
        if not words:
            missing[name] = None
        return words or BLANK

    # A brace that is left over was a slip of the pen: nothing in a message is written with braces.
    said = _NAMED.sub(value, text).translate(_NO_BRACES)
    return Filled(said, tuple(missing))


def unfinished(text: str) -> bool:
    """Whether something is still to be filled in: a blank or a placeholder."""
    return BLANK in text or _NAMED.search(text) is not None


def known_values(now: Situation, level: Level | None = None) -> dict[str, str]:
    """Return what the situation itself can say: level, colour, flow, its time and trend. Unknown ones are left out.

    `level` is the standing one unless given. A forecast above the observed flow is said with it: the level may rest
    on what is to come.
    """
    level = now.standing.level if level is None else level
    values: dict[str, str] = {}
    if level is not Level.NONE:
        values["level"], values["colour"] = _NUMERALS[level], _COLOURS[level]
    reading = now.latest()
    if reading is not None and reading.flow_m3s is not None:
        values["flow"] = _flow(reading.flow_m3s, standing_forecast(now))
        values["time"] = moment(reading.at)
        rate = rate_of_rise(now.readings.get(HUAYUANKOU, ()))
        if rate is not None:
            values["trend"] = trend(rate)
    return values


def _flow(observed_m3s: float, forecast: Forecast | None) -> str:
    said = f"{observed_m3s:.0f}"
    if forecast is None or forecast.flow_m3s <= observed_m3s:
        return said
    return f"{said}（预报{forecast.flow_m3s:.0f}）"


def moment(at: datetime) -> str:
    """A time as a message says it: "6月29日08:00", Beijing time."""
    local = at.astimezone(_BEIJING)
    return f"{local.month}月{local.day}日{local:%H:%M}"


def trend(rate_m3s_h: float) -> str:
    """Where the river is going, as a message says it."""
    if abs(rate_m3s_h) < STEADY_M3S_H:
        return "水势平稳"
    if rate_m3s_h > 0:
        return f"水势上涨，每小时约涨{rate_m3s_h:.0f}立方米每秒"
    return f"水势回落，每小时约落{-rate_m3s_h:.0f}立方米每秒"


def mark(realm: Realm) -> str:
    """Return what marks a text of this realm; nothing in live."""
    return _MARKS.get(realm, "")


def marked(text: str, realm: Realm) -> str:
    """Put the mark of any realm but live before and after a text, once."""
    sign = mark(realm)
    return text if not sign or text.startswith(sign) else f"{sign}{text}{sign}"
