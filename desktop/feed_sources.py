"""The sources that are asked at intervals: watched folders, other offices' bases, addresses on the net."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from data.feeds import folders
from data.feeds.stations import GaugeLimits, StationNames
from data.model.river import Forecast
from data.model.telemetry import Observation, Source, SourceKind
from desktop.feed_rounds import FeedTrouble, KeepNow

if TYPE_CHECKING:
    from data.feeds.pull_template import PullTemplate
    from data.feeds.sl323.base import Base
    from data.feeds.sl323.registers import FloodIndices

T = TypeVar("T")
OFFICE_S = 600.0
"""How often an office's forecasts and warning figures are looked at."""
FORECASTS_BACK = timedelta(days=2)
AT_ONCE = 4_000
TOLD_S = 12 * 3600.0
"""[设定] A refused file is told for a shift, also to the one who comes later."""
BACK = timedelta(days=40)
"""How far back a base is read the first time: what curves and checks need. Older rows stay where they are."""


@dataclass(frozen=True, slots=True)
class Means:
    """What reading bulletins needs."""

    names: StationNames
    checks: GaugeLimits
    clock: Callable[[], datetime]
    marks: Path


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """What an office says beside its series: the figures that its stations warn by, and its forecasts."""

    source: Source
    indices: tuple[FloodIndices, ...]
    forecasts: tuple[Forecast, ...]


class WatchedFolder:
    """A folder into which somebody puts bulletins."""

    def __init__(self, name: str, folder: Path, every_s: float, means: Means) -> None:
        """Remember what was read in earlier sessions."""
        self._source, self._folder, self._every_s, self._means = Source(SourceKind.FILE, name), folder, every_s, means
        self._mark = _mark_file(means.marks, self._source)
        self._known = _read_mark(self._mark, folders.Known.of, folders.Known())
        self._refused: dict[str, tuple[float, str, dict[str, str]]] = {}  # when, digest, why

    @property
    def source(self) -> Source:
        """Its name on the board."""
        return self._source

    @property
    def every_s(self) -> float:
        """Seconds from one look to the next."""
        return self._every_s

    def ask(self, keep: KeepNow) -> int:
        """Read the files that are new and whole; a refused one is told until it is mended, taken away or long known."""
        begun = time.monotonic()
        seen = folders.scan(self._folder, self._known, begun)
        if seen.trouble:
            raise FeedTrouble(seen.trouble, path=str(self._folder))
        self._known = seen.known
        count = 0
        for name in seen.fresh:
            found = folders.read(
                self._folder, name, self._known, self._means.names, self._means.checks,
                label=self._source.name, now=self._means.clock(),
            )  # fmt: skip
            _keep_all(keep, found.observations)
            self._known = found.known
            count += len(found.observations)
            if told := why_refused(found):
                self._refused[name] = (begun, found.known.files[name].digest, told)
            _write_mark(self._mark, self._known.text())
        self._refused = {name: one for name, one in self._refused.items() if self._stands(name, one, begun)}
        if self._refused:
            _, _, first = next(iter(self._refused.values()))
            raise FeedTrouble("refused", **first, files=str(len(self._refused)))
        return count

    def _stands(self, name: str, refused: tuple[float, str, dict[str, str]], now_s: float) -> bool:
        since, digest, _ = refused
        entry = self._known.files.get(name)
        return entry is not None and entry.digest == digest and now_s - since < TOLD_S

    def close(self) -> None:
        """Nothing is held."""


_PASSING = frozenset({folders.Fault.VANISHED, folders.Fault.BUSY, folders.Fault.CHANGING, folders.Fault.SAME})


def why_refused(found: folders.Bulletin) -> dict[str, str]:
    """Return file, reason and row of a file nothing was taken from; nothing for one that was read or comes again."""
    if found.fault in _PASSING:
        return {}
    if found.fault is not None:
        return {**dict(found.params), "file": found.name, "reason": found.fault.value}
    report = found.report
    if report is None or report.taken or not report.refusals:
        return {}
    first = report.refusals[0]
    told = {"row": str(first.row), "column": first.column, "value": first.value, "detail": first.detail}
    return {**told, "file": found.name, "reason": first.reason.value}


