"""The wall for hours: does it always come back, and does the memory stay flat?

    python benchmarks/wall.py [--minutes 2] [--speed 60] [--kills 20] [--plugs 10] [--monitors]

The demonstration runs at `speed`, so that 2 minutes are 2 hours of the scene. Meanwhile the wall turns its pages, the
process that draws its map is killed again and again, and its screen is unplugged and plugged in: through the seam that
the desk has for it, or with --monitors as a monitor of a virtual X server (Xvfb, benchmarks/monitors.py), where Qt gets
the events of a real one and Chromium draws by a driver that works in the desk's own process. Back means after a kill:
the new page has drawn everything; after a plug: the wall is to be seen on a screen that is there. Memory is that of the
desk and all its processes; the median of the last fifth of the time against that of the second fifth. What counts is
the PSS of their own pages (anonymous and shared among them): the PSS of program files, told beside it, falls and rises
with every other desk, test or browser on the machine. Ends 1 when a return takes more than 3 s or the memory has grown
by more than 3 %.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from benchmarks.monitors import Monitors  # noqa: E402 - found from the root

if TYPE_CHECKING:
    from desktop.app import Anlan

FILES = "files"
GOAL_BACK_S, GOAL_GROWTH = 3.0, 0.03
LOOK_MS, MEMORY_MS, PAGE_MS = 10, 1_000, 1_500
SETTLE_S, PATIENCE_S = 6.0, 15.0
WARM_TURNS = 2
"""All pages are shown so often before the time begins: what is made once is made then."""


def rest(ms: float) -> None:
    """Let the desk work for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(ms), loop.quit)
    loop.exec()


def until(there: Callable[[], bool]) -> float:
    """Wait until something is so; return the seconds."""
    began = time.monotonic()
    while not there() and time.monotonic() - began < PATIENCE_S:
        rest(LOOK_MS)
    return time.monotonic() - began


def plugged(anlan: Anlan) -> Any:
    """Screens that are there or not as this program says."""
    from PySide6.QtCore import QObject, QRect, Signal

    from desktop.wall_screens import Screen

    class Plugged(QObject):
        changed = Signal()
        second = True

        def all(self) -> list[Screen]:
            own = Screen(anlan.window.screen().name(), QRect(0, 0, 1920, 1080), 530, primary=True)
            return [own, Screen("wall", QRect(0, 0, 1920, 1080), 1430)] if self.second else [own]

        def close(self) -> None:
            """Nothing is listened to."""

        def plug(self, there: bool) -> None:
            self.second = there
            self.changed.emit()

    return Plugged()


