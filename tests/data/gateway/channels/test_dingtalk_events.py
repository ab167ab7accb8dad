"""Events by HTTP callback: what DingTalk signs and seals is opened, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.dingtalk_events import EventCrypto, EventRefused, event_signature

OWNER, TOKEN = "dinganlan0001", "tok-5ecret"
KEY = base64.b64encode(bytes(range(32))).decode().removesuffix("=")
SALT = b"0123456789abcdef"
# made once with openssl: SALT, length, message, owner and padding through `openssl enc -aes-256-cbc -nopad`
SEALED = (
    "4j/AuRx71kQlxVlzbpsMWJd/WgRi5SuV+IOwEIN5aS0OMbH4/gXK5HBge0g5qjtW"
    "iXgum7YveHvt8l+HE4ahkb3CFlnUlzro9Xi0hvjzBgWoDaPq5yIgiSHpmtpHcK6S"
)
EVENT = {"EventType": "check_url", "说明": "验证地址"}


@pytest.fixture
def crypto():
    return EventCrypto(OWNER, TOKEN, KEY)


def posted(crypto: EventCrypto, message: bytes) -> tuple[str, str, str, bytes]:
    sealed = crypto.encrypt(message)
    return event_signature(TOKEN, "1752900000123", "n0nce", sealed), "1752900000123", "n0nce", _body(sealed)


def _body(sealed: str) -> bytes:
    return json.dumps({"encrypt": sealed}).encode()


def test_sealing_gives_what_openssl_gives(crypto):
    assert crypto.encrypt(json.dumps(EVENT, ensure_ascii=False).encode(), SALT) == SEALED


def test_a_post_sealed_by_openssl_is_opened(crypto):
    joined = "".join(sorted([TOKEN, "1752900000123", "n0nce", SEALED]))
    signature = hashlib.sha1(joined.encode()).hexdigest()
    assert crypto.open(signature, "1752900000123", "n0nce", _body(SEALED)) == EVENT


def test_our_answer_is_signed_and_says_success(crypto):
    answer = crypto.answer()
    assert set(answer) == {"msg_signature", "timeStamp", "nonce", "encrypt"}
    expected = event_signature(TOKEN, answer["timeStamp"], answer["nonce"], answer["encrypt"])
    assert answer["msg_signature"] == expected
    assert answer["encrypt"] != crypto.answer()["encrypt"]
    with pytest.raises(EventRefused, match="event"):  # it opens, and is the bare word
        crypto.open(answer["msg_signature"], answer["timeStamp"], answer["nonce"], _body(answer["encrypt"]))


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=60), max_size=5))
def test_whatever_is_sealed_is_opened_again(event):
    crypto = EventCrypto(OWNER, TOKEN, KEY)
    assert crypto.open(*posted(crypto, json.dumps(event, ensure_ascii=True).encode())) == event


@given(st.text(min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_a_wrong_signature_time_or_nonce_is_refused(signature, timestamp, nonce):
    crypto = EventCrypto(OWNER, TOKEN, KEY)
    with pytest.raises(EventRefused, match="signature"):
        crypto.open(signature, timestamp, nonce, _body(SEALED))


@given(st.binary(max_size=200))
def test_a_body_of_any_kind_is_refused_in_one_word(body):
    crypto = EventCrypto(OWNER, TOKEN, KEY)
    with pytest.raises(EventRefused):
        crypto.open("0" * 40, "1", "n", body)


@given(st.integers(0, 95), st.integers(1, 255))
def test_a_single_changed_byte_breaks_the_signature_and_signed_anew_it_is_still_no_error_of_ours(place, change):
    crypto = EventCrypto(OWNER, TOKEN, KEY)
    sealed = bytearray(base64.b64decode(SEALED))
    sealed[place] ^= change
    bent = base64.b64encode(bytes(sealed)).decode()
    with pytest.raises(EventRefused, match="signature"):
        crypto.open(event_signature(TOKEN, "1", "n", SEALED), "1", "n", _body(bent))
    with suppress(EventRefused):
        assert isinstance(crypto.open(event_signature(TOKEN, "1", "n", bent), "1", "n", _body(bent)), dict)


@pytest.mark.parametrize("sealed", ["", "AAAA", "*" * 24, base64.b64encode(b"x" * 31).decode()])
def test_what_is_no_ciphertext_is_refused_although_it_is_signed(crypto, sealed):
    with pytest.raises(EventRefused, match="encryption"):
        crypto.open(event_signature(TOKEN, "1", "n", sealed), "1", "n", _body(sealed))


def test_a_post_with_broken_padding_is_refused_although_it_is_signed(crypto):
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    message = b"{}"
    plain = SALT + len(message).to_bytes(4, "big") + message + OWNER.encode()
    gap = 32 - len(plain) % 32
    padded = plain + b"\x00" * (gap - 1) + bytes([gap])
    key = bytes(range(32))
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    sealed = base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()
    with pytest.raises(EventRefused, match="encryption"):
        crypto.open(event_signature(TOKEN, "1", "n", sealed), "1", "n", _body(sealed))


def test_an_event_for_another_application_is_refused(crypto):
    other = EventCrypto("dingother", TOKEN, KEY)
    with pytest.raises(EventRefused, match="owner"):
        crypto.open(*posted(other, b"{}"))


def test_an_event_that_is_no_object_is_refused(crypto):
    for message in (b"[]", b"{", b"\xff", b""):
        with pytest.raises(EventRefused, match="event"):
            crypto.open(*posted(crypto, message))


def test_an_endless_post_is_refused_before_it_is_read(crypto):
    with pytest.raises(EventRefused, match="too_long"):
        crypto.open("", "", "", b" " * (1 << 21))


@pytest.mark.parametrize("key", ["", "short", KEY + "A", "*" * 43, "字" * 43])
def test_a_key_of_the_wrong_form_is_told_at_once_and_not_shown(key):
    with pytest.raises(ValueError, match="43 letters") as refused:
        EventCrypto(OWNER, TOKEN, key)
    assert not key or key not in str(refused.value)


def test_neither_token_nor_key_show_themselves(crypto):
    assert TOKEN not in repr(crypto)
    assert KEY not in repr(crypto)
