"""What is told of a drill that was played without a window: one JSON object, and the assessment as a document."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

from data.documents.papers import docx
from data.documents.papers.hydrograph import hydrograph
from data.documents.papers.make import make
from data.documents.papers.river import thresholds
from data.documents.papers.sheet import Material, Wish
from data.model.drill import Scenario
from data.model.office import PaperKind
from data.model.river import HUAYUANKOU
from data.model.scores import Answered, Outward, Verdict, as_mapping
from data.model.steps import ReadingTaken
from data.store import codec
from desktop.drill_play import Played
from desktop.drill_seed import Rules


def as_json(played: Played) -> str:
    """Return the result as JSON; the same run gives the same text but for `made_at`."""
    score = played.score
    told: dict[str, object] = {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "scenario": _scenario(played.scenario),
        "seed": score.seed,
        "expected": as_mapping(score.expected),
        "sends": _sends(score.outward),
        "sends_attempted": score.outward.attempted,
        "sends_refused": score.outward.refused,
        "sends_real": score.outward.real,
        "steps_refused": dict(played.refusals),
        "steps_digest": digest_of(played),
        "injects": [_inject(played, inject.id) for inject in played.scenario.injects],
        "score": as_mapping(score),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _sends(sent: Outward) -> dict[str, int]:
    """Say what became of every line of the outbox; the parts add up to the lines."""
    return {
        "lines": sent.lines,
        "refused": sent.refused,
        "real": sent.real,
        "moot": sent.moot,
        "by_hand": sent.by_hand,
        "failed": sent.failed,
        "waiting": sent.waiting,
    }


def digest_of(played: Played) -> str:
    """Return a hash of all steps as the journal writes them: two runs that agree in it did the same."""
    whole = hashlib.sha256()
    for seq, step in played.lines:
        _, payload, _ = codec.encode(step)
        whole.update(f"{seq} {step.key} {step.at.isoformat()} {step.actor} {payload}\n".encode())
    return whole.hexdigest()


def _scenario(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "source": scenario.source,
        "constructed": scenario.constructed,
        "starts_at": scenario.starts_at.isoformat(),
        "length_min": scenario.length_min,
        "injects": len(scenario.injects),
    }


def _inject(played: Played, inject: str) -> dict[str, object]:
    """Say what became of one inject: fired when, answered, missed, or never fired."""
    told = played.scenario.inject(inject)
    mark = None if played.now.drill is None else played.now.drill.mark_of(inject)
    answers = played.score.of_inject(inject)
    return {
        "id": inject,
        "title": "" if told is None else told.title,
        "constructed": told is None or told.constructed,
        "how": "waiting" if mark is None else mark.how.value,
        "at": None if mark is None else mark.at.isoformat(),
        "outcome": outcome(answers) if mark is not None else None,
        "verdicts": {one.expectation: one.verdict.value for one in answers},
    }


def outcome(answers: tuple[Answered, ...]) -> str:
    """Return one word for an inject: the worst verdict of what it expects, "none" where it expects nothing."""
    order = (Verdict.MISSED, Verdict.OPEN, Verdict.LATE, Verdict.IN_TIME)
    verdicts = {one.verdict for one in answers}
    return next((verdict.value for verdict in order if verdict in verdicts), "none")


def assessment(played: Played, rules: Rules, language: str) -> bytes:
    """Return the assessment (演练评估) as a Word document; a translator for `language` must be installed."""
    from views import phrases, step_words

    score = played.score
    material = Material(
        played.now,
        played.lines,
        lambda step, now: step_words.line(step, now).text,
        {"hydrograph": course_of(played, language)},
        tables=rules.incidents,
        bounds=rules.bounds,
        scenario=played.scenario,
        score=score,
        named=phrases.registered,
    )
    wish = Wish(PaperKind.DRILL, score.drill, (score.begins, score.ends), language)
    return docx.write(make(wish, material))


def course_of(played: Played, language: str) -> bytes:
    """Return the whole course of the scene as a picture: the situation keeps the newest readings only."""
    bodies = (step.body for _, step in played.lines)
    course = (body.reading for body in bodies if isinstance(body, ReadingTaken) and body.reading.station == HUAYUANKOU)
    return hydrograph(course, thresholds(played.now), (played.score.begins, played.score.ends), language)
