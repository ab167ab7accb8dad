"""What a person typed on the phone is never lost: not while a form is being sent, not on the way to another screen."""

from __future__ import annotations

import json

import pytest

from tests.chromium import wait_for
from tests.resources.phone.a_day import a_list
from tests.resources.phone.conftest import let_in
from tests.resources.phone.desk_fake import Fake, Kept

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

PRESS_AND_TYPE = """(() => {
  const area = document.querySelector('textarea');
  document.querySelector('[data-act=add]').click();
  area.focus();
  document.execCommand('insertText', false, '水');
  return area.value;
})()"""
"""Empty, it is refused; what is typed before the refusal is there must not go out in its place."""
PRESS_AND_LEAVE = """(() => {
  document.querySelector('[data-answer=away]').click();
  location.hash = '#/sent/R-3';
})()"""
NO_ROOM = """{
  window.room = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
}"""
ROOM = "IDBObjectStore.prototype.add = window.room"


@pytest.fixture(scope="module")
def used(chromium):
    """A phone that was let in, for all tests here, and its desk."""
    with Fake(Kept(a_list())) as fake:
        phone = chromium.phone()
        yield let_in(chromium, phone, fake), fake.kept
        chromium.throw_away(phone)


@pytest.fixture
def page(used):
    used[1].messages.clear()
    return used[0]


@pytest.fixture
def kept(used):
    return used[1]


def go(page, address, wait):
    page.evaluate(f"location.hash = {json.dumps('#/' + address)}")
    page.until(f"document.querySelector({json.dumps(wait)})")


def said(page, words):
    page.until(f"document.querySelector('.said.shown')?.textContent.includes({json.dumps(words)})")


def written(page):
    return page.evaluate("document.querySelector('textarea').value")


def bodies(kept, many):
    wait_for(lambda: len(kept.messages) >= many, 20, lambda: f"only {kept.messages} came")
    return kept.bodies


def test_what_is_typed_while_a_form_is_being_sent_is_neither_sent_nor_lost_by_half(page, kept):
    go(page, "sent/R-1", ".what")
    assert page.evaluate(PRESS_AND_TYPE) == ""
    said(page, "写几个字")
    assert page.evaluate("location.hash") == "#/sent/R-1"
    assert kept.messages == []
    page.write("textarea", "水退了")
    page.tap("[data-act=add]")
    assert bodies(kept, 1) == [{"about": "report/R-1", "text": "水退了"}]


def test_an_answer_under_way_does_not_lead_away_from_the_screen_that_was_opened_meanwhile(page, kept):
    go(page, "muster/M-1", "[data-answer=away]")
    page.evaluate(PRESS_AND_LEAVE)
    page.until("document.querySelector('.what')")
    page.write("textarea", "门前积水")
    assert bodies(kept, 1)[0]["answer"] == "away"
    said(page, "指挥部已收到")
    assert (page.evaluate("location.hash"), written(page)) == ("#/sent/R-3", "门前积水")


def test_words_about_a_household_outlive_a_phone_without_room(page, kept):
    go(page, "household/H002", ".choices.six")
    page.write("textarea", "去了女儿家")
    page.evaluate(NO_ROOM)
    page.tap("[data-state=left]")
    said(page, "手机存满了")
    page.evaluate(ROOM)
    page.until("document.querySelector('textarea')?.value === '去了女儿家'")
    page.tap("[data-state=left]")
    assert bodies(kept, 1)[0]["note"] == "去了女儿家"


def test_words_about_a_patrol_outlive_a_report_made_on_the_way(page, kept):
    go(page, "patrol", "[data-value=D01]")
    page.tap("[data-value=D01]")
    page.tap("[data-act=begin]")
    page.write("textarea", "12 坝渗水已报")
    page.tap("[data-act=report]")
    page.until("document.querySelector('.nine')")
    go(page, "patrol", ".figures")
    assert written(page) == "12 坝渗水已报"
    page.tap("[data-act=end]")
    assert bodies(kept, 2)[1]["note"] == "12 坝渗水已报"
    page.until("document.querySelector('.river')")
