"""The relocation clock in words and marks: how long is left, from which moment on only a boat helps, and why. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.clock_tables import Mode
from data.model.countdown import ClockState, Deadline, End
from data.model.nature import Nature
from data.model.situation import Situation
from views import phrases, reckoned_words, words
from widgets.marks import Fill, Mark, Shape

CALLED = (ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW, ClockState.IN_TIME)
"""States of those whom the water reaches or cuts off and who have not left."""
SOON = timedelta(hours=2)
"""So little left draws the eye."""


def state(value: ClockState) -> str:
    """Where somebody stands against the water."""
    return {
        ClockState.TOO_LATE_BY_ROAD: QCoreApplication.translate("ClockWords", "派船接应"),
        ClockState.LEAVE_NOW: QCoreApplication.translate("ClockWords", "立即撤离"),
        ClockState.IN_TIME: QCoreApplication.translate("ClockWords", "待撤离"),
        ClockState.UNKNOWN: QCoreApplication.translate("ClockWords", "不明"),
        ClockState.NOT_EXPOSED: QCoreApplication.translate("ClockWords", "不淹"),
        ClockState.LEFT: QCoreApplication.translate("ClockWords", "已撤离"),
    }[value]


def state_at(line: Deadline, at: datetime) -> ClockState:
    """Return the state at a moment after the reckoning: time alone turns "in time" into "now" and "now" into "late"."""
    if line.state not in CALLED or line.likely is None:
        return line.state
    if line.passable_until is not None and at > line.passable_until:
        return ClockState.TOO_LATE_BY_ROAD
    return ClockState.LEAVE_NOW if line.state is ClockState.IN_TIME and at > line.likely else line.state


def hours(seconds: float) -> str:
    """A length of time as a countdown shows it: "2:40", "1 d 2:40"."""
    minutes = int(abs(seconds)) // 60
    days, hour = divmod(minutes // 60, 24)
    said = f"{hour}:{minutes % 60:02d}"
    return QCoreApplication.translate("ClockWords", "{0} 天 {1}").format(days, said) if days else said


def moment(time: datetime | None, at: datetime) -> str:
    """Hour and minute in Beijing time, with the day when it is not today."""
    if time is None:
        return words.DASH
    there, here = time.astimezone(words.BEIJING), at.astimezone(words.BEIJING)
    if (there.day, there.month, there.year) == (here.day, here.month, here.year):
        return f"{there.hour:02d}:{there.minute:02d}"
    return words.date_clock(time)


def countdown(line: Deadline, at: datetime, *, brief: bool = False) -> str:
    """The clock in one cell: "2:40 left", "leave now", "0:25 ago, road until 03:10", "road cut, send a boat"."""
    t = QCoreApplication.translate
    now = state_at(line, at)
    if now is ClockState.TOO_LATE_BY_ROAD:
        return t("ClockWords", "路已断 · 派船")
    left = line.left_s(at)
    if now not in CALLED or left is None:
        return state(now)
    if left < 0:
        passed = t("ClockWords", "已过 {0}").format(hours(left))
        if line.passable_until is None:
            return t("ClockWords", "立即撤离 · {0}").format(passed)
        until = t("ClockWords", "{0} · 路通到 {1}") if brief else t("ClockWords", "{0} · 公路仍通到 {1}")
        return until.format(passed, moment(line.passable_until, at))
    remaining = t("ClockWords", "还有 {0}").format(hours(left))
    return t("ClockWords", "立即撤离 · {0}").format(remaining) if now is ClockState.LEAVE_NOW else remaining


def water_said(line: Deadline, now: ClockState, at: datetime, *, registered: bool) -> str:
    """What else a short row says: when water comes, or that only the road is cut; `registered` floods it."""
    if now is ClockState.NOT_EXPOSED and registered:
        return QCoreApplication.translate("ClockWords", "台账会上水")
    if now not in CALLED:
        return ""
    if line.isolated:
        return QCoreApplication.translate("ClockWords", "自身不淹，路断")
    if line.arrival is None:
        return ""
    return QCoreApplication.translate("ClockWords", "{0} 到水").format(moment(line.arrival, at))


def mark(line: Deadline, at: datetime) -> Mark:
    """A mark whose shape alone tells the state."""
    return state_mark(state_at(line, at))


def state_mark(value: ClockState) -> Mark:
    """A mark for each state, told by its shape."""
    match value:
        case ClockState.TOO_LATE_BY_ROAD:
            return Mark(Shape.DIAMOND, "state.urgent")
        case ClockState.LEAVE_NOW:
            return Mark(Shape.TRIANGLE, "state.urgent")
        case ClockState.IN_TIME:
            return Mark(Shape.CIRCLE, "state.attention", Fill.HALF)
        case ClockState.UNKNOWN:
            return Mark(Shape.SQUARE, "state.attention", Fill.HOLLOW)
        case ClockState.NOT_EXPOSED:
            return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)
        case ClockState.LEFT:
            return Mark(Shape.CHECK, "state.ok")


def role(line: Deadline, at: datetime) -> str:
    """Colour of the words, which say the same without it."""
    now = state_at(line, at)
    if now in (ClockState.TOO_LATE_BY_ROAD, ClockState.LEAVE_NOW):
        return "state.urgent"
    if now is ClockState.IN_TIME:
        soon = line.likely is not None and line.likely - at < SOON
        return "state.attention" if soon else "text.primary"
    return "state.attention" if now is ClockState.UNKNOWN else "text.muted"


def counts(by_state: Mapping[ClockState, int], unit: str = "") -> str:
    """How many are in each state that asks for something: "boat 1 · now 12 · to go 140"; nobody, nothing said."""
    t = QCoreApplication.translate
    said = (
        (ClockState.TOO_LATE_BY_ROAD, t("ClockWords", "派船 {0}")),
        (ClockState.LEAVE_NOW, t("ClockWords", "需立即 {0}")),
        (ClockState.IN_TIME, t("ClockWords", "待撤 {0}")),
        (ClockState.UNKNOWN, t("ClockWords", "不明 {0}")),
        (ClockState.LEFT, t("ClockWords", "已撤离 {0}")),
    )
    parts = [form.format(f"{by_state[key]:,}{unit}") for key, form in said if by_state.get(key)]
    return " · ".join(parts)


def headline(by_state: Mapping[ClockState, int], doubtful: int, nobody: str) -> tuple[str, str]:
    """Counts for the head of a panel and their colour; `doubtful`: how many a register floods and the picture does not.

    `nobody` is said when no one needs anything and no register says otherwise.
    """
    said, colour = counts(by_state), counts_role(by_state)
    if not doubtful:
        return said or nobody, colour
    unlike = QCoreApplication.translate("ClockWords", "台账不符 {0}").format(doubtful)
    return f"{said} · {unlike}" if said else unlike, "state.attention" if colour == "text.muted" else colour


def counts_role(by_state: Mapping[ClockState, int]) -> str:
    """Colour of the counts: loud while somebody needs a boat or has to go at once."""
    if by_state.get(ClockState.TOO_LATE_BY_ROAD) or by_state.get(ClockState.LEAVE_NOW):
        return "state.urgent"
    return "state.attention" if by_state.get(ClockState.IN_TIME) else "text.muted"


def tally(states: Iterable[ClockState]) -> dict[ClockState, int]:
    """Count states."""
    counted = Counter(states)
    return {state: counted[state] for state in ClockState}


def mode(value: Mode) -> str:
    """How people come away."""
    return {
        Mode.WALKING: QCoreApplication.translate("ClockWords", "步行"),
        Mode.CAR: QCoreApplication.translate("ClockWords", "乘车"),
        Mode.TRACTOR: QCoreApplication.translate("ClockWords", "农用车"),
        Mode.BOAT: QCoreApplication.translate("ClockWords", "乘船"),
    }[value]


def minutes(value: float | None) -> str:
    """A number of minutes; a dash where no road leads out."""
    return words.DASH if value is None else f"{value:.0f}"


def depth(metres: float | None) -> str:
    """A depth in metres."""
    return words.DASH if metres is None else f"{metres:.1f}"


def end_name(now: Situation, end: End | None) -> str:
    """Where the way out ends."""
    if end is None:
        return words.DASH
    row = now.registers.of(end.register).get(end.id)
    return end.id if row is None else phrases.registered(row.name)


def nature(value: Nature) -> str:
    """What kind of picture of the water it is; stands beside every result."""
    return phrases.noted(reckoned_words.origin(value.origin), phrases.registered(value.source))


def band(line: Deadline, at: datetime) -> str:
    """What the clock says if the flow is higher or lower than the likely one."""
    t = QCoreApplication.translate
    high = words.DASH if line.state_if_high not in CALLED else moment(line.earliest, at)
    if line.state_if_high is not line.state or high == words.DASH:
        said = state(line.state_if_high)
        high = said if high == words.DASH else phrases.noted(high, said)
    low = t("ClockWords", "无时限") if line.latest is None else moment(line.latest, at)
    if high == low:
        return t("ClockWords", "流量偏大、偏小时均为 {0}").format(high)
    return t("ClockWords", "偏大流量时 {0}，偏小流量时 {1}").format(high, low)


def tip(now: Situation, line: Deadline, at: datetime) -> str:
    """All the clock of somebody in a few lines, for a tooltip."""
    t = QCoreApplication.translate
    parts = [t("ClockWords", "最后安全出发 {0}：{1}").format(moment(line.likely, at), countdown(line, at))]
    if line.state in CALLED or line.state_if_high in CALLED:
        parts.append(band(line, at))
    if line.state in CALLED:
        parts.append(cause(line, at))
        parts.append(
            t("ClockWords", "路上 {0} 分（{1}），动身 {2} 分，去 {3}").format(
                minutes(line.travel_min), mode(line.mode), minutes(line.mobilisation_min), end_name(now, line.end)
            )
        )
    if not line.way_known and line.state in CALLED:
        parts.append(t("ClockWords", "出路上有水情不明的路段"))
    return "\n".join(parts)


def cause(line: Deadline, at: datetime) -> str:
    """What sets the limit: the water's arrival, or the road that is cut."""
    t = QCoreApplication.translate
    if line.isolated:
        return t("ClockWords", "自身不淹，{0} 路断").format(moment(line.cut_off, at))
    arrives = t("ClockWords", "{0} 到水").format(moment(line.arrival, at)) if line.arrival is not None else ""
    cut = t("ClockWords", "{0} 路断").format(moment(line.cut_off, at)) if line.cut_off is not None else ""
    return phrases.listed(part for part in (arrives, cut) if part) or t("ClockWords", "没有公路可走")
