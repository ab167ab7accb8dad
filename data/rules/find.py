"""Finding anyone by what an operator types: name, pinyin, initials, post, role, grid, phone, squad; tasks by title.

The caller makes the index once for the registers at hand and keeps it; a search looks only at the index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from data.model.register import Registers
from data.model.task import Task

INDEXED = ("staff", "squads", "grids", "keypeople", "growers", "roles")
"""Registers that the index is made from; it is old when one of their digests has changed."""

_ORDER = MappingProxyType({"staff": 0, "squads": 1, "grids": 2, "keypeople": 3, "growers": 4, "task": 5})
_LATIN = re.compile(r"[a-z]+")
_SURNAMES = MappingProxyType(
    {"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "任": "ren", "区": "ou", "查": "zha", "盖": "ge",
             "华": "hua", "缪": "miao", "朴": "piao", "翟": "zhai", "尉": "yu", "乐": "yue", "覃": "qin", "隗": "wei",
             "宓": "mi", "员": "yun", "冼": "xian", "折": "she", "繁": "po", "种": "chong"}
)  # fmt: skip
"""Family names that are read otherwise than the character alone."""

Syllables = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the index. `fields` are (what, text in lower case), the name first; `hay` is all of it at once."""

    kind: str
    id: str
    fields: tuple[tuple[str, str], ...]
    hay: str
    syllables: Syllables = ()
    off_duty: bool = False


