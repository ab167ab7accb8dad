"""The reach as stops on a line: which stations stand on it, in what order, and the time of the water between them."""

from __future__ import annotations

from collections.abc import Sequence

from data.model.river import HUAYUANKOU
from views import phrases, river_facts, river_stations, words
from views.hydrology_station_rows import StationLine
from widgets.reach_line import Stop

_MAIN = "黄河"


def stops(lines: Sequence[StationLine], shown_h: dict[str, float] | None = None) -> tuple[Stop, ...]:
    """Stations with a travel time to 花园口; tributaries join from the side."""
    known = dict(shown_h or {})
    made: list[Stop] = []
    arms = 0
    for line in lines:
        row = line.base
        hours = known.get(row.id, row.travel_h)
        if hours is None:
            continue
        lane = 0
        if row.river != _MAIN:
            lane = 1 if arms % 2 == 0 else -1
            arms += 1
        arrow = river_facts.arrow(row.flow_m3s, row.rate_m3s_h)
        value = f"{words.flow(row.flow_m3s)} {arrow}".strip() if row.flow_m3s is not None else ""
        name = phrases.registered(row.name)
        if row.id != HUAYUANKOU:
            name = f"{name} {river_stations.travel_words(hours)}"
        made.append(
            Stop(
                row.id, name, hours, value, lane, river_stations.level_mark(row),
                row.stale or row.flow_m3s is None, "\n".join(filter(None, (river_stations.tip(row), line.differing))),
            )
        )  # fmt: skip
    return tuple(made)
