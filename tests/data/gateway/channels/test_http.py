"""HTTP as the channels speak it: whatever the other side does comes back as a value, and nothing is logged."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from data.gateway.channels.http import (
    MAX_RETRY_S,
    RETRY_S,
    Answer,
    Trouble,
    Wire,
    address_trouble,
    retry_after,
    status_trouble,
)
from tests.data.gateway.channels.fake_messenger import Asked, Reply, serving


def echo(asked: Asked) -> Reply:
    return Reply({"method": asked.method, "query": asked.query, "body": asked.body.decode()})


def called(reply: Reply, timeout_s: float = 1.0, cap_bytes: int = 1 << 20) -> tuple[Answer, int]:
    with serving(echo) as server, Wire(server.url, timeout_s, cap_bytes=cap_bytes) as wire:
        server.planned.append(reply)
        return wire.post_json("/a", {"x": 1}), server.count


def test_a_good_answer_is_read_as_an_object():
    answer, count = called(Reply({"errcode": 0}))
    assert (answer.told(), answer.status, count) == ({"errcode": 0}, 200, 1)


def test_a_slow_answer_is_a_time_out_worth_another_try():
    answer, _ = called(Reply({"errcode": 0}, delay_s=5), timeout_s=0.2)
    assert answer.told() == Trouble("timeout", RETRY_S)


def test_half_an_answer_is_no_answer():
    answer, _ = called(Reply({"errcode": 0}, cut=True))
    assert answer.told() == Trouble("cut", RETRY_S)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_closes_the_case(status):
    with serving(echo) as other, serving(echo) as server, Wire(server.url) as wire:
        server.planned.append(Reply(status=status, headers={"Location": other.url + "/elsewhere"}))
        assert wire.get("/a", {"access_token": "t"}).told() == Trouble("redirect")
        assert (server.count, other.count) == (1, 0)


def test_too_many_requests_waits_as_long_as_the_server_asks():
    answer, _ = called(Reply(status=429, headers={"Retry-After": "77"}))
    assert answer.told() == Trouble("busy", 77.0)


def test_a_broken_server_is_tried_again_and_a_refusal_is_not():
    assert status_trouble(500, 12.0) == Trouble("http_500", 12.0)
    assert status_trouble(503, 12.0) == Trouble("http_503", 12.0)
    assert status_trouble(408, 12.0) == Trouble("http_408", 12.0)
    assert status_trouble(403) == Trouble("http_403")
    assert status_trouble(204) is None


@pytest.mark.parametrize(
    "body", [b"", b"<html>sign in</html>", b"[1,2]", b"null", b"\xff\xfe", b"[" * 100_000, b"9" * 10_000, b'{"a":']
)
def test_an_answer_that_is_no_object_is_told_apart_without_an_error(body):
    answer, _ = called(Reply(body))
    assert (answer.json(), answer.told()) == ({}, Trouble("bad_answer", RETRY_S))


def test_an_answer_without_end_is_cut_off():
    answer, _ = called(Reply(b"x" * 5000), cap_bytes=1000)
    assert answer.told() == Trouble("answer_too_long")


def test_a_server_that_is_not_there_is_worth_another_try():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with Wire(f"http://127.0.0.1:{port}") as wire:
        assert wire.get("/").told() == Trouble("connect", RETRY_S)


def test_a_server_that_speaks_no_tls_is_not_spoken_to():
    with serving(echo) as server, Wire(server.url.replace("http:", "https:"), 2.0) as wire:
        assert wire.get("/").told() == Trouble("tls")
        assert server.count == 0


@pytest.fixture
def shown(tmp_path):
    """A server's own certificate, for 127.0.0.1, and the side that shows it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "desk")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "server.pem"
    hidden = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(certificate.public_bytes(Encoding.PEM) + hidden)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, file


def test_a_certificate_of_nobody_is_refused_before_anything_is_said(shown):
    context, _ = shown
    with serving(echo, context) as server, Wire(server.url, 2.0) as wire:
        assert wire.get("/", {"access_token": "t"}).told() == Trouble("tls")
        assert server.count == 0


