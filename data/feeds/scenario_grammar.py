"""The grammar of a scenario file: every table, its keys, what they hold, and what proves each act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from data.model.drill import Act, Ground, InjectKind
from data.model.office import Medium, PaperKind
from data.model.people import Whereabouts
from data.model.places import StoneState

FORMAT: Final = 1
"""Version of the format; a file of another one is refused."""

MOST_MIN: Final = 100_000.0
"""Longest scenario, in minutes (69 days)."""


class Sort(StrEnum):
    """What a key holds."""

    TEXT = "text"
    TEXTS = "texts"  # list of texts
    NUMBER = "number"
    FLAG = "flag"
    MOMENT = "moment"  # date and time with offset
    LEVEL = "level"  # response level: I … IV, "none"
    POINTS = "points"
    TABLE = "table"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it holds, whether it must be there, `low <= number <= high`, which words, which register or inject.

    `refers` names the register whose ids the value is; "inject" for an inject of the file.
    """

    sort: Sort = Sort.TEXT
    needed: bool = False
    low: float = 0.0
    high: float = MOST_MIN
    choices: tuple[str, ...] = ()
    refers: str = ""


def _table(**keys: Key) -> Mapping[str, Key]:
    return MappingProxyType(keys)


def _words(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(one.value for one in kind)


_NEEDED = Key(needed=True)
_TEXT = Key()
_FLAG = Key(Sort.FLAG)
_MINUTES = Key(Sort.NUMBER)
_TEXTS = Key(Sort.TEXTS)
_FLOW = Key(Sort.NUMBER, needed=True, high=60_000)
_LON, _LAT = Key(Sort.NUMBER, low=73, high=136), Key(Sort.NUMBER, low=3, high=54)

SCENARIO = _table(
    format=Key(Sort.NUMBER, needed=True, low=1, high=1000),
    id=_NEEDED,
    title=_NEEDED,
    title_en=_TEXT,
    about=_NEEDED,
    about_en=_TEXT,
    starts_at=Key(Sort.MOMENT, needed=True),
    length_min=Key(Sort.NUMBER, needed=True, low=1),
    speed=Key(Sort.NUMBER, low=1, high=36_000),
    source=_NEEDED,
    constructed=Key(Sort.FLAG, needed=True),
    goals=_TEXTS,
    goals_en=_TEXTS,
    trace=Key(Sort.TABLES),
    inject=Key(Sort.TABLES),
    player=Key(Sort.TABLES),
)

TRACE = _table(
    station=Key(needed=True, refers="stations"),
    source=_NEEDED,
    datum=_TEXT,
    constructed=Key(Sort.FLAG, needed=True),
    every_min=Key(Sort.NUMBER, low=1, high=10_080),
    scale=Key(Sort.NUMBER, low=0.01, high=100),
    points=Key(Sort.POINTS),
    series=_TEXT,
    first=Key(Sort.MOMENT),
    last=Key(Sort.MOMENT),
)

PLAYER = _table(
    role=Key(needed=True, refers="roles"),
    takes_min=_MINUTES,
    spread_min=_MINUTES,
    misses=Key(Sort.NUMBER, high=1),
)

INJECT = _table(
    id=_NEEDED,
    kind=Key(needed=True, choices=_words(InjectKind)),
    title=_NEEDED,
    title_en=_TEXT,
    text=_NEEDED,
    text_en=_TEXT,
    at_min=_MINUTES,
    at=Key(Sort.MOMENT),
    when=Key(Sort.TABLES),
    says=_TEXT,
    constructed=_FLAG,
    by_hand=_FLAG,
    details=Key(Sort.TABLE),
    expect=Key(Sort.TABLES),
)

CONDITIONS: Mapping[Ground, Mapping[str, Key]] = MappingProxyType(
    {
        Ground.AFTER: _table(ref=Key(needed=True, refers="inject"), minutes=Key(Sort.NUMBER, needed=True)),
        Ground.ANSWERED: _table(ref=Key(needed=True, refers="inject")),
        Ground.UNANSWERED: _table(ref=Key(needed=True, refers="inject"), minutes=Key(Sort.NUMBER, needed=True, low=1)),
        Ground.FLOW: _table(flow_m3s=_FLOW),
        Ground.LEVEL: _table(level=Key(Sort.LEVEL, needed=True)),
    }
)

EXPECT = _table(
    id=_TEXT,
    act=Key(needed=True, choices=_words(Act)),
    role=Key(needed=True, refers="roles"),
    within_min=Key(Sort.NUMBER, needed=True, low=1),
    proof=Key(Sort.TABLE),
    clause=Key(refers="plan"),
    text=_TEXT,
    text_en=_TEXT,
)

_GRADE = Key(Sort.NUMBER, low=1, high=3)
_SPOKEN = {"medium": Key(choices=_words(Medium)), "answer_min": Key(Sort.NUMBER, low=1)}
_SEEN = {
    "category": Key(needed=True, choices=tuple(f"E{n}" for n in range(1, 10))),
    "kind": _NEEDED,
    "grade": _GRADE,
    "place": _NEEDED,
    "lon": _LON,
    "lat": _LAT,
    "spur": Key(refers="spurs"),
    "grid": Key(refers="grids"),
    "photos": _TEXTS,
}
_FOR = Key(Sort.NUMBER, low=1)

DETAILS: Mapping[InjectKind, Mapping[str, Key]] = MappingProxyType(
    {
        InjectKind.REPORT: _table(**_SEEN),
        InjectKind.INCIDENT: _table(
            **_SEEN | {
                "follows": Key(needed=True, refers="inject"), "category": _SEEN["category"], "grade": _GRADE,
                "place": _TEXT,
            }
        ),
        InjectKind.MESSAGE: _table(**_SPOKEN),
        InjectKind.WEATHER: _table(**_SPOKEN),
        InjectKind.ORDER: _table(
            issuer=_NEEDED, reference=_TEXT, level=Key(Sort.LEVEL), ends=Key(refers="inject"), **_SPOKEN
        ),
        InjectKind.FORECAST: _table(
            station=Key(needed=True, refers="stations"), flow_m3s=_FLOW, lead_min=Key(Sort.NUMBER, needed=True, low=1),
            **_SPOKEN,
        ),
        InjectKind.READING: _table(
            station=Key(needed=True, refers="stations"), flow_m3s=Key(Sort.NUMBER, high=60_000),
            stage_m=Key(Sort.NUMBER, low=-10, high=6000), datum=_TEXT, **_SPOKEN,
        ),
        InjectKind.STONES: _table(
            stones=Key(Sort.TEXTS, needed=True, refers="stones"),
            state=Key(needed=True, choices=_words(StoneState)), **_SPOKEN,
        ),
        InjectKind.LINK: _table(
            station=Key(needed=True, refers="stations"), state=Key(needed=True, choices=("lost", "back")),
            for_min=_FOR, **_SPOKEN,
        ),
        InjectKind.SILENCE: _table(
            people=Key(Sort.TEXTS, needed=True, refers="staff"), state=Key(choices=("silent", "back")),
            for_min=_FOR, **_SPOKEN,
        ),
        InjectKind.ROAD: _table(
            route=Key(needed=True, refers="routes"), state=Key(needed=True, choices=("cut", "open")), for_min=_FOR,
            place=_TEXT, lon=_LON, lat=_LAT, photos=_TEXTS, **_SPOKEN,
        ),
        InjectKind.WHEREABOUTS: _table(
            register=Key(needed=True, choices=("growers", "keypeople", "households")),
            people=Key(Sort.TEXTS, needed=True), state=Key(needed=True, choices=_words(Whereabouts)), **_SPOKEN,
        ),
    }
)  # fmt: skip
"""Details of each kind of inject."""

_WHOM = {
    "instruction": Key(refers="plan"),
    "role": Key(refers="roles"),
    "person": Key(refers="staff"),
    "word": _TEXT,
}
_OWN = Key(refers="inject")

PROOFS: Mapping[Act, Mapping[str, Key]] = MappingProxyType(
    {
        Act.NOTE: _table(inject=_OWN, alarm=Key(refers="alarmkinds")),
        Act.VERIFY: _table(inject=_OWN),
        Act.INCIDENT: _table(inject=_OWN, grade=_GRADE, word=_TEXT),
        Act.AMEND: _table(inject=_OWN, grade=_GRADE, word=_TEXT),
        Act.SIGN_OFF: _table(level=Key(Sort.LEVEL, needed=True)),
        Act.ISSUE: _table(**_WHOM),
        Act.ON_SITE: _table(**_WHOM),
        Act.FINISH: _table(**_WHOM),
        Act.ORDER: _table(role=Key(refers="roles"), word=_TEXT),
        Act.PUSH: _table(word=_TEXT, template=Key(refers="templates")),
        Act.CALL: _table(person=Key(needed=True, refers="staff")),
        Act.MUSTER: _table(word=_TEXT),
        Act.MOVE_PEOPLE: _table(
            register=Key(needed=True, choices=("growers", "keypeople", "households")),
            people=Key(Sort.TEXTS, needed=True),
            state=Key(needed=True, choices=_words(Whereabouts)),
        ),
        Act.ANSWER: _table(inject=_OWN, word=_TEXT),
        Act.BRIEFING: _table(word=_TEXT),
        Act.REPORT_UP: _table(paper=Key(needed=True, choices=_words(PaperKind)), word=_TEXT),
        Act.LOG: _table(word=Key(needed=True)),
    }
)
"""What may narrow the query of each act; what is needed must be there."""

ONE_OF: Mapping[Act, tuple[str, ...]] = MappingProxyType(
    {
        Act.ISSUE: ("instruction", "role"),
        Act.ON_SITE: ("instruction", "role", "person"),
        Act.FINISH: ("instruction", "role", "person"),
        Act.ORDER: ("role", "word"),
    }
)
"""Acts of which one of these must be named, that not any deed whatever proves them."""
