"""The phone page in a real browser: let in, report in three taps, answer, and be wiped."""

from __future__ import annotations

import io
import json
from datetime import datetime

import pytest
from PIL import Image

from tests.chromium import wait_for

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

SIZES = ((360, 780), (412, 915))
SCREENS = (
    "mine",
    "task/T-1",
    "task/T-2",
    "report",
    "report/E1",
    "report/E2/水沟浪窝",
    "danger",
    "patrol",
    "push",
    "push/S-1",
    "muster",
    "muster/M-1",
    "poll/B-1",
    "watch",
    "watch/W-1",
    "households",
    "household/H002",
    "outbox",
    "reports",
    "sent/R-1",
    "more",
    "settings",
    "task/nothing",
)


NOWHERE = """navigator.geolocation.watchPosition = (found, failed) => {
  failed({ code: 1, PERMISSION_DENIED: 1 });
  return 1;
}"""
DRAFT_KEPT = """new Promise((tell) => {
  const opened = indexedDB.open('anlan');
  opened.onsuccess = () => {
    const got = opened.result.transaction('drafts').objectStore('drafts').get('danger');
    got.onsuccess = () => { opened.result.close(); tell(got.result?.needs === '编织袋 200 条'); };
  };
})"""
ALL_GONE = """Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
  .then((held) => held.every((list) => list.length === 0))"""
WALK = """import('/js/track.js').then(({ thinned, worthKeeping }) => {
  const walk = Array.from({ length: 61 }, (_, i) => ({
    lon: 113.66 + Math.min(i, 30) * 0.0002, lat: 34.91 + Math.max(0, i - 30) * 0.0002, at: i * 1000, accuracy_m: 5,
  }));
  const short = thinned(walk);
  const here = { lon: 113.66, lat: 34.91, at: 0 };
  return {
    count: short.length, corner: short.some((p) => p.at === 30000), ends: [short[0].at, short.at(-1).at],
    near: worthKeeping(here, { ...here, lon: 113.66005, at: 20000, accuracy_m: 5 }),
    later: worthKeeping(here, { ...here, at: 60000, accuracy_m: 5 }),
    poor: worthKeeping(null, { ...here, accuracy_m: 900 }),
  };
})"""
UNFIT = """(() => {
  const box = (one) => one.getBoundingClientRect();
  const seen = [...document.querySelectorAll('a, button, input:not(.unseen), textarea')]
    .filter((one) => one.getClientRects().length);
  return {
    small: seen.filter((one) => Math.min(box(one).height, box(one).width) < 47.5).map((one) => one.outerHTML),
    wide: [...document.querySelectorAll('#app *')]
      .filter((one) => box(one).right > innerWidth + 1 && !one.closest('.chips-line')).map((one) => one.className),
    scroll: document.documentElement.scrollWidth > innerWidth,
  };
})()"""


def taken(desk, many, seconds=20.0):
    wait_for(lambda: len(desk.kept.messages) >= many, seconds, lambda: f"only {desk.kept.messages} came")
    return desk.kept.messages


def body(desk, kind):
    return next(message["body"] for message in desk.kept.messages if message["kind"] == kind)


def go(page, address, wait):
    page.evaluate(f"location.hash = {json.dumps('#/' + address)}")
    page.until(f"document.querySelector({json.dumps(wait)})")


def test_a_phone_is_let_in_by_a_code_that_leaves_the_address_at_once(chromium, phone, desk):
    desk.kept.confirmed = False
    page = chromium.page(phone=phone)
    page.go(f"{desk.address}/#e={desk.kept.code}")
    page.until("document.querySelector('[data-act=enrol]')")
    assert page.evaluate("location.href") == f"{desk.address}/"
    assert page.evaluate("history.length") <= 2
    page.tap("[data-act=enrol]")
    page.until("document.querySelector('.digits')")
    assert page.evaluate("document.querySelector('.digits').innerText").replace("\n", "") == "4821"
    page.reload()  # the page is killed while the operator looks at it
    page.until("document.querySelector('.digits')")
    desk.kept.confirmed = True
    page.until("document.querySelector('.river')")
    assert "张守堤" in page.text()


def test_a_code_that_is_used_up_is_told_in_words(chromium, phone, desk):
    page = chromium.page(phone=phone)
    page.go(f"{desk.address}/#e=another-code-000000")
    page.tap("[data-act=enrol]")
    page.until("document.querySelector('.trouble').textContent.includes('二维码')")


