"""The desk's certificate: what phones accept, what its authority cannot do, how files and live servers are treated."""

from __future__ import annotations

import shutil
import ssl
import stat
import subprocess
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hypothesis import given
from hypothesis import strategies as st

from data.gateway import tls
from data.gateway.certificates import (
    Authority,
    NameRefusedError,
    clean_name,
    constraints_of,
    fingerprint,
    is_for,
    may_vouch,
    names_of,
    new_authority,
    new_leaf,
)
from data.gateway.tls import TrustTrouble, ensure, load_into, own, renew_authority, server_context
from tests.data.gateway.trusting import NOW, accepted, certificate_of, handshake, key_pem, pem, rsa_key, served

LAN = ("10.99.0.1", "desk.local")


@pytest.fixture
def folder(home):
    return home / "gateway"


@pytest.fixture(scope="module")
def authority():
    return new_authority(NOW)


def codes(trust):
    return [notice.code for notice in trust.notices]


def test_a_phone_that_knows_the_authority_accepts_the_desk_at_its_lan_address(folder):
    trust = ensure(folder, LAN, NOW)
    for name in (*LAN, "127.0.0.1", "::1", "localhost"):
        assert accepted(trust.authority, trust.certificate, name)
    assert not accepted(trust.authority, trust.certificate, "10.99.0.2")
    assert codes(trust) == ["ca_made", "leaf_made"]


