"""One desk and one browser for all tests of the link, on two hosts of this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chromium import Page
from tests.link.hosts import DESK, Hosts, HostsRefused
from tests.link.sides import DeskSide, PhoneSide, enrol

PEOPLE = ("P001", "P002", "P003", "P004")


@pytest.fixture(scope="session")
def hosts() -> Iterator[Hosts]:
    """Two hosts; the reason is told where there can be none."""
    try:
        with Hosts() as made:
            yield made
    except HostsRefused as refused:
        pytest.skip(f"no second host on this machine: {refused}")


@pytest.fixture(scope="session")
def desk(hosts: Hosts, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskSide]:
    """A desk whose operator has opened the interface for phones."""
    home = tmp_path_factory.mktemp("link") / "home"
    home.mkdir()
    side = DeskSide(hosts, home)
    try:
        while not side.until("link")["ready"]:
            pass
        side.ask("open", address=DESK)
        while DESK not in side.until("link")["phones"]:
            pass
        yield side
    finally:
        side.close()


@pytest.fixture(scope="session")
def phones(hosts: Hosts, desk: DeskSide) -> Iterator[PhoneSide]:
    """The browser that holds all phones."""
    side = PhoneSide(hosts, desk.home / "gateway" / "ca.pem")
    try:
        yield side
    finally:
        side.close()


@pytest.fixture(scope="session")
def phone(desk: DeskSide, phones: PhoneSide) -> Page:
    """The first person's phone, let in."""
    (page,) = enrol(desk, phones, PEOPLE[0])
    return page
