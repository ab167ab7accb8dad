"""A document as a value: what it says, block by block, and the steps that each figure in it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from data.model.alarm_bounds import AlarmBounds
from data.model.drill import Scenario
from data.model.incident_tables import IncidentTables
from data.model.office import PaperKind
from data.model.scores import EventScore
from data.model.situation import Situation
from data.model.steps import Step
from data.model.telemetry import Board


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind; `steps` are numbers of the journal that they rest on."""

    text: str
    steps: tuple[int, ...] = ()
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `shares` are the widths of its columns as parts of the page's width, empty for equal ones."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    shares: tuple[float, ...] = ()
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG) as wide as `share` of the page."""

    png: bytes
    caption: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines for signatures: post, and who signed when ("" = still to be signed)."""

    lines: tuple[tuple[str, str], ...]


Block = Heading | Para | Table | Picture | Signatures


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document. `mark` stands on every page outside live; `seq` is the step it was made after.

    `head` are the lines under the title: label and value (编号, 签发人, 时间 …).
    """

    kind: PaperKind
    title: str
    number: str
    unit: str
    made_at: datetime
    seq: int
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    mark: str = ""
    copies: str = ""  # 抄送
    language: str = "zh"
    basis: tuple[Block, ...] = ()  # 依据: the steps that the figures rest on, after signature and copies

    def runs(self) -> Iterator[Run]:
        """All words of paragraphs and tables."""
        for block in self.blocks:
            match block:
                case Para(runs):
                    yield from runs
                case Table():
                    for row in block.rows:
                        yield from row
                case _:
                    pass

    def steps(self) -> tuple[int, ...]:
        """Return the numbers of all steps that the document rests on, in order, each once."""
        return tuple(sorted({seq for run in self.runs() for seq in run.steps}))


@dataclass(frozen=True, slots=True)
class Wish:
    """Which document is wanted: `about` is the briefing, incident, handover … it is about; `span` what it covers."""

    kind: PaperKind
    about: str = ""
    span: tuple[datetime, datetime] | None = None
    language: str = "zh"
    number: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """What documents are made of, all of it values.

    `lines` are the steps of the span (or of the whole journal) with their numbers, oldest first; `line` says a step
    in the language wanted; `pictures` are PNGs by name: map, hydrograph. What only some kinds need may be left out:
    `tables` (incidents), `board` (river_daily), `bounds` of alarms, `known`, the situation after a step (minutes,
    review), `scenario` and `score` (drill, review); without `score` it is worked out from the lines.
    """

    now: Situation
    lines: tuple[tuple[int, Step], ...]
    line: Callable[[Step, Situation], str]
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    tables: IncidentTables | None = None
    board: Board | None = None
    bounds: AlarmBounds | None = None
    known: Callable[[int], Situation] | None = None
    scenario: Scenario | None = None
    named: Callable[[str], str] = str  # usual values of registers (stations, posts, kinds) in the document's language
    score: EventScore | None = None
