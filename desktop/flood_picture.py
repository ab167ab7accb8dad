"""A picture of the 推演 page for people elsewhere: the maps as shown, with heading and nature, and where it is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPixmap

from widgets.theme import Size, Theme

PAD, GAP = 12, 2


def painted(
    theme: Theme, maps: Sequence[QPixmap], captions: Sequence[str], *, nature: str, loud: bool, foot: str
) -> QImage:
    """Paint maps side by side under their captions, and below them the nature (loud: no survey) and the foot."""
    ratio = max(one.devicePixelRatio() for one in maps)
    widths = [one.width() / one.devicePixelRatio() for one in maps]
    height = max(one.height() / one.devicePixelRatio() for one in maps)
    pad, gap = theme.px(PAD), theme.px(GAP)
    width = sum(widths) + gap * (len(maps) - 1)
    bold, small = theme.font(Size.BASE, bold=True), theme.font(Size.SMALL)
    wraps = Qt.TextFlag.TextWordWrap
    inner = QRectF(0, 0, width - 2 * pad, 10_000)
    natural = QFontMetricsF(bold).boundingRect(inner, wraps, nature).height()
    footed = QFontMetricsF(small).boundingRect(inner, wraps, foot).height()
    head = QFontMetricsF(bold).height() + pad
    whole = head + height + pad + natural + footed + pad
    image = QImage(round(width * ratio), round(whole * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.role("surface.panel"))
    painter = QPainter(image)
    left = 0.0
    for one, caption, wide in zip(maps, captions, widths, strict=True):
        painter.setFont(bold)
        painter.setPen(theme.role("text.primary"))
        room = QRectF(left + pad, 0, wide - 2 * pad, head)
        said = QFontMetricsF(bold).elidedText(caption, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        painter.drawPixmap(QRectF(left, head, wide, one.height() / one.devicePixelRatio()), one, QRectF(one.rect()))
        left += wide + gap
    painter.setFont(bold)
    painter.setPen(theme.ink("state.urgent") if loud else theme.role("text.primary"))
    top = head + height + pad / 2
    painter.drawText(QRectF(pad, top, inner.width(), natural), wraps, nature)
    painter.setFont(small)
    painter.setPen(theme.role("text.secondary"))
    painter.drawText(QRectF(pad, top + natural, inner.width(), footed), wraps, foot)
    painter.end()
    return image


def png(image: QImage, told: Mapping[str, str]) -> bytes:
    """Return the file's bytes; what it must say of itself is in its text, too. Any thread."""
    kept = image.copy()
    for key, text in told.items():
        kept.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kept.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(buffer.data().data())
