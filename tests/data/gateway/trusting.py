"""What the tests of the link's certificates share: a fixed day, a handshake, an authority of the house."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

NOW = datetime.now(UTC).replace(microsecond=0)


def pem(certificate):
    return certificate.public_bytes(Encoding.PEM)


def key_pem(key, passphrase=None):
    lock = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)


def certificate_of(name, key=None, issuer=None, *, days=(-1, 90), server=True, authority=False, names=()):
    """Make a certificate as an authority of the world would; issuer is (certificate, key), None for self-signed."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    above, signing = issuer or (None, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(above.subject if above else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=days[0]))
        .not_valid_after(NOW + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(each) for each in names or (name,)]), critical=False)
    )
    use = ExtendedKeyUsageOID.SERVER_AUTH if server else ExtendedKeyUsageOID.CLIENT_AUTH
    builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=False)
    return builder.sign(signing, hashes.SHA256()), key


def rsa_key():
    return rsa.generate_private_key(65537, 2048)


@contextmanager
def served(context: ssl.SSLContext) -> Iterator[int]:
    """Run a real uvicorn over this context in a thread of its own; give its port."""
    import uvicorn

    async def hello(scope, receive, send):
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    config = uvicorn.Config(
        hello, host="127.0.0.1", port=0, lifespan="off", log_config=None, ws="none",
        ssl_context_factory=lambda _config, _default: context,
    )  # fmt: skip
    server = uvicorn.Server(config)
    config.load()
    assert config.ssl is context
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), name="field-gateway")
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            threading.Event().wait(0.005)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


def handshake(port, *roots, name="127.0.0.1", versions=None) -> x509.Certificate:
    """Connect as a phone that knows these roots; return what the server showed."""
    import socket

    context = ssl.create_default_context(cadata="".join(pem(root).decode() for root in roots))
    if versions:
        context.minimum_version, context.maximum_version = versions
    with (
        socket.create_connection(("127.0.0.1", port), timeout=10) as plain,
        context.wrap_socket(plain, server_hostname=name) as line,
    ):
        shown = line.getpeercert(binary_form=True)
        line.sendall(b"GET / HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 204")
    return x509.load_der_x509_certificate(shown)


def accepted(root, leaf, name, at=NOW):
    """Ask as a browser does: path, constraints, dates, purpose and name."""
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        subject = x509.DNSName(name)
    else:
        subject = x509.IPAddress(address)
    verifier = PolicyBuilder().store(Store([root])).time(at).build_server_verifier(subject)
    try:
        verifier.verify(leaf, [])
    except VerificationError:
        return False
    return True
