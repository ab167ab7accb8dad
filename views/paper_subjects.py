"""What a document can be about: briefings, incidents, handovers, sign-offs, drill; and the span it covers by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from data.model.drill import Drill
from data.model.office import PaperKind
from data.model.situation import Situation
from views import phrases, words

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class Scope(Enum):
    """What has to be chosen besides the kind."""

    NOW = "now"  # nothing: the situation of the moment
    SUBJECT = "subject"
    SPAN = "span"
    MORNING = "morning"  # one day, at 08:00


SCOPES = {
    PaperKind.DUTY_LOG: Scope.SPAN,
    PaperKind.RIVER_DAILY: Scope.MORNING,
    PaperKind.REVIEW: Scope.SPAN,
    PaperKind.FLASH: Scope.NOW,
    PaperKind.PRESS: Scope.NOW,
}


def scope(kind: PaperKind) -> Scope:
    """Return what has to be chosen for a kind."""
    return SCOPES.get(kind, Scope.SUBJECT)


def subjects(now: Situation, kind: PaperKind, sign_offs: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """Return what a document of a kind can be about, newest first, as id and words."""
    match kind:
        case PaperKind.MINUTES:
            held = sorted(now.briefings.values(), key=lambda one: (one.called_at, one.id), reverse=True)
            return [(one.id, f"{words.date_clock(one.called_at)}　{one.title}") for one in held]
        case PaperKind.INCIDENT_FIRST | PaperKind.INCIDENT_LATER:
            found = sorted(now.incidents.values(), key=lambda one: (one.at, one.id), reverse=True)
            return [(one.id, f"{words.date_clock(one.at)}　{phrases.noted(one.place, phrases.registered(one.kind))}")
                    for one in found]  # fmt: skip
        case PaperKind.HANDOVER:
            given = sorted(now.handovers.values(), key=lambda one: (one.at, one.id), reverse=True)
            return [(one.id, f"{words.date_clock(one.at)}　{_user(now, one.leaving)} → {_user(now, one.coming)}")
                    for one in given]  # fmt: skip
        case PaperKind.ORDERS:
            return list(sign_offs)
        case PaperKind.DRILL:
            return [] if now.drill is None else [(now.drill.id, now.drill.title)]
        case _:
            return []


def lacking(kind: PaperKind) -> str:
    """Say why a document of a kind cannot be made yet, when there is nothing that it could be about."""
    t = QCoreApplication.translate
    return {
        PaperKind.MINUTES: t("PaperSheet", "还没有会商；先在“会商”召开"),
        PaperKind.INCIDENT_FIRST: t("PaperSheet", "还没有险情"),
        PaperKind.INCIDENT_LATER: t("PaperSheet", "还没有险情"),
        PaperKind.HANDOVER: t("PaperSheet", "还没有交接班；先在“交接班”填写"),
        PaperKind.ORDERS: t("PaperSheet", "还没有签发；先在签发单（F9）签发"),
        PaperKind.DRILL: t("PaperSheet", "本台不在演练；演练评估在演练台上制作"),
    }.get(kind, "")


def span(kind: PaperKind, at: datetime, drill: Drill | None = None) -> tuple[datetime, datetime]:
    """Return what a document covers by itself: the shift since 08:00, the day, the week, a drill."""
    here = at.astimezone(words.BEIJING)
    eight = here.replace(hour=8, minute=0, second=0, microsecond=0)
    if eight > here:
        eight -= DAY
    match kind:
        case PaperKind.RIVER_DAILY:
            return eight - DAY, eight
        case PaperKind.REVIEW if drill is not None:
            return drill.began_at, drill.ended_at or here
        case PaperKind.REVIEW:
            return here - WEEK, here
        case _:
            return (eight if here - eight >= timedelta(minutes=30) else eight - DAY), here


def _user(now: Situation, user_id: str) -> str:
    user = now.registers.users.get(user_id)
    return user_id if user is None else phrases.user_name(user)
