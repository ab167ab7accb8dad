"""Rows and columns of the channels and of what the outbox still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.gateway.channels.catalogue import KINDS
from data.gateway.channels.standing import Standing
from data.model.dispatch import Channel
from data.model.outbox import OutLine, OutState
from data.model.situation import Situation
from data.rules.channels import EXERCISE_MARK
from views import channels_words, contact_words, outbox_words, phrases, words
from widgets.marks import Fill, Mark, Shape
from widgets.rows_model import Align, Column


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel as the list shows it; `now` makes ages."""

    standing: Standing
    now: datetime | None

    @property
    def id(self) -> str:
        """Name of the channel."""
        return self.standing.name


@dataclass(frozen=True, slots=True)
class OutRow:
    """Lines of the outbox that stand alike: the same push, rung, channel, state and reason."""

    key: tuple[str, ...]
    lines: tuple[str, ...]
    title: str
    people: str
    channel: Channel
    via: str
    dead: bool
    tries: int
    reason: str
    next_at: datetime | None
    exercise: bool

    @property
    def again(self) -> bool:
        """Whether another try could help: an exercise goes nowhere however often it is tried."""
        return self.dead and not self.exercise


def title(standing: Standing) -> str:
    """What a channel is called on the screen."""
    return standing.setup.title or standing.name


def state(row: ChannelRow) -> str:
    """Ready, or out of service and why; beside it how it listens."""
    t = QCoreApplication.translate
    one = row.standing
    if one.trouble is not None:
        if one.trouble.code == "off":
            return channels_words.why("off")
        said = channels_words.trouble(one.setup.kind, one.trouble)
        return t("ChannelRows", "不可用：{0}").format(said)
    parts = [t("ChannelRows", "可用")]
    parts += [channels_words.trouble_of_field(one.setup.kind, field, code) for field, code in one.missing]
    parts += [said] if (said := channels_words.line(one)) else []
    return " · ".join(parts)


def last(row: ChannelRow) -> str:
    """What it did last, with its age."""
    t = QCoreApplication.translate
    past, at = row.standing.past, row.now
    if at is None:
        return ""
    if past.bad and past.bad_at is not None:
        age, why = words.age(past.bad_at, at), channels_words.detail(past.bad_why)
        return t("ChannelRows", "失败 {0}：{1}").format(age, why)
    good = past.good_at or row.standing.tally.newest_sent
    return t("ChannelRows", "成功 {0}").format(words.age(good, at)) if good is not None else words.DASH


def _state_mark(row: ChannelRow) -> Mark:
    one = row.standing
    if one.trouble is not None:
        off = one.trouble.code == "off"
        return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW) if off else Mark(Shape.CROSS, "state.urgent")
    return Mark(Shape.CIRCLE, "state.attention" if one.missing or one.past.bad else "state.ok", Fill.SOLID)


def state_tone(row: ChannelRow) -> str:
    """Tone of the words of a state."""
    one = row.standing
    if one.trouble is not None:
        return "muted" if one.trouble.code == "off" else "urgent"
    return "attention" if one.missing or one.past.bad else "secondary"


def _state_role(row: ChannelRow) -> str:
    one = row.standing
    if one.trouble is not None:
        return "text.muted" if one.trouble.code == "off" else "state.urgent"
    return "state.attention" if one.missing else "text.secondary"


def _purpose(row: ChannelRow) -> str:
    real = QCoreApplication.translate("ChannelRows", "真实")
    return EXERCISE_MARK if row.standing.setup.exercise else real


def _rung(row: ChannelRow) -> str:
    kind = KINDS.get(row.standing.setup.kind)
    return words.DASH if kind is None else words.channel(kind.channel)


def _today(row: ChannelRow) -> str:
    tally = row.standing.tally
    counts = f"{tally.sent:,} / {tally.failed:,}"
    waits = QCoreApplication.translate("ChannelRows", "待 {0}").format(f"{tally.waiting:,}") if tally.waiting else ""
    return f"{counts} · {waits}" if waits else counts


