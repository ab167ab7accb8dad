"""Who runs what of several workers: tests that start a browser stay in one worker a family, all others go by file.

xdist's own groups do not reach pytest 9.2 (xdist 3.8 renames a test by a field that pytest no longer reads): every
worker had browsers, desks and a second host of its own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

ROOT = Path(__file__).resolve().parent.parent

LONGEST_FIRST = ("link", "phone", "desk", "web")
"""Families of browser tests; the longest begin first, and end beside the many short ones."""

_FAMILIES = (
    ("tests/link/", "link"),
    ("tests/resources/phone/", "phone"),
    ("tests/journeys/", "desk"),
    ("tests/desktop/", "desk"),
)


@cache
def share(file: str) -> str:
    """The family of a test file that starts a browser, else the file."""
    if "mark.browser" not in (ROOT / file).read_text("utf-8"):
        return file
    return next((family for folder, family in _FAMILIES if file.startswith(folder)), "web")


class Sharing(LoadScopeScheduling):
    """Hands out families first, then files."""

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid.partition("::")[0])

    def _assign_work_unit(self, node: WorkerController) -> None:
        for family in LONGEST_FIRST:
            if family in self.workqueue:
                self.workqueue.move_to_end(family, last=False)
                break
        super()._assign_work_unit(node)
