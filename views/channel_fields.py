"""Inputs for the fields of a channel; secrets can be written, replaced and forgotten, never read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from data.gateway.channels.catalogue import Field, FieldType, Value
from views import channels_field_words
from views.parts import Choice, button
from widgets.theme import Theme


class FieldInput(QWidget):
    """One field: `value` is what stands in it, as its type where it can be read so.

    Signals:
        changed: something was typed or chosen.

    """

    changed = Signal()

    def __init__(self, theme: Theme, kind: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(6))
        self.input = self._made(theme, kind)
        self.setFocusProxy(self.input)
        caption = channels_field_words.field_caption(kind, field.key)
        self.input.setAccessibleName(caption)
        self.input.setToolTip(channels_field_words.hint(kind, field.key))
        self._box.addWidget(self.input, 1)
        if field.type in (FieldType.FILE, FieldType.FOLDER):
            browse = button(self.tr("选择…"))
            browse.clicked.connect(self._browse)
            self._box.addWidget(browse)
        self.show_value(field.default)

    def _made(self, theme: Theme, kind: str) -> QWidget:
        field = self.field
        hint = channels_field_words.hint(kind, field.key)
        match field.type:
            case FieldType.SWITCH:
                check = QCheckBox(hint)
                check.toggled.connect(self.changed)
                return check
            case FieldType.CHOICE:
                choice = Choice(field.key)
                choice.set_choices([(one, channels_field_words.choice(field.key, one)) for one in field.choices])
                choice.picked.connect(self.changed)
                return choice
            case FieldType.LONG | FieldType.LINES | FieldType.PAIRS:
                text = QPlainTextEdit()
                text.setPlaceholderText(hint)
                text.setTabChangesFocus(True)
                text.setFixedHeight(theme.px(84 if field.type is FieldType.LONG else 56))
                text.textChanged.connect(self.changed)
                return text
            case _:
                line = QLineEdit()
                line.setPlaceholderText(hint)
                line.textChanged.connect(self.changed)
                return line

    def value(self) -> Value:
        """What stands in it; a number that cannot be read stays a text, and is told as such by the check."""
        field, made = self.field, self.input
        if isinstance(made, QCheckBox):
            return made.isChecked()
        if isinstance(made, Choice):
            return made.key()
        if isinstance(made, QPlainTextEdit):
            text = made.toPlainText()
            if field.type is FieldType.LONG:
                return text
            return tuple(one.strip() for one in text.splitlines() if one.strip())
        text = made.text() if isinstance(made, QLineEdit) else ""
        if field.type in (FieldType.WHOLE, FieldType.NUMBER):
            return _number(text, whole=field.type is FieldType.WHOLE)
        return text if field.key == "separator" else text.strip()

    def show_value(self, value: Value) -> None:
        """Put a value in; one of the wrong type is shown as the text that it is."""
        made = self.input
        blocked = made.blockSignals(True)
        if isinstance(made, QCheckBox):
            made.setChecked(value is True)
        elif isinstance(made, Choice):
            made.choose(str(value))
        elif isinstance(made, QPlainTextEdit):
            made.setPlainText("\n".join(value) if isinstance(value, tuple) else str(value))
        elif isinstance(made, QLineEdit):
            empty = self.field.type is FieldType.WHOLE and value == self.field.default == 0
            made.setText("" if empty else f"{value:g}" if isinstance(value, float) else str(value))
            made.setCursorPosition(0)
        made.blockSignals(blocked)

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark it as wrong, or not."""
        if bool(self.input.property("wrong")) != wrong:
            self.input.setProperty("wrong", wrong)
            self.input.style().unpolish(self.input)
            self.input.style().polish(self.input)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.input.accessibleName())
        folder = self.field.type is FieldType.FOLDER
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        if isinstance(self.input, QLineEdit):
            self.input.setText(path)


def _number(text: str, *, whole: bool) -> Value:
    bare = text.replace(",", "").strip()
    try:
        return int(bare) if whole else float(bare)
    except ValueError:
        return text


class SecretInput(QWidget):
    """A secret: what is kept is never shown; typing replaces it, a button forgets it, both only when saved.

    Signals:
        changed: something was typed, or is to be forgotten.

    """

    changed = Signal()

    def __init__(self, theme: Theme, kind: str, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.kept = False
        self.forgets = False
        self.input = QLineEdit()
        self.input.setEchoMode(QLineEdit.EchoMode.Password)
        self.input.setMaxLength(2000)
        self.input.setAccessibleName(channels_field_words.field_caption(kind, field.key))
        self.forget = QPushButton()
        self.forget.setAutoDefault(False)
        self.forget.setProperty("kind", "quiet")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(6))
        box.addWidget(self.input, 1)
        box.addWidget(self.forget)
        self.setFocusProxy(self.input)
        self.input.textChanged.connect(self._typed)
        self.forget.clicked.connect(self._toggle)
        self._say()

    def show_kept(self, *, kept: bool) -> None:
        """Show whether one is kept."""
        self.kept = kept
        self.forgets = self.forgets and kept
        self._say()

    def clear(self) -> None:
        """Nothing typed, nothing to forget."""
        self.forgets = False
        self.input.clear()
        self._say()

    def wanted(self) -> str | bool | None:
        """The new secret, None to forget the kept one, False to leave it."""
        return None if self.forgets else self.input.text() or False

    def _typed(self) -> None:
        self.forgets = self.forgets and not self.input.text()
        self._say()
        self.changed.emit()

    def _toggle(self) -> None:
        self.forgets = not self.forgets
        if self.forgets:
            self.input.clear()
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        t = QCoreApplication.translate
        if self.forgets:
            said = t("SecretInput", "保存后忘记")
        elif self.kept:
            said = t("SecretInput", "已保存，不显示；输入即替换")
        else:
            said = t("SecretInput", "必填，未保存") if self.field.required else t("SecretInput", "未保存")
        self.input.setPlaceholderText(said)
        self.forget.setText(t("SecretInput", "不忘记") if self.forgets else t("SecretInput", "忘记"))
        self.forget.setVisible(self.kept)
