"""Phones, roll-calls, welfare timers, patrols and video calls: the transitions that are allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from data.model.field import Answer, Member, Muster, MusterLine, Patrol, Seat, VideoCall, Watch
from data.model.field_steps import (
    DeviceEnrolled,
    DeviceRevoked,
    MusterAnswered,
    MusterCalled,
    MusterClosed,
    PatrolEnded,
    PatrolStarted,
    PicturesAdded,
    VideoCalled,
    VideoEnded,
    VideoKept,
    VideoSeated,
    WatchAnswered,
    WatchEnded,
    WatchStarted,
)
from data.model.situation import Situation, Touched
from data.model.steps import StepRefused

FieldBody = (
    DeviceEnrolled
    | DeviceRevoked
    | MusterCalled
    | MusterAnswered
    | MusterClosed
    | WatchStarted
    | WatchAnswered
    | WatchEnded
    | PatrolStarted
    | PatrolEnded
    | VideoCalled
    | VideoSeated
    | VideoEnded
    | VideoKept
    | PicturesAdded
)


def apply(now: Situation, body: FieldBody) -> tuple[Situation, Touched]:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Return the situation after a step of the field link and what it touched."""
    match body:
        case DeviceEnrolled(device):
            if device.id in now.devices:
                raise StepRefused("device_exists", device=device.id)
            return replace(now, devices=now.devices.set(device.id, device)), Touched.FIELD
        case DeviceRevoked():
            return _revoke(now, body), Touched.FIELD
        case MusterCalled(muster):
            return _call_muster(now, muster), Touched.DISPATCH
        case MusterAnswered():
            return _answer_muster(now, body), Touched.DISPATCH
        case MusterClosed(muster_id, reason):
            muster = _muster(now, muster_id)
            closed = replace(muster, closed_at=now.at, reason=reason)
            return replace(now, musters=now.musters.set(muster_id, closed)), Touched.DISPATCH
        case WatchStarted(watch):
            return _start_watch(now, watch), Touched.FIELD
        case WatchAnswered():
            return _answer_watch(now, body), Touched.FIELD
        case WatchEnded(watch_id, reason):
            ended = replace(_watch(now, watch_id), ended_at=now.at, note=reason)
            return replace(now, watches=now.watches.set(watch_id, ended)), Touched.FIELD
        case PatrolStarted(patrol):
            return _start_patrol(now, patrol), Touched.FIELD
        case PatrolEnded():
            return _end_patrol(now, body), Touched.FIELD
        case VideoCalled(call):
            return _call(now, call), Touched.DISPATCH
        case VideoSeated():
            return _seat(now, body), Touched.DISPATCH
        case VideoEnded(call_id, reason):
            return _end_call(now, call_id, reason), Touched.DISPATCH
        case VideoKept(call_id, recording):
            call = _video(now, call_id)
            kept = replace(call, recordings=(*call.recordings, recording))
            return replace(now, videos=now.videos.set(call_id, kept)), Touched.DISPATCH
        case PicturesAdded():
            return _add_pictures(now, body)


def _revoke(now: Situation, body: DeviceRevoked) -> Situation:
    device = now.devices.get(body.device)
    if device is None or not device.active:
        raise StepRefused("no_such_device", device=body.device)
    revoked = replace(device, revoked_at=now.at, reason=body.reason)
    return replace(now, devices=now.devices.set(body.device, revoked))


def _call_muster(now: Situation, muster: Muster) -> Situation:
    if muster.id in now.musters:
        raise StepRefused("muster_exists", muster=muster.id)
    people = dict.fromkeys(line.person for line in muster.lines)
    if not people or muster.minutes <= 0:
        raise StepRefused("muster_incomplete")
    lines = tuple(MusterLine(person) for person in people)
    kept = replace(muster, called_at=now.at, lines=lines, closed_at=None)
    return replace(now, musters=now.musters.set(muster.id, kept))


def _answer_muster(now: Situation, body: MusterAnswered) -> Situation:
    """Note answers; a later one replaces the earlier, and those that come after the end are kept too."""
    muster = now.musters.get(body.muster)
    if muster is None:
        raise StepRefused("no_such_muster", muster=body.muster)
    wanted = set(body.people)
    if unknown := wanted - {line.person for line in muster.lines}:
        raise StepRefused("not_a_recipient", person=min(unknown))
    at = None if body.answer is Answer.NONE else now.at
    lines = tuple(
        MusterLine(line.person, body.answer, at, body.note, body.lon, body.lat) if line.person in wanted else line
        for line in muster.lines
    )
    return replace(now, musters=now.musters.set(muster.id, replace(muster, lines=lines)))


