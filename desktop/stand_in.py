"""A stand-in: a hidden phone for pictures and demonstrations, never for work.

It loads the real phone page from the running gateway, on this machine only, is let in as a demonstration phone with a
real token, and answers when the desk rings. Its camera is the engine's fake one, fed with a drawn picture.
"""

from __future__ import annotations

import io
import os
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from PySide6.QtCore import QByteArray, QCryptographicHash, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkCookie, QSslCertificate
from PySide6.QtWebEngineCore import QWebEngineCertificateError, QWebEnginePermission, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView

import resources
from data.gateway.enrol import COOKIE, hash_token
from data.gateway.tls import LEAF_FILE
from data.model.field import Device, PhoneRole
from data.model.field_steps import DeviceEnrolled
from desktop.demonstration_cast import LEADER
from desktop.demonstration_reports import ROOT_STONES
from widgets.no_rights import NoRightsPage

if TYPE_CHECKING:
    from desktop.app import Anlan
    from desktop.settings import Settings

HERE = "127.0.0.1"
PERSON = "P026"
"""The technician of the works at 90坝: nobody else of the demonstration carries his phone."""

LOOK_MS = 300
PATIENCE_MS = 45_000
FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
FRAME = (640, 480)
FRAMES = 24
SHARP = 70
"""Pictures after which the stream has found its rate: the first ones are blurred."""

_Type = QWebEnginePermission.PermissionType
_MEDIA = (_Type.MediaAudioCapture, _Type.MediaVideoCapture, _Type.MediaAudioVideoCapture)
_ANSWER = "document.querySelector('.call-ring .call-button.good')?.click()"
_STATS = (
    "window.anlanCall?.stats().then(said => { window.anlanFrames = Object.values(said.phones)"
    ".reduce((most, one) => Math.max(most, one.relayed, one.shown), 0); }); window.anlanFrames ?? 0"
)


def film(picture: Path) -> bytes:
    """Return a film of a still picture, as a hand that holds a phone would take it; it says 演示 throughout."""
    from PIL import Image

    whole = Image.open(picture).convert("RGB")
    words = whole.crop((whole.width - 148, whole.height - 70, whole.width - 20, whole.height - 18)).resize((96, 39))
    frames = io.BytesIO()
    for n in range(FRAMES):
        nearer = 0.06 * abs(n - FRAMES / 2) / FRAMES  # the near corner stays where it is
        box = (int(whole.width * nearer), int(whole.height * nearer), whole.width, whole.height)
        held = whole.resize(FRAME, box=box)
        held.paste(words, (12, 12))  # the caption of the call may cover those at the foot
        held.save(frames, "JPEG", quality=84)
    return frames.getvalue()


def prepare_camera(folder: Path) -> None:
    """Give the engine a fake camera; before the engine starts, or it has none."""
    path = folder / "stand-in.mjpeg"
    path.write_bytes(film(resources.path("demo/photos/spur-sinking.jpg")))
    wanted = ("--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={path}")
    before = os.environ.get(FLAGS, "")
    os.environ[FLAGS] = " ".join([before, *(flag for flag in wanted if flag not in before)]).strip()


def on_this_machine(settings: Settings) -> Settings:
    """Return settings by which the gateway listens for nobody but this machine, with a certificate of its own."""
    return replace(settings, field_address="", certificate_file="", certificate_key="", certificate_name="")


def leaf_digest(folder: Path) -> bytes:
    """Return the SHA-256 of the certificate that our gateway shows."""
    return x509.load_pem_x509_certificates((folder / LEAF_FILE).read_bytes())[0].fingerprint(hashes.SHA256())


