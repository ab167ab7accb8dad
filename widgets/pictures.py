"""Pictures by key: decoded off the UI thread, kept while there is room, asked for only when somebody looks."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

Runner = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[BaseException], None]], None]
"""Runs a call elsewhere and hands its value, or its exception, back on the UI thread."""
PathOf = Callable[[str], "Path | None"]

KEPT_PIXELS = 24_000_000
"""About 100 MB of decoded pictures."""
_WAITING_MOST = 48


def read_picture(path: Path, longest: int) -> QImage | None:
    """Decode a picture upright, no side longer than `longest`; None when it is no picture that can be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and longest and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def run_at_once(call: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
    """Run a call here and now, for tests and small tools."""
    try:
        value = call()
    except OSError as error:
        failed(error)
    else:
        then(value)


class Pictures(QObject):
    """A cache of decoded pictures.

    Signals:
        came: key of a picture that can be drawn now, or is known to be missing now.

    """

    came = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it without a source: every picture is missing."""
        super().__init__(parent)
        self._path_of: PathOf = lambda _: None
        self._run: Runner = run_at_once
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._pixels = 0
        self._missing: set[str] = set()
        self._waiting: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._busy: tuple[str, int] | None = None

    def set_source(self, path_of: PathOf, run: Runner) -> None:
        """Say where files lie and who decodes them."""
        self._path_of, self._run = path_of, run
        self._missing.clear()

    def path(self, key: str) -> Path | None:
        """Return where the file lies, None when it is not here."""
        return self._path_of(key)

    def get(self, key: str, longest: int) -> QPixmap | None:
        """Return a picture if it is there; ask for it if it is not."""
        wanted = (key, longest)
        found = self._kept.get(wanted)
        if found is not None:
            self._kept.move_to_end(wanted)
            return found
        if key not in self._missing and wanted != self._busy:
            self._waiting[wanted] = None
            self._waiting.move_to_end(wanted)
            while len(self._waiting) > _WAITING_MOST:  # somebody scrolled past: asked for again when it is seen again
                self._waiting.popitem(last=False)
            self._next()
        return self._kept.get(wanted)

    def missing(self, key: str) -> bool:
        """Whether a picture was looked for and cannot be shown."""
        return key in self._missing

    def retry(self) -> None:
        """Look again for what was missing: a phone may have sent it meanwhile."""
        self._missing.clear()

    def _next(self) -> None:
        if self._busy is not None or not self._waiting:
            return
        wanted, _ = self._waiting.popitem()  # the newest wish is what is on the screen
        self._busy = wanted
        key, longest = wanted
        path = self._path_of(key)

        def read() -> QImage | None:
            return None if path is None else read_picture(path, longest)

        self._run(read, lambda image: self._take(wanted, image), lambda _: self._take(wanted, None))

    def _take(self, wanted: tuple[str, int], image: QImage | None) -> None:
        self._busy = None
        if image is None:
            self._missing.add(wanted[0])
        else:
            self._kept[wanted] = QPixmap.fromImage(image)
            self._pixels += image.width() * image.height()
            while self._pixels > KEPT_PIXELS and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._pixels -= dropped.width() * dropped.height()
        self.came.emit(wanted[0])
        self._next()
