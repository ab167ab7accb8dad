"""How rows of a plan table stand to each other: supersession, gaps, likeness, clashing periods."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from data.model.plan import Instruction, Phase, TriggerKind
from data.rules.plan_findings import Code

Found = tuple[int, str, Code, tuple[str, ...]]
"""Place of the row in the table, column, code, parameters."""

ALIKE = 0.82
"""Share of common character pairs from which two texts are near-identical (assumed)."""
ALIKE_TITLE = 0.6
"""Share of common character pairs from which two titles name the same repeated thing (assumed)."""
_RISING = frozenset({Phase.PREPARE, Phase.START, Phase.COURSE})
_CONDITIONAL = frozenset({TriggerKind.EVENT, TriggerKind.ORDER, TriggerKind.MANUAL})
_PERIOD = re.compile(
    r"每?\d*[一二两三四五六七八九十半]*(个?小时|分钟|日|天|班)[一二两三\d]*[次遍报]?|加密|连续|昼夜|[早晚]"
)


def supersession(
    rows: Sequence[Instruction], places: Mapping[str, int], closed: Mapping[str, frozenset[str]]
) -> Iterator[Found]:
    """Find unknown, own, circular and unreachable replacements, and replaced rows that come back."""
    direct = {row.id: row.replaced_ids for row in rows}
    told: set[frozenset[str]] = set()
    for at, row in enumerate(rows):
        for old_id in row.replaced_ids:
            if old_id == row.id:
                yield at, "supersedes", Code.SUPERSEDES_ITSELF, ()
            elif old_id not in places:
                yield at, "supersedes", Code.SUPERSEDES_UNKNOWN, (old_id,)
            else:
                yield from _apart(at, row, rows[places[old_id]])
        cycle = _cycle(row.id, direct)
        if cycle and frozenset(cycle) not in told:
            told.add(frozenset(cycle))
            yield at, "supersedes", Code.SUPERSEDES_CYCLE, ("→".join((*cycle, cycle[0])),)
    for at, row in enumerate(rows):
        back = _comes_back(row, [rows[places[i]] for i in closed.get(row.id, ()) if i in places])
        if back is not None:
            yield at, "supersedes", Code.SUPERSEDES_GAP, (row.id, f"{back:.0f}")


def _apart(at: int, row: Instruction, old: Instruction) -> Iterator[Found]:
    """A replacer that begins only after the replaced one has ended never meets it."""
    if _unbound(row) or _unbound(old) or row.flow_min_m3s <= old.flow_max_m3s:
        return
    yield at, "supersedes", Code.SUPERSEDES_APART, (old.id, f"{old.flow_max_m3s:.0f}", f"{row.flow_min_m3s:.0f}")


def _unbound(row: Instruction) -> bool:
    """Whether something else than the rising river decides when the row holds."""
    return row.phase not in _RISING or row.trigger in _CONDITIONAL


def _comes_back(row: Instruction, newer: Sequence[Instruction]) -> float | None:
    """Return the flow at which a replaced row would come back because its replacers end before it does."""
    if _unbound(row):
        return None
    covered = sorted((new.flow_min_m3s, new.flow_max_m3s) for new in newer if not _unbound(new))
    reach: float | None = None
    for low, high in covered:
        if reach is not None and low > reach:
            break
        reach = high if reach is None else max(reach, high)
    return reach if reach is not None and reach < row.flow_max_m3s and covered[0][0] < row.flow_max_m3s else None


def _cycle(start: str, direct: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a cycle of at least two rows that leads back to `start`, or ()."""
    todo = [(old, (start,)) for old in direct[start] if old != start]
    seen: set[str] = set()
    while todo:
        current, path = todo.pop()
        if current == start:
            return path
        if current not in seen:
            seen.add(current)
            todo += [(old, (*path, current)) for old in direct.get(current, ()) if old != current]
    return ()


def doubles(rows: Sequence[Instruction]) -> Iterator[Found]:
    """Find rows that share an id or a title, and texts that are near-identical."""
    ids: dict[str, int] = {}
    titles: dict[str, str] = {}
    for at, row in enumerate(rows):
        if row.id in ids:
            yield at, "id", Code.ID_DOUBLE, (str(ids[row.id]),)
            continue
        ids[row.id] = at
        title = _bare(row.title)
        if title and title in titles:
            yield at, "title", Code.TITLE_DOUBLE, (titles[title],)
        titles.setdefault(title, row.id)
    for first, second, share in alike([_bare(row.text) for row in rows], ALIKE):
        if rows[first].id != rows[second].id:
            yield second, "text", Code.TEXT_DOUBLE, (rows[first].id, f"{share * 100:.0f}")


def alike(texts: Sequence[str], least: float) -> Iterator[tuple[int, int, float]]:
    """Return pairs of texts whose character pairs overlap (Jaccard) by at least the given share, and the share.

    Two sets this alike must share one of the rarest members of each, so only those are indexed.
    """
    sets = [_pairs(text) for text in texts]
    often = Counter(pair for pairs in sets for pair in pairs)
    index: dict[str, list[int]] = {}
    for at, pairs in enumerate(sets):
        if not pairs:
            continue
        rare = sorted(pairs, key=lambda pair: (often[pair], pair))
        rare = rare[: len(rare) - int(least * len(rare)) + 1]
        for other in sorted({other for pair in rare for other in index.get(pair, ())}):
            share = len(pairs & sets[other]) / len(pairs | sets[other])
            if share >= least:
                yield other, at, share
        for pair in rare:
            index.setdefault(pair, []).append(at)


def clashes(rows: Sequence[Instruction], closed: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    """Find the same repeated thing asked of one role at two periods at one flow, neither replacing the other.

    A heuristic: what is the same thing is judged by the titles with their words of time taken out.
    """
    groups: dict[tuple[str, str], list[int]] = {}
    for at, row in enumerate(rows):
        if row.repeat_min and not _unbound(row):
            groups.setdefault((row.role, row.scope), []).append(at)
    nothing: frozenset[str] = frozenset()
    for places in groups.values():
        stems = [_PERIOD.sub("", _bare(rows[at].title)) for at in places]
        for i, j, _ in alike(stems, ALIKE_TITLE):
            one, other = rows[places[i]], rows[places[j]]
            linked = one.id in closed.get(other.id, nothing) or other.id in closed.get(one.id, nothing)
            meet = max(one.flow_min_m3s, other.flow_min_m3s) < min(one.flow_max_m3s, other.flow_max_m3s)
            if one.repeat_min != other.repeat_min and meet and not linked:
                yield places[j], "repeat_min", Code.REPEAT_CLASH, (one.id, str(one.repeat_min), str(other.repeat_min))


def _bare(text: str) -> str:
    return re.sub(r"[\s，。；：、！？“”（）()·,.;:]", "", text)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
