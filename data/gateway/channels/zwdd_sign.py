"""The gateway signature of 政务钉钉: HMAC-SHA256 over method, time, nonce, path and the sorted raw parameters."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime

from data.gateway.channels.messenger import BEIJING

VERSION = "1.0"


def signed_headers(
    app_key: str, secret: str, method: str, path: str, form: Mapping[str, str], *, ip: str, mac: str
) -> dict[str, str]:
    """Return the headers of one call; every call has its own time and nonce."""
    at = datetime.now(BEIJING)
    timestamp = at.isoformat(timespec="milliseconds")
    nonce = f"{int(at.timestamp() * 1000)}{1000 + secrets.randbelow(9000)}"
    return {
        "X-Hmac-Auth-Timestamp": timestamp,
        "X-Hmac-Auth-Version": VERSION,
        "X-Hmac-Auth-Nonce": nonce,
        "X-Hmac-Auth-IP": ip,
        "X-Hmac-Auth-MAC": mac,
        "apiKey": app_key,
        "X-Hmac-Auth-Signature": gateway_signature(secret, method, timestamp, nonce, path, form),
    }


def gateway_signature(secret: str, method: str, timestamp: str, nonce: str, path: str, form: Mapping[str, str]) -> str:
    """Return the signature. Parameters are signed as they are, not percent-encoded, sorted as `name=value`."""
    parts = [method, timestamp, nonce, path]
    if form:
        parts.append("&".join(sorted(f"{name}={value}" for name, value in form.items())))
    digest = hmac.new(secret.encode(), "\n".join(parts).encode("utf-8", "replace"), hashlib.sha256).digest()
    return base64.b64encode(digest).decode()
