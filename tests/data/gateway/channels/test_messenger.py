"""What the messenger channels share: cutting, escaping, tokens for many threads, pace."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.http import Trouble, to_json
from data.gateway.channels.messenger import (
    CUT_MARK,
    Accounts,
    Pace,
    Seen,
    Token,
    TokenCache,
    clean,
    code_of,
    escaped,
    fitting,
    mobile_of,
    wording,
)
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message

TEXTS = st.text(st.characters(exclude_categories=[]), max_size=300)


def render(text: str) -> bytes:
    return to_json({"text": text, "tail": "尾"})


@given(TEXTS, st.integers(60, 400))
def test_a_cut_text_fits_ends_at_a_character_and_says_that_it_was_cut(text, limit):
    body = fitting(clean(text), render, limit)
    assert body is not None
    assert len(body) <= limit
    kept = json.loads(body)["text"]
    assert kept == clean(text) or (kept.endswith(CUT_MARK) and clean(text).startswith(kept.removesuffix(CUT_MARK)))


@given(TEXTS, st.integers(60, 400))
def test_no_longer_beginning_would_have_fitted(text, limit):
    said = clean(text)
    body = fitting(said, render, limit)
    kept = json.loads(body or b"{}")["text"]
    if kept != said:
        length = len(kept) - len(CUT_MARK)
        assert len(render(said[: length + 1] + CUT_MARK)) > limit


def test_what_cannot_be_made_short_enough_is_told():
    assert fitting("长" * 50, render, 20) is None


@given(TEXTS)
def test_escaped_text_holds_no_live_markdown(text):
    shown = escaped(clean(text))
    live = re.sub(r"\\.", "", shown)
    assert not re.search(r"[\\`*_{}\[\]()#+\-.!|<>~]", live)
    assert re.sub(r"\\(.)", r"\1", shown).replace("  \n", "\n") == clean(text)


@given(TEXTS)
def test_cleaned_text_can_always_be_sent_and_cleaning_twice_changes_nothing(text):
    said = clean(text)
    assert said.encode().decode() == said
    assert clean(said) == said
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said)


@pytest.mark.parametrize(
    ("address", "mobile"),
    [
        ("13800000001", "13800000001"),
        ("+86 138-0000-0001", "13800000001"),
        ("8613800000001", "13800000001"),
        ("1380000000", ""),
        ("１３８００００００００１", ""),
        ("manager7001", ""),
        ("03695725024624053732", ""),
        ("", ""),
    ],
)
def test_a_mobile_number_is_told_from_an_account(address, mobile):
    assert mobile_of(address) == mobile


def test_words_made_outside_live_are_marked_even_without_the_port():
    said = wording(Message("p", "请到岗", "通知", realm=Realm.DRILL))
    assert said.lines() == f"{EXERCISE_MARK}通知\n{EXERCISE_MARK}请到岗"


def test_many_threads_fetch_a_token_once():
    cache, fetched, gate = TokenCache(), [], threading.Barrier(8)

    def fetch() -> Token:
        fetched.append(1)
        return Token("t", 7200)

    def use(_: int) -> str | Trouble:
        gate.wait(5)
        return cache.get(fetch)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(use, range(8))) == {"t"}
    assert len(fetched) == 1


def test_a_refused_token_is_dropped_only_by_whoever_still_holds_it():
    cache = TokenCache()
    assert cache.get(lambda: Token("old", 7200)) == "old"
    cache.drop("old")
    assert cache.get(lambda: Token("new", 7200)) == "new"
    cache.drop("old")
    assert cache.get(lambda: Token("newer", 7200)) == "new"


def test_a_token_that_is_about_to_end_is_renewed_and_a_failure_is_not_kept():
    cache = TokenCache()
    assert cache.get(lambda: Trouble("connect", 30.0)) == Trouble("connect", 30.0)
    assert cache.get(lambda: Token("brief", 0.0)) == "brief"
    assert cache.get(lambda: Token("next", 7200)) == "next"


def test_a_token_never_shows_itself():
    assert "s3cret" not in repr(Token("s3cret", 1.0))


def test_the_twenty_first_message_of_a_minute_has_to_wait():
    pace = Pace()
    assert [pace.take(20, now=100.0 + index) for index in range(20)] == [0.0] * 20
    assert pace.take(20, now=130.0) == pytest.approx(30.0)
    assert pace.take(20, now=160.0) == 0.0


def test_after_a_complaint_nothing_is_sent_for_a_while():
    pace = Pace()
    pace.hold(600.0, now=10.0)
    assert pace.take(20, now=11.0) == 599.0
    assert pace.take(20, now=610.0) == 0.0


@given(st.lists(st.floats(0, 30), min_size=1, max_size=80))
def test_no_minute_ever_holds_more_than_its_share(gaps):
    pace, now, taken = Pace(), 0.0, []
    for gap in gaps:
        now += gap
        if pace.take(20, now=now) == 0.0:
            taken.append(now)
    assert all(sum(start <= one < start + 60 for one in taken) <= 20 for start in taken)


def test_accounts_are_forgotten_by_number_of_people_and_by_name():
    accounts = Accounts(most=2)
    for index in range(3):
        accounts.keep(f"1380000000{index}", f"u{index}")
    assert [accounts.get(f"1380000000{index}") for index in range(3)] == ["", "u1", "u2"]
    accounts.drop("u2")
    assert accounts.get("13800000002") == ""
    assert Accounts(hold_s=0.0).get("13800000001") == ""


def test_only_the_last_ids_are_remembered():
    seen = Seen(most=2)
    for key in ("a", "b", "c"):
        seen.add(key)
    assert ("a" in seen, "b" in seen, "c" in seen) == (False, True, True)


@given(st.text())
def test_a_foreign_error_code_is_short_and_plain_or_not_shown(text):
    assert re.fullmatch(r"[A-Za-z0-9_.\-]{1,64}", code_of(text))
