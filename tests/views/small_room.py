"""A room without a store: takes the steps that panes ask for and shows them what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from data.model.dispatch import Channel, Outcome, Push
from data.model.people import Squad
from data.model.plan import PushTemplate, Role
from data.model.register import Register
from data.model.situation import Situation, Touched
from data.model.steps import PushApproved, PushDrafted, ReceiptNoted, Step, StepRefused
from data.rules.take import take
from desktop import theme as theme_files
from tests import township
from views.pane import Pane
from widgets.theme import Theme

LADDER = (Channel.TELEPHONE, Channel.DEPUTY, Channel.DOOR)
TEMPLATE = PushTemplate(
    "M1", "撤滩", "花园口流量{flow}，请{group}于{deadline}前撤离。{tel}", "前于{time}所发通知作废。{tel}"
)


def look(name: str = "dark", scale: float = 1.0) -> Theme:
    return theme_files.load(name, scale).theme


def township_with_squads(user: str = "U1") -> Situation:
    """Six members of staff, two squads (one lacks people), places, posts and a template."""
    now = township.situation()
    made = now.registers
    skills = ("组织协调", "专业技术", "骨干", "骨干", "骨干", "群防队员")
    staff = tuple(
        replace(row, squad="Q1" if n else "", skills=skills[n], lon=113.70 + n / 1000, lat=34.905, grid="Z01")
        for n, row in enumerate(made.staff)
    )
    squads = (
        Squad("Q1", "巡防一队", "巡查防守", "1-3-1", "S002", 113.701, 34.905),
        Squad("Q2", "巡防二队", "巡查防守", "1-3-4", "", 113.75, 34.905),
    )
    roles = tuple(Role(f"R{n:02d}", f"岗位{n}", f"Post {n}") for n in range(1, 13))
    for kind, rows in (("staff", staff), ("squads", squads), ("roles", roles), ("templates", (TEMPLATE,))):
        made = made.having(Register(kind, rows, digest=f"{kind}-squads"))
    return replace(now, registers=made, user=user)


def pushed(now: Situation) -> Situation:
    """A push to all six: two answered, one delivered, two not reached, one waits."""
    push = Push("P1", "撤滩通知", "请撤离", "前次作废", "U1", now.at, tuple(f"S{n:03d}" for n in range(1, 7)), LADDER)
    return township.after(
        now,
        PushDrafted(push),
        PushApproved("P1", "U2"),
        ReceiptNoted("P1", ("S001", "S002"), Channel.TELEPHONE, Outcome.ANSWERED),
        ReceiptNoted("P1", ("S003",), Channel.TELEPHONE, Outcome.DELIVERED),
        ReceiptNoted("P1", ("S004", "S005"), Channel.TELEPHONE, Outcome.NO_ANSWER),
    )


class SmallRoom:
    """Takes steps one minute apart; `refused` holds the codes of those that the situation did not allow."""

    def __init__(self, now: Situation, *panes: Pane) -> None:
        self.now = now
        self.panes = panes
        self.bodies: list[Any] = []
        self.actors: list[str] = []
        self.refused: list[str] = []
        for pane in panes:
            pane.step_requested.connect(self.do)
            pane.show_time(now.at + timedelta(minutes=1))
            pane.show_situation(now, Touched.everything())

    def do(self, body: object, actor: str = "") -> None:
        self.bodies.append(body)
        self.actors.append(actor)
        at = self.now.at + timedelta(minutes=1)
        step = Step(f"room-{len(self.bodies)}", at, actor or self.now.user, self.now.realm, body)  # type: ignore[arg-type]
        try:
            self.now, touched = take(self.now, step)
        except StepRefused as refusal:
            self.refused.append(refusal.code)
            return
        for pane in self.panes:
            pane.show_situation(self.now, touched)

    def show(self, now: Situation, touched: Touched | None = None) -> None:
        self.now = now
        for pane in self.panes:
            pane.show_situation(now, touched or Touched.everything())