def test_a_stolen_authority_key_is_refused_by_openssl_too(folder, home):
    trust = ensure(folder, (), NOW)
    (folder / "leaf.pem").unlink()
    key = load_pem_private_key((folder / "ca.pem").read_bytes(), None)
    leaf = new_leaf(Authority(trust.authority, key), ["127.0.0.1", "bank.example"], NOW)
    forged = home / "forged.pem"
    forged.write_bytes(key_pem(leaf.key) + pem(leaf.certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(forged)
    with served(context) as port, pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        handshake(port, trust.authority, name="127.0.0.1")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
@pytest.mark.parametrize("constrain", [True, False])
def test_openssl_finds_no_fault_by_its_strict_rules(folder, home, constrain):
    trust = ensure(folder, LAN, NOW, constrain=constrain)
    (home / "root.pem").write_bytes(pem(trust.authority))
    (home / "leaf.pem").write_bytes(pem(trust.certificate))
    asked = ["openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-verify_ip", LAN[0], "-CAfile"]
    told = subprocess.run([*asked, home / "root.pem", home / "leaf.pem"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr


def test_what_phones_ask_of_an_authority_and_a_leaf_is_there(folder):
    trust = ensure(folder, LAN, NOW)
    extensions = trust.authority.extensions
    basic = extensions.get_extension_for_class(x509.BasicConstraints)
    assert (basic.critical, basic.value.ca, basic.value.path_length) == (True, True, 0)
    assert extensions.get_extension_for_class(x509.NameConstraints).critical
    assert trust.authority.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    assert timedelta(days=3650) < trust.authority.not_valid_after_utc - NOW < timedelta(days=3655)
    assert trust.until - trust.certificate.not_valid_before_utc == timedelta(days=397)


def test_the_fingerprint_is_read_aloud_in_groups_of_four(folder):
    trust = ensure(folder, LAN, NOW)
    groups = trust.fingerprint.split(" ")
    assert [len(group) for group in groups] == [4] * 16
    assert bytes.fromhex(trust.fingerprint).hex() == trust.fingerprint.replace(" ", "").lower()
    assert trust.fingerprint == fingerprint(trust.authority) != fingerprint(trust.certificate)


def test_key_files_are_for_their_owner_only_and_one_that_was_open_is_closed_and_told(folder):
    ensure(folder, LAN, NOW)
    for name in ("ca.pem", "leaf.pem"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    (folder / "ca.pem").chmod(0o644)
    assert codes(ensure(folder, LAN, NOW)) == ["key_was_open"]
    assert stat.S_IMODE((folder / "ca.pem").stat().st_mode) == 0o600


def test_the_same_addresses_get_the_same_certificate(folder):
    first, second = ensure(folder, LAN, NOW), ensure(folder, reversed(LAN), NOW + timedelta(days=300))
    assert first.certificate == second.certificate
    assert codes(second) == []


@pytest.mark.parametrize(
    ("addresses", "days", "why"), [(("10.99.0.2",), 0, "names"), ((), 0, "names"), (LAN, 367, "age"), (LAN, 900, "age")]
)
def test_a_new_address_or_a_near_end_makes_a_new_leaf_under_the_old_authority(folder, addresses, days, why):
    first = ensure(folder, LAN, NOW)
    second = ensure(folder, addresses, NOW + timedelta(days=days))
    assert second.certificate != first.certificate
    assert second.authority == first.authority
    assert [(one.code, dict(one.params)) for one in second.notices] == [("leaf_made", {"why": why})]


def test_an_address_the_authority_may_not_vouch_for_is_left_out_and_told(folder):
    trust = ensure(folder, ("192.0.2.2", "10.0.0.5", "desk.example"), NOW)
    assert "192.0.2.2" not in trust.names
    assert "10.0.0.5" in trust.names
    assert dict(trust.notices[-1].params) == {"names": "192.0.2.2 desk.example"}


def test_a_lan_with_public_numbers_can_be_added_when_the_authority_is_made(folder):
    trust = ensure(folder, ("59.207.3.4",), NOW, extra_networks=("59.207.0.0/16",))
    assert accepted(trust.authority, trust.certificate, "59.207.3.4")
    assert not may_vouch(trust.authority, "59.208.0.1")


def test_without_constraints_any_address_is_vouched_for(folder):
    trust = ensure(folder, ("192.0.2.2",), NOW, constrain=False)
    assert constraints_of(trust.authority) is None
    assert accepted(trust.authority, trust.certificate, "192.0.2.2")
    assert codes(ensure(folder, ("192.0.2.2",), NOW)) == ["ca_constraint_differs"]


def test_a_torn_leaf_is_made_anew(folder):
    first = ensure(folder, LAN, NOW)
    whole = (folder / "leaf.pem").read_bytes()
    (folder / "leaf.pem").write_bytes(whole[: len(whole) // 2])
    second = ensure(folder, LAN, NOW)
    assert codes(second) == ["leaf_made"]
    assert second.authority == first.authority


def test_a_leaf_of_another_desk_is_not_used(folder, home):
    ensure(folder, LAN, NOW)
    ensure(home / "other", LAN, NOW)
    shutil.copy(home / "other" / "leaf.pem", folder / "leaf.pem")
    assert [dict(one.params) for one in ensure(folder, LAN, NOW).notices] == [{"why": "foreign"}]


def test_a_torn_authority_is_lived_without_as_long_as_the_leaf_is_good(folder):
    first = ensure(folder, LAN, NOW)
    (folder / "ca.pem").write_bytes(b"\0" * 300)
    second = ensure(folder, LAN, NOW)
    assert (second.certificate, second.authority) == (first.certificate, first.authority)
    assert codes(second) == ["ca_unreadable"]
    assert (folder / "ca.pem").read_bytes() == b"\0" * 300


def test_a_torn_authority_is_set_aside_told_and_made_anew_when_a_leaf_is_needed(folder):
    first = ensure(folder, LAN, NOW)
    (folder / "ca.pem").write_bytes(b"\0" * 300)
    second = ensure(folder, ("10.1.1.1",), NOW)
    assert codes(second) == ["ca_unreadable", "ca_remade", "leaf_made"]
    assert second.authority != first.authority
    (aside,) = folder.glob("ca.pem.unreadable-*")
    assert aside.read_bytes() == b"\0" * 300


def test_an_authority_key_taken_off_the_desk_leaves_the_link_working(folder):
    first = ensure(folder, LAN, NOW)
    (folder / "ca.pem").unlink()
    second = ensure(folder, LAN, NOW)
    assert (second.authority, codes(second)) == (first.authority, ["ca_missing"])
    assert codes(ensure(folder, (), NOW)) == ["ca_remade", "leaf_made"]


def test_a_readable_authority_of_somebody_else_is_never_replaced(folder):
    folder.mkdir()
    certificate, key = certificate_of("Somebody's root", authority=True)
    (folder / "ca.pem").write_bytes(key_pem(key) + pem(certificate))
    before = (folder / "ca.pem").read_bytes()
    with pytest.raises(TrustTrouble) as told:
        ensure(folder, LAN, NOW)
    assert told.value.code == "ca_foreign"
    assert (folder / "ca.pem").read_bytes() == before


def test_an_authority_with_another_ones_key_is_told(folder, authority):
    ensure(folder, LAN, NOW)
    content = (folder / "ca.pem").read_bytes()
    (folder / "ca.pem").write_bytes(key_pem(authority.key) + content[content.index(b"-----BEGIN CERT") :])
    with pytest.raises(TrustTrouble, match="ca_key_mismatch"):
        ensure(folder, LAN, NOW)


def test_an_authority_at_its_end_warns_then_stops_and_is_renewed_by_a_person(folder):
    first = ensure(folder, LAN, NOW)
    late = first.authority.not_valid_after_utc - timedelta(days=10)
    assert codes(ensure(folder, LAN, late)) == ["leaf_made", "ca_ends_soon"]
    assert codes(ensure(folder, LAN, late)) == ["ca_ends_soon"]  # another leaf would not last longer
    with pytest.raises(TrustTrouble, match="ca_expired"):
        ensure(folder, LAN, late + timedelta(days=10))
    renewed = renew_authority(folder, LAN, late)
    assert renewed.authority != first.authority
    assert len(list(folder.glob("*.old-*"))) == 2


def test_a_clock_before_the_authority_is_told(folder):
    ensure(folder, LAN, NOW)
    assert codes(ensure(folder, LAN, NOW - timedelta(days=400))) == ["leaf_made", "ca_not_yet"]


def test_a_folder_that_is_a_file_is_told_in_words(home):
    (home / "gateway").write_text("x")
    with pytest.raises(TrustTrouble, match="cannot_read"):
        ensure(home / "gateway", LAN, NOW)


def test_no_key_shows_in_what_is_printed_or_raised(folder):
    trust = ensure(folder, LAN, NOW)
    assert "PRIVATE" not in repr(trust)
    assert "PRIVATE" not in repr(new_authority(NOW))


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_whatever_lies_in_the_files_ends_in_a_trust(tmp_path_factory, ca, leaf):
    folder = tmp_path_factory.mktemp("gateway")
    (folder / "ca.pem").write_bytes(ca)
    (folder / "leaf.pem").write_bytes(leaf)
    trust = ensure(folder, LAN, NOW)
    assert accepted(trust.authority, trust.certificate, LAN[0])


@pytest.mark.parametrize("name", ["", "0.0.0.0", "224.0.0.1", "10.0.0.300", "a b", "-a.local", "a..b", "x" * 300, "::"])
def test_what_no_browser_dials_is_refused(folder, name):
    with pytest.raises(NameRefusedError):
        clean_name(name)
    with pytest.raises(TrustTrouble, match="name_bad"):
        ensure(folder, [name], NOW)


# ── a certificate of the house ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def house(home):
    """Write a chain root → middle → leaf for *.zz.example; the test may overwrite the pieces."""
    root, root_key = certificate_of("Root of the house", authority=True)
    middle, middle_key = certificate_of("Middle", issuer=(root, root_key), authority=True)

    def write(chain=None, key=None, **wishes):
        wishes.setdefault("names", ("*.zz.example", "zz.example"))
        leaf, leaf_key = certificate_of("zz.example", rsa_key(), issuer=(middle, middle_key), **wishes)
        (home / "own.crt").write_bytes(b"".join(map(pem, chain or (leaf, middle))))
        (home / "own.key").write_bytes(key if key is not None else key_pem(leaf_key))
        return home / "own.crt", home / "own.key"

    write.root, write.middle = root, middle
    return write


def test_a_certificate_of_the_house_is_taken_for_its_names(house):
    trust = own(*house(), ["desk.zz.example", "zz.example"], NOW)
    assert (trust.authority, trust.notices) == (None, ())
    assert is_for(trust.certificate, "a.zz.example")
    assert not is_for(trust.certificate, "a.b.zz.example")
    assert names_of(trust.certificate) == ("*.zz.example", "zz.example")
    server_context(trust)


def test_a_certificate_of_the_house_that_ends_soon_is_taken_and_told(house):
    assert codes(own(*house(days=(-1, 20)), ["zz.example"], NOW)) == ["ends_soon"]


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ({"days": (-90, -1)}, "own_expired"),
        ({"days": (1, 90)}, "own_not_yet"),
        ({"server": False}, "own_not_server"),
        ({"names": ("else.example",)}, "own_names"),
        ({"key": key_pem(rsa_key())}, "own_key_mismatch"),
        ({"key": key_pem(rsa_key(), b"secret")}, "own_key_locked"),
        ({"key": b"torn"}, "own_unreadable"),
    ],
)
def test_every_fault_of_a_certificate_of_the_house_is_told(house, wishes, code):
    with pytest.raises(TrustTrouble) as told:
        own(*house(**wishes), ["zz.example"], NOW)
    assert told.value.code == code


def test_a_chain_with_a_gap_and_a_missing_file_are_told(house, home):
    leaf, key = certificate_of("zz.example", issuer=None)
    with pytest.raises(TrustTrouble, match="own_chain"):
        own(*house(chain=(leaf, house.root), key=key_pem(key)), ["zz.example"], NOW)
    with pytest.raises(TrustTrouble, match="cannot_read"):
        own(home / "none.crt", home / "none.key", [], NOW)


# ── the live server ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_running_server_shows_the_new_leaf_after_the_address_changed(folder):
    first = ensure(folder, (), NOW)
    context = server_context(first)
    with served(context) as port:
        assert handshake(port, first.authority) == first.certificate
        second = ensure(folder, LAN, NOW)
        load_into(context, second)
        assert handshake(port, first.authority) == second.certificate
        assert handshake(port, first.authority, name="localhost") == second.certificate


def test_a_running_server_changes_from_our_key_to_an_rsa_chain_and_back(folder, house):
    ours, theirs = ensure(folder, LAN, NOW), own(*house(names=("localhost",)), ["localhost"], NOW)
    context = server_context(ours)
    with served(context) as port:
        load_into(context, theirs)
        assert handshake(port, house.root, name="localhost") == theirs.certificate
        load_into(context, ours)
        assert handshake(port, ours.authority, house.root, name="localhost") == ours.certificate


def test_a_swap_that_fails_leaves_the_running_server_as_it_was(folder, house):
    ours = ensure(folder, LAN, NOW)
    theirs = own(*house(names=("localhost",)), ["localhost"], NOW)
    context = server_context(ours)
    theirs.key_file.write_bytes(b"torn")
    with served(context) as port:
        with pytest.raises(TrustTrouble, match="own_unreadable"):
            load_into(context, theirs)
        assert handshake(port, ours.authority) == ours.certificate


def test_nothing_older_than_tls_one_two_is_spoken_before_or_after_a_swap(folder):
    trust = ensure(folder, LAN, NOW)
    context = server_context(trust)
    load_into(context, trust)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    with served(context) as port:
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            assert handshake(port, trust.authority, versions=(version, version)) == trust.certificate


def test_a_phone_that_does_not_know_the_authority_refuses(folder, authority):
    trust = ensure(folder, LAN, NOW)
    with served(server_context(trust)) as port, pytest.raises(ssl.SSLCertVerificationError):
        handshake(port, authority.certificate)


def test_a_full_disk_is_told_and_leaves_nothing_half_written(folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tls, "write_private", full)
    with pytest.raises(TrustTrouble, match="disk_full"):
        ensure(folder, LAN, NOW)
