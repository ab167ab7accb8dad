"""The search field of the map: what is typed goes out, what was found is offered, one is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.rules.places import Found
from desktop import theme as look
from views.place_search import PlaceSearch

DAM = Found("spurs", "MD-26", "马渡险工 26坝", 113.79, 34.885)
OTHER = Found("spurs", "MD-126", "马渡险工 126坝", 113.80, 34.885)


@pytest.fixture
def search(qtbot) -> PlaceSearch:
    made = PlaceSearch(look.load("dark").theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def chosen(search: PlaceSearch) -> list[Found]:
    heard: list[Found] = []
    search.chosen.connect(heard.append)
    return heard


def test_every_change_of_the_text_is_told(search: PlaceSearch) -> None:
    typed: list[str] = []
    search.typed.connect(typed.append)
    QTest.keyClicks(search._field, "K12")
    assert typed == ["K", "K1", "K12"]


def test_enter_takes_the_first_that_was_found(search: PlaceSearch, chosen: list[Found]) -> None:
    search.show_found([DAM, OTHER])
    QTest.keyClicks(search._field, "26")
    QTest.keyClick(search._field, Qt.Key.Key_Return)
    assert chosen == [DAM]


def test_enter_takes_the_one_whose_whole_label_stands_in_the_field(search: PlaceSearch, chosen: list[Found]) -> None:
    search.show_found([DAM, OTHER])
    search._field.setText(OTHER.label)
    search._completer.popup().hide()
    QTest.keyClick(search._field, Qt.Key.Key_Return)
    assert chosen == [OTHER]


def test_enter_with_nothing_found_chooses_nothing(search: PlaceSearch, chosen: list[Found]) -> None:
    QTest.keyClicks(search._field, "nowhere")
    search.show_found([])
    QTest.keyClick(search._field, Qt.Key.Key_Return)
    assert chosen == []


def test_a_pick_from_the_list_is_told_once(search: PlaceSearch, chosen: list[Found], qtbot) -> None:
    search._field.setFocus()
    search.show_found([DAM, OTHER])
    popup = search._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QApplication.sendEvent(popup, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert chosen == [OTHER]
    assert search._field.text() == OTHER.label


def test_two_places_of_the_same_label_are_both_offered(search: PlaceSearch, chosen: list[Found]) -> None:
    twin = Found("grids", "G1", DAM.label, 113.0, 34.0)
    search.show_found([DAM, twin])
    labels = search._model.stringList()
    assert labels == [DAM.label, f"{DAM.label}（G1）"]
    search._field.setText(labels[1])
    search._completer.popup().hide()
    QTest.keyClick(search._field, Qt.Key.Key_Return)
    assert chosen == [twin]


def test_what_was_found_for_an_older_text_is_gone(search: PlaceSearch, chosen: list[Found]) -> None:
    search.show_found([DAM])
    search.show_found([])
    QTest.keyClick(search._field, Qt.Key.Key_Return)
    assert chosen == []
    assert search._model.stringList() == []


def test_the_field_has_a_name_for_those_who_do_not_see_it(search: PlaceSearch) -> None:
    assert search._field.accessibleName() == "找地点"
    assert "Ctrl+F" in search._field.placeholderText()
