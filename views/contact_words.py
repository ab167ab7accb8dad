"""Words and marks for people who can be called: names masked where they must be, distance, strength, last contact."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Outcome, PushState
from data.model.situation import Situation
from data.rules.audience import Part
from data.rules.contacts import Contact, Heard, contact
from data.rules.nearest import Strength
from views import office_step_words, phrases, step_words, words
from views.pane import Selection
from widgets.marks import Fill, Mark, Shape


def name(found: Contact) -> str:
    """The name as it may be shown to everyone at the desk."""
    return words.masked_name(found.name) if found.private else found.name


def name_of(now: Situation, row_id: str) -> str:
    """Name of anyone who can be called; the id when no register knows it."""
    found = contact(now, row_id)
    return step_words.who(now, row_id) if found is None else name(found)


def about(now: Situation, found: Contact) -> str:
    """Post and grid in one line."""
    grid = now.registers.grids.get(found.grid)
    return " · ".join(part for part in (phrases.registered(found.post), "" if grid is None else grid.name) if part)


def distance(metres: float | None) -> str:
    """Metres below a kilometre, kilometres with one decimal above."""
    if metres is None:
        return words.DASH
    return f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.1f} km"


def strength(value: Strength) -> str:
    """Places filled out of those wanted, and what is missing: "8/8", "6/8 缺专业技术 1、骨干 1"."""
    figures = f"{value.present}/{value.wanted}"
    if value.complete:
        return figures
    missing = phrases.listed(f"{phrases.registered(place)} {count}" for place, count in value.missing)
    return QCoreApplication.translate("ContactWords", "{0} 缺{1}").format(figures, missing)


def heard(value: Heard | None, time: datetime) -> str:
    """What came of the last attempt and how long ago: "收到 12 分钟前"."""
    if value is None:
        return QCoreApplication.translate("ContactWords", "未联络")
    return f"{words.outcome(value.outcome)} {words.age(value.at, time)}"


def outcome_mark(outcome: Outcome | None) -> Mark:
    """A mark that tells the outcome by shape first."""
    if outcome is None:
        return Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)
    return {
        Outcome.WAITING: Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW),
        Outcome.DELIVERED: Mark(Shape.CIRCLE, "text.secondary", Fill.HALF),
        Outcome.ANSWERED: Mark(Shape.CHECK, "state.ok"),
        Outcome.CANNOT: Mark(Shape.TRIANGLE, "state.attention"),
        Outcome.NEEDS_HELP: Mark(Shape.TRIANGLE, "state.urgent"),
        Outcome.NO_ANSWER: Mark(Shape.CROSS, "state.urgent"),
        Outcome.FAILED: Mark(Shape.CROSS, "state.urgent"),
    }[outcome]


def outcome_role(outcome: Outcome | None) -> str:
    """The colour role of an outcome's words: only what needs someone stands out."""
    if outcome in (Outcome.NO_ANSWER, Outcome.FAILED, Outcome.NEEDS_HELP):
        return "state.urgent"
    return "state.attention" if outcome is Outcome.CANNOT else "text.secondary"


def push_mark(state: PushState) -> Mark:
    """A mark that tells where a push stands."""
    return {
        PushState.DRAFT: Mark(Shape.DIAMOND, "state.attention", Fill.HOLLOW),
        PushState.SENT: Mark(Shape.TRIANGLE, "text.secondary"),
        PushState.RETRACTED: Mark(Shape.BAR, "text.muted"),
        PushState.REFUSED: Mark(Shape.CROSS, "text.muted"),
    }[state]


def post(now: Situation, key: str) -> str:
    """Name of a post of the plan, or of the register that somebody else stands in."""
    role = now.registers.roles.get(key)
    return step_words.register_name(key) if role is None else phrases.role_name(role)


def part(now: Situation, value: Part) -> str:  # noqa: PLR0911 - one case a kind
    """A part of an audience, as the sheet lists it."""
    t = QCoreApplication.translate
    match value.kind:
        case "people":
            ids = [row_id for row_id in value.key.split(";") if row_id]
            if len(ids) == 1:
                return name_of(now, ids[0])
            return t("ContactWords", "圈选 {0} 人/队").format(len(ids))
        case "squad":
            return name_of(now, value.key)
        case "grid":
            grid = now.registers.grids.get(value.key)
            return t("ContactWords", "网格 {0}").format(value.key if grid is None else grid.name)
        case "role":
            return t("ContactWords", "岗位 {0}").format(post(now, value.key))
        case "staff":
            return value.key or t("ContactWords", "全部网格人员")
        case "keypeople":
            return t("ContactWords", "重点人员 {0}").format(value.key or t("ContactWords", "全部"))
        case "growers":
            return t("ContactWords", "种植户 {0}").format(value.key or t("ContactWords", "全部"))
        case "bench":
            return t("ContactWords", "{0}种植户").format(value.key)
        case "exposed":
            return t("ContactWords", "当前流量上水范围")
        case _:
            return further_part(now, value)


def further_part(now: Situation, value: Part) -> str:
    """A part by household, village, contact persons, a shape on the map, or those who have not answered."""
    t = QCoreApplication.translate
    key = phrases.registered(value.key) or t("ContactWords", "全部")
    push, muster = now.pushes.get(value.key), now.musters.get(value.key)
    return {
        "households": t("ContactWords", "迁安户 {0}").format(key),
        "special": t("ContactWords", "特殊人群户 {0}").format(key),
        "village": t("ContactWords", "{0}种植户和迁安户").format(key),
        "contacts": t("ContactWords", "包保干部 {0}").format(
            step_words.register_name(value.key) if value.key else t("ContactWords", "全部")
        ),
        "area": t("ContactWords", "地图圈选范围内的人"),
        "silent": t("ContactWords", "“{0}”未应答的人").format(value.key if push is None else push.title),
        "absent": t("ContactWords", "“{0}”未应答的人").format(value.key if muster is None else muster.title),
    }.get(value.kind, value.kind)


def thing(now: Situation, selection: Selection) -> str:
    """What is selected, by name: a task's title, a report's place, a spur with its works, a person …"""
    match selection.kind:
        case "task":
            task = now.tasks.get(selection.id)
            return selection.id if task is None else phrases.task_title(task, now.plan)
        case "report":
            report = now.reports.get(selection.id)
            return selection.id if report is None else report.place or report.kind
        case "incident":
            incident = now.incidents.get(selection.id)
            return selection.id if incident is None else incident.place
        case "push":
            push = now.pushes.get(selection.id)
            return selection.id if push is None else push.title
        case "spurs":
            spur = now.registers.spurs.get(selection.id)
            works = None if spur is None else now.registers.works.get(spur.works)
            return (
                selection.id
                if spur is None
                else " ".join(
                    part
                    for part in ("" if works is None else phrases.registered(works.name), spur.name or spur.number)
                    if part
                )
            )
        case "grids" | "works" | "shelters" | "cameras" | "routes":
            row = now.registers.of(selection.kind).get(selection.id)
            return selection.id if row is None else row.name
        case "stations":
            return step_words.station(now, selection.id)
        case _:
            return office_step_words.thing(now, selection) or name_of(now, selection.id)
