"""Telemetry addresses of stations: 6.2.3.2, tables 13 and 14."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from data.feeds.sl651.crc import crc16

_COUNTY: Final = "410108"  # 惠济区, GB/T 2260
_STATIONS: Final = 60000  # numbers of stations within a county; relays have higher ones


def shown(address: str) -> str:
    """Return an address as a centre writes it: a hydrological one as its code, another one as county and number."""
    if address.startswith("00"):
        return address[2:]
    return f"{address[:6]}{int(address[6:], 16):05d}"


def addresses(stations: Iterable[str]) -> Mapping[str, str]:
    """Give every station code an address: a code of eight digits keeps them (table 13), others get a number.

    The number follows from the code, so that it is the same tomorrow; two that fall together move apart.
    """
    found: dict[str, str] = {}
    taken: set[int] = set()
    for code in stations:
        if len(code) == 8 and code.isascii() and code.isdecimal():
            found[code] = f"00{code}"
            continue
        number = crc16(code.encode()) % _STATIONS + 1
        while number in taken:
            number = number % _STATIONS + 1
        taken.add(number)
        found[code] = f"{_COUNTY}{number:04X}"
    return found
