"""The page and files that help a phone to trust the desk: served in plain HTTP, before there is any trust."""

from __future__ import annotations

import json
import plistlib
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, cast

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from data.gateway.certificates import constraints_of, fingerprint

PAGE = "/ca"
CERTIFICATE = "/ca/anlan-ca.crt"
CERTIFICATE_TEXT = "/ca/anlan-ca.pem"
PROFILE = "/ca/anlan.mobileconfig"
STYLE = "/ca/trust.css"
_SAME = {"/ca/": PAGE, "/ca.crt": CERTIFICATE}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_BLOCK = re.compile(r"<!--if (not )?([a-z]+)-->(.*?)<!--end-->", re.DOTALL)
_PLACE = re.compile(r"\{\{([a-z]+)\}\}")
_OURS = uuid.UUID("5f0ae0c2-6a0f-5d1e-9a53-0a1d5b8f7c11")  # only has to be the same on every day


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answer depends on: the authority to install, the link to try afterwards, who asks."""

    authority: x509.Certificate
    desk_link: str
    user_agent: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """An answer, to be sent as it is."""

    body: bytes
    media: str
    headers: Mapping[str, str]


def serve(folder: Path, path: str, asked: Asked) -> Served | None:
    """Return the answer to GET `path`, None when nothing of this page lies there; `folder` holds its templates."""
    match _SAME.get(path, path):
        case "/ca":
            page = (folder / "index.html").read_text(encoding="utf-8")
            return _served(fill(page, values(asked), flags(asked)).encode(), "text/html; charset=utf-8")
        case "/ca/trust.css":
            return _served((folder / "trust.css").read_bytes(), "text/css; charset=utf-8")
        case "/ca/anlan-ca.crt":
            # the media type and name that open Android's own installer on old phones, its file picker on new ones
            return _served(ca_der(asked.authority), "application/x-x509-ca-cert", "anlan-ca.crt")
        case "/ca/anlan-ca.pem":
            return _served(ca_pem(asked.authority), "application/x-pem-file", "anlan-ca.pem")
        case "/ca/anlan.mobileconfig":
            words = cast("dict[str, str]", json.loads((folder / "profile.json").read_bytes()))
            return _served(mobileconfig(asked.authority, words), "application/x-apple-aspen-config")
        case _:
            return None


def ca_der(authority: x509.Certificate) -> bytes:
    """Return the certificate as phones install it."""
    return authority.public_bytes(Encoding.DER)


def ca_pem(authority: x509.Certificate) -> bytes:
    """Return the certificate as other programs read it."""
    return authority.public_bytes(Encoding.PEM)


def mobileconfig(authority: x509.Certificate, words: Mapping[str, str]) -> bytes:
    """Return the iOS profile that installs the authority; `words`: name, organisation, description.

    Its identifiers follow from the certificate, so that installing it twice leaves one profile on the phone.
    """
    digest = authority.fingerprint(hashes.SHA256()).hex()
    identifier = f"anlan.fieldlink.{digest[:16]}"
    inner: dict[str, Any] = {
        "PayloadType": "com.apple.security.root",
        "PayloadVersion": 1,
        "PayloadIdentifier": f"{identifier}.ca",
        "PayloadUUID": str(uuid.uuid5(_OURS, f"{digest} ca")).upper(),
        "PayloadDisplayName": _common_name(authority),
        "PayloadDescription": words["description"],
        "PayloadCertificateFileName": "anlan-ca.crt",
        "PayloadContent": ca_der(authority),
    }
    profile: dict[str, Any] = {
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": identifier,
        "PayloadUUID": str(uuid.uuid5(_OURS, digest)).upper(),
        "PayloadDisplayName": words["name"],
        "PayloadOrganization": words["organisation"],
        "PayloadDescription": words["description"],
        "PayloadRemovalDisallowed": False,
        "PayloadContent": [inner],
    }
    return plistlib.dumps(profile, fmt=plistlib.FMT_XML)


def values(asked: Asked) -> dict[str, str]:
    """Return what the page's places are filled with."""
    groups = fingerprint(asked.authority).split(" ")
    return {
        "fingerprint": "\n".join(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4)),
        "name": _common_name(asked.authority),
        "desk": asked.desk_link,
        "until": asked.authority.not_valid_after_utc.date().isoformat(),
    }


def flags(asked: Asked) -> frozenset[str]:
    """Return which blocks of the page are shown; an unknown phone sees the steps of both systems."""
    agent = asked.user_agent
    ios = re.search(r"iPhone|iPad|iPod", agent) is not None
    android = not ios and re.search(r"Android|HarmonyOS|OpenHarmony", agent) is not None
    inside = re.search(r"MicroMessenger|DingTalk|TaurusApp|AliApp|QQ/", agent) is not None
    foreign = ios and re.search(r"CriOS|FxiOS|EdgiOS|MQQBrowser|UCBrowser|baidu", agent, re.IGNORECASE) is not None
    shown = {
        "ios": ios or not android,
        "android": android or not ios,
        "unknown": not (ios or android),
        "inside": inside,
        "notsafari": foreign and not inside,
        "constrained": constraints_of(asked.authority) is not None,
    }
    return frozenset(name for name, on in shown.items() if on)


def fill(page: str, held: Mapping[str, str], shown: frozenset[str]) -> str:
    """Fill a template: `{{name}}` by an escaped value, `<!--if flag-->…<!--end-->` kept or dropped."""
    kept = _BLOCK.sub(lambda found: found[3] if (found[2] in shown) != bool(found[1]) else "", page)
    return _PLACE.sub(lambda found: escape(held[found[1]]), kept)


def _served(body: bytes, media: str, name: str = "") -> Served:
    extra = {"Content-Disposition": f'attachment; filename="{name}"'} if name else {}
    return Served(body, media, {**_HEADERS, **extra})


def _common_name(certificate: x509.Certificate) -> str:
    held = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(held[0].value) if held else certificate.subject.rfc4514_string()
