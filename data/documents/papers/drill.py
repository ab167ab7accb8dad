"""演练评估: goals, course, every inject with what became of what it expected, times by role and clause, lessons."""

from __future__ import annotations

from collections import Counter

from data.documents.papers.author import DASH, Author
from data.documents.papers.faults import PaperFault
from data.documents.papers.review import timeline
from data.documents.papers.river import picture
from data.documents.papers.scored import (
    clause,
    lead_blocks,
    lesson_blocks,
    minutes,
    outward_blocks,
    patrol_blocks,
    people_blocks,
    score_of,
    span_steps,
    tallies,
    task_blocks,
    timing_blocks,
)
from data.documents.papers.sheet import Block, Run, Sheet, Signatures, Table
from data.model.drill import Drill, Fired, Inject
from data.model.scores import Answered, EventScore, Tally, Verdict
from data.rules.performance.gaps import tally


def drill_report(one: Author) -> Sheet:
    """Make the evaluation of the drill of this store."""
    drill = one.now.drill
    if drill is None:
        raise PaperFault("no_such_subject", kind=one.wish.kind.value, about=one.wish.about)
    score = score_of(one)
    blocks = one.chapters(
        ("drill.overview", [one.para(*_overview(one, drill, score)), *picture(one, "hydrograph")]),
        ("drill.goals", _goals(one)),
        ("drill.course", timeline(one, score)),
        ("drill.injects", _injects(one, drill, score)),
        ("drill.by_role", tallies(one, score.by_role, score.expected, "role", "role")),
        ("drill.by_clause", tallies(one, score.by_clause, _sum(score), "clause", "clause")),
        ("drill.times", timing_blocks(one, score)),
        ("drill.leads", lead_blocks(one, score)),
        ("drill.tasks", task_blocks(one, score)),
        ("drill.people", [*people_blocks(one, score), *patrol_blocks(one, score)]),
        ("drill.outward", outward_blocks(one, score)),
        ("drill.findings", _findings(one, score)),
        ("drill.lessons", lesson_blocks(one, score)),
    )
    ends = one.full(drill.ended_at) if drill.ended_at is not None else one.say("drill.running")
    head = one.head(
        number=one.number,
        subject=drill.title,
        span=one.say("span.from_to", begin=one.full(drill.began_at), end=ends),
        seed=str(drill.seed),
        scenario=drill.scenario[:16] or DASH,
    )
    end = Signatures(((one.say("sign.evaluated"), ""), (one.say("sign.approved"), "")))
    return one.sheet(one.say("title.drill"), head, (*blocks, end))


def _overview(one: Author, drill: Drill, score: EventScore) -> list[Run]:
    scenario = one.material.scenario
    runs: list[Run] = []
    if scenario is not None:
        title, about = _own(one, scenario.title, scenario.title_en), _own(one, scenario.about, scenario.about_en)
        runs.append(
            one.run(one.say("drill.about", title=title, about=" ".join(about.split()), source=scenario.source or DASH))
        )
    if drill.constructed:
        runs.append(one.run(one.say("drill.constructed"), bold=True))
    peak = one.say("review.no_peak") if score.peak_flow_m3s is None else one.say(
        "review.peak", flow=one.flow(score.peak_flow_m3s), time=one.full(score.peak_at))  # fmt: skip
    counts = one.say("drill.counts", fired=score.injects_fired, withheld=score.injects_withheld, steps=score.steps,
                     highest=one.level(score.highest), expected=score.expected.expected,
                     in_time=score.expected.in_time, late=score.expected.late, missed=score.expected.missed,
                     open=score.expected.open)  # fmt: skip
    return [
        *runs,
        one.run(peak, span_steps(score)),
        one.run(counts, span_steps(score)),
        one.run(one.say("drill.no_ranking")),
    ]


def _goals(one: Author) -> list[Block]:
    scenario = one.material.scenario
    goals = () if scenario is None else scenario.goals
    if scenario is not None and scenario.goals_en and not one.words.chinese:
        goals = scenario.goals_en
    return [one.para(f"{number}. {goal}") for number, goal in enumerate(goals, start=1)] or [
        one.para(one.say("drill.no_goals"))
    ]


