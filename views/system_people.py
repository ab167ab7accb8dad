"""System · users and state: who may do what, changing the person at the desk, and how the program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from data.model.people import Right, User
from data.model.situation import Situation
from views import phrases, words
from views.parts import Fact, Facts, Words, boxed, button, column, row, rule
from widgets.data_table import DataTable
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column, RowsModel
from widgets.theme import Size, Theme

PinCheck = Callable[[User, str], bool]


@dataclass(frozen=True, slots=True)
class UserRow:
    """One user, and whether it is the one at the desk."""

    user: User
    here: bool

    @property
    def id(self) -> str:
        """Id of the user."""
        return self.user.id


class UsersTab(QWidget):
    """Users and their rights; taking over the desk with a PIN.

    Signals:
        user_requested: id of the user who takes the desk, after the PIN has been checked.

    """

    user_requested = Signal(str)

    def __init__(self, theme: Theme, fits: PinCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits = fits
        self._now: Situation | None = None
        self._chosen = ""
        self._here = Words(theme, size=Size.LARGE, bold=True)
        self._table = DataTable(theme, RowsModel(_user_columns(), lambda r: r.id))
        self._table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._table.set_empty_words(self.tr("没有席位用户，任何人都可以签发；请导入用户台账"))
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setPlaceholderText(self.tr("口令"))
        self._pin.setAccessibleName(self.tr("口令"))
        self._pin.setMaximumWidth(theme.px(200))
        self._take = button(self.tr("接班"), "primary", self.tr("核对口令后由此人接班，记入日志（Enter）"))
        self._told = Words(theme, size=Size.SMALL, tone="muted", wrap=False)
        take = boxed(theme, row(theme, self._pin, self._take, self._told, None), (24, 10, 24, 12))
        head = boxed(theme, column(theme, self._here), (24, 16, 24, 10))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for widget in (head, rule(), self._table, rule(), take):
            outer.addWidget(widget, 1 if widget is self._table else 0)
        self._table.chosen.connect(self._pick)
        self._pin.textChanged.connect(self._ready)
        self._pin.returnPressed.connect(self._say)
        self._take.clicked.connect(self._say)
        self._ready()

    def show_situation(self, now: Situation) -> None:
        """Show the users and who is at the desk."""
        self._now = now
        self._table.set_rows([UserRow(user, user.id == now.user) for user in now.registers.users])
        here = now.registers.users.get(now.user)
        name = (
            f"{phrases.registered(here.name)} · {phrases.registered(here.post)}"
            if here is not None
            else now.user or words.DASH
        )
        self._here.say(self.tr("在席：{0}").format(name))
        self._ready()

    def _user(self) -> User | None:
        return None if self._now is None else self._now.registers.users.get(self._chosen)

    def _pick(self, ids: tuple[str, ...]) -> None:
        self._chosen = ids[0] if ids else ""
        self._told.say("", "muted")
        self._ready()

    def _ready(self, *_said: object) -> None:
        user = self._user()
        here = self._now is not None and user is not None and user.id == self._now.user
        self._take.setText(
            self.tr("由{0}接班").format(phrases.registered(user.name))
            if user is not None and not here
            else self.tr("接班")
        )
        self._take.setEnabled(user is not None and not here and bool(self._pin.text()))

    def _say(self) -> None:
        user = self._user()
        if user is None or not self._take.isEnabled():
            return
        if self._fits(user, self._pin.text()):
            self._told.say("", "muted")
            self.user_requested.emit(user.id)
        else:
            self._told.say(self.tr("口令不符"), "urgent")
        self._pin.clear()


def _user_columns() -> tuple[Column[UserRow], ...]:
    t = QCoreApplication.translate

    wide = 24 if phrases.english() else 14

    def right(value: Right) -> Column[UserRow]:
        return Column(
            value.value, words.right(value), lambda _: "", Align.LEFT, sortable=False, chars=wide,
            mark_getter=lambda r: Mark(Shape.CHECK, "text.primary") if r.user.may(value) else None,
            tooltip=lambda r: words.right(value) if r.user.may(value) else "",
        )  # fmt: skip

    def here(row: UserRow) -> Mark | None:
        return Mark(Shape.SQUARE, "text.primary", Fill.SOLID if row.here else Fill.HOLLOW)

    return (
        Column(
            "name",
            t("System", "姓名"),
            lambda r: phrases.registered(r.user.name),
            mark_getter=here,
            chars=16,
            stretch=2,
        ),
        Column("post", t("System", "职务"), lambda r: phrases.registered(r.user.post), chars=16, stretch=2),
        *(right(value) for value in Right),
    )


class HealthTab(QWidget):
    """How the program is.

    Signals:
        verify_requested: walk the hash chain of the journal.

    """

    verify_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts(theme)
        self._verify = button(self.tr("校验日志"), tip=self.tr("从头走一遍日志的校验链，查有没有被改动"))
        self._verify.clicked.connect(self.verify_requested)
        inner = boxed(theme, column(theme, self._facts, 8, row(theme, self._verify, None), None), (24, 20, 24, 16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner)
        self._known: Mapping[str, object] = {}
        self._verdict: Fact | None = None
        self.show_health({})

    def show_verify(self, said: str, *, ok: bool) -> None:
        """Say what the walk along the chain found; it stays until the next walk."""
        self._verdict = Fact(self.tr("日志校验"), said, "" if ok else "urgent")
        self.show_health(self._known)

    def show_health(self, health: Mapping[str, object]) -> None:
        """Show by key: store, home, steps, unsaved, trouble, verify, versions, log, and whatever else is handed in."""
        self._known = health
        captions = {
            "store": self.tr("数据库"),
            "home": self.tr("数据文件夹"),
            "steps": self.tr("日志步数"),
            "unsaved": self.tr("未存步数"),
            "trouble": self.tr("最近故障"),
            "verify": self.tr("日志校验"),
            "log": self.tr("运行日志"),
            "versions": self.tr("版本"),
        }
        facts = []
        for key in (*captions, *(key for key in health if key not in captions)):
            if key in health:
                value = health[key]
                said = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
                facts.append(Fact(captions.get(key, key), said or words.DASH, _tone(key, value)))
        if self._verdict is not None:
            facts = [fact for fact in facts if fact.caption != self._verdict.caption] + [self._verdict]
        self._facts.show_facts(facts or [Fact(self.tr("状态"), self.tr("正在读取…"), "muted")])


def _tone(key: str, value: object) -> str:
    if key == "unsaved" and str(value) != "0":
        return "urgent"
    return "attention" if key == "trouble" and value else ""
