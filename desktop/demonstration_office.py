"""Messages and the handover of the demonstration: what came and went on 26 June, and the watch that was handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from immutables import Map

from data.model.office import DutyMessage, Medium
from data.model.office_steps import HandoverPrepared, HandoverSigned, MessageAnswered, MessageLogged, MessageNoted
from data.model.river import HUAYUANKOU
from data.model.steps import Body
from data.rules.handover import Draft, gather
from desktop.demonstration_cast import DUTY, LEADER, clock, moment, tell
from views import handover_words

if TYPE_CHECKING:
    from desktop.app import Anlan

HANDOVER = "H-demo-1"
NOTES = "夜里水缓涨，小浪底今天加大下泄。8 时报表已出；天亮后先把嫩滩垂钓、露营人员底数核清，浮桥限行听河务局通知。"

LINES: tuple[tuple[tuple[int, int], Medium, str, str, bool, int], ...] = (
    ((7, 42), Medium.BULLETIN, "区气象台 值班", "未来 24 小时镇域多云转阴，局部小雨，偏南风 3–4 级。", True, 0),
    (
        (8, 6), Medium.FAX, "惠济区防汛抗旱指挥部办公室",
        "小浪底水库今日起加大下泄，预计花园口 26 日午前超 4,000 m³/s。请做好嫩滩人员劝离准备，10 时半前报人员底数。",
        True, 144,
    ),
    (
        (8, 40), Medium.TELEPHONE, "花园口水文站 郑站长", "8 时实测已近 4,100 m³/s，仍在缓涨，今起加密报汛。", True, 0,
    ),
    ((9, 15), Medium.TELEPHONE, "惠金河务局 水政科 方科长", "通报浮桥今日 12 时起限行，请派人协助疏导。", False, 0),
    (
        (10, 2), Medium.DOCUMENT, "黄河防总办公室 明传",
        "调水调沙期间下游滩区安全：落实班坝责任，加密险工巡查，人员转移情况每日 17 时前报。", True, 0,
    ),
    ((11, 30), Medium.TELEPHONE, "区防指办公室 值班室", "报：花园口镇 11 时启动Ⅳ级应急响应，人员到岗。", False, 0),
    (
        (12, 5), Medium.TELEPHONE, "南月堤村 值班 吕会计", "村北生产路积水约 20 厘米，农用车还能走，问是否封路。",
        True, 25,
    ),
    (
        (12, 34), Medium.TELEPHONE, "惠金河务局 防汛办 严主任",
        "90 坝根石走失，局里 13 时 10 分派潜探组到场，请镇里备石料车进出通道，13 时 20 分前回话。", True, 46,
    ),
    ((12, 52), Medium.RADIO, "前方 冲锋舟救援队", "东大坝下首巡航一趟，未见滞留人员。", True, 0),
)  # fmt: skip
"""Time of 26 June, medium, other end, text, whether it came in, and minutes until an answer is wanted."""

NOTED = ((7, 50, 0), (8, 10, 1), (8, 44, 2), (10, 4, 4), (12, 9, 6), (12, 37, 7))
"""When somebody took note, and of which line."""

ANSWERS = (
    (26, 8.8, 1, "嫩滩登记 38 户 96 人（含垂钓、露营），劝离组 10 时出发，14 时前清空。"),
    (26, 13.1, 6, "已封村北生产路，改走堤顶路，村里设岗。"),
    (26, 13.2, 7, "90 坝至防汛路通道已清，石料车放行。"),
)
"""Day and hour, line, and what was answered."""


def news(anlan: Anlan) -> None:
    """Everything of the book up to the desk's time that does not stand in it yet, in its order."""
    until = anlan.clock.now()
    for at, body in _course():
        if at <= until and not _stands(anlan, body):
            tell(anlan, at, body, DUTY)


def _course() -> list[tuple[datetime, Body]]:
    course: list[tuple[datetime, Body]] = []
    for number, ((hour, minute), medium, other, text, inward, wanted) in enumerate(LINES):
        at = clock(hour, minute)
        due = at + timedelta(minutes=wanted) if wanted else None
        course.append((at, MessageLogged(DutyMessage(_id(number), at, medium, other, text, inward, due))))
    course += [(clock(hour, minute), MessageNoted(_id(number))) for hour, minute, number in NOTED]
    course += [(moment(day, hour), MessageAnswered(_id(number), text)) for day, hour, number, text in ANSWERS]
    return sorted(course, key=lambda one: one[0])


def _stands(anlan: Anlan, body: Body) -> bool:
    messages = anlan.room.situation.messages
    match body:
        case MessageLogged(message):
            return message.id in messages
        case MessageNoted(message_id):
            return messages[message_id].noted_at is not None
        case MessageAnswered(message_id):
            return messages[message_id].answered_at is not None
        case _:
            return True


def _id(number: int) -> str:
    return f"M-demo-{number + 1}"


def handed_over(anlan: Anlan) -> None:
    """The night watch goes: what was open at 8, what the night changed, both names, locked."""
    now = anlan.room.situation
    since, at = moment(25, 20), clock(8, 0)
    evening = tuple(one for one in now.readings.get(HUAYUANKOU, ()) if one.at <= since)
    before = replace(now, readings=now.readings.set(HUAYUANKOU, evening), messages=Map())
    draft = Draft(HANDOVER, LEADER, DUTY, since, NOTES)
    written = gather(now, before, at, draft, handover_words.wording(now))
    tell(anlan, at, HandoverPrepared(written), LEADER)
    for user in (LEADER, DUTY):
        tell(anlan, at, HandoverSigned(HANDOVER, user), user)
