"""The settings of one channel, made from the catalogue; a draft stays until it is saved or taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from data.gateway.channels.catalogue import KINDS, Field, Setup, Value, faults_of, name_fault
from data.gateway.channels.standing import Standing
from data.rules.channels import EXERCISE_MARK
from views import channels_words
from views.channel_fields import FieldInput, SecretInput
from views.channels_field_words import field_caption, hint
from views.parts import Words, boxed, button, row, rule, scrolled
from widgets.theme import Size, Theme

_COMMON = frozenset(
    {"address", "keyword", "listen", "body", "headers", "method", "signature", "port", "security", "sender_name",
     "user", "base_url", "area", "transport", "cert_file", "key_file", "success_pointer", "success_value"}
)  # fmt: skip
"""Shown at once though they need not be filled in; the rest stands under 更多设置."""


class ChannelForm(QWidget):
    """The form of one channel.

    Signals:
        keep_requested: the Setup as it is to be, and by field the new secret, or None to forget one.

    """

    keep_requested = Signal(object, object)

    def __init__(self, theme: Theme, setup: Setup, *, fresh: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup, self.fresh = setup, fresh
        self._sent: Setup | None = None
        self._may = True
        kind = KINDS.get(setup.kind)
        self.name, self.title = QLineEdit(setup.name), QLineEdit(setup.title)
        self.name.setPlaceholderText(hint(setup.kind, "name"))
        self.on = QCheckBox(self.tr("启用"))
        self.exercise = QCheckBox(self.tr("{0}专用").format(EXERCISE_MARK))
        self.exercise.setToolTip(hint(setup.kind, "exercise"))
        self.fields: dict[str, FieldInput] = {}
        self.secrets: dict[str, SecretInput] = {}
        self.more = button("", "quiet")
        self.more.setCheckable(True)
        self._more = QWidget()
        self.told = Words(theme, size=Size.SMALL, tone="muted")
        self.save = button("", "primary")
        self.back = button(self.tr("还原"), "quiet", self.tr("放弃未保存的修改"))
        self._arrange(theme, kind.fields if kind is not None else ())
        self._wire()
        self.show_setup(setup)

    def _arrange(self, theme: Theme, fields: tuple[Field, ...]) -> None:
        kind = self.setup.kind
        top, further = _form(theme), _form(theme)
        if self.fresh:
            top.addRow(field_caption(kind, "name"), self.name)
        top.addRow(field_caption(kind, "title"), self.title)
        top.addRow("", row(theme, self.on, self.exercise, None, gap=16))
        for field in fields:
            caption = field_caption(kind, field.key)
            if field.secret:
                secret = SecretInput(theme, kind, field)
                self.secrets[field.key] = secret
                top.addRow(caption, secret)
                secret.changed.connect(self._look)
                continue
            made = FieldInput(theme, kind, field)
            made.changed.connect(self._look)
            self.fields[field.key] = made
            (top if field.required or field.key in _COMMON else further).addRow(caption, made)
        self._more.setLayout(further)
        self.more.setVisible(further.rowCount() > 0)
        about = Words(theme, channels_words.about(kind), size=Size.SMALL, tone="secondary")
        unsure = Words(theme, channels_words.unconfirmed(), size=Size.SMALL, tone="muted")
        inner = QVBoxLayout()
        inner.setSpacing(theme.px(8))
        for item in (about, unsure):
            inner.addWidget(item)
        inner.addLayout(top)
        inner.addLayout(row(theme, self.more, None))
        inner.addWidget(self._more)
        inner.addStretch(1)
        foot_row = row(theme, self.save, self.back, self.told, None)
        foot_row.setStretchFactor(self.told, 100)
        foot = boxed(theme, foot_row, (16, 8, 16, 8))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(scrolled(boxed(theme, inner, (16, 12, 16, 12))), 1)
        box.addWidget(rule())
        box.addWidget(foot)

    def _wire(self) -> None:
        for line in (self.name, self.title):
            line.textChanged.connect(self._look)
        for check in (self.on, self.exercise):
            check.toggled.connect(self._look)
        self.more.toggled.connect(self._fold)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.take_back)
        self._fold(open_=False)

    # in

    def show_standing(self, standing: Standing) -> None:
        """Show what is kept now; a draft stays, unless it is what was saved."""
        if self._sent == standing.setup:
            self._sent = None
            for secret in self.secrets.values():
                secret.clear()
            self.show_setup(standing.setup)
        elif not self.drafted():
            self.show_setup(standing.setup)
        else:
            self.setup = standing.setup
        for key, secret in self.secrets.items():
            secret.show_kept(kept=key in standing.kept)
        self._look()

    def show_setup(self, setup: Setup) -> None:
        """Put a channel's settings into the form."""
        self.setup = setup
        held = dict(setup.values)
        for widget, text in ((self.name, setup.name), (self.title, setup.title)):
            widget.blockSignals(True)
            widget.setText(text)
            widget.blockSignals(False)
        for check, on in ((self.on, setup.on), (self.exercise, setup.exercise)):
            check.blockSignals(True)
            check.setChecked(on)
            check.blockSignals(False)
        for key, made in self.fields.items():
            made.show_value(held.get(key, made.field.default))
        self._look()

    def show_rights(self, *, may: bool) -> None:
        """Who may not configure can look, and try what would go out."""
        self._may = may
        self._look()

    def show_failed(self, said: str) -> None:
        """Say that it was not kept; the draft stays."""
        self._sent = None
        self.told.say(said, "urgent")

    # what stands in it

    def draft(self) -> Setup:
        """The channel as it stands in the form; what is as usual is left out."""
        values = tuple((key, made.value()) for key, made in self.fields.items() if _says(made.field, made.value()))
        name = self.name.text().strip()
        return Setup(
            name, self.setup.kind, self.title.text().strip(), self.on.isChecked(), self.exercise.isChecked(), values,
        )  # fmt: skip

    def drafted(self) -> bool:
        """Whether something stands in it that is not saved."""
        return self.fresh or self._plain(self.setup) != self._plain(self.draft()) or bool(self._wishes())

    def take_back(self) -> None:
        """Show again what is saved."""
        for secret in self.secrets.values():
            secret.clear()
        self.show_setup(self.setup)

    def _plain(self, setup: Setup) -> Setup:
        """The setup without what says nothing: defaults, fields that its kind does not have, order."""
        held = dict(setup.values)
        said = ((key, held[key]) for key, made in self.fields.items() if key in held and _says(made.field, held[key]))
        return replace(setup, values=tuple(said))

    def _wishes(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for key, secret in self.secrets.items():
            wanted = secret.wanted()
            if not isinstance(wanted, bool):
                found[key] = wanted
        return found

    def _fold(self, open_: bool) -> None:
        self._more.setVisible(open_)
        self.more.setText(self.tr("▾ 更多设置") if open_ else self.tr("▸ 更多设置"))

    def _look(self) -> None:
        draft = self.draft()
        faults = faults_of(draft)
        wrong = {one.field: one.why for one in faults}
        for key, made in self.fields.items():
            made.show_wrong(wrong=key in wrong and wrong[key] != "missing")
        drafted = self.drafted()
        named = draft.title or draft.name
        self.save.setText(self.tr("保存“{0}”").format(named) if named else self.tr("保存"))
        self.save.setEnabled(self._may and not faults and (drafted or bool(faults_of(self.setup))))
        self.back.setEnabled(drafted)
        if not self._may:
            self.told.say(self.tr("只有系统管理岗可以修改"), "muted")
        elif faults and drafted and not (self.fresh and name_fault(draft.name) and not draft.name):
            first = faults[0]
            said = channels_words.trouble_of_field(draft.kind, first.field, first.why)
            self.told.say(said, "muted" if first.why == "missing" else "attention")
        else:
            self.told.say(self.tr("有未保存的修改") if drafted and not self.fresh else "", "muted")

    def _save(self) -> None:
        draft = self.draft()
        if not faults_of(draft) and self._may:
            self._sent = draft
            self.keep_requested.emit(draft, self._wishes())


def _says(field: Field, value: Value) -> bool:
    """Whether a value says more than leaving it out."""
    return value not in (field.default, "", ())


def _form(theme: Theme) -> QFormLayout:
    made = QFormLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setHorizontalSpacing(theme.px(12))
    made.setVerticalSpacing(theme.px(6))
    return made
