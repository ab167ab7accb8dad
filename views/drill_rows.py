"""Rows of a drill: its injects with what they wait for and what became of them, and scenarios to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from data.model.drill import Condition, Drill, Expectation, Fired, Ground, Inject, Scenario
from data.model.levels import Level
from data.model.scores import Answered, Verdict
from data.model.situation import Situation
from views import office_words, phrases, words
from widgets.rows_model import Align, Column

_TONES = {Verdict.IN_TIME: "text.secondary", Verdict.LATE: "state.attention", Verdict.MISSED: "state.urgent"}


@dataclass(frozen=True, slots=True)
class InjectRow:
    """One inject as exercise control sees it. `state` is waiting, held, due, fired or withheld."""

    id: str
    when: str
    order: float
    kind: str
    title: str
    state: str
    state_words: str
    answered: str
    worst: Verdict | None


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario on the page; `faults` counts what its file says wrong."""

    id: str
    title: str
    length: str
    injects: int
    nature: str
    where: str
    faults: int


@dataclass(frozen=True, slots=True)
class PastRow:
    """One drill that was played, or is being played."""

    id: str
    title: str
    made_at: str
    state: str
    running: bool


def english() -> bool:
    """Whether the screen speaks English: scenarios carry both languages themselves."""
    return QLocale().language() == QLocale.Language.English


def title_of(inject: Inject) -> str:
    """Return the title in the language of the screen."""
    return inject.title_en if english() and inject.title_en else inject.title


def text_of(inject: Inject) -> str:
    """Return the text in the language of the screen."""
    return inject.text_en if english() and inject.text_en else inject.text


def scenario_title(scenario: Scenario) -> str:
    """Return the title in the language of the screen."""
    return scenario.title_en if english() and scenario.title_en else scenario.title


def scenario_about(scenario: Scenario) -> str:
    """Return what it is about in the language of the screen."""
    return scenario.about_en if english() and scenario.about_en else scenario.about


def scenario_goals(scenario: Scenario) -> tuple[str, ...]:
    """Return what it is for in the language of the screen."""
    return scenario.goals_en if english() and scenario.goals_en else scenario.goals


def inject_rows(
    scenario: Scenario, drill: Drill | None, answers: Iterable[Answered], at: datetime
) -> tuple[InjectRow, ...]:
    """Return a row an inject: those that wait in the order of time, conditional ones after them."""
    by_inject: dict[str, list[Answered]] = {}
    for one in answers:
        by_inject.setdefault(one.inject, []).append(one)
    rows = (_row(scenario, inject, drill, by_inject.get(inject.id, ()), at) for inject in scenario.injects)
    return tuple(sorted(rows, key=lambda row: (row.order, row.id)))


def _row(
    scenario: Scenario, inject: Inject, drill: Drill | None, answers: Sequence[Answered], at: datetime
) -> InjectRow:
    mark = None if drill is None else drill.mark_of(inject.id)
    elapsed = (at - scenario.starts_at) / timedelta(minutes=1)
    if mark is not None:
        where = mark.how.value
        when, order = words.clock(mark.at), (mark.at - scenario.starts_at) / timedelta(minutes=1)
    else:
        due = inject.at_min is not None and elapsed >= inject.at_min and not inject.when
        where = "held" if inject.by_hand else "due" if due else "waiting"
        when, order = _when(scenario, inject), inject.at_min if inject.at_min is not None else 1e9
    worst = min((one.verdict for one in answers), key=_severity, default=None)
    done = sum(one.verdict in (Verdict.IN_TIME, Verdict.LATE) for one in answers)
    told = f"{done}/{len(inject.expects)}" if inject.expects else ""
    kind = office_words.inject_kind(inject.kind)
    return InjectRow(inject.id, when, order, kind, title_of(inject), where, state(where), told, worst)


def _severity(verdict: Verdict) -> int:
    return (Verdict.MISSED, Verdict.LATE, Verdict.OPEN, Verdict.IN_TIME).index(verdict)


def _when(scenario: Scenario, inject: Inject) -> str:
    t = QCoreApplication.translate
    if inject.by_hand:
        return t("Drill", "手动")
    if inject.when:
        return t("Drill", "条件")
    return words.clock(scenario.starts_at + timedelta(minutes=inject.at_min or 0.0))


def state(value: str) -> str:
    """Return where an inject stands, in words; that it was withheld is not said like that it still waits."""
    t = QCoreApplication.translate
    return {
        "waiting": t("Drill", "等待"),
        "held": t("Drill", "待导调下发"),
        "due": t("Drill", "到时"),
        Fired.FIRED.value: office_words.fired(Fired.FIRED),
        Fired.WITHHELD.value: t("Drill", "已扣发"),
    }[value]


def verdict(value: Verdict) -> str:
    """Return what became of an expectation, in words."""
    t = QCoreApplication.translate
    return {
        Verdict.IN_TIME: t("Drill", "按时"),
        Verdict.LATE: t("Drill", "超时完成"),
        Verdict.MISSED: t("Drill", "未做"),
        Verdict.OPEN: t("Drill", "在时限内"),
    }[value]


