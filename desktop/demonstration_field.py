"""People of the front line in the demonstration: push and its ladder, roll-call, timers, patrols, a video call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import resources
from data.feeds.ladder import read_ladder
from data.model.dispatch import Call, Channel, Outcome, Push
from data.model.field import Answer, Member, Muster, MusterLine, Patrol, Position, Seat, VideoCall, Watch
from data.model.field_steps import (
    MusterAnswered,
    MusterCalled,
    MusterClosed,
    PatrolEnded,
    PatrolStarted,
    PicturesAdded,
    VideoCalled,
    VideoEnded,
    VideoSeated,
    WatchAnswered,
    WatchEnded,
    WatchStarted,
)
from data.model.outbox import OutState
from data.model.steps import Body, CallLogged, PushApproved, PushDrafted, ReceiptNoted
from data.rules.ladder import WAITED_OUT, still_wanted
from desktop.demonstration_cast import (
    DUTY,
    LEADER,
    along,
    clock,
    phone_of,
    section_path,
    snapshot,
    spur_head,
    tell,
)
from desktop.demonstration_reports import ROOT_STONES

if TYPE_CHECKING:
    from data.model.situation import Situation
    from data.store.store import Store
    from desktop.app import Anlan

PUSH, MUSTER, CALL, BOAT, GUARD = "demo-push", "demo-muster", "demo-call", "demo-watch-boat", "demo-watch-spur"

WALKS = (
    ("demo-patrol-1", "P131", "D01", (12, 16), (12, 58), 0.0, 0.96),
    ("demo-patrol-2", "P147", "D05", (12, 17), (12, 57), 0.05, 0.62),
    ("demo-patrol-3", "P209", "D10", (12, 17), (12, 59), 0.30, 0.86),
)
"""Walks under way: id, person, section, first and last point, from which to which share of the section."""

Told = tuple[datetime, Body, str]
"""When, what, by whom."""

BESIDE = (
    ("P153", (12, 56), (113.67772, 34.90318)),
    ("P281", (12, 51), (113.72655, 34.91288)),
    ("P285", (12, 58), (113.67741, 34.90306)),
    ("P097", (12, 54), (113.70712, 34.90902)),
    ("P104", (12, 49), (113.72511, 34.90931)),
)
"""Others who share where they are."""


# ── push ──


def _push(anlan: Anlan) -> list[Told]:
    """A push to the grid staff of the floodplain: written by one, approved by another, climbing its ladder."""
    now = anlan.room.situation
    people = tuple(one.id for one in now.registers.staff if one.role in ("R22", "R09", "R18"))[:37]
    rungs = read_ladder(resources.path("rules/ladder.csv"))
    text = "【花园口镇防指·Ⅳ级·蓝色】花园口流量已超过4000立方米每秒，请通知嫩滩人员18时前全部撤出，收到请回复。"
    written = Push(
        PUSH, "嫩滩清人", text, "【更正】前一通知作废，以镇防指最新通知为准。", DUTY, now.at, people,
        tuple(one.channel for one in rungs), waits_s=tuple(one.wait_s for one in rungs),
    )  # fmt: skip
    carried = tuple(one for one in people if phone_of(one))
    others = tuple(one for one in people if one not in carried)
    late = carried[-1:]
    told: list[Told] = [
        (clock(12, 39), PushDrafted(written), DUTY),
        (clock(12, 40), PushApproved(PUSH, LEADER), LEADER),
    ]
    for minute, some, channel, outcome, note in (
        (40, carried, Channel.PHONE_PAGE, Outcome.DELIVERED, ""),
        (40, others, Channel.PHONE_PAGE, Outcome.FAILED, ""),
        (41, carried[:-1], Channel.PHONE_PAGE, Outcome.ANSWERED, ""),
        (42, others[:14], Channel.MESSENGER, Outcome.ANSWERED, ""),
        (43, others[14:], Channel.MESSENGER, Outcome.NO_ANSWER, ""),
        (43, late, Channel.PHONE_PAGE, Outcome.NO_ANSWER, WAITED_OUT),
        (46, others[14:19], Channel.SMS, Outcome.ANSWERED, ""),
        (46, late, Channel.MESSENGER, Outcome.NO_ANSWER, WAITED_OUT),
        (48, others[19:], Channel.SMS, Outcome.NO_ANSWER, ""),
        (50, others[19:25], Channel.TELEPHONE, Outcome.ANSWERED, ""),
        (51, others[25:26], Channel.TELEPHONE, Outcome.CANNOT, "住院，请副职顶替"),
        (51, late, Channel.SMS, Outcome.NO_ANSWER, WAITED_OUT),
        (52, others[26:27], Channel.TELEPHONE, Outcome.NEEDS_HELP, "缺一辆农用车转运羊只"),
        (53, others[27:], Channel.TELEPHONE, Outcome.NO_ANSWER, ""),
        (56, others[27:29], Channel.DEPUTY, Outcome.ANSWERED, "副职代答"),
        (56, late, Channel.TELEPHONE, Outcome.NO_ANSWER, ""),
        (58, others[29:], Channel.DEPUTY, Outcome.NO_ANSWER, ""),
    ):
        told.append((clock(12, minute), ReceiptNoted(PUSH, some, channel, outcome, note), DUTY))
    return told


# ── video call ──


def call(anlan: Anlan) -> None:
    """A call to the spur: one joins, one misses it and is telephoned; a picture is kept with the report."""
    now, at = anlan.room.situation, clock(12, 26)
    members = (Member("P153"), Member("P097"))
    about = f"report/{ROOT_STONES}"
    tell(anlan, at, VideoCalled(VideoCall(CALL, at, DUTY, members, about)))
    tell(anlan, clock(12, 27), VideoSeated(CALL, ("P153",), Seat.JOINED))
    tell(anlan, clock(12, 27), VideoSeated(CALL, ("P097",), Seat.MISSED))
    lon, lat = spur_head(now, "HYK-090")
    tell(anlan, clock(12, 29), PicturesAdded(about, (snapshot(anlan, clock(12, 29), lon, lat),), "video"))
    tell(anlan, clock(12, 31), VideoEnded(CALL, "现场情况清楚，按方案继续抛护"))
    said = "正在嫩滩转运，手机在防水袋里；冲锋舟两艘都好"
    logged = Call("demo-telephone", "P097", at, Outcome.ANSWERED, note=said, about=ROOT_STONES)
    tell(anlan, clock(12, 32), CallLogged(logged))


# ── timers ──


def watches(anlan: Anlan) -> None:
    """A boat team that reports itself well, and a team at the spur that has been silent for too long."""
    lon, lat = 113.72702, 34.91324
    at, place = clock(12, 18), "嫩滩渔棚至东大坝水面"
    boat = Watch(BOAT, "S93", "嫩滩搜寻、转运滞留人员", 20, at, DUTY, at, 6, place, lon, lat)
    lon, lat = spur_head(anlan.room.situation, "HYK-090")
    spur = Watch(GUARD, "S91", "90坝抛笼抢护", 15, clock(12, 19), DUTY, clock(12, 19), 32, "花园口险工90坝", lon, lat)
    for minute, started in ((18, boat), (19, spur)):
        tell(anlan, clock(12, minute), WatchStarted(started))
    tell(anlan, clock(12, 20), WatchAnswered(GUARD, note="到位 32 人"), "P067")
    tell(anlan, clock(12, 20), WatchAnswered(BOAT, note="已下水"), "P097")


def _well() -> list[Told]:
    """The spur team's last word, then the boat team's."""
    return [
        (clock(12, 38), WatchAnswered(GUARD, note="抛笼 22 个，人员正常"), "P067"),
        (clock(12, 46), WatchAnswered(BOAT, note="转运 3 人，返航"), "P097"),
    ]


# ── roll-call ──


def _muster(anlan: Anlan) -> list[Told]:
    """A roll-call of the patrols on the spurs: most are there, some cannot, one needs help, some have not answered."""
    now, at = anlan.room.situation, clock(12, 48)
    leaders = [one.leader for one in now.registers.squads if one.kind == "巡查防守"][:20]
    technicians = [one.id for one in now.registers.staff if one.role == "R05"][:24]
    people = tuple(dict.fromkeys((*leaders, *technicians)))[:24]
    lines = tuple(MusterLine(one) for one in people)
    told: list[Told] = [(at, MusterCalled(Muster(MUSTER, "险工巡查组、工程班到位点名", at, DUTY, 15, lines)), DUTY)]
    for minute, some, answer, note in (
        (49, people[:6], Answer.PRESENT, ""),
        (50, people[6:11], Answer.PRESENT, ""),
        (51, people[11:12], Answer.AWAY, "送老人去安置点，13时20分返回"),
        (52, people[12:15], Answer.PRESENT, "换班已交接"),
        (53, people[15:16], Answer.HELP, "夜间照明灯两盏不亮，请电力组来人"),
        (54, people[16:18], Answer.PRESENT, ""),
        (55, people[20:21], Answer.AWAY, "休假，副职已到岗"),
    ):
        told.append((clock(12, minute), MusterAnswered(MUSTER, tuple(some), answer, note), some[0]))
    return told


def noon_hour(anlan: Anlan) -> None:
    """Push, roll-call and timers between 12:38 and 12:58, as they came."""
    for at, body, actor in sorted([*_well(), *_push(anlan), *_muster(anlan)], key=lambda one: one[0]):
        tell(anlan, at, body, actor)
    now = anlan.room.situation
    anlan.keeping.ask(lambda store: _settle_outbox(store, now), lambda _: None, anlan.on_fault)


def _settle_outbox(store: Store, now: Situation) -> None:
    """What the push put in the outbox has gone its way, or is no longer wanted."""
    lines = store.field.lines((OutState.WAITING,), PUSH)
    states = [OutState.SENT if still_wanted(now, one.outgoing) else OutState.MOOT for one in lines]
    store.field.settle([replace(one, state=state, tries=1) for one, state in zip(lines, states, strict=True)])


# ── patrols ──


def set_out(anlan: Anlan) -> None:
    """Three walks along their sections begin."""
    for identity, person, section, start, _, _, _ in WALKS:
        at = clock(*start)
        tell(anlan, at, PatrolStarted(Patrol(identity, person, section, at)), person)


def walked(anlan: Anlan) -> None:
    """How far they came; each leaves something that nobody has seen yet."""
    points = track(anlan)
    anlan.keeping.ask(lambda store: store.field.add_positions(points), lambda _: None, anlan.on_fault)
    anlan.field_panes.patrolling.take(points)


def track(anlan: Anlan) -> tuple[Position, ...]:
    """Return the points of all walks, a minute apart, and where the others were last."""
    points: list[Position] = []
    for identity, person, section, start, end, begins, ends in WALKS:
        path, first, last = section_path(anlan.room.situation, section), clock(*start), clock(*end)
        count = int((last - first).total_seconds() // 60)
        for n in range(count + 1):
            share = n / count
            if identity == "demo-patrol-1" and 0.36 < share < 0.62:
                continue  # no signal under the bridge: what nobody saw is a gap
            lon, lat = along(path, begins + (ends - begins) * share)
            sway = 0.00003 * ((n * 7) % 5 - 2)
            at = first + timedelta(minutes=n)
            points.append(Position(person, at, lon + sway, lat + sway, 7.0, phone_of(person), identity))
    points.extend(Position(who, clock(*at), *place, 11.0, phone_of(who)) for who, at, place in BESIDE)
    return tuple(points)


def settle(anlan: Anlan) -> None:
    """Days later: everybody is back."""
    now = anlan.room.situation
    tell(anlan, now.at, MusterClosed(MUSTER, "未应答者均已电话核实"))
    for watch, said in ((BOAT, "全员上岸"), (GUARD, "抢护结束，全员撤回")):
        tell(anlan, now.at, WatchEnded(watch, said))
    for identity, person, _, start, end, begins, ends in WALKS:
        count = int((clock(*end) - clock(*start)).total_seconds() // 60) + 1
        ended = PatrolEnded(identity, count, 990 * (ends - begins), ends - begins, "巡完交接")
        tell(anlan, now.at, ended, person)
