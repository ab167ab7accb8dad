"""What our authority can vouch for and what not, even when its key was stolen; names in their one form."""

from __future__ import annotations

import ipaddress

import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.certificates import Authority, NameRefusedError, clean_name, may_vouch, new_authority, new_leaf
from tests.data.gateway.trusting import NOW, accepted, certificate_of


@pytest.fixture(scope="module")
def authority():
    return new_authority(NOW)


@pytest.mark.parametrize("name", ["8.8.8.8", "192.0.2.2", "2001:db8::1", "bank.example", "local.example", "xlocal"])
def test_a_stolen_authority_key_cannot_fake_the_world(authority, name):
    forged = new_leaf(authority, [name], NOW)
    assert not accepted(authority.certificate, forged.certificate, name)
    free = new_authority(NOW, constrain=False)
    assert accepted(free.certificate, new_leaf(free, [name], NOW).certificate, name) or "." not in name


def test_no_further_authority_can_be_made_under_ours(authority):
    below, key = certificate_of("below", issuer=(authority.certificate, authority.key), authority=True)
    leaf = new_leaf(Authority(below, key), ["10.0.0.1"], NOW)
    verifier = PolicyBuilder().store(Store([authority.certificate])).time(NOW)
    with pytest.raises(VerificationError):
        verifier.build_server_verifier(x509.IPAddress(ipaddress.ip_address("10.0.0.1"))).verify(
            leaf.certificate, [below]
        )


def test_two_authorities_never_bear_one_name():
    assert new_authority(NOW).certificate.subject != new_authority(NOW).certificate.subject


@pytest.mark.parametrize(
    ("given_name", "clean"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("FE80::1%eth0", "fe80::1"),
        ("[fd00::2]", "fd00::2"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("Desk.Local.", "desk.local"),
        ("安澜.local", "xn--49s008b.local"),
    ],
)
def test_a_name_has_one_form(given_name, clean):
    assert clean_name(given_name) == clean


@given(st.ip_addresses())
def test_our_reading_of_the_constraints_is_the_one_of_the_verifier(authority, address):
    try:
        name = clean_name(str(address))
    except NameRefusedError:
        return
    leaf = new_leaf(authority, [name], NOW)
    assert accepted(authority.certificate, leaf.certificate, name) == may_vouch(authority.certificate, name)
