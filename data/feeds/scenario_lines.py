"""Lines of the tables and keys of a TOML text, so that a fault can be told with its line (tomllib keeps none)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-\"' ]+?)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"^\s*([A-Za-z0-9_\-]+(?:\s*\.\s*[A-Za-z0-9_\-]+)*)\s*=")
_FENCES: Final = ('"""', "'''")


class Lines:
    """Line numbers by path: "inject[3]", "inject[3].details.station"; a path without a line has its parent's."""

    def __init__(self, text: str) -> None:
        """Walk the text once."""
        self._at: Mapping[str, int] = _walked(text)

    def of(self, path: str) -> int:
        """Return the line of a path, or of the nearest table around it; 0 when there is none."""
        while path:
            if path in self._at:
                return self._at[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return 0


def _walked(text: str) -> dict[str, int]:
    at: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, fence = "", ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
            continue
        header = _HEADER.match(line)
        if header is not None and ("=" not in line.split("#")[0]):
            table = _opened(header.group(2), header.group(1) == "[[", counts)
            at.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key is not None:
            name = ".".join(part.strip() for part in key.group(1).split("."))
            at.setdefault(f"{table}.{name}" if table else name, number)
        fence = next((mark for mark in _FENCES if line.count(mark) % 2), "")
    return at


def _opened(name: str, many: bool, counts: dict[str, int]) -> str:
    """Return the path of a table that opens; parents that are lists are the newest of their list."""
    path = ""
    parts = [part.strip(" \"'") for part in name.split(".")]
    for depth, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if depth == len(parts) - 1 and many:
            counts[path] = counts.get(path, 0) + 1
            for below in [one for one in counts if one.startswith(f"{path}[{counts[path]}]")]:
                del counts[below]
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path
