"""The journal is searched by text in either case, by values and not by field names, and by the ids behind a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.model.people import Whereabouts
from data.model.river import Forecast
from data.model.situation import Situation
from data.model.steps import Body, ForecastEntered, NoteWritten, Realm, Step, WhereaboutsSet
from data.store.journal import Wanted
from data.store.store import Store
from tests.township import NOON

BODIES: tuple[Body, ...] = (
    NoteWritten("100% 到位"),
    WhereaboutsSet("growers", ("G0001", "G0002"), Whereabouts.LEFT, ""),
    WhereaboutsSet("growers", ("G00011",), Whereabouts.LEFT, "Text by Phone"),
    NoteWritten("第一百段"),
    ForecastEntered(Forecast("40105150", 8000.0, NOON, NOON, "省水文")),
    NoteWritten("约8000方，1,2段"),
)


@pytest.fixture
def store(tmp_path: Path):
    with Store.open(tmp_path / "anlan.sqlite") as made:
        made.load()
        now = Situation(at=NOON)
        pairs = [
            (Step(f"s{n}", NOON, "U1" if n == 4 else "leader", Realm.LIVE, body), Situation(seq=n, at=now.at))
            for n, body in enumerate(BODIES, start=1)
        ]
        made.append(pairs)
        yield made


@pytest.mark.parametrize(
    ("text", "ids", "found"),
    [
        ("phone", (), [3]),
        ("PHONE", (), [3]),
        ("register", (), []),  # the name of a field
        ("100%", (), [1]),  # no pattern
        ("0_到", (), []),
        ("张三", ("G0001",), [2]),  # and not G00011
        ("张三", ("U1",), [4]),
        ("张三", (), []),
        ("leader", (), [1, 2, 3, 5, 6]),
        ("8,000", (), [5, 6]),
        ("8 000", (), [5, 6]),
        ("8000", (), [5, 6]),
        ("1,2", (), [6]),  # no thousands
        ("800", (), [6]),  # a number is found whole
    ],
)
def test_a_search_finds_what_says_the_text_or_names_who_bears_it(
    store: Store, text: str, ids: tuple[str, ...], found: list[int]
) -> None:
    assert [line.seq for line in store.find(Wanted(text=text, ids=ids))] == found
