"""The command line of the twin: run a described case, take in a surveyed terrain, and say in words what is wrong."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.home import home_folder
from desktop.twin_words import finding_words, words

if TYPE_CHECKING:
    from data.twin.case import Case
    from data.twin.engine import Progress
    from data.twin.result import Result
    from data.twin.simulate import Snapshot, Told

DONE, FAULT, STOPPED = 0, 1, 130
CHECKPOINT = "checkpoint.npz"
"""A run that was stopped, in its folder of results; the same case goes on from it."""
CACHE = "twin/cache"
"""Machine code of the solver in a home that was named, as the desk has it; else wherever the compiler keeps it."""
_TELL_EVERY_S = 5.0


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `twin` into the command line; return the parsers that take --home."""
    twin = commands.add_parser("twin", help="the flood model").add_subparsers(metavar="ACT", required=True)
    case = twin.add_parser("case", help="run a described inundation case")
    case.add_argument("case", metavar="CASE.toml", type=Path)
    case.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for rasters, summary and probes")
    case.add_argument("--quiet", action="store_true", help="say nothing on the way")
    case.set_defaults(run=run_case)
    terrain = twin.add_parser("terrain", help="take in a surveyed terrain, or show which one is in use")
    terrain.add_argument("file", metavar="FILE", type=Path, nargs="?", help="GeoTIFF, ASC or HGT, zipped or not")
    terrain.add_argument("--datum", default="", help="vertical datum of the heights; must be declared")
    terrain.add_argument("--crs", default="", help="coordinate system, where the file names none (EPSG:…)")
    terrain.add_argument("--cell", type=float, default=20.0, metavar="M", help="cells of the model, metres")
    terrain.add_argument("--crests", type=Path, metavar="FILE", help="levee, dykes, spurs, roads: GeoJSON or CSV")
    terrain.add_argument("--landuse", type=Path, metavar="FILE", help="areas with n or a land use: GeoJSON")
    terrain.add_argument("--blocks", type=Path, metavar="FILE", help="footprints of buildings: GeoJSON")
    terrain.add_argument("--show", action="store_true", help="say what is in use")
    terrain.add_argument("--forget", action="store_true", help="use the idealised reach again")
    terrain.set_defaults(run=run_terrain)
    return [case, terrain]


def run_case(given: argparse.Namespace) -> int:
    """Run a case and write what came out."""
    from data.twin.faults import TwinFault

    if given.home and "numba" not in sys.modules:  # where it looks when it is first imported
        os.environ["NUMBA_CACHE_DIR"] = str(home_folder(given.home) / CACHE)
    try:
        return _run(given.case, given.out, quiet=given.quiet)
    except TwinFault as fault:
        _complain(words(fault))
        return FAULT
    except KeyboardInterrupt:
        _complain("已停止，没有写出任何文件")
        return STOPPED


def run_terrain(given: argparse.Namespace) -> int:
    """Take in a terrain, show or forget the one in use."""
    from data.store.errors import StoreTrouble
    from data.twin.faults import TwinFault
    from desktop.cli_terrain import forget, show, take_in
    from views import store_words

    try:
        if given.forget:
            return forget(given)
        if given.show or given.file is None:
            return show(given)
        return take_in(given)
    except TwinFault as fault:
        _complain(words(fault))
    except StoreTrouble as trouble:
        _complain(store_words.trouble(trouble.code, trouble.params))
    return FAULT


def _run(path: Path, out: Path, *, quiet: bool) -> int:
    from data.twin.case_file import read_case
    from data.twin.checks import check_terrain
    from data.twin.keeping import read_snapshot, write_snapshot
    from data.twin.output import prepare_folder, write_result
    from data.twin.simulate import Stopped, digest

    case = read_case(path)
    for finding in check_terrain(case.terrain):
        _complain("注意：" + finding_words(finding))
    prepare_folder(out)
    checkpoint = out / CHECKPOINT
    kept = read_snapshot(checkpoint)
    if kept is not None and kept.digest != digest(case):
        _complain("文件夹里的断点属于另一个算例，不予采用")
        kept = None
    elif kept is not None and not quiet:
        _complain("从上次停止处继续")

    def keep(snapshot: Snapshot) -> None:
        write_snapshot(checkpoint, snapshot)

    with _stopped_by_key() as stopping:
        try:
            result = run_to_end(case, None if quiet else _Teller(), stopping.is_set, resume=kept, keep=keep)
        except Stopped as stopped:
            keep(stopped.snapshot)
            _complain(f"已停止；断点在 {checkpoint}，再次运行同一算例即从此处继续")
            return STOPPED
    files = write_result(case, result, out)
    checkpoint.unlink(missing_ok=True)
    if not quiet:
        _report(result, files)
    return DONE


def run_to_end(
    case: Case,
    progress: Told | None,
    cancelled: Callable[[], bool],
    *,
    resume: Snapshot | None,
    keep: Callable[[Snapshot], None],
) -> Result:
    """Run a case, keeping its state about every minute."""
    from data.twin.simulate import simulate

    return simulate(case, progress, cancelled, resume=resume, keep=keep)


@contextmanager
def _stopped_by_key() -> Iterator[threading.Event]:
    """Ctrl-C asks the run to stop at its next look; the second one ends it at once."""
    stopping = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopping
        return

    def ask(number: int, _frame: object) -> None:
        stopping.set()
        signal.signal(number, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield stopping
    finally:
        signal.signal(signal.SIGINT, before)


class _Teller:
    """Tells progress on stderr, every few seconds."""

    def __init__(self) -> None:
        self._told_at = 0.0

    def __call__(self, progress: Progress) -> None:
        from data.twin.engine import Stage

        if progress.stage is Stage.PREPARING:
            _complain("准备求解器；本机首次运行须编译，约十余秒")
            self._told_at = time.monotonic()
            return
        if time.monotonic() - self._told_at < _TELL_EVERY_S:
            return
        self._told_at = time.monotonic()
        share = 100.0 * progress.time_s / progress.until_s
        left = "" if progress.left_s is None else f"，约余 {progress.left_s:.0f} s"
        _complain(f"{share:3.0f} %  模拟 {progress.time_s:.0f} s，{progress.steps} 步{left}")


def _report(result: Result, files: tuple[Path, ...]) -> None:
    summary = result.summary
    sys.stdout.write(
        f"{summary.cells} 个单元，{summary.steps} 步，{summary.wall_s:.1f} s，"
        f"{summary.cell_updates_per_s / 1e6:.0f} 百万单元步/秒，水量误差 {summary.mass_error:.1e}\n"
    )
    if summary.fastest_froude > 0.8:
        sys.stdout.write(
            f"最大弗劳德数 {summary.fastest_froude:.2f}：局部惯性格式不含动量对流，"
            "缓流（约 0.5–0.8 以下）之外的流速与水深仅供参考，不可用于溃坝波\n"
        )
    for file in files:
        sys.stdout.write(f"{file}\n")


def _complain(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
