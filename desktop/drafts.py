"""Drafts on disk: what is typed and not yet said outlives the desk's end, and its crash but for the last second."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer

from desktop.background import Background

LOG = logging.getLogger(__name__)
QUIET_MS = 1_000


class Drafts(QObject):
    """A few texts by key, in one file that is written whole or not at all. An exercise's lie in the exercise's home."""

    def __init__(self, path: Path, background: Background, parent: QObject | None = None) -> None:
        """Read what was left; a file that cannot be read is put aside, never written over."""
        super().__init__(parent)
        self._path, self._background = path, background
        self.texts = _read(path)
        self._kept = dict(self.texts)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._write_later)

    def remember(self, texts: Mapping[str, str]) -> None:
        """Keep these from now on."""
        self.texts = dict(texts)
        if self.texts != self._kept:
            self._quiet.start()

    def close(self) -> None:
        """Write at once what is not written yet."""
        self._quiet.stop()
        if self.texts != self._kept:
            try:
                _write(self._path, self.texts)
            except OSError as fault:
                LOG.warning("drafts are not kept: %s", fault)

    def _write_later(self) -> None:
        texts = dict(self.texts)

        def failed(error: BaseException) -> None:
            if not isinstance(error, OSError):
                raise error
            LOG.warning("drafts are not kept: %s", error)

        def kept(_: None) -> None:
            self._kept = texts

        self._background.run(lambda: _write(self._path, texts), kept, failed)


def _write(path: Path, texts: Mapping[str, str]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(texts, ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(path)


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        pairs = cast("dict[Any, Any]", json.loads(path.read_text("utf-8"))).items()
        return {key: value for key, value in pairs if isinstance(key, str) and isinstance(value, str)}
    except (OSError, ValueError, AttributeError) as fault:  # AttributeError: JSON, but no table of texts
        LOG.warning("drafts cannot be read and are put aside: %s", fault)
        path.replace(path.with_suffix(".unreadable"))
        return {}