def verdict_tone(value: Verdict) -> str:
    """Return the tone of a verdict among facts."""
    return {Verdict.MISSED: "urgent", Verdict.LATE: "attention"}.get(value, "secondary")


def condition(one: Condition, scenario: Scenario) -> str:
    """Return a condition in words."""
    t = QCoreApplication.translate
    inject = scenario.inject(one.ref) if one.ref else None
    name = one.ref if inject is None else title_of(inject)
    match one.ground:
        case Ground.AFTER:
            return t("Drill", "“{0}”下发 {1} 分钟后").format(name, f"{one.value:g}")
        case Ground.ANSWERED:
            return t("Drill", "“{0}”已处置").format(name)
        case Ground.UNANSWERED:
            return t("Drill", "“{0}”下发 {1} 分钟仍未处置").format(name, f"{one.value:g}")
        case Ground.FLOW:
            return t("Drill", "花园口流量达 {0} m³/s").format(words.flow(one.value))
        case Ground.LEVEL:
            return t("Drill", "响应达 {0}").format(words.level(Level(5 - int(one.value))))


def expectation(one: Expectation, now: Situation, answer: Answered | None) -> tuple[str, str, str]:
    """Return caption, words and tone of what is expected and what became of it."""
    t = QCoreApplication.translate
    role = now.registers.roles.get(one.role)
    who = one.role if role is None else phrases.role_name(role)
    said = one.text_en if english() and one.text_en else one.text or office_words.act(one.act)
    limit = t("Drill", "限 {0} 分钟").format(f"{one.within_min:g}")
    if answer is None:
        return who, f"{said} · {limit}", ""
    told = verdict(answer.verdict)
    if answer.took_min is not None:
        told = t("Drill", "{0}，用 {1} 分钟").format(told, f"{answer.took_min:g}")
    return who, f"{said} · {limit} · {told}", verdict_tone(answer.verdict)


def inject_columns() -> list[Column[InjectRow]]:
    """Return the columns of the injects."""
    t = QCoreApplication.translate
    dim = {"fired": "text.muted", "withheld": "text.muted"}
    return [
        Column("when", t("Drill", "时间"), lambda row: row.when, chars=6, sort_key=lambda row: row.order),
        Column("kind", t("Drill", "类别"), lambda row: row.kind, chars=12, role_getter=lambda _: "text.secondary"),
        Column("title", t("Drill", "情况"), lambda row: row.title, chars=24, stretch=1, tooltip=lambda row: row.title,
               role_getter=lambda row: dim.get(row.state)),
        Column("state", t("Drill", "状态"), lambda row: row.state_words, chars=10,
               role_getter=lambda row: "state.attention" if row.state in ("due", "held") else "text.secondary"),
        Column("answered", t("Drill", "处置"), lambda row: row.answered, Align.RIGHT, chars=6,
               role_getter=lambda row: _TONES.get(row.worst) if row.worst is not None else None),
    ]  # fmt: skip


def scenario_columns() -> list[Column[ScenarioRow]]:
    """Return the columns of the scenarios."""
    t = QCoreApplication.translate
    return [
        Column("title", t("Drill", "想定"), lambda row: row.title, chars=18, stretch=1, tooltip=lambda row: row.title),
        Column("nature", t("Drill", "性质"), lambda row: row.nature, chars=11,
               role_getter=lambda _: "text.secondary"),
        Column("length", t("Drill", "时长"), lambda row: row.length, Align.RIGHT, chars=8),
        Column("injects", t("Drill", "情况数"), lambda row: f"{row.injects}", Align.RIGHT, chars=7),
        Column("where", t("Drill", "来源"), lambda row: row.where, chars=8, role_getter=lambda _: "text.secondary"),
        Column("faults", t("Drill", "待改"), lambda row: f"{row.faults}" if row.faults else "", Align.RIGHT, chars=6,
               role_getter=lambda _: "state.urgent"),
    ]  # fmt: skip


def past_columns() -> list[Column[PastRow]]:
    """Return the columns of the drills that were played."""
    t = QCoreApplication.translate
    return [
        Column("made", t("Drill", "开始（机器时间）"), lambda row: row.made_at, chars=19,
               role_getter=lambda _: "text.secondary"),
        Column("title", t("Drill", "想定"), lambda row: row.title, chars=18, stretch=1, tooltip=lambda row: row.title),
        Column("state", t("Drill", "状态"), lambda row: row.state, chars=18, tooltip=lambda row: row.state,
               role_getter=lambda row: "realm.drill" if row.running else "text.secondary"),
    ]  # fmt: skip


def counts(rows: Iterable[InjectRow]) -> Mapping[str, int]:
    """Count the injects by state."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.state] = found.get(row.state, 0) + 1
    return found
