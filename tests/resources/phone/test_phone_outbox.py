"""What a phone must not lose: with the link cut, the page reloaded or killed, answers lost, two pages open."""

from __future__ import annotations

import json

import pytest

from tests.chromium import BROWSER, Chromium, wait_for
from tests.resources.phone.a_day import a_list
from tests.resources.phone.desk_fake import Fake, Kept

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def shell_kept(page):
    page.until("navigator.serviceWorker.ready.then(() => true)")
    page.until("caches.match('/js/screens/watch.js').then(Boolean)")
    page.until("navigator.serviceWorker.controller")


def report(page, text, picture=None):
    page.evaluate("location.hash = '#/report/E2/" + "雨淋沟'")
    page.until("document.querySelector('.what') && document.querySelector('.place.good')")
    page.write("textarea", text)
    if picture:
        page.files("#shoot", [picture])
        page.until("document.querySelector('.thumb img')")
    page.tap("[data-act=send]")
    page.until("location.hash === '#/mine' && document.querySelector('.river')")


def waiting(page):
    return page.evaluate("Number(document.querySelector('[data-waiting]').dataset.waiting)")


def drained(page, seconds=60.0):
    page.until('document.querySelector(\'[data-waiting="0"][data-failed="0"]\')', seconds)


@pytest.mark.usefixtures("hurried")
def test_twenty_reports_of_a_cut_link_arrive_once_and_in_order(enrolled, desk, photo):
    shell_kept(enrolled)
    desk.cut()
    enrolled.until("document.querySelector('.link.off') || document.querySelector('.link.busy')")
    for number in range(20):
        report(
            enrolled,
            f"离线 {number}",
            photo(f"{number}.jpg", size=(1000 + number, 700)) if number in {3, 9, 15} else None,
        )
    assert waiting(enrolled) == 20
    assert "20 条待发" in enrolled.text()
    enrolled.reload()
    enrolled.until("document.querySelector('.river')")
    assert waiting(enrolled) == 20
    desk.kept.lose_answers = 2
    desk.join()
    enrolled.evaluate("window.dispatchEvent(new Event('online'))")
    drained(enrolled)
    assert [one["text"] for one in desk.kept.bodies] == [f"离线 {number}" for number in range(20)]
    assert len({message["client"] for message in desk.kept.messages}) == 20
    assert len(desk.kept.tries) == 22
    assert [len(one["photos"]) for one in desk.kept.bodies] == [
        1 if number in {3, 9, 15} else 0 for number in range(20)
    ]
    assert len(desk.kept.files) == 3


def test_without_any_sign_the_outbox_comes_back_by_itself(enrolled, desk):
    desk.cut()
    report(enrolled, "第一条")
    report(enrolled, "第二条")
    desk.join()
    drained(enrolled)  # 1-2-4 s; nothing tells the page that the way is free
    assert [one["text"] for one in desk.kept.bodies] == ["第一条", "第二条"]


def test_two_pages_of_one_phone_never_send_twice(chromium, phone, enrolled, desk):
    other = chromium.page(phone=phone)
    other.go(f"{desk.address}/#/outbox")
    other.until("document.querySelector('[data-waiting]')")
    enrolled.front()
    desk.cut()
    for number in range(4):
        report(enrolled, f"两页 {number}")
    other.until("document.querySelector('[data-waiting=\"4\"]')")
    desk.join()
    for page in (enrolled, other, enrolled, other):
        page.evaluate("window.dispatchEvent(new Event('online'))")
    drained(enrolled)
    drained(other)
    assert [one["text"] for one in desk.kept.bodies] == [f"两页 {number}" for number in range(4)]
    assert len(desk.kept.tries) == 4


def test_what_is_refused_three_times_is_shown_and_kept_while_others_go_on(enrolled, desk):
    desk.kept.refuse = lambda message: (400, "bad_request") if message["body"].get("text") == "坏的" else None
    report(enrolled, "坏的")
    report(enrolled, "好的")
    enrolled.until('document.querySelector(\'[data-waiting="0"][data-failed="1"]\')')
    assert [one["text"] for one in desk.kept.bodies] == ["好的"]
    assert len(desk.kept.tries) == 4
    enrolled.evaluate("location.hash = '#/outbox'")
    enrolled.until("document.querySelector('.card.failed .trouble')?.textContent.includes('400')")
    enrolled.reload()
    enrolled.until("document.querySelector('[data-failed=\"1\"]')")
    desk.kept.refuse = lambda _message: None
    enrolled.tap("[data-act=retry]")
    drained(enrolled)
    assert [one["text"] for one in desk.kept.bodies] == ["好的", "坏的"]


