"""The ordinary tables that reports and other programs query; all follow from the journal (design.md §3)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from data.model.alarms import AlarmMove
from data.model.dispatch import Call, Incident, Push, Receipt, Report, SuperiorOrder
from data.model.drill import Drill, InjectMark
from data.model.field import Device, Muster, Patrol, VideoCall, Watch
from data.model.office import Ballot, Briefing, DutyMessage, Handover, Lesson, Paper
from data.model.register import ROW_TYPES
from data.model.river import Forecast, Outlook
from data.model.situation import Standing
from data.model.task import Task
from data.store.fields import columns
from data.store.tables import UtcTime, metadata


def _seq(name: str = "seq", *, key: bool = False) -> Column[int]:
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Column(name, kind, primary_key=key, nullable=False, autoincrement=False)


task = Table("task", metadata, *columns(Task), Index(None, "state"), Index(None, "assignee"))
standing_level = Table("standing_level", metadata, _seq(key=True), *columns(Standing, key=()))
call = Table("call", metadata, *columns(Call), Index(None, "person"))
push = Table("push", metadata, *columns(Push, without=("receipts",)))
receipt = Table(
    "receipt",
    metadata,
    Column("push", Text, ForeignKey(push.c.id), primary_key=True),
    *columns(Receipt, key=("person",)),
)
report = Table("report", metadata, *columns(Report), Index(None, "state"))
incident = Table("incident", metadata, *columns(Incident))
device = Table("device", metadata, *columns(Device, without=("token_hash",)), Index(None, "person"))
muster = Table("muster", metadata, *columns(Muster))
watch = Table("watch", metadata, *columns(Watch))
patrol = Table("patrol", metadata, *columns(Patrol), Index(None, "section"))
video_call = Table("video_call", metadata, *columns(VideoCall))
superior_order = Table("superior_order", metadata, *columns(SuperiorOrder))
forecast = Table("forecast", metadata, *columns(Forecast, key=("station", "issued_at")))
outlook = Table("outlook", metadata, *columns(Outlook, key=("station", "made_at")))
alarm_move = Table(
    "alarm_move",
    metadata,
    _seq(key=True),
    Column("n", Integer, primary_key=True),
    *columns(AlarmMove, key=()),
    Index(None, "tag"),
)
"""Every finding of the alarm engine, for reports of its performance."""
duty_message = Table("duty_message", metadata, *columns(DutyMessage), Index(None, "at"))
briefing = Table("briefing", metadata, *columns(Briefing, without=("ballots",)))
ballot = Table(
    "ballot",
    metadata,
    Column("briefing", Text, ForeignKey(briefing.c.id), primary_key=True),
    Column("n", Integer, primary_key=True),
    *columns(Ballot, key=()),
)
"""Every answer to a poll in its order; of a role the last one counts."""
handover = Table("handover", metadata, *columns(Handover))
paper = Table("paper", metadata, *columns(Paper), Index(None, "kind", "issued_at"))
lesson = Table("lesson", metadata, *columns(Lesson))
drill = Table("drill", metadata, *columns(Drill, without=("marks",)))
inject = Table(
    "inject",
    metadata,
    Column("drill", Text, ForeignKey(drill.c.id), primary_key=True),
    *columns(InjectMark, key=("inject",)),
)
"""What became of the injects of a drill."""
whereabouts = Table(
    "whereabouts",
    metadata,
    Column("register", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("state", Text, nullable=False),
)
stone_state = Table(
    "stone_state", metadata, Column("id", Text, primary_key=True), Column("state", Text, nullable=False)
)
register = Table(
    "register",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("source", Text, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("replaced_at", UtcTime, nullable=False),
    _seq(),
)
"""Which registers stand, where they come from and since when."""

registers: Mapping[str, Table] = MappingProxyType(
    {
        kind: Table(
            f"register_{kind}",
            metadata,
            Column("position", Integer, primary_key=True, autoincrement=False),
            *columns(row_type, key=()),
            Index(None, "id"),
        )
        for kind, row_type in ROW_TYPES.items()
    }
)
"""The rows of each register as they stand, by position in the file."""
