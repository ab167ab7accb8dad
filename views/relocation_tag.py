"""扫码或输入户牌: a scanner at the desk, or the letters under a code; one key then sets the household's state."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from unicodedata import normalize
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from data.model.people import Household, Whereabouts
from data.model.situation import Situation
from views import words
from views.where_bar import NEEDS_NOTE
from widgets.flow_layout import FlowLayout
from widgets.ink_label import InkLabel
from widgets.theme import Theme

PREFIX = "anlan:h/"
KEYS = MappingProxyType(
    {
        "1": Whereabouts.TOLD,
        "2": Whereabouts.SIGNED,
        "3": Whereabouts.LEAVING,
        "4": Whereabouts.LEFT,
        "5": Whereabouts.REFUSED,
        "6": Whereabouts.UNKNOWN,
    }
)
"""Keys of the states once a tag was read; the last two go on to the card, where they are explained."""


def written(text: str) -> str:
    """Return the tag that was scanned, or typed as it stands under the code: number, blank, four letters."""
    said = normalize("NFKC", text).strip()
    if said[: len(PREFIX)].lower() == PREFIX:
        return PREFIX + said[len(PREFIX) :]
    number, _, check = said.rpartition(" ")
    return f"{PREFIX}{quote(number.strip(), safe='')}/{check}" if number.strip() else said


def refused(code: str) -> str:
    """Why a tag is not taken."""
    t = QCoreApplication.translate
    return {
        "forged": t("RelocationTag", "校验码不对：不是本指挥部印发的户牌，或输错了，请核对后重扫"),
        "not_a_tag": t("RelocationTag", "不是户牌：扫二维码，或照码下输入编号、空格和四位校验码"),
        "no_key": t("RelocationTag", "户牌密钥读不出，无法核对，请检查磁盘权限"),
        "unknown": t("RelocationTag", "户牌是真的，但迁安户台账里没有这一户"),
    }[code]


class TagEntry(QWidget):
    """The field in the head of the workspace.

    Signals:
        found: id of the household whose tag was read.
        failed: words why a tag is not taken.

    """

    found = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty field; without a key every tag is refused."""
        super().__init__(parent)
        self._now: Situation | None = None
        self._key: Callable[[], bytes] | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("扫码或输入户牌，如 H012 K7QA"))
        self.field.setAccessibleName(self.tr("户牌"))
        self.field.setMaxLength(500)
        self.field.setMinimumWidth(theme.px(230))
        label = QLabel(self.tr("户牌(&T)"))
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(label)
        row.addWidget(self.field)
        self.field.returnPressed.connect(self._read)

    def set_key(self, key: Callable[[], bytes]) -> None:
        """Say where the key of this store's tags is; OSError when it cannot be read."""
        self._key = key

    def show_situation(self, now: Situation) -> None:
        """Know the households."""
        self._now = now

    def _read(self) -> None:
        from data.gateway.tags import TagRefused, parse_tag

        text = self.field.text()
        if self._now is None or not text.strip():
            return
        try:
            household = parse_tag(b"" if self._key is None else self._key(), written(text))
        except TagRefused as trouble:
            self._fail(trouble.code)
        except (OSError, ValueError):
            self._fail("no_key")
        else:
            if self._now.registers.households.get(household) is None:
                self._fail("unknown")
                return
            self.field.clear()
            self.found.emit(household)

    def _fail(self, code: str) -> None:
        self.field.selectAll()  # the next scan takes its place
        self.failed.emit(refused(code))


class TagBar(QWidget):
    """Below the head: the household whose tag was read, and a key for each state; whatever else is typed is a tag.

    Signals:
        state_chosen: a Whereabouts for the household shown.
        note_needed: a Whereabouts that has to be explained.
        typed: the beginning of the next tag.

    """

    state_chosen = Signal(object)
    note_needed = Signal(object)
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.household = ""
        self._locked = False
        self.said = InkLabel(theme, lines=0)
        self.buttons = {key: QPushButton(f"{key} {words.whereabouts(state)}") for key, state in KEYS.items()}
        holder = QWidget()
        flow = FlowLayout(holder, theme.px(4))
        for key, made in self.buttons.items():
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(lambda _=False, key=key: self._choose(key))
            flow.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(2), theme.px(12), theme.px(6))
        box.setSpacing(theme.px(4))
        box.addWidget(self.said)
        box.addWidget(holder)
        self._holder = holder
        self.hide()

    def show_household(self, home: Household, where: Whereabouts, *, locked: bool) -> None:
        """Offer the states of a household; locked in a what-if."""
        self.household, self._locked = home.id, locked
        people = self.tr("{0} 人").format(home.people)
        facts = "  ".join(part for part in (home.id, words.masked_name(home.name), home.village, people) if part)
        now = self.tr("{0}　现为“{1}”").format(facts, words.whereabouts(where))
        asked = self.tr("推演中不登记") if locked else self.tr("按 1–6 登记，或接着扫下一户")
        self.said.set_text(f"{now}　{asked}", "text.primary")
        for key, state in KEYS.items():
            self.buttons[key].setEnabled(not locked and state is not where)
        self._holder.show()
        self.show()

    def show_trouble(self, text: str) -> None:
        """Say why a tag is not taken."""
        self.household = ""
        self.said.set_text(text, "state.urgent")
        self._holder.hide()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of a state sets it; the scanner's first letter goes to the field."""
        text = event.text()
        if text in self.buttons:
            self._choose(text)
        elif text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Letters are the next tag's, not a shortcut's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.text().strip():
            plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if plain and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    def _choose(self, key: str) -> None:
        state = KEYS[key]
        if self.household and self.buttons[key].isEnabled():
            (self.note_needed if state in NEEDS_NOTE else self.state_chosen).emit(state)
