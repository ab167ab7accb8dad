"""The gateway as a whole: it starts, listens where it is told to, goes on in trouble, and leaves nothing behind."""

from __future__ import annotations

import socket
import threading
import time
from datetime import UTC, datetime
from uuid import uuid4

import httpx
import pytest
from cryptography import x509

from data.gateway.enrol import EnrolTrouble
from data.gateway.links import Ports
from data.gateway.ports import EnrolmentAsked, LinkOpened, LinkTrouble
from data.gateway.server import Gateway, Options
from data.model.field import PhoneRole
from tests.data.gateway.linked import (
    TRUST_FOLDER,
    Memory,
    cookie,
    listening,
    message,
    phone,
    port_of,
    situation,
    trusting,
    until,
)
from tests.data.gateway.pictures import jpeg


def client(folder, opened, token=""):
    headers = {"origin": opened.phones, **(cookie(token) if token else {})}
    return httpx.Client(base_url=opened.phones, verify=trusting(folder), headers=headers, timeout=20)


def test_it_listens_on_loopback_until_somebody_opens_an_interface(tmp_path):
    device, token = phone()
    with listening(tmp_path, device) as (_, _memory, opened):
        assert opened.phones.startswith("https://127.0.0.1:")
        assert opened.trust.startswith("http://127.0.0.1:")
        assert opened.desk.startswith("http://127.0.0.1:")
        assert opened.fingerprint
        with client(tmp_path, opened, token) as asking:
            assert asking.get("/api/me").json()["device"] == "phone-1"
            assert asking.post("/api/send", json=message()).status_code == 201
            assert "server" not in asking.get("/api/me").headers
    assert "field-gateway" not in {thread.name for thread in threading.enumerate()}


def test_phones_that_do_not_trust_us_find_help_and_nothing_else(tmp_path):
    with listening(tmp_path) as (_, _memory, opened):
        asking = httpx.Client(base_url=opened.trust)
        with asking:
            assert "<html" in asking.get("/ca").text
            assert asking.get("/").status_code == 200
            found = x509.load_der_x509_certificate(asking.get("/ca.crt").content)
            assert found == x509.load_pem_x509_certificate((tmp_path / "certificates" / "ca.pem").read_bytes())
            assert asking.get("/ca/anlan.mobileconfig").headers["content-type"].startswith("application/x-apple-aspen")
            for elsewhere in ("/api/me", "/ca/../../etc/passwd", "/ca.pem", "/leaf.pem"):
                assert asking.get(elsewhere).status_code == 404
            assert asking.post("/ca").status_code == 403
            assert asking.get("/ca", headers={"host": "evil.example"}).status_code == 421


def test_a_phone_is_let_in_from_code_to_first_message(tmp_path):
    with listening(tmp_path) as (gateway, memory, opened):
        _, code = gateway.invite("P001", PhoneRole.GRID_WORKER, "op")
        with client(tmp_path, opened) as asking:
            asked = asking.post("/api/enrol", json={"code": code, "name": "红米"}).json()
            event = memory.wait_for(EnrolmentAsked)
            assert event.number == asked["number"]
            where = f"/api/enrol/{asked['pending']}"
            device = gateway.confirm(event.pending)
            assert asking.get(where).status_code == 202
            gateway.show(situation(device))
            until(lambda: asking.get(where).status_code == 200)
            # the cookie jar has it now
            assert asking.get("/api/me").json()["device"] == device.id
            assert asking.post("/api/send", json=message()).status_code == 201
        with pytest.raises(EnrolTrouble):
            gateway.confirm(event.pending)


def test_it_starts_and_stops_many_times_in_one_process(tmp_path):
    for _ in range(3):
        with listening(tmp_path) as (_gateway, _memory, opened):
            assert opened.phones


def test_starting_twice_is_our_own_mistake_and_stopping_before_the_start_is_none(tmp_path):
    memory = Memory(tmp_path / "files")
    gateway = Gateway(
        memory.ports(), Options(certificates=tmp_path / "c", trust_folder=TRUST_FOLDER, ports=Ports(0, 0, 0))
    )
    assert gateway.stop()
    gateway.show(situation())
    with pytest.raises(RuntimeError):
        gateway.open("127.0.0.1").result(1)
    assert gateway.start(20)
    with pytest.raises(RuntimeError):
        gateway.start()
    assert gateway.stop()
    assert gateway.stop()


