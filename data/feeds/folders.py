"""Watched folders of bulletins: which files are new and whole, and what is in them. Nothing is moved or deleted.

A file is new once two looks some seconds apart found it the same: who copies it is done. What was read is known by
its content, so the same bulletin under another name is not read twice, and one that was corrected is.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, cast

from data.feeds.gauge import GaugeSeries, read_gauge
from data.feeds.report import FeedRefused, ImportReport, Reason
from data.feeds.stations import GaugeLimits, StationNames
from data.feeds.tables import Limits
from data.model.river import Quality, Reading
from data.model.telemetry import Doubt, Observation, Source, SourceKind, Variable

BULLETINS: Final = Limits(file_bytes=32 << 20, unpacked_bytes=256 << 20, cells=4_000_000)
"""A bulletin is a page; ten years of every station are below this."""

SUFFIXES: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls"})
MOST_FILES: Final = 20_000
DEPTH: Final = 3
"""Folders below the watched one that are looked into: year, month, day."""

_UNFINISHED: Final = ("~$", ".", "~")
_DOUBTS: Final = MappingProxyType(
    {
        Quality.REPEATED: frozenset({Doubt.REPEAT}),
        Quality.IMPOSSIBLE: frozenset({Doubt.RANGE}),
        Quality.STALE_MARK: frozenset({Doubt.INVALID}),
    }
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a file from itself a moment ago: bytes and time of change."""

    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as it was last seen: since when it has looked like this, and the digest once it was read so."""

    stamp: Stamp
    since: float
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a folder, by the name of the file below it. Hand it back to the next scan."""

    files: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType(dict[str, Entry]()))
    digests: frozenset[str] = field(default_factory=frozenset[str])

    def having_read(self, name: str, stamp: Stamp, digest: str) -> Known:
        """Return the same, with this file read in this state."""
        entry = self.files.get(name)
        since = entry.since if entry is not None else 0.0
        files = {**self.files, name: Entry(stamp, since, digest)}
        return Known(MappingProxyType(files), self.digests | {digest})

    def text(self) -> str:
        """Write it down for the next start."""
        files = {name: [e.stamp.size, e.stamp.changed_ns, e.digest] for name, e in self.files.items() if e.digest}
        return json.dumps({"files": files, "digests": sorted(self.digests)}, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> Known:
        """Read what `text` wrote; ValueError for anything else."""
        try:
            plain = cast("dict[str, Any]", json.loads(text))
            files = {
                str(name): Entry(Stamp(int(size), int(changed)), 0.0, str(digest))
                for name, (size, changed, digest) in plain["files"].items()
            }
            return cls(MappingProxyType(files), frozenset(map(str, plain["digests"])))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"nothing known of a folder: {text[:80]!r}") from error


@dataclass(frozen=True, slots=True)
class Scan:
    """One look at a folder: files to read now, oldest change first; files still being written; files gone.

    `trouble` is no_folder, denied or lost (params in the order path); `cut_off` says that there are more files than
    are looked at.
    """

    fresh: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)
    trouble: str = ""
    cut_off: bool = False


