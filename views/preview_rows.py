"""A what-if as lines of the task list: what a signature would add, change, keep and withdraw. No widgets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from data.model.situation import Situation
from data.model.task import Task
from data.rules.plan import Change, Entry
from data.rules.signoff import Preview
from views import phrases, words
from views.task_rows import INSTRUCTION, REST, TASK, Filters, Listing, grouped, limit, role_name, staffed_roles
from widgets.line_list import Line

STATES = ("changes", "withdrawn", "kept", "all")
"""Keys of the filters of a what-if, in the order of the chips."""

Item = Entry | tuple[Task, str]


def same_list(one: Preview | None, other: Preview) -> bool:
    """Whether two what-ifs list the same tasks: most ticks of the slider stay within a tier."""
    return (
        one is not None
        and one.entries == other.entries
        and one.withdrawn == other.withdrawn
        and one.short.roles == other.short.roles
    )


def _belongs(item: Item, state: str) -> bool:
    if isinstance(item, tuple):
        return state in ("withdrawn", "all")
    if item.change is Change.KEPT:
        return state in ("kept", "all")
    return state in ("changes", "all")


def _role(item: Item) -> str:
    return item[0].role if isinstance(item, tuple) else item.instruction.role


def _in_grid(now: Situation, item: Item, grid: str) -> bool:
    from data.rules.tasks import grids_in

    return grid in (item[0].grids if isinstance(item, tuple) else grids_in(now, item.instruction.scope))


def listing(now: Situation, preview: Preview, want: Filters) -> Listing:
    """List a what-if."""
    staffed = staffed_roles(now)
    everything: list[Item] = [*preview.entries, *preview.withdrawn]
    if want.grid:
        everything = [item for item in everything if _in_grid(now, item, want.grid)]
    of_role = [item for item in everything if not want.role or _role(item) == want.role]
    states = {state: sum(_belongs(item, state) for item in of_role) for state in STATES}
    shown = [item for item in everything if _belongs(item, want.state)]
    roles: dict[str, int] = {}
    for item in shown:
        roles[_role(item)] = roles.get(_role(item), 0) + 1
    chosen = [item for item in shown if not want.role or _role(item) == want.role]
    lacks = {lack.key: round(lack.missing) for lack in preview.short.roles}

    def line_of(item: Item) -> Line:
        return entry_line(now, item, staffed, lacks, tall=not want.by_role)

    if want.by_role:
        lines = grouped(
            now, [(_role(item), item) for item in chosen], line_of, lambda items: _about(items, lacks), want.folded
        )
    else:
        lines = [line_of(item) for item in chosen]
    if want.state == "changes" and (rest := states["kept"]):
        words_of_rest = QCoreApplication.translate("PreviewRows", "其余 {0} 条沿用").format(rest)
        lines.append(Line((REST, "kept"), words_of_rest, heading=True, title_role="text.muted"))
    return Listing(tuple(lines), states, roles)


def _about(items: Iterable[Item], lacks: dict[str, int]) -> tuple[str, str, str]:
    t = QCoreApplication.translate
    items = list(items)
    new = sum(not isinstance(item, tuple) and item.change is Change.NEW for item in items)
    changed = sum(not isinstance(item, tuple) and item.change is Change.CHANGED for item in items)
    gone = sum(isinstance(item, tuple) for item in items)
    parts = (
        (words.change(Change.NEW), new),
        (words.change(Change.CHANGED), changed),
        (t("PreviewRows", "撤"), gone),
    )
    note = "  ".join(f"{word} {count}" for word, count in parts if count) or str(len(items))
    missing = lacks.get(_role(items[0]), 0)
    if missing:
        return note, t("PreviewRows", "缺 {0} 人").format(missing), "state.urgent"
    return note, "", "text.muted"


def entry_line(now: Situation, item: Item, staffed: frozenset[str], lacks: dict[str, int], *, tall: bool) -> Line:
    """One entry of a what-if, marked 新 变 续 撤 in the colour of the realm."""
    t = QCoreApplication.translate
    if isinstance(item, tuple):
        task, newer = item
        title = phrases.task_title(task, now.plan)
        row = now.plan.by_id.get(newer)
        why = t("PreviewRows", "由“{0}”替代").format(phrases.plan_title(row)) if row else t("PreviewRows", "不再需要")
        line = Line(
            (TASK, task.id),
            title,
            f"{role_name(now, task.role)} · {why}",
            words.task_state(task.state),
            tag=t("PreviewRows", "撤"),
            tag_role="realm.whatif",
            tag_dashed=True,
            title_role="text.muted",
            value_role="text.muted",
        )
        return replace(line, tooltip=f"{title}\n{why}")
    row = item.instruction
    kept = item.change is Change.KEPT
    alone = row.role not in staffed
    value = t("PreviewRows", "无人承办") if alone else t("PreviewRows", "限 {0}").format(limit(row.deadline_min))
    missing = lacks.get(row.role, 0)
    return Line(
        (INSTRUCTION, row.id),
        phrases.plan_title(row),
        f"{role_name(now, row.role)} · {phrases.registered(row.scope)}",
        value,
        t("PreviewRows", "缺 {0} 人").format(missing) if tall and missing else "",
        tag=words.change(item.change),
        tag_role="text.muted" if kept else "realm.whatif",
        tag_dashed=item.change is Change.CHANGED,
        value_role="state.urgent" if alone else "text.muted",
        detail_role="state.urgent",
        tooltip=f"{phrases.plan_title(row)}\n{row.text}",
    )
