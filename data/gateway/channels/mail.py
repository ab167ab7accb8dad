"""Messages by e-mail: SMTP over verified TLS, an outcome for every recipient, an ID that makes a repeat known."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from hashlib import sha256

from data.gateway.channels.identity import earlier_ids, own_id
from data.model.dispatch import Channel, Outcome
from data.rules.channels import Delivery, Draft, Message, Recipient, marked

RETRY_S = 30.0
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]+")


class Security(StrEnum):
    """How the line to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    PLAIN = "plain"  # never with a password


@dataclass(frozen=True, slots=True)
class Mail:
    """The carrier for mail. PLAIN is for a relay on this machine or a closed net and knows no password.

    `ca_file` holds the certificates of an office's own authority; recipients never see each other.
    """

    host: str
    sender: str
    port: int = 587
    sender_name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    security: Security = Security.STARTTLS
    ca_file: str = ""
    name: str = "mail"
    channel: Channel = Channel.MESSENGER
    exercise: bool = False
    timeout_s: float = 10.0
    together: int = 50

    def __post_init__(self) -> None:
        """Faults of the settings are found before the first message."""
        if not _ADDRESS.fullmatch(self.sender):
            raise ValueError("the sender is not a mail address")
        if self.security is Security.PLAIN and self.password:
            raise ValueError("a password does not go over an open line")
        if self.together < 1:
            raise ValueError("at least one recipient goes with a mail")

    @property
    def outbound(self) -> bool:
        """Mail leaves the desk."""
        return True

    def compose(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Draft, ...]:
        """Return the one mail that all get, and to whom it goes."""
        mail = self._mail(marked(message))
        headers = tuple((key, str(mail[key])) for key in ("From", "Subject", "Message-ID", "Date"))
        to = ", ".join(one.address for one in recipients if _ADDRESS.fullmatch(one.address))
        return (Draft(to, str(mail.get_content()), (*headers, ("Server", f"{self.host}:{self.port}"))),)

    def send(self, message: Message, recipients: Sequence[Recipient]) -> tuple[Delivery, ...]:
        """Send, in groups; who is refused is told alone, and a group that went is not sent again by a later fault."""
        mail = self._mail(marked(message))
        ref = str(mail["Message-ID"])
        known = {
            one.person: Delivery(one.person, Outcome.FAILED, detail="bad_address" if one.address else "no_address")
            for one in recipients
            if not _ADDRESS.fullmatch(one.address)
        }
        good = [one for one in recipients if one.person not in known]
        done, fault = self._deliver(mail, [one.address for one in good]) if good else ({}, None)
        for one in good:
            if one.address in done:
                known[one.person] = _delivery(one.person, ref, *done[one.address])
            elif fault:
                known[one.person] = Delivery(one.person, fault.outcome, "", fault.detail, fault.retry_after_s)
        return tuple(known[one.person] for one in recipients)

    def _deliver(self, mail: EmailMessage, addresses: list[str]) -> tuple[dict[str, tuple[int, str]], Delivery | None]:
        """Return what the server said of each address, and what stopped the rest."""
        done: dict[str, tuple[int, str]] = {}
        try:
            with _Line(self) as line:
                for start in range(0, len(addresses), self.together):
                    group = addresses[start : start + self.together]
                    done |= _send_group(line, mail, self.sender, group)
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return done, _fault(error)
        return done, None

    def _mail(self, message: Message) -> EmailMessage:
        domain = self.sender.rpartition("@")[2]
        mail = EmailMessage(policy=SMTP)
        mail["From"] = Address(_one_line(self.sender_name), addr_spec=self.sender)
        mail["To"] = "undisclosed-recipients:;"
        mail["Subject"] = _one_line(message.title or message.text[:40])
        mail["Date"] = message.sent_at or datetime.now(UTC)
        mail["Message-ID"] = message_id(own_id(message), domain)
        earlier = earlier_ids(message)
        if earlier:
            mail["References"] = " ".join(message_id(one, domain) for one in earlier)
        mail["Auto-Submitted"] = "auto-generated"
        link = f"\n\n{message.link}" if message.link else ""
        mail.set_content(_body(message.text + link), charset="utf-8", cte="base64")
        return mail


