"""The form for an official forecast: what looks like a slip, or would calm the desk, is asked about once, in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from data.model.river import HUAYUANKOU, Forecast
from data.rules.forecast_entry import Doubt, Odd, doubts
from views import phrases, words
from views.river_entry import EntryForm, TimeField, at_desk, flow_field
from widgets.theme import Theme

_AHEAD = timedelta(hours=24)
_LONGEST_AHEAD = timedelta(hours=168)


class ForecastForm(EntryForm):
    """An official forecast for 花园口. Emits a Forecast."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(theme, "", parent)
        self._asked: tuple[float, datetime] | None = None  # the value that was asked about
        self.act.setText(self.tr("录入预报"))
        self.flow, self.valid_at, self.source = flow_field(), TimeField(), QLineEdit()
        self.source.setPlaceholderText(self.tr("如：黄委水文局 第 12 期预报"))
        self.form.addRow(self.tr("流量 m³/s"), self.flow)
        self.form.addRow(self.tr("出现时间"), self.valid_at)
        self.form.addRow(self.tr("来源"), self.source)
        self.flow.valueChanged.connect(self._ask_no_more)
        self.valid_at.dateTimeChanged.connect(self._ask_no_more)

    def start(self, time: datetime) -> None:
        """Offer a time a day ahead when nothing has been typed."""
        if not self.flow.value() and not self.source.text():
            self.offer(self.valid_at, time + _AHEAD, anew=True)
        self._ask_no_more()
        self.flow.setFocus()
        self.flow.selectAll()

    def renew_time(self, time: datetime) -> None:
        """Offer a day from now in place of a day from a past moment; a time that was typed stays."""
        if self._of_past:
            self.offer(self.valid_at, time + _AHEAD)

    def submit(self) -> None:
        """Check, ask once where there is doubt, and send."""
        self.flow.interpretText()
        if self.now is None:
            return
        if not self.flow.value() or not self.source.text().strip():
            self.say(self.tr("须有流量和来源（发布单位、期号）"))
            return
        typed_at = at_desk(self.now, self.time)
        flow, valid_at = self.flow.value(), self.valid_at.moment()
        if not timedelta(0) < valid_at - typed_at <= _LONGEST_AHEAD:
            self.say(self.tr("出现时间须在现在之后 7 天以内"))
            return
        value = Forecast(HUAYUANKOU, flow, valid_at, typed_at, self.source.text().strip())
        found = doubts(self.now, value, typed_at)
        if found and self._asked != (flow, valid_at):
            self._ask(value, found)
            return
        self._ask_no_more()
        self.flow.setValue(0)
        self.source.clear()
        self.entered.emit(value)

    def _ask(self, value: Forecast, found: Sequence[Doubt]) -> None:
        self._asked = (value.flow_m3s, value.valid_at)
        flow = words.flow(value.flow_m3s)
        self.say(self.tr("请核对：{0}。").format(phrases.clauses(self._doubt(flow, one) for one in found)))
        self.act.setText(self.tr("确实是 {0} m³/s，录入").format(flow))
        self.act.setFocus()

    def _doubt(self, flow: str, doubt: Doubt) -> str:
        other = words.flow(doubt.other_m3s)
        match doubt.kind:
            case Odd.FAR:
                return self.tr("预报 {0} m³/s，现实测 {1} m³/s，相差悬殊").format(flow, other)
            case Odd.LOW:
                return self.tr("预报 {0} m³/s，低于花园口常见的 {1} m³/s").format(flow, other)
            case Odd.LOWERS:
                before, after = words.level(doubt.before), words.level(doubt.after)
                return self.tr("按预报 {0} m³/s，现行建议将由{1}降为{2}").format(flow, before, after)
            case Odd.CLEARS:
                return self.tr("预报 {0} m³/s 将使“预见期内达 {1} m³/s”的报警解除").format(flow, other)

    def _ask_no_more(self) -> None:
        self._asked = None
        self.act.setText(self.tr("录入预报"))
        self.say("")
