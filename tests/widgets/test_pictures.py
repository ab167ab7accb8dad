"""Pictures are decoded elsewhere, once, the one on the screen first; the viewer keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import theme
from widgets.photo_view import Mode, PhotoView
from widgets.picture_delegate import cut_to
from widgets.pictures import Pictures, read_picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, wide, high, colour in (("a", 1200, 800, "red"), ("b", 1200, 800, "blue"), ("tall", 400, 1600, "green")):
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(tmp_path / f"{name}.png"))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    return tmp_path


class Hand:
    """Stands for the thread that decodes: does what it was given when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, call: Callable[[], Any], then: Callable[[Any], None], _failed: Any) -> None:
        self.waiting.append(lambda: then(call()))

    def work(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def source(folder: Path) -> Callable[[str], Path | None]:
    def path(key: str) -> Path | None:
        found = folder / f"{key}.png"
        return found if found.exists() else None

    return path


def test_a_picture_is_decoded_no_larger_than_wanted_and_broken_ones_are_none(folder: Path) -> None:
    small = read_picture(folder / "tall.png", 100)
    assert small is not None
    assert (small.width(), small.height()) == (25, 100)
    assert read_picture(folder / "broken.png", 100) is None


def test_nothing_is_decoded_before_somebody_looks_and_then_off_this_thread_and_once(qapp: Any, folder: Path) -> None:
    hand, pictures = Hand(), Pictures()
    pictures.set_source(source(folder), hand.run)
    came: list[str] = []
    pictures.came.connect(came.append)
    assert pictures.get("a", 160) is None
    assert pictures.get("a", 160) is None
    assert len(hand.waiting) == 1
    hand.work()
    assert came == ["a"]
    picture = pictures.get("a", 160)
    assert picture is not None
    assert picture.width() == 160
    assert hand.waiting == []


def test_the_newest_wish_comes_first_and_what_was_scrolled_past_is_dropped(qapp: Any, folder: Path) -> None:
    hand, pictures = Hand(), Pictures()
    pictures.set_source(source(folder), hand.run)
    order: list[str] = []
    pictures.came.connect(order.append)
    for n in range(200):
        pictures.get(f"x{n}", 160)
    pictures.get("a", 160)
    hand.work()
    assert order[:2] == ["x0", "a"]
    assert len(order) < 60


def test_a_missing_file_is_looked_for_once_until_it_may_have_come(qapp: Any, folder: Path) -> None:
    hand, pictures = Hand(), Pictures()
    pictures.set_source(source(folder), hand.run)
    for key in ("late", "broken"):
        pictures.get(key, 160)
    hand.work()
    assert pictures.missing("late")
    assert pictures.missing("broken")
    pictures.get("late", 160)
    assert hand.waiting == []
    (folder / "late.png").write_bytes((folder / "a.png").read_bytes())
    pictures.retry()
    pictures.get("late", 160)
    hand.work()
    assert pictures.get("late", 160) is not None


def test_a_small_picture_is_cut_from_the_middle(qapp: Any) -> None:
    assert cut_to(QPixmap(400, 1600), QRect(0, 0, 50, 50)).getRect() == (0, 600, 400, 400)
    assert cut_to(QPixmap(1200, 800), QRect(0, 0, 50, 50)).getRect() == (200, 0, 800, 800)


@pytest.fixture
def view(qtbot: QtBot, folder: Path) -> PhotoView:
    pictures = Pictures(QCoreApplication.instance())
    pictures.set_source(source(folder), lambda call, then, _failed: then(call()))
    made = PhotoView(theme.load("dark").theme, pictures)
    qtbot.addWidget(made)
    made.set_words("读取", "没有")
    made.resize(600, 400)
    made.show()
    return made


def test_a_picture_fits_at_first_and_zooms_about_the_pointer(view: PhotoView) -> None:
    view.show_one("a")
    assert view.scale() == pytest.approx(0.5)
    view.zoom(2.0, QPointF(0, 0))
    assert view.scale() == pytest.approx(1.0)
    picture = view._picture(0)
    assert picture is not None
    target = view._target(picture, view._boxes()[0])
    assert (target.left(), target.top()) == pytest.approx((0, 0), abs=1)
    view.zoom(0.01)
    assert view.scale() == pytest.approx(0.5), "never smaller than the window"
    view.own_size()
    assert view.scale() == pytest.approx(1.0)


def test_keys_step_zoom_and_fit(view: PhotoView, qtbot: QtBot) -> None:
    view.show_one("a")
    with qtbot.waitSignal(view.stepped) as stepped:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert stepped.args == [1]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale() == pytest.approx(0.625)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale() == pytest.approx(0.5)


def test_the_sweep_shows_before_at_left_and_after_at_right_of_the_line(view: PhotoView) -> None:
    view.show_two("a", "b", ("前", "后"), Mode.SWEEP)

    def colours() -> list[str]:
        image = view.grab().toImage()
        return [image.pixelColor(x, 300).name() for x in (150, 450)]

    assert colours() == ["#ff0000", "#0000ff"]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    QTest.mouseMove(view, QPoint(560, 200))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert colours() == ["#ff0000", "#ff0000"]


def test_side_by_side_two_pictures_are_zoomed_alike(view: PhotoView) -> None:
    view.show_two("a", "b", ("前", "后"), Mode.BESIDE)
    image = view.grab().toImage()
    assert image.pixelColor(100, 200).name() == "#ff0000"
    assert image.pixelColor(500, 200).name() == "#0000ff"


def test_a_picture_that_is_not_there_says_so(view: PhotoView) -> None:
    view.show_one("nowhere")
    assert view.grab().toImage().pixelColor(5, 5).name() == theme.load("dark").theme.role("surface.window").name()
    assert view.scale() == 1.0
