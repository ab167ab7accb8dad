"""The self-test: loads the map, takes steps in a home, restarts, compares. One line a check."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from data.model.situation import Situation
from data.model.steps import NoteWritten
from data.rules import signoff
from data.store.errors import StoreTrouble
from desktop.first_run import DEMO_START
from desktop.home import home_folder
from desktop.settings import Settings

PATIENCE_MS = 25_000


def selftest(home: str | None) -> int:
    """Run all checks in the given home, or in a passing one; 0 when all hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="anlan-selftest-", ignore_cleanup_errors=True) as passing:
        folder = home_folder(home) if home else Path(passing)
        try:
            return _run(folder)
        except StoreTrouble as trouble:
            from views.store_words import trouble as said

            sys.stderr.write(said(trouble.code, trouble.params) + "\n")
            return 1


def _run(folder: Path) -> int:
    from PySide6.QtCore import QTimer

    from desktop.launch import desk

    faults = 0

    def check(words: str, holds: Callable[[], bool]) -> None:
        nonlocal faults
        good = holds()
        faults += not good
        sys.stdout.write(f"{'ok ' if good else 'BAD'} {words}\n")
        sys.stdout.flush()

    kept: Situation | None = None
    with desk(folder, Settings(clock_speed=0)) as (app, anlan):
        drawn: list[bool] = []

        def on_drawn() -> None:
            drawn.append(True)
            app.quit()

        anlan.show((1366, 768))
        anlan.when_drawn(on_drawn)
        QTimer.singleShot(PATIENCE_MS, app.quit)
        app.exec()
        check("地图页面载入并画完 map page loaded and drawn", lambda: bool(drawn) and anlan.map.map.is_ready())
        anlan.play_to(max(anlan.clock.now(), DEMO_START + timedelta(days=7)))
        room = anlan.room
        check("实测流量到达，等级被建议 readings arrived", lambda: room.situation.flow_m3s is not None)
        before = room.situation
        room.show_whatif(22_000)
        room.return_to_live()
        check("推演不改变实况 a what-if leaves live untouched", lambda: room.situation is before)
        signer = next((u.id for u in room.situation.registers.users if "sign" in u.rights.split(";")), "")
        shown = signoff.preview(room.situation, room.situation.flow_m3s or 0.0)
        body = signoff.sign_off(shown, shown.level, "自检", "自检")
        check("签发被接受 a sign-off is taken", lambda: room.do(body, signer))
        check("值班记录被接受 a note is taken", lambda: room.do(NoteWritten("自检")))
        kept = room.situation
        check("全部步骤已落盘 all steps are on disk", lambda: anlan.keeping.flush() and not anlan.keeping.unsaved)
    with desk(folder, Settings(clock_speed=0)) as (_, again):
        check("重启后情况与之前相同 the same after a restart", lambda: again.room.situation == kept)
        check("等于日志逐步重演 equal to the fold of the journal", lambda: again.keeping.store.refolded() == kept)
        check("哈希链完整 the hash chain holds", lambda: again.keeping.store.verify().ok)
    sys.stdout.write(f"{faults} faults\n")
    return 1 if faults else 0
