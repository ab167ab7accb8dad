"""Packets put together: any order, twice, holes, never finished, and no more memory than allowed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.feeds.sl651.assembly import Assembly, Bounds
from data.feeds.sl651.codes import Control
from data.feeds.sl651.messages import read_uplink
from tests.data.feeds.sl651.telegrams import BOTH, JPEG, LETTERS, RIVER, framed, packets

NOW = datetime(2026, 7, 1, tzinfo=UTC)
PARTS = {sender.coding: [framed(one) for one in packets(sender)] for sender in BOTH}
HEX = PARTS[RIVER.coding]


@given(st.data())
def test_a_picture_is_whole_whatever_the_order_and_however_often_a_packet_comes(data):
    parts = PARTS[data.draw(st.sampled_from(BOTH)).coding]
    order = data.draw(st.permutations(parts))
    again = data.draw(st.lists(st.sampled_from(parts), max_size=5))
    texts = Assembly()
    puts = [texts.put(one, NOW) for one in (*order[:-1], *[one for one in again if one is not order[-1]], order[-1])]
    whole = puts[-1].whole
    assert whole is not None
    assert read_uplink(whole).picture == JPEG
    assert [put.whole for put in puts[:-1]] == [None] * (len(puts) - 1)
    assert texts.size == 0


def test_missing_packets_are_asked_for_one_by_one_and_twice_at_most():
    texts = Assembly()
    kept = [one for one in HEX if one.packet not in {2, 4}]
    assert [texts.put(one, NOW).missing for one in kept] == [0] * (len(kept) - 1) + [2]
    again = replace(HEX[1], end=Control.ETX)
    assert texts.put(again, NOW).missing == 4
    assert [missing for _, missing in texts.holes(RIVER.station, NOW)] == [4]
    assert texts.holes(RIVER.station, NOW) == []
    assert texts.put(replace(HEX[3], end=Control.ETX), NOW).whole is not None


def test_a_new_text_replaces_the_one_that_was_never_finished():
    texts = Assembly()
    for one in HEX[:-1]:
        texts.put(one, NOW)
    other = [replace(one, body=one.body[::-1]) for one in HEX]
    wholes = [texts.put(one, NOW).whole for one in other]
    assert wholes[-1] is not None
    assert texts.given_up == 1


def test_texts_that_are_never_finished_do_not_fill_the_memory():
    texts = Assembly(Bounds(station_bytes=3000, all_bytes=8000))
    for station in range(40):
        for total in (50, 60, 70):
            for number in range(1, 8):
                part = replace(HEX[0], station=f"{station:010d}", total=total, packet=number)
                texts.put(part, NOW + timedelta(seconds=station))
                assert texts.size <= 8000 + 300
    assert texts.given_up > 100


def test_a_text_untouched_for_long_is_given_up():
    texts = Assembly()
    texts.put(HEX[0], NOW)
    texts.put(framed(packets(LETTERS)[0]), NOW + timedelta(minutes=11))
    assert texts.given_up == 1


@pytest.mark.parametrize("sender", BOTH)
def test_a_text_that_fits_one_frame_is_not_cut(sender):
    assert [framed(one).total for one in packets(sender)] == [len(packets(sender))] * len(packets(sender))