def test_a_report_with_photo_position_and_type_takes_three_taps(enrolled, desk, photo):
    go(enrolled, "report", ".nine")
    enrolled.tap("[data-category=E2]")
    enrolled.tap(".tiles.two [data-kind=水沟浪窝]")
    wait_for(lambda: (enrolled.evaluate("1"), enrolled.choosers())[1] == 1, 5, lambda: "the camera did not open")
    enrolled.files("#shoot", [photo()])
    enrolled.until("document.querySelector('.place.good') && document.querySelector('.thumb img')")
    enrolled.tap("[data-act=send]")
    (message,) = taken(desk, 1)
    report = message["body"]
    assert (report["category"], report["kind"], report["position"], report["grade"]) == ("E2", "水沟浪窝", "gps", 3)
    assert (report["lon"], report["lat"], report["accuracy_m"]) == (113.672, 34.9118, 8)
    assert report["place"] == "东大坝 1–20 坝"
    (sent,) = report["photos"]
    with Image.open(io.BytesIO(desk.kept.files[sent["digest"]])) as picture:
        assert picture.size == (1920, 1440)
    assert datetime.fromisoformat(message["at"]).tzinfo is not None
    enrolled.until("document.querySelector('[data-waiting=\"0\"]')")
    assert enrolled.trouble == []


def test_a_picture_keeps_the_time_and_place_that_the_camera_wrote(enrolled, desk, photo):
    enrolled.evaluate(NOWHERE)
    go(enrolled, "report/E2/雨淋沟", ".what")
    enrolled.files("#gallery", [photo(at="2026:08:20 14:05:06", lon=113.7012, lat=34.9087)])
    enrolled.until("document.querySelector('.place').innerText.includes('照片')")
    enrolled.tap("[data-act=send]")
    report = taken(desk, 1)[0]["body"]
    assert report["position"] == "exif"
    assert (round(report["lon"], 4), round(report["lat"], 4)) == (113.7012, 34.9087)
    with Image.open(io.BytesIO(desk.kept.files[report["photos"][0]["digest"]])) as picture:
        exif = picture.getexif()
        assert exif.get_ifd(0x8769)[0x9003] == "2026:08:20 14:05:06"
        assert exif.get_ifd(0x8825)[1] == "N"


def test_without_any_position_a_place_from_the_list_is_asked_for(enrolled, desk):
    enrolled.evaluate(NOWHERE)
    go(enrolled, "report/E4/野泳", ".what")
    enrolled.tap("[data-act=send]")
    enrolled.tap(".question .button")
    enrolled.tap(".places [data-value=D02]")
    enrolled.tap("[data-act=send]")
    report = taken(desk, 1)[0]["body"]
    assert (report["position"], report["place"]) == ("place", "南裹头段")
    assert report["lon"] == pytest.approx(113.695, abs=1e-4)


def test_a_danger_is_reported_in_six_elements_and_its_draft_outlives_a_reload(enrolled, desk):
    go(enrolled, "danger", ".danger-form")
    enrolled.tap("[data-value=管涌]")
    enrolled.write("[data-element=size]", "口径 5 厘米，浑水")
    enrolled.write("[data-element=needs]", "编织袋 200 条")
    enrolled.until(DRAFT_KEPT)
    enrolled.reload()
    enrolled.until("document.querySelector('[data-element=size]')?.value === '口径 5 厘米，浑水'")
    enrolled.until("document.querySelector('.place.good')")
    enrolled.tap("[data-act=send]")
    report = taken(desk, 1)[0]["body"]
    assert (report["category"], report["kind"]) == ("E1", "管涌")
    assert set(report["elements"]) == {"time", "place", "size", "water", "casualties", "taken", "needs"}
    assert report["elements"]["size"] == "管涌 口径 5 厘米，浑水"
    enrolled.until("document.querySelector('.river')")
    go(enrolled, "danger", ".danger-form")
    assert enrolled.evaluate("document.querySelector('[data-element=size]').value") == ""


def test_opening_a_notice_signs_for_it_once_and_then_it_is_answered(enrolled, desk):
    go(enrolled, "push/S-1", ".choices")
    taken(desk, 1)
    go(enrolled, "mine", ".river")
    go(enrolled, "push/S-1", ".choices")
    enrolled.write("textarea", "要两台车")
    enrolled.tap("[data-answer=needs_help]")
    taken(desk, 2)
    assert [(one["answer"], one["note"]) for one in desk.kept.bodies] == [("seen", ""), ("needs_help", "要两台车")]
    enrolled.until("document.querySelector('.river')")
    asked = enrolled.evaluate("[...document.querySelectorAll('.card.call')].map((one) => one.innerText).join()")
    assert "点名" in asked
    assert "Ⅲ级响应：滩区人员" not in asked


def test_a_task_is_accepted_in_one_tap_and_is_not_done_without_proof(enrolled, desk, photo):
    enrolled.tap("[data-act=acknowledge]")
    assert taken(desk, 1)[0]["body"]["move"] == "acknowledge"
    go(enrolled, "task/T-1", ".steps")
    enrolled.tap("[data-act=finish]")
    enrolled.until("document.querySelector('.said.bad.shown')")
    enrolled.files("#shoot", [photo()])
    enrolled.until("document.querySelector('.thumb img')")
    enrolled.tap("[data-act=finish]")
    done = taken(desk, 2)[1]["body"]
    assert (done["task"], done["move"], len(done["photos"])) == ("T-1", "finish", 1)


