"""What the warning card says: causes, what a tier means here, the difference that a what-if makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level, Tier
from data.model.situation import Cause, Reason, Situation
from data.rules.needs import Lack
from data.rules.plan import Change, tier_of
from data.rules.signoff import Preview
from views import phrases, step_words, words
from views.river_facts import signed

_WORST = 3


def reason(now: Situation, why: Reason) -> str:
    """One cause with its value and the bound it passed: "花园口实测 5,520 ≥ 4,000"."""
    t = QCoreApplication.translate
    if why.cause is Cause.ORDER:
        order = now.orders.get(why.ref)
        issuer = why.ref if order is None else f"{order.issuer} {order.reference}".strip()
        return t("WarningWords", "上级命令：{0}").format(issuer)
    if why.cause is Cause.INCIDENT:
        incident = now.incidents.get(why.ref)
        place = why.ref if incident is None else f"{incident.place} {incident.kind}".strip()
        return t("WarningWords", "险情：{0}").format(place)
    kind = {
        Cause.FORECAST: t("WarningWords", "预报"),
        Cause.OUTLOOK: t("WarningWords", "本台预报"),
    }.get(why.cause, t("WarningWords", "实测"))
    value, bound = _figure(why.value), _figure(why.bound)
    return t("WarningWords", "{0}{1} {2} ≥ {3}").format(step_words.station(now, why.ref), kind, value, bound)


def _figure(value: float | None) -> str:
    """A flow without decimals, a stage (below 1,000) as it is written."""
    if value is None:
        return words.DASH
    return words.flow(value) if value >= 1000 or value == round(value) else f"{value:.2f}"


def reasons(now: Situation, whys: Iterable[Reason], level: Level, most: int = 2) -> str:
    """The causes of a level, the rest counted."""
    said = [reason(now, why) for why in whys if why.level is level]
    text = phrases.clauses(said[:most])
    more = len(said) - most
    return text if more <= 0 else QCoreApplication.translate("WarningWords", "{0} 等 {1} 项").format(text, len(said))


def source(tier: Tier | None) -> str:
    """Where the tier's figures come from and how far they may be relied on."""
    if tier is None:
        return ""
    return f"{words.confidence(tier.confidence)} · {tier.source}"


def tier_at(now: Situation, flow: float | None) -> Tier | None:
    """The tier of a flow."""
    return None if flow is None else tier_of(flow, now.registers.tiers)


def task_difference(preview: Preview) -> str:
    """Tasks that a signature would add, change and withdraw."""
    return QCoreApplication.translate("WarningWords", "新增 {0} · 变更 {1} · 撤销 {2}").format(
        preview.count(Change.NEW), preview.count(Change.CHANGED), len(preview.withdrawn)
    )


def exposed(preview: Preview) -> str:
    """Growers, area and people in the way, and how many more than live."""
    here, live = preview.exposed, preview.exposed_live
    t = QCoreApplication.translate
    return " · ".join(
        (
            _with_change(t("WarningWords", "{0} 户"), len(here.growers), len(live.growers)),
            _with_change(t("WarningWords", "{0} 亩"), here.area_mu, live.area_mu),
            _with_change(t("WarningWords", "{0} 人"), here.people, live.people),
        )
    )


def _with_change(pattern: str, value: float, before: float) -> str:
    text = pattern.format(f"{value:,.0f}")
    change = value - before
    return (
        text
        if round(change) == 0
        else QCoreApplication.translate("WarningWords", "{0} {1}").format(text, signed(change))
    )


def staff_short(now: Situation, preview: Preview) -> str:
    """How many people are missing, with the worst roles."""
    roles = preview.short.roles
    if not roles:
        return ""
    total = QCoreApplication.translate("WarningWords", "{0} 人").format(f"{preview.short.people:,}")
    return phrases.labelled(total, _worst(roles, lambda lack: role_name(now, lack.key)))


def stock_short(now: Situation, preview: Preview) -> str:
    """How many items are missing, with the worst."""
    stock = preview.short.stock
    if not stock:
        return ""
    units = {row.item: row.unit for row in now.registers.stock}
    total = QCoreApplication.translate("WarningWords", "{0} 项").format(len(stock))
    return phrases.labelled(
        total,
        _worst(
            stock, lambda lack: phrases.registered(lack.key), lambda lack: phrases.registered(units.get(lack.key, ""))
        ),
    )


def _worst(lacks: tuple[Lack, ...], name: Callable[[Lack], str], unit: Callable[[Lack], str] = lambda _: "") -> str:
    t = QCoreApplication.translate
    said = [
        t("WarningWords", "{0} {1}{2}").format(name(lack), f"{lack.missing:,.0f}", unit(lack)).strip()
        for lack in lacks[:_WORST]
    ]
    return phrases.listed(said) + ("…" if len(lacks) > _WORST else "")


def role_name(now: Situation, role: str) -> str:
    """Name of a post, its code when unknown."""
    row = now.registers.roles.get(role)
    return phrases.role_name(row) if row is not None else role
