"""Rows of the dispatch panel: who is in question, and what became of each push."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from data.model.dispatch import Outcome, Push, PushState
from data.model.situation import Situation
from data.rules.contacts import Heard, Point, contact, last_heard
from data.rules.dispatch import Reach, reach
from data.rules.geometry import distance_m
from data.rules.nearest import Strength, nearest, place_in_squad, point_of, responsible, squad_strength
from views import contact_words, phrases, words
from views.pane import Selection
from widgets.marks import Mark
from widgets.rows_model import Align, Column

NEAREST_SQUADS, NEAREST_STAFF, MOST = 8, 8, 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in question. `answers` marks those whom the registers name for the selected thing."""

    kind: str
    id: str
    name: str
    about: str
    phone: str
    metres: float | None = None
    strength: Strength | None = None
    heard: Heard | None = None
    heard_words: str = ""
    answers: bool = False
    on_duty: bool = True


@dataclass(frozen=True, slots=True)
class PushRow:
    """A push with its counts."""

    id: str
    title: str
    state: PushState
    reach: Reach
    at: str


def in_question(now: Situation, selection: Selection | None, gathered: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return the ids in question, and how many of them at the front answer for the selected thing.

    Gathered on the map: those. Selected: whom the registers name, then the nearest squads and staff. Else all squads.
    """
    if gathered:
        return tuple(dict.fromkeys(gathered))[:MOST], 0
    if selection is None:
        return tuple(squad.id for squad in now.registers.squads), 0
    named = list(responsible(now, selection.kind, selection.id)[:MOST])
    if selection.kind in ("growers", "keypeople", "households"):
        named.insert(0, selection.id)
    ids = dict.fromkeys(named)
    point = point_of(now, selection.kind, selection.id)
    if point is not None:
        ids |= dict.fromkeys(row.id for row in nearest(now, point, ("squads",), NEAREST_SQUADS))
        ids |= dict.fromkeys(row.id for row in nearest(now, point, ("staff",), NEAREST_STAFF))
    return tuple(ids), len(dict.fromkeys(named))


def candidates(
    now: Situation, ids: Iterable[str], answering: int, point: Point | None, time: datetime
) -> list[Candidate]:
    """Make the rows for these ids; ids that no register knows are left out."""
    heard = last_heard(now)
    rows: list[Candidate] = []
    for place, row_id in enumerate(ids):
        found = contact(now, row_id)
        if found is None:
            continue
        staff = now.registers.staff.get(row_id)
        squad = now.registers.squads.get(row_id)
        last = heard.get(squad.leader if squad is not None else row_id)
        about = contact_words.about(now, found)
        rows.append(
            Candidate(
                found.register,
                row_id,
                contact_words.name(found),
                f"{about} · {place_in_squad(staff)}" if staff is not None and staff.squad and staff.skills else about,
                words.masked_phone(found.phone),
                None if point is None or found.point is None else distance_m(point, found.point),
                squad_strength(now, row_id) if squad is not None else None,
                last,
                contact_words.heard(last, time),
                place < answering,
                staff is None or staff.on_duty,
            )
        )
    return rows


def push_rows(now: Situation) -> list[PushRow]:
    """All pushes: drafts that wait and pushes with people unanswered first, then the newest."""
    pushes = sorted(now.pushes.values(), key=_pressing)
    return [
        PushRow(push.id, push.title, push.state, reach(push), words.clock(push.sent_at or push.created_at))
        for push in pushes
    ]


def _pressing(push: Push) -> tuple[int, timedelta]:
    open_ = push.state is PushState.DRAFT or (push.state is PushState.SENT and reach(push).unreached > 0)
    newest = push.sent_at or push.created_at
    return (0 if open_ else 1, _FAR - newest)


_FAR = datetime.fromisoformat("2999-01-01T00:00:00+00:00")


def unanswered(push: Push) -> tuple[str, ...]:
    """Ids of the recipients who were tried without an answer."""
    missed = (Outcome.NO_ANSWER, Outcome.FAILED)
    return tuple(receipt.person for receipt in push.receipts if receipt.outcome in missed)


def candidate_columns() -> list[Column[Candidate]]:
    """Columns of the people in question; the last two are words to click."""
    t = QCoreApplication.translate
    return [
        Column("name", t("Dispatch", "人员 / 队伍"), _name, mark_getter=_mark, role_getter=_name_role, chars=14,
               stretch=3),
        Column("about", t("Dispatch", "职务 / 编成"), _about, role_getter=_about_role, chars=6, stretch=4,
               sort_key=lambda row: (row.strength.present - row.strength.wanted if row.strength else 0, row.about)),
        Column("metres", t("Dispatch", "距离"), lambda row: contact_words.distance(row.metres), Align.RIGHT, chars=7,
               sort_key=lambda row: (row.metres is None, row.metres or 0.0)),
        Column("heard", t("Dispatch", "末次联络"), lambda row: row.heard_words, role_getter=_heard_role, chars=14,
               stretch=3, sort_key=lambda row: (row.heard is None, -row.heard.at.timestamp() if row.heard else 0.0)),
        Column("phone", t("Dispatch", "手机"), lambda row: row.phone, role_getter=lambda _: "text.muted", chars=11,
               sortable=False),
        Column("call", "", lambda _: t("Dispatch", "电话"), Align.CENTER, lambda _: "text.link", chars=4,
               tooltip=lambda row: t("Dispatch", "给{0}打电话（F4）").format(row.name), sortable=False),
        Column("order", "", lambda _: t("Dispatch", "下令"), Align.CENTER, lambda _: "text.link", chars=4,
               tooltip=lambda row: t("Dispatch", "给{0}下令（F6）").format(row.name), sortable=False),
    ]  # fmt: skip


def push_columns() -> list[Column[PushRow]]:
    """Columns of the pushes; the last is a word to click."""
    t = QCoreApplication.translate
    return [
        Column("title", t("Dispatch", "推送"), lambda row: phrases.registered(row.title), chars=10, stretch=1,
               mark_getter=lambda row: contact_words.push_mark(row.state),
               tooltip=lambda row: f"{phrases.registered(row.title)} · {words.push_state(row.state)} {row.at}"),
        Column("delivered", t("Dispatch", "送达"), lambda row: _count(row, row.reach.delivered), Align.RIGHT, chars=4),
        Column("answered", t("Dispatch", "收到"), lambda row: _count(row, row.reach.answered), Align.RIGHT, chars=4),
        Column("unreached", t("Dispatch", "未叫应"), lambda row: _count(row, row.reach.unreached), Align.RIGHT,
               lambda row: "state.urgent" if row.reach.unreached and row.state is PushState.SENT else None, chars=6),
        Column("chase", "", _chase, Align.LEFT, _chase_role, chars=15, tooltip=_chase_tip, sortable=False),
    ]  # fmt: skip


def _name(row: Candidate) -> str:
    return QCoreApplication.translate("Dispatch", "{0}（责任）").format(row.name) if row.answers else row.name


def _name_role(row: Candidate) -> str:
    return "text.primary" if row.on_duty else "text.muted"


def _about(row: Candidate) -> str:
    if row.strength is not None:
        return f"{contact_words.strength(row.strength)} · {row.about}"
    if not row.on_duty:
        return QCoreApplication.translate("Dispatch", "不在岗 · {0}").format(row.about)
    return row.about


def _about_role(row: Candidate) -> str:
    lacking = row.strength is not None and not row.strength.complete
    return "state.attention" if lacking or not row.on_duty else "text.secondary"


def _mark(row: Candidate) -> Mark:
    return contact_words.outcome_mark(None if row.heard is None else row.heard.outcome)


def _heard_role(row: Candidate) -> str:
    return "text.muted" if row.heard is None else contact_words.outcome_role(row.heard.outcome)


def _count(row: PushRow, count: int) -> str:
    return words.DASH if row.state in (PushState.DRAFT, PushState.REFUSED) else f"{count:,}"


def _chase(row: PushRow) -> str:
    t = QCoreApplication.translate
    match row.state:
        case PushState.DRAFT:
            return t("Dispatch", "复核 {0} 人…").format(row.reach.total)
        case PushState.SENT if row.reach.unreached:
            return t("Dispatch", "只追未叫应 {0} 人").format(row.reach.unreached)
        case PushState.SENT if row.reach.answered == row.reach.total:
            return t("Dispatch", "全部收到")
        case PushState.SENT:
            return t("Dispatch", "待叫应 {0} 人").format(row.reach.total - row.reach.answered)
        case state:
            return words.push_state(state)


def _chase_role(row: PushRow) -> str:
    if row.state is PushState.DRAFT or (row.state is PushState.SENT and row.reach.answered < row.reach.total):
        return "text.link"
    return "text.muted"


def _chase_tip(row: PushRow) -> str:
    if row.state is PushState.SENT and row.reach.unreached:
        return QCoreApplication.translate("Dispatch", "逐个打电话，已收到的不再打扰")
    return QCoreApplication.translate("Dispatch", "打开叫应台账")
