"""What an alarm is about: the name of its station, stone, task …, its parameters in words, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from data.model.alarms import Alarm
from data.model.levels import Level
from data.model.places import StoneState
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from views import phrases, step_words, words
from views.pane import Selection

if TYPE_CHECKING:
    from data.rules.alarms.condition import Condition, Params
    from data.rules.alarms.lines import AlarmLine

MOST_NAMED = 3
"""So many places of a line are named; the detail lists all."""

_REGISTERS = ("stations", "works", "routes", "shelters", "squads", "staff", "grids")


@dataclass(frozen=True, slots=True)
class About:
    """What words are made of: a line, an alarm or a condition; `count` tags of one cause share it."""

    kind: str
    refs: tuple[str, ...]
    value: float | None
    limit: float | None
    params: Params
    count: int = 1


def about(one: AlarmLine | Alarm | Condition) -> About:
    """Return what words need of it."""
    kind = one.kind
    if isinstance(kind, str):
        ref: str = getattr(one, "ref", "")
        return About(kind, (ref,), one.value, one.limit, one.params)
    refs: tuple[str, ...] = getattr(one, "refs", ())
    return About(kind.id, refs, one.value, one.limit, one.params, len(refs))


def place(now: Situation, ref: str) -> str:
    """Return the name of what a tag is about, the ref itself where nobody knows it."""
    for key in (ref, *ref.split("/")):
        if (name := name_of(now, key)) is not None:
            return name
    return phrases.registered(ref)


def name_of(now: Situation, key: str) -> str | None:
    """Return the name of anything that alarms are about, None where the id is unknown."""
    trigger = now.registers.triggers.get(key)
    if trigger is not None:
        return step_words.station(now, trigger.station)
    incident = now.incidents.get(key)
    if incident is not None:
        return f"{phrases.registered(incident.place)} {phrases.registered(incident.kind)}".strip()
    task = now.tasks.get(key)
    if task is not None:
        return phrases.task_title(task, now.plan)
    for held in (now.pushes.get(key), now.musters.get(key)):
        if held is not None:
            return phrases.registered(held.title)
    watch = now.watches.get(key)
    if watch is not None:
        return step_words.who(now, watch.team)
    return _row(now, key)


def _row(now: Situation, key: str) -> str | None:
    made = now.registers
    stone = made.stones.get(key)
    if stone is not None:
        return f"{_spur(now, stone.spur)} {key}"
    if key in made.spurs.by_id:
        return _spur(now, key)
    item = made.stock.get(key)
    if item is not None:
        return phrases.registered(item.item)
    role = made.roles.get(key)
    if role is not None:
        return phrases.role_name(role)
    for register in _REGISTERS:
        row = made.of(register).get(key)
        if row is not None:
            return phrases.registered(row.name)
    return None


def _spur(now: Situation, key: str) -> str:
    """Works and number of a spur; few have a name of their own."""
    spur = now.registers.spurs.get(key)
    if spur is None:
        return key
    works = now.registers.works.get(spur.works)
    where = "" if works is None else phrases.registered(works.name)
    return f"{where}{phrases.registered(spur.name) or spur.number}"


def names(now: Situation, refs: tuple[str, ...], most: int = MOST_NAMED) -> str:
    """Return the names of several, the first few of many."""
    every = [name for name in dict.fromkeys(place(now, ref) for ref in refs[: 8 * most]) if name]
    listed = phrases.listed(every[:most])
    return QCoreApplication.translate("AlarmWords", "{0} 等").format(listed) if len(every) > most else listed


def selection(now: Situation, ref: str) -> Selection | None:
    """Return what the related view is to select."""
    held = (("incident", now.incidents), ("task", now.tasks), ("push", now.pushes))
    for key in (ref, *ref.split("/")):
        for kind, known in held:
            if key in known:
                return Selection(kind, key)
        trigger = now.registers.triggers.get(key)
        if trigger is not None:
            return Selection("stations", trigger.station)
        for register in ("stones", "stock", "spurs", *_REGISTERS):
            if key in now.registers.of(register).by_id:
                return Selection(register, key)
    return None


def said_params(now: Situation, one: About) -> dict[str, str]:
    """Return the parameters with codes turned into words, and value, limit, station and place."""
    made = {name: param(now, name, text) for name, text in one.params}
    station = dict(one.params).get("station") or (HUAYUANKOU if not one.refs else "")
    made["station"] = step_words.station(now, station) if station else place(now, one.refs[0])
    made.setdefault("place", names(now, one.refs))
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
        return names(now, tuple(part for part in text.split(";") if part))
    if name in ("works", "section", "role", "stone", "spur", "team", "person"):
        return name_of(now, text) or step_words.who(now, text)
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
