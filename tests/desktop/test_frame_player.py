"""The simulated stations: each on a line of its own; one that is silenced says nothing, not even that it is there."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from data.model.river import Reading
from desktop.frame_player import FramePlayer

NOW = datetime(2026, 7, 17, 2, 15, tzinfo=UTC)
ADDRESSES = {"40104950": "0040104950", "40105150": "0040105150"}


@pytest.fixture
def player() -> Iterator[FramePlayer]:
    """Stations whose centre takes the call and confirms nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        made = FramePlayer("127.0.0.1", server.getsockname()[1], lambda one: ADDRESSES.get(one, ""), lambda: NOW)
        yield made
        made.close()


def talking() -> set[str]:
    return {one.name for one in threading.enumerate() if one.name.startswith("rtu-")}


def test_a_station_whose_link_is_taken_away_is_silent_and_the_others_go_on(player: FramePlayer, qtbot) -> None:
    for station in ADDRESSES:
        assert player.play(Reading(station, NOW, 3600.0))
    assert talking() == {"rtu-0040104950", "rtu-0040105150"}
    player.silence(["40104950", "nowhere"])
    assert talking() == {"rtu-0040104950", "rtu-0040105150"}, "what is on its way arrives first"
    player._sent["0040104950"] = _sent()
    player.silence(["40104950"])
    qtbot.waitUntil(lambda: talking() == {"rtu-0040105150"})
    player.silence(["40104950"])
    assert player.play(Reading("40104950", NOW, 3700.0)), "the station is heard again"
    assert talking() == {"rtu-0040104950", "rtu-0040105150"}


def _sent():
    from concurrent.futures import Future

    done: Future[bool] = Future()
    done.set_result(True)
    return done
