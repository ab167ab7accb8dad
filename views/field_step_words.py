"""One line of the timeline for each step of the field link, and the words for those that are refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from data.model.field import Answer, Attachment, Muster, Seat
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
from data.model.situation import Situation
from data.model.steps import Body
from views import phrases
from views.pane import Selection

Said = tuple[str, str, Selection | None]
"""Text, group of the timeline, and what the line leads to."""

Who = Callable[[Situation, str], str]


def said(body: Body, now: Situation, who: Who) -> Said:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """Say one step of the field link; `who` gives the name of a person."""
    t = QCoreApplication.translate
    match body:
        case DeviceEnrolled(device):
            text = t("StepWords", "手机登记：{0}（{1}）").format(who(now, device.person), device.name)
            return text, "dispatch", Selection("staff", device.person)
        case DeviceRevoked(device_id, reason):
            device = now.devices.get(device_id)
            name = who(now, device.person) if device is not None else device_id
            return phrases.noted(t("StepWords", "手机停用：{0}").format(name), reason), "dispatch", None
        case MusterCalled(muster):
            text = t("StepWords", "点名“{0}”，{1} 人，限 {2} 分钟").format(
                muster.title, len(muster.lines), muster.minutes
            )
            return text, "dispatch", Selection("muster", muster.id)
        case MusterAnswered(muster_id, people, answer, note, _, _):
            names = who(now, people[0]) if len(people) == 1 else t("StepWords", "{0} 人").format(len(people))
            text = t("StepWords", "点名应答 {0}：{1}").format(names, muster_answer(answer))
            return phrases.noted(text, note), "dispatch", Selection("muster", muster_id)
        case MusterClosed(muster_id, reason):
            text = t("StepWords", "点名结束：{0}").format(_title(now.musters.get(muster_id)))
            return phrases.noted(text, reason), "dispatch", Selection("muster", muster_id)
        case WatchStarted(watch):
            text = t("StepWords", "安全计时：{0} {1}，每 {2} 分钟报平安").format(
                who(now, watch.team), watch.task, watch.interval_min
            )
            return text, "dispatch", Selection("watch", watch.id)
        case WatchAnswered(watch_id, well, note):
            word = t("StepWords", "报平安") if well else t("StepWords", "求助")
            return phrases.noted(_team(now, watch_id, word, who), note), "dispatch", Selection("watch", watch_id)
        case WatchEnded(watch_id, reason):
            ended = _team(now, watch_id, t("StepWords", "安全计时结束"), who)
            return phrases.noted(ended, reason), "dispatch", Selection("watch", watch_id)
        case PatrolStarted(patrol):
            text = t("StepWords", "{0} 开始巡查 {1}").format(who(now, patrol.person), section(now, patrol.section))
            return text, "reports", Selection("staff", patrol.person)
        case PatrolEnded(patrol_id, _, length, covered, note):
            return _patrolled(now, patrol_id, length, covered, note, who)
        case VideoCalled(call):
            names = phrases.listed([who(now, member.person) for member in call.members[:3]])
            many = t("StepWords", "{0} 等 {1} 人").format(names, len(call.members)) if len(call.members) > 3 else names
            way = t("StepWords", "视频呼入：{0}") if call.from_field else t("StepWords", "视频呼叫：{0}")
            return way.format(many), "dispatch", Selection("video", call.id)
        case VideoSeated(call_id, people, seat, note):
            names = phrases.listed([who(now, person) for person in people[:3]])
            text = t("StepWords", "视频 {0}：{1}").format(names, video_seat(seat))
            return phrases.noted(text, note), "dispatch", Selection("video", call_id)
        case VideoEnded(call_id, reason):
            return phrases.noted(t("StepWords", "视频通话结束"), reason), "dispatch", Selection("video", call_id)
        case VideoKept(call_id, recording):
            text = t("StepWords", "视频录像已存证，{0:.0f} 秒").format(recording.seconds)
            return text, "dispatch", Selection("video", call_id)
        case PicturesAdded(about, pictures, note):
            kind, _, row_id = about.partition("/")
            source = t("StepWords", "视频截图") if note == "video" else note
            return phrases.noted(added(pictures), source), "reports", Selection(kind, row_id)
        case _:
            raise TypeError(f"no words for {type(body).__name__}")


def added(pictures: Sequence[Attachment]) -> str:
    """Say how many pictures, clips and voice notes were added."""
    t = QCoreApplication.translate
    heads = Counter(one.media.partition("/")[0] for one in pictures)
    clips, voices = heads.pop("video", 0), heads.pop("audio", 0)
    said = (
        (heads.total(), t("StepWords", "补充照片 {0} 张")),
        (clips, t("StepWords", "补充短视频 {0} 段")),
        (voices, t("StepWords", "补充录音 {0} 段")),
    )
    return phrases.clauses(words.format(many) for many, words in said if many)


def _title(muster: Muster | None) -> str:
    return "" if muster is None else muster.title


def _team(now: Situation, watch_id: str, word: str, who: Who) -> str:
    watch = now.watches.get(watch_id)
    return word if watch is None else phrases.labelled(who(now, watch.team), word)


def _patrolled(now: Situation, patrol_id: str, length: float, covered: float, note: str, who: Who) -> Said:
    patrol = now.patrols.get(patrol_id)
    where = section(now, patrol.section) if patrol is not None else ""
    text = QCoreApplication.translate("StepWords", "{0} 结束巡查 {1}：{2:.1f} km，走到 {3:.0%}").format(
        who(now, patrol.person) if patrol is not None else patrol_id, where, length / 1000, covered
    )
    leads_to = Selection("staff", patrol.person) if patrol is not None else None
    return phrases.noted(text, note), "reports", leads_to


def section(now: Situation, route_id: str) -> str:
    """Name of a section, its id when unknown."""
    row = now.registers.routes.get(route_id)
    return phrases.registered(row.name) if row is not None else route_id


def muster_answer(value: Answer) -> str:
    """Answer to a roll-call."""
    return {
        Answer.NONE: QCoreApplication.translate("Words", "未应答"),
        Answer.PRESENT: QCoreApplication.translate("Words", "到"),
        Answer.AWAY: QCoreApplication.translate("Words", "不能到"),
        Answer.HELP: QCoreApplication.translate("Words", "需要支援"),
    }[value]


def video_seat(value: Seat) -> str:
    """Where somebody stands in a video call: in the sheet of the call, in the timeline and in the record."""
    t = QCoreApplication.translate
    return {
        Seat.RINGING: t("CallWords", "正在呼叫"),
        Seat.JOINED: t("Words", "已接通"),
        Seat.REFUSED: t("CallWords", "已拒接"),
        Seat.MISSED: t("CallWords", "未接听"),
        Seat.LEFT: t("CallWords", "已离开"),
        Seat.FAILED: t("CallWords", "未接通"),
    }[value]


def inbound_kind(value: str) -> str:
    """Kind of a phone's message."""
    t = QCoreApplication.translate
    return {
        "report": t("Words", "事件"),
        "task": t("Words", "任务进展"),
        "push": t("Words", "推送回执"),
        "muster": t("Words", "点名应答"),
        "poll": t("Words", "会商表决"),
        "watch": t("Words", "报平安"),
        "whereabouts": t("Words", "入户情况"),
        "patrol_start": t("Words", "开始巡查"),
        "patrol_end": t("Words", "结束巡查"),
        "pictures": t("Words", "照片"),
        "note": t("Words", "文字"),
    }.get(value, value)


