"""What the tests of the outward channels share: messages, people, certificates of a small authority."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from data.model.levels import Level
from data.model.steps import Realm
from data.rules.channels import EXERCISE_MARK, Message, OutboundRefused, Port, Recipient

SENT = dt.datetime(2026, 8, 1, 4, 30, tzinfo=dt.UTC)
RING = ((113.60, 34.90), (113.70, 34.90), (113.70, 34.95), (113.60, 34.90))
PEOPLE = (Recipient("p1", "13800001001", "周安"), Recipient("p2", "13800001002", "吴平"), Recipient("p3", "", "郑宁"))


def message(text: str = "花园口流量将到八千，请转移。", **fields) -> Message:
    """A push as the desk sends it; fields replace what it says."""
    given = {
        "id": "push-1",
        "text": text,
        "title": "洪水黄色预警",
        "sent_at": SENT,
        "expires_at": SENT + dt.timedelta(hours=12),
        "level": Level.III,
        "rings": (RING,),
        "area": "滩区",
    }
    return Message(**(given | fields))


def refused_in_drill(carrier, recipients=PEOPLE) -> None:
    """The port lets nothing through to a carrier that reaches real people, in any realm but live."""
    port = Port((carrier,))
    assert carrier.outbound
    assert not carrier.exercise
    for realm in (Realm.DRILL, Realm.WHATIF, Realm.REPLAY):
        with pytest.raises(OutboundRefused):
            port.send(carrier.name, message(), recipients, realm)


def drill(carrier, sent: Message, recipients=PEOPLE, realm: Realm = Realm.DRILL):
    return Port((carrier,)).send(carrier.name, sent, recipients, realm)


def marked_once(text: str) -> bool:
    return text.count(EXERCISE_MARK) == 1


@dataclass(frozen=True)
class Authority:
    """A certificate authority in a folder, which issues certificates for this machine."""

    folder: Path
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def made(cls, folder: Path, name: str = "test authority") -> Authority:
        key = ec.generate_private_key(ec.SECP256R1())
        issued = _certificate(name, name, key, key, authority=True)
        (folder / f"{name}.pem").write_bytes(issued.public_bytes(serialization.Encoding.PEM))
        return cls(folder, key, issued)

    @property
    def file(self) -> str:
        return str(self.folder / f"{_name_of(self.certificate)}.pem")

    def issue(self, name: str) -> tuple[str, str]:
        key = ec.generate_private_key(ec.SECP256R1())
        issued = _certificate(name, _name_of(self.certificate), key, self.key)
        cert_file, key_file = self.folder / f"{name}.crt", self.folder / f"{name}.key"
        cert_file.write_bytes(issued.public_bytes(serialization.Encoding.PEM))
        key_file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return str(cert_file), str(key_file)

    def server_context(self, ask_client: bool = False) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.issue("server"))
        if ask_client:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.file)
        return context


def _name_of(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _certificate(name, issuer, key, signing_key, authority=False) -> x509.Certificate:
    def called(text: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    now = dt.datetime.now(dt.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(called(name))
        .issuer_name(called(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if not authority:
        names = [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost")]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(signing_key, hashes.SHA256())
