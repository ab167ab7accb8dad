"""险情首报 and 续报: the six elements of data/documents/first_report.py in either language, and what changed since."""

from __future__ import annotations

from datetime import datetime

from data.documents.first_report import measured
from data.documents.papers.author import DASH, Author
from data.documents.papers.faults import PaperFault
from data.documents.papers.river import picture, reading_run
from data.documents.papers.sheet import Block, Run, Sheet, Table
from data.model.dispatch import Incident
from data.model.incident_tables import CHAINAGE, GRADE_REASON, SPUR, MeasureField
from data.model.office import PaperKind
from data.model.steps import IncidentAmended, IncidentRaised
from data.rules.incident_loop import SENT_FIRST, SENT_MORE

_OUTSIDE = frozenset({"river", "part"})


def incident_first(one: Author) -> Sheet:
    """Make the first report of the incident `about`."""
    return _written(one, _incident(one), later=False)


def incident_later(one: Author) -> Sheet:
    """Make a later report: what changed since the last one was sent, then the elements as they are now."""
    return _written(one, _incident(one), later=True)


def _incident(one: Author) -> Incident:
    newest = max(one.now.incidents.values(), key=lambda each: (each.at, each.id), default=None)
    found = one.now.incidents.get(one.wish.about) if one.wish.about else newest
    if found is None:
        raise PaperFault("no_such_subject", kind=one.wish.kind.value, about=one.wish.about)
    return found


def _written(one: Author, each: Incident, *, later: bool) -> Sheet:
    missing: list[str] = []
    elements: list[tuple[str, list[Block]]] = [
        ("incident.time", [one.para(one.run(one.say("incident.found", time=one.full(each.at)), _raised(one, each)))]),
        ("incident.place", [one.para(_place(one, each, missing))]),
        ("incident.danger", [one.para(_danger(one, each, missing)), *picture(one, "map", 0.9)]),
        ("incident.river", [one.para(*_river(one, each, missing))]),
        ("incident.casualties", [one.para(_told(one, each, each.casualties, "casualties", missing))]),
        ("incident.work", [one.para(*_work(one, each, missing))]),
    ]
    if later:
        elements.insert(0, ("incident.changes", _changes(one, each)))
        elements.insert(4, ("incident.progress", [one.para(_progress(one, each))]))
    blocks = list(one.chapters(*elements))
    named = one.listed(dict.fromkeys(one.say(f"incident.part.{name}") for name in missing))
    blocks.append(one.para(one.run(one.say("incident.missing", list=named) if named else one.say("incident.complete"))))
    grade = one.say("incident.graded", grade=one.word("grade", str(each.grade)))
    number = _count(one, each) if later else 0
    title = one.say("title.incident_later" if later else "title.incident_first", kind=one.named(each.kind))
    head = one.head(number=one.number, grade=grade, reported=one.full(one.now.at), reporter=one.by)
    if later:
        head = (*head, (one.say("head.count"), one.say("incident.count", n=number)))
    return one.sheet(title, head, blocks, one.say("copies.incident"))


def _raised(one: Author, each: Incident) -> tuple[int, ...]:
    return one.trail.first("incidents", each.id)


def _told(one: Author, each: Incident, text: str, name: str, missing: list[str]) -> Run:
    if text.strip():
        return one.run(one.sentence("，".join(text.split("\n")).strip()), one.trail.last("incidents", each.id))
    missing.append(name)
    return one.run(one.say("missing"))


def _place(one: Author, each: Incident, missing: list[str]) -> Run:
    values = dict(each.measures)
    works, spur = one.now.registers.works.get(each.works), one.now.registers.spurs.get(values.get(SPUR, ""))
    parts = [works.name if works is not None and works.name not in each.place else "",
             spur.number if spur is not None and spur.number not in each.place else "",
             each.place.strip() or one.say("missing")]  # fmt: skip
    if not each.place.strip():
        missing.append("place")
    said = "".join(parts) + (one.paren(values["part"].strip()) if values.get("part", "").strip() else "")
    chainage = _chainage(values.get(CHAINAGE, ""))
    if not chainage:
        missing.append("chainage")
    if each.lon is None or each.lat is None:
        missing.append("point")
        point = one.say("missing")
    else:
        point = one.say("incident.lonlat", lon=f"{each.lon:.5f}", lat=f"{each.lat:.5f}")
    text = one.say("incident.where", place=said, chainage=chainage or one.say("missing"), point=point)
    return one.run(text, _raised(one, each))


def _chainage(metres: str) -> str:
    try:
        whole = round(float(metres))
    except (ValueError, OverflowError):
        return ""
    return f"{'-' if whole < 0 else ''}{abs(whole) // 1000}+{abs(whole) % 1000:03d}"


def _danger(one: Author, each: Incident, missing: list[str]) -> Run:
    tables = one.material.tables
    known = None if tables is None else tables.kind(each.structure, each.kind)
    common = () if tables is None else tuple(field for field in tables.common if field.name not in _OUTSIDE)
    own = () if known is None else known.fields
    sizes = _sizes(each, own)
    if own and not sizes:
        missing.append("sizes")
    reason = dict(each.measures).get(GRADE_REASON, "").strip()
    graded = one.say("incident.graded", grade=one.word("grade", str(each.grade)))
    why = one.say("incident.grade_reason", reason=reason) if reason else ""
    own_sizes, others = one.listed(sizes), one.listed(_sizes(each, common))
    what = one.named(f"{each.structure}{each.kind}")
    if not one.words.chinese:
        what = f"{one.named(each.structure)}: {one.named(each.kind)}"
    parts = [what, graded, own_sizes, others, why, " ".join(each.text.split())]
    said = [part.rstrip("。；;. ") for part in parts if part]  # what somebody typed may end as a sentence does
    return one.run(one.say("semicolon").join(said) + one.say("stop"),
                   one.trail.of("incidents", each.id)[-2:])  # fmt: skip