@dataclass(frozen=True, eq=False)
class Index:
    """All entries, and the digests of the registers they were made from; `spelled` tells whether pinyin is in it."""

    entries: tuple[Entry, ...] = ()
    digests: tuple[str, ...] = ()
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is, and by which of its fields (name | pinyin | phone | role | grid | squad …)."""

    kind: str
    id: str
    matched: str


def digests_of(registers: Registers) -> tuple[str, ...]:
    """Return what an index for these registers carries as its digests."""
    return tuple(registers.of(kind).digest for kind in INDEXED)


def make_index(registers: Registers, *, spelled: bool = True) -> Index:
    """Make the index. With pinyin it takes a quarter of a second the first time; without, a few milliseconds."""
    read = _reader() if spelled else None
    roles = {row.id: row.name for row in registers.roles}
    grids = {row.id: row.name for row in registers.grids}
    squads = {row.id: row.name for row in registers.squads}
    entries: list[Entry] = []
    for row in registers.staff:
        fields = (
            ("name", row.name),
            ("post", row.post),
            ("phone", row.phone),
            ("role", f"{row.role} {roles.get(row.role, '')}"),
            ("grid", f"{row.grid} {grids.get(row.grid, '')}"),
            ("squad", f"{row.squad} {squads.get(row.squad, '')}"),
            ("skills", row.skills),
            ("kind", row.kind),
            ("id", row.id),
        )
        entries.append(_entry("staff", row.id, fields, read, off_duty=not row.on_duty))
    entries += [
        _entry("squads", row.id, (("name", row.name), ("kind", row.kind), ("id", row.id)), read)
        for row in registers.squads
    ]
    entries += [
        _entry("grids", row.id, (("name", row.name), ("id", row.id), ("village", row.village)), read)
        for row in registers.grids
    ]
    for person in registers.keypeople:
        grid = f"{person.grid} {grids.get(person.grid, '')}"
        fields = (
            ("name", person.name),
            ("kind", person.category),
            ("phone", person.phone),
            ("grid", grid),
            ("place", person.place),
            ("id", person.id),
        )
        entries.append(_entry("keypeople", person.id, fields, read))
    for grower in registers.growers:
        fields = (
            ("name", grower.name),
            ("kind", grower.kind),
            ("phone", grower.phone),
            ("village", grower.village),
            ("id", grower.id),
        )
        entries.append(_entry("growers", grower.id, fields, read))
    return Index(tuple(entries), digests_of(registers), spelled)


def find(index: Index, text: str, tasks: Iterable[Task] = (), limit: int = 20) -> list[Hit]:
    """Return what matches every word of the text, the best first; tasks (open ones) match by title, post and id."""
    words = text.lower().split()
    if not words:
        return []
    found: list[tuple[tuple[int, bool, int, int], Hit]] = []
    for at, entry in enumerate(index.entries):
        ranked = _rank(entry, words)
        if ranked is not None:
            score, matched = ranked
            found.append(((score, entry.off_duty, _ORDER[entry.kind], at), Hit(entry.kind, entry.id, matched)))
    for at, task in enumerate(tasks):
        title, about = task.title.lower(), f"{task.role} {task.instruction}".lower()
        if task.state.open and all(word in title or word in about for word in words):
            score = 2 if all(word in title for word in words) else 6
            found.append(((score, False, _ORDER["task"], at), Hit("task", task.id, "name")))
    found.sort(key=lambda pair: pair[0])
    return [hit for _, hit in found[:limit]]


def _rank(entry: Entry, words: Sequence[str]) -> tuple[int, str] | None:
    """Sum of how well each word fits (0 is a perfect fit), and the field of the first word; None when one fits not."""
    total, first = 0, ""
    for word in words:
        fit = _fit(entry, word)
        if fit is None:
            return None
        total += fit[0]
        first = first or fit[1]
    return total, first


def _fit(entry: Entry, word: str) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    if word in entry.hay:
        for place, (what, text) in enumerate(entry.fields):
            at = text.find(word)
            if at < 0:
                continue
            score = _closeness(what, text, word, at) + (0 if place == 0 else 4)
            if best is None or score < best[0]:
                best = (score, what)
    if best is not None and best[0] <= 2:
        return best
    spelt = _spelt(entry.syllables, word)
    if spelt is not None and (best is None or spelt < best[0]):
        best = (spelt, "pinyin")
    return best


def _closeness(what: str, text: str, word: str, at: int) -> int:
    if text == word or word in text.split():
        return -4 if what in ("id", "phone") else 0  # an id or a whole number typed out names exactly one
    if at == 0 or (what == "phone" and text.endswith(word)):
        return 1
    return 2


def _spelt(syllables: Syllables, word: str) -> int | None:
    """How well Latin letters spell a name, syllables cut short as one likes: "zyh", "zhangyh", "yanhua"; else None."""
    if not syllables or not _LATIN.fullmatch(word):
        return None
    for start in range(len(syllables)):
        if _spells(syllables, start, word):
            return 3 if start == 0 else 5
    return None


def _spells(syllables: Syllables, at: int, word: str) -> bool:
    if not word:
        return True
    if at == len(syllables):
        return False
    return any(
        reading.startswith(word[:length]) and _spells(syllables, at + 1, word[length:])
        for reading in syllables[at]
        if reading[0] == word[0]
        for length in range(min(len(reading), len(word)), 0, -1)
    )


def _entry(
    kind: str,
    row_id: str,
    fields: tuple[tuple[str, str], ...],
    read: Callable[[str], Syllables] | None,
    *,
    off_duty: bool = False,
) -> Entry:
    lowered = tuple((what, text.strip().lower()) for what, text in fields if text.strip())
    hay = "\n".join(text for _, text in lowered)
    return Entry(kind, row_id, lowered, hay, read(fields[0][1]) if read else (), off_duty)


def _reader() -> Callable[[str], Syllables]:
    """Return a function that reads a name aloud; each character is looked up once."""
    from pypinyin import lazy_pinyin

    known: dict[str, str] = {}

    def aloud(character: str) -> str:
        if character not in known:
            known[character] = "".join(lazy_pinyin(character, v_to_u=False)).lower()
        return known[character]

    def read(name: str) -> Syllables:
        spelt: list[tuple[str, ...]] = []
        for at, character in enumerate(name):
            sound = aloud(character)
            if not sound.strip():
                continue
            surname = _SURNAMES.get(character) if at == 0 else None
            spelt.append((sound,) if surname in (None, sound) else (str(surname), sound))
        return tuple(spelt)

    return read
