"""A web view for one configured site: only its host, nothing stored, no rights, and words when it cannot be reached."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from widgets.no_rights import NoRightsPage

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEnginePage

_PATIENCE_MS: Final = 30_000
_WEB: Final = frozenset({"http", "https"})


class Trouble(Enum):
    """What is shown in place of the site."""

    NOT_CONFIGURED = "not_configured"
    NOT_AN_ADDRESS = "not_an_address"
    LOADING = "loading"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    REFUSED_BY_SITE = "refused_by_site"
    CRASHED = "crashed"


class SafeWebView(QWidget):
    """Shows one site by its configured address; every other host is refused and named."""

    address_refused = Signal(str)
    loaded = Signal()
    trouble_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = QUrl()
        self._trouble: tuple[Trouble, str] | None = None
        self._view = QWebEngineView(self)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page = NoRightsPage(self._view, may_go=self._may_go, may_ask=self._may_ask, log="web")
        self._page.request_refused.connect(self.address_refused)
        self._page.address_refused.connect(self.address_refused)
        self._view.setPage(self._page)

        self._title, self._reason, self._retry = QLabel(), QLabel(), QPushButton()
        self._notice = self._notice_page()
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._notice)
        self._layout.addWidget(self._view)

        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._on_too_slow)
        self._retry.clicked.connect(self.retry)
        self._page.loadingChanged.connect(self._on_loading)
        self._page.certificateError.connect(lambda error: error.rejectCertificate())
        self._page.renderProcessTerminated.connect(self._on_renderer_died)
        self._show_trouble(Trouble.NOT_CONFIGURED)

    def set_address(self, address: str | None) -> None:
        """Show this http or https address; None or nothing means that none is configured."""
        text = (address or "").strip()
        self._url = QUrl(text, QUrl.ParsingMode.StrictMode)
        if not text:
            self._show_trouble(Trouble.NOT_CONFIGURED)
        elif not self._url.isValid() or self._url.scheme() not in _WEB or not self._url.host():
            self._url = QUrl()
            self._show_trouble(Trouble.NOT_AN_ADDRESS, text)
        else:
            self.retry()

    def retry(self) -> None:
        """Ask for the configured address again."""
        if self._url.isEmpty():
            return
        self._show_trouble(Trouble.LOADING, self._url.host())
        self._patience.start()
        self._page.load(self._url)

    def title(self) -> str:
        """Give the words shown in place of the site, nothing when the site is shown."""
        return self._title.text() if self._layout.currentWidget() is self._notice else ""

    def sizeHint(self) -> QSize:
        """Ask for the room a bulletin needs."""
        return QSize(640, 420)

    def changeEvent(self, event: QEvent) -> None:
        """Say the notice again in a new language."""
        if event.type() == QEvent.Type.LanguageChange and self._trouble is not None:
            self._say(*self._trouble)
        super().changeEvent(event)

    def _may_go(self, url: QUrl) -> bool:
        return url.toString() == "about:blank" or (url.scheme() in _WEB and _same_place(url, self._url))

    def _may_ask(self, url: QUrl) -> bool:
        return url.scheme() in {"data", "blob"} or self._may_go(url)

    def _on_loading(self, info: QWebEngineLoadingInfo) -> None:
        status = QWebEngineLoadingInfo.LoadStatus
        if self._url.isEmpty() or not _same_place(info.url(), self._url):
            return
        if info.status() == status.LoadSucceededStatus:
            self._patience.stop()
            if info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain and info.errorCode() >= 400:
                self._show_trouble(Trouble.REFUSED_BY_SITE, str(info.errorCode()))
                return
            self._trouble = None
            self._layout.setCurrentWidget(self._view)
            self.loaded.emit()
        elif info.status() == status.LoadFailedStatus:
            self._patience.stop()
            http = info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
            kind = Trouble.REFUSED_BY_SITE if http else Trouble.UNREACHABLE
            self._show_trouble(kind, str(info.errorCode()) if http else info.errorString())

    def _on_too_slow(self) -> None:
        self._page.triggerAction(self._page.WebAction.Stop)
        self._show_trouble(Trouble.TOO_SLOW, self._url.host())

    def _on_renderer_died(self, _status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        self._patience.stop()
        self._show_trouble(Trouble.CRASHED, str(code))

    def _notice_page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("web_notice")
        self._title.setObjectName("web_notice_title")
        font = self._title.font()
        font.setPointSizeF(max(font.pointSizeF(), 9.0) * 1.25)
        font.setBold(True)
        self._title.setFont(font)
        self._reason.setWordWrap(True)
        layout = QVBoxLayout(page)
        layout.addStretch()
        for part in (self._title, self._reason):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        return page

    def _show_trouble(self, trouble: Trouble, detail: str = "") -> None:
        self._trouble = (trouble, detail)
        self._say(trouble, detail)
        self._layout.setCurrentWidget(self._notice)
        self.trouble_shown.emit(trouble.value)

    def _say(self, trouble: Trouble, detail: str) -> None:
        site = self._url.host()
        title, reason = {
            Trouble.NOT_CONFIGURED: (
                self.tr("未配置网址"),
                self.tr("填写网址后，这里显示其页面。"),
            ),
            Trouble.NOT_AN_ADDRESS: (self.tr("网址不可用"), self.tr("只接受 http 或 https 开头的网址：%s") % detail),
            Trouble.LOADING: (self.tr("正在打开"), detail),
            Trouble.UNREACHABLE: (
                self.tr("无法打开 %s") % site,
                self.tr("网络不通，或该站点未响应（%s）。其他功能不受影响。") % detail,
            ),
            Trouble.TOO_SLOW: (
                self.tr("%s 迟迟没有应答") % site,
                self.tr("等待 30 秒后已停止，其他功能不受影响。"),
            ),
            Trouble.REFUSED_BY_SITE: (self.tr("%s 拒绝了请求") % site, self.tr("站点返回代码 %s。") % detail),
            Trouble.CRASHED: (self.tr("网页进程已退出"), self.tr("退出代码 %s。其他功能不受影响。") % detail),
        }[trouble]
        self._title.setText(title)
        self._reason.setText(reason)
        self._retry.setText(self.tr("重试"))
        self._retry.setVisible(trouble not in {Trouble.NOT_CONFIGURED, Trouble.NOT_AN_ADDRESS, Trouble.LOADING})


def _same_place(url: QUrl, other: QUrl) -> bool:
    """Tell whether two addresses lead to one host; a site may move its visitors from http to https."""
    if url.host() != other.host():
        return False
    upgraded = other.scheme() == "http" and url.scheme() == "https"
    return upgraded or (url.scheme() == other.scheme() and url.port() == other.port())
