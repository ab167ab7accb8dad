"""Random scenarios that are sound, as the file format can say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario_grammar import Key, Sort
from data.model.drill import (
    Act,
    Condition,
    Expectation,
    Ground,
    Inject,
    InjectKind,
    Player,
    Scenario,
    Trace,
)

LENGTH = 3000.0
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip).filter(bool)
IDS = st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True)
_LISTS = st.lists(st.from_regex(r"[A-Z]{1,2}[0-9]{3}", fullmatch=True), min_size=1, max_size=3)
_MINUTES = st.integers(0, int(LENGTH)).map(float)


def values(key: Key, ids: list[str]) -> st.SearchStrategy[str]:
    if key.refers == "inject":
        return st.sampled_from(ids)
    if key.choices:
        return st.sampled_from(key.choices)
    match key.sort:
        case Sort.NUMBER:
            return st.integers(max(1, int(key.low)), int(min(key.high, 3))).map(str) if key.high <= 3 else (
                st.integers(int(key.low) + 1, int(min(key.high, 90))).map(str)
            )  # fmt: skip
        case Sort.TEXTS:
            return _LISTS.map(";".join)
        case Sort.LEVEL:
            return st.sampled_from(["I", "II", "III", "IV"])
        case _:
            return WORDS


@st.composite
def pairs(draw: st.DrawFn, names: dict[str, Key], ids: list[str], *, besides: frozenset[str] = frozenset()):
    kept = [name for name, key in names.items() if name not in besides and (key.needed or draw(st.booleans()))]
    return tuple((name, draw(values(names[name], ids))) for name in kept)


@st.composite
def expectations(draw: st.DrawFn, ids: list[str], number: int, owner: str):
    act = draw(st.sampled_from([one for one in Act if one not in (Act.ANSWER, Act.VERIFY, Act.INCIDENT, Act.AMEND)]))
    proof = draw(pairs(dict(grammar.PROOFS[act]), ids))
    if act in grammar.ONE_OF and not {name for name, _ in proof} & set(grammar.ONE_OF[act]):
        name = grammar.ONE_OF[act][0]
        proof = tuple(sorted((*proof, (name, draw(WORDS))), key=lambda one: list(grammar.PROOFS[act]).index(one[0])))
    usual = draw(st.booleans())
    return Expectation(
        f"{owner}-{number}" if usual else f"{owner}:{number}", act, draw(WORDS), draw(st.integers(1, 90)) / 1.0, proof,
        draw(st.just("") | WORDS), draw(st.just("") | WORDS), draw(st.just("") | WORDS),
    )  # fmt: skip


@st.composite
def conditions(draw: st.DrawFn, earlier: list[str]):
    kinds = [Ground.FLOW, Ground.LEVEL, *([Ground.AFTER] if earlier else [])]
    match draw(st.sampled_from(kinds)):
        case Ground.FLOW:
            return Condition(Ground.FLOW, value=float(draw(st.integers(0, 22_000))))
        case Ground.LEVEL:
            return Condition(Ground.LEVEL, value=float(draw(st.integers(1, 4))))
        case _:
            return Condition(Ground.AFTER, draw(st.sampled_from(earlier)), draw(_MINUTES))


@st.composite
def injects(draw: st.DrawFn, ids: list[str], place: int):
    kind = draw(st.sampled_from([one for one in InjectKind if one is not InjectKind.INCIDENT]))
    earlier = ids[:place]
    when = tuple(draw(st.lists(conditions(earlier), max_size=2)))
    at = draw(_MINUTES if not when else st.none() | _MINUTES)
    details = draw(pairs(dict(grammar.DETAILS[kind]), ids, besides=frozenset({"ends"})))
    if kind is InjectKind.READING and not {"flow_m3s", "stage_m"} & {name for name, _ in details}:
        details = (details[0], ("flow_m3s", "5"), *details[1:])
    return Inject(
        ids[place], kind, draw(WORDS), draw(WORDS), at, when, draw(st.just("") | WORDS), details,
        tuple(draw(expectations(ids, n, ids[place])) for n in range(1, draw(st.integers(0, 2)) + 1)),
        draw(st.booleans()), by_hand=draw(st.booleans()), title_en=draw(st.just("") | WORDS),
    )  # fmt: skip


@st.composite
def traces(draw: st.DrawFn, station: str):
    times = sorted(draw(st.sets(st.integers(-100, int(LENGTH)), min_size=1, max_size=4)))
    stage = draw(st.booleans())
    points = tuple((float(at), float(draw(st.integers(0, 22_000))), 90.25 if stage else None) for at in times)
    return Trace(
        station, points, draw(WORDS), draw(st.just("") | WORDS), draw(st.booleans()),
        float(draw(st.integers(1, 1440))), draw(st.sampled_from([1.0, 0.5, 2.0])),
    )  # fmt: skip


@st.composite
def scenarios(draw: st.DrawFn):
    ids = draw(st.lists(IDS, unique=True, min_size=1, max_size=4))
    start = datetime(2021, 9, 19, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 10_000)))
    return Scenario(
        draw(WORDS), draw(WORDS), draw(WORDS), start, LENGTH, draw(st.integers(1, 3600)), "情景构造", True,
        tuple(draw(traces(one)) for one in draw(st.lists(IDS, unique=True, max_size=2))),
        tuple(draw(injects(ids, place)) for place in range(len(ids))),
        tuple(Player(one, 4.0, 2.5, 0.25) for one in draw(st.lists(IDS, unique=True, max_size=2))),
        draw(st.just("") | WORDS), tuple(draw(st.lists(WORDS, max_size=2))), draw(st.just("") | WORDS),
    )  # fmt: skip