def channel_columns() -> tuple[Column[ChannelRow], ...]:
    """Columns of the list of channels."""
    t = QCoreApplication.translate
    return (
        Column("title", t("ChannelRows", "渠道"), lambda r: title(r.standing), chars=13, stretch=2,
               mark_getter=_state_mark, tooltip=lambda r: f"{title(r.standing)} · {r.standing.name}"),
        Column("kind", t("ChannelRows", "种类"), lambda r: channels_words.kind(r.standing.setup.kind), chars=12,
               stretch=1, role_getter=lambda _: "text.secondary"),
        Column("rung", t("ChannelRows", "叫应级"), _rung, chars=8, role_getter=lambda _: "text.secondary"),
        Column("purpose", t("ChannelRows", "用途"), _purpose, chars=9,
               role_getter=lambda r: "state.new" if r.standing.setup.exercise else "text.secondary"),
        Column("state", t("ChannelRows", "状态"), state, chars=16, stretch=3, role_getter=_state_role, tooltip=state),
        Column("last", t("ChannelRows", "最近一次"), last, chars=12, stretch=2, tooltip=last,
               role_getter=lambda r: "state.attention" if r.standing.past.bad else "text.secondary"),
        Column("today", t("ChannelRows", "今日 成/败"), _today, Align.RIGHT, chars=13,
               role_getter=lambda r: "state.attention" if r.standing.tally.failed else "text.secondary"),
    )  # fmt: skip


def out_rows(now: Situation | None, lines: Iterable[OutLine]) -> list[OutRow]:
    """What still waits and what did not go out, alike lines together, faults before exercises."""
    grouped: dict[tuple[str, ...], list[OutLine]] = {}
    for line in lines:
        if line.state in (OutState.WAITING, OutState.DEAD):
            out = line.outgoing
            via = line.via or out.carrier
            key = (out.push, out.channel.value, via, line.state.value, line.error, str(out.retracts))
            grouped.setdefault(key, []).append(line)
    rows = [_out_row(now, key, held) for key, held in grouped.items()]
    return sorted(rows, key=lambda row: (not row.dead, row.exercise))


def _out_row(now: Situation | None, key: tuple[str, ...], held: list[OutLine]) -> OutRow:
    t = QCoreApplication.translate
    first = held[0]
    out = first.outgoing
    push = None if now is None else now.pushes.get(out.push)
    name = phrases.registered(push.title) if push is not None else out.push
    if out.retracts:
        name = t("ChannelRows", "撤回：{0}").format(name)
    if not out.person:
        people = t("ChannelRows", "公众")
    elif len(held) == 1 and now is not None:
        people = contact_words.name_of(now, out.person)
    else:
        people = t("ChannelRows", "{0} 人").format(len(held))
    return OutRow(
        key, tuple(one.outgoing.id for one in held), name, people, out.channel, first.via or out.carrier,
        first.state is OutState.DEAD, max(one.tries for one in held), channels_words.detail(first.error),
        min(one.next_at for one in held) if first.state is OutState.WAITING else None, first.error == "exercise",
    )  # fmt: skip


def out_columns(names: Mapping[str, str], clock: Callable[[], datetime | None]) -> tuple[Column[OutRow], ...]:
    """Columns of the outbox; `names` are what channels are called, `clock` the time of the desk."""
    t = QCoreApplication.translate

    def stands(row: OutRow) -> str:
        if row.dead:
            return t("ChannelRows", "未送出")
        at = clock()
        if row.next_at is None or at is None or row.next_at <= at:
            return t("ChannelRows", "待发")
        return t("ChannelRows", "{0}后再试").format(words.span(row.next_at - at))

    def mark(row: OutRow) -> Mark:
        if row.dead:
            return Mark(Shape.CROSS, "text.muted" if row.exercise else "state.urgent")
        return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)

    return (
        Column("state", t("ChannelRows", "状态"), stands, chars=13, mark_getter=mark),
        Column("title", t("ChannelRows", "推送"), lambda r: r.title, chars=10, stretch=2, tooltip=lambda r: r.title),
        Column("people", t("ChannelRows", "接收人"), lambda r: r.people, chars=8, stretch=1),
        Column("channel", t("ChannelRows", "叫应级"), lambda r: words.channel(r.channel), chars=9,
               role_getter=lambda _: "text.secondary"),
        Column("via", t("ChannelRows", "渠道"), lambda r: outbox_words.carrier(r.via, names) if r.via else words.DASH,
               chars=10, stretch=1, role_getter=lambda _: "text.secondary"),
        Column("reason", t("ChannelRows", "原因"), lambda r: r.reason, chars=14, stretch=3, tooltip=lambda r: r.reason,
               role_getter=lambda r: "state.attention" if r.again else "text.secondary"),
        Column("tries", t("ChannelRows", "已试"), lambda r: f"{r.tries}", Align.RIGHT, chars=5),
    )  # fmt: skip
