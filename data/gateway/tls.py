"""The desk's certificate: from our own authority or from a file of the house, kept fit, swapped under a live server."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from data.gateway.certificates import (
    ORGANISATION,
    Authority,
    Leaf,
    NameRefusedError,
    as_pem,
    clean_name,
    constraints_of,
    fingerprint,
    is_authority,
    is_for,
    may_vouch,
    names_of,
    new_authority,
    new_leaf,
)
from data.gateway.private_files import close_to_others, set_aside, write_private

HERE = ("127.0.0.1", "::1", "localhost")
RENEW_BEFORE = timedelta(days=30)
AUTHORITY_FILE = "ca.pem"
LEAF_FILE = "leaf.pem"


class TrustTrouble(Exception):
    """The link cannot speak TLS as asked. `code` names the reason, `params` what it is about.

    Files: cannot_read, cannot_write, disk_full, name_bad. Our authority: ca_foreign, ca_key_mismatch, ca_expired.
    A certificate of the house: own_unreadable, own_key_locked, own_key_mismatch, own_expired, own_not_yet,
    own_not_server, own_chain, own_names.
    """

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the operator should hear although the link works.

    ca_made, ca_remade (phones must install it again), ca_unreadable, ca_missing (no new leaf can be made),
    ca_ends_soon, ca_not_yet (this machine's clock is behind), ca_constraint_differs, key_was_open, left_out,
    leaf_made, ends_soon.
    """

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Trust:
    """What a server shows and what phones install. `authority` is None when phones know the issuer anyway."""

    certificate: x509.Certificate
    authority: x509.Certificate | None
    chain_file: Path
    key_file: Path
    notices: tuple[Notice, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Addresses and names it is good for."""
        return names_of(self.certificate)

    @property
    def until(self) -> datetime:
        """When it ends."""
        return self.certificate.not_valid_after_utc

    @property
    def fingerprint(self) -> str:
        """What the operator reads aloud: of the authority where there is one to install, else of the certificate."""
        return fingerprint(self.authority or self.certificate)


def ensure(
    folder: Path,
    addresses: Iterable[str],
    now: datetime,
    *,
    constrain: bool = True,
    extra_networks: Sequence[str] = (),
) -> Trust:
    """Return a certificate of our own authority for exactly these addresses (and loopback), made anew where need be.

    A readable authority is never replaced; one that cannot be read is set aside, and only when there is no leaf left
    to live on. Addresses that the authority may not vouch for are left out and told.
    """
    wanted = _clean({*HERE, *addresses})
    try:
        return _Keeping(folder, now, constrain, tuple(extra_networks)).trust(wanted)
    except OSError as error:
        raise _trouble_of_file(error, folder) from error


def renew_authority(
    folder: Path,
    addresses: Iterable[str],
    now: datetime,
    *,
    constrain: bool = True,
    extra_networks: Sequence[str] = (),
) -> Trust:
    """Begin again with a new authority because a person asked for it; the old files stay under other names."""
    try:
        for name in (AUTHORITY_FILE, LEAF_FILE):
            if (folder / name).exists():
                set_aside(folder / name, now, "old")
    except OSError as error:
        raise _trouble_of_file(error, folder) from error
    return ensure(folder, addresses, now, constrain=constrain, extra_networks=extra_networks)


def own(certificate_file: Path, key_file: Path, names: Iterable[str], now: datetime) -> Trust:
    """Return the certificate that the house brought, after looking at everything that would fail on the phone."""
    try:
        chain = _certificates(certificate_file.read_bytes())
        key = load_pem_private_key(key_file.read_bytes(), None)
    except OSError as error:
        raise TrustTrouble("cannot_read", path=str(error.filename)) from error
    except TypeError as error:  # a key under a pass phrase
        raise TrustTrouble("own_key_locked", path=str(key_file)) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise TrustTrouble("own_unreadable", path=str(certificate_file), key=str(key_file)) from error
    leaf = chain[0]
    if not _belong(leaf, key):
        raise TrustTrouble("own_key_mismatch", path=str(certificate_file), key=str(key_file))
    if now >= leaf.not_valid_after_utc:
        raise TrustTrouble("own_expired", until=leaf.not_valid_after_utc)
    if now < leaf.not_valid_before_utc:
        raise TrustTrouble("own_not_yet", since=leaf.not_valid_before_utc)
    if not _for_servers(leaf):
        raise TrustTrouble("own_not_server")
    for child, parent in pairwise(chain):
        if not _signed(child, parent):
            raise TrustTrouble("own_chain", subject=child.subject.rfc4514_string())
    missing = [name for name in _clean(names) if not is_for(leaf, name)]
    if missing:
        raise TrustTrouble("own_names", missing=tuple(missing), held=names_of(leaf))
    soon = leaf.not_valid_after_utc - now < RENEW_BEFORE
    notices = (Notice("ends_soon", (("until", leaf.not_valid_after_utc.isoformat()),)),) if soon else ()
    return Trust(leaf, None, certificate_file, key_file, notices)


def server_context(trust: Trust) -> ssl.SSLContext:
    """Return a context that shows this certificate and speaks TLS 1.2 or better."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION
    try:
        # without a callback OpenSSL would ask for a pass phrase on the terminal
        context.load_cert_chain(trust.chain_file, trust.key_file, password=lambda: b"")
    except ssl.SSLError as error:
        raise TrustTrouble("own_unreadable", path=str(trust.chain_file), key=str(trust.key_file)) from error
    except OSError as error:
        raise TrustTrouble("cannot_read", path=str(error.filename or trust.chain_file)) from error
    return context


def load_into(context: ssl.SSLContext, trust: Trust) -> None:
    """Let the running server behind `context` show this certificate from the next handshake on.

    A context keeps one certificate for each kind of key, so loading an RSA chain over ours would go on showing ours;
    instead each handshake is handed to a fresh context. Should that one not come about, the old stays as it is.
    """
    fresh = server_context(trust)

    def hand_over(connection: ssl.SSLSocket | ssl.SSLObject, _name: str | None, _context: ssl.SSLContext) -> None:
        connection.context = fresh

    context.minimum_version = max(context.minimum_version, ssl.TLSVersion.TLSv1_2)
    context.sni_callback = hand_over  # called for clients that dial an address and name nobody, too


class _Keeping:
    """One look at the folder of our authority."""

    def __init__(self, folder: Path, now: datetime, constrain: bool, extra_networks: tuple[str, ...]) -> None:
        self.folder = folder
        self.now = now
        self.constrain = constrain
        self.extra_networks = extra_networks
        self.notices: list[Notice] = []

    def trust(self, wanted: tuple[str, ...]) -> Trust:
        authority = self.read_authority()
        issued = self.read_leaf()
        root = authority.certificate if authority else issued[1] if issued else None
        why = "first" if issued is None else self.fault(*issued, wanted, authority)
        if issued is not None and not why:
            if not (self.folder / AUTHORITY_FILE).exists():
                self.tell("ca_missing")
            return self.result(issued[0].certificate, issued[1], wanted)
        authority = authority or self.make_authority(known=root is not None)
        names = [name for name in wanted if may_vouch(authority.certificate, name)]
        leaf = new_leaf(authority, names, self.now)
        write_private(self.folder / LEAF_FILE, as_pem(leaf.key, leaf.certificate, authority.certificate))
        self.tell("leaf_made", why=why)
        return self.result(leaf.certificate, authority.certificate, wanted)

    def result(self, leaf: x509.Certificate, root: x509.Certificate, wanted: tuple[str, ...]) -> Trust:
        if root.not_valid_after_utc - self.now < 2 * RENEW_BEFORE:
            self.tell("ca_ends_soon", until=root.not_valid_after_utc.isoformat())
        if self.now < root.not_valid_before_utc:
            self.tell("ca_not_yet", since=root.not_valid_before_utc.isoformat())
        if (constraints_of(root) is not None) != self.constrain:
            self.tell("ca_constraint_differs")
        left_out = [name for name in wanted if not may_vouch(root, name)]
        if left_out:
            self.tell("left_out", names=" ".join(left_out))
        path = self.folder / LEAF_FILE
        return Trust(leaf, root, path, path, tuple(self.notices))

    def read_authority(self) -> Authority | None:
        """Return the authority, None when there is none or it cannot be read; raise when it is not for us to use."""
        path = self.folder / AUTHORITY_FILE
        content = self.read(path)
        if content is None:
            return None
        certificate, key = _readable(content)[:1], _key(content)
        if certificate and not (is_authority(certificate[0]) and _made_by_us(certificate[0])):
            raise TrustTrouble("ca_foreign", path=str(path), subject=certificate[0].subject.rfc4514_string())
        if not certificate or not isinstance(key, ec.EllipticCurvePrivateKey):
            self.tell("ca_unreadable", path=str(path))
            return None
        if not _belong(certificate[0], key):
            raise TrustTrouble("ca_key_mismatch", path=str(path))
        if self.now >= certificate[0].not_valid_after_utc:
            raise TrustTrouble("ca_expired", until=certificate[0].not_valid_after_utc)
        return Authority(certificate[0], key)

    def read_leaf(self) -> tuple[Leaf, x509.Certificate] | None:
        """Return the leaf and its root; a leaf that cannot be read is no loss, another is made."""
        content = self.read(self.folder / LEAF_FILE)
        certificates, key = (_readable(content), _key(content)) if content is not None else ([], None)
        if len(certificates) != 2 or not isinstance(key, ec.EllipticCurvePrivateKey):
            return None
        return Leaf(certificates[0], key), certificates[1]

    def fault(self, leaf: Leaf, root: x509.Certificate, wanted: tuple[str, ...], authority: Authority | None) -> str:
        """Return why a leaf will not do, an empty word when it will."""
        found = leaf.certificate
        could_last = min(self.now + RENEW_BEFORE, root.not_valid_after_utc)
        if not _belong(found, leaf.key) or not _signed(found, root) or not _made_by_us(root):
            return "foreign"
        if authority is not None and authority.certificate != root:
            return "foreign"
        if names_of(found) != tuple(sorted(name for name in wanted if may_vouch(root, name))):
            return "names"
        return "" if found.not_valid_before_utc <= self.now and found.not_valid_after_utc >= could_last else "age"

    def make_authority(self, *, known: bool) -> Authority:
        path = self.folder / AUTHORITY_FILE
        made = new_authority(self.now, constrain=self.constrain, extra_networks=self.extra_networks)
        if path.exists():
            self.tell("ca_remade", aside=str(set_aside(path, self.now, "unreadable")))
        else:
            self.tell("ca_remade" if known else "ca_made")
        write_private(path, as_pem(made.key, made.certificate))
        return made

    def read(self, path: Path) -> bytes | None:
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        if close_to_others(path):
            self.tell("key_was_open", path=str(path))
        return content

    def tell(self, code: str, **params: str) -> None:
        self.notices.append(Notice(code, tuple(params.items())))


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    try:
        return tuple(sorted({clean_name(name) for name in names}))
    except NameRefusedError as error:
        raise TrustTrouble("name_bad", name=str(error)) from error


def _certificates(content: bytes) -> list[x509.Certificate]:
    """Return what a file holds, looked at to the bottom: the library would find a broken part only when it is used."""
    found = x509.load_pem_x509_certificates(content)
    for certificate in found:
        _ = (certificate.extensions, certificate.public_key(), certificate.subject)
    return found


def _readable(content: bytes) -> list[x509.Certificate]:
    try:
        return _certificates(content)
    except (ValueError, UnsupportedAlgorithm):
        return []


def _key(content: bytes) -> PrivateKeyTypes | None:
    try:
        return load_pem_private_key(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None


def _belong(certificate: x509.Certificate, key: PrivateKeyTypes) -> bool:
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return certificate.public_key().public_bytes(*form) == key.public_key().public_bytes(*form)


def _signed(child: x509.Certificate, parent: x509.Certificate) -> bool:
    try:
        child.verify_directly_issued_by(parent)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _made_by_us(certificate: x509.Certificate) -> bool:
    held = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return [one.value for one in held] == [ORGANISATION]


def _for_servers(leaf: x509.Certificate) -> bool:
    try:
        uses = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return ExtendedKeyUsageOID.SERVER_AUTH in uses or ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE in uses


def _trouble_of_file(error: OSError, folder: Path) -> TrustTrouble:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    code = "disk_full" if full else "cannot_write" if error.errno == errno.EROFS else "cannot_read"
    return TrustTrouble(code, path=str(error.filename or folder), detail=str(error))
