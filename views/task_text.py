"""The text of a task's card: what to do, by when, with what proof, and the chain from the river to the evidence."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from data.model.plan import Instruction
from data.model.river import HUAYUANKOU
from data.model.situation import Situation
from data.model.task import Evidence, Mark, Move, Task
from data.rules.plan import Change, tier_of
from data.rules.signoff import Preview, holder
from data.rules.task_clock import carried
from data.rules.tasks import grids_in
from views import phrases, step_words, task_clock, words
from views.card_text import CardText
from views.task_rows import limit, role_name
from widgets.theme import Theme


def task_text(now: Situation, task: Task, theme: Theme) -> str:
    """Rich text of a task."""
    t = QCoreApplication.translate
    row = now.plan.by_id.get(task.instruction)
    card = CardText(theme)
    if task.reason:
        card.paragraph(reason(now, task), "state.attention")
    numbers = carried(now, task)
    said = phrases.plan_text(task.text, task.flow_m3s)
    if numbers is not None and numbers.boats:  # who is cut off must be seen in a low card as well
        task_clock.section(card, now, numbers)
        card.paragraph(said)
    else:
        card.paragraph(said)
        if numbers is not None:
            task_clock.section(card, now, numbers)
    card.facts(
        [
            (t("TaskText", "责任人"), _assignee(card, now, task)),
            (t("TaskText", "时限"), _deadline(task)),
            (t("TaskText", "周期"), _repeats(task)),
            (t("TaskText", "进度"), f"{task.done_count}/{task.total_count}" if task.total_count > 1 else ""),
            (t("TaskText", "范围"), _scope(card, now, row, task.grids)),
            *_of_plan(now, row),
        ]
    )
    _checklist(card, row)
    card.heading(t("TaskText", "来龙去脉"))
    card.chain(_chain(card, now, task, row))
    _history(card, now, task)
    return card.rich()


def instruction_text(now: Situation, preview: Preview, row: Instruction, theme: Theme) -> str:
    """Rich text of an entry of a what-if: an instruction that a signature would make a task."""
    t = QCoreApplication.translate
    card = CardText(theme)
    entry = next((entry for entry in preview.entries if entry.instruction.id == row.id), None)
    if entry is not None and entry.change is not Change.KEPT:
        card.paragraph(t("TaskText", "推演：签发后下达，现在没有任何人收到。"), "realm.whatif")
    card.paragraph(phrases.plan_text(row.text, preview.flow_m3s))
    grids = grids_in(now, row.scope)
    person = holder(now, row)
    card.facts(
        [
            (t("TaskText", "拟派"), _person(card, now, person) if person else _nobody(card)),
            (t("TaskText", "时限"), escape(limit(row.deadline_min))),
            (t("TaskText", "周期"), escape(_every(row.repeat_min))),
            (t("TaskText", "范围"), _scope(card, now, row, grids)),
            *_of_plan(now, row),
        ]
    )
    _checklist(card, row)
    card.heading(t("TaskText", "来龙去脉"))
    replaced = phrases.listed(
        card.link(phrases.task_title(task, now.plan), "task", task.id)
        for task, newer in preview.withdrawn
        if newer == row.id
    )
    links = [
        (t("TaskText", "流量"), _flow(card, now, preview.flow_m3s), True),
        (t("TaskText", "条款"), _clause(card, row), True),
        (t("TaskText", "指令"), _trigger(row), True),
    ]
    if replaced:
        links.append((t("TaskText", "替代"), replaced, True))
    links.append((t("TaskText", "下达"), card.ink(t("TaskText", "待签发"), "text.muted"), False))
    card.chain(links)
    return card.rich()


def reason(now: Situation, task: Task) -> str:
    """Say why a task was withdrawn, exempted, sent back or escalated."""
    t = QCoreApplication.translate
    newer = now.plan.by_id.get(task.reason_ref)
    if task.reason == "superseded":
        if newer is None:
            return t("TaskText", "已撤销：预案不再要求")
        return t("TaskText", "已撤销：由“{0}”替代").format(phrases.plan_title(newer))
    if task.reason == "tier_ended":
        return t("TaskText", "已撤销：流量级已结束")
    return t("TaskText", "{0}：{1}").format(words.task_state(task.state), task.reason)


def _assignee(card: CardText, now: Situation, task: Task) -> str:
    if not task.assignee:
        return _nobody(card) if task.state.open else card.ink(words.DASH, "text.muted")
    return _person(card, now, task.assignee)


def _nobody(card: CardText) -> str:
    return card.ink(QCoreApplication.translate("TaskText", "无人承办"), "state.urgent", bold=True)


def _person(card: CardText, now: Situation, person_id: str) -> str:
    t = QCoreApplication.translate
    staff = now.registers.staff.get(person_id)
    if staff is None:
        kind = "squads" if now.registers.squads.get(person_id) else "staff"
        return card.link(step_words.who(now, person_id), kind, person_id)
    rich = card.link(staff.name, "staff", staff.id) + card.ink(
        f"  {staff.post}  {words.masked_phone(staff.phone)}", "text.secondary"
    )
    if staff.deputy and now.registers.staff.get(staff.deputy):
        rich += "<br/>" + card.ink(t("TaskText", "副职 "), "text.muted")
        rich += card.link(step_words.who(now, staff.deputy), "staff", staff.deputy)
    return rich


def _deadline(task: Task) -> str:
    t = QCoreApplication.translate
    if task.deadline is None:
        return escape(t("TaskText", "下达后 {0}").format(limit(task.deadline_min)))
    return escape(t("TaskText", "{0} 前").format(words.date_clock(task.deadline)))


def _every(minutes: int | None) -> str:
    return QCoreApplication.translate("TaskText", "每 {0}").format(limit(minutes)) if minutes else ""


def _repeats(task: Task) -> str:
    if not task.repeat_min:
        return ""
    done = QCoreApplication.translate("TaskText", "{0}，已完成 {1} 轮")
    return escape(done.format(_every(task.repeat_min), task.rounds))


def _scope(card: CardText, now: Situation, row: Instruction | None, grids: tuple[str, ...]) -> str:
    names = []
    for grid_id in grids[:12]:
        grid = now.registers.grids.get(grid_id)
        names.append(card.link(grid.name if grid else grid_id, "grids", grid_id))
    if len(grids) > 12:
        names.append(escape(QCoreApplication.translate("TaskText", "等 {0} 个网格").format(len(grids))))
    scope = escape(phrases.registered(row.scope)) if row is not None else ""
    return "<br/>".join(part for part in (scope, phrases.listed(names)) if part)


def _of_plan(now: Situation, row: Instruction | None) -> list[tuple[str, str]]:
    if row is None:
        return []
    t = QCoreApplication.translate
    need = now.plan.needs.get(row.id)
    stock = (
        phrases.listed(f"{phrases.registered(item)} {quantity:,.0f}" for item, quantity in need.stock) if need else ""
    )
    helpers = phrases.listed(role_name(now, role) for role in row.assist.split(";") if role)
    wanted = phrases.listed(row.evidence.split(";"))
    if row.evidence_min > 1:
        wanted = t("TaskText", "{0}（不少于 {1} 份）").format(wanted, row.evidence_min)
    return [
        (t("TaskText", "岗位"), escape(role_name(now, row.role))),
        (t("TaskText", "协助"), escape(helpers)),
        (t("TaskText", "人数"), f"{need.people:,}" if need and need.people else ""),
        (t("TaskText", "物料"), escape(stock)),
        (t("TaskText", "凭证"), escape(wanted)),
        (t("TaskText", "上报"), escape(role_name(now, row.escalate_to))),
        (t("TaskText", "权限"), escape(phrases.registered(row.power)) if row.power != "本级" else ""),
    ]


def _checklist(card: CardText, row: Instruction | None) -> None:
    items = [item for item in row.checklist.split(";") if item] if row is not None else []
    if items:
        card.heading(QCoreApplication.translate("TaskText", "检查项"))
        card.paragraph("　".join(f"□ {item}" for item in items), "text.secondary")


def _flow(card: CardText, now: Situation, flow_m3s: float) -> str:
    tier = tier_of(flow_m3s, now.registers.tiers)
    rich = card.link(f"{step_words.station(now, HUAYUANKOU)} {words.flow(flow_m3s)} m³/s", "stations", HUAYUANKOU)
    if tier is not None:
        rich += card.ink(f"  {tier.id} {phrases.registered(tier.name)}  {words.level(tier.level)}", "text.secondary")
    return rich


def _clause(card: CardText, row: Instruction) -> str:
    return f"{card.link(row.id, 'plan', row.id)}<br/>" + card.ink(
        phrases.noted(row.basis, words.confidence(row.confidence)), "text.secondary"
    )


def _trigger(row: Instruction) -> str:
    return escape(f"{words.phase(row.phase)} · {words.trigger_kind(row.trigger)} · {row.trigger_expr}")


def _chain(card: CardText, now: Situation, task: Task, row: Instruction | None) -> list[tuple[str, str, bool]]:
    t = QCoreApplication.translate
    links = [(t("TaskText", "流量"), _flow(card, now, task.flow_m3s), True)]
    if row is not None:
        links.append((t("TaskText", "条款"), _clause(card, row), True))
        links.append((t("TaskText", "指令"), _trigger(row), True))
    else:
        links.append((t("TaskText", "指令"), escape(t("TaskText", "席位下令，不出自预案")), True))
    by_move = {mark.move: mark for mark in task.history}
    calls = [call for call in now.calls.values() if call.about == task.id]
    for label, move in (
        (t("TaskText", "下达"), Move.ISSUE),
        (t("TaskText", "签收"), Move.ACKNOWLEDGE),
        (t("TaskText", "到岗"), Move.ARRIVE),
        (t("TaskText", "完成"), Move.FINISH),
        (t("TaskText", "核验"), Move.VERIFY),
    ):
        mark = by_move.get(move)
        links.append((label, _marked(now, mark) if mark else card.ink(words.DASH, "text.muted"), mark is not None))
        if move is Move.ISSUE and calls:
            said = "<br/>".join(
                escape(f"{words.clock(call.at)} {step_words.who(now, call.person)} {words.outcome(call.outcome)}")
                for call in sorted(calls, key=lambda call: call.at)
            )
            links.append((t("TaskText", "送达"), said, any(call.outcome.reached for call in calls)))
    proof = "<br/>".join(escape(_evidence(item)) for item in task.evidence)
    wanted = t("TaskText", "尚无") if row is None or not row.evidence else t("TaskText", "尚无，须附凭证")
    links.append((t("TaskText", "证据"), proof or card.ink(wanted, "text.muted"), bool(task.evidence)))
    return links


def _evidence(item: Evidence) -> str:
    t = QCoreApplication.translate
    what = {
        "count": t("TaskText", "数量 {0}").format(item.count),
        "file": item.filename or item.digest[:12],
    }.get(item.kind, item.text)
    return f"{words.clock(item.at)} {what}"


def _marked(now: Situation, mark: Mark) -> str:
    return escape(f"{words.date_clock(mark.at)}  {step_words.who(now, mark.by)}")


def _history(card: CardText, now: Situation, task: Task) -> None:
    t = QCoreApplication.translate
    card.heading(t("TaskText", "经过"))
    lines = [(words.date_clock(task.raised_at), escape(t("TaskText", "因流量或事件提出")))]
    for mark in task.history:
        note = "" if mark.note in ("superseded", "tier_ended") else mark.note
        said = f"{words.move(mark.move)}  {step_words.who(now, mark.by)}"
        said = phrases.labelled(said, note) if note else said
        lines.append((words.date_clock(mark.at), escape(said)))
    card.facts(reversed(lines))
