"""At which addresses this machine can be reached, and which of them to offer to phones."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from typing import Protocol


class Kind(StrEnum):
    """Where an address can be seen from."""

    LOOPBACK = "loopback"  # this machine only
    PRIVATE = "private"  # a LAN: RFC 1918, or fc00::/7
    SHARED = "shared"  # behind a carrier or in a VPN: 100.64.0.0/10
    LINK_LOCAL = "link_local"  # nobody gave this interface an address
    PUBLIC = "public"  # anything else; some government networks number their LANs so


@dataclass(frozen=True, slots=True)
class Interface:
    """One address of one interface that is up."""

    name: str
    address: str  # without a scope: fe80::1, not fe80::1%eth0
    kind: Kind

    @property
    def version(self) -> int:
        """4 or 6."""
        return ipaddress.ip_address(self.address).version

    @property
    def virtual(self) -> bool:
        """Whether the name is one that container, machine and tunnel software gives: no phone is behind it."""
        return _VIRTUAL.match(self.name) is not None


class _Address(Protocol):
    @property
    def family(self) -> int: ...
    @property
    def address(self) -> str: ...


_VIRTUAL = re.compile(
    r"(?:docker|br-|virbr|veth|vnet|vmnet|vboxnet|lxc|lxd|podman|cni|flannel|cali|tun|tap|wg|tailscale|zt|ppp|utun|awdl"
    r"|llw|anpi|ifb|dummy|vEthernet|VMware|VirtualBox|Hyper-V|Npcap|TAP-|OpenVPN|WireGuard|Bluetooth|蓝牙)",
    re.IGNORECASE,
)
_SHARED = ipaddress.ip_network("100.64.0.0/10")
_LANS = tuple(map(ipaddress.ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
LOOPBACK = Interface("lo", "127.0.0.1", Kind.LOOPBACK)


def kind_of(address: IPv4Address | IPv6Address) -> Kind:
    """Return from where an address can be seen."""
    if address.is_loopback:
        return Kind.LOOPBACK
    if address.is_link_local:
        return Kind.LINK_LOCAL
    if any(address in lan for lan in _LANS):
        return Kind.PRIVATE
    return Kind.SHARED if address in _SHARED else Kind.PUBLIC


def interfaces() -> tuple[Interface, ...]:
    """Return every usable address of the interfaces that are up, loopback always among them; those for phones first."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return sorted_out({name: held for name, held in psutil.net_if_addrs().items() if name in up})


def sorted_out(found: Mapping[str, Sequence[_Address]]) -> tuple[Interface, ...]:
    """Turn what the system lists into interfaces; what is no host's address is left out."""
    listed: set[Interface] = set()
    for name, held in found.items():
        for entry in held:
            if entry.family not in {socket.AF_INET, socket.AF_INET6}:
                continue
            address = ipaddress.ip_address(entry.address.partition("%")[0])
            if not (address.is_unspecified or address.is_multicast):
                listed.add(Interface(name, str(address), kind_of(address)))
    if not any(one.address == LOOPBACK.address for one in listed):
        listed.add(LOOPBACK)
    return tuple(sorted(listed, key=_order))


def for_phones(listed: Iterable[Interface]) -> tuple[Interface, ...]:
    """Return the addresses that a phone can dial, the likeliest first.

    Left out are loopback, software networks while a real one is there, and IPv6 link-local: no browser takes a scope.
    """
    dialled = [
        one
        for one in listed
        if one.kind is not Kind.LOOPBACK and not (one.kind is Kind.LINK_LOCAL and one.version == 6)
    ]
    real = [one for one in dialled if not one.virtual]
    return tuple(sorted(real or dialled, key=_order))


def host_part(address: str) -> str:
    """Return an address or a name as it stands in a link: IPv6 in brackets."""
    return f"[{address}]" if ":" in address else address


_BY_KIND = (Kind.PRIVATE, Kind.PUBLIC, Kind.SHARED, Kind.LINK_LOCAL, Kind.LOOPBACK)


def _order(one: Interface) -> tuple[bool, bool, int, int, str, int]:
    address = ipaddress.ip_address(one.address)
    loopback = one.kind is Kind.LOOPBACK
    return (loopback, one.virtual, address.version, _BY_KIND.index(one.kind), one.name, int(address))