class AskedBase:
    """A base of another office."""

    def __init__(
        self,
        name: str,
        address: Callable[[], str],
        every_s: float,
        means: Means,
        told: Callable[[OfficeWord], None],
    ) -> None:
        """`address` gives the address with its password, `told` hears what the office says: on the thread that asks."""
        from data.feeds.sl323.watermark import Watermark

        self._source, self._address, self._every_s = Source(SourceKind.SL323, name), address, every_s
        self._clock, self._told, self._told_at = means.clock, told, -OFFICE_S
        self._file = _mark_file(means.marks, self._source)
        self._mark = _read_mark(self._file, Watermark.of, Watermark())
        self._base: Base | None = None

    @property
    def source(self) -> Source:
        """Its name on the board."""
        return self._source

    @property
    def every_s(self) -> float:
        """Seconds from one question to the next."""
        return self._every_s

    def ask(self, keep: KeepNow) -> int:
        """Read what is new, in portions."""
        from data.feeds.sl323.base import Base
        from data.feeds.sl323.connection import BaseTrouble

        count = 0
        try:
            if self._base is None:
                self._base = Base(self._address(), self._source.name)
            while True:
                now = self._clock()
                since = None if self._mark.tables else now - BACK
                found = self._base.observations(self._mark, since=since, now=now)
                for start in range(0, len(found.block), AT_ONCE):
                    keep(tuple(found.block.observations(start, start + AT_ONCE)))
                self._mark = found.mark
                _write_mark(self._file, self._mark.text())
                count += len(found.block)
                if not found.more:
                    break
            if time.monotonic() - self._told_at >= OFFICE_S:
                since = self._clock() - FORECASTS_BACK
                courses = self._base.forecasts(since).rows
                ahead = tuple(one for course in courses for one in course.forecasts())
                self._told(OfficeWord(self._source, self._base.flood_indices().rows, ahead))
                self._told_at = time.monotonic()
        except BaseTrouble as trouble:
            raise FeedTrouble(trouble.code, **trouble.params) from trouble
        return count

    def close(self) -> None:
        """Let go of the base."""
        if self._base is not None:
            self._base.close()


class AskedPull:
    """An address on the net, asked by its template."""

    def __init__(
        self, template: PullTemplate, secret: Callable[[str], str | None], clock: Callable[[], datetime]
    ) -> None:
        """`secret` gives a secret by its name, from the thread that asks."""
        from data.feeds.pull import PullState

        self._template, self._secret, self._clock = template, secret, clock
        self._state = PullState()

    @property
    def source(self) -> Source:
        """Its name on the board."""
        return Source(SourceKind.HTTP, self._template.name)

    @property
    def every_s(self) -> float:
        """Seconds from one question to the next."""
        return self._template.every_s

    def ask(self, keep: KeepNow) -> int:
        """Ask once."""
        from data.feeds.pull import pull

        found = pull(self._template, self._state, self._secret, self._clock())
        if found.trouble is not None:
            raise FeedTrouble(found.trouble.code, **found.trouble.params)
        _keep_all(keep, found.observations)
        self._state = found.state
        return len(found.observations)

    def close(self) -> None:
        """Nothing is held."""


def _keep_all(keep: KeepNow, observations: Sequence[Observation]) -> None:
    for start in range(0, len(observations), AT_ONCE):
        keep(observations[start : start + AT_ONCE])


def _mark_file(folder: Path, source: Source) -> Path:
    safe = "".join(sign if sign.isalnum() else "-" for sign in source.key)
    return folder / f"{safe}.json"


def _read_mark(path: Path, of: Callable[[str], T], otherwise: T) -> T:
    """Return how far a source was read; from the start when that is not known: what comes again changes nothing."""
    try:
        return of(path.read_text("utf-8"))
    except (OSError, ValueError, json.JSONDecodeError):
        return otherwise


def _write_mark(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)