def _send_group(line: smtplib.SMTP, mail: EmailMessage, sender: str, group: list[str]) -> dict[str, tuple[int, str]]:
    try:
        refused = line.send_message(mail, sender, group)
    except smtplib.SMTPRecipientsRefused as error:
        # nobody of the group got it; a server that hangs up half-way has named only some of them
        refused = dict.fromkeys(group, (421, b"")) | error.recipients
    told = {address: (code, _said(text)) for address, (code, text) in refused.items()}
    return dict.fromkeys(group, (250, "")) | told


class _Line:
    """A logged-in line to the server, closed whatever happens."""

    def __init__(self, mail: Mail) -> None:
        self._mail = mail
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> smtplib.SMTP:
        mail = self._mail
        hello = mail.sender.rpartition("@")[2]
        if mail.security is Security.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                mail.host, mail.port, hello, timeout=mail.timeout_s, context=_verified(mail.ca_file)
            )
        else:
            smtp = smtplib.SMTP(mail.host, mail.port, hello, timeout=mail.timeout_s)
        self._smtp = smtp
        try:
            if mail.security is Security.STARTTLS:
                smtp.starttls(context=_verified(mail.ca_file))
            if mail.user and mail.security is not Security.PLAIN:
                smtp.login(mail.user, mail.password)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def __exit__(self, *failure: object) -> None:
        if self._smtp is None:
            return
        try:
            if failure[0] is None:
                self._smtp.quit()
        except (smtplib.SMTPException, OSError):
            # the mails were taken before; a server that hangs up rudely changes nothing
            return
        finally:
            self._smtp.close()


def message_id(push: str, domain: str) -> str:
    """Return the Message-ID of a push: the same for every repeat, and no word of the push in it."""
    return f"<{sha256(push.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@{domain}>"


def _verified(ca_file: str) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=ca_file or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _one_line(text: str) -> str:
    """A line break in a header would begin a header of somebody else's choosing."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _body(text: str) -> str:
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_CONTROL.sub(" ", line) for line in kept.split("\n"))


def _said(text: bytes | str) -> str:
    """What the server said, shortened; addresses in it are left out, as details must not hold any."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return re.sub(r"<?[^\s<>]*@[^\s<>]*>?", "…", _one_line(words))[:120]


def _delivery(person: str, ref: str, code: int, said: str) -> Delivery:
    if code < 300:
        return Delivery(person, Outcome.DELIVERED, ref)
    again = RETRY_S if 400 <= code < 500 else None
    return Delivery(person, Outcome.FAILED, detail=f"smtp_{code} {said}".strip(), retry_after_s=again)


def _fault(error: Exception) -> Delivery:
    """Say what stopped the whole line; the order goes from the narrow to the wide."""
    code, again = next(_faults(error))
    return Delivery("", Outcome.FAILED, detail=code, retry_after_s=again)


def _faults(error: Exception) -> Iterator[tuple[str, float | None]]:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        yield "login_refused", None if error.smtp_code >= 500 else RETRY_S
    if isinstance(error, smtplib.SMTPNotSupportedError):
        yield "no_starttls", None
    if isinstance(error, smtplib.SMTPResponseException):
        code = error.smtp_code
        yield f"smtp_{code} {_said(error.smtp_error)}".strip(), None if 500 <= code < 600 else RETRY_S
    if isinstance(error, ssl.SSLCertVerificationError):
        yield "tls_not_trusted", None
    if isinstance(error, TimeoutError):
        yield "timeout", RETRY_S
    if isinstance(error, ssl.SSLError):
        yield "tls_failed", RETRY_S
    if isinstance(error, smtplib.SMTPServerDisconnected):
        yield ("timeout" if isinstance(error.__context__, TimeoutError) else "half_answer"), RETRY_S
    if isinstance(error, UnicodeError):
        yield "bad_password", None
    if isinstance(error, OSError) and not isinstance(error, smtplib.SMTPException):
        yield "unreachable", RETRY_S
    yield "unreadable_answer", RETRY_S
