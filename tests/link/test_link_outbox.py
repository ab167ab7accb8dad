"""What waits on a phone whose cable is cut comes to the desk once and in order: answers lost and the desk killed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.chromium import Page, wait_for
from tests.link.hosts import Hosts
from tests.link.sides import DeskSide, report
from tests.resources.phone.pictures import a_photo

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CUT_S = 60.0 if os.environ.get("ANLAN_LINK_FULL") else 12.0
REPORTS = 20
WITH_PICTURE = {3, 9, 15}
TAKEN_BEFORE_DEATH = 7
FULL = ("nothing else", "first answer lost", "desk killed", "first answer lost, then desk killed")
"""What happens besides; the last asks the most, and is what is run by default. ANLAN_LINK_FULL=1 runs all, for 60 s."""


def queue(hosts: Hosts, page: Page, name: str, folder: Path) -> None:
    """Cut the cable, report twenty times, load the page anew without a network, and put the cable back."""
    page.front()
    page.until("navigator.serviceWorker.controller && caches.match('/call/words.js').then(Boolean)", 60)
    hosts.cut()
    began = time.monotonic()
    page.until("document.querySelector('.link.off') || document.querySelector('.link.busy')")
    for number in range(REPORTS):
        picture = a_photo(folder / f"{number}.jpg", size=(900 + number, 700)) if number in WITH_PICTURE else None
        report(page, f"{name} {number}", picture)
    assert waiting(page) == REPORTS
    page.reload()
    page.until("document.querySelector('.river')")
    assert waiting(page) == REPORTS
    time.sleep(max(0.0, CUT_S - (time.monotonic() - began)))


def waiting(page: Page) -> int:
    return page.evaluate("Number(document.querySelector('[data-waiting]').dataset.waiting)")


def arrived(desk: DeskSide, page: Page, name: str) -> list[list]:
    """Wait until the phone has nothing left; return the reports of that name in the journal on the disk."""
    page.until('document.querySelector(\'[data-waiting="0"][data-failed="0"]\')', 90)
    wait_for(lambda: len(of(desk.ask("reports"), name)) >= REPORTS, 20, lambda: f"the room lacks some; {desk.log()}")
    return [row for row in desk.ask("journal") if row[0].startswith(f"{name} ")]


def of(reports: list[dict], name: str) -> list[dict]:
    return [one for one in reports if one["text"].startswith(f"{name} ")]


def expected(name: str) -> list[list]:
    return [[f"{name} {number}", int(number in WITH_PICTURE)] for number in range(REPORTS)]


def lose_first_answer(hosts: Hosts, desk: DeskSide, page: Page, name: str) -> None:
    """Let the first report be kept and its answer be lost with the cable."""
    desk.ask("lose_answer", more=1)
    kept = desk.ask("kept")
    hosts.mend()
    wait_for(lambda: desk.ask("kept") > kept, 60, lambda: f"nothing came: {page.text()[:200]} {desk.log()}")
    page.until("document.querySelector('.link.off')", 20)
    assert waiting(page) == REPORTS  # the desk has it, the phone cannot know
    assert len(of(desk.ask("reports"), name)) == 1


def kill_in_the_middle(hosts: Hosts, desk: DeskSide, page: Page) -> None:
    """Kill the desk when it has kept some reports and not answered the last of them, and open it again."""
    left = waiting(page)
    desk.ask("die", more=TAKEN_BEFORE_DEATH)
    hosts.mend()
    desk.wait_killed()
    assert left - TAKEN_BEFORE_DEATH <= waiting(page) <= left - 1
    desk.start()


@pytest.mark.parametrize("troubles", FULL if os.environ.get("ANLAN_LINK_FULL") else FULL[-1:])
def test_twenty_reports_of_a_cut_cable_arrive_once_and_in_order(
    hosts: Hosts, desk: DeskSide, phone: Page, tmp_path: Path, troubles: str
) -> None:
    name = f"断链 {troubles}"
    queue(hosts, phone, name, tmp_path)
    if "lost" in troubles:
        lose_first_answer(hosts, desk, phone, name)
    if "killed" in troubles:
        kill_in_the_middle(hosts, desk, phone)
    hosts.mend()
    assert arrived(desk, phone, name) == expected(name)