def refusals() -> Mapping[str, str]:
    """Say in words why a step of the field link was refused, by its code."""
    t = QCoreApplication.translate
    return {
        "device_exists": t("StepWords", "这部手机已登记"),
        "no_such_device": t("StepWords", "没有这部手机，或已停用"),
        "muster_exists": t("StepWords", "这次点名已发起"),
        "muster_incomplete": t("StepWords", "点名须有人员和时限"),
        "no_such_muster": t("StepWords", "这次点名已结束"),
        "watch_exists": t("StepWords", "这个安全计时已开始"),
        "watch_incomplete": t("StepWords", "安全计时须有队伍和间隔"),
        "no_such_watch": t("StepWords", "这个安全计时已结束"),
        "patrol_exists": t("StepWords", "这次巡查已开始"),
        "no_such_patrol": t("StepWords", "这次巡查已结束"),
        "call_incomplete": t("StepWords", "没有可呼叫的人"),
        "call_over": t("StepWords", "通话已结束"),
        "no_such_call": t("StepWords", "没有这次通话"),
        "no_picture": t("StepWords", "没有照片"),
        "merge_impossible": t("StepWords", "只能并入未办结的事件，且至少两件"),
        "filing_incomplete": t("StepWords", "请选一个险情，或写明“四乱”案件编号"),
    }
