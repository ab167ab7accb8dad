"""How far a base has been read: the newest time by table and station, and what stood in the overlap."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

Key = tuple[str, str, int, float]
"""Station, variable, seconds since 1970, value."""

Raw = str | int
"""A station code exactly as it stands in the base: padded, in any case, or a number."""


@dataclass(frozen=True, slots=True)
class TableMark:
    """One table: newest time of all, of each station, and of the last change where rows carry one."""

    at_s: int
    stations: Mapping[Raw, int] = field(default_factory=lambda: MappingProxyType(dict[Raw, int]()))
    modified_s: int | None = None


@dataclass(frozen=True, slots=True)
class Watermark:
    """Hand it back to the next read. `seen` is what the overlap held, so that it is not given out twice."""

    tables: Mapping[str, TableMark] = field(default_factory=lambda: MappingProxyType(dict[str, TableMark]()))
    seen: frozenset[Key] = field(default_factory=frozenset[Key])

    def text(self) -> str:
        """Write it down for the next start; what the overlap holds is given out once more then."""
        plain = {
            name: {"at": mark.at_s, "modified": mark.modified_s, "stations": list(mark.stations.items())}
            for name, mark in self.tables.items()
        }
        return json.dumps(plain, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Watermark:
        """Read what `text` wrote; ValueError for anything else."""
        try:
            plain = cast("dict[str, dict[str, Any]]", json.loads(text))
            tables = {
                str(name): TableMark(
                    int(mark["at"]),
                    MappingProxyType({code: int(at) for code, at in mark["stations"]}),
                    None if mark["modified"] is None else int(mark["modified"]),
                )
                for name, mark in plain.items()
            }
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no watermark: {text[:80]!r}") from error
        return cls(MappingProxyType(tables))
