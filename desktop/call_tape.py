"""Recordings while they come in: every piece is in a file at once, so that a crash costs the last second only."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

SUFFIX = ".webm.part"
_NAME = re.compile(r"(?P<call>[A-Za-z0-9_.:-]+)~(?P<part>\d+)")


class CallTape:
    """One recording at a time, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Use the folder; it is made when the first piece comes."""
        self._folder = folder
        self._path: Path | None = None
        self._began: datetime | None = None
        self._last: datetime | None = None

    def write(self, call: str, data: bytes, at: datetime) -> None:
        """Add a piece; OSError when the disk does not take it."""
        if self._path is None:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            parts = len(list(self._folder.glob(f"{call}~*{SUFFIX}")))
            self._path = self._folder / f"{call}~{parts + 1}{SUFFIX}"
            self._began = at
        with self._path.open("ab") as out:
            out.write(data)
        self._last = at

    def finish(self) -> tuple[Path, float] | None:
        """End the recording; return its file and length in seconds, None when nothing was recorded."""
        path, began, last = self._path, self._began, self._last
        self._path = self._began = self._last = None
        if path is None or began is None or last is None:
            return None
        return path, max(0.0, (last - began).total_seconds()) + 1.0

    def left_over(self) -> list[tuple[str, Path]]:
        """Return recordings that a crash of the desk left behind, with their calls; empty ones are removed."""
        found: list[tuple[str, Path]] = []
        for path in sorted(self._folder.glob(f"*{SUFFIX}")):
            named = _NAME.fullmatch(path.name.removesuffix(SUFFIX))
            if named is None or path == self._path:
                continue
            if path.stat().st_size:
                found.append((named["call"], path))
            else:
                path.unlink()
        return found
