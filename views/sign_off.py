"""Sign-off sheet: shows exactly what will become live, asks for reason and signature, sends that and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.model.levels import Level
from data.model.people import Right, User
from data.model.situation import Situation, Touched
from data.model.steps import Realm, SignedOff
from data.rules import signoff
from data.rules.coming import standing_forecast
from data.rules.signoff import Preview
from data.rules.warning import at_flow
from views import phrases, sign_off_draft, words
from views.pane import Pane
from views.sign_off_draft import Draft
from views.sign_off_form import SignOffForm, basis_name
from views.sign_off_tree import SignOffTree
from widgets.panel import Panel
from widgets.shortcuts import SEND, inside
from widgets.steady_inputs import SteadyCombo
from widgets.theme import Theme, retheme

PinCheck = Callable[[User, str], bool]
_RECOUNT_MS = 150


class SignOffSheet(Pane):
    """A sheet inside the desk, not a window. `pin_check` says whether a user's PIN is right.

    Signal closed(): put the sheet away; what was typed stays for the next opening unless it was signed.
    """

    closed = Signal()

    heeds: ClassVar[Touched] = ~(Touched.LOG | Touched.PEOPLE)

    def __init__(self, theme: Theme, pin_check: PinCheck, parent: QWidget | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(theme, parent)
        self._pin_check = pin_check
        self._draft: Draft | None = None
        self._left_out: frozenset[str] = frozenset()
        self._chosen: dict[str, str] = {}
        self._sent: SignedOff | None = None
        self.panel = Panel(theme, self.tr("签发单"), detachable=False, icon="sign")
        self.tree = SignOffTree(theme)
        self.form = SignOffForm(theme)
        self.assignee = SteadyCombo()
        self.assignee.setAccessibleName(self.tr("受领人"))
        self._assign_words = QLabel()
        self._assign_words.setProperty("tone", "secondary")
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._arrange()
        self._wire()
        self._offer_people("")
        self.draw_theme(theme)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._assign_words, 1)
        line.addWidget(self.assignee)
        right = QVBoxLayout()
        right.addWidget(self.tree, 1)
        right.addLayout(line)
        body = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._sides.addWidget(self.form)
        self._sides.addLayout(right, 1)
        self.panel.set_body(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self.panel)

    def _wire(self) -> None:
        self.tree.left_out_changed.connect(self._leave_out)
        self.tree.row_chosen.connect(self._offer_people)
        self.assignee.activated.connect(self._assign)
        self.form.level_chosen.connect(lambda _: self._say_notes())
        self.form.basis_chosen.connect(lambda _: self.form.say(""))
        self.form.basis_chosen.connect(lambda _: self._recount_now())
        self.form.close_requested.connect(self.closed)
        self.form.sign.clicked.connect(self._sign)
        self._recount.timeout.connect(self._recount_now)
        for keys in SEND:
            inside(self, keys, self._sign)

    # what the owner says

    def open_for(self, level: Level | None = None) -> None:
        """Propose a level (None: what is suggested) on the flow that it comes from, and show the sheet; a draft whose
        reason has been typed comes back as it was put away.
        """
        fresh = not self.form.reason_text()
        if fresh and self.now is not None:
            self.form.choose_basis(sign_off_draft.cause_basis(self.now, self.preview))
            self._left_out = frozenset()
            self._chosen.clear()
            self.form.say("")
        self._recount_now()
        if fresh and self.now is not None:
            suggested = self.preview.level if self.preview is not None else self.now.suggestion.level
            self.form.choose_level(suggested if level is None else level)
        self._say_notes()
        self.show()
        self.raise_()
        self.form.reason.setFocus()

    def show_refusal(self, text: str) -> None:
        """Say why the step was refused; everything typed stays."""
        self._sent = None
        self.form.say(text)

    # drawing

    def draw(self, now: Situation, touched: Touched) -> None:
        """Keep the sheet true to the situation; close it when what it sent has become live."""
        self.form.show_realm(now.realm)
        self.panel.set_title(self.tr("签发单（演练）") if now.realm is Realm.DRILL else self.tr("签发单"))
        if touched & Touched.REGISTERS:
            self.form.show_signers([u for u in now.registers.users if u.may(Right.SIGN)], now.user)
        if self._sent is not None and (now.standing.level, now.standing.reason) == (
            self._sent.level,
            self._sent.reason,
        ):
            self._sent = None
            self.form.clear()
            self.closed.emit()
            return
        self._recount_now()

    def draw_preview(self, now: Situation, preview: Preview | None) -> None:  # noqa: ARG002 - read when it is recounted
        """Follow the slider while the sheet is open."""
        self._leave_lost_basis()
        self._recount.start(_RECOUNT_MS)

    def draw_theme(self, theme: Theme) -> None:
        """Hand the theme on."""
        retheme(self.panel, theme)
        self._sides.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        self._sides.setSpacing(theme.px(16))
        self.form.setFixedWidth(theme.px(360))
        self.assignee.setMinimumWidth(theme.px(180))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the form readable beside the list."""
        super().resizeEvent(event)
        self.form.setFixedWidth(min(self.theme.px(400), max(self.theme.px(300), self.width() * 2 // 5)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sheet away and keeps the draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # inside

    def _flow(self) -> float:
        now = self.now
        if now is None:
            return 0.0
        match self.form.basis():
            case "whatif" if self.preview is not None:
                return self.preview.flow_m3s
            case "forecast" if (forecast := standing_forecast(now)) is not None:
                return forecast.flow_m3s
            case _:
                return now.flow_m3s if now.flow_m3s is not None else now.basis.flow_m3s

    def _leave_lost_basis(self) -> None:
        """Turn from a what-if or forecast that is no more to what the level now comes from; a draft is told so."""
        now, basis = self.now, self.form.basis()
        offered = {"observed": True, "whatif": self.preview is not None}
        if now is None or offered.get(basis, standing_forecast(now) is not None):
            return
        instead = sign_off_draft.cause_basis(now, self.preview)
        self.form.choose_basis(instead)
        if self.form.reason_text():
            self.form.say(
                self.tr("原依据“{0}”已不在，改按{1}，请核对等级和任务。").format(basis_name(basis), basis_name(instead))
            )

    def _recount_now(self) -> None:
        now = self.now
        if now is None:
            return
        self._leave_lost_basis()
        forecast, reading = standing_forecast(now), now.latest()
        self.form.show_bases(
            {
                "observed": None
                if reading is None or reading.flow_m3s is None
                else (reading.flow_m3s, words.date_clock(reading.at)),
                "forecast": None if forecast is None else (forecast.flow_m3s, words.date_clock(forecast.valid_at)),
                "whatif": None if self.preview is None else (self.preview.flow_m3s, ""),
            }
        )
        flow = self._flow()
        ready = self.preview is not None and self.preview.flow_m3s == flow
        shown = self.preview if ready and self.preview is not None else signoff.preview(now, flow)
        self._draft = sign_off_draft.make_draft(shown, self._left_out)
        self.tree.show_draft(now, self._draft, self._chosen)
        drill = now.realm is Realm.DRILL
        ends = self.tr("{0} {1} m³/s · 演练，不是实况") if drill else self.tr("{0} {1} m³/s · 签发后即为实况")
        said = ends.format(basis_name(self.form.basis()), words.flow(flow))
        if self.form.basis() == "observed" and now.flow_m3s is None:  # no figure where nobody has read any
            said = self.tr("尚无实测 · 演练，不是实况") if drill else self.tr("尚无实测 · 签发后即为实况")
        self.panel.set_summary(said, "realm.drill" if drill else "text.muted")
        self._say_notes()

    def _say_notes(self) -> None:
        now, draft = self.now, self._draft
        if now is None or draft is None:
            return
        level = self.form.level()
        suggested = max(
            at_flow(now.registers.triggers, draft.preview.flow_m3s),
            now.suggestion.level if self.form.basis() != "whatif" else Level.NONE,
        )
        cause = sign_off_draft.cause_note(now, self.preview if self.form.basis() == "whatif" else None)
        fall, met = sign_off_draft.fall_note(now, level)
        self.form.show_notes(
            calm=[cause, sign_off_draft.power_note(draft, level), fall if met else ""],
            loud=[sign_off_draft.against_suggestion(level, suggested), "" if met else fall],
        )
        vacant = sum(not sign_off_draft.assignee_of(now, row, self._chosen) for row in draft.issue)
        self.form.show_count(len(draft.issue), len(draft.withdraw), vacant, omitted=bool(draft.omitted))

    def _leave_out(self, roles: frozenset[str]) -> None:
        self._left_out = roles
        self._recount.start(0)

    def _offer_people(self, row_id: str) -> None:
        now = self.now
        row = None if now is None else now.plan.by_id.get(row_id)
        self.assignee.clear()
        self.assignee.setEnabled(row is not None)
        self._assign_words.setText(phrases.plan_title(row) if row is not None else self.tr("选中一项任务，可改受领人"))
        if now is None or row is None:
            return
        for person in now.registers.staff:
            if person.role == row.role:
                off = "" if person.on_duty else self.tr("（不在岗）")
                self.assignee.addItem(f"{person.name} {person.post}{off}", person.id)
        for squad in now.registers.squads:
            self.assignee.addItem(squad.name, squad.id)
        present = self.assignee.findData(sign_off_draft.assignee_of(now, row, self._chosen))
        self.assignee.setCurrentIndex(present)
        self.assignee.setProperty("instruction", row_id)

    def _assign(self, _place: int) -> None:
        row_id = str(self.assignee.property("instruction") or "")
        person = self.assignee.currentData()
        if row_id and person:
            self._chosen[row_id] = str(person)
            self._recount_now()

    def _sign(self) -> None:
        now, draft = self.now, self._draft
        if now is None or draft is None:
            return
        missing = self.form.missing(omitted=bool(draft.omitted))
        if missing:
            self.form.say(missing)
            return
        signer = now.registers.users.get(self.form.signer_id())
        if signer is not None and not self._pin_check(signer, self.form.take_pin()):
            self.form.say(self.tr("口令不对，没有签发。请签发人本人重新键入。"))
            return
        self.form.say("")
        reason = sign_off_draft.full_reason(
            now, draft, self.form.basis_words(), self.form.reason_text(), self.form.omission.text()
        )
        body = sign_off_draft.signed_off(
            now, draft, self.form.level(), reason, self.form.consulted.text().strip(), self._chosen
        )
        self._sent = body
        self.step_requested.emit(body, self.form.signer_id())
