"""How names, lists and notes are said in the language of the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from data.model.people import User
from data.model.plan import Instruction, Plan, Role
from data.model.task import Task


def english() -> bool:
    """Whether the English catalogue is installed."""
    return QCoreApplication.translate("Phrases", "中文") != "中文"


def plan_title(row: Instruction) -> str:
    """Title of an instruction in the language of the screen."""
    return row.title_en if row.title_en and english() else row.title


def plan_text(text: str, flow_m3s: float | None) -> str:
    """Text of an instruction or task with the flow of the desk put in where the plan leaves room for it."""
    return text.replace("{flow}", "____" if flow_m3s is None else f"{flow_m3s:.0f}")


def task_title(task: Task, plan: Plan) -> str:
    """Title of a task: that of its instruction while the task still bears it, else as it was typed."""
    row = plan.by_id.get(task.instruction)
    return task.title if row is None or row.title != task.title else plan_title(row)


def user_name(user: User) -> str:
    """Name and post of a desk user in the language of the screen; a post that the name holds is not said twice."""
    name, post = registered(user.name), registered(user.post)
    return name if post in name else f"{name} {post}"


def role_name(role: Role) -> str:
    """Name of a role in the language of the screen."""
    return role.name_en if role.name_en and english() else role.name


def registered(value: str) -> str:
    """A value of a register; the usual ones have English, what a user writes stays as written."""
    return QCoreApplication.translate("Register", value) if value else value


def listed(names: Iterable[str]) -> str:
    """Names in a row, as the language of the screen parts them."""
    return QCoreApplication.translate("Phrases", "、").join(names)


def clauses(parts: Iterable[str]) -> str:
    """Clauses in a row, parted more strongly than names."""
    return QCoreApplication.translate("Phrases", "；").join(parts)


def labelled(label: str, text: str) -> str:
    """A label and what it says."""
    return QCoreApplication.translate("Phrases", "{0}：{1}").format(label, text)


def noted(text: str, note: str) -> str:
    """A text with a note in brackets after it, when there is one."""
    return QCoreApplication.translate("Phrases", "{0}（{1}）").format(text, note) if note else text
