"""The calls under /api, without a socket."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from immutables import Map

import data.gateway.api as api_module
from data.gateway.enrol import COOKIE, Stage
from data.gateway.ports import EnrolmentAsked
from data.model.dispatch import Report
from data.model.field import Attachment, Device, PhoneRole
from data.model.people import Staff
from data.model.situation import Situation
from tests.data.gateway.linked import House, cookie, message, phone, run, said, situation
from tests.data.gateway.pictures import jpeg


@pytest.fixture
def held(tmp_path):
    device, token = phone()
    return House(tmp_path, device), device, token


def test_a_message_is_answered_201_when_it_is_on_disk_and_200_when_it_was(held):
    house, device, token = held

    async def go():
        sent = message()
        async with house.client(token) as client:
            first = await client.post("/api/send", json=sent)
            again = await client.post("/api/send", json=sent)
        assert (first.status_code, again.status_code) == (201, 200)
        assert list(house.memory.kept) == [(device.id, sent["client"])]

    run(go())


def test_what_another_gateway_kept_before_a_crash_is_answered_200(held, tmp_path):
    house, device, token = held
    sent = message()

    async def go():
        async with house.client(token) as client:
            assert (await client.post("/api/send", json=sent)).status_code == 201
        after = House(tmp_path, device)
        after.memory.kept = house.memory.kept
        async with after.client(token) as client:
            assert (await client.post("/api/send", json=sent)).status_code == 200

    run(go())


def test_what_was_kept_before_a_restart_is_200_also_when_it_would_not_be_let_in_any_more(held):
    house, device, token = held
    sent = message("report", {"category": "E2", "kind": "裂缝", "photos": ["ab" * 32]})  # its file is not here

    async def go():
        async with house.client(token) as client:
            assert (await client.post("/api/send", json=sent)).status_code == 409
            house.memory.kept[device.id, sent["client"]] = object()
            assert (await client.post("/api/send", json=sent)).status_code == 200

    run(go())


def test_a_message_that_is_kept_too_late_is_503_first_and_200_when_it_comes_again(held, monkeypatch):
    house, _, token = held
    monkeypatch.setattr(api_module, "KEPT_WITHIN_S", 0.05)
    house.memory.mood = "late"

    async def go():
        sent = message()
        async with house.client(token) as client:
            late = await client.post("/api/send", json=sent)
            assert (late.status_code, said(late)) == (503, "not_kept")
            assert "retry-after" in late.headers
            assert not house.memory.kept
            house.memory.finish()  # nobody waits for it any more, but it is not cancelled
            house.memory.mood = "done"
            assert (await client.post("/api/send", json=sent)).status_code == 200
        assert len(house.memory.kept) == 1

    run(go())


@pytest.mark.parametrize("mood", ["fails", "raises"])
def test_trouble_of_the_store_is_503_without_a_word_of_it(held, mood, caplog):
    house, _, token = held
    house.memory.mood = mood

    async def go():
        async with house.client(token) as client:
            answer = await client.post("/api/send", json=message())
            assert answer.status_code == 503
            assert answer.json() == {"error": "not_kept"}
            house.memory.mood = "done"
            assert (await client.post("/api/send", json=message())).status_code == 201

    run(go())
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"", 400, "bad_request"),
        (b"[]", 400, "bad_request"),
        (b"\xff\xfe", 400, "bad_request"),
        (b"[" * 100_000, 400, "bad_request"),
        (message(client="not-a-uuid"), 400, "bad_request"),
        ({**message(), "at": "2020-08-20T08:00:00"}, 400, "bad_request"),
        ({**message(), "at": 5}, 400, "bad_request"),
        (message("drop_table"), 400, "unknown_kind"),
        (message("report", {"category": "E12", "kind": "渗水"}), 400, "bad_request"),
        (message("note", {"text": "x", "deep": [[[[[[[[[[1]]]]]]]]]]}), 400, "bad_request"),
        (message("pictures", {"about": "reports/R1", "photos": ["0" * 64]}), 409, "no_such_file"),
    ],
)
def test_what_cannot_be_taken_is_told_by_a_code_and_not_kept(held, sent, status, code):
    house, _, token = held

    async def go():
        async with house.client(token) as client:
            body = {"content": sent} if isinstance(sent, bytes) else {"json": sent}
            answer = await client.post("/api/send", **body)
            assert (answer.status_code, said(answer)) == (status, code)

    run(go())
    assert not house.memory.kept


def test_a_phone_whose_clock_is_of_another_century_still_reports(held):
    house, _, token = held

    async def go():
        async with house.client(token) as client:
            for year in (1, 1970, 9999):
                answer = await client.post("/api/send", json=message(at=datetime(year, 1, 1, tzinfo=UTC)))
                assert answer.status_code == 201

    run(go())
    assert all(abs(one.at - one.received_at) < timedelta(seconds=5) for one in house.memory.kept.values())


def test_an_observer_may_not_report(tmp_path):
    device, token = phone(role=PhoneRole.OBSERVER)
    house = House(tmp_path, device)

    async def go():
        async with house.client(token) as client:
            answer = await client.post("/api/send", json=message("report", {"category": "E1", "kind": "渗水"}))
            assert answer.status_code == 403

    run(go())


def test_a_stranger_is_401_and_a_revoked_phone_is_told_to_wipe(tmp_path):
    device, token = phone(revoked_at=datetime(2020, 8, 21, tzinfo=UTC))
    house = House(tmp_path, device)

    async def go():
        for call in ("/api/me", "/api/mine", f"/api/file/{'0' * 64}"):
            async with house.client(token) as client:
                answer = await client.get(call)
                assert (answer.status_code, answer.json()) == (401, {"error": "revoked", "wipe": True})
            async with house.client() as client:
                answer = await client.get(call)
                assert (answer.status_code, answer.json()) == (401, {"error": "unknown_device"})

    run(go())


def test_the_own_list_is_sent_once_and_again_only_when_it_changed(held):
    house, device, token = held

    async def go():
        async with house.client(token) as client:
            first = await client.get("/api/mine")
            same = await client.get("/api/mine", headers={"if-none-match": first.headers["etag"]})
            house.shown.now = situation(device, seq=5, standing=first and house.shown.now.standing)
            house.shown.now = Situation(devices=house.shown.now.devices, reports=Map({"R1": _report()}))
            changed = await client.get("/api/mine", headers={"if-none-match": first.headers["etag"]})
        assert (first.status_code, same.status_code, changed.status_code) == (200, 304, 200)
        assert first.json()["person"]["id"] == "P001"
        assert first.json()["speed"] == 10.0
        assert [one["id"] for one in changed.json()["reports"]] == ["R1"]
        assert same.content == b""

    run(go())


def test_me_names_person_role_and_realm(tmp_path):
    device, token = phone()
    house = House(tmp_path, device)
    registers = house.shown.now.registers
    row = Staff("P001", "周明远", "R06", "网格员", "专兼职")
    house.shown.now = Situation(devices=house.shown.now.devices, registers=_with_staff(registers, row))

    async def go():
        async with house.client(token) as client:
            assert (await client.get("/api/me")).json() == {
                "device": "phone-1", "person": "P001", "name": "周明远", "role": "grid_worker", "realm": "live",
                "wipe": False,
            }  # fmt: skip

    run(go())


def test_a_phone_is_let_in_by_code_number_and_confirmation_and_gets_its_cookie_once(tmp_path):
    house = House(tmp_path)

    async def go():
        _, code = house.invitations.invite("P001", "grid_worker", "op")
        async with house.client() as client:
            asked = await client.post("/api/enrol", json={"code": code, "name": "红米"})
            assert asked.status_code == 202
            event = house.memory.wait_for(EnrolmentAsked)
            assert (event.number, event.person, event.name) == (asked.json()["number"], "P001", "红米")
            where = f"/api/enrol/{asked.json()['pending']}"
            assert (await client.get(where)).status_code == 202
            invitation, token_hash = house.invitations.confirm(event.pending)
            assert (await client.get(where)).status_code == 202  # not before the desk has written it down
            device = Device("phone-9", "P001", PhoneRole.GRID_WORKER, "红米", token_hash, datetime.now(UTC))
            house.show(device)
            house.invitations.release(invitation.id)
            done = await client.get(where)
            assert (done.status_code, done.json()) == (200, {"device": "phone-9"})
            cookie = done.headers["set-cookie"]
            assert cookie.startswith(f"{COOKIE}=")
            assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
            token = cookie.partition(";")[0].partition("=")[2]
        async with house.client(token) as client:
            assert (await client.get("/api/me")).status_code == 200
        async with house.client() as client:
            gone = await client.get(where)
            assert (gone.status_code, said(gone)) == (410, "gone")  # it was used: nobody gets it a second time

    run(go())


def test_a_refused_phone_and_a_wrong_code_are_told_so(tmp_path):
    house = House(tmp_path)

    async def go():
        _, code = house.invitations.invite("P001", "grid_worker", "op")
        async with house.client() as client:
            asked = await client.post("/api/enrol", json={"code": code, "name": "红米"})
            house.invitations.refuse(house.memory.wait_for(EnrolmentAsked).pending)
            assert (await client.get(f"/api/enrol/{asked.json()['pending']}")).status_code == 410
            assert (await client.post("/api/enrol", json={"code": code, "name": "红米"})).status_code == 410
            statuses = {(await client.post("/api/enrol", json={"code": f"wrong{n}"})).status_code for n in range(8)}
            assert statuses == {404, 429}
            assert (await client.get("/api/enrol/nothing")).status_code == 410
        assert all(one.stage is not Stage.CONFIRMED for one in house.invitations.listed())

    run(go())


def test_a_photo_is_cleaned_kept_and_given_back_to_who_sent_it_only(tmp_path):
    (mine, my_token), (other, other_token) = phone("phone-1", "P001"), phone("phone-2", "P002")
    house = House(tmp_path, mine, other)

    async def go():
        headers = {"content-type": "image/jpeg", "x-client": str(uuid4())}
        async with house.client(my_token) as client:
            first = await client.post("/api/file", content=jpeg(place=(113.68, 34.91)), headers=headers)
            again = await client.post("/api/file", content=jpeg(place=(113.68, 34.91)), headers=headers)
            assert (first.status_code, again.status_code) == (201, 200)
            assert first.json() == again.json()
            assert (first.json()["lon"], first.json()["lat"]) == (113.68, 34.91)
            where = f"/api/file/{first.json()['digest']}"
            shown = await client.get(where)
            assert shown.headers["content-type"] == "image/jpeg"
            assert shown.headers["x-content-type-options"] == "nosniff"
            assert shown.headers["content-disposition"].startswith("inline; filename=")
            assert b"Exif" not in shown.content
        async with house.client(other_token) as client:
            assert (await client.get(where)).status_code == 404
        house.shown.now = Situation(
            devices=house.shown.now.devices, reports=Map({"R1": _report("P002", first.json()["digest"])})
        )
        async with house.client(other_token) as client:
            assert (await client.get(where)).status_code == 200  # it is part of what he reported

    run(go())


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "image/gif", "x-client": str(uuid4())}, 415),
        ({"content-type": "text/html", "x-client": str(uuid4())}, 415),
        ({"content-type": "image/jpeg", "x-client": "../../etc/passwd"}, 400),
        ({"content-type": "image/jpeg"}, 400),
        ({"content-type": "video/mp4", "x-client": str(uuid4())}, 415),
        ({"content-type": "image/png", "x-client": str(uuid4())}, 415),
    ],
)
def test_a_file_of_a_wrong_kind_is_refused(held, headers, status):
    house, _, token = held

    async def go():
        async with house.client(token) as client:
            assert (await client.post("/api/file", content=b"GIF89a....", headers=headers)).status_code == status

    run(go())
    assert not list(house.memory.folder.iterdir())


def test_no_more_files_at_a_time_than_memory_has_room_for(held):
    house, _, token = held

    async def go():
        async with house.client(token) as client:

            async def one():
                headers = {"content-type": "image/jpeg", "x-client": str(uuid4())}
                return (await client.post("/api/file", content=jpeg(), headers=headers)).status_code

            statuses = await asyncio.gather(*(one() for _ in range(6)))
        assert sorted(statuses) == [201, 201, 429, 429, 429, 429]

    run(go())


def test_positions_are_kept_on_duty_only(tmp_path):
    device, token = phone()
    house = House(tmp_path, device)
    points = {"points": [{"at": datetime.now(UTC).isoformat(), "lon": 113.6, "lat": 34.9, "accuracy_m": 8}]}

    async def go():
        async with house.client(token) as client:
            assert (await client.post("/api/positions", json=points)).status_code == 204
            assert [(one.person, one.device) for one in house.memory.positions] == [("P001", "phone-1")]
            row = Staff("P001", "周明远", "R06", "网格员", "专兼职", on_duty=False)
            registers = _with_staff(house.shown.now.registers, row)
            house.shown.now = Situation(devices=house.shown.now.devices, registers=registers)
            assert (await client.post("/api/positions", json=points)).status_code == 403
            many = {"points": points["points"] * 501}
            assert (await client.post("/api/positions", json=many)).status_code == 400
            far = {"points": [{**points["points"][0], "lon": 181}]}
            assert (await client.post("/api/positions", json=far)).status_code == 400
        assert len(house.memory.positions) == 1

    run(go())


def test_a_method_that_is_none_of_the_path_is_refused_and_head_is_get(held):
    house, _, token = held

    async def go():
        async with house.client(token) as client:
            assert (await client.delete("/api/me")).status_code == 405
            assert (await client.head("/api/me")).status_code == 200
            assert (await client.get("/api/nothing")).json() == {"error": "not_found"}

    run(go())


def test_a_phone_shows_its_cookie_only_once_in_a_request(held):
    house, _, token = held

    async def go():
        async with house.client() as client:
            twice = cookie(token)["cookie"] + "; " + cookie("A" * 43)["cookie"]
            assert (await client.get("/api/me", headers={"cookie": twice})).status_code == 401

    run(go())


def _report(by="P001", digest="1" * 64):
    at = datetime(2020, 8, 20, 8, tzinfo=UTC)
    return Report("R1", at, "E1", "渗水", "背河渗水", by, photos=(Attachment(digest, "image/jpeg", 10),))


def _with_staff(registers, *rows):
    from dataclasses import replace

    from data.model.register import Register

    return replace(registers, staff=Register("staff", rows))