def _muster(now: Situation, muster_id: str) -> Muster:
    muster = now.musters.get(muster_id)
    if muster is None or muster.closed_at is not None:
        raise StepRefused("no_such_muster", muster=muster_id)
    return muster


def _start_watch(now: Situation, watch: Watch) -> Situation:
    if watch.id in now.watches:
        raise StepRefused("watch_exists", watch=watch.id)
    if not watch.team or watch.interval_min <= 0:
        raise StepRefused("watch_incomplete")
    kept = replace(watch, started_at=now.at, last_at=now.at, help_at=None, ended_at=None)
    return replace(now, watches=now.watches.set(watch.id, kept))


def _answer_watch(now: Situation, body: WatchAnswered) -> Situation:
    watch = _watch(now, body.watch)
    last, help_at = (now.at, None) if body.well else (watch.last_at, watch.help_at or now.at)
    answered = replace(watch, last_at=last, help_at=help_at, note=body.note or watch.note)
    return replace(now, watches=now.watches.set(watch.id, answered))


def _watch(now: Situation, watch_id: str) -> Watch:
    watch = now.watches.get(watch_id)
    if watch is None or watch.ended_at is not None:
        raise StepRefused("no_such_watch", watch=watch_id)
    return watch


def _start_patrol(now: Situation, patrol: Patrol) -> Situation:
    if patrol.id in now.patrols:
        raise StepRefused("patrol_exists", patrol=patrol.id)
    return replace(now, patrols=now.patrols.set(patrol.id, replace(patrol, ended_at=None)))


def _end_patrol(now: Situation, body: PatrolEnded) -> Situation:
    patrol = now.patrols.get(body.patrol)
    if patrol is None or patrol.ended_at is not None:
        raise StepRefused("no_such_patrol", patrol=body.patrol)
    ended = replace(
        patrol, ended_at=now.at, points=body.points, length_m=body.length_m, covered=body.covered, note=body.note
    )
    return replace(now, patrols=now.patrols.set(patrol.id, ended))


def _call(now: Situation, call: VideoCall) -> Situation:
    if call.id in now.videos:
        raise StepRefused("call_exists", call=call.id)
    if not call.members:
        raise StepRefused("call_incomplete")
    return replace(now, videos=now.videos.set(call.id, replace(call, started_at=now.at, ended_at=None)))


def _seat(now: Situation, body: VideoSeated) -> Situation:
    call = _video(now, body.call)
    if call.ended_at is not None:
        raise StepRefused("call_over", call=body.call)
    known = {member.person: member for member in call.members}
    for person in body.people:
        known[person] = _seated(known.get(person, Member(person)), body.seat, now.at, body.note)
    return replace(now, videos=now.videos.set(call.id, replace(call, members=tuple(known.values()))))


def _seated(member: Member, seat: Seat, at: datetime, note: str) -> Member:
    joined_at = at if seat is Seat.JOINED else member.joined_at
    left_at = at if seat is Seat.LEFT else member.left_at
    return replace(member, seat=seat, joined_at=joined_at, left_at=left_at, note=note or member.note)


def _end_call(now: Situation, call_id: str, reason: str) -> Situation:
    call = _video(now, call_id)
    if call.ended_at is not None:
        raise StepRefused("call_over", call=call_id)
    ends = {Seat.RINGING: Seat.MISSED, Seat.JOINED: Seat.LEFT}
    members = tuple(
        _seated(member, ends[member.seat], now.at, "") if member.seat in ends else member for member in call.members
    )
    ended = replace(call, members=members, ended_at=now.at, reason=reason)
    return replace(now, videos=now.videos.set(call_id, ended))


def _video(now: Situation, call_id: str) -> VideoCall:
    call = now.videos.get(call_id)
    if call is None:
        raise StepRefused("no_such_call", call=call_id)
    return call


def _add_pictures(now: Situation, body: PicturesAdded) -> tuple[Situation, Touched]:
    if not body.pictures:
        raise StepRefused("no_picture")
    kind, _, row_id = body.about.partition("/")
    if kind == "report" and (report := now.reports.get(row_id)) is not None:
        shown = replace(report, photos=(*report.photos, *body.pictures))
        return replace(now, reports=now.reports.set(row_id, shown)), Touched.REPORTS
    if kind == "incident" and (incident := now.incidents.get(row_id)) is not None:
        seen = replace(incident, photos=(*incident.photos, *body.pictures))
        return replace(now, incidents=now.incidents.set(row_id, seen)), Touched.REPORTS
    kept = (*now.pictures.get(body.about, ()), *body.pictures)
    return replace(now, pictures=now.pictures.set(body.about, kept)), Touched.FIELD
