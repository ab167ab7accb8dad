"""What the duty officer types in: an official forecast, a reading heard by telephone, a withdrawal with its reason."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.model.river import HUAYUANKOU, Proposal, Quality, Reading
from data.model.river_steps import ReadingCorrected, ReadingProposed
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Realm
from data.rules.plan import tier_of
from data.rules.readings import crosses
from views import phrases, words
from widgets.steady_inputs import TEXT_MARGIN, SteadyCombo, SteadyDoubleSpin
from widgets.theme import Size, Theme

_JUMP = 0.5


def at_desk(now: Situation, time: datetime | None) -> datetime:
    """Return when an act of this moment happens: by the desk's clock, which runs on after the last step."""
    return now.at if time is None else max(now.at, time)


def step_for(
    now: Situation, typed: Reading | ReadingCorrected, at: datetime
) -> ReadingTaken | ReadingCorrected | ReadingProposed:
    """Return the step a value typed at a moment becomes: one that crosses a threshold waits for a second person."""
    reading = typed if isinstance(typed, Reading) else typed.reading
    ids = crosses(now, reading)
    if not ids:
        return ReadingTaken(typed) if isinstance(typed, Reading) else typed
    return ReadingProposed(Proposal(f"proposal-{uuid4().hex[:12]}", reading, ids, now.user, at))


def station_datum(now: Situation, station: str) -> str:
    """Return the datum a station's stages stand on: the registered one, else that of its latest stage."""
    row = now.registers.stations.get(station)
    if row is not None and row.datum:
        return row.datum
    readings = now.readings.get(station, ())
    return next((one.datum for one in reversed(readings) if one.stage_m is not None and one.datum), "")


