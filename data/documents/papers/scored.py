"""Tables of a score (data/model/scores.py): by role and clause, times, tasks, leads, people, patrols, alarms, outward.

Nobody is ranked: roles and clauses stand in the order of the plan, people are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from data.documents.papers.author import DASH, Author
from data.documents.papers.sheet import Block, Run, Table
from data.model.scores import EventScore, Lead, Tally, Took
from data.model.steps import Realm
from data.rules.performance.event import event_score
from data.rules.performance.expected import answered

_MOST = 40
_MOST_KEYS = 200


def score_of(one: Author) -> EventScore:
    """Return the score handed in, else the one of the wish's span (of all lines without one)."""
    given = one.material.score
    if given is not None:
        return given
    lines, now = one.material.lines, one.now
    begins = now.drill.began_at if now.drill is not None else lines[0][1].at if lines else now.at
    span = one.wish.span or (begins, now.at + timedelta(seconds=1))
    scenario = one.material.scenario
    answers = () if scenario is None else answered(scenario, lines, span[1], now)
    return event_score(lines, now, span, answers=answers, bounds=one.material.bounds)


def span_steps(score: EventScore) -> tuple[int, ...]:
    """Return first and last step of the span: what a count over all of it rests on."""
    return (score.first_seq, score.last_seq) if score.last_seq else ()


def minutes(value: float | None) -> str:
    """Minutes to a tenth."""
    return DASH if value is None else f"{value:,.1f}".removesuffix(".0")


def clause(one: Author, key: str) -> str:
    """Say a clause: the instruction's title behind its number, or the kind of alarm."""
    row = one.now.plan.by_id.get(key)
    if row is not None:
        return f"{key} {row.title if one.words.chinese else row.title_en or row.title}"
    kind = one.now.registers.alarmkinds.get(key)
    return key if kind is None else f"{key} {kind.name}"


def tallies(one: Author, rows: Sequence[Tally], total: Tally, first: str, what: str) -> list[Block]:
    """Return a table of tallies with its sum; `what` says whether keys are roles or clauses."""
    if not total.expected:
        return [one.para(one.say("score.nothing"))]
    heads = one.heads("score", first, "expected", "in_time", "late", "missed", "open", "share")
    body = [
        _tally(one, one.role(row.key) if what == "role" else clause(one, row.key), row) for row in rows[:_MOST_KEYS]
    ]
    body.append(_tally(one, one.say("score.total"), total))
    blocks: list[Block] = [Table(heads, tuple(body), (0.4, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))]
    if len(rows) > _MOST_KEYS:
        blocks.append(one.para(one.say("score.more", n=len(rows) - _MOST_KEYS)))
    return blocks


def _tally(one: Author, name: str, row: Tally) -> tuple[Run, ...]:
    share = DASH if row.share is None else f"{row.share * 100:.0f} %"
    return one.row(name, *(str(value) for value in (row.expected, row.in_time, row.late, row.missed, row.open)), share)


def timing_blocks(one: Author, score: EventScore) -> list[Block]:
    """Median, ninetieth percentile and worst of every time that was measured."""
    rows = [
        one.row(one.say(f"thing.{each.thing.value}"), one.say(f"measure.{each.measure.value}"), *_took(each.total))
        for each in score.timings
        if each.total.count or each.total.waiting
    ]
    if not rows:
        return [one.para(one.say("score.no_times"))]
    heads = one.heads("score", "thing", "measure", "count", "median", "p90", "worst", "waiting")
    return [Table(heads, tuple(rows), (0.18, 0.22, 0.12, 0.12, 0.12, 0.12, 0.12), one.say("score.times_caption"))]


def _took(took: Took) -> tuple[str, ...]:
    return str(took.count), minutes(took.median_min), minutes(took.p90_min), minutes(took.worst_min), str(took.waiting)


def task_blocks(one: Author, score: EventScore) -> list[Block]:
    """Tasks against their deadlines, by role; the late and the missed with their posts."""
    tasks = score.tasks
    text = one.say("score.tasks", expected=tasks.total.expected, in_time=tasks.total.in_time, late=tasks.total.late,
                   missed=tasks.total.missed, open=tasks.total.open, never=len(tasks.never_issued))  # fmt: skip
    blocks: list[Block] = [one.para(one.run(text, span_steps(score)))]
    if tasks.total.expected:
        blocks += tallies(one, tasks.by_role, tasks.total, "role", "role")
    named = [(task_id, "late") for task_id in tasks.late] + [(task_id, "missed") for task_id in tasks.missed]
    rows: list[tuple[Run, ...]] = []
    for task_id, how in named[:_MOST]:
        task = one.now.tasks[task_id]
        steps = one.trail.of("tasks", task_id)[-2:] or one.trail.signed(task.issued_at)
        rows.append(one.row(one.run(clause(one, task.instruction) if task.instruction else task.title, steps),
                            one.role(task.role), one.short(task.issued_at), one.short(task.deadline),
                            one.say(f"verdict.{how}")))  # fmt: skip
    if rows:
        heads = one.heads("score", "task", "role", "issued", "until", "verdict")
        blocks.append(Table(heads, tuple(rows), (0.42, 0.2, 0.14, 0.14, 0.1), one.say("score.tasks_caption")))
    if len(named) > _MOST:
        blocks.append(one.para(one.say("score.more", n=len(named) - _MOST)))
    return blocks


