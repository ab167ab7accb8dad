"""Who speaks: the token in the cookie against the phones of the situation that was shown last."""

from __future__ import annotations

from collections.abc import Mapping

from data.gateway.enrol import hash_token, token_from_cookie
from data.gateway.wire import Refused
from data.model.field import Device
from data.model.steps import Realm

_Devices = Mapping[str, Device]
NOBODY: _Devices = {}


class Sessions:
    """Phones by the hash of their token. Belongs to the gateway's loop.

    A token is 256 random bits and only its hash is looked up, so the time of the look-up tells nothing of use.
    """

    def __init__(self) -> None:
        """Know nobody."""
        self.realm = Realm.LIVE
        self._devices: _Devices = NOBODY
        self._by_hash: dict[str, Device] = {}
        self._barred: set[str] = set()

    def learn(self, devices: _Devices, realm: Realm = Realm.LIVE) -> bool:
        """Take the phones of a new situation; whether they are others than before."""
        self.realm = realm
        if devices is self._devices:
            return False
        self._devices = devices
        self._by_hash = {one.token_hash: one for one in devices.values() if one.token_hash}
        self._barred = {device for device in self._barred if device in devices and devices[device].active}
        return True

    def bar(self, device: str) -> None:
        """Let a phone speak no more from now on, ahead of the step that says so."""
        self._barred.add(device)

    def knows(self, token_hash: str) -> bool:
        """Return whether a token is of a phone of the desk."""
        return token_hash in self._by_hash

    def device(self, device: str) -> Device | None:
        """Return a phone that may speak, by its id."""
        found = self._devices.get(device)
        return found if found is not None and self._may(found) else None

    def find(self, cookie: str) -> Device | None:
        """Return the phone that may speak with this Cookie header, None when there is none."""
        token = token_from_cookie(cookie, self.realm) if cookie else None
        found = None if token is None else self._by_hash.get(hash_token(token))
        return found if found is not None and self._may(found) else None

    def who(self, cookie: str) -> Device:
        """Return the phone that may speak with this Cookie header, or refuse; a revoked one is told to wipe."""
        token = token_from_cookie(cookie, self.realm) if cookie else None
        found = None if token is None else self._by_hash.get(hash_token(token))
        if found is None:
            raise Refused(401, "unknown_device")
        if not self._may(found):
            raise Refused(401, "revoked", wipe=True)
        return found

    def _may(self, device: Device) -> bool:
        return device.active and device.id not in self._barred
