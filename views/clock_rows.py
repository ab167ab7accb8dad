"""The clocks of one register as lists show them: lines by id in order, the water at each, rows put in that order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from data.model.countdown import ClockState, Deadline
from data.model.inundation import Wetness
from data.model.people import Whereabouts
from data.model.situation import Situation
from data.rules.affected import Affected
from data.rules.reckoning import Reckoning
from views import clock_words
from views.clock_words import CALLED
from views.people_rows import GROWERS, Someone, with_clock


def said_at(reckoning: Reckoning, time: datetime | None) -> datetime:
    """Return the moment from which time left is counted: the desk's, never before that of the reckoning."""
    return reckoning.at if time is None else max(reckoning.at, time)


def tally(reckoning: Reckoning, register: str) -> dict[ClockState, int]:
    """Count the rows of a register by state."""
    return clock_words.tally(state for state, _ in reckoning.countdown.calls(register).values())


def water_at(affected: Affected, line: Deadline) -> Wetness | None:
    """Return the water where somebody is: of a grower at the plot that counts."""
    return affected.of("plots", line.place) if line.kind == GROWERS else affected.of(line.kind, line.id)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of one register; `at` is the moment from which time left is counted."""

    reckoning: Reckoning
    at: datetime
    lines: dict[str, Deadline]

    def order(self) -> dict[str, int]:
        """Ids with their ranks, most pressing first, who has left last."""
        gone = [row_id for row_id, line in self.lines.items() if line.state is ClockState.LEFT]
        staying = [row_id for row_id, line in self.lines.items() if line.state is not ClockState.LEFT]
        return {row_id: rank for rank, row_id in enumerate((*staying, *gone))}

    def depth_m(self, row_id: str) -> float | None:
        """Return the greatest depth where somebody is; None where it is not known."""
        line = self.lines.get(row_id)
        water = None if line is None else water_at(self.reckoning.affected, line)
        return None if water is None else water.depth_m

    def tally(self) -> dict[ClockState, int]:
        """Count the lines by state, at this moment."""
        return clock_words.tally(clock_words.state_at(line, self.at) for line in self.lines.values())


def clocks_of(reckoning: Reckoning | None, register: str, time: datetime | None, now: Situation) -> Clocks | None:
    """Make the clocks of a register; who has left since the reckoning counts as left already."""
    if reckoning is None:
        return None
    lines = {line.id: _since(line, now.where(register, line.id)) for line in reckoning.countdown.lines(register)}
    return Clocks(reckoning, said_at(reckoning, time), lines)


def _since(line: Deadline, where: Whereabouts) -> Deadline:
    """Return the line as it is until the next reckoning, when somebody has left or come back meanwhile."""
    if (where is Whereabouts.LEFT) is (line.state is ClockState.LEFT):
        return line
    state = ClockState.LEFT if where is Whereabouts.LEFT else ClockState.UNKNOWN
    return replace(line, state=state, state_if_high=state, whereabouts=where)


def clocked(rows: Iterable[Someone], clocks: Clocks | None, ranks: dict[str, int]) -> list[Someone]:
    """Give rows their clocks and put them in order; without clocks they keep theirs.

    Whom the register's flow reaches stays exposed though the picture of the water leaves them dry.
    """
    if clocks is None:
        return list(rows)
    made = []
    for row in rows:
        line = clocks.lines.get(row.id)
        if line is None:
            made.append(with_clock(row, None, len(ranks), exposed=row.exposed))
        else:
            wet = row.exposed or line.state in CALLED
            made.append(with_clock(row, line, ranks.get(row.id, len(ranks)), exposed=wet))
    made.sort(key=lambda row: (row.rank, row.id))
    return made


def disagrees(row: Someone, flow_m3s: float) -> bool | None:
    """Return True where the register floods and the picture does not, False the other way round, None: they agree."""
    line = row.clock
    if line is None or row.floods_at_m3s is None or line.state in (ClockState.UNKNOWN, ClockState.LEFT):
        return None
    floods = flow_m3s >= row.floods_at_m3s
    return None if floods == (line.arrival is not None) else floods
