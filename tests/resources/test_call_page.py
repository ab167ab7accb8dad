"""The desk's call page under the real gateway: its policy lets it work, its line opens, and it says what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from immutables import Map

import resources
from data.gateway.links import Ports
from data.gateway.ports import CallEvent, LinkOpened
from data.gateway.server import Gateway, Options
from data.gateway.static import listed
from data.model.situation import Situation
from tests.data.gateway.linked import TRUST_FOLDER, Memory, phone
from widgets.media_bridge import Fault, LineUp, Local, Seated
from widgets.media_view import MediaView

pytestmark = pytest.mark.browser

WAIT_MS = 20_000
SCREENS = (resources.path("phone/call.js"), resources.path("phone/call/screen.js"))


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "kept")


@pytest.fixture
def gateway(tmp_path: Path, memory: Memory) -> Iterator[Gateway]:
    options = Options(
        certificates=tmp_path / "ca",
        trust_folder=TRUST_FOLDER,
        phone_files=listed(resources.path("phone")),
        call_files=listed(resources.path("call"), "/call/"),
        ports=Ports(0, 0, 0),
    )
    made = Gateway(memory.ports(), options)
    assert made.start()
    device, _token = phone("phone-1", "P001")
    made.show(Situation(devices=Map({device.id: device})))
    yield made
    assert made.stop()


def test_the_page_opens_its_line_and_rings_a_phone(qtbot, gateway: Gateway, memory: Memory) -> None:
    desk = memory.wait_for(LinkOpened).desk
    view = MediaView()
    qtbot.addWidget(view)
    view.show()
    heard: list[object] = []
    view.bridge.heard.connect(heard.append)
    member = {"device": "phone-1", "name": "测试1", "post": "网格员"}
    view.bridge.keep("line", gateway.desk_key)
    view.bridge.keep("open", {"call": "c1", "name": "指挥部", "label": "", "about": "", "members": [member]})
    view.bridge.tell("ring", "phone-1")
    view.open(f"{desk}/call/call.html")
    qtbot.waitUntil(lambda: Seated("phone-1", "offline", "") in heard, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: any(isinstance(said, Local) for said in heard), timeout=WAIT_MS)
    assert LineUp(up=True) in heard
    (local,) = (said for said in heard if isinstance(said, Local))
    assert (local.audio, local.video) == (False, False)  # the machine that tests has neither, and the page says so
    view.bridge.tell("drop", "phone-1")
    missed = memory.wait_for(CallEvent)
    assert (missed.what, missed.person, missed.note) == ("missed", "P001", "cancelled")
    view.bridge.tell("record", True)
    view.bridge.tell("snap")
    view.bridge.tell("end")
    assert not [said for said in heard if isinstance(said, Fault)]


def test_every_script_that_the_pages_import_is_there() -> None:
    for folder in ("call", "phone/call"):
        root = resources.path(folder)
        for script in root.glob("*.js"):
            for line in script.read_text(encoding="utf-8").splitlines():
                if line.startswith("import "):
                    assert (root / line.split('"')[1]).is_file(), f"{script.name}: {line}"


def test_what_both_sides_share_is_the_same() -> None:
    for name in ("frames.js", "tap.js"):
        desk, phones = resources.path(f"call/{name}"), resources.path(f"phone/call/{name}")
        assert desk.read_bytes() == phones.read_bytes()


def test_the_phone_says_everything_in_both_languages() -> None:
    source = resources.path("phone/call/words.js").read_text(encoding="utf-8")
    chinese, english = (set(re.findall(r"(\w+): \"", part)) for part in source.split("const EN")[:2])
    assert chinese == english
    used = set(re.findall(r"(?<!/)words\.(\w+)", "".join(path.read_text(encoding="utf-8") for path in SCREENS)))
    assert used <= chinese
