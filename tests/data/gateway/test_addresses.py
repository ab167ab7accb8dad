"""The machine's addresses: what a phone can dial comes first, loopback is always there."""

from __future__ import annotations

import ipaddress
import socket
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.addresses import LOOPBACK, Interface, Kind, for_phones, host_part, interfaces, kind_of, sorted_out


def v4(address):
    return SimpleNamespace(family=socket.AF_INET, address=address)


def v6(address):
    return SimpleNamespace(family=socket.AF_INET6, address=address)


FOUND = {
    "lo": [v4("127.0.0.1"), v6("::1")],
    "tailscale0": [v4("100.80.1.2")],
    "docker0": [v4("172.17.0.1")],
    "wlan0": [v6("fe80::1%wlan0"), v6("fd12::7"), v4("192.168.1.20"), SimpleNamespace(family=17, address="02:00:00")],
    "eth1": [v4("59.207.3.4")],
}


def test_this_machine_has_a_loopback_address():
    assert LOOPBACK.address in {one.address for one in interfaces()}


def test_a_machine_without_any_network_still_has_loopback():
    assert sorted_out({}) == (LOOPBACK,)


def test_the_lan_comes_first_and_software_networks_are_not_offered():
    listed = sorted_out(FOUND)
    assert [one.address for one in for_phones(listed)] == ["192.168.1.20", "59.207.3.4", "fd12::7"]
    assert len(listed) == 8
    assert listed[-1].kind is Kind.LOOPBACK


def test_a_software_network_is_offered_when_there_is_nothing_else():
    alone = sorted_out({name: FOUND[name] for name in ("lo", "docker0")})
    assert [one.address for one in for_phones(alone)] == ["172.17.0.1"]


def test_an_address_without_scope_is_kept_and_no_browser_is_sent_to_link_local_six():
    listed = sorted_out({"wlan0": FOUND["wlan0"]})
    assert Interface("wlan0", "fe80::1", Kind.LINK_LOCAL) in listed
    assert "fe80::1" not in {one.address for one in for_phones(listed)}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("127.9.9.9", Kind.LOOPBACK),
        ("::1", Kind.LOOPBACK),
        ("10.99.0.1", Kind.PRIVATE),
        ("172.31.255.1", Kind.PRIVATE),
        ("172.32.0.1", Kind.PUBLIC),
        ("fd00::2", Kind.PRIVATE),
        ("169.254.3.4", Kind.LINK_LOCAL),
        ("fe80::1", Kind.LINK_LOCAL),
        ("100.64.0.1", Kind.SHARED),
        ("100.128.0.1", Kind.PUBLIC),
        ("59.207.3.4", Kind.PUBLIC),
    ],
)
def test_every_kind_of_address_is_known(address, kind):
    assert kind_of(ipaddress.ip_address(address)) is kind


some_addresses = st.one_of(st.ip_addresses(v=4).map(str).map(v4), st.ip_addresses(v=6).map(str).map(v6))


@given(st.dictionaries(st.text(max_size=8), st.lists(some_addresses, max_size=4)))
def test_any_set_of_addresses_is_sorted_the_same_way_and_offers_no_loopback(found):
    listed = sorted_out(found)
    assert listed == sorted_out(dict(reversed(found.items())))
    assert LOOPBACK.address in {one.address for one in listed}
    assert Kind.LOOPBACK not in {one.kind for one in for_phones(listed)}


def test_a_six_address_stands_in_brackets_in_a_link():
    assert (host_part("fd00::2"), host_part("10.0.0.1"), host_part("desk.local")) == (
        "[fd00::2]",
        "10.0.0.1",
        "desk.local",
    )
