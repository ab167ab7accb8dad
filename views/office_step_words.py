"""One line of the timeline for steps of the office and of drills, and the words for those that are refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from data.model.drill import Fired
from data.model.drill_steps import DrillBegun, DrillEnded, DrillPaced, InjectMarked
from data.model.office import Ballot, Briefing, DutyMessage, Handover
from data.model.office_steps import (
    BriefingAnswered,
    BriefingClosed,
    BriefingDecided,
    BriefingOpened,
    BriefingSigned,
    HandoverPrepared,
    HandoverSigned,
    LessonNoted,
    MessageAnswered,
    MessageLogged,
    MessageNoted,
    PaperIssued,
    PollAnswered,
)
from data.model.situation import Situation
from data.model.steps import Body
from views import office_words, phrases, words
from views.pane import Selection

Said = tuple[str, str, Selection | None]
"""Text, group of the timeline, and what the line leads to."""

Who = Callable[[Situation, str], str]


def said(body: Body, now: Situation, who: Who) -> Said | None:
    """Say one step; None when it is of another family. `who` gives the name of a person or a user."""
    t = QCoreApplication.translate
    match body:
        case MessageLogged(message):
            return _logged(message), "office", Selection("message", message.id)
        case MessageNoted(message_id):
            text = t("StepWords", "签阅：{0}").format(message_name(now, message_id))
            return text, "office", Selection("message", message_id)
        case MessageAnswered(message_id, answer):
            text = t("StepWords", "回复 {0}：{1}").format(message_name(now, message_id), answer)
            return text, "office", Selection("message", message_id)
        case PaperIssued(paper):
            text = t("StepWords", "印发{0} {1}《{2}》").format(
                office_words.paper(paper.kind), paper.number, paper.title
            )
            return text, "office", Selection("paper", paper.id)
        case LessonNoted(lesson):
            return t("StepWords", "经验教训：{0}").format(lesson.text), "office", Selection("lesson", lesson.id)
        case _:
            return _briefed(body, now, who) or _handed_over(body, now, who) or drill_said(body)


def drill_said(body: Body) -> Said | None:
    """Say one step of a drill; None when it is of another family."""
    t = QCoreApplication.translate
    match body:
        case DrillBegun(drill):
            text = t("StepWords", "演练开始：{0}").format(drill.title)
            word = t("StepWords", "情景构造")
            return phrases.noted(text, word if drill.constructed and word not in text else ""), "drill", None
        case InjectMarked(inject, title, how, by, note):
            form = t("StepWords", "下发导调信息（{1}）：{0}")
            if how is Fired.WITHHELD:
                form = t("StepWords", "不下发导调信息（{1}）：{0}")
            text = phrases.noted(form.format(title, office_words.fired_by(by)), note)
            return text, "drill", Selection("inject", inject)
        case DrillPaced(speed, note):
            text = t("StepWords", "演练时钟：{0}").format(office_words.pace(speed))
            return phrases.noted(text, note), "drill", None
        case DrillEnded(reason):
            return phrases.noted(t("StepWords", "演练结束"), reason), "drill", None
        case _:
            return None


def message_name(now: Situation, message_id: str) -> str:
    """Medium and other end of a message, its id when unknown."""
    message = now.messages.get(message_id)
    return message_id if message is None else f"{office_words.medium(message.medium)} {message.other}"


def briefing_name(now: Situation, briefing_id: str) -> str:
    """Title of a briefing, its id when unknown."""
    briefing = now.briefings.get(briefing_id)
    return briefing_id if briefing is None else briefing.title


def thing(now: Situation, selection: Selection) -> str:
    """Name of a message, briefing, document, lesson or inject that is selected; "" for anything else."""
    match selection.kind:
        case "message":
            return message_name(now, selection.id)
        case "briefing":
            return briefing_name(now, selection.id)
        case "paper":
            paper = now.papers.get(selection.id)
            return selection.id if paper is None else f"{office_words.paper(paper.kind)} {paper.number}".strip()
        case "lesson":
            lesson = now.lessons.get(selection.id)
            return selection.id if lesson is None else lesson.text
        case "handover":
            return QCoreApplication.translate("StepDetail", "交接班")
        case "inject":
            mark = None if now.drill is None else now.drill.mark_of(selection.id)
            return selection.id if mark is None else mark.title
        case _:
            return ""


def _logged(message: DutyMessage) -> str:
    t = QCoreApplication.translate
    form = t("StepWords", "来文来电·{0} {1}：{2}") if message.inward else t("StepWords", "去文去电·{0} {1}：{2}")
    text = form.format(office_words.medium(message.medium), message.other, message.text)
    due = "" if message.due is None else t("StepWords", "{0} 前回复").format(words.date_clock(message.due))
    return phrases.noted(text, due)


def _briefed(body: Body, now: Situation, who: Who) -> Said | None:
    t = QCoreApplication.translate
    match body:
        case BriefingOpened(briefing):
            text = t("StepWords", "会商开始：{0}，议题 {1}").format(briefing.title, briefing.motion)
            return text, "office", Selection("briefing", briefing.id)
        case BriefingAnswered(briefing_id, question, answer):
            asked = _question(now.briefings.get(briefing_id), question)
            text = t("StepWords", "会商研判 {0}：{1}").format(asked, answer)
        case PollAnswered(briefing_id, ballot):
            text = _ballot(now, ballot, who)
        case BriefingDecided(briefing_id, decided, decision, reason):
            text = t("StepWords", "会商决定{0}：{1}").format(office_words.decided(decided), decision)
            text = phrases.noted(text, reason)
        case BriefingSigned(briefing_id, signature):
            text = t("StepWords", "会商签字：{0} {1}").format(signature.post, who(now, signature.person))
        case BriefingClosed(briefing_id):
            text = t("StepWords", "会商结束：{0}").format(briefing_name(now, briefing_id))
        case _:
            return None
    return text, "office", Selection("briefing", briefing_id)


def _question(briefing: Briefing | None, question: str) -> str:
    agenda = () if briefing is None else briefing.agenda
    return next((one.text for one in agenda if one.id == question), question)


def _ballot(now: Situation, ballot: Ballot, who: Who) -> str:
    role = now.registers.roles.get(ballot.role)
    post = ballot.role if role is None else phrases.role_name(role)
    text = QCoreApplication.translate("StepWords", "会商表态 {0} {1}：{2}").format(
        post, who(now, ballot.person), office_words.vote(ballot.vote)
    )
    return phrases.noted(text, ballot.reason)


def _handed_over(body: Body, now: Situation, who: Who) -> Said | None:
    t = QCoreApplication.translate
    match body:
        case HandoverPrepared(handover):
            text = t("StepWords", "拟交接班：{0} → {1}，未办结 {2} 项").format(
                who(now, handover.leaving), who(now, handover.coming), len(handover.items)
            )
            return text, "office", Selection("handover", handover.id)
        case HandoverSigned(handover_id, user):
            form = _signs(now.handovers.get(handover_id), user)
            return form.format(who(now, user)), "office", Selection("handover", handover_id)
        case _:
            return None


def _signs(handover: Handover | None, user: str) -> str:
    t = QCoreApplication.translate
    if handover is None:
        return t("StepWords", "交接班签字：{0}")
    return t("StepWords", "交班签字：{0}") if user == handover.leaving else t("StepWords", "接班签字：{0}")


def refusals() -> Mapping[str, str]:
    """Why a step of the office or of a drill was refused, by its code."""
    t = QCoreApplication.translate
    return {
        "message_exists": t("StepWords", "这条来文来电已登记"),
        "no_such_message": t("StepWords", "没有这条来文来电"),
        "message_answered": t("StepWords", "这条来文来电已回复过"),
        "text_missing": t("StepWords", "请写明内容"),
        "briefing_exists": t("StepWords", "这次会商已召集"),
        "briefing_ahead": t("StepWords", "会商冻结的情况还没有发生，请重新召集"),
        "no_such_briefing": t("StepWords", "没有这次会商"),
        "briefing_closed": t("StepWords", "会商已结束，记录不能再改"),
        "briefing_signed": t("StepWords", "已有人签字，决定不能再改"),
        "briefing_undecided": t("StepWords", "会商还没有作出决定"),
        "briefing_decided": t("StepWords", "会商已作出决定，不再表态"),
        "no_such_question": t("StepWords", "议程中没有这个问题"),
        "role_not_asked": t("StepWords", "这次会商没有征求该岗位意见"),
        "paper_exists": t("StepWords", "这份文件已印发"),
        "handover_signed": t("StepWords", "交接班已签字，不能再改"),
        "handover_to_oneself": t("StepWords", "交班人和接班人不能是同一人"),
        "no_such_handover": t("StepWords", "没有这次交接班"),
        "not_of_the_handover": t("StepWords", "只有交班人和接班人可以签字"),
        "not_a_drill": t("StepWords", "这里不是演练，不能导调"),
        "drill_exists": t("StepWords", "演练已经开始"),
        "inject_marked": t("StepWords", "这条导调信息已处理过"),
        "no_drill": t("StepWords", "演练还没有开始"),
        "drill_over": t("StepWords", "演练已经结束"),
        "other_realm": t("StepWords", "场景不同：实况与演练互不写入"),
    }
