"""Words and marks of video calls: seats, media, what the call page itself shows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.field import Seat
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.contacts import contact
from views import contact_words, phrases, words
from views.call_rows import about_words
from views.pane import Selection
from widgets.marks import Fill, Mark, Shape


def why(code: str) -> str:
    """Why somebody is not in the call, "" when no reason was given."""
    t = QCoreApplication.translate
    return {
        "busy": t("CallWords", "在忙"),
        "driving": t("CallWords", "在开车"),
        "later": t("CallWords", "稍后回"),
        "no_media": t("CallWords", "手机没有可用的麦克风"),
        "cancelled": t("CallWords", "指挥台取消"),
        "gave_up": t("CallWords", "对方已挂断"),
        "desk": t("CallWords", "指挥台未接"),
        "line_lost": t("CallWords", "信号中断"),
        "lost": t("CallWords", "信号中断"),
        "desk_lost": t("CallWords", "指挥台中断"),
        "barred": t("CallWords", "手机已停用"),
        "no_phone": t("CallWords", "没有登记手机"),
        "no_audio": t("CallWords", "只传画面"),
    }.get(code, "")


def seat_mark(value: Seat) -> Mark:
    """A mark that tells the seat by shape first."""
    return {
        Seat.RINGING: Mark(Shape.CIRCLE, "text.secondary", Fill.HOLLOW),
        Seat.JOINED: Mark(Shape.CIRCLE, "state.ok"),
        Seat.REFUSED: Mark(Shape.CROSS, "state.attention"),
        Seat.MISSED: Mark(Shape.CROSS, "state.urgent"),
        Seat.LEFT: Mark(Shape.BAR, "text.muted"),
        Seat.FAILED: Mark(Shape.TRIANGLE, "state.urgent"),
    }[value]


def seat_role(value: Seat) -> str:
    """The colour role of a seat's words."""
    if value in (Seat.MISSED, Seat.FAILED):
        return "state.urgent"
    return {Seat.REFUSED: "state.attention", Seat.LEFT: "text.muted"}.get(value, "text.secondary")


def media(state: str) -> str:
    """How pictures and sound come."""
    t = QCoreApplication.translate
    return {
        "waiting": t("CallWords", "等待对方允许摄像头"),
        "connecting": t("CallWords", "正在接通画面"),
        "connected": t("CallWords", "直连"),
        "fallback": t("CallWords", "网络受限，经网关转送"),
        "failed": t("CallWords", "画面未接通，请打电话"),
    }.get(state, "")


def local(audio: bool, video: bool, code: str) -> str:
    """What the desk itself lacks, "" when it has both."""
    t = QCoreApplication.translate
    if audio and video:
        return ""
    reason = {
        "not_allowed": t("CallWords", "系统不允许使用"),
        "in_use": t("CallWords", "被其他程序占用"),
        "too_slow": t("CallWords", "设备没有应答"),
    }.get(code, "")
    if audio:
        said = t("CallWords", "本台没有摄像头：对方只能听到声音")
    elif video:
        said = t("CallWords", "本台没有麦克风：对方听不到，只能看到画面")
    else:
        said = t("CallWords", "本台没有摄像头和麦克风：只能收看收听，要说话请打电话")
    return phrases.noted(said, reason)


def page_words() -> dict[str, str]:
    """The words that the call page shows over its pictures."""
    t = QCoreApplication.translate
    return {
        "ringing": t("CallWords", "正在呼叫"),
        "offline": t("CallWords", "手机不在线，继续呼叫"),
        "refused": t("CallWords", "已拒接"),
        "refused_busy": t("CallWords", "已拒接：在忙"),
        "refused_driving": t("CallWords", "已拒接：在开车"),
        "refused_later": t("CallWords", "已拒接：稍后回"),
        "missed": t("CallWords", "未接听"),
        "left": t("CallWords", "已离开"),
        "left_lost": t("CallWords", "信号中断，已离开"),
        "waiting": t("CallWords", "等待对方允许摄像头"),
        "connecting": t("CallWords", "正在接通画面"),
        "failed": t("CallWords", "画面未接通，请打电话"),
        "no_picture": t("CallWords", "对方没有画面"),
        "stalled": t("CallWords", "画面已停 {0} 秒"),
        "relayed": t("CallWords", "经网关转送"),
        "relayed_mute": t("CallWords", "经网关转送，只有画面"),
        "silent": t("CallWords", "对方无声音"),
        "recording": t("CallWords", "正在录像"),
        "empty": t("CallWords", "没有人在通话中"),
    }


def name(now: Situation, person: str) -> str:
    """Name of somebody in a call."""
    return contact_words.name_of(now, person)


def post(now: Situation, person: str) -> str:
    """Post of somebody in a call."""
    found = contact(now, person)
    return "" if found is None else phrases.registered(found.post)


def about(now: Situation, ref: str) -> str:
    """What a call is about, by name; `ref` is "kind/id"."""
    kind, _, row_id = ref.partition("/")
    return about_words(now, row_id) or (contact_words.thing(now, Selection(kind, row_id)) if row_id else "")


def mark(now: Situation) -> str:
    """What every picture of a realm other than live carries."""
    return "" if now.realm is Realm.LIVE else f"【{words.realm(now.realm)}】"