def test_a_taken_port_is_told_and_phones_are_served_once_it_is_free(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        memory = Memory(tmp_path / "files")
        made = Options(
            certificates=tmp_path / "certificates", trust_folder=TRUST_FOLDER, ports=Ports(port, 0, 0), watch_s=0.1
        )
        gateway = Gateway(memory.ports(), made)
        assert gateway.start(20)
        try:
            trouble = memory.wait_for(LinkTrouble)
            assert (trouble.code, trouble.detail) == ("port_busy", f"127.0.0.1:{port}")
            opened = memory.wait_for(LinkOpened)
            assert not opened.phones
            assert opened.desk
            taken.close()
            opened = memory.wait_for(LinkOpened, lambda one: bool(one.phones))
            assert memory.wait_for(LinkTrouble, lambda one: not one.code)
            with client(tmp_path, opened) as asking:
                assert asking.get("/api/me").status_code == 401
        finally:
            assert gateway.stop()


def test_an_address_that_is_not_ours_is_told_and_the_way_back_is_open(tmp_path):
    with listening(tmp_path) as (gateway, memory, before):
        opened = gateway.open("10.255.255.254").result(10)
        assert not opened.phones
        assert opened.desk == before.desk
        assert memory.wait_for(LinkTrouble).code == "address_gone"
        back = gateway.close_interface().result(10)
        assert back.phones
        with client(tmp_path, back) as asking:
            assert asking.get("/api/me").status_code == 401


def test_another_address_gets_its_own_certificate_and_the_old_one_is_closed(tmp_path):
    with listening(tmp_path) as (gateway, _, before):
        opened = gateway.open("127.0.0.2").result(10)
        assert opened.phones.startswith("https://127.0.0.2:")
        assert opened.fingerprint == before.fingerprint
        with client(tmp_path, opened) as asking:
            assert asking.get("/api/me").status_code == 401
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port_of(before.phones)), 2)
        assert gateway.swap_certificate().result(10) == opened


def test_certificates_that_cannot_be_written_leave_the_desk_its_own_page(tmp_path):
    blocked = tmp_path / "certificates"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    memory = Memory(tmp_path / "files")
    gateway = Gateway(memory.ports(), Options(certificates=blocked, trust_folder=TRUST_FOLDER, ports=Ports(0, 0, 0)))
    assert gateway.start(20)
    try:
        assert memory.wait_for(LinkTrouble).code in {"cannot_read", "cannot_write"}
        opened = memory.wait_for(LinkOpened)
        assert (opened.phones, opened.trust) == ("", "")
        assert opened.desk
    finally:
        assert gateway.stop()


def test_showing_is_cheap_for_the_thread_that_shows(tmp_path):
    device, _ = phone()
    with listening(tmp_path, device) as (gateway, _memory, _opened):
        now = situation(device)
        began = time.perf_counter()
        for _ in range(10_000):
            gateway.show(now)
        assert (time.perf_counter() - began) / 10_000 < 50e-6


def test_pages_are_served_while_pictures_are_decoded(tmp_path):
    device, token = phone()
    picture = jpeg(size=(4000, 3000))
    with listening(tmp_path, device) as (_gateway, memory, opened), client(tmp_path, opened, token) as asking:
        headers = {"content-type": "image/jpeg", "x-client": str(uuid4())}
        done = []
        sending = threading.Thread(
            target=lambda: done.append(asking.post("/api/file", content=picture, headers=headers).status_code)
        )
        sending.start()
        slowest = 0.0
        while sending.is_alive():
            began = time.perf_counter()
            assert asking.get("/api/me").status_code == 200
            slowest = max(slowest, time.perf_counter() - began)
        sending.join()
        assert done == [201]
        assert slowest < 2
        assert len(list(memory.folder.iterdir())) == 1


def test_the_phone_that_is_confirmed_is_named_by_a_fresh_id(tmp_path):
    with listening(tmp_path) as (gateway, memory, opened):
        ids = set()
        for person in ("P001", "P002"):
            _, code = gateway.invite(person, PhoneRole.OBSERVER, "op")
            with client(tmp_path, opened) as asking:
                asking.post("/api/enrol", json={"code": code, "name": "a\u202eb\n"})
            event = memory.wait_for(EnrolmentAsked, lambda one, person=person: one.person == person)
            assert event.name == "ab"
            device = gateway.confirm(event.pending)
            assert (device.person, device.role, device.by) == (person, PhoneRole.OBSERVER, "op")
            assert device.enrolled_at == datetime(2020, 8, 20, 8, tzinfo=UTC)
            ids.add(device.id)
        assert len(ids) == 2
        assert len(gateway.invitations()) == 2
        assert isinstance(gateway.addresses(), tuple)