def _own(one: Author, chinese: str, english: str) -> str:
    """Return a text of the scenario in the language of the document, as far as the scenario has it."""
    return chinese if one.words.chinese else english or chinese


def _sum(score: EventScore) -> Tally:
    """Return the sum over those expectations that name a clause."""
    return tally("", (each.verdict for each in score.answers if each.clause))


def _injects(one: Author, drill: Drill, score: EventScore) -> list[Block]:
    """Every inject of the scenario: when, what it expected of whom, and what became of it."""
    scenario = one.material.scenario
    if scenario is None:
        marks = tuple(one.row(mark.inject, mark.title, one.short(mark.at), one.word("fired", mark.how.value))
                      for mark in drill.marks)  # fmt: skip
        heads = one.heads("drill.head", "inject", "title", "at", "how")
        return [one.para(one.say("drill.no_scenario")), Table(heads, marks, (0.12, 0.52, 0.18, 0.18))]
    rows: list[tuple[Run, ...]] = []
    for inject in scenario.injects:
        rows += _inject(one, drill, score, inject)
    heads = one.heads("drill.head", "inject", "title", "at", "expected", "within", "took", "verdict")
    return [
        one.para(one.say("drill.injects_about")),
        Table(heads, tuple(rows), (0.09, 0.24, 0.11, 0.28, 0.09, 0.09, 0.1)),
    ]


def _inject(one: Author, drill: Drill, score: EventScore, inject: Inject) -> list[tuple[Run, ...]]:
    mark, title = drill.mark_of(inject.id), _own(one, inject.title, inject.title_en)
    at = DASH if mark is None else one.short(mark.at)
    if mark is None or mark.how is not Fired.FIRED:
        how = one.say("drill.not_fired") if mark is None else one.say("fired.withheld")
        return [one.row(inject.id, title, at, DASH, DASH, DASH, how)]
    answers = score.of_inject(inject.id)
    if not answers:
        return [one.row(inject.id, title, at, one.say("drill.expects_nothing"), DASH, DASH, DASH)]
    rows: list[tuple[Run, ...]] = []
    for number, each in enumerate(answers):
        first = (inject.id, title, at) if number == 0 else (inject.id, one.say("drill.same"), at)
        within = minutes((each.due_at - each.fired_at).total_seconds() / 60)
        steps = () if each.seq is None else (each.seq,)
        verdict = one.run(one.say(f"verdict.{each.verdict.value}"), bold=each.verdict is Verdict.MISSED)
        rows.append(one.row(*first, _expected(one, each), within, one.run(minutes(each.took_min), steps), verdict))
    return rows


def _expected(one: Author, each: Answered) -> str:
    said = _own(one, each.text, each.text_en) or one.say(f"act.{each.act.value}")
    part = one.paren(each.clause) if each.clause else ""
    return f"{one.role(each.role)}：{said}{part}" if one.words.chinese else f"{one.role(each.role)}: {said}{part}"


def _findings(one: Author, score: EventScore) -> list[Block]:
    """What did not go well, counted by post and clause."""
    told: list[Run] = []
    for verdict in (Verdict.MISSED, Verdict.LATE):
        failed = [each for each in score.answers if each.verdict is verdict]
        if failed:
            roles = _counted(one, [one.role(each.role) for each in failed])
            acts = _counted(one, [one.say(f"act.{each.act.value}") for each in failed])
            text = one.say(f"drill.found_{verdict.value}", n=len(failed), roles=roles, acts=acts)
            told.append(one.run(text, tuple(each.seq for each in failed if each.seq is not None)))
    clauses = sorted({each.clause for each in score.answers if each.verdict is Verdict.MISSED and each.clause})
    if clauses:
        told.append(one.run(one.say("drill.found_clauses", list=one.listed(clause(one, key) for key in clauses[:20]))))
    if score.unanswered.total:
        told.append(one.run(one.say("drill.found_silent", n=score.unanswered.total)))
    if score.patrol.sections_unwalked:
        told.append(one.run(one.say("drill.found_patrol", n=score.patrol.sections_unwalked)))
    return [one.para(run) for run in told] or [one.para(one.say("drill.found_nothing"))]


def _counted(one: Author, names: list[str]) -> str:
    """Say how often each name stands, in the order of their first coming."""
    return one.listed(one.say("score.part", what=name, n=count) for name, count in Counter(names).items())
