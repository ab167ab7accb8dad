"""Short videos and voice notes of a phone, and what is added to a report that the desk has already."""

from __future__ import annotations

import json

import pytest

from data.gateway import clips
from tests.chromium import wait_for
from tests.resources.phone.a_day import a_list
from tests.resources.phone.conftest import let_in
from tests.resources.phone.desk_fake import Fake, Kept

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

OBJECTIONS = """import('/js/clip.js').then(({ objection }) => {
  const t = (words, put) => words.replace('{n}', put?.n);
  return [["video/webm", 9, 12], ["video/webm", 9, 44.2], ["video/mp4", 20000001, 0], ["text/plain", 9, 0],
    ["video/x-matroska", 9, 3], ["video/quicktime", 9, 3]]
    .map(([type, size, long]) => objection(t, { type, size }, long));
})"""
NO_CAMERA = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"


@pytest.fixture(scope="module")
def used(chromium):
    """A phone that was let in, for all tests here, and its desk."""
    with Fake(Kept(a_list())) as fake:
        phone = chromium.phone()
        page = let_in(chromium, phone, fake)
        yield page, fake
        chromium.throw_away(phone)


@pytest.fixture
def desk(used):
    used[1].kept.messages.clear()
    return used[1]


@pytest.fixture
def enrolled(used, desk):
    return used[0]


def taken(desk, many):
    wait_for(lambda: len(desk.kept.messages) >= many, 20, lambda: f"only {desk.kept.messages} came")
    return desk.kept.messages


def go(page, address, wait):
    page.evaluate(f"location.hash = {json.dumps('#/' + address)}")
    page.until(f"document.querySelector({json.dumps(wait)})")


def film(page):
    page.tap("[data-act=clip]")
    page.until("Number(document.querySelector('.recorder[data-live] .left')?.textContent) <= 29")
    page.tap("[data-act=stop]")
    page.until("!document.querySelector('.recorder') && document.querySelector('.thumb.film video')")


def test_a_video_is_recorded_against_a_countdown_and_follows_its_report(enrolled, desk):
    go(enrolled, "danger", ".danger-form")
    enrolled.tap("[data-value=管涌]")
    film(enrolled)
    enrolled.until("document.querySelector('.place.good')")
    enrolled.tap("[data-act=send]")
    report, follows = taken(desk, 2)
    assert (report["kind"], report["body"]["photos"]) == ("report", [])
    assert (follows["kind"], follows["body"]["about"]) == ("pictures", f"report/R-{report['client']}")
    (sent,) = follows["body"]["photos"]
    clip = clips.checked(desk.kept.files[sent["digest"]], sent["media"])
    assert (clip.media, 0.5 < clip.seconds < 5) == ("video/webm", True)
    enrolled.until("document.querySelector('[data-waiting=\"0\"]')")
    assert enrolled.trouble == []


def test_a_video_that_is_too_long_too_large_or_none_is_refused_in_words(enrolled, tmp_path):
    fits, long, large, none, strange, apple = enrolled.evaluate(OBJECTIONS)
    assert (fits, apple) == ("", "")
    assert "45 秒，最多 30 秒" in long
    assert "21 MB，最多 20 MB" in large
    assert (none, "放不了" in strange) == ("这不是视频", True)
    go(enrolled, "report/E2/雨淋沟", ".what")
    picked = tmp_path / "long.mp4"
    picked.write_bytes(bytes(20_000_001))
    enrolled.files("#film", [picked])
    enrolled.until("document.querySelector('.said.bad.shown')?.textContent.includes('最多 20 MB')")
    assert not enrolled.evaluate("document.querySelector('.thumb.film')")


def test_where_the_page_may_not_record_the_phones_own_camera_is_one_tap_away(enrolled):
    go(enrolled, "report/E2/雨淋沟", ".what")
    enrolled.evaluate(NO_CAMERA)
    enrolled.tap("[data-act=clip]")
    enrolled.until("document.querySelector('.recorder p').textContent.includes('相机打不开')")
    enrolled.tap("[data-act=native]")
    wait_for(lambda: (enrolled.evaluate("1"), enrolled.choosers())[1] == 1, 5, lambda: "the camera did not open")
    assert not enrolled.evaluate("document.querySelector('.recorder')")
    enrolled.evaluate("delete navigator.mediaDevices.getUserMedia")


def test_a_video_under_way_gives_way_to_a_report_and_is_sent_after_it(enrolled, desk):
    desk.kept.holds_files = True
    go(enrolled, "sent/R-1", ".what")
    film(enrolled)
    enrolled.tap("[data-act=add]")
    enrolled.until("location.hash === '#/reports'")
    go(enrolled, "report/E1/管涌", ".what")
    enrolled.until("document.querySelector('.place.good')")
    enrolled.tap("[data-act=send]")
    assert taken(desk, 1)[0]["body"]["kind"] == "管涌"
    desk.kept.holds_files = False
    assert [one["kind"] for one in taken(desk, 2)] == ["report", "pictures"]
    assert desk.kept.bodies[1]["about"] == "report/R-1"


def test_a_report_tells_how_far_it_got_and_takes_pictures_and_words(enrolled, desk, photo):
    go(enrolled, "reports", "[data-report=R-2]")
    assert "已办结" in enrolled.evaluate("document.querySelector('[data-report=R-2]').innerText")
    enrolled.tap("[data-report=R-3] a")
    enrolled.until("document.querySelectorAll('.steps .reached').length === 3")
    enrolled.tap("[data-act=add]")
    enrolled.until("document.querySelector('.said.bad.shown')?.textContent.includes('写几个字')")
    enrolled.write("textarea", "又来了两个人")
    enrolled.tap("[data-act=add]")
    assert taken(desk, 1)[0]["kind"] == "note"
    assert desk.kept.bodies[0] == {"about": "report/R-3", "text": "又来了两个人"}
    go(enrolled, "sent/R-3", ".what")
    assert enrolled.evaluate("document.querySelector('textarea').value") == ""
    enrolled.files("#shoot", [photo()])
    enrolled.until("document.querySelector('.thumb img')")
    enrolled.write("textarea", "近景")
    enrolled.tap("[data-act=add]")
    added = taken(desk, 2)[1]
    assert (added["kind"], added["body"]["about"], added["body"]["note"]) == ("pictures", "report/R-3", "近景")
    assert len(added["body"]["photos"]) == 1