def test_a_phone_no_longer_known_keeps_its_outbox_until_it_is_let_in_again(enrolled, desk):
    desk.kept.known = False
    report(enrolled, "等着")
    enrolled.until("document.querySelector('.notice').textContent.includes('二维码')")
    assert waiting(enrolled) == 1
    desk.kept.known = True
    enrolled.go(f"{desk.address}/?again#e={desk.kept.code}")
    enrolled.tap("[data-act=enrol]")
    enrolled.until("document.querySelector('[data-waiting]')")
    drained(enrolled)
    assert [one["text"] for one in desk.kept.bodies] == ["等着"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_desk_that_is_busy_is_asked_again_and_the_order_holds(enrolled, desk, status):
    refusals = iter([(status, "slow_down")] * 3)
    desk.kept.refuse = lambda _message: next(refusals, None)
    for number in range(3):
        report(enrolled, f"第 {number}")
    drained(enrolled)
    assert [one["text"] for one in desk.kept.bodies] == ["第 0", "第 1", "第 2"]


def test_a_killed_browser_has_lost_nothing(tmp_path):
    if not BROWSER:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with Fake(Kept(a_list(), hurried=True)) as desk:
        with Chromium(profile=tmp_path / "profile") as browser:
            page = browser.page()
            page.allow(desk.address, "geolocation")
            page.place(113.672, 34.9118)
            page.choosing(on=True)
            page.go(f"{desk.address}/#e={desk.kept.code}")
            page.tap("[data-act=enrol]")
            page.until("document.querySelector('.river')")
            shell_kept(page)
        with Chromium(profile=tmp_path / "profile") as browser:
            page = browser.page()
            page.allow(desk.address, "geolocation")
            page.place(113.672, 34.9118)
            page.go(f"{desk.address}/")
            page.until("document.querySelector('.link.open')")
            desk.cut()
            for number in range(3):
                report(page, f"被杀 {number}")
            browser.kill()
        with Chromium(profile=tmp_path / "profile") as browser:
            page = browser.page()
            page.go(f"{desk.address}/")
            page.until("document.querySelector('[data-waiting=\"3\"]')")
            desk.join()
            drained(page)
        assert [one["text"] for one in desk.kept.bodies] == [f"被杀 {number}" for number in range(3)]


def test_a_phone_without_room_says_so_and_keeps_the_draft(enrolled, desk):
    enrolled.evaluate("location.hash = '#/report/E2/雨淋沟'")
    enrolled.until("document.querySelector('.what') && document.querySelector('.place.good')")
    enrolled.write("textarea", "存不下")
    full = "throw new DOMException('full', 'QuotaExceededError')"
    enrolled.evaluate(
        f"{{ window.add = IDBObjectStore.prototype.add; IDBObjectStore.prototype.add = () => {{ {full}; }}; }}"
    )
    enrolled.tap("[data-act=send]")
    enrolled.until("document.querySelector('.said.bad.shown')")
    enrolled.evaluate("IDBObjectStore.prototype.add = window.add")
    enrolled.until("document.querySelector('textarea')?.value === '存不下' && document.querySelector('.place.good')")
    enrolled.tap("[data-act=send]")
    drained(enrolled)
    wait_for(lambda: desk.kept.bodies, 20, lambda: "it was not sent")
    assert [one["text"] for one in desk.kept.bodies] == ["存不下"]


@pytest.mark.usefixtures("hurried")
def test_a_late_shell_gives_way_to_the_kept_one(enrolled, desk):
    shell_kept(enrolled)
    assert json.loads(enrolled.evaluate("caches.keys().then(JSON.stringify)")) == ["anlan-shell-1"]
    names = "(found) => JSON.stringify(found.map((one) => new URL(one.url).pathname))"
    held = json.loads(enrolled.evaluate(f"caches.open('anlan-shell-1').then((kept) => kept.keys()).then({names})"))
    assert [path for path in held if path.startswith("/api")] == []
    desk.cut()
    enrolled.reload()
    enrolled.until("document.querySelector('.river')")
    wait_for(lambda: "没有信号" in enrolled.text(), 20, lambda: enrolled.text()[:200])