class Fault(StrEnum):
    """Why a file was not read; TOO_LARGE and the like come from the readers as `Reason`."""

    VANISHED = "vanished"
    BUSY = "busy"  # another program holds it
    CHANGING = "changing"  # it changed while it was read
    SAME = "same"  # this content was read already


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What reading a file gave. With a `fault` there is nothing; VANISHED, BUSY and CHANGING are worth another try."""

    name: str
    known: Known
    observations: tuple[Observation, ...] = ()
    report: ImportReport | None = None
    fault: Fault | Reason | None = None
    params: tuple[tuple[str, str], ...] = ()


def scan(folder: Path, known: Known, now_s: float, settle_s: float = 3.0) -> Scan:
    """Look at a folder; `now_s` is any clock that runs on (time.monotonic)."""
    try:
        listed, cut_off = _listed(folder)
    except FileNotFoundError:
        return Scan(known=known, trouble="no_folder")
    except NotADirectoryError:
        return Scan(known=known, trouble="no_folder")
    except PermissionError:
        return Scan(known=known, trouble="denied")
    except OSError:  # a share that went away
        return Scan(known=known, trouble="lost")
    return replace(whats_new(listed, known, now_s, settle_s), cut_off=cut_off)


def whats_new(listed: Mapping[str, Stamp], known: Known, now_s: float, settle_s: float) -> Scan:
    """Say what a listing means after what was known."""
    files: dict[str, Entry] = {}
    fresh: list[tuple[int, str]] = []
    waiting: list[str] = []
    for name, stamp in listed.items():
        before = known.files.get(name)
        if before is None or before.stamp != stamp:
            files[name] = Entry(stamp, now_s)
            waiting.append(name)
            continue
        files[name] = before
        if before.digest:
            continue
        if now_s - before.since >= settle_s:
            fresh.append((stamp.changed_ns, name))
        else:
            waiting.append(name)
    vanished = tuple(sorted(name for name in known.files if name not in files))
    ordered = tuple(name for _, name in sorted(fresh))
    return Scan(ordered, tuple(sorted(waiting)), vanished, Known(MappingProxyType(files), known.digests))


def read(
    folder: Path,
    name: str,
    known: Known,
    names: StationNames,
    checks: GaugeLimits,
    *,
    label: str,
    now: datetime,
    limits: Limits = BULLETINS,
) -> Bulletin:
    """Read one file that a scan named. `label` is the source's name: a later bulletin of it corrects an earlier one."""
    path = folder / name
    try:
        before = _stamp(path.stat())
        if before.size > limits.file_bytes:
            read_as = known.having_read(name, before, f"large:{before.size}:{before.changed_ns}")
            params = (("bytes", str(before.size)), ("limit", str(limits.file_bytes)))
            return Bulletin(name, read_as, fault=Reason.TOO_LARGE, params=params)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest in known.digests:
            return Bulletin(name, known.having_read(name, before, digest), fault=Fault.SAME)
        series = _series(path, names, checks, now, limits)
        if _stamp(path.stat()) != before:
            return Bulletin(name, known, fault=Fault.CHANGING)
    except FileNotFoundError:
        return Bulletin(name, known, fault=Fault.VANISHED)
    except OSError as error:
        return Bulletin(name, known, fault=Fault.BUSY, params=(("detail", error.strerror or ""),))
    read_as = known.having_read(name, before, digest)
    if isinstance(series, FeedRefused):
        listed = tuple((key, str(value)) for key, value in series.params.items())
        return Bulletin(name, read_as, fault=series.reason, params=listed)
    source = Source(SourceKind.FILE, label)
    return Bulletin(name, read_as, tuple(_observations(series.readings, source, now)), series.report())


def _series(
    path: Path, names: StationNames, checks: GaugeLimits, now: datetime, limits: Limits
) -> GaugeSeries | FeedRefused:
    try:
        return read_gauge(path, names, checks, now=now, limits=limits)
    except FeedRefused as refused:
        if refused.reason is Reason.NO_FILE:
            raise FileNotFoundError(path) from refused
        return refused


def _observations(readings: Iterable[Reading], source: Source, now: datetime) -> Iterable[Observation]:
    for reading in readings:
        doubts = _DOUBTS.get(reading.quality, frozenset[Doubt]())
        if reading.flow_m3s is not None:
            yield Observation(
                reading.station, Variable.FLOW, reading.flow_m3s, "m³/s", reading.at, now, source, doubts=doubts
            )
        if reading.stage_m is not None:
            yield Observation(
                reading.station, Variable.STAGE, reading.stage_m, "m", reading.at, now, source, reading.datum,
                doubts=doubts,
            )  # fmt: skip


def _listed(folder: Path) -> tuple[dict[str, Stamp], bool]:
    found: dict[str, Stamp] = {}
    waiting: list[tuple[Path, str, int]] = [(folder, "", 0)]
    while waiting:
        here, prefix, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            if here is folder:
                raise
            continue  # taken away between two calls
        for entry in entries:
            if len(found) >= MOST_FILES:
                return found, True
            name = f"{prefix}{entry.name}"
            if entry.name.startswith(_UNFINISHED):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth < DEPTH:
                    waiting.append((Path(entry.path), f"{name}/", depth + 1))
            elif _wanted(entry.name, SUFFIXES):
                stamp = _entry_stamp(entry)
                if stamp is not None:
                    found[name] = stamp
    return found, False


def _wanted(name: str, suffixes: Collection[str]) -> bool:
    return Path(name).suffix.casefold() in suffixes


def _entry_stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        return _stamp(entry.stat()) if entry.is_file() else None
    except OSError:  # taken away between two calls
        return None


def _stamp(stat: os.stat_result) -> Stamp:
    return Stamp(stat.st_size, stat.st_mtime_ns)
