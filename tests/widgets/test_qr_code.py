"""A QR code on the screen is read by a camera in any theme and at any font scale."""

from __future__ import annotations

import numpy as np
import pytest
import segno
import zxingcpp
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop import theme
from widgets.qr_code import QrCode

TEXT = "https://192.168.1.20:8843/#e=KtqPz3g-8yHkq0V5oYb0Wg"


@pytest.mark.parametrize("look", ["dark", "light"])
@pytest.mark.parametrize(("width", "height"), [(230, 230), (300, 410), (420, 420)])
def test_what_is_shown_can_be_read(qtbot: QtBot, look: str, width: int, height: int):
    code = QrCode(theme.load(look, 1.5).theme, 230, 420)
    qtbot.addWidget(code)
    code.show_code(tuple(bytes(line) for line in segno.make_qr(TEXT, error="m").matrix), "登记二维码")
    code.resize(width, height)
    image = code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    assert [one.text for one in zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : image.width()]))] == [TEXT]
    assert TEXT not in code.accessibleName()


def test_without_rows_nothing_is_painted(qtbot: QtBot):
    code = QrCode(theme.load("dark").theme, 100, 100)
    qtbot.addWidget(code)
    code.show_code([b"\x01"])
    code.show_code([])
    assert code.modules() == ()
    assert code.grab().toImage().pixelColor(2, 2).lightness() < 250 or code.grab().toImage().allGray()