class StandIn(QObject):
    """The phone. `page` may be made without a desk, for tests of what it refuses."""

    def __init__(self, address: str, digest: bytes, token: str, parent: QObject | None = None) -> None:
        """Make it for one gateway of this machine; ValueError for any other place."""
        super().__init__(parent)
        self._url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if self._url.scheme() != "https" or self._url.host() != HERE or self._url.port() <= 0:
            message = f"not a gateway of this machine: {address}"
            raise ValueError(message)
        self._digest, self._token = digest, token
        self.refused: list[str] = []
        self.page = NoRightsPage(self, may_go=self.is_ours, may_ask=self.is_ours, log="stand-in")
        self.page.permissionRequested.disconnect()
        self.page.permissionRequested.connect(self._decide)
        self.page.certificateError.connect(self._judge)
        settings = self.page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.LocalStorageEnabled, True)
        settings.setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, False)
        self.page.setAudioMuted(True)
        self.page.setVisible(True)  # a page out of sight would be slowed down
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(lambda: self.page.runJavaScript(_ANSWER))

    def start(self) -> None:
        """Show the token, load the page, and answer whoever rings."""
        cookie = QNetworkCookie(QByteArray(COOKIE.encode()), QByteArray(self._token.encode()))
        cookie.setPath("/")
        cookie.setSecure(True)
        cookie.setHttpOnly(True)
        self.page.profile().cookieStore().setCookie(cookie, self._url)
        self.page.load(self._url)
        self._look.start()

    def close(self) -> None:
        """Let go of camera, line and page."""
        self._look.stop()
        self.page.deleteLater()

    def is_ours(self, url: QUrl) -> bool:
        """Tell whether an address is of our gateway, or made by its page."""
        if url.scheme() in ("data", "blob"):
            return True
        asked = QUrl(url)
        if asked.scheme() == "wss":
            asked.setScheme("https")
        return (asked.scheme(), asked.host(), asked.port()) == (self._url.scheme(), HERE, self._url.port())

    def trusts(self, url: QUrl, chain: list[QSslCertificate]) -> bool:
        """Tell whether a certificate is the very one that our gateway shows, at our address."""
        if not self.is_ours(url) or not chain:
            return False
        return bytes(chain[0].digest(QCryptographicHash.Algorithm.Sha256).data()) == self._digest

    def _judge(self, error: QWebEngineCertificateError) -> None:
        if self.trusts(error.url(), list(error.certificateChain())):
            error.acceptCertificate()
        else:
            self.refused.append(error.url().toDisplayString())
            error.rejectCertificate()

    def may_use(self, origin: QUrl, kind: QWebEnginePermission.PermissionType) -> bool:
        """Tell whether a page of this origin may use that: camera and microphone, and only ours."""
        return kind in _MEDIA and self.is_ours(origin)

    def _decide(self, permission: QWebEnginePermission) -> None:
        if self.may_use(permission.origin(), permission.permissionType()):
            permission.grant()
        else:
            permission.deny()


class StagedCall(QObject):
    """One call from the desk to the stand-in: begun, shown when its first pictures were decoded, ended.

    Signals:
        ended: the waiting is over: whether there is a picture.

    """

    ended = Signal(bool)

    def __init__(self, anlan: Anlan) -> None:
        """Prepare it; `start` begins."""
        super().__init__(anlan)
        self._desk = anlan
        self._phone: StandIn | None = None
        self._device = ""
        self._rung = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._step)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(PATIENCE_MS)
        self._end.timeout.connect(lambda: self._over(seen=False))

    def start(self) -> None:
        """Open the field link on this machine only, and go on as things come."""
        self._desk.field.ports = (0, 0, 0)
        self._desk.field.link.start()
        self._look.start()
        self._end.start()

    def close(self) -> None:
        """End the call, the phone and the link."""
        self._look.stop()
        self._end.stop()
        calling = self._desk.field_panes.calling
        calling.close()
        if self._phone is not None:
            self._phone.close()
            self._phone = None
        self._desk.field.link.close()

    def _step(self) -> None:
        link, window = self._desk.field.link, self._desk.field_panes.call_window
        if self._phone is None:
            if link.opened is not None and link.opened.phones and link.gateway is not None:
                self._let_in(link.opened.phones)
        elif not self._rung:
            if self._device in link.online:
                self._rung = True
                self._desk.field_panes.calling.call([PERSON], f"report/{ROOT_STONES}")
        elif window.running():
            self._ask(window.findChild(QWebEngineView))

    def _let_in(self, address: str) -> None:
        token = secrets.token_urlsafe(32)
        self._device = f"demo-stand-in-{secrets.token_hex(4)}"
        now = self._desk.room.situation.at
        phone = Device(self._device, PERSON, PhoneRole.GRID_WORKER, "演示手机（替身）", hash_token(token), now, LEADER)
        self._desk.room.do(DeviceEnrolled(phone), LEADER)
        self._phone = StandIn(address, leaf_digest(self._desk.field.folder), token, self)
        self._phone.start()

    def _ask(self, view: QWebEngineView | None) -> None:
        if view is not None:
            view.page().runJavaScript(_STATS, 0, self._count)

    def _count(self, frames: object) -> None:
        if isinstance(frames, int | float) and frames > SHARP:
            self._over(seen=True)

    def _over(self, *, seen: bool) -> None:
        if self._end.isActive() or not seen:
            self._look.stop()
            self._end.stop()
            self.ended.emit(seen)
