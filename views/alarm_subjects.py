"""What an alarm is about: the name of its station, stone, task …, its parameters in words, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm, AlarmMove
from data.model.levels import Level
from data.model.places import StoneState
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from views import hydrology_board, phrases, step_words, words
from views.pane import Selection

if TYPE_CHECKING:
    from data.rules.alarms.condition import Condition, Params
    from data.rules.alarms.lines import AlarmLine

MOST_NAMED = 3
"""So many places of a line are named; the detail lists all."""

_STATIONS = ("triggers", "stations")
_THINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "flow": _STATIONS, "stage": _STATIONS, "upstream": _STATIONS, "reservoir": _STATIONS, "forecast": _STATIONS,
        "link": _STATIONS, "value": _STATIONS, "sensor": _STATIONS, "sources": _STATIONS,
        "incident": ("incidents",), "stone": ("stones", "spurs", "works"), "help": ("watches", "musters"),
        "people": ("pushes", "musters"), "patrol": ("routes", "works"), "task": ("roles", "tasks"),
    }
)  # fmt: skip
"""Where the refs of a family of kinds are looked up: ids of two registers may be alike."""

_EVERY = ("triggers", "stations", "incidents", "stones", "spurs", "works", "routes", "pushes", "tasks")
_SELECTED: Mapping[str, str] = MappingProxyType({"incidents": "incident", "tasks": "task", "pushes": "push"})
_PARAMS: Mapping[str, str] = MappingProxyType(
    {"works": "works", "section": "routes", "role": "roles", "spur": "spurs", "stone": "stones"}
)


@dataclass(frozen=True, slots=True)
class About:
    """What words are made of: a line, an alarm or a condition; `count` tags of one cause share it."""

    kind: str
    refs: tuple[str, ...]
    value: float | None
    limit: float | None
    params: Params
    count: int = 1


def about(one: AlarmLine | Alarm | AlarmMove | Condition) -> About:
    """Return what words need of it."""
    kind = one.kind
    if not isinstance(kind, str):  # only a line holds the row of its kind
        refs: tuple[str, ...] = getattr(one, "refs", ())
        return About(kind.id, refs, one.value, one.limit, one.params, len(refs))
    tag: str = getattr(one, "tag", "")
    named, _, ref = tag.partition("/")
    return About(kind or named, (ref,), one.value, one.limit, one.params)


def place(now: Situation, kind_id: str, ref: str) -> str:
    """Return the name of what a tag is about, the ref itself where nobody knows it."""
    family = kind_id.partition(".")[0]
    own = _own_words(family, ref)
    if own is not None:
        return own
    for key in (ref, *ref.split("/")):
        for thing in _THINGS.get(family, _EVERY):
            if (name := name_of(now, thing, key)) is not None:
                return name
    return phrases.registered(ref)


def _own_words(family: str, ref: str) -> str | None:
    """What a ref says that is no id of anything."""
    t = QCoreApplication.translate
    if family == "feed":
        return hydrology_board.source_of(ref)
    return {
        ("stock", "floor"): t("AlarmWords", "低于预警下限"),
        ("stock", "needed"): t("AlarmWords", "不够现行措施所需"),
        ("store", "store"): "",
    }.get((family, ref))


def name_of(now: Situation, thing: str, key: str) -> str | None:
    """Return the name of one thing that alarms are about, None where the id is unknown."""
    match thing:
        case "triggers":
            trigger = now.registers.triggers.get(key)
            return None if trigger is None else step_words.station(now, trigger.station)
        case "incidents":
            incident = now.incidents.get(key)
            if incident is None:
                return None
            return f"{phrases.registered(incident.place)} {phrases.registered(incident.kind)}".strip()
        case "tasks":
            task = now.tasks.get(key)
            return None if task is None else phrases.task_title(task, now.plan)
        case "pushes" | "musters":
            held = now.pushes.get(key) if thing == "pushes" else now.musters.get(key)
            return None if held is None else phrases.registered(held.title)
        case "watches":
            watch = now.watches.get(key)
            return None if watch is None else step_words.who(now, watch.team)
        case _:
            return _row(now, thing, key)


def _row(now: Situation, register: str, key: str) -> str | None:
    made = now.registers
    row = made.of(register).get(key)
    if row is None:
        return None
    match register:
        case "stones":
            return f"{_spur(now, row.spur)} {key}"
        case "spurs":
            return _spur(now, key)
        case "stock":
            return phrases.registered(row.item)
        case "roles":
            return phrases.role_name(row)
        case _:
            return phrases.registered(row.name)


def _spur(now: Situation, key: str) -> str:
    """Works and number of a spur; few have a name of their own."""
    spur = now.registers.spurs.get(key)
    if spur is None:
        return key
    works = now.registers.works.get(spur.works)
    where = "" if works is None else phrases.registered(works.name)
    return f"{where}{phrases.registered(spur.name) or spur.number}"


def names(now: Situation, kind_id: str, refs: tuple[str, ...], most: int = MOST_NAMED) -> str:
    """Return the names of several, the first few of many."""
    return listed([place(now, kind_id, ref) for ref in refs[: 8 * most]], most)


def listed(found: list[str], most: int = MOST_NAMED) -> str:
    """Return names in a row, each once, the first few of many."""
    every = [name for name in dict.fromkeys(found) if name]
    told = phrases.listed(every[:most])
    return QCoreApplication.translate("AlarmWords", "{0} 等").format(told) if len(every) > most else told


def selection(now: Situation, kind_id: str, ref: str) -> Selection | None:
    """Return what the related view is to select."""
    for key in (ref, *ref.split("/")):
        for thing in _THINGS.get(kind_id.partition(".")[0], _EVERY):
            if name_of(now, thing, key) is None:
                continue
            if thing == "triggers":
                return Selection("stations", now.registers.triggers.by_id[key].station)
            if thing not in ("musters", "watches"):
                return Selection(_SELECTED.get(thing, thing), key)
    return None


def said_params(now: Situation, one: About) -> dict[str, str]:
    """Return the parameters with codes turned into words, and value, limit, station and place."""
    made = {name: param(now, name, text) for name, text in one.params}
    station = dict(one.params).get("station") or (HUAYUANKOU if not one.refs else "")
    made["station"] = step_words.station(now, station) if station else place(now, one.kind, one.refs[0])
    made.setdefault("place", names(now, one.kind, one.refs))
    made["value"] = words.DASH if one.value is None else number(one.value)
    if one.limit is not None:
        made["limit"] = bound(one.limit)
    made["count"] = f"{one.count:,}"
    return made


def param(now: Situation, name: str, text: str) -> str:
    """Return one parameter in words."""
    if name == "level":
        return level(text)
    if name == "grade" and text.isdigit():
        return words.grade(int(text))
    if name == "state" and text.upper() in StoneState.__members__:
        return words.stone_state(StoneState[text.upper()])
    if name in ("at", "first", "due", "since"):
        return moment(text)
    if name in ("items", "tasks"):
        thing = "stock" if name == "items" else "tasks"
        parts = [part for part in text.split(";") if part]
        return listed([name_of(now, thing, part) or phrases.registered(part) for part in parts])
    thing = _PARAMS.get(name, "")
    if thing:
        return name_of(now, thing, text) or phrases.registered(text)
    if name in ("team", "person"):
        return step_words.who(now, text)
    return phrases.registered(text)


def moment(text: str) -> str:
    """Return a time that was written down, as the desk shows times."""
    try:
        return words.date_clock(datetime.fromisoformat(text))
    except ValueError:
        return text


def level(text: str) -> str:
    """Return a response level or a mark of the stage as it is written on the desk, anything else as it stands."""
    t = QCoreApplication.translate
    marks = {"warning": t("AlarmWords", "警戒水位"), "guaranteed": t("AlarmWords", "保证水位")}
    if text in marks:
        return marks[text]
    try:
        found = Level.parse(text)
    except ValueError:
        return phrases.registered(text)
    return t("AlarmWords", "{0}级").format(words.level_numeral(found)) if found else text


def number(value: float) -> str:
    """Return a value with as many decimals as it needs."""
    if abs(value) >= 1000 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}"


def bound(value: float | None) -> str:
    """Return a limit, a dash where there is none."""
    return words.DASH if value is None else number(value)
