"""What phones send, checked at the door and turned into the one step that each message means.

`check` runs in the gateway's thread before a message is kept, `to_body` in the room when it is taken: in between the
situation may have moved on, so that the rules have the last word (a refusal becomes FieldRefused).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

import msgspec

from data.gateway.forms import (
    KINDS,
    Content,
    MusterIn,
    NoteIn,
    PatrolEndIn,
    PatrolStartIn,
    Photo,
    PicturesIn,
    PollIn,
    PushIn,
    ReportIn,
    TaskIn,
    WatchIn,
    WhereaboutsIn,
)
from data.model.dispatch import Channel, Outcome, Report, ReportState
from data.model.field import Answer, Attachment, Device, Inbound, Patrol, PhoneRole
from data.model.field_steps import (
    FieldRefused,
    MusterAnswered,
    PatrolEnded,
    PatrolStarted,
    PicturesAdded,
    WatchAnswered,
)
from data.model.office import Ballot, Vote
from data.model.office_steps import PollAnswered
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.model.steps import (
    Body,
    NoteWritten,
    ReceiptNoted,
    ReportAmended,
    ReportReceived,
    TasksMoved,
    WhereaboutsSet,
)
from data.model.task import Evidence, Move
from data.rules.own import asked_role, own_households, own_tasks, own_watches
from data.rules.places import PlaceNames, describe, place_names


class Unfit(Exception):
    """A message that can never be taken: `status` is the HTTP status, `code` the reason in `{"error": …}`."""

    def __init__(self, code: str, status: int = 400) -> None:
        """Keep the reason."""
        super().__init__(code)
        self.code = code
        self.status = status


OPEN = frozenset({ReportState.UNVERIFIED, ReportState.VERIFIED, ReportState.HANDLING})
"""States in which words may be added to a report."""

_OBSERVERS_MAY = frozenset({"push", "muster", "poll", "watch", "note"})
_STATES: Mapping[str, Whereabouts] = MappingProxyType({state.name.lower(): state for state in Whereabouts})
_ANSWERS = MappingProxyType({"seen": Outcome.DELIVERED} | {o.value: o for o in Outcome if o.reached})


def read(kind: str, body: bytes | str) -> Content:
    """Return the content of a message; Unfit when it is none of its kind."""
    if kind not in KINDS:
        raise Unfit("unknown_kind")
    try:
        return msgspec.json.decode(body, type=KINDS[kind])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unfit("bad_request") from error


def check(now: Situation, device: Device, kind: str, body: bytes, has_file: Callable[[str], bool]) -> None:
    """Raise Unfit when a message can never be taken from this phone: malformed, not its business, file not here."""
    content = read(kind, body)
    if device.role is PhoneRole.OBSERVER and kind not in _OBSERVERS_MAY:
        raise Unfit("not_allowed", 403)
    if any(not has_file(_digest(photo)) for photo in _photos(content)):
        raise Unfit("no_such_file", 409)
    if not _own(now, device, content):
        raise Unfit("not_yours", 403)
    if isinstance(content, PollIn) and _is_over(now, content.poll):
        raise Unfit("poll_over", 409)


def _own(now: Situation, device: Device, content: Content) -> bool:
    """Whether the phone's person has to do with it; what is unknown is left to the rules, it may come later."""
    match content:
        case TaskIn(task):
            return task not in now.tasks or any(own.id == task for own in own_tasks(now, device.person))
        case PushIn(push):
            return push not in now.pushes or device.person in now.pushes[push].recipients
        case MusterIn(muster):
            called = now.musters.get(muster)
            return called is None or any(line.person == device.person for line in called.lines)
        case PollIn(poll):
            return poll not in now.briefings or asked_role(now, device.person, now.briefings[poll]) != ""
        case WatchIn(watch):
            return watch not in now.watches or any(own.id == watch for own in own_watches(now, device.person))
        case WhereaboutsIn(register, ids):
            mine = {row.id for kind, row in own_households(now, device.person) if kind == register}
            return all(row_id in mine for row_id in ids)
        case PatrolEndIn(patrol):
            return patrol not in now.patrols or now.patrols[patrol].person == device.person
        case _:
            return True


def _is_over(now: Situation, poll: str) -> bool:
    """Whether it was decided already: an answer could change nothing any more, so the phone is told at once."""
    briefing = now.briefings.get(poll)
    return briefing is not None and (briefing.decided is not None or briefing.closed_at is not None)


def _photos(content: Content) -> list[Photo | str]:
    return content.photos if isinstance(content, ReportIn | TaskIn | PicturesIn) else []


def _digest(photo: Photo | str) -> str:
    return photo.digest if isinstance(photo, Photo) else photo


@dataclass(frozen=True, slots=True)
class Taking:
    """What is needed to take a message: the desk's time and speed, and the time limit of each kind of report.

    `names` are made from the situation where they are missing; whoever takes many messages makes them once.
    """

    at: datetime
    speed: float = 1.0
    due_h: Mapping[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])
    names: PlaceNames | None = None


