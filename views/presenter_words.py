"""Words of presenter's scripts: what a step opens, what of it is gone, one line of the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.presenter import Act, Show, ShowStep
from data.rules.presenting import GRAVEST, NEWEST, Gone
from views import phrases, step_words, words
from widgets.line_list import Line


def act(value: Act) -> str:
    """What a step opens."""
    t = QCoreApplication.translate
    return {
        Act.NONE: t("Presenter", "只显示画面"),
        Act.SIGN_OFF: t("Presenter", "打开签发单"),
        Act.ORDER_FROM_ABOVE: t("Presenter", "打开接上级令"),
        Act.TASKS: t("Presenter", "到待签发任务"),
        Act.CALL: t("Presenter", "打开通话单"),
        Act.PUSH: t("Presenter", "打开推送单"),
        Act.PUSH_BOARD: t("Presenter", "打开推送回执"),
        Act.MUSTER: t("Presenter", "打开点名"),
        Act.WATCHES: t("Presenter", "打开平安计时"),
        Act.ALARMS: t("Presenter", "打开报警单"),
        Act.BRIEFING: t("Presenter", "打开发起会商"),
    }[value]


def gone(value: Gone) -> str:
    """What of a step cannot be shown."""
    t = QCoreApplication.translate
    return {
        Gone.OBJECT: t("Presenter", "这一步所指的对象已不在，其余照常显示"),
        Gone.NONE_YET: t("Presenter", "现在还没有这样的对象，停在地图上"),
        Gone.PEOPLE: t("Presenter", "这一步点名的人员有的已不在台账中，按在册的打开"),
        Gone.REALM: t("Presenter", "这一步不属于本场景，只显示画面"),
        Gone.WORKSPACE: t("Presenter", "这一步的工作区或页签已不在，停在指挥页"),
        Gone.PAST: t("Presenter", "正在回放，推演和表单不打开"),
    }[value]


def title(step: ShowStep) -> str:
    """Title in the language of the screen."""
    return step.title_en if step.title_en and phrases.english() else step.title


def note(step: ShowStep) -> str:
    """Note for the speaker in the language of the screen."""
    return step.note_en if step.note_en and phrases.english() else step.note


def show_title(show: Show) -> str:
    """Title of a script, and whether it is the seat's own."""
    name = show.title_en if show.title_en and phrases.english() else show.title
    return QCoreApplication.translate("Presenter", "{0}（本席）").format(name) if show.own else name


def thing(step: ShowStep) -> str:
    """Say what a step selects."""
    t = QCoreApplication.translate
    kinds = {
        "report": t("Presenter", "接报"),
        "incident": t("Presenter", "险情"),
        "message": t("Presenter", "来文来电"),
        "task": t("Presenter", "任务"),
        "push": t("Presenter", "推送"),
        "alarm": t("Presenter", "报警"),
    }
    kind = kinds.get(step.kind) or step_words.register_name(step.kind)
    which = {NEWEST: t("Presenter", "最新的一件"), GRAVEST: t("Presenter", "最重的一件")}.get(step.ref, step.ref)
    return t("Presenter", "选中{0}：{1}").format(kind, which)


def clock(seconds: float) -> str:
    """A length of time as a speaker reads it: "1:05"."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def line(number: int, step: ShowStep, workspace: str, *, here: bool) -> Line:
    """One line of the list."""
    t = QCoreApplication.translate
    parts = [workspace]
    if step.flow_m3s is not None:
        parts.append(t("Presenter", "推演 {0} m³/s").format(words.flow(step.flow_m3s)))
    if step.act is not Act.NONE:
        parts.append(act(step.act))
    if step.kind:
        parts.append(thing(step))
    if step.view is not None:
        parts.append(t("Presenter", "地图范围"))
    return Line(
        step.id,
        f"{number}  {title(step)}",
        note=" · ".join(part for part in parts if part),
        value=clock(step.seconds) if step.seconds else "",
        bold=here,
        tooltip=note(step),
    )
