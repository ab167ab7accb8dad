"""`main.py twin terrain`: a surveyed terrain taken into the home folder, shown, or forgotten."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.twin.checks import check_terrain
from data.twin.dem import MOST_CELLS, raster_shape
from data.twin.terrain_file import Survey, import_terrain
from data.twin.terrain_kept import KeptAbout, forget_terrain, keep_terrain, kept_about
from desktop.cli_data import situation_of
from desktop.home import home_folder
from desktop.twin_words import finding_words

DONE = 0
FOLDER = "twin"
"""All that the twin keeps, within the home."""
_BEIJING = "Asia/Shanghai"


def take_in(given: argparse.Namespace) -> int:
    """Read, check and keep a survey; findings are told, faults are raised."""
    survey = Survey(
        given.file, given.datum, given.crs, crests=given.crests, landuse=given.landuse, blocks=given.blocks
    )  # fmt: skip
    terrain = import_terrain(survey, situation_of(given.home).registers, given.cell)
    rows, cols = raster_shape(given.file)
    if rows * cols > MOST_CELLS:
        sys.stderr.write(
            f"注意：原始栅格 {rows} × {cols}，按窗口分块读取，只取本镇一带，平均到 {given.cell:g} m 单元\n"
        )
    for finding in check_terrain(terrain):
        sys.stderr.write("注意：" + finding_words(finding) + "\n")
    _tell(keep_terrain(_folder(given), terrain, survey, datetime.now(UTC)))
    return DONE


def show(given: argparse.Namespace) -> int:
    """Say what is in use."""
    about = kept_about(_folder(given))
    if about is None:
        sys.stdout.write("未导入实测地形，使用示意地形（示意地形·非实测）\n")
    else:
        _tell(about)
    return DONE


def forget(given: argparse.Namespace) -> int:
    """Use the idealised reach again."""
    there = forget_terrain(_folder(given))
    sys.stdout.write("已停用实测地形，改用示意地形\n" if there else "未导入实测地形\n")
    return DONE


def _folder(given: argparse.Namespace) -> Path:
    return home_folder(given.home) / FOLDER


def _tell(about: KeptAbout) -> None:
    at = about.taken_at.astimezone(ZoneInfo(_BEIJING))
    sys.stdout.write(
        f"实测地形 {'、'.join(about.files)}，{at:%Y-%m-%d %H:%M} 收存\n"
        f"{about.rows} × {about.cols} 个单元，每格 {about.cell_m:g} m，{about.crs}，高程基面 {about.datum}，"
        f"堤线 {about.crests} 条，标识 {about.digest[:12]}\n"
    )
