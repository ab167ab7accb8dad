"""A web page that starts with no rights: no navigation, no windows, no downloads, no permissions, no stray requests."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl

_Attribute = QWebEngineSettings.WebAttribute
_REFUSED = (
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalStorageEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.FocusOnNavigationEnabled,
)


class Guard(QWebEngineUrlRequestInterceptor):
    """Lets only those requests out that the owner's rule allows."""

    refused = Signal(str)

    def __init__(self, allowed: Callable[[QUrl], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._allowed = allowed

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block what the rule does not allow."""
        if not self._allowed(info.requestUrl()):
            info.block(True)
            self.refused.emit(info.requestUrl().toDisplayString())


class NoRightsPage(QWebEnginePage):
    """A page that goes only where its owner's rule allows and writes its console to a logger."""

    address_refused = Signal(str)
    request_refused = Signal(str)

    def __init__(
        self, parent: QObject, *, may_go: Callable[[QUrl], bool], may_ask: Callable[[QUrl], bool], log: str
    ) -> None:
        # Qt wants a profile to outlive its page, and raising a widget changes the order in which its siblings are
        # deleted; so the profile belongs to the application and goes when its page has gone.
        profile = _no_rights_profile()
        super().__init__(profile, parent)
        self.destroyed.connect(profile.deleteLater)
        # Nothing in Qt keeps the Python half of an interceptor alive, and without it all requests would pass.
        self._guard = Guard(may_ask, profile)
        self._guard.refused.connect(self.request_refused)
        profile.setUrlRequestInterceptor(self._guard)
        self._may_go = may_go
        self._log = logging.getLogger(log)
        self.permissionRequested.connect(self._deny)
        self.newWindowRequested.connect(
            lambda request: self.address_refused.emit(request.requestedUrl().toDisplayString())
        )
        self.fileSystemAccessRequested.connect(lambda request: request.reject())
        self.fullScreenRequested.connect(lambda request: request.reject())

    def acceptNavigationRequest(
        self, url: QUrl | str, _type: QWebEnginePage.NavigationType, _is_main_frame: bool
    ) -> bool:
        """Refuse every address the rule does not allow, and say which."""
        assert not isinstance(url, str)
        if self._may_go(url):
            return True
        self._log.warning("navigation refused: %s", url.toDisplayString())
        self.address_refused.emit(url.toDisplayString())
        return False

    def createWindow(  # pyright: ignore[reportIncompatibleMethodOverride] -- Qt reads None as "no window"
        self, _type: QWebEnginePage.WebWindowType
    ) -> QWebEnginePage | None:
        """Open no window."""
        return None

    def chooseFiles(self, *_arguments: object) -> list[str]:
        """Hand no file to a page."""
        return []

    def javaScriptAlert(self, _origin: QUrl | str, text: str) -> None:
        """A page may not stop the desk with a box; what it wanted to say goes to the log."""
        self._log.info("alert: %s", text)

    def javaScriptConfirm(self, _origin: QUrl | str, text: str) -> bool:
        """Answer no."""
        self._log.info("confirm refused: %s", text)
        return False

    def javaScriptPrompt(self, *_arguments: object) -> tuple[bool, str]:
        """Answer nothing."""
        return False, ""

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, text: str, line: int, source: str
    ) -> None:
        """Write the page's console to the log, control characters escaped."""
        rank = {
            QWebEnginePage.JavaScriptConsoleMessageLevel.InfoMessageLevel: logging.INFO,
            QWebEnginePage.JavaScriptConsoleMessageLevel.WarningMessageLevel: logging.WARNING,
        }.get(level, logging.ERROR)
        clean = text.encode("unicode_escape").decode("ascii") if not text.isprintable() else text
        self._log.log(rank, "%s (%s:%d)", clean, source.rsplit("/", 1)[-1], line)

    @staticmethod
    def _deny(permission: QWebEnginePermission) -> None:
        permission.deny()


def _no_rights_profile() -> QWebEngineProfile:
    """Make an off-the-record profile: nothing stored, nothing downloaded."""
    profile = QWebEngineProfile(QCoreApplication.instance())
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    profile.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    profile.downloadRequested.connect(_cancel)
    for attribute in _REFUSED:
        profile.settings().setAttribute(attribute, False)
    return profile


def _cancel(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
