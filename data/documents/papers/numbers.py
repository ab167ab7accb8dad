"""Numbers of documents: the next free one of a kind and a year, as the office writes them (花防指〔2020〕快报 3 号)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from data.documents.papers.author import BEIJING
from data.model.office import PaperKind
from data.model.situation import Situation
from data.model.steps import Realm

SERIES: Mapping[PaperKind, str] = MappingProxyType(
    {
        PaperKind.DUTY_LOG: "值班", PaperKind.RIVER_DAILY: "水情", PaperKind.FLASH: "快报", PaperKind.MINUTES: "纪要",
        PaperKind.ORDERS: "指令", PaperKind.INCIDENT_FIRST: "险情", PaperKind.INCIDENT_LATER: "险情",
        PaperKind.HANDOVER: "交接", PaperKind.DRILL: "演练", PaperKind.REVIEW: "复盘", PaperKind.PRESS: "新闻",
    }
)  # fmt: skip
"""First and later reports of incidents share one series: who gets the third knows that there were two before."""


def next_number(now: Situation, kind: PaperKind, at: datetime) -> str:
    """Return the next free number; a drill counts by itself, and its numbers cannot be taken for real ones."""
    office = "花防指演" if now.realm is Realm.DRILL else "花防指"
    head = f"{office}〔{at.astimezone(BEIJING).year}〕{SERIES[kind]} "
    pattern = re.compile(re.escape(head.strip()) + r"\s*(\d{1,6})\s*号")
    used = [int(found[1]) for paper in now.papers.values() if (found := pattern.fullmatch(paper.number)) is not None]
    return f"{head}{max(used, default=0) + 1} 号"


def taken(now: Situation, number: str) -> bool:
    """Whether a document was issued under this number."""
    return any(paper.number == number for paper in now.papers.values())