def test_a_roll_call_a_welfare_timer_and_a_poll_are_answered(enrolled, desk):
    go(enrolled, "muster/M-1", "[data-answer=present]")
    enrolled.tap("[data-answer=present]")
    taken(desk, 1)
    go(enrolled, "watch/W-1", "[data-well]")
    enrolled.tap("[data-well=true]")
    taken(desk, 2)
    assert body(desk, "muster")["answer"] == "present"
    assert body(desk, "watch") == {"watch": "W-1", "well": True, "note": ""}
    go(enrolled, "poll/B-1", "[data-answer=no_go]")
    enrolled.tap("[data-answer=no_go]")
    enrolled.until("document.querySelector('.said.bad.shown')")
    enrolled.write("textarea", "包保干部还没到位")
    enrolled.tap("[data-answer=no_go]")
    taken(desk, 3)
    assert body(desk, "poll") == {"poll": "B-1", "answer": "no_go", "reason": "包保干部还没到位"}


def test_households_are_set_at_once_and_found_by_their_printed_tag(enrolled, desk):
    go(enrolled, "households", ".house")
    enrolled.tap("[data-house=H001] .pick")
    enrolled.tap("[data-house=N003] .pick")
    enrolled.tap("[data-state=told]")
    taken(desk, 2)
    assert [(one["register"], one["ids"], one["state"]) for one in desk.kept.bodies] == [
        ("households", ["H001"], "told"),
        ("growers", ["N003"], "told"),
    ]
    enrolled.evaluate("delete window.BarcodeDetector")
    enrolled.tap("[data-act=scan]")
    enrolled.write(".scanner input", "anlan:h/H002/k7qa")
    enrolled.tap("[data-act=find]")
    enrolled.tap("[data-state=left]")
    assert taken(desk, 3)[2]["body"] == {"register": "households", "ids": ["H002"], "state": "left", "note": ""}


def test_a_patrol_begins_sends_its_track_and_ends(enrolled, desk):
    go(enrolled, "patrol", "[data-value=D01]")
    enrolled.tap("[data-value=D01]")
    enrolled.tap("[data-act=begin]")
    enrolled.until("document.querySelector('.figures')")
    for step in range(1, 5):
        enrolled.place(113.672 + step * 0.0004, 34.9118, 6)
        enrolled.until(f"document.querySelectorAll('.figure b')[2].textContent >= {step}")
    enrolled.reload()  # the page was killed: the patrol goes on
    enrolled.tap("[data-act=end]")
    taken(desk, 2)
    assert [message["kind"] for message in desk.kept.messages] == ["patrol_start", "patrol_end"]
    assert {point["patrol"] for point in desk.kept.points} == {body(desk, "patrol_start")["patrol"]}
    assert len(desk.kept.points) >= 2


def test_track_points_are_thinned_without_losing_the_shape(enrolled):
    kept = enrolled.evaluate(WALK)
    assert kept == {"count": 3, "corner": True, "ends": [0, 60000], "near": False, "later": True, "poor": False}


@pytest.mark.usefixtures("hurried")
def test_revoking_a_phone_wipes_everything_it_holds(enrolled, desk):
    enrolled.until("navigator.serviceWorker.ready.then(() => true)")
    desk.kept.revoked = True
    go(enrolled, "muster/M-1", "[data-answer=away]")
    enrolled.tap("[data-answer=away]")
    enrolled.until("document.querySelector('[data-wiped]')")
    enrolled.until(ALL_GONE)
    assert "张守堤" not in enrolled.text()
    assert enrolled.evaluate("location.href") == f"{desk.address}/"


def test_sharing_ones_position_is_off_until_switched_on_and_ends_when_refused(enrolled, desk):
    go(enrolled, "settings", ".me")
    assert enrolled.evaluate("document.querySelector('[data-value=off]').getAttribute('aria-pressed')") == "true"
    assert desk.kept.points == []
    desk.kept.positions_refused = True
    enrolled.tap("[data-value=on]")
    enrolled.place(113.68, 34.912, 5)
    enrolled.evaluate("new Promise((r) => setTimeout(r, 300))")
    enrolled.reload()
    enrolled.until("document.querySelector('.river, .me')")
    assert desk.kept.points == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_fits_the_phone_and_can_be_hit_with_a_glove(enrolled, size, language, tmp_path):
    enrolled.resize(*size)
    if language == "en":
        go(enrolled, "settings", "[data-value=en]")
        enrolled.tap("[data-value=en]")
        enrolled.until("document.documentElement.lang === 'en'")
    for screen in SCREENS:
        enrolled.evaluate("document.querySelector('main').replaceChildren()")
        go(enrolled, screen, "main > *")
        found = enrolled.evaluate(UNFIT)
        assert found == {"small": [], "wide": [], "scroll": False}, screen
        enrolled.picture(tmp_path / f"{screen.replace('/', '-')}.png")
    assert enrolled.trouble == []
