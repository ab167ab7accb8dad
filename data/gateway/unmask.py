"""Replaces the mDNS names behind which browsers hide their address in ICE candidates by the address the gateway saw.

A desk's web engine never tells its LAN address, and a phone tells its own only after it may use the microphone: both
give `<uuid>.local` instead. Resolving that needs multicast, which many access points do not pass on. The gateway sits
on the desk and sees both ends of the line, so it knows what the names stand for.
"""

from __future__ import annotations

import ipaddress
import re

_MASKED = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\.local(?![\w.-])")
_CANDIDATE_LINE = "a=candidate:"


def unmask_candidate(candidate: str, address: str) -> str:
    """Return the candidate with the address in place of an mDNS name; unchanged when the address is none."""
    plain = _plain(address)
    return _MASKED.sub(plain, candidate) if plain else candidate


def unmask_sdp(sdp: str, address: str) -> str:
    """Return the session description with the address in the candidates that it carries."""
    plain = _plain(address)
    if not plain or ".local" not in sdp:
        return sdp
    lines = sdp.split("\n")
    return "\n".join(_MASKED.sub(plain, line) if line.startswith(_CANDIDATE_LINE) else line for line in lines)


def _plain(address: str) -> str:
    """Return an address as a candidate can carry it: no zone, IPv4 not wrapped in IPv6; "" when it is none."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return "" if found.is_unspecified else str(found)
