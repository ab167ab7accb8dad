"""What a printed page is made of: lines, rows of tables, rules, pictures; each knows its height and paints itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextLayout, QTextLine


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Something that is not divided between pages, in dots of the device.

    `before` is room above it, left out at the head of a page; `keep`: what follows must begin on the same page.
    """

    height: float
    before: float = 0.0
    keep: bool = False
    leaf: bool = False  # begins a page of its own

    @property
    def head(self) -> Piece | None:
        """What is painted again above it where it begins a page."""
        return None

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it; room alone paints nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Line(Piece):
    """One line of a paragraph; the layout is held because the line is part of it."""

    layout: QTextLayout | None = None
    line: QTextLine | None = None
    stretch: float = 1.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the line in the middle of its height; a stretched one reaches the right edge."""
        if self.line is None:
            return
        middle = top + (self.height - self.line.height()) / 2
        begins = self.line.x()
        painter.save()
        painter.translate(left + begins, middle)
        painter.scale(self.stretch, 1)
        self.line.draw(painter, QPointF(-begins, -self.line.y()))
        painter.restore()


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Piece):
    """A line across."""

    width: float = 0.0
    colour: str = "#000000"
    weight: float = 1.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it in the middle of its height."""
        middle = top + self.height / 2
        painter.fillRect(QRectF(left, middle - self.weight / 2, self.width, self.weight), QColor(self.colour))


@dataclass(frozen=True, slots=True, eq=False)
class Image(Piece):
    """A picture in the middle of the width."""

    image: QImage | None = None
    shown: float = 0.0
    width: float = 0.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with all its dots, unharmed: the device scales it."""
        if self.image is not None:
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            place = QRectF(left + (self.width - self.shown) / 2, top, self.shown, self.height)
            painter.drawImage(place, self.image, QRectF(self.image.rect()))


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: where it stands across, and its lines."""

    left: float
    width: float
    lines: Sequence[Line]

    @property
    def height(self) -> float:
        """How high its lines are together."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True, eq=False)
class Row(Piece):
    """A row of a table. `again` is the head of the table; `ground` fills it; `border` is the weight of its lines."""

    cells: Sequence[Cell] = ()
    pad: float = 0.0
    ground: str = ""
    border: float = 0.0
    again: Piece | None = None

    @property
    def head(self) -> Piece | None:
        """The head of its table."""
        return self.again

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint ground, words and lines around every cell."""
        for cell in self.cells:
            box = QRectF(left + cell.left, top, cell.width, self.height)
            if self.ground:
                painter.fillRect(box, QColor(self.ground))
            at = top + (self.height - cell.height) / 2
            for line in cell.lines:
                line.paint(painter, box.left() + self.pad, at)
                at += line.height
            if self.border:
                painter.setPen(QPen(QColor("#7a7a7a"), self.border))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A piece on a page."""

    piece: Piece
    top: float


def paged(pieces: Sequence[Piece], height: float) -> tuple[tuple[Placed, ...], ...]:
    """Lay pieces onto pages of a height; what must stay together goes over together, heads of tables are repeated."""
    pages: list[list[Placed]] = [[]]
    at = 0.0
    for number, piece in enumerate(pieces):
        room = _together(pieces, number)
        fresh = not pages[-1]
        if not fresh and (piece.leaf or at + piece.before + room > height):
            pages.append([])
            at, fresh = 0.0, True
        if fresh and (head := piece.head) is not None and len(pages) > 1:
            pages[-1].append(Placed(head, at))
            at += head.height
        elif not fresh:
            at += piece.before
        pages[-1].append(Placed(piece, at))
        at += piece.height
    return tuple(tuple(page) for page in pages)


def _together(pieces: Sequence[Piece], number: int) -> float:
    """Return how much room a piece needs with all that it must not be parted from."""
    room = pieces[number].height
    while pieces[number].keep and number + 1 < len(pieces):
        number += 1
        room += pieces[number].before + pieces[number].height
    return room
