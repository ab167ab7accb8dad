"""A real window, drawn off screen and saved as a picture."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.model.steps import Realm
from data.store.errors import StoreTrouble
from desktop.home import cache_folder, home_folder
from desktop.settings import Settings, load

if TYPE_CHECKING:
    from desktop.app import Anlan
    from desktop.stand_in import StagedCall

CALL = "call"
SHOWN_DRILL = "1958-shape"
WATER = (
    "desk",
    "dispatch",
    "relocation",
    "works",
    "compare",
    "twin",
    "twin-arrival",
    "twin-profile",
    "twin-difference",
    "wall-map",
)
"""Workspaces that show water or what follows from it."""

LIVE_MOMENT = datetime(2020, 6, 26, 5, 0, tzinfo=UTC)
"""What `shot` shows of the demonstration when the home is new: 26 June 2020 13:00, level IV signed, tasks in hand."""

PATIENCE_MS, CALL_PATIENCE_MS = 25_000, 50_000


def shoot(given: argparse.Namespace) -> int:
    """Draw one picture."""
    out = Path(given.out)
    if not out.parent.is_dir():
        sys.stderr.write(f"没有这个文件夹：{out.parent}\n")
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="anlan-shot-", ignore_cleanup_errors=True) as passing:
        folder = home_folder(given.home) if getattr(given, "home", None) else Path(passing)
        kept = load(folder)[0] if getattr(given, "home", None) else Settings()
        settings = replace(
            kept, theme=given.theme, language=given.lang, font_scale=min(1.5, max(0.9, given.scale)), clock_speed=0
        )
        if given.workspace == CALL:
            from desktop.stand_in import on_this_machine, prepare_camera

            settings = on_this_machine(settings)
            prepare_camera(Path(passing))
        if given.workspace.startswith("drill-") and getattr(given, "home", None):
            sys.stderr.write("演练的画面取自随程序的想定，不取自 --home 的库\n")
            folder = Path(passing)
        try:
            return _draw(folder, settings, given, out)
        except StoreTrouble as trouble:
            from views.store_words import trouble as said

            sys.stderr.write(said(trouble.code, trouble.params) + "\n")
            return 1


def _draw(folder: Path, settings: Settings, given: argparse.Namespace, out: Path) -> int:
    from PySide6.QtCore import QTimer

    from desktop.demonstration import rehearse
    from desktop.drill_home import shown
    from desktop.launch import desk
    from desktop.stages import DRILLS, Settled, lay_open, pictured

    realm = Realm.DRILL if given.workspace in DRILLS else Realm.LIVE
    if realm is Realm.DRILL:
        folder = shown(folder, settings, SHOWN_DRILL)
    with desk(folder, settings, realm=realm) as (app, anlan):
        if anlan.first_run:
            rehearse(anlan, LIVE_MOMENT)
        if given.flow is not None and given.realm == "live":
            anlan.observe(given.flow)
        anlan.show((given.size[0], given.size[1]))
        named = getattr(given, "home", None) is not None
        wanted = given.workspace in WATER and (given.flow is not None or given.workspace in WATER[4:-1])
        anlan.open_twin(folder / "twin" if named else cache_folder() / "twin", make=wanted)
        if wanted and not water_there(anlan, given.wait):
            sys.stderr.write("淹没方案还没有算够，图上没有水；已算的留着，再画一次接着算\n")
        if given.flow is not None and given.realm != "live":
            anlan.room.show_whatif(given.flow)
        lay_open(anlan, given.workspace)
        saved: list[bool] = []
        staged = _staged(anlan) if given.workspace == CALL else None

        def save() -> None:
            saved.append(pictured(anlan).grab().save(str(out)))
            app.quit()

        def settle() -> None:
            Settled(anlan, save)

        if staged is None:
            wall = anlan.headquarters.wall
            (wall.when_drawn if wall.opened else anlan.when_drawn)(settle)
            QTimer.singleShot(PATIENCE_MS, app.quit)
        else:
            staged.ended.connect(lambda seen: settle() if seen else app.quit())
            anlan.when_drawn(staged.start)
            QTimer.singleShot(PATIENCE_MS + CALL_PATIENCE_MS, app.quit)
        try:
            app.exec()
        finally:
            if staged is not None:
                staged.close()
    if not saved:
        late = "演示视频没有在限定时间内接通" if given.workspace == CALL else "地图没有在限定时间内画完"
        sys.stderr.write(f"{late}\n")
        return 1
    if not saved[0]:
        sys.stderr.write(f"写不了 {out}\n")
        return 1
    return 0


def water_there(anlan: Anlan, patience_s: float) -> bool:
    """Wait for the coarsest library to be whole, at most so long; it is made the first time on a machine."""
    from PySide6.QtCore import QEventLoop, QTimer

    library = anlan.twin.library
    loop = QEventLoop()

    def look() -> None:
        held = library.library
        if (held is not None and held.complete) or (library.fault is not None and not library.making):
            loop.quit()

    library.changed.connect(look)
    library.progressed.connect(look)
    QTimer.singleShot(round(patience_s * 1000), loop.quit)
    loop.exec()
    library.stop()
    return library.library is not None


def _staged(anlan: Anlan) -> StagedCall:
    from desktop.stand_in import StagedCall

    return StagedCall(anlan)
