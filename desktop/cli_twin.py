"""The command line of the twin: run a described case, tell how far it is, and say in words what is wrong with it."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.twin.engine import Progress
    from data.twin.faults import Finding, TwinFault
    from data.twin.result import Result

DONE, FAULT, STOPPED = 0, 1, 130
_TELL_EVERY_S = 5.0


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `twin` into the command line; return the parsers that take --home."""
    twin = commands.add_parser("twin", help="the flood model").add_subparsers(metavar="ACT", required=True)
    case = twin.add_parser("case", help="run a described inundation case")
    case.add_argument("case", metavar="CASE.toml", type=Path)
    case.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for rasters, summary and probes")
    case.add_argument("--quiet", action="store_true", help="say nothing on the way")
    case.set_defaults(run=run_case)
    return [case]


def run_case(given: argparse.Namespace) -> int:
    """Run a case and write what came out."""
    from data.twin.faults import TwinFault

    try:
        return _run(given.case, given.out, quiet=given.quiet)
    except TwinFault as fault:
        _complain(words(fault))
        return FAULT
    except KeyboardInterrupt:
        _complain("已停止，没有写出任何文件")
        return STOPPED


def _run(path: Path, out: Path, *, quiet: bool) -> int:
    from data.twin.case_file import read_case
    from data.twin.checks import check_terrain
    from data.twin.output import prepare_folder, write_result
    from data.twin.simulate import simulate

    case = read_case(path)
    for finding in check_terrain(case.terrain):
        _complain("注意：" + finding_words(finding))
    prepare_folder(out)
    result = simulate(case, None if quiet else _Teller())
    files = write_result(case, result, out)
    if not quiet:
        _report(result, files)
    return DONE


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


_WORDS = {
    "file_missing": "没有这个文件",
    "file_unreadable": "文件读不出来：{reason}",
    "not_toml": "不是正确的 TOML：{reason}",
    "key_missing": "缺少这一项",
    "key_unknown": "没有这一项（是否拼写有误？）",
    "key_wrong": "写法不对，应为 {wanted}，现为 {value}",
    "value_out_of_range": "{value} 超出范围（{low} … {high}）",
    "no_match": "没有文件符合 {value}",
    "bad_row": "第 {row} 行读不懂：{value}",
    "not_rising": "第 {row} 行的时间没有递增",
    "no_ring": "多边形至少要三个不同的角点，现有 {corners} 个",
    "no_length": "线没有长度（至少两个不同的点）",
    "empty_terrain": "地形里没有一个有高程的单元",
    "not_square": "单元不是正方形：{width} × {height} m",
    "rotated": "栅格有旋转或上下颠倒，请先校正为正北朝上",
    "degrees": "看来以经纬度为单位而未声明坐标系，请写明 crs",
    "too_large": "栅格有 {cells} 个单元，上限 {most}；请裁剪或重采样后再用",
    "outside_terrain": "在地形范围之外（东西 {west} … {east}，南北 {south} … {north}）",
    "on_no_ground": "落在没有高程的单元上",
    "no_crest_here": "此处没有堤顶线，也没有高于口门底高程的地面",
    "crs_differs": "坐标系不一致：文件为 {file}，声明为 {declared}",
    "cannot_write": "写不进去：{reason}；没有留下半截文件",
    "foreign_checkpoint": "断点属于另一个算例",
    "run_died": "计算进程意外结束（{reason}）",
}
_FINDINGS = {
    "no_datum": "地形没有声明高程基面；结果中的水位不可与其他基面的水位相减",
    "no_crs": "地形没有声明坐标系",
    "holes": "地形中有 {cells} 个单元没有高程（按墙处理）",
    "spikes": "({x:.0f}, {y:.0f}) 等 {cells} 处高程突变超过 {jump_m} m",
    "crest_below_ground": "堤顶线 {name} 在 ({x:.0f}, {y:.0f}) 一带低于地面，最多 {below_m:.2f} m",
    "crest_outside": "堤顶线 {name} 完全在地形范围之外",
    "dam_across_channel": "堤顶线 {name} 在 ({x:.0f}, {y:.0f}) 横穿河槽，水过不去",
    "idealised": "示意地形·非实测：结果不得作为正式成果",
}


class _Blank(dict[str, object]):
    """What a sentence asks for and nobody told stays open."""

    def __missing__(self, key: str) -> str:
        return "—"


def words(fault: TwinFault) -> str:
    """A fault in one line: file, key, why."""
    why = _WORDS[fault.code].format_map(_Blank(fault.params))
    return "：".join(part for part in (fault.file, fault.key, why) if part)


def finding_words(finding: Finding) -> str:
    """A finding of the terrain's check in one line."""
    told: dict[str, object] = {**finding.params, "x": finding.x or 0.0, "y": finding.y or 0.0}
    return _FINDINGS[finding.code].format_map(_Blank(told))