class EntryForm(QWidget):
    """A form inside the panel. Esc closes it and keeps what was typed; `entered` carries a finished value."""

    entered = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now: Situation | None = None
        self.time: datetime | None = None
        self._of_past = False  # the time in the form was offered while the past was shown
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("tone", "urgent")
        self.note.hide()
        self.act = QPushButton(act)
        self.act.setProperty("kind", "primary")
        self.back = QPushButton(self.tr("收起"))
        self.back.setProperty("kind", "quiet")
        self.back.setToolTip(self.tr("收起表单，已填内容保留（Esc）"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.act)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addStretch(1)
        self.back.clicked.connect(self.closed)
        self.act.clicked.connect(self.submit)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's measures."""
        column = self.layout()
        if column is not None:
            column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
            column.setSpacing(theme.px(6))
        self.form.setVerticalSpacing(theme.px(6))
        self.form.setHorizontalSpacing(theme.px(8))
        self.note.setFont(theme.font(Size.SMALL))

    def show_situation(self, now: Situation) -> None:
        """Keep what the checks compare with."""
        self.now = now

    def show_time(self, time: datetime) -> None:
        """Keep the desk's time: what is typed is typed then."""
        self.time = time

    def offer(self, field: TimeField, at: datetime, *, anew: bool = False) -> None:
        """Offer a time in a field, and keep in mind whether it is one of the past."""
        field.offer(at, anew=anew)
        self._of_past = self.now is not None and self.now.realm is Realm.REPLAY

    def renew_time(self, time: datetime) -> None:
        """Offer a time of now in place of one offered over the past. Override where there is a time."""

    def submit(self) -> None:
        """Check and send. Override."""

    def say(self, text: str) -> None:
        """Say what is missing, or nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Esc closes and keeps the words."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key held down answers no second question
                self.closed.emit() if self.back.hasFocus() else self.submit()
        else:
            super().keyPressEvent(event)


def flow_field() -> SteadyDoubleSpin:
    """A flow in m³/s; zero reads as empty."""
    field = SteadyDoubleSpin()
    field.setDecimals(0)
    field.setRange(0, 60_000)
    field.setSpecialValueText(" ")
    return field


class TimeField(QDateTimeEdit):
    """A moment in Beijing time; the wheel leaves it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.setTimeZone(QTimeZone(b"Asia/Shanghai"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(TEXT_MARGIN, 0, 0, 0)
        self._offered: datetime | None = None

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to whatever scrolls around this field."""
        event.ignore()  # type: ignore[attr-defined]

    def set_moment(self, at: datetime) -> None:
        """Show a moment."""
        seconds = int(at.timestamp()) // 60 * 60
        self.setDateTime(QDateTime.fromSecsSinceEpoch(seconds, QTimeZone(b"Asia/Shanghai")))

    def moment(self) -> datetime:
        """The moment shown, aware."""
        return datetime.fromtimestamp(self.dateTime().toSecsSinceEpoch(), words.BEIJING)

    def offer(self, at: datetime, *, anew: bool = False) -> None:
        """Show a moment that nobody typed, as long as nobody does; `anew`: also over one that was typed."""
        if anew or self._offered is None or self.moment() == self._offered:
            self.set_moment(at)
            self._offered = self.moment()


class ReadingForm(EntryForm):
    """A reading heard by telephone (人工报汛). A jump must be confirmed in words. Emits a Reading of quality TYPED."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.act.setText(self.tr("录入报汛"))
        self.station, self.flow, self.at, self.source = SteadyCombo(), flow_field(), TimeField(), QLineEdit()
        self.stage = SteadyDoubleSpin()
        self.stage.setDecimals(2)
        self.stage.setRange(-10, 1000)
        self.stage.setValue(-10)
        self.stage.setSpecialValueText(" ")
        self.datum = QLineEdit()
        self.datum.setPlaceholderText(self.tr("基面"))
        self.datum.setAccessibleName(self.tr("基面"))
        self._own_datum = ""
        self.datum_note = QLabel()
        self.datum_note.setWordWrap(True)
        self.datum_note.setProperty("tone", "attention")
        self.datum_note.hide()
        self.source.setPlaceholderText(self.tr("报汛人、方式"))
        self.confirm = QLineEdit()
        self.confirm.setPlaceholderText(self.tr("再次键入流量以确认"))
        self.confirm.hide()
        stage = QHBoxLayout()
        stage.addWidget(self.stage, 1)
        stage.addWidget(self.datum, 1)
        self.form.addRow(self.tr("测站"), self.station)
        self.form.addRow(self.tr("流量 m³/s"), self.flow)
        self.form.addRow(self.tr("水位 m · 基面"), stage)
        self.form.addRow(self.datum_note)
        self.form.addRow(self.tr("时间"), self.at)
        self.form.addRow(self.tr("来源"), self.source)
        self.form.addRow(self.confirm)
        for changed in (self.flow.valueChanged, self.station.currentIndexChanged):
            changed.connect(self._look_again)
        self.station.currentIndexChanged.connect(self._offer_datum)
        self.datum.textChanged.connect(self._compare_datum)

    def show_situation(self, now: Situation) -> None:
        """Offer the stations."""
        old = self.now
        super().show_situation(now)
        if old is not None and old.registers.stations == now.registers.stations:
            self._offer_datum()
            return
        chosen = self.station.currentData() or HUAYUANKOU
        self.station.clear()
        for row in now.registers.stations:
            self.station.addItem(phrases.registered(row.name), row.id)
        self.station.setCurrentIndex(max(0, self.station.findData(chosen)))
        self._offer_datum()

    def _offer_datum(self) -> None:
        """Put the station's own datum in, unless another was typed."""
        own = "" if self.now is None else station_datum(self.now, self.station.currentData() or "")
        untouched = self.datum.text().strip() in {"", self._own_datum}
        self._own_datum = own
        if untouched and self.datum.text() != own and not self.datum.hasFocus():
            self.datum.setText(own)
        self._compare_datum()

    def _compare_datum(self) -> None:
        """Say at once when the typed datum is not the station's: such a stage would be kept but never used."""
        typed = self.datum.text().strip()
        other = bool(typed and self._own_datum and typed != self._own_datum)
        told = self.tr("与本站基面“{0}”不同，水位不会被采用").format(phrases.registered(self._own_datum))
        self.datum_note.setText(told if other else "")
        self.datum_note.setVisible(other)

    def start(self, time: datetime) -> None:
        """Offer the present time when nothing has been typed."""
        if not self.flow.value() and not self.source.text():
            self.offer(self.at, time, anew=True)
        self.flow.setFocus()
        self.flow.selectAll()

    def offer_time(self, time: datetime) -> None:
        """Let the time go with the clock as long as nothing was typed, neither a value nor another time."""
        typed = self.flow.value() or self.source.text() or self.stage.value() > self.stage.minimum()
        if not typed and not self.at.hasFocus():
            self.offer(self.at, time)

    def renew_time(self, time: datetime) -> None:
        """Offer the time of now in place of one offered over the past; a time that was typed stays."""
        if self._of_past:
            self.offer(self.at, time)

    def doubts(self) -> tuple[str, ...]:
        """Why this value deserves a second look: a jump of more than half, or another tier than the value before."""
        before = None if self.now is None else self.now.latest(self.station.currentData() or "")
        if self.now is None or before is None or before.flow_m3s is None or not self.flow.value():
            return ()
        flow, last = self.flow.value(), before.flow_m3s
        found: list[str] = []
        if last > 0 and abs(flow - last) > _JUMP * last:
            found.append(self.tr("较上次 {0} 变化超过一半").format(words.flow(last)))
        if self.station.currentData() == HUAYUANKOU:
            old, new = (tier_of(value, self.now.registers.tiers) for value in (last, flow))
            if old is not None and new is not None and old.id != new.id:
                found.append(self.tr("由“{0}”跨入“{1}”").format(old.name, new.name))
        return tuple(found)

    def submit(self) -> None:
        """Check, ask again where there is doubt, and send."""
        self.flow.interpretText()
        self.stage.interpretText()
        has_stage = self.stage.value() > self.stage.minimum()
        if self.now is None or self.station.currentData() is None:
            return
        if not self.flow.value() and not has_stage:
            self.say(self.tr("须有流量或水位"))
            return
        if has_stage and not self.datum.text().strip():
            self.say(self.tr("水位须注明基面"))
            return
        if not self.source.text().strip():
            self.say(self.tr("须注明来源（报汛人、方式）"))
            return
        if self.at.moment() > at_desk(self.now, self.time) + timedelta(minutes=10):
            self.say(self.tr("报汛时间晚于现在"))
            return
        doubts = self.doubts()
        if doubts and self.confirm.text().replace(",", "").strip() != f"{self.flow.value():.0f}":
            self.say(
                self.tr("{0}。核对无误后再次键入流量 {1}。").format(
                    phrases.clauses(doubts), words.flow(self.flow.value())
                )
            )
            self.confirm.show()
            self.confirm.setFocus()
            return
        self._send(has_stage=has_stage)

    def _send(self, *, has_stage: bool) -> None:
        reading = Reading(
            self.station.currentData(),
            self.at.moment(),
            self.flow.value() or None,
            self.stage.value() if has_stage else None,
            self.datum.text().strip() if has_stage else "",
            self.source.text().strip(),
            Quality.TYPED,
        )
        self.flow.setValue(0)
        self.stage.setValue(self.stage.minimum())
        self.source.clear()
        self.datum.setText(self._own_datum)
        self.at.offer(self.at.moment(), anew=True)
        self._look_again()
        self.entered.emit(reading)

    def _look_again(self) -> None:
        self.confirm.clear()
        self.confirm.hide()
        self.say("")


class WithdrawForm(EntryForm):
    """The forecast that stands no longer does. Emits the reason."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.act.setText(self.tr("撤回预报"))
        self.standing = QLabel()
        self.standing.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("如：新一期预报下调"))
        self.form.addRow(self.standing)
        self.form.addRow(self.tr("理由"), self.reason)

    def start(self, standing: str) -> None:
        """Name what is withdrawn."""
        self.standing.setText(standing)
        self.reason.setFocus()

    def submit(self) -> None:
        """Check and send."""
        reason = self.reason.text().strip()
        if not reason:
            self.say(self.tr("请写明理由"))
            return
        self.say("")
        self.reason.clear()
        self.entered.emit(reason)
