"""Which steps a thing of the situation rests on: every figure of a document is led back to the journal by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from data.model.river import Reading
from data.model.steps import (
    CallLogged,
    ForecastEntered,
    IncidentAmended,
    IncidentRaised,
    ReadingCorrected,
    ReadingTaken,
    ReckoningKept,
    RegisterReplaced,
    SignedOff,
    Step,
    TaskOrdered,
    WhereaboutsSet,
)

_HOLDERS = MappingProxyType(
    {
        "briefing": "briefings", "handover": "handovers", "incident": "incidents", "message": "messages",
        "muster": "musters", "order": "orders", "patrol": "patrols", "push": "pushes", "report": "reports",
        "watch": "watches", "into": "reports", "paper": "papers", "lesson": "lessons", "call": "videos",
    }
)  # fmt: skip
"""Fields of bodies that hold a thing or its id, and the part of the situation it belongs to."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Numbers of steps by what they are about ("kind/id"), oldest first; those after `until` are left out."""

    by_key: Mapping[str, tuple[int, ...]]
    until: int | None = None

    def of(self, kind: str, row_id: str = "") -> tuple[int, ...]:
        """Return the steps about a thing, or about a kind as a whole."""
        found = self.by_key.get(f"{kind}/{row_id}", ())
        return found if self.until is None else tuple(seq for seq in found if seq <= self.until)

    def first(self, kind: str, row_id: str = "") -> tuple[int, ...]:
        """Return the first step about a thing."""
        return self.of(kind, row_id)[:1]

    def last(self, kind: str, row_id: str = "") -> tuple[int, ...]:
        """Return the newest step about a thing."""
        return self.of(kind, row_id)[-1:]

    def reading(self, reading: Reading | None) -> tuple[int, ...]:
        """Return the step that brought a reading."""
        return () if reading is None else self.last("reading", f"{reading.station}@{reading.at.timestamp():.0f}")

    def signed(self, at: datetime | None) -> tuple[int, ...]:
        """Return the sign-off of that moment."""
        return () if at is None else self.last("signed", f"{at.timestamp():.3f}")


def trail(lines: Iterable[tuple[int, Step]]) -> Trail:
    """Follow the lines once."""
    found: dict[str, list[int]] = {}
    for seq, step in lines:
        for key in dict.fromkeys(_keys(step)):
            found.setdefault(key, []).append(seq)
    return Trail(MappingProxyType({key: tuple(seqs) for key, seqs in found.items()}))


def _keys(step: Step) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a kind
    body: Any = step.body
    yield f"kind/{step.kind}"
    match step.body:
        case ReadingTaken(reading) | ReadingCorrected(reading, _):
            yield f"reading/{reading.station}@{reading.at.timestamp():.0f}"
        case ForecastEntered(forecast):
            yield f"forecasts/{forecast.station}"
        case SignedOff():
            yield f"signed/{step.at.timestamp():.3f}"
            yield "signed/"
        case TaskOrdered(task):
            yield f"tasks/{task.id}"
        case CallLogged(call):
            yield f"calls/{call.id}"
            if call.about:
                yield f"about/{call.about}"
        case WhereaboutsSet(register, _, _):
            yield f"whereabouts/{register}"
            yield "whereabouts/"
        case ReckoningKept():
            yield "reckoned/"
        case RegisterReplaced(register):
            yield f"registers/{register.kind}"
        case IncidentRaised(incident) | IncidentAmended(incident, _) if incident.report:
            yield f"reports/{incident.report}"
        case _:
            for one in getattr(body, "tasks", ()):
                yield f"tasks/{one}"
            for one in getattr(body, "reports", ()):
                yield f"reports/{one}"
            for one in getattr(body, "tags", ()):
                yield f"alarms/{one}"
            for move in getattr(body, "moves", ()):
                yield f"alarms/{move.tag}"
    if step.kind == "CallLogged":
        return
    for name, kind in _HOLDERS.items():
        held = getattr(body, name, None)
        if held is not None:
            yield f"{kind}/{held if isinstance(held, str) else held.id}"
