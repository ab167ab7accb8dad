"""What a sign-off would do, as a value: orders by role, what ends and what replaces it, and the notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level
from data.model.plan import Instruction
from data.model.river import HUAYUANKOU
from data.model.situation import Cause, Situation
from data.model.steps import SignedOff
from data.model.task import Task
from data.rules.coming import standing_forecast
from data.rules.plan import Change, Entry
from data.rules.signoff import Preview, holder
from views import phrases, warning_words, words

T = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Draft:
    """Exactly what would become live: entries to issue by role, tasks to withdraw, tasks kept because their
    replacement is left out.
    """

    preview: Preview
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    left_out: frozenset[str]
    withdraw: tuple[tuple[Task, str], ...]
    kept: tuple[tuple[Task, str], ...]

    @property
    def issue(self) -> tuple[Instruction, ...]:
        """Instructions that would be issued."""
        return tuple(e.instruction for role, entries in self.groups if role not in self.left_out for e in entries)

    @property
    def omitted(self) -> tuple[Instruction, ...]:
        """Instructions that are left out."""
        return tuple(e.instruction for role, entries in self.groups if role in self.left_out for e in entries)


def make_draft(preview: Preview, left_out: frozenset[str]) -> Draft:
    """Group what a preview would issue by role; a task whose replacement is left out stays."""
    groups: dict[str, list[Entry]] = {}
    for entry in preview.entries:
        if entry.change is not Change.KEPT:
            groups.setdefault(entry.instruction.role, []).append(entry)
    out = {e.instruction.id for role in left_out for e in groups.get(role, ())}
    withdraw = tuple(pair for pair in preview.withdrawn if pair[1] not in out)
    kept = tuple(pair for pair in preview.withdrawn if pair[1] in out)
    ordered = tuple((role, tuple(groups[role])) for role in sorted(groups))
    return Draft(preview, ordered, left_out & groups.keys(), withdraw, kept)


def assignee_of(now: Situation, row: Instruction, chosen: Mapping[str, str]) -> str:
    """Who would get an instruction: the chosen one, else the holder of the role, "" when the post is vacant."""
    return chosen.get(row.id) or holder(now, row)


def signed_off(
    now: Situation, draft: Draft, level: Level, reason: str, consulted: str, chosen: Mapping[str, str]
) -> SignedOff:
    """The step that makes exactly the draft live."""
    assignees = tuple((row.id, assignee_of(now, row, chosen)) for row in draft.issue)
    return SignedOff(
        level,
        draft.preview.flow_m3s,
        reason,
        consulted,
        tuple(row.id for row in draft.issue),
        tuple(task.id for task, _ in draft.withdraw),
        tuple(pair for pair in assignees if pair[1]),
    )


def full_reason(now: Situation, draft: Draft, basis: str, reason: str, omission: str) -> str:
    """The reason as it is kept: with the basis, and what was left out and why."""
    text = T("SignOff", "{0}（依据：{1}）").format(reason.strip(), basis)
    if draft.omitted:
        roles = phrases.listed(
            T("SignOff", "{0} {1} 项").format(warning_words.role_name(now, role), len(entries))
            for role, entries in draft.groups
            if role in draft.left_out
        )
        text += T("SignOff", "；暂不下达 {0}：{1}").format(roles, omission.strip())
    return text


def power_note(draft: Draft, level: Level) -> str:
    """What a township may and may not set in motion at Ⅲ and above."""
    if level < Level.III:
        return ""
    issue = draft.issue
    ask, carry = (sum(row.power == kind for row in issue) for kind in ("提请", "落实"))
    text = T(
        "SignOff", "镇级权限：本单只定本镇响应等级。上级响应由上级启动，本镇向区防汛指挥部提请，接令后转发、落实。"
    )
    if ask or carry:
        said = T("SignOff", "本单含提请 {0} 项、落实上级命令 {1} 项。").format(ask, carry)
        text = f"{text} {said}" if phrases.english() else text + said
    return text


def fall_note(now: Situation, level: Level) -> tuple[str, bool]:
    """What falling below the standing level asks for, and whether it is met."""
    standing = now.standing.level
    if level >= standing:
        return "", True
    own = [
        t for t in now.registers.triggers if t.station == HUAYUANKOU and t.variable == "flow" and t.level is standing
    ]
    lines: list[str] = []
    met = True
    flow = now.flow_m3s
    if own:
        row = min(own, key=lambda t: t.lower)
        bound = row.lower - row.hysteresis
        met = flow is not None and flow < bound
        state = T("SignOff", "已低于") if met else T("SignOff", "尚未低于")
        lines.append(
            T("SignOff", "退水降级：实测须低于 {0}（{1}级 {2} 减回差 {3}），现 {4}，{5}。").format(
                words.flow(bound),
                words.level_numeral(standing),
                words.flow(row.lower),
                words.flow(row.hysteresis),
                words.flow(flow),
                state,
            )
        )
    held = [why for why in now.suggestion.reasons if why.level > level]
    if held:
        met = False
        said = phrases.clauses(warning_words.reason(now, why) for why in held[:2])
        lines.append(T("SignOff", "规则仍支持更高等级：{0}。降级须写明理由。").format(said))
    if level is Level.NONE:
        lines.append(T("SignOff", "终止后转入善后，未办结的任务按上表撤销或保留。"))
    return "".join(lines), met


def cause_basis(now: Situation, preview: Preview | None) -> str:
    """The basis that the proposed level rests on: a what-if that is shown, a forecast that outdoes what is observed at
    花园口, else what is observed.
    """
    if preview is not None:
        return "whatif"
    top = now.suggestion.level
    causes = {why.cause for why in now.suggestion.reasons if why.level is top and why.ref == HUAYUANKOU}
    return "forecast" if Cause.FORECAST in causes and Cause.OBSERVED not in causes else "observed"


def cause_note(now: Situation, preview: Preview | None) -> str:
    """What the proposed level comes from, in words; "" when nothing is proposed."""
    pattern = T("SignOff", "建议来自{0}")
    dated = T("SignOff", "{0} {1}，{2}")
    if preview is not None:
        said = f"{T('SignOff', '推演')} {words.flow(preview.flow_m3s)}"
        return pattern.format(said) if preview.level > Level.NONE else ""
    if not now.suggestion.reasons:
        return ""
    basis = cause_basis(now, None)
    forecast, reading = standing_forecast(now), now.latest()
    if basis == "forecast" and forecast is not None:
        flow, at = words.flow(forecast.flow_m3s), words.date_clock(forecast.valid_at)
        return pattern.format(dated.format(T("SignOff", "预报"), flow, at))
    first = now.suggestion.reasons[0]
    own = [why for why in now.suggestion.reasons if (why.cause, why.ref) == (Cause.OBSERVED, HUAYUANKOU)]
    if reading is not None and own and own[0].level is first.level and own[0].value == reading.flow_m3s:
        flow, at = words.flow(reading.flow_m3s), words.date_clock(reading.at)
        return pattern.format(dated.format(T("SignOff", "实测"), flow, at))
    return pattern.format(warning_words.reason(now, first))


def against_suggestion(level: Level, suggested: Level) -> str:
    """How the level stands against what the rules say of this flow."""
    if level is suggested:
        return ""
    pattern = (
        T("SignOff", "高于规则建议（{0}），理由须说明。")
        if level > suggested
        else T("SignOff", "低于规则建议（{0}），理由须说明。")
    )
    return pattern.format(words.level(suggested))