def test_a_certificate_that_the_settings_trust_is_taken_but_only_for_its_name(shown):
    context, file = shown
    with serving(echo, context) as server:
        with Wire(server.url, 2.0, ca_file=str(file)) as wire:
            assert wire.get("/a").trouble is None
        with Wire(server.url.replace("127.0.0.1", "localhost"), 2.0, ca_file=str(file)) as wire:
            assert wire.get("/a").told() == Trouble("tls")
        assert server.count == 1


def test_a_server_that_drips_its_answer_is_left():
    stop = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        line, _ = listener.accept()
        with line:
            line.recv(4096)
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            while not stop.wait(0.05):
                try:
                    line.sendall(b" ")
                except OSError:
                    return

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        with Wire(f"http://127.0.0.1:{listener.getsockname()[1]}", 0.3) as wire:
            assert wire.get("/").told() == Trouble("timeout", RETRY_S)
    finally:
        stop.set()
        thread.join()
        listener.close()


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("http://oapi.example.invalid", "no_tls"),
        ("ftp://127.0.0.1", "address"),
        ("https://", "address"),
        ("", "address"),
        ("https://user:pw@host.invalid", "address"),
        ("https://host.invalid:99999", "address"),
        ("https://host.invalid/?token=1", "address"),
        ("http://localhost.evil.invalid", "no_tls"),
        ("http://127.0.0.1.evil.invalid", "no_tls"),
    ],
)
def test_only_tls_leaves_this_machine(address, detail):
    assert address_trouble(address) == Trouble(detail)
    with Wire(address) as wire:
        assert wire.get("/").told() == Trouble(detail)


def test_a_plain_line_has_to_be_asked_for():
    assert address_trouble("http://gateway.invalid", plain=True) is None


def test_a_missing_authority_file_is_told_and_not_raised(tmp_path):
    with Wire("https://127.0.0.1", ca_file=str(tmp_path / "none.pem")) as wire:
        assert wire.get("/").told() == Trouble("ca_file")


def test_a_header_that_cannot_be_written_is_told_and_not_raised():
    with Wire("https://127.0.0.1") as wire:
        assert wire.get("/", headers={"apiKey": "钥匙"}).told() == Trouble("address")
        assert wire.get("/", headers={"apiKey": "a\r\nb: c"}).trouble is not None


def test_a_proxy_of_the_surroundings_is_not_used(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with serving(echo) as server, Wire(server.url) as wire:
        assert wire.get("/a").trouble is None


def test_nothing_of_a_call_is_logged_even_when_everything_is(caplog):
    with caplog.at_level(logging.DEBUG), serving(echo) as server, Wire(server.url) as wire:
        wire.get("/robot/send", {"access_token": "tok-s3cret", "sign": "sig-s3cret"}, {"apiKey": "key-s3cret"})
        wire.post_json("/x", {"appSecret": "app-s3cret"})
    assert "s3cret" not in caplog.text


@settings(max_examples=40)
@given(st.dictionaries(st.text(min_size=1), st.text(), min_size=1, max_size=3))
def test_every_parameter_arrives_as_it_was_given(params):
    def whole(text: str) -> str:
        return text.encode("utf-8", "replace").decode()

    with serving(echo) as server, Wire(server.url) as wire:
        assert wire.get("/a", params).told()["query"] == {whole(key): whole(value) for key, value in params.items()}


@given(st.text(max_size=40))
def test_any_retry_after_becomes_a_sane_wait(header):
    assert 1.0 <= retry_after(header) <= MAX_RETRY_S


def test_a_retry_after_may_be_a_date():
    now = datetime(2026, 7, 19, 6, 0, tzinfo=UTC)
    assert retry_after("Sun, 19 Jul 2026 06:02:00 GMT", now) == 120.0
    assert retry_after("Sun, 19 Jul 2026 05:00:00 GMT", now) == 1.0
    assert retry_after(f"{(now + timedelta(days=2)):%a, %d %b %Y %H:%M:%S} -0000", now) == MAX_RETRY_S


@given(st.binary(max_size=200))
def test_reading_any_body_never_raises(body):
    assert isinstance(Answer(200, body).json(), dict)
