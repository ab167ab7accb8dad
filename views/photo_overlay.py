"""The viewer of pictures, laid over a workspace: one after another, before against after, what each one carries."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from data.model.field import Attachment
from views import photo_words
from views.parts import Words, boxed, button, column, row, rule
from views.sheet_pane import claim_escape
from widgets.clip_player import ClipPlayer
from widgets.photo_view import Mode, PhotoView
from widgets.pictures import Pictures
from widgets.theme import Size, Theme, retheme

LOG = logging.getLogger("clips")


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures of one object: its name, its place and time, pictures as they came and as it looks now it is done."""

    title: str
    shots: tuple[Attachment, ...] = ()
    after: tuple[Attachment, ...] = ()
    place: tuple[float, float] | None = None
    seen: datetime | None = None

    @property
    def all(self) -> tuple[Attachment, ...]:
        """All of them, before and after."""
        return (*self.shots, *self.after)


class PhotoOverlay(QFrame):
    """Covers its parent while it is open.

    Signals:
        place_requested: lon, lat of a picture or of its object, to be seen on the map.
        covers: whether it lies over its parent now; the parent's keys rest meanwhile.
        closed: it was put away.

    """

    place_requested = Signal(float, float)
    covers = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAutoFillBackground(True)
        self._theme, self._pictures = theme, pictures
        self._album, self._at, self._mode = Album(""), 0, Mode.ONE
        self.view = PhotoView(theme, pictures)
        self.view.set_words(self.tr("正在读取照片…"), self.tr("照片还没有传到，或文件不在本机"))
        self._title = Words(theme, size=Size.LARGE, bold=True, wrap=False)
        self._title.setMinimumWidth(0)
        self._count = Words(theme, tone="muted", wrap=False)
        self._facts = Words(theme, tone="secondary")
        self._file = Words(theme, tone="secondary")
        self._file.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = button(self.tr("‹ 上一张"), "quiet", self.tr("上一张（←）"))
        self._after = button(self.tr("下一张 ›"), "quiet", self.tr("下一张（→）"))
        self._fit = button(self.tr("适合窗口"), "quiet", self.tr("看整张（0）"))
        self._own = button(self.tr("原大"), "quiet", self.tr("一个像素对一个像素（1）；滚轮、+ − 缩放，按住拖动"))
        self._compare = button(self.tr("前后对比"), "", self.tr("处置前后：并排、滑动、单张轮换（S）"))
        self._map = button(self.tr("图上位置"), "", self.tr("到地图上看拍摄地点（G）"))
        self._system = button(self.tr("用系统播放器打开"), "", self.tr("交给本机的播放器或看图程序（O）"))
        self._close = button(self.tr("关闭"), "", self.tr("回到列表（Esc）"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._holder = QWidget()
        self._holder.setLayout(column(theme, None, self._file, None))
        self._stack.addWidget(self._holder)
        self.player = ClipPlayer(theme)
        self.player.set_words(self.tr("播放（空格）"), self.tr("暂停（空格）"))
        self._stack.addWidget(self.player)
        self._lay_out(theme)
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self.view.stepped.connect(self._step)
        self._fit.clicked.connect(self.view.fit)
        self._own.clicked.connect(self.view.own_size)
        self._compare.clicked.connect(self._turn_mode)
        self._map.clicked.connect(self._to_map)
        self._system.clicked.connect(self._open_outside)
        self._close.clicked.connect(self.put_away)
        self.view.zoomed.connect(lambda _: self._say_count())
        self.player.failed.connect(self._on_not_played)
        parent.installEventFilter(self)
        self.hide()

    def _lay_out(self, theme: Theme) -> None:
        head = row(theme, self._title, self._count, None, self._map, self._system, self._close)
        tools = row(theme, self._before, self._after, None, self._compare, self._fit, self._own)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part in (boxed(theme, head, (16, 8, 12, 8)), rule(), self._stack, rule()):
            outer.addWidget(part)
        outer.addWidget(boxed(theme, column(theme, self._facts, tools, gap=4), (16, 6, 12, 8)))
        outer.setStretch(2, 1)

    # in

    def open(self, album: Album, at: int = 0) -> None:
        """Show the pictures of an object, beginning with one of them."""
        if not album.all:
            return
        self._album, self._at, self._mode = album, min(at, len(album.all) - 1), Mode.ONE
        self._title.say(album.title)
        self._pictures.retry()
        self._place()
        self.show()
        self.raise_()
        self.covers.emit(True)
        self._show()

    def open_compared(self, album: Album) -> None:
        """Show the first picture before and the last after against each other."""
        self.open(album, 0)
        if self._pair() is not None:
            self._mode = Mode.SWEEP
            self._show()

    def put_away(self) -> None:
        """Go back to what lies below."""
        self.player.put_away()
        self.hide()
        self.covers.emit(False)
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        retheme(self.view, theme)
        retheme(self.player, theme)

    # inside

    def _shot(self) -> Attachment:
        return self._album.all[self._at]

    def _pair(self) -> tuple[Attachment, Attachment] | None:
        before = [one for one in self._album.shots if one.media.startswith("image/")]
        after = [one for one in self._album.after if one.media.startswith("image/")]
        return (before[0], after[-1]) if before and after else None

    def _step(self, by: int) -> None:
        count = len(self._album.all)
        if self._mode is Mode.ONE and 0 <= self._at + by < count:
            self._at += by
            self._show()

    def _turn_mode(self) -> None:
        if self._pair() is not None:
            order = [Mode.ONE, Mode.SWEEP, Mode.BESIDE]
            self._mode = order[(order.index(self._mode) + 1) % len(order)]
            self._show()

    def _show(self) -> None:
        shot, pair = self._shot(), self._pair()
        said, doubt = photo_words.facts(shot, self._album.place, self._album.seen)
        self.player.put_away()
        if self._mode is not Mode.ONE and pair is not None:
            self.view.show_two(pair[0].digest, pair[1].digest, (self.tr("处置前"), self.tr("处置后")), self._mode)
            said, doubt = "　|　".join(photo_words.facts(one, self._album.place, None)[0] for one in pair), False
        elif shot.media.startswith("image/"):
            self.view.show_one(shot.digest)
        alone = self._mode is Mode.ONE
        picture = not alone or shot.media.startswith("image/")
        self._stack.setCurrentWidget(self.view if picture else self._file_page(shot))
        (self.view if picture else self.player).setFocus(Qt.FocusReason.OtherFocusReason)
        self._facts.say(said, "attention" if doubt else "secondary")
        self._before.setEnabled(alone and self._at > 0)
        self._after.setEnabled(alone and self._at + 1 < len(self._album.all))
        self._compare.setVisible(pair is not None)
        next_mode = {
            Mode.ONE: self.tr("前后对比（S）"),
            Mode.SWEEP: self.tr("改为并排（S）"),
            Mode.BESIDE: self.tr("改为单张（S）"),
        }
        self._compare.setText(next_mode[self._mode])
        self._map.setEnabled(self._where() is not None)
        self._system.setVisible(alone)
        self._system.setEnabled(self._pictures.path(shot.digest) is not None)
        for tool in (self._fit, self._own):
            tool.setVisible(picture)
        self._say_count()

    def _file_page(self, shot: Attachment) -> QWidget:
        """Return what shows something that is no picture: the player where this machine can, else what it is."""
        path = self._pictures.path(shot.digest)
        said = self.tr("{0}，{1}").format(photo_words.kind_of(shot), photo_words.size_of(shot))
        self._file.say(said if path is not None else self.tr("{0}，还没有传到").format(said))
        heard = shot.media.startswith(("video/", "audio/"))
        if path is None or not heard or not self.player.open(path, said, shot.seconds):
            return self._holder
        if self.player.deaf:
            self.player.stage.said = self.tr("{0}（本机没有声音设备）").format(said)
        return self.player

    def _on_not_played(self, why: str) -> None:
        """The file is kept as it came: another program may know what Qt does not."""
        LOG.warning("a clip cannot be played here: %s", why)
        self._file.say(self.tr("{0}，这里放不了，请用系统播放器打开").format(photo_words.kind_of(self._shot())))
        self._stack.setCurrentWidget(self._holder)

    def _say_count(self) -> None:
        part = self.tr("处置后") if self._album.after and self._at >= len(self._album.shots) else ""
        said = f"{self._at + 1}/{len(self._album.all)}  {part}"
        scaled = self._stack.currentWidget() is self.view
        self._count.say(f"{said}  {self.view.scale() * 100:.0f}%" if scaled else said)

    def _where(self) -> tuple[float, float] | None:
        shot = self._shot()
        return self._album.place if shot.lon is None or shot.lat is None else (shot.lon, shot.lat)

    def _to_map(self) -> None:
        where = self._where()
        if where is not None:
            self.put_away()
            self.place_requested.emit(*where)

    def _open_outside(self) -> None:
        path = self._pictures.path(self._shot().digest)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        return claim_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_P:
                self.put_away()
            case Qt.Key.Key_S:
                self._turn_mode()
            case Qt.Key.Key_G:
                self._to_map()
            case Qt.Key.Key_Space if self._stack.currentWidget() is self.player:
                self.player.toggle()
            case Qt.Key.Key_O if self._system.isVisible():
                self._open_outside()
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Right:
                self._step(1)
            case _:
                super().keyPressEvent(event)
