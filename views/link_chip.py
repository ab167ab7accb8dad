"""The phones in the top bar: how many are there, what waits to go out, who waits to be let in; a click leads on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from views import phones_words, phrases
from views.phones_rows import LinkState, Phase
from widgets.marks import Fill, Mark, Shape, paint_mark
from widgets.theme import Size, Theme

Part = tuple[str, str]
"""Words and their colour role."""


class LinkChip(QAbstractButton):
    """Two lines: what stands out about the way in and out, above the state of the link with its mark."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it for a link that does not run."""
        super().__init__(parent)
        self._theme, self._state, self._short = theme, LinkState(), False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_link(self._state)

    def show_link(self, state: LinkState) -> None:
        """Show how the link stands."""
        wide = self.sizeHint().width()
        self._state = state
        self.setAccessibleName(self.text_shown())
        self.setToolTip(_tip(state))
        if self.sizeHint().width() != wide:
            self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Say no more than must be said, where there is little room."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def text_shown(self) -> str:
        """All that it says."""
        return " · ".join(text for text, _ in (_head(), _value(self._state), *_notes(self._state)))

    def calm(self) -> bool:
        """Whether nothing about it wants somebody."""
        return all(role not in _LOUD for _, role in (_value(self._state), *_notes(self._state)))

    def mark(self) -> Mark:
        """The mark shown: hollow where nobody can reach us, a cross where something failed, never solid when lost."""
        match self._state.phase:
            case Phase.FAILED:
                return Mark(Shape.CROSS, "link.broken")
            case Phase.OPEN:
                return Mark(Shape.CIRCLE, "link.ok")
            case _:
                return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the longer line; room for three figures so that nothing jumps as phones come and go."""
        px = self._theme.px
        tiny, base = QFontMetrics(self._theme.font(Size.TINY)), QFontMetrics(self._theme.font(Size.BASE))
        above = tiny.horizontalAdvance("  ".join(text for text, _ in self._above()))
        below = base.horizontalAdvance(self._below()[0])
        if not self._short:
            below = max(below, base.horizontalAdvance(_count("000")))
        return QSize(max(above, below + px(16)) + px(14), px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Caption and notes above, mark and state below."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.role("surface.hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.role("line.focus"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left = px(6)
        painter.setFont(theme.font(Size.TINY))
        top, x = painter.fontMetrics().height(), float(left)
        for text, role in self._above():
            painter.setPen(theme.ink(role))
            painter.drawText(QRectF(x, px(5), self.width(), top), int(Qt.AlignmentFlag.AlignVCenter), text)
            x += painter.fontMetrics().horizontalAdvance(text + "  ")
        box = QRectF(left, px(5) + top, self.width() - left, self.height() - px(10) - top)
        side = px(10)
        paint_mark(painter, QRectF(left, round(box.center().y() - side / 2), side, side), self.mark(), theme)
        text, role = self._below()
        painter.setFont(theme.font(Size.BASE))
        painter.setPen(theme.ink(role))
        painter.drawText(box.adjusted(side + px(6), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _above(self) -> list[Part]:
        """Where it is short, only what wants somebody stands beside the caption, and that alone."""
        notes = _notes(self._state)
        if self._short:
            return [note for note in notes if note[1] in _LOUD][:1] or [_head()]
        return [_head(), *notes]

    def _below(self) -> Part:
        text, role = _value(self._state)
        if self._short and self._state.phase is Phase.OPEN:
            return f"{len(self._state.online):,}", role
        return ("" if self._short and self._state.phase is not Phase.FAILED else text), role


_LOUD = frozenset({"state.urgent", "state.attention"})


def _count(number: str) -> str:
    return QCoreApplication.translate("LinkChip", "{0} 在线").format(number)


def _head() -> Part:
    return QCoreApplication.translate("LinkChip", "手机"), "text.muted"


def _value(state: LinkState) -> Part:
    t = QCoreApplication.translate
    return {
        Phase.OFF: (t("LinkChip", "未启动"), "text.muted"),
        Phase.STARTING: (t("LinkChip", "启动中"), "text.muted"),
        Phase.LOCAL: (t("LinkChip", "仅本机"), "text.muted"),
        Phase.OPEN: (_count(f"{len(state.online):,}"), "text.secondary"),
        Phase.FAILED: (t("LinkChip", "故障"), "state.urgent"),
    }[state.phase]


def _notes(state: LinkState) -> list[Part]:
    t = QCoreApplication.translate
    notes: list[Part] = []
    if state.asked:
        notes.append((t("LinkChip", "待确认 {0}").format(state.asked), "state.attention"))
    if state.outbox_trouble:
        notes.append((t("LinkChip", "发件箱故障"), "state.urgent"))
    if state.dead:
        notes.append((t("LinkChip", "未发出 {0}").format(state.dead), "state.urgent"))
    if state.waiting:
        notes.append((t("LinkChip", "待发 {0}").format(state.waiting), "text.muted"))
    return notes[:2]


def _tip(state: LinkState) -> str:
    t = QCoreApplication.translate
    said = {
        Phase.OFF: t("LinkChip", "手机接入没有启动"),
        Phase.STARTING: t("LinkChip", "手机接入正在启动"),
        Phase.LOCAL: t("LinkChip", "没有开放：只有本机能用，一线手机连不上"),
        Phase.OPEN: t("LinkChip", "已开放 {0}，在线 {1} 部").format(state.address, len(state.online)),
        Phase.FAILED: t("LinkChip", "手机现在连不上"),
    }[state.phase]
    lines = [said]
    if state.trouble is not None:
        lines.append(phones_words.trouble(state.trouble))
    if state.asked:
        lines.append(t("LinkChip", "{0} 部手机等待确认").format(state.asked))
    if state.waiting or state.dead:
        lines.append(t("LinkChip", "发件箱：待发 {0}，未发出 {1}").format(state.waiting, state.dead))
    if state.outbox_trouble:
        lines.append(phrases.labelled(t("LinkChip", "发件箱"), state.outbox_trouble))
    lines.append(t("LinkChip", "点按打开“系统 · 手机”（Ctrl+Shift+P）"))
    return "\n".join(lines)
