"""Letting phones in: codes that work once, a person in between, tokens that only the right phone gets."""

from __future__ import annotations

import re
import string
import threading
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule

from data.gateway.enrol import (
    COOKIE,
    EnrolTrouble,
    Invitations,
    Stage,
    cookie_gone_header,
    cookie_header,
    hash_token,
    new_token,
    plain,
    same,
    token_from_cookie,
)
from data.gateway.limits import Limit

START = datetime(2026, 7, 20, 8, 0, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def pass_by(self, **how_long):
        self.now += timedelta(**how_long)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(clock):
    return Invitations(clock)


def redeem(desk, code, source="10.99.0.7"):
    return desk.redeem(code, "小王的手机", "Mozilla/5.0 (Linux; Android 14)", source)


def let_in(desk, person="P001"):
    invitation, code = desk.invite(person, "grid_worker", "值班员")
    redeemed = redeem(desk, code)
    _, token_hash = desk.confirm(invitation.id)
    desk.release(invitation.id)
    return redeemed.ticket, token_hash


def refusal(call, *arguments):
    with pytest.raises(EnrolTrouble) as told:
        call(*arguments)
    return told.value.code


def test_a_phone_is_let_in_after_the_operator_saw_the_same_number(desk):
    invitation, code = desk.invite("P001", "grid_worker", "值班员")
    redeemed = redeem(desk, code)
    (shown,) = desk.listed()
    assert (shown.stage, shown.pairing, shown.device_name) == (Stage.WAITING, redeemed.pairing, "小王的手机")
    assert re.fullmatch(r"\d{4}", redeemed.pairing)
    assert desk.standing(redeemed.ticket).stage is Stage.WAITING
    confirmed, token_hash = desk.confirm(invitation.id)
    assert (confirmed.person, confirmed.role) == ("P001", "grid_worker")
    assert desk.standing(redeemed.ticket).token == ""  # not before the hash is written down
    desk.release(invitation.id)
    standing = desk.standing(redeemed.ticket)
    assert (standing.stage, hash_token(standing.token)) == (Stage.ENROLLED, token_hash)


def test_a_lost_answer_may_be_fetched_again_for_a_minute_by_the_same_phone(desk, clock):
    ticket, token_hash = let_in(desk)
    first = desk.standing(ticket).token
    clock.pass_by(seconds=59)
    assert desk.standing(ticket).token == first
    clock.pass_by(seconds=1)
    assert desk.standing(ticket).token == ""
    assert desk.standing(ticket).stage is Stage.ENROLLED
    assert hash_token(first) == token_hash


def test_a_token_that_was_used_is_never_told_again(desk):
    ticket, token_hash = let_in(desk)
    assert desk.standing(ticket).token
    desk.used("0" * 64)
    assert desk.standing(ticket).token
    desk.used(token_hash)
    assert desk.standing(ticket).token == ""


def test_a_code_is_good_once_and_a_second_phone_hears_that_it_was_used(desk):
    _, code = desk.invite("P001", "observer", "值班员")
    redeem(desk, code)
    assert refusal(redeem, desk, code) == "used_code"
    assert refusal(redeem, desk, "x" * 22) == "unknown_code"


def test_a_code_is_good_for_ten_minutes(desk, clock):
    _, code = desk.invite("P001", "observer", "值班员")
    clock.pass_by(minutes=10)
    assert refusal(redeem, desk, code) == "expired_code"
    clock.pass_by(minutes=10)
    assert refusal(redeem, desk, code) == "unknown_code"
    assert desk.listed() == ()


def test_a_new_code_for_a_person_makes_the_older_one_void(desk):
    _, old = desk.invite("P001", "observer", "值班员")
    _, new = desk.invite("P001", "observer", "值班员")
    assert refusal(redeem, desk, old) == "unknown_code"
    assert redeem(desk, new)


def test_a_refused_phone_hears_so_and_gets_nothing(desk):
    invitation, code = desk.invite("P001", "observer", "值班员")
    ticket = redeem(desk, code).ticket
    desk.confirm(invitation.id)
    desk.refuse(invitation.id)
    assert (desk.standing(ticket).stage, desk.standing(ticket).token) == (Stage.REFUSED, "")
    assert refusal(desk.release, invitation.id) == "not_possible"
    assert refusal(desk.confirm, invitation.id) == "not_possible"


def test_an_open_code_can_be_taken_back(desk):
    invitation, code = desk.invite("P001", "observer", "值班员")
    desk.refuse(invitation.id)
    assert refusal(redeem, desk, code) == "expired_code"


def test_nobody_is_confirmed_twice_or_before_a_phone_came(desk):
    invitation, code = desk.invite("P001", "observer", "值班员")
    assert refusal(desk.confirm, invitation.id) == "not_possible"
    redeem(desk, code)
    desk.confirm(invitation.id)
    assert refusal(desk.confirm, invitation.id) == "not_possible"
    assert refusal(desk.confirm, "nothing") == "not_possible"


def test_a_confirmed_phone_that_never_comes_back_expires(desk, clock):
    ticket, _ = let_in(desk)
    clock.pass_by(minutes=10)
    assert (desk.standing(ticket).stage, desk.standing(ticket).token) == (Stage.EXPIRED, "")


def test_guessing_is_stopped_for_the_guesser_only(desk, clock):
    _, code = desk.invite("P001", "observer", "值班员")
    for turn in range(5):
        assert refusal(redeem, desk, f"guess {turn}") == "unknown_code"
    assert refusal(redeem, desk, code) == "too_many_tries"
    assert redeem(desk, code, source="10.99.0.8")
    clock.pass_by(seconds=60)
    assert refusal(redeem, desk, "guess") == "unknown_code"


def test_no_more_invitations_are_kept_than_there_is_room_for(clock):
    desk = Invitations(clock, most=3)
    made = [desk.invite(f"P{turn}", "observer", "值班员") for turn in range(3)]
    assert refusal(desk.invite, "P9", "observer", "值班员") == "too_many_open"
    desk.refuse(made[1][0].id)
    desk.invite("P9", "observer", "值班员")
    assert [one.person for one in desk.listed()] == ["P0", "P2", "P9"]


def test_of_many_phones_with_one_photographed_code_one_gets_in(clock):
    desk = Invitations(clock, wrong=Limit(1, 1000))
    _, code = desk.invite("P001", "observer", "值班员")
    barrier, told = threading.Barrier(8), []

    def race():
        barrier.wait()
        try:
            told.append(redeem(desk, code).pairing)
        except EnrolTrouble as trouble:
            told.append(trouble.code)

    threads = [threading.Thread(target=race) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told)[1:] == ["used_code"] * 7


def test_neither_code_nor_ticket_nor_token_shows_in_what_is_printed(desk):
    invitation, code = desk.invite("P001", "observer", "值班员")
    redeemed = redeem(desk, code)
    desk.confirm(invitation.id)
    desk.release(invitation.id)
    standing = desk.standing(redeemed.ticket)
    printed = repr((desk.listed(), redeemed, standing, vars(desk)))
    assert not any(secret in printed for secret in (code, redeemed.ticket, standing.token))


def test_codes_have_128_bits_and_tokens_256(desk):
    codes = {desk.invite(f"P{turn}", "observer", "值班员")[1] for turn in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {22}
    tokens = {new_token() for _ in range(200)}
    assert {len(token) for token in tokens} == {43}
    assert set("".join(tokens | codes)) <= set(string.ascii_letters + string.digits + "-_")


@given(st.text(max_size=60).filter(lambda text: len(text) != 22), st.text(max_size=50), st.text(max_size=300))
def test_no_invented_code_gets_in_and_no_name_breaks_the_list(guess, name, agent):
    desk = Invitations(Clock())
    _, code = desk.invite("P001", "observer", "值班员")
    with pytest.raises(EnrolTrouble):
        redeem(desk, guess)
    desk.redeem(code, name, agent, "10.0.0.1")
    (shown,) = desk.listed()
    assert len(shown.device_name) <= 40
    assert len(shown.user_agent) <= 200
    assert shown.device_name.isprintable()


class Enrolling(RuleBasedStateMachine):
    """Any order of what desk and phones do: a token reaches a phone only after yes and release, never after no."""

    codes, tickets = Bundle("codes"), Bundle("tickets")

    def __init__(self):
        super().__init__()
        self.clock = Clock()
        self.desk = Invitations(self.clock, most=6, wrong=Limit(1000, 1000))
        self.released, self.refused, self.tokens = set(), set(), {}

    def attempt(self, call, *arguments):
        try:
            return call(*arguments)
        except EnrolTrouble:
            return None

    @rule(target=codes, person=st.sampled_from("ABCD"))
    def invite(self, person):
        made = self.attempt(self.desk.invite, person, "observer", "desk")
        return (made[0].id, made[1]) if made else multiple()

    @rule(target=tickets, code=codes)
    def redeem(self, code):
        redeemed = self.attempt(redeem, self.desk, code[1])
        return (code[0], redeemed.ticket) if redeemed else multiple()

    @rule(code=codes)
    def confirm(self, code):
        self.attempt(self.desk.confirm, code[0])

    @rule(code=codes)
    def release(self, code):
        try:
            self.desk.release(code[0])
        except EnrolTrouble:
            return
        self.released.add(code[0])

    @rule(code=consumes(codes))
    def refuse(self, code):
        try:
            self.desk.refuse(code[0])
        except EnrolTrouble:
            return
        self.refused.add(code[0])

    @rule(ticket=tickets)
    def fetch(self, ticket):
        standing = self.attempt(self.desk.standing, ticket[1])
        if standing and standing.token:
            assert ticket[0] in self.released
            assert ticket[0] not in self.refused
            assert self.tokens.setdefault(ticket[0], standing.token) == standing.token

    @rule(minutes=st.integers(0, 15))
    def wait(self, minutes):
        self.clock.pass_by(minutes=minutes)

    @invariant()
    def there_is_a_bound_and_tokens_are_all_different(self):
        assert len(self.desk.listed()) <= 6
        assert len(set(self.tokens.values())) == len(self.tokens)


test_any_order_of_deeds_gives_a_token_only_after_a_yes = Enrolling.TestCase


# ── cookies ──────────────────────────────────────────────────────────────────────────────────────────────────────

tokens = st.binary(min_size=32, max_size=32).map(lambda _: new_token())


@given(tokens)
def test_a_cookie_comes_back_as_the_token_it_was(token):
    cookie = SimpleCookie(cookie_header(token))[COOKIE]
    assert cookie.value == token
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Strict", "/")
    assert (cookie["max-age"], cookie["domain"]) == (str(180 * 86400), "")
    assert token_from_cookie(f"theme=dark; {COOKIE}={token}; x=1") == token


@given(st.text(max_size=300))
def test_no_header_makes_the_reader_stumble(header):
    token = token_from_cookie(header)
    assert token is None or COOKIE in header


def test_a_header_with_two_tokens_or_another_name_gives_none():
    one, two = new_token(), new_token()
    assert token_from_cookie(f"{COOKIE}={one}; {COOKIE}={two}") is None
    assert token_from_cookie(f"anlan={one}; x{COOKIE}={one}") is None
    assert token_from_cookie(f"{COOKIE}={one}\r\nX: y") is None


@pytest.mark.parametrize("token", ["", "a" * 42, "a" * 42 + ";", "a" * 43 + "\n", "令" * 43])
def test_nothing_but_a_token_is_put_into_a_cookie(token):
    with pytest.raises(ValueError, match="not a token"):
        cookie_header(token)


def test_a_revoked_phone_is_told_to_drop_its_cookie():
    assert cookie_gone_header() == f"{COOKIE}=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict"


@given(st.text(), st.text())
def test_comparing_in_constant_time_compares(one, other):
    assert same(one, one)
    assert same(one, other) == (one == other)


def test_what_turns_a_line_round_is_taken_out():
    assert plain("小王\u202e\n\x00 的手机\ud800", 40) == "小王 的手机"
