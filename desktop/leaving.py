"""Leaving the desk: a person who closes it while something still counts on it is asked once, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from data.model.alarms import Priority
from data.model.steps import Realm
from views import phrases
from views.phones_rows import Phase

if TYPE_CHECKING:
    from desktop.app import Anlan
    from desktop.window import MainWindow


@dataclass(frozen=True, slots=True)
class Held:
    """What would be left alone: alarms that nobody has acknowledged, phones let in, a drill that goes on."""

    alarms: int = 0
    phones: bool = False
    drill: bool = False

    def __bool__(self) -> bool:
        """Whether there is anything to ask about."""
        return bool(self.alarms or self.phones or self.drill)


def held_by(anlan: Anlan) -> Held:
    """Return what counts on a desk just now."""
    now, view = anlan.room.situation, anlan.river_desk.alarms.view
    drill = now.realm is Realm.DRILL and (now.drill is None or now.drill.ended_at is None)
    waiting = 0 if view is None else sum(view.listed.unacked(one) for one in Priority)
    return Held(waiting, anlan.phones.state().phase is Phase.OPEN, drill)


class Leaving(QObject):
    """Stands between the window and its end while a person works at it; who takes it away is not asked."""

    def __init__(self, window: MainWindow, held: Callable[[], Held]) -> None:
        """Guard a window."""
        super().__init__(window)
        self._window, self._held = window, held
        self._agreed = False
        self.box: QMessageBox | None = None
        window.may_close = self.may_close

    def end(self) -> None:
        """Ask no more: the program closes its parts."""
        self._window.may_close = None

    def may_close(self) -> bool:
        """Say whether the window may close at once; where it may not, the question is on the screen."""
        held = self._held()
        if self._agreed or not held:
            return True
        if self.box is None:
            self._ask(held)
        return False

    def _ask(self, held: Held) -> None:
        box = self.box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        title = self.tr("关闭演练桌面？") if held.drill else self.tr("关闭指挥台？")
        box.setWindowTitle(title)
        box.setText(f"{title} {self.tr('{0}。').format(phrases.clauses(self._said(held)))}")
        box.setInformativeText(self._after(held))
        leave = self.tr("关闭演练桌面") if held.drill else self.tr("关闭指挥台")
        yes = box.addButton(leave, QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("不关"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda _: self._answered(yes))
        box.open()

    def _said(self, held: Held) -> list[str]:
        said: list[str] = []
        if held.drill:
            said.append(self.tr("演练还没有结束"))
        if held.alarms:
            said.append(self.tr("有 {0} 条报警未确认").format(held.alarms))
        if held.phones:
            said.append(self.tr("外场手机正在接入"))
        return said

    def _after(self, held: Held) -> str:
        if held.drill:
            return self.tr("导调台一并关闭；实况桌面不受影响，可在那里的“演练”页继续这次演练。")
        return self.tr("关闭后本机不再报警，外场的报告进不来；已记录的都已保存。")

    def _answered(self, yes: QPushButton) -> None:
        box, self.box = self.box, None
        if box is not None and box.clickedButton() is yes:
            self._agreed = True
            self._window.close()