def lead_blocks(one: Author, score: EventScore) -> list[Block]:
    """Lead times of warnings."""
    if not score.leads:
        return [one.para(one.say("score.no_leads"))]
    heads = one.heads("score", "lead", "level", "since", "until_at", "length")
    rows = tuple(_lead(one, lead) for lead in score.leads[:_MOST])
    return [Table(heads, rows, (0.36, 0.2, 0.15, 0.15, 0.14))]


def _lead(one: Author, lead: Lead) -> tuple[Run, ...]:
    steps = (*one.trail.signed(lead.since), *one.trail.signed(lead.until))
    if lead.minutes is None:
        length = one.say("score.never")
    else:
        said = one.length(timedelta(minutes=abs(lead.minutes)))
        length = one.say("score.behind", length=said) if lead.minutes < 0 else said
    return one.row(one.say(f"lead.{lead.kind.value}"), one.level(lead.level), one.run(one.short(lead.since), steps),
                   one.short(lead.until), length)  # fmt: skip


def people_blocks(one: Author, score: EventScore) -> list[Block]:
    """Who was brought out and who never answered, as counts."""
    blocks: list[Block] = []
    for moved in score.moved:
        states = one.listed(f"{one.word('whereabouts', state)} {count}" for state, count in moved.by_state)
        text = one.say("score.moved", register=one.say(f"register.{moved.register}"), total=moved.total, states=states,
                       first=one.full(moved.first_left), last=one.full(moved.last_left))  # fmt: skip
        blocks.append(one.para(one.run(text, one.trail.of("whereabouts", moved.register)[-3:])))
    silent = score.unanswered
    text = one.say("score.unanswered", total=silent.total, recipients=silent.recipients)
    parts = [one.say("score.part", what=one.role(role), n=count) for role, count in silent.by_role]
    grids = len([grid for grid, _ in silent.by_grid])
    if parts:
        text += one.say("score.by_role", list=one.listed(parts))
    if grids:
        count = sum(number for _, number in silent.by_grid)
        text += one.say("score.by_grid", n=count, grids=grids)
    blocks.append(one.para(one.run(one.sentence(text), one.trail.of("kind", "PushApproved")[-3:])))
    return blocks


def patrol_blocks(one: Author, score: EventScore) -> list[Block]:
    """Walks, sections nobody walked, alarms of gaps."""
    patrol = score.patrol
    text = one.say("score.patrol", walks=patrol.walks, sections=patrol.sections, unwalked=patrol.sections_unwalked,
                   alarms=patrol.gap_alarms)  # fmt: skip
    return [one.para(one.run(text, one.trail.of("kind", "PatrolEnded")[-3:]))]


def alarm_blocks(one: Author, score: EventScore) -> list[Block]:
    """How the alarms behaved."""
    if one.material.bounds is None and one.material.score is None:
        return [one.para(one.say("score.no_alarms"))]
    alarms = score.alarms
    seconds = [None if value is None else value / 60 for value in (alarms.ack_median_s, alarms.ack_p95_s)]
    text = one.say("score.alarms", raised=alarms.raised, per_hour=f"{alarms.per_hour:g}", peak=alarms.peak_10_min,
                   floods=alarms.floods, standing=alarms.long_standing, chattering=alarms.chattering,
                   unseen=len(alarms.unseen), median=minutes(seconds[0]), p95=minutes(seconds[1]))  # fmt: skip
    return [one.para(one.run(text, one.trail.of("kind", "AlarmsMoved")[-2:]))]


def outward_blocks(one: Author, score: EventScore) -> list[Block]:
    """What wanted to leave the desk; outside live nothing may have reached a real recipient."""
    out = score.outward
    key = "score.outward_live" if score.realm is Realm.LIVE else "score.outward"
    text = one.say(key, lines=out.lines, refused=out.refused, real=out.real, moot=out.moot, by_hand=out.by_hand,
                   failed=out.failed, waiting=out.waiting)  # fmt: skip
    return [one.para(one.run(text, bold=out.real > 0 and score.realm is not Realm.LIVE))]


def lesson_blocks(one: Author, score: EventScore) -> list[Block]:
    """Lessons written down in the span, and the task of peacetime made of each."""
    lessons = sorted((each for each in one.now.lessons.values() if each.at >= score.begins), key=lambda each: each.at)
    if not lessons:
        return [one.para(one.say("score.no_lessons"))]
    rows = tuple(
        one.row(str(number), one.run(each.text, one.trail.of("lessons", each.id)), one.short(each.at),
                one.say("score.lesson_task", id=each.task) if each.task else one.say("score.lesson_open"))
        for number, each in enumerate(lessons, start=1)
    )  # fmt: skip
    heads = one.heads("score", "number", "lesson", "noted", "follow_up")
    return [Table(heads, rows, (0.08, 0.56, 0.16, 0.2))]
