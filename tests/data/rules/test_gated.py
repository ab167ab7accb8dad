"""On idealised ground the registers say whether, the model when and how deep."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from data.model.inundation import Probes, Span
from data.model.nature import Nature, Origin
from data.rules.gated import GatedInundation, gated
from data.rules.stepped import SteppedGround
from tests.data.rules.clock_world import FIELD_LAT, HOUR, LANE, Told, north_of, tables, township
from tests.township import NOON

GROUND = SteppedGround(township(), tables().settings)
IN_PLOT, BY_THE_LEVEE = (LANE + 0.0002, FIELD_LAT + 0.0002), (LANE, 34.9001)
PROBES = Probes(np.array([IN_PLOT[0], BY_THE_LEVEE[0]]), np.array([IN_PLOT[1], BY_THE_LEVEE[1]]))


def water(origin: Origin = Origin.IDEALISED) -> Told:
    made = Told(north_of(34.8, 2.0, depth=1.5))  # everywhere
    made.nature = Nature(origin, NOON, "told")
    return made


def courses(likely: float) -> Span:
    return Span(*(((NOON, likely * factor),) for factor in (0.9, 1.0, 1.1)))


def test_a_plot_stays_dry_until_the_flow_that_its_register_states() -> None:
    below, above = (GatedInundation(water(), GROUND, ((NOON, flow),)).many(PROBES, (0.3,)) for flow in (5999.0, 6000.0))
    assert (below.depth_m[0], below.arrival_s[0], below.deeper_s[0][0]) == (0.0, np.inf, np.inf)
    assert above.depth_m[0] == 1.5
    assert above.arrival_s[0] == (NOON + 2 * HOUR).timestamp()


def test_no_water_comes_before_the_course_has_reached_the_flow_that_the_register_states() -> None:
    rising = ((NOON, 4000.0), (NOON + 12 * HOUR, 8000.0))
    held = GatedInundation(water(), GROUND, rising)
    found = held.many(PROBES, (0.3, 2.0))
    assert found.arrival_s[0] == (NOON + 6 * HOUR).timestamp()
    assert found.deeper_s[:, 0].tolist() == [(NOON + 6 * HOUR).timestamp(), np.inf]
    one = held.at(*IN_PLOT)
    assert one is not None
    assert one.arrival == NOON + 6 * HOUR
    late = GatedInundation(water(), GROUND, ((NOON - 9 * HOUR, 4000.0), (NOON, 8000.0))).many(PROBES, (0.3,))
    assert late.arrival_s[0] == (NOON + 2 * HOUR).timestamp()  # the model's, when that is later


def test_what_the_flow_at_the_beginning_reaches_is_as_old_as_the_picture_says() -> None:
    found = GatedInundation(water(), GROUND, ((NOON + 5 * HOUR, 7000.0),)).many(PROBES, ())
    assert found.arrival_s[0] == (NOON + 2 * HOUR).timestamp()


def test_one_place_is_told_as_among_many() -> None:
    held = GatedInundation(water(), GROUND, ((NOON, 5000.0),))
    found = held.at(*IN_PLOT)
    assert found is not None
    assert not found.wet
    let = GatedInundation(water(), GROUND, ((NOON, 7000.0),))
    assert let.at(*IN_PLOT) == water().at(*IN_PLOT)
    along = let.along((IN_PLOT,), 25.0)[0]
    assert along is not None
    assert along.arrival == NOON + timedelta(hours=2)
    assert held.over(()) is None


def test_what_nobody_knows_stays_unknown() -> None:
    unknown = Told(lambda *_: None)
    unknown.nature = water().nature
    told = GatedInundation(unknown, GROUND, ((NOON, 1000.0),)).many(PROBES, (0.3,))
    assert np.isnan(told.depth_m).all()
    assert GatedInundation(unknown, GROUND, ((NOON, 1000.0),)).at(*IN_PLOT) is None


@pytest.mark.parametrize("origin", [Origin.MODEL, Origin.IMPORTED, Origin.ASSUMED])
def test_surveyed_ground_and_maps_of_others_speak_for_themselves(origin: Origin) -> None:
    one = water(origin)
    assert gated(Span(one, one, one), GROUND, courses(3000.0)).likely is one


def test_each_course_of_the_band_is_held_to_its_own_flow() -> None:
    low, likely, high = water(), water(), water()
    found = gated(Span(low, likely, high), GROUND, courses(6000.0))
    wet = [picture.many(PROBES, ()).depth_m[0] > 0 for picture in (found.low, found.likely, found.high)]
    assert wet == [False, True, True]
    one = gated(Span(low, low, low), GROUND, courses(6000.0))
    assert one.low is one.likely is one.high


def test_the_hash_tells_that_the_registers_had_a_say() -> None:
    assert GatedInundation(water(), GROUND, ((NOON, 6000.0),)).nature.provenance != water().nature.provenance
