"""Leaving: a person signs his own phone off, and nobody else's."""

from __future__ import annotations

from data.gateway.ports import PhoneLeft
from tests.data.gateway.linked import House, cookie, phone, run


def test_a_person_may_sign_his_own_phone_off(tmp_path):
    device, token = phone()
    other, others = phone("phone-2")
    house = House(tmp_path, device, other)

    async def go():
        async with house.client(token) as client:
            gone = await client.post("/api/leave", json={})
            assert gone.json() == {"wipe": True}
            assert "Max-Age=0" in gone.headers["set-cookie"]
            after = await client.get("/api/me", headers=cookie(token))
            still = await client.get("/api/me", headers=cookie(others))
        assert after.json() == {"error": "revoked", "wipe": True}
        assert still.status_code == 200
        assert PhoneLeft(device.id) in house.memory.events

    run(go())
