"""The text of a person's card: masked unless it was unmasked. No widgets."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from data.model.people import Grower, Household, KeyPerson, Staff
from data.model.situation import Situation
from data.rules.exposure import Exposure
from views import clock_card, people_rows, phrases, words
from views.card_text import CardText
from views.task_rows import role_name
from widgets.theme import Theme

Person = Grower | Household | KeyPerson | Staff


def shown_name(person: Person, *, open_: bool) -> str:
    """Name on the card; staff are known by name to the desk."""
    return person.name if open_ or isinstance(person, Staff) else words.masked_name(person.name)


def person_text(
    now: Situation,
    person: Person,
    exposed: Exposure,
    theme: Theme,
    *,
    open_: bool,
    clock: clock_card.Clock | None = None,
) -> str:
    """Rich text of a card; the clock, where there is one, stands first."""
    card = CardText(theme)
    if clock is not None:
        clock_card.write(card, now, clock)
    t = QCoreApplication.translate
    reach = t("PersonText", "水情") if clock is None else t("PersonText", "按台账")
    match person:
        case Grower():
            _grower(card, now, person, exposed, reach, open_)
        case KeyPerson():
            _key_person(card, now, person, exposed, reach, open_)
        case Household():
            _household(card, now, person, open_)
        case Staff():
            _staff(card, now, person, open_)
    return card.rich()


def _phone(phone: str, open_: bool) -> str:
    return escape(phone if open_ and phone else words.masked_phone(phone))


def _reach(card: CardText, exposed: bool, flow_m3s: float) -> str:
    t = QCoreApplication.translate
    if exposed:
        return card.ink(t("PersonText", "{0} m³/s 时上水").format(words.flow(flow_m3s)), "state.attention")
    return escape(t("PersonText", "{0} m³/s 时不上水").format(words.flow(flow_m3s)))


def _staff_link(card: CardText, now: Situation, person_id: str) -> str:
    person = now.registers.staff.get(person_id)
    if person is None:
        return ""
    said = card.ink(f"  {phrases.registered(person.post)}  {words.masked_phone(person.phone)}", "text.secondary")
    return card.link(person.name, "staff", person.id) + said


def _linked(card: CardText, now: Situation, kind: str, row_id: str) -> str:
    row = now.registers.of(kind).get(row_id)
    return card.link(row.name, kind, row_id) if row is not None else ""


def _grower(card: CardText, now: Situation, row: Grower, exposed: Exposure, reach: str, open_: bool) -> None:
    t = QCoreApplication.translate
    plots = people_rows.plots_of(now.registers).get(row.id, ())
    card.facts(
        [
            (reach, _reach(card, row.id in exposed.growers, exposed.flow_m3s)),
            (t("PersonText", "主体"), escape(f"{phrases.registered(row.kind)} · {phrases.registered(row.village)}")),
            (t("PersonText", "电话"), _phone(row.phone, open_)),
            (
                t("PersonText", "在滩"),
                escape(t("PersonText", "{0} 人，过夜 {1} 人").format(row.on_floodplain, row.overnight)),
            ),
            (t("PersonText", "包保"), _staff_link(card, now, row.contact)),
            (t("PersonText", "集合点"), escape(row.muster)),
            (t("PersonText", "路线"), _linked(card, now, "routes", row.route)),
            (t("PersonText", "养殖"), escape(row.livestock)),
            (t("PersonText", "农机"), escape(row.machines)),
            (t("PersonText", "设施"), escape(row.facilities)),
        ]
    )
    total = sum(plot.area_mu for plot in plots)
    card.heading(t("PersonText", "地块  {0} 块 {1:,.1f} 亩").format(len(plots), total))
    rows = []
    for plot in plots:
        wet = plot.id in exposed.plots
        said = t("PersonText", "{0} {1:,.1f} 亩 · {2} m³/s 上水").format(
            phrases.registered(plot.crop), plot.area_mu, words.flow(plot.floods_at_m3s)
        )
        extra = phrases.listed(
            part for part in (plot.stage_of_growth, t("PersonText", "可抢收") if plot.harvestable else "") if part
        )
        text = card.ink(said, "state.attention" if wet else "text.primary") + card.ink(f"  {extra}", "text.muted")
        rows.append((f"{words.bench(plot.bench)}", card.link(plot.id, "plots", plot.id) + "  " + text))
    card.facts(rows)


def _key_person(card: CardText, now: Situation, row: KeyPerson, exposed: Exposure, reach: str, open_: bool) -> None:
    t = QCoreApplication.translate
    card.paragraph(row.need)
    card.facts(
        [
            (reach, _reach(card, row.id in exposed.keypeople, exposed.flow_m3s)),
            (t("PersonText", "类别"), escape(phrases.registered(row.category))),
            (t("PersonText", "位置"), escape(f"{row.place} · {phrases.registered(row.bench)}")),
            (t("PersonText", "网格"), _linked(card, now, "grids", row.grid)),
            (t("PersonText", "人数"), str(row.people)),
            (t("PersonText", "电话"), _phone(row.phone, open_)),
            (t("PersonText", "包保"), _staff_link(card, now, row.contact)),
            (t("PersonText", "备注"), escape(row.note) if open_ else ""),
        ]
    )


def _household(card: CardText, now: Situation, row: Household, open_: bool) -> None:
    t = QCoreApplication.translate
    card.facts(
        [
            (t("PersonText", "所属村"), escape(phrases.registered(row.village))),
            (t("PersonText", "网格"), _linked(card, now, "grids", row.grid)),
            (t("PersonText", "人口"), str(row.people)),
            (t("PersonText", "特殊"), card.ink(row.special, "state.attention") if row.special else ""),
            (t("PersonText", "电话"), _phone(row.phone, open_)),
            (t("PersonText", "安置点"), _linked(card, now, "shelters", row.shelter)),
            (t("PersonText", "包保"), _staff_link(card, now, row.contact)),
        ]
    )


def _staff(card: CardText, now: Situation, row: Staff, open_: bool) -> None:
    t = QCoreApplication.translate
    duty = t("PersonText", "在岗") if row.on_duty else t("PersonText", "不在岗")
    card.facts(
        [
            (t("PersonText", "职务"), escape(phrases.registered(row.post))),
            (t("PersonText", "岗位"), escape(role_name(now, row.role))),
            (t("PersonText", "类别"), escape(phrases.registered(row.kind))),
            (t("PersonText", "状态"), card.ink(duty, "text.primary" if row.on_duty else "state.attention")),
            (t("PersonText", "网格"), _linked(card, now, "grids", row.grid)),
            (t("PersonText", "队伍"), _linked(card, now, "squads", row.squad)),
            (t("PersonText", "电话"), _phone(row.phone, open_)),
            (t("PersonText", "副职"), _staff_link(card, now, row.deputy)),
            (t("PersonText", "技能"), escape(row.skills)),
        ]
    )
    tasks = [task for task in now.tasks.values() if task.assignee == row.id and task.state.open]
    card.heading(t("PersonText", "承办任务 {0} 项").format(len(tasks)))
    card.facts(
        (words.task_state(task.state), card.link(phrases.task_title(task, now.plan), "task", task.id))
        for task in sorted(tasks, key=lambda task: (task.deadline is None, str(task.deadline), task.id))
    )
    calls = sorted((call for call in now.calls.values() if call.person == row.id), key=lambda call: call.at)
    if calls:
        card.heading(t("PersonText", "通话"))
        card.facts(
            (words.date_clock(call.at), escape(f"{words.outcome(call.outcome)} {call.note}")) for call in calls[-8:]
        )
