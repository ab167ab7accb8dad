"""The left side of the sign-off sheet: level, basis, notes, reason, those consulted, signer and PIN."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.model.levels import Level
from data.model.people import User
from data.model.steps import Realm
from views import phrases, words
from views.parts import scrolled
from widgets.badge import Badge, BadgeLook
from widgets.marks import Mark, Shape, paint_mark
from widgets.steady_inputs import SteadyCombo
from widgets.theme import Size, Theme

_BASES = ("observed", "forecast", "whatif")


def basis_name(kind: str) -> str:
    """Where the flow of a sign-off comes from."""
    t = QCoreApplication.translate
    return {"observed": t("SignOff", "实测"), "forecast": t("SignOff", "预报"), "whatif": t("SignOff", "推演")}[kind]


class SignOffForm(QWidget):
    """Fields of a sign-off. It checks that they are filled; what they mean is the sheet's business."""

    level_chosen = Signal(object)
    basis_chosen = Signal(str)
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._basis_words: dict[str, str] = {}
        self._realm = Realm.LIVE
        self._levels, self._bases = QButtonGroup(self), QButtonGroup(self)
        self.level_buttons = {level: self._level_button(level) for level in Level}
        self.basis_buttons = {kind: self._basis_button(kind) for kind in _BASES}
        self.calm, self.loud, self.note = QLabel(), QLabel(), QLabel()
        self.realm = Badge(theme, look=BadgeLook.FILLED, role="realm.drill", size=Size.BASE)
        self.realm.hide()
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText(self.tr("为什么定这一级（必填）"))
        self.consulted, self.omission, self.pin = QLineEdit(), QLineEdit(), QLineEdit()
        self.consulted.setPlaceholderText(self.tr("会商单位、人员"))
        self.omission.setPlaceholderText(self.tr("未勾选的岗位为什么暂不下达（必填）"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(self.tr("签发人口令"))
        self.signer = SteadyCombo()
        self.sign, self.close_button = QPushButton(), QPushButton(self.tr("收起"))
        self._dress()
        self._arrange()
        self.set_theme(theme)
        self.choose_level(Level.NONE)
        self.choose_basis("observed")

    def _level_button(self, level: Level) -> QPushButton:
        button = QPushButton(words.level(level))
        button.setCheckable(True)
        button.setProperty("kind", "snap")
        self._levels.addButton(button, int(level))
        button.clicked.connect(lambda: self.level_chosen.emit(level))
        return button

    def _basis_button(self, kind: str) -> QPushButton:
        button = QPushButton(basis_name(kind))
        button.setCheckable(True)
        button.setProperty("kind", "snap")
        self._bases.addButton(button, _BASES.index(kind))
        button.clicked.connect(lambda: self.basis_chosen.emit(kind))
        return button

    def _dress(self) -> None:
        for label, tone in ((self.calm, "secondary"), (self.loud, "attention"), (self.note, "urgent")):
            label.setProperty("tone", tone)
            label.setWordWrap(True)
            label.hide()
        self.sign.setProperty("kind", "primary")
        self.sign.setToolTip(self.tr("签发（Ctrl+回车）"))
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setToolTip(self.tr("收起，草稿保留（Esc）"))
        self.close_button.clicked.connect(self.close_requested)
        for field, name in (
            (self.reason, self.tr("理由")),
            (self.consulted, self.tr("会商人")),
            (self.omission, self.tr("暂不下达的理由")),
            (self.signer, self.tr("签发人")),
            (self.pin, self.tr("口令")),
        ):
            field.setAccessibleName(name)

    def _arrange(self) -> None:
        self._captions: list[QLabel] = []
        levels = QGridLayout()
        for i, level in enumerate((Level.I, Level.II, Level.III, Level.IV, Level.NONE)):
            levels.addWidget(self.level_buttons[level], i // 3, i % 3)
        bases = QHBoxLayout()
        for button in self.basis_buttons.values():
            bases.addWidget(button, 1)
        signer = QHBoxLayout()
        signer.addWidget(self.signer, 3)
        signer.addWidget(self.pin, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.sign, 1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._omission_caption = self._caption(self.tr("暂不下达的理由"))
        for part in (
            self.realm, self._caption(self.tr("拟定等级")), levels, self._caption(self.tr("流量依据")), bases,
            self._caption(self.tr("理由")), self.reason, self._caption(self.tr("会商人")), self.consulted,
            self._caption(self.tr("签发人")), signer, self._omission_caption, self.omission,
        ):  # fmt: skip
            column.addWidget(part) if isinstance(part, QWidget) else column.addLayout(part)
        # What comes and goes stands below the fields: a note must not push the PIN's field from under the hand.
        notes = QWidget()
        told = QVBoxLayout(notes)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.loud)
        told.addWidget(self.calm)
        told.addStretch(1)
        column.addWidget(scrolled(notes), 1)
        column.addWidget(self.note)
        column.addLayout(buttons)
        self._column = column
        self.omission.hide()
        self._omission_caption.hide()

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("tone", "muted")
        self._captions.append(label)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        self.realm.set_theme(theme)
        self._column.setSpacing(theme.px(4))
        for label in self._captions:
            label.setFont(theme.font(Size.SMALL))
        for label in (self.calm, self.loud, self.note):
            label.setFont(theme.font(Size.SMALL))
        self.reason.setFixedHeight(theme.px(64))
        self.sign.setMinimumHeight(theme.px(30))
        for level, button in self.level_buttons.items():
            button.setIcon(self._swatch(level))
            button.setIconSize(QSize(theme.px(12), theme.px(12)))

    def _swatch(self, level: Level) -> QIcon:
        side = self._theme.px(12)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, side, side), Mark(Shape.SQUARE, f"warning.{level.colour}"), self._theme)
        painter.end()
        return QIcon(picture)

    # what the sheet says

    def show_realm(self, realm: Realm) -> None:
        """Say in a drill, in its colour and in words, that nothing here becomes live."""
        self._realm = realm
        self.realm.setVisible(realm is Realm.DRILL)
        self.realm.show_words(self.tr("演练 · 签发只在演练内生效"), role="realm.drill")

    def choose_level(self, level: Level) -> None:
        """Set the level without a word."""
        self.level_buttons[level].setChecked(True)

    def choose_basis(self, kind: str) -> None:
        """Set the basis without a word."""
        self.basis_buttons[kind].setChecked(True)

    def show_bases(self, flows: Mapping[str, tuple[float, str] | None]) -> None:
        """Show the flow of each basis; what is not there cannot be chosen."""
        for kind, value in flows.items():
            button = self.basis_buttons[kind]
            button.setEnabled(value is not None or kind == "observed")
            text = basis_name(kind) if value is None else f"{basis_name(kind)} {words.flow(value[0])}"
            button.setText(text)
            button.setToolTip("" if value is None else value[1])
            self._basis_words[kind] = text if value is None else f"{text} m³/s {value[1]}".strip()

    def show_signers(self, users: Sequence[User], at_desk: str) -> None:
        """Offer those who may sign; the one at the desk first."""
        chosen = self.signer.currentData() or at_desk
        self.signer.clear()
        for user in users:
            self.signer.addItem(phrases.user_name(user), user.id)
        self.signer.setCurrentIndex(max(0, self.signer.findData(chosen)))
        self.signer.setPlaceholderText(self.tr("没有登记有签发权的人"))

    def show_notes(self, calm: Sequence[str], loud: Sequence[str]) -> None:
        """Show what is to be known, and what asks for care."""
        for label, texts, sign in ((self.calm, calm, ""), (self.loud, loud, "▲ ")):
            text = "\n".join(sign + part for part in texts if part)
            label.setText(text)
            label.setVisible(bool(text))

    def show_count(self, issue: int, withdraw: int, vacant: int, *, omitted: bool) -> None:
        """Name on the button what it will do."""
        drill = self._realm is Realm.DRILL
        pattern = (
            self.tr("签发到演练：下达 {0} 项、撤销 {1} 项")
            if drill
            else self.tr("签发到实况：下达 {0} 项、撤销 {1} 项")
        )
        text = pattern.format(issue, withdraw)
        self.sign.setText(text)
        self.sign.setAccessibleName(text)
        self.omission.setVisible(omitted)
        self._omission_caption.setVisible(omitted)
        if vacant:
            had = self.loud.text()
            self.loud.setText("\n".join(t for t in (had, self.tr("▲ {0} 项任务无人在岗受领").format(vacant)) if t))
            self.loud.show()

    def say(self, text: str) -> None:
        """Say what is missing or went wrong."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def clear(self) -> None:
        """Forget what was typed, after it was signed."""
        self.reason.clear()
        for field in (self.consulted, self.omission, self.pin):
            field.clear()
        self.say("")

    # what was filled in

    def level(self) -> Level:
        """The level chosen."""
        return Level(self._levels.checkedId())

    def basis(self) -> str:
        """Kind of basis chosen."""
        return _BASES[self._bases.checkedId()]

    def basis_words(self) -> str:
        """The basis with its flow and time."""
        return self._basis_words.get(self.basis(), basis_name(self.basis()))

    def reason_text(self) -> str:
        """The reason typed."""
        return self.reason.toPlainText().strip()

    def signer_id(self) -> str:
        """The user who signs, "" when nobody may."""
        return str(self.signer.currentData() or "")

    def take_pin(self) -> str:
        """The PIN typed; it is forgotten at once."""
        pin = self.pin.text()
        self.pin.clear()
        return pin

    def missing(self, *, omitted: bool) -> str:
        """What is still to be filled in; the cursor goes there."""
        if not self.reason_text():
            self.reason.setFocus()
            return self.tr("请写明理由")
        if omitted and not self.omission.text().strip():
            self.omission.setFocus()
            return self.tr("请写明暂不下达的理由")
        if not self.signer_id() and self.signer.count():
            self.signer.setFocus()
            return self.tr("请选择签发人")
        if self.signer_id() and not self.pin.text():
            self.pin.setFocus()
            return self.tr("请签发人键入口令")
        return ""
