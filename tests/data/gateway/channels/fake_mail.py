"""A mail server on this machine: TLS, log-in, and recipients that it refuses."""

from __future__ import annotations

import asyncio
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword

USER, PASSWORD = "desk", "pa55-of-the-mailbox"


@dataclass
class Box:
    """What arrived, and how the server behaves."""

    mails: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    data_answer: str = ""
    hang_up: bool = False
    port: int = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hang_up:
            server.transport.abort()
            return "250 never heard"
        if self.data_answer:
            return self.data_answer
        self.envelopes.append(envelope)
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 taken"


def _authenticate(server, session, envelope, mechanism, data) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


@contextmanager
def mailing(context: ssl.SSLContext | None = None, at_once: bool = False, auth: bool = True) -> Iterator[Box]:
    """Serve: STARTTLS with a context, TLS from the first byte when `at_once`, in the clear without a context."""
    box = Box()

    def speaker() -> SMTP:
        starttls = None if at_once else context
        # the server warns of settings that want a password; elsewhere filters must not be put back under an import that
        # another thread has begun
        with warnings.catch_warnings() if auth else nullcontext():
            if auth:
                warnings.simplefilter("ignore")
            return SMTP(
                box, hostname="mail.test", loop=loop, tls_context=starttls, require_starttls=starttls is not None,
                authenticator=_authenticate if auth else None, auth_required=auth, auth_require_tls=not at_once,
                enable_SMTPUTF8=False,
            )  # fmt: skip

    async def serve() -> None:
        server = await loop.create_server(speaker, "127.0.0.1", 0, ssl=context if at_once else None)
        box.port = server.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        server.close()
        mine = asyncio.current_task()
        left = [task for task in asyncio.all_tasks() if task is not mine]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    loop, ready, stop = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), name="fake-mail")
    thread.start()
    try:
        assert ready.wait(10)
        yield box
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