def tree(pid: int, names: dict[int, str]) -> dict[str, float]:
    """PSS in MB: own pages of the processes by the names given or by Chromium's type; "files" of all."""
    found: dict[str, float] = {}
    todo = [pid]
    while todo:
        one = todo.pop()
        try:
            todo += [int(child) for task in Path(f"/proc/{one}/task").iterdir()
                     for child in (task / "children").read_text().split()]  # fmt: skip
            order = Path(f"/proc/{one}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            kind = names.get(one) or order.partition("--type=")[2].partition(" ")[0] or "other"
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                name, _, value = line.partition(":")
                if name in ("Pss_Anon", "Pss_Shmem", "Pss_File"):
                    under = FILES if name == "Pss_File" else kind
                    found[under] = found.get(under, 0.0) + int(value.split()[0]) / 1024
        except OSError:
            continue
    return found


class Course:
    """One run: what was done to the wall, how long it took to come back, what memory it took."""

    def __init__(self, anlan: Anlan, minutes: float, monitors: Monitors | None) -> None:
        from PySide6.QtCore import QTimer

        self.anlan, self.length = anlan, minutes * 60
        self.wall = anlan.headquarters.wall
        self.screens = monitors or plugged(anlan)
        if monitors is None:
            self.wall.use(self.screens)
        self.window = self.wall.open()
        self.page = self.window.face.map_page.surface.map
        self.deaths: list[int] = []
        self.page.renderer_died.connect(self.deaths.append)
        self.back: dict[str, list[float]] = {"kill": [], "unplug": [], "plug": []}
        self.memory: list[tuple[float, dict[str, float]]] = []
        self.lost = 0
        self.began = time.monotonic()
        self.gather = QTimer(interval=MEMORY_MS)
        self.gather.timeout.connect(self.look)
        self.turns = QTimer(interval=PAGE_MS)
        self.turns.timeout.connect(lambda: self.window.tour.go_on(1))

    @property
    def passed(self) -> float:
        """Seconds since the time began."""
        return time.monotonic() - self.began

    def look(self) -> None:
        """Note the memory."""
        names = {
            os.getpid(): "desk", self.page.renderer_pid(): "page of the wall",
            self.anlan.map.map.renderer_pid(): "page of the desk",
        }  # fmt: skip
        self.memory.append((self.passed, tree(os.getpid(), names)))

    def warm(self) -> None:
        """Show everything once, so that only what grows counts as growth."""
        from views.wall_face import ORDER

        for name in ORDER * WARM_TURNS:
            self.window.face.show_page(name)
            rest(400)
        self.window.face.show_page("map")
        until(self.page.is_painted)
        rest(SETTLE_S * 1000)

    def run(self, speed: int, kills: int, plugs: int) -> None:
        """Do everything at its time."""
        self.anlan.clock.set_speed(speed)
        self.began = time.monotonic()
        self.gather.start()
        self.turns.start()
        acts = [((n + 0.5) / kills * self.length, self.kill) for n in range(kills)]
        acts += [((n + 0.75) / plugs * self.length, self.replug) for n in range(plugs)]
        for at, act in sorted(acts, key=lambda one: one[0]):
            rest(max(0.0, at - self.passed) * 1000)
            act()
        rest(max(0.0, self.length - self.passed) * 1000)
        self.gather.stop()
        self.turns.stop()
        self.anlan.clock.set_speed(0)

    def kill(self) -> None:
        """Kill the process of the map while it is looked at."""
        self.turns.stop()
        self.window.face.show_page("map")
        until(self.page.is_painted)
        many, old = len(self.deaths), self.page.renderer_pid()
        os.kill(old, signal.SIGKILL)

        def there() -> bool:
            return len(self.deaths) > many and self.page.renderer_pid() != old and self.page.is_painted()

        self.back["kill"].append(until(there))
        self.lost += not there()
        self.turns.start()

    def replug(self) -> None:
        """Take the screen away, and bring it back."""
        for there in (False, True):
            self.screens.plug(there)
            seen = until(lambda there=there: self.stands(there))
            self.back["plug" if there else "unplug"].append(seen)
            rest(1000)

    def stands(self, there: bool) -> bool:
        """Whether the wall is to be seen: filling its screen, or a window on the desk's."""
        window = self.window
        on = window.screen().name() == ("wall" if there else self.anlan.window.screen().name())
        on = on or not isinstance(self.screens, Monitors)  # off the screen there is but one
        return on and window.isVisible() and window.isFullScreen() is there

    def fifth(self, number: int, kind: str = "") -> float:
        """Median of the memory in a fifth of the time: own pages of all processes, or one kind."""
        low, high = self.length * number / 5, self.length * (number + 1) / 5
        return statistics.median(
            sum(mb for name, mb in of.items() if name != FILES) if not kind else of.get(kind, 0.0)
            for at, of in self.memory
            if low <= at < high
        )


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=2.0, help="of the machine")
    parser.add_argument("--speed", type=int, default=60)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--plugs", type=int, default=10)
    parser.add_argument("--monitors", action="store_true", help="on monitors of a virtual X server")
    given = parser.parse_args()
    if not given.monitors:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return measured(given, None)
    from desktop.screen import VirtualScreen

    os.environ["QT_QPA_PLATFORM"] = "xcb"
    with VirtualScreen(3840, 1080):
        return measured(given, Monitors(os.environ["DISPLAY"]))


def measured(given: argparse.Namespace, monitors: Monitors | None) -> int:
    """Run it on these screens."""
    from desktop.demonstration import rehearse
    from desktop.launch import desk
    from desktop.settings import Settings
    from desktop.shot import LIVE_MOMENT

    with (
        tempfile.TemporaryDirectory(prefix="anlan-wall-", ignore_cleanup_errors=True) as place,
        desk(Path(place), Settings(clock_speed=0)) as (_, anlan),
    ):
        rehearse(anlan, LIVE_MOMENT)
        anlan.show((1366, 768))
        course = Course(anlan, given.minutes, monitors)
        course.warm()
        course.run(given.speed, given.kills, given.plugs)
        scene = (anlan.clock.now() - LIVE_MOMENT).total_seconds() / 3600
    early, late = course.fifth(1), course.fifth(4)
    growth = late / early - 1
    worst = max(max(times, default=0.0) for times in course.back.values())
    print(f"{given.minutes:g} min of the machine, {scene:.1f} h of the scene at {given.speed}x")
    for kind, times in course.back.items():
        if times:
            print(f"  back after {kind}: {len(times)} times, median {statistics.median(times):.2f} s, "
                  f"worst {max(times):.2f} s")  # fmt: skip
    print(f"  never back: {course.lost}; the page's process ended {len(course.deaths)} times")
    print("  memory by fifths:", ", ".join(f"{course.fifth(n):.0f}" for n in range(5)), "MB")
    for kind in sorted({kind for _, of in course.memory for kind in of}):
        print(f"    {kind}:", ", ".join(f"{course.fifth(n, kind):.0f}" for n in range(5)))
    print(f"  last fifth against second: {growth:+.1%}")
    return int(worst > GOAL_BACK_S or course.lost > 0 or growth > GOAL_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
