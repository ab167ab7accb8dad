"""What the page says is type-checked; what it must know is kept and told once per turn."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from widgets.web_bridge import (
    Bridge,
    Clicked,
    Line,
    Mode,
    Place,
    Progress,
    Selected,
    View,
    layer_words,
    understood,
    words,
)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"kind": "clicked", "layer": "grids", "id": "7", "lon": 113.5, "lat": 34}, Clicked("grids", "7", 113.5, 34.0)),
        ({"kind": "line", "path": [[113, 34.5], [113.1, 34.5]]}, Line(((113.0, 34.5), (113.1, 34.5)))),
        ({"kind": "mode", "mode": "line"}, Mode("line")),
        ({"kind": "selected", "ids": [["a", "1"], ["b", "2"]]}, Selected((("a", "1"), ("b", "2")))),
        ({"kind": "place", "lon": 113, "lat": 34.5}, Place(113.0, 34.5)),
        ({"kind": "view", "lon": 113.1, "lat": 34, "zoom": 12}, View(113.1, 34.0, 12.0)),
        ({"kind": "mode", "mode": "lasso"}, Mode("lasso")),
        ({"kind": "taken", "serial": 4}, Progress("taken", 4)),
    ],
)
def test_what_the_page_may_say_is_understood(message: dict, said: object):
    assert understood(json.dumps(message)) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"kind": "clicked", "layer": 7, "id": "7"}',
        '{"kind": "clicked", "layer": "grids"}',
        '{"kind": "clicked", "layer": "grids", "id": "7"}',
        '{"kind": "clicked", "layer": "grids", "id": "7", "lon": "113", "lat": 34}',
        '{"kind": "clicked", "layer": "grids", "id": "7", "lon": 113, "lat": 134}',
        '{"kind": "line", "path": [[113, 34.5]]}',
        '{"kind": "line", "path": [[113, 34.5], [113, 91]]}',
        '{"kind": "line", "path": [[113, 34.5], [113]]}',
        '{"kind": "line", "path": "all"}',
        '{"kind": "selected", "ids": [["a"]]}',
        '{"kind": "selected", "ids": [["a", 1]]}',
        '{"kind": "selected", "ids": "all"}',
        '{"kind": "place", "lon": 1e9, "lat": 0}',
        '{"kind": "place", "lon": NaN, "lat": 0}',
        '{"kind": "mode", "mode": "erase"}',
        '{"kind": "taken", "serial": "4"}',
        '{"kind": "run", "code": "1"}',
    ],
)
def test_anything_else_is_not(text: str):
    assert understood(text) is None


def test_geojson_text_is_passed_on_as_it_is():
    assert json.loads(layer_words("a", {"z": 1}, '{"type":"FeatureCollection","features":[]}')) == [
        "layer",
        "a",
        {"z": 1},
        {"type": "FeatureCollection", "features": []},
    ]


def test_a_number_that_json_cannot_hold_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        words("fly", float("nan"))


class Page:
    """Stands where the page stands and writes down what it was told."""

    def __init__(self, bridge: Bridge) -> None:
        self.desk = bridge.desk
        self.told: list[list[list]] = []
        self.serial = 0
        self.desk.told.connect(self._take)

    def _take(self, serial: int, batch: list[str]) -> None:
        self.serial = serial
        self.told.append([json.loads(text) for text in batch])

    def say(self, kind: str) -> None:
        self.desk.said(json.dumps({"kind": kind, "serial": self.serial}))


@pytest.fixture
def bridge(qapp: QCoreApplication):
    owner = QObject()
    yield Bridge(owner)
    owner.deleteLater()


def turn() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def test_what_is_said_in_one_turn_is_told_in_one_message_and_only_the_last_of_each(bridge: Bridge):
    page = Page(bridge)
    page.desk.ready()
    for value in range(10):
        bridge.keep("layer/a", words("layer", value))
    bridge.once("view", words("fly", 1))
    turn()
    assert page.told == [[["layer", 9], ["fly", 1]]]


def test_while_the_page_is_busy_states_are_skipped_and_the_last_arrives(bridge: Bridge):
    page = Page(bridge)
    page.desk.ready()
    for value in range(5):
        bridge.keep("layer/a", words("layer", value))
        turn()
    assert page.told == [[["layer", 0]]]
    page.say("taken")
    assert page.told[1:] == [[["layer", 4]]]


def test_a_new_page_is_told_everything_kept_and_nothing_passing(bridge: Bridge):
    page = Page(bridge)
    bridge.keep("layer/a", words("layer", "a"))
    bridge.keep("layer/b", words("layer", "b"))
    bridge.once("view", words("fly", 1))
    bridge.change("a", {"1": {"role": "x"}})
    bridge.change("a", {"1": {"ring": True}})
    page.desk.ready()
    first = page.told.pop()
    assert first == [["layer", "a"], ["layer", "b"], ["restyle", "a", {"1": {"role": "x", "ring": True}}], ["fly", 1]]
    bridge.lost()
    bridge.forget("layer/b")
    page.desk.ready()
    assert page.told.pop() == [first[0], first[2]]


def test_changes_are_forgotten_when_their_layer_is_told_anew(bridge: Bridge):
    page = Page(bridge)
    bridge.change("a", {"1": {"role": "x"}})
    bridge.drop_changes("a")
    page.desk.ready()
    assert page.told == []


def test_it_is_painted_only_when_the_last_told_was_shown(bridge: Bridge):
    page = Page(bridge)
    page.desk.ready()
    bridge.keep("theme", words("theme"))
    assert not bridge.is_painted()
    turn()
    page.say("taken")
    assert not bridge.is_painted()
    page.say("painted")
    assert bridge.is_painted()
    bridge.keep("theme", words("theme"))
    assert not bridge.is_painted()


def test_features_that_change_are_told_alone_and_all_of_them_again_to_a_new_page(bridge: Bridge):
    page = Page(bridge)
    page.desk.ready()
    bridge.patch("a", {"1": '{"id":1}', "2": '{"id":2}'})
    bridge.patch("a", {"2": None})
    turn()
    assert page.told.pop() == [["patch", "a", [{"id": 1}], ["2"]]]
    page.desk.ready()
    assert page.told.pop() == [["patch", "a", [{"id": 1}], ["2"]]]
    bridge.drop_changes("a")
    page.desk.ready()
    assert page.told == []


def test_a_feature_told_anew_forgets_its_changed_look(bridge: Bridge):
    page = Page(bridge)
    bridge.change("a", {"1": {"role": "x"}, "2": {"role": "x"}})
    bridge.patch("a", {"1": '{"id":1}'})
    page.desk.ready()
    assert page.told.pop() == [["patch", "a", [{"id": 1}], []], ["restyle", "a", {"2": {"role": "x"}}]]
