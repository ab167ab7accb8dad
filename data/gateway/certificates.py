"""Makes certificates for the field link: an authority that can vouch for a LAN only, and the desk's own leaf."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

ORGANISATION = "Anlan"
NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "127.0.0.0/8",
            "fc00::/7", "fe80::/10", "::1/128")  # fmt: skip
DOMAINS = ("local", "lan", "localhost")
AUTHORITY_LASTS = timedelta(days=3652)
LEAF_LASTS = timedelta(days=397)  # the longest that phones take from any authority
_SLOW_CLOCKS = timedelta(days=1)  # a phone that is a little behind shall not call the certificate one of the future
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


class NameRefusedError(ValueError):
    """No certificate can carry this name."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Our own certificate authority with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def __repr__(self) -> str:
        return f"Authority({self.certificate.subject.rfc4514_string()})"


@dataclass(frozen=True, slots=True)
class Leaf:
    """The desk's certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def __repr__(self) -> str:
        return f"Leaf({', '.join(names_of(self.certificate))})"


def new_authority(
    now: datetime,
    *,
    constrain: bool = True,
    extra_networks: Sequence[str] = (),
    label: str = "安澜外场链路 Anlan field link",
) -> Authority:
    """Make an authority. Constrained, its stolen key can fake no site of the internet.

    `extra_networks` are further address ranges of the house, for a LAN that is numbered with public addresses.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    key_id = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    # iOS lists no authority without CN; two of ours must not bear one name, or a phone tries the wrong one
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{label} {key_id.digest[:3].hex().upper()}"),
        ]
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLOW_CLOCKS)
        .not_valid_after(now + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(key_id, critical=False)
    )
    if constrain:
        permitted: list[x509.GeneralName] = [x509.DNSName(domain) for domain in DOMAINS]
        permitted += [x509.IPAddress(ipaddress.ip_network(net)) for net in (*NETWORKS, *extra_networks)]
        builder = builder.add_extension(x509.NameConstraints(permitted, None), critical=True)
    return Authority(builder.sign(key, hashes.SHA256()), key)


def new_leaf(authority: Authority, names: Sequence[str], now: datetime) -> Leaf:
    """Make a server's certificate for these addresses and names; it does not outlive its authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    ends = min(now - _SLOW_CLOCKS + LEAF_LASTS, authority.certificate.not_valid_after_utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(
            x509.Name(
                [
                    x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
                    x509.NameAttribute(NameOID.COMMON_NAME, "Anlan desk"),
                ]
            )
        )
        .issuer_name(authority.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(min(now - _SLOW_CLOCKS, ends - _SLOW_CLOCKS))
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_general_name(name) for name in names]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False)
        .sign(authority.key, hashes.SHA256())
    )
    return Leaf(certificate, key)


def clean_name(text: str) -> str:
    """Return an address or host name in its one form: no scope, no brackets, lower case, ASCII.

    NameRefusedError where no browser could dial it.
    """
    bare = text.strip().removeprefix("[").partition("]")[0]
    try:
        address = ipaddress.ip_address(bare.partition("%")[0])
    except ValueError:
        return _host_name(bare)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    if address.is_unspecified or address.is_multicast:
        raise NameRefusedError(text)
    return str(mapped or address)


def names_of(certificate: x509.Certificate) -> tuple[str, ...]:
    """Return the addresses and names that a certificate is for, in order of the alphabet."""
    try:
        held = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ()
    hosts = [name.lower() for name in held.get_values_for_type(x509.DNSName)]
    return tuple(sorted({*hosts, *map(str, held.get_values_for_type(x509.IPAddress))}))


def is_for(certificate: x509.Certificate, name: str) -> bool:
    """Return whether a phone that dials this clean name takes the certificate; a star stands for one label."""
    held = names_of(certificate)
    starred = "*." + name.partition(".")[2]
    return name in held or ("." in name and starred in held and not _is_address(name))


def may_vouch(authority: x509.Certificate, name: str) -> bool:
    """Return whether an authority's constraints let it vouch for a clean name."""
    constraints = constraints_of(authority)
    if constraints is None or constraints.permitted_subtrees is None:
        return True
    if _is_address(name):
        address = ipaddress.ip_address(name)
        return any(address in net for net in _networks(constraints.permitted_subtrees))
    domains = [one.value for one in constraints.permitted_subtrees if isinstance(one, x509.DNSName)]
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


def constraints_of(authority: x509.Certificate) -> x509.NameConstraints | None:
    """Return what an authority is held to, None when it may vouch for the whole world."""
    try:
        return authority.extensions.get_extension_for_class(x509.NameConstraints).value
    except x509.ExtensionNotFound:
        return None


def is_authority(certificate: x509.Certificate) -> bool:
    """Return whether a certificate may sign others."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate in sixteen groups of four, to be read aloud and compared."""
    digest = certificate.fingerprint(hashes.SHA256()).hex().upper()
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def as_pem(key: ec.EllipticCurvePrivateKey, *certificates: x509.Certificate) -> bytes:
    """Return key and certificates as one file: two files could be torn apart between their writing."""
    parts = [key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())]
    return b"".join([*parts, *(one.public_bytes(Encoding.PEM) for one in certificates)])


def _networks(subtrees: Iterable[x509.GeneralName]) -> list[IPv4Network | IPv6Network]:
    held = [one.value for one in subtrees if isinstance(one, x509.IPAddress)]
    return [value for value in held if isinstance(value, IPv4Network | IPv6Network)]


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _host_name(text: str) -> str:
    try:
        name = text.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise NameRefusedError(text) from error
    labels = name.split(".")
    digits_end = labels[-1].isdigit()  # 10.0.0.300 is a wrong address, not a name
    if len(name) > 253 or digits_end or not all(_LABEL.fullmatch(label) for label in labels):
        raise NameRefusedError(text)
    return name


def _general_name(name: str) -> x509.GeneralName:
    address: IPv4Address | IPv6Address | None = ipaddress.ip_address(name) if _is_address(name) else None
    return x509.DNSName(name) if address is None else x509.IPAddress(address)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
