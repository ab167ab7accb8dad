"""What enters the 推演 page: maps of others, read off the UI thread, kept under the home, listed and taken away."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from data.twin.imported_faults import MapRefused
from views import phrases, twin_fault_words
from views.twin_import import FileShown, MapImportSheet, MapWish
from views.twin_progress import ImportedShown
from views.twin_wanted import Slot, Source, Wanted

if TYPE_CHECKING:
    from data.twin.imported import ImportedFlood, MapAbout
    from data.twin.imported_look import MapLook
    from desktop.app import Anlan
    from desktop.twin_page import TwinPage
    from views.twin import TwinWorkspace

Kept = tuple[tuple["MapAbout", ...], tuple[str, ...]]


class TwinTaking(QObject):
    """Answers the page's wish for maps of others; made with it."""

    def __init__(self, anlan: Anlan, page: TwinWorkspace, at_work: TwinPage) -> None:
        """Wire the page, lay the sheet over it, and offer what is kept."""
        super().__init__(anlan)
        self._desk, self._page, self._at_work = anlan, page, at_work
        self.sheet = MapImportSheet(page.theme)
        anlan.sheets.adopt(self.sheet)
        anlan.add_pane(self.sheet)
        self.sheet.closed.connect(self.sheet.hide)
        self.sheet.look_requested.connect(self._look)
        self.sheet.take_requested.connect(self._take)
        page.import_requested.connect(lambda: self.sheet.open(anlan.clock.now()))
        page.import_dropped.connect(self._drop)
        self._torn_told = False
        self.list()

    @property
    def _folder(self) -> Path | None:
        """Where maps are kept; None before the twin has a place."""
        folder = self._desk.twin.imported
        return None if folder == Path() else folder

    def list(self) -> None:
        """Offer the maps that are kept."""
        folder = self._folder
        if folder is None:
            return

        def read() -> Kept:
            from data.twin.imported import kept_maps

            return kept_maps(folder)

        self._desk.background.run(read, self._offer, self._failed)

    def _offer(self, kept: Kept) -> None:
        whole, torn = kept
        self._page.show_imported([ImportedShown(one.digest, one.title, one.source, one.made_at) for one in whole])
        if torn and not self._torn_told:
            self._torn_told = True
            names = phrases.listed(name[:8] for name in torn)
            self._say(self.tr("{0} 份外来成果在本机的存件已损坏，请重新导入：{1}").format(len(torn), names))

    # taking

    def _look(self, path: str) -> None:
        def look() -> MapLook:
            from data.twin.imported_look import look_into

            return look_into(Path(path))

        def shown(found: MapLook) -> None:
            told = {one.name: getattr(found, one.name) for one in fields(found)}
            self.sheet.show_file(FileShown(path, **told))

        self._desk.background.run(look, shown, self._refused)

    def _take(self, wish: MapWish) -> None:
        from data.twin.imported import Declared, take_map
        from data.twin.imported_place import township_box

        folder, near = self._folder, township_box(self._desk.room.situation.registers)
        if folder is None or near is None:
            self.sheet.show_refused(self.tr("台账里还没有河道、地块等图形，无法核对成果是否在本镇"))
            return
        declared = Declared(
            wish.source, wish.made_at, wish.crs, wish.datum, wish.flow_m3s, wish.depth_column, wish.blank_dry,
            wish.title,
        )  # fmt: skip
        at = self._desk.clock.now()
        self._desk.background.run(
            lambda: take_map(Path(wish.path), declared, near, folder, at), self._taken, self._refused
        )

    def _taken(self, flood: ImportedFlood) -> None:
        about = flood.about
        self.sheet.show_taken(about.title, [twin_fault_words.noted(note) for note in about.notes])
        self._say(self.tr("已导入外来成果“{0}”，放到方案 B").format(about.title))
        self.list()
        self._page.want(Slot.B, Wanted(Source.IMPORTED, id=about.digest))

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, MapRefused):
            self.sheet.show_refused(twin_fault_words.said(error))
        elif isinstance(error, OSError):
            self.sheet.show_refused(str(error))
        else:
            raise error

    # taking away

    def _drop(self, digest: str) -> None:
        folder = self._folder
        if folder is None or not digest:
            return
        for slot, one in self._at_work.scenarios.items():
            if one is not None and one.wanted == Wanted(Source.IMPORTED, id=digest):
                self._page.want(slot, Wanted(Source.LIVE) if slot is Slot.A else None)

        def remove() -> None:
            from data.twin.imported import remove_map

            remove_map(folder, digest)

        self._desk.background.run(remove, lambda _: self._removed(), self._failed)

    def _removed(self) -> None:
        self._say(self.tr("已从本机移除这份外来成果，原文件不动"))
        self.list()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, MapRefused):
            self._say(twin_fault_words.said(error))
        elif isinstance(error, OSError):
            self._say(str(error))
        else:
            raise error

    def _say(self, text: str) -> None:
        self._page.message_requested.emit(text)