def to_body(now: Situation, message: Inbound, taking: Taking) -> Body:  # noqa: C901, PLR0911 - one case a kind
    """Return the step that a message means; FieldRefused when its phone is unknown or it cannot be read any more."""
    device = now.devices.get(message.device)
    if device is None:
        return refused(message, "unknown_device")
    try:
        content = read(message.kind, message.body)
    except Unfit as unfit:
        return refused(message, unfit.code)
    match content:
        case ReportIn():
            return ReportReceived(_report(now, message, device, content, taking))
        case TaskIn():
            return _task(content, device, taking.at)
        case PushIn(push, answer, note):
            return ReceiptNoted(push, (device.person,), Channel.PHONE_PAGE, _ANSWERS[answer], note)
        case MusterIn(muster, answer, note, lon, lat):
            return MusterAnswered(muster, (device.person,), Answer(answer), note, lon, lat)
        case PollIn():
            return _ballot(now, message, device, content, taking)
        case WatchIn(watch, well, note):
            return WatchAnswered(watch, well, note)
        case WhereaboutsIn(register, ids, state, note):
            return WhereaboutsSet(register, tuple(ids), _STATES[state], note)
        case PatrolStartIn(patrol, section):
            return PatrolStarted(Patrol(patrol, device.person, section, _observed(message, taking)))
        case PatrolEndIn(patrol, note):
            return PatrolEnded(patrol, note=note)
        case PicturesIn(about, photos, note):
            return PicturesAdded(about, _attachments(photos), note)
        case NoteIn(text, about):
            return _note(now, device, text.strip(), about)


def _ballot(
    now: Situation, message: Inbound, device: Device, content: PollIn, taking: Taking
) -> PollAnswered | FieldRefused:
    """Count an answer for the role that the phone's person has now; the phone does not say who it speaks for."""
    briefing = now.briefings.get(content.poll)
    if briefing is None:
        return refused(message, "no_such_briefing")
    role = asked_role(now, device.person, briefing)
    if not role:
        return refused(message, "role_not_asked")
    if not device.active:  # kept before it was shut out: of a vote that must not count afterwards
        return refused(message, "no_such_device")
    ballot = Ballot(role, device.person, Vote(content.answer), taking.at, content.reason.strip(), "phone")
    return PollAnswered(briefing.id, ballot)


def _note(now: Situation, device: Device, text: str, about: str) -> ReportAmended | NoteWritten:
    """Add words to an open report of the same person; of anything else they stand in the duty log with what it is."""
    kind, _, row_id = about.partition("/")
    report = now.reports.get(row_id) if kind == "report" else None
    if report is None:
        return NoteWritten(text)
    if report.by == device.person and report.state in OPEN:
        return ReportAmended(report.id, text=f"{report.text}；补充：{text}")
    return NoteWritten(f"{report.kind} {report.place}：{text}")


def refused(message: Inbound, code: str) -> FieldRefused:
    """Return the step that keeps a message as it came because it cannot be taken."""
    return FieldRefused(message.device, message.kind, code, message.body)


def _observed(message: Inbound, taking: Taking) -> datetime:
    """Return the desk's time at which the phone's button was pressed; a phone ahead of us has pressed it now."""
    waited_s = max(0.0, (message.received_at - message.at).total_seconds())
    return taking.at - timedelta(seconds=waited_s * taking.speed)


def _report(now: Situation, message: Inbound, device: Device, content: ReportIn, taking: Taking) -> Report:
    photos = _attachments(content.photos)
    lon, lat, position = content.lon, content.lat, content.position
    if lon is None or lat is None:
        shown = next((one for one in photos if one.lon is not None and one.lat is not None), None)
        lon, lat, position = (None, None, position) if shown is None else (shown.lon, shown.lat, "exif")
    place = content.place
    if not place and lon is not None and lat is not None:
        place = describe(taking.names or place_names(now), lon, lat)
    due_h = taking.due_h.get((content.category, content.kind))
    return Report(
        f"R-{message.client}",
        taking.at,
        content.category,
        content.kind,
        _text(content),
        device.person,
        lon,
        lat,
        place,
        content.grade,
        due=None if due_h is None else taking.at + timedelta(hours=due_h),
        task=content.task,
        observed_at=_observed(message, taking),
        accuracy_m=content.accuracy_m,
        position=position,
        device=device.id,
        photos=photos,
    )


def _text(content: ReportIn) -> str:
    """Return the words of a report; a danger's six elements stand in their usual order."""
    said = [content.text.strip()] if content.text.strip() else []
    if content.elements is not None:
        e = content.elements
        named = (
            ("时间", e.time),
            ("地点", e.place),
            ("险情", e.size),
            ("水情", e.water),
            ("人员", e.casualties),
            ("已采取", e.taken),
            ("需求", e.needs),
        )
        said.extend(f"{name}：{value.strip()}" for name, value in named if value.strip())
    return "；".join(said) or content.kind


def _task(content: TaskIn, device: Device, at: datetime) -> TasksMoved:
    person = device.person
    proofs = [
        Evidence("file", at, person, "", None, one.digest, f"{one.digest[:8]}", one.media, one.lon, one.lat)
        for one in _attachments(content.photos)
    ]
    if content.note.strip():
        proofs.append(Evidence("text", at, person, content.note.strip(), lon=content.lon, lat=content.lat))
    if content.count is not None:
        proofs.append(Evidence("count", at, person, count=content.count, lon=content.lon, lat=content.lat))
    return TasksMoved((content.task,), Move(content.move), content.note.strip(), "", tuple(proofs), content.count)


def _attachments(photos: list[Photo | str]) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(one, "image/jpeg", 0)
        if isinstance(one, str)
        else Attachment(
            one.digest, one.media, one.size, one.width, one.height, one.seconds, _aware(one.taken_at), one.lon, one.lat
        )
        for one in photos
    )


def _aware(moment: datetime | None) -> datetime | None:
    """A camera's clock without a zone tells no moment."""
    return moment if moment is not None and moment.tzinfo is not None else None
