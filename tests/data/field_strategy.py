"""Random bodies of steps of the field link: phones, musters, watches, patrols, video."""

from __future__ import annotations

from random import Random

from data.model import field_steps
from data.model.field import (
    Answer,
    Attachment,
    Device,
    Member,
    Muster,
    MusterLine,
    Patrol,
    PhoneRole,
    Seat,
    VideoCall,
    Watch,
)
from data.model.situation import Situation
from data.model.steps import Body
from tests.data.strategy_parts import TEXTS, Maker, clock, picture


def _phones(random: Random, now: Situation, name: str) -> Body | None:
    devices = sorted(now.devices)
    match random.randrange(4):
        case 1 if devices:
            return field_steps.DeviceRevoked(random.choice(devices), "手机丢失")
        case 2 if devices:
            return field_steps.FieldRefused(random.choice(devices), "task", "no_such_task", random.choice(TEXTS))
        case 3:
            return field_steps.PicturesAdded("spurs/HYK-90", (picture(name),), "会话截图")
        case _:
            role = random.choice(tuple(PhoneRole))
            return field_steps.DeviceEnrolled(Device(name, "S003", role, "手机", "ab" * 32, clock(now), "U1"))


def _muster(random: Random, now: Situation, name: str) -> Body | None:
    open_ones = sorted(one.id for one in now.musters.values() if one.closed_at is None)
    match random.randrange(4):
        case 1 if open_ones:
            return field_steps.MusterClosed(random.choice(open_ones), "到齐")
        case 2 | 3 if open_ones:
            answer = random.choice(tuple(Answer))
            return field_steps.MusterAnswered(random.choice(open_ones), ("S003",), answer, "注", 113.7, 34.9)
        case _:
            lines = (MusterLine("S003"), MusterLine("S004"))
            return field_steps.MusterCalled(Muster(name, "夜间点名", clock(now), "U1", 10, lines))


def _watch(random: Random, now: Situation, name: str) -> Body | None:
    open_ones = sorted(one.id for one in now.watches.values() if one.ended_at is None)
    match random.randrange(4):
        case 1 if open_ones:
            return field_steps.WatchEnded(random.choice(open_ones), "已返回")
        case 2 | 3 if open_ones:
            return field_steps.WatchAnswered(random.choice(open_ones), random.random() < 0.7, "平安")
        case _:
            return field_steps.WatchStarted(Watch(name, "Q1", "冲锋舟搜救", 15, clock(now), "U1", clock(now), 4))


def _patrol(random: Random, now: Situation, name: str) -> Body | None:
    walking = sorted(one.id for one in now.patrols.values() if one.ended_at is None)
    if walking and random.random() < 0.5:
        return field_steps.PatrolEnded(random.choice(walking), 40, 912.5, 0.9, "无异常")
    return field_steps.PatrolStarted(Patrol(name, "S003", "R1", clock(now)))


def _video(random: Random, now: Situation, name: str) -> Body | None:
    running = sorted(one.id for one in now.videos.values() if one.ended_at is None)
    match random.randrange(5):
        case 1 if running:
            return field_steps.VideoEnded(random.choice(running), "挂断")
        case 2 | 3 if running:
            who = random.choice(("S003", "S004"))
            return field_steps.VideoSeated(random.choice(running), (who,), random.choice(tuple(Seat)), "")
        case 4 if running:
            recording = Attachment("cd" * 32, "video/webm", 9000, seconds=12.5)
            return field_steps.VideoKept(random.choice(running), recording)
        case _:
            call = VideoCall(name, clock(now), "U1", (Member("S003"),), "report/R1")
            return field_steps.VideoCalled(call)


MAKERS: tuple[Maker, ...] = (_phones, _muster, _watch, _patrol, _video)