def _sizes(each: Incident, fields: tuple[MeasureField, ...]) -> list[str]:
    return [f"{field.label} {said}" for field, said in measured(each, fields)]


def _river(one: Author, each: Incident, missing: list[str]) -> list[Run]:
    course = dict(each.measures).get("river", "").strip()
    latest = one.now.latest()
    if not course:
        missing.append("course")
    if latest is None or latest.flow_m3s is None or latest.stage_m is None:
        missing.append("river")
    return [reading_run(one, latest), one.run(one.say("incident.course", course=course or one.say("missing")))]


def _work(one: Author, each: Incident, missing: list[str]) -> list[Run]:
    taken = _told(one, each, each.taken_measures, "taken", missing)
    needs = _told(one, each, each.needs, "needs", missing)
    return [one.run(one.say("incident.taken", text=taken.text.removesuffix(one.say("stop"))), taken.steps),
            one.run(one.say("incident.needs", text=needs.text.removesuffix(one.say("stop"))), needs.steps)]  # fmt: skip


def _progress(one: Author, each: Incident) -> Run:
    state = one.word("incident_state", each.state.value)
    notes = [
        mark for mark in each.history[1:] if mark.note.strip() and not mark.note.startswith((SENT_FIRST, SENT_MORE))
    ]
    told = one.say("semicolon").join(f"{one.short(mark.at)} {' '.join(mark.note.split())}" for mark in notes[-3:])
    return one.run(
        one.words.joined((one.say("incident.state", state=state), one.sentence(told))),
        one.trail.of("incidents", each.id)[-3:],
    )


def _sent(one: Author, each: Incident) -> list[datetime]:
    """Return when reports of it went up: as marked by hand, and as documents issued here."""
    marked = [mark.at for mark in each.history if mark.note.startswith((SENT_FIRST, SENT_MORE))]
    kinds = (PaperKind.INCIDENT_FIRST, PaperKind.INCIDENT_LATER)
    papers = [one_.issued_at for one_ in one.now.papers.values() if one_.kind in kinds and one_.about == each.id]
    return sorted((*marked, *papers))


def _count(one: Author, each: Incident) -> int:
    """Return which later report this is: the first report is not counted."""
    papers = sum(paper.kind is PaperKind.INCIDENT_LATER and paper.about == each.id for paper in one.now.papers.values())
    marked = sum(mark.note.startswith(SENT_MORE) for mark in each.history)
    return max(papers, marked) + 1


def _changes(one: Author, each: Incident) -> list[Block]:
    """Set what is known now against what was known when the last report went up."""
    sent = _sent(one, each)
    since = sent[-1] if sent else None
    was, seq = _as_of(one, each, since)
    if was is None:
        return [one.para(one.say("incident.no_before"))]
    pairs = [
        ("grade", one.word("grade", str(was.grade)), one.word("grade", str(each.grade))),
        ("state", one.word("incident_state", was.state.value), one.word("incident_state", each.state.value)),
        ("place", was.place, each.place),
        *_measures(one, was, each),
        ("casualties", was.casualties, each.casualties),
        ("taken", was.taken_measures, each.taken_measures),
        ("needs", was.needs, each.needs),
        ("text", was.text, each.text),
    ]
    steps = tuple(number for number in one.trail.of("incidents", each.id) if number > seq)
    rows = tuple(
        one.row(_label(one, name), _flat(before), one.run(_flat(after), steps[-1:]))
        for name, before, after in pairs
        if before.strip() != after.strip()
    )
    said = one.say("incident.since", time=one.full(since or was.at))
    if not rows:
        return [one.para(one.run(said + one.say("incident.unchanged"), steps[-1:]))]
    heads = one.heads("incident.head", "what", "before", "now")
    return [one.para(one.run(said, steps)), Table(heads, rows, (0.2, 0.4, 0.4))]


def _flat(text: str) -> str:
    return " ".join(text.split()) or DASH


def _label(one: Author, name: str) -> str:
    key = f"incident.part.{name}"
    return one.say(key) if one.words.has(key) else name


def _measures(one: Author, was: Incident, each: Incident) -> list[tuple[str, str, str]]:
    tables = one.material.tables
    fields = () if tables is None else tables.fields(each.structure, each.kind)
    before, after = (dict(value for value in which.measures) for which in (was, each))
    return [(field.label, before.get(field.name, ""), after.get(field.name, "")) for field in fields]


def _as_of(one: Author, each: Incident, since: datetime | None) -> tuple[Incident | None, int]:
    """Return the incident as it was when the last report went up (as raised when none did), and the step."""
    found: tuple[Incident | None, int] = (None, 0)
    for seq, step in one.material.lines:
        body = step.body
        if isinstance(body, IncidentRaised | IncidentAmended) and body.incident.id == each.id:
            if found[0] is not None and (since is None or step.at > since):
                break
            found = (body.incident, seq)
    return found
