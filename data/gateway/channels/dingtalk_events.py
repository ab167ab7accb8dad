"""Events that DingTalk posts to an address of ours (HTTP 回调): verify, open, answer.

Stream mode (dingtalk_stream) needs no public address and is the better way in for a desk; this is for a headquarters
that has one. AES-256-CBC with the key as its own vector, padded to 32 bytes; lengths count bytes, not characters.
A post may arrive twice: whoever takes the event drops repeats by its own id.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import cast

BLOCK_BYTES = 32
HEAD_BYTES = 20
BODY_LIMIT_BYTES = 1 << 20


class EventRefused(Exception):
    """A post that does not come from DingTalk, or not for us; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        """Keep the reason only: what was posted may be anything."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class EventCrypto:
    """Token, EncodingAESKey and owner as entered in the console.

    The owner is the app key of an in-house application, the corpId of an old registration, the suite key of a vendor.
    """

    owner: str
    token: str = field(repr=False)
    aes_key: str = field(repr=False)

    def __post_init__(self) -> None:
        """A key of the wrong length is a mistake in the settings and told at once, without showing the key."""
        if _key_of(self.aes_key) is None:
            raise ValueError("an EncodingAESKey has 43 letters and digits")

    def open(self, signature: str, timestamp: str, nonce: str, body: bytes) -> dict[str, object]:
        """Return the event of a post; EventRefused when signature, encryption, owner or form are wrong."""
        encrypted = _encrypted_of(body)
        expected = event_signature(self.token, timestamp, nonce, encrypted)
        if not hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace")):
            raise EventRefused("signature")
        message, owner = _parted(self._decrypted(encrypted))
        if not hmac.compare_digest(owner, self.owner.encode()):
            raise EventRefused("owner")
        try:
            event: object = json.loads(message)
        except (ValueError, RecursionError) as error:
            raise EventRefused("event") from error
        if not isinstance(event, dict):
            raise EventRefused("event")
        return cast("dict[str, object]", event)

    def answer(self, text: str = "success") -> dict[str, str]:
        """Return the JSON object that DingTalk expects within one and a half seconds, check_url included."""
        timestamp, nonce = str(time.time_ns() // 1_000_000), secrets.token_hex(8)
        encrypted = self.encrypt(text.encode())
        signed = event_signature(self.token, timestamp, nonce, encrypted)
        return {"msg_signature": signed, "timeStamp": timestamp, "nonce": nonce, "encrypt": encrypted}

    def encrypt(self, message: bytes, salt: bytes = b"") -> str:
        """Encrypt a message; `salt` are the sixteen bytes before it, drawn when not given."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        plain = (salt or secrets.token_bytes(16)) + len(message).to_bytes(4, "big") + message + self.owner.encode()
        gap = BLOCK_BYTES - len(plain) % BLOCK_BYTES
        key = self._key()
        encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
        done = encryptor.update(plain + bytes([gap]) * gap) + encryptor.finalize()
        return base64.b64encode(done).decode()

    def _decrypted(self, encrypted: str) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        try:
            sealed = base64.b64decode(encrypted, validate=True)
        except (binascii.Error, ValueError) as error:
            raise EventRefused("encryption") from error
        if not sealed or len(sealed) % 16:
            raise EventRefused("encryption")
        key = self._key()
        decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
        padded = decryptor.update(sealed) + decryptor.finalize()
        gap = padded[-1]
        if not 1 <= gap <= BLOCK_BYTES or len(padded) < gap or padded[-gap:] != bytes([gap]) * gap:
            raise EventRefused("encryption")
        return padded[:-gap]

    def _key(self) -> bytes:
        key = _key_of(self.aes_key)
        if key is None:
            raise ValueError("an EncodingAESKey has 43 letters and digits")
        return key


def event_signature(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """Return the signature of a post: SHA-1 over the four parts in sorted order, as DingTalk lays down."""
    joined = "".join(sorted((token, timestamp, nonce, encrypted)))
    return hashlib.sha1(joined.encode("utf-8", "replace")).hexdigest()


def _key_of(aes_key: str) -> bytes | None:
    if len(aes_key) != 43:
        return None
    try:
        key = base64.b64decode(aes_key + "=", validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == 32 else None


def _encrypted_of(body: bytes) -> str:
    if len(body) > BODY_LIMIT_BYTES:
        raise EventRefused("too_long")
    try:
        posted: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise EventRefused("body") from error
    encrypted = cast("dict[str, object]", posted).get("encrypt") if isinstance(posted, dict) else None
    if not isinstance(encrypted, str):
        raise EventRefused("body")
    return encrypted


def _parted(plain: bytes) -> tuple[bytes, bytes]:
    """Part sixteen random bytes, the length, the message and the owner."""
    if len(plain) < HEAD_BYTES:
        raise EventRefused("encryption")
    end = HEAD_BYTES + int.from_bytes(plain[16:HEAD_BYTES], "big")
    if end > len(plain):
        raise EventRefused("encryption")
    return plain[HEAD_BYTES:end], plain[end:]
