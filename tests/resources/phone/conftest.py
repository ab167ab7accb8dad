"""A headless browser as the phone, and a fake desk for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.chromium import BROWSER, Chromium, Page
from tests.resources.phone.a_day import a_list
from tests.resources.phone.desk_fake import Fake, Kept
from tests.resources.phone.pictures import a_photo


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """One browser for all; each test has a phone of its own in it."""
    if not BROWSER:
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    with Chromium("--use-fake-device-for-media-stream") as browser:
        yield browser


@pytest.fixture
def desk() -> Iterator[Fake]:
    """A fake desk with a full list."""
    with Fake(Kept(a_list())) as fake:
        yield fake


@pytest.fixture
def hurried(desk: Fake) -> None:
    """A phone of this desk keeps the shell of the page at once; named before `enrolled`."""
    desk.kept.hurried = True


@pytest.fixture
def phone(chromium: Chromium) -> Iterator[str]:
    """A phone that nobody has used."""
    made = chromium.phone()
    yield made
    chromium.throw_away(made)


@pytest.fixture
def enrolled(chromium: Chromium, phone: str, desk: Fake) -> Page:
    """A page that was let in, stands on the dyke and answers file choosers."""
    return let_in(chromium, phone, desk)


def let_in(chromium: Chromium, phone: str, desk: Fake) -> Page:
    """Enrol a phone; it may use position, camera and microphone."""
    page = chromium.page(phone=phone)
    page.allow(desk.address, "geolocation", "videoCapture", "audioCapture")
    page.place(113.672, 34.9118, 8)
    page.choosing(on=True)
    page.go(f"{desk.address}/#e={desk.kept.code}")
    page.tap("[data-act=enrol]")
    page.until("document.querySelector('.river') && document.querySelector('.link.open')")
    return page


@pytest.fixture
def photo(tmp_path: Path) -> Callable[..., Path]:
    """Write a picture as a camera would."""
    return lambda name="p.jpg", **about: a_photo(tmp_path / name, **about)
