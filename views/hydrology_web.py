"""The superior's platform or bulletin page inside the desk: without rights, and not beyond its own site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.empty_state import EmptyState
from widgets.theme import Theme

if TYPE_CHECKING:
    from widgets.safe_web_view import SafeWebView


class WebPage(QStackedWidget):
    """The page, or a sentence that no address is configured.

    Signals:
        settings_requested: the address would be filled in.
        message_requested: words for the status line.

    """

    settings_requested = Signal()
    message_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self.web: SafeWebView | None = None
        self.empty = EmptyState(
            theme,
            self.tr("未配置上级平台或水情公报的网址"),
            icon="link-broken",
            act=self.tr("去系统设置填写"),
            detail=self.tr("填写后在这里显示；该页面没有任何权限，也不能离开所填的站点。"),
        )
        self.addWidget(self.empty)
        self.empty.acted.connect(self.settings_requested)

    def show_address(self, address: str) -> None:
        """Take the address; nothing means that none is configured."""
        self._address = address.strip()
        if self.web is not None:
            self.web.set_address(self._address)
        self._open()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the web page when it is first seen: it is heavy and often not wanted."""
        super().showEvent(event)
        self._open()

    def _open(self) -> None:
        if not self._address:
            self.setCurrentWidget(self.empty)
            return
        if self.web is None and self.isVisible():
            from widgets.safe_web_view import SafeWebView

            self.web = SafeWebView()
            self.web.address_refused.connect(
                lambda url: self.message_requested.emit(self.tr("已拒绝离开所填站点：{0}").format(url))
            )
            self.addWidget(self.web)
            self.web.set_address(self._address)
        if self.web is not None:
            self.setCurrentWidget(self.web)
