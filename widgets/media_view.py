"""A web view for one page of this machine that may use camera and microphone, and may do nothing else."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFile, QIODevice, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.media_bridge import MediaBridge
from widgets.no_rights import NoRightsPage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

_Type = QWebEnginePermission.PermissionType
_MEDIA: Final = frozenset({_Type.MediaAudioCapture, _Type.MediaVideoCapture, _Type.MediaAudioVideoCapture})
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost"})
_DEATHS_ALLOWED: Final = 4
_DEATHS_WITHIN_S: Final = 30.0
_AGAIN_MS: Final = 2_000


class MediaView(QWidget):
    """Shows a page of the loopback server; a renderer that dies is begun anew, and told again by the bridge.

    Signals:
        renderer_died: exit code; the page is loaded again at once.
        gave_up: it died too often.
        unreachable: the server does not answer; it is asked again.

    """

    renderer_died = Signal(int)
    gave_up = Signal()
    unreachable = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.granted = 0
        self.refused = 0
        self._url = QUrl()
        self._deaths: deque[float] = deque(maxlen=_DEATHS_ALLOWED)
        self._log = logging.getLogger("call")
        self._view = QWebEngineView(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page = NoRightsPage(self._view, may_go=self._may_go, may_ask=self._may_ask, log="call")
        self._page.permissionRequested.disconnect()
        self._page.permissionRequested.connect(self._decide)
        self._page.settings().setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, False)
        self._page.scripts().insert(_channel_script())
        self.bridge = MediaBridge(self)
        channel = QWebChannel(self._page)
        channel.registerObject("desk", self.bridge.desk)
        self._page.setWebChannel(channel)
        self._view.setPage(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._load)
        self._page.renderProcessTerminated.connect(self._on_renderer_died)
        self._page.loadStarted.connect(self.bridge.lost)
        self._page.loadingChanged.connect(self._on_loading)

    def open(self, address: str) -> None:
        """Load a page of the loopback server; ValueError for any other place. The same page stays as it is."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.scheme() != "http" or url.host() not in _LOOPBACK or url.port() <= 0:
            message = f"not a page of this machine: {address}"
            raise ValueError(message)
        if url == self._url:
            return
        self._url = url
        self._load()

    def unload(self) -> None:
        """Let go of the page with its camera, microphone and memory."""
        self._again.stop()
        self._url = QUrl()
        self.bridge.lost()
        self.bridge.drop()
        self._page.load(QUrl("about:blank"))

    def is_open(self) -> bool:
        """Tell whether a page is meant to be there."""
        return not self._url.isEmpty()

    def set_background(self, colour: QColor) -> None:
        """Give the ground before the page is drawn."""
        self._page.setBackgroundColor(colour)

    def renderer_pid(self) -> int:
        """Give the process that runs the page, 0 when there is none."""
        return self._page.renderProcessPid()

    def hideEvent(self, event: QHideEvent) -> None:
        """A call goes on while another sheet is in front: the page must not be slowed down."""
        super().hideEvent(event)
        if self.is_open():
            self._page.setVisible(True)

    def _load(self) -> None:
        if self.is_open():
            self._page.load(self._url)

    def _decide(self, permission: QWebEnginePermission) -> None:
        """Camera and microphone for exactly this origin; nothing for anybody else."""
        if permission.permissionType() in _MEDIA and self.is_open() and _same_origin(permission.origin(), self._url):
            self.granted += 1
            permission.grant()
            return
        self.refused += 1
        asked = permission.permissionType().name
        self._log.warning("permission refused: %s to %s", asked, permission.origin().toDisplayString())
        permission.deny()

    def _may_go(self, url: QUrl) -> bool:
        return url.toString() == "about:blank" or url == self._url

    def _may_ask(self, url: QUrl) -> bool:
        if url.scheme() in {"data", "blob"}:
            return True
        socket = QUrl(url)
        if socket.scheme() == "ws":
            socket.setScheme("http")
        return url.toString() == "about:blank" or (self.is_open() and _same_origin(socket, self._url))

    def _on_loading(self, info: QWebEngineLoadingInfo) -> None:
        status = QWebEngineLoadingInfo.LoadStatus
        refused = (
            info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain and info.errorCode() >= 400
        )
        if info.url() == self._url and (info.status() == status.LoadFailedStatus or refused):
            self._log.warning("the call page cannot be loaded: %s", info.errorString() or info.errorCode())
            self.unreachable.emit()
            self._again.start()

    def _on_renderer_died(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        self.bridge.lost()
        if status is QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus or not self.is_open():
            return
        self._log.error("the renderer of the call page died: %s, code %d", status.name, code)
        self._deaths.append(time.monotonic())
        if len(self._deaths) == _DEATHS_ALLOWED and self._deaths[-1] - self._deaths[0] < _DEATHS_WITHIN_S:
            self.gave_up.emit()
            return
        self.renderer_died.emit(code)
        self._load()


def _same_origin(url: QUrl, other: QUrl) -> bool:
    return (url.scheme(), url.host(), url.port()) == (other.scheme(), other.host(), other.port())


def _channel_script() -> QWebEngineScript:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        message = "Qt carries no qwebchannel.js"
        raise RuntimeError(message)
    script = QWebEngineScript()
    script.setName("qwebchannel")
    script.setSourceCode(file.readAll().toStdString())
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(False)
    return script
